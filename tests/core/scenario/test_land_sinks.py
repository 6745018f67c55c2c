"""The sink that follows the land: areas to come times what a hectare takes up, crops held."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.accounting.place_coverage import YearsNotCoveredError
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.errors import NoCommonUnitsError
from carbon_plugin.core.scenario.land_scenarios import NoLandForScenariosError
from carbon_plugin.core.scenario.land_sink_remarks import LandBeginsError, LandEndsError, NoLandSinkError
from carbon_plugin.core.scenario.land_sinks import LandToCome, compute_land_sinks
from carbon_plugin.core.scenario.sinks import MissingLandDemandError, sink_paths
from carbon_plugin.core.tables.panel import Panel

YEARS = np.arange(2020, 2031)
FOREST, WATER = 5.77, 0.298  # qinba, t C/(ha a)


def accounts(**columns):
    frame = pd.DataFrame({"unit": ["a", "a", "b"], "year": [2019, 2020, 2020]})
    return frame.assign(**{"cs_crop": [6.0, 7.0, 3.0], "cs_forest": [577.0, 577.0, 0.0], **columns})


def demand(*rows, columns=("forest_ha", "water_ha")):
    """Rows: unit, year, scenario, areas."""
    return pd.DataFrame(rows, columns=["unit", "year", "scenario", *columns])


TWO = (
    ("a", 2020, "baseline", 100.0, 10.0),
    ("a", 2030, "baseline", 80.0, 30.0),
    ("a", 2020, "low", 100.0, 10.0),
    ("a", 2030, "low", 120.0, 0.0),
)


def sinks(frame, history=None, scenarios=("baseline", "low"), units=("a",), **more):
    history = Panel(accounts() if history is None else history, "accounts")
    profile = more.pop("profile", load_profile("qinba"))
    of_units = {"base_years": np.full(len(units), 2020), "groups": np.full(len(units), "", dtype=object), **more}
    land = LandToCome(Panel(frame, "land"), profile)
    return compute_land_sinks(history, land, list(units), years=YEARS, scenarios=list(scenarios), **of_units)


def codes(found):
    return [message.code for message in found.notes]


def test_area_times_factor_with_crops_held():
    found = sinks(demand(*TWO))
    of_baseline = found.values[0, 0]
    assert of_baseline[0] == pytest.approx(100 * FOREST + 10 * WATER + 7.0)
    assert of_baseline[5] == pytest.approx(90 * FOREST + 20 * WATER + 7.0)  # linear between the dates
    assert of_baseline[-1] == pytest.approx(80 * FOREST + 30 * WATER + 7.0)
    assert found.values[1, 0, -1] == pytest.approx(120 * FOREST + 7.0)
    assert set(found.components) == {"cs_forest", "cs_water", "cs_crop"}
    assert found.components["cs_crop"].tolist() == np.full((2, 1, 11), 7.0).tolist()
    assert "crop-sink-held" in codes(found)


def test_on_random_land_every_part_is_area_times_factor():
    random = np.random.default_rng(4)
    columns = ("forest_ha", "shrubland_ha", "grassland_ha", "water_ha", "urban_ha")
    rows = [
        (unit, year, scenario, *random.uniform(0, 1e5, len(columns)))
        for unit in "abcd"
        for scenario in ("baseline", "low")
        for year in (2020, 2024, 2030)
    ]
    frame = demand(*rows, columns=columns)
    history = pd.DataFrame({"unit": list("abcd"), "year": 2020, "cs_crop": random.uniform(0, 9, 4)})
    found = sinks(frame, history, units="abcd")
    factors = {term.column: (term.component, term.multiplier) for term in load_profile("qinba").terms()}
    for row in frame.itertuples():
        s, u, t = ("baseline", "low").index(row.scenario), "abcd".index(row.unit), row.year - 2020
        parts = {factors[name][0]: getattr(row, name) * factors[name][1] for name in columns if name in factors}
        assert {name: found.components[name][s, u, t] for name in parts} == pytest.approx(parts)
        assert found.values[s, u, t] == pytest.approx(sum(parts.values()) + history["cs_crop"][u])
    assert "urban_ha" not in factors
    total = found.region[(found.region["land"] == "low") & (found.region["year"] == 2027)]["cs"].item()
    assert total == pytest.approx(found.values[1, :, 7].sum())


def test_a_scenario_without_land_of_its_own_follows_the_baseline():
    found = sinks(demand(*TWO), scenarios=("baseline", "low", "high"))
    assert found.values[2].tolist() == found.values[0].tolist() and found.followed["high"] == "baseline"
    (told,) = [message for message in found.notes if message.code == "land-of-baseline"]
    assert "no land for the scenarios “high”: the land of “baseline” counts there" in str(told)


def test_land_that_no_scenario_is_called_by_is_told_and_still_summed():
    rows = [*TWO, ("a", 2020, "red_line", 100.0, 10.0), ("a", 2030, "red_line", 110.0, 10.0)]
    found = sinks(demand(*rows))
    (told,) = [message for message in found.notes if message.code == "land-unused"]
    assert "land under “red_line”, which no scenario of emission is called" in str(told)
    assert set(found.region["land"]) == {"baseline", "low", "red_line"}
    assert "land-unused" not in codes(sinks(demand(*TWO)))


def test_no_land_and_no_baseline():
    rows = [row for row in TWO if row[2] == "low"]
    with pytest.raises(NoLandForScenariosError, match="no land for “high”: its scenarios are “low”"):
        sinks(demand(*rows), scenarios=("low", "high"))


def test_land_without_scenarios_holds_under_all():
    found = sinks(demand(*TWO[:2]).drop(columns="scenario"))
    assert found.values[0].tolist() == found.values[1].tolist() and "one-land" in codes(found)


def test_the_areas_of_the_accounts_lead_to_the_first_date():
    history = accounts(forest_ha=[100.0, 100.0, 0.0], water_ha=[0.0, 0.0, 0.0])
    rows = [("a", 2024, "baseline", 80.0, 0.0), ("a", 2030, "baseline", 80.0, 0.0)]
    found = sinks(demand(*rows), history, scenarios=["baseline"])
    assert found.components["cs_forest"][0, 0, [0, 2, 4]] == pytest.approx(np.array([100, 90, 80]) * FOREST)
    with pytest.raises(LandBeginsError, match="begins in 2024, after the base year 2020, and “accounts” has no areas"):
        sinks(demand(*rows), scenarios=["baseline"])


def test_nothing_beyond_the_last_date():
    rows = [("a", 2020, "baseline", 80.0, 0.0), ("a", 2029, "baseline", 80.0, 0.0)]
    with pytest.raises(LandEndsError, match="ends in 2029, before the horizon 2030"):
        sinks(demand(*rows), scenarios=["baseline"])


def test_a_unit_whose_land_ends_early_is_named():
    rows = [*TWO, ("b", 2020, "baseline", 1.0, 1.0), ("b", 2030, "baseline", 1.0, 1.0), ("b", 2020, "low", 1.0, 1.0)]
    found = sinks(demand(*rows), units="ab")
    assert np.isfinite(found.values[0]).all() and np.isnan(found.values[1, 1, 1:]).all()
    (told,) = [message for message in found.notes if message.code == "land-not-covered"]
    assert "1 unit has no land in years from the base year to 2030" in str(told) and "b 2021" in str(told)
    assert found.region["cs"].iloc[-1] == pytest.approx(found.values[1, 0, -1])  # the region without it


def test_units_without_land_keep_their_sink_and_are_named():
    history = Panel(accounts(cs=[9.0, 9.0, 4.0]), "accounts")
    land = LandToCome(Panel(demand(*TWO), "land"), load_profile("qinba"))
    names = ["baseline", "low"]
    paths = sink_paths(history, ["a", "b"], YEARS, scenarios=names, path="land", land=land)
    assert paths.values[:, 1].tolist() == [[4.0] * 11] * 2
    text = " ".join(map(str, paths.notes))
    assert "“land” lacks 1 unit, whose sink is held at the last known value, if any: b" in text
    with pytest.raises(NoCommonUnitsError):
        sinks(demand(*TWO), units="c")


def test_crops_that_are_missing_are_told():
    found = sinks(demand(*TWO), accounts().drop(columns="cs_crop"))
    (told,) = [message for message in found.notes if message.code == "crop-sink-absent"]
    assert "has no column cs_crop" in str(told)
    found = sinks(demand(*TWO), accounts(cs_crop=[np.nan] * 3))
    assert np.isnan(found.values).all() and "crop-sink-unknown" in codes(found)
    found = sinks(demand(*TWO), accounts().drop(columns="cs_crop"), profile=load_profile("landcoef"))
    assert "crop-sink-absent" not in codes(found)  # which counts crops within cropland


def test_other_sinks_are_held_and_told():
    found = sinks(demand(*TWO), accounts(cs_bamboo=[1.0, 2.0, 3.0]))
    assert found.components["cs_bamboo"][1, 0].tolist() == [2.0] * 11
    (told,) = [message for message in found.notes if message.code == "sinks-held"]
    assert "no area for cs_bamboo" in str(told)


def test_a_step_in_the_base_year_is_told():
    assert "land-sink-steps" not in codes(sinks(demand(*TWO)))
    (told,) = [message for message in sinks(demand(*TWO), profile=load_profile("revised")).notes
               if message.code == "land-sink-steps"]  # fmt: skip
    assert "takes up 64 t C, the accounts say 577 t C for the same classes, 89 % apart" in str(told)


def test_coefficients_of_ones_own_by_group_and_year():
    row = {"key": "forest.carbon_sink", "component": "cs_forest", "column": "forest_ha", "factor": "carbon sink"}
    rows = [{**row, "role": "multiply", "value": 1.0, "group": "Gansu"}]
    profile = load_profile("qinba").override(rows, "mine")
    found = sinks(demand(*TWO), profile=profile, groups=np.array(["Gansu"], dtype=object))
    assert found.components["cs_forest"][0, 0, 0] == pytest.approx(100.0)
    coefficients = {"key": "mine", "component": "cs_bog", "column": "bog_ha", "factor": "sink", "role": "multiply"}
    ended = load_profile("qinba").override([{**coefficients, "value": 1.0, "to_year": 2025}], "mine")
    bog = demand(*[(*row[:3], 1.0, 1.0) for row in TWO], columns=("forest_ha", "bog_ha"))
    with pytest.raises(YearsNotCoveredError, match="no “sink” of bog_ha for 2026"):
        sinks(bog, profile=ended)


def test_no_class_that_takes_up_carbon():
    with pytest.raises(NoLandSinkError, match="its areas are urban_ha, they know shrubland_ha"):
        sinks(demand(("a", 2020, "low", 1.0), columns=("urban_ha",)))


def test_no_table():
    with pytest.raises(MissingLandDemandError):
        sink_paths(Panel(accounts(), "accounts"), ["a"], YEARS, scenarios=["low"], path="land")
