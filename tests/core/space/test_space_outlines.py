"""Outlines as plain arrays: where a label fits, and fewer points."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.space.outlines import UnitOutlines, chord, thinned, thinned_units


def box(west: float, south: float, east: float, north: float) -> np.ndarray:
    return np.array([[west, south], [east, south], [east, north], [west, north], [west, south]], dtype=float)


def test_a_chord_ends_at_a_hole():
    rings = [box(0, 0, 10, 10), box(4, 4, 6, 6)[::-1]]
    assert chord(rings, np.array([2.0, 5.0])) == (0.0, 4.0)
    assert chord(rings, np.array([2.0, 8.0])) == (0.0, 10.0)


def test_a_chord_of_a_slanted_side():
    triangle = np.array([[0.0, 0], [10, 0], [0, 10], [0, 0]])
    assert chord([triangle], np.array([1.0, 4.0])) == pytest.approx((0.0, 6.0))


def test_a_point_outside_has_a_chord_of_no_length():
    assert chord([box(0, 0, 1, 1)], np.array([5.0, 0.5])) == (1.0, 5.0)


def test_neighbours_lose_the_same_points():
    random = np.random.default_rng(0)
    shared = np.column_stack([random.normal(0, 0.4, 50), np.linspace(0, 100, 50)])
    west = np.vstack([[-50, 0], shared, [-50, 100], [-50, 0]])
    east = np.vstack([[50, 0], shared, [50, 100], [50, 0]])
    borders = [{tuple(point) for point in thinned(ring, 7.0) if abs(point[0]) < 20} for ring in (west, east)]
    assert borders[0] == borders[1] and 0 < len(borders[0]) < 50


def test_what_is_smaller_than_the_grid_is_nothing():
    assert thinned(box(0, 0, 1, 1), 10.0).shape == (0, 2)


@given(st.data())
def test_units_are_thinned_together_as_each_ring_would_be_alone(data):
    random = np.random.default_rng(data.draw(st.integers(0, 10_000)))
    units = [
        [_any_ring(random, data.draw(st.integers(3, 30))) for _ in range(data.draw(st.integers(1, 3)))]
        for _ in range(data.draw(st.integers(1, 5)))
    ]
    step, points = data.draw(st.sampled_from((0.1, 1.0, 5.0))), data.draw(st.integers(0, 200))
    found = thinned_units(units, step, points)
    every = sum(len(ring) for rings in units for ring in rings)
    while True:  # ring by ring
        alone = [[ring for ring in (thinned(ring, step) for ring in rings) if len(ring)] for rings in units]
        if sum(len(ring) for rings in alone for ring in rings) <= max(points, 8 * len(units)):
            break
        step *= 1.4
    for rings, own, given_rings in zip(found, alone, units):
        (west, south), (east, north) = given_rings[0].min(axis=0), given_rings[0].max(axis=0)
        expected = own or [box(west, south, east, north)]
        assert [ring.tolist() for ring in rings] == [ring.tolist() for ring in expected]
    assert sum(len(ring) for rings in found for ring in rings) <= every + len(units)  # a box for a triangle


def _any_ring(random, corners: int) -> np.ndarray:
    points = random.normal(0.0, 10.0, (corners, 2))
    return np.vstack([points, points[:1]])


def test_the_extent_is_that_of_all_units():
    outlines = UnitOutlines([[box(0, 1, 2, 3)], [box(5, -4, 6, 0)]], np.zeros((2, 2)), np.ones(2), np.empty((0, 2)))
    assert outlines.extent == (0.0, -4.0, 6.0, 3.0)
