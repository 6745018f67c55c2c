"""Rings on other maps: how far edges bend, where the Earth is cut, and what a ring encloses."""

import numpy as np
import pytest

from carbon_plugin.core.space.bent_edges import middle_of_longitudes, moved_rings, within_turn
from carbon_plugin.core.space.cell_area import Ellipsoid, geographic_cell_areas
from carbon_plugin.core.space.ring_area import WGS84, ring_area


def parabola(points):
    return points + [0.0, 1.0] * points[:, :1] ** 2


@pytest.mark.parametrize("tolerance", [1.0, 0.01, 1e-4])
def test_every_piece_keeps_to_the_tolerance(tolerance):
    ring = np.array([[-5.0, 0], [5, 0], [5, 20], [-5, 20], [-5, 0]])
    moved, begins, torn = moved_rings(ring, np.array([0, 5]), parabola, tolerance=tolerance, longest=0.0)
    assert begins.tolist() == [0, len(moved)] and not len(torn)
    middles = (moved[1:] + moved[:-1]) / 2
    x, y = middles[np.abs(middles[:, 0]) < 5].T
    above = y - x**2
    below = (above < 10) / np.hypot(1.0, 2 * x) * above  # the lower side, at right angles to it
    assert below.min() >= 0 and below.max() <= 1.05 * tolerance
    assert len(moved) < 200 / np.sqrt(tolerance)


def test_neighbours_get_the_same_points_from_the_border_they_share():
    one = np.array([[0.1, 0.3], [7.7, 0.9], [0, 9], [0.1, 0.3]])
    other = np.array([[7.7, 0.9], [0.1, 0.3], [0, -9], [7.7, 0.9]])
    found = [moved_rings(ring, np.array([0, 4]), parabola, tolerance=0.01, longest=0.0)[0] for ring in (one, other)]
    shared = [{tuple(point) for point in points.tolist()} for points in found]
    assert len(shared[0] & shared[1]) > 10


def test_short_edges_are_left_as_they_are():
    ring = np.array([[0.0, 0], [1, 0], [1, 1], [0, 0]])
    moved, _, _ = moved_rings(ring, np.array([0, 4]), parabola, tolerance=1e-9, longest=3.0)
    assert (moved == parabola(ring)).all()


def test_a_ring_across_180_degrees_goes_on():
    """A map in metres a degree, about 180: what comes back as -179 goes on as 181."""

    def move(points):
        return np.column_stack([(points[:, 0] + 360.0) % 360.0 - 180.0, points[:, 1]])

    rings = np.array([[-1.0, 0], [1, 0], [1, 1], [-1, 0], [5, 0], [6, 0], [6, 1], [5, 0]])
    moved, begins, torn = moved_rings(rings, np.array([0, 4, 8]), move, tolerance=0.1, longest=0.5, turn=360.0)
    first, second = np.split(moved, begins[1:-1])
    assert first[:, 0].tolist() == [179, 181, 181, 179] and second[:, 0].tolist() == [-175, -174, -174, -175]
    assert not len(torn)


def test_a_ring_across_the_end_of_a_plane_map_is_torn():
    def move(points):
        return np.column_stack([(points[:, 0] + 360.0) % 360.0 - 180.0, points[:, 1]]) * 1000.0

    rings = np.array([[5.0, 0], [6, 0], [6, 1], [5, 0], [-1, 0], [1, 0], [1, 1], [-1, 0]])
    _, _, torn = moved_rings(rings, np.array([0, 4, 8]), move, tolerance=1.0, longest=10.0)
    assert torn.tolist() == [1]


def test_places_without_a_place_there_end_soon():
    def move(points):
        return np.where(points > 5, np.inf, points)

    ring = np.array([[0.0, 0], [9, 0], [9, 9], [0, 0]])
    moved, _, _ = moved_rings(ring, np.array([0, 4]), move, tolerance=1e-6, longest=0.0, turn=360.0)
    assert not np.isfinite(moved).all()


def test_the_area_is_the_same_on_either_side_of_a_cut():
    square = np.array([[170.0, 0], [200, 0], [200, 10], [170, 10], [170, 0]])
    whole = ring_area(*np.radians(square).T)
    parts = within_turn([square], -180.0, 360.0)
    assert len(parts) == 2
    assert sum(ring_area(*np.radians(ring).T) for [ring] in parts) == pytest.approx(whole, rel=1e-12)


@pytest.mark.parametrize("size", [1e-4, 0.1, 10.0])
def test_a_box_has_the_area_of_a_cell(size):
    south, west = 33.0, 105.0
    corners = np.array([[0.0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
    box = corners * size + np.array([west, south])
    [expected] = geographic_cell_areas(
        [np.radians(south + size / 2)], np.radians(size), np.radians(size), ellipsoid=WGS84
    )
    assert ring_area(*np.radians(box).T) == pytest.approx(expected, rel=1e-6)
    assert ring_area(*np.radians(box[::-1]).T) == pytest.approx(expected, rel=1e-6)


def test_a_ring_around_a_pole_has_no_end():
    circle = np.column_stack([np.linspace(0, 360, 37), np.full(37, 70.0)])
    assert np.isnan(ring_area(*np.radians(circle).T, Ellipsoid(1.0)))


@pytest.mark.parametrize(
    ("west", "east", "middle"),
    [
        ([10], [20], 15), ([-180], [180], 0), ([170, -175], [180, -170], 180), ([-5, 3], [3, 5], 0),
        ([100, 90], [101, 130], 110), ([178], [182], 180), ([-10, 175], [-5, 176], -95),
    ],
)  # fmt: skip
def test_the_middle_lies_in_the_shortest_stretch(west, east, middle):
    found = middle_of_longitudes(np.array(west, float), np.array(east, float))
    assert abs((found - middle + 180) % 360 - 180) < 1e-9
