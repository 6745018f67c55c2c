"""Maps as SVG: where a unit lies, what it tells, how small the drawing is."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.space.outlines import UnitOutlines
from carbon_plugin.report.page.map import ACROSS, MapSheet
from carbon_plugin.report.page.writer import Writer

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
    sheet = MapSheet(outlines)
    drawing = sheet.units(["#111111", "#222222", "#333333"], ["West", "East & <b>", "North"])
    west, east, _ = (points_of(path) for path in re.findall(r'id="u\d" d="([^"]*)"', sheet.shapes))
    assert np.ptp(west[:, 0]) == pytest.approx(ACROSS / 2 / 1.02, abs=1)  # a margin of a hundredth on either side
    assert np.ptp(west[:, 1]) == pytest.approx(np.ptp(west[:, 0]), abs=1)
    assert west[:, 0].max() == east[:, 0].min()
    assert '<use fill="#222222" xlink:href="#u1"><title>East &amp; &lt;b&gt;</title></use>' in drawing


def test_a_unit_too_small_to_be_seen_still_has_a_shape_and_a_title(outlines):
    sheet = MapSheet(outlines)
    drawing = sheet.units(["#111111"] * 3, ["a", "b", "tiny"])
    assert drawing.count("<title>") == 3 and re.search(r'#u2"><title>tiny</title>', drawing)
    assert re.search(r'id="u2" d="M[^"]+z"', sheet.shapes)


def regular_outlines(count, corners):
    """Squares of 10 km in rows of ten, each with so many corners on a wave along its sides."""
    along = np.linspace(0.0, 1.0, corners // 4, endpoint=False)
    wave = 0.05 * np.sin(8 * np.pi * along)
    sides = (np.c_[along, wave], np.c_[1 + wave, along], np.c_[1 - along, 1 + wave], np.c_[wave, 1 - along])
    ring = np.vstack([*sides, sides[0][:1]])
    corner = np.array([divmod(number, 10) for number in range(count)], dtype=float)
    rings = [[(ring + at) * 10 * KILOMETRE] for at in corner]
    anchors = (corner + 0.5) * 10 * KILOMETRE
    return UnitOutlines(rings, anchors, np.full(count, 1e4), np.empty((0, 2), dtype=int))


def page_of(outlines, maps):
    """A page with so many maps of the units, one in two of them small, and the places where each shape stands."""
    writer, count = Writer("Maps"), len(outlines.rings)
    for number in range(maps):
        sheet = writer.sheet(outlines)
        if number % 2:
            members = np.arange(count) % 2 == 0
            writer.map(sheet.highlighted(members, "#444444", "#eeeeee", numbers={}), beside=True)
        else:
            writer.map(sheet.units([f"#{number:06x}"] * count, [f"Unit {place}" for place in range(count)]))
    return writer.html()


@pytest.mark.parametrize("maps", [1, 2, 6])
def test_every_map_of_a_page_uses_the_same_shapes(maps):
    page = page_of(regular_outlines(30, 40), maps)
    shapes = re.findall(r'<path id="(u\d+)"', page)
    assert shapes == [f"u{number}" for number in range(30)]  # each once, and no other
    drawings = re.findall(r'<svg [^>]*class="map".*?</svg>', page)
    assert len(drawings) == maps
    for number, drawing in enumerate(drawings):
        used = re.findall(r'xlink:href="#(u\d*)"', drawing)
        assert used == (["u", *shapes[::2]] if number % 2 else shapes)
        assert drawing.count("<path") == (0 if number % 2 else 1)  # the arrow to the north


def test_other_outlines_have_shapes_of_their_own(outlines):
    writer, others = Writer("Maps"), regular_outlines(4, 40)
    drawings = [
        writer.sheet(one).units(["#111111"] * len(one.rings), [""] * len(one.rings)) for one in (outlines, others)
    ]
    used = [re.findall(r'#(u[\d_]*)"', drawing) for drawing in drawings]
    assert used == [["u0", "u1", "u2"], ["u1_0", "u1_1", "u1_2", "u1_3"]]
    assert all(writer.html().count(f'id="{name}"') == 1 for names in used for name in names)


@settings(max_examples=15, deadline=None)
@given(count=st.integers(3, 60), corners=st.integers(10, 60), maps=st.integers(2, 6))
def test_the_bytes_of_a_page_grow_with_units_and_not_with_units_times_maps(count, corners, maps):
    """A further map costs a name, a colour and a title a unit, whatever the outlines are like."""
    plain, many = regular_outlines(count, 4), regular_outlines(count, 4 * corners)
    grown = [len(page_of(one, maps)) - len(page_of(one, 1)) for one in (plain, many)]
    assert grown[1] == pytest.approx(grown[0], abs=60 * maps)  # other bars and boxes, no outline
    assert grown[0] <= (maps - 1) * (85 * count + 1500)


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
    few, many = (len(MapSheet(large, points=points).shapes) for points in (500, 40_000))
    assert few < 500 * 9 + 1500 < many
