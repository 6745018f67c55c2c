"""Zoning goes on with the indices a region has, and says which it has not."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import SeveralErrors
from carbon_plugin.core.tables.unit_table import UnitTable
from carbon_plugin.core.zoning.index_values import MissingRuleFieldError, read_index_values
from carbon_plugin.core.zoning.rules import INTENSITY, POTENTIAL, TREND, default_rules
from carbon_plugin.core.zoning.scorable import NoScoresError, NothingToScoreError, range_of_total, scorable_rules
from carbon_plugin.core.zoning.zone_units import zone_units

UNITS = ["a", "b", "c"]
TRENDS = pd.DataFrame(
    {"unit": UNITS, **{f"{rule.field}_score": [1, 3, 5] for rule in default_rules("ten") if rule.source == TREND}}
)
TABLES = {
    TREND: TRENDS,
    POTENTIAL: pd.DataFrame({"unit": UNITS, "cep": [5, 4, 3]}),
    INTENSITY: pd.DataFrame({"unit": UNITS, "year": 2020, "cli": [150.0, 200.0, 250.0]}),
}


def read(given):
    tables = {source: UnitTable(frame, source) for source, frame in given.items()}
    return read_index_values(UNITS, tables, default_rules("ten"))


SIZES = {TREND: 8, POTENTIAL: 1, INTENSITY: 1}


@pytest.mark.parametrize("sources", [found for count in (1, 2, 3) for found in combinations(TABLES, count)])
def test_any_tables_that_are_there(sources):
    given = {source: TABLES[source] for source in sources}
    values = read(given)
    rules, notes = scorable_rules(values, default_rules("ten"))
    count = sum(SIZES[source] for source in sources)
    assert [rule.index for rule in rules] == [rule.index for rule in default_rules("ten")]
    assert [rule.source for rule in rules if rule.weight] == [
        r.source for r in default_rules("ten") if r.source in sources
    ]
    assert range_of_total(rules) == (count, 5 * count)
    assert bool(notes) == (len(sources) < 3)
    zoning = zone_units(values, rules, breaks="equal")
    columns = [rule.column for rule in rules if rule.weight]
    assert (zoning.frame["total"] == zoning.frame[columns].sum(axis=1)).all()
    assert zoning.frame["total"].between(count, 5 * count).all()
    np.testing.assert_allclose(zoning.breaks.upper_bounds, count + 4 * count * np.arange(1, 6) / 5)
    left_out = [rule.column for rule in rules if not rule.weight]
    assert zoning.frame[left_out].isna().all().all() and not zoning.frame["missing_scores"].any()


def test_what_is_left_out_is_said():
    _, notes = scorable_rules(read({TREND: TABLES[TREND]}), default_rules("ten"))
    assert [str(message) for message in notes] == [
        "Left out of the total, since no table of potential was given: cep.",
        "Left out of the total, since no table of land-use intensity was given: cli.",
        "With 8 of 10 scores, totals lie between 8 and 40 points. They cannot be compared with those of a run with "
        "other scores, nor cut at its breaks.",
    ]
    assert all(message.needs_attention for message in notes)


@pytest.mark.parametrize("cells", [[np.nan] * 3, [None] * 3, ["", "", ""]])
def test_a_column_without_any_value_is_left_out(cells):
    given = {**TABLES, POTENTIAL: pd.DataFrame({"unit": UNITS, "cep": cells})}
    values = read(given)
    rules, notes = scorable_rules(values, default_rules("ten"))
    assert [rule.index for rule in rules if not rule.weight] == ["cep"]
    assert str(notes[0]) == "Left out of the total, since no unit has a value: cep."


def test_a_column_with_a_value_is_kept_and_the_unit_without_it_excluded():
    given = {**TABLES, POTENTIAL: pd.DataFrame({"unit": UNITS, "cep": [5, np.nan, 3]})}
    values = read(given)
    rules, notes = scorable_rules(values, default_rules("ten"))
    assert not notes and rules == default_rules("ten")
    zoning = zone_units(values, rules)
    assert zoning.frame["missing_scores"].tolist() == ["", "cep", ""]


def test_a_column_that_a_table_lacks_is_a_fault():
    given = {**TABLES, TREND: TRENDS.drop(columns="esc_score")}
    with pytest.raises(MissingRuleFieldError, match="“esc” needs the column “esc_score”"):
        read(given)


def test_a_column_that_accounts_lack_is_left_out_and_named():
    tables = {**TABLES, TREND: TRENDS.drop(columns="ecc_score")}
    named = {source: UnitTable(frame, source) for source, frame in tables.items()}
    values = read_index_values(UNITS, named, default_rules("ten"), all_needed=False)
    rules, notes = scorable_rules(values, default_rules("ten"))
    assert [rule.index for rule in rules if not rule.weight] == ["ecc"] and range_of_total(rules) == (9, 45)
    assert str(notes[0]).startswith("Left out of the total, since the tables have no column for them: ecc.")
    with pytest.raises(SeveralErrors):  # a table with none of them is another table
        named[TREND] = UnitTable(pd.DataFrame({"unit": UNITS, "k": 1.0}), "trace")
        read_index_values(UNITS, named, default_rules("ten"), all_needed=False)


def test_nothing_to_score_by():
    with pytest.raises(NothingToScoreError, match="Choose at least one of the tables"):
        scorable_rules(read({}), default_rules("ten"))
    empty = {INTENSITY: pd.DataFrame({"unit": UNITS, "year": 2020, "cli": np.nan})}
    with pytest.raises(NoScoresError, match="No unit has a score by any of cli"):
        scorable_rules(read(empty), default_rules("ten"))
