"""The region under scenarios."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ....core.scenario.region import OBSERVED, Turning
from ....core.tables.vocabulary import SCENARIO, YEAR
from .. import figures
from ..colours import INK, scenario_colours

EXPLODED = 8.0  # a total of the region this many times the largest observed one needs a logarithmic axis
BAND = 1.6  # how far a band may reach above the highest line
_AIR = 1.12  # above the highest line
_AIR_LOGARITHMIC = 1.6
_SAME = 0.01  # relative: sinks closer than this are one line to the eye


def has_exploded(region: pd.DataFrame) -> bool:
    """True where scenarios leave what was observed so far behind that only a logarithmic axis shows both."""
    observed = region.loc[region[SCENARIO] == OBSERVED, "ce"].max()
    return bool(region["ce"].max() > EXPLODED * observed)


def scenario_curves(
    region: pd.DataFrame,
    turnings: Mapping[str, Turning],
    names: Mapping[str, str],
    *,
    scale: float,
    unit: str,
    sink: str,
):
    """Emission of the region, observed and under every scenario, with its bounds, its peaks and the sink.

    ``region``: of ``core.scenario.region.regional_totals``, perhaps with ``ce_p05`` and ``ce_p95``; ``scale``: what its
    amounts are multiplied by to be in ``unit``. ``sink``: how the dashed line is called.
    """
    scenarios = [name for name in region[SCENARIO].unique() if name != OBSERVED]
    colours = scenario_colours([OBSERVED, *scenarios])
    exploded = has_exploded(region)
    figure, axis = figures.new_axis(4.2)
    if exploded:
        figures.logarithmic(axis, "y")
    for scenario in [OBSERVED, *scenarios]:
        rows, on_top = region[region[SCENARIO] == scenario], 3 if scenario == OBSERVED else 2
        _bounds(axis, rows, scale, colours[scenario])
        style = {"color": colours[scenario], "linewidth": 1.8, "zorder": on_top}
        axis.plot(rows[YEAR], rows["ce"] * scale, label=names.get(scenario, scenario), **style)
    for scenario, turning in turnings.items():
        if turning.peak_year is not None:
            _mark_peak(axis, turning.peak_year, turning.peak * scale, colours[scenario])
    for sinks, colour, name in _sink_lines(region, scenarios, colours, names, sink=sink):
        axis.plot(sinks[YEAR], sinks["cs"] * scale, color=colour, linewidth=1.0, linestyle="--", label=name)
    lowest, highest = region["ce"].min() * scale, np.nanmax([*region[["ce", "cs"]].max(), _widest(region)]) * scale
    axis.set_ylim((lowest / _AIR_LOGARITHMIC, highest * _AIR_LOGARITHMIC) if exploded else (0, highest * _AIR))
    axis.set_ylabel(unit)
    axis.margins(x=0.01)
    figures.legend_beside(axis)
    figures.whole_years(axis)
    return figure


def _widest(region: pd.DataFrame) -> float:
    """How high the chart reaches for its bands: to the end of the widest, but not far above the highest line."""
    if "ce_p95" not in region:
        return np.nan
    return min(region["ce_p95"].max(), BAND * region["ce"].max())


def _sink_lines(region: pd.DataFrame, scenarios: list[str], colours, names: Mapping[str, str], *, sink: str):
    """One line of the sink, or one a scenario in its colour where they go apart: rows, colour, label."""
    known = region[region["cs"].notna()]
    if known.empty:
        return []
    spread = known[known[SCENARIO] != OBSERVED].groupby(YEAR)["cs"].agg(["min", "max"])
    apart = (spread["max"] - spread["min"] > _SAME * spread["max"].abs()).any()
    if not apart:
        return [(region[region[SCENARIO].isin([OBSERVED, *scenarios[:1]])], INK, sink)]
    lines = [(region[region[SCENARIO] == OBSERVED], INK, sink)]
    return lines + [
        (region[region[SCENARIO] == name], colours[name], f"{sink}, {names.get(name, name)}") for name in scenarios
    ]


def _bounds(axis, rows: pd.DataFrame, scale: float, colour: str) -> None:
    if "ce_p05" in rows:
        known = rows[rows["ce_p05"].notna()]
        low, high = known["ce_p05"] * scale, known["ce_p95"] * scale
        axis.fill_between(known[YEAR], low, high, color=colour, alpha=0.16, linewidth=0)


def _mark_peak(axis, year: int, height: float, colour: str) -> None:
    axis.plot([year], [height], marker="v", markersize=7, color=colour, markeredgecolor="white", zorder=4)
    axis.annotate(
        str(year), (year, height), xytext=(0, 7), textcoords="offset points", ha="center", fontsize=8, color=colour,
        fontweight="bold", path_effects=figures.halo(),
    )  # fmt: skip
