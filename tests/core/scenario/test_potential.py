"""Peak years, neutral years and the five classes of the potential."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.resources import read_rows
from carbon_plugin.core.scenario import potential
from carbon_plugin.core.scenario.outcome import default_thresholds
from carbon_plugin.core.scenario.potential_classes import CEP_CLASSES, potential_class
from carbon_plugin.core.scenario.projection import Options, project
from carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
from carbon_plugin.core.stirpat.coefficients import read_coefficients
from carbon_plugin.core.tables.panel import Panel

END = 2060


def carbon_potential(frame, annual, **settings):
    return potential.carbon_potential(Panel(frame, "panel"), annual, **settings)


def annual_of(history, coefficients, **options):
    model = read_coefficients(coefficients, "coefficients")
    rules = read_scenarios(preset("coherent"), model.names, table="scenarios")
    return project(Panel(history, "panel"), model, rules, options=Options(allow_identity=True, **options)).annual


def series(values, sink=None, start=2020, unit="a", scenario="baseline"):
    years = np.arange(start, start + len(values))
    return pd.DataFrame(
        {"unit": unit, "year": years, "scenario": scenario, "ce": values, "cs": np.nan if sink is None else sink}
    )


def line(*points):
    """Annual values 2020-2060 through (year, value)."""
    return np.interp(np.arange(2020, END + 1), *zip(*points))


NOTHING = pd.DataFrame({"unit": ["a"], "year": [2019], "ce": [1.0]})


def judge(baseline, low=None, sink=0.0, history=NOTHING, **more):
    annual = pd.concat([series(baseline, sink), series(baseline if low is None else low, sink, scenario="low")])
    return carbon_potential(history, annual, **more).table.iloc[0]


# --- peak year -------------------------------------------------------------------------------------------------------


def test_peak_is_the_earliest_maximum():
    assert judge(line((2020, 10), (2028, 20), (END, 5)))["peak_year_baseline"] == 2028
    plateau = judge(line((2020, 10), (2027, 20), (2035, 20), (END, 5)))
    assert plateau["peak_year_baseline"] == 2027 and plateau["peaked_baseline"] == 1


def test_rounding_makes_no_peak_of_a_plateau():
    values = line((2020, 10), (2027, 20), (2035, 20), (END, 5))
    values[12] *= 1 + 1e-15
    assert judge(values)["peak_year_baseline"] == 2027


def test_maximum_in_the_last_year_is_no_peak():
    row = judge(line((2020, 10), (END, 20)))
    assert row["peak_year_baseline"] is pd.NA and row["peaked_baseline"] == 0


def test_peak_in_the_history():
    history = pd.DataFrame({"unit": "a", "year": [2000, 2010, 2020], "ce": [5.0, 30.0, 20.0]})
    row = judge(line((2020, 20), (END, 10)), history=history)
    assert row["peak_year_baseline"] == 2010 and row["peaked_baseline"] == 1
    # what the panel says of years after the base year is no longer asked
    later = pd.concat([history, pd.DataFrame({"unit": ["a"], "year": [2022], "ce": [99.0]})])
    assert judge(line((2020, 20), (END, 10)), history=later)["peak_year_baseline"] == 2010


def test_a_higher_past_is_no_peak_of_a_path_that_rises():
    """Rising from 20 to 25 to 2060 after 30 in 2010: the study calls 2010 the peak, the path has none."""
    history = pd.DataFrame({"unit": "a", "year": [2000, 2010], "ce": [5.0, 30.0]})
    rising = line((2020, 20), (END, 25))
    row = judge(rising, sink=40.0, history=history)
    assert row["peak_year_baseline"] is pd.NA and row["peak_kind_baseline"] == "none"
    assert row["peaked_baseline"] == 0 and row["cep"] == 3
    study = judge(rising, sink=40.0, history=history, peak_from="history")
    assert study["peak_year_baseline"] == 2010 and study["peak_kind_baseline"] == "past" and study["cep"] == 5


def test_peaks_of_the_past_and_by_scenario():
    history = pd.DataFrame({"unit": "a", "year": [2000, 2010], "ce": [5.0, 30.0]})
    past = judge(line((2020, 20), (END, 10)), history=history)
    assert (past["peak_year_baseline"], past["peak_kind_baseline"]) == (2010, "past")
    at_base = judge(line((2020, 40), (END, 10)), history=history)
    assert (at_base["peak_year_baseline"], at_base["peak_kind_baseline"]) == (2020, "past")
    to_come = judge(line((2020, 20), (2028, 25), (END, 10)), history=history)
    assert (to_come["peak_year_baseline"], to_come["peak_kind_baseline"]) == (2028, "by_scenario")
    assert to_come["peaked_baseline"] == 1  # though 2010 was higher


def test_a_clear_fall_is_from_the_peak_of_the_past():
    """From 100 in 2010 to 70 in 2020 and 60 in 2060: .6 of its peak, though .86 of the base year."""
    history = pd.DataFrame({"unit": "a", "year": [2010], "ce": [100.0]})
    assert judge(line((2020, 70), (END, 60)), sink=40.0, history=history)["cep"] == 4


def test_a_peak_that_a_cap_makes_is_none_and_is_told():
    values = line((2020, 10), (2028, 20), (END, 5))
    for first_bound, peak in ((2040, 2028), (2030, 2028), (2029, None), (2028, None), (2025, None)):
        rows = series(values, 30.0).assign(cap_binds=lambda table, first=first_bound: table["year"] >= first)
        found = carbon_potential(NOTHING, pd.concat([rows, rows.assign(scenario="low")]))
        row = found.table.iloc[0]
        assert row["peak_year_baseline"] is pd.NA if peak is None else row["peak_year_baseline"] == peak
        told = [message for message in found.notes if message.code == "peaks-by-cap"]
        assert len(told) == (2 if peak is None else 0)
        if peak is None:
            assert row["peak_kind_baseline"] == "none" and row["peaked_baseline"] == 0
            assert "Under “baseline” the highest year of 1 unit comes only when an assumed cap" in str(told[0])


def test_history_without_any():
    annual = pd.concat([series(FALLING, 1.0), series(FALLING, 1.0, scenario="low")])
    empty = pd.DataFrame({"unit": ["a"], "year": [2020], "ce": [1.0]})
    with pytest.raises(potential.NoHistoryError, match="“panel” has no year before the base year"):
        carbon_potential(empty, annual, peak_from="history")
    with pytest.raises(NotAChoiceError, match="PEAK_FROM is “path”"):
        carbon_potential(empty, annual, peak_from="path")


def test_peak_in_time():
    late = line((2020, 10), (2031, 20), (END, 5))
    assert judge(late)["peaked_baseline"] == 0 and judge(late)["peak_year_baseline"] == 2031
    assert judge(late, peak_year=2031)["peaked_baseline"] == 1
    strict = replace(default_thresholds(), strictly_before=True)
    on_time = line((2020, 10), (2030, 20), (END, 5))
    assert judge(on_time)["peaked_baseline"] == 1
    assert judge(on_time, thresholds=strict)["peaked_baseline"] == 0


def test_a_fall_within_the_tolerance_is_no_peak():
    assert judge(line((2020, 100), (END, 99.95)))["peaked_baseline"] == 0
    assert judge(line((2020, 100), (END, 99.85)))["peaked_baseline"] == 1


# --- neutral year ----------------------------------------------------------------------------------------------------


def test_first_neutral_year():
    row = judge(line((2020, 40), (END, 0)), sink=10.0)  # falls by 1 a year
    assert row["neutral_year_baseline"] == 2050 and row["neutral_baseline"] == 1


def test_neutral_once_is_not_neutral_at_the_horizon():
    row = judge(line((2020, 10), (END, 50)), sink=20.0)
    assert row["neutral_year_baseline"] == 2020 and row["neutral_baseline"] == 0


def test_neutral_in_the_history():
    history = pd.DataFrame({"unit": "a", "year": [2000, 2010], "ce": [5.0, 30.0], "cs": [4.0, 31.0]})
    assert judge(line((2020, 20), (END, 10)), sink=15.0, history=history)["neutral_year_baseline"] == 2010


def test_without_sink_neither_neutrality_nor_class():
    annual = pd.concat([series(line((2020, 10), (END, 5))), series(line((2020, 10), (END, 5)), scenario="low")])
    result = carbon_potential(NOTHING, annual)
    row = result.table.iloc[0]
    assert row["peak_year_baseline"] == 2020
    for name in ("neutral_year_baseline", "neutral_baseline", "cep"):
        assert row[name] is pd.NA
    assert row["cep_class"] is None
    assert "Nothing is known of the sink" in str(result.notes[-1])
    known = series(line((2020, 10), (END, 5)), 1.0, unit="b")
    mixed = carbon_potential(NOTHING, pd.concat([annual, known, known.assign(scenario="low")]))
    assert mixed.table["cep"].isna().tolist() == [True, False]
    assert "1 unit has no neutral year and no potential class" in str(mixed.notes[-1])


# --- the classes -----------------------------------------------------------------------------------------------------

FALLING, RISING, BEARABLE = line((2020, 100), (END, 50)), line((2020, 100), (END, 300)), line((2020, 100), (END, 150))


@pytest.mark.parametrize(
    ("baseline", "low", "sink", "expected"),
    [
        (FALLING, FALLING, 60.0, 5),  # peaks and becomes neutral
        (FALLING, FALLING, 40.0, 4),  # halves
        (line((2020, 100), (END, 81)), FALLING, 40.0, 3),  # falls all the way, but only to 81 %
        (line((2020, 100), (2030, 70), (2045, 95), (END, 75)), FALLING, 40.0, 4),  # to 75 %, up and down
        (RISING, FALLING, 40.0, 3),  # peaks under low carbon only
        (RISING, RISING, 400.0, 3),  # neutral without a peak
        (BEARABLE, BEARABLE, 40.0, 2),  # exactly 1.5 times
        (line((2020, 100), (2040, 200), (END, 120)), RISING, 40.0, 2),  # a peak, but too late
        (RISING, RISING, 40.0, 1),
    ],
)
def test_classes(baseline, low, sink, expected):
    row = judge(baseline, low, sink)
    assert row["cep"] == expected
    assert row["cep_class"] == CEP_CLASSES[expected]


def test_the_study_tests_the_fall():
    """With a threshold for Z a path that goes up and down has no marked fall, whatever it comes to."""
    tested = replace(default_thresholds(), fall_z=1.66)
    wavy = line((2020, 100), (2030, 70), (2045, 95), (END, 75))
    assert judge(wavy, FALLING, 40.0, thresholds=tested)["cep"] == 3
    assert judge(FALLING, FALLING, 40.0, thresholds=tested)["cep"] == 4


def test_marked_fall_is_judged_after_the_peak():
    """Rising until 2029 and falling after it: nodes from the peak on all fall."""
    assert judge(line((2020, 100), (2029, 200), (END, 150)), sink=40.0)["cep"] == 4


def test_step_of_the_table_does_not_decide(worked_history, study_coefficients):
    classes = [
        carbon_potential(worked_history, annual_of(worked_history, study_coefficients, step=step))
        for step in (1, 5, 20)
    ]
    assert len({int(one.table["cep"].iloc[0]) for one in classes}) == 1


def tree_in_prose(peak_b, peak_l, neutral_b, marked, bearable):
    """The five classes as prose, one after the other."""
    if peak_b and neutral_b:
        return 5
    if peak_b and not neutral_b and marked:
        return 4
    if (peak_b and not neutral_b) or (peak_l and not peak_b) or (not peak_b and neutral_b):
        return 3
    if not peak_b and not peak_l and not neutral_b and bearable:
        return 2
    return 1


def test_every_combination_has_exactly_one_class():
    flags = np.random.default_rng(7).integers(0, 2, size=(5, 100_000)).astype(bool)
    classes = potential_class(*flags[:3], marked_fall=flags[3], bearable_growth=flags[4])
    assert set(classes) == {1, 2, 3, 4, 5}
    combinations = np.unique(flags.T, axis=0)
    assert len(combinations) == 32
    for combination in combinations:
        of_it = np.unique(classes[(combination == flags.T).all(axis=1)])
        assert of_it.tolist() == [tree_in_prose(*combination)]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(1, 100), min_size=41, max_size=41),
    st.lists(st.floats(1, 100), min_size=41, max_size=41),
    st.floats(1, 100),
)
def test_every_course_has_one_class(baseline, low, sink):
    row = judge(np.array(baseline), np.array(low), sink)
    assert 1 <= row["cep"] <= 5
    years = np.arange(2020, END + 1)
    peak = years[int(np.argmax(baseline))]
    if baseline[0] >= 1 and peak < END:
        assert row["peak_year_baseline"] <= peak  # the history has 1 in 2019


def test_scenarios_of_other_names_have_no_class():
    result = carbon_potential(NOTHING, series(FALLING, 10.0, scenario="SSP2"))
    assert result.table.columns.tolist()[:3] == ["unit", "peak_year_SSP2", "neutral_year_SSP2"]
    assert result.table["cep"].isna().all()
    assert "No potential class is given: it compares the scenarios baseline, low" in str(result.notes[0])
    own = carbon_potential(NOTHING, series(FALLING, 10.0, scenario="SSP2"), baseline="SSP2", low="SSP2")
    assert own.table["cep"].tolist() == [4]


# --- tables ----------------------------------------------------------------------------------------------------------


def test_thresholds_say_what_is_assumed():
    rows = {row["key"]: row for row in read_rows("potential/thresholds.csv")}
    limits = default_thresholds()
    assert (limits.peak_year, limits.peak_fall, limits.fall_z) == (2030, 0.001, None)
    assert (limits.fall_ratio, limits.growth_ratio) == (0.8, 1.5)
    assert {key for key, row in rows.items() if row["evidence"] == "assumption"} == {
        "peak_fall",
        "fall_ratio",
        "growth_ratio",
    }
    note = carbon_potential(NOTHING, pd.concat([series(FALLING, 1.0), series(FALLING, 1.0, scenario="low")])).notes[0]
    assert "(assumption)" in str(note)


def test_thresholds_are_parameters():
    strict = replace(default_thresholds(), fall_ratio=0.4)
    assert judge(FALLING, sink=40.0, thresholds=strict)["cep"] == 3
    wide = replace(default_thresholds(), growth_ratio=4.0)
    assert judge(RISING, sink=40.0, thresholds=wide)["cep"] == 2


def test_the_words_of_the_classes_are_fixed():
    """Scripts and models ask for them, whatever the language of the desktop."""
    assert list(CEP_CLASSES) == [5, 4, 3, 2, 1]
    assert judge(FALLING, sink=60.0)["cep_class"] == CEP_CLASSES[5] == "Significant"


def test_worked_case(worked_history, study_coefficients):
    """Low peaks in 2020 and falls below a sink of 50 in 2046; baseline and high never peak: class 3."""
    row = carbon_potential(worked_history, annual_of(worked_history, study_coefficients)).table.iloc[0]
    assert row["peak_year_low"] == 2020 and row["neutral_year_low"] == 2046
    assert row["peak_year_baseline"] is pd.NA and row["peak_year_high"] is pd.NA
    assert row["cep"] == 3 and row["cep_class"] == "Stable"


def test_units_with_their_own_base_years():
    annual = pd.concat(
        [
            series(line((2020, 100), (END, 50)), 60.0),
            series(line((2020, 100), (END, 50))[5:], 60.0, start=2025, unit="b"),
        ]
    )
    annual = pd.concat([annual, annual.assign(scenario="low")])
    history = pd.DataFrame({"unit": ["a", "b"], "year": [2019, 2024], "ce": [1.0, 500.0]})
    table = carbon_potential(history, annual).table.set_index("unit")
    assert table["peak_year_baseline"].tolist() == [2020, 2024]
    assert table["cep"].tolist() == [5, 5]
