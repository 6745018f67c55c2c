"""The zones: how many units there are, where they lie, what they amount to."""

from __future__ import annotations

import pandas as pd

from ...core.measures import HECTARES_PER_SQUARE_KILOMETRE
from ...core.messages import sentence
from ...core.zoning.zones import TOTAL, ZONE, zones
from ..page.colours import NO_COLOUR, NO_ZONE
from ..page.map import NAMED
from ..page.numbers import shown
from ..page.run_on import run_on
from ..page.table import Column
from ..page.writer import Writer
from ..page.zone_words import colours_of, in_words, zone_of
from .headlines import headlines
from .report import StudyReport

AMOUNTS = ("ce", "cs", "nce")

_LEAD = sentence(
    "{units:unit|units}, {zoned} of them in {zones:zone|zones}, after Huo et al. (2025). Every unit has scores from 1 "
    "(bad) to 5 (good), most of them for the trend of an index; their total decides its zone. Zone {first} is the best."
)
_MAP = sentence(
    "Zone of every unit; point at a unit to see its name, zone and total. Equal-area projection, north upwards."
)
_NO_ZONE = sentence("Grey: {count:unit|units} without a zone, since scores are missing.")
_SUMS = sentence(
    "Amounts of {year}, the last year with nearly all accounts. Emission is above zero, a sink is a positive amount "
    "taken up; net emission = emission − sink, so below zero a zone takes up more than it emits. Areas are those of "
    "the outlines."
)


def summary(writer: Writer, report: StudyReport) -> None:
    """How many units have a zone, and what the region amounts to."""
    writer.lead(
        writer.say(
            _LEAD, units=len(report.units), zoned=len(report.zoned), zones=len(report.zones), first=zones()[0].roman
        )
    )
    writer.sentences(headlines(writer, report))
    facts = [(f"{len(report.zoned)} / {len(report.units)}", writer.say(sentence("units with a zone")))]
    found = report.amounts
    if found is not None:
        amounts = zip(AMOUNTS, (found.emission, found.sink, found.net_emission))
        template = sentence("{label}, {year}, of {count:unit|units}")
        values = {"year": str(found.year), "count": found.units}
        facts += [
            (writer.carbon.text(amount), writer.say(template, label=writer.label(column), **values))
            for column, amount in amounts
        ]
        label = writer.say(sentence("units in balance (net emission ≤ 0), {year}"), year=str(found.year))
        facts.append((f"{found.balanced} / {found.units}", label))
    writer.facts(facts)


def zones_on_the_map(writer: Writer, report: StudyReport) -> None:
    """The map, and a table of what every zone amounts to."""
    writer.heading(sentence("The zones"))
    _map(writer, report)
    sums = report.summaries.sums
    sums = pd.concat([sums, sums.sum(min_count=1).to_frame().T], ignore_index=True)
    if report.summaries.year is not None:
        writer.paragraph(writer.say(_SUMS, year=report.summaries.year))
    names = [*report.zone_names(writer), writer.say(sentence("All zones"))]
    columns = [
        Column(writer.say(sentence("Zone")), names, bars=[*(zone.colour for zone in report.zones), NO_COLOUR]),
        Column(writer.say(sentence("Units")), sums["units"].astype(int)),
        Column(writer.say(sentence("Area (km²)")), sums["area_ha"] / HECTARES_PER_SQUARE_KILOMETRE),
    ]
    if "population" in sums:
        columns.append(Column(writer.header("population"), sums["population"]))
    for column in [name for name in AMOUNTS if name in sums]:
        scale, unit = writer.carbon.scale(sums[column])
        amounts = [float(f"{value * scale:.4g}") for value in sums[column]]
        columns.append(Column(writer.with_unit(column, unit), amounts))
    writer.table(columns)


def _map(writer: Writer, report: StudyReport) -> None:
    units = report.units
    counts, without = units[ZONE].value_counts(), int(units[ZONE].isna().sum())
    legend = [
        (
            zone.colour,
            writer.say(sentence("{zone} ({count})"), zone=in_words(zone, writer), count=int(counts[zone.zone])),
        )
        for zone in report.zones
    ]
    caption = writer.say(_MAP)
    if without:
        legend.append((NO_ZONE, writer.say(sentence("No zone ({count})"), count=without)))
        caption = run_on(writer.language, caption, writer.say(_NO_ZONE, count=without))
    drawing = writer.sheet(report.outlines).units(
        colours_of(units[ZONE], NO_ZONE),
        [_title(row, writer) for row in units.itertuples()],
        list(units["name"]) if len(units) <= NAMED else (),
        north=writer.say(sentence("N")),
    )
    writer.map(drawing, caption, legend)


def _title(row, writer: Writer) -> str:
    """What a reader sees who points at a unit."""
    words, total = f"{row.name}: {in_words(zone_of(row.zone), writer)}", getattr(row, TOTAL)
    if pd.isna(total):
        return words
    return writer.listed([words, writer.say(sentence("total {total}"), total=shown(float(total)))])
