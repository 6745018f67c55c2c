"""Which units peak in time and become neutral, and the class of their potential."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ..page.charts.bars import count_bars
from ..page.colours import FAINT, potential_colours
from ..page.map import NAMED
from ..page.numbers import MISSING
from ..page.table import Column
from ..page.writer import Writer
from .report import ScenarioReport, potential_names, scenario_names

_CLASSES = sentence(
    "Units by class of their potential. Some of the thresholds behind it are assumptions, see “What was run” below."
)
_MAP = sentence("The units in the colours of their class. Point at a unit to read its name and class.")
_WITHOUT_CLASS = sentence("No unit has a class of the potential; the notes at the end say why.")


def potential(writer: Writer, report: ScenarioReport) -> None:
    """Units that turn by scenario, units by class, and these on the map."""
    writer.heading(sentence("Peak by {year} and neutrality by {end}"), year=report.peak_year, end=report.horizon)
    names = scenario_names(writer.language)
    peaked, neutral = (
        sentence("Units that peak by {year}"),
        sentence("Units whose sink covers their emission in {year}"),
    )
    writer.table(
        [
            Column(writer.say(sentence("Scenario")), [names.get(name, name) for name in report.scenarios]),
            Column(writer.say(peaked, year=report.peak_year), _shares("peaked_", report)),
            Column(writer.say(neutral, year=report.horizon), _shares("neutral_", report)),
        ]
    )
    counts = report.potential["cep"].value_counts()
    if counts.empty:
        writer.paragraph(writer.say(_WITHOUT_CLASS))
        return
    if writer.draws:
        classes, colours = potential_names(writer.translate), potential_colours()
        order = sorted(classes, reverse=True)
        labels = [f"{score} {classes[score]}" for score in order]
        found = [int(counts.get(score, 0)) for score in order]
        unit = writer.say(sentence("units"))
        writer.chart(count_bars(found, labels, [colours[score] for score in order], unit=unit), writer.say(_CLASSES))
    if report.outlines is not None:
        _map(counts, writer, report)


def _shares(prefix: str, report: ScenarioReport) -> list[str]:
    """How many of the units that are known, by scenario."""
    found = [report.potential[f"{prefix}{scenario}"] for scenario in report.scenarios]
    return [f"{int(turns.sum())} / {turns.notna().sum()}" if turns.notna().any() else MISSING for turns in found]


def _map(counts: pd.Series, writer: Writer, report: ScenarioReport) -> None:
    classes, colours = potential_names(writer.translate), potential_colours()
    scores = [report.classes.get(unit, pd.NA) for unit in report.outlined]
    names = [report.name(unit) for unit in report.outlined]
    titles = [name if pd.isna(score) else f"{name}: {classes[int(score)]}" for name, score in zip(names, scores)]
    drawing = writer.sheet(report.outlines).units(
        [FAINT if pd.isna(score) else colours[int(score)] for score in scores],
        titles,
        names if len(names) <= NAMED else (),
        north=writer.say(sentence("N")),
    )
    legend = [
        (colours[score], f"{score} {classes[score]} ({int(counts[score])})")
        for score in sorted(classes, reverse=True)
        if score in counts.index
    ]
    if any(pd.isna(score) for score in scores):
        legend.append((FAINT, writer.say(sentence("No class"))))
    writer.map(drawing, writer.say(_MAP), legend)
