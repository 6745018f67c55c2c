"""The chapters of studies beside the chain, whose code is loaded where a report has their tables: most have none."""

from __future__ import annotations

from ..page.writer import Writer
from .report import StudyReport


def confidence(writer: Writer, report: StudyReport) -> None:
    """How sure the zones are."""
    if report.tables.confidence is not None or report.tables.changes is not None:
        from .confidence import confidence as write

        write(writer, report)


def transitions(writer: Writer, report: StudyReport) -> None:
    """What flowed between classes of land."""
    if report.tables.transitions is not None:
        from .transitions import transitions as write

        write(writer, report)


def balance(writer: Writer, report: StudyReport) -> None:
    """Zones by carbon balance."""
    if report.tables.balance is not None:
        from .balance import balance as write

        write(writer, report)


def compensation(writer: Writer, report: StudyReport) -> None:
    """Who pays and who receives."""
    if report.tables.compensation is not None:
        from .compensation import compensation as write

        write(writer, report)


def services(writer: Writer, report: StudyReport) -> None:
    """Values of ecosystem services."""
    if report.tables.services is not None:
        from .services import services as write

        write(writer, report)
