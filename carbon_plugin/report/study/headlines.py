"""The sentences that are read first, made of the numbers below them."""

from __future__ import annotations

from ...core.messages import sentence
from ..accounting.headlines import otherwise
from ..page.numbers import digits
from ..page.run_on import run_on
from ..page.writer import Writer
from ..page.zone_headlines import near_a_border, sizes
from ..scenario.report import scenario_names
from .report import StudyReport

_AMOUNTS = sentence(
    "In {year} the {count:unit|units} with a zone and complete accounts emitted {emission} and took up {sink}, "
    "{percent} % of it; {balanced:of them takes|of them take} up at least as much as is emitted there."
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


def headlines(writer: Writer, report: StudyReport) -> list[str]:
    """Two or three sentences: amounts, zones, and what comes or how near units are to a border."""
    said = [_amounts(writer, report), sizes(report.zoned, writer)]
    said.append(_outlook(writer, report) or near_a_border(report.zoned, writer))
    return [text for text in said if text]


def _amounts(writer: Writer, report: StudyReport) -> str:
    found = report.amounts
    if found is None or found.emission <= 0:
        return ""
    said = writer.say(
        _AMOUNTS, year=str(found.year), count=found.units, emission=writer.carbon.text(found.emission),
        sink=writer.carbon.text(found.sink), percent=digits(100.0 * found.sink / found.emission),
        balanced=found.balanced,
    )  # fmt: skip
    region = report.tables.region
    if region is None or "units_counted" not in region:
        return said
    same = region[region["units_counted"] == found.units]  # else the sentence would be about other units
    return run_on(writer.language, said, otherwise(writer, same, found.year))


def _outlook(writer: Writer, report: StudyReport) -> str:
    found = report.outlook
    if found is None:
        return ""
    name = scenario_names(writer.language).get(found.scenario, found.scenario)
    text = writer.say(
        _MORE if found.change_percent >= 0 else _LESS, scenario=name, percent=digits(abs(found.change_percent)),
        horizon=str(found.horizon), base=str(found.base_year), count=found.units,
    )  # fmt: skip
    neutral = writer.say(_NEUTRAL, neutral=found.neutral, known=found.known) if found.known else ""
    return run_on(writer.language, text, neutral)
