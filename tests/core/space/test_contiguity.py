"""Groups of neighbours of one zone, against a search over all paths."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carbon_plugin.core.space.contiguity import NO_GROUP, contiguous_groups
from carbon_plugin.core.space.outlines import UnitOutlines, chord, thinned


def test_groups_by_hand():
    """A row of six units, 0-1-2-3-4-5, and 6 by itself."""
    neighbours = np.array([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5)])
    zones = [1, 1, 2, 1, np.nan, 2, 1]
    assert contiguous_groups(zones, neighbours, [1, 1, 5, 2, 1, 9, 7]).tolist() == [1, 1, 2, 3, NO_GROUP, 1, 2]


def test_units_without_neighbours():
    assert contiguous_groups([1, 1, 2], np.empty((0, 2)), [1, 3, 1]).tolist() == [2, 1, 1]


@given(st.integers(0, 10_000))
def test_two_units_share_a_group_where_a_path_of_their_zone_joins_them(seed):
    random = np.random.default_rng(seed)
    count = int(random.integers(1, 9))
    zones = random.choice([1.0, 2.0, np.nan], count)
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count) if random.random() < 0.3]
    numbers = contiguous_groups(zones, np.array(pairs, dtype=int).reshape(-1, 2), random.random(count))
    joined = np.eye(count, dtype=bool)
    for a, b in pairs:
        joined[a, b] = joined[b, a] = zones[a] == zones[b]
    for middle in range(count):
        joined |= joined[:, [middle]] & joined[[middle], :]
    for a in range(count):
        assert (numbers[a] == NO_GROUP) == np.isnan(zones[a])
        for b in range(count):
            if zones[a] == zones[b]:
                assert (numbers[a] == numbers[b]) == joined[a, b]
    for zone in (1.0, 2.0):
        found = numbers[zones == zone]
        sizes = [np.count_nonzero(found == number) for number in range(1, found.max(initial=0) + 1)]
        assert sizes == sorted(sizes, reverse=True) and all(sizes)


def test_the_extent_of_all_units():
    square = np.array([(0, 0), (2, 0), (2, 1), (0, 0)], dtype=float)
    outlines = UnitOutlines([[square], [square + 3]], np.zeros((2, 2)), np.ones(2), np.empty((0, 2), dtype=int))
    assert outlines.extent == (0, 0, 5, 4)


def test_the_chord_of_a_unit_with_a_hole():
    """A square from 0 to 10 with a hole from 6 to 8: west of the hole there is room from 0 to 6."""
    square = np.array([(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)], dtype=float)
    hole = np.array([(6, 6), (6, 8), (8, 8), (8, 6), (6, 6)], dtype=float)
    assert chord([square, hole], np.array([3.0, 7.0])) == (0, 6)
    assert chord([square, hole], np.array([9.0, 7.0])) == (8, 10)
    assert chord([square, hole], np.array([3.0, 2.0])) == (0, 10)
    assert chord([square], np.array([20.0, 30.0])) == (20, 20)


def test_thinned_rings_keep_shared_borders_together():
    """Two units on either side of a jagged border lose the same points of it."""
    y = np.linspace(0, 10, 400)
    border = np.column_stack([0.3 * np.sin(5 * y), y])
    west = np.vstack([[[-5, 0]], border, [[-5, 10], [-5, 0]]])
    east = np.vstack([[[5, 0]], border, [[5, 10], [5, 0]]])
    thin_west, thin_east = thinned(west, 0.25), thinned(east, 0.25)
    assert len(thin_west) < len(west) / 2
    shared = {tuple(point) for point in thin_west} & {tuple(point) for point in thin_east}
    assert len(shared) >= len(thin_west) - 3


@pytest.mark.parametrize("step", [50.0, 1e6])
def test_a_ring_too_small_to_see_is_gone(step):
    assert len(thinned(np.array([(0, 0), (1, 0), (1, 1), (0, 0)], dtype=float), step)) == 0
