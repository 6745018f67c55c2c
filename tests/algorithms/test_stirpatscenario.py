"""Scenarios as a planner runs them: projection, potential, maps in time, tables of one's own, and bad input."""

import re
import sqlite3
from contextlib import closing

import numpy as np
import pandas as pd
import pytest
from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

MEMORY = "TEMPORARY_OUTPUT"
B = {"P": 0.9, "W": 0.4, "IS": 0.1, "TI": -0.4, "UR": 0.3}
SCENARIOS = ("low", "baseline", "high")


@pytest.fixture
def accounts(make_accounts, write_csv):
    """A function: the path of made-up accounts, columns changed, added or dropped (None)."""

    def write(units=4, years=21, **changes) -> str:
        columns = {**make_accounts(units, years), **changes}
        return write_csv("accounts.csv", **{name: column for name, column in columns.items() if column is not None})

    return write


@pytest.fixture
def coefficients(write_csv):
    """The path of a table of coefficients."""
    return write_csv("coefficients.csv", variable=list(B), b=list(B.values()), std_error=[0.01] * len(B))


@pytest.fixture
def scenarios(write_csv):
    """A function: the path of a scenario table of P alone; rows as (from, to, offset) of one scenario."""

    def write(*rows, **columns) -> str:
        made = pd.DataFrame(rows or [("", "", 0.01)], columns=["from_year", "to_year", "offset"])
        made = made.assign(scenario="mine", variable="P", kind="rate", statistic="value", **columns)
        return write_csv("scenarios.csv", **made)

    return write


@pytest.fixture
def population(write_csv):
    """The path of coefficients of P alone: emission grows as the population does."""
    return write_csv("population.csv", variable=["P"], b=[1.0])


@pytest.fixture
def refused(run, tmp_path, accounts, population):
    """A function: run, give the sentence, and check that no file was left."""

    def refuse(**parameters) -> str:
        folder = tmp_path / "results"
        folder.mkdir(exist_ok=True)
        given = {"INPUT": parameters.pop("INPUT", None) or accounts(), "COEFFICIENTS": population, **parameters}
        outputs = {name: str(folder / f"{name}.gpkg") for name in ("PROJECTION", "POTENTIAL")}
        with pytest.raises(QgsProcessingException) as caught:
            run("stirpatscenario", **outputs, REPORT=str(folder / "r.html"), **given)
        assert list(folder.iterdir()) == []
        return str(caught.value)

    return refuse


def project(run, accounts, coefficients, **parameters):
    outputs = {"PROJECTION": MEMORY, "POTENTIAL": MEMORY}
    return run("stirpatscenario", INPUT=accounts, COEFFICIENTS=coefficients, **{**outputs, **parameters})


def emission(outcome, scenario, unit="1"):
    frame = outcome.frame("PROJECTION")
    rows = frame[(frame["scenario"] == scenario) & (frame["unit"] == unit)]
    return rows.set_index("year")["ce"].astype(float)


# --- projection ------------------------------------------------------------------------------------------------------


def test_the_base_year_is_reproduced_and_the_region_adds_up(run, make_accounts, accounts, coefficients):
    outcome = project(run, accounts(), coefficients, REGION=MEMORY)
    frame = outcome.frame("PROJECTION")
    drivers = [*B]
    assert frame.columns.tolist() == [
        "unit",
        "year",
        "scenario",
        *drivers,
        "ce",
        "ce_p05",
        "ce_p95",
        "cs",
        "energy_tce_implied",
        "flag",
    ]
    assert sorted(frame["year"].unique()) == list(range(2020, 2061, 5))
    panel = make_accounts().set_index(["unit", "year"])
    base = frame[frame["year"] == 2020].set_index("unit")["ce"].astype(float)
    assert base.tolist() == pytest.approx([panel.loc[(unit, 2020), "ce"] for unit in base.index])
    region = outcome.frame("REGION")
    for scenario in SCENARIOS:
        totals = frame[frame["scenario"] == scenario].groupby("year")["ce"].sum()
        found = region[region["scenario"] == scenario].set_index("year")["ce"].astype(float)
        assert found[totals.index].tolist() == pytest.approx(totals.astype(float).tolist())
    observed = region[region["scenario"] == "observed"].set_index("year")["ce"].astype(float)
    assert observed.tolist() == pytest.approx(panel["ce"].groupby("year").sum().tolist())
    assert outcome["PROJECTED_UNITS"] == 4


def test_growth_by_hand(run, accounts, population, scenarios):
    """One per cent of population a year, elasticity 1: emission of 2030 is 1.01^10 times that of 2020."""
    outcome = project(run, accounts(), population, SCENARIOS=scenarios(), HORIZON=2030, STEP=1)
    series = emission(outcome, "mine")
    assert series.index.tolist() == list(range(2020, 2031))
    assert series[2030] / series[2020] == pytest.approx(1.01**10)


def test_a_base_year_of_ones_own(run, make_accounts, accounts, population, scenarios):
    outcome = project(run, accounts(), population, SCENARIOS=scenarios(), BASE_YEAR=2010)
    series = emission(outcome, "mine")
    assert series.index[0] == 2010
    assert series[2010] == pytest.approx(make_accounts().set_index(["unit", "year"]).loc[("1", 2010), "ce"])


@pytest.mark.parametrize("suffix", ["csv", "gpkg", "xlsx"])
def test_exported_scenarios_can_be_fed_back(run, accounts, coefficients, tmp_path, suffix):
    for preset in (0, 1):
        path = str(tmp_path / f"scenarios{preset}.{suffix}")
        run("exportscenarios", PRESET=preset, OUTPUT=path)
        given = project(run, accounts(), coefficients, SCENARIOS=path, DRAWS=0)
        shipped = project(run, accounts(), coefficients, PRESET=preset, DRAWS=0)
        pd.testing.assert_frame_equal(given.frame("PROJECTION"), shipped.frame("PROJECTION"))


def test_a_preset_is_readable_as_a_table(run):
    table = run("exportscenarios", OUTPUT=MEMORY).frame("OUTPUT")
    assert table.columns.tolist()[:6] == ["scenario", "group", "from_year", "to_year", "variable", "kind"]
    row = table[(table["scenario"] == "low") & (table["variable"] == "UR")].iloc[0]
    assert row["cap"] == 65.0 and row["to_year"] == 2030


def test_rows_by_province(run, accounts, population, write_csv):
    path = write_csv(
        "scenarios.csv",
        scenario=["mine", "mine"],
        group=["", "陕西"],
        variable=["P", "P"],
        kind=["rate", "rate"],
        statistic=["value", "value"],
        offset=[0.01, 0.02],
    )
    provinces = np.repeat(["陕西", "甘肃", "陕西", "甘肃"], 21)
    outcome = project(
        run, accounts(province=provinces), population, SCENARIOS=path, GROUP_FIELD="province", HORIZON=2030
    )
    growth = [emission(outcome, "mine", unit) for unit in "1234"]
    assert [series[2030] / series[2020] for series in growth] == pytest.approx([1.02**10, 1.01**10] * 2)


def test_the_key_itself_may_be_the_group(run, accounts, population, write_csv, make_accounts):
    path = write_csv(
        "scenarios.csv",
        scenario=["mine", "mine"],
        group=["", "2"],
        variable=["P", "P"],
        kind=["rate", "rate"],
        statistic=["value", "value"],
        offset=[0.01, 0.02],
    )
    panel = accounts(unit=None, county=make_accounts()["unit"])
    outcome = project(run, panel, population, UNIT_FIELD="county", SCENARIOS=path, GROUP_FIELD="county", HORIZON=2030)
    assert emission(outcome, "mine", "2")[2030] / emission(outcome, "mine", "2")[2020] == pytest.approx(1.02**10)


def test_the_interval_holds_the_projection(run, accounts, coefficients):
    frame = project(run, accounts(), coefficients).frame("PROJECTION")
    later = frame[frame["year"] > 2020]
    assert (later["ce_p05"] < later["ce"]).all() and (later["ce"] < later["ce_p95"]).all()
    none = project(run, accounts(), coefficients, DRAWS=0).frame("PROJECTION")
    assert none["ce_p05"].isna().all()


def test_order_and_winsorising(run, accounts, coefficients):
    study = {"PRESET": 0, "GROWTH_YEARS": 1}
    plain = project(run, accounts(), coefficients, **study)
    assert any("(ENFORCE_ORDER) sorts them" in line for line in plain.warnings)
    tamed = project(run, accounts(), coefficients, ENFORCE_ORDER=True, WINSORISE=10, **study)
    assert not any("ENFORCE_ORDER" in line for line in tamed.warnings)
    assert any("was sorted" in line for line in tamed.log)
    totals = tamed.frame("PROJECTION").query("year == 2060").groupby("scenario")["ce"].sum()
    assert totals["low"] < totals["baseline"] < totals["high"]


# --- sink and potential ----------------------------------------------------------------------------------------------


def test_peak_and_neutral_years(run, accounts, population, scenarios, make_accounts):
    """Emission falls from 2030 on: the peak is 2030 unless the history was higher."""
    path = scenarios(("", 2030, 0.05), (2030, "", -0.05))
    ce = make_accounts()["ce"].to_numpy().reshape(4, 21)[:, -1]
    outcome = project(
        run,
        accounts(cs=np.repeat(ce, 21)),
        population,
        SCENARIOS=path,
        BASELINE="mine",
        LOW="mine",
    )
    table = outcome.frame("POTENTIAL").set_index("unit")
    assert table["peak_year_mine"].tolist() == [2030] * 4
    assert outcome["PEAKED_UNITS"] == 4 and outcome["NEUTRAL_UNITS"] == 4
    assert table["cep"].tolist() == [5] * 4 and set(table["cep_class"]) == {"Significant"}
    early = project(
        run,
        accounts(cs=np.repeat(ce / 100, 21)),
        population,
        SCENARIOS=path,
        BASELINE="mine",
        LOW="mine",
        PEAK_YEAR=2029,
    )
    assert early["PEAKED_UNITS"] == 0 and early["NEUTRAL_UNITS"] == 0
    assert set(early.frame("POTENTIAL")["cep"]) <= {1, 2}


def test_thresholds_are_parameters(run, accounts, population, scenarios):
    """Growth to 1.82 times the base year is class 1, unless that much is called bearable."""
    path = scenarios(("", "", 0.015))
    given = {"SCENARIOS": path, "BASELINE": "mine", "LOW": "mine"}
    path = accounts(cs=[1.0] * 84)
    strict, lax = (project(run, path, population, GROWTH_RATIO=ratio, **given) for ratio in (1.5, 2.0))
    assert set(strict.frame("POTENTIAL")["cep"]) == {1} and set(lax.frame("POTENTIAL")["cep"]) == {2}


def test_without_a_sink_nobody_can_tell(run, accounts, coefficients, tmp_path):
    report = tmp_path / "report.html"
    outcome = project(run, accounts(cs=None), coefficients, REPORT=str(report))
    table = outcome.frame("POTENTIAL")
    assert table[["cep", "cep_class", "neutral_year_low", "neutral_high"]].isna().all(axis=None)
    assert table["peaked_low"].notna().all()
    assert any("nobody can tell whether a unit becomes neutral" in line for line in outcome.warnings)
    assert "NEUTRAL_UNITS" not in outcome.results
    assert "No unit has a class of the potential" in report.read_text(encoding="utf-8")


def test_a_sink_of_ones_own(run, accounts, coefficients, write_csv):
    path = write_csv(
        "sink.csv",
        unit=[*"1234"] * 2,
        year=[2060] * 8,
        scenario=["low"] * 4 + ["high"] * 4,
        cs=[1e9] * 4 + [0] * 4,
    )
    outcome = project(run, accounts(), coefficients, SINK=2, SINK_TABLE=path)
    table = outcome.frame("POTENTIAL")
    assert table["neutral_low"].tolist() == [1] * 4 and table["neutral_high"].tolist() == [0] * 4


LAND = 3


@pytest.fixture
def land(write_csv):
    """Land to come of four units: as it is, and under low carbon with more forest."""
    keys = [(unit, year, name) for unit in "1234" for year in (2020, 2060) for name in ("baseline", "low")]
    forest = [2000.0 if (year, name) == (2060, "low") else 1000.0 for _, year, name in keys]
    unit, year, scenario = zip(*keys)
    return write_csv("land.csv", unit=unit, year=year, scenario=scenario, forest_ha=forest, urban_ha=[10.0] * 16)


def test_the_sink_by_the_land_of_each_scenario(run, accounts, coefficients, land, tmp_path):
    report = tmp_path / "report.html"
    given = {"SINK": LAND, "LAND_DEMAND": land, "REPORT": str(report)}
    crops = {"cs_crop": [100.0] * 84, "cs_forest": [5770.0] * 84}
    outcome = project(run, accounts(**crops), coefficients, **given)
    last = outcome.frame("PROJECTION").query("year == 2060 and unit == '1'").set_index("scenario")
    assert last["cs"].astype(float).to_dict() == pytest.approx({"low": 11640.0, "baseline": 5870.0, "high": 5870.0})
    assert last["cs_forest"].astype(float).to_dict() == pytest.approx({"low": 11540, "baseline": 5770, "high": 5770})
    assert (last["cs_crop"].astype(float) == 100).all()
    assert any("no land for the scenarios “high”: the land of “baseline” counts there" in line for line in outcome.log)
    page = report.read_text(encoding="utf-8")
    assert "The sink under each land scenario" in page and "Part of the sink" in page
    assert "The land “Baseline” is followed by Baseline, High carbon" in page


def test_land_that_is_given_in_vain_is_told(run, accounts, coefficients, land):
    outcome = project(run, accounts(), coefficients, LAND_DEMAND=land)
    assert any("choose “By the land of each scenario” there" in line for line in outcome.warnings)


def test_coefficients_of_the_land_of_ones_own(run, accounts, coefficients, land, write_csv):
    own = write_csv("carbon.csv", key=["forest.carbon_sink"], value=[2.0])
    given = {"SINK": LAND, "LAND_DEMAND": land, "PROFILE": 2, "CARBON_COEFFICIENTS": own}
    frame = project(run, accounts(), coefficients, **given).frame("PROJECTION")
    assert frame.query("year == 2060 and scenario == 'low'")["cs_forest"].astype(float).tolist() == [4000.0] * 4


def test_land_that_cannot_be_followed_gets_a_sentence(run, accounts, coefficients, land, write_csv):
    with pytest.raises(QgsProcessingException, match="is “By the land of each scenario”, but"):
        project(run, accounts(), coefficients, SINK=LAND)
    with pytest.raises(QgsProcessingException, match="ends in 2060, before the horizon 2070"):
        project(run, accounts(), coefficients, SINK=LAND, LAND_DEMAND=land, HORIZON=2070)
    late = write_csv("late.csv", unit=[*"1234"] * 2, year=[2030] * 4 + [2060] * 4, forest_ha=[1.0] * 8)
    with pytest.raises(QgsProcessingException, match="begins in 2030, after the base year 2020"):
        project(run, accounts(), coefficients, SINK=LAND, LAND_DEMAND=late)
    below = write_csv("below.csv", unit=[*"1234"] * 2, year=[2020] * 4 + [2060] * 4, forest_ha=[-1.0] * 8)
    with pytest.raises(QgsProcessingException, match="forest_ha"):
        project(run, accounts(), coefficients, SINK=LAND, LAND_DEMAND=below)


def test_a_scenario_table_without_a_baseline(run, accounts, population, scenarios):
    outcome = project(run, accounts(), population, SCENARIOS=scenarios())
    assert outcome.frame("POTENTIAL")["cep"].isna().all()
    assert any("compares the scenarios baseline, low" in line for line in outcome.warnings)


# --- maps and report -------------------------------------------------------------------------------------------------


def test_the_map_of_the_potential(run, accounts, coefficients, squares, tmp_path):
    path = str(tmp_path / "potential.gpkg")
    outcome = project(
        run, accounts(), coefficients, UNITS=squares(5), UNITS_NAME_FIELD="label", POTENTIAL=path, PROJECTION_MAP=MEMORY
    )
    layer = QgsVectorLayer(path, "potential", "ogr")
    assert layer.renderer().type() == "categorizedSymbol" and layer.renderer().classAttribute() == "cep"
    labels = [category.label() for category in layer.renderer().categories()]
    words = ["5 Significant", "4 Slightly significant", "3 Stable", "2 Slightly non-significant", "1 Non-significant"]
    assert labels[:5] == words
    assert [feature["name"] for feature in layer.getFeatures()] == ["县 1", "县 2", "县 3", "县 4"]
    assert layer.attributeAlias(layer.fields().indexFromName("peak_year_low")) == "Peak year: low"
    shown = layer.editorWidgetSetup(layer.fields().indexFromName("cep_class"))
    assert shown.type() == "ValueMap" and shown.config()["map"][0] == {"Significant": "Significant"}
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("select styleName from layer_styles order by styleName")]
    assert names == [
        "Peak year, Baseline",
        "Peak year, High carbon",
        "Peak year, Low carbon",
        "Potential in five classes",
    ]
    assert any("“accounts” lacks 1 unit of" in line and line.endswith(": 5.") for line in outcome.warnings)


def test_the_map_in_time(run, accounts, coefficients, squares, tmp_path):
    """Whatever span the temporal controller shows, whole steps show every unit exactly once."""
    path = str(tmp_path / "map.gpkg")
    project(run, accounts(), coefficients, UNITS=squares(), PROJECTION_MAP=path, MAP_SCENARIO="high")
    layer = QgsVectorLayer(path, "map", "ogr")
    layer.loadDefaultStyle()  # as the window does after it has opened the layer
    assert layer.renderer().type() == "graduatedSymbol" and layer.renderer().classAttribute() == "ce_change_pct"
    kinds = {field.name(): field.typeName() for field in layer.fields()}
    assert kinds["date_from"] == kinds["date_to"] == "Date"
    temporal = layer.temporalProperties()
    assert temporal.isActive()
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    for first, last, year in [(2020, 2025, 2020), (2027, 2028, 2025), (2055, 2060, 2055), (2060, 2061, 2060)]:
        begin, end = (QDateTime(QDate(value, 1, 1), QTime(0, 0)) for value in (first, last))
        shown = temporal.createFilterString(context, QgsDateTimeRange(begin, end, True, False))
        rows = list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(shown)))
        assert [row["year"] for row in rows] == [year] * 4
        assert {row["scenario"] for row in rows} == {"high"}


def test_without_units_the_results_are_tables(run, accounts, coefficients):
    outcome = project(run, accounts(), coefficients, PROJECTION_MAP=MEMORY)
    assert "PROJECTION_MAP" not in outcome.results
    assert "No map: no polygons of the units were given." in outcome.log
    assert not outcome.layer("POTENTIAL").isSpatial()


@pytest.mark.parametrize("preset", [0, 1])
def test_the_report_is_one_safe_page(run, make_accounts, accounts, coefficients, squares, tmp_path, preset):
    path = tmp_path / "report.html"
    layer = squares()
    layer.startEditing()
    layer.changeAttributeValue(1, 1, '宁强 "东" & <b>')
    layer.commitChanges()
    project(
        run, accounts(), coefficients, PRESET=preset, UNITS=layer, UNITS_NAME_FIELD="label", REPORT=str(path), STEP=10
    )
    text = path.read_text(encoding="utf-8")
    assert "宁强 &quot;东&quot; &amp; &lt;b&gt;" in text and "<script" not in text
    assert not re.search(r"""(src|href)=["'](?!#)""", text)  # nothing to fetch
    assert text.count("<svg view") >= 4
    assert "0.8 (assumption)" in text and "1.5 (assumption)" in text


def test_scenario_names_of_ones_own(run, accounts, population, write_csv, squares, tmp_path):
    """Names with quotes, spaces and Chinese come through columns, styles and report."""
    path = write_csv(
        "scenarios.csv",
        scenario=["绿色 发展", 'it\'s "so"'],
        variable=["P", "P"],
        kind=["rate", "rate"],
        statistic=["value", "value"],
        offset=[-0.01, 0.01],
    )
    outcome = project(
        run,
        accounts(),
        population,
        SCENARIOS=path,
        BASELINE='it\'s "so"',
        LOW="绿色 发展",
        UNITS=squares(),
        POTENTIAL=str(tmp_path / "potential.gpkg"),
        PROJECTION_MAP=MEMORY,
        REPORT=str(tmp_path / "r.html"),
    )
    layer = QgsVectorLayer(outcome["POTENTIAL"], "potential", "ogr")
    assert 'peak_year_it\'s "so"' in layer.fields().names() and "neutral_year_绿色 发展" in layer.fields().names()
    assert "绿色 发展" in (tmp_path / "r.html").read_text(encoding="utf-8")


# --- bad input -------------------------------------------------------------------------------------------------------


def test_a_unit_without_the_base_year(run, make_accounts, write_csv, population):
    panel = make_accounts()
    path = write_csv("accounts.csv", **panel[(panel["unit"] != "3") | (panel["year"] < 2015)])
    outcome = project(run, path, population, BASE_YEAR=2020)
    assert outcome["PROJECTED_UNITS"] == 3
    assert any("1 unit has no usable value in the base year 2020" in line and "3" in line for line in outcome.warnings)


def test_no_unit_has_the_base_year(refused):
    assert "No unit of “accounts” can be projected" in refused(BASE_YEAR=1990)


def test_one_year_of_history(run, make_accounts, write_csv, population):
    panel = make_accounts()
    path = write_csv("accounts.csv", **panel[(panel["unit"] != "3") | (panel["year"] == 2020)])
    outcome = project(run, path, population)
    assert outcome["PROJECTED_UNITS"] == 3
    assert any(
        "1 unit has a driver that is known in one year only" in line and "3 (P)" in line for line in outcome.warnings
    )


def test_zero_and_negative_drivers(run, make_accounts, accounts, population, tmp_path):
    panel = make_accounts()
    emission = panel["ce"].to_numpy().copy()
    emission[[5, 41]] = 0, -3
    report = tmp_path / "report.html"
    outcome = project(run, accounts(ce=emission), population, REPORT=str(report))
    told = next(line for line in outcome.warnings if "zero or below" in line)
    assert "2 rows" in told and "1 2005 (ce)" in told and "2 2020 (ce)" in told
    years = outcome.frame("PROJECTION").groupby("unit")["year"].min()
    assert years.to_dict() == {"1": 2020, "2": 2019, "3": 2020, "4": 2020}
    assert "4 units, projected from 2019 to 2060" in report.read_text(encoding="utf-8")


def test_a_variable_without_a_row(refused, scenarios, write_csv):
    text = refused(SCENARIOS=scenarios(), COEFFICIENTS=write_csv("w.csv", variable=["W"], b=[1.0]))
    assert "scenario “mine” has no row for the variable W" in text


def test_a_variable_that_is_none(refused, write_csv):
    path = write_csv(
        "scenarios.csv",
        scenario=["s", "s"],
        variable=["P", "Q"],
        kind=["rate"] * 2,
        statistic=["value"] * 2,
        offset=[0.01] * 2,
    )
    assert "“scenarios” has rows for “Q” (row 2), which is no variable of the model; the model has P" in refused(
        SCENARIOS=path
    )


def test_a_gap_between_periods(refused, scenarios):
    text = refused(SCENARIOS=scenarios(("", 2030, 0.01), (2041, "", 0.01)))
    assert "scenario “mine”, variable P (rows without a group) has no row for the years 2031 to 2040" in text


def test_periods_that_overlap(refused, scenarios):
    text = refused(SCENARIOS=scenarios(("", 2035, 0.01), (2030, "", 0.01)))
    assert "variable P (rows without a group) has more than one row for the years 2031 to 2035" in text


def test_a_cap_below_todays_level(run, accounts, write_csv):
    coefficients = write_csv("ur.csv", variable=["UR"], b=[0.5])
    path = write_csv(
        "scenarios.csv",
        scenario=["s"],
        variable=["UR"],
        kind=["rate"],
        statistic=["mean"],
        cap=[10],
    )
    outcome = project(run, accounts(), coefficients, SCENARIOS=path)
    assert any("UR of 4 units is above its cap already in the base year" in line for line in outcome.log)
    series = emission(outcome, "s")
    assert series[2060] == pytest.approx(series[2020])  # it keeps its level


def test_a_horizon_in_the_past(refused):
    assert "HORIZON is 2010, but the base year is 2020" in refused(HORIZON=2010)


def test_a_table_without_coefficients(refused, write_csv):
    text = refused(COEFFICIENTS=write_csv("c.csv", driver=["P"], value=[1]))
    assert "“c” has no column “variable”, “b”" in text


def test_words_in_the_scenario_table(refused, scenarios):
    text = refused(SCENARIOS=scenarios(("", "", "fast")))
    assert "column “offset” should hold a number, but holds “fast” (row 1)" in text and "fast" in text


def test_a_sink_table_that_is_not_there(refused):
    text = refused(SINK=2, BASE_YEAR=2020, HORIZON=2015)
    assert "“Carbon sink after the base year” is “From a table of your own”, but “Carbon sinks of your own" in text
    assert "“Horizon (year)” is 2015, but must come after “Base year”, which is 2020." in text  # both at once


def test_words_in_the_sink(refused, accounts):
    text = refused(INPUT=accounts(cs=["large", *[1.0] * 83]))
    assert "column “cs” should hold numbers (t C/a), but 1 cell holds text: “large” (1 2000)" in text


def test_a_scenario_for_the_map_that_is_not_there(refused, squares):
    text = refused(UNITS=squares(), PROJECTION_MAP=MEMORY, MAP_SCENARIO="hope")
    assert "MAP_SCENARIO is “hope”, but must be one of “low”, “baseline”, “high”" in text


def test_units_that_are_others(refused, accounts, make_accounts, squares):
    path = accounts(unit=make_accounts()["unit"].map(lambda key: f"x{key}"))
    assert "have no unit in common" in refused(INPUT=path, UNITS=squares())


class CancelAt(QgsProcessingFeedback):
    """Presses Cancel once the bar has reached a point."""

    def __init__(self, percent: float):
        super().__init__()
        self.percent = percent
        self.progressChanged.connect(self.look)

    def look(self, progress: float) -> None:
        if progress >= self.percent:
            self.cancel()


@pytest.mark.parametrize("percent", [10, 40])
def test_cancel_leaves_nothing(run, accounts, coefficients, tmp_path, percent):
    folder = tmp_path / "results"
    folder.mkdir()
    outputs = {name: str(folder / f"{name}.gpkg") for name in ("PROJECTION", "POTENTIAL")}
    outcome = project(run, accounts(), coefficients, feedback=CancelAt(percent), **outputs)
    assert "PROJECTION" not in outcome.results
    assert list(folder.iterdir()) == []


# --- real data -------------------------------------------------------------------------------------------------------


@pytest.fixture
def provinces(shared_data, write_csv):
    """The path of CEADs' 30 provinces, 2005 to 2019, without energy and sink."""
    folder = shared_data("china_province_ceads")
    carbon = pd.read_csv(folder / "province_co2_by_fuel_1997_2019_Mt.csv")
    economy = pd.read_csv(folder / "province_gdp_population_1992_2022.csv")
    rows = carbon.merge(economy, on=["province", "year"]).query("2005 <= year <= 2019")
    return write_csv(
        "provinces.csv",
        unit=rows["adcode"],
        year=rows["year"],
        population=rows["pop_1e4"] * 1e4,
        urban_population=rows["urban_pop_1e4"] * 1e4,
        gdp=rows["gdp_1e8CNY"] * 1e4,
        gdp_secondary=rows["gdp_secondary_1e8CNY"] * 1e4,
        ce=rows["co2_Mt_Scope_1_Total"] * 1e6 * 12 / 44,
    )


def test_the_provinces_of_china(run, provinces, shared_data, tmp_path):
    """With CEI the identity; fixed effects without it; then three futures of 30 provinces on their polygons."""
    whole = run("stirpatfit", INPUT=provinces, VARIABLES=[0, 1, 2, 4, 5], POOLING=2, COEFFICIENTS=MEMORY)
    assert whole["IDENTITY"] is True
    path = str(tmp_path / "coefficients.gpkg")
    fit = run("stirpatfit", INPUT=provinces, VARIABLES=[0, 1, 2, 4], POOLING=2, COEFFICIENTS=path)
    assert fit["IDENTITY"] is False and 0.5 < fit["R2"] < 1
    folder = shared_data("china_province_ceads")
    outcome = project(
        run,
        provinces,
        path,
        UNITS=str(folder / "provinces_gcj02.gpkg"),
        UNITS_ID_FIELD="adcode",
        UNITS_NAME_FIELD="province_zh",
        WINSORISE=5,
        ENFORCE_ORDER=True,
        PROJECTION_MAP=str(tmp_path / "map.gpkg"),
        REPORT=str(tmp_path / "report.html"),
    )
    assert outcome["PROJECTED_UNITS"] == 30
    table = outcome.frame("POTENTIAL")
    assert len(table) == 30 and table["cep"].isna().all()
    assert any("nobody can tell whether a unit becomes neutral" in line for line in outcome.warnings)
    totals = outcome.frame("PROJECTION").query("year == 2060").groupby("scenario")["ce"].sum()
    assert totals["low"] < totals["baseline"] < totals["high"]
