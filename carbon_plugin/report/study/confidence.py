"""How sure the zones of a study are, where that was worked out."""

from __future__ import annotations

import pandas as pd

from ...core.tables.vocabulary import UNIT
from ...core.zoning.zones import ZONE, zones
from ..confidence.report import AGREEMENT, DRIVER, MODAL_ZONE, P_ZONE, ConfidenceReport
from ..confidence.sections import SECTIONS
from ..page.writer import Writer
from .report import StudyReport

COLUMNS = (AGREEMENT, MODAL_ZONE, DRIVER, *(f"{P_ZONE}{zone.zone}" for zone in zones()))


def confidence(writer: Writer, report: StudyReport) -> None:
    """The sections of the report on how sure zones are."""
    found = confidence_of(report)
    for section in SECTIONS if found else ():
        section(writer, found)


def confidence_of(report: StudyReport) -> ConfidenceReport | None:
    """The same as a report of its own; None where neither table was given."""
    table, changes = report.tables.confidence, report.tables.changes
    if table is None and changes is None:
        return None
    units = report.units[[UNIT, "name", ZONE]]
    if table is not None and AGREEMENT in table:
        known = table[[UNIT, *(name for name in COLUMNS if name in table)]]
        units = units.merge(known, on=UNIT, how="left")
        numbers = [name for name in known.columns if name not in (UNIT, DRIVER)]
        units = units.assign(**{name: pd.to_numeric(units[name], errors="coerce") for name in numbers})
    else:
        units = units.assign(**{AGREEMENT: float("nan")})
    return ConfidenceReport(units, changes, report.outlines)
