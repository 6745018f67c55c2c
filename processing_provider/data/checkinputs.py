"""checkinputs: all that is wrong with a planner's own data, at once."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProcessingOutputBoolean, QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import InputError, raise_all
from ...carbon_plugin.core.messages import Message, sentence
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..parameters.raster_steps import coded_rasters
from ..run import Run
from ..styling import issue_aliases
from .land_cover_look import look_at_land_cover
from .statistics_look import look_at_statistics


class CheckInputs(CarbonZoningAlgorithm):
    """Reads what the steps would read, and says all instead of stopping at the first."""

    NAME = "checkinputs"
    GROUP = "data"
    LABEL = sentence("Check data")
    SUMMARY = sentence("Says all that is wrong with units, statistics and land cover at once, before any step runs.")
    DESCRIPTION = sentence(
        "Reads the data as the steps do and lists their messages instead of stopping at the first: keys that are "
        "missing, doubled, written otherwise or have characters that nobody sees; years; text among numbers; numbers "
        "below zero, out of range, or ten, a hundred or a thousand times off; gaps and jumps; totals among the "
        "units; rasters without a coordinate reference system, elsewhere, or with codes that the legend does not "
        "know; outlines that cross themselves, are empty or overlap. It proposes a better key, a legend that fits and "
        "years in common, and says which steps can run. A warning stops nothing: look it up. The check knows what "
        "is unusual, not what is true. With the quick check the cells of the rasters are not read, so that codes, "
        "overlap of rasters and units, and areas are not looked at."
    )
    TAGS = sentence("check,validate,errors,warnings,quality,keys,gaps,outliers,legend,before,issues,data")

    UNITS, STATISTICS, LAND_COVER, YEARS = "UNITS", "STATISTICS", "LAND_COVER", "YEARS"
    LEGEND, CLASSES, QUICK, STOP_AT_ERRORS = "LEGEND", "CLASSES", "QUICK", "STOP_AT_ERRORS"
    ISSUES, REPORT = "ISSUES", "REPORT"
    ERRORS, WARNINGS, READY = "ERRORS", "WARNINGS", "READY"

    def definitions(self):
        return [
            p.polygons(),
            p.units_id_field(),
            p.units_name_field(),
            *p.panel(
                self.STATISTICS,
                sentence("Statistics by unit and year"),
                sentence("The table that “Carbon accounting” is to read. Empty: it is not looked at."),
                optional=True,
            ),
            *coded_rasters(
                sentence("The rasters that “Land-use areas” is to read. Empty: none are looked at."),
                optional=True,
                become_columns=True,
            ),
            p.flag(
                self.QUICK,
                sentence("Quick check"),
                False,
                text=sentence("Leave the cells of the rasters unread, which takes most of the time."),
            ),
            p.flag(
                self.STOP_AT_ERRORS,
                sentence("Stop at errors"),
                False,
                text=sentence(
                    "Fail with all errors instead of writing them down, so that no later step of a model runs."
                ),
                advanced=True,
            ),
            p.table_out(
                self.ISSUES,
                sentence("Issues"),
                sentence("One row a finding and place: what, where, found, expected and what to do; the worst first."),
            ),
            p.report(sentence("One HTML page: which steps can run, all findings, and where numbers are missing.")),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.ERRORS, tr("Rows with an error")),
            QgsProcessingOutputNumber(self.WARNINGS, tr("Rows with a warning")),
            QgsProcessingOutputBoolean(self.READY, tr("Whether there is no error")),
        ]

    def compute(self, run: Run) -> None:
        import pandas as pd

        from ...carbon_plugin.bridge.unit_overlaps import remarks_on_overlapping_units
        from ...carbon_plugin.core.issues import ISSUE_COLUMNS, issues
        from ...carbon_plugin.core.messages import ERROR, WARNING
        from ...carbon_plugin.core.preparation.readiness import Given, find_readiness

        units = look(run, run.units)
        statistics = look_at_statistics(run, units, look)
        run.progress.report(0.2)
        land_cover = look_at_land_cover(run, units, statistics.panel, look=look)
        if units is not None and land_cover.units_overlap is not False:  # cells tell that none do, and faster
            run.say(remarks_on_overlapping_units(units, run.step(0.95, 1.0)))
        if run.flag(self.STOP_AT_ERRORS):
            raise_all([FoundError.of(message) for message in run.messages if message.severity == ERROR])
        rows = list(dict.fromkeys(issues(run.messages, tr)))
        frame = pd.DataFrame([vars(row) for row in rows], columns=list(ISSUE_COLUMNS)).astype(str)
        run.write_table(self.ISSUES, frame, issue_aliases)
        counts = frame["severity"].value_counts()
        run.results[self.ERRORS] = int(counts.get(ERROR, 0))
        run.results[self.WARNINGS] = int(counts.get(WARNING, 0))
        run.results[self.READY] = not counts.get(ERROR, 0)
        if run.output_path(self.REPORT):
            given = Given(
                units is not None, statistics.is_sound, land_cover.is_sound, statistics.panel, statistics.agrees
            )
            self._write_report(run, find_readiness(given), statistics.panel, units=units, dates=land_cover.dates)

    def _write_report(self, run: Run, steps, panel, *, units, dates) -> None:
        from ...carbon_plugin.bridge.translation import language
        from ...carbon_plugin.core.preparation.panel_checks import numbers_of, share_filled
        from ...carbon_plugin.core.preparation.proposals import find_proposals
        from ...carbon_plugin.report.inputs import InputsReport, inputs_page

        report = InputsReport(
            run.told([(tr("Quick check"), tr("yes") if run.flag(self.QUICK) else tr("no"))], units),
            steps,
            share_filled(panel, numbers_of(panel)) if panel is not None and len(panel) else None,
            len(panel.units) if panel is not None else 0,
            find_proposals(run.messages, panel.years if panel is not None else [], dates),
        )
        run.write_file(self.REPORT, inputs_page(report, language(), tr, progress=run.silent()))


class FoundError(InputError):
    """An error that was said already, to be raised after all."""

    @classmethod
    def of(cls, message: Message) -> FoundError:
        """The error that says ``message``."""
        error = cls(reason=str(message))
        error.message = message
        return error


def look(run: Run, read: Callable[[], object]) -> object:
    """What ``read`` gives; None where it raises, and then all it said is among the run's messages."""
    try:
        return read()
    except InputError as error:
        run.say(error.messages)
        return None
