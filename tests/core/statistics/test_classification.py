"""Class intervals: the convention, and equal intervals, quantiles and fixed bounds."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.statistics.class_breaks import ClassCountError, InfiniteValuesError, NoValuesError
from carbon_plugin.core.statistics.classification import BoundsError, classify, equal_intervals, fixed_breaks, quantiles


def test_classes_are_lower_exclusive_and_upper_inclusive():
    bounds = [10, 20, 30]
    values = [-5, 10, np.nextafter(10, 11), 20, 20.001, 30, 31, np.nan]
    assert classify(values, bounds).tolist() == [1, 1, 2, 2, 3, 3, 3, 0]


def test_classify_keeps_the_shape():
    assert classify([[1, 5], [np.nan, 9]], [4, 8]).tolist() == [[1, 2], [0, 2]]
    assert classify(7, [4, 8]) == 2
    assert classify([], [4, 8]).tolist() == []


def test_equal_intervals_of_the_values():
    breaks = equal_intervals([0, 1, 2, 8, 10], 5)
    assert breaks.upper_bounds.tolist() == [2, 4, 6, 8, 10]
    assert breaks.counts.tolist() == [3, 0, 0, 1, 1]
    # 0 1 2 | 8 | 10 about their means: 2; all about 4.2: 80.8
    assert breaks.within == pytest.approx(2)
    assert breaks.gvf == pytest.approx(1 - 2 / 80.8)
    assert breaks.adcm == pytest.approx(2)


def test_equal_intervals_of_one_value():
    breaks = equal_intervals([4, 4], 3)
    assert breaks.upper_bounds.tolist() == [4]
    assert not breaks.is_complete


def test_quantiles():
    breaks = quantiles(np.arange(1, 101), 4)
    assert breaks.upper_bounds.tolist() == [25.75, 50.5, 75.25, 100]
    assert breaks.counts.tolist() == [25, 25, 25, 25]


def test_equal_values_stay_in_one_quantile():
    breaks = quantiles([1, 1, 1, 1, 1, 2, 3, np.nan], 4)
    assert breaks.upper_bounds.tolist() == [1, 1.5, 3]
    assert breaks.counts.tolist() == [5, 0, 2]
    assert breaks.missing == 1
    assert [message.needs_attention for message in breaks.notes] == [False, True]


def test_fixed_breaks():
    breaks = fixed_breaks([1, 4, 5, 9], [4, 8])
    assert breaks.counts.tolist() == [2, 2]
    assert "1 of 4 values lie above the last break 8" in str(breaks.notes[0])
    assert fixed_breaks([1, 4], [4, 8]).notes == []


def test_goodness_of_each_kind_is_between_none_and_all():
    values = np.random.default_rng(1).lognormal(0, 1, 200)
    for breaks in (equal_intervals(values, 5), quantiles(values, 5), fixed_breaks(values, [1, 2, 4, 8, 100])):
        assert 0 < breaks.gvf < 1
        assert breaks.counts.sum() == 200
        counts = np.bincount(classify(values, breaks.upper_bounds), minlength=6)[1:]
        assert breaks.counts.tolist() == counts.tolist()


@pytest.mark.parametrize("bounds", [[], [3, 2], [2, 2], [1, np.nan], [1, np.inf]])
def test_bounds_must_rise(bounds):
    with pytest.raises(BoundsError):
        fixed_breaks([1, 2], bounds)


@pytest.mark.parametrize("method", [equal_intervals, quantiles])
def test_unusable_input(method):
    with pytest.raises(NoValuesError, match="2 of 2 are missing"):
        method([np.nan, np.nan], 3)
    with pytest.raises(InfiniteValuesError):
        method([1, -np.inf], 3)
    with pytest.raises(ClassCountError):
        method([1, 2], 0)
