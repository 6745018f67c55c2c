"""The tables of the zoning read: missing and odd input, keys and numbers as text, faults in words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import (
    MissingColumnsError,
    NoCommonUnitsError,
    SeveralErrors,
    TextInNumbersError,
)
from carbon_plugin.core.zoning.index_values import (
    MissingRuleFieldError,
    RepeatedUnitsError,
    ScoreRangeError,
)
from carbon_plugin.core.zoning.remarks import NoCompleteUnitError
from carbon_plugin.core.zoning.rules import (
    default_rules,
    read_rules,
)
from carbon_plugin.core.zoning.zone_units import MissingSourceError

GOOD, BAD = ("cs", "ecc", "esc", "ec_ha"), ("nce", "ce", "cf_ha", "ed_ha")
TREND_FIELDS = (*GOOD, *BAD)


def test_a_missing_score_excludes_the_unit_and_names_it(tables, zoned):
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


def test_a_unit_without_a_row_is_named(tables, zoned):
    given = tables(["a", "b"], trend={name: [2, 4] for name in TREND_FIELDS})
    zoning = zoned(["a", "b", "c"], **given)
    assert zoning.frame["zone"].isna().tolist() == [False, False, True]
    assert any("c" in str(message) and "trend" in str(message) for message in zoning.notes)


def test_no_potential_at_all(tables, zoned):
    given = tables(["a", "b"], cep=np.nan)
    with pytest.raises(NoCompleteUnitError, match=r"cep \(2\)"):
        zoned(["a", "b"], **given)
    rules = [replace(rule, weight=0.0) if rule.index == "cep" else rule for rule in default_rules("ten")]
    zoning = zoned(["a", "b"], given["trends"], None, given["intensity"], rules=rules)
    assert zoning.frame["total"].tolist() == [27, 27]
    assert zoning.frame["score_cep"].isna().all()
    assert zoning.breaks_used == "16.2;23.4;30.6;37.8;45"


def test_trends_of_another_threshold_are_taken_and_remarked(tables, zoned):
    given = tables(["a", "b"], trend=5)
    assert not any("threshold" in str(message) for message in zoned(["a", "b"], **given).notes)
    given["trends"]["threshold"] = 1.96
    zoning = zoned(["a", "b"], **given)
    (remark,) = [message for message in zoning.notes if "threshold" in str(message)]
    assert remark.needs_attention
    assert "1.96" in str(remark)
    assert "1.66" in str(remark)
    assert zoning.frame["score_cs"].tolist() == [5, 5]


def test_scores_from_z_keep_short_series_moderate(scores_of):
    rules = read_rules(
        [{"index": "cs", "field": "cs", "source": "trend", "direction": "high_is_good", "thresholds": "1"}]
    )
    trends = pd.DataFrame({"unit": list("abc"), "cs_z": [1.5, 1.5, np.nan], "cs_n": [21, 4, 2]})
    assert scores_of(list("abc"), rules, trends=trends)["score_cs"].tolist()[:2] == [5, 4]
    assert scores_of(list("abc"), rules, trends=trends)["score_cs"].isna().tolist() == [False, False, True]


def test_a_trend_class_of_nought_is_missing(tables, zoned):
    given = tables(["a", "b"])
    given["trends"]["cs_score"] = [0, 4]
    assert zoned(["a", "b"], **given).frame["missing_scores"].tolist() == ["cs", ""]


def test_keys_and_numbers_as_text(tables, zoned):
    given = tables(["610702", "610703"], trend={name: [2, 4] for name in TREND_FIELDS}, cep=[1, 5], cli=[1.5, 2.5])
    as_text = {name: table.astype(str) for name, table in given.items()}
    as_text["potential"]["unit"] = ["610702.0", " 610703 "]
    frame = zoned([610702, "610703"], **as_text).frame
    assert frame["unit"].tolist() == ["610702", "610703"]
    assert frame.equals(zoned(["610702", "610703"], **given).frame)


def test_nullable_columns(tables, zoned):
    given = tables(["a", "b"])
    given["potential"]["cep"] = pd.array([5, pd.NA], dtype="Int64")
    assert zoned(["a", "b"], **given).frame["missing_scores"].tolist() == ["", "cep"]


def test_thresholds_of_a_potential_belong_below(scores_of, potential_rules):
    rules = potential_rules(["year"], field="peak_year", thresholds="2025;2030;2040;2050")
    rules = [replace(rule, direction="low_is_good", field="peak_year") for rule in rules]
    potential = pd.DataFrame({"unit": list("abcd"), "peak_year": [2020, 2030, 2031, 2055]})
    assert scores_of(list("abcd"), rules, potential=potential)["score_year"].tolist() == [5, 4, 3, 1]


def test_faults_of_the_tables(tables, zoned, errors_of):
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


def test_all_faults_at_once_in_words(tables, zoned):
    given = tables(["a", "b"])
    given["trends"] = given["trends"].drop(columns="cs_score")
    given["potential"]["cep"] = "high"
    with pytest.raises(SeveralErrors) as raised:
        zoned(["a", "b"], **given, names={"trend": "Trends 2000-2020", "potential": "Scenarios"})
    first, second = map(str, raised.value.messages)
    assert "needs the column “cs_score”, but “Trends 2000-2020” has" in first
    assert "“Scenarios”" in second
