"""Every fault of a user's tables is told in a sentence, before anything is written."""

import os
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"


def statistics(**changes):
    columns = {
        "unit": ["1", "2"],
        "year": [2000, 2000],
        "population": [1000, 2000],
        "gdp": [5000, 9000],
        "raw_coal_t": [10, 20],
        "pigs_head": [30, 40],
    }
    return {**columns, **changes}


@pytest.fixture
def refused(run, write_csv, tmp_path):
    """Run the accounting on changed statistics; give the sentence, and check that no file was left."""

    def refuse(table=None, other=(), **changes) -> str:
        output = tmp_path / "results" / "accounts.gpkg"
        output.parent.mkdir(exist_ok=True)
        parameters = {
            "STATISTICS": table or write_csv("statistics.csv", **statistics(**changes)),
            "OUTPUT": str(output),
        }
        with pytest.raises(QgsProcessingException) as caught:
            run("carbonaccounting", **{**parameters, "REPORT": str(output.with_suffix(".html")), **dict(other)})
        assert list(output.parent.iterdir()) == []
        return str(caught.value)

    return refuse


def test_a_unit_and_year_twice(refused):
    assert "has more than one row for 1 2000" in refused(unit=["1", "1.0"])


def test_words_among_numbers(refused):
    text = refused(gdp=["about 5000", "9000"])
    assert "column “gdp” should hold numbers (10⁴ currency), but 1 cell holds text: “about 5000” (1 2000)" in text


def test_a_negative_herd(refused):
    assert "column “pigs_head” (head) is negative in 1 row: -3 (2 2000)" in refused(pigs_head=[30, -3])


def test_a_key_without_value(refused):
    assert "column “unit” is empty in 1 row (row 2)" in refused(unit=["1", ""])


def test_a_year_that_is_none(refused):
    assert "holds “20x0” (1, row 1) where a year between 1900 and 2100 was expected" in refused(year=["20x0", "2000"])


def test_001_against_1_in_one_table(refused):
    assert "differ only in leading zeros: 001 / 1" in refused(unit=["001", "1"])


def test_001_against_1_in_two_tables(refused, write_csv):
    areas = write_csv("areas.csv", unit=["001", "002"], year=[2000, 2000], forest_ha=[5, 6])
    assert "differ only in leading zeros: 001 / 1, 002 / 2" in refused(other={"AREAS": areas})


def test_no_unit_in_common(refused, write_csv):
    areas = write_csv("areas.csv", unit=["x", "y"], year=[2000, 2000], forest_ha=[5, 6])
    assert "“statistics” and “areas” have no unit in common: 1, 2 against x, y" in refused(other={"AREAS": areas})


def test_all_faults_in_one_go(refused):
    text = refused(gdp=["ten", "9000"], pigs_head=[30, -3])
    assert "“gdp”" in text and "“pigs_head”" in text


def test_an_empty_table(refused):
    assert "“statistics” has no rows" in refused(**{name: [] for name in statistics()})


def test_nothing_to_account_for(refused, write_csv):
    table = write_csv("statistics.csv", unit=["1"], year=[2000], rainfall=[7])
    assert "has no column that the profile “qinba” has a coefficient for" in refused(table)


def test_a_table_of_coefficients_with_faults(refused, write_csv):
    coefficients = write_csv(
        "mine.csv", key=["a", "b"], component=["ce_a", "ce_b"], column=["a_t", "b_t"], factor=["x", "x"],
        role=["multiply", "guess"], value=["much", "1"],
    )  # fmt: skip
    text = refused(other={"COEFFICIENTS": coefficients})
    assert "much" in text and "guess" in text


def test_a_map_year_that_is_not_there(refused):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string", "counties", "memory")
    from qgis.core import QgsFeature, QgsGeometry

    feature = QgsFeature(layer.fields())
    feature.setAttributes(["1"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,1 0,1 1,0 0))"))
    layer.dataProvider().addFeature(feature)
    assert "cannot show 1999: the accounts have 2000" in refused(
        other={"UNITS": layer, "MAP_YEAR": 1999, "MAP": MEMORY}
    )


def test_empty_units(refused):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string", "counties", "memory")
    assert "“counties” has no rows" in refused(other={"UNITS": layer, "MAP": MEMORY})


def test_a_gb18030_table_knows_its_columns_by_their_names(run, tmp_path):
    path = tmp_path / "gb.csv"
    path.write_bytes("区县,年份,总人口\n甲,2000,5000\n乙,2000,6000\n".encode("gb18030"))
    outcome = run("carbonaccounting", STATISTICS=str(path), UNIT_FIELD="区县", YEAR_FIELD="年份", OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["unit"].tolist() == ["甲", "乙"]
    with pytest.raises(QgsProcessingException, match="has no column “县”; its columns are 区县, 年份, 总人口"):
        run("carbonaccounting", STATISTICS=str(path), UNIT_FIELD="县", YEAR_FIELD="年份", OUTPUT=MEMORY)


def test_a_map_without_polygons_is_told(run, write_csv, tmp_path):
    table = write_csv("s.csv", **statistics())
    outcome = run("carbonaccounting", STATISTICS=table, OUTPUT=MEMORY, MAP=str(tmp_path / "map.gpkg"))
    assert "No map: no polygons of the units were given." in outcome.log


def test_accounts_without_a_single_total_have_no_units_in_balance(run, write_csv):
    table = write_csv("s.csv", unit=["1"], year=[2000], population=[""], forest_ha=["5"])
    outcome = run("carbonaccounting", STATISTICS=table, OUTPUT=MEMORY)
    assert "BALANCED_UNITS" not in outcome.results


def test_a_chinese_name_with_a_quote_is_no_fault(run, write_csv):
    names = ['宁强县 "东"', "O'Brien; & <b>"]
    outcome = run("carbonaccounting", STATISTICS=write_csv("s.csv", **statistics(unit=names)), OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["unit"].tolist() == names


def test_missing_cells_are_left_and_counted(run, write_csv):
    table = write_csv("s.csv", **statistics(raw_coal_t=["", "20"]))
    outcome = run("carbonaccounting", STATISTICS=table, OUTPUT=MEMORY)
    frame = outcome.frame("OUTPUT").set_index("unit")
    assert pd.isna(frame.loc["1", "ce"]) and frame.loc["2", "ce"] > 0
    assert any("raw_coal_t" in line for line in outcome.log)
    zero = run("carbonaccounting", STATISTICS=table, MISSING=1, OUTPUT=MEMORY).frame("OUTPUT").set_index("unit")
    assert zero.loc["1", "ce"] > 0


# --- outputs that cannot be written ----------------------------------------------------------------------------------


def test_a_folder_that_is_not_there(run, write_csv, tmp_path):
    with pytest.raises(QgsProcessingException, match="could not be written: the folder does not exist"):
        run(
            "carbonaccounting",
            STATISTICS=write_csv("s.csv", **statistics()),
            OUTPUT=str(tmp_path / "nowhere" / "a.gpkg"),
        )


def test_a_shapefile_is_refused(run, write_csv, tmp_path):
    with pytest.raises(QgsProcessingException):
        run("carbonaccounting", STATISTICS=write_csv("s.csv", **statistics()), OUTPUT=str(tmp_path / "a.shp"))


def test_a_name_that_is_too_long(run, write_csv, tmp_path):
    with pytest.raises(QgsProcessingException, match="could not be written: its name is too long"):
        run(
            "carbonaccounting",
            STATISTICS=write_csv("s.csv", **statistics()),
            OUTPUT=str(tmp_path / f"{'a' * 260}.gpkg"),
        )


def test_more_columns_than_a_geopackage_holds(run, write_csv, tmp_path):
    many = {f"column_{number}": [1, 2] for number in range(2000)}
    table = write_csv("s.csv", **statistics(), **many)
    with pytest.raises(QgsProcessingException, match="would have 2007 columns, but such a file holds 1990"):
        run("carbonaccounting", STATISTICS=table, OUTPUT=str(tmp_path / "a.gpkg"))
    assert not (tmp_path / "a.gpkg").exists()
    run("carbonaccounting", STATISTICS=table, OUTPUT=str(tmp_path / "a.csv"))


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods"])
def test_text_that_a_spreadsheet_would_run_stays_text(run, write_csv, tmp_path, suffix):
    texts = ["=1+1", "of:=1+1", "+cmd|' /C calc'!A0", "@sum(a)", "-2+3", "-5", "+3.5", "-", "O'Brien"]
    table = QgsVectorLayer(
        "None?field=unit:string&field=year:int&field=population:double&field=note:string", "t", "memory"
    )
    from qgis.core import QgsFeature

    for number, text in enumerate(texts):
        feature = QgsFeature(table.fields())
        feature.setAttributes([f"={number}", 2000, 5000.0, text])
        assert table.dataProvider().addFeature(feature)
    output = str(tmp_path / f"out.{suffix}")
    run("carbonaccounting", STATISTICS=table, OUTPUT=output)
    written = [feature["note"] for feature in QgsVectorLayer(output, "o", "ogr").getFeatures()]
    assert written[:5] == [f"'{text}" for text in texts[:5]] and written[8] == "O'Brien"
    again = run("carbonaccounting", STATISTICS=output, OUTPUT=MEMORY).frame("OUTPUT")
    assert again["note"].tolist()[:5] == texts[:5] and again["unit"].tolist() == [f"={n}" for n in range(len(texts))]


@pytest.fixture
def small_disk(tmp_path):
    """A function that mounts a small disk, read-only or not."""
    mounted = []

    def mount(options: str):
        folder = tmp_path / "disk"
        folder.mkdir()
        if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]).returncode:
            pytest.skip("mounting a small disk needs root")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", folder], check=True)


def test_a_read_only_folder(run, write_csv, small_disk):
    folder = small_disk("ro,size=1m")
    with pytest.raises(QgsProcessingException, match="could not be written: it is read-only"):
        run("carbonaccounting", STATISTICS=write_csv("s.csv", **statistics()), OUTPUT=str(folder / "a.gpkg"))


@pytest.mark.parametrize("suffix", ["gpkg", "csv"])
def test_a_full_disk(run, write_csv, small_disk, suffix):
    folder = small_disk("size=300k")
    count = 4000
    table = write_csv(
        "s.csv", unit=[f"unit {n}" for n in range(count)], year=[2000] * count, population=range(1000, 1000 + count),
        gdp=[5000] * count, raw_coal_t=[1] * count,
    )  # fmt: skip
    with pytest.raises(QgsProcessingException, match=r"could not be written|Could not"):
        run("carbonaccounting", STATISTICS=table, OUTPUT=str(folder / f"a.{suffix}"))
    assert list(folder.iterdir()) == []


def test_an_existing_result_survives_a_refused_run(run, write_csv, tmp_path):
    output = tmp_path / "a.gpkg"
    run("carbonaccounting", STATISTICS=write_csv("s.csv", **statistics()), OUTPUT=str(output))
    before = shutil.copy(output, tmp_path / "copy.gpkg")
    with pytest.raises(QgsProcessingException):
        run("carbonaccounting", STATISTICS=write_csv("s.csv", **statistics(gdp=["ten", "1"])), OUTPUT=str(output))
    assert output.read_bytes() == (tmp_path / "copy.gpkg").read_bytes() and before


def test_another_table_in_the_same_geopackage_survives(run, write_csv, tmp_path):
    package = tmp_path / "all.gpkg"
    table = write_csv("s.csv", **statistics())
    run("carbonaccounting", STATISTICS=table, OUTPUT=str(package))
    run("carbonaccounting", STATISTICS=table, REGION=f"ogr:dbname='{package}' table=\"region\" (geom)", OUTPUT=MEMORY)
    assert (
        QgsVectorLayer(f"{package}|layername=a", "a", "ogr").isValid()
        or QgsVectorLayer(str(package), "a", "ogr").isValid()
    )
    assert QgsVectorLayer(f"{package}|layername=region", "r", "ogr").featureCount() == 1


@pytest.mark.parametrize("suffix", ["csv", "gpkg"])
def test_the_table_that_is_read_is_never_overwritten(run, write_csv, tmp_path, suffix):
    table = write_csv("s.csv", **statistics())
    if suffix == "gpkg":
        run("carbonaccounting", STATISTICS=table, OUTPUT=str(tmp_path / "s.gpkg"))
        table = str(tmp_path / "s.gpkg")
    before = Path(table).read_bytes()
    with pytest.raises(QgsProcessingException, match="is read by this run as “Statistics by unit and year”"):
        run("carbonaccounting", STATISTICS=table, OUTPUT=table)
    assert Path(table).read_bytes() == before


def test_the_units_are_never_overwritten_by_their_map(run, tmp_path):
    sample = Path(__file__).resolve().parents[2] / "resources" / "sample"
    units = str(shutil.copy(sample / "units.gpkg", tmp_path / "u.gpkg"))
    before = Path(units).read_bytes()
    with pytest.raises(QgsProcessingException, match="so “Map of net emission” cannot be written there"):
        run("carbonaccounting", STATISTICS=str(sample / "statistics.csv"), UNITS=units, MAP=units, OUTPUT=MEMORY)
    assert Path(units).read_bytes() == before


def test_one_file_for_two_outputs(run, write_csv, tmp_path):
    path = str(tmp_path / "all.gpkg")
    with pytest.raises(QgsProcessingException, match="several outputs: “Carbon accounts”, “Region by year”"):
        run("carbonaccounting", STATISTICS=write_csv("s.csv", **statistics()), OUTPUT=path, REGION=path)
    assert not Path(path).exists()


def test_a_table_in_a_geopackage_is_written_again_without_a_question(run, write_csv, tmp_path):
    package = tmp_path / "all.gpkg"
    for _ in range(2):
        run(
            "carbonaccounting",
            STATISTICS=write_csv("s.csv", **statistics()),
            OUTPUT=f"ogr:dbname='{package}' table=\"accounts\" (geom)",
        )
    assert QgsVectorLayer(f"{package}|layername=accounts", "accounts", "ogr").listStylesInDatabase()[0] == 1


# --- Cancel ----------------------------------------------------------------------------------------------------------


class CancelAt(QgsProcessingFeedback):
    """Presses Cancel once the bar has reached a point."""

    def __init__(self, percent: float):
        super().__init__()
        self.percent = percent
        self.progressChanged.connect(self.look)

    def look(self, progress: float) -> None:
        if progress >= self.percent:
            self.cancel()


def test_cancel_halfway_leaves_nothing(run, write_csv, tmp_path):
    output = tmp_path / "results" / "a.gpkg"
    output.parent.mkdir()
    outcome = run(
        "carbonaccounting", feedback=CancelAt(20), STATISTICS=write_csv("s.csv", **statistics()), OUTPUT=str(output)
    )
    assert outcome.results == {} or "OUTPUT" not in outcome.results
    assert list(output.parent.iterdir()) == []


# --- every input is looked at before anything is said ----------------------------------------------------------------


def test_faults_of_all_inputs_of_an_account_at_once(refused, write_csv, squares):
    units = squares(2, "counties")
    units.dataProvider().changeAttributeValues({1: {0: "2"}})
    other = {
        "AREAS": write_csv("areas.csv", unit=["1", "2"], year=["20x0", "2000"], forest_ha=[5, 6]),
        "UNITS": units, "UNITS_ID_FIELD": "unit", "MAP": MEMORY,
        "COEFFICIENTS": write_csv("mine.csv", key=["a"], component=["ce_a"], column=["a_t"], factor=["x"],
                                  role=["guess"], value=["1"]),
    }  # fmt: skip
    text = refused(other=other, pigs_head=[30, -3])
    assert all(told in text for told in ("“pigs_head”", "“20x0”", "more than one feature for the unit 2", "guess"))


def test_faults_of_all_inputs_of_an_overlay_at_once(run, write_csv, squares):
    units = squares(2, "counties")
    units.dataProvider().changeAttributeValues({1: {0: "2"}})
    ragged = write_csv("trends.csv", unit=["1"], ce_score=["x"])
    with open(ragged, "a", encoding="utf-8") as file:
        file.write("2,1,234\n")
    rules = write_csv("rules.csv", index=["CE"], column=["ce_score"], source=["nowhere"])
    with pytest.raises(QgsProcessingException) as caught:
        run("zoningoverlay", UNITS=units, TRENDS=ragged, RULES=rules, OUTPUT=MEMORY)
    text = str(caught.value)
    assert "more than one feature for the unit 2" in text and "more cells than there are headings" in text
    assert "rules" in text
