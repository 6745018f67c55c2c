"""Land of every unit to a horizon, under scenarios of limits, and how well the method told the last date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence
from ..options import DEMAND_BY
from ..tables.vocabulary import AREA_SUFFIX, SCENARIO, UNIT, YEAR
from ..values import quoted
from .base_areas import BaseAreas
from .demand import compute_demand
from .demand_remarks import remarks_on_classes, remarks_on_idle, remarks_on_unmet
from .demand_steps import BY_UNIT, last_step, step_probabilities
from .demand_validation import hold_last_date_out
from .limits import Limit, compute_bounds
from .transition_rows import TransitionRows

FREE = "baseline"  # the scenario without limits, unless it is given some


class DemandHorizonError(InputError):
    template = sentence("The horizon {horizon} is not after the base year {base_year}.")
    remedy = sentence("Choose a later horizon, or an earlier base year.")


class NoLimitsMetError(InputError):
    template = sentence("The limits of {scenarios} cannot be met in any unit.")
    remedy = sentence(
        "Lower limits may add up to more land than there is, or upper ones to less: loosen them, or check their kind."
    )


@dataclass(frozen=True)
class LandDemand:
    """``frame``: unit, year, scenario and ``<class>_ha``; ``validation``: of ``hold_last_date_out``, if wanted."""

    frame: pd.DataFrame
    validation: pd.DataFrame | None
    notes: list[Message]


def project_land(
    rows: TransitionRows,
    pair: tuple[int, int],
    base: BaseAreas,
    *,
    horizon: int,
    by: str = BY_UNIT,
    limits: Sequence[Limit] = (),
    hold_out: bool = False,
) -> LandDemand:
    """Class areas of every unit from the base year to ``horizon`` under each scenario of ``limits``, and without any.

    Args:
        rows: transitions in hectares.
        pair: the two years whose matrix is taken.
        base: where the projection starts, (u, k) in hectares.
        horizon: the last year, after the base year.
        by: ``unit``, each unit's own matrix, or ``region``, the region's for all.
        limits: of every scenario, in hectares or percent.
        hold_out: whether to validate as ``hold_last_date_out`` does.

    A class that a unit did not have follows the region. Steps are as long as the pair; what is left to the horizon is a
    root of the matrix, or where it has none the nearest whole number of steps.

    Raises ``DemandHorizonError``, ``NotAChoiceError``, ``NoLimitsMetError``.

    >>> moved = {"unit": "a", "from_year": 2000, "to_year": 2010, "from_class": "forest"}
    >>> moved = pd.DataFrame({**moved, "to_class": ["forest", "urban"], "area_ha": [90.0, 10.0]})
    >>> from .base_areas import base_of_transitions
    >>> rows = TransitionRows(moved, "moved")
    >>> demand = project_land(rows, (2000, 2010), base_of_transitions(rows, (2000, 2010)), horizon=2020)
    >>> demand.frame.loc[[1]].values.tolist()
    [['a', 2020, 'baseline', 81.0, 19.0]]
    """
    DEMAND_BY.check(by)
    if horizon <= base.year:
        raise DemandHorizonError(horizon=str(horizon), base_year=str(base.year))
    moved = rows.matrices(pair, base.units, base.classes)
    probabilities, notes = step_probabilities(moved, base, by)
    span = pair[1] - pair[0]
    whole, left = divmod(horizon - base.year, span)
    years = [base.year + span * step for step in range(1, whole + 1)]
    steps = [probabilities] * whole
    if left:
        last, said = last_step(probabilities, left, span, horizon=horizon, repeat=left * 2 >= span)
        notes += said
        years.append(horizon)
        steps.append(last)
    names = list(dict.fromkeys([FREE, *(limit.scenario for limit in limits)]))
    frames, unmet = [], {}
    free = compute_demand(base.areas, np.array(steps)) if limits else None
    idle = []
    for name in names:
        own = [limit for limit in limits if limit.scenario == name]
        low, high = compute_bounds(own, base.areas, base.classes, years=years) if own else (None, None)
        demand = compute_demand(base.areas, np.array(steps), low, high=high)
        failed = np.isnan(demand).any(axis=(0, 2))
        if failed.all():
            unmet[name] = failed
            continue
        frames.append(_frame(base, years, name, demand=demand))
        if own and name != FREE and np.allclose(demand, free, rtol=1e-9, equal_nan=True):
            idle.append(name)
        notes += remarks_on_unmet(name, failed, demand, years=years, base=base)
    if unmet:
        raise NoLimitsMetError(scenarios=quoted(unmet))
    notes += [*remarks_on_idle(idle), *remarks_on_classes(limits, base)]
    validation = None
    if hold_out:
        validation, said = hold_last_date_out(rows, pair, base, by=by)
        notes += said
    frame = pd.concat(frames, ignore_index=True)
    rank = {unit: number for number, unit in enumerate(base.units)}
    frame = frame.sort_values([UNIT, YEAR], key=lambda c: c.map(rank) if c.name == UNIT else c, kind="stable")
    return LandDemand(frame.reset_index(drop=True), validation, [*base.notes, *notes])


def _frame(base: BaseAreas, years: Sequence[int], scenario: str, *, demand: np.ndarray) -> pd.DataFrame:
    areas = np.concatenate([base.areas[None], demand])
    every = [base.year, *years]
    frame = pd.DataFrame(areas.reshape(-1, len(base.classes)), columns=[name + AREA_SUFFIX for name in base.classes])
    frame.insert(0, UNIT, base.units * len(every))
    frame.insert(1, YEAR, np.repeat(every, len(base.units)))
    frame.insert(2, SCENARIO, scenario)
    return frame.dropna()
