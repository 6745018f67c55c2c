"""Carbon emission of every unit under scenarios of its drivers (Huo et al. 2025, Table 5, Eq. 13).

A unit is projected from its own base year, and its drivers move year by year: it starts, gets a plan, follows it, and
its emission comes out of the paths.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import EmptyTableError, InputError
from ..messages import Message, note, sentence
from ..options import SINKS
from ..progress import Part, Progress, Silent, advance
from ..stirpat.coefficients import Coefficients
from ..stirpat.variables import EMISSION, derive_variables, stirpat_variables
from ..tables.frames import columns_at, with_columns
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO, YEAR
from .advice import gentler_growth
from .base_year import Start, check_some_left, find_start, mask_not_positive
from .coefficient_draws import DRAWS, SEED, Draws, draw_coefficients
from .driver_paths import LARGEST_FACTOR, DriverPaths, driver_paths
from .emission import compute_emission, long_table, written_years
from .fitted_rows import fitted_rows
from .growth import GROWTH_YEARS, growth_statistics, remarks_on_growth
from .intervals import INTERVAL, envelope, regional_interval, unit_interval
from .known_growth import with_known_growth
from .land_sinks import LandToCome
from .model_identity import check_no_identity, remarks_on_identity_model
from .physics import energy_shares, with_implied_energy
from .plan import Plan, make_plan, remarks_on_groups
from .region import regional_totals
from .scenario_order import find_contrary_drivers, remarks_on_order, spares_emission
from .scenario_table import ScenarioTable
from .sinks import SINK, sink_alone, sink_paths
from .unit_series import CAP_BINDS

HORIZON, STEP = 2060, 5

_SUMMARY = sentence(
    "{units:unit is|units are} projected from the base year ({base_years}) to {horizon} under {scenarios}."
)


class HorizonError(InputError):
    template = sentence("HORIZON is {horizon}, but the base year is {base_year}.")
    remedy = sentence("Choose a later horizon or an earlier base year.")


class StepError(InputError):
    template = sentence("STEP is {found}, but it must be at least one year.")
    remedy = sentence("5 is usual.")


@dataclass(frozen=True)
class Options:
    """How to project.

    ``base_year``: None for each unit's last year with all its drivers. ``step``: years between the rows written.
    ``group_field``: the column of the panel that the scenario table's ``group`` speaks of. ``sink``: see
    ``sinks.sink_paths``. ``winsorise`` (percent), ``growth_years``: see ``growth.growth_statistics``.
    ``allow_identity``: project the coefficients of an accounting identity, which are refused without.
    ``enforce_order``, ``largest_factor``, ``cap_factors``: see ``driver_paths.driver_paths``. ``draws``: of the
    coefficients for the interval, 0 for none; repeatable by ``seed``.
    """

    base_year: int | None = None
    horizon: int = HORIZON
    step: int = STEP
    group_field: str | None = None
    sink: str = SINKS.default
    winsorise: float = 0.0
    growth_years: int = GROWTH_YEARS
    allow_identity: bool = False
    enforce_order: bool = False
    largest_factor: float = LARGEST_FACTOR
    cap_factors: bool = False
    draws: int = DRAWS
    seed: int = SEED


@dataclass(frozen=True, eq=False)
class Projection:
    """Projected drivers and emission.

    ``table``: ``unit``, ``year``, ``scenario``, the drivers in their units, ``ce``, ``ce_p05``, ``ce_p95``, ``cs``
    (t C/a), ``energy_tce_implied``, ``flag``; the base year, the horizon and every STEP years before it. ``annual``:
    ``unit``, ``year``, ``scenario``, ``ce``, ``cs``, ``cap_binds`` in every year from the base year on. ``region``:
    what ``region.regional_totals`` gives, with ``ce_p05``, ``ce_p95`` in the years of ``table``. ``growth``: what
    ``growth.GrowthStatistics.table`` gives. ``scenarios`` in the table's order.
    """

    table: pd.DataFrame
    annual: pd.DataFrame
    region: pd.DataFrame
    growth: pd.DataFrame
    scenarios: list[str]
    notes: list[Message] = field(default_factory=list)
    by_land: pd.DataFrame | None = None
    land_followed: Mapping[str, str] = field(default_factory=dict)


def project(
    panel: Panel,
    model: Coefficients,
    scenarios: ScenarioTable,
    *,
    sink: Panel | None = None,
    land: LandToCome | None = None,
    options: Options = Options(),
    progress: Progress = Silent(),
) -> Projection:
    """Project every unit of ``panel`` to the horizon under every scenario.

    Args:
        panel: the vocabulary's columns, in their units.
        model: of ``coefficients.read_coefficients``.
        scenarios: of ``scenario_table.read_scenarios``, for the variables of the model.
        sink: ``unit``, ``year``, ``cs`` (t C/a), perhaps ``scenario``, for the sink ``table``.
        land: areas to come with their coefficients, for the sink ``land``.
        options: how to project.
        progress: is told how much is done.

    Raises ``EmptyTableError``, ``StepError``, ``HorizonError``, ``NoUnitsError`` and what ``plan.make_plan``,
    ``variables.derive_variables``, ``growth.growth_statistics`` and ``sinks.sink_paths`` raise.

    >>> from .scenario_table import read_scenarios
    >>> rows = [{"scenario": "baseline", "variable": "P", "kind": "rate", "statistic": "mean"}]
    >>> table = read_scenarios(rows, ["P"])
    >>> book = pd.DataFrame({"unit": "a", "year": [2019, 2020], "population": [100.0, 110.0], "ce": [1.0, 2.0]})
    >>> model = Coefficients(["P"], np.array([1.0]), np.array([np.nan]), None, None, "gdp")
    >>> found = project(Panel(book, "book"), model, table, options=Options(horizon=2022, step=1, draws=0))
    >>> found.table[["year", "P", "ce"]].round(6).values.tolist()
    [[2020.0, 110.0, 2.0], [2021.0, 121.0, 2.2], [2022.0, 133.1, 2.42]]
    """
    _check(panel, options)
    if not options.allow_identity:
        check_no_identity(model)
    columns = [*model.names, EMISSION]
    drivers, masked = mask_not_positive(derive_variables(panel, columns, model.cei_definition), columns)
    where = {"base_year": options.base_year, "group_field": options.group_field}
    start, excluded = find_start(panel, drivers, model.names, **where)
    check_some_left(start, excluded, panel.table)
    if options.horizon <= start.years.max():
        raise HorizonError(horizon=options.horizon, base_year=int(start.years.max()))
    advance(progress, 0.1)
    years = np.arange(start.years.min(), options.horizon + 1)
    observed = start.history(drivers)
    statistics = growth_statistics(observed, model.names, options.winsorise, growth_years=options.growth_years)
    plan = make_plan(scenarios, statistics, start.groups, years=years[1:], first_year=int(years[0]) + 1)
    start, statistics, plan, without_growth = with_known_growth(start, statistics, plan)
    check_some_left(start, excluded + without_growth, panel.table)
    names, written = scenarios.scenarios, written_years(years, start.years, options.step)
    drawn = _draws(panel, model, options)
    paths = _follow(plan, scenarios, start, years, model, options)
    del drivers, observed, plan
    levels = {name: paths.levels[:, :, v] for v, name in enumerate(model.names)}
    table = long_table(start.units, years, names, chosen=written, columns=levels)
    ratios = np.divide(paths.levels, start.levels[None, :, :, None], out=paths.levels)  # they are not kept twice
    np.log(ratios, out=ratios)
    emission = compute_emission(start.emission, model.b, ratios)
    advance(progress, 0.3)
    sets = drawn.sets or (np.empty((0, len(model.names))),)
    limits = [
        unit_interval(start.emission, ratios, b, at=written, progress=Part(progress, 0.3 + 0.4 * n / len(sets), 0.7))
        for n, b in enumerate(sets)
    ]
    of_units = {EMISSION: emission, **envelope(limits, emission)}
    parts = long_table(start.units, years, names, chosen=written, columns=of_units)
    table = with_columns(table, {name: parts[name] for name in of_units})
    of_land = {"land": land, "base_years": start.years, "groups": start.groups}
    history = start.history(panel if options.sink == "land" else sink_alone(panel))
    sinks = sink_paths(history, start.units, years, scenarios=names, path=options.sink, own=sink, **of_land)
    del history, limits, parts
    of_units = {EMISSION: emission, SINK: sinks.values, CAP_BINDS: paths.cap_binds}
    ahead = years >= start.years[:, None]
    annual = long_table(start.units, years, names, chosen=ahead, columns=of_units)
    of_sinks = {SINK: sinks.values, **sinks.components}
    parts = columns_at(long_table(start.units, years, names, chosen=written, columns=of_sinks), of_sinks)
    table = with_columns(table, {SINK: parts[SINK]})
    region = regional_totals(panel, annual)
    span = {"years": years, "at": written, "scenarios": names}
    of_sets = [
        region[[YEAR, SCENARIO]].merge(
            regional_interval(
                start.emission, ratios, b, **span, progress=Part(progress, 0.7 + 0.3 * n / len(sets), 1.0)
            ),
            how="left",
        )
        for n, b in enumerate(sets)
    ]
    region = region.assign(
        **envelope([{name: one[name].to_numpy() for name in INTERVAL} for one in of_sets], region[EMISSION])
    )
    told = [*masked, *excluded, *without_growth, *scenarios.notes, *remarks_on_groups(scenarios, start.groups)]
    shares = energy_shares(panel, start.units, start.years)
    table, flagged = with_implied_energy(table, None if shares is None else dict(zip(start.units, shares)))
    table = with_columns(table, {name: parts[name] for name in sinks.components})
    told += [*remarks_on_identity_model(model), *remarks_on_growth(statistics, options.growth_years)]
    of_order = {"scenarios": names, "ahead": ahead}
    spares = spares_emission(model)
    of_drivers = {"names": model.names, "spares_emission": spares}
    contrary = find_contrary_drivers(start.emission, model.b, ratios, **of_drivers, **of_order)
    disorder = remarks_on_order(
        emission, start.units, years, enforced=options.enforce_order, contrary=contrary, **of_order
    )
    told += [*paths.notes, *disorder, *flagged]
    return Projection(
        table=table,
        annual=annual,
        region=region[[YEAR, SCENARIO, EMISSION, *INTERVAL, SINK]],
        growth=statistics.table(),
        scenarios=names,
        notes=[_summary(start, options.horizon, names), *told, *drawn.notes, *sinks.notes],
        by_land=sinks.by_land,
        land_followed=sinks.followed,
    )


def _check(panel: Panel, options: Options) -> None:
    if options.step < 1:
        raise StepError(found=options.step)
    if not len(panel):
        raise EmptyTableError(table=panel.table)
    if SINK in panel:
        panel.require([SINK])


def _follow(
    plan: Plan, scenarios: ScenarioTable, start: Start, years: np.ndarray, model: Coefficients, options: Options
) -> DriverPaths:
    return driver_paths(
        plan,
        scenarios,
        start,
        years=years,
        known=stirpat_variables(model.cei_definition),
        spares_emission=spares_emission(model),
        enforce_order=options.enforce_order,
        largest_factor=options.largest_factor,
        cap_factors=options.cap_factors,
        gentler=gentler_growth(options.winsorise, options.growth_years),
    )


def _draws(panel: Panel, model: Coefficients, options: Options) -> Draws:
    if options.draws < 1:
        return Draws(())
    return draw_coefficients(model, fitted_rows(panel, model), options.draws, seed=options.seed)


def _summary(start: Start, horizon: int, scenarios: list[str]) -> Message:
    base_years = [int(year) for year in np.unique(start.years)]
    values = {"units": len(start.units), "base_years": base_years, "horizon": horizon, "scenarios": scenarios}
    return note("projection-summary", _SUMMARY, **values)
