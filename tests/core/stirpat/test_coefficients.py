"""Tables of coefficients read back."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import EmptyTableError, InputError, MissingColumnsError, SeveralErrors
from carbon_plugin.core.options import POOLINGS
from carbon_plugin.core.stirpat.coefficients import read_coefficients
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.tables.setting_columns import NotAWordError, NotNumbersError
from carbon_plugin.core.tables.settings import EmptyCellsError, RepeatedRowsError


@pytest.mark.parametrize("pooling", POOLINGS)
def test_what_a_fit_wrote_is_read_back(make_panel, pooling):
    written = fit_stirpat(Panel(make_panel(), "panel"), ["P", "W"], pooling=pooling, k=0.02).coefficients
    read = read_coefficients(written)
    rows = written.set_index("variable").loc[["P", "W"]]
    assert (read.names, read.k, read.pooling, read.cei_definition) == (["P", "W"], 0.02, pooling, "gdp")
    np.testing.assert_array_equal(read.b, rows["b"])
    np.testing.assert_array_equal(read.std_error, rows["std_error"])


def test_the_least_that_a_table_needs():
    read = read_coefficients([{"Variable": "W", "B": "０.4"}, {"Variable": None, "B": "a remark"}])
    assert (read.names, read.b.tolist(), read.k, read.pooling) == (["W"], [0.4], None, None)
    assert np.isnan(read.std_error).all()


@pytest.mark.parametrize(
    ("frame", "error", "expected"),
    [
        ({"variable": ["W"]}, MissingColumnsError, "has no column “b”"),
        ({"variable": [], "b": []}, EmptyTableError, "has no rows"),
        ({"variable": ["intercept"], "b": [1.0]}, EmptyTableError, "has no rows"),
        ({"variable": ["W"], "b": [None]}, EmptyCellsError, "“b” is empty in W, row 1"),
        ({"variable": ["W"], "b": ["high"]}, NotNumbersError, r"should hold a number, but holds “high” \(W, row 1\)"),
        ({"variable": ["W", "W"], "b": [1, 2]}, RepeatedRowsError, r"more than one row for “W” \(row 1\), “W”"),
        ({"variable": ["W"], "b": [1], "pooling": ["all"]}, NotAWordError, "“region”, “pooled”, .* holds “all”"),
    ],
)
def test_faults_of_the_table(frame, error, expected):
    with pytest.raises(error, match=expected):
        read_coefficients(pd.DataFrame(frame))


def test_faults_come_together():
    with pytest.raises(SeveralErrors) as raised:
        read_coefficients([{"variable": "W", "b": None}, {"variable": "P", "b": "x"}])
    assert all(isinstance(error, InputError) for error in raised.value.errors) and len(raised.value.errors) == 2
