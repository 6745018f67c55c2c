"""Shipped models in the model designer: QGIS offers to edit its user's own models alone."""

from __future__ import annotations

from processing.gui.ContextAction import ContextAction
from processing.gui.ProviderActions import ProviderContextMenuActions
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from ..bridge.translation import tr

_PROVIDER = "carbonzoning"


class OpenInDesigner(ContextAction):
    """The entry in the toolbox's context menu of a model of this plugin."""

    def __init__(self):
        super().__init__()
        self.name = tr("Open a copy in the model designer")

    def icon(self) -> QIcon:
        """That of models."""
        return QgsApplication.getThemeIcon("/processingModel.svg")

    def isEnabled(self) -> bool:  # noqa: N802 - QGIS calls it so
        """Whether the chosen algorithm is a model of this plugin."""
        return isinstance(self.itemData, QgsProcessingModelAlgorithm) and self.itemData.provider().id() == _PROVIDER

    def execute(self) -> None:
        """Open it; saved, it is a model of the planner's own: it knows no file of the plugin."""
        from processing.modeler.ModelerDialog import ModelerDialog

        window = ModelerDialog.create(copy_of(self.itemData))
        window.show()
        window.activate()


def copy_of(shipped: QgsProcessingModelAlgorithm) -> QgsProcessingModelAlgorithm:
    """A model of QGIS's own kind that does the same, steps and comments in the language of the desktop."""
    content = shipped.create().toVariant()
    for step in content["children"].values():
        _translate(step)
        if step.get("comment"):
            _translate(step["comment"])
    for box in content.get("groupBoxes", []):
        _translate(box)
    model = QgsProcessingModelAlgorithm()
    model.loadVariant(content)
    model.setName(shipped.displayName())
    model.setGroup(shipped.group())
    return model


def _translate(component: dict) -> None:
    component["component_description"] = tr(component.get("component_description") or "")


class DesignerEntry:
    """The entry, while the plugin is loaded."""

    def __init__(self):
        self._actions = [OpenInDesigner()]

    def add(self) -> None:
        """Offer it."""
        ProviderContextMenuActions.registerProviderContextMenuActions(self._actions)

    def remove(self) -> None:
        """Offer it no longer."""
        ProviderContextMenuActions.deregisterProviderContextMenuActions(self._actions)
