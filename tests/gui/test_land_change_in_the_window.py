"""Land change in the real window: dialogs filled and run by clicks, layers styled in their group, reports linked."""

from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"

USER = """
import processing
from pathlib import Path
from qgis.core import QgsProcessingContext, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QPushButton, QTextEdit

sample, folder = Path(arguments[0]), Path(arguments[1])

def wait(milliseconds=400):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

for year in (2000, 2010, 2020):
    iface.addRasterLayer(str(sample / f"landcover_{year}.tif"))
iface.addVectorLayer(str(sample / "units.gpkg"), "units", "ogr")
rasters = [str(sample / f"landcover_{year}.tif") for year in (2000, 2010, 2020)]
wait()

def read_box():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print("box", box.text().replace("\\n", " "))
        box.accept()

class Step:
    "A dialog: its widgets are set by name, Run is clicked."

    def __init__(self, name):
        self.dialog = processing.createAlgorithmDialog(f"carbonzoning:{name}", {})
        self.dialog.show()
        wait()
        self.wrappers = self.dialog.mainWidget().wrappers

    def choose(self, **values):
        for name, value in values.items():
            self.wrappers[name].setParameterValue(value, QgsProcessingContext())

    def write(self, name, path):
        self.wrappers[name].setParameterValue(str(path), QgsProcessingContext())

    def run(self, seconds=120):
        before = set(QgsProject.instance().mapLayers())
        QTimer.singleShot(1500, read_box)
        self.dialog.runButton().click()
        for _ in range(5 * seconds):
            wait(200)
            if self.dialog.wasExecuted() or not self.dialog.cancelButton().isEnabled():
                break
        wait(2500)
        log = self.dialog.findChild(QTextEdit, "txtLog").toPlainText()
        executed, results = self.dialog.wasExecuted(), dict(self.dialog.results() or {})
        print("ran", executed, sorted(results))
        if not results:
            print("log", log[-2500:].replace("\\n", " "))
        self.dialog.close()
        added = [layer for key, layer in QgsProject.instance().mapLayers().items() if key not in before]
        root = QgsProject.instance().layerTreeRoot()
        for layer in added:
            print("layer", layer.name(), "| in", root.findLayer(layer).parent().name())
        buttons = iface.messageBar().findChildren(QPushButton)
        print("linked", [button.text() for button in buttons if button.toolTip() in map(str, results.values())])
        return results, {layer.name(): layer for layer in added}

def with_column(layers, column):
    return next(one for one in layers.values() if isinstance(one, QgsVectorLayer) and column in one.fields().names())

def categories(layer):
    return [category.label() for category in layer.renderer().categories()]

def words(layer, column):
    index = layer.fields().indexFromName(column)
    return [text for entry in layer.editorWidgetSetup(index).config()["map"] for text in entry]
"""

RUN_TRANSITIONS = (
    USER
    + """
step = Step("landusetransition")
step.choose(UNITS=QgsProject.instance().mapLayersByName("units")[0], LAND_COVER=rasters, UNITS_NAME_FIELD=arguments[2])
step.write("CHANGE", folder / "change.tif")
step.write("OUTPUT", folder / "moved.gpkg")
results, layers = step.run()
change = next(layer for layer in layers.values() if isinstance(layer, QgsRasterLayer))
print("change", change.styleManager().styles(), change.styleManager().currentStyle())
print("kinds", [item.label for item in change.renderer().classes()])
table = with_column(layers, "from_class")
print("classes", words(table, "from_class"))
verdicts = with_column(layers, "verdict")
print("verdicts", words(verdicts, "verdict"), [verdicts.attributeDisplayName(i) for i in range(3)])
page = Path(results["REPORT"]).read_text(encoding="utf-8")
print("report", page.count("<svg") >= 4, 'lang="zh"' in page)
step = Step("landusedemand")
print("taken", step.wrappers["TRANSITIONS"].parameterValue() is not None)
step.choose(TRANSITIONS=str(folder / "moved.gpkg"))
step.write("EXAMPLE_LIMITS", folder / "limits.csv")
step.write("OUTPUT", folder / "free.csv")
step.run()
limits = folder / "limits.csv"
text = limits.read_text(encoding="utf-8")
limits.write_text(text.replace('"95"', "99").replace(",95,", ",99,"), encoding="utf-8")
step = Step("landusedemand")
step.choose(TRANSITIONS=str(folder / "moved.gpkg"), LIMITS=str(limits))
step.write("OUTPUT", folder / "demand.csv")
results, layers = step.run()
checked = with_column(layers, "no_change_pct")
print("validated", checked.featureCount(), [checked.attributeDisplayName(i) for i in range(3, 5)])
"""
)

RUN_ELLIPSES = (
    USER
    + """
step = Step("landuseellipse")
step.choose(LAND_COVER=rasters)
results, layers = step.run()
for layer in layers.values():
    print("styled", layer.fields().names()[0], categories(layer)[:3])
order = [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]
print("over the land", max(order.index(name) for name in layers) < order.index("landcover_2020"))
units = QgsProject.instance().mapLayersByName("units")[0]
step = Step("deviationalellipse")
step.choose(INPUT=units)
results, layers = step.run()
ellipse = with_column(layers, "azimuth")
print("one", ellipse.featureCount(), categories(ellipse))
"""
)

RUN_THE_MODEL = (
    USER
    + """
step = Step("landchange")
print("proposed", step.wrappers["UNITS"].parameterValue() is not None)
step.choose(LAND_COVER=rasters, UNITS_NAME_FIELD="name")
step.write("transitions:Change", folder / "change.tif")
results, layers = step.run()
groups = {QgsProject.instance().layerTreeRoot().findLayer(layer).parent().name() for layer in layers.values()}
print("groups", sorted(groups))
print("report", "How intensively land is used" in Path(results["transitions:Report"]).read_text(encoding="utf-8"))
change = next(layer for layer in layers.values() if isinstance(layer, QgsRasterLayer))
print("kinds", [item.label for item in change.renderer().classes()][:1])
ellipses = with_column(layers, "azimuth")
print("ellipses", categories(ellipses)[:1])
"""
)

RUN_BAD_INPUT = (
    USER
    + """
for name, values in {
    "landusetransition": {"LAND_COVER": rasters[:1]},
    "landuseellipse": {"LAND_COVER": rasters, "YEARS": "2000;2010"},
    "landusedemand": {"TRANSITIONS": str(sample / "statistics.csv")},
}.items():
    step = Step(name)
    step.choose(**values)
    step.run(20)
print("kept", sorted(layer.name() for layer in QgsProject.instance().mapLayers().values()))
"""
)


def lines_of(run, start):
    assert run.exit_code == 0, run.output
    assert "Traceback" not in run.output, run.output
    return [line[len(start) + 1 :] for line in run.stdout.splitlines() if line.startswith(f"{start} ")]


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "name", "group", "kind", "word", "verdict"),
    [
        ("en", "name", "Land-use transitions", "Urban growth: from cropland", "Cropland", "dormant"),
        ("zh-Hans", "name_zh", "土地利用转移", "建设用地扩张：由耕地", "耕地", "平稳"),
    ],
)
def test_transitions_then_demand(qgis_window, awkward_folder, language, name, group, kind, word, verdict):
    run = qgis_window(RUN_TRANSITIONS, SAMPLE, awkward_folder, name, language=language)
    ran = lines_of(run, "ran")
    assert len(ran) == 3 and all(line.startswith("True") for line in ran), run.stdout
    assert len(lines_of(run, "linked")[0]) > 4  # a button for the report
    layers = lines_of(run, "layer")
    assert sum(line.endswith(f"| in {group}") for line in layers) == 4
    (change,) = lines_of(run, "change")
    assert change == "['2000-2010', '2010-2020'] 2000-2010"
    assert kind in lines_of(run, "kinds")[0] and f"'{word}'" in lines_of(run, "classes")[0]
    assert verdict in lines_of(run, "verdicts")[0]
    assert lines_of(run, "report") == [f"True {language != 'en'}"]
    (validated,) = lines_of(run, "validated")
    assert validated.startswith("82 ")
    demand = (awkward_folder / "demand.csv").read_text(encoding="utf-8")
    assert "baseline" in demand and "high" in demand
    free = (awkward_folder / "free.csv").read_text(encoding="utf-8")
    assert "high" not in free


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize(("language", "word"), [("en", "Cropland"), ("zh-Hans", "耕地")])
def test_ellipses_over_the_land(qgis_window, awkward_folder, language, word):
    run = qgis_window(RUN_ELLIPSES, SAMPLE, awkward_folder, language=language)
    assert all(line.startswith("True") for line in lines_of(run, "ran")), run.stdout
    ellipses, moves = sorted(lines_of(run, "styled"), key=len, reverse=True)
    assert f"'{word} 2000', '{word} 2010', '{word} 2020'" in ellipses and f"['{word}', " in moves
    assert lines_of(run, "over the land") == ["True"]
    assert lines_of(run, "one")[0].startswith("1 ")


@pytest.mark.gui
@pytest.mark.slow
def test_the_model_with_one_dialog(qgis_window, awkward_folder):
    run = qgis_window(RUN_THE_MODEL, SAMPLE, awkward_folder)
    assert lines_of(run, "ran")[0].startswith("True"), run.stdout
    assert lines_of(run, "proposed") == ["True"]
    assert lines_of(run, "groups") == ["['Land change']"]
    assert lines_of(run, "report") == ["True"]
    assert lines_of(run, "kinds") == ["['Urban growth: from cropland']"]
    assert lines_of(run, "ellipses") == ["['Cropland 2000']"]


@pytest.mark.gui
@pytest.mark.slow
def test_a_fault_is_a_sentence_in_the_dialog(qgis_window, awkward_folder):
    run = qgis_window(RUN_BAD_INPUT, SAMPLE, awkward_folder)
    assert [line.split()[-1] for line in lines_of(run, "ran")] == ["[]"] * 3
    boxes = lines_of(run, "box")
    assert "a change needs two or more" in boxes[0] and "2 years are given" in boxes[1]
    assert "from_class" in lines_of(run, "log")[-1], run.stdout
    assert lines_of(run, "layer") == []
