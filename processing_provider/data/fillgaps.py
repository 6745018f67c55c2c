"""fillgaps: missing years of a panel, filled from the years around them."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import FILL_METHODS, OUTSIDE
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import NotBefore
from ..styling import aliases


class FillGaps(CarbonZoningAlgorithm):
    """Fills empty cells of a panel, unit by unit, and marks each."""

    NAME = "fillgaps"
    GROUP = "data"
    LABEL = sentence("Fill gaps")
    SUMMARY = sentence("Fills missing years of a panel from the years around them, and marks every filled cell.")
    DESCRIPTION = sentence(
        "Each unit and field is filled from its own known years; what is known never changes. The monotone cubic "
        "(PCHIP) keeps between its neighbours; the splines may swing beyond them. Two known values have a straight "
        "line between them by any method, three a parabola by the not-a-knot spline; a single one is given to all "
        "years, which is told; without any the field stays empty. Before the first and after the last known year "
        "nothing is filled unless you ask for it. The column filled names, in every row, the fields that were filled: "
        "“Trends of units” leaves these out of its test, since interpolated years say nothing new. Values unlike the "
        "years around them are listed, never changed: those more than 3.5 median absolute deviations from the "
        "running median of seven values. Sources: Fritsch and Carlson (1980), de Boor (1978), Hampel (1974)."
    )
    TAGS = sentence(
        "gap,missing,missing years,interpolation,fill,spline,PCHIP,linear,time series,outlier,complete panel"
    )

    INPUT, FIELDS, METHOD, OUTSIDE = "INPUT", "FIELDS", "METHOD", "OUTSIDE"
    NEGATIVE, COMPLETE, FIRST_YEAR, LAST_YEAR = "NEGATIVE", "COMPLETE", "FIRST_YEAR", "LAST_YEAR"
    OUTLIERS, OUTPUT, FLAGGED, FILLED_CELLS = "OUTLIERS", "OUTPUT", "FLAGGED", "FILLED_CELLS"

    def definitions(self):
        return [
            *p.panel(
                self.INPUT,
                sentence("Values by unit and year"),
                sentence("One row a unit and year; years without a row, and empty cells, are the gaps."),
            ),
            p.field(
                self.FIELDS,
                sentence("Fields"),
                self.INPUT,
                text=sentence("Number columns to fill. Empty: all of them."),
                optional=True,
                several=True,
            ),
            p.choice(
                self.METHOD,
                sentence("Between known years"),
                FILL_METHODS,
                text=sentence("How the years between two known ones are filled."),
            ),
            p.choice(
                self.OUTSIDE,
                sentence("Before the first and after the last known year"),
                OUTSIDE,
                text=sentence("What is put where no known year lies on one side. A spline is never carried on."),
                advanced=True,
            ),
            p.flag(
                self.NEGATIVE,
                sentence("Filled values may fall below zero"),
                False,
                text=sentence(
                    "Let filled values be below zero where no known value of the unit is. Else they are 0, and told."
                ),
                advanced=True,
            ),
            p.flag(
                self.COMPLETE,
                sentence("A row for every unit and year"),
                True,
                text=sentence(
                    "Add the rows that are missing between the first and the last year. Text that all rows of a unit "
                    "share, such as its city, is put there too."
                ),
            ),
            p.year(
                self.FIRST_YEAR,
                sentence("First year"),
                sentence("First year of the added rows. Empty: that of the table. Rows before it stay."),
                advanced=True,
            ),
            p.year(
                self.LAST_YEAR,
                sentence("Last year"),
                sentence("Last year of the added rows. Empty: that of the table. Rows after it stay."),
                advanced=True,
            ),
            p.flag(
                self.OUTLIERS,
                sentence("List values unlike the years around them"),
                True,
                text=sentence("They are told and listed, and stay as they are."),
                advanced=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Filled panel"),
                sentence("The input with its gaps filled; the column filled names the filled fields of each row."),
            ),
            p.table_out(
                self.FLAGGED,
                sentence("Values unlike the years around them"),
                sentence(
                    "One row a value: unit, year, column, the value found, the running median and the median absolute "
                    "deviation."
                ),
                optional=True,
                by_default=False,
            ),
        ]

    def numbers_out(self):
        return [QgsProcessingOutputNumber(self.FILLED_CELLS, tr("Cells that were filled"))]

    def checks(self):
        return [NotBefore(self.LAST_YEAR, self.FIRST_YEAR)]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.preparation.gaps import fill_gaps, number_columns

        panel = run.panel(self.INPUT)
        chosen = [panel.column(name) for name in run.texts(self.FIELDS)]
        gaps = fill_gaps(
            panel,
            chosen or number_columns(panel),
            run.choice(self.METHOD, FILL_METHODS),
            outside=run.choice(self.OUTSIDE, OUTSIDE),
            below_zero=run.flag(self.NEGATIVE),
            complete=run.flag(self.COMPLETE),
            first_year=run.integer(self.FIRST_YEAR) if run.given(self.FIRST_YEAR) else None,
            last_year=run.integer(self.LAST_YEAR) if run.given(self.LAST_YEAR) else None,
            outliers=run.flag(self.OUTLIERS),
            progress=run.step(0.1, 0.8),
        )
        run.say(gaps.notes)
        run.write_table(self.OUTPUT, gaps.panel.frame, aliases)
        if run.given(self.FLAGGED):
            run.write_table(self.FLAGGED, gaps.flagged, aliases)
        run.results[self.FILLED_CELLS] = gaps.filled_cells
