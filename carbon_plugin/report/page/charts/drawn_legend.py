"""A legend of a drawing made by hand, in the places where matplotlib puts it above axes, or beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

import numpy as np

from ..canvas import Canvas, stacked
from ..colours import EDGE

COLUMNS = 5
SIZE = 8.0  # points, of its letters, on which all else depends
OUTSIDE, INSIDE = 0.5 * SIZE, 0.4 * SIZE  # between the drawing and the legend, and around what it holds
HANDLE, HEIGHT = 1.2 * SIZE, 0.7 * SIZE  # of a line or square
LONG_HANDLE, FROM_AXES = 2.0 * SIZE, 0.01  # beside axes; the share of their width between them and the legend
AFTER_HANDLE, BETWEEN_LINES, BETWEEN_COLUMNS = 0.8 * SIZE, 0.5 * SIZE, 2.0 * SIZE


@dataclass(frozen=True)
class LineKind:
    """How a kind of line is drawn, and called in the legend ('' for not at all)."""

    colour: str
    width: float = 1.0
    label: str = ""


@dataclass(frozen=True)
class CircleKind:
    """How a kind of circle is drawn, and called in the legend."""

    fill: str
    edge: str
    size: float
    width: float
    label: str = ""

    def draw(self, canvas: Canvas, places: np.ndarray) -> None:
        """Draw circles at ``places`` (n, 2) of the canvas."""
        canvas.marks(places, "o", self.size, fill=self.fill, edge=self.edge, width=self.width)


Entry = Union[LineKind, CircleKind, tuple[str, str]]


@dataclass(frozen=True)
class Legend:
    """What is explained, down the columns: kinds of lines and circles, and squares as (colour, label)."""

    entries: Sequence[Entry]
    most_columns: int = COLUMNS
    handle: float = HANDLE

    @classmethod
    def beside(cls, entries: Sequence[Entry]) -> Legend:
        """A legend in one column, at the right of axes."""
        return cls(entries, 1, LONG_HANDLE)

    @property
    def columns(self) -> list[list[Entry]]:
        """The entries of each column."""
        count = min(self.most_columns, len(self.entries))
        ends = np.cumsum([len(self.entries) // count + (n < len(self.entries) % count) for n in range(count)])
        return [list(self.entries[start:end]) for start, end in zip([0, *ends], ends)]

    def height(self, canvas: Canvas) -> float:
        """The room it takes above a drawing, in points; none without entries."""
        if not self.entries:
            return 0.0
        first, below = 0.0, 0.0
        for column in self.columns:
            heights = [_size(canvas, entry)[1:] for entry in column]
            first = max(first, heights[0][0])
            below = max(below, stacked(heights, BETWEEN_LINES)[-1] + heights[-1][1])
        return OUTSIDE + 2 * INSIDE + first + below

    def width(self, canvas: Canvas) -> float:
        """The room of a single column beside axes, but for what lies between them and it."""
        return OUTSIDE + 2 * INSIDE + self.handle + AFTER_HANDLE + max(_size(canvas, one)[0] for one in self.entries)

    def draw_beside(self, canvas: Canvas, place: tuple[float, float]) -> None:
        """Draw it at the right of ``place``, as far above as below."""
        self.draw(canvas, (place[0], place[1] + (self.height(canvas) - OUTSIDE) / 2))

    def draw(self, canvas: Canvas, corner: tuple[float, float]) -> None:
        """Draw it below and right of ``corner``."""
        if not self.entries:
            return
        x = corner[0] + OUTSIDE + INSIDE
        firsts = [_size(canvas, column[0])[1] for column in self.columns]
        top = corner[1] - INSIDE - max(firsts)
        for column in self.columns:
            sizes = [_size(canvas, entry) for entry in column]
            for entry, down in zip(column, stacked([size[1:] for size in sizes], BETWEEN_LINES)):
                self._entry(canvas, entry, x, y=top - down)
            x += self.handle + AFTER_HANDLE + max(size[0] for size in sizes) + BETWEEN_COLUMNS

    def _entry(self, canvas: Canvas, entry: Entry, x: float, *, y: float) -> None:
        middle = y + HEIGHT / 2
        if isinstance(entry, LineKind):
            canvas.line(np.array([(x, middle), (x + self.handle, middle)]), entry.colour, entry.width)
        else:
            place = np.array([(x + self.handle / 2, middle)])
            if isinstance(entry, CircleKind):
                entry.draw(canvas, place)
            else:
                canvas.marks(place, "s", 6.0, fill=entry[0], edge=EDGE, width=0.5)
        canvas.text((x + self.handle + AFTER_HANDLE, y), _label(entry), SIZE)


def _size(canvas: Canvas, entry: Entry) -> tuple[float, float, float]:
    """Width of a label, and how far it reaches above and below its baseline: above as far as any text at least."""
    width, above, below = canvas.measure(_label(entry), SIZE)
    return width, max(above, canvas.measure("lp", SIZE)[1]), below


def _label(entry: Entry) -> str:
    return entry[1] if isinstance(entry, tuple) else entry.label
