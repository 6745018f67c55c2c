"""Areas of cells on the ellipsoid, against quadrature, whole bodies and published areas."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.space.cell_area import Ellipsoid, areal_scale, geographic_cell_areas, surface_points

WGS84 = Ellipsoid.from_inverse_flattening(6378137.0, 298.257223563)
CLARKE_1866 = Ellipsoid(6378206.4, 0.00676866)  # the ellipsoid of Snyder's worked examples
SPHERE = Ellipsoid.from_inverse_flattening(6371007.181, 0.0)  # of the MODIS grid
DEGREE = np.pi / 180


def by_quadrature(latitude, height, width, ellipsoid):
    """The area of a cell as the integral of M N cos(latitude), the radii of curvature, over it."""
    nodes, weights = np.polynomial.legendre.leggauss(40)
    latitudes = latitude + 0.5 * height * nodes
    e2 = ellipsoid.eccentricity_squared
    root = np.sqrt(1.0 - e2 * np.sin(latitudes) ** 2)
    meridian = ellipsoid.semi_major_axis * (1.0 - e2) / root**3
    prime_vertical = ellipsoid.semi_major_axis / root
    return width * 0.5 * height * np.sum(weights * meridian * prime_vertical * np.cos(latitudes))


@settings(deadline=None)  # a busy machine is no fault
@given(
    latitude=st.floats(-1.5, 1.5),
    height=st.floats(1e-9, 0.1),
    width=st.floats(1e-9, 0.1),
    ellipsoid=st.sampled_from([WGS84, CLARKE_1866, SPHERE]),
)
def test_a_cell_has_the_area_of_the_integral(latitude, height, width, ellipsoid):
    height = min(height, 2 * (np.pi / 2 - abs(latitude)))
    found = geographic_cell_areas(np.array([latitude]), height, width, ellipsoid=ellipsoid)[0]
    assert found == pytest.approx(by_quadrature(latitude, height, width, ellipsoid), rel=1e-12)


def test_rows_add_up_to_the_whole_ellipsoid():
    # WGS 84: 4 pi times the square of the authalic radius 6371007.1809 m = 510 065 621.724 km² (Moritz 1980)
    latitudes = (np.arange(-90, 90, 0.25) + 0.125) * DEGREE
    rows = geographic_cell_areas(latitudes, 0.25 * DEGREE, 2 * np.pi, ellipsoid=WGS84)
    assert rows.sum() == pytest.approx(510_065_621_724_088, rel=1e-12)
    assert rows == pytest.approx(rows[::-1], rel=1e-13)  # north as south


@pytest.mark.parametrize(
    ("south", "north", "difference"),
    [(29.5, 45.5, 1.4201080 - 0.9792529), (23.0, 29.5, 0.9792529 - 0.7767080), (0.0, 90.0, 1.9954814)],
)
def test_q_of_snyders_worked_examples(south, north, difference):
    # Snyder 1987, numerical examples of the Albers and Lambert azimuthal projections, Clarke 1866: q of 23, 29.5, 45.5
    # and 90 degrees are printed as 0.7767080, 0.9792529, 1.4201080 and 1.9954814. A cell as wide as 2 / a² has q2 - q1.
    width = 2.0 / CLARKE_1866.semi_major_axis**2
    middle, height = 0.5 * (south + north) * DEGREE, (north - south) * DEGREE
    assert geographic_cell_areas(np.array([middle]), height, width, ellipsoid=CLARKE_1866)[0] == pytest.approx(
        difference, abs=1.1e-7
    )


def test_a_sphere_is_the_limit():
    # a² · width · (sin north - sin south) = 6371007.181² · 1 · (sin 31° - sin 30°)
    expected = 6371007.181**2 * (np.sin(31 * DEGREE) - np.sin(30 * DEGREE))
    assert geographic_cell_areas(np.array([30.5 * DEGREE]), DEGREE, 1.0, ellipsoid=SPHERE)[0] == pytest.approx(
        expected, rel=1e-12
    )
    nearly = Ellipsoid(SPHERE.semi_major_axis, 1e-14)
    found = geographic_cell_areas(np.array([30.5 * DEGREE]), DEGREE, 1.0, ellipsoid=nearly)[0]
    assert found == pytest.approx(expected, rel=1e-12)


def test_cells_end_at_the_poles():
    whole = geographic_cell_areas(np.array([89.75 * DEGREE]), 0.5 * DEGREE, 1.0, ellipsoid=WGS84)[0]
    beyond = geographic_cell_areas(np.array([89.85 * DEGREE, 95 * DEGREE]), 0.7 * DEGREE, 1.0, ellipsoid=WGS84)
    assert beyond[0] == pytest.approx(whole, rel=1e-12)
    assert beyond[1] == 0.0


@settings(deadline=None)  # a busy machine is no fault
@given(latitude=st.floats(-1.57, 1.57), longitude=st.floats(-3.14, 3.14))
def test_plate_carree_has_the_scale_of_its_cells(latitude, longitude):
    # A map whose x, y are longitude and latitude in radians: its scale is the area of a small cell by its two sides.
    step, size = 1e-4, 1e-5
    latitudes = np.array([[latitude], [latitude], [latitude - step], [latitude + step]])
    longitudes = np.array([[longitude - step], [longitude + step], [longitude], [longitude]])
    found = areal_scale(longitudes, latitudes, step, ellipsoid=WGS84)[0]
    assert found == pytest.approx(by_quadrature(latitude, size, size, WGS84) / size**2, rel=1e-6)


def test_places_off_the_ground_have_no_scale():
    places = np.full((4, 2), 0.1)
    places[:, 1] = np.nan
    found = areal_scale(places, places, 1.0, ellipsoid=WGS84)
    assert np.isfinite(found[0])
    assert np.isnan(found[1])


def test_points_lie_on_the_ellipsoid():
    x, y, z = surface_points(np.array([0.3]), np.array([0.7]), WGS84)[0]
    a2 = WGS84.semi_major_axis**2
    assert (x**2 + y**2) / a2 + z**2 / (a2 * (1 - WGS84.eccentricity_squared)) == pytest.approx(1.0, rel=1e-14)
