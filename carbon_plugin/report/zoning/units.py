"""The units: which are near a border, and the scores of all."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.zoning.zones import NEXT_ZONE, TOTAL, ZONE
from ..page.near_border import begin_near_border
from ..page.writer import Writer
from ..page.zone_words import abbreviated, in_words, near_border_columns, score_columns, unit_columns, zone_of
from .report import ZoningReport

_ALL = sentence(
    "Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond "
    "it. The scores are explained below; a dash is a missing score, and a unit with one has no zone."
)


def close_calls(writer: Writer, report: ZoningReport) -> None:
    """Units that one step would move."""
    near = begin_near_border(writer, report.units, len(report.zoned))
    if near.empty:
        return
    next_zones = [in_words(zone_of(number), writer) for number in near[NEXT_ZONE]]
    writer.table(near_border_columns(near, writer, next_zones))


def all_units(writer: Writer, report: ZoningReport) -> None:
    """Zone, total and scores of every unit."""
    writer.heading(sentence("All units"))
    rows = report.units.sort_values([ZONE, TOTAL], ascending=[True, False], kind="stable")
    writer.paragraph(writer.say(_ALL))
    rules = report.rules_shown
    if len(rules) > len(report.rules_of_total):
        writer.paragraph(writer.say(sentence("Scores in brackets are shown, but do not count in the total.")))
    names = [abbreviated(rule.index) if rule.weight > 0 else f"({abbreviated(rule.index)})" for rule in rules]
    scores = score_columns(rows, [rule.column for rule in rules], names)
    writer.table([*unit_columns(rows, writer), *scores])
