"""landuseellipse: where each class of land lies, how far it spreads and which way, and how that moved."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import ELLIPSE_METHODS, ELLIPSE_SIZES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..parameters.raster_steps import (
    chosen_legend,
    cluster,
    cluster_is_readable,
    coded_rasters,
    names_and_years,
)
from ..run import Run
from ..run.checks import Readable
from .ellipse_parameters import METHOD, SIZE, ellipse_options, ellipse_outputs, write_ellipses


class LandUseEllipse(CarbonZoningAlgorithm):
    """Ellipses and centres of the cells of each class."""

    NAME = "landuseellipse"
    GROUP = "areas"
    LABEL = sentence("Deviational ellipses of land classes")
    SUMMARY = sentence(
        "Mean centre and standard deviational ellipse of each land class from rasters of one year or more, and the "
        "path of the centres."
    )
    DESCRIPTION = sentence(
        "Every cell of a class counts with its area, block by block, so that rasters of any size fit. Lengths and "
        "azimuths are measured in the rasters' own CRS where they are true in it, else in an equal-area projection "
        "about their middle, named in the log. Rasters may lie on different grids. A class that holds one cell, or "
        "cells on a line, has a centre but no ellipse, and is named. Method: Lefever (1926), Yuill (1971)."
    )
    TAGS = sentence(
        "standard deviational ellipse,directional distribution,mean centre,gravity centre,SDE,shift,land use,land "
        "cover,raster"
    )

    LAND_COVER, YEARS, LEGEND, CLASSES, UNITS = "LAND_COVER", "YEARS", "LEGEND", "CLASSES", "UNITS"
    METHOD, SIZE, OUTPUT, CENTRES = METHOD, SIZE, "OUTPUT", "CENTRES"

    def definitions(self):
        return [
            *coded_rasters(
                sentence("Classified rasters with whole-number codes, one a year or several tiles a year."),
                become_columns=False,
            ),
            p.polygons(optional=True, text=sentence("Only cells whose centre lies in one of these count. Empty: all.")),
            p.units_id_field(),
            *ellipse_options(),
            cluster(),
            *ellipse_outputs(),
        ]

    def checks(self):
        return [Readable(names_and_years, layers=[self.LAND_COVER]), cluster_is_readable()]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.land_change import count_class_moments
        from ...carbon_plugin.bridge.rasters import remarks_on_nodata
        from ...carbon_plugin.core.land_use.class_words import LandClass
        from ...carbon_plugin.core.land_use.transition_remarks import check_codes
        from ...carbon_plugin.core.space.ellipse_tables import ellipse_tables
        from ...carbon_plugin.core.tables.years import remarks_on_years

        layers = run.rasters(self.LAND_COVER)
        names, years = names_and_years(run)
        run.say([*remarks_on_years(names, years), *remarks_on_nodata(layers)])
        legend, units = chosen_legend(run), run.units(self.UNITS)
        with run.workers() as executor:
            found = count_class_moments(
                layers,
                years,
                legend,
                units=units,
                context=run.transform_context,
                executor=executor,
                progress=run.step(0.0, 0.95),
            )
        check_codes(found.unknown, found.rasters, found.of_years)
        run.say(found.notes)
        tables = ellipse_tables(
            found.moments,
            found.groups,
            found.years,
            column="class",
            method=run.choice(METHOD, ELLIPSE_METHODS),
            size=int(run.choice(SIZE, ELLIPSE_SIZES)),
            in_words=LandClass,
        )
        run.say(tables.notes)
        crs = QgsCoordinateReferenceSystem.fromWkt(found.plane.layer_wkt)
        write_ellipses(run, tables, found.plane, origin=found.origin, crs=crs, column="class")
