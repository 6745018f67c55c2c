"""Frames made of the columns of others without a copy: a panel of a million rows is half a gigabyte.

To take rows or columns in the ways of pandas first makes one block of all columns of a kind, a copy of them all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
import pandas as pd


def with_columns(
    frame: pd.DataFrame, columns: Mapping[str, Sequence[object]], without: Collection[str] = ()
) -> pd.DataFrame:
    """The columns of ``frame`` but for those in ``without``, and ``columns`` beside or in place of them.

    Args:
        frame: n rows, no two columns of one name.
        columns: by name, (n,) arrays or series on the frame's index.
        without: columns that are left out.

    >>> frame = pd.DataFrame({"unit": ["a"], "ce": [1.0]})
    >>> with_columns(frame, {"cs": np.array([2.0])}, without=["ce"]).to_dict("list")
    {'unit': ['a'], 'cs': [2.0]}
    """
    kept = {name: frame[name] for name in frame.columns if name not in without}
    return pd.DataFrame({**kept, **columns}, index=frame.index, copy=False)


def rows_at(frame: pd.DataFrame, rows: np.ndarray) -> pd.DataFrame:
    """The ``rows`` that are True (n,), under their old numbers; where these are all, they are not copied.

    >>> rows_at(pd.DataFrame({"unit": ["a", "b"]}), np.array([False, True]))["unit"].to_dict()
    {1: 'b'}
    """
    if np.all(rows):
        return frame.copy(deep=False)
    index = frame.index[rows]
    return pd.DataFrame({name: frame[name].array[rows] for name in frame.columns}, index=index, copy=False)


def columns_at(frame: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """The columns ``names`` of ``frame``, which are not copied.

    >>> list(columns_at(pd.DataFrame({"unit": ["a"], "ce": [1.0]}), ["ce"]))
    ['ce']
    """
    return pd.DataFrame({name: frame[name] for name in names}, index=frame.index, copy=False)


def numbered(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``frame`` under the numbers 0, 1, ...; where these are theirs, they are not copied.

    >>> numbered(pd.DataFrame({"unit": ["a"]}, index=[7])).index.tolist()
    [0]
    """
    is_numbered = isinstance(frame.index, pd.RangeIndex) and frame.index.equals(pd.RangeIndex(len(frame)))
    return frame.copy(deep=False) if is_numbered else frame.reset_index(drop=True)
