"""Classes of as many values as equal values allow: worked case, brute force over all cuts, invariance."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from carbon_plugin.core.statistics.class_breaks import ClassCountError, NoValuesError
from carbon_plugin.core.statistics.even_classes import even_classes


def test_worked_counts():
    # 8 values in 4 classes, three of them equal: 1 + 3 + 2 + 2 is one off two each, which the three force
    assert even_classes([1, 2, 2, 2, 3, 4, 5, 6], 4).counts.tolist() == [1, 3, 2, 2]
    assert even_classes(np.arange(40), 5).counts.tolist() == [8] * 5
    assert even_classes(np.arange(40), 5).upper_bounds.tolist() == [7, 15, 23, 31, 39]
    assert sorted(even_classes(np.arange(81), 5).counts) == [16, 16, 16, 16, 17]


@pytest.mark.parametrize("seed", range(25))
def test_no_cut_has_a_smaller_greatest_difference(seed):
    generator = np.random.default_rng(seed)
    values = generator.integers(7, 7 + generator.integers(5, 14), generator.integers(15, 90)).astype(float)
    unique, counts = np.unique(values, return_counts=True)
    classes = min(5, len(unique))
    share = len(values) / classes
    cuts = [np.add.reduceat(counts, [0, *cut]) for cut in combinations(range(1, len(unique)), classes - 1)]
    best = min((np.abs(cut - share).max(), ((cut - share) ** 2).sum()) for cut in cuts)
    found = even_classes(values, 5).counts
    assert (np.abs(found - share).max(), ((found - share) ** 2).sum()) == pytest.approx(best)


def test_neither_order_nor_scale_nor_gaps_change_the_counts():
    values = np.random.default_rng(3).integers(10, 30, 60).astype(float)
    counts = even_classes(values, 5).counts.tolist()
    assert even_classes(values[::-1] * 3 - 7, 5).counts.tolist() == counts
    assert even_classes([*values, np.nan], 5).counts.tolist() == counts


def test_fewer_different_values_than_classes():
    breaks = even_classes([1, 1, 2], 5)
    assert breaks.counts.tolist() == [2, 1] and not breaks.is_complete
    with pytest.raises(NoValuesError):
        even_classes([np.nan], 5)
    with pytest.raises(ClassCountError):
        even_classes([1.0], 0)
