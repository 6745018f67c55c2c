"""How it all was made: coefficients, settings, and what was missing."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ..page.coefficients import coefficients_used
from ..page.remarks import remarks, said
from ..page.steps import said_by_step
from ..page.writer import Writer
from .reliability import all_settings
from .report import StudyReport


def coefficients(writer: Writer, report: StudyReport) -> None:
    """The coefficients of the accounts, and their sources."""
    if report.tables.used is not None:
        coefficients_used(writer, report.tables.used.drop(columns=["low", "high"], errors="ignore"))


def what_was_run(writer: Writer, report: StudyReport) -> None:
    """Which tables the page was made of, and every setting of every step."""
    writer.heading(sentence("What was run"))
    writer.frame(pd.DataFrame(list(report.told.settings), columns=["what", "value"]), ["", ""])
    all_settings(writer, report)


def what_happened(writer: Writer, report: StudyReport) -> None:
    """What is good to know of the tables and of the steps; warnings stand before the results."""
    writer.heading(sentence("What was missing, filled or left out"))
    by_name = report.told.by_name(writer.translate)
    notes = [said(message, by_name) for message in report.all_messages if not message.needs_attention]
    notes += [said_by_step(row, writer) for row in report.told.earlier.notes]
    if notes:
        writer.add(remarks(notes))
    else:
        writer.paragraph(writer.say(sentence("Nothing but what is told before the results.")))
