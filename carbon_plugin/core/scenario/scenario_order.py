"""Whether low, baseline and high are in that order: the rates of drivers, which can be sorted, and emission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..messages import Message, note, sentence, warning
from ..values import Cell
from .advice import ENFORCE_ORDER
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


def order_rates(
    plan: Plan, table: ScenarioTable, units: Sequence[str], spares_emission: Sequence[bool], enforce: bool
) -> tuple[Plan, list[Message]]:
    """Whether rates rise from low over baseline to high (fall, where growth spares emission); sorted if asked for."""
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
) -> list[Message]:
    """Where ``emission`` (s, u, t) does not rise from low over baseline to high in the years ``ahead`` (u, t)."""
    positions = _positions(scenarios)
    if len(positions) < 2:
        return []
    values = emission[positions]
    falls = (np.diff(values, axis=0) < -_ROUNDING * values[:-1]).any(axis=0) & ahead
    wrong = falls.any(axis=1)
    if not wrong.any():
        return []
    first = years[np.argmax(falls, axis=1)]
    told = {
        "order": [scenarios[position] for position in positions],
        "count": int(wrong.sum()),
        "total": len(units),
        "values": int(falls.sum()),
        "all": int(ahead.sum()),
        "units": [Cell(units[u], int(first[u])) for u in np.flatnonzero(wrong)],
    }
    if enforced:
        return [warning("emission-out-of-order", _DISORDER, **told)]
    return [warning("emission-out-of-order", _DISORDER_SORTABLE, parameter=ENFORCE_ORDER, **told)]


def _positions(scenarios: Sequence[str]) -> list[int]:
    return [list(scenarios).index(name) for name in ORDER if name in scenarios]
