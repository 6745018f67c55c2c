"""How it all was made: coefficients, settings, and what was missing."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence, warning
from ...core.zoning.zones import TOTAL, ZONE
from ..page.coefficients import coefficients_used
from ..page.numbers import shown
from ..page.writer import Writer
from ..stirpat.report import column_name
from .drivers import chosen_k
from .report import StudyReport
from .trends import thresholds

_WITHOUT_ZONE = sentence("Units without a zone, and the scores they lack: {units}.")


def coefficients(writer: Writer, report: StudyReport) -> None:
    """The coefficients of the accounts, and their sources."""
    if report.tables.used is not None:
        coefficients_used(writer, report.tables.used.drop(columns=["low", "high"], errors="ignore"))


def what_was_run(writer: Writer, report: StudyReport) -> None:
    """The settings of the run, and what the tables tell of how they were made."""
    writer.heading(sentence("What was run"))
    rows = [*report.settings, *_parameters(writer, report)]
    writer.frame(pd.DataFrame(rows, columns=["what", "value"]), ["", ""])


def _parameters(writer: Writer, report: StudyReport) -> list[tuple[str, str]]:
    rows, fit = [], report.tables.fit
    totals = report.zoned.groupby(ZONE)[TOTAL].agg(["min", "max"]).dropna()
    for zone in report.zones:
        if zone.zone in totals.index:
            low, high = totals.loc[zone.zone]
            label = writer.say(sentence("Totals of zone {zone}"), zone=zone.roman)
            rows.append((label, f"{shown(float(low))} – {shown(float(high))}"))
    if report.tables.trends is not None:
        rows.append((writer.say(sentence("Threshold of |Z|")), thresholds(report)))
    if chosen_k(report) is not None:
        rows.append((writer.say(sentence("Ridge parameter k")), shown(chosen_k(report))))
    for column in ("pooling", "cei_definition"):
        if fit is not None and column in fit:
            rows.append((column_name(column, writer), str(fit[column].iloc[0])))
    return rows


def what_happened(writer: Writer, report: StudyReport) -> None:
    """What a reader must know before trusting a zone."""
    writer.heading(sentence("What was missing, filled or left out"))
    notes = [*report.messages, *report.summaries.notes]
    without = report.units[report.units[ZONE].isna()]
    if len(without):
        missing = [f"{row.name} ({row.missing_scores})" for row in without.itertuples()]
        notes.append(warning("units-without-zone", _WITHOUT_ZONE, units=missing))
    writer.notes(notes, sentence("Nothing: every cell was there."))
