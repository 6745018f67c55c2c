"""Scaling and decomposing a regression: its properties, and columns that carry no information."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.statistics.scaled_design import (
    CollinearError,
    NearConstantError,
    NotFiniteError,
    ShapeError,
    design,
)

RANDOM = np.random.default_rng(7)
X, Y, NAMES = RANDOM.normal(5, 2, (8, 3)), RANDOM.normal(size=8), ("one", "two", "three")


@given(st.integers(0, 2**32 - 1), st.sampled_from([None, "aaabbbbb"]))
def test_the_decomposition_is_that_of_the_correlations(seed, labels):
    """V D^2 V' is numpy's own correlation matrix of the columns, taken about the means of their groups."""
    random = np.random.default_rng(seed)
    x, y = random.normal(3, 10, (8, 3)), random.normal(size=8)
    groups = None if labels is None else list(labels)
    scaled = design(x, y, NAMES, groups=groups)
    residue = x.copy()
    for label in set(labels or "a"):
        rows = np.array([label == other for other in labels or "a" * 8])
        residue[rows] -= x[rows].mean(axis=0)
    assert scaled.v * scaled.d**2 @ scaled.v.T == pytest.approx(np.corrcoef(residue, rowvar=False), abs=1e-9)
    assert scaled.u * scaled.d @ scaled.v.T * scaled.x_lengths == pytest.approx(residue, abs=1e-9)
    assert scaled.c @ scaled.c + scaled.unreached == pytest.approx(1.0)


def test_columns_without_information():
    flat = X.copy()
    flat[:, 1] = 7.0 + 1e-7 * np.arange(8)
    with pytest.raises(NearConstantError, match=r"^two hardly changes in the 8 observations"):
        design(flat, Y, NAMES)
    with pytest.raises(NearConstantError, match=r"^emission hardly changes"):
        design(X, np.full(8, 3.0), NAMES, response="emission")
    by_group = X.copy()
    by_group[:, 2] = [1, 1, 1, 1, 2, 2, 2, 2]
    with pytest.raises(NearConstantError, match=r"^three hardly"):  # the groups' intercepts take it all
        design(by_group, Y, NAMES, groups=list("aaaabbbb"))


def test_collinear_columns_are_named():
    x = np.column_stack([X[:, 0], [1, 5, 2, 8, 3, 3, 9, 1], X[:, 0] * 2 + 1])
    with pytest.raises(CollinearError, match=r"^one, three are exactly collinear"):
        design(x, Y, NAMES)


def test_numbers_that_are_not_there():
    broken = X.copy()
    broken[2, 1] = np.nan
    with pytest.raises(NotFiniteError, match="1 number of"):
        design(broken, Y, NAMES)
    with pytest.raises(ShapeError, match="8 rows and 7 values"):
        design(X, Y[:7], NAMES)
