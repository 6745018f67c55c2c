"""A table of STIRPAT coefficients read back: what ``fit_stirpat`` wrote, or what a user wrote by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import EmptyTableError, InputError
from ..options import CEI_DEFINITIONS, POOLINGS
from ..tables.setting_columns import Key, Number, Word, YesNo
from ..tables.settings import EmptyCellsError, Row, Rows, Settings
from .variables import INTERCEPT

_SETTINGS = Settings(
    Key("variable", required=True, filled=False),
    Number("b", required=True, filled=False),  # that of the intercept may be empty
    Number("std_error", default=np.nan),
    Number("k", at_least=0),
    Word("pooling", words=POOLINGS),
    Word("cei_definition", words=CEI_DEFINITIONS),
    YesNo("identity", default=None),
    key=("variable",),
    skip_without="variable",
)


@dataclass(frozen=True, eq=False)
class Coefficients:
    """A table of coefficients: ``names`` without the intercept, ``b`` and ``std_error`` (p,).

    ``k``, ``pooling``: None where the table does not say how it was fitted. ``std_error``: NaN where it does not say.
    ``identity``: whether the regression is an accounting identity, None where the table does not say. ``table``: what
    the user calls it.
    """

    names: list[str]
    b: np.ndarray
    std_error: np.ndarray
    k: float | None
    pooling: str | None
    cei_definition: str
    identity: bool | None = None
    table: str = "coefficients"


def read_coefficients(rows: Rows, table: str = "coefficients") -> Coefficients:
    """Read a table of coefficients: ``variable`` and ``b``, and what else ``fit_stirpat`` wrote beside them.

    ``rows``: as ``Settings.read`` takes them; those without a variable are left out.

    Raises, all at once, what ``Settings.read`` raises.

    >>> read_coefficients([{"variable": "W", "b": 0.3}, {"variable": "intercept", "b": None}]).names
    ['W']
    """
    read = _SETTINGS.read(rows, table, lambda sound: _find_empty(sound, table))
    used = [row for row in read if row["variable"] != INTERCEPT]
    if not used:
        raise EmptyTableError(table=table)
    return Coefficients(
        names=[row["variable"] for row in used],
        b=np.array([row["b"] for row in used]),
        std_error=np.array([row["std_error"] for row in used]),
        k=_first(used, "k"),
        pooling=_first(used, "pooling"),
        cei_definition=_first(used, "cei_definition") or CEI_DEFINITIONS.default,
        identity=_first(used, "identity"),
        table=table,
    )


def _find_empty(rows: Sequence[Row], table: str) -> list[InputError]:
    empty = [row.cell() for row in rows if row["b"] is None and row["variable"] != INTERCEPT]
    return [EmptyCellsError(table=table, column="b", found=empty)] if empty else []


def _first(rows: Sequence[Row], column: str) -> object:
    """What the settings of the fit say; they stand in every row, or only in the first."""
    return next((row[column] for row in rows if row[column] is not None), None)
