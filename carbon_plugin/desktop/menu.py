"""The menu of the plugin: a way in, not a way to work; steps are in the Processing toolbox."""

from __future__ import annotations

from pathlib import Path
from typing import Callable

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction, QFileDialog, QMessageBox

from ..bridge.guide import guide_url
from ..bridge.translation import tr
from ..core.errors import InputError
from ..core.resources import RESOURCES

_TEMPLATE_STEP = "carbonzoning:statisticstemplate"


class Menu:
    """The entries below Plugins > Carbon Zoning."""

    def __init__(self, iface):
        self._iface = iface
        self._title = tr("Carbon Zoning")
        self._actions: list[QAction] = []
        self._dialog = None

    def add(self) -> None:
        """Put the entries into the menu."""
        icon = QIcon(str(RESOURCES / "icons" / "carbonzoning.svg"))
        self._add("carbon_zoning_open_sample", tr("Open sample project…"), self.open_sample, icon)
        self._add("carbon_zoning_guide", tr("User guide"), self.open_guide)
        self._add("carbon_zoning_column_names", tr("Export column names and template…"), self.export_column_names)
        self._add("carbon_zoning_about", tr("About Carbon Zoning"), self.about)

    def remove(self) -> None:
        """Take them out again."""
        for action in self._actions:
            self._iface.removePluginMenu(self._title, action)
            action.deleteLater()
        self._actions.clear()

    def open_sample(self) -> None:
        """Ask for a folder, make the sample project in it and open it."""
        window = self._iface.mainWindow()
        chosen = QFileDialog.getExistingDirectory(window, tr("Folder for the sample project"), str(Path.home()))
        if not chosen:
            return
        from .sample_project import make_sample_project

        try:
            path = make_sample_project(Path(chosen))
        except InputError as error:
            self._refuse(error)
            return
        if not self._may_leave_project():
            text = tr("The sample project is in “{path}”; open it when you like.").format(path=path)
            self._iface.messageBar().pushMessage(self._title, text, Qgis.MessageLevel.Info, 0)
            return
        self._iface.addProject(str(path))
        self._iface.mapCanvas().setReferencedExtent(QgsProject.instance().viewSettings().defaultViewExtent())
        self._iface.mapCanvas().refresh()
        text = tr("The sample region is open. In the Processing toolbox, start with “{step}”.")
        chain = QgsApplication.processingRegistry().algorithmById("carbonzoning:carbonneutralzoning")
        text = text.format(step=chain.displayName() if chain else self._title)
        self._iface.messageBar().pushMessage(self._title, text, Qgis.MessageLevel.Success, 30)

    def open_guide(self) -> None:
        """Open the guide in the browser; it is on this disk."""
        address = guide_url()
        if address:
            QDesktopServices.openUrl(QUrl(address))
        else:
            text = tr("The user guide is not in this copy of the plugin; install the plugin from its zip.")
            self._iface.messageBar().pushMessage(self._title, text, Qgis.MessageLevel.Warning)

    def export_column_names(self) -> None:
        """Open the step that writes a table to fill in and explains every column."""
        import processing

        self._dialog = processing.createAlgorithmDialog(_TEMPLATE_STEP, {})  # kept, or it would be gone at once
        if self._dialog:
            self._dialog.show()

    def about(self) -> None:
        """Version, licence and links."""
        from .about import about_html

        QMessageBox.about(self._iface.mainWindow(), tr("About Carbon Zoning"), about_html())

    def _add(self, name: str, text: str, work: Callable[[], None], icon: QIcon | None = None) -> None:
        action = QAction(icon or QIcon(), text, self._iface.mainWindow())
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: work())
        self._iface.addPluginToMenu(self._title, action)
        self._actions.append(action)

    def _refuse(self, error: InputError) -> None:
        text = "\n".join(message.text(tr) for message in error.messages)
        QMessageBox.warning(self._iface.mainWindow(), self._title, text)

    def _may_leave_project(self) -> bool:
        """Whether the open project has nothing unsaved, or the planner lets it go."""
        if not QgsProject.instance().isDirty():
            return True
        buttons = QMessageBox.StandardButton
        answer = QMessageBox.question(
            self._iface.mainWindow(),
            self._title,
            tr("The open project has changes that are not saved. Save them before the sample project opens?"),
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )
        if answer == buttons.Save:
            self._iface.actionSaveProject().trigger()
            return not QgsProject.instance().isDirty()
        return answer == buttons.Discard
