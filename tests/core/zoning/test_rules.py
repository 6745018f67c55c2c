"""The rules of the zoning as a table: faults, and cells as spreadsheets hold them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.errors import (
    EmptyTableError,
    MissingColumnsError,
    SeveralErrors,
)
from carbon_plugin.core.tables.setting_columns import NotAWordError, NotNumbersError, OutOfBoundsError
from carbon_plugin.core.tables.settings import EmptyCellsError, RepeatedRowsError
from carbon_plugin.core.zoning.rules import (
    NoRulesError,
    RuleThresholdsError,
    default_rules,
    read_rules,
)
from carbon_plugin.core.zoning.scorable import range_of_total

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


def test_weights(zoned, potential_rules):
    rules = [replace(rule, weight=weight) for rule, weight in zip(potential_rules("abc"), (2, 0.1, 0))]
    potential = pd.DataFrame({"unit": list("uv"), "a": [1, 5], "b": [3, 3], "c": [np.nan, 2]})
    frame = zoned(list("uv"), potential=potential, rules=rules).frame
    assert frame["total"].tolist() == [2.3, 10.3]
    assert frame["score_c"].isna().tolist() == [True, False]
    assert frame["missing_scores"].tolist() == ["", ""]


def test_rule_sets_differ_in_the_weights_of_the_footprints_alone():
    seven, ten = default_rules("seven"), default_rules("ten")
    assert default_rules() == seven
    assert [rule.weight for rule in ten] == [1.0] * 10
    assert {rule.index for rule in seven if rule.weight == 0} == {"cf", "ec", "ed"}
    assert [replace(rule, weight=1.0) for rule in seven] == list(ten)
    assert [range_of_total(rules) for rules in (seven, ten)] == [(7, 35), (10, 50)]
    with pytest.raises(NotAChoiceError):
        default_rules("eight")
