"""Zone by zone: which of its units lie together, and what to do there."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.space.contiguity import NO_GROUP, contiguous_groups
from ...core.zoning.zone_sentences import strategy
from ...core.zoning.zones import ZONE, Zone
from ..page.colours import FAINT
from ..page.many import some_of
from ..page.map import MapSheet
from ..page.writer import Writer
from ..page.zone_words import in_words
from .report import StudyReport

GROUPS_SHOWN = 12  # of a zone, by number
GROUPS_LISTED = 100


def zone_by_zone(writer: Writer, report: StudyReport) -> None:
    """A small map, the strategy and the groups of every zone."""
    writer.heading(sentence("Zone by zone"))
    outlines, zone_of = report.outlines, report.units[ZONE]
    groups = contiguous_groups(zone_of, outlines.neighbours, outlines.area_ha)
    sheet = writer.sheet(outlines)
    for zone in report.zones:
        members = (zone_of == zone.zone).to_numpy()
        title = sentence("{zone}: {count:unit|units}")
        with writer.together():
            writer.subheading(writer.say(title, zone=in_words(zone, writer), count=int(members.sum())), zone.colour)
            _map(zone, members, groups, sheet, writer)
            writer.paragraph(strategy(zone.zone, report.summaries.measures.get(zone.zone), writer.language))
            writer.items(_lines(members, groups, writer, report))


def _map(zone: Zone, members: np.ndarray, groups: np.ndarray, sheet: MapSheet, writer: Writer) -> None:
    """The zone's units, the number of a group on its largest unit."""
    sizes, labels = sheet.outlines.area_ha, {}
    for number in range(1, min(groups[members].max(), GROUPS_SHOWN) + 1):
        inside = np.flatnonzero(members & (groups == number))
        labels[int(inside[np.argmax(sizes[inside])])] = number
    writer.map(sheet.highlighted(members, zone.colour, FAINT, numbers=labels), beside=True)


def _lines(members: np.ndarray, groups: np.ndarray, writer: Writer, report: StudyReport) -> list[str]:
    """The groups of neighbours and their units, the largest group first; units by themselves in one line."""
    names, lines, alone = report.units["name"].to_numpy(), [], []
    groups_left = units_left = 0
    counts, inside = np.bincount(groups[members], minlength=1), np.flatnonzero(members)
    by_group = np.split(inside[np.argsort(groups[inside], kind="stable")], np.cumsum(counts)[:-1])
    for number, (count, places) in enumerate(zip(counts, by_group)):
        found = names[places]
        if number > GROUPS_LISTED and count > 1:
            groups_left, units_left = groups_left + 1, units_left + int(count)
        elif number > NO_GROUP and count > 1:
            template = sentence("Group {number}, {count:unit|units}: {units}")
            shown = some_of(found, writer.say, writer.listed)
            lines.append(writer.say(template, number=number, count=int(count), units=shown))
        elif number > NO_GROUP and count == 1:
            alone.append(f"{found[0]} ({number})")
    if groups_left:
        template = sentence("{groups:smaller group|smaller groups} with {count:unit|units} in all")
        lines.append(writer.say(template, groups=groups_left, count=units_left))
    if alone:
        shown = some_of(alone, writer.say, writer.listed)
        lines.append(writer.say(sentence("Without a neighbour in the zone: {units}"), units=shown))
    return lines
