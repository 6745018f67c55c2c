"""What both steps of ellipses share: their options, their outputs, and how these are written."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import ELLIPSE_METHODS, ELLIPSE_SIZES
from .. import parameters as p
from ..run import Run
from ..styling import centre_moves, ellipse_map

METHOD, SIZE, OUTPUT, CENTRES = "METHOD", "SIZE", "OUTPUT", "CENTRES"


def ellipse_options() -> list:
    """METHOD and SIZE."""
    return [
        p.choice(
            METHOD,
            sentence("Convention of the axes"),
            ELLIPSE_METHODS,
            text=sentence(
                "As ArcGIS draws it, one standard deviation covers 63 percent of a normal cloud of points; Yuill's "
                "ellipse is smaller by the root of two, CrimeStat's larger where weights add up to little."
            ),
        ),
        p.choice(
            SIZE,
            sentence("Size of the ellipses"),
            ELLIPSE_SIZES,
            text=sentence("How many standard deviations, of the convention above, the ellipses reach."),
        ),
    ]


def ellipse_outputs() -> list:
    """OUTPUT and CENTRES."""
    return [
        p.polygons_out(
            OUTPUT,
            sentence("Deviational ellipses"),
            sentence(
                "One polygon a group and year: centre_x and centre_y in the layer's CRS, azimuth of the long axis "
                "(degrees clockwise from north), half axes (m), area (km²), flattening, and the method."
            ),
        ),
        p.lines_out(
            CENTRES,
            sentence("Path of the centres"),
            sentence("One line a move of a centre from one year to the next, with distance (m) and direction."),
            optional=True,
        ),
    ]


def write_ellipses(run: Run, tables, plane, *, origin, crs, column: str) -> None:
    """Write ``core.space.ellipse_tables.EllipseTables`` as polygons and lines in ``crs``."""
    from ...carbon_plugin.bridge.ellipses import ellipse_geometries, move_geometries

    frame, polygons = ellipse_geometries(tables, plane, origin, size=int(run.choice(SIZE, ELLIPSE_SIZES)))
    run.write_polygons(OUTPUT, frame, polygons, crs=crs, style=ellipse_map(frame, column))
    if run.given(CENTRES):
        lines = move_geometries(tables, plane, origin)
        run.write_lines(CENTRES, tables.centres, lines, crs=crs, style=centre_moves(tables.centres, column))
