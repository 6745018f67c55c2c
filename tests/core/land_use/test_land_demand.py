"""Land to a horizon: a chain worked by hand, totals and limits, the last date held out, faults in a sentence."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.errors import (
    EmptyTableError,
    MissingColumnsError,
    NegativeAmountsError,
    NoCommonUnitsError,
    TextInNumbersError,
    YearsNotReadableError,
)
from carbon_plugin.core.land_use.base_areas import (
    BaseAreas,
    NoBaseYearError,
    OtherAreasError,
    base_of_panel,
    base_of_transitions,
)
from carbon_plugin.core.land_use.demand_steps import step_probabilities
from carbon_plugin.core.land_use.land_demand import DemandHorizonError, NoLimitsMetError, project_land
from carbon_plugin.core.land_use.limits import Limit, LimitsCrossedError, compute_bounds, load_limits, read_limits
from carbon_plugin.core.land_use.transition_rows import NoSuchPairError, read_transitions
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.tables.settings import EmptyCellsError

CLASSES = ["cropland", "forest", "urban"]
STEP = np.array([[80.0, 10.0, 10.0], [5.0, 95.0, 0.0], [0.0, 0.0, 10.0]])


def rows_of(matrices):
    """A table of transitions: {(unit, from, to): matrix}."""
    rows = [
        (unit, first, second, CLASSES[i], CLASSES[j], areas[i, j])
        for (unit, first, second), areas in matrices.items()
        for i, j in np.ndindex(*areas.shape)
        if areas[i, j]
    ]
    columns = ["unit", "from_year", "to_year", "from_class", "to_class", "area_ha"]
    return read_transitions(pd.DataFrame(rows, columns=columns), "transitions")


def two_units():
    return rows_of(
        {("a", 2010, 2015): STEP, ("a", 2015, 2020): STEP, ("b", 2010, 2015): STEP.T, ("b", 2015, 2020): STEP.T}
    )


def projected(rows, **options):
    pair = rows.find_pair(None, None)
    base = base_of_transitions(rows, pair)
    return project_land(rows, pair, base, **{"horizon": 2060, **options})


def test_the_chain_step_by_step():
    rows = rows_of({("a", 2015, 2020): STEP})
    found = projected(rows).frame
    share = STEP / STEP.sum(axis=1, keepdims=True)
    expected = STEP.sum(axis=0)
    assert found["year"].tolist() == list(range(2020, 2061, 5)) and set(found["scenario"]) == {"baseline"}
    for row in found[[f"{name}_ha" for name in CLASSES]].to_numpy():
        assert row == pytest.approx(expected)
        expected = expected @ share


def test_the_last_pair_is_taken_unless_another_is_chosen():
    rows = two_units()
    assert rows.find_pair(None, None) == (2015, 2020) and rows.find_pair(2010, None) == (2010, 2015)
    with pytest.raises(NoSuchPairError, match="2010–2015"):
        rows.find_pair(2000, 2005)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 9999), st.sampled_from(["unit", "region"]), st.integers(2021, 2060))
def test_totals_and_limits_hold(seed, by, horizon):
    generator = np.random.default_rng(seed)
    matrices = {(unit, 2015, 2020): generator.uniform(0, 9, (3, 3)) + 40 * np.eye(3) for unit in "abc"}
    rows = rows_of(matrices)
    base = base_of_transitions(rows, (2015, 2020))
    found = project_land(rows, (2015, 2020), base, horizon=horizon, by=by, limits=load_limits())
    areas = found.frame[[f"{name}_ha" for name in base.classes]]
    totals = dict(zip(base.units, base.areas.sum(axis=1)))
    assert areas.sum(axis=1).to_numpy() == pytest.approx(found.frame["unit"].map(totals).to_numpy())
    assert found.frame["year"].max() == horizon and set(found.frame["scenario"]) == {"baseline", "low", "high"}
    low = found.frame[found.frame["scenario"] == "low"]
    of_base = low[low["year"] == 2020].set_index("unit")
    for row in low.itertuples():
        assert row.cropland_ha >= 0.95 * of_base.loc[row.unit, "cropland_ha"] * (1 - 1e-9)
        assert row.forest_ha >= of_base.loc[row.unit, "forest_ha"] * (1 - 1e-9)
        assert row.urban_ha <= 1.2 * of_base.loc[row.unit, "urban_ha"] * (1 + 1e-9)


def test_an_empty_row_follows_the_region_and_is_told():
    other = STEP.copy()
    other[0] = 0.0
    rows = rows_of({("a", 2015, 2020): STEP, ("b", 2015, 2020): other})
    found = projected(rows, horizon=2025)
    assert [message.code for message in found.notes] == ["rows-of-the-region"]
    b = found.frame[(found.frame["unit"] == "b") & (found.frame["year"] == 2025)].iloc[0]
    end, share = other.sum(axis=0), STEP / STEP.sum(axis=1, keepdims=True)
    region = (STEP + other) / (STEP + other).sum(axis=1, keepdims=True)
    expected = end @ np.vstack([region[0], other[1:] / other[1:].sum(axis=1, keepdims=True)])
    assert b[["cropland_ha", "forest_ha", "urban_ha"]].to_numpy(float) == pytest.approx(expected)
    assert share.shape == (3, 3)


def test_a_horizon_between_two_steps():
    step = STEP + np.array([[0, 0, 0], [0, 0, 2], [0, 0, 0]])  # without it, two ways to one place leave no root
    rows = rows_of({("a", 2015, 2020): step})
    found = projected(rows, horizon=2022)
    share = step / step.sum(axis=1, keepdims=True)
    assert found.frame["year"].tolist() == [2020, 2022] and not found.notes
    areas = found.frame[[f"{name}_ha" for name in CLASSES]].to_numpy()[-1]
    values, vectors = np.linalg.eig(share)
    root = (vectors * values**0.4) @ np.linalg.inv(vectors)
    assert areas == pytest.approx(step.sum(axis=0) @ root)


def test_a_matrix_without_a_root_takes_whole_steps():
    swap = np.array([[0.0, 10.0, 0.0], [20.0, 0.0, 0.0], [0.0, 0.0, 5.0]])
    found = projected(rows_of({("a", 2015, 2020): swap}), horizon=2022)
    assert found.notes[0].code == "horizon-between-steps"
    assert found.frame.iloc[0]["forest_ha"] == found.frame.iloc[1]["forest_ha"]


def test_the_last_date_held_out():
    rows = two_units()
    found = projected(rows, hold_out=True)
    table = found.validation.set_index("unit")
    share = STEP / STEP.sum(axis=1, keepdims=True)
    start, end = STEP.sum(axis=1), STEP.sum(axis=0)
    assert table.loc["a", "agreement_pct"] == pytest.approx(
        100 * (1 - np.abs(start @ share - end).sum() / 2 / end.sum())
    )
    assert table.loc["a", "no_change_pct"] == pytest.approx(100 * (1 - np.abs(start - end).sum() / 2 / end.sum()))
    assert list(table.index) == ["a", "b", "all"] and table.loc["a", "agreement_pct"] == pytest.approx(100)
    alone = projected(rows_of({("a", 2015, 2020): STEP}), hold_out=True)
    assert not len(alone.validation) and alone.notes[-1].code == "nothing-held-out"


def test_limits_that_cannot_be_met():
    rows = two_units()
    too_much = [Limit("s", "cropland", None, 400.0, None, "share"), Limit("s", "forest", None, 400.0, None, "share")]
    with pytest.raises(NoLimitsMetError, match="“s” cannot be met"):
        projected(rows, limits=too_much)
    caps = {"urban": 30.0, "forest": 105.0, "cropland": 110.0}  # of the one unit these add up to less than its land
    found = projected(rows, limits=[Limit("s", name, 2040, None, cap, "share") for name, cap in caps.items()])
    (message,) = (message for message in found.notes if message.code == "limits-not-met")
    assert "1 unit" in str(message) and "a 2040" in str(message)
    of_scenario = found.frame[found.frame["scenario"] == "s"].groupby("unit")["year"].max()
    assert of_scenario.to_dict() == {"a": 2035, "b": 2060}


def test_a_limit_in_hectares_is_shared_as_the_class_was():
    base = np.array([[30.0, 1.0], [10.0, 1.0]])
    low, high = compute_bounds(
        [Limit("s", "cropland", 2030, 20.0, None, "area")], base, ["cropland", "forest"], years=[2025, 2030]
    )
    assert low[0].tolist() == [[0, 0], [0, 0]] and low[1].tolist() == [[15, 0], [5, 0]] and np.isinf(high).all()


def panel(**columns):
    return Panel(pd.DataFrame({"unit": ["a", "b"], "year": [2020, 2020], **columns}), "areas")


def test_areas_of_a_panel():
    rows = two_units()
    base = base_of_panel(panel(cropland_ha=[150.0, np.nan], forest_ha=[60.0, 1.0], total_ha=[210.0, 1.0]), None, rows)
    assert (base.units, base.classes, base.year) == (["a"], ["cropland", "forest", "urban"], 2020)
    assert base.areas.tolist() == [[150.0, 60.0, 0.0]] and base.notes[0].code == "units-without-base-areas"
    with pytest.raises(NoBaseYearError, match="2020"):
        base_of_panel(panel(cropland_ha=[1.0, 1.0]), 2010, rows)
    stranger = Panel(pd.DataFrame({"unit": ["x"], "year": [2020], "cropland_ha": [1.0]}), "areas")
    with pytest.raises(NoCommonUnitsError):
        base_of_panel(stranger, None, rows)


@pytest.mark.parametrize(("factor", "said"), [(0.01, "0.01 times"), (15.0, "15 times"), (1e-4, "0.0001 times")])
def test_areas_in_another_measure_than_the_transitions(factor, said):
    """km² or mu under hectares, which are plausible by themselves, would be projected as they are."""
    with pytest.raises(OtherAreasError, match=f"“areas” has {said} the land .* in “transitions”"):
        base_of_panel(panel(cropland_ha=[150 * factor] * 2, forest_ha=[60 * factor] * 2), None, two_units())


def test_a_unit_with_more_land_than_in_its_transitions_is_named():
    base = base_of_panel(panel(cropland_ha=[150.0, 150.0], forest_ha=[60.0, 90.0]), None, two_units())
    [told] = base.notes
    assert told.code == "land-differs" and "1 unit has more than 10 %" in str(told) and "240 (b)" in str(told)


def test_bad_tables_and_horizons():
    with pytest.raises(DemandHorizonError, match="2020"):
        projected(two_units(), horizon=2020)
    good = two_units().frame
    with pytest.raises(MissingColumnsError, match="to_class"):
        read_transitions(good.drop(columns="to_class"), "t")
    with pytest.raises(EmptyTableError):
        read_transitions(good.iloc[:0], "t")
    with pytest.raises(TextInNumbersError, match="much"):
        read_transitions(good.assign(area_ha=["much", *good["area_ha"].astype(str)[1:]]), "t")
    for cell in ("", None):
        with pytest.raises(EmptyCellsError, match="empty in row 1"):
            read_transitions(good.assign(area_ha=[cell, *good["area_ha"].astype(str)[1:]]), "t")
    with pytest.raises(NegativeAmountsError, match="negative in 1 row: -5"):
        read_transitions(good.assign(area_ha=[-5.0, *good["area_ha"][1:]]), "t")
    with pytest.raises(YearsNotReadableError, match="-1990"):
        read_transitions(good.assign(from_year=[-1990, *good["from_year"][1:]]), "t")


def test_limits_are_read_and_their_faults_told():
    shipped = load_limits()
    assert {limit.scenario for limit in shipped} == {"low", "high"}
    for row in ({"low": 5, "high": 2}, {"low": None, "high": None}):
        with pytest.raises(LimitsCrossedError):
            read_limits([{"scenario": "s", "class": "forest", **row}], "limits")


def test_limits_that_are_nowhere_reached_are_told():
    wide, narrow = Limit("wide", "urban", None, None, 1e6, "area"), Limit("narrow", "urban", None, None, 110.0, "share")
    found = projected(two_units(), limits=[wide, narrow])
    (told,) = [note.text() for note in found.notes if note.code == "limits-not-reached"]
    assert "“wide”" in told and "narrow" not in told
    land = {
        name: rows.drop(columns="scenario").reset_index(drop=True) for name, rows in found.frame.groupby("scenario")
    }
    assert land["wide"].equals(land["baseline"]) and not land["narrow"].equals(land["baseline"])


def test_every_scenario_of_the_shipped_example_makes_a_land_of_its_own():
    found = projected(two_units(), limits=load_limits())
    assert set(found.frame["scenario"]) == {"baseline", "low", "high"}
    assert not [note for note in found.notes if note.code == "limits-not-reached"]


def test_classes_are_called_by_words_in_the_language_of_the_reader():
    moved = STEP.copy()
    moved[2] = 0.0
    base = BaseAreas(np.array([[8.0, 5.0, 3.0]]), ["a"], CLASSES, 2020)
    (told,) = step_probabilities(moved[None], base, "unit")[1][1:]
    assert "what becomes of Urban land:" in told.text()
    assert "what becomes of 城镇用地:" in told.text(lambda text: {"Urban land": "城镇用地"}.get(text, text))
