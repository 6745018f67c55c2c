"""The coefficients of the accounts, as two reports list them."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from .shipped_notes import note_in
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
PLACES = {  # shown where any coefficient has one
    "group": sentence("Group"),
    "from_year": sentence("From year"),
    "to_year": sentence("To year"),
    "applied_years": sentence("Applied in"),
}
WORDS = {  # of the shipped profiles; what a user calls her own factors stays as it is
    "factor": (
        sentence("carbon absorption rate"),
        sentence("carbon content"),
        sentence("carbon dioxide of carbon"),
        sentence("carbon emission"),
        sentence("carbon sink"),
        sentence("economic coefficient"),
        sentence("global warming potential"),
        sentence("kilograms in a tonne"),
        sentence("methane emission"),
        sentence("net carbon emission"),
        sentence("net ecosystem productivity"),
        sentence("standard coal"),
        sentence("water content"),
    ),
    "role": (sentence("multiply"), sentence("divide"), sentence("one_minus")),
}


def coefficients_used(writer: Writer, used: pd.DataFrame) -> None:
    """A table of the coefficients that were applied, and which were not."""
    writer.heading(sentence("Coefficients used"))
    applied = used["applied"] == "yes" if "applied" in used else pd.Series(True, index=used.index)
    columns = {name: header for name, header in HEADERS.items() if name in used}
    by_place = [name for name in PLACES if name != "applied_years" and name in used and _any(used.loc[applied, name])]
    if by_place:
        columns.update({name: PLACES[name] for name in (*by_place, "applied_years") if name in used})
    rows = used[applied]
    writer.table(
        [Column(writer.say(header), _shown(writer, rows[name]), apart=True) for name, header in columns.items()]
    )
    rest = used.loc[~applied, "column"].drop_duplicates() if "column" in used else []
    if len(rest):
        template = sentence("Not applied, since the tables have no such column or the options leave it out: {columns}.")
        writer.paragraph(writer.say(template, columns=writer.listed(rest)))


def factor_in_words(factor: str, writer: Writer) -> str:
    """What a coefficient stands for, in the page's language where it is one of the shipped profiles'."""
    return writer.say(factor) if factor in WORDS["factor"] else factor


def _any(values: pd.Series) -> bool:
    return bool((values.notna() & (values.astype(str) != "")).any())


def _shown(writer: Writer, values: pd.Series) -> pd.Series:
    """Words of the shipped profiles in the page's language; years without thousands, empty where there is none."""
    words = WORDS.get(str(values.name), ())
    if words:
        return values.map(lambda word: writer.say(word) if word in words else word)
    if values.name in ("note", "source"):
        return values.map(lambda note: note_in(writer.language, note))
    if values.name in ("from_year", "to_year"):
        return values.map(lambda year: "" if pd.isna(year) else str(int(year)))
    return values
