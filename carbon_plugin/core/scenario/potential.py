"""When units peak and become neutral, and the five classes of their potential (Huo et al. 2025, section on CEP).

The study describes its classes in prose that leaves ten of its 81 units without one; here they are a decision tree that
gives every unit exactly one class. Its thresholds stand in resources/potential/thresholds.csv, with their evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
import pandas as pd

from ..messages import Message, note, sentence, warning
from ..resources import read_rows
from ..tables.vocabulary import SCENARIO, UNIT
from ..trend.series import series_trends
from ..trend.trend_classes import TrendClass
from .scenario_table import BASELINE, LOW
from .unit_series import UnitSeries, find_neutral_years, find_peaks, unit_series


@dataclass(frozen=True)
class Thresholds:
    """What counts as a peak, a marked fall and bearable growth; see resources/potential/thresholds.csv."""

    peak_year: float
    peak_fall: float
    fall_z: float
    fall_nodes: float
    fall_ratio: float
    growth_ratio: float
    strictly_before: bool = False  # the peak must come before peak_year, not in it


@dataclass(frozen=True, eq=False)
class Potential:
    """``table``: one row a unit; ``unit``, ``peak_year_<s>``, ``neutral_year_<s>``, ``cep`` (5..1), ``cep_class``, and
    beside them ``peaked_<s>``, ``neutral_<s>`` (1 or 0: peaked in time, neutral at the horizon). Empty cells are <NA>.
    """

    table: pd.DataFrame
    notes: list[Message] = field(default_factory=list)


@lru_cache(maxsize=1)
def default_thresholds() -> Thresholds:
    """The thresholds of the shipped table."""
    return Thresholds(**{row["key"]: float(row["value"]) for row in read_rows("potential/thresholds.csv")})


@lru_cache(maxsize=2)
def class_names(language: str = "en") -> Mapping[int, str]:
    """The names of the classes 5..1 in ``language`` ('en' or 'zh')."""
    column = "name_zh" if language == "zh" else "name_en"
    return {int(row["class"]): row[column] for row in read_rows("potential/classes.csv")}


def carbon_potential(
    history: pd.DataFrame,
    annual: pd.DataFrame,
    thresholds: Thresholds | None = None,
    peak_year: int | None = None,
    baseline: str = BASELINE,
    low: str = LOW,
    language: str = "en",
) -> Potential:
    """Peak year, neutral year and class of every unit that was projected.

    ``history``: ``unit``, ``year``, ``ce`` and ``cs`` if known (t C/a), observed. ``annual``: ``unit``, ``year``,
    ``scenario``, ``ce``, ``cs`` in every year from the unit's base year to the horizon
    (``scenario.Projection.annual``). The series of a unit is its history before the base year and then the projection.
    The peak year is its earliest maximum, empty where that is the last year; the neutral year is the first with ``ce <=
    cs``. ``peak_year`` replaces that of the thresholds. ``baseline``, ``low``: the scenarios that the classes compare.
    """
    limits = thresholds or default_thresholds()
    if peak_year is not None:
        limits = replace(limits, peak_year=peak_year)
    scenarios = list(annual[SCENARIO].unique())
    units = list(annual[UNIT].unique())
    series = {scenario: unit_series(history, annual[annual[SCENARIO] == scenario], units) for scenario in scenarios}
    outcomes = {scenario: _outcome(one, limits) for scenario, one in series.items()}
    table = pd.DataFrame({UNIT: units})
    for scenario, outcome in outcomes.items():
        table[f"peak_year_{scenario}"] = _whole(outcome.peak_year)
        table[f"neutral_year_{scenario}"] = _whole(outcome.neutral_year)
        table[f"peaked_{scenario}"] = _whole(outcome.peaked.astype(float))
        table[f"neutral_{scenario}"] = _whole(np.where(outcome.sink_known, outcome.neutral.astype(float), np.nan))
    classes, notes = _classes(series, outcomes, baseline, low, limits, units)
    names = class_names(language)
    table["cep"] = _whole(classes)
    table["cep_class"] = pd.Series([names.get(int(c)) if np.isfinite(c) else None for c in classes], dtype=object)
    return Potential(table, notes)


def potential_class(
    peak_baseline: np.ndarray,
    peak_low: np.ndarray,
    neutral_baseline: np.ndarray,
    marked_fall: np.ndarray,
    bearable_growth: np.ndarray,
) -> np.ndarray:
    """The class 5..1 (int8) of boolean flags of one shape; the first rule that holds decides, and the last always does.

    5: peaks in time and becomes neutral under the baseline. 4: peaks under the baseline and falls markedly. 3: peaks
    under the baseline otherwise, or only under low carbon, or becomes neutral without a peak. 2: bearable growth. 1:
    the rest.
    """
    rules = [
        (5, peak_baseline & neutral_baseline),
        (4, peak_baseline & marked_fall),
        (3, peak_baseline | peak_low | neutral_baseline),
        (2, bearable_growth),
    ]
    return np.select([rule for _, rule in rules], [score for score, _ in rules], default=1).astype(np.int8)


@dataclass(frozen=True, eq=False)
class _Outcome:
    """One element a unit; years are NaN where there is none."""

    peak_year: np.ndarray
    peak: np.ndarray
    peaked: np.ndarray
    neutral_year: np.ndarray
    neutral: np.ndarray
    sink_known: np.ndarray


def _outcome(series: UnitSeries, limits: Thresholds) -> _Outcome:
    emission, end = series.emission, series.emission[:, -1]
    peak_year, peak = find_peaks(emission, series.years)
    in_time = peak_year < limits.peak_year if limits.strictly_before else peak_year <= limits.peak_year
    return _Outcome(
        peak_year=peak_year,
        peak=peak,
        peaked=in_time & (end < peak * (1.0 - limits.peak_fall)),
        neutral_year=find_neutral_years(emission, series.sink, series.years),
        neutral=end <= series.sink[:, -1],
        sink_known=np.isfinite(series.sink[:, -1]),
    )


def _classes(
    series: Mapping[str, UnitSeries],
    outcomes: Mapping[str, _Outcome],
    baseline: str,
    low: str,
    limits: Thresholds,
    units: list[str],
) -> tuple[np.ndarray, list[Message]]:
    """The class of every unit as a float, NaN where it cannot be told; and why."""
    absent = [name for name in (baseline, low) if name not in outcomes]
    if absent:
        template = sentence(
            "No potential class is given: it compares the scenarios {needed}, and the table has no {absent} (it has "
            "{found})."
        )
        values = {"needed": [baseline, low], "absent": absent, "found": list(outcomes)}
        return np.full(len(units), np.nan), [warning("potential-scenario-absent", template, **values)]
    base, spared = outcomes[baseline], outcomes[low]
    start = series[baseline].emission[np.arange(len(units)), series[baseline].base]
    end = series[baseline].emission[:, -1]
    classes = potential_class(
        peak_baseline=base.peaked,
        peak_low=spared.peaked,
        neutral_baseline=base.neutral,
        marked_fall=_marked_fall(series[baseline], base, limits) & (end <= limits.fall_ratio * base.peak),
        bearable_growth=end <= limits.growth_ratio * start,
    )
    notes = [
        note(
            "potential-thresholds",
            "The potential's thresholds are parameters, some of them assumptions: peak at the latest in {peak_year}, "
            "marked fall to at most {fall_ratio} of the peak (assumption), bearable growth up to {growth_ratio}-fold "
            "(assumption).",
            peak_year=int(limits.peak_year),
            fall_ratio=float(limits.fall_ratio),
            growth_ratio=float(limits.growth_ratio),
        )
    ]
    unknown = [unit for unit, is_known in zip(units, base.sink_known) if not is_known]
    if unknown and len(unknown) == len(units):
        told = sentence(
            "Nothing is known of the sink (the panel has no column cs, or it is empty), so nobody can tell whether a "
            "unit becomes neutral: neutral years stay empty and no potential class is given."
        )
        notes.append(warning("sink-unknown", told))
    elif unknown:
        template = sentence(
            "{count} units have no neutral year and no potential class, since nothing is known of their sink: {units}."
        )
        notes.append(warning("units-without-sink", template, count=len(unknown), units=unknown))
    return np.where(base.sink_known, classes, np.nan), notes


def _marked_fall(series: UnitSeries, outcome: _Outcome, limits: Thresholds) -> np.ndarray:
    """Whether projected emission falls markedly after the peak, by Mann-Kendall on nodes a few years apart."""
    is_node = (series.years[-1] - series.years) % int(limits.fall_nodes) == 0
    nodes, values = series.years[is_node], series.emission[:, is_node]
    after = (nodes >= outcome.peak_year[:, None]) & (nodes >= series.years[series.base][:, None])
    if len(nodes) < 2:
        return np.zeros(len(values), dtype=bool)
    trends = series_trends(np.where(after, values, np.nan), nodes, threshold=limits.fall_z)
    return trends.score == TrendClass.MARKED_DECREASE


def _whole(values: np.ndarray) -> pd.Series:
    """Floats as whole numbers that may be missing."""
    return pd.Series(values).astype("Int64")
