"""Carbon of a region beside the value of its services, year by year, and the classes of association by cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence
from ..tables.panel import Panel
from ..tables.unit_results import read_results
from ..tables.vocabulary import YEAR
from ..values import quoted

CARBON = ("ce", "cs", "nce")
CELL, LISA_CLASS = "cell", "lisa_class"
_NAME = re.compile(r"R(\d+)C(\d+)")


class CellNamesError(InputError):
    template = sentence("“{table}”: {found} does not name a cell by its row and column, such as R012C034.")
    remedy = sentence("Choose the layer that “Association in space” made of “Carbon and services on a grid”.")


@dataclass(frozen=True, eq=False)
class CellClasses:
    """Classes of the cells of one year: ``row``, ``column`` from 0, ``number`` of the class, each (c,)."""

    year: int
    row: np.ndarray
    column: np.ndarray
    number: np.ndarray


def carbon_by_year(accounts: Panel) -> pd.DataFrame:
    """Emission, sink and net emission of the units that have all three, a row a year: ``year``, ``units``, sums in t C.

    Args:
        accounts: ``ce``, ``cs``, ``nce`` by unit and year.

    Raises ``MissingColumnsError``, ``TextInNumbersError``.

    >>> book = pd.DataFrame({"unit": ["a", "b"], "year": 2020, "ce": [3.0, 4.0], "cs": [1.0, None], "nce": [2.0, None]})
    >>> carbon_by_year(Panel(book, "accounts")).to_dict("records")
    [{'year': 2020, 'units': 1, 'ce': 3.0, 'cs': 1.0, 'nce': 2.0}]
    """
    accounts.require(CARBON)
    columns = {name: accounts.numbers(name) for name in CARBON}
    counted = np.all([np.isfinite(values) for values in columns.values()], axis=0)
    by_year = accounts.by_year
    sums = {name: by_year.sum(values, counted) for name, values in columns.items()}
    table = pd.DataFrame({YEAR: by_year.years, "units": by_year.count(counted), **sums})
    return table[table["units"] > 0].reset_index(drop=True)


def read_cell_classes(frame: pd.DataFrame, table: str | Message) -> CellClasses:
    """The classes of the last year of a layer of cells.

    Args:
        frame: ``cell``, ``lisa_class`` and perhaps ``year``, a row a cell and year.
        table: what the user calls it.

    Raises ``EmptyTableError``, ``MissingColumnsError``, ``TextInNumbersError``, ``CellNamesError``.

    >>> frame = pd.DataFrame({"cell": ["R1C2", "R1C2"], "year": [2000, 2010], "lisa_class": [0, 1]})
    >>> found = read_cell_classes(frame, "cells")
    >>> found.year, found.row.tolist(), found.column.tolist(), found.number.tolist()
    (2010, [0], [1], [1])
    """
    names = [str(name) for name in frame[CELL]] if CELL in frame else []
    read = read_results(frame, table, [CELL, LISA_CLASS], numbers=[LISA_CLASS, YEAR])
    years = read[YEAR].to_numpy(dtype=float) if YEAR in read else np.zeros(len(read))
    chosen = years == np.nanmax(years)
    found = [_NAME.fullmatch(name) for name, is_in in zip(names, chosen) if is_in]
    wrong = [name for name, is_in in zip(names, chosen) if is_in and not _NAME.fullmatch(name)]
    if wrong:
        raise CellNamesError(table=table, found=quoted(wrong[:10]))
    row, column = (np.array([int(one.group(part)) - 1 for one in found]) for part in (1, 2))
    number = read[LISA_CLASS].to_numpy(dtype=float)[chosen]
    return CellClasses(int(np.nanmax(years)), row, column, np.nan_to_num(number, nan=5.0).astype(int))
