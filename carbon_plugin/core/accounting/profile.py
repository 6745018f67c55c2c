"""Coefficient profiles: named tables of coefficients that a reader can check, cite and override.

A row is one printed number with its unit, range and source. The rows of one component and column multiply
together: yield x (1 - water content) / economic coefficient x carbon absorption rate. Rows of the component
``nep`` hold the net ecosystem productivity of a sink component, which turns carbon into land.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Callable

from ..errors import EmptyTableError, InputError, MissingColumnsError, MissingKeysError, raise_all
from ..messages import Message, sentence, warning
from ..resources import read_rows

PROFILES = ("qinba", "revised", "landcoef")  # the first is the default

NEP = "nep"
STANDARD_COAL = "standard coal"  # the factor whose rows give the energy of a fuel in tce
CE_URBAN = "ce_urban"

_ROLES: Mapping[str, Callable[[float], float]] = {
    "multiply": lambda value: value,
    "one_minus": lambda value: 1.0 - value,
    "divide": lambda value: 1.0 / value,
}
_YES = frozenset({"yes", "true", "1", "1.0", "是"})
_NO = frozenset({"no", "false", "0", "0.0", "否", ""})
_CARBON_COMPONENT = re.compile(r"c[es]_\w+")
_SINK_COMPONENT = re.compile(r"cs_\w+")


@dataclass(frozen=True)
class Coefficient:
    """One row of a profile. ``component``: the result it adds to (``ce_<x>``, ``cs_<x>``) or ``nep``; ``column``: the
    column of the panel it is multiplied with, for ``nep`` the sink component it belongs to.
    """

    key: str
    component: str
    column: str
    factor: str
    role: str
    value: float
    unit: str = ""
    low: float | None = None
    high: float | None = None
    required: bool = False
    source: str = ""
    note: str = ""

    @property
    def multiplier(self) -> float:
        """What the row multiplies an amount by."""
        return _ROLES[self.role](self.value)

    def row(self) -> dict[str, object]:
        """The row as it stands in a table: ``required`` as yes or no, None where there is no bound."""
        cells = {name: getattr(self, name) for name in COEFFICIENT_COLUMNS}
        return {**cells, "required": "yes" if self.required else "no"}


COEFFICIENT_COLUMNS = tuple(field.name for field in fields(Coefficient))
_TEXT_COLUMNS = ("component", "column", "factor", "role", "unit", "source", "note")


@dataclass(frozen=True)
class Term:
    """What one unit of ``column`` adds to ``component``, t C: the product of the rows of the two.

    ``standard_coal``: tce a unit, None where the profile does not tell. ``required``: without the column the
    component is incomplete.
    """

    component: str
    column: str
    multiplier: float
    required: bool = False
    standard_coal: float | None = None


@dataclass(frozen=True)
class Profile:
    """A named set of coefficients. ``overridden``: keys that a user's table changed or added; ``notes``: about them."""

    name: str
    coefficients: tuple[Coefficient, ...]
    overridden: frozenset[str] = frozenset()
    notes: tuple[Message, ...] = ()

    def terms(self) -> tuple[Term, ...]:
        """One term for each component and column, in the order of the table."""
        groups: dict[tuple[str, str], list[Coefficient]] = defaultdict(list)
        for row in self.coefficients:
            if row.component != NEP:
                groups[row.component, row.column].append(row)
        return tuple(_term(component, column, rows) for (component, column), rows in groups.items())

    def nep(self) -> dict[str, float]:
        """Net ecosystem productivity by sink component, t C/(ha a)."""
        return {row.column: row.value for row in self.coefficients if row.component == NEP}

    def rows(self) -> list[dict[str, object]]:
        """The profile as an editable table, which ``override`` reads back unchanged."""
        return [row.row() for row in self.coefficients]

    def override(self, rows: Sequence[Mapping[str, object]], table: str) -> Profile:
        """The profile with a user's rows: those with a known ``key`` replace, new keys are added.

        An empty cell of a known key keeps the profile's entry, so ``key`` and ``value`` alone will do. A changed
        value whose source was left as it was is attributed to ``table``.

        Raises, all at once: ``EmptyTableError``, ``MissingColumnsError``, ``MissingKeysError`` and the errors of
        this module.
        """
        base = {row.key: row for row in self.coefficients}
        changed = {row.key: row for row in _read_coefficients(rows, table, base) if row != base.get(row.key)}
        merged = {**base, **changed}
        _check_factors(tuple(merged.values()), table)
        return replace(
            self,
            coefficients=tuple(merged.values()),
            overridden=self.overridden | frozenset(changed),
            notes=(*self.notes, *_remarks(base, changed, table)),
        )


class CoefficientNotANumberError(InputError):
    template = sentence("“{table}” should hold numbers in “value”, “low” and “high”, but holds text: {found}.")


class UnknownRoleError(InputError):
    template = sentence("“{table}”: unknown role: {found}. Expected multiply, one_minus or divide.")


class FractionOutsideRangeError(InputError):
    template = sentence(
        "“{table}”: with the role one_minus the value must lie between 0 and 1, but it is {found}. Write 12 % as 0.12."
    )


class DivisionByZeroError(InputError):
    template = sentence("“{table}”: a coefficient that is divided by cannot be 0: {found}. Correct its value.")


class UnknownComponentError(InputError):
    template = sentence(
        "“{table}”: unknown component: {found}. Expected ce_ or cs_ and a name (ce_urban is the sum of ce_energy and "
        "ce_breathing and has no coefficients of its own), or nep."
    )


class NepError(InputError):
    template = sentence(
        "“{table}”: a row of the component nep needs a sink component (cs_ and a name) as its column, the role "
        "multiply and a value above 0: {found}."
    )


class IncompleteCoefficientError(InputError):
    template = sentence(
        "“{table}”: new coefficients need a component, a column, a role and a value: {found}. "
        "Fill them in, or use a key of the profile to override a coefficient."
    )


class RequiredNotReadableError(InputError):
    template = sentence("“{table}”: “required” should be yes or no: {found}.")


class BoundsUpsideDownError(InputError):
    template = sentence("“{table}”: “low” is above “high”: {found}.")


class DuplicateCoefficientsError(InputError):
    template = sentence("“{table}” has more than one row for the key {found}. Keep one.")


class SameFactorTwiceError(InputError):
    template = sentence(
        "“{table}” and the profile give the same factor of a component and column under different keys: {found}. "
        "Use the profile's key to override it, or name another factor if the two shall multiply."
    )


class UnknownProfileError(InputError):
    template = sentence("There is no coefficient profile “{found}”. Expected one of: {expected}.")


def load_profile(name: str) -> Profile:
    """The shipped profile ``name``, one of ``PROFILES``. Raises ``UnknownProfileError``."""
    if name not in PROFILES:
        raise UnknownProfileError(found=name, expected=list(PROFILES))
    return Profile(name, tuple(_read_coefficients(read_rows(f"profiles/{name}.csv"), name, {})))


def _term(component: str, column: str, rows: Sequence[Coefficient]) -> Term:
    coal = [row.multiplier for row in rows if row.factor == STANDARD_COAL]
    return Term(
        component,
        column,
        math.prod(row.multiplier for row in rows),
        any(row.required for row in rows),
        math.prod(coal) if coal else None,
    )


class _Problems:
    """What is wrong with a table, by type of error."""

    def __init__(self, table: str):
        self._table = table
        self._found: dict[type[InputError], list[str]] = defaultdict(list)

    def add(self, kind: type[InputError], found: str) -> None:
        self._found[kind].append(found)

    def raise_all(self) -> None:
        raise_all([kind(table=self._table, found=found) for kind, found in self._found.items()])


def _read_coefficients(
    rows: Sequence[Mapping[str, object]], table: str, base: Mapping[str, Coefficient]
) -> list[Coefficient]:
    """The rows of a table as coefficients, gaps filled from ``base``."""
    if not rows:
        raise EmptyTableError(table=table)
    missing = [name for name in ("key", "value") if name not in rows[0]]
    if missing:
        raise MissingColumnsError(table=table, missing=[f"“{name}”" for name in missing], found=list(rows[0]))
    keys = [_text(row.get("key")) for row in rows]
    if "" in keys:
        places = [number for number, key in enumerate(keys, start=1) if not key]
        raise MissingKeysError(table=table, column="key", count=len(places), rows=places)
    problems = _Problems(table)
    for key in {key: None for key in keys if keys.count(key) > 1}:
        problems.add(DuplicateCoefficientsError, key)
    read = [_coefficient(key, row, table, base.get(key), problems) for key, row in zip(keys, rows)]
    problems.raise_all()
    return [row for row in read if row is not None]


def _coefficient(
    key: str, row: Mapping[str, object], table: str, known: Coefficient | None, problems: _Problems
) -> Coefficient | None:
    """One row; None where something is wrong with it, which ``problems`` then has."""
    texts = {name: _text(row.get(name)) or (getattr(known, name) if known else "") for name in _TEXT_COLUMNS}
    texts["role"] = texts["role"].lower()
    try:
        numbers = {name: _number(row.get(name)) for name in ("value", "low", "high")}
    except ValueError as unreadable:
        problems.add(CoefficientNotANumberError, f"{key}: “{unreadable}”")
        return None
    if known:
        numbers = {name: getattr(known, name) if number is None else number for name, number in numbers.items()}
    required = _text(row.get("required")).lower()
    if required not in _YES | _NO:
        problems.add(RequiredNotReadableError, f"{key}: “{required}”")
        return None
    absent = [name for name in ("component", "column", "role") if not texts[name]]
    absent += ["value"] if numbers["value"] is None else []
    if absent:
        problems.add(IncompleteCoefficientError, f"{key} ({', '.join(absent)})")
        return None
    is_required = known.required if known and not required else required in _YES
    read = Coefficient(key=key, required=is_required, **texts, **numbers)
    if not _is_sound(read, problems):
        return None
    return _attributed(read, known, table) if known else read


def _is_sound(row: Coefficient, problems: _Problems) -> bool:
    """Whether the row can be computed with; ``problems`` gets what is wrong."""
    kind: type[InputError] | None = None
    found = f"{row.key}: {row.value:g}"
    if row.role not in _ROLES:
        kind, found = UnknownRoleError, f"{row.key}: “{row.role}”"
    elif row.role == "one_minus" and not 0.0 <= row.value <= 1.0:
        kind = FractionOutsideRangeError
    elif row.role == "divide" and row.value == 0.0:
        kind = DivisionByZeroError
    elif row.component == NEP:
        if not (_SINK_COMPONENT.fullmatch(row.column) and row.role == "multiply" and row.value > 0.0):
            kind, found = NepError, f"{row.key}: {row.column}, {row.role}, {row.value:g}"
    elif not _CARBON_COMPONENT.fullmatch(row.component) or row.component == CE_URBAN:
        kind, found = UnknownComponentError, f"{row.key}: “{row.component}”"
    if kind is None and row.low is not None and row.high is not None and row.low > row.high:
        kind, found = BoundsUpsideDownError, f"{row.key}: {row.low:g}, {row.high:g}"
    if kind:
        problems.add(kind, found)
    return kind is None


def _attributed(row: Coefficient, known: Coefficient, table: str) -> Coefficient:
    """A value of the user's own must not stand beside the citation and remark of the value it replaces."""
    if row.value == known.value:
        return row
    return replace(
        row,
        source=table if row.source == known.source else row.source,
        note="" if row.note == known.note else row.note,
    )


def _check_factors(rows: Sequence[Coefficient], table: str) -> None:
    """A number given twice would count squared: mostly a copy of the profile's row under a key of one's own."""
    keys: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        keys[row.component, row.column, "" if row.component == NEP else row.factor].append(row.key)
    problems = _Problems(table)
    for (component, column, factor), same in keys.items():
        if len(same) > 1:
            problems.add(SameFactorTwiceError, f"{' / '.join(same)} ({component}, {column}, {factor or '–'})")
    problems.raise_all()


def _remarks(base: Mapping[str, Coefficient], changed: Mapping[str, Coefficient], table: str) -> list[Message]:
    """What a reader should know about the user's coefficients."""
    remarks = []
    outside = [f"{row.key} = {row.value:g} ({row.low}–{row.high})" for row in changed.values() if _is_outside(row)]
    if outside:
        remarks.append(
            warning(
                "coefficients-outside-range",
                "“{table}”: coefficients outside the range of the literature: {found}. Check their units of measure.",
                table=table,
                found=outside,
            )
        )
    units = [
        f"{key} ({row.unit} / {base[key].unit})"
        for key, row in changed.items()
        if key in base and row.unit != base[key].unit
    ]
    if units:
        remarks.append(
            warning(
                "coefficients-other-unit",
                "“{table}”: coefficients with another unit of measure than the profile's: {found}. "
                "The values were taken as they are, not converted.",
                table=table,
                found=units,
            )
        )
    met = {(row.component, row.column) for row in base.values()}
    added = [row.key for key, row in changed.items() if key not in base and (row.component, row.column) in met]
    if added:
        remarks.append(
            warning(
                "coefficients-multiply",
                "“{table}”: new coefficients multiply with the profile's of the same component and column: {found}.",
                table=table,
                found=added,
            )
        )
    return remarks


def _is_outside(row: Coefficient) -> bool:
    return (row.low is not None and row.value < row.low) or (row.high is not None and row.value > row.high)


def _text(cell: object) -> str:
    """The cell as trimmed text, '' where it is empty."""
    return "" if cell is None or (isinstance(cell, float) and math.isnan(cell)) else str(cell).strip()


def _number(cell: object) -> float | None:
    """The cell as a number, full-width digits too, None where it is empty. Raises ``ValueError`` saying the cell."""
    text = unicodedata.normalize("NFKC", _text(cell))
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        raise ValueError(text) from None
    if not math.isfinite(number):
        raise ValueError(text)
    return number
