"""Types of units: their order and names, who has none, what is told, what is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.compensation.ordered_types import UnitType, order_types
from carbon_plugin.core.compensation.type_words import type_name
from carbon_plugin.core.compensation.unit_types import (
    BelowZeroInTypesError,
    NothingInColumnError,
    OneTypeError,
    TooFewFieldsError,
    TooFewForTypesError,
    TooManyTypesError,
    default_type_fields,
    find_unit_types,
)
from carbon_plugin.core.errors import MissingColumnsError
from carbon_plugin.core.statistics.nrca import compute_nrca
from carbon_plugin.core.tables.panel import Panel

pytest.importorskip("sklearn")
FIELDS = ["gdp", "ce", "cs"]


def book(units=30, seed=2, **more) -> pd.DataFrame:
    """Towns that emit, woods that take up, farms between."""
    random = np.random.default_rng(seed)
    kind = np.arange(units) % 3
    frame = pd.DataFrame({"unit": [f"u{number:02d}" for number in range(units)], "year": 2020})
    frame["gdp"] = np.choose(kind, [90.0, 10.0, 30.0]) * random.uniform(0.9, 1.1, units)
    frame["ce"] = np.choose(kind, [80.0, 10.0, 30.0]) * random.uniform(0.9, 1.1, units)
    frame["cs"] = np.choose(kind, [5.0, 70.0, 30.5]) * random.uniform(0.99, 1.01, units)
    frame["nce"] = frame["ce"] - frame["cs"]
    return frame.assign(**more)


def panel(frame: pd.DataFrame) -> Panel:
    return Panel(frame, "accounts")


def codes(found) -> set[str]:
    return {message.code for message in found.notes}


def test_types_follow_what_units_are_like():
    frame = book()
    found = find_unit_types(panel(frame), FIELDS)
    assert len(found.types) == 3 and found.year == 2020 and found.silhouette > 0.6
    assert found.frame["type"].tolist()[:3] == [1, 3, 2]
    assert [one.mean for one in found.types] == sorted((one.mean for one in found.types), reverse=True)
    assert found.types[0].key == "payment" and found.types[2].key == "recipient"
    nrca = compute_nrca(frame[FIELDS].to_numpy())
    np.testing.assert_allclose(found.frame[[f"nrca_{name}" for name in FIELDS]], nrca)
    profile = found.profiles.set_index("type")
    own = found.frame["type"].to_numpy() == 2
    assert profile.loc[2, "units"] == own.sum() == 10
    assert profile.loc[2, "mean_nce"] == pytest.approx(frame["nce"][own].mean())
    assert profile.loc[2, "mean_gdp"] == pytest.approx(frame["gdp"][own].mean())
    assert profile.loc[2, "nrca_cs"] == pytest.approx(nrca[own, 2].mean())
    best = found.tried.loc[found.tried["silhouette"].idxmax(), "types"]
    assert best == 3 and found.tried["smallest"].min() >= 1
    assert "silhouette-by-types" in codes(found)


def test_rows_in_any_order_and_the_same_seed_give_the_same_types():
    frame = book()
    found = find_unit_types(panel(frame), FIELDS, types=4, seed=3).frame
    turned = find_unit_types(panel(frame.sample(frac=1, random_state=1)), FIELDS, types=4, seed=3).frame
    pd.testing.assert_frame_equal(found, turned)


def test_the_unit_of_measure_does_not_matter_for_shares():
    frame = book()
    first = find_unit_types(panel(frame), FIELDS, types=3, shares=True)
    again = find_unit_types(panel(frame.assign(gdp=frame["gdp"] * 1e6)), FIELDS, types=3, shares=True)
    assert first.frame["type"].tolist() == again.frame["type"].tolist()
    np.testing.assert_allclose(first.frame["nrca_gdp"], again.frame["nrca_gdp"])
    plain = find_unit_types(panel(frame.assign(gdp=frame["gdp"] * 1e6)), FIELDS, types=3)
    assert "columns-of-unlike-size" in codes(plain) and "columns-of-unlike-size" not in codes(again)


def test_units_without_a_number_have_no_type_and_are_named():
    frame = book()
    frame.loc[4, "gdp"] = np.nan
    frame.loc[5, "nce"] = np.nan
    found = find_unit_types(panel(frame), FIELDS, types=3)
    assert found.frame["type"].isna().tolist() == [row in (4, 5) for row in range(30)]
    assert found.frame["nrca_ce"].isna().sum() == 2 and found.frame["type_key"].tolist()[4] == ""
    told = next(message for message in found.notes if message.code == "units-without-type")
    assert "u04" in told.text() and "u05" in told.text()


def test_the_year_is_the_last_or_the_one_asked_for():
    frame = pd.concat([book(year=2010, seed=1), book()], ignore_index=True)
    assert find_unit_types(panel(frame), FIELDS, types=2).year == 2020
    assert find_unit_types(panel(frame), FIELDS, types=2, year=2010).year == 2010


def test_two_units_and_as_many_types_as_units():
    found = find_unit_types(panel(book(2)), FIELDS)
    assert found.frame["type"].tolist() == [1, 2] and np.isnan(found.silhouette)
    assert {"no-silhouette", "types-of-one-unit"} <= codes(found)
    assert len(find_unit_types(panel(book(6)), FIELDS, types=6).types) == 6


def test_columns_that_say_nothing_and_types_on_one_side_are_told():
    found = find_unit_types(panel(book(forest=3.0, nce=5.0)), [*FIELDS, "forest"], types=2)
    assert {"constant-in-types", "types-on-one-side"} <= codes(found)
    blurred = book(40)
    random = np.random.default_rng(5)
    blurred[FIELDS] = random.uniform(1, 2, (40, 3))
    loose = [find_unit_types(panel(blurred), FIELDS, types=count) for count in (8, 9, 10)]
    assert all("types-run-together" in codes(one) for one in loose if one.silhouette < 0.25)


@pytest.mark.parametrize(
    ("frame", "fields", "options", "error"),
    [
        (book(), FIELDS, {"types": 1}, OneTypeError),
        (book(), ["ce"], {}, TooFewFieldsError),
        (book(), ["ce", "nowhere"], {}, MissingColumnsError),
        (book(), ["ce", "nce"], {}, BelowZeroInTypesError),
        (book(1), FIELDS, {}, TooFewForTypesError),
        (book(cs=np.nan), FIELDS, {}, TooFewForTypesError),
        (book(forest=0.0), [*FIELDS, "forest"], {}, NothingInColumnError),
        (book(5), FIELDS, {"types": 6}, TooManyTypesError),
        (book(gdp=2.0, ce=1.0, cs=3.0), FIELDS, {}, TooManyTypesError),
    ],
)
def test_what_cannot_be_typed_is_refused(frame, fields, options, error):
    with pytest.raises(error) as caught:
        find_unit_types(panel(frame), fields, **options)
    assert caught.value.message.what_to_do()


def test_names_follow_sign_and_order():
    numbers, types = order_types(np.array([0, 1, 2, 3, 3]), np.array([5.0, 9, 0, -2, -4]), is_net_emission=True)
    assert numbers.tolist() == [2, 1, 3, 4, 4]
    assert [type_name(one, "nce") for one in types] == [
        "Payment type I", "Payment type II", "Balanced type", "Recipient type",
    ]  # fmt: skip
    assert [type_name(one, "nce", "zh") for one in types] == ["支付型 I", "支付型 II", "平衡型", "受偿型"]
    assert len({one.colour for one in types}) == 4
    _, others = order_types(np.array([0, 1]), np.array([5.0, -9]), is_net_emission=False)
    assert [type_name(one, "gdp") for one in others] == [
        "Gross domestic product above zero", "Gross domestic product below zero",
    ]  # fmt: skip


def test_default_columns():
    assert default_type_fields(panel(book())) == ["gdp", "ce", "cs"]


def test_roman_numbers_tell_types_of_one_role_from_their_plain_numbers():
    names = [type_name(UnitType(place, "payment", place, 19, mean=1.0, units=2), "nce") for place in (4, 9, 14, 19)]
    assert names == ["Payment type IV", "Payment type IX", "Payment type XIV", "Payment type XIX"]
