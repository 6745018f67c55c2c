"""What is said of tables that were read: layouts, factors, what is unclear, left out, or contradicts itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...messages import Message, note, phrase, sentence, warning
from ...options import LAYOUTS
from ...values import Cell, Quoted, quoted
from .columns import LEFT_OUT, Column
from .joined_panel import Contradiction, JoinedPanel
from .nearest import nearest_variable
from .numbers import Piece, Reading
from .plan import Plan
from .unit_names import UnitNames

_BY_NAME = sentence("{count:unit was|units were} found in “{layer}” by name: {pairs}.")
_BY_STEM = sentence("{count:unit was|units were} found in “{layer}” by a name without the word for its rank: {pairs}.")


def place_of(column: Column) -> str:
    """File, sheet and heading in one line.

    Args:
        column: of a sheet.

    >>> place_of(Column("book.xlsx", "2010", "人口", "value"))
    'book.xlsx / 2010 / 人口'
    """
    return " / ".join(part for part in (column.source, column.sheet, column.column) if part)


def remarks_on_layouts(plans: Sequence[Plan]) -> list[Message]:
    """As what each sheet was read, and which were left out."""
    notes = []
    by_layout: dict[str, list[str]] = {}
    for plan in plans:
        by_layout.setdefault(plan.layout or "", []).append(place_of(plan.columns[0]))
    left_out = by_layout.pop("", [])
    for layout, places in by_layout.items():
        template = "{count:table was|tables were} read in the layout “{layout}”: {places}."
        label = phrase(LAYOUTS.label(layout))
        notes.append(note("layout-used", template, count=len(places), layout=label, places=places))
    if left_out:
        template = "{count:sheet holds|sheets hold} no table of units with numbers below headings, left out: {places}."
        notes.append(note("sheets-left-out", template, count=len(left_out), places=left_out))
    return notes


def remarks_on_columns(columns: Sequence[Column]) -> list[Message]:
    """By what numbers were multiplied, what is unclear, and what was not recognised."""
    factors: dict[tuple, list[Column]] = {}
    for one in columns:
        if one.is_read:
            factors.setdefault((one.variable, one.measure, one.factor), []).append(one)
    used = [
        phrase("{variable}: {measure} × {factor}", variable=variable, measure=measure or "–", factor=float(factor))
        for variable, measure, factor in factors
    ]
    notes = []
    if used:
        notes.append(note("factors-used", "Numbers were read and multiplied: {factors}.", factors=used))
    unclear = [one for one in columns if one.is_doubtful]
    if unclear:
        template = (
            "{count:column is|columns are} unclear and left out: {columns}. Write variable and factor into "
            "MAPPING_USED and give that table as MAPPING."
        )
        shown = [phrase("“{place}” ({why})", place=place_of(one), why=one.note or "") for one in unclear]
        notes.append(warning("columns-unclear", template, count=len(unclear), columns=shown))
    unknown = [one for one in columns if one.role == LEFT_OUT and one.labels and one.column]
    if unknown:
        template = (
            "{count:column was|columns were} not recognised and left out; all are listed with the nearest variable: "
            "{columns}."
        )
        notes.append(
            note("columns-unrecognised", template, count=len(unknown), columns=quoted(one.column for one in unknown))
        )
    if not used:
        notes.append(_nothing_recognised(columns))
    return notes


def _nothing_recognised(columns: Sequence[Column]) -> Message:
    template = (
        "No heading was recognised with its unit of measure, so that the panel has no numbers; found: {found}. Write "
        "role, variable and factor of the columns into MAPPING_USED and give that table as MAPPING."
    )
    found = []
    for one in columns:
        if one.column and one.labels:
            near = nearest_variable(one.labels, one.measure)
            found.append(
                phrase("“{name}” (perhaps {near})", name=one.column, near=near) if near else Quoted(one.column)
            )
    return warning("no-heading-recognised", template, found=found)


def remarks_on_rows(readings: Sequence[Reading]) -> list[Message]:
    """Rows that were left out: totals by their name, notes, repeated headings, rows without unit or year."""
    notes = []
    blocks = [reading.plan.block for reading in readings]
    totals = [cell for reading in readings for cell in reading.totals]
    if totals:
        template = "{count:row|rows} of totals left out, by name: {cells}."
        notes.append(note("total-rows-left-out", template, count=len(totals), cells=totals))
    texts = [_shown_row(block, row) for block in blocks for row in block.notes]
    if texts:
        template = "{count:row|rows} without numbers left out as notes: {texts}."
        notes.append(note("note-rows-left-out", template, count=len(texts), texts=quoted(texts)))
    repeated = sum(len(block.repeated) for block in blocks)
    if repeated:
        notes.append(note("repeated-headings", "{count:row repeats|rows repeat} headings, left out.", count=repeated))
    carried = sum(reading.carried for reading in readings)
    if carried:
        template = "{count:row without a unit was|rows without a unit were} given that of the row above."
        notes.append(note("units-carried-down", template, count=carried))
    found = (
        (
            "text-instead-of-numbers",
            sentence("{count:cell holds|cells hold} text where a number should stand; left empty: {cells}."),
            [cell for reading in readings for cell in reading.texts],
        ),
        (
            "rows-without-year",
            sentence("{count:row has|rows have} no year between 1900 and 2100; left out: {cells}."),
            [cell for reading in readings for cell in reading.without_year],
        ),
        (
            "rows-without-unit",
            sentence("{count:row has|rows have} no key of a unit; left out: {cells}."),
            [cell for reading in readings for cell in reading.without_unit],
        ),
    )
    return [*notes, *(warning(code, text, count=len(cells), cells=cells) for code, text, cells in found if cells)]


def _shown_row(block, row: int) -> str:
    return " ".join(text for text in block.sheet.texts[row] if text)[:80]


def remarks_on_names(names: UnitNames, layer: str) -> list[Message]:
    """Units that were found by name, by half a name, in two places, or not at all."""
    notes = []
    found = (("units-found-by-name", _BY_NAME, names.by_name), ("units-found-by-stem", _BY_STEM, names.shortened))
    for code, template, pairs in found:
        if pairs:
            shown = [phrase("{old} → {new}", old=old, new=new) for old, new in pairs.items()]
            notes.append(note(code, template, count=len(pairs), layer=layer, pairs=shown))
    if names.doubled:
        template = (
            "“{layer}” has more than one unit of the name {names}; their rows were left out. Give these rows the code "
            "of the unit, in a column beside the name."
        )
        shown = [phrase("{name} ({keys})", name=name, keys=list(keys)) for name, keys in names.doubled.items()]
        notes.append(warning("names-of-two-units", template, layer=layer, names=shown))
    if names.unknown:
        template = "{count:unit is|units are} not in “{layer}”, left out: {units}."
        shown = [
            phrase("{name} (perhaps {near})", name=name, near=near) if near else Cell(name)
            for name, near in names.unknown.items()
        ]
        notes.append(warning("units-not-in-layer", template, count=len(shown), layer=layer, units=shown))
    return notes


def remarks_on_joining(joined: JoinedPanel) -> list[Message]:
    """Cells that were given twice, alike or not."""
    notes = []
    if joined.contradictions:
        template = (
            "{count:cell|cells} are given twice with different numbers and were left empty: {found}. Leave one of the "
            "two out: in MAPPING_USED its role is left_out; give that table as MAPPING."
        )
        count = sum(one.cells for one in joined.contradictions)
        shown = [_shown(one) for one in joined.contradictions]
        notes.append(warning("numbers-contradict", template, count=count, found=shown))
    if joined.twice:
        template = "{count:cell is|cells are} given twice with the same number."
        notes.append(note("numbers-twice", template, count=joined.twice))
    return notes


def _shown(one: Contradiction) -> Message:
    return phrase(
        "{variable} of {unit} {year} is {first} in “{here}” (row {row}) and {second} in “{there}” (row {other}), "
        "{count:cell|cells} in all",
        variable=one.variable,
        unit=one.unit,
        year=str(one.year),
        first=one.first_value,
        second=one.second_value,
        here=place_of(one.first.column),
        there=place_of(one.second.column),
        row=one.first_row,
        other=one.second_row,
        count=one.cells,
    )


def remarks_on_two_sheets(readings: Sequence[Reading]) -> list[Message]:
    """Two sheets of one file that are said to be of one year and have the same variables."""
    seen: dict[tuple, dict[str, None]] = {}
    for reading in readings:
        for piece in reading.pieces:
            year = piece.column.year
            if year is not None and reading.plan.layout == "table_a_year":
                seen.setdefault((piece.column.source, year), {})[piece.column.sheet] = None
    found = [
        phrase("{year} in “{source}”: {sheets}", year=str(year), source=source, sheets=quoted(sheets))
        for (source, year), sheets in seen.items()
        if len(sheets) > 1
    ]
    if not found:
        return []
    template = "Several sheets are of one year: {found}."
    return [note("sheets-of-one-year", template, found=found)]


def remarks_on_totals(units: Iterable[str]) -> list[Message]:
    """Units that were left out since their numbers are the sum of others'."""
    units = list(units)
    if not units:
        return []
    template = "{count:unit is|units are} the sum of others in all numbers, left out as totals: {units}."
    return [note("totals-by-sum-left-out", template, count=len(units), units=[Cell(unit) for unit in units])]


def remarks_on_codes_and_names(units: Iterable[str]) -> list[Message]:
    """A warning where some tables call units by codes and others by names, so that their rows do not meet."""
    units = list(dict.fromkeys(units))
    codes = [unit for unit in units if unit.isdecimal()]
    names = [unit for unit in units if not unit.isdecimal()]
    if not codes or not names:
        return []
    template = (
        "Units are called by codes in some tables and by names in others, and their rows do not meet: {codes} against "
        "{names}. Give the layer of the units, by which both are found."
    )
    shown = {"codes": [Cell(code) for code in codes], "names": [Cell(name) for name in names]}
    return [warning("codes-and-names", template, **shown)]


def remarks_on_own_variables(pieces: Sequence[Piece], known: Iterable[str]) -> list[Message]:
    """Columns that MAPPING calls by names that the vocabulary has not."""
    own = list(dict.fromkeys(piece.column.variable for piece in pieces if piece.column.variable not in set(known)))
    if not own:
        return []
    template = "Columns under names of your own, which no step counts: {names}."
    return [note("own-variables", template, names=own)]
