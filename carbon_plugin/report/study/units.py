"""The units: which are near a border, and the scores of all."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.zoning.zones import MARGIN, NEXT_ZONE, TOTAL, ZONE
from ..page.many import some_of
from ..page.near_border import begin_near_border
from ..page.writer import Writer
from ..page.zone_words import abbreviated, near_border_columns, roman, score_columns, unit_columns
from .report import StudyReport, index_label, index_of

LISTED_NEAR_BORDER = 60

_LOOK = sentence("Look at these units before drawing a line between zones.")
_ALL = sentence(
    "Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond it; a dash is a "
    "missing score, and a unit with one has no zone."
)


def near_border(writer: Writer, report: StudyReport) -> None:
    """Units that one step would move."""
    if report.units[MARGIN].isna().all():
        return
    near = begin_near_border(writer, report.units, len(report.zoned), advice=_LOOK)
    if near.empty:
        return
    _abbreviations(writer, report)
    listed = near.head(LISTED_NEAR_BORDER)
    writer.table(near_border_columns(listed, writer, [roman(number) for number in listed[NEXT_ZONE]]))
    if len(near) > len(listed):
        rest = some_of(near["name"].iloc[len(listed) :], writer.say, writer.listed)
        writer.paragraph(writer.say(sentence("And: {units}."), units=rest))


def all_units(writer: Writer, report: StudyReport) -> None:
    """Zone, total and scores of every unit."""
    writer.heading(sentence("All units"))
    rows = report.units.sort_values([ZONE, TOTAL], ascending=[True, False], kind="stable")
    writer.paragraph(writer.say(_ALL))
    _abbreviations(writer, report)
    scores = score_columns(rows, report.scores, [index_of(name) for name in report.scores])
    writer.table([*unit_columns(rows, writer), *scores])


def _abbreviations(writer: Writer, report: StudyReport) -> None:
    """What the short names of the indices stand for."""
    if report.scores:
        pairs = ((abbreviated(index_of(name)), index_label(name, writer)) for name in report.scores)
        writer.lead("; ".join(f"{short} = {label}" for short, label in pairs))
