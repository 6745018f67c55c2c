"""Moran's scatterplot, and association over the years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .. import figures
from ..colours import EDGE, INK, LINE, QUIET, SOURCE

_NAMED_YEARS = 12
_AIR = 0.06  # of the range of the points
_DRAWN_ONE_BY_ONE = 5_000  # with more points the drawing is a picture, which can still be mailed
_CORNERS = ((0.99, 0.985, "right", "top"), (0.01, 0.015, "left", "bottom"),
            (0.01, 0.985, "left", "top"), (0.99, 0.015, "right", "bottom"))  # fmt: skip


def moran_scatter(
    x: np.ndarray,
    lag: np.ndarray,
    colours: Sequence[str],
    *,
    slope: float,
    names: tuple[str, str],
    corners: Sequence[str],
):
    """Points (n,) in their ``colours``, and a line of ``slope`` through their middle.

    ``names``: of the axes; ``corners``: of the quadrants high-high, low-low, low-high, high-low.
    """
    figure, axis = figures.new_axis(4.8)
    axis.axhline(0, color=EDGE, linewidth=0.8)
    axis.axvline(0, color=EDGE, linewidth=0.8)
    many = len(x) > _DRAWN_ONE_BY_ONE
    axis.scatter(
        x, lag, s=8 if many else 24, c=list(colours), edgecolors=QUIET, linewidths=0.2 if many else 0.5, zorder=3,
        rasterized=many,
    )  # fmt: skip
    ends = np.array([x.min(), x.max()])
    axis.plot(ends, slope * ends, color=INK, linewidth=1.6, zorder=4)
    for (across, up, side, edge), text in zip(_CORNERS, corners):
        place = {"transform": axis.transAxes, "ha": side, "va": edge}
        axis.text(across, up, text, fontsize=8, color=QUIET, zorder=5, path_effects=figures.halo(), **place)
    axis.margins(_AIR)
    axis.set_xlabel(names[0])
    axis.set_ylabel(names[1])
    axis.grid(visible=False)
    return figure


def moran_lines(years: np.ndarray, lines: Mapping[str, np.ndarray], sure: np.ndarray):
    """A line a measure; the points of the first are filled where it is ``sure`` (n,)."""
    figure, axis = figures.new_axis(2.8)
    axis.axhline(0, color=EDGE, linewidth=0.8)
    for place, ((name, values), colour) in enumerate(zip(lines.items(), (LINE, SOURCE))):
        axis.plot(years, values, "-" if place == 0 else "--", color=colour, linewidth=1.6, label=name)
        if place == 0:
            fills = [colour if one else "white" for one in sure]
            axis.scatter(years, values, s=26, c=fills, edgecolors=colour, linewidths=1.2, zorder=3)
    if len(years) <= _NAMED_YEARS:
        axis.set_xticks(years)
    else:
        figures.whole_years(axis)
    figures.legend_beside(axis)
    return figure


def class_counts(
    years: np.ndarray, counts: Sequence[np.ndarray], colours: Sequence[str], *, labels: Sequence[str], unit: str
):
    """A bar a year, stacked by class."""
    figure, axis = figures.new_axis(2.8)
    places, bottom = np.arange(len(years)), np.zeros(len(years))
    for values, colour, label in zip(counts, colours, labels):
        axis.bar(places, values, bottom=bottom, width=0.7, color=colour, edgecolor=EDGE, linewidth=0.3, label=label)
        bottom += values
    every = -(-len(years) // _NAMED_YEARS)
    axis.set_xticks(places[::every], [str(year) for year in years[::every]])
    axis.set_xlim(min(-0.6, 0.5 * len(years) - 3), max(len(years) - 0.4, 0.5 * len(years) + 2))
    axis.set_ylabel(unit)
    figures.legend_beside(axis)
    return figure
