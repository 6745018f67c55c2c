"""Many small panels, drawn by hand: a hundred axes would take matplotlib seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from .. import figures
from ..canvas import Canvas
from ..colours import EDGE, INK, QUIET
from .drawn_legend import Legend, LineKind

NAME_LETTERS = 15  # of a panel's name, where panels are narrow
INCH = 72.0  # points
AIR, WIDE_AIR = 0.04167 * INCH, 0.1 * INCH  # around a chart, as matplotlib's layout and its cropping leave it


@dataclass(frozen=True, eq=False)
class SmallPanel:
    """A panel: ``lines``, by their kind, and ``points`` as (x, y) arrays (n, 2), y from ``low`` to ``high``.

    What lies outside is cut off. ``hollow`` (n,) marks points. ``ground``, ``mark``: colours of the ground and of a
    square before the name, '' for none. ``ticks``: values written at the left, with their texts.
    """

    name: str
    lines: Mapping[str, np.ndarray]
    low: float
    high: float
    points: np.ndarray | None = None
    hollow: np.ndarray | None = None
    note: str = ""
    ground: str = ""
    mark: str = ""
    ticks: Sequence[tuple[float, str]] = ()


@dataclass(frozen=True)
class Layout:
    """Where the panels stand: each in a cell that is one wide and one high, ``height_inches`` on the page.

    ``left``, ``top``: shares of a cell left free for ticks and for the name; ``bottom`` for the years.
    """

    columns: int
    first: float
    last: float
    height_inches: float
    left: float = 0.03
    top: float = 0.32
    bottom: float = 0.06
    years: Sequence[int] = field(default=())  # written below every panel
    font: float = 6.5

    @property
    def width(self) -> float:
        return 0.97 - self.left - 0.04

    @property
    def height(self) -> float:
        return 1.0 - self.top - self.bottom

    def corner(self, index: int) -> tuple[float, float]:
        """The lower left corner of a panel."""
        return index % self.columns + self.left, -(index // self.columns) - 1.0 + self.bottom

    def x(self, index: int, years: np.ndarray) -> np.ndarray:
        """Where years stand in a panel."""
        return self.corner(index)[0] + self.width * (np.asarray(years) - self.first) / max(self.last - self.first, 1)

    def placed(self, index: int, panel: SmallPanel, series: np.ndarray) -> np.ndarray:
        """A series (n, 2) inside its panel, missing where it lies outside."""
        share = (series[:, 1] - panel.low) / (panel.high - panel.low)
        y = self.corner(index)[1] + self.height * np.where((share <= 1.0) & (share >= 0.0), share, np.nan)
        return np.column_stack([self.x(index, series[:, 0]), y])


@dataclass(frozen=True)
class _Sheet:
    """Where cells of a layout stand on a canvas, in points."""

    canvas: Canvas
    left: float
    bottom: float
    cell: tuple[float, float]
    rows: int

    def at(self, places: np.ndarray) -> np.ndarray:
        """Places (n, 2) of the layout, on the canvas."""
        corner, up = np.array([self.left, self.bottom]), np.array([0.0, self.rows])
        return corner + (np.asarray(places) + up) * self.cell


def small_multiples(
    panels: Sequence[SmallPanel],
    kinds: Mapping[str, LineKind],
    layout: Layout,
    *,
    keys: Sequence[tuple[str, str]] = (),
    air: float = AIR,
) -> Canvas:
    """A drawing of all panels; ``keys``: (colour, label) of squares for the legend; ``air``: points around it."""
    rows = -(-len(panels) // layout.columns)
    legend = Legend([*(kind for kind in kinds.values() if kind.label), *keys])
    more = 2 * (air - AIR)
    width, height = INCH * figures.WIDTH, INCH * (0.45 + layout.height_inches * rows)
    canvas = Canvas(width + more, height + more)
    room = height - 2 * AIR - legend.height(canvas)
    sheet = _Sheet(canvas, air, air, ((width - 2 * AIR) / layout.columns, room / rows), rows)
    _draw_grounds(sheet, panels, layout)
    _draw_lines(sheet, panels, kinds, layout)
    _draw_points(sheet, panels, layout)
    for index, panel in enumerate(panels):
        _write(sheet, index, panel, layout)
    legend.draw(canvas, (air, height + more - air))
    return canvas


def _draw_grounds(sheet: _Sheet, panels: Sequence[SmallPanel], layout: Layout) -> None:
    box = np.array([(0, 0), (layout.width, 0), (layout.width, layout.height), (0, layout.height)])
    corners = [np.array(layout.corner(index)) for index in range(len(panels))]
    for corner, panel in zip(corners, panels):
        if panel.ground:
            sheet.canvas.area(sheet.at(corner + box), panel.ground)
    for corner in corners:
        sheet.canvas.line(sheet.at(corner + box[:2]), "#c9d3cd", 0.6)


def _draw_lines(sheet: _Sheet, panels: Sequence[SmallPanel], kinds: Mapping[str, LineKind], layout: Layout) -> None:
    for name, kind in kinds.items():
        for index, panel in enumerate(panels):
            if name in panel.lines:
                line = sheet.at(layout.placed(index, panel, panel.lines[name]))
                sheet.canvas.line(line, kind.colour, kind.width)


def _draw_points(sheet: _Sheet, panels: Sequence[SmallPanel], layout: Layout) -> None:
    having = [(index, panel) for index, panel in enumerate(panels) if panel.points is not None]
    if not having:
        return
    places = sheet.at(np.vstack([layout.placed(index, panel, panel.points) for index, panel in having]))
    hollow = np.concatenate([panel.hollow for _, panel in having])
    for chosen, face in ((~hollow, INK), (hollow, "white")):
        sheet.canvas.marks(places[chosen], "o", 2.4, fill=face, edge=INK, width=0.6)


def _write(sheet: _Sheet, index: int, panel: SmallPanel, layout: Layout) -> None:
    """The name of a panel, its note, its ticks."""
    left, bottom = layout.corner(index)
    above = bottom + layout.height + 0.25 * layout.top
    start = left

    def write(x: float, y: float, text: str, **style) -> None:
        sheet.canvas.text(tuple(sheet.at((x, y))), text, **{"size": 0.85 * layout.font, "colour": QUIET, **style})

    if panel.mark:
        place = sheet.at([(left + 0.02, above + 0.03)])
        sheet.canvas.marks(place, "s", 5.0, fill=panel.mark, edge=EDGE, width=0.5)
        start += 0.07
    write(start, above, panel.name, size=layout.font, colour=INK)
    if panel.note:
        write(left + layout.width, above, panel.note, across="right")
    for value, text in panel.ticks:
        share = (value - panel.low) / (panel.high - panel.low)
        write(left - 0.015, bottom + share * layout.height, text, across="right", up="center")
    for year in layout.years:
        write(float(layout.x(index, year)), bottom - 0.04, str(year), across="center", up="top")
