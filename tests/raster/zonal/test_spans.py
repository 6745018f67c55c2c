"""Which cells lie in which unit, against a ray from every cell's centre."""

import pickle
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import ogr

from carbon_plugin.raster.grid import Grid
from carbon_plugin.raster.zonal import edges as edges_module
from carbon_plugin.raster.zonal.edges import Edges, NotPolygonsError
from carbon_plugin.raster.zonal.spans import Scanlines, Spans

GRID = Grid(12, 9, (100.0, 2.0, 0.0, 50.0, 0.0, -2.0), "", 12, 9)  # x 100 to 124, y 50 down to 32


def wkb(text):
    return bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb())


def edges_of(*texts):
    return Edges.from_wkb([wkb(text) if text else None for text in texts])


def masks(edges, grid, rows, columns, step=256):
    """Cells of each unit in a frame of rows and columns, drawn from spans."""
    found = np.zeros((edges.unit_count, rows[1] - rows[0], columns[1] - columns[0]), int)
    strips = [(top, min(top + step, rows[1])) for top in range(rows[0], rows[1], step)]
    for spans in Scanlines(edges, grid).cut(strips):
        for row, start, stop, unit in zip(spans.row, spans.start, spans.stop, spans.unit):
            found[unit, row - rows[0], start - columns[0] : stop - columns[0]] += 1
    return found


def by_rays(edges, grid, rows, columns):
    """The same by definition: a ray to the left from each centre crosses an odd number of edges.

    An edge takes the rows from its upper end on, its lower end not included; a crossing at the centre is left of it.
    """
    left, width, _, top, _, height = grid.geotransform
    found = np.zeros((edges.unit_count, rows[1] - rows[0], columns[1] - columns[0]), int)
    for x0, y0, x1, y1, unit in zip(edges.x0, edges.y0, edges.x1, edges.y1, edges.unit):
        a, b = sorted([((y0 - top) / height, (x0 - left) / width), ((y1 - top) / height, (x1 - left) / width)])
        for row in range(*rows):
            if a[0] <= row + 0.5 < b[0]:
                crossing = a[1] + (row + 0.5 - a[0]) * ((b[1] - a[1]) / (b[0] - a[0]))
                for column in range(*columns):
                    found[unit, row - rows[0], column - columns[0]] += crossing <= column + 0.5
    return found % 2


def test_a_square_holds_the_cells_whose_centres_it_holds():
    # Centres are at x 101, 103, ... and y 49, 47, ...; the square holds x 103 and 105, y 47, 45 and 43.
    edges = edges_of("POLYGON((102 42,106 42,106 48,102 48,102 42))")
    expected = np.zeros((9, 12), int)
    expected[1:4, 1:3] = 1
    assert (masks(edges, GRID, (0, 9), (0, 12))[0] == expected).all()


def test_a_centre_on_a_border_belongs_to_the_right_and_below():
    # All four borders run through centres: of the left and upper border they belong to the unit, of the others not.
    edges = edges_of("POLYGON((103 43,107 43,107 47,103 47,103 43))")
    expected = np.zeros((9, 12), int)
    expected[1:3, 1:3] = 1  # y 47 and 45, x 103 and 105
    assert (masks(edges, GRID, (0, 9), (0, 12))[0] == expected).all()


def test_neighbours_share_out_every_cell_of_their_borders():
    # Four triangles meet in a centre; their borders are the diagonals of a square and run through centres.
    a, b, c, d, m = "101 49", "109 49", "109 41", "101 41", "105 45"
    edges = edges_of(*(f"POLYGON(({p},{q},{m},{p}))" for p, q in ((a, b), (b, c), (c, d), (d, a))))
    whole = edges_of(f"POLYGON(({a},{b},{c},{d},{a}))")
    found = masks(edges, GRID, (0, 9), (0, 12))
    assert found.sum(axis=0).max() == 1
    assert (found.sum(axis=0) == masks(whole, GRID, (0, 9), (0, 12))[0]).all()
    assert found.sum() == 16


def test_holes_parts_and_islands_in_holes():
    text = (
        "MULTIPOLYGON(((100 34,118 34,118 50,100 50,100 34),(104 38,104 46,114 46,114 38,104 38)),"
        "((106 40,112 40,112 44,106 44,106 40)))"
    )
    edges = edges_of(text)
    geometry = ogr.CreateGeometryFromWkt(text)
    for row in range(9):
        for column in range(12):
            centre = ogr.CreateGeometryFromWkt(f"POINT({101 + 2 * column} {49 - 2 * row})")
            assert masks(edges, GRID, (0, 9), (0, 12))[0, row, column] == geometry.Contains(centre)


points = st.tuples(st.integers(192, 260).map(lambda x: x / 2), st.integers(54, 110).map(lambda y: y / 2))


@settings(max_examples=60, deadline=None)
@given(
    rings=st.lists(st.lists(points, min_size=3, max_size=9), min_size=1, max_size=4), step=st.sampled_from([1, 3, 20])
)
def test_any_rings_even_those_that_cross_themselves(rings, step):
    # On a lattice of half a cell, so that borders often run through centres; beyond the raster too.
    texts = ["POLYGON((" + ",".join(f"{x} {y}" for x, y in [*ring, ring[0]]) + "))" for ring in rings]
    edges = edges_of(*texts)
    frame = (-4, 14), (-5, 18)
    assert (masks(edges, GRID, *frame, step) == by_rays(edges, GRID, *frame)).all()


def test_rasters_that_run_north():
    text = "POLYGON((101.5 33.1,119.2 36.4,110.7 49.3,101.5 33.1))"
    north_up = GRID
    south_up = Grid(12, 9, (100.0, 2.0, 0.0, 32.0, 0.0, 2.0), "", 12, 9)
    first, second = (masks(edges_of(text), grid, (0, 9), (0, 12))[0] for grid in (north_up, south_up))
    assert (first == second[::-1]).all()


def test_spans_count_cut_and_find_overlaps():
    edges = edges_of(
        "POLYGON((100 40,110 40,110 50,100 50,100 40))",  # rows 0 to 4, columns 0 to 4
        "POLYGON((108 44,120 44,120 48,108 48,108 44))",  # rows 1 and 2, columns 4 to 9
        "",
        "POLYGON((120 40,124 40,124 50,120 50,120 40))",  # a neighbour, columns 10 and 11
    )
    (spans,) = Scanlines(edges, GRID).cut([(0, 9)])
    assert spans.cells(4).tolist() == [25, 12, 0, 10]
    units, again = spans.overlaps(GRID.width)
    assert units.tolist() == [0, 1]
    assert again == 2  # column 4 of rows 1 and 2
    assert spans.within(4, 11).cells(4).tolist() == [5, 12, 0, 5]
    assert len(spans.within(12, 20)) == 0


def test_an_overlap_is_found_however_deep():
    squares = [f"POLYGON(({x} 40,{x + 8} 40,{x + 8} 50,{x} 50,{x} 40))" for x in (100, 104, 106, 114)]
    (spans,) = Scanlines(edges_of(*squares), GRID).cut([(0, 9)])
    units, again = spans.overlaps(GRID.width)
    assert units.tolist() == [0, 1, 2]
    counted = masks(edges_of(*squares), GRID, (0, 9), (0, 12)).sum(axis=0)
    assert again == np.maximum(counted - 1, 0).sum()


def test_wkb_of_all_kinds():
    plain = edges_of("POLYGON((0 0,4 0,4 4,0 0))")
    for text in (
        "POLYGON Z((0 0 9,4 0 9,4 4 9,0 0 9))",
        "POLYGON ZM((0 0 9 1,4 0 9 1,4 4 9 1,0 0 9 1))",
        "MULTIPOLYGON(((0 0,4 0,4 4,0 0)))",
        "MULTISURFACE(((0 0,4 0,4 4,0 0)))",
        "GEOMETRYCOLLECTION(POLYGON((0 0,4 0,4 4,0 0)))",
    ):
        found = edges_of(text)
        assert found.x0.tolist() == plain.x0.tolist()
        assert found.y1.tolist() == plain.y1.tolist()
    big_endian = Edges.from_wkb(
        [bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0,4 0,4 4,0 0))").ExportToWkb(ogr.wkbXDR))]
    )
    assert big_endian.x1.tolist() == plain.x1.tolist()


def test_plain_wkb_is_taken_as_it_is():
    text = "MULTIPOLYGON(((0 0,4 0,4 4,0 0),(1 1,2 1,2 2,1 1)),((7 0,8 0,8 1,7 0)))"
    plain, other = (bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb(order)) for order in (ogr.wkbNDR, ogr.wkbXDR))
    found, expected = (list(edges_module._rings(edges_module._multipolygon(one)[0])) for one in (plain, other))
    assert len(found) == 3 and found == expected
    assert edges_module._multipolygon(plain) == (plain, "")
    mixed = plain[:9] + b"\x00" + plain[10:]  # a part of the other byte order cannot be read so
    assert not edges_module._is_plain(mixed)


def edges_one_by_one(outlines):
    """The same by definition, from each outline as OGR reads it."""
    found = []
    for number, outline in enumerate(outlines):
        polygons = ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(outline)) if outline else []
        for ring in (ring for polygon in polygons for ring in polygon):
            points = [point[:2] for point in ring.GetPoints() or []]
            points += points[:1] if points[-1:] != points[:1] else []
            found += [(*first, *last, number) for first, last in zip(points, points[1:])]
    return found


@pytest.mark.parametrize("at_once", [1, 7, 40, 1 << 18])
def test_outlines_of_one_ring_and_of_many_give_their_edges_in_order(at_once, monkeypatch):
    monkeypatch.setattr("carbon_plugin.raster.zonal.edges.EDGES_AT_ONCE", at_once)
    random = np.random.default_rng(3)
    one, two, hole = (
        "MULTIPOLYGON(((0 0,4 0,4 4,0 0)))",
        "MULTIPOLYGON(((0 0,4 0,4 4,0 0)),((7 0,8 0,8 1,7 0)))",
        "POLYGON((0 0,4 0,4 4,0 0),(2 1,3 1,3 2,2 1))",
    )
    empty, flat = "MULTIPOLYGON EMPTY", "MULTIPOLYGON Z(((0 0 1,4 0 1,4 4 1,0 0 1)))"
    kinds = [wkb(text) for text in (one, one, one, two, hole, empty, flat)]
    (points,) = struct.unpack_from("<I", kinds[0], 18)
    open_ring = kinds[0][:18] + struct.pack("<I", points - 1) + kinds[0][22:-16]
    single, none = kinds[0][:18] + struct.pack("<I", 1) + bytes(16), kinds[0][:18] + struct.pack("<I", 0)
    kinds += [None, open_ring, single, none, kinds[0] + b"more"]
    outlines = [kinds[place] for place in random.integers(0, len(kinds), 60)]
    found = Edges.from_wkb(iter(outlines))
    expected = [(*edge, number) for number, outline in enumerate(outlines) for *edge, _ in edges_one_by_one([outline])]
    assert list(zip(found.x0, found.y0, found.x1, found.y1, found.unit)) == expected
    assert found.unit_count == 60 and found.unit.dtype == np.int32
    assert found.sums.edges.tolist() == np.bincount([edge[-1] for edge in expected], minlength=60).tolist()


@pytest.mark.parametrize("seed", range(5))
def test_units_are_numbered_as_by_sorting(seed):
    random = np.random.default_rng(seed)
    unit = random.integers(0, 10 ** (seed + 1), 200 * seed)
    zeros = np.zeros(len(unit), np.int64)
    for found, expected in zip(Spans(zeros, zeros, zeros, unit).units(), np.unique(unit, return_inverse=True)):
        assert found.tolist() == expected.tolist() and found.dtype == expected.dtype


def test_a_ring_that_is_not_closed_is_closed():
    closed = bytes(ogr.CreateGeometryFromWkt("POLYGON((0 0,4 0,4 4,0 0))").ExportToWkb(ogr.wkbNDR))
    (points,) = struct.unpack_from("<I", closed, 9)
    open_ring = closed[:9] + struct.pack("<I", points - 1) + closed[13:-16]
    assert Edges.from_wkb([open_ring]).x1.tolist() == Edges.from_wkb([closed]).x1.tolist()
    with pytest.raises(NotPolygonsError):
        Edges.from_wkb([closed[:-8]])


def test_curves_are_approximated():
    circle = edges_of("CURVEPOLYGON(CIRCULARSTRING(0 1,1 0,0 -1,-1 0,0 1))")
    area = 0.5 * abs(np.sum(circle.x0 * circle.y1 - circle.x1 * circle.y0))
    assert area == pytest.approx(np.pi, rel=1e-3)


def test_units_without_an_outline_have_no_edges():
    edges = edges_of(None, "POLYGON EMPTY", "POLYGON((0 0,4 0,4 4,0 0))")
    assert edges.unit_count == 3
    assert set(edges.unit.tolist()) == {2}
    assert edges.extent == (0.0, 0.0, 4.0, 4.0)
    nothing = edges_of(None)
    assert nothing.extent is None
    assert [len(spans) for spans in Scanlines(nothing, GRID).cut([(0, 5), (5, 9)])] == [0, 0]


@pytest.mark.parametrize("text", ["POINT(1 2)", "LINESTRING(0 0,1 1)"])
def test_other_geometries_are_refused_by_row(text):
    with pytest.raises(NotPolygonsError) as error:
        edges_of("POLYGON((0 0,4 0,4 4,0 0))", text)
    assert error.value.values["rows"] == [2]
    assert text.split("(")[0] in str(error.value)


def test_infinite_coordinates_are_refused():
    broken = wkb("POLYGON((0 0,4 0,4 4,0 0))").replace(np.float64(4).tobytes(), np.float64(np.inf).tobytes())
    with pytest.raises(NotPolygonsError):
        Edges.from_wkb([broken])
    with pytest.raises(NotPolygonsError):
        Edges.from_wkb([b"not a geometry"])


def test_cancel_is_asked_between_edges():
    import time

    from carbon_plugin.core.errors import Cancelled

    count = 2_000_000
    random = np.random.default_rng(0)
    x, y = random.uniform(0, 100, (2, count))
    edges = Edges(x, y, x + 1, y + 1, np.zeros(count, np.int32), 1)
    grid = Grid(100, 100, (0.0, 1.0, 0.0, 100.0, 0.0, -1.0), "", 100, 1)

    def check():
        raise Cancelled

    start = time.perf_counter()
    with pytest.raises(Cancelled):
        Scanlines(edges, grid, check)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize("numbers", [[], [0], [0, 255], [256, 3], [-1, 200], [70_000, -70_000], [2**40, 5]])
def test_spans_arrive_in_another_process_as_they_were(numbers):
    part = np.array(numbers, np.int64)
    sent = Spans(part, part + 1, part + 2, part[::-1])
    arrived = pickle.loads(pickle.dumps(sent))
    for name in ("row", "start", "stop", "unit"):
        assert getattr(arrived, name).tolist() == getattr(sent, name).tolist()
        assert getattr(arrived, name).dtype == np.int64


def test_spans_are_sent_in_few_bytes():
    part = np.arange(1000)
    assert len(pickle.dumps(Spans(part, part, part + 9, part % 80))) < 8_000
