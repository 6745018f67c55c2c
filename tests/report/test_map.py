"""Maps as SVG: where a unit lies, what it tells, how small the drawing is."""

import re

import numpy as np
import pytest

from carbon_plugin.core.space.outlines import UnitOutlines
from carbon_plugin.report.page.map import ACROSS, MapSheet

KILOMETRE = 1000.0


def square(west, south, size, holes=()):
    """A closed ring of a square with corners every tenth of its side, in metres."""
    side = np.linspace(0.0, 1.0, 11)[:-1]
    zero, one = np.zeros(10), np.ones(10)
    ring = np.vstack([np.c_[side, zero], np.c_[one, side], np.c_[1 - side, one], np.c_[zero, 1 - side], [[0.0, 0.0]]])
    return (ring * size + [west, south]) * KILOMETRE


@pytest.fixture
def outlines():
    """A square of 100 km, another at its east, and one too small to be seen at its north."""
    rings = [[square(0, 0, 100)], [square(100, 0, 100)], [square(50, 100.001, 0.01)]]
    anchors = np.array([[50, 50], [150, 50], [50.005, 100.006]]) * KILOMETRE
    return UnitOutlines(rings, anchors, np.array([1e6, 1e6, 0.01]), np.array([[0, 1]]))


def points_of(path):
    """The points (n, 2) of a path that begins with M and goes on in steps."""
    start, steps = re.fullmatch(r"M(.*?)l(.*?)z", path).groups()
    first, rest = (np.array(re.findall(r"-?\d+", text), dtype=float).reshape(-1, 2) for text in (start, steps))
    return np.cumsum(np.vstack([first, rest]), axis=0)


def test_units_lie_where_they_are_and_touch(outlines):
    drawing = MapSheet(outlines).units(["#111111", "#222222", "#333333"], ["West", "East & <b>", "North"])
    west, east, _ = (points_of(path) for path in re.findall(r'fill="#\d+" d="([^"]*)"', drawing))
    assert np.ptp(west[:, 0]) == pytest.approx(ACROSS / 2 / 1.02, abs=1)  # a margin of a hundredth on either side
    assert np.ptp(west[:, 1]) == pytest.approx(np.ptp(west[:, 0]), abs=1)
    assert west[:, 0].max() == east[:, 0].min()
    assert "<title>East &amp; &lt;b&gt;</title>" in drawing


def test_a_unit_too_small_to_be_seen_still_has_a_shape_and_a_title(outlines):
    drawing = MapSheet(outlines).units(["#111111"] * 3, ["a", "b", "tiny"])
    assert drawing.count("<title>") == 3 and re.search(r'd="M[^"]+z"><title>tiny</title>', drawing)


def test_names_stand_only_where_they_have_room(outlines):
    names = ["a name that has room", "n" * 200, "tiny"]
    drawing = MapSheet(outlines).units(["#111111"] * 3, names, names)
    assert [name for name in names if f">{name}</text>" in drawing] == [names[0]]


def test_the_scale_bar_is_as_long_as_it_says(outlines):
    drawing = MapSheet(outlines).units(["#111111"] * 3, ["a", "b", "c"])
    halves = [float(width) for width in re.findall(r'<rect[^>]* width="(\d+)"', drawing)]
    told = float(re.search(r">([\d,]+) km<", drawing)[1])
    assert sum(halves) == pytest.approx(told / 204.0 * ACROSS, abs=2)  # the drawing is 204 km wide


def test_a_long_coast_is_thinned_to_the_points_that_are_allowed(outlines):
    angles = np.linspace(0.0, 2 * np.pi, 50_001)
    coast = np.c_[np.cos(angles), np.sin(angles)] * (1 + 0.02 * np.sin(900 * angles))[:, None] * 100 * KILOMETRE
    coast[-1] = coast[0]
    large = UnitOutlines([[coast]], np.zeros((1, 2)), np.array([3e6]), np.empty((0, 2), dtype=int))
    few, many = (len(MapSheet(large, points=points).units(["#111111"], ["a"])) for points in (500, 40_000))
    assert few < 500 * 9 + 1500 < many
