"""The parts of a sheet: titles, headings, the row of units of measure, the rows of numbers, notes below them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...progress import advance
from ...tables.heading_units import is_unit_of_measure
from .heading_words import is_measure_note, take_measure
from .sheet import Sheet
from .words import folded, is_word

_FEWEST_ACROSS = 2  # years in a row that make it a row of headings
_MOST_TITLES = 4  # rows above headings that may be titles
_GOES_ON = ("续", "(续", "continued", "(continued")
_LOOKED_AT = 60  # rows within which numbers begin


@dataclass(frozen=True, eq=False)
class Block:
    """Rows of a sheet that are one table; all numbers of rows count from 0.

    ``titles``: above the headings; ``headings``: rows of headings, from the top; ``measures``: the row of units of
    measure, None where there is none; ``body``: rows with a key and numbers; ``notes``: rows without numbers among
    and below them; ``repeated``: rows of headings that stand there again. ``number``: which table of the sheet, from 1.
    """

    sheet: Sheet
    titles: tuple[int, ...]
    headings: tuple[int, ...]
    measures: int | None
    body: np.ndarray
    notes: tuple[int, ...]
    repeated: tuple[int, ...] = ()
    number: int = 1

    @property
    def name(self) -> str:
        """What the table is called: the sheet's name, with its number where it is not the first."""
        return self.sheet.name if self.number == 1 else f"{self.sheet.name} #{self.number}".strip()

    @property
    def title(self) -> str:
        """All that stands above the headings, in one line."""
        texts = self.sheet.texts
        return " ".join(dict.fromkeys(text for row in self.titles for text in texts[row] if text))


def find_blocks(sheet: Sheet) -> list[Block]:
    """The tables of a sheet; none where no row of numbers stands below headings.

    Args:
        sheet: as it was read.

    >>> from .sheet import sheet_of
    >>> rows = [["表1 人口"], ["地区", "总人口"], ["", "万人"], ["汉台区", 55.1], ["注：常住人口"]]
    >>> (block,) = find_blocks(sheet_of("book", "", rows))
    >>> block.titles, block.headings, block.measures, block.body.tolist(), block.notes
    ((0,), (1,), 2, [3], (4,))
    """
    blocks: list[Block] = []
    start = 0
    while start < len(sheet.cells):
        block, end = _block_from(sheet, start, len(blocks) + 1)
        if block is None:
            break
        blocks.append(block)
        start = end
    return blocks


def _block_from(sheet: Sheet, start: int, number: int) -> tuple[Block | None, int]:
    """The table that begins in or after row ``start``, and the row after its end."""
    first = _first_of_body(sheet, start)
    if first is None:
        return None, len(sheet.cells)
    headings = _heading_rows(sheet, start, first)
    if not headings:
        return None, len(sheet.cells)
    measures = next((row for row in headings[1:] if _is_row_of_measures(sheet, row)), None)
    counted = [row for row in headings if row != measures and not _is_row_of_places(sheet, row)]
    titles = [row for row in range(start, headings[0]) if sheet.filled[row].any()]
    body, notes, repeated, end = _below(sheet, first, counted, measures)
    return Block(
        sheet, tuple(titles), tuple(counted), measures, np.array(body, dtype=int), tuple(notes), tuple(repeated), number
    ), end


def _first_of_body(sheet: Sheet, start: int) -> int | None:
    """The first row of numbers: below headings, more than years across, and more than the numbers of columns."""
    years, filled = sheet.years > 0, sheet.filled
    numbers = ~np.isnan(sheet.numbers)
    year_columns: set[int] = set()
    years_above = False
    for row in range(start, len(sheet.cells)):
        advance(sheet.progress, 1.0)
        if not filled[row].any():
            continue
        plain = numbers[row] & ~years[row]
        is_across = years[row].sum() >= _FEWEST_ACROSS and _is_series(sheet.years[row][years[row]]) and not plain.any()
        of_year = any(years[row, place] for place in year_columns) and filled[row].sum() >= _FEWEST_ACROSS
        of_numbers = plain.any() and filled[row].sum() >= _FEWEST_ACROSS and not _is_row_of_places(sheet, row)
        below_years = years_above and not is_across and years[row].any() and _has_key(sheet, row)
        if (of_year or of_numbers or below_years) and row > start:
            return row
        years_above = years_above or is_across
        year_columns |= {
            int(place) for place in np.flatnonzero(filled[row]) if is_word(sheet.texts[row, place], "year_key")
        }
        if row - start > _LOOKED_AT and not year_columns and not years_above:
            return None
    return None


def _heading_rows(sheet: Sheet, start: int, first: int) -> list[int]:
    """The rows of headings right above row ``first``, from the top."""
    rows: list[int] = []
    for row in range(first - 1, start - 1, -1):
        if not sheet.filled[row].any():
            if rows:
                break
            continue
        if not _is_heading(sheet, row, bool(rows)):
            break
        rows.insert(0, row)
    return rows


def _is_heading(sheet: Sheet, row: int, has_rows: bool) -> bool:
    texts = sheet.texts[row]
    places = np.flatnonzero(sheet.filled[row])
    if len(places) == 1 and is_measure_note(texts[places[0]]):
        return not has_rows and places[0] > 0 and ":" not in folded(texts[places[0]])
    if len(set(texts[places])) >= _FEWEST_ACROSS:
        return not (has_rows and _is_title(sheet, row, places))
    spans = [area for area in sheet.merged if area[0] == row and area[1] in places and area[3] > area[1]]
    if not has_rows:
        return bool(places[0] > 0) and (not spans or bool(sheet.years[row].any()))
    return bool(spans) and places[0] > 0 and spans[0][3] - spans[0][1] + 1 < sheet.cells.shape[1]


def _is_title(sheet: Sheet, row: int, places: np.ndarray) -> bool:
    """A title beside a note on units of measure: ``表1 各县人口 … 单位：万人``."""
    texts = [sheet.texts[row, place] for place in places]
    return any(is_measure_note(text) and ":" in folded(text) for text in texts) and len(texts) <= _FEWEST_ACROSS


def _is_row_of_measures(sheet: Sheet, row: int) -> bool:
    """All that stands in the row, apart from its key columns, are units of measure."""
    texts = [text for text in sheet.texts[row] if text]
    measures = [text for text in texts if _is_measure(text)]
    others = [text for text in texts if not _is_measure(text)]
    return bool(measures) and all(
        is_word(text, "measure_key") or is_word(text, "measure_word") or is_word(text, "unit_key")
        or is_word(text, "year_key") or (len(measures) >= 3 * len(others))
        for text in others
    )  # fmt: skip


def _is_measure(text: str) -> bool:
    return is_measure_note(text) or is_unit_of_measure(text.strip("()（）[] ")) or take_measure(text)[0] == ""


def _is_row_of_places(sheet: Sheet, row: int) -> bool:
    """The row numbers the columns: 甲, 乙, 1, 2, 3 ..."""
    texts = [text.strip("()（）") for text in sheet.texts[row] if text]
    numbers = [int(text) for text in texts if text.isdecimal()]
    others = [text for text in texts if not text.isdecimal()]
    return (
        len(numbers) >= _FEWEST_ACROSS
        and numbers[0] in (0, 1, 2)
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        and all(len(text) == 1 for text in others)
    )


def _is_series(years: np.ndarray) -> bool:
    """Years that stand in a row of headings: each group of them rises or falls."""
    steps = np.diff(years)
    return len(years) > 1 and (len(set(years.tolist())) > 1 or len(years) == 1) and bool((steps != 0).all())


def _has_key(sheet: Sheet, row: int) -> bool:
    return bool(sheet.filled[row, 0]) and sheet.years[row, 0] == 0


def _below(
    sheet: Sheet, first: int, headings: list[int], measures: int | None
) -> tuple[list[int], list[int], list[int], int]:
    """Rows of the body, of notes, of repeated headings, and the row after the end of the table."""
    above = {tuple(sheet.texts[row]) for row in [*headings, *([] if measures is None else [measures])]}
    numbers = ~np.isnan(sheet.numbers)
    has_number, only_years = numbers.any(axis=1), ~(numbers & (sheet.years == 0)).any(axis=1)
    count = sheet.filled.sum(axis=1)
    year_places = [place for row in headings for place in np.flatnonzero(sheet.filled[row]) if
                   is_word(sheet.texts[row, place], "year_key")]  # fmt: skip
    body, notes, repeated = [], [], []
    for row in range(first, len(sheet.cells)):
        advance(sheet.progress, 1.0)
        if count[row] == 0:
            continue
        is_repeated = tuple(sheet.texts[row]) in above
        if body and (is_repeated or (only_years[row] and _begins_anew(sheet, row, has_number, count))):
            titles = _titles_of_next(sheet, notes, body[-1], row)
            if titles or not is_repeated:
                end = titles[0] if titles else row
                return body, [note for note in notes if note < end], repeated, end
        if is_repeated:
            repeated.append(row)
            continue
        keyed = count[row] >= _FEWEST_ACROSS or sheet.years[row][year_places].any()
        (body if keyed and (has_number[row] or not _is_note(sheet, row)) else notes).append(row)
    return body, notes, repeated, len(sheet.cells)


def _begins_anew(sheet: Sheet, row: int, has_number: np.ndarray, count: np.ndarray) -> bool:
    """Other headings begin: several texts of which two at least name keys or years."""
    texts = [text for text in sheet.texts[row] if text]
    if len(texts) < _FEWEST_ACROSS:
        return False
    years = sheet.years[row][sheet.years[row] > 0]
    across = len(years) >= _FEWEST_ACROSS and _is_series(years) and len(years) >= count[row] - 2
    keys = is_word(texts[0], "unit_key") or is_word(texts[0], "code_key") or is_word(texts[0], "year_key")
    return (keys and (across or not has_number[row])) or (across and not sheet.filled[row, 0])


def _titles_of_next(sheet: Sheet, notes: list[int], last: int, row: int) -> list[int]:
    """The rows between the last number and new headings that are titles of these; none where a table goes on."""
    titles: list[int] = []
    for note in reversed([note for note in notes if last < note < row]):
        texts = [text for text in sheet.texts[note] if text]
        if (
            _is_note(sheet, note)
            or row - note > _MOST_TITLES
            or any(folded(text).startswith(_GOES_ON) for text in texts)
        ):
            break
        titles.insert(0, note)
    return titles


def _is_note(sheet: Sheet, row: int) -> bool:
    text = next(text for text in sheet.texts[row] if text)
    return folded(text).startswith(
        tuple(folded(word) for word in ("注", "note", "资料来源", "数据来源", "source", "说明"))
    )
