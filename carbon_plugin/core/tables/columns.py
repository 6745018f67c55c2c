"""The variables of a panel: what each column may hold, and what is said of cells that it may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..errors import InputError, NegativeAmountsError, TextInNumbersError
from ..messages import Message, warning
from .cells import cell_text, cells_at, parse_numbers
from .headings import name_columns
from .vocabulary import FILLED, INPUT_KINDS, KEY_KIND, TEXT_KIND, Variable, describe


def parse_column(
    frame: pd.DataFrame, name: str, table: str | Message
) -> tuple[pd.Series, list[InputError], list[Message]]:
    """A variable as numbers or text: the column, what is wrong with it, what is worth saying.

    Inputs of an account must be numbers. Any other column becomes numbers where every cell allows it and none has a
    leading zero, and stays text otherwise.

    Args:
        frame: n rows with ``unit``, ``year`` and the column.
        name: the column.
        table: what the user calls the table.

    >>> frame = pd.DataFrame({"unit": ["a"], "year": [2000], "gdp": ["ten"]})
    >>> str(parse_column(frame, "gdp", "book")[1][0].message.problem())
    '“book”: column “gdp” should hold numbers (10⁴ currency), but 1 cell holds text: “ten” (a 2000).'
    """
    cells, variable = frame[name], describe(name)
    if name == FILLED or (variable and variable.kind in (TEXT_KIND, KEY_KIND)):
        return cells.map(cell_text), [], []
    is_input = variable is not None and variable.kind in INPUT_KINDS
    if not is_input and not pd.api.types.is_numeric_dtype(cells):
        return _parse_unknown_column(cells), [], []
    numbers, unread = parse_numbers(cells)
    if unread.any() and not is_input:  # infinite results: told by the step that counts with them
        return cells, [], []
    if unread.any():
        return numbers, [text_in_numbers(frame, name, unread.to_numpy(), table=table)], []
    values = numbers.to_numpy()
    return (
        numbers,
        find_negative(frame, name, values, table=table),
        remarks_on_range(frame, variable, values, table=table),
    )


def columns_of_numbers(given: Sequence[str], keys: Mapping[str, str]) -> set[str]:
    """Those of the columns ``given`` that ``parse_column`` makes numbers where all of their text is.

    Args:
        given: the headings, as they stand in the file.
        keys: the columns that the user chose as keys, and the key that each of them is.

    >>> sorted(columns_of_numbers(["code", "年份", "总人口", "zone_name", "remark"], {"code": "unit", "年份": "year"}))
    ['remark', '总人口']
    """
    _, renamed, _ = name_columns(pd.DataFrame(columns=list(given)), keys, "")
    variables = {name: describe(renamed.get(name, str(name))) for name in given if name not in keys}
    return {
        name
        for name, variable in variables.items()
        if renamed.get(name, name) != FILLED and (variable is None or variable.kind not in (TEXT_KIND, KEY_KIND))
    }


def text_in_numbers(frame: pd.DataFrame, name: str, rows: np.ndarray, *, table: str | Message) -> TextInNumbersError:
    """The error of the ``rows`` (n,) of the panel ``frame`` that hold text in a column of numbers."""
    variable = describe(name)
    found = cells_at(frame, rows, values=frame[name].to_numpy())
    return TextInNumbersError(table=table, column=name, unit=variable.unit if variable else "", found=found)


def find_negative(frame: pd.DataFrame, name: str, values: np.ndarray, *, table: str | Message) -> list[InputError]:
    """What is wrong where the ``values`` (n,) of an amount are below zero."""
    variable = describe(name)
    return find_below_zero(frame, name, values, table=table) if variable is not None and variable.is_amount else []


def find_below_zero(frame: pd.DataFrame, name: str, values: np.ndarray, *, table: str | Message) -> list[InputError]:
    """What is wrong where ``values`` (n,) are below zero, for steps in which even a result, such as ``ce``, must not.

    Args:
        frame: n rows with ``unit`` and ``year``.
        name: the column.
        values: (n,) its numbers.
        table: what the user calls it.

    >>> frame = pd.DataFrame({"unit": ["a"], "year": [2020]})
    >>> str(find_below_zero(frame, "ce", np.array([-5.0]), table="accounts")[0].message.problem())
    '“accounts”: column “ce” (t C/a) is negative in 1 row: -5 (a 2020).'
    """
    if not (values < 0).any():
        return []
    found, variable = cells_at(frame, values < 0, values=values), describe(name)
    unit = variable.unit if variable else ""
    return [NegativeAmountsError(table=table, column=name, unit=unit, count=len(found), found=found)]


def remarks_on_range(
    frame: pd.DataFrame, variable: Variable | None, values: np.ndarray, *, table: str | Message
) -> list[Message]:
    """A warning on the ``values`` (n,) of ``variable`` that a reader would not believe of a county."""
    if variable is None:
        return []
    low = -np.inf if variable.low is None else variable.low
    high = np.inf if variable.high is None else variable.high
    odd = (values < low) | (values > high)
    if variable.is_amount:
        odd &= ~(values < 0)  # find_negative names these
    if not odd.any():
        return []
    return [
        warning(
            "values-outside-range",
            "“{table}”: {count:value|values} of “{column}” outside {low} to {high} {unit}, which is unusual for a "
            "county: {found}. Check the unit of measure.",
            table=table,
            count=int(odd.sum()),
            column=variable.name,
            low="-∞" if variable.low is None else float(variable.low),
            high="∞" if variable.high is None else float(variable.high),
            unit=variable.unit,
            found=cells_at(frame, odd, values=values),
        )
    ]


def _parse_unknown_column(cells: pd.Series) -> pd.Series:
    """Numbers where all cells are; a code such as ``001`` keeps its column text."""
    different = pd.Series(pd.unique(cells.dropna()), dtype=object)  # often few
    if different.astype(str).str.strip().str.fullmatch(r"0\d+").any() or parse_numbers(different)[1].any():
        return cells
    numbers, unread = parse_numbers(cells)
    return cells if unread.any() or numbers.isna().all() else numbers
