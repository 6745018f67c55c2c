"""The report on carbon compensation: who pays whom, by unit and functional area, the range by price, the gap."""

from __future__ import annotations

from ...core.compensation.payments import BALANCED, NONE, PAYS, RECEIVES
from ...core.compensation.remarks import EQUAL
from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import shown
from ..page.writer import Writer
from .report import CompensationReport

_LEAD = sentence(
    "Units whose corrected net emission is above zero pay, those below zero receive. How net emission is corrected, "
    "the price of carbon and the ability to pay are assumptions: they stand under “What was run”."
)
_COUNTS = sentence(
    "In {year}, {pays:unit pays|units pay}, {receives:unit receives|units receive} and {balanced:unit is|units are} "
    "balanced."
)
_CLEAR = sentence(
    "At {price} of the currency per t CO₂, what is paid and what is received is made equal: {paid} × 10⁴ a year on "
    "each side."
)
_EQUAL = sentence(
    "At {price} of the currency per t CO₂, what is paid and what is received are equal: {paid} × 10⁴ a year."
)
_SURPLUS = sentence(
    "At {price} of the currency per t CO₂, {paid} × 10⁴ a year are paid and {received} × 10⁴ received: {gap} × 10⁴ "
    "more are paid than received, and who would get them is open."
)
_SHORTFALL = sentence(
    "At {price} of the currency per t CO₂, {paid} × 10⁴ a year are paid and {received} × 10⁴ received: {gap} × 10⁴ are "
    "lacking, and who would give them is open."
)
_LARGEST = sentence("The largest payer is {payer}; the largest receiver is {receiver}.")


def compensation_page(
    report: CompensationReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``."""
    from .sections import area_types, price_range, units_by_amount, who_pays_map

    writer = Writer(
        sentence("Carbon compensation"), language, translate, region=report.told.region_name, progress=progress
    )
    sections = [
        summary, what_to_doubt, who_pays_map, area_types, units_by_amount, price_range, what_was_run, what_happened,
    ]  # fmt: skip
    return writer.page(report, sections)


def summary(writer: Writer, report: CompensationReport) -> None:
    """Who pays, who receives, and whether it clears."""
    writer.lead(writer.say(_LEAD))
    found = report.compensation
    counts = {role: found.count(role) for role in (PAYS, RECEIVES, BALANCED)}
    said = [writer.say(_COUNTS, year=str(found.year), **counts), _clearing(writer, report)]
    payers, receivers = report.of_role(PAYS), report.of_role(RECEIVES)
    if len(payers) and len(receivers):
        said.append(writer.say(_LARGEST, payer=payers["name"].iloc[0], receiver=receivers["name"].iloc[0]))
    writer.sentences(said)


def _clearing(writer: Writer, report: CompensationReport) -> str:
    found = report.compensation
    price = shown(found.terms.prices[1])
    amounts = {"paid": shown(found.paid), "received": shown(found.received), "gap": shown(abs(found.gap))}
    if found.paid and found.received and found.terms.clearing != NONE:
        return writer.say(_CLEAR, price=price, paid=shown(found.cleared))
    if abs(found.gap) <= EQUAL * max(found.paid, found.received):
        return writer.say(_EQUAL, price=price, paid=amounts["paid"])
    return writer.say(_SURPLUS if found.gap > 0.0 else _SHORTFALL, price=price, **amounts)


def what_was_run(writer: Writer, report: CompensationReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: CompensationReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
