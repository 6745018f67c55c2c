"""Tables of a page: numbers right-aligned, with the same decimals down a column, missing cells as a dash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ...core.progress import Progress, advance
from .colours import ink_on
from .many import ENDS, ends_shown, is_cut
from .markup import Markup, element, joined, start_of
from .numbers import aligned, fixed, letter_width, shown

WIDE = 9  # columns that a sheet of paper still holds in letters of the usual size
SHORT = 12  # rows that stay on one sheet of paper
BRIEF = 18  # letters of a name that no column need break
SENTENCE = 32  # letters of a cell that is no name any more


class CellLooks:
    """The looks of cells that a page has, each once in its stylesheet: a cell says which is its own."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, look: str) -> str:
        """The class of cells that look so."""
        return self._names.setdefault(look, f"c{len(self._names)}")

    @property
    def rules(self) -> str:
        """What the stylesheet says of them."""
        return "".join(f"td.{name} {{ {look}; }}\n" for look, name in self._names.items())


@dataclass(frozen=True, eq=False)
class Column:
    """A column of a table under its ``header``.

    ``bars``: the colour of a bar left of every cell. ``fills``: ``#rrggbb`` that fill its cells, '' for none.
    ``apart``: its numbers measure different things, so each is written for itself; else all get the same decimals.
    ``decimals``: how many, where several columns are to have the same; None: as its own numbers ask.
    ``written``: its numbers as they are to stand, where rows and not columns are alike.
    """

    header: str
    values: Sequence[object] | pd.Series
    bars: Sequence[str] | None = None
    fills: Sequence[str] | None = None
    apart: bool = False
    decimals: int | None = None
    written: Sequence[str] | None = None

    @property
    def is_numeric(self) -> bool:
        """True for a column of numbers, which stand right."""
        series = pd.Series(self.values)
        return pd.api.types.is_numeric_dtype(series) and not pd.api.types.is_bool_dtype(series)

    def ends(self) -> Column:
        """The first and the last cells alone."""

        def cut(cells: Sequence) -> list:
            return [*cells[:ENDS], *cells[-ENDS:]]

        values = pd.Series(self.values)
        shown_values = pd.concat([values.iloc[:ENDS], values.iloc[-ENDS:]])
        others = {name: getattr(self, name) for name in ("bars", "fills", "written")}
        kept = {name: cut(cells) for name, cells in others.items() if cells is not None}
        return replace(self, values=shown_values, **kept)

    def texts(self) -> list[str]:
        """What its cells say from top to bottom."""
        if self.written is not None:
            return list(self.written)
        values = pd.Series(self.values)
        if self.decimals is not None:
            return fixed(values.to_numpy(dtype=float, na_value=np.nan), self.decimals)
        if self.is_numeric and not self.apart and not pd.api.types.is_integer_dtype(values):
            return aligned(values.to_numpy(dtype=float, na_value=np.nan))
        return [shown(value) for value in values.tolist()]

    def cells(self, looks: CellLooks, *, is_first: bool = False) -> list[Markup]:
        """Its cells from top to bottom; short names in the first column of a table stay on one line."""
        starts: dict[tuple, str] = {}  # a table of thousands of cells has a handful of looks
        texts, kind = self.texts(), "number" if self.is_numeric else ""
        if is_first and not kind and max((sum(map(letter_width, text)) for text in texts), default=0) <= BRIEF:
            kind = "brief"
        nothing = [None] * len(texts)
        cells = []
        for text, *marks in zip(texts, self.bars or nothing, self.fills or nothing):
            start = starts.get(tuple(marks))
            if start is None:
                look = _look(*marks)
                kinds = filter(None, (kind, looks.name(look) if look else ""))
                start = starts[tuple(marks)] = start_of("td", {"class": " ".join(kinds)})
            cells.append(Markup(f"<{start}>{joined([text])}</td>"))
        return cells

    def head(self) -> Markup:
        """Its header; a column of sentences is marked, so that it gets the room they need."""
        if self.is_numeric:
            return element("th", {"class": "number"}, self.header)
        longest = max((sum(map(letter_width, text)) for text in self.texts()), default=0)
        return element("th", {"class": "sentences" if longest > SENTENCE else None}, self.header)


def _look(bar: str | None, fill: str | None) -> str:
    """The look of a cell with a bar and a ground of these colours, None for none."""
    bar = "" if bar is None else f"border-left: 5px solid {bar}"
    return "; ".join(filter(None, (bar, f"background: {fill}; color: {ink_on(fill)}" if fill else "")))


def columns_of(frame: pd.DataFrame, headers: Sequence[str]) -> list[Column]:
    """The columns of a table under headers."""
    return [Column(header, frame[name]) for header, name in zip(headers, frame.columns)]


def table(columns: Sequence[Column], progress: Progress, looks: CellLooks, *, say: Callable[..., str]) -> Markup:
    """A table; one that is wider than the page scrolls, on paper its letters are small. Raises ``Cancelled``.

    Without a single header it has no head.

    Of one that is too long both ends are shown, which ``say``, the page's words, says over it. ``looks``: of the page,
    which are told to its ``whole_page``.
    """
    rows, told = len(columns[0].values) if columns else 0, []
    if is_cut(rows):
        columns, told = [column.ends() for column in columns], [element("p", None, ends_shown(rows, say))]
    has_head = any(column.header for column in columns)
    head = [element("thead", None, element("tr", None, *(one.head() for one in columns)))] if has_head else []
    cells_of = []
    for place, column in enumerate(columns):
        advance(progress, place / len(columns))
        cells_of.append(column.cells(looks, is_first=place == 0))
    rows = [element("tr", None, *cells) for cells in zip(*cells_of)]
    body = element("table", None, *head, element("tbody", None, joined(rows)))
    kinds = ["scroll", *(["wide"] if len(columns) > WIDE else []), *(["short"] if len(rows) <= SHORT else [])]
    return joined([*told, element("div", {"class": " ".join(kinds)}, body)])
