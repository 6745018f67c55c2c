"""The main job in the real window: the model runs, its map opens styled, the designer shows it without a warning."""

from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"

RUN_THE_MODEL = """
from pathlib import Path
import processing
from qgis.core import QgsProject
sample = Path(arguments[0])
outputs = {f"accounts:{name}": "TEMPORARY_OUTPUT" for name in ("Accounts", "Region", "Map", "Report")}
processing.runAndLoadResults("carbonzoning:accountsfromlandcover", {
    "UNITS": str(sample / "units.gpkg"), "UNITS_NAME_FIELD": "name", "STATISTICS": str(sample / "statistics.csv"),
    "LAND_COVER": [str(sample / f"landcover_{year}.tif") for year in (2000, 2005, 2010, 2015, 2020)], **outputs})
for layer in QgsProject.instance().mapLayers().values():
    renderer = layer.renderer() if layer.isSpatial() else None
    alias = layer.attributeAlias(layer.fields().indexFromName("nce"))
    print("layer", layer.name(), "|", renderer.type() if renderer else "table", "|", alias)
    if renderer:
        print("classes", [one.label() for one in renderer.ranges()], layer.labelsEnabled())
"""

OPEN_THE_DESIGNER = """
from processing.modeler.ModelerDialog import ModelerDialog
from qgis.core import QgsApplication, QgsMessageLog
from qgis.gui import QgsMessageBar
QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: print("log", tag, level, text))
model = QgsApplication.processingRegistry().algorithmById(arguments[0])
from processing.gui.ProviderActions import ProviderContextMenuActions
(entry,) = (one for one in ProviderContextMenuActions.actions if type(one).__name__ == "OpenInDesigner")
for one in ("carbonzoning:landuseareas", "native:buffer", arguments[0]):
    entry.setData(QgsApplication.processingRegistry().algorithmById(one), None)
    print("offered", one, entry.isEnabled())
entry.execute()
window = ModelerDialog.dlgs[-1]
print("file", repr(window.model().sourceFilePath()), window.model().displayName() == model.displayName())
QgsApplication.processEvents()
for bar in window.findChildren(QgsMessageBar):
    for item in bar.items():
        print("message", item.text())
valid, problems = window.model().validate()
print("valid", valid, problems)
for name, child in window.model().childAlgorithms().items():
    print("child", name, child.algorithm() is not None, *window.model().validateChildAlgorithm(name))
window.setDirty(False)
window.close()
"""


@pytest.mark.gui
@pytest.mark.slow
def test_the_model_runs_and_its_map_opens_styled(qgis_window):
    run = qgis_window(RUN_THE_MODEL, SAMPLE)
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    maps = [line for line in lines if line.startswith("layer Net carbon emission 2020 | graduatedSymbol")]
    assert len(maps) == 1 and maps[0].endswith("| Net carbon emission (t C/a)")
    classes = next(line for line in lines if line.startswith("classes"))
    assert (
        classes.count("Sink") == 3
        and classes.count("Source") == 3
        and classes.count("1000 t C/a") == 6
        and classes.endswith("True")
    )


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize("model", ["carbonneutralzoning", "accountsfromlandcover", "scenariosfromlandcover"])
def test_the_designer_opens_the_model_without_a_warning(qgis_window, model):
    run = qgis_window(OPEN_THE_DESIGNER, f"carbonzoning:{model}")
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    assert not [line for line in lines if line.startswith("message ")]
    assert [line.split()[-1] for line in lines if line.startswith("offered ")] == ["False", "False", "True"]
    assert "file '' True" in lines  # saved, it asks for a name: the plugin's own file stays
    assert "valid True []" in lines
    children = [line for line in lines if line.startswith("child ")]
    assert children and all(line.endswith("True True []") for line in children)
