"""The units: which are near a border, and the scores of all."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.zoning.summaries import units_near_border
from ...core.zoning.zones import NEXT_ZONE, TOTAL, ZONE
from ..page.writer import Writer
from ..page.zone_words import abbreviated, in_words, near_border_columns, score_columns, unit_columns, zone_of
from .report import ZoningReport

_NEAR = sentence(
    "{count} of {all:unit|units} would change their zone with one step: a change of one trend, or of one other index, "
    "by one class, with the breaks as they are. Scores that follow the same trend move together. A unit falls when its "
    "total reaches the break below it, and rises when it exceeds the one above."
)
_NONE = sentence("None: no unit would change its zone with one step, a change of one trend or index by one class.")
_ALL = sentence(
    "Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond "
    "it. The scores are explained below; a dash is a missing score, and a unit with one has no zone."
)


def close_calls(writer: Writer, report: ZoningReport) -> None:
    """Units that one step would move."""
    writer.heading(sentence("Units near a border"))
    near = units_near_border(report.units)
    if near.empty:
        writer.paragraph(writer.say(_NONE))
        return
    writer.paragraph(writer.say(_NEAR, count=len(near), all=len(report.zoned)))
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
