"""Trends through the real qgis_process: a map with all its styles, rasters with theirs, sentences and exit codes."""

import html
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
YEARS = range(2000, 2012)


@pytest.fixture
def accounts(awkward_folder):
    """Three of the sample region's units: one rises, one falls, one wavers."""
    random = np.random.default_rng(5)
    rows = [
        (unit, year, slope * (year - 2000) + random.normal(), -slope * (year - 2000) + random.normal())
        for unit, slope in (("900101", 2.0), ("900102", -2.0), ("900103", 0.0))
        for year in YEARS
    ]
    path = awkward_folder / "核算 1.csv"
    pd.DataFrame(rows, columns=["unit", "year", "nce", "cs"]).to_csv(path, index=False)
    return path


def test_a_map_with_a_style_for_every_field(qgis_process, accounts, awkward_folder):
    path = awkward_folder / "趋势.gpkg"
    run = qgis_process(
        "run", "carbonzoning:trendtest", INPUT=accounts, UNITS=SAMPLE / "units.gpkg", UNITS_NAME_FIELD="name",
        OUTPUT=path, REPORT=awkward_folder / "report.html",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    with closing(sqlite3.connect(path)) as database:
        styles = dict(database.execute("select styleName, useAsDefault from layer_styles"))
        table = database.execute("select table_name from gpkg_contents where data_type = 'features'").fetchone()[0]
        classes = dict(database.execute(f'select unit, nce_trend from "{table}"'))
    assert styles == {"Carbon sink": 1, "Net carbon emission": 0}
    assert classes["900101"] == 5 and classes["900102"] == 1
    assert (awkward_folder / "report.html").stat().st_size > 30_000


def test_fields_and_options_are_given_one_by_one(qgis_process, accounts, tmp_path):
    run = qgis_process(
        "run", "carbonzoning:trendtest", INPUT=accounts, FIELDS=["nce", "cs"], METHOD=1, THRESHOLD=1.96, FDR="true",
        OUTPUT=tmp_path / "trends.csv",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    found = pd.read_csv(tmp_path / "trends.csv")
    assert list(found["threshold"]) == [1.96] * 3
    assert [name for name in found if name.endswith("_q")] == ["nce_q", "cs_q"]
    assert (tmp_path / "trends.qml").is_file()


def test_a_fault_is_a_sentence_and_exit_code_1(qgis_process, tmp_path):
    table = tmp_path / "accounts.csv"
    table.write_text("unit,year,nce\n1,2000,1\n1,2000,2\n", encoding="utf-8")
    run = qgis_process("run", "carbonzoning:trendtest", INPUT=table, OUTPUT=tmp_path / "t.gpkg")
    assert run.exit_code == 1
    assert "“accounts” has more than one row for 1 2000" in run.output and "Traceback" not in run.output
    assert not (tmp_path / "t.gpkg").exists()


@pytest.fixture
def rasters(awkward_folder):
    gdal = pytest.importorskip("osgeo.gdal")
    random = np.random.default_rng(5)
    paths = []
    for year in YEARS:
        path = awkward_folder / f"产量 {year}.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 30, 20, 1, gdal.GDT_Int16)
        dataset.SetGeoTransform((106.0, 0.01, 0, 33.0, 0, -0.01))
        dataset.SetProjection('GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
                              'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]')  # fmt: skip
        cells = random.normal(100, 5, (20, 30)) + np.linspace(-5, 5, 30) * (year - 2000)
        dataset.GetRasterBand(1).WriteArray(cells.astype(np.int16))
        dataset = None
        paths.append(path)
    return paths


def test_rasters_with_their_styles(qgis_process, rasters, tmp_path):
    outputs = {name: tmp_path / f"{name.lower()}.tif" for name in ("SLOPE", "Z", "P", "TREND")}
    run = qgis_process("run", "carbonzoning:rastertrendtest", LAYERS=rasters, **outputs)
    assert run.exit_code == 0, run.output
    assert run.results["CELLS_WITHOUT_TREND"] == 0
    for path in outputs.values():
        assert path.is_file() and path.with_suffix(".qml").is_file()
    assert "Marked increase (Z > 1.66)" in html.unescape((tmp_path / "trend.qml").read_text(encoding="utf-8"))
    assert len([path for path in tmp_path.iterdir() if path.is_file()]) == 8  # the rasters and their styles


def test_raster_faults_are_sentences(qgis_process, rasters, tmp_path):
    run = qgis_process("run", "carbonzoning:rastertrendtest", LAYERS=rasters[:2], TREND=tmp_path / "trend.tif")
    assert run.exit_code == 1
    assert "A trend needs at least three years of rasters" in run.output and "Traceback" not in run.output
    assert list(tmp_path.glob("*.tif")) == []
