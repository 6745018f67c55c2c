"""Faults are planted one by one in clean data: each is found under its code, and clean data have none."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from osgeo import gdal, osr
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
YEARS = range(2000, 2011)


@pytest.fixture
def counties():
    """A function: squares with keys and names; ``others``: (key, name, WKT) beside them."""

    def make(keys=("1", "2", "3", "4"), others=()):
        layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string&field=label:string", "counties", "memory")
        rows = [
            (key, f"County {key}", f"POLYGON(({100 + n} 32, {101 + n} 32, {101 + n} 33, {100 + n} 33, {100 + n} 32))")
            for n, key in enumerate(keys)
        ]
        features = []
        for key, label, wkt in [*rows, *others]:
            feature = QgsFeature(layer.fields())
            feature.setAttributes([key, label])
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    return make


def clean() -> pd.DataFrame:
    """Eleven years of four counties, steadily growing."""
    random = np.random.default_rng(1)
    frames = []
    for number in range(1, 5):
        growth = 1.02 ** np.arange(len(YEARS)) * random.uniform(0.99, 1.01, len(YEARS))
        frame = pd.DataFrame(
            {"unit": str(number), "year": [str(year) for year in YEARS], "city": "A" if number < 3 else "B"}
        )
        for name, level in {"population": 4e5, "gdp": 9e5, "raw_coal_t": 2e5, "pigs_head": 3e5, "sown_ha": 4e4}.items():
            frame[name] = (level * number**0.3 * growth).round()
        frames.append(frame)
    return pd.concat(frames, ignore_index=True).astype(object)


@pytest.fixture
def check(run, counties, tmp_path):
    """Run the check on changed statistics; give the outcome and the issues."""

    def check(change=None, units=None, **parameters):
        frame = clean()
        if change is not None:
            frame = frame if (changed := change(frame)) is None else changed
        path = tmp_path / "statistics.csv"
        frame.to_csv(path, index=False)
        given = {
            "UNITS": units or counties(),
            "UNITS_NAME_FIELD": "label",
            "STATISTICS": str(path),
            "ISSUES": MEMORY,
            "REPORT": "",
        }
        outcome = run("checkinputs", **{**given, **parameters})
        return outcome, outcome.frame("ISSUES")

    return check


def test_clean_data_have_neither_errors_nor_warnings(check, tmp_path):
    report = tmp_path / "check.html"
    outcome, issues = check(REPORT=str(report))
    assert issues[issues["severity"] != "note"].empty, issues.to_string()
    assert (outcome["ERRORS"], outcome["WARNINGS"], outcome["READY"]) == (0, 0, True)
    page = report.read_text(encoding="utf-8")
    assert "No errors" in page and "no land cover was given" in page and "Numbers by column and year" in page


def put(row, column, value):
    def change(frame):
        frame.loc[row, column] = value

    return change


def times(factor):
    def change(frame):
        frame.loc[5, "gdp"] = frame.loc[5, "gdp"] * factor

    return change


def jump(frame):
    frame.loc[5:10, "raw_coal_t"] = frame.loc[5:10, "raw_coal_t"] * 6


def subtotal(frame):
    numbers = ["population", "gdp", "raw_coal_t", "pigs_head", "sown_ha"]
    total = frame.astype(dict.fromkeys(numbers, float)).groupby("year")[numbers].sum().reset_index()
    return pd.concat([frame, total.assign(unit="Region", city="")], ignore_index=True)


def city_totals(frame):
    numbers = ["population", "gdp", "raw_coal_t", "pigs_head", "sown_ha"]
    total = frame.astype(dict.fromkeys(numbers, float)).groupby(["city", "year"])[numbers].sum().reset_index()
    return pd.concat([frame, total.assign(unit="City " + total["city"])], ignore_index=True)


def whole(frame):
    return frame.assign(sown_ha=frame["sown_ha"] * 1000)


def ten_thousands(frame):
    return frame.rename(columns={"population": "总人口（万人）"})


PLANTED = {
    "key missing": (put(3, "unit", ""), "missing-keys", "error"),
    "key doubled": (lambda frame: pd.concat([frame, frame.iloc[[3]]]), "duplicate-keys", "error"),
    "year doubled": (put(3, "year", "2002"), "duplicate-keys", "error"),
    "key misspelt": (lambda frame: frame.replace({"unit": {"4": "Countj 4"}}), "keys-nearly-alike", "warning"),
    "invisible character": (put(3, "unit", "1\u200b"), "keys-look-alike", "note"),
    "001 for 1": (lambda frame: frame.replace({"unit": {"1": "001"}}), "ambiguous-keys", "error"),
    "in two cities": (put(3, "city", "B"), "units-in-two-groups", "warning"),
    "year as text": (put(3, "year", "next"), "years-not-readable", "error"),
    "year as date": (put(3, "year", "2003-12-31"), "dates-as-years", "note"),
    "year missing": (put(3, "year", ""), "years-not-readable", "error"),
    "row missing": (lambda frame: frame.drop(index=3), "years-without-row", "warning"),
    "gap": (put(3, "gdp", None), "empty-cells", "warning"),
    "empty column": (lambda frame: frame.assign(coke_t=None), "empty-columns", "warning"),
    "negative": (put(3, "gdp", -5), "negative-amounts", "error"),
    "ten times": (times(10), "single-values-off", "warning"),
    "a hundred times": (times(100), "single-values-off", "warning"),
    "a thousand times": (times(1000), "single-values-off", "warning"),
    "a hundredth": (times(0.01), "single-values-off", "warning"),
    "ten thousand times": (times(10000), "single-values-off", "warning"),
    "all a thousand times": (whole, "amounts-out-of-proportion", "warning"),
    "jump": (jump, "levels-that-jump", "warning"),
    "subtotal": (city_totals, "totals-among-units", "warning"),
    "province total": (subtotal, "totals-among-units", "warning"),
    "unknown column": (lambda frame: frame.assign(populatoin=5), "columns-unknown", "note"),
    "text in numbers": (put(3, "gdp", "about 5"), "text-in-numbers", "error"),
    "other unit of measure": (ten_thousands, "other-units", "error"),
}  # fmt: skip

USUAL = {"years-used", "areas-ellipsoidal", "year-areas"}  # notes on clean data
LOST_ROW = {("years-without-row", "warning")}  # a row without a sound key is a row that the panel lacks
STRANGERS = {("units-only-in-first", "warning"), ("units-only-in-second", "warning")}
ALSO: dict[str, set] = {  # what is true of the data too
    "key missing": LOST_ROW,
    "year doubled": LOST_ROW,
    "year as text": LOST_ROW,
    "year missing": LOST_ROW,
    "key misspelt": STRANGERS,
    "subtotal": {("units-only-in-second", "warning")},
    "province total": {("units-only-in-second", "warning"), ("totals-among-units", "warning")},
    "text in numbers": {("empty-cells", "warning")},
}


def found_in(issues):
    """Codes with their severity, notes that clean data have too left out."""
    return {(code, severity) for code, severity in zip(issues["code"], issues["severity"]) if code not in USUAL}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found_and_nothing_else(check, fault):
    change, code, severity = PLANTED[fault]
    outcome, issues = check(change)
    expected = {(code, severity)} | ALSO.get(fault, set())
    assert found_in(issues) == expected, issues[["severity", "code", "found"]].to_string()
    assert outcome["READY"] == (severity != "error")
    assert outcome["ERRORS"] == (issues["severity"] == "error").sum()


def test_where_and_what_to_do(check):
    _, issues = check(put(3, "gdp", -5))
    row = issues[issues["code"] == "negative-amounts"].iloc[0]
    assert (row["layer"], row["unit"], row["year"], row["column"], row["found"]) == (
        "statistics", "1", "2003", "gdp", "-5",
    )  # fmt: skip
    assert "correct these cells" in row["what_to_do"]


def test_several_faults_at_once(check):
    def change(frame):
        frame.loc[3, "gdp"] = "about 5"
        frame.loc[4, "pigs_head"] = -1
        frame.loc[5, "unit"] = ""
        frame.loc[17, "sown_ha"] = frame.loc[17, "sown_ha"] * 100
        return pd.concat([frame, frame.iloc[[30]]], ignore_index=True)

    _, issues = check(change)
    expected = {"text-in-numbers", "negative-amounts", "missing-keys", "duplicate-keys", "single-values-off"}
    assert expected <= set(issues["code"])
    assert list(issues["severity"]) == sorted(issues["severity"], key=["error", "warning", "note"].index)


def test_a_better_key_is_proposed(check):
    outcome, issues = check(UNITS_ID_FIELD="label")
    row = issues[issues["code"] == "better-key"].iloc[0]
    assert "“unit” (4)" in row["found"] and row["severity"] == "warning" and not outcome["READY"]
    assert "no-common-units" in set(issues["code"])


@pytest.mark.parametrize(("other", "code", "severity"), [
    (("4", "again", "POLYGON((120 32, 121 32, 121 33, 120 32))"), "duplicate-units", "error"),
    (("5", "bow", "POLYGON((120 32, 121 33, 121 32, 120 33, 120 32))"), "outlines-repaired", "warning"),
    (("5", "empty", ""), "units-without-outline", "warning"),
])  # fmt: skip
def test_outlines(check, counties, other, code, severity):
    _, issues = check(units=counties(others=[other]))
    assert severity in set(issues["severity"][issues["code"] == code])


# --- land cover ------------------------------------------------------------------------------------------------------


@pytest.fixture
def raster(tmp_path):
    """A function: a raster of codes over the counties."""

    def make(name="landcover_2005.tif", west=100.0, codes=(1, 2, 5), crs=4326):
        path = str(tmp_path / name)
        dataset = gdal.GetDriverByName("GTiff").Create(path, 40, 10, 1, gdal.GDT_Byte)
        dataset.SetGeoTransform((west, 0.1, 0, 33, 0, -0.1))
        if crs:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(crs)
            dataset.SetProjection(reference.ExportToWkt())
        dataset.GetRasterBand(1).WriteArray(np.resize(np.array(codes, np.uint8), (10, 40)))
        return path

    return make


def test_clean_land_cover(check, raster):
    files = [raster(f"landcover_{year}.tif") for year in (2000, 2010)]
    outcome, issues = check(LAND_COVER=files)
    assert issues[issues["severity"] != "note"].empty, issues.to_string()
    assert outcome["READY"]


@pytest.mark.parametrize(("changes", "code", "severity"), [
    ({"codes": (10, 20, 60, 80)}, "legend-fits-better", "error"),
    ({"codes": (1, 2, 55)}, "codes-without-class", "error"),
    ({"west": 10.0}, "no-overlap", "error"),
    ({"crs": None}, "no-raster-crs", "error"),
    ({"name": "landcover_1985.tif"}, "land-cover-outside-years", "warning"),
    ({"name": "landcover.tif"}, "layers-without-year", "error"),
])  # fmt: skip
def test_land_cover_that_does_not_fit(check, raster, changes, code, severity):
    outcome, issues = check(LAND_COVER=[raster(**changes)])
    found = found_in(issues) - {("years-outside-land-cover", "warning")}  # one date for eleven years
    assert found == {(code, severity)}, issues[["severity", "code", "found"]].to_string()
    assert outcome["READY"] == (severity != "error")


def test_legend_key_and_years_are_proposed(check, raster, tmp_path):
    report = tmp_path / "check.html"
    files = [raster(f"landcover_{year}.tif", codes=(10, 20, 60, 100)) for year in (2002, 2008)]
    check(LAND_COVER=files, UNITS_ID_FIELD="label", REPORT=str(report))
    page = report.read_text(encoding="utf-8")
    proposed = page[page.index("What to choose") : page.index("<h2>Errors")]
    assert "ESA WorldCover" in proposed and "“unit”" in proposed and "2002 to 2008" in proposed


def test_the_quick_check_reads_no_cells(check, raster):
    file = raster("landcover_2005.tif", codes=(10, 20, 60))
    _, issues = check(LAND_COVER=[file], QUICK=True)
    assert not {"codes-without-class", "legend-fits-better"} & set(issues["code"])
    assert "years-outside-land-cover" in set(issues["code"])


def test_overlapping_units(check, counties, raster):
    over = ("5", "over", "POLYGON((100.5 32, 101.5 32, 101.5 33, 100.5 33, 100.5 32))")
    _, issues = check(units=counties(others=[over]))
    assert found_in(issues) == {("outlines-overlap", "warning"), ("units-only-in-first", "warning")}
    (found,) = issues["found"][issues["code"] == "outlines-overlap"]
    assert "2 pairs of units overlap" in found and "1 and 5 (50 %), 2 and 5 (50 %)" in found
    files = [raster(f"landcover_{year}.tif") for year in (2000, 2010)]
    _, issues = check(units=counties(others=[over]), LAND_COVER=files)
    assert ("units-overlap", "warning") in found_in(issues)


# --- the first step of models -----------------------------------------------------------------------------------------


def spoilt(frame):
    frame.loc[3, "gdp"] = -5
    frame.loc[4, "pigs_head"] = "about 5"
    return pd.concat([frame, frame.iloc[[30]]], ignore_index=True)


def test_stopping_at_errors_says_all_of_them(check):
    with pytest.raises(QgsProcessingException) as caught:
        check(spoilt, STOP_AT_ERRORS=True)
    assert "gdp" in str(caught.value) and "about 5" in str(caught.value) and "more than one row" in str(caught.value)
    outcome, _ = check(STOP_AT_ERRORS=True)
    assert outcome["READY"]


@pytest.mark.parametrize(
    "model", ["accountsfromlandcover", "scenariosfromlandcover", "carbonneutralzoning", "qinbazoning"]
)
def test_the_whole_chain_stops_before_its_steps(run, counties, raster, tmp_path, model):
    path = tmp_path / "statistics.csv"
    spoilt(clean()).to_csv(path, index=False)
    given = {
        "UNITS": counties(),
        "STATISTICS": str(path),
        "LAND_COVER": [raster(crs=None), raster("landcover_2010.tif")],
    }
    lines, errors = [], []

    class Listening(QgsProcessingFeedback):
        def pushInfo(self, text):
            lines.append(text)

        def reportError(self, text, fatalError=False):
            errors.append(text)

    with pytest.raises(QgsProcessingException, match="Check data") as raised:
        run(model, feedback=Listening(), **given)
    text = "\n".join([*errors, str(raised.value)])  # newer QGIS raises what older QGIS reports
    assert "“landcover_2005.tif” has no coordinate reference system" in text
    assert "is negative in 1 row" in text and "about 5" in text and "more than one row" in text
    assert not any("areas of cells" in line for line in lines)


# --- real data -------------------------------------------------------------------------------------------------------


def test_the_sample_region_is_ready(run, tmp_path):
    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE, folder)
    outcome = run(
        "checkinputs", UNITS=str(folder / "units.gpkg"), STATISTICS=str(folder / "statistics.csv"),
        LAND_COVER=[str(folder / f"landcover_{year}.tif") for year in (2000, 2010, 2020)],
        ISSUES=str(tmp_path / "issues.gpkg"), REPORT=str(tmp_path / "check.html"),
    )  # fmt: skip
    assert outcome["READY"] and outcome["ERRORS"] == 0
    page = (tmp_path / "check.html").read_text(encoding="utf-8")
    assert page.count("can run") >= 6 and "cannot run" not in page


def test_negative_and_missing_counties_of_a_real_table(run, shared_data):
    path = shared_data("china_county_co2") / "qinba_population_2000_2022.csv"
    head = pd.read_csv(path, nrows=2)
    unit = next(name for name in head.columns if "code" in name or "adcode" in name)
    gpkg = shared_data("china_county_co2") / "qinba_75_counties_gcj02.gpkg"
    outcome = run(
        "checkinputs", UNITS=str(gpkg), UNITS_ID_FIELD="adcode", STATISTICS=str(path), UNIT_FIELD=unit,
        ISSUES=MEMORY, REPORT="",
    )  # fmt: skip
    issues = outcome.frame("ISSUES")
    odd = issues[issues["code"] == "odd-signs"]
    assert len(odd) == 29 and any("96128" in found.replace(",", "") for found in odd["found"])
    assert "years-without-row" in set(issues["code"])


def test_half_empty_years_of_a_real_table(run, shared_data):
    """The herd table was cut off upstream: ten years have all municipalities, the others about two thirds."""
    folder = shared_data("brazil_ms")
    outcome = run(
        "checkinputs", UNITS=str(folder / "municipios_ms_79_simplified.gpkg"), UNITS_ID_FIELD="code",
        STATISTICS=str(folder / "livestock_heads.csv"), UNIT_FIELD="code", ISSUES=MEMORY, REPORT="",
    )  # fmt: skip
    issues = outcome.frame("ISSUES")
    (told,) = issues["found"][(issues["code"] == "years-with-few-units") & (issues["column"] == "heads_cattle")]
    assert (
        "is known for up to 79 units in 1993, 1997, 2001, 2005, 2009, 2015, 2019, 2020, 2021, 2022, but for 44 to 61"
        in told
    )


@pytest.mark.parametrize("form", ["NFD", "NFC"])
def test_one_name_in_two_spellings_of_its_accents(check, counties, form):
    import unicodedata

    def accents(frame):
        return frame.replace({"unit": {"4": unicodedata.normalize(form, "Corumbá")}})

    _, issues = check(accents, units=counties(keys=("1", "2", "3", unicodedata.normalize("NFC", "Corumbá"))))
    told = {("keys-look-alike", "note")} if form == "NFD" else set()
    assert found_in(issues) == told, issues.to_string()


def test_polygons_and_cells_that_differ_in_area(check, counties, tmp_path):
    """A raster whose CRS lies: its cells say another area than the outlines."""
    path = str(tmp_path / "landcover_2005.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 400, 100, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((100, 0.01, 0, 33, 0, -0.01))
    reference = osr.SpatialReference()
    reference.ImportFromProj4("+proj=longlat +a=3000000 +b=3000000 +no_defs")  # half the Earth
    dataset.SetProjection(reference.ExportToWkt())
    dataset.GetRasterBand(1).WriteArray(np.full((100, 400), 2, np.uint8))
    del dataset
    _, issues = check(LAND_COVER=[path])
    assert any("outline" in found for found in issues["found"][issues["severity"] != "note"]), issues.to_string()
