"""The carbon sink after the base year: held, on its trend, the user's own, or by the land of each scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence, warning
from ..options import SINKS
from ..tables.frames import columns_at
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from ..trend.series import series_trends
from ..values import Cell
from .land_sinks import LandToCome, compute_land_sinks
from .sink_parts import SINK
from .sink_remarks import remarks_on_outside, remarks_on_scenarios

_SHORTEST_TREND = 3

_SHORT = sentence(
    "The sink of {count:unit|units} is held, since fewer than three years of it are known, which is no trend: {units}."
)


class MissingLandDemandError(InputError):
    template = sentence("SINK is “land”, but there is no table of land to come.")
    remedy = sentence("Choose one with the columns unit, year, scenario and <class>_ha, as “Land demand” writes it.")


class MissingSinkTableError(InputError):
    template = sentence("SINK is “table”, but there is no table of the sink.")
    remedy = sentence("Choose one with the columns unit, year and cs.")


@dataclass(frozen=True, eq=False)
class SinkPaths:
    """``values`` (s, u, t) in t C a year, NaN where nothing is known of a unit's sink.

    ``components`` (s, u, t) and ``by_land``, ``followed``: of a sink that follows the land, see
    ``land_sinks.LandSinks``.
    """

    values: np.ndarray
    notes: list[Message] = field(default_factory=list)
    components: Mapping[str, np.ndarray] = field(default_factory=dict)
    by_land: pd.DataFrame | None = None
    followed: Mapping[str, str] = field(default_factory=dict)


def sink_paths(
    history: Panel,
    units: Sequence[str],
    years: np.ndarray,
    *,
    scenarios: Sequence[str],
    path: str = SINKS.default,
    own: Panel | None = None,
    land: LandToCome | None = None,
    base_years: np.ndarray | None = None,
    groups: np.ndarray | None = None,
) -> SinkPaths:
    """The sink of every scenario, unit and year.

    Args:
        history: rows up to the base year, with ``cs`` (t C a year) if the panel has it.
        units: (u,) their keys.
        years: (t,) to give the sink for.
        scenarios: (s,) their names.
        path: ``held`` at the last known value; ``trend``, the last value continued with the Sen slope of the history
            and never below 0; ``table``, the rows of ``own``, linear between its years and from the last known value to
            its first, held after its last; ``land``, what ``land`` takes up, see ``land_sinks.compute_land_sinks``.
        own: ``unit``, ``year``, ``cs`` (t C a year), and ``scenario`` if it matters.
        land: areas to come, with what a hectare takes up.
        base_years, groups: (u,), for the land; the first of ``years`` and no group if None.

    Raises ``NotAChoiceError``, ``MissingSinkTableError``, ``MissingLandDemandError``, ``MissingColumnsError``,
    ``TextInNumbersError``, and what ``land_sinks.compute_land_sinks`` raises.

    >>> history = Panel(pd.DataFrame({"unit": "a", "year": [2019, 2020], "cs": [2.0, 3.0]}), "panel")
    >>> sink_paths(history, ["a"], np.array([2025, 2030]), scenarios=["low"], path="held").values.tolist()
    [[[3.0, 3.0]]]
    """
    SINKS.check(path)
    if path == "table" and own is None:
        raise MissingSinkTableError()
    if path == "land" and land is None:
        raise MissingLandDemandError()
    values, known_years = _history(history, units)
    if path == "land":
        base_years = np.full(len(units), years[0]) if base_years is None else base_years
        groups = np.full(len(units), "", dtype=object) if groups is None else groups
        of_units = {"base_years": base_years, "groups": groups, "years": years, "scenarios": scenarios}
        found = compute_land_sinks(history, land, units, **of_units)
        held = continue_sinks(values, known_years, years, on_trend=False)[0]
        paths = np.where(found.listed[:, None], found.values, held)
        notes = [*found.notes, *remarks_on_outside(land.areas.table, found.listed[None], units, scenarios=scenarios)]
        return SinkPaths(paths, notes, found.components, found.region, found.followed)
    if path == "table":
        values, listed = interpolate_sinks(
            own, units, years, scenarios=scenarios, last=_last_known(values, known_years)
        )
        notes = [
            *remarks_on_scenarios(own, scenarios),
            *remarks_on_outside(own.table, listed, units, scenarios=scenarios),
        ]
        return SinkPaths(values, notes)
    values, is_short = continue_sinks(values, known_years, years, on_trend=path == "trend")
    short = [Cell(unit) for unit, lacks in zip(units, is_short) if lacks]
    notes = [warning("sink-without-trend", _SHORT, count=len(short), units=short)] if short else []
    return SinkPaths(np.broadcast_to(values, (len(scenarios), *values.shape)), notes)


def sink_alone(panel: Panel) -> Panel:
    """The sink of a panel, if it has any; all columns of a million rows together are half a gigabyte.

    Args:
        panel: the accounts.

    >>> sink_alone(Panel(pd.DataFrame({"unit": "a", "year": [2020], "gdp": [1.0], "cs": [2.0]}), "accounts")).columns
    ['unit', 'year', 'cs']
    """
    return Panel(columns_at(panel.frame, [UNIT, YEAR, *([SINK] if SINK in panel else [])]), panel.table)


def continue_sinks(
    values: np.ndarray, known_years: np.ndarray, years: np.ndarray, *, on_trend: bool
) -> tuple[np.ndarray, np.ndarray]:
    """The known sinks ``values`` (u, k) of ``known_years`` continued to ``years`` (t,): (u, t), and who has no trend.

    Args:
        values: t C a year, NaN where unknown.
        known_years: (k,) increasing.
        years: (t,) to continue to.
        on_trend: along the Sen slope and never below 0; else held.

    >>> continue_sinks(np.array([[10.0, 8.0, 6.0]]), np.arange(2018, 2021), np.array([2021, 2025]), on_trend=True)[0]
    array([[4., 0.]])
    """
    last, last_year = _last_known(values, known_years)
    slope, is_short = np.zeros(len(last)), np.zeros(len(last), dtype=bool)
    if on_trend:
        is_short = np.isfinite(last) & (np.isfinite(values).sum(axis=1) < _SHORTEST_TREND)
        if len(known_years) > 1:
            slope = series_trends(values, known_years).slope
            slope = np.where(np.isfinite(slope), slope, 0.0)
    least = np.minimum(last, 0.0)  # a sink that is a source already is not made one of 0
    continued = np.maximum(last[:, None] + slope[:, None] * (years[None, :] - last_year[:, None]), least[:, None])
    return continued, is_short


def interpolate_sinks(
    own: Panel,
    units: Sequence[str],
    years: np.ndarray,
    *,
    scenarios: Sequence[str],
    last: tuple[np.ndarray, np.ndarray],
) -> tuple[np.ndarray, np.ndarray]:
    """Sinks (s, u, t) between the rows of ``own``, and where (s, u) it has any; the others keep their ``last`` value.

    Args:
        own: ``unit``, ``year``, ``cs`` (t C a year), perhaps ``scenario``.
        units: (u,) their keys.
        years: (t,) to give the sink for.
        scenarios: (s,) their names.
        last: the last known value and its year (u,), NaN where there is none.

    >>> own = Panel(pd.DataFrame({"unit": "a", "year": [2025, 2035], "cs": [4.0, 8.0]}), "sinks")
    >>> years, last = np.array([2025, 2030]), (np.array([np.nan]), np.array([0.0]))
    >>> interpolate_sinks(own, ["a"], years, scenarios=["low"], last=last)[0].tolist()
    [[[4.0, 6.0]]]
    """
    sinks = np.full((len(scenarios), len(units), len(years)), np.nan)
    listed = np.zeros(sinks.shape[:2], dtype=bool)
    rows = own.frame.assign(**{SINK: own.numbers(SINK)}).dropna(subset=[SINK]).sort_values(YEAR)
    by_unit = dict(list(rows.groupby(UNIT, sort=False)))
    for u, (unit, value, year) in enumerate(zip(units, *last)):
        of_unit = by_unit.get(unit)
        if of_unit is None:
            sinks[:, u] = value
            continue
        for s, scenario in enumerate(scenarios):
            points = of_unit[of_unit[SCENARIO] == scenario] if SCENARIO in own else of_unit
            at, sink = points[YEAR].to_numpy(dtype=float), points[SINK].to_numpy(dtype=float)
            listed[s, u] = len(at) > 0
            if np.isfinite(value) and (not len(at) or year < at[0]):
                at, sink = np.append(year, at), np.append(value, sink)
            if len(at):
                sinks[s, u] = np.interp(years, at, sink)
    return sinks, listed


def _history(history: Panel, units: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The known sinks (u, k) and their years; no columns where there are none."""
    if SINK not in history or not len(history):
        return np.empty((len(units), 0)), np.empty(0, dtype=int)
    known = pd.DataFrame({UNIT: history.frame[UNIT], YEAR: history.frame[YEAR], SINK: history.numbers(SINK)})
    wide = known.pivot(index=UNIT, columns=YEAR, values=SINK).reindex(list(units))
    return wide.to_numpy(dtype=float), wide.columns.to_numpy()


def _last_known(values: np.ndarray, years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The last finite value of every row and its year; NaN and 0 where there is none."""
    if not len(years):
        return np.full(len(values), np.nan), np.zeros(len(values))
    finite = np.isfinite(values)
    position = len(years) - 1 - np.argmax(finite[:, ::-1], axis=1)
    return values[np.arange(len(values)), position], years[position].astype(float)
