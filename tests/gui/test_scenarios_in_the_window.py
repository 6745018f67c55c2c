"""The scenarios in the real window: both maps open styled, and the temporal controller steps through the years."""

from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"

RUN_AND_STEP = """
from pathlib import Path
import processing
from qgis.core import Qgis, QgsDateTimeRange, QgsProject, QgsTemporalNavigationObject
from qgis.PyQt.QtCore import QDate, QDateTime, QEventLoop, QTime, QTimer

def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

def colours(image):
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}

sample = Path(arguments[0])
children = {"accounts": ["Accounts"], "fit": ["Coefficients"], "scenarios": ["Projection", "MapInTime", "Potential"]}
outputs = {f"{child}:{name}": "TEMPORARY_OUTPUT" for child, names in children.items() for name in names}
processing.runAndLoadResults("carbonzoning:scenariosfromlandcover", {
    "UNITS": str(sample / "units.gpkg"), "UNITS_NAME_FIELD": "name", "STATISTICS": str(sample / "statistics.csv"),
    "LAND_COVER": [str(sample / f"landcover_{year}.tif") for year in (2000, 2005, 2010, 2015, 2020)], **outputs})
wait(3000)  # results find their places, and the project its time, once they are loaded
maps = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values() if layer.isSpatial()}
for name, layer in sorted(maps.items()):
    styles, is_temporal = layer.styleManager().styles(), layer.temporalProperties().isActive()
    print("map", name, "|", layer.renderer().type(), "|", styles, is_temporal)
in_time = next(layer for name, layer in maps.items() if "against 2020" in name)
canvas = iface.mapCanvas()
for layer in maps.values():
    QgsProject.instance().layerTreeRoot().findLayer(layer).setItemVisibilityChecked(layer is in_time)
canvas.setDestinationCrs(in_time.crs())
canvas.setExtent(in_time.extent())
controller = canvas.temporalController()
modes = Qgis.TemporalNavigationMode if Qgis.versionInt() >= 33600 else QgsTemporalNavigationObject
controller.setNavigationMode(modes.FixedRange)
for year in (2020, 2060):
    begin, end = (QDateTime(QDate(value, 1, 1), QTime(0, 0)) for value in (year, year + 5))
    controller.setTemporalExtents(QgsDateTimeRange(begin, end, True, False))
    wait(3000)
    canvas.waitWhileRendering()
    seen = colours(canvas.grab().toImage())
    print("year", year, *(colour in seen for colour in ("#f5f5f5", "#01665e", "#d8b365")))
"""


@pytest.mark.gui
@pytest.mark.slow
def test_the_maps_open_styled_and_time_runs(qgis_window):
    run = qgis_window(RUN_AND_STEP, SAMPLE)
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    maps = [line for line in lines if line.startswith("map ")]
    assert len(maps) == 2
    assert maps[0].startswith("map Carbon emission against 2020, Baseline | graduatedSymbol |")
    assert maps[0].endswith("True")
    assert maps[1].startswith("map Potential of carbon peak and neutrality | categorizedSymbol |")
    assert "'Potential in five classes'" in maps[1] and "'Peak year, Low carbon'" in maps[1]
    # little change, falls by more than half, grows by a quarter or more
    assert "year 2020 True False False" in lines
    assert any(line.startswith("year 2060") and line.endswith("True True") for line in lines)
