"""The zoning overlay: rules, scores, totals, zones, margins; worked numbers of Huo et al. 2025, Table 6."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.errors import (
    EmptyTableError,
    InputError,
    MissingColumnsError,
    NoCommonUnitsError,
    SeveralErrors,
    TextInNumbersError,
)
from carbon_plugin.core.statistics.classification import BoundsError
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.tables.setting_columns import NotAWordError, NotNumbersError, OutOfBoundsError
from carbon_plugin.core.tables.settings import EmptyCellsError, RepeatedRowsError
from carbon_plugin.core.tables.unit_table import UnitTable
from carbon_plugin.core.trend.panel_trend import panel_trends
from carbon_plugin.core.zoning.index_values import (
    MissingRuleFieldError,
    RepeatedUnitsError,
    ScoreRangeError,
    read_index_values,
)
from carbon_plugin.core.zoning.remarks import NoCompleteUnitError
from carbon_plugin.core.zoning.rules import (
    NoRulesError,
    RuleThresholdsError,
    default_rules,
    read_rules,
)
from carbon_plugin.core.zoning.scores import compute_scores, scaled
from carbon_plugin.core.zoning.total_breaks import BreakCountError, read_break_values
from carbon_plugin.core.zoning.zone_units import MissingSourceError, zone_units
from carbon_plugin.core.zoning.zones import score_classes, zone_names, zones

GOOD, BAD = ("cs", "ecc", "esc", "ec_ha"), ("nce", "ce", "cf_ha", "ed_ha")
TREND_FIELDS = (*GOOD, *BAD)
TOTALS = [12, 15, 16, 22, 23, 24, 27, 28, 33, 34, 35, 36, 41, 42, 47]


def tables(units, trend=3, cep=3, cli=200.0):
    """The three tables; ``trend`` a score, or scores by field, for all fields and units alike."""
    by_field = trend if isinstance(trend, dict) else dict.fromkeys(TREND_FIELDS, trend)
    trends = pd.DataFrame(
        {"unit": units, **{f"{name}_score": score for name, score in by_field.items()}, "threshold": 1.66}
    )
    potential = pd.DataFrame({"unit": units, "cep": cep})
    intensity = pd.DataFrame({"unit": units, "year": 2020, "cli": cli})
    return {"trends": trends, "potential": potential, "intensity": intensity}


def read(units, trends=None, potential=None, intensity=None, rules=None, names=()):
    """What the rules score, from frames; ``names``: of the tables, by source."""
    given = {"trend": trends, "potential": potential, "intensity": intensity}
    tables = {
        source: UnitTable(frame, dict(names).get(source, source))
        for source, frame in given.items()
        if frame is not None
    }
    return read_index_values(units, tables, default_rules() if rules is None else rules)


def zoned(units, trends=None, potential=None, intensity=None, rules=None, names=(), **options):
    given = read(units, trends, potential, intensity, rules, names)
    return zone_units(given, default_rules() if rules is None else rules, **options)


def scores_of(units, rules, **tables):
    """A column a rule, a row a unit."""
    scores = compute_scores(read(units, **tables, rules=rules).indices, rules)
    return pd.DataFrame(scores, index=units, columns=[rule.column for rule in rules])


def with_totals(totals, **options):
    """The zoning of units whose ten scores add up to ``totals`` (10..50)."""
    units = [f"u{number}" for number in range(len(totals))]
    extra = np.asarray(totals) - 10
    columns = {f"i{place}": 1 + np.clip(extra - 4 * place, 0, 4) for place in range(10)}
    potential = pd.DataFrame({"unit": units, **columns})
    return zoned(units, potential=potential, rules=potential_rules(columns), **options)


def potential_rules(names, **cells):
    row = {"source": "potential", "direction": "high_is_good", **cells}
    return read_rules([{"index": name, "field": name, **row} for name in names])


# --- Table 6 ---------------------------------------------------------------------------------------------------------


def test_all_marked_good_is_fifty_and_all_marked_bad_is_ten():
    best = {name: 5 for name in GOOD} | {name: 1 for name in BAD}
    worst = {name: 6 - score for name, score in best.items()}
    trends = pd.concat([tables(["best"], best)["trends"], tables(["worst"], worst)["trends"]])
    potential = pd.DataFrame({"unit": ["best", "worst"], "cep": [5, 1]})
    intensity = pd.DataFrame({"unit": ["best", "worst"], "year": 2020, "cli": [310.0, 150.0]})
    zoning = zoned(["best", "worst"], trends, potential, intensity)
    assert zoning.frame["total"].tolist() == [50, 10]
    assert zoning.frame["zone"].tolist() == [1, 5]
    assert set(zoning.frame.filter(like="score_").loc[0]) == {5}


def test_all_unchanged_is_thirty():
    zoning = zoned(["a", "b"], **tables(["a", "b"]))
    assert zoning.frame["total"].tolist() == [30, 30]
    assert any("middle of the scale" in str(message) for message in zoning.notes)


def test_directions_follow_the_class_columns():
    rules = {rule.index: rule for rule in default_rules()}
    assert list(rules) == ["cs", "ecc", "esc", "ec", "nce", "ce", "cf", "ed", "cep", "cli"]
    good = [index for index, rule in rules.items() if rule.direction == "high_is_good"]
    assert good == ["cs", "ecc", "esc", "ec", "cep"]
    assert [index for index, rule in rules.items() if rule.direction == "low_is_good"] == ["nce", "ce", "cf", "ed"]
    assert rules["cli"].direction == ""
    assert {rule.weight for rule in rules.values()} == {1}


@pytest.mark.parametrize(
    ("z", "good"),
    [
        (np.nextafter(1.66, 2), 5),
        (1.66, 4),
        (np.nextafter(0, 1), 4),
        (0.0, 3),
        (np.nextafter(0, -1), 2),
        (-1.66, 2),
        (np.nextafter(-1.66, -2), 1),
    ],
)
def test_both_sides_of_the_boundaries_of_z(z, good):
    trends = pd.DataFrame({"unit": ["a"], **{f"{name}_z": [z] for name in TREND_FIELDS}})
    scores = scores_of(["a"], default_rules(), **{**tables(["a"]), "trends": trends}).loc["a"]
    assert {scores[f"score_{index}"] for index in ("cs", "ecc", "esc", "ec")} == {good}
    assert {scores[f"score_{index}"] for index in ("nce", "ce", "cf", "ed")} == {6 - good}


@pytest.mark.parametrize(
    ("share", "score"),
    [
        (0.0, 1),
        (0.2 - 1e-9, 1),
        (0.2, 2),
        (0.4 - 1e-9, 2),
        (0.4, 3),
        (0.6 - 1e-9, 3),
        (0.6, 4),
        (0.8 - 1e-9, 4),
        (0.8, 5),
        (1.0, 5),
    ],
)
def test_both_sides_of_the_boundaries_of_scaled_intensity(share, score):
    values = [150.0, 310.0, 150.0 + 160.0 * share]
    given = tables(["low", "high", "x"], cli=values)
    for direction, expected in (("high_is_good", score), ("low_is_good", 6 - score)):
        frame = zoned(["low", "high", "x"], **given, cli_direction=direction).frame.set_index("unit")
        assert frame.loc["x", "score_cli"] == expected


def test_a_tenth_of_a_range_that_binary_numbers_miss():
    assert scaled(np.array([0.1, 0.3, 0.7, 1.1])).tolist() == [0, 0.2, 0.6, 1]


def test_worked_intensities():
    values = np.array([150.0, 180, 230, 260, 310])
    assert scaled(values).tolist() == [0, 0.1875, 0.5, 0.6875, 1]
    units = list("abcde")
    assert zoned(units, **tables(units, cli=values)).frame["score_cli"].tolist() == [1, 1, 3, 4, 5]


def test_intensity_of_the_last_year_over_the_units_of_the_map():
    given = tables(["a", "b", "c"])
    years = [2019, 2020, 2021]
    given["intensity"] = pd.DataFrame(
        {
            "unit": np.repeat(["a", "b", "c", "elsewhere"], 3),
            "year": years * 4,
            "cli": [400, 100, np.nan, 100, 200, np.nan, 100, 300, np.nan, 0, 0, np.nan],
        }
    )
    zoning = zoned(["a", "b", "c"], **given)
    assert zoning.intensity_year == 2020
    assert zoning.frame["score_cli"].tolist() == [1, 3, 5]
    assert "The land-use intensity is that of 2020." in map(str, zoning.notes)


def test_intensity_without_a_year():
    given = tables(["a", "b"], cli=[1.0, 2.0])
    given["intensity"] = given["intensity"].drop(columns="year")
    zoning = zoned(["a", "b"], **given)
    assert zoning.intensity_year is None
    assert zoning.frame["score_cli"].tolist() == [1, 5]


# --- totals and zones ------------------------------------------------------------------------------------------------


def test_worked_totals():
    zoning = with_totals(TOTALS)
    assert zoning.frame["total"].tolist() == TOTALS
    assert zoning.breaks_used == "16;24;28;36;47"
    assert zoning.gvf == pytest.approx(0.975957, abs=5e-7)
    assert zoning.frame["zone"].tolist() == [5, 5, 5, 4, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, 1]
    assert zoning.frame["zone_key"].tolist()[::14] == ["carbon_source_optimization", "carbon_sink_functional"]
    assert zoning.method == "natural"
    assert zoning.notes == []


def test_margins_and_next_zones():
    frame = with_totals(TOTALS).frame.set_index("total")
    # 12: the lowest class has only the break 16 above it; 15: one point below it; 16: on it
    assert frame.loc[[12, 15, 16], "margin"].tolist() == [4, 1, 0]
    assert frame.loc[[12, 15, 16], "next_zone"].tolist() == [4, 4, 4]
    # 22: 6 above 16 and 2 below 24; 33: 5 above 28 and 3 below 36; 47: 11 above 36
    assert frame.loc[[22, 33, 47], "margin"].tolist() == [2, 3, 11]
    assert frame.loc[[22, 33, 47], "next_zone"].tolist() == [3, 1, 2]


def test_at_the_same_distance_the_lower_break_is_nearer():
    frame = with_totals([20, 25, 28, 30, 36, 48], breaks="fixed", break_values=[18, 26, 34, 42, 50]).frame
    # 30 is 4 above 26 and 4 below 34: four points less are enough to fall, four more do not rise yet
    assert frame.loc[3, ["zone", "margin", "next_zone"]].tolist() == [3, 4, 4]
    assert frame.loc[2, ["zone", "margin", "next_zone"]].tolist() == [3, 2, 4]
    assert frame.loc[5, ["zone", "margin", "next_zone"]].tolist() == [1, 6, 2]


def test_single_scores_that_move_a_unit():
    rules = potential_rules("abc")
    scores = {"unit": list("uvwxyz"), "a": [1, 2, 3, 4, 5, 3], "b": [1, 1, 1, 2, 3, 5], "c": [1, 1, 1, 1, 1, 5]}
    zoning = zoned(
        list("uvwxyz"), potential=pd.DataFrame(scores), rules=rules, breaks="fixed", break_values=[3, 5, 6, 8, 15]
    )
    frame = zoning.frame
    assert frame["total"].tolist() == [3, 4, 5, 7, 9, 13]
    assert frame["margin"].tolist() == [0, 1, 0, 1, 1, 5]
    assert frame["next_zone"].tolist() == [4, 5, 3, 3, 2, 2]
    assert frame["moved_by"].tolist() == [
        "a 1→2; b 1→2; c 1→2",  # on the break 3: one point more
        "a 2→1",  # one above it: one point less, and only a has one to lose
        "a 3→4; b 1→2; c 1→2",
        "a 4→3; b 2→1",
        "a 5→4; b 3→2",
        "",  # five points: no single score has them
    ]


def test_a_heavier_score_moves_a_unit_sooner():
    rules = [*potential_rules("a"), *potential_rules("b", weight=3)]
    scores = pd.DataFrame({"unit": list("uvw"), "a": [4, 5, 1], "b": [1, 4, 5]})
    zoning = zoned(list("uvw"), potential=scores, rules=rules, breaks="fixed", break_values=[4, 9, 14, 16, 20])
    assert zoning.frame["total"].tolist() == [7, 17, 16]
    # 7 needs more than two points to pass 9; 17 needs one less, 16 one more
    assert zoning.frame["moved_by"].tolist() == ["b 1→2", "a 5→4; b 4→3", "a 1→2"]


@pytest.mark.parametrize("breaks", ["natural", "equal", "quantile", "fixed"])
def test_the_moves_do_move(breaks):
    """Every change named takes the unit to the next zone, and no smaller change of a score does."""
    totals = np.random.default_rng(4).integers(10, 51, 60)
    zoning = with_totals(totals, breaks=breaks, break_values=[17, 25, 33, 41])
    bounds = zoning.breaks.upper_bounds
    for row in zoning.frame.itertuples():
        moves = [re.fullmatch(r"(\w+) (\d)→(\d)", move).groups() for move in row.moved_by.split("; ") if move]
        outside = [
            step
            for step in range(1, 5)
            for sign in (-1, 1)
            if any(1 <= getattr(row, f"score_i{place}") + sign * step <= 5 for place in range(10))
            and 5 - np.searchsorted(bounds[:-1], row.total + sign * step) == row.next_zone
        ]
        assert (min(outside) if outside else None) == (abs(int(moves[0][2]) - int(moves[0][1])) if moves else None)
        for index, old, new in moves:
            assert getattr(row, f"score_{index}") == int(old)
            assert 5 - np.searchsorted(bounds[:-1], row.total + int(new) - int(old)) == row.next_zone


def test_few_different_totals_fall_back_to_equal_intervals():
    zoning = with_totals([10, 20, 20, 30, 50])
    assert zoning.breaks_used == "18;26;34;42;50"
    assert zoning.method == "equal"
    assert zoning.frame["zone"].tolist() == [5, 4, 4, 3, 1]
    (message,) = zoning.notes
    assert message.needs_attention
    assert "4 different totals" in str(message)
    assert with_totals([10, 20, 30, 40, 50]).method == "natural"


def test_many_equal_totals_leave_no_five_quantiles():
    zoning = with_totals([20] * 20 + [21, 22, 23, 24, 25], breaks="quantile")
    assert zoning.method == "equal"
    assert zoning.notes[-1].needs_attention


def test_equal_intervals_divide_the_possible_range():
    zoning = with_totals([18, 19, 26, 34, 42, 43], breaks="equal")
    assert zoning.frame["zone"].tolist() == [5, 4, 4, 3, 2, 1]
    assert zoning.notes == []


def test_quantiles_fill_the_zones_evenly():
    zoning = with_totals(range(11, 51), breaks="quantile")
    assert zoning.frame["zone"].value_counts().tolist() == [8] * 5


def test_breaks_of_an_earlier_run():
    first = with_totals(TOTALS)
    again = with_totals(TOTALS, breaks="fixed", break_values=read_break_values(first.breaks_used))
    assert again.frame.equals(first.frame)
    assert again.gvf == first.gvf
    without_last = with_totals(TOTALS, breaks="fixed", break_values=[16, 24, 28, 36])
    assert without_last.frame["zone"].tolist() == first.frame["zone"].tolist()
    beyond = with_totals([*TOTALS, 50], breaks="fixed", break_values=[16, 24, 28, 36, 47])
    assert beyond.frame["zone"].iloc[-1] == 1
    assert "1 of 16 values lie above the last break 47" in str(beyond.notes[0])


def test_unusable_breaks():
    for values in ((), (1, 2, 3), (1, 2, 3, 4, 5, 6)):
        with pytest.raises(BreakCountError):
            with_totals(TOTALS, breaks="fixed", break_values=values)
    with pytest.raises(BoundsError):
        with_totals(TOTALS, breaks="fixed", break_values=[16, 24, 24, 36, 47])
    with pytest.raises(BreakCountError):
        read_break_values("16;vier")
    with pytest.raises(NotAChoiceError):
        with_totals(TOTALS, breaks="jenks")
    with pytest.raises(NotAChoiceError):
        with_totals(TOTALS, cli_direction="up")
    assert read_break_values(" 16; 24;28；36 ;47;") == [16, 24, 28, 36, 47]


def test_order_and_company_of_units():
    """Zones follow the unit, not its row; more units alike leave fixed zones alone."""
    generator = np.random.default_rng(9)
    units = [f"u{number}" for number in range(40)]
    trends = {name: generator.integers(1, 6, 40) for name in TREND_FIELDS}
    given = tables(units, trends, generator.integers(1, 6, 40), generator.random(40))
    plain = zoned(units, **given).frame.set_index("unit")
    order = generator.permutation(40)
    mixed = {name: table.iloc[order] for name, table in given.items()}
    shuffled = zoned(list(np.array(units)[::-1]), **mixed).frame.set_index("unit")
    pd.testing.assert_frame_equal(shuffled.loc[units], plain)
    given["intensity"]["cli"] = given["intensity"]["cli"] * 7 - 3
    pd.testing.assert_frame_equal(zoned(units, **given).frame.set_index("unit"), plain)


def test_better_scores_never_worsen_a_fixed_zone():
    generator = np.random.default_rng(12)
    scores = pd.DataFrame(generator.integers(1, 5, (50, 4)), columns=list("abcd"))
    scores.insert(0, "unit", [f"u{row}" for row in scores.index])
    options = {"rules": potential_rules("abcd"), "breaks": "fixed", "break_values": [7, 9, 11, 13]}
    before = zoned(scores["unit"], potential=scores, **options).frame["zone"]
    for name in "abcd":
        better = scores.assign(**{name: scores[name] + 1})
        assert (zoned(scores["unit"], potential=better, **options).frame["zone"] <= before).all()


def test_the_table_of_the_trend_test_is_understood():
    generator = np.random.default_rng(5)
    units, years = [f"u{number}" for number in range(30)], range(2000, 2021)
    keys = pd.MultiIndex.from_product([units, years], names=["unit", "year"])
    drift = np.repeat(generator.normal(0, 0.05, len(units)), len(years)) * np.tile(np.arange(len(years)), len(units))
    fields = {name: drift + generator.normal(0, 0.3, len(keys)) for name in TREND_FIELDS}
    trends = panel_trends(Panel(pd.DataFrame(fields, index=keys).reset_index(), "panel"), TREND_FIELDS).frame
    given = tables(units, cep=generator.integers(1, 6, 30), cli=generator.uniform(150, 350, 30))
    zoning = zoned(units, **{**given, "trends": trends})
    frame = zoning.frame
    expected = trends[[f"{name}_score" for name in GOOD]].sum(axis=1)
    expected += sum(6 - trends[f"{name}_score"] for name in BAD) + frame["score_cep"] + frame["score_cli"]
    assert frame["total"].tolist() == expected.tolist()
    assert sorted(frame["zone"].unique()) == [1, 2, 3, 4, 5]
    by_zone = frame.groupby("zone")["total"]
    assert (by_zone.min()[:4].to_numpy() > by_zone.max()[1:].to_numpy()).all()


# --- missing and odd input -------------------------------------------------------------------------------------------


def test_a_missing_score_excludes_the_unit_and_names_it():
    units = list("abcd")
    given = tables(units, cep=[3, np.nan, 4, 2], cli=[1.0, 2, 3, np.nan])
    given["trends"].loc[1, "nce_score"] = np.nan
    given["trends"].loc[0, "cs_score"] = 5
    zoning = zoned(units, **given)
    frame = zoning.frame.set_index("unit")
    assert frame["missing_scores"].tolist() == ["", "nce;cep", "", "cli"]
    assert frame["zone"].isna().tolist() == [False, True, False, True]
    assert frame.loc["b", ["zone_key", "moved_by"]].tolist() == ["", ""]
    assert frame.loc["b", ["total", "margin", "next_zone"]].isna().all()
    assert frame.loc["b", "score_ce"] == 3
    assert any(
        "2 of 4 units have no zone, since scores are missing: b (nce, cep), d (cli)." in str(m) for m in zoning.notes
    )


def test_a_unit_without_a_row_is_named():
    given = tables(["a", "b"], trend={name: [2, 4] for name in TREND_FIELDS})
    zoning = zoned(["a", "b", "c"], **given)
    assert zoning.frame["zone"].isna().tolist() == [False, False, True]
    assert any("c" in str(message) and "trend" in str(message) for message in zoning.notes)


def test_no_potential_at_all():
    given = tables(["a", "b"], cep=np.nan)
    with pytest.raises(NoCompleteUnitError, match=r"cep \(2\)"):
        zoned(["a", "b"], **given)
    rules = [replace(rule, weight=0.0) if rule.index == "cep" else rule for rule in default_rules()]
    zoning = zoned(["a", "b"], given["trends"], None, given["intensity"], rules=rules)
    assert zoning.frame["total"].tolist() == [27, 27]
    assert zoning.frame["score_cep"].isna().all()
    assert zoning.breaks_used == "16.2;23.4;30.6;37.8;45"


def test_trends_of_another_threshold_are_taken_and_remarked():
    given = tables(["a", "b"], trend=5)
    assert not any("threshold" in str(message) for message in zoned(["a", "b"], **given).notes)
    given["trends"]["threshold"] = 1.96
    zoning = zoned(["a", "b"], **given)
    (remark,) = [message for message in zoning.notes if "threshold" in str(message)]
    assert remark.needs_attention
    assert "1.96" in str(remark)
    assert "1.66" in str(remark)
    assert zoning.frame["score_cs"].tolist() == [5, 5]


def test_scores_from_z_keep_short_series_moderate():
    rules = read_rules(
        [{"index": "cs", "field": "cs", "source": "trend", "direction": "high_is_good", "thresholds": "1"}]
    )
    trends = pd.DataFrame({"unit": list("abc"), "cs_z": [1.5, 1.5, np.nan], "cs_n": [21, 4, 2]})
    assert scores_of(list("abc"), rules, trends=trends)["score_cs"].tolist()[:2] == [5, 4]
    assert scores_of(list("abc"), rules, trends=trends)["score_cs"].isna().tolist() == [False, False, True]


def test_a_trend_class_of_nought_is_missing():
    given = tables(["a", "b"])
    given["trends"]["cs_score"] = [0, 4]
    assert zoned(["a", "b"], **given).frame["missing_scores"].tolist() == ["cs", ""]


def test_keys_and_numbers_as_text():
    given = tables(["610702", "610703"], trend={name: [2, 4] for name in TREND_FIELDS}, cep=[1, 5], cli=[1.5, 2.5])
    as_text = {name: table.astype(str) for name, table in given.items()}
    as_text["potential"]["unit"] = ["610702.0", " 610703 "]
    frame = zoned([610702, "610703"], **as_text).frame
    assert frame["unit"].tolist() == ["610702", "610703"]
    assert frame.equals(zoned(["610702", "610703"], **given).frame)


def test_nullable_columns():
    given = tables(["a", "b"])
    given["potential"]["cep"] = pd.array([5, pd.NA], dtype="Int64")
    assert zoned(["a", "b"], **given).frame["missing_scores"].tolist() == ["", "cep"]


def test_thresholds_of_a_potential_belong_below():
    rules = potential_rules(["year"], field="peak_year", thresholds="2025;2030;2040;2050")
    rules = [replace(rule, direction="low_is_good", field="peak_year") for rule in rules]
    potential = pd.DataFrame({"unit": list("abcd"), "peak_year": [2020, 2030, 2031, 2055]})
    assert scores_of(list("abcd"), rules, potential=potential)["score_year"].tolist() == [5, 4, 3, 1]


def errors_of(action, *arguments, **options):
    """The types of all errors that the action raises."""
    with pytest.raises(InputError) as raised:
        action(*arguments, **options)
    error = raised.value
    return {type(found) for found in error.errors} if isinstance(error, SeveralErrors) else {type(error)}


def test_faults_of_the_tables():
    units = ["a", "b"]
    given = tables(units)
    assert errors_of(zoned, units) == {MissingSourceError}
    assert errors_of(zoned, ["a", "a"], **given) == {RepeatedUnitsError}
    for name in ("trends", "potential", "intensity"):
        twice = {**given, name: pd.concat([given[name]] * 2)}
        assert errors_of(zoned, units, **twice) == {RepeatedUnitsError}
        keyless = {**given, name: given[name].rename(columns={"unit": "code"})}
        assert errors_of(zoned, units, **keyless) == {MissingColumnsError}
        foreign = {**given, name: given[name].assign(unit=["x", "y"])}
        assert errors_of(zoned, units, **foreign) == {NoCommonUnitsError}
    without = {**given, "trends": given["trends"].drop(columns="ed_ha_score")}
    assert errors_of(zoned, units, **without) == {MissingRuleFieldError}
    text = {**given, "potential": given["potential"].assign(cep=["high", "3"])}
    assert errors_of(zoned, units, **text) == {TextInNumbersError}
    for odd in (6, 2.5, -1):
        beyond = {**given, "potential": given["potential"].assign(cep=odd)}
        assert errors_of(zoned, units, **beyond) == {ScoreRangeError}


def test_all_faults_at_once_in_words():
    given = tables(["a", "b"])
    given["trends"] = given["trends"].drop(columns="cs_score")
    given["potential"]["cep"] = "high"
    with pytest.raises(SeveralErrors) as raised:
        zoned(["a", "b"], **given, names={"trend": "Trends 2000-2020", "potential": "Scenarios"})
    first, second = map(str, raised.value.messages)
    assert "needs the column “cs_score”, but “Trends 2000-2020” has" in first
    assert "“Scenarios”" in second


# --- rules -----------------------------------------------------------------------------------------------------------


RULE = {
    "index": "cs",
    "field": "cs",
    "source": "trend",
    "direction": "high_is_good",
    "thresholds": "1.66",
    "weight": "1",
}


@pytest.mark.parametrize(
    ("cells", "error"),
    [
        ({"source": "trends"}, NotAWordError),
        ({"direction": "up"}, NotAWordError),
        ({"direction": ""}, EmptyCellsError),
        ({"thresholds": "1.66;1.96"}, RuleThresholdsError),
        ({"thresholds": "-1"}, RuleThresholdsError),
        ({"thresholds": "high"}, NotNumbersError),
        ({"source": "potential", "thresholds": "1;2;3"}, RuleThresholdsError),
        ({"source": "intensity", "thresholds": "0.2;0.6;0.4;0.8"}, RuleThresholdsError),
        ({"source": "intensity", "thresholds": "0.2;0.4;0.4;0.8"}, RuleThresholdsError),
        ({"source": "intensity", "thresholds": ""}, RuleThresholdsError),
        ({"weight": "-1"}, OutOfBoundsError),
        ({"weight": "inf"}, NotNumbersError),
        ({"weight": "much"}, NotNumbersError),
        ({"weight": "0"}, NoRulesError),
    ],
)
def test_faults_of_a_rule(cells, error):
    with pytest.raises(error, match="my rules"):
        read_rules([{**RULE, **cells}], "my rules")


def test_faults_of_a_table_of_rules():
    with pytest.raises(RepeatedRowsError, match="“cs” \\(row 1\\), “cs” \\(row 2\\)"):
        read_rules([RULE, RULE])
    with pytest.raises(EmptyTableError):
        read_rules([])
    with pytest.raises(MissingColumnsError, match="direction"):
        read_rules([{"index": "cs", "field": "cs", "source": "trend"}])
    with pytest.raises(SeveralErrors) as raised:
        read_rules([{**RULE, "source": "x"}, {**RULE, "index": "b", "weight": "y"}])
    assert len(raised.value.errors) == 2


def test_thresholds_are_told_with_their_index_and_what_was_expected():
    with pytest.raises(RuleThresholdsError) as raised:
        read_rules([{**RULE, "thresholds": "2；1"}, {**RULE, "index": "b", "thresholds": -1}])
    assert str(raised.value) == (
        "“rules”: with the source “trend”, column “thresholds” should hold the |Z| above which a trend is marked, a "
        "number above 0, with “;” between, but holds “2；1” (cs, row 1), -1 (b, row 2). Correct these cells."
    )


def test_rules_as_spreadsheets_hold_them():
    cells = {"thresholds": 1.66, "weight": None, "note": np.nan}
    (rule,) = read_rules([{**RULE, **cells}, {**RULE, "index": None}])
    assert (rule.thresholds, rule.weight, rule.note) == ((1.66,), 1, "")
    (rule,) = read_rules([{name: RULE[name] for name in ("index", "field", "source", "direction")}])
    assert (rule.thresholds, rule.weight) == ((), 1)


def test_weights():
    rules = [replace(rule, weight=weight) for rule, weight in zip(potential_rules("abc"), (2, 0.1, 0))]
    potential = pd.DataFrame({"unit": list("uv"), "a": [1, 5], "b": [3, 3], "c": [np.nan, 2]})
    frame = zoned(list("uv"), potential=potential, rules=rules).frame
    assert frame["total"].tolist() == [2.3, 10.3]
    assert frame["score_c"].isna().tolist() == [True, False]
    assert frame["missing_scores"].tolist() == ["", ""]


# --- tables of zones and scores ---------------------------------------------------------------------------------------


def test_the_zones():
    assert [zone.zone for zone in zones()] == [1, 2, 3, 4, 5]
    assert [zone.roman for zone in zones()] == ["i", "ii", "iii", "iv", "v"]
    assert [zone.name("zh") for zone in zones()] == [
        "碳汇功能区",
        "低碳发展区",
        "净碳稳定区",
        "高碳控制区",
        "碳源优化区",
    ]
    assert zone_names(["carbon_source_optimization", ""], "zh") == ["碳源优化区", ""]
    for zone in zones():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)+", zone.key)
        assert 2 <= zone.strategy("en").count(".") <= 4
        assert 2 <= zone.strategy("zh").count("。") <= 4
    assert [score.score for score in score_classes()] == [5, 4, 3, 2, 1]
    assert score_classes()[0].name("zh") == "显著"


# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB
DEFICIENCIES = {
    "none": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def lab(colour, deficiency):
    """CIE L*a*b* (D65) of ``#rrggbb`` as a reader with the deficiency sees it."""
    encoded = np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)]) / 255
    linear = np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)
    seen = np.clip(np.array(DEFICIENCIES[deficiency]) @ linear, 0, 1)
    to_xyz = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    xyz = np.array(to_xyz) @ seen / [0.9505, 1, 1.089]
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_colour_blind_readers_tell_the_zones_apart(deficiency):
    for table in (zones(), score_classes()):
        seen = [lab(entry.colour, deficiency) for entry in table]
        assert min(np.linalg.norm(first - second) for first, second in combinations(seen, 2)) > 25
