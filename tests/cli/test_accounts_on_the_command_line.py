"""The main job through the real qgis_process: three steps, the model, styles that travel with the data, exit codes."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

README = Path(__file__).resolve().parents[2] / "README.md"
SAMPLE_YEARS = (2000, 2005, 2010, 2015, 2020)
CALIBRATION = {2000: (41.99, 85.83), 2002: (34.71, 89.83), 2015: (56.42, None), 2020: (54.016, 95.16)}  # 10^6 t C


@pytest.fixture(scope="module")
def sample():
    folder = Path(__file__).resolve().parents[2] / "resources" / "sample"
    return {
        "UNITS": folder / "units.gpkg",
        "LAND_COVER": [folder / f"landcover_{year}.tif" for year in SAMPLE_YEARS],
        "STATISTICS": folder / "statistics.csv",
    }


def check_region(path):
    region = pd.read_csv(path).set_index("year") / 1e6
    for year, (emission, sink) in CALIBRATION.items():
        assert region.loc[year, "ce"] == pytest.approx(emission, rel=1e-3)
        if sink:
            assert region.loc[year, "cs"] == pytest.approx(sink, rel=1e-3)


def check_readme(log, path):
    """What README says is printed is what is printed."""
    readme = README.read_text(encoding="utf-8")
    lines = re.findall(r"^\d{4}: emission .*$", readme, re.MULTILINE)
    assert len(lines) == 2 and all(line in log for line in lines)
    rows = re.findall(r"^(\d{4})((?: +-?[\d.]+){7}) +(\d+) of (\d+)$", readme, re.MULTILINE)
    assert len(rows) == 6
    region = pd.read_csv(path).set_index("year")
    shown = region[["ce", "cs", "nce"]] / 1e6
    shown = shown.join(region[["cs_ce_ratio", "ecc_mean", "esc_mean"]]).join(region["cf_ha"] / 1e5)
    shown = shown.join(region[["balanced_units", "units_counted"]])
    for year, numbers, balanced, counted in rows:
        printed = [float(number) for number in (*numbers.split(), balanced, counted)]
        assert printed == pytest.approx(shown.loc[int(year)].tolist(), abs=6e-4)


def test_three_steps_one_after_the_other(qgis_process, sample, awkward_folder):
    areas, intensity = awkward_folder / "面积.gpkg", awkward_folder / "intensity 2.csv"
    run = qgis_process(
        "run", "carbonzoning:landuseareas", UNITS=sample["UNITS"], LAND_COVER=sample["LAND_COVER"], OUTPUT=areas
    )
    assert run.exit_code == 0, run.output
    assert run.results["CELLS_WITHOUT_CLASS"] == 0
    run = qgis_process("run", "carbonzoning:landuseintensity", INPUT=areas, OUTPUT=intensity)
    assert run.exit_code == 0, run.output
    map_file = awkward_folder / "map.gpkg"
    run = qgis_process(
        "run", "carbonzoning:carbonaccounting", STATISTICS=sample["STATISTICS"], AREAS=intensity, UNITS=sample["UNITS"],
        UNITS_NAME_FIELD="name_zh", OUTPUT=awkward_folder / "accounts.csv", REGION=awkward_folder / "region.csv",
        MAP=map_file, REPORT=awkward_folder / "report.html",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    check_region(awkward_folder / "region.csv")
    accounts = pd.read_csv(awkward_folder / "accounts.csv")
    assert len(accounts) == 80 * 21 and {"cli", "forest_ha", "raw_coal_t", "nce"} <= set(accounts.columns)
    assert (awkward_folder / "accounts.qml").is_file()  # aliases travel beside a CSV
    with closing(sqlite3.connect(map_file)) as database:  # and inside a GeoPackage
        (style,) = database.execute("select styleQML from layer_styles where useAsDefault").fetchone()
    assert "graduatedSymbol" in style and "Net carbon emission" in style


def test_the_model(qgis_process, sample, tmp_path):
    outputs = {f"accounts:{name.capitalize()}": tmp_path / file for name, file in (
        ("accounts", "a.gpkg"), ("region", "region.csv"), ("map", "map.gpkg"), ("report", "report.html"),
    )}  # fmt: skip
    run = qgis_process("run", "carbonzoning:accountsfromlandcover", **sample, UNITS_NAME_FIELD="name", **outputs)
    assert run.exit_code == 0, run.output
    check_region(tmp_path / "region.csv")
    check_readme(run.output, tmp_path / "region.csv")
    assert (tmp_path / "report.html").stat().st_size > 100_000


def test_one_output_of_a_model_is_enough(qgis_process, sample, tmp_path):
    region = tmp_path / "region.csv"
    run = qgis_process("run", "carbonzoning:accountsfromlandcover", **sample, **{"accounts:Region": region})
    assert run.exit_code == 0, run.output
    check_region(region)
    assert [file.name for file in tmp_path.glob("*.csv")] == ["region.csv"]


def test_areas_of_land_use_polygons(qgis_process, tmp_path):
    units, land_use, areas = tmp_path / "units.geojson", tmp_path / "dltb_2019.geojson", tmp_path / "areas.csv"
    square = '{{"type": "Polygon", "coordinates": [[[{0}, 33], [{1}, 33], [{1}, 34], [{0}, 34], [{0}, 33]]]}}'
    feature = '{{"type": "Feature", "properties": {{"{0}": "{1}"}}, "geometry": {2}}}'
    collection = '{{"type": "FeatureCollection", "features": [{}]}}'
    units.write_text(collection.format(feature.format("unit", "1", square.format(108, 109))))
    halves = [
        feature.format("DLBM", code, square.format(west, west + 0.5)) for code, west in (("0101", 108), ("03", 108.5))
    ]
    land_use.write_text(collection.format(", ".join(halves)))
    run = qgis_process("run", "carbonzoning:landuseareasfromvector", UNITS=units, LAND_USE=land_use, OUTPUT=areas)
    assert run.exit_code == 0, run.output
    (row,) = pd.read_csv(areas).to_dict("records")
    assert row["cropland_ha"] == pytest.approx(row["forest_ha"]) and row["coverage_pct"] == pytest.approx(100)
    assert "100 % of the units has a class" in run.output


def test_exported_coefficients(qgis_process, tmp_path):
    run = qgis_process("run", "carbonzoning:exportcoefficients", PROFILE=2, OUTPUT=tmp_path / "landcoef.csv")
    assert run.exit_code == 0, run.output
    table = pd.read_csv(tmp_path / "landcoef.csv")
    assert table.loc[table["column"] == "cropland_ha", "value"].tolist() == [0.422]


def test_a_fault_is_a_sentence_and_exit_code_1(qgis_process, tmp_path):
    table = tmp_path / "statistics.csv"
    table.write_text("unit,year,population\n1,2000,many\n", encoding="utf-8")
    run = qgis_process("run", "carbonzoning:carbonaccounting", STATISTICS=table, OUTPUT=tmp_path / "a.gpkg")
    assert run.exit_code == 1
    assert "column “population” should hold numbers (persons)" in run.output
    assert "Traceback" not in run.output
    assert not (tmp_path / "a.gpkg").exists()


@pytest.mark.parametrize("step", ["landuseareas", "accountsfromlandcover"])
def test_a_single_raster_that_is_not_there_is_named(qgis_process, sample, step):
    """The command line gives one raster as a text, not as a list; a model says the same as its step."""
    given = {"UNITS": sample["UNITS"], "LAND_COVER": "lost_2000.tif"}
    outputs = {"OUTPUT": "TEMPORARY_OUTPUT"}
    if step == "accountsfromlandcover":
        names = ("Accounts", "Region", "Map", "Report")
        outputs = {"STATISTICS": sample["STATISTICS"], **{f"accounts:{name}": "TEMPORARY_OUTPUT" for name in names}}
    run = qgis_process("run", f"carbonzoning:{step}", **given, **outputs)
    assert run.exit_code == 1
    assert "“lost_2000.tif” cannot be opened. Check that the file is there" in run.output


def test_help_is_plain_text(qgis_process):
    run = qgis_process("help", "carbonzoning:carbonaccounting")
    assert run.exit_code == 0
    assert "Carbon emission, carbon sink and net emission" in run.output
    assert "<p>" not in run.output and "<b>" not in run.output
