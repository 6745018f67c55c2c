"""The report of the scenarios: the region to the horizon, its units, and whether they peak and become neutral."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.tables.vocabulary import describe
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.shipped_notes import note_in
from ..page.table import Column, columns_of
from ..page.writer import Writer
from .land import sink_by_land
from .potential import potential
from .region import region, summary
from .report import ScenarioReport
from .spread import spread
from .units import unit_by_unit, units_table

_GROWTH = sentence("What the scenarios build on: growth a year in the units' own history, the median over the units.")
GROWTH_HEADERS = {
    "growth_min": sentence("Least growth (% a year)"),
    "growth_mean": sentence("Mean growth (% a year)"),
    "growth_max": sentence("Largest growth (% a year)"),
}


def scenario_page(
    report: ScenarioReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no charts and says so."""
    title = sentence("Carbon emission under scenarios")
    writer = Writer.of_report(report, title, language, translate=translate, progress=progress)
    sections = [
        summary,
        what_to_doubt,
        region,
        sink_by_land,
        potential,
        spread,
        unit_by_unit,
        units_table,
        assumptions,
        what_was_run,
        what_happened,
    ]
    return writer.page(report, sections)


def assumptions(writer: Writer, report: ScenarioReport) -> None:
    """The growth that scenarios build on, and the scenario table as it was given."""
    writer.heading(sentence("What the scenarios assume"))
    writer.paragraph(writer.say(_GROWTH))
    medians = report.projection.growth.groupby("variable", sort=False)[list(GROWTH_HEADERS)].median()
    names = [f"{name}, {writer.label(name)}" if describe(name) else name for name in medians.index]
    growth = [Column(writer.say(header), medians[name]) for name, header in GROWTH_HEADERS.items()]
    writer.table([Column(writer.say(sentence("Variable")), names), *growth])
    rows = report.rows.astype(object).where(report.rows.notna(), "")
    text = pd.DataFrame({name: [note_in(writer.language, _cell(cell)) for cell in rows[name]] for name in rows.columns})
    writer.table(columns_of(text, list(text.columns)))


def what_was_run(writer: Writer, report: ScenarioReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: ScenarioReport) -> None:
    """What a reader must know before trusting a curve."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))


def _cell(value: object) -> str:
    """A cell of the scenario table: numbers short, nothing where empty."""
    return f"{value:g}" if isinstance(value, float) else str(value)
