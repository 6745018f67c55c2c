"""The report of the carbon accounts."""

from __future__ import annotations

from ...core.accounting.profiles_compared import PREFIX
from ...core.messages import sentence
from ...core.options import PROFILES
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ..page.coefficients import coefficients_used
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import shown
from ..page.table import Column
from ..page.writer import Writer
from .curves import regional_curves, scale_of
from .headlines import headlines
from .ranking import ranking
from .report import INDICES, AccountingReport
from .totals import balance_by_profile, balanced_units, components

REGION_COLUMNS = (
    "units_counted",
    *INDICES,
    "cs_ce_ratio",
    "footprint_ha_per_t",
    "balanced_units",
    *(PREFIX + name for name in PROFILES),
)

_BALANCED = sentence("Units in balance, {profile}")


def accounting_page(
    report: AccountingReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no charts and says so."""
    title = sentence("Carbon accounts")
    writer = Writer.of_report(report, title, language, translate=translate, progress=progress)
    return writer.page(
        report,
        [
            summary,
            what_to_doubt,
            regional_curves,
            components,
            balanced_units,
            balance_by_profile,
            ranking,
            region_table,
            coefficients,
            what_was_run,
            what_happened,
        ],
    )


def summary(writer: Writer, report: AccountingReport) -> None:
    """What was counted, the totals of the last year, and what was run."""
    lead = sentence(
        "{units:unit|units}, {first} to {last}. The figures are those of {year} and of the {count:unit|units} with "
        "complete accounts in that year. Emission is above zero, a sink is a positive amount taken up; "
        "net emission = emission − sink."
    )
    last_of_all = int(report.years.max())
    writer.lead(
        writer.say(
            lead,
            units=len(report.panel.units),
            first=str(report.first_year),
            last=str(last_of_all),
            year=str(report.last_year),
            count=report.units_counted,
        )
    )
    writer.sentences(headlines(writer, report))
    writer.facts(_facts(writer, report))


def what_was_run(writer: Writer, report: AccountingReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def _facts(writer: Writer, report: AccountingReport) -> list[tuple[str, str]]:
    region, year = report.region, report.last_year
    last = region[region["year"] == year].iloc[0]
    known = set(last.index[last.notna()])
    facts = [
        (
            writer.carbon.text(last[column]),
            writer.say(sentence("{label}, {year}"), label=writer.label(column), year=year),
        )
        for column in ("ce", "cs", "nce")
        if column in known
    ]
    if "cs_ce_ratio" in known:
        label = writer.say(sentence("sink divided by emission, {year}"), year=year)
        facts.append((shown(float(last["cs_ce_ratio"])), label))
    if "balanced_units" in known:
        label = writer.say(sentence("units in balance (net emission ≤ 0), {year}"), year=year)
        facts.append((f"{int(last['balanced_units'])} / {int(last['units_counted'])}", label))
    return facts


def region_table(writer: Writer, report: AccountingReport) -> None:
    """The totals of every year."""
    writer.heading(sentence("Region by year"))
    names = [name for name in REGION_COLUMNS if name in report.region]
    scaled = {name: scale_of(name, report.values(name), writer) for name in names}
    writer.table(
        [
            Column(writer.header("year"), [str(int(year)) for year in report.years]),
            *(
                Column(_header(name, writer, unit if scale != 1.0 else ""), report.region[name] * scale)
                for name, (scale, unit) in scaled.items()
            ),
        ]
    )


def _header(name: str, writer: Writer, unit: str) -> str:
    """What a column is called; ``unit``: '' for the one it has everywhere."""
    profile = name[len(PREFIX) :]
    if name.startswith(PREFIX) and profile in PROFILES.keys:
        return writer.say(_BALANCED, profile=writer.say(PROFILES.label(profile)))
    return writer.with_unit(name, unit) if unit else writer.header(name)


def coefficients(writer: Writer, report: AccountingReport) -> None:
    """The coefficients that were used, and their sources."""
    coefficients_used(writer, report.used)


def what_happened(writer: Writer, report: AccountingReport) -> None:
    """What a reader must know before trusting a number."""
    writer.heading(sentence("What was missing, filled or left out"))
    what_else(writer, report, sentence("Nothing: every cell was there."))
