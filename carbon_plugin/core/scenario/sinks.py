"""The carbon sink after the base year: held, on its trend, or the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, MissingColumnsError, TextInNumbersError
from ..messages import Message, sentence, warning
from ..tables.cells import parse_numbers
from ..tables.vocabulary import SCENARIO, UNIT, YEAR, describe
from ..trend.series import series_trends

SINK = "cs"
SINK_PATHS = ("held", "trend", "table")

_SHORTEST_TREND = 3


class SinkPathError(InputError):
    template = sentence("“{found}” is no way to continue the sink. Expected one of: {expected}.")


class MissingSinkTableError(InputError):
    template = sentence(
        "SINK is “table”, but there is no table of the sink. Choose one with the columns unit, year and cs."
    )


@dataclass(frozen=True, eq=False)
class SinkPaths:
    """``values`` (s, u, t) in t C a year, NaN where nothing is known of a unit's sink."""

    values: np.ndarray
    notes: list[Message] = field(default_factory=list)


def with_sink_as_numbers(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """``frame`` with its column ``cs``, if there is one, as numbers: a column without any number was read as text.

    Raises ``TextInNumbersError``.
    """
    if SINK not in frame.columns:
        return frame
    numbers, unread = parse_numbers(frame[SINK])
    if unread.any():
        rows = frame[unread.to_numpy()]
        found = [f"“{cell}” ({unit} {year})" for cell, unit, year in zip(rows[SINK], rows[UNIT], rows[YEAR])]
        raise TextInNumbersError(table=table, column=SINK, unit=describe(SINK).unit, count=len(found), found=found)
    return frame.assign(**{SINK: numbers})


def sink_paths(
    history: pd.DataFrame,
    units: Sequence[str],
    years: np.ndarray,
    scenarios: Sequence[str],
    path: str = SINK_PATHS[0],
    own: pd.DataFrame | None = None,
    table: str = "sink",
) -> SinkPaths:
    """The sink of every scenario, unit and year.

    ``history``: ``unit``, ``year`` up to the base year, and ``cs`` if the panel has it. ``path``: ``held`` at the last
    known value; ``trend``, the last value continued with the Sen slope of the history and never below 0; ``table``, the
    rows of ``own`` (``unit``, ``year``, ``cs``, and ``scenario`` if it matters), linear between its years and from the
    last known value to its first, held after its last.

    Raises ``SinkPathError``, ``MissingSinkTableError``, ``MissingColumnsError``, ``TextInNumbersError``.
    """
    if path not in SINK_PATHS:
        raise SinkPathError(found=path, expected=list(SINK_PATHS))
    if path == "table" and own is None:
        raise MissingSinkTableError()
    missing = [name for name in (UNIT, YEAR, SINK) if path == "table" and name not in own.columns]
    if missing:
        raise MissingColumnsError(table=table, missing=missing, found=list(own.columns))
    values, known_years = _history(history, units)
    if path == "table":
        sinks, notes = _from_table(
            with_sink_as_numbers(own, table), units, years, scenarios, values, known_years, table
        )
    else:
        sinks, notes = _continued(values, known_years, years, units, path == "trend")
        sinks = np.broadcast_to(sinks, (len(scenarios), *sinks.shape))
    return SinkPaths(sinks, notes)


def _history(history: pd.DataFrame, units: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The known sinks (u, t) and their years; no columns where there are none."""
    if SINK not in history.columns or history.empty:
        return np.empty((len(units), 0)), np.empty(0, dtype=int)
    wide = history.pivot(index=UNIT, columns=YEAR, values=SINK).reindex(list(units))
    return wide.to_numpy(dtype=float), wide.columns.to_numpy()


def _last_known(values: np.ndarray, years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The last finite value of every row and its year; NaN and 0 where there is none."""
    if not len(years):
        return np.full(len(values), np.nan), np.zeros(len(values))
    finite = np.isfinite(values)
    position = len(years) - 1 - np.argmax(finite[:, ::-1], axis=1)
    return values[np.arange(len(values)), position], years[position].astype(float)


def _continued(
    values: np.ndarray, known_years: np.ndarray, years: np.ndarray, units: Sequence[str], on_trend: bool
) -> tuple[np.ndarray, list[Message]]:
    last, last_year = _last_known(values, known_years)
    notes: list[Message] = []
    slope = np.zeros(len(last))
    if on_trend and len(known_years) > 1:
        slope = series_trends(values, known_years).slope
    if on_trend:
        short = np.isfinite(last) & (np.isfinite(values).sum(axis=1) < _SHORTEST_TREND)
        slope = np.where(np.isfinite(slope), slope, 0.0)
        if short.any():
            notes.append(
                warning(
                    "sink-without-trend",
                    "The sink of {count} units has fewer than three years, so it has no trend and is held: {units}.",
                    count=int(short.sum()),
                    units=[unit for unit, is_short in zip(units, short) if is_short],
                )
            )
    least = np.minimum(last, 0.0)  # a sink that is a source already is not made one of 0
    continued = np.maximum(last[:, None] + slope[:, None] * (years[None, :] - last_year[:, None]), least[:, None])
    return continued, notes


def _from_table(
    own: pd.DataFrame,
    units: Sequence[str],
    years: np.ndarray,
    scenarios: Sequence[str],
    values: np.ndarray,
    known_years: np.ndarray,
    table: str,
) -> tuple[np.ndarray, list[Message]]:
    last, last_year = _last_known(values, known_years)
    sinks = np.full((len(scenarios), len(units), len(years)), np.nan)
    rows = own.dropna(subset=[SINK]).sort_values(YEAR)
    by_unit = dict(list(rows.groupby(UNIT, sort=False)))
    held = []
    for u, unit in enumerate(units):
        of_unit = by_unit.get(unit)
        if of_unit is None:
            held.append(unit)
            sinks[:, u] = last[u]
            continue
        for s, scenario in enumerate(scenarios):
            points = of_unit[of_unit[SCENARIO] == scenario] if SCENARIO in of_unit.columns else of_unit
            at, sink = points[YEAR].to_numpy(dtype=float), points[SINK].to_numpy(dtype=float)
            if np.isfinite(last[u]) and (not len(at) or last_year[u] < at[0]):
                at, sink = np.append(last_year[u], at), np.append(last[u], sink)
            if len(at):
                sinks[s, u] = np.interp(years, at, sink)
    notes = []
    if held:
        template = sentence("{count} units are not in “{table}”; their sink is held at the last known value: {units}.")
        notes.append(warning("sink-held-outside-table", template, count=len(held), table=table, units=held))
    return sinks, notes
