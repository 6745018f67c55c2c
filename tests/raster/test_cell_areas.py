"""Areas of cells in many CRS, against the areas of their outlines by geodesics."""

import warnings

import numpy as np
import pytest
from osgeo import osr

from carbon_plugin.raster.cell_areas import (
    AreaTable,
    NoEllipsoidError,
    OutsideProjectionError,
    PlanarDegreesError,
    cell_areas,
)
from carbon_plugin.raster.grid import Grid, spatial_reference

ROTATED_POLE = (
    "+proj=ob_tran +o_proj=longlat +o_lat_p=39.25 +lon_0=18 +R=6370000 +to_meter=0.0174532925199433 +no_defs +type=crs"
)


def wkt(definition):
    crs = osr.SpatialReference()
    crs.SetFromUserInput(definition)
    return crs.ExportToWkt(["FORMAT=WKT2_2019"])


def grid(definition, x, y, cell, size=3000):
    """A grid around a place."""
    return Grid(
        size, size, (x - size * cell / 2, cell, 0.0, y + size * cell / 2, 0.0, -cell), wkt(definition), 256, 256
    )


def hectares(areas, row, *columns):
    """Areas of cells of one row."""
    table = areas.window(row, row + 256, 0, right=3000)
    if table.beyond is None:
        return [table.typical] * len(columns)
    spans = np.zeros(len(columns), int)
    return table.typical + table.beyond_of(np.zeros(1, int), spans, lambda: np.array(columns, float))


def by_geodesics(one_grid, row, column):
    """Hectares of a cell's outline, eight points a side, on the CRS's ellipsoid (GeographicLib)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pyproj looks for grids it does not need here
        pyproj = pytest.importorskip("pyproj")
    crs = spatial_reference(one_grid.crs_wkt)
    places = osr.SpatialReference()
    places.ImportFromProj4(f"+proj=longlat +a={crs.GetSemiMajor()!r} +b={crs.GetSemiMinor()!r} +no_defs")
    places.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    left, width, _, top, _, height = one_grid.geotransform
    along = np.linspace(0.0, 1.0, 9)[:-1]
    x = left + (column + np.r_[along, np.ones(8), 1 - along, np.zeros(8)]) * width
    y = top + (row + np.r_[np.zeros(8), along, np.ones(8), 1 - along]) * height
    if crs.IsGeographic() and not crs.IsDerivedGeographic():
        longitude, latitude = np.degrees(x * crs.GetAngularUnits()), np.degrees(y * crs.GetAngularUnits())
    else:
        unproject = osr.CoordinateTransformation(crs, places)
        longitude, latitude, _ = np.array(unproject.TransformPoints(np.c_[x, y].tolist())).T
    geod = pyproj.Geod(a=crs.GetSemiMajor(), b=crs.GetSemiMinor())
    return abs(geod.polygon_area_perimeter(longitude, latitude)[0]) / 10_000.0


@pytest.mark.parametrize(
    ("definition", "x", "y", "cell", "tolerance", "alike"),
    [
        ("EPSG:4326", 108, 33, 0.00027, 1e-9, False),
        ("EPSG:4490", -60, -15, 0.01, 1e-7, False),  # geodesics are not parallels: 1e-7 for cells of a kilometre
        ("EPSG:4807", 3, 52, 0.0003, 1e-9, False),  # grads from Paris
        ("ESRI:102025", 1e6, 4e6, 30, 5e-8, True),  # Albers of northern Asia
        ("+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +ellps=krass +units=us-ft", 9e5, 1e7, 100, 5e-8, True),
        ("EPSG:3035", 4.3e6, 3.2e6, 100, 5e-9, True),  # Lambert azimuthal of Europe
        ("EPSG:6933", 1e7, 4e6, 1000, 5e-9, True),  # cylindrical of EASE-Grid 2.0
        ("ESRI:54008", 9e6, 4e6, 500, 5e-9, True),  # sinusoidal
        ("+proj=sinu +R=6371007.181 +units=m", 9e6, 4e6, 463.3127, 5e-9, True),  # of MODIS, on a sphere
        ("EPSG:8857", 9e6, 4e6, 1000, 5e-9, True),  # Equal Earth
        ("+proj=bonne +lat_1=45 +lon_0=105 +ellps=GRS80 +units=m", 1e6, 4e6, 100, 5e-9, True),
        ("ESRI:54009", 9e6, 4e6, 1000, 1e-6, False),  # Mollweide: equal-area on the sphere alone
        ("EPSG:4509", 7e5, 3.7e6, 30, 1e-5, False),  # Gauss-Kruger, CGCS2000
        ("EPSG:32648", 9e5, 3.7e6, 100, 1e-5, False),  # UTM at the edge of its zone
        ("EPSG:3857", 1.2e7, 4e6, 30, 1e-5, False),  # web Mercator at 34 degrees
        ("EPSG:3857", 1.2e7, 1e7, 300, 1e-5, False),  # and at 66
        ("EPSG:2154", 7e5, 6.6e6, 30, 1e-5, False),  # Lambert conformal conic of France
        ("EPSG:2263", 1e6, 2e5, 100, 1e-5, False),  # in US survey feet
        ("EPSG:3995", 1e5, 1e5, 1000, 1e-5, False),  # polar stereographic over the pole
        (ROTATED_POLE, 3, 10, 0.02, 1e-5, False),
    ],
)
def test_cells_have_their_area_on_the_ground(definition, x, y, cell, tolerance, alike):
    one_grid = grid(definition, x, y, cell)
    areas = cell_areas(one_grid, "raster")
    assert (areas.every_ha is not None) == alike
    columns = (0, 333, 1777, 2999)
    for top in (0, 1300, 2744):
        expected = [by_geodesics(one_grid, top, column) for column in columns]
        assert hectares(areas, top, *columns) == pytest.approx(expected, rel=tolerance)


def test_a_window_starts_anywhere():
    areas = cell_areas(grid("EPSG:32648", 9e5, 3.7e6, 100), "raster")
    whole, part = areas.window(512, 768, 0, right=3000), areas.window(600, 700, 1000, right=1500)
    spans = np.zeros(1, int)
    for row, column in ((0, 0), (99, 499), (50, 7)):
        first = part.typical + part.beyond_of(np.array([row]), spans, lambda at=column: np.array([float(at)]))[0]
        second = (
            whole.typical + whole.beyond_of(np.array([row + 88]), spans, lambda at=column: np.array([1000.0 + at]))[0]
        )
        assert first == pytest.approx(second, rel=1e-6)


@pytest.mark.parametrize(("definition", "unit"), [("EPSG:32648", 1.0), ("EPSG:2263", 1200 / 3937)])
def test_planar_cells_are_width_times_height(definition, unit):
    # 30 x 30 m = 0.09 ha; a US survey foot is 1200 / 3937 m
    areas = cell_areas(grid(definition, 5e5, 3e6, 30.0), "raster", "planar")
    assert areas.every_ha == pytest.approx(0.09 * unit**2, rel=1e-14)
    assert areas.ellipsoid is None


def test_a_local_crs_has_planar_areas_only():
    local = 'LOCAL_CS["survey",UNIT["metre",1]]'
    one_grid = Grid(10, 10, (0.0, 10.0, 0.0, 0.0, 0.0, -10.0), local, 10, 10)
    assert cell_areas(one_grid, "raster", "planar").every_ha == pytest.approx(0.01)
    with pytest.raises(NoEllipsoidError):
        cell_areas(one_grid, "raster")


def test_degrees_have_no_planar_area():
    with pytest.raises(PlanarDegreesError) as error:
        cell_areas(grid("EPSG:4490", 105, 30, 0.01), "lc.tif", "planar")
    assert "lc.tif" in str(error.value)
    assert "China Geodetic Coordinate System 2000" in str(error.value)


def test_heights_beside_the_crs_do_not_matter():
    flat, with_heights = (cell_areas(grid(name, 4e5, 3e5, 100), "raster") for name in ("EPSG:27700", "EPSG:7405"))
    assert hectares(flat, 0, 17)[0] == hectares(with_heights, 0, 17)[0]


@pytest.mark.parametrize("raising", [False, True])
def test_the_edge_of_the_globe(raising):
    # Mollweide's ellipse ends at x 18.04 million m on the equator: the window reaches beyond, its west part does not.
    before = osr.GetUseExceptions()
    (osr.UseExceptions if raising else osr.DontUseExceptions)()
    try:
        one_grid = grid("ESRI:54009", 17.5e6, 0.0, 1000)
        areas = cell_areas(one_grid, "raster")
        assert hectares(areas, 1400, 100)[0] == pytest.approx(by_geodesics(one_grid, 1400, 100), rel=1e-6)
        assert np.isfinite(areas.window(0, 256, 0, right=3000).beyond).all()
        with pytest.raises(OutsideProjectionError):
            cell_areas(grid("ESRI:54009", 40e6, 0.0, 1000), "raster").window(0, 256, 0, right=256)
        assert bool(osr.GetUseExceptions()) == raising
    finally:
        (osr.UseExceptions if before else osr.DontUseExceptions)()


def test_a_bent_scale_is_straight_between_nodes():
    table = AreaTable(1.0, np.array([[0.0, 3.0, 4.0], [10.0, 10.0, 10.0]]), step=2)
    found = table.beyond_of(np.array([0, 1]), np.array([0, 0, 0, 1]), lambda: np.array([0.0, 1.0, 2.5, 3.0]))
    assert found.tolist() == [0.0, 1.5, 3.25, 10.0]
