"""Many small panels in one pair of axes: a hundred axes would take matplotlib seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from .. import figures
from ..colours import EDGE, INK, QUIET

NAME_LETTERS = 15  # of a panel's name, where panels are narrow


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
class LineKind:
    """How a kind of line is drawn, and called in the legend ('' for not at all)."""

    colour: str
    width: float = 1.0
    label: str = ""


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


def small_multiples(
    panels: Sequence[SmallPanel], kinds: Mapping[str, LineKind], layout: Layout, *, keys: Sequence = ()
):
    """A figure of all panels; ``keys``: (colour, label) of squares for the legend."""
    rows = -(-len(panels) // layout.columns)
    figure, axis = figures.new_axis(0.45 + layout.height_inches * rows)
    axis.axis("off")
    _draw_grounds(axis, panels, layout)
    _draw_lines(axis, panels, kinds, layout)
    _draw_points(axis, panels, layout)
    for index, panel in enumerate(panels):
        _write(axis, index, panel, layout)
    axis.set_xlim(0, layout.columns)
    axis.set_ylim(-rows, 0)
    handles = axis.get_legend_handles_labels()[0] + [_square(*key) for key in keys]
    if handles:
        figures.legend_above(axis, 5, handles=handles)
    return figure


def _draw_grounds(axis, panels: Sequence[SmallPanel], layout: Layout) -> None:
    from matplotlib.collections import LineCollection, PolyCollection

    corners = np.array([layout.corner(index) for index in range(len(panels))])
    box = np.array([(0, 0), (layout.width, 0), (layout.width, layout.height), (0, layout.height)])
    filled = [index for index, panel in enumerate(panels) if panel.ground]
    colours = [panels[index].ground for index in filled]
    axis.add_collection(PolyCollection(corners[filled, None] + box, facecolors=colours, edgecolors="none"))
    axis.add_collection(LineCollection(corners[:, None] + box[:2], colors="#c9d3cd", linewidths=0.6))


def _draw_lines(axis, panels: Sequence[SmallPanel], kinds: Mapping[str, LineKind], layout: Layout) -> None:
    from matplotlib.collections import LineCollection

    for name, kind in kinds.items():
        segments = [
            layout.placed(index, panel, panel.lines[name]) for index, panel in enumerate(panels) if name in panel.lines
        ]
        style = {"colors": kind.colour, "linewidths": kind.width, "label": kind.label or None}
        axis.add_collection(LineCollection(segments, **style))


def _draw_points(axis, panels: Sequence[SmallPanel], layout: Layout) -> None:
    having = [(index, panel) for index, panel in enumerate(panels) if panel.points is not None]
    if not having:
        return
    places = np.vstack([layout.placed(index, panel, panel.points) for index, panel in having])
    hollow = np.concatenate([panel.hollow for _, panel in having])
    for chosen, face in ((~hollow, INK), (hollow, "white")):
        style = {"markersize": 2.4, "markerfacecolor": face, "markeredgecolor": INK, "markeredgewidth": 0.6}
        axis.plot(places[chosen, 0], places[chosen, 1], "o", **style)


def _write(axis, index: int, panel: SmallPanel, layout: Layout) -> None:
    """The name of a panel, its note, its ticks."""
    left, bottom = layout.corner(index)
    above = bottom + layout.height + 0.25 * layout.top
    start = left
    if panel.mark:
        square = {"marker": "s", "markersize": 5, "markeredgecolor": EDGE, "markeredgewidth": 0.5}
        axis.plot([left + 0.02], [above + 0.03], color=panel.mark, **square)
        start += 0.07
    axis.text(start, above, panel.name, fontsize=layout.font, va="baseline", color=INK)
    quiet = {"fontsize": 0.85 * layout.font, "color": QUIET}
    if panel.note:
        axis.text(left + layout.width, above, panel.note, ha="right", va="baseline", **quiet)
    for value, text in panel.ticks:
        share = (value - panel.low) / (panel.high - panel.low)
        axis.text(left - 0.015, bottom + share * layout.height, text, ha="right", va="center", **quiet)
    for year in layout.years:
        axis.text(layout.x(index, year), bottom - 0.04, str(year), ha="center", va="top", **quiet)


def _square(colour: str, label: str):
    from matplotlib.lines import Line2D

    style = {"markersize": 6, "markeredgecolor": EDGE, "markeredgewidth": 0.5, "markerfacecolor": colour}
    return Line2D([], [], marker="s", linestyle="", label=label, **style)
