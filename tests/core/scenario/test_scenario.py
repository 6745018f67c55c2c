"""Projection of emission: the worked case, properties, an independent loop, and bad input as sentences."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carbon_plugin.core.errors import Cancelled, EmptyTableError, InputError
from carbon_plugin.core.scenario import projection as projecting
from carbon_plugin.core.scenario.projection import Options
from carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
from carbon_plugin.core.stirpat.coefficients import read_coefficients
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.stirpat.variables import stirpat_variables
from carbon_plugin.core.tables.panel import Panel

NO_ENERGY = ["energy_tce_implied", "flag"]
LINES = ("low", "baseline", "high")


STUDY = Options(growth_years=1, allow_identity=True)  # as the study does


def project(frame, coefficients, scenarios=None, sink_table=None, options=STUDY, **more):
    """The study's reading of Table 5 unless another table is given; identities may be projected."""
    options = replace(options, allow_identity=True)
    model = read_coefficients(coefficients, "coefficients")
    rules = preset("coherent") if scenarios is None else scenarios
    table = read_scenarios(rules, model.names, stirpat_variables(model.cei_definition), table="scenarios")
    sink = None if sink_table is None else Panel(sink_table, "sink")
    return projecting.project(Panel(frame, "panel"), model, table, sink=sink, options=options, **more)


def texts(projection):
    return " ".join(str(message) for message in projection.notes)


def emission(projection, scenario, unit="a"):
    rows = projection.table[(projection.table["scenario"] == scenario) & (projection.table["unit"] == unit)]
    return rows.set_index("year")["ce"]


def rows_of(*rows):
    base = {"scenario": "s", "kind": "rate", "statistic": "value", "offset": 0.0}
    return pd.DataFrame([{**base, **row} for row in rows])


def one_driver(values, years=None, unit="a", ce=100.0, **more):
    """A unit whose population is ``values``; emission ``ce`` throughout."""
    years = range(2021 - len(values), 2021) if years is None else years
    return pd.DataFrame({"unit": unit, "year": list(years), "population": values, "ce": ce, **more})


POPULATION = pd.DataFrame({"variable": ["P"], "b": [0.5]})


# --- the worked case -------------------------------------------------------------------------------------------------

WORKED = {
    "low": {2025: 91.496, 2030: 81.459, 2035: 70.892, 2060: 30.777},
    "baseline": {2025: 110.038, 2030: 121.083, 2060: 169.999},
    "high": {2030: 173.917, 2060: 911.882},
}
WORKED_LITERALLY = {
    "low": {2030: 132.627, 2060: 219.503},
    "baseline": {2030: 145.319, 2060: 352.698},
    "high": {2030: 173.917, 2060: 911.882},
}


@pytest.mark.parametrize(("name", "expected"), [("coherent", WORKED), ("paper_literal", WORKED_LITERALLY)])
def test_worked_projection(worked_history, study_coefficients, name, expected):
    projection = project(worked_history, study_coefficients, preset(name))
    for scenario, values in expected.items():
        series = emission(projection, scenario)
        assert series[2020] == 100.0
        assert series[list(values)].tolist() == pytest.approx(list(values.values()), abs=5e-4)


WORKED_TABLE5 = {
    "low": {2025: 91.496, 2030: 81.459, 2035: 79.608, 2060: 61.712},
    "baseline": {2025: 110.038, 2030: 121.083, 2035: 131.004, 2060: 169.999},
    "high": {2030: 173.917, 2035: 215.624, 2060: 489.542},
}
WORKED_CAPPED = {"low": 75.594, "baseline": 151.760, "high": 365.687}


def test_worked_projection_of_the_default(worked_history, study_coefficients):
    """Mean rates after the peak year, without and with the caps on W, TI and CEI."""
    bare = project(worked_history, study_coefficients, preset().assign(base_low="", base_high=""))
    for scenario, values in WORKED_TABLE5.items():
        assert emission(bare, scenario)[list(values)].tolist() == pytest.approx(list(values.values()), abs=5e-4)
    capped = project(worked_history, study_coefficients, preset())
    for scenario, value in WORKED_CAPPED.items():
        assert emission(capped, scenario)[2060] == pytest.approx(value, abs=5e-4)
    told = next(message for message in capped.notes if message.code == "drivers-at-base-cap")
    assert told.needs_attention and "a low (CEI)" in str(told) and "a high (W)" in str(told)
    assert "drivers-at-base-cap" not in {message.code for message in bare.notes}


def test_the_default_growth_falls_back_on_a_short_history(worked_history, study_coefficients):
    """Three intervals hold no two steps of five years: single years, said so."""
    projection = project(worked_history, study_coefficients, preset(), options=Options())
    assert emission(projection, "low")[2060] == pytest.approx(WORKED_CAPPED["low"], abs=5e-4)
    assert "growth-by-single-years" in {message.code for message in projection.notes}


def test_columns_and_years(worked_history, study_coefficients):
    table = project(worked_history, study_coefficients).table
    drivers = ["P", "W", "IS", "TI", "UR", "CEI"]
    results = ["ce", "ce_p05", "ce_p95", "cs", "energy_tce_implied", "flag"]
    assert table.columns.tolist() == ["unit", "year", "scenario", *drivers, *results]
    assert table["year"].unique().tolist() == list(range(2020, 2061, 5))
    assert table["scenario"].unique().tolist() == list(LINES)
    assert (table["cs"] == 50.0).all()


def test_drivers_of_the_worked_case(worked_history, study_coefficients):
    """Paths of Table 5 by hand: UR grows by 3 % to its cap, IS falls in a line to the least share and to 95 % of it."""
    table = project(worked_history, study_coefficients).table.set_index(["scenario", "year"])
    ur = table["UR"]
    assert ur["low"][[2020, 2025, 2030, 2035, 2060]].tolist() == pytest.approx([52, 52 * 1.03**5, 65, 70, 70])
    assert ur["high"][[2030, 2060]].tolist() == pytest.approx([52 * 1.03**10, 80])
    share = table["IS"]
    assert share["low"][[2020, 2025, 2030, 2045, 2060]].tolist() == pytest.approx([43, 40.5, 38, 37.05, 36.1])
    assert share["baseline"][[2030, 2060]].tolist() == pytest.approx([42, 42])
    assert share["high"][[2030, 2060]].tolist() == pytest.approx([43, 43])  # below its cap: holds its level
    w = table["W"] / 5
    assert w["high"][[2030, 2060]].tolist() == pytest.approx([1.14**10, 1.14**10 * 1.168**30])


def test_annual_inside_steps_outside(worked_history, study_coefficients):
    projection = project(worked_history, study_coefficients, options=Options(step=10, horizon=2055))
    assert projection.table["year"].unique().tolist() == [2020, 2025, 2035, 2045, 2055]
    annual = projection.annual[projection.annual["scenario"] == "low"].set_index("year")["ce"]
    assert annual.index.tolist() == list(range(2020, 2056))
    five = project(worked_history, study_coefficients, options=Options(horizon=2055))
    assert emission(five, "low")[[2035, 2055]].tolist() == annual[[2035, 2055]].tolist()


def test_elasticities():
    """One per cent more of UR is 0.3758 % more emission under the study's 0.377, and so on (its text rounds them)."""
    for b, percent in [(0.377, 0.3758), (0.304, 0.3029), (0.274, 0.2730), (-0.079, -0.0786), (0.016, 0.0159)]:
        model = pd.DataFrame({"variable": ["P"], "b": [b]})
        scenarios = rows_of({"variable": "P", "offset": 0.01})
        projection = project(one_driver([5.0, 5.0]), model, scenarios, options=Options(horizon=2021))
        assert emission(projection, "s")[2021] - 100 == pytest.approx(percent, abs=5e-5)


# --- an independent loop ---------------------------------------------------------------------------------------------


def by_hand(history, b, horizon=2060):
    """The default reading of Table 5 for one unit, written out year by year."""
    last = history.iloc[-1]
    levels = {
        "P": history["population"],
        "W": history["gdp"] / history["population"],
        "IS": 100 * history["gdp_secondary"] / history["gdp"],
        "TI": history["gdp"] / history["energy_tce"],
        "UR": 100 * history["urban_population"] / history["population"],
        "CEI": history["ce"] / history["gdp"],
    }
    g = {}
    for name, x in levels.items():
        growth = x.pct_change().dropna()
        g[name] = (growth.min(), (x.iloc[-1] / x.iloc[0]) ** (1 / (len(x) - 1)) - 1, growth.max())
    series = {}
    for i, scenario in enumerate(LINES):
        x = {name: level.iloc[-1] for name, level in levels.items()}
        base = dict(x)
        share = (levels["IS"].min(), levels["IS"].mean(), levels["IS"].max())[i]
        share_2030 = min(base["IS"], share)
        share_2060 = min(share_2030, share * (0.95, 1, 1.05)[i])
        series[scenario] = {int(last["year"]): last["ce"]}
        for year in range(int(last["year"]) + 1, horizon + 1):
            late = year > 2030
            x["P"] *= 1 + (-abs(g["P"][i]) * (1.2, 1, 0.8)[i] if late else g["P"][i])
            x["W"] *= 1 + abs(g["W"][i]) * ((1.1, 1.15, 1.2)[i] if late else 1)
            x["TI"] *= 1 + abs(g["TI"][2 - i]) * ((1.2, 1.15, 1.1)[i] if late else 1)
            x["CEI"] *= 1 + g["CEI"][i] + ((-0.01, 0, 0.01)[i] if late else 0)
            x["UR"] = max(base["UR"], min(x["UR"] * (1 + g["UR"][1]), ((70, 75, 80) if late else (65, 70, 75))[i]))
            first = int(last["year"])
            if late:
                x["IS"] = share_2030 + (share_2060 - share_2030) * (year - 2030) / 30
            else:
                x["IS"] = base["IS"] + (share_2030 - base["IS"]) * (year - first) / (2030 - first)
            log = sum(b[name] * np.log(x[name] / base[name]) for name in b)
            series[scenario][year] = last["ce"] * np.exp(log)
    return series


def test_every_unit_by_an_independent_loop(make_panel, study_coefficients):
    panel = make_panel(units=6)
    b = study_coefficients.set_index("variable")["b"].drop("intercept").to_dict()
    annual = project(panel, study_coefficients, options=Options(draws=0, growth_years=1)).annual
    for unit, history in panel.groupby("unit"):
        expected = by_hand(history, b)
        for scenario in LINES:
            rows = annual[(annual["unit"] == unit) & (annual["scenario"] == scenario)]
            assert rows["ce"].tolist() == pytest.approx([expected[scenario][year] for year in rows["year"]], rel=1e-9)


# --- properties ------------------------------------------------------------------------------------------------------


def test_the_base_year_is_reproduced_and_no_intercept_enters(make_panel, study_coefficients):
    panel = make_panel()
    projection = project(panel, study_coefficients)
    observed = panel[panel["year"] == 2020].set_index("unit")["ce"]
    for scenario in LINES:
        start = projection.table[(projection.table["scenario"] == scenario) & (projection.table["year"] == 2020)]
        assert start.set_index("unit")["ce"].equals(observed.rename("ce"))
    other = study_coefficients.assign(b=lambda table: table["b"] + (table["variable"] == "intercept") * 1e6)
    pd.testing.assert_frame_equal(project(panel, other).table, projection.table)


def test_units_do_not_touch_each_other(make_panel, study_coefficients):
    panel = make_panel()
    whole = project(panel, study_coefficients).table
    for unit in panel["unit"].unique():
        alone = project(panel[panel["unit"] == unit], study_coefficients).table
        pd.testing.assert_frame_equal(alone, whole[whole["unit"] == unit].reset_index(drop=True))


def test_each_unit_from_its_own_base_year():
    panel = pd.concat([one_driver([1.0, 1.1]), one_driver([1.0, 1.2], [2014, 2016], "b")])
    scenarios = rows_of({"variable": "P", "statistic": "mean"})
    projection = project(panel, POPULATION, scenarios, options=Options(horizon=2025))
    assert emission(projection, "s", "a").index.tolist() == [2020, 2025]
    b = emission(projection, "s", "b")
    assert b.index.tolist() == [2016, 2020, 2025]
    assert b.tolist() == pytest.approx([100, 100 * 1.2 ** (0.5 * 4 / 2), 100 * 1.2 ** (0.5 * 9 / 2)])
    assert "base year (2016, 2020)" in texts(projection)


def test_history_ends_with_the_base_year():
    """What happened after a chosen base year must not enter the growth."""
    panel = one_driver([1.0, 1.1, 9.0])
    scenarios = rows_of({"variable": "P", "statistic": "max"})
    projection = project(panel, POPULATION, scenarios, options=Options(base_year=2019, horizon=2020))
    assert emission(projection, "s").tolist() == pytest.approx([100, 100 * 1.1**0.5])


def test_dated_history_is_annualised():
    panel = one_driver([1.0, 2.0, 2.2], [2000, 2010, 2020])
    projection = project(
        panel, POPULATION, rows_of({"variable": "P", "statistic": "max"}), options=Options(horizon=2030)
    )
    assert emission(projection, "s")[2030] == pytest.approx(100 * 2**0.5)


# --- identities, caps, long horizons ---------------------------------------------------------------------------------


def test_an_identity_is_refused_unless_asked_for(worked_history, study_coefficients):
    def run(table, **options):
        model = read_coefficients(table, "fit")
        rules = read_scenarios(preset(), model.names, stirpat_variables())
        return projecting.project(Panel(worked_history, "panel"), model, rules, options=Options(**options))

    with pytest.raises(InputError, match=r"“fit” are those of an accounting identity: emission follows from P, W, CEI"):
        run(study_coefficients)  # by definition, since the table has no flag
    with pytest.raises(InputError, match="switch on “Project from an accounting identity”"):
        run(study_coefficients.assign(identity=1))
    told = {message.code for message in run(study_coefficients, allow_identity=True).notes}
    assert "identity-projected" in told
    without = study_coefficients[study_coefficients["variable"] != "CEI"]
    assert "identity-projected" not in {message.code for message in run(without).notes}
    with pytest.raises(InputError, match="emission follows from P, W, IS, TI, UR"):
        run(without.assign(identity=1))  # found by the fit
    run(study_coefficients.assign(identity=0))  # the fit knows better than the definitions


def test_caps_in_multiples_of_the_base_year():
    """Doubling every year up to 3 times, halving down to a tenth; the base level is what counts, and rows change it."""
    panel = one_driver([5.0, 5.0])
    rows = rows_of(
        {"variable": "P", "offset": 0.99, "base_high": 3.0, "to_year": 2030}, {"variable": "P", "from_year": 2030}
    )
    up = project(panel, POPULATION, rows, options=Options(horizon=2035, step=1))
    assert up.table["P"].tolist()[:4] == pytest.approx([5.0, 9.95, 15.0, 15.0])
    assert up.annual.set_index("year")["cap_binds"].loc[2020:2023].tolist() == [False, False, True, True]
    down = project(panel, POPULATION, rows_of({"variable": "P", "offset": -0.5, "base_low": 0.1}))
    assert down.table["P"].min() == pytest.approx(0.5)
    with pytest.raises(InputError, match="base_high"):
        project(panel, POPULATION, rows_of({"variable": "P", "base_high": 0.5}))


@pytest.mark.parametrize("name", ["table5", "coherent", "paper_literal"])
def test_the_farthest_horizon(make_panel, name):
    """2300 is what the dialog allows."""
    model = pd.DataFrame({"variable": ["P", "W", "IS", "TI", "UR"], "b": [0.7, 0.5, 0.1, -0.4, 0.3]})
    projection = project(make_panel(units=2), model, preset(name), options=Options(horizon=2300))
    assert projection.table["year"].max() == 2300 and np.isfinite(projection.table["ce"]).all()


# --- groups, order, explosion ----------------------------------------------------------------------------------------


def test_rows_by_province():
    panel = pd.concat(
        [one_driver([1.0, 1.0], unit="a", province="Shaanxi"), one_driver([1.0, 1.0], unit="b", province="Gansu")]
    )
    scenarios = rows_of({"variable": "P", "offset": 0.01}, {"variable": "P", "group": "Gansu", "offset": 0.02})
    projection = project(panel, POPULATION, scenarios, options=Options(group_field="province", horizon=2021))
    last = projection.table[projection.table["year"] == 2021].set_index("unit")["P"]
    assert last.to_dict() == pytest.approx({"a": 1.01, "b": 1.02})
    with pytest.raises(InputError, match="has no column “region”"):
        project(panel, POPULATION, scenarios, options=Options(group_field="region"))
    misspelt = scenarios.replace("Gansu", "Gan su")
    told = texts(project(panel, POPULATION, misspelt, options=Options(group_field="province")))
    assert "rows for the groups Gan su, to which no unit belongs" in told


def unordered():
    """P (-6, -1, 4) %: the sizes of the rates are 6, 1 and 4 %."""
    panel = one_driver(np.cumprod([1.0, 0.94, 1.04, 0.99**3 / (0.94 * 1.04)]))
    scenarios = pd.DataFrame(
        [
            {"scenario": name, "variable": "P", "kind": "rate", "statistic": statistic, "sign": "positive"}
            for name, statistic in zip(LINES, ("min", "mean", "max"))
        ]
    )
    return panel, scenarios


def test_order_is_warned_about():
    projection = project(*unordered()[:1], POPULATION, unordered()[1])
    rates = (
        projection.table[projection.table["year"] == 2025].set_index("scenario")["P"]
        / unordered()[0].iloc[-1]["population"]
    )
    assert rates.to_dict() == pytest.approx({"low": 1.06**5, "baseline": 1.01**5, "high": 1.04**5})
    told = {message.code: message for message in projection.notes if message.needs_attention}
    assert "growth of P of 1 unit does not rise in the order low, baseline, high" in str(told["growth-out-of-order"])
    assert "“Sort the rates of the scenarios” (ENFORCE_ORDER) sorts them" in str(told["growth-out-of-order"])
    disorder = told["emission-out-of-order"]
    assert "in 1 unit of 1, in 40 of 41 values (first year of each): a 2021" in str(disorder)


def test_a_coefficient_of_the_other_sign_is_named_where_it_turns_the_order():
    """Rates in order, and more people emit less: nothing is to be sorted."""
    panel, scenarios = unordered()
    against = POPULATION.assign(b=-0.5)
    projection = project(panel, against, scenarios.assign(sign=None), options=Options(enforce_order=True))
    told = {message.code: message for message in projection.notes if message.needs_attention}
    text = str(told["emission-out-of-order"])
    assert "the fitted coefficient of P has the sign against what the scenarios take for granted" in text
    assert "ENFORCE_ORDER" not in text
    assert "the sign against" not in texts(project(*unordered()[:1], POPULATION, unordered()[1]))


def test_order_can_be_enforced():
    panel, scenarios = unordered()
    projection = project(panel, POPULATION, scenarios, options=Options(enforce_order=True))
    values = (
        projection.table[projection.table["year"] == 2025].set_index("scenario")["P"] / panel.iloc[-1]["population"]
    )
    assert values.to_dict() == pytest.approx({"low": 1.01**5, "baseline": 1.04**5, "high": 1.06**5})
    assert "was sorted: a (P)" in texts(projection)
    assert "emission-out-of-order" not in {message.code for message in projection.notes}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10_000), st.integers(1, 6), st.booleans(), st.sampled_from(["table5", "coherent"]))
def test_emission_is_in_order_where_its_drivers_are(make_panel, seed, growth_years, enforce, name):
    """Random panels: where no driver is out of order along the path, neither is emission, and nothing is told."""
    model = pd.DataFrame({"variable": ["P", "W", "IS", "TI", "UR"], "b": [0.7, 0.5, 0.1, -0.4, 0.3]})
    made = Options(growth_years=growth_years, enforce_order=enforce, draws=0)
    projection = project(make_panel(units=4, years=16, seed=seed), model, preset(name), options=made)
    wide = projection.annual.pivot(index=["unit", "year"], columns="scenario", values="ce")[list(LINES)]
    wrong = (wide.diff(axis=1).iloc[:, 1:] < -1e-9 * wide.iloc[:, :1].to_numpy()).any(axis=1)
    told = {message.code: message for message in projection.notes}
    units = wrong[wrong].index.get_level_values("unit").unique()
    assert ("emission-out-of-order" in told) == bool(len(units))
    if len(units):
        assert told["emission-out-of-order"].values["count"] == len(units)
    levels = projection.table.pivot(index=["unit", "year"], columns="scenario")
    signs = {"P": 1, "W": 1, "IS": 1, "TI": -1, "UR": 1}
    steps = [sign * levels[driver][list(LINES)].diff(axis=1).iloc[:, 1:] for driver, sign in signs.items()]
    in_order = np.all([(step >= -1e-9).all(axis=1) for step in steps], axis=0)
    written = wrong.reindex(levels.index)
    assert not written[in_order].any()


def test_progress_is_ordered_the_other_way_round():
    """Output per energy grows fastest in the low-carbon scenario: that is no disorder; a slow low scenario is."""
    panel = one_driver([1.0, 1.0], gdp=[2.0, 2.2], energy_tce=1.0)
    model = pd.DataFrame({"variable": ["TI"], "b": [-0.1]})

    def scenarios(low, high):
        return rows_of(
            {"scenario": "low", "variable": "TI", "offset": low}, {"scenario": "high", "variable": "TI", "offset": high}
        )

    assert "order" not in texts(project(panel, model, scenarios(0.05, 0.01)))
    assert "growth of TI of 1 unit does not rise in the order high, low" in texts(
        project(panel, model, scenarios(0.01, 0.05))
    )


def test_scenarios_of_other_names_have_no_order():
    panel, scenarios = unordered()
    told = project(panel, POPULATION, scenarios.replace(dict(zip(LINES, "xyz"))), options=Options(enforce_order=True))
    assert "order" not in texts(told)
    assert told.scenarios == ["x", "y", "z"]


def test_explosion_is_warned_about_and_can_be_capped():
    panel, scenarios = one_driver([1.0, 1.0]), rows_of({"variable": "P", "offset": 0.12})
    loose = project(panel, POPULATION, scenarios)
    assert "more than 50-fold (an assumed limit): P under “s” (1 unit; most in a, 93.051-fold)" in texts(loose)
    assert loose.table["P"].max() == pytest.approx(1.12**40)
    tight = project(panel, POPULATION, scenarios, options=Options(cap_factors=True))
    assert tight.table["P"].max() == pytest.approx(50)
    assert "1 driver reaches an upper bound" in texts(tight)


def test_winsorising_tames_it(make_panel, study_coefficients):
    panel = make_panel()
    plain, tamed = (project(panel, study_coefficients, options=Options(winsorise=w)) for w in (0, 5))
    high = [projection.table.query("scenario == 'high' and year == 2060")["W"].sum() for projection in (plain, tamed)]
    assert high[1] < high[0]


def test_shares_stay_shares():
    panel = one_driver([10.0, 10.0], urban_population=[7.0, 9.0])
    model = pd.DataFrame({"variable": ["UR"], "b": [0.4]})
    projection = project(panel, model, rows_of({"variable": "UR", "statistic": "max"}))
    assert projection.table["UR"].max() == 100
    assert "1 driver reaches an upper bound and stays there: a s (UR)" in texts(projection)


# --- the interval ----------------------------------------------------------------------------------------------------


def test_interval_from_resampled_years(make_panel):
    panel = make_panel()
    fit = fit_stirpat(Panel(panel, "panel"), ["P", "W", "IS", "TI", "UR"], pooling="pooled")
    table = project(panel, fit.coefficients).table
    base = table[table["year"] == 2020]
    assert base["ce_p05"].tolist() == pytest.approx(base["ce"].tolist())
    assert (table["ce_p05"] <= table["ce_p95"]).all()
    inside = (table["ce_p05"] <= table["ce"]) & (table["ce"] <= table["ce_p95"])
    assert inside.mean() > 0.9
    later = table[table["year"] == 2060]
    assert (later["ce_p95"] / later["ce_p05"] > base["ce_p95"].iloc[0] / base["ce_p05"].iloc[0]).all()
    pd.testing.assert_frame_equal(table, project(panel, fit.coefficients).table)  # seeded


def test_interval_against_numpy():
    """b ~ N(0.5, 0.1) on a driver that doubles: percentiles of 2^b."""
    panel, scenarios = one_driver([1.0, 1.0]), rows_of({"variable": "P", "offset": 2 ** (1 / 40) - 1})
    model = POPULATION.assign(std_error=0.1)
    table = project(panel, model, scenarios, options=Options(draws=999, seed=4)).table
    b = 0.5 + 0.1 * np.random.default_rng(4).standard_normal((999, 1))[:, 0]
    last = table[table["year"] == 2060].iloc[0]
    assert last["P"] == pytest.approx(2.0)
    low, high = np.percentile(100 * 2**b, [5, 95])
    assert last["ce_p05"] == pytest.approx(low, rel=1e-4) and last["ce_p95"] == pytest.approx(high, rel=1e-4)
    assert last["ce_p05"] == pytest.approx(100 * 2 ** np.percentile(b, 5))  # linear in the logarithm
    assert last["ce"] == pytest.approx(100 * 2**0.5)


def test_no_draws_no_interval(worked_history, study_coefficients):
    for projection in (
        project(worked_history, study_coefficients.assign(std_error=0.1), options=Options(draws=0)),
        project(worked_history, study_coefficients),
    ):
        assert projection.table[["ce_p05", "ce_p95"]].isna().all(axis=None)


# --- bad input -------------------------------------------------------------------------------------------------------


def test_a_unit_without_base_year():
    panel = pd.concat([one_driver([1.0, 1.1]), one_driver([1.0, 1.1], [2010, 2015], "b")])
    projection = project(panel, POPULATION, rows_of({"variable": "P"}), options=Options(base_year=2020))
    assert projection.table["unit"].unique().tolist() == ["a"]
    assert "1 unit has no usable value in the base year 2020 and no projection" in texts(projection)
    with pytest.raises(InputError, match=r"No unit of “panel” can be projected\. .*base year 1,?990"):
        project(panel, POPULATION, rows_of({"variable": "P"}), options=Options(base_year=1990))


def test_one_year_of_history():
    panel = pd.concat([one_driver([1.0, 1.1]), one_driver([1.0], unit="b")])
    projection = project(panel, POPULATION, rows_of({"variable": "P", "statistic": "mean"}))
    assert projection.table["unit"].unique().tolist() == ["a"]
    assert "1 unit has a driver that is known in one year only" in texts(projection) and "b (P)" in texts(projection)
    given = project(panel, POPULATION, rows_of({"variable": "P", "offset": 0.01}))  # no history is asked for
    assert given.table["unit"].unique().tolist() == ["a", "b"]
    with pytest.raises(InputError, match="known in one year only"):
        project(one_driver([1.0]), POPULATION, rows_of({"variable": "P", "statistic": "mean"}))


def test_a_driver_with_a_cap_does_not_fall_and_that_is_told():
    """METHODS 6.1: max(UR of the base year, min(UR grown, cap)); a fall of the history is not carried on."""
    panel = one_driver([10.0, 10.0], urban_population=[6.0, 5.4])
    model = pd.DataFrame({"variable": ["UR"], "b": [0.4]})
    projection = project(panel, model, rows_of({"variable": "UR", "statistic": "mean", "cap": 65}))
    assert set(projection.table["UR"]) == {54.0}
    (told,) = [message for message in projection.notes if message.code == "drivers-not-falling"]
    assert str(told) == "1 driver with a cap would fall below the base year's level and stay at it: a s (UR)."
    free = project(panel, model, rows_of({"variable": "UR", "statistic": "mean"}))
    assert free.table["UR"].iloc[-1] == pytest.approx(54 * 0.9**40)
    assert "with a cap" not in texts(free)


def test_zero_and_negative_drivers():
    panel = pd.concat(
        [
            one_driver([0.0, 1.0, 1.1]),
            one_driver([1.0, 1.0, 0.0], unit="b"),
            one_driver([1.0, 1.0, 1.0], unit="c", ce=-5.0),
        ]
    )
    scenarios = rows_of({"variable": "P", "statistic": "mean"})
    projection = project(panel, POPULATION, scenarios, options=Options(base_year=2020))
    assert projection.table["unit"].unique().tolist() == ["a"]
    assert projection.growth["growth_mean"].tolist() == pytest.approx([10.0])  # the zero of 2018 is no history
    told = texts(projection)
    assert "5 rows have a driver or an emission of zero or below" in told
    assert "a 2018 (P), b 2020 (P), c 2018 (ce)" in told
    assert "b (P), c (ce)" in told
    own = project(panel, POPULATION, scenarios)  # without a chosen base year b starts from 2019
    assert emission(own, "s", "b").index[0] == 2019
    assert "1 unit has no year with all drivers and no projection: c" in texts(own)


def test_caps_below_todays_level(worked_history, study_coefficients):
    """A unit above its cap keeps its level (UR), until the cap lies above it; a level is led down to its target."""
    panel = one_driver([10.0, 10.0], urban_population=[6.0, 6.8], gdp=1.0, gdp_secondary=[0.5, 0.5])
    model = pd.DataFrame({"variable": ["UR", "IS"], "b": [0.4, 0.1]})
    scenarios = rows_of(
        {"variable": "UR", "statistic": "mean", "to_year": 2030, "cap": 65},
        {"variable": "UR", "statistic": "mean", "from_year": 2030, "cap": 70},
        {"variable": "IS", "kind": "level_cap", "cap": 30, "to_year": 2040},
        {"variable": "IS", "kind": "level_cap", "cap": 60, "from_year": 2040},
    )
    projection = project(panel, model, scenarios)
    table = projection.table.set_index("year")
    assert table["UR"][[2020, 2030, 2060]].tolist() == pytest.approx([68, 68, 70])
    assert table["IS"][[2020, 2030, 2040, 2060]].tolist() == pytest.approx([50, 40, 30, 30])
    told = [message for message in projection.notes if message.code == "drivers-above-cap"]
    assert "UR of 1 unit is above its cap already" in str(told[0]) and not told[0].needs_attention
    assert len(told) == 1 and "emission-out-of-order" not in {message.code for message in projection.notes}
    assert "drivers-above-cap" not in {one.code for one in project(worked_history, study_coefficients).notes}


def test_rates_that_would_take_more_than_all():
    panel = one_driver([1.0, 2.5])  # 150 % in a year, negated
    projection = project(panel, POPULATION, rows_of({"variable": "P", "statistic": "max", "sign": "negative"}))
    assert (projection.table["P"] > 0).all()
    assert "1 driver would lose more than 99 % in a year" in texts(projection)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"variable": "GDP"}, r"rows for “GDP” \(row 1\), which is no variable of the model; the model has P"),
        ({"to_year": 2050}, "has no row for the years 2051 to 2060"),
    ],
)
def test_faults_of_the_scenario_table(change, expected):
    with pytest.raises(InputError, match=expected):
        project(one_driver([1.0, 1.1]), POPULATION, rows_of({"variable": "P", **change}))


def test_overlapping_periods():
    scenarios = rows_of({"variable": "P"}, {"variable": "P", "from_year": 2040})
    with pytest.raises(InputError, match="more than one row for the years 2041 to 2060"):
        project(one_driver([1.0, 1.1]), POPULATION, scenarios)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (Options(horizon=2020), "HORIZON is 2020, but the base year is 2020"),
        (Options(step=0), "STEP is 0"),
        (Options(winsorise=60), "WINSORISE is 60"),
        (Options(sink="forest"), "SINK is “forest”, but must be one of “held”, “trend”, “table”"),
    ],
)
def test_wrong_options(options, expected):
    with pytest.raises(InputError, match=expected):
        project(one_driver([1.0, 1.1]), POPULATION, rows_of({"variable": "P"}), options=options)


def test_missing_columns(worked_history, study_coefficients):
    with pytest.raises(InputError, match="TI cannot be computed, since there is no column “energy_tce”"):
        project(worked_history.drop(columns="energy_tce"), study_coefficients)
    with pytest.raises(EmptyTableError):
        project(worked_history.iloc[:0], study_coefficients)


def test_cancel(worked_history, study_coefficients):
    class Impatient:
        def report(self, fraction):
            pass

        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        project(worked_history, study_coefficients, progress=Impatient())


# --- the sink --------------------------------------------------------------------------------------------------------


def test_sink_in_the_table(worked_history, study_coefficients):
    own = pd.DataFrame({"unit": ["a"], "year": [2060], "cs": [90.0]})
    table = project(worked_history, study_coefficients, sink_table=own, options=Options(sink="table")).table
    assert table[table["scenario"] == "low"]["cs"].tolist() == pytest.approx(np.linspace(50, 90, 9).tolist())
    without = project(worked_history.drop(columns="cs"), study_coefficients).table
    assert without["cs"].isna().all()


# --- end to end on published data ------------------------------------------------------------------------------------


def test_provinces_end_to_end(shared_data):
    """CEADs, 30 provinces 2005-2019: fixed effects without CEI and TI, projected from 2019."""
    folder = shared_data("china_province_ceads")
    carbon = pd.read_csv(folder / "province_co2_by_fuel_1997_2019_Mt.csv")
    economy = pd.read_csv(folder / "province_gdp_population_1992_2022.csv")
    rows = carbon.merge(economy, on=["province", "year"]).query("2005 <= year <= 2019")
    panel = pd.DataFrame(
        {
            "unit": rows["province"],
            "year": rows["year"],
            "population": rows["pop_1e4"] * 1e4,
            "urban_population": rows["urban_pop_1e4"] * 1e4,
            "gdp": rows["gdp_1e8CNY"] * 1e4,
            "gdp_secondary": rows["gdp_secondary_1e8CNY"] * 1e4,
            "ce": rows["co2_Mt_Scope_1_Total"] * 1e6 * 12 / 44,
        }
    )
    fit = fit_stirpat(Panel(panel, "panel"), ["P", "W", "IS", "UR"], pooling="fixed_effects")
    projection = project(panel, fit.coefficients, options=Options(winsorise=5, enforce_order=True))
    assert projection.table["unit"].nunique() == 30
    assert projection.table["year"].unique().tolist() == [2019, *range(2020, 2061, 5)]
    assert np.isfinite(projection.table.drop(columns=["unit", "scenario", "cs", *NO_ENERGY])).all(axis=None)
    totals = projection.table[projection.table["year"] == 2060].groupby("scenario")["ce"].sum()
    assert totals["low"] < totals["baseline"] < totals["high"]
    assert "rows for TI, CEI are not used" in texts(projection)
    assert "grow more than 50-fold" in texts(projection)  # GDP at current prices grew by 13 % a year
