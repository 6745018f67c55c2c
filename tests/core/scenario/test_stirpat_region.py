"""The region as the sum of its units, its interval and its turning years; and the map of one scenario in time."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.scenario import projection as projecting
from carbon_plugin.core.scenario import region
from carbon_plugin.core.scenario.projection import Options
from carbon_plugin.core.scenario.projection_map import map_of_scenario, map_scenario
from carbon_plugin.core.scenario.region import OBSERVED, regional_bounds, turning_years
from carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
from carbon_plugin.core.stirpat.coefficients import read_coefficients
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.stirpat.variables import stirpat_variables
from carbon_plugin.core.tables.panel import Panel

VARIABLES = ["P", "W", "IS", "TI", "UR"]


def regional_totals(frame, projected):
    return region.regional_totals(Panel(frame, "panel"), projected)


def project(frame, coefficients, options):
    model = read_coefficients(coefficients, "coefficients")
    table = read_scenarios(preset(), model.names, stirpat_variables(), table="scenarios")
    return projecting.project(Panel(frame, "panel"), model, table, options=options)


def annual(unit, first, values, sink=0.0, scenario="low"):
    years = np.arange(first, first + len(values))
    return pd.DataFrame({"unit": unit, "year": years, "scenario": scenario, "ce": values, "cs": sink})


def of(totals, scenario):
    return totals[totals["scenario"] == scenario].set_index("year")["ce"].to_dict()


def test_observed_and_projected_totals():
    history = pd.DataFrame(
        {"unit": ["a", "a", "b", "b"], "year": [2018, 2019, 2018, 2019], "ce": [1.0, 2.0, 10.0, 20.0], "cs": 5.0}
    )
    projected = pd.concat([annual("a", 2019, [2.0, 3.0], 5.0), annual("b", 2019, [20.0, 30.0], 5.0)])
    totals = regional_totals(history, projected)
    assert of(totals, OBSERVED) == {2018: 11.0, 2019: 22.0}
    assert of(totals, "low") == {2019: 22.0, 2020: 33.0}
    assert (totals["cs"] == 10.0).all()


def test_a_year_without_one_of_the_units_has_no_total():
    history = pd.DataFrame({"unit": ["a", "a", "b"], "year": [2017, 2018, 2018], "ce": [1.0, 2.0, 10.0]})
    projected = pd.concat([annual("a", 2018, [2.0, 3.0]), annual("b", 2018, [10.0, 11.0])])
    assert of(regional_totals(history, projected), OBSERVED) == {2018: 12.0}


def test_units_with_their_own_base_years():
    """Until the last base year the total holds observed years of some units and projected ones of others."""
    history = pd.DataFrame({"unit": ["a", "b", "b"], "year": [2018, 2018, 2019], "ce": [1.0, 10.0, 20.0]})
    projected = pd.concat([annual("a", 2018, [1.0, 2.0, 3.0]), annual("b", 2019, [20.0, 30.0])])
    totals = regional_totals(history, projected)
    assert of(totals, OBSERVED) == {2018: 11.0}
    assert of(totals, "low") == {2018: 11.0, 2019: 22.0, 2020: 33.0}


def test_turning_years():
    history = pd.DataFrame({"unit": "a", "year": [2018, 2019], "ce": [50.0, 9.0], "cs": [8.0, 8.0]})
    projected = pd.concat(
        [
            annual("a", 2019, [9.0, 8.5, 7.0], 8.0),
            annual("a", 2019, [9.0, 60.0, 61.0], 8.0, scenario="high"),
            annual("a", 2019, [9.0, 60.0, 59.0], np.nan, scenario="mine"),
        ]
    )
    turnings = turning_years(regional_totals(history, projected))
    assert (turnings["low"].peak_year, turnings["low"].peak, turnings["low"].neutral_year) == (2018, 50.0, 2021)
    assert (turnings["high"].peak_year, turnings["high"].peak, turnings["high"].neutral_year) == (None, 61.0, None)
    assert (turnings["mine"].peak_year, turnings["mine"].neutral_year) == (2020, None)


def test_bounds_draw_by_draw():
    random = np.random.default_rng(3)
    base, draws = random.uniform(1, 9, 4), random.normal(0.5, 0.1, (60, 2))
    ratios = random.normal(0, 0.3, (2, 4, 2, 3))
    found = regional_bounds(base, ratios, draws, shares=[0.05, 0.95])
    for s in range(2):
        for t in range(3):
            totals = [sum(base[u] * np.exp(ratios[s, u, :, t] @ b) for u in range(4)) for b in draws]
            assert found[:, s, t] == pytest.approx(np.quantile(totals, [0.05, 0.95]), rel=1e-12)


@pytest.fixture
def projection(make_panel):
    panel = make_panel()
    coefficients = fit_stirpat(Panel(panel, "panel"), VARIABLES, pooling="fixed_effects").coefficients
    return project(panel, coefficients, options=Options(winsorise=10, draws=200))


def test_the_region_of_a_projection(projection):
    for scenario in projection.scenarios:
        rows = projection.table[projection.table["scenario"] == scenario]
        region = projection.region[projection.region["scenario"] == scenario].set_index("year")
        totals = rows.groupby("year")["ce"].sum()
        bounded = region.loc[totals.index]
        assert bounded["ce"].tolist() == pytest.approx(totals.tolist(), rel=1e-12)
        assert bounded.loc[2020, ["ce_p05", "ce_p95"]].tolist() == pytest.approx([totals[2020]] * 2)
        later = bounded.loc[2025:]
        assert (later["ce_p05"] < later["ce"]).all() and (later["ce"] < later["ce_p95"]).all()
        assert region["ce_p05"].notna().sum() == len(totals)
    assert projection.region["scenario"].iloc[0] == OBSERVED


def test_the_region_of_one_unit_has_the_bounds_of_the_unit(make_panel):
    panel = make_panel(units=1)  # two sets of 201 draws: the bounds are draws, with nothing to interpolate
    found = project(panel, fit_stirpat(Panel(panel, "panel"), VARIABLES).coefficients, options=Options(draws=402))
    region = found.region[found.region["scenario"] != OBSERVED].dropna(subset=["ce_p05"])
    for bound in ("ce_p05", "ce_p95"):
        assert region[bound].tolist() == pytest.approx(found.table[bound].tolist(), rel=1e-9)


def test_without_draws_the_region_has_no_bounds(make_panel):
    panel = make_panel()
    coefficients = fit_stirpat(Panel(panel, "panel"), VARIABLES, pooling="fixed_effects").coefficients
    assert project(panel, coefficients, options=Options(draws=0)).region["ce_p05"].isna().all()


# --- the map of one scenario -----------------------------------------------------------------------------------------


def test_every_day_shows_one_row_of_a_unit(projection):
    units = pd.DataFrame({"unit": ["county 3", "county 1", "elsewhere"], "name": ["三", "One", "?"]})
    shown = map_of_scenario(projection.table, units, "high")
    frame = shown.frame
    assert frame["unit"].unique().tolist() == ["county 3", "county 1"] and (frame["scenario"] == "high").all()
    assert frame.columns[:6].tolist() == ["unit", "name", "year", "date_from", "date_to", "scenario"]
    one = frame[frame["unit"] == "county 1"]
    assert one["year"].tolist() == list(range(2020, 2061, 5))
    assert (one["date_to"].iloc[:-1].to_numpy() == one["date_from"].iloc[1:].to_numpy()).all()
    assert one["date_from"].iloc[0] == date(2020, 1, 1) and one["date_to"].iloc[-1] == date(2061, 1, 1)
    assert one["ce_change_pct"].iloc[0] == 0.0
    assert one["ce_change_pct"].iloc[-1] == pytest.approx(100 * (one["ce"].iloc[-1] / one["ce"].iloc[0] - 1))
    assert "2 units under “high”, 2020 to 2060" in str(shown.notes[0])


def test_a_scenario_that_is_not_there(projection):
    with pytest.raises(NotAChoiceError, match="MAP_SCENARIO is “hope”, but must be one of “low”, “baseline”"):
        map_scenario(projection.table, "hope")


def test_without_a_name_the_map_shows_the_baseline_or_the_first(projection):
    assert map_scenario(projection.table) == "baseline"
    without = projection.table[projection.table["scenario"] != "baseline"]
    assert map_scenario(without) == "low"
