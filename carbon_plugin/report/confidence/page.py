"""The report on how sure zones are."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import digits
from ..page.writer import Writer
from .report import AGREEMENT, HALF, SURE, ConfidenceReport
from .sections import SECTIONS, counts

_LEAD = sentence(
    "Coefficients were drawn from their ranges and choices from their options, and every run was scored and zoned "
    "again. What stays the same in all runs is told under “What was run”."
)


def confidence_page(
    report: ConfidenceReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``."""
    writer = Writer(
        sentence("How sure the zones are"), language, translate, region=report.told.region_name, progress=progress
    )
    return writer.page(report, [summary, what_to_doubt, *SECTIONS, what_was_run, what_happened])


def summary(writer: Writer, report: ConfidenceReport) -> None:
    """How many zones are sure."""
    writer.lead(writer.say(_LEAD))
    if report.known.empty:
        return
    writer.sentences([counts(writer, report)])
    half, high = digits(100 * HALF), digits(100 * SURE)
    median = digits(100.0 * float(report.known[AGREEMENT].median()))
    labels = (
        (
            str(report.sure),
            writer.say(sentence("units keep their zone in at least {percent} % of the runs"), percent=high),
        ),
        (str(report.unsure), writer.say(sentence("units keep it in fewer than {percent} %"), percent=half)),
        (f"{median} %", writer.say(sentence("of the runs keep the zone of a unit, the median over the units"))),
    )
    writer.facts(labels)


def what_was_run(writer: Writer, report: ConfidenceReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: ConfidenceReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
