"""The report on the value of ecosystem services."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.services.ecosystem_services import ESV, PREFIX
from ...core.services.service_words import service_in_words
from ...core.tables.vocabulary import YEAR
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.money import money_text
from ..page.numbers import digits, signed
from ..page.writer import Writer
from .carbon import carbon_beside_services, where_they_meet
from .report import ServicesReport
from .sections import by_class, by_service, region_table, sensitivity, unit_table, value_map

_LEAD = sentence(
    "Values by benefit transfer: area × equivalents of the ecosystems × the value of one equivalent. They compare "
    "places and years; they are no prices, and depend on the edition of the equivalents."
)
_TOTAL = sentence("In {year} the ecosystem services of {count:unit|units} were worth {value}.")
_CHANGE = sentence("Since {year} that is {change} ({percent} %).")
_LARGEST = sentence("The largest service is “{service}”, with {percent} % of the total.")


def services_page(
    report: ServicesReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``."""
    title, both = sentence("Ecosystem service value"), sentence("Carbon and services")
    title = title if report.carbon is None else both
    writer = Writer(title, language, translate, region=report.told.region_name, progress=progress)
    sections = [
        summary, what_to_doubt, carbon_beside_services, by_class, by_service, value_map, where_they_meet, unit_table,
        sensitivity, region_table, what_was_run, what_happened,
    ]  # fmt: skip
    return writer.page(report, sections)


def summary(writer: Writer, report: ServicesReport) -> None:
    """What the services are worth, how that changed, and which is the largest."""
    writer.lead(writer.say(_LEAD))
    writer.sentences(headlines(writer, report))


def headlines(writer: Writer, report: ServicesReport) -> list[str]:
    """The few sentences that are read first; none where no year has a total."""
    region = report.region
    if region.empty:
        return []
    first, last = region.iloc[0], region.iloc[-1]
    count, value = int(last["units_counted"]), money_text(last[ESV], writer.translate)
    said = [writer.say(_TOTAL, year=str(int(last[YEAR])), count=count, value=value)]
    if len(region) > 1 and first["units_counted"] == last["units_counted"] and first[ESV] != 0.0:
        change = last[ESV] - first[ESV]
        text = ("+" if change > 0 else "") + money_text(change, writer.translate, beside=float(last[ESV]))
        percent = signed(100.0 * change / abs(first[ESV]))
        said.append(writer.say(_CHANGE, year=str(int(first[YEAR])), change=text, percent=percent))
    if last[ESV] > 0.0:
        largest = max(report.found.services, key=lambda name: last[PREFIX + name])
        percent = digits(100.0 * last[PREFIX + largest] / last[ESV])
        said.append(writer.say(_LARGEST, service=service_in_words(largest, writer.language), percent=percent))
    return said


def what_was_run(writer: Writer, report: ServicesReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: ServicesReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
