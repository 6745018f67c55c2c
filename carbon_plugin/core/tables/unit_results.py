"""Tables of results read back: one row a unit, or a small table of settings, out of whatever file they came through."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..errors import EmptyTableError, InputError, MissingColumnsError, TextInNumbersError, raise_all
from ..messages import Message
from ..values import Cell, quoted
from .cells import cell_text, parse_numbers, plain
from .keys import find_empty_keys, find_repeated_units, normalise_keys
from .vocabulary import UNIT


def read_results(
    frame: pd.DataFrame, table: str | Message, required: Sequence[str] = (), *, numbers: Sequence[str] = ()
) -> pd.DataFrame:
    """The columns of a table as numbers where every cell allows it, else as text ('' where empty).

    Args:
        frame: cells are numbers, text or None.
        table: what the user calls it.
        required: columns that must be there.
        numbers: those that must hold numbers where they are there.

    Raises ``EmptyTableError``, ``MissingColumnsError``, ``TextInNumbersError``.

    >>> read_results(pd.DataFrame({"k": ["0.1", None], "note": ["short", None]}), "trace")["note"].tolist()
    ['short', '']
    """
    if frame.empty:
        raise EmptyTableError(table=table)
    missing = [name for name in required if name not in frame.columns]
    if missing:
        raise MissingColumnsError(table=table, missing=quoted(missing), found=[str(name) for name in frame.columns])
    columns, errors = {}, []
    units = normalise_keys(frame[UNIT]) if UNIT in frame.columns else None
    for name in frame.columns:
        values, unread = parse_numbers(frame[name])
        if unread.any() and name in numbers:
            errors.append(_text_in_numbers(frame[name], np.flatnonzero(unread), units, table))
        columns[name] = frame[name].map(cell_text) if unread.any() else values
    raise_all(errors)
    return pd.DataFrame(columns).reset_index(drop=True)


def read_unit_results(
    frame: pd.DataFrame, table: str | Message, required: Sequence[str] = (), *, numbers: Sequence[str] = ()
) -> pd.DataFrame:
    """``read_results`` of a table with one row a unit: column ``unit`` holds its normalised key.

    Raises, beside those of ``read_results``, ``MissingKeysError`` and ``DuplicateUnitsError``.

    >>> read_unit_results(pd.DataFrame({"unit": ["2.0"], "ce_z": ["1.5"]}), "trends").to_dict("records")
    [{'unit': '2', 'ce_z': 1.5}]
    """
    results = read_results(frame, table, [UNIT, *required], numbers=numbers)
    keys = normalise_keys(frame[UNIT])
    raise_all([*find_empty_keys(keys, table, UNIT), *find_repeated_units(keys, table, UNIT)])
    return results.assign(**{UNIT: keys.to_numpy()})


def _text_in_numbers(column: pd.Series, rows: np.ndarray, units: pd.Series | None, table: str | Message) -> InputError:
    cells = column.to_numpy()
    found = [Cell(None if units is None else units[row], value=plain(cells[row]), row=int(row) + 1) for row in rows]
    return TextInNumbersError(table=table, column=str(column.name), found=found)
