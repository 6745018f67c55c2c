"""When units peak and become neutral, and the class of their potential (Huo et al. 2025, section on CEP).

The thresholds stand in resources/potential/thresholds.csv, with their evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence
from ..options import PEAKS_FROM
from ..tables.frames import rows_at
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO, UNIT
from ..trend.series import series_trends
from ..trend.trend_classes import TrendClass
from .outcome import Outcome, Thresholds, default_thresholds, find_outcome
from .potential_classes import CEP_CLASSES, potential_class
from .potential_remarks import remarks_on_absent_scenarios, remarks_on_caps, remarks_on_sinks, remarks_on_thresholds
from .scenario_table import BASELINE, LOW
from .unit_series import UnitSeries, unit_series


class NoHistoryError(InputError):
    template = sentence("PEAK_FROM is “history”, but “{table}” has no year before the base year.")
    remedy = sentence("Look for peaks on the path from the base year on, or give a history.")


@dataclass(frozen=True, eq=False)
class Potential:
    """``table``: one row a unit; ``unit``, ``peak_year_<s>``, ``neutral_year_<s>``, ``cep`` (5..1), ``cep_class``
    (``CEP_CLASSES``), and beside them ``peaked_<s>``, ``neutral_<s>`` (1 or 0: peaked in time, neutral at the horizon)
    and ``peak_kind_<s>`` (``past``, ``by_scenario``, ``none``). Empty cells are <NA>.
    """

    table: pd.DataFrame
    notes: list[Message] = field(default_factory=list)


def carbon_potential(
    history: Panel,
    annual: pd.DataFrame,
    thresholds: Thresholds | None = None,
    *,
    peak_year: int | None = None,
    peak_from: str = PEAKS_FROM.default,
    baseline: str = BASELINE,
    low: str = LOW,
) -> Potential:
    """Peak year, neutral year and class of every unit that was projected.

    The neutral year is the first with ``ce <= cs``, of history or path.

    Args:
        history: ``ce`` and ``cs`` if known (t C/a), observed.
        annual: ``unit``, ``year``, ``scenario``, ``ce``, ``cs`` (t C/a) in every year from the unit's base year to the
            horizon (``projection.Projection.annual``).
        thresholds: what counts as a peak and a fall; None for those shipped.
        peak_year: replaces that of the thresholds.
        peak_from: where a peak is looked for, see ``unit_series.find_peaks``.
        baseline, low: the scenarios that the classes compare.

    >>> keys = {"unit": "a", "year": [2024, 2025, 2026], "scenario": "baseline"}
    >>> annual = pd.DataFrame({**keys, "ce": [5.0, 6.0, 2.0], "cs": 3.0})
    >>> table = carbon_potential(Panel(annual.head(0), "panel"), annual).table
    >>> table[["peak_year_baseline", "neutral_year_baseline"]].values.tolist()
    [[2025, 2026]]
    """
    PEAKS_FROM.check(peak_from)
    limits = thresholds or default_thresholds()
    if peak_year is not None:
        limits = replace(limits, peak_year=peak_year)
    units = list(annual[UNIT].unique())
    series = {
        scenario: unit_series(history, rows_at(annual, (annual[SCENARIO] == scenario).to_numpy()), units)
        for scenario in annual[SCENARIO].unique()
    }
    if peak_from == "history" and all((one.base == 0).all() for one in series.values()):
        raise NoHistoryError(table=history.table)
    outcomes = {scenario: find_outcome(one, limits, peak_from) for scenario, one in series.items()}
    absent = [name for name in (baseline, low) if name not in outcomes]
    if absent:
        classes = np.full(len(units), np.nan)
        notes = remarks_on_absent_scenarios([baseline, low], absent, list(outcomes))
    else:
        classes = compute_classes(series[baseline], outcomes[baseline], outcomes[low], limits=limits)
        notes = [remarks_on_thresholds(limits), *remarks_on_sinks(units, outcomes[baseline].sink_known)]
    for scenario, outcome in outcomes.items():
        notes += remarks_on_caps(units, scenario, outcome)
    return Potential(_table(units, outcomes, classes), notes)


def compute_classes(series: UnitSeries, baseline: Outcome, low: Outcome, *, limits: Thresholds) -> np.ndarray:
    """The class of every unit (u,) as a float, NaN where nothing is known of its sink.

    Args:
        series: emission and sink (u, t) of the baseline, t C a year.
        baseline, low: what comes of the units under either scenario (``find_outcome``).
        limits: what counts as a marked fall and bearable growth.

    >>> years, emission, base = np.array([2024, 2025, 2026]), np.array([[5.0, 6.0, 2.0]]), np.array([0])
    >>> series = UnitSeries(years, emission, np.full((1, 3), 3.0), base, capped_from=np.array([np.inf]))
    >>> limits = default_thresholds()
    >>> outcome = find_outcome(series, limits)
    >>> compute_classes(series, outcome, outcome, limits=limits).tolist()
    [5.0]
    """
    start = series.emission[np.arange(len(series.base)), series.base]
    end = series.emission[:, -1]
    classes = potential_class(
        baseline.peaked,
        low.peaked,
        baseline.neutral,
        marked_fall=(end <= limits.fall_ratio * baseline.peak) & _falls_significantly(series, baseline, limits),
        bearable_growth=end <= limits.growth_ratio * start,
    )
    return np.where(baseline.sink_known, classes, np.nan)


def _falls_significantly(series: UnitSeries, outcome: Outcome, limits: Thresholds) -> np.ndarray:
    """Whether projected emission falls by Mann-Kendall on nodes a few years apart; true without a threshold for it.

    The study tests so; but a path that was computed has no chance in it.
    """
    if limits.fall_z is None:
        return np.ones(len(series.emission), dtype=bool)
    is_node = (series.years[-1] - series.years) % int(limits.fall_nodes) == 0
    nodes, values = series.years[is_node], series.emission[:, is_node]
    after = (nodes >= outcome.peak_year[:, None]) & (nodes >= series.years[series.base][:, None])
    if len(nodes) < 2:
        return np.zeros(len(values), dtype=bool)
    trends = series_trends(np.where(after, values, np.nan), nodes, threshold=limits.fall_z)
    return trends.score == TrendClass.MARKED_DECREASE


def _table(units: Sequence[str], outcomes: Mapping[str, Outcome], classes: np.ndarray) -> pd.DataFrame:
    columns: dict[str, object] = {UNIT: units}
    for scenario, outcome in outcomes.items():
        columns[f"peak_year_{scenario}"] = _whole(outcome.peak_year)
        columns[f"neutral_year_{scenario}"] = _whole(outcome.neutral_year)
        columns[f"peaked_{scenario}"] = _whole(outcome.peaked.astype(float))
        neutral = np.where(outcome.sink_known, outcome.neutral.astype(float), np.nan)
        columns[f"neutral_{scenario}"] = _whole(neutral)
    columns["cep"] = _whole(classes)
    names = [CEP_CLASSES[int(score)] if np.isfinite(score) else None for score in classes]
    kinds = {f"peak_kind_{scenario}": outcome.kind.astype(object) for scenario, outcome in outcomes.items()}
    return pd.DataFrame({**columns, "cep_class": pd.Series(names, dtype=object), **kinds})


def _whole(values: np.ndarray) -> pd.Series:
    """Floats as whole numbers that may be missing."""
    return pd.Series(values).astype("Int64")
