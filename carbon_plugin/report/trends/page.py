"""The report of the trends."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.trend.trend_classes import TrendClass
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.table import Column
from ..page.writer import Writer
from .classes import classes
from .distributions import distributions
from .headlines import has_trends, headlines
from .quadrants import economy_and_ecology
from .report import TrendReport, class_colours
from .series import series

FACTS = 4


def trend_page(
    report: TrendReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no charts and says so."""
    sections = [
        summary,
        what_to_doubt,
        classes,
        distributions,
        economy_and_ecology,
        series,
        all_units,
        what_was_run,
        what_happened,
    ]
    return Writer(sentence("Trends"), language, translate, region=report.told.region_name, progress=progress).page(
        report, sections
    )


def summary(writer: Writer, report: TrendReport) -> None:
    """What was tested, how, and how many units have a marked trend."""
    lead = sentence(
        "{units:unit|units}, {first} to {last}. The slope is the median of the slopes between all pairs of "
        "years (Theil-Sen); Z says how surely a series rises or falls (Mann-Kendall), and beyond "
        "±{threshold} a trend is called marked."
    )
    years = {"first": report.panel.years[0], "last": report.panel.years[-1]}
    writer.lead(writer.say(lead, units=len(report.trends), **years, threshold=f"{report.threshold:g}"))
    writer.sentences(headlines(writer, report))
    if has_trends(report):
        writer.facts(_fact(name, writer, report) for name in report.fields[:FACTS])


def what_was_run(writer: Writer, report: TrendReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def _fact(name: str, writer: Writer, report: TrendReport) -> tuple[str, str]:
    rising = report.counts.loc[name, TrendClass.MARKED_INCREASE]
    falling = report.counts.loc[name, TrendClass.MARKED_DECREASE]
    template = sentence("{field}: units with a marked increase, a marked decrease")
    return f"↑ {rising}  ↓ {falling}", writer.say(template, field=writer.label(name))


def all_units(writer: Writer, report: TrendReport) -> None:
    """Z of every unit by every field."""
    writer.heading(sentence("Z of every unit"))
    template = sentence(
        "The bar beside a number is the class of the trend. Slopes, p-values and flags are in the result."
    )
    writer.paragraph(writer.say(template))
    colours = class_colours()
    writer.table(
        [
            Column(writer.say(sentence("Unit")), report.names_of(report.trends["unit"])),
            *(
                Column(
                    writer.label(name),
                    report.trends[f"{name}_z"].astype(float).round(2),
                    bars=[colours[value] for value in report.classes_of(name)],
                )
                for name in report.fields
            ),
        ]
    )


def what_happened(writer: Writer, report: TrendReport) -> None:
    """What a reader must know before trusting a trend."""
    writer.heading(sentence("What to know before trusting a trend"))
    what_else(writer, report, sentence("Nothing: every series was complete and long enough."))
