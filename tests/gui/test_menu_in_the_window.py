"""The menu in the real window: its entries are clicked, as a planner does, and gone once the plugin is unloaded."""

from __future__ import annotations

import pytest

HELPERS = """
import os
import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QFileDialog, QMessageBox

def actions():
    names = ("carbon_zoning_open_sample", "carbon_zoning_column_names", "carbon_zoning_about", "carbon_zoning_guide")
    found = [iface.mainWindow().findChild(QAction, name) for name in names]
    return [one for one in found if one is not None]

def click(place, answer=None):
    # what a box that opens says, closed by its own button
    said = []
    def close():
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(100, close)
        else:
            said.append(box.text())
            if len(arguments) > 1:
                box.grab().save(arguments[1])
            box.close()
    if answer:
        QTimer.singleShot(300, close)
    actions()[place].trigger()
    for _ in range(20):
        QApplication.processEvents()
    return said
"""
OPEN_THE_SAMPLE = (
    HELPERS
    + """
QFileDialog.getExistingDirectory = lambda *_: arguments[0]
print("entries", [one.text() for one in actions()])
click(0)
project = QgsProject.instance()
print("project", os.path.relpath(project.fileName(), arguments[0]), project.title(), project.crs().authid())
for node in project.layerTreeRoot().findLayers():
    layer = node.layer()
    print("layer", layer.name(), layer.isValid(), node.isVisible(), layer.source().startswith(arguments[0]))
raster = next(layer for layer in project.mapLayers().values() if layer.type() == layer.RasterLayer)
print("classes", [one.label for one in raster.renderer().classes()])
for item in iface.messageBar().items():
    print("message", item.text())
print("dirty", project.isDirty())
iface.mainWindow().grab().save(arguments[1])
print("again", click(0, "close"))
QFileDialog.getExistingDirectory = lambda *_: "/proc"  # where nobody may write
print("not there", click(0, "close"))
actions_before = len(actions())
qgis.utils.unloadPlugin("carbon_zoning")
for _ in range(20):
    QApplication.sendPostedEvents(None, 52)  # deferred deletes
    QApplication.processEvents()
print("unloaded", actions_before, len(actions()))
"""
)
EXPORT = (
    HELPERS
    + """
click(1)
for window in QApplication.topLevelWidgets():
    if window.isVisible() and hasattr(window, "algorithm"):
        print("dialog", window.algorithm().id())
        window.close()
print("about", click(2, "close"))
"""
)


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize(("language", "forest"), [("en", "Forest"), ("zh-Hans", "森林")])
def test_the_sample_project_opens_ready_to_run(qgis_window, awkward_folder, tmp_path, language, forest):
    run = qgis_window(OPEN_THE_SAMPLE, awkward_folder, tmp_path / "window.png", language=language)
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    assert next(line for line in lines if line.startswith("entries ")).count("…") == 2
    assert any(line.startswith("project carbon_zoning_sample/carbon_zoning_sample.qgz ") for line in lines)
    layers = [line for line in lines if line.startswith("layer ")]
    assert len(layers) == 7
    assert all(line.endswith("True") and " True " in line for line in layers)
    visible = [line for line in layers if line.endswith(" True True True")]
    assert len(visible) in (2, 3)  # units, the newest raster, and a table, which draws nothing
    assert forest in next(line for line in lines if line.startswith("classes "))
    assert "dirty False" in lines
    again = next(line for line in lines if line.startswith("again "))
    assert "carbon_zoning_sample" in again
    refused = next(line for line in lines if line.startswith("not there "))
    assert "/proc" in refused
    assert "unloaded 4 0" in lines


@pytest.mark.gui
@pytest.mark.slow
def test_the_template_opens_and_about_tells_version_and_licence(qgis_window, awkward_folder):
    run = qgis_window(EXPORT, awkward_folder, awkward_folder / "about.png")
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    assert "dialog carbonzoning:statisticstemplate" in lines
    about = next(line for line in lines if line.startswith("about "))
    assert "GNU GENERAL PUBLIC LICENSE" in about and "0.1.0" in about
