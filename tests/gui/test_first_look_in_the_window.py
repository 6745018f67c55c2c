"""What a planner sees first after a run, in the real window, whatever layer was active before."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"

HELPERS = """
from pathlib import Path
import processing
from qgis.core import QgsApplication, QgsExpressionContext, QgsExpressionContextUtils, QgsExpression, QgsProject
from qgis.core import QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QTimer
sample = Path(arguments[0])
project = QgsProject.instance()

def wait(milliseconds=700):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

def tree(node, depth=0):
    for child in node.children():
        print("tree", "-" * depth + child.name(), child.itemVisibilityChecked(), child.isExpanded())
        if hasattr(child, "addLayer"):
            tree(child, depth + 1)

units = QgsVectorLayer(f"{sample / 'units.gpkg'}|layername=units", "my units", "ogr")
raster = QgsRasterLayer(str(sample / "landcover_2020.tif"), "my raster 2020")
statistics = QgsVectorLayer(str(sample / "statistics.csv"), "my statistics", "ogr")
project.addMapLayers([units, raster, statistics])
root = project.layerTreeRoot()
group = root.addGroup("mine")
group.addLayer(project.addMapLayer(QgsRasterLayer(str(sample / "landcover_2000.tif"), "old 2000"), False))
iface.setActiveLayer(units)
"""
THE_CHAIN = (
    HELPERS
    + """
chain = QgsApplication.processingRegistry().createAlgorithmById("carbonzoning:carbonneutralzoning")
outputs = {one.name(): "TEMPORARY_OUTPUT" for one in chain.destinationParameterDefinitions()}
processing.runAndLoadResults(chain.id(), {"UNITS": units, "UNITS_NAME_FIELD": "name", "STATISTICS": statistics,
    "LAND_COVER": [str(sample / f"landcover_{year}.tif") for year in (2000, 2010, 2020)], **outputs})
wait(3000)
tree(root)
zones = root.findGroups()[0].findLayers()[0].layer()
print("title", root.findGroups()[0].name() == chain.displayName(), len(outputs))
print("columns", [column.name for column in zones.attributeTableConfig().columns() if column.name][:5])
print("widths", all(column.width > 60 for column in zones.attributeTableConfig().columns() if column.name))
print("alias", zones.attributeAlias(zones.fields().indexFromName("name")))
context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(zones))
context.setFeature(next(zones.getFeatures()))
print("tip", QgsExpression.replaceExpressionText(zones.mapTipTemplate(), context))
print("styles", zones.styleManager().styles())
from qgis.core import QgsProcessingContext
in_project = QgsProcessingContext()
in_project.setProject(project)
reporter = QgsApplication.processingRegistry().createAlgorithmById("carbonzoning:zoningreport")
print("checked", reporter.checkParameterValues({"ZONES": zones.id(), "REPORT": arguments[1] + ".html"}, in_project))
print("named", reporter.outputDefinition("REPORT").description())
pdf = arguments[1].replace(".png", ".pdf")
processing.run("carbonzoning:exportzonemap", {"ZONES": zones, "PDF": pdf})
from qgis.PyQt.QtWidgets import QPushButton
for item in iface.messageBar().items():
    print("buttons", item.title(), [one.text() for one in item.findChildren(QPushButton)])
iface.showAttributeTable(zones)
iface.mainWindow().grab().save(arguments[1])
wait(1500)
from qgis.PyQt.QtWidgets import QApplication
for number, window in enumerate(QApplication.topLevelWidgets()):
    if "AttributeTable" in type(window).__name__ or "AttributeTable" in window.objectName():
        window.resize(1500, 500)
        window.grab().save(arguments[1].replace(".png", "_table.png"))
"""
)
TIME = (
    HELPERS
    + """
accounts = processing.run("carbonzoning:accountsfromlandcover", {"UNITS": units, "STATISTICS": statistics,
    "LAND_COVER": [str(sample / f"landcover_{year}.tif") for year in (2000, 2010, 2020)],
    "accounts:Accounts": "TEMPORARY_OUTPUT"})["accounts:Accounts"]
fit = processing.run("carbonzoning:stirpatfit", {"INPUT": accounts, "VARIABLES": [0, 1, 2, 3, 4], "POOLING": 2,
    "COEFFICIENTS": "TEMPORARY_OUTPUT"})["COEFFICIENTS"]
for _ in range(2):
    processing.runAndLoadResults("carbonzoning:stirpatscenario", {"INPUT": accounts, "COEFFICIENTS": fit,
        "WINSORISE": 5, "UNITS": units, "UNITS_NAME_FIELD": "name",
        **dict.fromkeys(("PROJECTION", "PROJECTION_MAP", "POTENTIAL"), "TEMPORARY_OUTPUT")})
    wait(1500)
tree(root)
settings = project.timeSettings()
span = settings.temporalRange()
print("time", span.begin().date().year(), span.end().date().year(), settings.timeStep(), int(settings.timeStepUnit()))
frames = iface.mapCanvas().temporalController().totalFrameCount()
print("frames", frames)
from qgis.PyQt.QtWidgets import QDockWidget
iface.mainWindow().findChild(QDockWidget, "Temporal Controller").show()
wait(2500)
print("frames", iface.mapCanvas().temporalController().totalFrameCount())
iface.mainWindow().grab().save(arguments[1])
"""
)


def _after(lines, start):
    return [line[len(start) + 1 :] for line in lines if line.startswith(start + " ")]


@pytest.mark.gui
@pytest.mark.slow
def test_the_results_of_the_chain_arrive_in_one_group_with_the_zones_on_top(qgis_window, tmp_path):
    run = qgis_window(THE_CHAIN, SAMPLE, tmp_path / "chain.png")
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    tree = _after(lines, "tree")
    (title,) = _after(lines, "title")
    assert title.startswith("True ")
    assert tree[0].endswith(" True True") and not tree[0].startswith("-")
    assert tree[1] == "-Carbon-neutral zones True True"
    results = [line for line in tree[1:] if line.startswith("-")][
        :-1
    ]  # the last is "old 2000" in a group of the planner's
    assert results[1].startswith("-Carbon accounts ")  # its label, not its name in the model
    assert len(results) == 2 and all(line.endswith(" False False") for line in results[1:])
    assert (
        tree[len(results) + 1].startswith(("my ", "mine")) and "-old 2000 True True" in tree
    )  # hers stay as they were
    assert _after(lines, "columns") == ["['name', 'zone', 'total', 'margin', 'score_cs']"]
    assert _after(lines, "widths") == ["True"] and _after(lines, "alias") == ["Name"]
    (tip,) = _after(lines, "tip")
    assert " zone<br>Total zoning score: " in tip and tip.startswith("<b>") and "[%" not in tip
    assert _after(lines, "named") == ["Zoning report: Report (Carbon-neutral zones)"]
    assert "Export zone map ['Open: PDF']" in _after(lines, "buttons")
    assert not [name for name in ("'CEP'", "'ECC'", "'ESC'") if name in _after(lines, "styles")[0]]


@pytest.mark.gui
@pytest.mark.slow
def test_maps_in_time_set_the_time_of_the_project(qgis_window, tmp_path):
    run = qgis_window(TIME, SAMPLE, tmp_path / "time.png")
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    first, last, step, _ = _after(lines, "time")[0].split()
    assert (first, last, step) == ("2020", "2061", "5.0")
    assert [int(count) < 50 for count in _after(lines, "frames")] == [True, True]
    tree = _after(lines, "tree")
    groups = [line for line in tree if not line.startswith(("-", "my ", "mine"))]
    assert [line.split()[-2] for line in groups] == ["True", "False"]  # the group of the run before is unticked
