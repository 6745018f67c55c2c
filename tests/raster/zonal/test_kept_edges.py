"""Edges that cross no row of centres are left out, and nothing that is counted shows it."""

import numpy as np
import pytest
from osgeo import ogr

from carbon_plugin.raster.grid import Grid
from carbon_plugin.raster.zonal.edges import Edges, RowLines
from carbon_plugin.raster.zonal.spans import Scanlines

GRID = Grid(60, 50, (100.0, 2.0, 0.0, 50.0, 0.0, -2.0), "", 60, 50)


def outline(random, corners, middle=(160.0, 0.0)):
    """A ragged ring as WKB, some of its corners on lines through centres."""
    angle = np.linspace(0.0, 2 * np.pi, corners, endpoint=False)
    radius = 40.0 * (1 + 0.2 * np.sin(5 * angle) + min(0.01, 1.0 / corners) * random.standard_normal(corners))
    x, y = middle[0] + radius * np.cos(angle), middle[1] + radius * np.sin(angle)
    on_line = random.random(corners) < min(0.1, 50.0 / corners)
    y[on_line] = np.round(y[on_line] / 2) * 2 + 1.0  # centres lie at odd numbers
    ring = ", ".join(f"{a!r} {b!r}" for a, b in zip([*x.tolist(), float(x[0])], [*y.tolist(), float(y[0])]))
    return bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())


@pytest.mark.parametrize("corners", [5, 100, 20_000])
@pytest.mark.parametrize("at_once", [3, 1 << 18])
def test_spans_are_the_same_to_the_cell(corners, at_once, monkeypatch):
    monkeypatch.setattr("carbon_plugin.raster.zonal.edges.EDGES_AT_ONCE", at_once)
    random = np.random.default_rng(corners)
    units = [outline(random, corners), None, outline(random, corners, (150.0, -20.0)), outline(random, 4)]
    whole, kept = Edges.from_wkb(units), Edges.from_wkb(iter(units), rows=RowLines.of(GRID))
    for grid in (GRID, Grid(60, 50, (91.0, 2.0, 0.0, 54.0, 0.0, -2.0), "", 60, 50)):
        strips = [(-20, 10), (10, 11), (11, 60)]
        for one, two in zip(Scanlines(whole, grid).cut(strips), Scanlines(kept, grid).cut(strips)):
            for name in ("row", "start", "stop", "unit"):
                np.testing.assert_array_equal(getattr(one, name), getattr(two, name))
    assert whole.extent == kept.extent and whole.unit_count == kept.unit_count == 4
    for name in ("across", "down", "edges", "x", "y"):
        np.testing.assert_allclose(getattr(kept.sums, name), getattr(whole.sums, name), rtol=1e-12)
    if corners == 20_000:
        assert len(kept.unit) < 0.3 * len(whole.unit)


def test_other_rows_need_edges_of_their_own():
    edges = Edges.from_wkb([outline(np.random.default_rng(0), 500)], rows=RowLines.of(GRID))
    for top, height in ((51.0, -2.0), (50.0, -2.1), (50.0, -4.0)):
        other = Grid(60, 50, (100.0, 2.0, 0.0, top, 0.0, height), "", 60, 50)
        assert not edges.rows.hold(other)
        with pytest.raises(ValueError, match="other rows"):
            Scanlines(edges, other)


def test_no_edges_at_all():
    edges = Edges.from_wkb([None, None], rows=RowLines.of(GRID))
    assert edges.extent is None and edges.sums.across.tolist() == [0.0, 0.0]
    assert not len(next(Scanlines(edges, GRID).cut([(0, 50)])))
