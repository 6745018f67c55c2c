"""Scenario tables: the presets, what the cells mean, and every fault as a sentence."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import EmptyTableError, InputError, MissingColumnsError, TextInNumbersError
from carbon_plugin.core.options import SCENARIO_PRESETS
from carbon_plugin.core.scenario import plan as scenario_plan
from carbon_plugin.core.scenario import scenario_table
from carbon_plugin.core.scenario.growth import GrowthStatistics
from carbon_plugin.core.scenario.plan import Plan, make_plan, remarks_on_groups
from carbon_plugin.core.scenario.scenario_table import preset, read_scenarios

NAMES = ["P", "W", "IS", "TI", "UR", "CEI"]
COLUMNS = [
    "scenario",
    "group",
    "from_year",
    "to_year",
    "variable",
    "kind",
    "statistic",
    "sign",
    "factor",
    "offset",
    "cap",
    "note",
    "base_low",
    "base_high",
]


def table(*rows, variables=("P",)):
    return read_scenarios(
        pd.DataFrame(
            [{**{"scenario": "s", "variable": "P", "kind": "rate", "statistic": "mean"}, **row} for row in rows]
        ),
        variables,
    )


def plan(scenarios, groups=("",), years=(2021, 2030)):
    units = len(groups)
    variables = len(scenarios.variables)
    rate = np.tile([-0.02, 0.01, 0.03], (units, variables, 1)) * np.arange(1, units + 1)[:, None, None]
    level = np.tile([30.0, 40.0, 50.0], (units, variables, 1))
    statistics = GrowthStatistics([*"abc"[:units]], scenarios.variables, rate, level, np.full((units, variables), 3))
    span = {"years": np.arange(years[0], years[1] + 1), "first_year": years[0]}
    return year_by_year(make_plan(scenarios, statistics, np.array(groups, dtype=object), **span))


def year_by_year(made):
    """A plan in which every year has a column of its own."""
    arrays = {one.name: getattr(made, one.name) for one in fields(Plan) if one.name != "of_year"}
    return Plan(**{name: values[..., made.of_year] for name, values in arrays.items()})


def test_years_that_are_alike_share_a_column(monkeypatch):
    scenarios = table(
        {"to_year": 2024},
        {"from_year": 2024, "to_year": 2027, "kind": "level_cap", "cap": 60},
        {"from_year": 2027, "cap": 50},
        {"group": "Gansu", "to_year": 2022, "statistic": "max"},
        {"group": "Gansu", "from_year": 2022, "statistic": "min", "base_high": 2},
    )
    shared = plan(scenarios, ["", "Gansu"])
    alike, taken = scenario_plan._alike, []

    def each_its_own(rows, years):
        taken.append(alike(rows, years)[0].tolist())
        return np.arange(len(years)), np.arange(len(years))

    monkeypatch.setattr(scenario_plan, "_alike", each_its_own)
    alone = plan(scenarios, ["", "Gansu"])
    assert taken == [[0, 0, 1, 1, 2, 2, 2, 3, 3, 3]]
    for one in fields(Plan):
        if one.name != "of_year":
            np.testing.assert_array_equal(getattr(shared, one.name), getattr(alone, one.name))


# --- presets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SCENARIO_PRESETS.keys)
def test_presets_are_complete(name):
    frame = preset(name)
    assert frame.columns.tolist() == COLUMNS
    scenarios = read_scenarios(frame, NAMES)
    assert scenarios.scenarios == ["low", "baseline", "high"]
    whole = plan(scenarios, years=(2021, 2060))
    assert (np.isfinite(whole.rate) ^ np.isfinite(whole.target)).all()


def test_presets_differ_in_the_sign_of_carbon_intensity_alone():
    coherent, literal = preset("coherent"), preset("paper_literal")
    columns = [name for name in COLUMNS if name != "note"]
    differ = (coherent[columns] != literal[columns]).any(axis=1)
    assert set(coherent.loc[differ, "variable"]) == {"CEI"} and differ.sum() == 6
    assert set(literal.loc[differ, "sign"]) == {"positive"} and set(coherent.loc[differ, "sign"]) == {"as_is"}


def test_assumptions_of_the_preset_are_marked():
    notes = preset().set_index("variable")["note"]
    assert notes["UR"].str.contains("assumption").any()


def test_unknown_preset():
    with pytest.raises(InputError, match="PRESET is “SSP2”, but must be one of “coherent”, “paper_literal”"):
        preset("SSP2")


# --- what the cells mean ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "rate"),
    [
        ({"statistic": "min"}, -0.02),
        ({"statistic": "min", "sign": "positive"}, 0.02),
        ({"statistic": "max", "sign": "negative", "factor": "0.8"}, -0.024),
        ({"statistic": "mean", "factor": 1.15}, 0.0115),
        ({"statistic": "min", "offset": -0.01}, -0.03),
        ({"statistic": "value", "offset": "0.05"}, 0.05),
        ({"statistic": "value", "offset": 0.0}, 0.0),
    ],
)
def test_rates(row, rate):
    assert plan(table(row)).rate == pytest.approx(np.full((1, 1, 1, 10), rate))


@pytest.mark.parametrize(
    ("row", "target"),
    [
        ({"statistic": "min", "factor": 0.95}, 28.5),
        ({"statistic": "mean", "offset": 2}, 42.0),
        ({"statistic": "max", "cap": 45}, 45.0),
        ({"statistic": "value", "cap": 33}, 33.0),
    ],
)
def test_levels(row, target):
    made = plan(table({**row, "kind": "level_cap", "to_year": 2025}, {"from_year": 2025}))
    assert made.target[0, 0, 0, :5] == pytest.approx(np.full(5, target))
    assert made.last_year[0, 0, 0, :5].tolist() == [2025] * 5
    assert np.isnan(made.rate[0, 0, 0, :5]).all() and np.isfinite(made.rate[0, 0, 0, 5:]).all()


def test_a_level_beyond_the_horizon_is_approached_all_the_same():
    made = plan(table({"kind": "level_cap", "to_year": 2040}))
    assert made.last_year[0, 0, 0].tolist() == [2040] * 10


def test_rows_of_a_group_come_first():
    scenarios = table(
        {"statistic": "value", "offset": 0.01}, {"group": "Shaanxi", "statistic": "value", "offset": 0.02}
    )
    assert plan(scenarios, ["Gansu", "Shaanxi", ""]).rate[0, :, 0, 0].tolist() == [0.01, 0.02, 0.01]
    assert remarks_on_groups(scenarios, ["Shaanxi"]) == []
    idle = remarks_on_groups(scenarios, ["Shanxi"])
    assert "rows for the groups Shaanxi, to which no unit belongs" in str(idle[0])


def test_groups_written_as_numbers():
    scenarios = table({"group": 61.0, "statistic": "value", "offset": 0.02})
    assert plan(scenarios, ["61"]).rate[0, 0, 0, 0] == 0.02


@pytest.mark.parametrize("second", [2025, 2026])
def test_periods_may_touch_or_follow(second):
    rows = {"to_year": 2025, "statistic": "min"}, {"from_year": second, "to_year": 2030, "statistic": "max"}
    assert plan(table(*rows)).rate[0, 0, 0].tolist() == [-0.02] * 5 + [0.03] * 5
    assert plan(table(*rows[::-1])).rate[0, 0, 0].tolist() == [-0.02] * 5 + [0.03] * 5


def test_periods_before_and_after_the_projection_do_not_matter():
    rows = {"to_year": 2015}, {"from_year": 2015, "to_year": 2040, "statistic": "max"}, {"from_year": 2040}
    assert plan(table(*rows)).rate[0, 0, 0].tolist() == [0.03] * 10


def test_rows_of_variables_outside_the_model():
    rows = pd.DataFrame(
        [{"scenario": "s", "variable": name, "kind": "rate", "statistic": "mean"} for name in ("P", "CEI")]
    )
    scenarios = read_scenarios(rows, ["P"], known=["CEI"])
    assert "rows for CEI are not used" in str(scenarios.notes[0])
    assert set(scenarios.rows["variable"]) == {"P"}


def test_text_cells_as_files_have_them():
    row = {
        "from_year": "",
        "to_year": "2030",
        "kind": "Rate",
        "statistic": " Mean ",
        "sign": None,
        "factor": "１.5",
        "offset": "",
    }
    assert plan(table(row)).rate[0, 0, 0, 0] == pytest.approx(0.015)


# --- faults ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"variable": "Q"}, r"has rows for “Q” \(row 1\), which is no variable of the model; the model has P"),
        ({"kind": "growth"}, r"“kind” should hold one of “rate”, “level_cap”, but holds “growth” \(row 1\)"),
        ({"statistic": "median"}, "“statistic” .* “min”, “mean”, “max”, “value”, but holds “median”"),
        ({"sign": "minus"}, "“sign” .* “as_is”, “positive”, “negative”, but holds “minus”"),
        ({"scenario": ""}, "column “scenario” is empty in row 1"),
        ({"from_year": 2040, "to_year": 2030}, r"from_year comes after to_year: 2040 to 2030 \(row 1\)"),
        ({"statistic": "value"}, "there it is empty in row 1"),
        ({"statistic": "value", "kind": "level_cap", "offset": 3}, "there it is empty in row 1"),
        ({"statistic": "value", "offset": 5}, r"an offset of 5 \(row 1\) would mean .*0\.01 is one per cent"),
    ],
)
def test_faults_of_a_row(row, expected):
    with pytest.raises(InputError, match=expected):
        table(row)


def test_a_year_is_a_whole_number():
    with pytest.raises(TextInNumbersError, match=r"“to_year” should hold a whole number, but .*2,?030.5 \(row 1\)"):
        table({"to_year": 2030.5})


def test_text_in_numbers():
    with pytest.raises(TextInNumbersError, match=r"“factor”.*twice"):
        table({"factor": "twice"})


def test_all_faults_at_once():
    with pytest.raises(InputError) as raised:
        table({"kind": "x", "variable": "Q"}, {"factor": "y"})
    assert len(raised.value.messages) == 3


def test_missing_columns_and_rows():
    with pytest.raises(MissingColumnsError, match="no column “kind”, “statistic”"):
        read_scenarios(pd.DataFrame({"scenario": ["s"], "variable": ["P"]}), ["P"])
    with pytest.raises(EmptyTableError):
        read_scenarios(pd.DataFrame(columns=COLUMNS), ["P"])


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([(None, 2024), (2026, None)], "has no row for the years 2025 to 2025"),
        ([(2023, None)], "has no row for the years 2021 to 2022"),
        ([(None, 2028)], "has no row for the years 2029 to 2030"),
        ([(2040, 2050)], "has no row for the years 2021 to 2030"),
        ([(None, 2026), (2024, None)], "has more than one row for the years 2025 to 2026"),
        ([(None, None), (None, None)], "has more than one row for the years 2021 to 2030"),
        ([(2020, 2030), (2024, 2026)], "has more than one row for the years 2025 to 2026"),
    ],
)
def test_gaps_and_overlaps(periods, expected):
    rows = [{"from_year": start, "to_year": end} for start, end in periods]
    with pytest.raises(InputError, match=f"scenario “s”, variable P .*{expected}"):
        plan(table(*rows))


def test_a_variable_without_rows():
    with pytest.raises(InputError, match=r"scenario “s” has no row for the variable W \(rows without a group\)"):
        plan(table({}, variables=("P", "W")))
    with pytest.raises(InputError, match=r"variable P \(rows without a group, for Gansu, Hubei\)"):
        plan(table({"group": "Shaanxi"}), ["Gansu", "Shaanxi", "Hubei"])


@pytest.mark.parametrize("name", SCENARIO_PRESETS.keys)
def test_a_preset_as_numbers_means_the_same(name):
    numbers = scenario_table.preset_as_numbers(name)
    assert numbers["to_year"].dropna().unique().tolist() == [2030] and numbers["cap"].max() == 80.0
    text, typed = (read_scenarios(frame, NAMES).rows for frame in (preset(name), numbers))
    pd.testing.assert_frame_equal(text, typed)


def test_the_name_of_observed_rows_is_taken():
    with pytest.raises(InputError, match=r"called “observed” \(row 1\), which is what results call the observed"):
        table({"scenario": "observed"})
