"""The drivers of every unit, year by year, as a scenario table says, and warnings where that cannot be meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..messages import Message, note, phrase, sentence, warning
from ..stirpat.variables import StirpatVariable
from ..values import Cell, Parameter
from .base_year import Start
from .plan import Plan
from .scenario_order import order_rates
from .scenario_table import ScenarioTable

LARGEST_FACTOR = 50.0  # assumption: growth of a driver beyond this is an explosion, not a scenario

_SLOWEST_RATE = -0.99  # a driver cannot lose more than all of itself in a year
_ROUNDING = 1e-12

_AT_BASE_CAP = sentence(
    "{count:driver is|drivers are} held at a multiple of the base year's level, as the columns base_low and base_high "
    "of “{table}” say (assumptions): {drivers}."
)
_NOT_FALLING = sentence(
    "{count:driver with a cap would fall|drivers with a cap would fall} below the base year's level and stay at it: "
    "{drivers}."
)
_EXPLODE = sentence(
    "Drivers grow more than {limit}-fold (an assumed limit): {drivers}. Extreme growth carried on for decades "
    "explodes: give gentler rows, or caps in the columns base_low and base_high."
)
_EXPLODE_GENTLER = sentence(
    "Drivers grow more than {limit}-fold (an assumed limit): {drivers}. Extreme growth carried on for decades "
    "explodes. Gentler: {parameters}, or caps in the columns base_low and base_high of the scenario table."
)


@dataclass(frozen=True, eq=False)
class DriverPaths:
    """``levels`` (s, u, v, t): the drivers in their units; each unit stays at its base level up to its base year.

    ``cap_binds`` (s, u, t): from the first year on in which a bound in multiples of the base level, an assumption,
    holds one of the drivers.
    """

    levels: np.ndarray
    cap_binds: np.ndarray
    notes: list[Message] = field(default_factory=list)


def driver_paths(
    plan: Plan,
    table: ScenarioTable,
    start: Start,
    *,
    years: np.ndarray,
    known: Mapping[str, StirpatVariable],
    spares_emission: Sequence[bool],
    enforce_order: bool = False,
    largest_factor: float = LARGEST_FACTOR,
    cap_factors: bool = False,
    gentler: Sequence[Parameter] = (),
) -> DriverPaths:
    """Follow ``plan`` year by year from the base levels of ``start``.

    Args:
        plan: what every driver does in every year (s, u, v, k).
        table: the scenario table behind it.
        start: the units, their base years and the levels in them (u, v), in the units of the drivers.
        years: (t + 1,) successive, the first without a plan.
        known: the variables of the model; shares among them stay at 100 %.
        spares_emission: (v,) whether growth of the driver spares emission, so that the low-carbon scenario should have
            most of it.
        enforce_order: sort the rates of low, baseline and high where they are not in order.
        largest_factor: growth beyond this many times the base level is warned about.
        cap_factors: hold growth at ``largest_factor``.
        gentler: the parameters, not in force, that would make growth milder.

    >>> rate, ones = np.full((1, 1, 1, 2), 0.1), np.ones((1, 1, 1, 2))
    >>> plan = Plan(rate, np.inf * ones, np.nan * ones, ones, 0.0 * ones, np.inf * ones)
    >>> table = ScenarioTable(None, ["baseline"], ["P"], "scenarios")
    >>> start = Start(["a"], np.array([2020]), np.array([[100.0]]), np.array([5.0]), np.array([""]))
    >>> paths = driver_paths(plan, table, start, years=np.arange(2020, 2023), known={}, spares_emission=[False])
    >>> paths.levels.round(9).tolist()
    [[[[100.0, 110.0, 121.0]]]]
    """
    plan, ordered = order_rates(plan, table, start.units, spares_emission=spares_emission, enforce=enforce_order)
    plan, slowed = _bounded_rates(plan, table, start.units)
    shares = np.array([known[name].highest if name in known else np.inf for name in table.variables])
    levels, met, binds = _follow(plan, start, years, shares, largest_factor if cap_factors else np.inf)
    notes = [
        *ordered,
        *slowed,
        *_above_cap(plan, table, start),
        *_explosions(levels, table, start.units, largest_factor, gentler),
        *_held(met["share"] | met["factor"], table, start.units),
        *_at_base_caps(met["base"], table, start.units),
        *_not_falling(met["floor"], table, start.units),
    ]
    return DriverPaths(levels, binds, notes)


def _follow(
    plan: Plan, start: Start, years: np.ndarray, shares: np.ndarray, factor: float
) -> tuple[np.ndarray, dict[str, np.ndarray], np.ndarray]:
    """The levels, which drivers (s, u, v) met which bound, and from when on (s, u, t) an assumed one binds."""
    base = start.levels
    share_bound, factor_bound = np.maximum(shares[None, :], base), factor * base
    levels = np.empty((*plan.rate.shape[:3], len(years)))
    levels[..., 0] = base
    met = {name: np.zeros(plan.rate.shape[:3], dtype=bool) for name in ("base", "factor", "share", "floor")}
    binds = np.zeros((*plan.rate.shape[:2], len(years)), dtype=bool)
    for t in range(1, len(years)):
        k = plan.column(t - 1)
        before, rate, cap = levels[..., t - 1], plan.rate[..., k], plan.cap[..., k]
        grown, is_capped = before * (1.0 + rate), np.isfinite(cap)
        would_fall = is_capped & (grown < base * (1.0 - _ROUNDING))
        grown = np.where(is_capped, np.maximum(base, np.minimum(grown, cap)), grown)
        steps_left = plan.last_year[..., k] - years[t] + 1
        led = before + (np.minimum(before, plan.target[..., k]) - before) / steps_left
        after = np.where(np.isnan(rate), led, grown)
        ahead = (years[t] > start.years)[None, :, None]
        inside = np.clip(after, plan.base_low[..., k] * base, plan.base_high[..., k] * base)
        at_base = ahead & (np.abs(inside - after) > _ROUNDING * base)
        at_factor = ahead & (inside > factor_bound * (1.0 + _ROUNDING))
        met["base"] |= at_base
        met["floor"] |= ahead & would_fall
        met["factor"] |= at_factor
        met["share"] |= ahead & (inside > share_bound * (1.0 + _ROUNDING))
        binds[..., t] = binds[..., t - 1] | (at_base | at_factor).any(axis=2)
        levels[..., t] = np.where(ahead, np.minimum(inside, np.minimum(share_bound, factor_bound)), before)
    return levels, met, binds


def _bounded_rates(plan: Plan, table: ScenarioTable, units: list[str]) -> tuple[Plan, list[Message]]:
    too_slow = plan.rate < _SLOWEST_RATE
    if not too_slow.any():
        return plan, []
    found = _cells(too_slow.any(axis=3), table, units)
    template = sentence("{count:driver|drivers} would lose more than 99 % in a year, held at -99 %: {drivers}.")
    bounded = replace(plan, rate=np.where(too_slow, _SLOWEST_RATE, plan.rate))
    return bounded, [warning("rates-held", template, count=len(found), drivers=found)]


def _held(held: np.ndarray, table: ScenarioTable, units: list[str]) -> list[Message]:
    if not held.any():
        return []
    found = _cells(held, table, units)
    template = sentence(
        "{count:driver reaches an upper bound and stays|drivers reach an upper bound and stay} there: {drivers}."
    )
    return [warning("drivers-at-bound", template, count=len(found), drivers=found)]


def _above_cap(plan: Plan, table: ScenarioTable, start: Start) -> list[Message]:
    """Which units are above a cap of the table already in the base year."""
    notes = []
    above = start.levels[None] > plan.cap.min(axis=3)
    for v, name in enumerate(table.variables):
        over = above[:, :, v]
        if not over.any():
            continue
        units = [Cell(unit, column=name) for unit, is_over in zip(start.units, over.any(axis=0)) if is_over]
        template = sentence(
            "{variable} of {count:unit|units} is above its cap already in the base year (scenarios {scenarios}) and "
            "keeps its level until a cap above it allows more: {units}."
        )
        named = [scenario for scenario, is_over in zip(table.scenarios, over.any(axis=1)) if is_over]
        notes.append(note("drivers-above-cap", template, variable=name, count=len(units), scenarios=named, units=units))
    return notes


def _at_base_caps(met: np.ndarray, table: ScenarioTable, units: list[str]) -> list[Message]:
    if not met.any():
        return []
    found = _cells(met, table, units)
    return [warning("drivers-at-base-cap", _AT_BASE_CAP, table=table.table, count=len(found), drivers=found)]


def _not_falling(met: np.ndarray, table: ScenarioTable, units: list[str]) -> list[Message]:
    if not met.any():
        return []
    found = _cells(met, table, units)
    return [note("drivers-not-falling", _NOT_FALLING, count=len(found), drivers=found)]


def _explosions(
    levels: np.ndarray, table: ScenarioTable, units: list[str], largest_factor: float, gentler: Sequence[Parameter]
) -> list[Message]:
    factors = levels.max(axis=3) / levels[..., 0]
    exploded = factors > largest_factor * (1.0 + _ROUNDING)
    found = []
    for s, v in zip(*np.nonzero(exploded.any(axis=1))):
        u = int(np.argmax(factors[s, :, v]))
        template = sentence("{variable} under “{scenario}” ({count:unit|units}; most in {unit}, {largest}-fold)")
        values = {
            "variable": table.variables[v],
            "scenario": table.scenarios[s],
            "count": int(exploded[s, :, v].sum()),
            "unit": units[u],
            "largest": float(factors[s, u, v]),
        }
        found.append(phrase(template, **values))
    if not found:
        return []
    values = {"limit": float(largest_factor), "drivers": found}
    if gentler:
        return [warning("drivers-explode", _EXPLODE_GENTLER, parameters=list(gentler), **values)]
    return [warning("drivers-explode", _EXPLODE, **values)]


def _cells(marked: np.ndarray, table: ScenarioTable, units: list[str]) -> list[Cell]:
    """Unit, scenario and variable of every mark (s, u, v)."""
    places = zip(*np.nonzero(marked))
    return [Cell(units[u], column=table.variables[v], scenario=table.scenarios[s]) for s, u, v in places]
