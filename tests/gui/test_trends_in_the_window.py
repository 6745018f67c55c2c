"""Trends in the real window: the map opens with its first style, the others wait in the menu; rasters open styled."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from osgeo import gdal

UNITS = Path(__file__).resolve().parents[2] / "resources" / "sample" / "units.gpkg"
RUN_BOTH = """
import processing
from pathlib import Path
from qgis.core import QgsProject
folder, units, target = Path(arguments[0]), arguments[1], arguments[2]
processing.runAndLoadResults("carbonzoning:trendtest", {
    "INPUT": str(folder / "accounts.csv"), "UNITS": units, "UNITS_NAME_FIELD": "name_zh", "OUTPUT": target})
processing.runAndLoadResults("carbonzoning:rastertrendtest", {
    "LAYERS": [str(path) for path in sorted(folder.glob("npp_*.tif"))],
    **dict.fromkeys(("SLOPE", "Z", "P", "TREND"), "TEMPORARY_OUTPUT")})
for layer in QgsProject.instance().mapLayers().values():
    manager = layer.styleManager()
    words = ["layer " + layer.name(), layer.renderer().type(), manager.currentStyle(), str(sorted(manager.styles()))]
    print(*words, sep=" | ")
    nodes = QgsProject.instance().layerTreeRoot().findLayer(layer)
    for node in iface.layerTreeView().layerTreeModel().layerLegendNodes(nodes):
        print("legend", layer.name(), "|", node.data(0))
"""


@pytest.fixture
def data(tmp_path):
    rows = [(unit, year, year - 2000.0, 2000.0 - year) for unit in ("900101", "900102") for year in range(2000, 2012)]
    pd.DataFrame(rows, columns=["unit", "year", "ce", "nce"]).to_csv(tmp_path / "accounts.csv", index=False)
    for year in range(2000, 2008):
        dataset = gdal.GetDriverByName("GTiff").Create(str(tmp_path / f"npp_{year}.tif"), 20, 10, 1, gdal.GDT_Float32)
        dataset.SetGeoTransform((106.0, 0.01, 0, 33.0, 0, -0.01))
        dataset.SetProjection("EPSG:4326")
        dataset.GetRasterBand(1).WriteArray(np.linspace(-1, 1, 200).reshape(10, 20) * (year - 2000))
        dataset = None
    return tmp_path


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "target", "styles", "legend"),
    [
        ("en", "TEMPORARY_OUTPUT", ["Carbon emission", "Net carbon emission"], "Marked increase (Z > 1.66)"),
        ("zh-Hans", "trends.gpkg", ["净碳排放量", "碳排放总量"], "显著增加 (Z > 1.66)"),
    ],
)
def test_maps_and_rasters_open_styled(qgis_window, data, language, target, styles, legend):
    target = target if target == "TEMPORARY_OUTPUT" else data / target
    run = qgis_window(RUN_BOTH, data, UNITS, target, language=language)
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    layers = [line.split(" | ") for line in lines if line.startswith("layer ")]
    (trends,) = [line for line in layers if line[1] == "RuleRenderer"]
    assert trends[2] == ("Carbon emission" if language == "en" else "碳排放总量") and trends[3] == str(styles)
    kinds = sorted(line[1] for line in layers if line is not trends)
    assert kinds == ["paletted", *["singlebandpseudocolor"] * 3]
    shown = [line.split(" | ")[1] for line in lines if line.startswith("legend ")]
    assert shown.count(legend) == 2  # of the map and of the raster of classes
