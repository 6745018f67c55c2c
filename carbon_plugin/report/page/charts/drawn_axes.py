"""Axes of a drawing made by hand, quiet as those of figures: matplotlib's layout and axes take longer than all else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Union

import numpy as np

from .. import figures
from ..canvas import POINTS_AN_INCH, Canvas
from ..colours import EDGE, GRID
from .drawn_legend import FROM_AXES, Legend
from .drawn_scales import LETTERS, Linear, Logarithmic, Rows

Scale = Union[Linear, Logarithmic, Rows]
AIR = 0.1 * POINTS_AN_INCH  # around a drawing
LAID_OUT = 0.04167 * POINTS_AN_INCH  # the part of it that lies inside the measures of a figure
TICK, MINOR_TICK, TICK_PAD, NAME_PAD, TITLE_PAD = 2.5, 2.0, 3.5, 4.0, 6.0  # points
FRAME_WIDTH, MINOR_WIDTH, GRID_WIDTH = 0.8, 0.6, 0.6
DASHED, DOTTED = (3.7, 1.6), (1.0, 1.65)  # on and off, in widths of a line
ACROSS_A_TICK, UP_A_TICK = 3.0, 2.0  # room that a number takes, in its letters
BEYOND = 12.0  # points for the half of a number that reaches beyond the right end
FRAME = "#000000"

Box = tuple[float, float, float, float]  # left, bottom, right, top, in points


def new_canvas(height: float) -> tuple[Canvas, Box]:
    """A drawing as wide as the page and ``height`` inches high, as a cropped figure; and what lies inside its rim."""
    more = 2 * (AIR - LAID_OUT)
    width, high = POINTS_AN_INCH * figures.WIDTH + more, POINTS_AN_INCH * height + more
    return Canvas(width, high), (AIR, AIR, width - AIR, high - AIR)


def room_beside(canvas: Canvas, room: Box, legend: Legend) -> Box:
    """What of ``room`` a legend at the right of the axes leaves, above which numbers may reach beyond their end."""
    width = room[2] - legend.width(canvas) - room[0]
    return room[0], room[1], room[0] + width / (1.0 + FROM_AXES) + BEYOND, room[3]


@dataclass(frozen=True)
class Axes:
    """The frame of a chart inside ``room``, and all that is written along it.

    ``grid``: which scales, of ``x`` and ``y``, have a line at every tick.
    """

    canvas: Canvas
    room: Box
    x: Scale
    y: Scale
    x_name: str = ""
    y_name: str = ""
    title: str = ""
    grid: Sequence[str] = ("y",)

    @cached_property
    def box(self) -> Box:
        """Where the frame stands."""
        left, bottom, right, top = self.room
        bottom += TICK + TICK_PAD + self._line(self.x.letters) + self._named(self.x_name)
        if self.title:
            top -= TITLE_PAD + self.canvas.measure(self.title, LETTERS, "bold")[1]
        widest = self._widest(self.y, self.y.ticks(int((top - bottom) / (UP_A_TICK * self.y.letters))))
        left += TICK + TICK_PAD + widest + self._named(self.y_name)
        return left, bottom, right - BEYOND, top

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Where values (n,) stand on the canvas, (n, 2)."""
        left, bottom, right, top = self.box
        return np.column_stack([left + (right - left) * self.x.shares(x), bottom + (top - bottom) * self.y.shares(y)])

    def line(self, x: np.ndarray, y: np.ndarray, colour: str, *, width: float, dashes: Sequence[float] = ()) -> None:
        """A line through values (n,), with gaps where one is missing."""
        self.canvas.line(self.at(x, y), colour, width, dashes=dashes)

    def across(self, value: float, colour: str, width: float, *, dashes: Sequence[float] = ()) -> None:
        """A line from left to right at a value upwards."""
        _, y = self.at([np.nan], [value])[0]
        self.canvas.line(np.array([(self.box[0], y), (self.box[2], y)]), colour, width, dashes=dashes)

    def upright(self, value: float, colour: str, width: float, *, dashes: Sequence[float] = ()) -> float:
        """A line from bottom to top at a value across, whose place it returns."""
        x, _ = self.at([value], [np.nan])[0]
        self.canvas.line(np.array([(x, self.box[1]), (x, self.box[3])]), colour, width, dashes=dashes)
        return x

    def draw_grid(self) -> None:
        """The lines below all else."""
        across, up = self._ticks()
        for which, ticks, draw in (("x", across, self.upright), ("y", up, self.across)):
            for tick in ticks if which in self.grid else ():
                draw(tick, GRID, GRID_WIDTH)

    def draw_frame(self) -> None:
        """The two sides of the frame, its ticks and what is written along it."""
        left, bottom, right, top = self.box
        self.canvas.line(np.array([(left, top), (left, bottom), (right, bottom)]), FRAME, FRAME_WIDTH)
        across, up = self._ticks()
        for values, length, width in (
            (across, TICK, FRAME_WIDTH), (self.x.minor_ticks(), MINOR_TICK, MINOR_WIDTH),
        ):  # fmt: skip
            for x in left + (right - left) * self.x.shares(values):
                self.canvas.line(np.array([(x, bottom), (x, bottom - length)]), EDGE, width)
        for values, length, width in ((up, TICK, FRAME_WIDTH), (self.y.minor_ticks(), MINOR_TICK, MINOR_WIDTH)):
            for y in bottom + (top - bottom) * self.y.shares(values):
                self.canvas.line(np.array([(left, y), (left - length, y)]), EDGE, width)
        self._write(across, up)

    def _write(self, across: np.ndarray, up: np.ndarray) -> None:
        left, bottom, right, top = self.box
        below, before = bottom - TICK - TICK_PAD, left - TICK - TICK_PAD
        for share, text in zip(self.x.shares(across), self.x.texts(across)):
            place = left + (right - left) * share, below
            self.canvas.text(place, text, self.x.letters, across="center", up="top")
        for share, text in zip(self.y.shares(up), self.y.texts(up)):
            place = before, bottom + (top - bottom) * share
            self.canvas.text(place, text, self.y.letters, across="right", up="middle")
        if self.x_name:
            place = (left + right) / 2, below - self._line(self.x.letters) - NAME_PAD
            self.canvas.text(place, figures.in_known_glyphs(self.x_name), LETTERS, across="center", up="top")
        if self.y_name:
            place = before - self._widest(self.y, up) - NAME_PAD, (bottom + top) / 2
            self.canvas.text_upwards(place, figures.in_known_glyphs(self.y_name), LETTERS)
        if self.title:
            self.canvas.text((left, top + TITLE_PAD), self.title, LETTERS, weight="bold")

    def draw_beside(self, legend: Legend) -> None:
        """A legend at the right of the frame."""
        left, bottom, right, top = self.box
        legend.draw_beside(self.canvas, (right + FROM_AXES * (right - left), (bottom + top) / 2))

    def _ticks(self) -> tuple[np.ndarray, np.ndarray]:
        left, bottom, right, top = self.box
        across = self.x.ticks(int((right - left) / (ACROSS_A_TICK * self.x.letters)))
        return across, self.y.ticks(int((top - bottom) / (UP_A_TICK * self.y.letters)))

    def _line(self, letters: float) -> float:
        """The height of a line of text."""
        return sum(self.canvas.measure("lp", letters)[1:])

    def _named(self, name: str) -> float:
        return NAME_PAD + self._line(LETTERS) if name else 0.0

    def _widest(self, scale: Scale, ticks: np.ndarray) -> float:
        return max((self.canvas.measure(text, scale.letters)[0] for text in scale.texts(ticks)), default=0.0)
