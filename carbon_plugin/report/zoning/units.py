"""The units: which are near a border, and the scores of all."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.zoning.summaries import units_near_border
from ...core.zoning.zones import NEXT_ZONE, TOTAL, ZONE
from ..page.numbers import shown
from ..page.writer import Writer
from ..page.zone_words import in_words, near_border_columns, score_columns, unit_columns, zone_of
from .report import ZoningReport

_NEAR = sentence(
    "The totals of {count} of {all} units are no farther than {points} from a break, so that a small change of "
    "one score takes them to another zone. A unit falls when its total reaches the break below it, and rises "
    "when it exceeds the one above: with a margin of 0 the least rise is enough."
)
_ALL = sentence(
    "Best zone first, then by total. Margin: points to the nearest break; next zone: the one beyond "
    "it. The scores are explained below; a dash is a missing score, and a unit with one has no zone."
)


def close_calls(writer: Writer, report: ZoningReport) -> None:
    """Units that one score would move."""
    writer.heading(sentence("Units near a border"))
    within = max(rule.weight for rule in report.rules_of_total)
    near = units_near_border(report.units, within)
    if near.empty:
        template = sentence("None: every total is farther than {points} from a break.")
        writer.paragraph(writer.say(template, points=shown(within)))
        return
    writer.paragraph(writer.say(_NEAR, count=len(near), all=len(report.zoned), points=shown(within)))
    next_zones = [in_words(zone_of(number), writer) for number in near[NEXT_ZONE]]
    writer.table(near_border_columns(near, writer, next_zones))


def all_units(writer: Writer, report: ZoningReport) -> None:
    """Zone, total and scores of every unit."""
    writer.heading(sentence("All units"))
    rows = report.units.sort_values([ZONE, TOTAL], ascending=[True, False], kind="stable")
    writer.paragraph(writer.say(_ALL))
    rules = report.rules_of_total
    scores = score_columns(rows, [rule.column for rule in rules], [rule.index for rule in rules])
    writer.table([*unit_columns(rows, writer), *scores])
