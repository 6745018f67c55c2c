"""Figures of the whole chain, from the tables its steps wrote: scores, land, trends, ridge trace, scenarios."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ...core.scenario.region import OBSERVED, Turning
from ...core.tables.vocabulary import SCENARIO, YEAR
from ...core.zoning.scores import HIGHEST_SCORE, LOWEST_SCORE
from ...core.zoning.zones import score_classes
from ..page import figures

INK, WIDTH = "#22302a", 9.6  # inches
DARK = 0.45  # brightness below which a number on a colour is white
LETTERS, CHARACTERS = 13, 7  # in a line above a column
LEGEND_COLUMNS = 6  # beyond that a legend has two lines
EXPLODED = 8.0  # a total this many times the largest observed one needs a logarithmic axis


def region_curves(region: pd.DataFrame, names: Mapping[str, str], scale: float, unit: str):
    """Emission, sink and net emission of the region by year; hollow points are years that lack many units."""
    from ...core.accounting.region import comparable_years

    whole = comparable_years(region)
    figure, axes = figures.new_figure(WIDTH, 3.2)
    axis = axes[0, 0]
    for name, label in names.items():
        colour, values = figures.colour_of(name, []), region[name].to_numpy(dtype=float) * scale
        axis.plot(region[YEAR], values, "-", color=colour, linewidth=1.4, label=label)
        for marks, fill in ((whole, colour), (~whole, "white")):
            axis.plot(region.loc[marks, YEAR], values[marks], "o", color=colour, markerfacecolor=fill, markersize=3.5)
    axis.axhline(0, color=INK, linewidth=0.8)
    axis.set_ylabel(unit)
    axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
    figures.whole_years(axis)
    return figure


def score_table(means: pd.DataFrame, columns: Sequence[str], rows: Sequence[str]):
    """Mean scores (zones, indices) as coloured cells with their numbers."""
    figure, axes = figures.new_figure(WIDTH, 0.75 + 0.36 * len(means))
    axis = axes[0, 0]
    colours = _score_colours()
    shades = {"cmap": colours, "vmin": LOWEST_SCORE, "vmax": HIGHEST_SCORE}
    axis.pcolormesh(means.to_numpy(dtype=float), edgecolors="white", linewidth=0.8, **shades)
    for (row, column), value in np.ndenumerate(means.to_numpy(dtype=float)):
        if np.isfinite(value):
            ink = ink_on(colours((value - LOWEST_SCORE) / (HIGHEST_SCORE - LOWEST_SCORE)))
            axis.text(column + 0.5, row + 0.5, f"{value:.1f}", ha="center", va="center", fontsize=8.5, color=ink)
    axis.grid(visible=False)
    axis.spines[:].set_visible(False)
    axis.tick_params(length=0)
    axis.xaxis.tick_top()
    axis.invert_yaxis()
    axis.set_xticks(np.arange(len(columns)) + 0.5, [wrapped(text) for text in columns], fontsize=7)
    axis.set_yticks(np.arange(len(rows)) + 0.5, rows, fontsize=8)
    return figure


def stacked_bars(parts: pd.DataFrame, labels: Sequence[str], colours: Sequence[str], rows: Sequence[str], unit: str):
    """A bar a row, made of the columns of ``parts``; numbers stand where there is room."""
    figure, axes = figures.new_figure(WIDTH, 0.95 + 0.34 * len(parts))
    axis = axes[0, 0]
    left, whole = np.zeros(len(parts)), np.nansum(parts.to_numpy(dtype=float), axis=1).max()
    for name, label, colour in zip(parts.columns, labels, colours):
        values = np.nan_to_num(parts[name].to_numpy(dtype=float))
        axis.barh(
            np.arange(len(parts)), values, left=left, height=0.72, color=colour, edgecolor="white", linewidth=0.6,
            label=label,
        )  # fmt: skip
        for row in np.flatnonzero(values > 0.03 * whole):
            middle = left[row] + values[row] / 2
            axis.text(middle, row, f"{values[row]:.0f}", ha="center", va="center", fontsize=7.5, color=ink_on(colour))
        left += values
    axis.set_yticks(np.arange(len(parts)), rows, fontsize=8)
    axis.invert_yaxis()
    axis.set_xlim(0, whole)
    axis.set_xlabel(unit)
    axis.grid(visible=False, axis="y")
    axis.spines["left"].set_visible(False)
    axis.tick_params(axis="y", length=0)
    axis.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncol=-(-len(labels) // (1 + (len(labels) > LEGEND_COLUMNS))),
        frameon=False, fontsize=8, handlelength=1.2,
    )  # fmt: skip
    return figure


def ridge_trace(trace: pd.DataFrame, labels: Mapping[str, str], k: float | None, titles: Sequence[str], x_label: str):
    """Standardised coefficients and variance inflation over k; a dashed line at the ``k`` that was chosen."""
    from ...core.statistics.ridge import VIF_LIMIT

    colours = figures.driver_colours(list(labels))
    figure, axes = figures.new_figure(WIDTH, 3.4, 1, 2)
    left, right = axes[0]
    figures.logarithmic(right, "y")
    for name, label in labels.items():
        left.plot(trace["k"], trace[f"beta_{name}"], color=colours[name], linewidth=1.5)
        if f"vif_{name}" in trace:
            right.plot(trace["k"], trace[f"vif_{name}"], color=colours[name], linewidth=1.5)
        right.plot([], [], color=colours[name], linewidth=1.5, label=label)
    left.axhline(0, color=INK, linewidth=0.6)
    right.axhline(VIF_LIMIT, color=INK, linewidth=0.8, linestyle=":")
    for axis, title in zip((left, right), titles):
        axis.set_title(title, loc="left", fontsize=9, fontweight="bold")
        axis.set_xlabel(x_label)
        axis.margins(x=0.01)
        if k is not None and k <= trace["k"].max():
            axis.axvline(k, color=INK, linewidth=1.0, linestyle="--")
    right.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
    return figure


def scenario_curves(
    region: pd.DataFrame, turnings: Mapping[str, Turning], names: Mapping[str, str], scale: float, unit: str, sink: str
):
    """Emission of the region, observed and under every scenario, its peaks, and the sink; logarithmic if need be."""
    scenarios = [name for name in region[SCENARIO].unique() if name != OBSERVED]
    colours = figures.scenario_colours([OBSERVED, *scenarios])
    observed = region[region[SCENARIO] == OBSERVED]
    exploded = has_exploded(region)
    figure, axes = figures.new_figure(WIDTH, 3.8)
    axis = axes[0, 0]
    if exploded:
        figures.logarithmic(axis, "y")
    for scenario in [*scenarios, OBSERVED]:
        rows = region[region[SCENARIO] == scenario]
        axis.plot(
            rows[YEAR], rows["ce"] * scale, color=colours[scenario], linewidth=1.8, label=names.get(scenario, scenario)
        )
    for scenario, turning in turnings.items():
        if turning.peak_year is not None:
            axis.plot(
                [turning.peak_year], [turning.peak * scale], marker="v", markersize=7, color=colours[scenario],
                markeredgecolor="white", zorder=4,
            )  # fmt: skip
    sinks = pd.concat([observed, *(region[region[SCENARIO] == name] for name in scenarios[:1])])
    if sinks["cs"].notna().any():
        axis.plot(sinks[YEAR], sinks["cs"] * scale, color=INK, linewidth=1.0, linestyle="--", label=sink)
    if not exploded:
        axis.set_ylim(bottom=0)
    axis.set_ylabel(unit)
    axis.margins(x=0.01)
    axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
    figures.whole_years(axis)
    return figure


def has_exploded(region: pd.DataFrame) -> bool:
    """True where scenarios leave what was observed so far behind that only a logarithmic axis shows both."""
    observed = region.loc[region[SCENARIO] == OBSERVED, "ce"].max()
    return bool(region["ce"].max() > EXPLODED * observed)


def ink_on(colour: object) -> str:
    """White on dark colours, ink on bright ones (brightness as in ITU-R BT.601)."""
    from matplotlib.colors import to_rgb

    red, green, blue = to_rgb(colour[:3] if isinstance(colour, tuple) else colour)
    return "white" if 0.299 * red + 0.587 * green + 0.114 * blue < DARK else INK


def wrapped(text: str) -> str:
    """A heading of a narrow column in several lines; Chinese may break anywhere."""
    if text.isascii():
        return "\n".join(textwrap.wrap(text, LETTERS))
    lines = -(-len(text) // CHARACTERS)
    size = -(-len(text) // lines)
    return "\n".join(text[start : start + size] for start in range(0, len(text), size))


def _score_colours():
    """From the colour of the worst score to that of the best."""
    from matplotlib.colors import LinearSegmentedColormap

    return LinearSegmentedColormap.from_list("scores", [one.colour for one in reversed(score_classes())])
