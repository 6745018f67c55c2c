"""Parts of units in cells of a fishnet, against projecting every centre of a raster, and against whole units."""

import numpy as np
import pytest
from osgeo import gdal, ogr, osr

from carbon_plugin.core.errors import Cancelled
from carbon_plugin.core.land_use.areas import NoOverlapError
from carbon_plugin.raster.grid import Grid
from carbon_plugin.raster.zonal.class_areas import YearRaster, class_areas
from carbon_plugin.raster.zonal.edges import Edges
from carbon_plugin.raster.zonal.fishnet import (
    Fishnet,
    TooManyCellsError,
    equal_area_crs,
    fishnet_along,
    square_fishnet,
)
from carbon_plugin.raster.zonal.land_cover import open_land_cover
from carbon_plugin.raster.zonal.unit_cells import SeveralGridsError, part_areas

ALBERS, WGS84, UTM = "ESRI:102025", "EPSG:4326", "EPSG:32648"


def reference(definition):
    found = osr.SpatialReference()
    found.SetFromUserInput(definition)
    found.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return found


def wkt_of(definition):
    return reference(definition).ExportToWkt(["FORMAT=WKT2_2019"])


def write(path, codes, *, place, cell, definition, nodata=0):
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), codes.shape[1], codes.shape[0], 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((place[0], cell, 0.0, place[1], 0.0, -cell))
    dataset.SetProjection(reference(definition).ExportToWkt())
    dataset.GetRasterBand(1).SetNoDataValue(nodata)
    dataset.GetRasterBand(1).WriteArray(codes)
    del dataset
    return open_land_cover([str(path)])


def edges_of(*texts):
    return Edges.from_wkb([bytes(ogr.CreateGeometryFromWkt(text).ExportToWkb()) for text in texts])


CORNERS = (  # of a side: two neighbours, one border slanting, and a triangle that overlaps both
    ((0.05, 0.1), (0.5, 0.1), (0.4, 0.9), (0.1, 0.8)),
    ((0.5, 0.1), (0.93, 0.2), (0.9, 0.9), (0.4, 0.9)),
    ((0.3, 0.3), (0.7, 0.3), (0.5, 0.7)),
)


def units(place, side):
    """Outlines in which no centre of a cell lies on a border; the raster reaches beyond them."""
    x, y = place[0] + 0.0017 * side, place[1] - 0.0023 * side
    rings = [[(x + side * right, y - side * down) for right, down in corners] for corners in CORNERS]
    return [f"POLYGON(({','.join(f'{px!r} {py!r}' for px, py in [*ring, ring[0]])}))" for ring in rings]


def extent_in(edges, from_wkt, to_wkt):
    """The extent of the units in another CRS, with room for edges that bend."""
    move = osr.CoordinateTransformation(reference(from_wkt), reference(to_wkt))
    west, south, east, north = edges.extent
    grid = [(x, y) for x in np.linspace(west, east, 9) for y in np.linspace(south, north, 9)]
    points = np.array(move.TransformPoints(grid))[:, :2]
    return (*points.min(axis=0), *points.max(axis=0))


def by_centres(codes, texts, land_cover, net):
    """Cells by (unit, cell of the net, code): every centre looked up in every unit by OGR, and projected by PROJ."""
    left, width, _, top, _, height = land_cover.grid.geotransform
    move = osr.CoordinateTransformation(reference(land_cover.grid.crs_wkt), reference(net.grid.crs_wkt))
    geometries = [ogr.CreateGeometryFromWkt(text) for text in texts]
    net_left, net_width, _, net_top, _, net_height = net.grid.geotransform
    found = {}
    for row, line in enumerate(codes):
        for column, code in enumerate(line):
            x, y = left + (column + 0.5) * width, top + (row + 0.5) * height
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(x, y)
            inside = [number for number, geometry in enumerate(geometries) if geometry.Contains(point)]
            if not inside:
                continue
            px, py, _ = move.TransformPoint(x, y)
            cell = int((py - net_top) // net_height) * net.grid.width + int((px - net_left) // net_width)
            for unit in inside:
                found[unit, cell, int(code)] = found.get((unit, cell, int(code)), 0) + 1
    return found


def counted(year):
    return {
        (int(unit), int(cell), int(code)): int(count)
        for unit, cell, counts in zip(year.unit, year.cell, year.cells)
        for code, count in zip(year.values, counts)
        if count
    }


CASES = {
    "squares of the raster's own CRS": (ALBERS, (0.0, 4e6), 30.0, 170.0),
    "longitude and latitude on a cylinder": (WGS84, (107.0, 33.0), 0.001, 900.0),
    "a raster whose rows are bent": (UTM, (430000.0, 3_600_000.0), 100.0, 1500.0),
}


@pytest.mark.parametrize("definition, place, cell, side", CASES.values(), ids=CASES)
def test_every_centre(tmp_path, definition, place, cell, side):
    random = np.random.default_rng(4)
    codes = np.repeat(np.repeat(random.integers(0, 5, (12, 13)), 7, axis=0), 7, axis=1).astype(np.uint8)
    land_cover = write(tmp_path / "2000.tif", codes, place=place, cell=cell, definition=definition)
    texts = units(place, 80 * cell)
    edges, wkt = edges_of(*texts), land_cover.grid.crs_wkt
    net_wkt = equal_area_crs(wkt, edges.extent)
    net = square_fishnet(net_wkt, extent_in(edges, wkt, net_wkt), side)
    found = part_areas([YearRaster(2000, land_cover)], lambda grid: edges, net)
    expected, (year,) = by_centres(codes, texts, land_cover, net), found.years
    ours = {key: count for key, count in counted(year).items() if key[2] != 0}
    known = {key: count for key, count in expected.items() if key[2] != 0}
    assert len(known) > 100
    apart = sum(abs(ours.get(key, 0) - known.get(key, 0)) for key in {**ours, **known})
    assert apart == 0 if definition != UTM else apart <= 4  # two cells within a metre of a line may change sides
    whole = class_areas([YearRaster(2000, land_cover)], lambda grid: edges).years[0]
    assert whole.values.tolist() == year.of_units.values.tolist()
    assert (whole.cells == year.of_units.cells).all() and (whole.unit_cells == year.of_units.unit_cells).all()
    np.testing.assert_allclose(year.of_units.area_ha, whole.area_ha, rtol=1e-9)
    every = {}
    for (unit, at, _), count in expected.items():
        every[unit, at] = every.get((unit, at), 0) + count
    hectares = dict(zip(zip(year.unit.tolist(), year.cell.tolist()), year.whole_ha.tolist()))
    assert hectares.keys() == every.keys()
    per_cell = year.whole_ha.sum() / sum(every.values())
    for key, count in every.items():
        assert hectares[key] == pytest.approx(count * per_cell, rel=2e-3, abs=1.01 * per_cell * (definition == UTM))
    assert (year.share > 0).all() and year.share.max() <= 1.06  # at most what cells on a line may carry


def test_years_on_two_grids_meet_in_the_same_cells(tmp_path):
    codes = np.full((40, 40), 3, np.uint8)
    first = write(tmp_path / "a.tif", codes, place=(0.0, 4e6), cell=30.0, definition=ALBERS)
    second = write(tmp_path / "b.tif", codes.repeat(2, 0).repeat(2, 1), place=(0.0, 4e6), cell=15.0, definition=ALBERS)
    edges = edges_of("POLYGON((90 3999890,1000 3999890,1000 3999100,90 3999100,90 3999890))")
    net = square_fishnet(first.grid.crs_wkt, edges.extent, 300.0)
    found = part_areas([YearRaster(2000, first), YearRaster(2010, second)], lambda grid: edges, net).years
    areas = [dict(zip(year.cell.tolist(), year.area_ha[:, 0])) for year in found]
    assert areas[0].keys() == areas[1].keys() and len(areas[0]) == 12
    assert sum(areas[0].values()) == pytest.approx(sum(areas[1].values()), rel=0.05)
    assert max(areas[0].values()) == pytest.approx(9.0) and max(areas[1].values()) == pytest.approx(9.0)
    with pytest.raises(SeveralGridsError, match="2000"):
        part_areas([YearRaster(2000, first), YearRaster(2000, second)], lambda grid: edges, net)


def test_nodata_counts_as_ground_but_has_no_class(tmp_path):
    codes = np.full((20, 20), 1, np.uint8)
    codes[:, 10:] = 0
    land_cover = write(tmp_path / "a.tif", codes, place=(0.0, 0.0), cell=30.0, definition=ALBERS)
    edges = edges_of("POLYGON((0 0,600 0,600 -600,0 -600,0 0))")
    net = fishnet_along(Grid(1, 1, (0.0, 300.0, 0.0, 0.0, 0.0, -300.0), land_cover.grid.crs_wkt, 1, 1), edges.extent)
    (year,) = part_areas([YearRaster(2000, land_cover)], lambda grid: edges, net).years
    assert year.cell.tolist() == [0, 1, 2, 3] and year.values.tolist() == [1]
    assert year.whole_ha.tolist() == pytest.approx([9.0] * 4)
    assert year.area_ha[:, 0].tolist() == pytest.approx([9.0, 0.0, 9.0, 0.0])
    assert year.share.tolist() == pytest.approx([1.0] * 4)


def test_cancel(tmp_path):
    class Cancelling:
        def report(self, fraction):
            pass

        def cancelled(self):
            return True

    codes = np.ones((20, 20), np.uint8)
    land_cover = write(tmp_path / "a.tif", codes, place=(0.0, 0.0), cell=30.0, definition=ALBERS)
    edges = edges_of("POLYGON((0 0,600 0,600 -600,0 -600,0 0))")
    net = square_fishnet(land_cover.grid.crs_wkt, edges.extent, 100.0)
    with pytest.raises(Cancelled):
        part_areas([YearRaster(2000, land_cover)], lambda grid: edges, net, progress=Cancelling())


class TestFishnet:
    def test_lines_are_multiples_of_the_side(self):
        net = square_fishnet(wkt_of(ALBERS), (-1050.0, 20.0, 990.0, 1000.0), 1000.0)
        assert (net.grid.width, net.grid.height) == (3, 1)
        assert net.corners(np.array([0, 2])).tolist() == [[-2000.0, 0.0, -1000.0, 1000.0], [0.0, 0.0, 1000.0, 1000.0]]
        assert net.hectares(np.array([0, 1])).tolist() == [100.0, 100.0]
        assert net.names(np.array([0, 2])) == ["R1C1", "R1C3"]

    def test_a_grid_goes_on_beyond_its_raster_in_either_direction(self):
        for height in (-0.5, 0.5):
            grid = Grid(4, 4, (100.0, 0.5, 0.0, 30.0, 0.0, height), wkt_of(WGS84), 1, 1)
            net = fishnet_along(grid, (99.9, 30.6, 102.2, 31.4))
            assert (net.grid.width, net.grid.height) == (6, 2)
            boxes = net.corners(np.arange(net.cell_count))
            assert boxes[:, 0].min() == 99.5 and boxes[:, 2].max() == 102.5
            assert boxes[:, 1].min() == 30.5 and boxes[:, 3].max() == 31.5
            assert (net.hectares(np.arange(net.cell_count)) > 0).all()

    def test_too_many_cells(self):
        with pytest.raises(TooManyCellsError, match="larger cells"):
            square_fishnet(wkt_of(ALBERS), (0.0, 0.0, 1e6, 1e6), 100.0)

    def test_the_plane_is_equal_area(self):
        assert equal_area_crs(wkt_of(ALBERS), (0.0, 0.0, 1.0, 1.0)) == wkt_of(ALBERS)
        found = reference(equal_area_crs(wkt_of(WGS84), (107.0, 32.0, 109.0, 34.0)))
        assert found.GetAttrValue("PROJECTION") == "Cylindrical_Equal_Area" and found.GetLinearUnits() == 1.0
        assert found.GetProjParm("standard_parallel_1") == 33.0 and found.GetProjParm("central_meridian") == 108.0


def test_names_sort_as_cells_lie():
    net = Fishnet(Grid(120, 90, (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), wkt_of(ALBERS), 1, 1), "1 m")
    names = net.names(np.arange(net.cell_count))
    assert names == sorted(names) and names[0] == "R01C001"


def test_units_without_a_single_cell_are_told(tmp_path):
    """Between the centres of four cells there is nothing to count, and no code at all."""
    codes = np.ones((4, 4), np.uint8)
    raster = YearRaster(2020, write(tmp_path / "lc.tif", codes, place=(0, 400), cell=100, definition=ALBERS))
    outlines = edges_of("POLYGON((160 160, 240 160, 240 240, 160 240, 160 160))")
    net = square_fishnet(wkt_of(ALBERS), (0.0, 0.0, 400.0, 400.0), 200.0)
    with pytest.raises(NoOverlapError):
        part_areas([raster], lambda grid: outlines, net, method="planar")
