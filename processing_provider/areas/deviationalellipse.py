"""deviationalellipse: where features lie, how far they spread and which way, and how that moves through the years."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import ELLIPSE_METHODS, ELLIPSE_SIZES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from .ellipse_parameters import METHOD, SIZE, ellipse_options, ellipse_outputs, write_ellipses


class DeviationalEllipse(CarbonZoningAlgorithm):
    """Ellipses and centres of points, or of the centroids of polygons."""

    NAME = "deviationalellipse"
    GROUP = "areas"
    LABEL = sentence("Deviational ellipses of features")
    SUMMARY = sentence(
        "Weighted mean centre and standard deviational ellipse of features, by group and year, and the path of centres."
    )
    DESCRIPTION = sentence(
        "Features count by their centroid and weight: units with their emission as weight, "
        "for instance. What lies within a unit is not seen, so that axes are shorter than those of cells. Lengths and "
        "azimuths are measured in the layer's own CRS where they are true in it, else in an equal-area projection "
        "about the middle of the features, named in the log. Groups of one place, or of places on a line, have a "
        "centre but no ellipse, and are named. Method: Lefever (1926), Yuill (1971)."
    )
    TAGS = sentence("standard deviational ellipse,directional distribution,mean centre,gravity centre,SDE,shift,spread")

    INPUT, WEIGHT_FIELD, GROUP_FIELD, YEAR_FIELD = "INPUT", "WEIGHT_FIELD", "GROUP_FIELD", "YEAR_FIELD"
    METHOD, SIZE, OUTPUT, CENTRES = METHOD, SIZE, "OUTPUT", "CENTRES"

    def definitions(self):
        return [
            p.features(
                self.INPUT, sentence("Features"), sentence("Points, lines or polygons; these by their centroids.")
            ),
            p.field(
                self.WEIGHT_FIELD,
                sentence("Weight"),
                self.INPUT,
                text=sentence("Column of weights, zero or above. Empty: every feature weighs 1."),
                optional=True,
            ),
            p.field(
                self.GROUP_FIELD,
                sentence("Group"),
                self.INPUT,
                text=sentence("Column whose every value gets ellipses of its own. Empty: all features are one group."),
                optional=True,
            ),
            p.field(
                self.YEAR_FIELD,
                sentence("Year column"),
                self.INPUT,
                text=sentence("Column of years, each of which gets its own ellipse. Empty: no years, and no path."),
                optional=True,
            ),
            *ellipse_options(),
            *ellipse_outputs(),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.ellipses import read_weighted_points
        from ...carbon_plugin.core.space.ellipse_tables import ellipse_tables

        features = run.features(self.INPUT)
        names = (self.WEIGHT_FIELD, self.GROUP_FIELD, self.YEAR_FIELD)
        weight, group, year = (features.column(run.text(name)) for name in names)
        points = read_weighted_points(features, weight, group, year=year, progress=run.step(0.0, 0.8))
        run.say(features.notes)
        run.say(points.notes)
        tables = ellipse_tables(
            points.moments,
            points.groups,
            points.years,
            column="group",
            method=run.choice(METHOD, ELLIPSE_METHODS),
            size=int(run.choice(SIZE, ELLIPSE_SIZES)),
        )
        run.say(tables.notes)
        crs = features.source.sourceCrs()
        write_ellipses(run, tables, points.plane, origin=points.origin, crs=crs, column="group")
