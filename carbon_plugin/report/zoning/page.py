"""The report of the zoning: how many units each zone has, why a unit is in its zone, and how sure that is."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ...core.zoning.rules import HIGH_IS_GOOD, LOW_IS_GOOD, Rule
from ...core.zoning.scorable import TABLES
from ..page.doubts import what_else, what_to_doubt
from ..page.shipped_notes import note_in
from ..page.table import Column
from ..page.writer import Writer
from ..page.zone_words import abbreviated
from .report import ZoningReport
from .units import all_units, close_calls
from .zones import distribution, mean_scores, summary, zone_table

DIRECTIONS = {HIGH_IS_GOOD: sentence("high is good"), LOW_IS_GOOD: sentence("low is good")}

_RULES = sentence(
    "A trend scores 5 where it is marked and good, 4 moderate and good, 3 without direction, 2 "
    "moderate and bad, 1 marked and bad; the threshold is the |Z| above which it is marked. Land-use "
    "intensity is scaled from 0 to 1 over the units and cut at its thresholds. A weight of 0 leaves an "
    "index out."
)


def zoning_page(
    report: ZoningReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no charts and says so."""
    sections = [
        summary,
        doubts,
        zone_table,
        distribution,
        mean_scores,
        close_calls,
        all_units,
        rules,
        what_was_run,
        what_happened,
    ]
    return Writer(
        sentence("Carbon-neutral zones"), language, translate, region=report.told.region_name, progress=progress
    ).page(report, sections)


def doubts(writer: Writer, report: ZoningReport) -> None:
    """The warnings that do not stand on top already."""
    on_top = {message.text() for message in report.on_top}
    what_to_doubt(writer, report, on_top)


def rules(writer: Writer, report: ZoningReport) -> None:
    """The rules behind the scores."""
    writer.heading(sentence("Rules used"))
    columns = (
        (sentence("Index"), lambda rule: abbreviated(rule.index)),
        (sentence("Variable"), lambda rule: writer.label(rule.field)),
        (sentence("Table"), lambda rule: writer.say(TABLES[rule.source])),
        (sentence("Direction"), lambda rule: _direction(rule, writer, report)),
        (sentence("Thresholds"), lambda rule: "; ".join(f"{value:g}" for value in rule.thresholds)),
        (sentence("Weight"), lambda rule: rule.weight),
        (sentence("Note"), lambda rule: note_in(writer.language, rule.note)),
    )
    writer.table([Column(writer.say(header), [cell(rule) for rule in report.zoning.rules]) for header, cell in columns])
    writer.paragraph(writer.say(_RULES))


def _direction(rule: Rule, writer: Writer, report: ZoningReport) -> str:
    return writer.say(DIRECTIONS[rule.direction or report.cli_direction])


def what_was_run(writer: Writer, report: ZoningReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: ZoningReport) -> None:
    """What a reader must know before trusting a zone."""
    writer.heading(sentence("What was missing, filled or left out"))
    what_else(writer, report, sentence("Nothing: every unit has all its scores."))
