"""Land-use transitions as a planner runs them: the worked case, faults in a sentence, the sample region, the report."""

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from tests.algorithms.test_landuseareas import HALVES, MEMORY, square, write_raster, write_units

# crop 6, forest 5, grass 2, urban 2 cells of 0.09 ha; 0 is nodata
BEFORE = [[1, 1, 1, 1], [1, 1, 2, 2], [2, 2, 2, 4], [4, 8, 8, 0]]
AFTER = [[1, 1, 1, 1], [8, 8, 2, 2], [2, 2, 1, 4], [4, 8, 8, 0]]
MEASURED = {"AREA_METHOD": 1, "OUTPUT": MEMORY, "DYNAMICS": MEMORY, "INTENSITY": MEMORY}


@pytest.fixture(scope="module")
def sample():
    folder = Path(__file__).parents[2] / "resources" / "sample"
    rasters = sorted(str(path) for path in folder.glob("landcover_*.tif"))
    return {"UNITS": str(folder / "units.gpkg"), "LAND_COVER": [rasters[0], *rasters[2::2]]}


@pytest.fixture
def rasters(awkward_folder):
    return [
        write_raster(awkward_folder / f"lc_{year}.tif", cells, size=30.0, nodata=0)
        for year, cells in ((2015, BEFORE), (2020, AFTER))
    ]


def test_the_worked_case_without_units(run, rasters):
    outcome = run("landusetransition", LAND_COVER=rasters, **MEASURED)
    table = outcome.frame("OUTPUT")
    assert set(table["unit"]) == {"all"} and table["area_ha"].sum() == pytest.approx(15 * 0.09)
    dynamics = outcome.frame("DYNAMICS").set_index("class")
    degrees = dynamics.loc[["cropland", "forest", "grassland", "urban"], "k_single"].tolist()
    assert degrees == pytest.approx([-10 / 3, -4, 0, 20])
    assert dynamics.loc["all", ["lc_half", "lc_full"]].tolist() == pytest.approx([2, 4])
    intensity = outcome.frame("INTENSITY")
    pace = intensity[intensity["level"] == "interval"].iloc[0]
    assert (pace["intensity"], pace["uniform"], pace["verdict"]) == (pytest.approx(4), pytest.approx(4), "uniform")
    assert any("15 cells" in line for line in outcome.log)
    layer = outcome.layer("DYNAMICS")
    assert layer.attributeAlias(layer.fields().indexFromName("lc_half")).endswith("(%/a)")


def test_units_have_rows_of_their_own_and_add_up(run, rasters):
    units = write_units(
        {key: [[(0.3 * x, 0.3 * y) for x, y in ring] for ring in rings] for key, rings in HALVES.items()}
    )
    both = run("landusetransition", UNITS=units, LAND_COVER=rasters, **MEASURED).frame("OUTPUT")
    whole = run("landusetransition", LAND_COVER=rasters, **MEASURED).frame("OUTPUT")
    keys = ["from_class", "to_class"]
    assert set(both["unit"]) == {"west", "east"}
    assert both.groupby(keys)["area_ha"].sum().to_dict() == pytest.approx(whole.set_index(keys)["area_ha"].to_dict())


def test_margins_are_the_class_areas(run, sample):
    areas = run("landuseareas", UNITS=sample["UNITS"], LAND_COVER=sample["LAND_COVER"], OUTPUT=MEMORY).frame("OUTPUT")
    outcome = run(
        "landusetransition",
        UNITS=sample["UNITS"],
        LAND_COVER=sample["LAND_COVER"],
        PAIRS=1,
        **{**MEASURED, "AREA_METHOD": 0},
    )
    dynamics = outcome.frame("DYNAMICS")
    first, last = int(areas["year"].min()), int(areas["year"].max())
    assert set(zip(dynamics["from_year"], dynamics["to_year"])) == {(first, last)}
    areas = areas.set_index(["unit", "year"])
    for row in dynamics[dynamics["class"] != "all"].itertuples():
        column = f"{row[4]}_ha"
        # cells without a class at one date do not count, so areas may be smaller but never larger
        assert row.start_ha <= areas.loc[(row.unit, first), column] * (1 + 1e-9)
        assert row.end_ha <= areas.loc[(row.unit, last), column] * (1 + 1e-9)
        assert row.start_ha == pytest.approx(areas.loc[(row.unit, first), column], rel=0.02, abs=30)


def test_the_raster_of_changes_and_its_style(run, rasters, tmp_path):
    path = str(tmp_path / "change.tif")
    outcome = run("landusetransition", LAND_COVER=rasters, CHANGE=path, **MEASURED)
    assert outcome["CHANGE"] == path
    written = gdal.Open(path)
    ranks = {text: int(name.split("_")[1]) for name, text in written.GetMetadata().items() if name.startswith("CLASS_")}
    cells = written.GetRasterBand(1).ReadAsArray()
    assert (cells == 1000 * ranks["cropland"] + ranks["urban"]).sum() == 2
    assert (cells == 0).sum() == 1 and written.GetRasterBand(1).GetDescription() == "2015-2020"
    qml = (tmp_path / "change.qml").read_text(encoding="utf-8")
    assert "paletted" in qml and "Urban growth: from cropland" in qml and "Forest → forest" not in qml


def test_several_dates_and_all_pairs(run, awkward_folder, tmp_path):
    generator = np.random.default_rng(0)
    pictures = generator.choice([1, 2, 4, 8], (3, 20, 20))
    rasters = [write_raster(awkward_folder / f"{2000 + 5 * n}.tif", cells) for n, cells in enumerate(pictures)]
    path = str(tmp_path / "change.tif")
    outcome = run("landusetransition", LAND_COVER=rasters, PAIRS=2, CHANGE=path, **MEASURED)
    assert len(outcome.frame("DYNAMICS").query("`class` == 'all'")) == 3
    assert gdal.Open(path).RasterCount == 3
    last = run("landusetransition", LAND_COVER=rasters, PAIRS=1, CHANGE=path, **MEASURED)
    assert gdal.Open(path).RasterCount == 1
    changed = (pictures[:-1] != pictures[1:]).mean(axis=(1, 2)).sum() / 10 * 100
    pace = last.frame("INTENSITY").query("level == 'interval'")
    assert pace["uniform"].tolist() == pytest.approx([changed])


def test_the_report(run, sample, tmp_path):
    path = tmp_path / "report.html"
    run("landusetransition", **sample, REPORT=str(path), OUTPUT=MEMORY)
    page = path.read_text(encoding="utf-8")
    assert page.count("<svg view") >= 4 and "NaN" not in page and ">nan<" not in page


# --- bad input -------------------------------------------------------------------------------------------------------


def refused(run, **parameters):
    with pytest.raises(QgsProcessingException) as error:
        run("landusetransition", **{**MEASURED, **parameters})
    return str(error.value)


def test_one_raster_or_two_of_one_year(run, rasters, awkward_folder):
    assert "2015" in refused(run, LAND_COVER=rasters[:1]) and "two or more" in refused(run, LAND_COVER=rasters[:1])
    assert "two or more" in refused(run, LAND_COVER=rasters, YEARS="2015;2015")


def test_no_cell_valid_in_both(run, rasters, awkward_folder):
    holes = np.where(np.array(BEFORE) > 0, 0, 1)
    other = write_raster(awkward_folder / "lc_2030.tif", holes, size=30.0, nodata=0)
    text = refused(run, LAND_COVER=[rasters[0], other])
    assert "No cell has a class in both 2015 and 2030" in text


def test_half_a_cell(run, rasters, awkward_folder):
    shifted = write_raster(awkward_folder / "lc_2030.tif", AFTER, size=30.0, nodata=0, west=100_015)
    text = refused(run, LAND_COVER=[rasters[0], shifted])
    assert "lc_2030" in text and "0.5 columns" in text and "RESAMPLE" in text
    outcome = run("landusetransition", LAND_COVER=[rasters[0], shifted], RESAMPLE=1, **MEASURED)
    assert any("nearest neighbour" in line for line in outcome.log)


def test_codes_that_the_legend_does_not_know(run, rasters, awkward_folder):
    other = write_raster(awkward_folder / "lc_2030.tif", np.where(np.array(AFTER) == 8, 77, AFTER), size=30.0, nodata=0)
    text = refused(run, LAND_COVER=[rasters[0], other])
    assert "77" in text and "lc_2030" in text


def test_a_failed_run_leaves_no_raster(run, rasters, awkward_folder, tmp_path):
    other = write_raster(awkward_folder / "lc_2030.tif", np.where(np.array(AFTER) == 8, 77, AFTER), size=30.0, nodata=0)
    path = tmp_path / "change.tif"
    refused(run, LAND_COVER=[rasters[0], other], CHANGE=str(path))
    assert not path.exists()


def test_a_class_of_one_date_and_a_unit_without_cells_are_told(run, rasters, awkward_folder):
    other = write_raster(awkward_folder / "lc_2030.tif", np.where(np.array(AFTER) == 8, 1, AFTER), size=30.0, nodata=0)
    ring = [(0.3 * x, 0.3 * y) for x, y in square(0, 0, 4, 4)]
    units = write_units({"here": [ring], "away": [square(50, 50, 51, 51)]})
    outcome = run("landusetransition", UNITS=units, LAND_COVER=[rasters[0], other], **MEASURED)
    warnings = " ".join(outcome.warnings)
    assert "Urban land" in warnings and "2015 but not in 2030" in warnings and "away" in warnings
    assert set(outcome.frame("OUTPUT")["unit"]) == {"here"}


def test_a_unit_without_cells_at_one_date_is_told(run, rasters, awkward_folder):
    half = np.array(AFTER)
    half[:, :2] = 0
    other = write_raster(awkward_folder / "lc_2030.tif", half, size=30.0, nodata=0)
    left, right = ([(0.3 * x, 0.3 * y) for x, y in square(*corners)] for corners in ((0, 0, 2, 4), (2, 0, 4, 4)))
    units = write_units({"west": [left], "east": [right]})
    outcome = run("landusetransition", UNITS=units, LAND_COVER=[rasters[0], other], **MEASURED)
    assert set(outcome.frame("OUTPUT")["unit"]) == {"east"}
    assert any("west" in line for line in outcome.warnings)


def test_the_index_of_land_use_as_a_chapter(run, sample, tmp_path, write_csv):
    path = tmp_path / "report.html"
    areas = run("landuseareas", UNITS=sample["UNITS"], LAND_COVER=sample["LAND_COVER"], OUTPUT=MEMORY)
    index = run("landuseintensity", INPUT=areas["OUTPUT"], OUTPUT=MEMORY)
    run("landusetransition", **sample, AREAS=index["OUTPUT"], REPORT=str(path), OUTPUT=MEMORY)
    assert "How intensively land is used" in path.read_text(encoding="utf-8")
    run("landusetransition", **sample, REPORT=str(path), OUTPUT=MEMORY)
    assert "How intensively land is used" not in path.read_text(encoding="utf-8")
    without = write_csv("areas.csv", unit=["1"], year=[2000], forest_ha=[1.0])
    with pytest.raises(QgsProcessingException, match="has no column “cli”"):
        run("landusetransition", **sample, AREAS=without, OUTPUT=MEMORY)
