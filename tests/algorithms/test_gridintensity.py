"""Carbon and services on a grid, as a planner runs it on the sample: cells that add up to the accounts, and faults."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsProcessingException, QgsRasterLayer

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture(scope="module")
def land_cover():
    return [str(SAMPLE / f"landcover_{year}.tif") for year in (2000, 2020)]


@pytest.fixture
def given(run, land_cover, tmp_path):
    areas, accounts = str(tmp_path / "areas.gpkg"), str(tmp_path / "accounts.gpkg")
    units = str(SAMPLE / "units.gpkg")
    run("landuseareas", UNITS=units, LAND_COVER=land_cover, OUTPUT=areas)
    run("carbonaccounting", STATISTICS=str(SAMPLE / "statistics.csv"), AREAS=areas, OUTPUT=accounts)
    return {"UNITS": units, "LAND_COVER": land_cover, "ACCOUNTS": accounts, "OUTPUT": TEMPORARY}


def test_squares_add_up_to_the_accounts(run, given):
    outcome = run("gridintensity", **given, CELL_SIZE=20000, CHECK=TEMPORARY)
    table, check = outcome.frame("OUTPUT"), outcome.frame("CHECK")
    assert list(table.columns) == [
        "cell", "year", "area_ha", "inside", "cropland_ha", "shrubland_ha", "forest_ha", "grassland_ha", "water_ha",
        "urban_ha", "unused_ha", "ce", "cs", "nce", "esv", "ce_t_km2", "nce_t_km2", "esv_km2",
    ]  # fmt: skip
    assert outcome["CELLS"] == table["cell"].nunique() > 600 and table["inside"].between(0, 1).all()
    known = check.dropna()
    np.testing.assert_allclose(known["cells_sum"], known["unit_sum"], rtol=1e-9)
    accounts = run_frame(given["ACCOUNTS"])  # without one of the units
    for year in (2000, 2020):
        of_year = table[table["year"] == year]
        cells = check[(check["year"] == year) & (check["column"] == "cs")]
        assert of_year["cs"].sum() < cells["cells_sum"].sum()  # cells that reach into that unit are missing
        assert cells["unit_sum"].sum() == pytest.approx(accounts.loc[accounts["year"] == year, "cs"].sum())
        inside = of_year[of_year["inside"] > 0.999]
        assert inside["area_ha"].max() == pytest.approx(40000, rel=0.03)
    full = table[table["ce"].notna()]
    np.testing.assert_allclose(full["nce_t_km2"], full["nce"] / (full["area_ha"] / 100))
    assert any("sums over the cells equal the accounts" in line for line in outcome.log)
    layer = outcome.layer("OUTPUT")
    assert layer.featureCount() == len(table) and layer.styleManager().currentStyle() == "Net carbon emission per km²"
    square = next(layer.getFeatures()).geometry().boundingBox()
    assert (square.width(), square.height()) == (20000, 20000) and square.xMinimum() % 20000 == 0
    assert layer.attributeAlias(layer.fields().indexFromName("esv")) == "Ecosystem service value (10⁴ currency/a)"


def run_frame(path):
    from qgis.core import QgsVectorLayer

    from .conftest import frame_of

    return frame_of(QgsVectorLayer(path, "", "ogr"))


def test_cells_along_a_raster_and_little_cells_dropped(run, given, tmp_path):
    from osgeo import gdal

    coarse = str(tmp_path / "coarse.tif")
    gdal.Warp(coarse, given["LAND_COVER"][0], dstSRS="EPSG:4326", xRes=0.25, yRes=0.25, outputType=gdal.GDT_Float32)
    outcome = run("gridintensity", **given, GRID_RASTER=coarse, MINIMUM_INSIDE=50)
    table, layer = outcome.frame("OUTPUT"), outcome.layer("OUTPUT")
    assert table["inside"].min() >= 0.5 and layer.crs().authid() == "EPSG:4326"
    box, origin = next(layer.getFeatures()).geometry().boundingBox(), QgsRasterLayer(coarse).extent()
    assert box.width() == pytest.approx(0.25)
    assert ((box.xMinimum() - origin.xMinimum()) / 0.25) % 1 == pytest.approx(0, abs=1e-6)
    assert any("were dropped" in line for line in outcome.warnings)


def test_own_settings_reach_the_cells(run, given, write_csv):
    equivalents = write_csv("own.csv", ecosystem=["built_up"], service=["purification"], equivalent=[-4])
    one = {**given, "LAND_COVER": given["LAND_COVER"][:1], "CELL_SIZE": 50000}
    base = run("gridintensity", **one, VALUE=1000).frame("OUTPUT").set_index("cell")
    own = run("gridintensity", **one, VALUE=1000, EQUIVALENTS=equivalents).frame("OUTPUT").set_index("cell")
    np.testing.assert_allclose(own["esv"] - base["esv"], -4 * 1000 * base["urban_ha"] / 1e4, atol=1e-6)
    other = run("gridintensity", **one, PROFILE=2)
    assert any("differ from" in line and "landcoef" in line for line in other.warnings)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, "Neither a size"),
        ({"CELL_SIZE": 100}, "larger cells"),
        ({"CELL_SIZE": 20000, "GRID_RASTER": str(SAMPLE / "landcover_2000.tif")}, "given twice"),
    ],
)
def test_cells_that_cannot_be(run, given, parameters, said):
    with pytest.raises(QgsProcessingException, match=said):
        run("gridintensity", **given, **parameters)


def test_accounts_of_other_years_or_units(run, given, write_csv):
    accounts = {"unit": ["900101"], "year": [1999], "ce": [1.0], "ce_energy": [1.0]}
    with pytest.raises(QgsProcessingException, match="none of the years"):
        run("gridintensity", **{**given, "ACCOUNTS": write_csv("a.csv", **accounts), "CELL_SIZE": 50000})
    with pytest.raises(QgsProcessingException, match="no unit"):
        frame = {**accounts, "unit": ["x"], "year": [2000]}
        run("gridintensity", **{**given, "ACCOUNTS": write_csv("b.csv", **frame), "CELL_SIZE": 50000})
    table = run(
        "gridintensity", **{**given, "ACCOUNTS": write_csv("c.csv", **{**accounts, "year": [2000]}), "CELL_SIZE": 10000}
    )
    assert pd.notna(table.frame("OUTPUT")["ce"]).sum() > 0
