"""The sentences that are read first, made of the numbers below them."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.zoning.summaries import units_near_border
from ...core.zoning.zones import MOVED_BY, ZONE, zones
from ..page.numbers import digits
from ..page.writer import Writer
from ..page.zone_words import in_words
from ..scenario.report import scenario_names
from .report import StudyReport

_AMOUNTS = sentence(
    "In {year} the {count:unit|units} with a zone and complete accounts emitted {emission} and took up {sink}, "
    "{percent} % of it; {balanced:of them takes|of them take} up at least as much as is emitted there."
)
_ZONES = sentence(
    "{best:unit is|units are} in the best zone ({best_zone}) and {worst:unit is|units are} in the worst "
    "({worst_zone}); the largest zone is {largest_zone} with {largest:unit|units}."
)
_MORE = sentence(
    "Under the scenario “{scenario}” emission is {percent} % higher in {horizon} than in {base}, summed over "
    "{count:unit|units}."
)
_LESS = sentence(
    "Under the scenario “{scenario}” emission is {percent} % lower in {horizon} than in {base}, summed over "
    "{count:unit|units}."
)
_NEUTRAL = sentence("{neutral} of {known:unit|units} would then take up at least as much as is emitted there.")
_NEAR = sentence("{near} of {count:unit|units} would change zone with one step of a trend or an index.")


def headlines(writer: Writer, report: StudyReport) -> list[str]:
    """Two or three sentences: amounts, zones, and what comes or how near units are to a border."""
    said = [_amounts(writer, report), _zones(writer, report), _outlook(writer, report) or _near(writer, report)]
    return [text for text in said if text]


def _amounts(writer: Writer, report: StudyReport) -> str:
    found = report.amounts
    if found is None or found.emission <= 0:
        return ""
    return writer.say(
        _AMOUNTS, year=str(found.year), count=found.units, emission=writer.carbon.text(found.emission),
        sink=writer.carbon.text(found.sink), percent=digits(100.0 * found.sink / found.emission),
        balanced=found.balanced,
    )  # fmt: skip


def _zones(writer: Writer, report: StudyReport) -> str:
    members = report.zoned[ZONE].value_counts()
    best, worst = zones()[0], zones()[-1]
    largest = max(report.zones, key=lambda zone: (members[zone.zone], -zone.zone))
    return writer.say(
        _ZONES, best=int(members.get(best.zone, 0)), worst=int(members.get(worst.zone, 0)),
        best_zone=in_words(best, writer), worst_zone=in_words(worst, writer), largest_zone=in_words(largest, writer),
        largest=int(members[largest.zone]),
    )  # fmt: skip


def _outlook(writer: Writer, report: StudyReport) -> str:
    found = report.outlook
    if found is None:
        return ""
    name = scenario_names(writer.language).get(found.scenario, found.scenario)
    text = writer.say(
        _MORE if found.change_percent >= 0 else _LESS, scenario=name, percent=digits(abs(found.change_percent)),
        horizon=str(found.horizon), base=str(found.base_year), count=found.units,
    )  # fmt: skip
    return text + (" " + writer.say(_NEUTRAL, neutral=found.neutral, known=found.known) if found.known else "")


def _near(writer: Writer, report: StudyReport) -> str:
    if (report.units[MOVED_BY] == "").all():
        return ""
    return writer.say(_NEAR, near=len(units_near_border(report.units)), count=len(report.zoned))
