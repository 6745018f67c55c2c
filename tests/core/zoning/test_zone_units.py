"""Zoning as one step: worked totals, margins, moves, breaks, order of the units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.statistics.classification import BoundsError
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.trend.panel_trend import panel_trends
from carbon_plugin.core.zoning.moves import steps_in_text
from carbon_plugin.core.zoning.rules import default_rules
from carbon_plugin.core.zoning.summaries import units_near_border
from carbon_plugin.core.zoning.total_breaks import BreakCountError, read_break_values

GOOD, BAD = ("cs", "ecc", "esc", "ec_ha"), ("nce", "ce", "cf_ha", "ed_ha")
TREND_FIELDS = (*GOOD, *BAD)
TOTALS = [12, 15, 16, 22, 23, 24, 27, 28, 33, 34, 35, 36, 41, 42, 47]


def test_worked_totals(with_totals):
    zoning = with_totals(TOTALS)
    assert zoning.frame["total"].tolist() == TOTALS
    assert zoning.breaks_used == "16;24;28;36;47"
    assert zoning.gvf == pytest.approx(0.975957, abs=5e-7)
    assert zoning.frame["zone"].tolist() == [5, 5, 5, 4, 4, 4, 3, 3, 2, 2, 2, 2, 1, 1, 1]
    assert zoning.frame["zone_key"].tolist()[::14] == ["carbon_source_optimization", "carbon_sink_functional"]
    assert zoning.method == "natural"
    assert zoning.notes == []


def test_margins_and_next_zones(with_totals):
    frame = with_totals(TOTALS).frame.set_index("total")
    # 12: the lowest class has only the break 16 above it; 15: one point below it; 16: on it
    assert frame.loc[[12, 15, 16], "margin"].tolist() == [4, 1, 0]
    assert frame.loc[[12, 15, 16], "next_zone"].tolist() == [4, 4, 4]
    # 22: 6 above 16 and 2 below 24; 33: 5 above 28 and 3 below 36; 47: 11 above 36
    assert frame.loc[[22, 33, 47], "margin"].tolist() == [2, 3, 11]
    assert frame.loc[[22, 33, 47], "next_zone"].tolist() == [3, 1, 2]


def test_at_the_same_distance_the_lower_break_is_nearer(with_totals):
    frame = with_totals([20, 25, 28, 30, 36, 48], breaks="fixed", break_values=[18, 26, 34, 42, 50]).frame
    # 30 is 4 above 26 and 4 below 34: four points less are enough to fall, four more do not rise yet
    assert frame.loc[3, ["zone", "margin", "next_zone"]].tolist() == [3, 4, 4]
    assert frame.loc[2, ["zone", "margin", "next_zone"]].tolist() == [3, 2, 4]
    assert frame.loc[5, ["zone", "margin", "next_zone"]].tolist() == [1, 6, 2]


def test_single_scores_that_move_a_unit(zoned, potential_rules):
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


def test_a_heavier_score_moves_a_unit_sooner(zoned, potential_rules):
    rules = [*potential_rules("a"), *potential_rules("b", weight=3)]
    scores = pd.DataFrame({"unit": list("uvw"), "a": [4, 5, 1], "b": [1, 4, 5]})
    zoning = zoned(list("uvw"), potential=scores, rules=rules, breaks="fixed", break_values=[4, 9, 14, 16, 20])
    assert zoning.frame["total"].tolist() == [7, 17, 16]
    # 7 needs more than two points to pass 9; 17 needs one less, 16 one more or two less
    assert zoning.frame["moved_by"].tolist() == ["b 1→2", "a 5→4; b 4→3", "a 1→2; b 5→4"]


@pytest.mark.parametrize("rule_set", ["seven", "ten"])
@pytest.mark.parametrize("breaks", ["natural", "equal", "quantile", "fixed"])
def test_the_steps_are_those_of_scoring_everything_again(breaks, rule_set, tables, zoned):
    """Every single step of every unit, by brute force: change the tables, score and zone all units, same breaks."""
    generator = np.random.default_rng(4)
    units = [f"u{number}" for number in range(25)]
    scores = {name: generator.integers(1, 6, 25) for name in GOOD[:3] + BAD[:2]}
    scores.update(ec_ha=scores["cs"], cf_ha=scores["ce"], ed_ha=scores["nce"])  # one trend each, under one factor
    potential = pd.DataFrame({"unit": units, "cep": generator.integers(1, 6, 25)})
    intensity = pd.DataFrame({"unit": units, "cli": generator.integers(1, 6, 25)})
    rules = [
        replace(rule, source="potential", thresholds=(), direction="high_is_good") if rule.index == "cli" else rule
        for rule in default_rules(rule_set)
    ]
    potential["cli"] = intensity["cli"]
    trends = tables(units, scores)["trends"]
    first = zoned(units, trends=trends, potential=potential, rules=rules, breaks=breaks, break_values=[15, 20, 25, 30])
    fixed = {"rules": rules, "breaks": "fixed", "break_values": list(first.breaks.upper_bounds)}
    together = {"ce": ("ce", "cf_ha"), "cs": ("cs", "ec_ha"), "nce": ("nce", "ed_ha"), "ecc": ("ecc",), "esc": ("esc",)}
    changed_by_a_step = {unit: set() for unit in units}
    for trend, fields in {**together, "cep": ("cep",), "cli": ("cli",)}.items():
        for step in (-1, 1):
            columns = {name if name in potential else f"{name}_score": name for name in fields}
            of_trends, of_potential = (
                table.assign(**{c: np.clip(table[c] + step, 1, 5) for c in columns if c in table})
                for table in (trends, potential)
            )
            again = zoned(units, trends=of_trends, potential=of_potential, **fixed).frame
            for unit, before, after in zip(units, first.frame["zone"], again["zone"]):
                if before != after:
                    changed_by_a_step[unit].add(trend)
    frame = first.frame.set_index("unit")
    for unit, expected in changed_by_a_step.items():
        text = frame.loc[unit, "moved_by"]
        told = {move.split(" ")[0] for move in text.split("; ")} if steps_in_text(text) == 1 else set()
        assert told == expected
    near = units_near_border(first.frame.assign(name=units))
    assert set(near["unit"]) == {unit for unit, found in changed_by_a_step.items() if found}
    assert 0 < len(near) < len(units)
    assert any(" & " in text for text in first.frame["moved_by"]) == (rule_set == "ten")


def test_a_trend_that_counts_twice_moves_twice(tables, zoned):
    """CE one class up takes CF along: two points under the ten, one under the seven."""
    units = list("uvwxyz")
    given = tables(units, cep=[3, 3, 3, 3, 3, 5], cli=[1, 2, 3, 4, 5, 3])
    breaks = {"breaks": "fixed", "break_values": [20, 26, 28, 31, 50]}
    of_ten = zoned(units, **given, **breaks).frame
    assert of_ten.loc[2, "total"] == 30
    assert of_ten.loc[2, "moved_by"] == "cs 3→2 & ec 3→2; cs 3→4 & ec 3→4; nce 3→4 & ed 3→4; nce 3→2 & ed 3→2; " + (
        "ce 3→4 & cf 3→4; ce 3→2 & cf 3→2"
    )
    of_seven = zoned(units, **given, rules=default_rules("seven"), breaks="fixed", break_values=[14, 17, 19, 21, 35])
    assert of_seven.frame.loc[2, "total"] == 21
    assert of_seven.frame.loc[2, "moved_by"].split("; ")[0] == "cs 3→4"
    assert "&" not in of_seven.frame.loc[2, "moved_by"] and "cf" not in of_seven.frame.loc[2, "moved_by"]


def test_under_seven_the_footprints_are_shown_and_do_not_count(tables, zoned):
    units = list("uvwxyz")
    scores = {name: [1, 2, 3, 4, 5, 5] for name in TREND_FIELDS}
    given = tables(units, scores, cep=[1, 2, 3, 4, 5, 1], cli=[1, 2, 3, 4, 5, 3])
    zoning = zoned(units, **given, rules=default_rules("seven"), breaks="equal")
    assert zoning.breaks_used == "12.6;18.2;23.8;29.4;35"
    assert zoning.frame["score_cf"].tolist() == [5, 4, 3, 2, 1, 1]
    counted = [f"score_{index}" for index in ("cs", "nce", "ce", "ecc", "esc", "cep", "cli")]
    assert zoning.frame["total"].tolist() == zoning.frame[counted].sum(axis=1).tolist()
    without = {**given, "trends": given["trends"].drop(columns=["cf_ha_score", "ec_ha_score", "ed_ha_score"])}
    assert (
        zoned(units, **without, rules=default_rules("seven"), breaks="equal").frame["zone"].equals(zoning.frame["zone"])
    )
    assert zoned(units, **given, breaks="equal").breaks_used == "18;26;34;42;50"


def test_few_different_totals_fall_back_to_equal_intervals(with_totals):
    zoning = with_totals([10, 20, 20, 30, 50])
    assert zoning.breaks_used == "18;26;34;42;50"
    assert zoning.method == "equal"
    assert zoning.frame["zone"].tolist() == [5, 4, 4, 3, 1]
    (message,) = zoning.notes
    assert message.needs_attention
    assert "4 different totals" in str(message)
    assert with_totals([10, 20, 30, 40, 50]).method == "natural"


def test_many_equal_totals_fill_the_zones_as_evenly_as_they_can(with_totals):
    zoning = with_totals([20] * 20 + [21, 22, 23, 24, 25], breaks="quantile")
    assert zoning.method == "quantile"
    assert zoning.frame["zone"].value_counts().sort_index().tolist() == [2, 1, 1, 1, 20]


def test_equal_intervals_divide_the_possible_range(with_totals):
    zoning = with_totals([18, 19, 26, 34, 42, 43], breaks="equal")
    assert zoning.frame["zone"].tolist() == [5, 4, 4, 3, 2, 1]
    assert zoning.notes == []


def test_quantiles_fill_the_zones_evenly(with_totals):
    zoning = with_totals(range(11, 51), breaks="quantile")
    assert zoning.frame["zone"].value_counts().tolist() == [8] * 5


def test_breaks_of_an_earlier_run(with_totals):
    first = with_totals(TOTALS)
    again = with_totals(TOTALS, breaks="fixed", break_values=read_break_values(first.breaks_used))
    assert again.frame.equals(first.frame)
    assert again.gvf == first.gvf
    without_last = with_totals(TOTALS, breaks="fixed", break_values=[16, 24, 28, 36])
    assert without_last.frame["zone"].tolist() == first.frame["zone"].tolist()
    beyond = with_totals([*TOTALS, 50], breaks="fixed", break_values=[16, 24, 28, 36, 47])
    assert beyond.frame["zone"].iloc[-1] == 1
    assert "1 of 16 values lie above the last break 47" in str(beyond.notes[0])


def test_unusable_breaks(with_totals):
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


def test_order_and_company_of_units(tables, zoned):
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


def test_better_scores_never_worsen_a_fixed_zone(zoned, potential_rules):
    generator = np.random.default_rng(12)
    scores = pd.DataFrame(generator.integers(1, 5, (50, 4)), columns=list("abcd"))
    scores.insert(0, "unit", [f"u{row}" for row in scores.index])
    options = {"rules": potential_rules("abcd"), "breaks": "fixed", "break_values": [7, 9, 11, 13]}
    before = zoned(scores["unit"], potential=scores, **options).frame["zone"]
    for name in "abcd":
        better = scores.assign(**{name: scores[name] + 1})
        assert (zoned(scores["unit"], potential=better, **options).frame["zone"] <= before).all()


def test_the_table_of_the_trend_test_is_understood(tables, zoned):
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
