"""Whether low, baseline and high are in that order: the rates of drivers, which can be sorted, and emission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..messages import Message, note, sentence, warning
from ..stirpat.coefficients import Coefficients
from ..stirpat.variables import stirpat_variables
from ..values import Cell
from .advice import ENFORCE_ORDER
from .emission import compute_emission
from .plan import Plan
from .scenario_table import ORDER, ScenarioTable

_ROUNDING = 1e-12

_SORTED = sentence(
    "The growth of {variable} of {count:unit|units} did not rise in the order {order} and was sorted: {units}."
)
_UNSORTED = sentence(
    "The growth of {variable} of {count:unit|units} does not rise in the order {order}, since the table takes the size "
    "of rates without their sign: {units}. {parameter} sorts them."
)
_DISORDER = sentence(
    "Emission does not rise in the order {order} in {count:unit|units} of {total}, in {values} of {all} values (first "
    "year of each): {units}. What the scenarios are called does not hold for them."
)
_DISORDER_SORTABLE = sentence(
    "Emission does not rise in the order {order} in {count:unit|units} of {total}, in {values} of {all} values (first "
    "year of each): {units}. What the scenarios are called does not hold for them; {parameter} sorts the rates behind "
    "it."
)
_DISORDER_CONTRARY = sentence(
    "Emission does not rise in the order {order} in {count:unit|units} of {total}, in {values} of {all} values (first "
    "year of each): {units}. What the scenarios are called does not hold for them: the fitted coefficient of {drivers} "
    "has the sign against what the scenarios take for granted, so that sorting rates does not help. Leave out what the "
    "data do not bear, or give scenarios of your own."
)


def spares_emission(model: Coefficients) -> list[bool]:
    """Whether growth of each driver (v,) spares emission; of a column of the user's own, by its coefficient.

    Args:
        model: its names and coefficients.

    >>> model = Coefficients(["P", "own"], np.array([1.0, -0.2]), np.full(2, np.nan), None, None, "gdp")
    >>> spares_emission(model)
    [False, True]
    """
    known = stirpat_variables(model.cei_definition)
    return [known[name].low_carbon == "highest" if name in known else b < 0 for name, b in zip(model.names, model.b)]


def order_rates(
    plan: Plan, table: ScenarioTable, units: Sequence[str], *, spares_emission: Sequence[bool], enforce: bool
) -> tuple[Plan, list[Message]]:
    """Whether rates rise from low over baseline to high (fall, where growth spares emission); sorted if asked for.

    Args:
        plan: what every driver does in every year (s, u, v, k), rates as fractions a year.
        table: the scenario table behind it.
        units: (u,) their keys.
        spares_emission: (v,) whether growth of the driver spares emission.
        enforce: sort the rates where they are not in order; else only a warning.

    >>> rate = np.array([0.03, 0.02]).reshape(2, 1, 1, 1)
    >>> plan = Plan(rate, *np.ones((5, 2, 1, 1, 1)))
    >>> table = ScenarioTable(None, ["low", "baseline"], ["W"], "scenarios")
    >>> order_rates(plan, table, ["a"], spares_emission=[False], enforce=True)[0].rate.ravel().tolist()
    [0.02, 0.03]
    """
    positions = _positions(table.scenarios)
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
        values = {
            "count": int(wrong.sum()),
            "variable": name,
            "order": [table.scenarios[position] for position in (positions[::-1] if is_spared else positions)],
            "units": [Cell(unit, column=name) for unit, is_wrong in zip(units, wrong) if is_wrong],
        }
        if enforce:
            rate[positions, :, v] = sign * np.where(comparable, np.sort(rates, axis=0), rates)
            notes.append(note("growth-out-of-order", _SORTED, **values))
        else:
            notes.append(warning("growth-out-of-order", _UNSORTED, parameter=ENFORCE_ORDER, **values))
    return replace(plan, rate=rate), notes


def remarks_on_order(
    emission: np.ndarray,
    units: Sequence[str],
    years: np.ndarray,
    *,
    scenarios: Sequence[str],
    ahead: np.ndarray,
    enforced: bool,
    contrary: Sequence[str] = (),
) -> list[Message]:
    """Where ``emission`` (s, u, t) does not rise from low over baseline to high in the years ``ahead`` (u, t).

    ``contrary``: of ``find_contrary_drivers``.
    """
    falls = _falls(emission, scenarios, ahead)
    wrong = falls.any(axis=1)
    if not wrong.any():
        return []
    first = years[np.argmax(falls, axis=1)]
    told = {
        "order": [scenarios[position] for position in _positions(scenarios)],
        "count": int(wrong.sum()),
        "total": len(units),
        "values": int(falls.sum()),
        "all": int(ahead.sum()),
        "units": [Cell(units[u], int(first[u])) for u in np.flatnonzero(wrong)],
    }
    if contrary:
        return [warning("emission-out-of-order", _DISORDER_CONTRARY, drivers=list(contrary), **told)]
    if enforced:
        return [warning("emission-out-of-order", _DISORDER, **told)]
    return [warning("emission-out-of-order", _DISORDER_SORTABLE, parameter=ENFORCE_ORDER, **told)]


def find_contrary_drivers(
    base: np.ndarray,
    b: np.ndarray,
    ratios: np.ndarray,
    *,
    names: Sequence[str],
    spares_emission: Sequence[bool],
    scenarios: Sequence[str],
    ahead: np.ndarray,
) -> list[str]:
    """Drivers whose coefficient ``b`` has the sign against the table's meaning, and that put emission out of order.

    That is: held at its base year, such a driver would leave fewer values out of order. ``base`` (u,), ``ratios``
    (s, u, v, t): as ``emission.compute_emission`` takes them; ``spares_emission`` (v,): as ``order_rates`` does.
    """
    as_is = int(_falls(compute_emission(base, b, ratios), scenarios, ahead).sum())
    found = []
    for v, (name, is_spared) in enumerate(zip(names, spares_emission)):
        if as_is and (b[v] > 0 if is_spared else b[v] < 0):
            without = np.where(np.arange(len(b)) == v, 0.0, b)
            if _falls(compute_emission(base, without, ratios), scenarios, ahead).sum() < as_is:
                found.append(name)
    return found


def _falls(emission: np.ndarray, scenarios: Sequence[str], ahead: np.ndarray) -> np.ndarray:
    """(u, t): where emission is less under a scenario than under the one meant to lie below it."""
    values = emission[_positions(scenarios)]
    return (np.diff(values, axis=0) < -_ROUNDING * values[:-1]).any(axis=0) & ahead


def _positions(scenarios: Sequence[str]) -> list[int]:
    return [list(scenarios).index(name) for name in ORDER if name in scenarios]
