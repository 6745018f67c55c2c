"""Carbon emission of every unit under scenarios of its drivers (Huo et al. 2025, Table 5, Eq. 13).

A unit is projected from its own base year: ``ln CE(t) = ln CE(0) + sum b [ln x(t) - ln x(0)]``. This reproduces the
base year, and the intercept of a regional equation, which fits no single unit, cancels. Drivers move year by year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import EmptyTableError, InputError
from ..messages import Message, note, sentence, warning
from ..progress import Part, Progress, Silent, advance
from ..stirpat.coefficients import Coefficients, read_coefficients
from ..stirpat.observations import Observations, observations
from ..stirpat.variables import EMISSION, derive_variables, stirpat_variables
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from . import scenario_table
from .base_year import Start, check_some_left, find_start, positive_only
from .coefficient_draws import DRAWS, SEED, Draws, draw_coefficients
from .driver_paths import LARGEST_FACTOR, driver_paths
from .growth import GrowthStatistics, growth_statistics
from .plan import Plan, make_plan, remarks_on_groups
from .region import regional_bounds, regional_totals
from .scenario_table import ScenarioTable
from .sinks import SINK, SINK_PATHS, sink_paths, with_sink_as_numbers

HORIZON, STEP = 2060, 5
INTERVAL = {"ce_p05": 0.05, "ce_p95": 0.95}

_NUMBERS_AT_ONCE = 200_000  # 1.6 MB: numpy's quantile reads them several times, which is fastest from a core's cache


class HorizonError(InputError):
    template = sentence(
        "HORIZON is {horizon}, but the base year is {base_year}. Choose a later horizon or an earlier base year."
    )


class StepError(InputError):
    template = sentence("STEP is {found}, but it must be at least one year.")


@dataclass(frozen=True)
class Options:
    """How to project.

    ``base_year``: None for each unit's last year with all its drivers. ``step``: years between the rows written.
    ``group_field``: the column of the panel that the scenario table's ``group`` speaks of. ``sink``: see
    ``sinks.sink_paths``. ``winsorise`` (percent): see ``growth.growth_statistics``. ``enforce_order``,
    ``largest_factor``, ``cap_factors``: see ``driver_paths.driver_paths``. ``draws``: of the coefficients for the
    interval, 0 for none; repeatable by ``seed``.
    """

    base_year: int | None = None
    horizon: int = HORIZON
    step: int = STEP
    group_field: str | None = None
    sink: str = SINK_PATHS[0]
    winsorise: float = 0.0
    enforce_order: bool = False
    largest_factor: float = LARGEST_FACTOR
    cap_factors: bool = False
    draws: int = DRAWS
    seed: int = SEED


@dataclass(frozen=True)
class TableNames:
    """What the user calls the tables."""

    panel: str = "panel"
    coefficients: str = "coefficients"
    scenarios: str = "scenarios"
    sink: str = "sink"


@dataclass(frozen=True, eq=False)
class Projection:
    """Projected drivers and emission.

    ``table``: ``unit``, ``year``, ``scenario``, the drivers in their units, ``ce``, ``ce_p05``, ``ce_p95``, ``cs``
    (t C/a); the base year, the horizon and every STEP years before it. ``annual``: ``unit``, ``year``, ``scenario``,
    ``ce``, ``cs`` in every year from the base year on. ``region``: what ``region.regional_totals`` gives, with
    ``ce_p05``, ``ce_p95`` in the years of ``table``. ``growth``: what ``growth.GrowthStatistics.table`` gives.
    ``scenarios`` in the table's order.
    """

    table: pd.DataFrame
    annual: pd.DataFrame
    region: pd.DataFrame
    growth: pd.DataFrame
    scenarios: list[str]
    notes: list[Message] = field(default_factory=list)


def project(
    panel: pd.DataFrame,
    coefficients: pd.DataFrame,
    scenarios: pd.DataFrame | None = None,
    sink_table: pd.DataFrame | None = None,
    options: Options = Options(),
    names: TableNames = TableNames(),
    progress: Progress = Silent(),
) -> Projection:
    """Project every unit of ``panel`` to the horizon under every scenario.

    ``panel``: clean, ``unit``, ``year`` and the vocabulary's columns. ``coefficients``: a table as
    ``fit.StirpatFit.coefficients``, or any with ``variable`` and ``b``. ``scenarios``: a scenario table, by
    default the preset ``coherent``. ``sink_table``: ``unit``, ``year``, ``cs``, for the sink ``table``.

    Raises ``EmptyTableError``, ``StepError``, ``HorizonError``, ``NoUnitsError`` and what the readers of the tables
    raise (``coefficients.read_coefficients``, ``scenario_table.read_scenarios``, ``plan.make_plan``,
    ``variables.derive_variables``, ``growth.growth_statistics``, ``sinks.sink_paths``).
    """
    if options.step < 1:
        raise StepError(found=options.step)
    if panel.empty:
        raise EmptyTableError(table=names.panel)
    panel = with_sink_as_numbers(panel, names.panel).reset_index(drop=True)
    model = read_coefficients(coefficients, names.coefficients)
    known = stirpat_variables(model.cei_definition)
    given = scenario_table.preset() if scenarios is None else scenarios
    table = scenario_table.read_scenarios(given, model.names, known, names.scenarios)
    columns = [*model.names, EMISSION]
    derived = derive_variables(Panel(panel, names.panel), columns, model.cei_definition).frame
    drivers, notes = positive_only(derived, columns)
    start, excluded = find_start(panel, drivers, model.names, options.base_year, options.group_field, names.panel)
    check_some_left(start, excluded, names.panel)
    if options.horizon <= start.years.max():
        raise HorizonError(horizon=options.horizon, base_year=int(start.years.max()))
    advance(progress, 0.1)

    years = np.arange(start.years.min(), options.horizon + 1)
    statistics = growth_statistics(start.history(drivers), model.names, options.winsorise)
    plan = make_plan(table, statistics, start.groups, years=years[1:], first_year=int(years[0]) + 1)
    start, statistics, plan, without_history = _with_history(start, statistics, plan)
    check_some_left(start, excluded + without_history, names.panel)
    paths = driver_paths(
        plan,
        table,
        start,
        years,
        known,
        [known[name].low_carbon == "highest" if name in known else b < 0 for name, b in zip(model.names, model.b)],
        options.enforce_order,
        options.largest_factor,
        options.cap_factors,
    )
    ratios = np.log(paths.levels / start.levels[None, :, :, None])
    emission = start.emission[None, :, None] * np.exp(np.einsum("v,suvt->sut", model.b, ratios))
    advance(progress, 0.3)

    shape = emission.shape
    at_nodes = np.broadcast_to(_nodes(years, start.years, options.horizon, options.step), shape)
    drawn = _draws(panel, model, options, names.panel)
    bounds = _interval(ratios, at_nodes, drawn.b, Part(progress, 0.3, 0.7))
    sinks = sink_paths(start.history(panel), start.units, years, table.scenarios, options.sink, sink_table, names.sink)
    annual = _long(
        start.units,
        years,
        table,
        np.broadcast_to(years >= start.years[:, None], shape),
        {EMISSION: emission, SINK: sinks.values},
    )
    common = years[at_nodes[0].all(axis=0)]
    region = regional_totals(panel, annual).merge(
        _regional_interval(start, ratios, years, common, table, drawn.b, Part(progress, 0.7, 1.0)),
        how="left",
        on=[YEAR, SCENARIO],
    )
    levels = {name: paths.levels[:, :, v] for v, name in enumerate(model.names)}
    limits = {name: start.emission[None, :, None] * np.exp(bound) for name, bound in bounds.items()}
    told = [*notes, *excluded, *without_history, *table.notes, *remarks_on_groups(table, start.groups)]
    return Projection(
        table=_long(start.units, years, table, at_nodes, {**levels, EMISSION: emission, **limits, SINK: sinks.values}),
        annual=annual,
        region=region[[YEAR, SCENARIO, EMISSION, *INTERVAL, SINK]],
        growth=statistics.table(),
        scenarios=table.scenarios,
        notes=[_summary(start, options.horizon, table), *told, *paths.notes, *drawn.notes, *sinks.notes],
    )


def _summary(start: Start, horizon: int, table: ScenarioTable) -> Message:
    return note(
        "projection-summary",
        "{units} units are projected from their base year ({base_years}) to {horizon} under {scenarios}.",
        units=len(start.units),
        base_years=[int(year) for year in np.unique(start.years)],
        horizon=horizon,
        scenarios=table.scenarios,
    )


def _with_history(
    start: Start, statistics: GrowthStatistics, plan: Plan
) -> tuple[Start, GrowthStatistics, Plan, list[Message]]:
    """Leave out units whose growth is asked for but unknown, since they have only one year."""
    unknown = np.isnan(plan.rate) & np.isnan(plan.target)
    lost = unknown.any(axis=(0, 2, 3))
    if not lost.any():
        return start, statistics, plan, []
    by_driver = unknown.any(axis=(0, 3))
    found = []
    for u in np.flatnonzero(lost):
        lacking = [name for name, is_lacking in zip(statistics.variables, by_driver[u]) if is_lacking]
        found.append(f"{start.units[u]} ({', '.join(lacking)})")
    template = sentence(
        "{count} units have only one year of history, so that their growth is unknown, and are not projected: {units}."
    )
    kept = ~lost
    told = [warning("units-without-growth", template, count=len(found), units=found)]
    return start.only(kept), statistics.only(kept), plan.only(kept), told


def _nodes(years: np.ndarray, base_years: np.ndarray, horizon: int, step: int) -> np.ndarray:
    """Whether a unit's year (u, t) is written: its base year, the horizon, and every ``step`` years before that."""
    ahead = years[None, :] >= base_years[:, None]
    return ahead & (((horizon - years) % step == 0)[None, :] | (years[None, :] == base_years[:, None]))


def _draws(panel: pd.DataFrame, model: Coefficients, options: Options, table: str) -> Draws:
    if options.draws < 1:
        return Draws(np.empty((0, len(model.names))))
    return draw_coefficients(model, _fitted_rows(panel, model, table), options.draws, options.seed)


def _interval(ratios: np.ndarray, at_nodes: np.ndarray, draws: np.ndarray, progress: Progress) -> dict[str, np.ndarray]:
    """Percentiles (s, u, t) of the logarithm of emission over that of the base year, over draws of the coefficients.

    Quantiles of logarithms: the exponential keeps their order. NaN off the nodes, and everywhere without draws.
    """
    bounds = {name: np.full(at_nodes.shape, np.nan) for name in INTERVAL}
    if len(draws):
        quantiles = _quantiles(ratios.transpose(0, 1, 3, 2)[at_nodes], draws, list(INTERVAL.values()), progress)
        for name, values in zip(INTERVAL, quantiles):
            bounds[name][at_nodes] = values
    return bounds


def _regional_interval(
    start: Start,
    ratios: np.ndarray,
    years: np.ndarray,
    nodes: np.ndarray,
    table: ScenarioTable,
    draws: np.ndarray,
    progress: Progress,
) -> pd.DataFrame:
    """``year``, ``scenario`` and the percentiles of the region in the years ``nodes``, which all units share."""
    keys = pd.MultiIndex.from_product([table.scenarios, nodes], names=[SCENARIO, YEAR])
    limits = np.full((len(INTERVAL), len(keys)), np.nan)
    if len(draws):
        at_nodes = ratios[:, :, :, np.isin(years, nodes)]
        quantiles = regional_bounds(start.emission, at_nodes, draws, list(INTERVAL.values()), progress)
        limits = quantiles.reshape(len(INTERVAL), -1)
    return pd.DataFrame(dict(zip(INTERVAL, limits)), index=keys).reset_index()


def _fitted_rows(panel: pd.DataFrame, model: Coefficients, table: str) -> Observations | None:
    """The rows the model was fitted to, as far as its table tells and the panel allows."""
    if model.k is None or model.pooling is None:
        return None
    known = stirpat_variables(model.cei_definition)
    variables = [name for name in model.names if name in known]
    others = [name for name in model.names if name not in known]
    settings = {"cei_definition": model.cei_definition, "pooling": model.pooling}
    data = observations(Panel(panel, table), variables, others, **settings)
    return data if len(data.y) > 1 else None


def _quantiles(ratios: np.ndarray, draws: np.ndarray, shares: list[float], progress: Progress) -> np.ndarray:
    """Quantiles (q, m) of ``ratios`` (m, p) ``@ b`` over the ``draws`` (n, p) of b, linear between ranks."""
    quantiles = np.empty((len(shares), len(ratios)))
    at_once = max(1, _NUMBERS_AT_ONCE // len(draws))
    for start in range(0, len(ratios), at_once):
        part = slice(start, start + at_once)
        quantiles[:, part] = np.quantile(ratios[part] @ draws.T, shares, axis=1, overwrite_input=True)
        advance(progress, min(1.0, (start + at_once) / len(ratios)))
    return quantiles


def _long(
    units: list[str], years: np.ndarray, table: ScenarioTable, chosen: np.ndarray, columns: Mapping[str, np.ndarray]
) -> pd.DataFrame:
    """Arrays (s, u, t) as one row a scenario, unit and chosen year."""
    s, u, t = np.nonzero(chosen)
    keys = {
        UNIT: np.array(units, dtype=object)[u],
        YEAR: years[t].astype(np.int64),
        SCENARIO: np.array(table.scenarios, dtype=object)[s],
    }
    return pd.DataFrame({**keys, **{name: values[s, u, t] for name, values in columns.items()}})
