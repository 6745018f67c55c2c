"""Trends as a planner asks for them: every number against a loop over pymannkendall, maps, reports, faults."""

import re
import sqlite3
import sys
from contextlib import closing

import numpy as np
import pandas as pd
import pymannkendall
import pytest
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer, QgsWkbTypes

MEMORY = "TEMPORARY_OUTPUT"
YEARS = list(range(2000, 2012))
ORIGINAL, AR1 = 0, 5  # of METHOD
LEAVE_OUT, USE = 0, 1  # of FILLED
COUNTIES = ("1", "2", "3", "4", "5", "6")
WORDS = [
    "Marked increase (Z > 1.66)",
    "Moderate increase",
    "Unchanged",
    "Moderate decrease",
    "Marked decrease (Z < −1.66)",
]


def series(**fields):
    """Columns of a panel of six counties; every field is a function of the county's number and the years."""
    columns = {"unit": np.repeat(COUNTIES, len(YEARS)), "year": YEARS * len(COUNTIES)}
    for name, values in fields.items():
        columns[name] = np.concatenate([values(number, np.arange(len(YEARS))) for number in range(len(COUNTIES))])
    return columns


def wavering(number, years):
    """Steadily up, up, flat with noise, flat, down, steadily down."""
    noise = np.random.default_rng(number).normal(size=len(years))
    return 100 + (5 - 2 * number) * years + 3 * noise


@pytest.fixture
def table(write_csv):
    return write_csv("accounts.csv", **series(ce=wavering, ecc=lambda n, t: wavering(5 - n, t) / 100, esc=wavering))


@pytest.fixture
def units():
    """Five of the six counties as squares in a row, and one that is in no table."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=unit:string&field=label:string", "counties", "memory")
    features = []
    for place, key in enumerate((*COUNTIES[:5], "9")):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([key, f'宁强县 "{key}" & <b>'])
        west = 106 + place
        outline = f"POLYGON(({west} 32, {west + 1} 32, {west + 1} 33, {west} 33, {west} 32))"
        feature.setGeometry(QgsGeometry.fromWkt(outline))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


# --- numbers ---------------------------------------------------------------------------------------------------------


def check_against_the_library(found, values, field):
    """Z, p and slope of every unit of ``found`` against a loop over pymannkendall; ``values`` (unit, year)."""
    for _, row in found.iterrows():
        expected = pymannkendall.original_test(values.loc[row["unit"]])
        got = row[f"{field}_z"], row[f"{field}_p"], row[f"{field}_sen"]
        assert got == pytest.approx((expected.z, expected.p, expected.slope), rel=1e-9, abs=1e-12)


def test_every_number_of_75_counties_equals_a_loop_over_the_library(run, shared_data):
    folder = shared_data("china_county_co2")
    table = folder / "qinba_75_co2_long_Mt.csv"
    outcome = run(
        "trendtest", INPUT=str(table), UNIT_FIELD="adcode", FIELDS=["co2_Mt"],
        UNITS=str(folder / "qinba_75_counties_gcj02.gpkg"), UNITS_ID_FIELD="adcode", UNITS_NAME_FIELD="name_zh",
        METHOD=ORIGINAL, OUTPUT=MEMORY,
    )  # fmt: skip
    found = outcome.frame("OUTPUT")
    values = pd.read_csv(table, dtype={"adcode": str}).pivot(index="adcode", columns="year", values="co2_Mt")
    assert len(found) == len(values) == 75 and values.shape[1] == 21
    check_against_the_library(found, values, "co2_Mt")
    assert (found["co2_Mt_n"] == 21).all() and (found["threshold"] == 1.66).all()
    assert found["name"].str.contains("县|区|市").all()


@pytest.mark.parametrize(
    ("method", "test"),
    [
        (1, pymannkendall.hamed_rao_modification_test),
        (2, pymannkendall.yue_wang_modification_test),
        (3, pymannkendall.pre_whitening_modification_test),
        (4, pymannkendall.trend_free_pre_whitening_modification_test),
    ],
)
def test_the_other_tests(run, table, method, test):
    found = run("trendtest", INPUT=table, FIELDS=["ce"], METHOD=method, OUTPUT=MEMORY).frame("OUTPUT")
    for number, row in found.iterrows():
        lag = {} if "whitening" in test.__name__ else {"lag": 1}
        expected = test(wavering(number, np.arange(12)), **lag)
        assert (row["ce_z"], row["ce_p"]) == pytest.approx((expected.z, expected.p), rel=1e-9)


def test_without_the_library_only_the_other_tests_are_refused(run, table, monkeypatch):
    monkeypatch.setitem(sys.modules, "pymannkendall", None)
    assert len(run("trendtest", INPUT=table, OUTPUT=MEMORY).frame("OUTPUT")) == 6
    with pytest.raises(QgsProcessingException, match="needs the Python library pymannkendall, which is not installed"):
        run("trendtest", INPUT=table, METHOD=1, OUTPUT=MEMORY)


def test_class_and_score_are_kept_apart(run, write_csv):
    """Ties: the median slope is 0 although Z is not."""
    tied = write_csv("t.csv", **series(ce=lambda n, t: np.where(t < 7, 0.0, t)))
    row = run("trendtest", INPUT=tied, FIELDS=["ce"], METHOD=ORIGINAL, OUTPUT=MEMORY).frame("OUTPUT").iloc[0]
    expected = pymannkendall.original_test(np.where(np.arange(12) < 7, 0.0, np.arange(12)))
    assert row["ce_z"] == pytest.approx(expected.z) and expected.z > 1.66
    assert (row["ce_trend"], row["ce_score"]) == ((5, 5) if expected.slope else (3, 5))


def test_the_indices_are_the_default(run, write_csv):
    table = write_csv("t.csv", **series(rainfall=wavering, esc=wavering, ce=wavering))
    columns = set(run("trendtest", INPUT=table, OUTPUT=MEMORY).frame("OUTPUT").columns)
    assert {"ce_sen", "esc_sen"} <= columns and "rainfall_sen" not in columns


def test_a_threshold_of_ones_own_is_written_into_the_result(run, table):
    loose, strict = (
        run("trendtest", INPUT=table, FIELDS=["ce"], THRESHOLD=threshold, OUTPUT=MEMORY).frame("OUTPUT")
        for threshold in (1.66, 4.0)
    )
    assert (strict["threshold"] == 4.0).all()
    assert (loose["ce_trend"] == 5).sum() > (strict["ce_trend"] == 5).sum()


def test_false_discovery_rate(run, table):
    found = run("trendtest", INPUT=table, FIELDS=["ce"], FDR=True, OUTPUT=MEMORY).frame("OUTPUT")
    assert (found["ce_q"] >= found["ce_p"]).all() and (found["ce_q"] > found["ce_p"]).any()


def test_short_constant_and_filled_series_are_flagged(run, write_csv):
    columns = series(ce=wavering)
    frame = pd.DataFrame(columns).astype({"ce": object})
    frame.loc[(frame["unit"] == "1") & (frame["year"] > 2001), "ce"] = ""  # two values
    frame.loc[(frame["unit"] == "2") & (frame["year"] > 2003), "ce"] = ""  # four
    frame.loc[frame["unit"] == "3", "ce"] = 7
    frame["filled"] = np.where((frame["unit"] == "4") & (frame["year"] % 2 == 0), "gdp;ce", "")
    outcome = run("trendtest", INPUT=write_csv("t.csv", **frame), FIELDS=["ce"], FILLED=USE, OUTPUT=MEMORY)
    found = outcome.frame("OUTPUT").set_index("unit")
    assert found["ce_flag"].to_dict() == {
        "1": "too_short", "2": "short", "3": "constant", "4": "mostly_filled", "5": "", "6": "",
    }  # fmt: skip
    assert pd.isna(found.loc["1", "ce_trend"]) and found.loc["2", "ce_trend"] in (2, 3, 4)
    assert found.loc["3", "ce_trend"] == 3 and found.loc["4", "ce_filled_pct"] == 50
    assert "fewer than three values" in " ".join(outcome.warnings)
    assert "as if they had been observed" in " ".join(outcome.warnings)


def test_filled_values_are_no_values_of_the_test(run, write_csv, tmp_path):
    frame = pd.DataFrame(series(ce=wavering))
    frame["filled"] = np.where((frame["unit"] == "4") & (frame["year"] % 4 > 0), "gdp;ce", "")
    report = tmp_path / "r.html"
    outcome = run("trendtest", INPUT=write_csv("t.csv", **frame), FIELDS=["ce"], OUTPUT=MEMORY, REPORT=str(report))
    found = outcome.frame("OUTPUT").set_index("unit")
    assert found["ce_n"].to_dict() == {"1": 12, "2": 12, "3": 12, "4": 3, "5": 12, "6": 12}
    assert found.loc["4", "ce_filled_pct"] == 75 and found.loc["4", "ce_flag"] == "short;too_few_observed"
    assert "4 (ce)" in " ".join(outcome.warnings)
    assert "Leave them out of the test" in report.read_text(encoding="utf-8")


def test_filled_values_that_are_used_are_told_in_the_report(run, write_csv, tmp_path):
    frame = pd.DataFrame(series(ce=wavering)).assign(filled="ce")
    report = tmp_path / "r.html"
    given = {"INPUT": write_csv("t.csv", **frame), "FIELDS": ["ce"], "OUTPUT": MEMORY}
    run("trendtest", **given, FILLED=USE, REPORT=str(report))
    assert "as if they had been observed" in report.read_text(encoding="utf-8")
    nothing = run("trendtest", **given, REPORT=str(report)).frame("OUTPUT")
    assert (nothing["ce_n"] == 0).all() and nothing["ce_trend"].isna().all()


def test_a_field_called_by_its_label(run, write_csv):
    """The table says 碳排放总量, the result says ce."""
    table = write_csv("t.csv", **{"碳排放总量" if name == "ce" else name: v for name, v in series(ce=wavering).items()})
    columns = run("trendtest", INPUT=table, FIELDS=["碳排放总量"], OUTPUT=MEMORY).frame("OUTPUT").columns
    assert "ce_sen" in columns


def test_a_spreadsheet_of_text_cells(run, tmp_path):
    path = tmp_path / "t.xlsx"
    pd.DataFrame(series(ce=wavering)).astype(str).to_excel(path, index=False)
    found = run(
        "trendtest",
        INPUT=str(path),
        UNIT_FIELD="Field1",
        YEAR_FIELD="Field2",
        FIELDS=["Field3"],
        METHOD=ORIGINAL,
        OUTPUT=MEMORY,
    ).frame("OUTPUT")
    values = pd.DataFrame([wavering(n, np.arange(12)) for n in range(6)], index=list(COUNTIES))
    check_against_the_library(found, values, "ce")


# --- the layer -------------------------------------------------------------------------------------------------------


def test_without_units_the_result_is_a_table(run, table):
    layer = run("trendtest", INPUT=table, OUTPUT=MEMORY).layer("OUTPUT")
    assert layer.wkbType() == QgsWkbTypes.Type.NoGeometry and layer.featureCount() == 6


def alias(layer, name):
    return layer.attributeAlias(layer.fields().indexFromName(name))


def labels(layer):
    return [rule.label() for rule in layer.renderer().rootRule().children()]


def test_a_map_in_a_geopackage_holds_a_style_for_every_field(run, table, units, tmp_path):
    path = str(tmp_path / "trends.gpkg")
    outcome = run("trendtest", INPUT=table, UNITS=units, UNITS_NAME_FIELD="label", OUTPUT=path)
    layer = QgsVectorLayer(path, "trends", "ogr")
    assert layer.featureCount() == 5 and layer.wkbType() == QgsWkbTypes.Type.MultiPolygon
    assert labels(layer) == ["Carbon emission 2000–2011", *WORDS]
    assert layer.labelsEnabled()
    assert alias(layer, "ce_sen") == "Carbon emission: Sen slope (t C/a per year)"
    assert alias(layer, "esc_z") == "Ecological support coefficient: Z of the trend test"
    with closing(sqlite3.connect(path)) as database:
        stored = dict(database.execute("select styleName, useAsDefault from layer_styles"))
    names = ["Carbon emission", "Economic contributive coeffic…", "Ecological support coefficient"]
    assert stored == dict(zip(names, (1, 0, 0)))
    text = " ".join(outcome.warnings)
    assert "“accounts” lacks 1 unit of “counties”: 9" in text
    assert "“counties” lacks 1 unit of “accounts”: 6" in text


def test_every_unit_is_drawn_in_the_colour_of_its_class(run, table, units, tmp_path):
    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsRenderContext

    path = str(tmp_path / "trends.gpkg")
    run("trendtest", INPUT=table, UNITS=units, OUTPUT=path)
    layer = QgsVectorLayer(path, "trends", "ogr")
    colours = {5: "#e66101", 4: "#fdb863", 3: "#f0f0f0", 2: "#b2abd2", 1: "#5e3c99"}
    context = QgsRenderContext()
    context.setExpressionContext(QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer)))
    renderer = layer.renderer().clone()
    renderer.startRender(context, layer.fields())
    seen = set()
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        shown = [symbol.color().name() for symbol in renderer.symbolsForFeature(feature, context)]
        assert shown == [colours[feature["ce_trend"]]]
        seen.add(feature["ce_trend"])
    renderer.stopRender(context)
    assert {1, 5} <= seen


def test_a_map_in_memory_has_all_styles_in_its_menu(run, table, units):
    layer = run("trendtest", INPUT=table, UNITS=units, OUTPUT=MEMORY).layer("OUTPUT")
    manager = layer.styleManager()
    assert manager.currentStyle() == "Carbon emission" and len(manager.styles()) == 3
    assert labels(layer)[0] == "Carbon emission 2000–2011"
    manager.setCurrentStyle("Ecological support coefficient")
    assert labels(layer) == ["Ecological support coefficient 2000–2011", *WORDS]


@pytest.mark.parametrize("suffix", ["geojson", "kml"])
def test_other_formats_have_their_styles_beside_the_file(run, table, units, awkward_folder, suffix):
    path = awkward_folder / f"趋势 1.{suffix}"
    run("trendtest", INPUT=table, FIELDS=["ce", "esc"], UNITS=units, OUTPUT=str(path))
    assert labels(QgsVectorLayer(str(path), "trends", "ogr"))[0] == "Carbon emission 2000–2011"
    assert (awkward_folder / "趋势 1 (Ecological support coefficient).qml").is_file()


def test_fields_outside_the_vocabulary_keep_their_names(run, write_csv, units):
    table = write_csv("t.csv", **series(**{"rain 降水/mm": wavering}))
    layer = run("trendtest", INPUT=table, FIELDS=["rain 降水/mm"], UNITS=units, OUTPUT=MEMORY).layer("OUTPUT")
    assert labels(layer)[0] == "rain 降水/mm 2000–2011"
    assert alias(layer, "rain 降水/mm_sen") == "rain 降水/mm: Sen slope (per year)"


def test_units_without_a_trend_are_hatched_and_said_so(run, write_csv, units):
    table = write_csv("t.csv", **series(ce=lambda n, t: np.where((t < 2) | (n > 0), wavering(n, t), np.nan)))
    layer = run("trendtest", INPUT=table, FIELDS=["ce"], UNITS=units, OUTPUT=MEMORY).layer("OUTPUT")
    assert labels(layer) == ["Carbon emission 2000–2011", *WORDS, "No trend: series too short"]
    assert [feature["ce_trend"] == NULL for feature in layer.getFeatures()] == [True, False, False, False, False]


# --- the report ------------------------------------------------------------------------------------------------------


@pytest.fixture
def report(run, table, units, tmp_path):
    def read(**parameters) -> str:
        path = tmp_path / "report.html"
        given = {"INPUT": table, "UNITS": units, "UNITS_NAME_FIELD": "label", "OUTPUT": MEMORY, **parameters}
        run("trendtest", **given, REPORT=str(path))
        return path.read_text(encoding="utf-8")

    return read


def test_report_is_one_safe_page_with_names(report):
    text = report()
    assert "宁强县 &quot;1&quot; &amp; &lt;b&gt;" in text and "& <b>" not in text
    assert "<script" not in text and not re.search(r"""(src|href)=["'](?!#)""", text)
    assert text.count("<svg view") == 6  # classes, distributions, quadrants, and a figure of series for each field
    for heading in ("Classes by field", "Slope and Z over the units", "Economy and ecology together", "strongest"):
        assert heading in text


def test_report_counts_the_quadrants(report):
    """ECC is the mirror of ESC here, so that units lie where one rises and the other falls."""
    text = report().replace("\u00a0", " ")
    assert "ECC ↓ ESC ↑" in text.replace("  ", " ") and "ECC ↑ ESC ↓" in text.replace("  ", " ")
    assert "Economy and ecology" not in report(FIELDS=["ce"])


def test_report_shows_the_units_asked_for(report, run, table, tmp_path):
    text = report(SHOWN_UNITS='宁强县 "3" & <b>; 2')
    assert "The units asked for" in text
    outcome = run("trendtest", INPUT=table, SHOWN_UNITS="77;2", OUTPUT=MEMORY, REPORT=str(tmp_path / "r.html"))
    assert any("cannot show these units, which have no trend: 77" in line for line in outcome.warnings)


def test_report_without_matplotlib_says_so(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    text = report()
    assert "<svg" not in text and "matplotlib is not installed" in text and "Z of every unit" in text


def test_report_of_series_that_say_nothing(report, write_csv):
    """Too short, constant, one unit: no figure may fail on them."""
    table = write_csv("t.csv", **series(ce=lambda n, t: np.where((t < 2) | (n > 0), 7.0, np.nan)))
    assert "<svg" in report(INPUT=table, FIELDS=["ce"])
    one = write_csv("one.csv", unit=["1"] * 3, year=YEARS[:3], ce=[1, 2, 4], esc=[1, 1, 1], ecc=[3, 2, 1])
    assert "<svg" in report(INPUT=one)
    short = report(INPUT=write_csv("short.csv", unit=["1"] * 2, year=YEARS[:2], ce=[1, 2]), FIELDS=["ce"])
    assert "No unit has a trend" in short and "of 0 units" not in short


# --- faults ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def refused(run, write_csv, tmp_path, units):
    """Run on a table with a fault; give the sentence, and check that no file was left."""

    def refuse(fields=("ce",), parameters=(), **columns) -> str:
        output = tmp_path / "results" / "trends.gpkg"
        output.parent.mkdir(exist_ok=True)
        table = write_csv("accounts.csv", **columns)
        given = {"INPUT": table, "FIELDS": list(fields), "UNITS": units, "OUTPUT": str(output), **dict(parameters)}
        with pytest.raises(QgsProcessingException) as caught:
            run("trendtest", **given, REPORT=str(output.with_suffix(".html")))
        assert list(output.parent.iterdir()) == []
        return str(caught.value)

    return refuse


def test_fewer_than_two_years(refused):
    assert "at least two years; found 2000" in refused(unit=["1", "2"], year=[2000, 2000], ce=[1, 2])


def test_a_year_twice_for_a_unit(refused):
    text = refused(unit=["1", "1", "1"], year=[2000, 2001, 2001], ce=[1, 2, 3])
    assert "“accounts” has more than one row for 1 2001" in text


def test_words_in_fields(refused):
    text = refused(["rainfall"], unit=["1", "1"], year=[2000, 2001], rainfall=["much", "5"])
    assert "column “rainfall” should hold numbers" in text and "“much” (1 2000)" in text


def test_all_missing_fields(refused):
    text = refused(["ce", "cs"], unit=["1", "1"], year=[2000, 2001], ce=["", ""], cs=[1, 2])
    assert "“ce” hold no value at all" in text


def test_no_field_to_test(refused):
    text = refused([], unit=["1", "1"], year=[2000, 2001], rainfall=[1, 2])
    assert "No field is chosen to look for trends in. Choose one or more number fields of “accounts”" in text


def test_a_field_that_is_not_there(refused):
    text = refused(["rain"], unit=["1", "1"], year=[2000, 2001], rainfall=[1, 2])
    assert "“accounts” has no column “rain”" in text


def test_a_threshold_of_zero(refused):
    text = refused(unit=["1", "1"], year=[2000, 2001], ce=[1, 2], parameters={"THRESHOLD": 0})
    assert "The threshold of |Z| is 0, but it must be above 0" in text


def test_no_unit_in_common(refused):
    text = refused(unit=["a", "a"], year=[2000, 2001], ce=[1, 2])
    assert "“counties” and “accounts” have no unit in common" in text


def test_all_faults_in_one_go(refused):
    text = refused(
        ["rain", "wind"], unit=["1", "1"], year=[2000, 2001], rain=["a", "b"], wind=["", ""],
        parameters={"THRESHOLD": -1},
    )  # fmt: skip
    assert "“rain”" in text and "“wind” hold no value" in text and "threshold" in text


def test_the_default_threshold_is_the_studys(provider):
    from carbon_plugin.core.trend.trend_classes import DEFAULT_THRESHOLD

    for name in ("trendtest", "rastertrendtest"):
        assert provider.algorithm(name).parameterDefinition("THRESHOLD").defaultValue() == DEFAULT_THRESHOLD
