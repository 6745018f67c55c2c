"""The numbers of a table as they are planned to be read: pieces of one variable, with unit, year and place of each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

import numpy as np

from ...progress import advance
from ...values import Cell
from .columns import NAME, UNIT, VALUE, VARIABLE, YEAR, Column
from .plan import Plan
from .words import is_word, spelling


@dataclass(frozen=True, eq=False)
class Piece:
    """Numbers of one column, or of one item: ``units``, ``years``, ``values``, ``rows`` (n,), in the variable's unit.

    ``rows``: of the sheet, from 1; ``column``: where they come from; ``names`` (n,): what else the row calls the unit.
    """

    column: Column
    units: np.ndarray
    years: np.ndarray
    values: np.ndarray
    rows: np.ndarray
    names: np.ndarray | None = None


@dataclass(eq=False)
class Reading:
    """All of one table: ``pieces``; ``keys``: one more, of every row that counts, with numbers or without; None where
    rows have no year.

    ``totals``: rows that are sums of others by their name; ``texts``: cells with text where a number should stand;
    ``without_year``, ``without_unit``: rows left out for lack of one; ``carried``: how many keys were carried down.
    """

    plan: Plan
    pieces: list[Piece]
    keys: Piece | None = None
    totals: list[Cell] = field(default_factory=list)
    texts: list[Cell] = field(default_factory=list)
    without_year: list[Cell] = field(default_factory=list)
    without_unit: list[Cell] = field(default_factory=list)
    carried: int = 0


def read_numbers(plan: Plan, units: Collection[str] = ()) -> Reading:
    """The numbers of a table.

    Args:
        plan: how it is read; its layout is not None.
        units: every spelling of the units that are known; one of them is no total, whatever it is called.

    >>> from .blocks import find_blocks
    >>> from .plan import plan_of
    >>> from .wanted import Wanted
    >>> from .sheet import sheet_of
    >>> rows = [["地区", "年份", "总人口（万人）"], ["全市", 2010, 102.3], ["汉台区", 2010, 55.1]]
    >>> reading = read_numbers(plan_of(find_blocks(sheet_of("book", "", rows))[0], Wanted()))
    >>> reading.pieces[0].values.tolist(), reading.pieces[0].units.tolist(), len(reading.totals)
    ([551000.0], ['汉台区'], 1)
    """
    block = plan.block
    keys, carried = _carried(plan, plan.place_of(UNIT), plan.place_of(YEAR) is not None or bool(plan.items))
    names = None if plan.place_of(NAME) is None else block.sheet.texts[block.body, plan.place_of(NAME)]
    years = _years(plan)
    reading = Reading(plan, [], carried=carried)
    kept = _kept_rows(plan, keys, years, units, reading)
    items = _items(plan)
    for column in plan.columns:
        advance(block.sheet.progress, 1.0)
        if column.role == VALUE and column.variable and column.is_read:
            _take(reading, column, column, kept, keys=keys, years=years, names=names)
        elif column.role == VALUE and not column.variable and items is not None:
            for text, item in plan.items.items():
                if item.is_read:
                    _take(reading, column, item, kept & (items == text), keys=keys, years=years, names=names)
    if years is not None:
        of_rows = None if names is None else names[kept]
        reading.keys = Piece(plan.columns[0], keys[kept], years[kept], np.empty(0), block.body[kept] + 1, of_rows)
    return reading


def counted(reading: Reading) -> list[Column]:
    """The columns of a table with the number of cells that were taken from each.

    Args:
        reading: a table that was read.

    >>> from .blocks import find_blocks
    >>> from .plan import plan_of
    >>> from .sheet import sheet_of
    >>> from .wanted import Wanted
    >>> rows = [["地区", "年份", "总人口（万人）"], ["南郑区", 2010, 47.2], ["汉台区", 2010, 55.1]]
    >>> plan = plan_of(find_blocks(sheet_of("book", "", rows))[0], Wanted())
    >>> [column.cells for column in counted(read_numbers(plan)) if column.variable]
    [2]
    """
    taken: dict[str, int] = {}
    for piece in reading.pieces:
        taken[piece.column.column] = taken.get(piece.column.column, 0) + len(piece.values)
    rows = len(reading.plan.block.body)
    plan = reading.plan
    of_carriers = sum(taken.get(item.column, 0) for item in plan.items.values())
    columns = []
    for one in plan.columns:
        is_carrier = one.role == VALUE and not one.variable
        cells = rows if one.place is None else of_carriers if is_carrier else taken.get(one.column, 0)
        columns.append(replace(one, cells=cells))
    return [*columns, *(replace(one, cells=taken.get(one.column, 0)) for one in plan.items.values())]


def _take(reading: Reading, column: Column, meant: Column, rows: np.ndarray, *, keys, years, names) -> None:
    """Add the numbers of ``column`` in the body rows (n,) that are True; ``meant`` says of which variable."""
    plan = reading.plan
    sheet, body = plan.block.sheet, plan.block.body
    numbers = sheet.numbers[body, column.place]
    year = meant.year or column.year
    of_year = rows if year or years is None else rows & (years > 0)
    text = of_year & np.isnan(numbers) & sheet.filled[body, column.place]
    for number in np.flatnonzero(text):
        shown = sheet.texts[body[number], column.place]
        reading.texts.append(Cell(_where(plan), column=column.column, value=str(shown), row=int(body[number]) + 1))
    taken = of_year & ~np.isnan(numbers)
    if year is None and years is None:
        return
    dates = np.full(int(taken.sum()), year) if year else years[taken]
    reading.pieces.append(
        Piece(
            meant,
            keys[taken],
            dates.astype(np.int64),
            numbers[taken] * meant.factor,
            body[taken] + 1,
            None if names is None else names[taken],
        )
    )


def _kept_rows(plan: Plan, keys: np.ndarray, years, units: Collection[str], reading: Reading) -> np.ndarray:
    """(n,) True for the rows of the body that count; what else there is goes to ``reading``."""
    body, where = plan.block.body, _where(plan)
    kept = keys != ""
    for number in np.flatnonzero(~kept):
        reading.without_unit.append(Cell(where, row=int(body[number]) + 1))
    is_total = {key: is_word(key, "total") and spelling(key) not in units for key in set(keys[kept])}
    for number in np.flatnonzero(kept):
        if is_total[keys[number]]:
            kept[number] = False
            reading.totals.append(Cell(where, value=str(keys[number]), row=int(body[number]) + 1))
    if plan.place_of(YEAR) is not None:
        for number in np.flatnonzero(kept & (years == 0)):
            found = plan.block.sheet.texts[body[number], plan.place_of(YEAR)]
            reading.without_year.append(Cell(where, value=str(found) or None, row=int(body[number]) + 1))
        kept = kept & (years > 0)
    return kept


def _carried(plan: Plan, place: int, carry: bool) -> tuple[np.ndarray, int]:
    """The keys of the rows (n,), and how many were carried down from the row above; merged cells are one cell."""
    texts = _merged_down(plan, place)
    return (texts, _carry_down(texts, texts == "", plan.block.body)) if carry else (texts, 0)


def _carry_down(cells: np.ndarray, empty: np.ndarray, rows: np.ndarray) -> int:
    """Fill ``cells`` (n,) where they are ``empty`` (n,) from the row above, if ``rows`` (n,) follow each other.

    Gives back how many were filled.
    """
    count = 0
    for number in np.flatnonzero(empty):
        if number and cells[number - 1] and rows[number] == rows[number - 1] + 1:
            cells[number] = cells[number - 1]
            count += 1
    return count


def _merged_down(plan: Plan, place: int) -> np.ndarray:
    sheet, body = plan.block.sheet, plan.block.body
    texts = sheet.texts[:, place].copy()
    for top, left, bottom, right in sheet.merged:
        if left <= place <= right and bottom > top:
            texts[top : bottom + 1] = sheet.texts[top, left]
    return texts[body]


def _years(plan: Plan) -> np.ndarray | None:
    """The year of each row (n,), 0 where there is none; None where rows have no year of their own."""
    place = plan.place_of(YEAR)
    if place is None:
        return None if plan.year is None else np.full(len(plan.block.body), plan.year)
    sheet, body = plan.block.sheet, plan.block.body
    years = sheet.years[:, place].copy()
    for top, left, bottom, right in sheet.merged:
        if left <= place <= right and bottom > top:
            years[top : bottom + 1] = sheet.years[top, left]
    years = years[body]
    _carry_down(years, ~sheet.filled[body, place], body)
    return years


def _items(plan: Plan) -> np.ndarray | None:
    place = plan.place_of(VARIABLE)
    return None if place is None else _merged_down(plan, place)


def _where(plan: Plan) -> str:
    return " / ".join(part for part in (plan.block.sheet.source, plan.block.name) if part)
