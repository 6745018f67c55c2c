"""A legend of a drawing made by hand, in the places where matplotlib puts it above axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..canvas import Canvas, stacked
from ..colours import EDGE

COLUMNS = 5
SIZE = 8.0  # points, of its letters, on which all else depends
OUTSIDE, INSIDE = 0.5 * SIZE, 0.4 * SIZE  # between the drawing and the legend, and around what it holds
HANDLE, HEIGHT = 1.2 * SIZE, 0.7 * SIZE  # of a line or square
AFTER_HANDLE, BETWEEN_LINES, BETWEEN_COLUMNS = 0.8 * SIZE, 0.5 * SIZE, 2.0 * SIZE


@dataclass(frozen=True)
class LineKind:
    """How a kind of line is drawn, and called in the legend ('' for not at all)."""

    colour: str
    width: float = 1.0
    label: str = ""


@dataclass(frozen=True)
class Legend:
    """What is explained, down the columns: kinds of lines, and squares as (colour, label)."""

    entries: Sequence[LineKind | tuple[str, str]]

    @property
    def columns(self) -> list[list[LineKind | tuple[str, str]]]:
        """The entries of each column."""
        count = min(COLUMNS, len(self.entries))
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
                self._entry(canvas, entry, x, top - down)
            x += HANDLE + AFTER_HANDLE + max(size[0] for size in sizes) + BETWEEN_COLUMNS

    @staticmethod
    def _entry(canvas: Canvas, entry: LineKind | tuple[str, str], x: float, y: float) -> None:
        middle = y + HEIGHT / 2
        if isinstance(entry, LineKind):
            canvas.line(np.array([(x, middle), (x + HANDLE, middle)]), entry.colour, entry.width)
        else:
            place = np.array([(x + HANDLE / 2, middle)])
            canvas.marks(place, "s", 6.0, fill=entry[0], edge=EDGE, width=0.5)
        canvas.text((x + HANDLE + AFTER_HANDLE, y), _label(entry), SIZE)


def _size(canvas: Canvas, entry: LineKind | tuple[str, str]) -> tuple[float, float, float]:
    """Width of a label, and how far it reaches above and below its baseline: above as far as any text at least."""
    width, above, below = canvas.measure(_label(entry), SIZE)
    return width, max(above, canvas.measure("lp", SIZE)[1]), below


def _label(entry: LineKind | tuple[str, str]) -> str:
    return entry.label if isinstance(entry, LineKind) else entry[1]
