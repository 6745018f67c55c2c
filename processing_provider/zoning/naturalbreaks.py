"""naturalbreaks: exact natural classes of one field of any layer."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingOutputString

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import note, sentence
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import Readable
from ..run.inputs import Inputs
from ..styling import class_map


class NaturalBreaks(CarbonZoningAlgorithm):
    """Writes every feature again with its class."""

    NAME = "naturalbreaks"
    GROUP = "zoning"
    LABEL = sentence("Natural breaks")
    SUMMARY = sentence("Adds the class of every feature by exact natural breaks (Fisher-Jenks) of a field.")
    DESCRIPTION = sentence(
        "Cuts the values of a field into classes whose values lie as close together as possible: the sum of squared "
        "deviations from the class means is the smallest there is, not a near one from samples or random starts. Works "
        "for points, lines, polygons and tables without geometry. The column class runs from 1 (low) to the number of "
        "classes (high); the upper bound of a class belongs to it. A feature without a value has no class. With fewer "
        "different values than classes, every value is a class of its own. GVF, the goodness of variance fit, is 1 "
        "where no variance is left within the classes. BREAKS_USED can be given to a later run, so that maps of "
        "different years have the same classes. Method: Fisher (1958), Jenks (1977)."
    )
    TAGS = sentence("natural breaks,Jenks,Fisher-Jenks,classification,classes,class intervals,GVF,choropleth")

    INPUT, FIELD, CLASSES, BREAK_VALUES, OUTPUT = "INPUT", "FIELD", "CLASSES", "BREAK_VALUES", "OUTPUT"
    GVF, BREAKS_USED = "GVF", "BREAKS_USED"
    CLASS = "class"

    def definitions(self):
        return [
            p.table(self.INPUT, sentence("Layer"), sentence("Any layer or table, with or without geometry.")),
            p.field(
                self.FIELD,
                sentence("Field"),
                self.INPUT,
                text=sentence("Column of numbers to classify; numbers in a text column, as a CSV has them, are read."),
            ),
            p.integer(
                self.CLASSES,
                sentence("Number of classes"),
                sentence("From 1 to 100. Five is what the zoning uses."),
                default=5,
                low=1,
                high=100,
            ),
            p.string(
                self.BREAK_VALUES,
                sentence("Breaks to use instead"),
                sentence(
                    "The upper bound of each class from low to high, with semicolons between, as BREAKS_USED of an "
                    "earlier run. Empty: natural breaks."
                ),
                advanced=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Classes"),
                sentence("The layer with the column class (class_2 where there is one of that name already)."),
            ),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.GVF, tr("Goodness of variance fit (0 to 1)")),
            QgsProcessingOutputString(self.BREAKS_USED, tr("Upper bounds of the classes, from low to high")),
        ]

    def checks(self):
        return [Readable(self._break_values)]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.statistics.break_values import breaks_to_text
        from ...carbon_plugin.core.statistics.classification import classify, fixed_breaks
        from ...carbon_plugin.core.statistics.natural_breaks import natural_breaks

        features, given = run.features(self.INPUT), self._break_values(run)
        field, new_column = features.column(run.text(self.FIELD)), features.free_column(self.CLASS)
        values = features.numbers(field, run.step(0.0, 0.3))
        run.say(features.notes)
        breaks = fixed_breaks(values, given) if given else natural_breaks(values, run.integer(self.CLASSES))
        bounds, counts = breaks.upper_bounds, [int(count) for count in breaks.counts]
        run.say(breaks.notes)
        run.say([note("features-in-classes", "Features in the classes, from low to high: {counts}.", counts=counts)])
        style = class_map(
            new_column, field, bounds.tolist(), lowest=None if given else breaks.lowest, has_missing=breaks.missing > 0
        )
        run.write_features(
            self.OUTPUT,
            features,
            field,
            classify=lambda block: classify(block, bounds),
            new_column=new_column,
            style=style,
        )
        run.results[self.GVF] = breaks.gvf
        run.results[self.BREAKS_USED] = breaks_to_text(bounds)

    def _break_values(self, given: Inputs) -> list[float]:
        from ...carbon_plugin.core.statistics.break_values import breaks_from_text

        text = given.text(self.BREAK_VALUES).strip()
        return breaks_from_text(text) if text else []
