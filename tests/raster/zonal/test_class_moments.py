"""Sums of classes, block by block: every cell's centre put on the plane one by one, units, several blocks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from osgeo import gdal, osr

from carbon_plugin.core.space.ellipse import Moments, compute_ellipses
from carbon_plugin.raster.plane import NoPlaceError, find_plane
from carbon_plugin.raster.zonal.class_moments import class_moments, layout_of
from carbon_plugin.raster.zonal.transitions import whole_raster
from tests.raster.executors import any_executor
from tests.raster.zonal.test_transitions import dates_of, units_of

NUMBERS = {1: 1, 2: 2, 3: 3, 7: 0}
UTM = "EPSG:32648"
DECIMETRES = 0.2


def picture(seed=3, shape=(90, 110)):
    """Classes that lie in different parts."""
    generator = np.random.default_rng(seed)
    row, column = np.indices(shape)
    cells = generator.choice([0, 1, 2, 3, 7], shape)
    cells[(row > column) & (generator.random(shape) < 0.7)] = 1
    cells[(row + column > 120) & (generator.random(shape) < 0.7)] = 3
    return cells


def by_cells(date, cells, plane, weight_by_area):
    """The oracle: each cell's centre transformed, all of them in memory."""
    left, width, _, top, _, height = date.land_cover.grid.geotransform
    row, column = np.indices(cells.shape)
    places = np.column_stack([left + (column.ravel() + 0.5) * width, top + (row.ravel() + 0.5) * height])
    x, y = plane.project(places).T
    weight = np.ones(cells.size)
    if weight_by_area:
        across = plane.project(places + np.array([width / 2, 0])) - plane.project(places - np.array([width / 2, 0]))
        along = plane.project(places + np.array([0, height / 2])) - plane.project(places - np.array([0, height / 2]))
        weight = np.abs(across[:, 0] * along[:, 1] - across[:, 1] * along[:, 0])
        weight /= weight.reshape(cells.shape)[cells.shape[0] // 2, cells.shape[1] // 2]
    number = np.where(np.isin(cells, [1, 2, 3]), cells, 0).ravel()
    return (
        compute_ellipses(Moments.of_points(x - x.mean(), y - y.mean(), weight, group=number, groups=4)),
        x.mean(),
        y.mean(),
    )


@any_executor
def test_a_grid_in_its_own_plane(tmp_path, executor):
    cells = picture()
    (date,) = dates_of(tmp_path, [cells], crs=UTM, west=450_000, block=16)
    grid = date.land_cover.grid
    plane = find_plane(grid.crs_wkt, grid.extent, "lc")
    assert plane.is_own
    (found,) = class_moments([date], whole_raster([date]), NUMBERS, plane=plane, executor=executor)
    expected, x, _ = by_cells(date, cells, plane, False)
    ellipses = compute_ellipses(found.moments)
    for name in ("long", "short", "azimuth"):
        assert getattr(ellipses, name)[1:] == pytest.approx(getattr(expected, name)[1:], rel=1e-10)
    assert ellipses.centre_x[1:] + found.origin[0] == pytest.approx(expected.centre_x[1:] + x, rel=1e-13)
    assert found.cells[1:].tolist() == [int((cells == code).sum()) for code in (1, 2, 3)]
    assert found.moments.weight[1:].tolist() == found.cells[1:].tolist()


def test_degrees_are_carried_to_an_equal_area_plane(tmp_path):
    cells = picture()
    (date,) = dates_of(tmp_path, [cells], crs="EPSG:4326", west=100, north=40, size=0.02, block=16)
    grid = date.land_cover.grid
    plane = find_plane(grid.crs_wkt, grid.extent, "lc")
    assert not plane.is_own
    found = compute_ellipses(class_moments([date], whole_raster([date]), NUMBERS, plane=plane)[0].moments)
    expected, _, _ = by_cells(date, cells, plane, True)
    for name in ("long", "short", "azimuth"):
        assert getattr(found, name)[1:] == pytest.approx(getattr(expected, name)[1:], rel=2e-5)


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), patch=st.sampled_from([1, 7, 60, 240]))
def test_fine_cells_in_runs_short_and_long(tmp_path_factory, seed, patch):
    """Squares of many cells: runs that end in them, cross them, or go on through several."""
    generator = np.random.default_rng(seed)
    whole = np.kron(generator.choice([0, 1, 2, 3], (8, -(-240 // patch))), np.ones((10, patch), int))
    cells = whole[:, :240].copy()
    cells[generator.random(cells.shape) < 0.001] = 2
    cells[0, :4] = 0, 1, 2, 3
    (date,) = dates_of(
        tmp_path_factory.mktemp("fine"), [cells], crs="EPSG:4326", west=100, north=40, size=5e-4, block=64
    )
    grid = date.land_cover.grid
    plane = find_plane(grid.crs_wkt, grid.extent, "lc")
    (sums,) = class_moments([date], whole_raster([date]), NUMBERS, plane=plane)
    assert sums.cells[1:].tolist() == [int((cells == code).sum()) for code in (1, 2, 3)]
    found, (expected, x, y) = compute_ellipses(sums.moments), by_cells(date, cells, plane, True)
    for name in ("long", "short"):
        assert getattr(found, name)[1:] == pytest.approx(getattr(expected, name)[1:], abs=DECIMETRES)
    assert found.centre_x[1:] + sums.origin[0] == pytest.approx(expected.centre_x[1:] + x, abs=DECIMETRES)
    assert found.centre_y[1:] + sums.origin[1] == pytest.approx(expected.centre_y[1:] + y, abs=DECIMETRES)


def test_only_cells_in_units_count_and_shared_ones_once(tmp_path):
    cells = picture()
    (date,) = dates_of(tmp_path, [cells])
    grid = date.land_cover.grid
    plane = find_plane(grid.crs_wkt, grid.extent, "lc")
    edges = units_of([(0, 0), (60, 0), (60, 90), (0, 90)], [(40, 10), (80, 10), (80, 90), (40, 90)])
    inside = np.zeros(cells.shape, bool)
    inside[:, :60] = inside[10:, 40:80] = True
    (found,) = class_moments([date], edges, NUMBERS, plane=plane)
    assert found.cells[1:].tolist() == [int((inside & (cells == code)).sum()) for code in (1, 2, 3)]


def test_codes_without_a_class_are_named(tmp_path):
    (date,) = dates_of(tmp_path, [[[1, 9], [2, 3]]])
    grid = date.land_cover.grid
    (found,) = class_moments([date], whole_raster([date]), NUMBERS, plane=find_plane(grid.crs_wkt, grid.extent, "lc"))
    assert found.unknown == {9}


def wkt(text):
    crs = osr.SpatialReference()
    crs.SetFromUserInput(text)
    return crs.ExportToWkt(["FORMAT=WKT2_2019"])


@pytest.mark.parametrize(
    "crs, extent, own",
    [
        (UTM, (450_000, 3_500_000, 550_000, 3_600_000), True),
        ("EPSG:4326", (100, 30, 101, 31), False),
        ("EPSG:3857", (11_000_000, 4_000_000, 11_100_000, 4_100_000), False),
        (UTM, (-900_000, 3_500_000, 900_000, 3_600_000), False),
    ],
)
def test_the_own_crs_is_kept_where_lengths_are_true(crs, extent, own):
    plane = find_plane(wkt(crs), extent, "layer")
    assert plane.is_own is own
    (message,) = plane.remarks_on_plane("layer")
    assert ("own CRS" in str(message)) is own and (own or "laea" in str(message))
    points = np.array([[extent[0], extent[1]], [extent[2], extent[3]]])
    assert plane.unproject(plane.project(points)) == pytest.approx(points, rel=1e-9)


def test_a_place_that_is_none(tmp_path):
    with pytest.raises(NoPlaceError, match="layer"):
        find_plane(wkt(UTM), (1e12, 1e12, 2e12, 2e12), "layer")


@pytest.mark.parametrize("crs, west, north, size", [(UTM, 450_000, 3_600_000, 100.0), ("EPSG:4326", 100, 40, 5e-4)])
@any_executor
def test_dates_together_and_each_by_itself_to_the_byte(tmp_path, executor, crs, west, north, size):
    pictures = [picture(seed, (130, 170)) for seed in (1, 2, 3)]
    pictures[1][40:60] = 9
    pictures[2][:, :80] = 2
    dates = dates_of(tmp_path, pictures, crs=crs, west=west, north=north, size=size, block=64)
    grid = dates[0].land_cover.grid
    plane = find_plane(grid.crs_wkt, grid.extent, "lc")
    together = class_moments(dates, whole_raster(dates), NUMBERS, plane=plane, executor=executor)
    like = None
    for date, found in zip(dates, together):
        (alone,) = class_moments([date], whole_raster([date]), NUMBERS, plane=plane, like=like)
        like = like or alone
        for name in alone.moments.__dataclass_fields__:
            assert getattr(alone.moments, name).tobytes() == getattr(found.moments, name).tobytes()
        assert alone.cells.tolist() == found.cells.tolist()
        assert (alone.unknown, alone.origin, alone.cell) == (found.unknown, found.origin, found.cell)
    assert [found.unknown for found in together] == [set(), {9}, set()]


def test_what_dates_must_share_to_be_read_together(tmp_path):
    pictures = [picture(seed) for seed in (1, 2)]
    first, second = (date.land_cover for date in dates_of(tmp_path, pictures, block=16))
    assert layout_of(first) == layout_of(second)
    (other,) = dates_of(tmp_path, pictures[:1], block=32)
    assert layout_of(first) != layout_of(other.land_cover)
    (wider,) = dates_of(tmp_path, pictures[:1], block=16, kind=gdal.GDT_Int16)
    assert layout_of(first) != layout_of(wider.land_cover)
