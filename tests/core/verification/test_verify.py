"""Recomputed numbers: all agree, each case has numbers of its own, and a method that errs is found out."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.verification import land, verify
from carbon_plugin.core.verification.verify import DIFFERS, RECOMPUTE, printed_numbers, published_cases, read_tables


@pytest.fixture(scope="module")
def found():
    return verify.verify()


def test_all_agree(found):
    differing = found.table[found.table["verdict"] == DIFFERS]
    assert differing.empty, differing.to_string()
    assert found.failed == 0 and len(found.table) == len(printed_numbers())


def test_every_case_has_a_method_numbers_and_a_licence_that_lets_it_ship(found):
    keys = [case.key for case in published_cases()]
    assert len(keys) >= 20 and set(keys) == set(RECOMPUTE) == {number.case for number in printed_numbers()}
    for case in published_cases():
        assert "GPL" not in case.licence and case.source and case.method_en and case.method_zh
        assert (found.table["case"] == case.key).sum() >= 4


def test_tolerances_can_fail():
    """A printed number that were wrong in its last digit would be found for most of them."""
    numbers = pd.DataFrame([vars(one) for one in printed_numbers()])
    tight = numbers["tolerance"] < 0.02 * numbers["value"].abs().clip(lower=1e-9)
    assert tight.mean() > 0.85


def test_a_method_that_errs_is_found_out(monkeypatch):
    def wrong(tables):
        return {key: value * 1.01 for key, value in land.cele(tables).items()}

    monkeypatch.setitem(RECOMPUTE, "landuse_cele_1990_2018", wrong)
    assert 20 <= verify.verify().failed <= 33


def test_a_number_that_is_not_computed_differs(monkeypatch):
    monkeypatch.setitem(RECOMPUTE, "worked", lambda tables: {})
    found = verify.verify()
    assert found.failed == sum(number.case == "worked" for number in printed_numbers())


def test_what_ships_is_what_was_given(shared_data):
    """The shipped tables are those of the collection, cell by cell."""
    folder = shared_data("published")
    for case in published_cases():
        for name, table in read_tables(case.key).items():
            given = pd.read_csv(folder / case.key / f"{name}.csv", index_col=0)
            assert list(table.columns) == list(map(str, given.columns))
            numbers = table.select_dtypes("number")
            np.testing.assert_array_equal(numbers.to_numpy(), given[list(numbers.columns)].to_numpy())
