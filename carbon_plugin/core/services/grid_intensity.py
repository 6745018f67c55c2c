"""Carbon and ecosystem services by cell and year in one step: parts of units in cells become a table and its check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..accounting.place_year import Places, find_places
from ..accounting.profile import Profile, Term
from ..accounting.selection import SINK_PREFIX
from ..errors import InputError
from ..land_use.areas import area_panel
from ..land_use.legend import Legend
from ..measures import HECTARES_PER_SQUARE_KILOMETRE
from ..messages import sentence
from ..progress import Progress, Silent, advance
from ..tables.keys import compare_units
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX, UNIT, YEAR
from .ecosystem_services import ESV, ESV_KM2, EcosystemServices, Worth, value_services
from .ecosystems import Ecosystems, class_equivalents
from .equivalents import Equivalents
from .grid_accounts import amounts_of_rows, land_terms, rows_of_units, spread_columns
from .grid_carbon import spread_components, sums_of_cells
from .grid_check import TOTALS, sums_of_units
from .grid_parts import GridIntensity, Parts
from .grid_remarks import remarks_on_grid_intensity
from .service_value import compute_service_values

CELL, AREA, INSIDE = "cell", "area_ha", "inside"
CE_KM2, NCE_KM2 = "ce_t_km2", "nce_t_km2"


class YearsApartError(InputError):
    template = sentence("“{table}” has none of the years of the rasters, {expected}; its years are {found}.")
    remedy = sentence("Choose accounts and rasters of the same years.")


@dataclass(frozen=True)
class ServiceSettings:
    """How ecosystem services are valued."""

    equivalents: Equivalents
    ecosystems: Ecosystems
    worth: Worth = field(default_factory=Worth)


def grid_intensity(
    years: Sequence[Parts],
    units: Sequence[str],
    legend: Legend,
    *,
    accounts: Panel,
    profile: Profile,
    services: ServiceSettings,
    layer: str,
    group_field: str | None = None,
    minimum_inside: float = 0.0,
    progress: Progress = Silent(),
) -> GridIntensity:
    """Carbon and services of every cell that holds land of a unit, in every year.

    Land with a coefficient per hectare in ``profile`` (a column ``<class>_ha``) counts by it; all other components of
    ``accounts`` are spread over the land they stem from (``grid_carbon.land_of_component``).

    Args:
        years: the parts, years rising; cells are numbers.
        units: (u,) keys, as ``Parts.unit`` numbers them; ``layer`` is what the user calls them.
        legend: the class of every code.
        accounts: with ``ce``, ``cs``, ``nce`` and components, t C a year.
        profile: the coefficients of land.
        services: how ecosystem services are valued.
        group_field: the column of ``accounts`` that says a unit's group, of coefficients and of prices.
        minimum_inside: percent of a cell that must lie inside the region, else it is dropped after the check.

    The frame's ``cell`` holds numbers; whoever knows the net names them.

    Raises ``CodesWithoutClassError``, ``YearsApartError``, ``AmbiguousKeysError``, ``NoCommonUnitsError``,
    ``MissingColumnsError`` and what ``value_services`` raises, ``Cancelled``.

    A unit of 40 ha of cropland in two cells, whose livestock is spread over its land:

    >>> from types import SimpleNamespace
    >>> from ..accounting.profile import load_profile
    >>> from ..land_use.areas import CodeCounts
    >>> from ..land_use.legend import read_legend
    >>> from .ecosystems import load_ecosystems
    >>> from .equivalents import load_equivalents
    >>> land, codes = np.array([[30.0], [10.0]]), np.array([1])
    >>> whole = CodeCounts(2020, "map", codes, np.array([[40]]), np.array([[40.0]]), np.array([40]))
    >>> places = {"unit": np.array([0, 0]), "cell": np.array([4, 7]), "share": np.array([0.3, 0.1])}
    >>> parts = SimpleNamespace(year=2020, values=codes, area_ha=land, whole_ha=land[:, 0], of_units=whole, **places)
    >>> book = pd.DataFrame({"unit": ["a"], "year": 2020, "ce_livestock": 8.0, "ce": 8.0, "cs": 0.0, "nce": 8.0})
    >>> tables = {"accounts": Panel(book, "accounts"), "profile": load_profile("qinba")}
    >>> services = ServiceSettings(load_equivalents("xie2008"), load_ecosystems("xie2008"))
    >>> legend = read_legend([{"value": 1, "class": "cropland"}], "legend")
    >>> grid_intensity([parts], ["a"], legend, **tables, services=services, layer="map").frame["ce"].tolist()
    [6.0, 2.0]
    """
    accounts.require(["ce"])
    notes = compare_units(layer, units, accounts.table, second_units=accounts.units)
    areas = area_panel(units, [year.of_units for year in years], legend)
    wanted = [int(year.year) for year in years]
    if not set(wanted) & set(accounts.years):
        expected, found = ([str(year) for year in them] for them in (wanted, accounts.years))
        raise YearsApartError(table=accounts.table, expected=expected, found=found)
    places, place_notes = find_places(accounts, group_field)
    valued = _valued_units(areas.frame, accounts, services, layer=layer, places=places, group_field=group_field)
    land = land_terms(profile, legend.classes)
    components = spread_columns(accounts, {component for component, _ in land})
    equivalents = services.equivalents
    of_class = class_equivalents(
        legend.classes, services.ecosystems, equivalents.of, services=equivalents.services, table=layer
    )
    frames, cells, checks, lacking = [], [], [], {}
    for number, year in enumerate(years):
        advance(progress, number / len(years))
        rows = rows_of_units(accounts, units, int(year.year))
        parts = _areas_by_class(year, legend)
        carbon, without = _carbon(year, parts, rows, accounts=accounts, land=land, components=components, places=places)
        worth = valued.value.reshape(len(units), len(years))[:, number]
        carbon[ESV] = compute_service_values(
            np.column_stack([parts[name] for name in legend.classes]), of_class, worth[year.unit]
        ).total
        for component, are in without.items():
            lacking.setdefault(component, np.zeros(len(units), bool))
            lacking[component] |= are
        checks.append(
            sums_of_units(int(year.year), year.unit, units, carbon=carbon, rows=rows, accounts=accounts, valued=valued)
        )
        frame, of_rows = _cells_of_year(year, parts, carbon)
        frames.append(frame)
        cells.append(of_rows)
    frame, numbers = pd.concat(frames, ignore_index=True), np.concatenate(cells)
    check = pd.concat(checks, ignore_index=True)
    kept = (frame[INSIDE] * 100.0 >= minimum_inside).to_numpy()
    remarks = remarks_on_grid_intensity(
        check, units, lacking, frame=frame, kept=kept, absent=[year for year in wanted if year not in accounts.years],
        components=components, table=accounts.table, minimum=minimum_inside, profile=profile.name,
    )  # fmt: skip
    notes = [*profile.notes, *notes, *place_notes, *areas.notes, *valued.notes, *remarks]
    return GridIntensity(frame[kept].reset_index(drop=True), numbers[kept], check, notes)


def _valued_units(
    areas: pd.DataFrame,
    accounts: Panel,
    services: ServiceSettings,
    *,
    layer: str,
    places: Places,
    group_field: str | None,
) -> EcosystemServices:
    """The services of whole units, a row a unit and year as ``areas`` has them."""
    frame = areas.drop(columns=["coverage_pct"])
    if group_field:
        group_of = dict(zip(accounts.frame[UNIT], places.groups))
        frame = frame.assign(**{group_field: [group_of.get(unit, "") for unit in frame[UNIT]]})
    panel = Panel(frame, layer)
    return value_services(
        panel, services.equivalents, services.ecosystems, worth=services.worth, group_field=group_field
    )


def _areas_by_class(year: Parts, legend: Legend) -> dict[str, np.ndarray]:
    class_of = [legend.class_of.get(int(value), "") for value in year.values]
    return {name: year.area_ha[:, [met == name for met in class_of]].sum(axis=1) for name in legend.classes}


def _carbon(
    year: Parts,
    areas: Mapping[str, np.ndarray],
    rows: np.ndarray,
    *,
    accounts: Panel,
    land: Mapping[tuple[str, str], Term],
    components: Sequence[str],
    places: Places,
) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """``ce``, ``cs``, ``nce`` of the parts (p,), and by component the units that lack the land for it."""
    amounts = {name: amounts_of_rows(accounts.numbers(name), rows) for name in components}
    parts, lacking = spread_components(amounts, year.unit, areas, whole=year.whole_ha)
    totals = {total: np.zeros(len(year.unit)) for total in ("ce", "cs")}
    for component, values in parts.items():
        totals["cs" if component.startswith(SINK_PREFIX) else "ce"] += values
    for (component, name), term in land.items():
        factor = amounts_of_rows(term.multiplier_at(places), rows)[year.unit]
        values = np.where(areas[name] > 0.0, areas[name] * factor, 0.0)
        totals["cs" if component.startswith(SINK_PREFIX) else "ce"] += values
    totals["ce"] = np.where((rows >= 0)[year.unit], totals["ce"], np.nan)  # the accounts are the larger part of it
    return {**totals, "nce": totals["ce"] - totals["cs"]}, lacking


def _cells_of_year(
    year: Parts, areas: Mapping[str, np.ndarray], carbon: Mapping[str, np.ndarray]
) -> tuple[pd.DataFrame, np.ndarray]:
    """The rows of a year, by rising number of the cell, and these numbers."""
    numbers, cell = np.unique(year.cell, return_inverse=True)

    def summed(values: np.ndarray) -> np.ndarray:
        return sums_of_cells(values, cell, len(numbers))

    area = summed(year.whole_ha)
    by_class = {name + AREA_SUFFIX: summed(values) for name, values in areas.items()}
    has_class = sum(by_class.values()) > 0.0
    totals = {name: summed(values) for name, values in carbon.items()}
    for name in ("cs", "nce", ESV):  # of land that nobody has seen nothing is known
        totals[name] = np.where(has_class, totals[name], np.nan)
    by_class = {name: np.where(has_class, values, np.nan) for name, values in by_class.items()}
    km2 = area / HECTARES_PER_SQUARE_KILOMETRE
    frame = pd.DataFrame(
        {
            CELL: numbers,
            YEAR: int(year.year),
            AREA: area,
            INSIDE: np.minimum(summed(year.share), 1.0),
            **by_class,
            **{name: totals[name] for name in (*TOTALS, ESV)},
            CE_KM2: totals["ce"] / km2,
            NCE_KM2: totals["nce"] / km2,
            ESV_KM2: totals[ESV] / km2,
        }
    )
    return frame, numbers
