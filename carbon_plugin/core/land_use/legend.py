"""The legend: which class a code in a land cover raster stands for.

Only the standard library. A legend is a table, ``resources/legends/*.csv`` or the user's own; what snow, wetland
or tundra count as is a choice that stands there, in a row of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..errors import EmptyTableError, InputError, MissingColumnsError, raise_all
from ..messages import sentence
from ..resources import read_rows
from ..tables.vocabulary import AREA_SUFFIX, variables_of, vocabulary

# the option LEGEND, in its fixed order
LEGENDS = ("clcd", "esa_worldcover", "globeland30", "mapbiomas")

AREA_KIND = "area"
TOTAL = "total"  # total_ha is the area of all classes, not of a class

_CLASS_NAME = re.compile(r"[a-z][a-z0-9_]*")


class CodesNotReadableError(InputError):
    template = sentence(
        "“{table}”: column “value” holds {found} where a whole number was expected (row {rows}). "
        "Write the code that the cells of the raster hold."
    )


class CodesContradictError(InputError):
    template = sentence(
        "“{table}” gives one code more than one class: {found}. A code has one class: keep one row for it."
    )


class ClassNamesError(InputError):
    template = sentence(
        "“{table}”: {found} cannot name a class (row {rows}). A class becomes a column such as forest_ha: use "
        "lower-case letters, digits and underscores, a letter first. The plugin's own classes are {known}."
    )


class ReservedClassNamesError(InputError):
    template = sentence(
        "“{table}”: the class {found} would become a column that means something else (row {rows}). "
        "Choose another name."
    )


@dataclass(frozen=True)
class LegendEntry:
    """One code of a raster. ``class_name`` '' says that its cells are meant to have no class (no data, sea, cloud)."""

    value: int
    class_name: str
    label_en: str
    label_zh: str
    colour: str
    table: str


@dataclass(frozen=True)
class Legend:
    """The codes of a raster, in ascending order."""

    entries: tuple[LegendEntry, ...]

    @cached_property
    def class_of(self) -> dict[int, str]:
        """The class of every code that has one."""
        return {entry.value: entry.class_name for entry in self.entries if entry.class_name}

    @property
    def without_class(self) -> frozenset[int]:
        """Codes that are known and meant to have no class: their cells are not covered."""
        return frozenset(entry.value for entry in self.entries if not entry.class_name)

    @property
    def classes(self) -> list[str]:
        """Every class once: the plugin's own as the vocabulary orders them, then others in the order of their codes."""
        present = dict.fromkeys(self.class_of.values())
        known = known_classes()
        return [name for name in known if name in present] + [name for name in present if name not in known]

    def unknown(self, codes: Iterable[int]) -> list[int]:
        """The codes that this legend says nothing about, sorted."""
        return sorted(set(codes) - {entry.value for entry in self.entries})

    def sources(self, codes: Iterable[int]) -> dict[str, list[int]]:
        """The table that each of these codes has its class from: table -> codes."""
        wanted, found = set(codes), {}
        for entry in self.entries:
            if entry.value in wanted:
                found.setdefault(entry.table, []).append(entry.value)
        return found

    def overridden_by(self, other: Legend) -> Legend:
        """This legend with the rows of ``other`` in place of those of the same code."""
        entries = {entry.value: entry for entry in (*self.entries, *other.entries)}
        return Legend(tuple(entries[value] for value in sorted(entries)))


def load_legend(name: str) -> Legend:
    """A shipped legend, one of ``LEGENDS``."""
    return legend_from_rows(read_rows(f"legends/{name}.csv"), name)


def legend_from_rows(rows: Sequence[Mapping[str, object]], table: str) -> Legend:
    """A legend from the rows of a table: ``value, class``, and perhaps ``label_en, label_zh, colour``.

    Cells may be numbers or text; a class that is empty or None leaves the code without class on purpose. ``table`` is
    the name the user knows the table by.

    Raises, all at once: ``EmptyTableError``, ``MissingColumnsError``, ``CodesNotReadableError``,
    ``CodesContradictError``, ``ClassNamesError``, ``ReservedClassNamesError``.
    """
    cells = table_cells(rows, ("value", "class"), table)
    codes = {number: _code(row["value"]) for number, row in cells.items()}
    names = class_names(cells)
    raise_all([*_check_codes(codes, names, cells, table), *check_class_names(names, table)])
    entries: dict[int, LegendEntry] = {}
    for number, row in cells.items():
        entries.setdefault(codes[number], _entry(codes[number], names[number], row, table))
    return Legend(tuple(entries[code] for code in sorted(entries)))


def known_classes() -> list[str]:
    """The plugin's own classes, in the order of the vocabulary."""
    classes = (variable.name[: -len(AREA_SUFFIX)] for variable in variables_of(AREA_KIND))
    return [name for name in classes if name != TOTAL]


def table_cells(rows: Sequence[Mapping[str, object]], columns: Sequence[str], table: str) -> dict[int, dict[str, str]]:
    """The rows of a user's small table by row number, counted from 1: trimmed text under lower-case column names.

    Blank rows are left out. Raises ``EmptyTableError``, ``MissingColumnsError``.
    """
    cells = {
        number: {_text(name).lower(): _text(cell) for name, cell in row.items()} for number, row in enumerate(rows, 1)
    }
    cells = {number: row for number, row in cells.items() if any(row.values())}
    if not cells:
        raise EmptyTableError(table=table)
    missing = [f"“{column}”" for column in columns if column not in next(iter(cells.values()))]
    if missing:
        raise MissingColumnsError(table=table, missing=missing, found=list(rows[0]))
    return cells


def class_names(cells: Mapping[int, Mapping[str, str]]) -> dict[int, str]:
    """The column ``class`` by row number, full-width letters and digits in ASCII."""
    return {number: unicodedata.normalize("NFKC", row["class"]) for number, row in cells.items()}


def check_class_names(names: Mapping[int, str], table: str) -> list[InputError]:
    """What is wrong with the class names of a table, by row number; '' is no name and passes."""
    ill_formed = {number: name for number, name in names.items() if name and not _CLASS_NAME.fullmatch(name)}
    reserved = {number: name for number, name in names.items() if _is_reserved(name)}
    errors: list[InputError] = []
    if ill_formed:
        errors.append(ClassNamesError(table=table, known=known_classes(), **found_in(ill_formed)))
    if reserved:
        errors.append(ReservedClassNamesError(table=table, **found_in(reserved)))
    return errors


def found_in(cells: Mapping[int, str]) -> dict[str, list]:
    """What an error shows of wrong cells: each once, and the numbers of their rows."""
    return {"found": list(dict.fromkeys(f"“{cell}”" for cell in cells.values())), "rows": list(cells)}


def _text(cell: object) -> str:
    missing = cell is None or cell != cell  # NaN is what differs from itself
    return "" if missing else str(cell).strip()


def _code(cell: str) -> int | None:
    """A code out of ``5`` or ``5.0``; None for anything else."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return int(number) if number.is_integer() else None


def _check_codes(
    codes: Mapping[int, int | None], names: Mapping[int, str], cells: Mapping[int, Mapping[str, str]], table: str
) -> list[InputError]:
    errors: list[InputError] = []
    unread = {number: cells[number]["value"] for number, code in codes.items() if code is None}
    if unread:
        errors.append(CodesNotReadableError(table=table, **found_in(unread)))
    given: dict[int, dict[str, None]] = {}
    for number, code in codes.items():
        if code is not None:
            given.setdefault(code, {})[names[number] or "–"] = None
    found = [f"{code} ({' / '.join(classes)})" for code, classes in sorted(given.items()) if len(classes) > 1]
    if found:
        errors.append(CodesContradictError(table=table, found=found))
    return errors


def _is_reserved(name: str) -> bool:
    variable = vocabulary().get(name + AREA_SUFFIX)
    return name == TOTAL or (variable is not None and variable.kind != AREA_KIND)


def _entry(code: int, name: str, row: Mapping[str, str], table: str) -> LegendEntry:
    label_en = row.get("label_en") or name.replace("_", " ").capitalize() or str(code)
    return LegendEntry(code, name, label_en, row.get("label_zh") or label_en, row.get("colour", ""), table)
