"""Land change through the real qgis_process: transitions, ellipses, demand, the model; in Chinese too."""

from pathlib import Path

import pandas as pd
import pytest
from osgeo import gdal

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
LIMITS = Path(__file__).resolve().parents[2] / "resources" / "land_demand" / "limits.csv"


def rasters(*years):
    return [str(SAMPLE / f"landcover_{year}.tif") for year in years]


@pytest.fixture
def in_chinese(monkeypatch):
    """A desktop in Chinese, as far as Qt looks."""
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "zh_CN.UTF-8")


def test_transitions_and_the_demand_that_follows(qgis_process, awkward_folder, in_chinese):
    moved, change, report = (awkward_folder / name for name in ("转移.csv", "变化.tif", "报告.html"))
    run = qgis_process(
        "run", "carbonzoning:landusetransition", UNITS=SAMPLE / "units.gpkg", LAND_COVER=rasters(2010, 2015, 2020),
        OUTPUT=moved, CHANGE=change, REPORT=report,
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    table = pd.read_csv(moved, dtype={"unit": str})
    assert table["unit"].nunique() == 81 and set(table["to_year"]) == {2015, 2020}
    raster = gdal.Open(str(change))
    assert [raster.GetRasterBand(band).GetDescription() for band in (1, 2)] == ["2010-2015", "2015-2020"]
    page = report.read_text(encoding="utf-8")
    assert '<html lang="zh">' in page and "土地利用" in page
    demand, check = awkward_folder / "需求.csv", awkward_folder / "检验.csv"
    run = qgis_process(
        "run", "carbonzoning:landusedemand", TRANSITIONS=moved, LIMITS=LIMITS, OUTPUT=demand, VALIDATION=check,
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert set(pd.read_csv(demand)["scenario"]) == {"baseline", "low", "high"}
    assert len(pd.read_csv(check)) == 82


def test_ellipses_of_classes(qgis_process, tmp_path):
    run = qgis_process(
        "run", "carbonzoning:landuseellipse", LAND_COVER=rasters(2000, 2020), SIZE=1, OUTPUT=tmp_path / "ellipses.gpkg",
        CENTRES=tmp_path / "centres.gpkg",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert "equal-area" in run.output or "own CRS" in run.output


def test_ellipses_of_features(qgis_process, tmp_path):
    run = qgis_process(
        "run", "carbonzoning:deviationalellipse", INPUT=SAMPLE / "units.gpkg", OUTPUT=tmp_path / "ellipse.gpkg",
        CENTRES=tmp_path / "centres.gpkg",
    )  # fmt: skip
    assert run.exit_code == 0, run.output


def refused(qgis_process, tmp_path):
    run = qgis_process("run", "carbonzoning:landusetransition", LAND_COVER=rasters(2020), OUTPUT=tmp_path / "moved.csv")
    assert run.exit_code == 1 and "Traceback" not in run.output
    assert not (tmp_path / "moved.csv").exists()
    return run.output


def test_a_fault_is_a_sentence_and_exit_code_1(qgis_process, tmp_path):
    assert "a change needs two or more" in refused(qgis_process, tmp_path)


def test_a_fault_is_a_sentence_in_chinese_too(qgis_process, tmp_path, in_chinese):
    assert "变化分析至少需要两个年份" in refused(qgis_process, tmp_path)


def test_the_model(qgis_process, tmp_path):
    report = tmp_path / "report.html"
    run = qgis_process(
        "run", "carbonzoning:landchange", UNITS=SAMPLE / "units.gpkg", LAND_COVER=rasters(2010, 2020),
        **{"transitions:Report": report, "ellipses:Ellipses": tmp_path / "ellipses.gpkg"},
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert "How intensively land is used" in report.read_text(encoding="utf-8")
