"""Blocks of text that are numbers: what they are, and what is no such number."""

import re

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.tables.decimal_marks import settle_decimal_marks
from carbon_plugin.core.tables.plain_numbers import plain_numbers

DECIMAL = re.compile(r"-?(0?\.\d+|0\.\d+|\d+\.(\d{1,2}|\d{4,})|\d{4,}\.\d+)")


def block(*cells):
    return np.array([cell.encode() for cell in cells])


@pytest.mark.parametrize("cell", ["1,234", "1e5", "01", "-01", "00.5", "nan", "-", ".", " 5", "5 ", "+5", "1.2.3", "5-",
                                  "1-2", "１２", "1234567890123456", "0x1", "1_000", "--5"])  # fmt: skip
def test_all_else_stays_text(cell):
    assert plain_numbers(block("7", cell)) is None


@pytest.mark.parametrize("seed", range(5))
def test_the_numbers_are_those_that_python_and_pandas_read(seed):
    random = np.random.default_rng(seed)
    texts = [f"{value:.{digits}f}" for value, digits in zip(random.normal(0, 1e5, 500), random.integers(0, 9, 500))]
    texts = [text for text in texts if sum(map(str.isdigit, text)) <= 15] + ["", "0", "-0.5", ".25", "5."]
    found = plain_numbers(block(*texts))
    assert [None if np.isnan(value) else value for value in found.values] == [
        float(text) if text else None for text in texts
    ]
    np.testing.assert_array_equal(found.values, pd.to_numeric(pd.Series(texts, dtype=object)).to_numpy())
    assert found.has_points and found.is_decimal == any(DECIMAL.fullmatch(text) for text in texts)


@pytest.mark.parametrize(
    "text", ["1.234", "12.345", "123.456", "0.234", ".234", "1234.567", "1.23", "1.2345", "5.", "7"]
)
def test_which_points_can_only_stand_before_decimals(text):
    found = plain_numbers(block(text))
    assert (found.has_points, found.is_decimal) == ("." in text, bool(DECIMAL.fullmatch(text)))


def test_columns_that_are_numbers_already_have_a_say_in_what_a_comma_is():
    book = pd.DataFrame({"gdp": ["12,345", "7"]})
    assert settle_decimal_marks(book, "book", True, has_decimals=True)[0]["gdp"].tolist() == ["12,345", "7"]


def test_nothing():
    assert plain_numbers(np.array([], dtype="S1")).values.size == 0
    assert np.isnan(plain_numbers(block("", "")).values).all()
