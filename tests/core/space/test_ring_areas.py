"""Areas of many rings at once: one by one, and where they can be known."""

import numpy as np

from carbon_plugin.core.space.cell_area import geographic_cell_areas
from carbon_plugin.core.space.ring_area import WGS84, ring_area, ring_areas


def rings(count, seed=0):
    random = np.random.default_rng(seed)
    found = []
    for _ in range(count):
        angles = np.sort(random.uniform(0, 2 * np.pi, random.integers(3, 30)))
        radius = random.uniform(1e-6, 0.02)
        centre = random.uniform([-3, -1.2], [3, 1.2])
        ring = centre + radius * np.column_stack([np.cos(angles), np.sin(angles)])
        found.append(np.concatenate([ring, ring[:1]]))
    return found


def test_as_one_by_one():
    every = rings(200)
    begins = np.concatenate([[0], np.cumsum([len(ring) for ring in every])])
    areas = ring_areas(*np.concatenate(every).T, begins)
    np.testing.assert_allclose(areas, [ring_area(*ring.T) for ring in every], rtol=1e-9)


def test_cells_between_parallels_and_meridians():
    for latitude, size in ((0.0, 1e-3), (0.6, 1e-5), (-1.3, 1e-4)):
        west, south = 1.0, latitude - size / 2
        ring = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) * size + [west, south]
        (exact,) = geographic_cell_areas(np.array([latitude]), size, size, ellipsoid=WGS84)
        np.testing.assert_allclose(ring_areas(*ring.T, np.array([0, 5])), exact, rtol=1e-9)


def test_a_ring_around_the_pole_has_no_area():
    around = np.radians(np.column_stack([np.linspace(0, 360, 37), np.full(37, 80.0)]))
    square = np.array([[0, 0], [0.01, 0], [0.01, 0.01], [0, 0.01], [0, 0]])
    areas = ring_areas(*np.concatenate([around, square]).T, np.array([0, 37, 42]))
    assert np.isnan(areas[0]) and areas[1] > 0
