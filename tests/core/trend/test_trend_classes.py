"""Scores by Z, classes by slope and Z, and how classes are shown."""

import numpy as np
import pytest

from carbon_plugin.core.statistics import mann_kendall
from carbon_plugin.core.trend import trend_classes
from carbon_plugin.core.trend.trend_classes import TrendClass


def test_the_two_common_thresholds_give_the_same_classes_for_21_values():
    s = np.arange(-210, 211, 2)  # without ties S has the parity of the number of pairs
    z = mann_kendall.z_score(s, mann_kendall.variance(np.full(len(s), 21)))
    n = np.full(len(s), 21)
    np.testing.assert_array_equal(trend_classes.score(z, n, 1.645), trend_classes.score(z, n, 1.66))


@pytest.mark.parametrize(
    ("z", "expected"), [(-3, 1), (-1.67, 1), (-1.66, 2), (-0.1, 2), (0, 3), (0.1, 4), (1.66, 4), (1.67, 5), (np.nan, 0)]
)
def test_score_by_z(z, expected):
    assert trend_classes.score(np.array([z]), np.array([21]))[0] == expected


@pytest.mark.parametrize(
    ("slope", "score", "expected"),
    [(1.0, 5, 5), (1.0, 4, 4), (0.0, 5, 3), (-1.0, 1, 1), (0.0, 2, 3), (1.0, 3, 3), (-1.0, 4, 3), (np.nan, 0, 0)],
)
def test_class_needs_slope_and_z(slope, score, expected):
    found = trend_classes.trend_class(np.array([slope]), np.array([score], dtype=np.int8))
    assert found[0] == expected and found.dtype == np.int8


def test_class_codes():
    assert [TrendClass.MARKED_DECREASE, TrendClass.UNCHANGED, TrendClass.MARKED_INCREASE] == [1, 3, 5]


def test_every_class_has_names_and_a_colour_of_its_own():
    shown = trend_classes.styles()
    assert [style.value for style in shown] == [value for value in TrendClass if value != TrendClass.NONE]
    for part in ("label_en", "label_zh", "colour"):
        assert len({getattr(style, part) for style in shown}) == 5
    assert all(len(bytes.fromhex(style.colour[1:])) == 3 for style in shown)
