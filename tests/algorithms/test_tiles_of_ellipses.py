"""Classes whose year lies in several rasters: tiles are added up, two maps and ground seen twice are refused."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

from tests.algorithms.test_ellipses import MEMORY, UTM, shapes
from tests.algorithms.test_landuseareas import write_raster

WEST, NORTH, CELL = 500_000, 3_600_000, 100


def picture(seed: int = 3) -> np.ndarray:
    return np.random.default_rng(seed).choice([1, 2, 4], (20, 20)).astype(np.uint8)


def written(folder, name: str, cells: np.ndarray, column: int = 0, nodata: int = 0) -> str:
    return write_raster(folder / name, cells, UTM, WEST + CELL * column, NORTH, CELL, nodata=nodata)


def ellipses(run, rasters, **more):
    outcome = run("landuseellipse", LAND_COVER=rasters, METHOD=1, OUTPUT=MEMORY, **more)
    return outcome, outcome.frame("OUTPUT").set_index(["class", "year"])


def check(frame, year: int, cells: np.ndarray) -> None:
    """By numpy's own covariance of the middles of the cells."""
    for name, code in {"cropland": 1, "forest": 2, "grassland": 4}.items():
        row, column = np.nonzero(cells == code)
        x, y = WEST + CELL * (column + 0.5), NORTH - CELL * (row + 0.5)
        axes = np.sqrt(np.linalg.eigvalsh(np.cov(x, y, ddof=0))[::-1])
        found = frame.loc[(name, year)]
        assert [found["centre_x"], found["centre_y"]] == pytest.approx([x.mean(), y.mean()], rel=1e-9)
        assert [found["long_m"], found["short_m"]] == pytest.approx(axes, rel=1e-9)


def test_cells_of_tiles_that_overlap_count_once(run, tmp_path):
    cells = picture()
    tiles = [
        written(tmp_path, "west_2000.tif", cells[:, :12]),
        written(tmp_path, "east_2000.tif", cells[:, 8:], column=8),
    ]
    outcome, frame = ellipses(run, tiles)
    check(frame, 2000, cells)
    assert not outcome.warnings


def test_a_map_and_its_corrected_version_are_refused(run, tmp_path):
    cells = picture()
    first = written(tmp_path, "lc_2000.tif", cells)
    cells[10, 10] = 8
    second = written(tmp_path, "corrected_2000.tif", cells)
    for paths in ([first, second], [second, first]):
        with pytest.raises(QgsProcessingException, match="both of 2000, cover the same cells, and differ in 1 cell"):
            ellipses(run, paths)


def test_tiles_may_differ_at_their_seam(run, tmp_path):
    cells = picture()
    east = cells[:, 19:].repeat(20, axis=1)
    east[4, 0] = 8
    tiles = [written(tmp_path, "west_2000.tif", cells), written(tmp_path, "east_2000.tif", east, column=19)]
    outcome, frame = ellipses(run, tiles)
    check(frame, 2000, np.hstack([cells, east[:, 1:]]))
    assert any("differ in 1 cell at their rims" in line for line in outcome.warnings)


def test_tiles_in_two_crs_are_each_measured_where_they_lie(run, tmp_path):
    cells = np.full((60, 60), 1, np.uint8)
    cells[20:40, 25:50] = 2
    west, east = written(tmp_path, "west_2000.tif", cells[:, :30]), written(tmp_path, "e.tif", cells[:, 30:], column=30)
    whole, other = written(tmp_path, "whole_2010.tif", cells), str(tmp_path / "east_2000.tif")
    gdal.Warp(other, east, dstSRS="EPSG:32649", resampleAlg="near", xRes=10, yRes=10).FlushCache()
    outcome, frame = ellipses(run, [west, other, whole])
    for name in ("cropland", "forest"):
        of_tiles, of_whole = frame.loc[(name, 2000)], frame.loc[(name, 2010)]
        assert of_tiles["centre_x"] == pytest.approx(of_whole["centre_x"], abs=3)
        assert of_tiles["centre_y"] == pytest.approx(of_whole["centre_y"], abs=3)
        assert of_tiles["long_m"] == pytest.approx(of_whole["long_m"], rel=2e-3)
    assert any("2000: rasters in 2 coordinate reference systems" in line for line in outcome.log)
    rings = [[(WEST, NORTH - 4000), (WEST + 2900, NORTH - 4000), (WEST + 2900, NORTH - 1500), (WEST, NORTH - 1500)]]
    _, inside = ellipses(run, [west, other], UNITS=shapes([[*ring, ring[0]] for ring in rings], UTM))
    assert set(inside.index) == {("cropland", 2000), ("forest", 2000)}  # the other tile lies beyond the units


def test_ground_that_rasters_in_two_crs_both_see_is_refused(run, tmp_path):
    cells = np.full((60, 60), 1, np.uint8)
    first, other = written(tmp_path, "lc_2000.tif", cells), str(tmp_path / "again_2000.tif")
    gdal.Warp(other, first, dstSRS="EPSG:32649", resampleAlg="near").FlushCache()
    with pytest.raises(QgsProcessingException, match="2000: rasters in several coordinate reference systems see"):
        ellipses(run, [first, other])


def test_a_year_that_is_seen_in_part_is_told(run, tmp_path):
    """What has no data at one date looks like a move of every centre."""
    cells = picture()
    cut = cells.copy()
    cut[:, 12:] = 0
    first, second = written(tmp_path, "lc_2000.tif", cells), written(tmp_path, "lc_2010.tif", cut)
    outcome, frame = ellipses(run, [first, second])
    check(frame, 2010, cut)
    assert any(
        "1 year shows less than 95 % of 400 ha of land" in line and "240 ha (2010)" in line for line in outcome.log
    )
    units = shapes([[(WEST, NORTH), (WEST + 4000, NORTH), (WEST + 4000, NORTH - 2000), (WEST, NORTH - 2000)]], UTM)
    outcome, _ = ellipses(run, [first], UNITS=units)
    assert any("1 year shows less than 95 %" in line and "(2000)" in line for line in outcome.warnings)
