"""The drivers of every unit, year by year, as a scenario table says, and warnings where that cannot be meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from ..messages import Message, note, phrase, sentence, warning
from ..stirpat.variables import StirpatVariable
from ..values import Cell
from .base_year import Start
from .plan import Plan
from .scenario_table import ORDER, ScenarioTable

LARGEST_FACTOR = 50.0  # assumption: growth of a driver beyond this is an explosion, not a scenario

_SLOWEST_RATE = -0.99  # a driver cannot lose more than all of itself in a year
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class DriverPaths:
    """``levels`` (s, u, v, t): the drivers in their units; each unit stays at its base level up to its base year."""

    levels: np.ndarray
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
) -> DriverPaths:
    """Follow ``plan`` year by year from the base levels of ``start``.

    ``years`` (t + 1,): successive, the first without a plan. ``known``: the variables of the model; shares among them
    stay at 100 %. ``spares_emission`` (v,): whether growth of the driver spares emission, so that the low-carbon
    scenario should have most of it. ``enforce_order``: sort the rates of low, baseline and high where they are not in
    order. ``largest_factor``: growth beyond this many times the base level is warned about, and held there with
    ``cap_factors``.
    """
    plan, ordered = _in_order(plan, table, start.units, spares_emission, enforce_order)
    plan, slowed = _bounded_rates(plan, table, start.units)
    shares = np.array([known[name].highest if name in known else np.inf for name in table.variables])
    bound = np.maximum(shares[None, :], start.levels)
    if cap_factors:
        bound = np.minimum(bound, largest_factor * start.levels)
    levels, held = _follow(plan, start, years, bound)
    notes = [
        *ordered,
        *slowed,
        *_above_cap(plan, table, start),
        *_explosions(levels, table, start.units, largest_factor),
        *_held(held, table, start.units),
    ]
    return DriverPaths(levels, notes)


def _follow(plan: Plan, start: Start, years: np.ndarray, bound: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The levels, and which drivers (s, u, v) met their bound."""
    base = start.levels
    levels = np.empty((*plan.rate.shape[:3], len(years)))
    levels[..., 0] = base
    held = np.zeros(plan.rate.shape[:3], dtype=bool)
    for t in range(1, len(years)):
        before, rate, cap = levels[..., t - 1], plan.rate[..., t - 1], plan.cap[..., t - 1]
        grown = before * (1.0 + rate)
        grown = np.where(np.isfinite(cap), np.maximum(base, np.minimum(grown, cap)), grown)
        led = before + (np.minimum(before, plan.target[..., t - 1]) - before) / plan.steps_left[..., t - 1]
        after = np.where(np.isnan(rate), led, grown)
        ahead = (years[t] > start.years)[None, :, None]
        held |= ahead & (after > bound * (1.0 + _ROUNDING))
        levels[..., t] = np.where(ahead, np.minimum(after, bound), before)
    return levels, held


def _in_order(
    plan: Plan, table: ScenarioTable, units: list[str], spares_emission: Sequence[bool], enforce: bool
) -> tuple[Plan, list[Message]]:
    """Whether rates rise from low over baseline to high (fall, where growth spares emission); sorted if asked for."""
    positions = [table.scenarios.index(name) for name in ORDER if name in table.scenarios]
    if len(positions) < 2:
        return plan, []
    rate, notes = plan.rate.copy(), []
    for v, (name, is_spared) in enumerate(zip(table.variables, spares_emission)):
        sign = -1.0 if is_spared else 1.0
        rates = sign * rate[positions, :, v]
        comparable = ~np.isnan(rates).any(axis=0)
        wrong = ((np.diff(rates, axis=0) < -_ROUNDING).any(axis=0) & comparable).any(axis=1)
        if not wrong.any():
            continue
        if enforce:
            rate[positions, :, v] = sign * np.where(comparable, np.sort(rates, axis=0), rates)
            template = sentence(
                "The growth of {variable} of {count:unit|units} did not rise in the order {order} and was sorted: "
                "{units}."
            )
        else:
            template = sentence(
                "The growth of {variable} of {count:unit|units} does not rise in the order {order}, since the table "
                "takes the size of rates without their sign: {units}. ENFORCE_ORDER sorts them."
            )
        values = {
            "count": int(wrong.sum()),
            "variable": name,
            "order": [table.scenarios[position] for position in (positions[::-1] if is_spared else positions)],
            "units": [Cell(unit, column=name) for unit, is_wrong in zip(units, wrong) if is_wrong],
        }
        notes.append((note if enforce else warning)("growth-out-of-order", template, **values))
    return replace(plan, rate=rate), notes


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


def _explosions(levels: np.ndarray, table: ScenarioTable, units: list[str], largest_factor: float) -> list[Message]:
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
    template = sentence(
        "Drivers grow more than {limit}-fold (an assumed limit): {drivers}. Extreme annual growth carried on for "
        "decades explodes: use WINSORISE or CAP_FACTORS, or gentler rows."
    )
    return [warning("drivers-explode", template, limit=float(largest_factor), drivers=found)]


def _cells(marked: np.ndarray, table: ScenarioTable, units: list[str]) -> list[Cell]:
    """Unit, scenario and variable of every mark (s, u, v)."""
    places = zip(*np.nonzero(marked))
    return [Cell(units[u], column=table.variables[v], scenario=table.scenarios[s]) for s, u, v in places]
