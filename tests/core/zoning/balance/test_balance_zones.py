"""Balance zones: worked units, one zone each on random data, tables of one's own, two years, what is missing."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import MissingColumnsError, SeveralErrors
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.zoning.balance.balance_zoning import SameYearError, zone_by_balance
from carbon_plugin.core.zoning.balance.rules import (
    BandBoundsRepeatedError,
    BoundsReversedError,
    OrderRepeatedError,
    balance_rule_rows,
    band_rows,
    read_balance_rules,
    read_bands,
)
from carbon_plugin.core.zoning.balance.zones import NO_ZONE, compute_balance_index, compute_balance_zones, compute_bands

RULES = read_balance_rules(balance_rule_rows(), "rules")
BANDS = read_bands(band_rows(), "bands")
SINK, LOW, CONTROL, HIGH = (
    "carbon_sink_functional", "low_carbon_development", "carbon_intensity_control", "high_carbon_optimization",
)  # fmt: skip
KEYS = {rule.zone.number: rule.zone.key for rule in RULES}


def zones(nce, ecc, esc, rules=RULES):
    values = {
        name: np.atleast_1d(np.array(one, dtype=float)) for name, one in zip(("nce", "ecc", "esc"), (nce, ecc, esc))
    }
    return [KEYS.get(int(number), "") for number in compute_balance_zones(values, rules)]


def by_hand(nce: float, ecc: float, esc: float) -> str:
    """The text of the method, clause by clause."""
    if nce <= 0 or (esc >= 1 and ecc < 1):
        return SINK
    if ecc >= 1:
        return LOW if esc >= 1 else CONTROL
    return HIGH


def test_worked():
    assert zones([20, -10, -60], [1.25, 0.75, 1], [1 / 3, 5 / 6, 8 / 3]) == [CONTROL, SINK, SINK]


def test_every_unit_has_exactly_one_zone_and_that_of_the_text():
    generator = np.random.default_rng(0)
    nce = generator.normal(0, 5, 4000).round(0)
    ecc, esc = generator.uniform(0, 2, (2, 4000)).round(1)  # bounds are met often
    found = zones(nce, ecc, esc)
    assert found == [by_hand(*unit) for unit in zip(nce, ecc, esc)]
    assert set(found) == {SINK, LOW, CONTROL, HIGH}


def test_a_bound_belongs_where_the_text_says_even_where_rounding_misses_it():
    just_below = 1 - 1e-15
    assert zones([0.0, 1, 1, 1], [0.5, 1, just_below, 0.9], [0.5, 1, 0.5, 0.9]) == [SINK, LOW, CONTROL, HIGH]


def test_what_is_missing_has_no_zone_even_in_balance():
    assert zones([np.nan, -1, 5], [1, np.nan, 1], [1, 1, np.nan]) == ["", "", ""]


def test_where_no_rule_fits_there_is_no_zone():
    one = RULES[:1]
    values = {"nce": np.array([5.0]), "ecc": np.array([1.0]), "esc": np.array([1.0])}
    assert compute_balance_zones(values, one).tolist() == [NO_ZONE]


def test_bands():
    index = compute_balance_index(np.array([4.0, 4, 4, 4, 0]), np.array([1.0, 2, 4, 9, 1]))
    assert compute_bands(index, BANDS) == ["deep_deficit", "deficit", "surplus", "large_surplus", ""]


# --- tables of one's own


def row(**changes):
    return {**balance_rule_rows()[0], **changes}


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ([row(nce_low=5, nce_high=0)], BoundsReversedError),
        ([row(), row(zone="other", name_en="Other")], OrderRepeatedError),
    ],
)
def test_rules_that_cannot_be(rows, error):
    with pytest.raises(error, match="my rules"):
        read_balance_rules(rows, "my rules")


def test_all_faults_of_a_table_at_once():
    with pytest.raises(SeveralErrors) as raised:
        read_balance_rules([row(colour="red"), row(order="first", ecc_low="much")], "my rules")
    assert len(raised.value.errors) == 3
    with pytest.raises(BandBoundsRepeatedError):
        read_bands([{"band": "a", "from": 1}, {"band": "b", "from": 1}], "my bands")


def test_rules_are_tried_in_their_order_whatever_the_order_of_rows():
    assert [rule.zone.key for rule in read_balance_rules(balance_rule_rows()[::-1], "rules")] == [
        rule.zone.key for rule in RULES
    ]
    assert {rule.zone.number for rule in RULES} == {1, 2, 3, 4}


# --- of a panel


def panel_of(**more) -> Panel:
    columns = {
        "unit": ["a", "b", "c"] * 2, "year": [2000] * 3 + [2010] * 3, "ce": [60.0, 20, 30, 60, 20, 30],
        "cs": [40.0, 30, 90, 40, 5, 90], "ecc": [1.25, 0.75, 1.0] * 2, "esc": [0.333, 0.833, 2.667] * 2, **more,
    }  # fmt: skip
    frame = pd.DataFrame(columns)
    frame["nce"] = frame["ce"] - frame["cs"]
    return Panel(frame.astype({"year": np.int64}), "accounts")


UNITS = pd.DataFrame({"unit": ["c", "a", "b"], "name": ["C", "A", "B"]})


def zoned(panel, **options):
    return zone_by_balance(panel, UNITS, RULES, bands=BANDS, layer="counties", **options)


def test_a_year_its_bands_and_who_moved():
    result = zoned(panel_of(), compare_year=2000)
    assert result.year == 2010 and result.frame["unit"].tolist() == ["c", "a", "b"]
    assert result.frame["zone_key"].tolist() == [SINK, CONTROL, HIGH]
    assert result.frame["zone"].tolist() == [1, 3, 4]
    assert result.frame["balance_band"].tolist() == ["large_surplus", "deficit", "deep_deficit"]
    assert result.balance[["year", "units_counted", "balanced_units"]].values.tolist() == [[2000, 3, 2], [2010, 3, 1]]
    moved = result.moves[result.moves["from_zone"] != result.moves["to_zone"]]
    assert moved[["name", "from_year", "to_year", "from_zone", "to_zone"]].values.tolist() == [
        ["B", 2000, 2010, SINK, HIGH]
    ]
    assert result.notes == []
    assert zoned(panel_of(), year=2000).moves is None


def test_a_unit_without_data_is_named_and_not_compared():
    result = zoned(panel_of(ecc=[1.25, 0.75, 1.0, np.nan, 0.75, 1.0]), compare_year=2000)
    assert [message.code for message in result.notes] == ["units-without-balance-data", "units-not-compared"]
    assert "A" in str(result.notes[0]) and result.frame["zone"].isna().tolist() == [False, True, False]
    assert "A" not in set(result.moves["name"])


def test_bad_input_gets_a_sentence():
    with pytest.raises(SameYearError, match="2010"):
        zoned(panel_of(), compare_year=2010)
    with pytest.raises(MissingColumnsError, match="ecc"):
        zoned(Panel(panel_of().frame.drop(columns="ecc"), "accounts"))
