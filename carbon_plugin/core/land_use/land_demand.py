"""Land of every unit to a horizon, under scenarios of limits, and how well the method told the last date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, NoCommonUnitsError
from ..messages import Message, note, sentence, warning
from ..options import DEMAND_BY
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX, SCENARIO, UNIT, YEAR
from ..values import Cell
from .demand import compute_agreement, compute_demand, compute_probabilities, find_empty_rows, find_root
from .intensity import class_areas
from .limits import Limit, compute_bounds
from .transition_rows import TransitionRows

FREE = "baseline"  # the scenario without limits, unless it is given some
REGION = "all"
BY_UNIT, BY_REGION = DEMAND_BY.keys


class DemandHorizonError(InputError):
    template = sentence("The horizon {horizon} is not after the base year {base_year}.")
    remedy = sentence("Choose a later horizon, or an earlier base year.")


class NoBaseYearError(InputError):
    template = sentence("“{table}” has no areas of {year}; its years are {found}.")
    remedy = sentence("Choose one of these as base year.")


class NoLimitsMetError(InputError):
    template = sentence("The limits of {scenarios} cannot be met in any unit.")
    remedy = sentence(
        "Lower limits may add up to more land than there is, or upper ones to less: loosen them, or check their kind."
    )


@dataclass(frozen=True)
class BaseAreas:
    """Where the projection starts: ``areas`` (u, k) of ``units`` and ``classes`` in ``year``."""

    areas: np.ndarray
    units: list[str]
    classes: list[str]
    year: int
    notes: list[Message] = field(default_factory=list)


@dataclass(frozen=True)
class LandDemand:
    """``frame``: unit, year, scenario and ``<class>_ha``; ``validation``: of ``hold_last_date_out``, if wanted."""

    frame: pd.DataFrame
    validation: pd.DataFrame | None
    notes: list[Message]


def base_of_transitions(rows: TransitionRows, pair: tuple[int, int]) -> BaseAreas:
    """The areas at the end of a pair.

    Args:
        rows: transitions in hectares.
        pair: the first and the second year, one of ``rows.pairs``.

    >>> moved = {"unit": "a", "from_year": 2000, "to_year": 2010, "from_class": "forest"}
    >>> moved = pd.DataFrame({**moved, "to_class": ["forest", "urban"], "area_ha": [90.0, 10.0]})
    >>> base_of_transitions(TransitionRows(moved, "moved"), (2000, 2010)).areas.tolist()
    [[90.0, 10.0]]
    """
    units, classes = rows.units, rows.classes
    return BaseAreas(rows.matrices(pair, units, classes).sum(axis=1), units, classes, pair[1])


def base_of_panel(panel: Panel, year: int | None, rows: TransitionRows) -> BaseAreas:
    """The areas of ``year`` in a panel of class areas.

    Args:
        panel: class areas ``<class>_ha`` in hectares, one row a unit and year.
        year: the base year; None: the last one.
        rows: the transitions to be followed, whose further classes begin with 0 ha.

    Raises ``NoBaseYearError``, ``NoCommonUnitsError``, ``TextInNumbersError``, ``NegativeAmountsError``.

    >>> moved = {"unit": "a", "from_year": 2000, "to_year": 2010, "from_class": "forest"}
    >>> moved = pd.DataFrame({**moved, "to_class": ["forest", "urban"], "area_ha": [90.0, 10.0]})
    >>> panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "forest_ha": [80.0]}), "areas")
    >>> base_of_panel(panel, None, TransitionRows(moved, "moved")).areas.tolist()
    [[80.0, 0.0]]
    """
    columns = class_areas(panel.columns)
    panel.require(columns)
    years = sorted(set(panel.frame[YEAR].tolist()))
    year = years[-1] if year is None else year
    chosen = (panel.frame[YEAR] == year).to_numpy()
    if not chosen.any():
        raise NoBaseYearError(table=panel.table, year=str(year), found=list(map(str, years)))
    areas = np.array([panel.numbers(name)[chosen] for name in columns]).T
    units = panel.frame[UNIT].to_numpy(dtype=object)[chosen]
    known = np.isin(units, rows.units)
    if not known.any():
        raise NoCommonUnitsError(
            first=panel.table, second=rows.table, first_keys=list(units[:5]), second_keys=rows.units[:5]
        )
    complete = np.isfinite(areas).all(axis=1)
    notes = []
    if not complete.all():
        notes.append(
            warning(
                "units-without-base-areas",
                "{count:unit has|units have} a missing area in {year} and no projection: {units}.",
                count=int((~complete).sum()),
                year=str(year),
                units=[Cell(unit) for unit in units[~complete]],
            )
        )
    strangers = units[complete & ~known]
    if len(strangers):
        notes.append(
            warning(
                "units-without-transitions",
                "{count:unit has|units have} no transitions in “{table}” and follow the region's: {units}.",
                count=len(strangers),
                table=rows.table,
                units=[Cell(unit) for unit in strangers],
            )
        )
    names = [name[: -len(AREA_SUFFIX)] for name in columns]
    more = [name for name in rows.classes if name not in names]
    areas = np.hstack([areas[complete], np.zeros((int(complete.sum()), len(more)))])
    return BaseAreas(areas, list(units[complete]), [*names, *more], year, notes)


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
    >>> rows = TransitionRows(moved, "moved")
    >>> demand = project_land(rows, (2000, 2010), base_of_transitions(rows, (2000, 2010)), horizon=2020)
    >>> demand.frame.loc[[1]].values.tolist()
    [['a', 2020, 'baseline', 81.0, 19.0]]
    """
    DEMAND_BY.check(by)
    if horizon <= base.year:
        raise DemandHorizonError(horizon=str(horizon), base_year=str(base.year))
    moved = rows.matrices(pair, base.units, base.classes)
    probabilities, notes = _probabilities(moved, base, by)
    span = pair[1] - pair[0]
    whole, left = divmod(horizon - base.year, span)
    years = [base.year + span * step for step in range(1, whole + 1)]
    steps = [probabilities] * whole
    if left:
        last, said = _last_step(probabilities, left, span, horizon=horizon, repeat=left * 2 >= span)
        notes += said
        years.append(horizon)
        steps.append(last)
    names = list(dict.fromkeys([FREE, *(limit.scenario for limit in limits)]))
    frames, unmet = [], {}
    for name in names:
        own = [limit for limit in limits if limit.scenario == name]
        low, high = compute_bounds(own, base.areas, base.classes, years=years) if own else (None, None)
        demand = compute_demand(base.areas, np.array(steps), low, high=high)
        failed = np.isnan(demand).any(axis=(0, 2))
        if failed.all():
            unmet[name] = failed
            continue
        frames.append(_frame(base, years, name, demand=demand))
        notes += _remarks_on_unmet(name, failed, demand, years=years, base=base)
    if unmet:
        raise NoLimitsMetError(scenarios=list(unmet))
    notes += _remarks_on_classes(limits, base)
    validation = None
    if hold_out:
        validation, said = hold_last_date_out(rows, pair, base, by=by)
        notes += said
    frame = pd.concat(frames, ignore_index=True)
    rank = {unit: number for number, unit in enumerate(base.units)}
    frame = frame.sort_values([UNIT, YEAR], key=lambda c: c.map(rank) if c.name == UNIT else c, kind="stable")
    return LandDemand(frame.reset_index(drop=True), validation, [*base.notes, *notes])


def hold_last_date_out(
    rows: TransitionRows, pair: tuple[int, int], base: BaseAreas, *, by: str
) -> tuple[pd.DataFrame, list[Message]]:
    """How well the pair before tells the areas at the end of ``pair``, beside "no change": one row a unit, and ``all``.

    Args:
        rows: transitions in hectares, also of a pair that ends where ``pair`` begins.
        pair: the two years to be told.
        base: its units and classes are those compared.
        by: ``unit`` or ``region``, whose matrix tells.

    ``agreement_pct``: 100 (1 - sum |error| / 2 / area); ``no_change_pct``: the same of areas that stay as they were.
    """
    earlier = [other for other in rows.pairs if other[1] == pair[0]]
    columns = [UNIT, "from_year", "to_year", "agreement_pct", "no_change_pct"]
    if not earlier:
        text = sentence("No pair ends in {year}, where the last one begins: nothing could be held out.")
        return pd.DataFrame(columns=columns), [warning("nothing-held-out", text, year=str(pair[0]))]
    before = earlier[-1]
    known = [unit for unit in base.units if unit in set(rows.units)]
    held = BaseAreas(np.empty((len(known), 0)), known, base.classes, pair[0])
    actual = rows.matrices(pair, known, base.classes)
    start, end = actual.sum(axis=2), actual.sum(axis=1)
    step, _ = _probabilities(rows.matrices(before, known, base.classes), held, by, quiet=True)
    part = (pair[1] - pair[0]) / (before[1] - before[0])
    powers = [_power(one, part) for one in step]
    told = np.einsum("ui,uij->uj", start, np.array(powers))
    frames = []
    for units, found, first, last in (
        (known, told, start, end),
        ([REGION], told.sum(axis=0)[None], start.sum(axis=0)[None], end.sum(axis=0)[None]),
    ):
        agreement, naive = (100.0 * compute_agreement(areas, last) for areas in (found, first))
        values = (units, pair[0], pair[1], agreement, naive)
        frames.append(pd.DataFrame(dict(zip(columns, values))))
    validation = pd.concat(frames, ignore_index=True)
    region = validation.iloc[-1]
    text = sentence(
        "The transitions of {earlier} tell the areas of {year} to {agreement} %, “no change” to {naive} % "
        "(region, share of the area in the right class)."
    )
    values = {"agreement": round(region["agreement_pct"], 2), "naive": round(region["no_change_pct"], 2)}
    period = f"{before[0]}–{before[1]}"
    message = warning if region["agreement_pct"] < region["no_change_pct"] else note
    return validation, [message("land-held-out", text, earlier=period, year=str(pair[1]), **values)]


def _probabilities(
    moved: np.ndarray, base: BaseAreas, by: str, quiet: bool = False
) -> tuple[np.ndarray, list[Message]]:
    region = moved.sum(axis=0)
    if by == BY_REGION:
        return np.broadcast_to(compute_probabilities(region), moved.shape), []
    notes = []
    if not quiet:
        borrowed = find_empty_rows(moved) & (base.areas > 0)
        lonely = [
            base.classes[place] for place in np.flatnonzero(find_empty_rows(region) & (base.areas.sum(axis=0) > 0))
        ]
        if borrowed.any():
            notes.append(
                note(
                    "rows-of-the-region",
                    "{count:unit has|units have} a class in the base year that they did not have when the transitions "
                    "began; it follows the region's transitions there.",
                    count=int(borrowed.any(axis=1).sum()),
                )
            )
        if lonely:
            notes.append(
                warning(
                    "classes-without-transitions",
                    "Nothing is known of what becomes of {classes}: the transitions have no area of it at their start, "
                    "so it stays as it is.",
                    classes=lonely,
                )
            )
    return compute_probabilities(moved, region), notes


def _last_step(
    probabilities: np.ndarray, left: int, span: int, *, horizon: int, repeat: bool
) -> tuple[np.ndarray, list[Message]]:
    """The step that is left to the horizon, by roots, else one whole step or none."""
    classes = probabilities.shape[-1]
    whole = probabilities if repeat else np.broadcast_to(np.eye(classes), probabilities.shape)
    found, rootless = [], 0
    for own, other in zip(probabilities, whole):
        root = find_root(own, left / span)
        rootless += root is None
        found.append(other if root is None else root)
    notes = []
    if rootless:
        notes.append(
            note(
                "horizon-between-steps",
                "{horizon} lies between two steps of {span} years, and {count:matrix has|matrices have} no root of "
                "shares: the areas there are those after the nearest whole number of steps.",
                horizon=str(horizon),
                span=span,
                count=rootless,
            )
        )
    return np.array(found), notes


def _power(step: np.ndarray, part: float) -> np.ndarray:
    if float(part).is_integer():
        return np.linalg.matrix_power(step, int(part))
    root = find_root(step, part)
    return np.linalg.matrix_power(step, max(1, round(part))) if root is None else root


def _frame(base: BaseAreas, years: Sequence[int], scenario: str, *, demand: np.ndarray) -> pd.DataFrame:
    areas = np.concatenate([base.areas[None], demand])
    every = [base.year, *years]
    frame = pd.DataFrame(areas.reshape(-1, len(base.classes)), columns=[name + AREA_SUFFIX for name in base.classes])
    frame.insert(0, UNIT, base.units * len(every))
    frame.insert(1, YEAR, np.repeat(every, len(base.units)))
    frame.insert(2, SCENARIO, scenario)
    return frame.dropna()


def _remarks_on_unmet(
    scenario: str, failed: np.ndarray, demand: np.ndarray, *, years: Sequence[int], base: BaseAreas
) -> list[Message]:
    if not failed.any():
        return []
    first = np.isnan(demand).any(axis=2).argmax(axis=0)
    return [
        warning(
            "limits-not-met",
            "The limits of “{scenario}” cannot be met in {count:unit|units}, whose rows end before: {units}. Lower "
            "limits may add up to more land than there is, or upper ones to less.",
            scenario=scenario,
            count=int(failed.sum()),
            units=[Cell(base.units[place], years[first[place]]) for place in np.flatnonzero(failed)],
        )
    ]


def _remarks_on_classes(limits: Sequence[Limit], base: BaseAreas) -> list[Message]:
    unknown = sorted({limit.class_name for limit in limits} - set(base.classes))
    if not unknown:
        return []
    text = sentence("Limits of {classes} have no effect: the land has no such class.")
    return [warning("limits-of-absent-classes", text, classes=unknown)]
