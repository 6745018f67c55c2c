"""The carbon sink of land to come: demanded areas times the factors of a profile; what crops take up is held.

``cs_<class>`` = area x factor in every year. Between two dates of the land areas are linear, beyond them nothing is
assumed: before the first date of the demand the areas of the accounts count, as far as they go.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..accounting.place_coverage import check_places_covered
from ..accounting.place_year import Places
from ..accounting.profile import Profile, Term
from ..accounting.selection import CS_CROP, SINK_PREFIX, Selection
from ..land_use.between_dates import BetweenDates, unit_years
from ..land_use.intensity import class_areas
from ..messages import Message
from ..tables.keys import compare_units
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX, SCENARIO, UNIT, YEAR
from . import land_sink_remarks as remarks
from .land_scenarios import ANY, LandScenarios, match_scenarios
from .sink_parts import SINK, sink_parts

LAND = "land"  # the column of the scenarios of the land in ``LandSinks.region``


@dataclass(frozen=True)
class LandToCome:
    """``areas``: ``unit``, ``year``, perhaps ``scenario``, ``<class>_ha``; ``profile``: what a hectare takes up."""

    areas: Panel
    profile: Profile


@dataclass(frozen=True, eq=False)
class LandSinks:
    """``components``: ``cs_<class>`` of the land and what is held, each (s, u, t) in t C a year, NaN where unknown.

    ``values`` (s, u, t): their sum. ``listed`` (u,): which units have land to come. ``region``: the region's sum by
    scenario of the land, used or not: ``land``, ``year``, the components, ``cs``. ``followed``: the scenario of the
    land by scenario of emission.
    """

    values: np.ndarray
    components: dict[str, np.ndarray]
    listed: np.ndarray
    region: pd.DataFrame
    followed: dict[str, str]
    notes: list[Message] = field(default_factory=list)


def compute_land_sinks(
    history: Panel,
    land: LandToCome,
    units: Sequence[str],
    *,
    base_years: np.ndarray,
    groups: np.ndarray,
    years: np.ndarray,
    scenarios: Sequence[str],
) -> LandSinks:
    """The sink of every scenario, unit and year, by what the land is then.

    Args:
        history: the accounts up to the base years: ``cs_<x>`` (t C a year) that are held, ``<class>_ha`` before the
            first date of the demand.
        land: areas in hectares, and coefficients in t C a hectare and year.
        units: (u,) their keys.
        base_years: (u,), from which on a sink is wanted.
        groups: (u,) of the coefficients, '' for none.
        years: (t,) successive, the horizon last.
        scenarios: (s,) of emission.

    Raises ``NoLandSinkError``, ``LandEndsError``, ``LandBeginsError``, ``NoLandForScenariosError``, what
    ``keys.compare_units``, ``Panel.require`` and ``place_coverage.check_places_covered`` raise.

    >>> from ..accounting.profile import load_profile
    >>> areas = Panel(pd.DataFrame({"unit": "a", "year": [2020, 2030], "forest_ha": [100.0, 80.0]}), "land")
    >>> history = Panel(pd.DataFrame({"unit": "a", "year": [2020], "cs_crop": [7.0]}), "accounts")
    >>> of_units = {"base_years": np.array([2020]), "groups": np.array([""], dtype=object)}
    >>> land = LandToCome(areas, load_profile("landcoef"))
    >>> sinks = compute_land_sinks(history, land, ["a"], **of_units, years=np.array([2020, 2025]), scenarios=["low"])
    >>> sinks.values.round(3).tolist()
    [[[71.4, 64.96]]]
    """
    demand = land.areas
    columns = class_areas(demand.columns)
    terms = find_area_terms(land.profile, columns)
    if not terms:
        known = [term.column for term in find_area_terms(land.profile, None)]
        raise remarks.NoLandSinkError(table=demand.table, found=columns, expected=known)
    used = list(dict.fromkeys(term.column for term in terms))
    demand.require(used)
    compare_units(
        history.table, units, demand.table, second_units=demand.units
    )  # whom it lacks is said of the held sinks
    if max(demand.years) < years[-1]:
        raise remarks.LandEndsError(table=demand.table, last=str(max(demand.years)), horizon=str(years[-1]))
    lands = match_scenarios(demand, scenarios)
    listed = np.isin(np.array(units, dtype=object), demand.units)
    areas = _areas(history, demand, lands, used, units=units, years=years)
    ahead = years >= base_years[:, None]
    known = np.isfinite(np.array(list(areas.values()))).all(axis=0)
    followed = [lands.names.index(lands.followed[name]) for name in scenarios]
    notes = list(lands.notes)
    keys = {"units": units, "years": years, "scenarios": scenarios}
    notes += remarks.remarks_on_cover(known[followed], ahead & listed[:, None], demand, **keys, accounts=history.table)
    places = Places(np.repeat(groups, len(years)), np.tile(years, len(units)))
    selection = Selection(tuple(terms), {}, {}, places)
    wanted = np.where((ahead & listed[:, None]).ravel(), 1.0, np.nan)
    check_places_covered(selection, dict.fromkeys(used, wanted), demand)
    components: dict[str, np.ndarray] = {}
    for term in terms:
        factor = np.broadcast_to(selection.multipliers[term.component, term.column], wanted.shape)
        added = areas[term.column] * factor.reshape(len(units), len(years))
        components[term.component] = components.get(term.component, 0.0) + added
    held = find_held_sinks(history, components)
    notes += remarks.remarks_on_held(land.profile, held, demand, table=history.table)
    notes += remarks.remarks_on_step(components, history, units, base_years=base_years, years=years, land=followed[0])
    shape = next(iter(components.values())).shape
    for name in held:
        last = last_known(history, name, units)
        components[name] = np.broadcast_to(last[None, :, None], shape)
    total = np.sum(list(components.values()), axis=0)
    notes += remarks.remarks_on_unknown_crops(components.get(CS_CROP), listed, units)
    region = _region({**components, SINK: total}, lands, years, counted=listed)
    of_scenarios = {name: values[followed] for name, values in components.items()}
    return LandSinks(total[followed], of_scenarios, listed, region, lands.followed, notes)


def find_area_terms(profile: Profile, columns: Sequence[str] | None) -> list[Term]:
    """The terms of a sink that an area of a class takes up, of those ``columns``; of any class if None.

    Args:
        profile: the coefficients.
        columns: names of areas.

    >>> from ..accounting.profile import load_profile
    >>> [term.component for term in find_area_terms(load_profile("qinba"), ["forest_ha", "urban_ha"])]
    ['cs_forest']
    """
    return [
        term
        for term in profile.terms()
        if term.component.startswith(SINK_PREFIX)
        and (term.column.endswith(AREA_SUFFIX) if columns is None else term.column in columns)
    ]


def find_held_sinks(history: Panel, components: Sequence[str]) -> list[str]:
    """The parts of the sink, ``cs_<x>``, that the land does not give.

    Args:
        history: the accounts.
        components: those that the land gives.

    >>> frame = pd.DataFrame({"unit": "a", "year": [2020], "cs_crop": 1.0, "cs_forest": 2.0, "cs_ce_ratio": 3.0})
    >>> find_held_sinks(Panel(frame, "accounts"), ["cs_forest"])
    ['cs_crop']
    """
    return [name for name in sink_parts(history.columns) if name not in components]


def last_known(history: Panel, name: str, units: Sequence[str]) -> np.ndarray:
    """The last value of the column ``name`` that is not missing, by unit (u,); NaN where there is none.

    Args:
        history: the panel, rows in any order.
        name: its column, in any unit.
        units: (u,) keys.

    >>> frame = pd.DataFrame({"unit": "a", "year": [2019, 2020], "cs_crop": [1.0, np.nan]})
    >>> last_known(Panel(frame, "accounts"), "cs_crop", ["a", "b"]).tolist()
    [1.0, nan]
    """
    known = pd.DataFrame({UNIT: history.frame[UNIT], YEAR: history.frame[YEAR], name: history.numbers(name)})
    return known.dropna().sort_values(YEAR).groupby(UNIT)[name].last().reindex(list(units)).to_numpy(dtype=float)


def _areas(
    history: Panel,
    demand: Panel,
    lands: LandScenarios,
    columns: Sequence[str],
    *,
    units: Sequence[str],
    years: np.ndarray,
) -> dict[str, np.ndarray]:
    """The areas of ``columns`` under every land (l, u, t), NaN beyond what is known."""
    order = pd.Series(np.arange(len(units)), index=list(units))
    wanted = unit_years(np.repeat(np.arange(len(units)), len(years)), np.tile(years, len(units)))
    before = _dated(history, [name for name in columns if name in history], order)
    coming = _dated(demand, columns, order)
    known_before = before.reindex(columns=coming.columns)
    areas: dict[str, list[np.ndarray]] = {name: [] for name in columns}
    for land in lands.names:
        rows = coming if land == ANY else coming[coming[SCENARIO] == land]
        first = rows.groupby("place")[YEAR].min().reindex(known_before["place"]).to_numpy()
        every = pd.concat([known_before[known_before[YEAR].to_numpy() < first], rows], ignore_index=True)
        dates = unit_years(every["place"].to_numpy(), every[YEAR].to_numpy())
        between = BetweenDates(dates, wanted)
        for name in columns:
            values = every[name].to_numpy(dtype=float)
            at_dates = pd.Series(values, index=dates).reindex(wanted).to_numpy()
            areas[name].append(between.fill(values, at_dates)[0].reshape(len(units), len(years)))
    return {name: np.array(found) for name, found in areas.items()}


def _dated(panel: Panel, columns: Sequence[str], order: pd.Series) -> pd.DataFrame:
    """The areas of the units of ``order``, by ``place`` among them."""
    frame = pd.DataFrame({"place": panel.frame[UNIT].map(order), YEAR: panel.frame[YEAR]})
    if SCENARIO in panel:
        frame[SCENARIO] = panel.frame[SCENARIO]
    frame = frame.assign(**{name: panel.numbers(name) for name in columns})
    frame = frame[frame["place"].notna()]
    return frame.astype({"place": np.int64})


def _region(
    sums: dict[str, np.ndarray], lands: LandScenarios, years: np.ndarray, *, counted: np.ndarray
) -> pd.DataFrame:
    """The sum of the ``counted`` units (u,) whose sink is known under every land, from the first such year on."""
    known = np.isfinite(sums[SINK]).all(axis=0)
    kept = counted & known[:, -1]
    begin = int(np.argmax(known[kept].all(axis=0))) if kept.any() else len(years)
    frames = [
        pd.DataFrame(
            {
                LAND: land,
                YEAR: years[begin:],
                **{name: values[number][kept, begin:].sum(axis=0) for name, values in sums.items()},
            }
        )
        for number, land in enumerate(lands.names)
    ]
    return pd.concat(frames, ignore_index=True)
