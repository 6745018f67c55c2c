"""Maps in a report: units in colours, with what a map needs to be read: names, legend, scale and north."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...core.round_numbers import rounded_down
from ...core.space.outlines import UnitOutlines, chord, thinned

LINE, INK, FAINT = "#6f7a75", "#22302a", "#eef1ef"
UNIT_ID = "unit-{position}"  # of the shape in the drawing, for its title
TALLEST = 0.8  # of the width: a region that stretches north is drawn smaller

_POINTS_AN_INCH = 72.0
_STEPS_A_POINT = 2.0  # of a point on paper: what is smaller cannot be seen
_COARSER, _FEWEST_POINTS = 1.4, 8  # a step coarser; points of a unit, on average, that keep its shape
_MARGIN = 0.01  # of the width
_BAR_SHARE = 0.2  # of the width, at most
_METRES_PER_KILOMETRE = 1000.0


def new_map(
    outlines: UnitOutlines,
    colours: Sequence[str],
    width: float,
    line: float = 0.35,
    footer: float = 0.0,
    points: int = 40_000,
    with_ids: bool = True,
):
    """A figure ``width`` inches wide with every unit in its colour, and its axis in metres.

    ``footer``: inches left free below the map. ``points``: how many the outlines may have together, so that the page
    can still be mailed. ``with_ids``: the shape of the unit at a position has the id ``UNIT_ID``, so that
    ``Page.figure`` can give it a title; else all units of a colour are one shape.
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
    units = _drawable(outlines.rings, an_inch / (_POINTS_AN_INCH * _STEPS_A_POINT), points)
    look = {"edgecolor": LINE, "linewidth": line, "joinstyle": "round"}
    if with_ids:
        for position, (rings, colour) in enumerate(zip(units, colours)):
            shape = PathPatch(_path(rings), facecolor=colour, gid=UNIT_ID.format(position=position), **look)
            axis.add_artist(shape)
        return figure, axis
    for colour in dict.fromkeys(colours):
        rings = [ring for unit, own in zip(units, colours) if own == colour for ring in unit]
        axis.add_artist(PathPatch(_path(rings), facecolor=colour, **look))
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


def _drawable(units: Sequence[Sequence[np.ndarray]], step: float, points: int) -> list[list[np.ndarray]]:
    """The rings of every unit, thinned to ``step`` metres or coarser, until they have ``points`` at most."""
    while True:
        thin = [[ring for ring in (thinned(ring, step) for ring in rings) if len(ring)] for rings in units]
        count = sum(len(ring) for rings in thin for ring in rings)
        if count <= points or count <= _FEWEST_POINTS * len(units):
            return [seen or [_box(rings[0])] for seen, rings in zip(thin, units)]
        step *= _COARSER


def _box(ring: np.ndarray) -> np.ndarray:
    """What stands for a unit that is too small to be seen."""
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    return np.array([(west, south), (east, south), (east, north), (west, north), (west, south)])


def _path(rings: Sequence[np.ndarray]):
    from matplotlib.path import Path

    return Path.make_compound_path(*(Path(np.vstack([ring, ring[:1]]), closed=True) for ring in rings))


def _bar(x: float, y: float, width: float, height: float, colour: str):
    from matplotlib.patches import Rectangle

    return Rectangle((x, y), width, height, facecolor=colour, edgecolor=INK, linewidth=0.6)
