"""Maps in a report: units in colours, with what a map needs to be read: names, legend, scale and north."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..core.outlines import UnitOutlines, chord, thinned
from ..core.round_numbers import rounded_down

LINE, INK, FAINT = "#6f7a75", "#22302a", "#eef1ef"
UNIT_ID = "unit-{position}"  # of the shape in the drawing, for its title
TALLEST = 0.8  # of the width: a region that stretches north is drawn smaller

_POINTS_AN_INCH = 72.0
_STEPS_A_POINT = 2.0  # of a point on paper: what is smaller cannot be seen
_MARGIN = 0.01  # of the width
_BAR_SHARE = 0.2  # of the width, at most
_METRES_PER_KILOMETRE = 1000.0


def new_map(outlines: UnitOutlines, colours: Sequence[str], width: float, line: float = 0.35, footer: float = 0.0):
    """A figure ``width`` inches wide with every unit in its colour, and its axis in metres.

    ``footer``: inches left free below the map. The shape of the unit at a position has the id ``UNIT_ID``, so that
    ``Page.figure`` can give it a title.
    """
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch

    west, south, east, north = outlines.extent
    metres = max(east - west, (north - south) / TALLEST) * (1 + 2 * _MARGIN)  # across the figure
    an_inch = metres / width
    height = (north - south) / an_inch + 2 * _MARGIN * width + footer
    figure = Figure(figsize=(width, height))
    axis = figure.add_axes((0, 0, 1, 1))
    axis.set_axis_off()
    middle, top = (west + east) / 2, north + _MARGIN * metres
    axis.set_xlim(middle - metres / 2, middle + metres / 2)
    axis.set_ylim(top - height * an_inch, top)
    step = an_inch / (_POINTS_AN_INCH * _STEPS_A_POINT)
    for position, (rings, colour) in enumerate(zip(outlines.rings, colours)):
        path = _path(rings, step)
        if path is not None:
            shape = PathPatch(path, facecolor=colour, edgecolor=LINE, linewidth=line, joinstyle="round")
            shape.set_gid(UNIT_ID.format(position=position))
            axis.add_artist(shape)
    return figure, axis


def add_names(axis, outlines: UnitOutlines, names: Sequence[str], inks: Sequence[str], points: float = 6.0) -> None:
    """The names of the units in ``inks``, the largest unit first.

    A name that is wider than its unit is there, or would cover another name, is left out.
    """
    taken = []
    for position in np.argsort(-outlines.area_ha, kind="stable"):
        text = axis.text(
            *outlines.anchors[position], names[position], fontsize=points, ha="center", va="center",
            color=inks[position],
        )  # fmt: skip
        box = text.get_window_extent()
        ends = [(x, outlines.anchors[position, 1]) for x in chord(outlines.rings[position], outlines.anchors[position])]
        left, right = axis.transData.transform(ends)[:, 0]
        if left < box.x0 and box.x1 < right and not any(box.overlaps(other) for other in taken):
            taken.append(box)
        else:
            text.remove()


def add_scale_and_north(axis, outlines: UnitOutlines, north: str) -> None:
    """A scale bar of a round length and an arrow to the north below the map; ``north``: the letter on it."""
    south = outlines.extent[1]
    left, right = axis.get_xlim()
    width, start = right - left, left + 2 * _MARGIN * (right - left)
    length = rounded_down(_BAR_SHARE * width / _METRES_PER_KILOMETRE) * _METRES_PER_KILOMETRE
    thick, base = 0.007 * width, south - 0.035 * width
    for half, colour in enumerate((INK, "white")):
        axis.add_artist(_bar(start + half * length / 2, base, length / 2, thick, colour))
    for share in (0.0, 0.5, 1.0):
        unit = " km" if share == 1.0 else ""
        axis.text(
            start + share * length, base - 0.6 * thick, f"{share * length / _METRES_PER_KILOMETRE:,.6g}{unit}",
            fontsize=7, ha="center", va="top", color=INK,
        )  # fmt: skip
    at = start + length + 0.06 * width
    axis.annotate(
        "", (at, base + 2.4 * thick), (at, base - 2.6 * thick),
        arrowprops={"arrowstyle": "-|>", "color": INK, "linewidth": 1.1, "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip
    axis.text(at + 0.01 * width, base, north, fontsize=8, fontweight="bold", va="center", color=INK)


def add_colour_legend(axis, entries: Sequence[tuple[str, str]], columns: int) -> None:
    """A legend of (colour, label) at the lower right."""
    from matplotlib.patches import Patch

    handles = [Patch(facecolor=colour, edgecolor=LINE, linewidth=0.5, label=label) for colour, label in entries]
    axis.legend(handles=handles, ncol=columns, loc="lower right", frameon=False, fontsize=8, borderaxespad=0.2)


def _path(rings: Sequence[np.ndarray], step: float):
    """One path of all rings, a tiny unit as it is; None where there is nothing to draw."""
    from matplotlib.path import Path

    seen = [ring for ring in (thinned(ring, step) for ring in rings) if len(ring)] or list(rings[:1])
    paths = [Path(np.vstack([ring, ring[:1]]), closed=True) for ring in seen if len(ring)]
    return Path.make_compound_path(*paths) if paths else None


def _bar(x: float, y: float, width: float, height: float, colour: str):
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), width, height, facecolor=colour, edgecolor=INK, linewidth=0.6)
