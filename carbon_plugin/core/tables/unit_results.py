"""Tables of results read back: one row a unit, or a small table of settings, out of whatever file they came through."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..errors import (
    DuplicateUnitsError,
    EmptyTableError,
    InputError,
    MissingColumnsError,
    MissingKeysError,
    TextInNumbersError,
    raise_all,
)
from .panel import normalise_keys, parse_numbers
from .vocabulary import UNIT


def read_results(
    frame: pd.DataFrame, table: str, required: Sequence[str] = (), numbers: Sequence[str] = ()
) -> pd.DataFrame:
    """The columns of a table as numbers where every cell allows it, else as text ('' where empty).

    ``frame``: cells are numbers, text or None. ``required``: columns that must be there; ``numbers``: those that must
    hold numbers where they are there. Raises ``EmptyTableError``, ``MissingColumnsError``, ``TextInNumbersError``.
    """
    if frame.empty:
        raise EmptyTableError(table=table)
    missing = [f"“{name}”" for name in required if name not in frame.columns]
    if missing:
        raise MissingColumnsError(table=table, missing=missing, found=[str(name) for name in frame.columns])
    columns, errors = {}, []
    for name in frame.columns:
        values, unread = parse_numbers(frame[name])
        if unread.any() and name in numbers:
            found = [f"“{cell}”" for cell in frame.loc[unread, name]]
            errors.append(TextInNumbersError(table=table, column=name, unit="", count=len(found), found=found))
        columns[name] = frame[name].map(_text) if unread.any() else values
    raise_all(errors)
    return pd.DataFrame(columns).reset_index(drop=True)


def read_unit_results(
    frame: pd.DataFrame, table: str, required: Sequence[str] = (), numbers: Sequence[str] = ()
) -> pd.DataFrame:
    """``read_results`` of a table with one row a unit: column ``unit`` holds its normalised key.

    Raises, beside those of ``read_results``, ``MissingKeysError`` and ``DuplicateUnitsError``.
    """
    results = read_results(frame, table, [UNIT, *required], numbers)
    keys = normalise_keys(frame[UNIT])
    errors: list[InputError] = []
    empty = [row + 1 for row, key in enumerate(keys) if not key]
    if empty:
        errors.append(MissingKeysError(table=table, column=UNIT, count=len(empty), rows=empty))
    repeated = list(keys[keys.duplicated() & (keys != "")].unique())
    if repeated:
        errors.append(DuplicateUnitsError(table=table, units=repeated, column=UNIT))
    raise_all(errors)
    return results.assign(**{UNIT: keys.to_numpy()})


def _text(cell: object) -> str:
    return "" if cell is None or cell != cell else str(cell)
