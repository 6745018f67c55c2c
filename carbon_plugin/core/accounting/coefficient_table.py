"""A table of coefficients, a shipped profile's or a user's: read, held against the profile, and remarked on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ..errors import InputError, raise_all
from ..messages import sentence
from ..tables.setting_columns import Key, Number, Text, WholeNumber, Word, YesNo
from ..tables.settings import Row, Rows, Settings
from ..tables.years import FIRST_YEAR, LAST_YEAR
from ..values import Cell
from .coefficient import CE_URBAN, DIVIDE, MULTIPLY, NEP, ONE_MINUS, ROLES, Coefficient
from .place_year import are_equally_specific, rank

_SETTINGS = Settings(
    Text("key", required=True, names=True),
    Text("component", names=True),
    Text("column", names=True),
    Text("factor", names=True),
    Word("role", default="", words=tuple(ROLES)),
    Number("value", required=True, filled=False),
    Text("unit"),
    Number("low"),
    Number("high"),
    YesNo("required"),
    Text("source"),
    Text("note"),
    Key("group", names=True),
    WholeNumber("from_year", at_least=FIRST_YEAR, at_most=LAST_YEAR),
    WholeNumber("to_year", at_least=FIRST_YEAR, at_most=LAST_YEAR),
    key=("key", "group", "from_year", "to_year"),
)
_CARBON_COMPONENT = re.compile(r"c[es]_\w+")
_SINK_COMPONENT = re.compile(r"cs_\w+")


class IncompleteCoefficientError(InputError):
    template = sentence("“{table}”: new coefficients need a component, a column, a role and a value: empty in {found}.")
    remedy = sentence("Fill them in, or use a key of the profile to override a coefficient.")


class FractionOutsideRangeError(InputError):
    template = sentence("“{table}”: with the role one_minus the value must lie between 0 and 1, but it is {found}.")
    remedy = sentence("Write 12 % as 0.12.")


class DivisionByZeroError(InputError):
    template = sentence("“{table}”: a coefficient that is divided by cannot be 0, but it is {found}.")
    remedy = sentence("Correct its value.")


class UnknownComponentError(InputError):
    template = sentence(
        "“{table}”: unknown component: {found}. Expected ce_ or cs_ and a name (ce_urban is the sum of ce_energy and "
        "ce_breathing and has no coefficients of its own), or nep."
    )
    remedy = sentence("Correct these cells.")


class NepError(InputError):
    template = sentence(
        "“{table}”: a row of the component nep needs a sink component (cs_ and a name) as its column, the role "
        "multiply and a value above 0, but holds {found}."
    )
    remedy = sentence("Correct these rows.")


class BoundsUpsideDownError(InputError):
    template = sentence("“{table}”: “low” is above “high”: {found}.")
    remedy = sentence("Correct these rows.")


class YearsUpsideDownError(InputError):
    template = sentence("“{table}”: “from_year” is after “to_year”: {found}.")
    remedy = sentence("Correct these rows.")


class NepByPlaceError(InputError):
    template = sentence(
        "“{table}”: a row of the component nep holds for the whole region in all years, but has a group or years: "
        "{found}."
    )
    remedy = sentence("Leave group, from_year and to_year of these rows empty.")


class EquallySpecificError(InputError):
    template = sentence(
        "“{table}” and the profile: two rows of the same factor hold for the same group in the same years, and neither "
        "span is the narrower: {found}."
    )
    remedy = sentence("Let their spans of years end before the other begins, or make one of them narrower.")


class SameFactorTwiceError(InputError):
    template = sentence(
        "“{table}” and the profile give the same factor of a component and column under different keys: {found}."
    )
    remedy = sentence("Use the profile's key to override it, or name another factor if the two shall multiply.")


def read_coefficient_rows(rows: Rows, table: str, base: Mapping[str, Coefficient]) -> list[Coefficient]:
    """The rows of a table as coefficients, gaps filled from ``base``: the profile's rows by their name.

    A row of a known key for another group or other years takes all but the range, source and note of the key's row.
    """

    def check(sound: Sequence[Row]) -> list[InputError]:
        found: dict[type[InputError], list[Cell]] = {}
        for row in sound:
            for error, cell in _find_faults(row, _merged(row, base)):
                found.setdefault(error, []).append(cell)
        return [error(table=table, found=cells) for error, cells in found.items()]

    read = [_merged(row, base) for row in _SETTINGS.read(rows, table, check)]
    return [_attributed(row, base.get(row.name) or row_of_key(row.key, base), table) for row in read]


def _merged(row: Row, base: Mapping[str, Coefficient]) -> Coefficient:
    """The row with the profile's entries in its empty cells."""
    new = Coefficient(**{**row.values, "required": bool(row["required"])})
    given = {name: row[name] for name in row.given}
    known = base.get(new.name)
    if known:
        return replace(known, **given)
    elsewhere = row_of_key(new.key, base)
    if elsewhere:
        place = {"group": new.group, "from_year": new.from_year, "to_year": new.to_year}
        return replace(elsewhere, **{"low": None, "high": None, "source": "", "note": "", **given, **place})
    return new


def row_of_key(key: str, base: Mapping[str, Coefficient]) -> Coefficient | None:
    """The profile's row of ``key``: the least specific where it has several.

    Args:
        key: of the wanted factor.
        base: the profile's rows by their name.

    >>> make = lambda value, **place: Coefficient("a", "ce_energy", "coal_t", "", "multiply", value, **place)
    >>> row_of_key("a", {"first": make(1.0, group="Sichuan"), "second": make(2.0)}).value
    2.0
    """
    rows = [row for row in base.values() if row.key == key]
    return max(rows, key=rank) if rows else None


def _find_faults(row: Row, coefficient: Coefficient) -> Iterable[tuple[type[InputError], Cell]]:
    """Why the coefficient cannot be computed with: kinds of errors, each with its place."""
    role, value, low, high = coefficient.role, coefficient.value, coefficient.low, coefficient.high
    absent = [name for name in ("component", "column", "role", "value") if getattr(coefficient, name) in ("", None)]
    if absent:
        yield IncompleteCoefficientError, replace(row.cell(), column=absent)
        return
    if role == ONE_MINUS and not 0.0 <= value <= 1.0:
        yield FractionOutsideRangeError, row.cell("value")
    elif role == DIVIDE and value == 0.0:
        yield DivisionByZeroError, row.cell("value")
    if coefficient.component == NEP:
        if not (_SINK_COMPONENT.fullmatch(coefficient.column) and role == MULTIPLY and value > 0.0):
            yield NepError, replace(row.cell(), value=[coefficient.column, role, value])
    elif not _CARBON_COMPONENT.fullmatch(coefficient.component) or coefficient.component == CE_URBAN:
        yield UnknownComponentError, row.cell("component")
    if low is not None and high is not None and low > high:
        yield BoundsUpsideDownError, replace(row.cell(), value=[low, high])
    if coefficient.years[0] > coefficient.years[1]:
        yield YearsUpsideDownError, replace(row.cell(), column=None, value=[str(year) for year in coefficient.years])
    if coefficient.component == NEP and not coefficient.holds_everywhere:
        yield NepByPlaceError, row.cell()


def _attributed(row: Coefficient, known: Coefficient | None, table: str) -> Coefficient:
    """A value of the user's own must not stand beside the citation and remark of the value it replaces."""
    if known is None or (row.value, row.name) == (known.value, known.name):
        return row
    return replace(
        row,
        source=table if row.source in ("", known.source) else row.source,
        note="" if row.note == known.note else row.note,
    )


def check_factors(rows: Iterable[Coefficient], table: str) -> None:
    """A number given twice would count squared, or leave open which of the two counts.

    Raises ``SameFactorTwiceError``: mostly a copy of the profile's row under a key of one's own;
    ``EquallySpecificError``: rows for the same group whose years overlap.
    """
    factors: dict[tuple[str, ...], list[Coefficient]] = defaultdict(list)
    for row in rows:
        words = (row.component, row.column, "" if row.component == NEP else row.factor)
        factors[tuple(word.casefold() for word in words)].append(row)  # a slip of the Shift key makes no new factor
    found: dict[type[InputError], list[Cell]] = {}
    for factor, same in factors.items():
        for first, second in combinations(same, 2):
            if are_equally_specific(first, second):
                error = SameFactorTwiceError if first.years == second.years else EquallySpecificError
                cell = Cell(key=" ".join(factor).strip(), value=f"{first.name} / {second.name}")
                found.setdefault(error, []).append(cell)
    raise_all([error(table=table, found=cells) for error, cells in found.items()])
