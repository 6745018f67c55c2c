"""What a scenario table means for every unit and year: rates, caps, and levels to be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..errors import InputError, raise_all
from ..messages import Message, phrase, sentence, warning
from .growth import STATISTICS, GrowthStatistics
from .scenario_table import AS_IS, NEGATIVE, POSITIVE, RATE, VALUE, ScenarioTable

_BY_UNIT = ("rate", "cap", "target", "last_year", "base_low", "base_high")
_SIGNS = {AS_IS: np.positive, POSITIVE: np.abs, NEGATIVE: lambda rate: -np.abs(rate)}


class MissingDriversError(InputError):
    template = sentence(
        "“{table}”: scenario “{scenario}” has no row for the variable {variable} ({where}), which the model needs."
    )
    remedy = sentence("Add one.")


class PeriodGapError(InputError):
    template = sentence(
        "“{table}”: scenario “{scenario}”, variable {variable} ({where}) has no row for the years {first} to {last}. "
        "Every year after the base year up to the horizon needs one."
    )
    remedy = sentence("Change from_year or to_year, or add a row.")


class PeriodOverlapError(InputError):
    template = sentence(
        "“{table}”: scenario “{scenario}”, variable {variable} ({where}) has more than one row for the years {first} "
        "to {last}. Every year needs exactly one."
    )
    remedy = sentence("Change from_year or to_year, or remove a row.")


@dataclass(frozen=True, eq=False)
class Plan:
    """What every driver does in every year: arrays (s, u, v, k), of which year t is column ``of_year[t]``.

    Years that are alike share a column, so that thousands of units take little memory; without ``of_year`` each has its
    own. ``rate``: growth in that year, NaN where a level is led to ``target``. ``cap``: upper bound of the level,
    infinite where there is none. ``target``, ``last_year``: the level to be reached and the last year for it.
    ``base_low``, ``base_high``: bounds as multiples of the base level, 0 and infinite where there are none.
    """

    rate: np.ndarray
    cap: np.ndarray
    target: np.ndarray
    last_year: np.ndarray
    base_low: np.ndarray
    base_high: np.ndarray
    of_year: np.ndarray | None = None

    def only(self, kept: np.ndarray) -> Plan:
        """The units where ``kept`` (u,) is true."""
        return replace(self, **{name: getattr(self, name)[:, kept] for name in _BY_UNIT})

    def column(self, year: int) -> int:
        """The column of the ``year``-th year."""
        return year if self.of_year is None else int(self.of_year[year])


def make_plan(
    scenarios: ScenarioTable, statistics: GrowthStatistics, groups: np.ndarray, *, years: np.ndarray, first_year: int
) -> Plan:
    """What the table means for every unit and year.

    Args:
        scenarios: the scenario table, for the v variables of the model.
        statistics: growth (a fraction a year) and levels of the history (u, v, 3), which its rows speak of.
        groups: (u,) the group of each unit, text; rows of its group come before rows without a group.
        years: (t,) successive, the horizon last.
        first_year: the first year that needs a row.

    Raises, all at once: ``MissingDriversError``, ``PeriodGapError``, ``PeriodOverlapError``.

    >>> from .scenario_table import read_scenarios
    >>> rows = [{"scenario": "baseline", "variable": "P", "kind": "rate", "statistic": "mean"}]
    >>> table = read_scenarios(rows, ["P"])
    >>> growth = np.array([[[0.0, 0.1, 0.2]]])  # least, mean, largest
    >>> statistics = GrowthStatistics(["a"], ["P"], growth, np.ones((1, 1, 3)), np.ones((1, 1)))
    >>> years = np.array([2021, 2022])
    >>> make_plan(table, statistics, np.array([""]), years=years, first_year=2021).rate.tolist()
    [[[[0.1]]]]
    """
    by_key = dict(list(scenarios.rows.groupby(["scenario", "variable", "group"], sort=False)))
    of_year, columns = _alike(by_key.values(), years)
    shape = len(scenarios.scenarios), len(groups), len(scenarios.variables), len(columns)
    plan = Plan(
        rate=np.full(shape, np.nan),
        cap=np.full(shape, np.inf),
        target=np.full(shape, np.nan),
        last_year=np.full(shape, np.inf),
        base_low=np.zeros(shape),
        base_high=np.full(shape, np.inf),
        of_year=of_year,
    )
    errors: list[InputError] = []
    members = {group: np.flatnonzero(groups == group) for group in pd.unique(groups)}
    for s, scenario in enumerate(scenarios.scenarios):
        for v, variable in enumerate(scenarios.variables):
            chosen: dict[str, list[str]] = {}
            for group in members:
                own = group if (scenario, variable, group) in by_key else ""
                chosen.setdefault(own, []).append(group)
            for own, served in chosen.items():
                where = phrase(sentence("group “{group}”"), group=own) if own else _for_units(served)
                key = {"table": scenarios.table, "scenario": scenario, "variable": variable, "where": where}
                rows = by_key.get((scenario, variable, own))
                if rows is None:
                    errors.append(MissingDriversError(**key))
                    continue
                found = _check_periods(rows, first_year, int(years[-1]), key)
                errors += found
                if not found:
                    units = np.concatenate([members[group] for group in served])
                    _fill(plan, (s, units, v), rows, statistics, years=years[columns], horizon=int(years[-1]))
    raise_all(errors)
    return plan


def remarks_on_groups(scenarios: ScenarioTable, groups: Iterable[str]) -> list[Message]:
    """A warning about groups of the table that no unit belongs to."""
    idle = sorted({group for group in scenarios.rows["group"] if group} - set(groups))
    if not idle:
        return []
    template = sentence("“{table}” has rows for the groups {groups}, to which no unit belongs: check their spelling.")
    return [warning("scenario-groups-unused", template, table=scenarios.table, groups=idle)]


def _for_units(groups: list[str]) -> Message:
    named = [group for group in groups if group]
    if named:
        return phrase(sentence("rows without a group, for {groups}"), groups=named)
    return phrase(sentence("rows without a group"))


def _check_periods(rows: pd.DataFrame, first_year: int, horizon: int, key: dict[str, object]) -> list[InputError]:
    """Whether every year from ``first_year`` to ``horizon`` has one row.

    2020 to 2030 may go on as 2030 to 2060 or as 2031 to 2060.
    """
    errors: list[InputError] = []
    base = covered = first_year - 1
    for start, end in sorted(zip(rows["from_year"].fillna(-np.inf), rows["to_year"].fillna(np.inf))):
        begin, finish = int(max(start, base)), int(min(end, horizon))
        if finish <= base or begin > horizon:
            continue
        if begin > covered + 1:
            errors.append(PeriodGapError(first=covered + 1, last=begin - 1, **key))
        elif begin < covered:
            errors.append(PeriodOverlapError(first=begin + 1, last=min(covered, finish), **key))
        covered = max(covered, finish)
    if covered < horizon:
        errors.append(PeriodGapError(first=covered + 1, last=horizon, **key))
    return errors


def _alike(tables: Iterable[pd.DataFrame], years: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The column of every year (t,), and the place of the first year of each column (k,).

    In a column all ``tables``, rows of one scenario, variable and group each, say the same of each of its ``years``.
    """
    differs = np.zeros(len(years), bool)
    differs[:1] = True
    for rows in tables:
        _, _, which = _periods(rows, years)
        differs[1:] |= which[1:] != which[:-1]
    return np.cumsum(differs) - 1, np.flatnonzero(differs)


def _periods(rows: pd.DataFrame, years: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where the periods of ``rows`` end, their order, and which of them each year belongs to."""
    ends = rows["to_year"].fillna(np.inf).to_numpy()
    in_order = np.argsort(ends, kind="stable")
    return ends, in_order, np.searchsorted(ends[in_order], years)  # the first period that has not ended


def _fill(
    plan: Plan,
    where: tuple[int, np.ndarray, int],
    rows: pd.DataFrame,
    statistics: GrowthStatistics,
    *,
    years: np.ndarray,
    horizon: int,
) -> None:
    """``years``: the first of each column."""
    s, units, v = where
    ends, in_order, which = _periods(rows, years)
    for position, index in enumerate(in_order):
        row, of_row = rows.iloc[index], np.flatnonzero(which == position)
        at = np.ix_([s], units, [v], of_row)
        plan.base_low[at] = 0.0 if np.isnan(row["base_low"]) else row["base_low"]
        plan.base_high[at] = np.inf if np.isnan(row["base_high"]) else row["base_high"]
        amount = _amount(row, units, v, statistics)[None, :, None, None]
        if row["kind"] == RATE:
            plan.rate[at] = amount
            plan.cap[at] = np.inf if np.isnan(row["cap"]) else row["cap"]
        else:
            plan.target[at] = amount
            plan.last_year[at] = horizon if np.isinf(ends[index]) else ends[index]


def _amount(row: pd.Series, units: np.ndarray, v: int, statistics: GrowthStatistics) -> np.ndarray:
    """The rate, or the level to reach, of each unit."""
    if row["statistic"] == VALUE:
        return np.full(len(units), row["offset"] if row["kind"] == RATE else row["cap"])
    source = statistics.rate if row["kind"] == RATE else statistics.level
    amount = _SIGNS[row["sign"]](source[units, v, STATISTICS.index(row["statistic"])]) * row["factor"] + row["offset"]
    return amount if row["kind"] == RATE or np.isnan(row["cap"]) else np.minimum(amount, row["cap"])
