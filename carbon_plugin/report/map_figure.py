"""Maps in a report: units in colours, with what a map needs to be read: names, legend, scale and north."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..core.outlines import UnitOutlines, thinned
from ..core.round_numbers import rounded_down
from . import figures

LINE, INK, FAINT = "#6f7a75", "#22302a", "#eef1ef"
POINTS_AN_INCH = 72.0
UNIT_ID = "unit-{position}"  # of the shape in the drawing, for its title

_STEPS_A_POINT = 2.0  # of a point on paper: what is smaller cannot be seen
_BAR_SHARE = 0.22  # of the map's width, at most
_METRES_PER_KILOMETRE = 1000.0


def new_map(outlines: UnitOutlines, colours: Sequence[str], width: float, line: float = 0.35):
    """A figure ``width`` inches wide with every unit in its colour, and its axis in metres.

    The shape of the unit at a position has the id ``UNIT_ID``, so that ``Page.figure`` can give it a title.
    """
    from matplotlib.patches import PathPatch

    west, south, east, north = outlines.extent
    height = width * (north - south) / (east - west)
    figure, axes = figures.new_figure(width, height)
    axis = axes[0, 0]
    axis.set_axis_off()
    axis.set_aspect("equal")
    step = (east - west) / (width * POINTS_AN_INCH * _STEPS_A_POINT)
    for position, (rings, colour) in enumerate(zip(outlines.rings, colours)):
        path = _path(rings, step)
        if path is not None:
            shape = PathPatch(path, facecolor=colour, edgecolor=LINE, linewidth=line, joinstyle="round")
            shape.set_gid(UNIT_ID.format(position=position))
            axis.add_patch(shape)
    axis.set_xlim(west, east)
    axis.set_ylim(south, north)
    return figure, axis


def add_names(axis, anchors: np.ndarray, names: Sequence[str], sizes: Sequence[float], points: float = 6.0) -> None:
    """Names at their ``anchors`` (u, 2), the largest units first; a name that would cover another is left out."""
    from matplotlib import patheffects

    axis.figure.draw_without_rendering()  # only after that do texts know where they are
    halo = [patheffects.withStroke(linewidth=1.3, foreground="white", alpha=0.85)]
    taken = []
    for position in np.argsort(-np.asarray(sizes, dtype=float), kind="stable"):
        text = axis.text(
            *anchors[position], names[position], fontsize=points, ha="center", va="center", color=INK,
            path_effects=halo,
        )  # fmt: skip
        box = text.get_window_extent()
        if any(box.overlaps(other) for other in taken):
            text.remove()
        else:
            taken.append(box)


def add_scale_and_north(axis, outlines: UnitOutlines, north: str) -> None:
    """A scale bar of a round length and an arrow to the north, under the map; ``north``: the letter on it."""
    west, south, east, top = outlines.extent
    width, height = east - west, top - south
    length = rounded_down(_BAR_SHARE * width / _METRES_PER_KILOMETRE) * _METRES_PER_KILOMETRE
    thick, base = 0.008 * width, south - 0.035 * width
    for half, colour in enumerate((INK, "white")):
        axis.add_patch(_bar(west + half * length / 2, base, length / 2, thick, colour))
    for share in (0.0, 0.5, 1.0):
        unit = " km" if share == 1.0 else ""
        axis.text(
            west + share * length, base - 0.6 * thick, f"{share * length / _METRES_PER_KILOMETRE:,.6g}{unit}",
            fontsize=7, ha="center", va="top", color=INK,
        )  # fmt: skip
    at = west + length + 0.09 * width
    axis.annotate(
        "", (at, base + 2.2 * thick), (at, base - 2.6 * thick),
        arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.1, "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip
    axis.text(at + 0.012 * width, base, north, fontsize=8, fontweight="bold", va="center", color=INK)
    axis.set_xlim(west - 0.02 * width, east + 0.01 * width)
    axis.set_ylim(south - 0.085 * width, top + 0.01 * height)


def add_colour_legend(axis, entries: Sequence[tuple[str, str]], columns: int = 1, **where) -> None:
    """A legend of (colour, label)."""
    from matplotlib.patches import Patch

    handles = [Patch(facecolor=colour, edgecolor=LINE, linewidth=0.5, label=label) for colour, label in entries]
    axis.legend(handles=handles, ncols=columns, frameon=False, fontsize=8, **where)


def _path(rings: Sequence[np.ndarray], step: float):
    """One path of all rings, a tiny unit as it is; None where there is nothing to draw."""
    from matplotlib.path import Path

    seen = [ring for ring in (thinned(ring, step) for ring in rings) if len(ring)] or list(rings[:1])
    paths = [Path(np.vstack([ring, ring[:1]]), closed=True) for ring in seen if len(ring)]
    return Path.make_compound_path(*paths) if paths else None


def _bar(x: float, y: float, width: float, height: float, colour: str):
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), width, height, facecolor=colour, edgecolor=INK, linewidth=0.6)
