"""The coefficients of the accounts, as two reports list them."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from .table import Column
from .writer import Writer

HEADERS = {
    "component": sentence("Component"),
    "column": sentence("Column"),
    "factor": sentence("Factor"),
    "role": sentence("Role"),
    "value": sentence("Value"),
    "unit": sentence("Unit of measure"),
    "low": sentence("Low"),
    "high": sentence("High"),
    "source": sentence("Source"),
    "note": sentence("Note"),
}


def coefficients_used(writer: Writer, used: pd.DataFrame) -> None:
    """A table of the coefficients that were applied, and which were not."""
    writer.heading(sentence("Coefficients used"))
    applied = used["applied"] == "yes" if "applied" in used else pd.Series(True, index=used.index)
    columns = [name for name in HEADERS if name in used]
    writer.table([Column(writer.say(HEADERS[name]), used.loc[applied, name]) for name in columns])
    rest = used.loc[~applied, "column"].drop_duplicates() if "column" in used else []
    if len(rest):
        template = sentence("Not applied, since the tables have no such column or the options leave it out: {columns}.")
        writer.paragraph(writer.say(template, columns=writer.listed(rest)))
