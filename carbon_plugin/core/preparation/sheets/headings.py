"""The heading of each column: its words from the top down, its unit of measure, its year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...tables.heading_units import is_unit_of_measure
from ...tables.headings import HEADING_SEPARATOR
from .blocks import Block
from .heading_words import take_measure, take_year
from .names import named_variable
from .words import folded, is_word, without_numbering

BETWEEN_ROWS = " / "  # between the rows of a heading, where it is written in one line


@dataclass(frozen=True)
class Heading:
    """``place``: the column, from 0; ``text``: as it stands in the sheet, the rows of the heading in one line.

    ``labels``: its words without year and unit of measure, from the top; ``measure``: the unit of measure, '' where
    none is named; ``year``: None where the heading has none.
    """

    place: int
    text: str
    labels: tuple[str, ...]
    measure: str = ""
    year: int | None = None


def read_headings(block: Block) -> list[Heading]:
    """The headings of all columns of a table, each under a text of its own.

    Args:
        block: a table of a sheet.

    >>> from .blocks import find_blocks
    >>> from .sheet import sheet_of
    >>> rows = [["地区", "人口（万人）", ""], ["", "2010年", "2015年"], ["汉台区", 55.1, 56.2]]
    >>> headings = read_headings(find_blocks(sheet_of("book", "", rows))[0])
    >>> headings[2].text, headings[2].labels, headings[2].measure, headings[2].year
    ('人口（万人） / 2015年', ('人口',), '万人', 2015)
    """
    parts = _parts(block)
    measures = [""] * len(parts) if block.measures is None else list(block.sheet.texts[block.measures])
    headings = [_heading(place, column, measures[place]) for place, column in enumerate(parts)]
    return _told_apart(block, headings)


def _parts(block: Block) -> list[list[str]]:
    """What stands above each column, from the top; a cell over several columns stands above each of them."""
    sheet, rows = block.sheet, block.headings
    texts = sheet.texts[list(rows)].copy()
    spanned = [area for area in sheet.merged if any(area[0] <= row <= area[2] for row in rows)]
    for top, left, bottom, right in spanned:
        for number, row in enumerate(rows):
            if top <= row <= bottom:
                texts[number, left : right + 1] = sheet.texts[top, left]
    if not any(right > left for _, left, _, right in spanned):
        _spread(texts)
    return [
        list(dict.fromkeys(" ".join(text.split()) for text in texts[:, place] if text))
        for place in range(texts.shape[1])
    ]


def _spread(texts: np.ndarray) -> None:
    """Where a file keeps no merged cells: a heading counts for the empty cells right of it that have more below."""
    for number in range(len(texts) - 1):
        row, below = texts[number], texts[number + 1 :]
        for place in range(1, len(row)):
            left = row[place - 1]
            is_above = (below[:, place] != "").any() and (below[:, place - 1] != "").any()
            if left and not row[place] and is_above and not (is_word(left, "unit_key") or is_word(left, "year_key")):
                row[place] = left


def _heading(place: int, parts: list[str], measure: str) -> Heading:
    labels: list[str] = []
    found, year = measure.strip("()（）[] ") if measure else "", None
    if found and not is_unit_of_measure(found):
        found = take_measure(measure)[1] or found
    for part in reversed(parts):
        explained = part.split(HEADING_SEPARATOR.strip())
        label, its_year = take_year(explained[0].strip())
        year = year or its_year
        if is_unit_of_measure(label.strip("()（）")) and parts.index(part) > 0:
            label, its_measure = "", label.strip("()（）")
        elif named_variable(label):
            its_measure = ""  # its unit of measure is a part of the name
        else:
            label, its_measure = take_measure(label)
        for other in explained[1:]:
            its_measure = its_measure or take_measure(other)[1]
        found = found or its_measure
        label = without_numbering(label).strip(" :,/") if label else ""
        if label:
            labels.insert(0, label)
    return Heading(place, BETWEEN_ROWS.join(parts), tuple(dict.fromkeys(labels)), found, year)


def _told_apart(block: Block, headings: list[Heading]) -> list[Heading]:
    """Headings that are empty, or stand there twice, get the letters of their column behind them."""
    counts: dict[str, int] = {}
    for heading in headings:
        counts[folded(heading.text)] = counts.get(folded(heading.text), 0) + 1
    return [
        heading
        if heading.text and counts[folded(heading.text)] == 1
        else Heading(
            heading.place,
            f"{heading.text} [{block.sheet.place(heading.place)}]".strip(),
            heading.labels,
            heading.measure,
            heading.year,
        )
        for heading in headings
    ]
