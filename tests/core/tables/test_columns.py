"""The variables of a panel: numbers, text, and what is said of cells that may not be."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.tables.columns import parse_column, remarks_on_range
from carbon_plugin.core.tables.vocabulary import describe
from carbon_plugin.core.values import Cell


def column(name: str, *cells: object):
    frame = pd.DataFrame({"unit": list("abcd")[: len(cells)], "year": 2000, name: pd.Series(cells, dtype=object)})
    return parse_column(frame, name, "book")


@pytest.mark.parametrize(
    ("name", "cells", "parsed"),
    [
        ("gdp", ("1,000", "５", 7), [1000.0, 5.0, 7.0]),
        ("rainfall", ("1.5", "-2"), [1.5, -2.0]),
        ("code", ("001", "2"), ["001", "2"]),
        ("code", ("1", "x"), ["1", "x"]),
        ("filled", ("gdp", None), ["gdp", ""]),
        ("cep_class", ("3", "4"), ["3", "4"]),
        ("ce_waste", ("3", "-4"), [3.0, -4.0]),
    ],
)
def test_a_column_is_what_its_cells_allow(name, cells, parsed):
    values, errors, _ = column(name, *cells)
    assert values.tolist() == parsed and not errors


def test_text_among_inputs_is_a_fault_with_its_cells():
    _, (error,), notes = column("gdp", "1000", "ten", -5)
    assert error.values["found"] == [Cell("b", 2000, value="ten")] and not notes
    assert str(error.values["expected"]) == "numbers (10⁴ currency)"


def test_an_amount_below_zero_is_a_fault_and_a_carbon_flow_is_none():
    _, (error,), _ = column("pigs_head", 1, -3)
    assert error.values["found"] == [Cell("b", 2000, value=-3.0)]
    assert not column("nce", 1, -3)[1]


def test_what_a_reader_would_not_believe_earns_a_warning_that_counts():
    high = describe("population").high
    _, _, (one,) = column("population", high, high * 2)
    assert str(one).startswith("“book”: 1 value of “population” outside 500 to 20,000,000 persons")
    assert one.needs_attention and one.values["found"] == [Cell("b", 2000, value=high * 2)]
    assert column("population", high, 500)[2] == []


def test_an_open_end_has_no_bound():
    variable = describe("nce")
    assert (variable.low, variable.high) == (None, None)
    frame = pd.DataFrame({"unit": ["a"], "year": [2000]})
    assert remarks_on_range(frame, variable, np.array([-1e30]), table="book") == []
    (told,) = remarks_on_range(frame, replace(variable, low=0.0), np.array([-1.0]), table="book")
    assert "outside 0 to ∞ t C/a" in str(told)
    # an amount below zero is an error of its own
    assert remarks_on_range(frame, describe("rice_paddy_ha"), np.array([-1.0]), table="book") == []
