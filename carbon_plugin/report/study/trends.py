"""The trends behind the scores."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.tables.vocabulary import UNIT
from ...core.trend.columns import tested_fields
from ...core.trend.summary import class_counts
from ..page.numbers import MISSING
from ..page.table import Column
from ..page.writer import Writer
from ..trends.classes import CAPTION, class_bars
from ..trends.report import class_labels
from .report import StudyReport


def trends(writer: Writer, report: StudyReport) -> None:
    """How many units are in each class, by index."""
    table = report.tables.trends
    fields = [] if table is None else tested_fields(table.columns)
    if not fields:
        return
    writer.heading(sentence("Trends behind the scores"))
    counts = class_counts(table[table[UNIT].isin(report.units[UNIT])], fields)
    rows = [writer.label(name) for name in fields]
    if writer.draws:
        caption = writer.say(CAPTION, threshold=thresholds(report))
        writer.chart(class_bars(counts, rows, writer), caption, cropped=False)
    else:
        classes = (Column(label, counts[value]) for value, label in class_labels(writer).items())
        writer.table([Column(writer.say(sentence("Index")), rows), *classes])


def thresholds(report: StudyReport) -> str:
    """Above which |Z| a trend is marked, as the table says; a dash where it does not."""
    table = report.tables.trends
    used = table["threshold"].dropna().unique() if table is not None and "threshold" in table else []
    return ", ".join(f"{value:g}" for value in used) or MISSING
