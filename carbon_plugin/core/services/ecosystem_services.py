"""The value of ecosystem services of a panel in one step: units, region, sensitivity, and what to know about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..accounting.place_year import find_places
from ..accounting.region import UNITS, UNITS_COUNTED
from ..errors import InputError
from ..land_use.intensity import class_areas
from ..measures import HECTARES_PER_SQUARE_KILOMETRE
from ..messages import Message, sentence
from ..number_text import SEPARATOR
from ..tables.by_year import ByYear
from ..tables.filled import merge_names
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX, FILLED, YEAR
from ..values import quoted
from .ecosystems import Ecosystems, class_equivalents
from .equivalent_value import Price, TwoValuesError, edition_value, remarks_on_prices, values_of_rows
from .equivalents import Equivalents
from .service_remarks import remarks_on_services
from .service_value import CHANGE, ServiceValues, compute_sensitivity, compute_service_values

ESV, ESV_KM2, PREFIX = "esv", "esv_km2", "esv_"
CLASS, CHANGE_PCT, CHANGED, SENSITIVITY = "class", "change_pct", "esv_changed", "sensitivity"


class NoAreasError(InputError):
    template = sentence("“{table}” has no area of a class of land; its columns are {found}.")
    remedy = sentence("Choose a table with columns such as forest_ha, for instance the output of “Land-use areas”.")


class ClassNamedAsServiceError(InputError):
    template = sentence("The classes {found} are called as services are, so that both would become one column.")
    remedy = sentence("Give these classes other names.")


@dataclass(frozen=True)
class Worth:
    """What one equivalent is worth: ``value`` currency/ha, or ``prices`` out of ``table``; neither: the edition's."""

    value: float | None = None
    prices: tuple[Price, ...] = ()
    table: str = ""

    def of_rows(self, panel: Panel, edition: str, group_field: str | None) -> tuple[np.ndarray, list[Message]]:
        """Of every row of ``panel`` (n,), currency/ha. Raises ``TwoValuesError``, ``NoPriceError``, of groups."""
        if self.prices and self.value is not None:
            raise TwoValuesError(value=self.value, table=self.table)
        places, notes = find_places(panel, group_field)
        if self.prices:
            values = values_of_rows(self.prices, places, panel, table=self.table)
            return values, [*notes, *remarks_on_prices(self.prices, self.table, edition)]
        value = edition_value(edition) if self.value is None else self.value
        return np.full(len(panel), float(value)), notes


@dataclass(frozen=True, eq=False)
class EcosystemServices:
    """``panel``: the input with ``esv``, ``esv_<class>``, ``esv_<service>`` (10^4 currency a year) and ``esv_km2``.

    ``region``: a row a year: ``units``, ``units_counted`` (with a total), the sums over these, ``esv_km2``.
    ``sensitivity``: a row a year, class and change. ``value`` (n,): of one equivalent, currency/ha.
    """

    panel: Panel
    region: pd.DataFrame
    sensitivity: pd.DataFrame
    classes: tuple[str, ...]
    services: tuple[str, ...]
    value: np.ndarray
    notes: list[Message] = field(default_factory=list)


def value_services(
    panel: Panel,
    equivalents: Equivalents,
    ecosystems: Ecosystems,
    *,
    worth: Worth = Worth(),
    group_field: str | None = None,
) -> EcosystemServices:
    """Value the ecosystem services of every row of ``panel``.

    Args:
        panel: areas ``<class>_ha``, a row a unit and year.
        equivalents, ecosystems: of ecosystems, and of which of them a class is made.
        worth: of one equivalent.
        group_field: the column that says which group of the prices a unit belongs to.

    Raises ``NoAreasError``, ``ClassNamedAsServiceError``, ``ClassWithoutEcosystemError``, ``UnknownEcosystemError``,
    ``TwoValuesError``, ``NoPriceError``, ``GroupChangesError``, ``TextInNumbersError``, ``NegativeAmountsError``.

    >>> from .ecosystems import load_ecosystems
    >>> from .equivalents import load_equivalents
    >>> areas = {"unit": ["a"], "year": [2020], "cropland_ha": [1000.0], "forest_ha": [2000.0], "grassland_ha": [100.0],
    ...          "water_ha": [150.0], "unused_ha": [10.0]}
    >>> found = value_services(
    ...     Panel(pd.DataFrame(areas), "areas"), load_equivalents("xie2008"), load_ecosystems("xie2008"))
    >>> found.panel.numbers("esv").round(6).tolist()
    [3239.061894]
    """
    columns = class_areas(panel.columns)
    if not columns:
        raise NoAreasError(table=panel.table, found=panel.columns)
    panel.require(columns)
    classes = tuple(name[: -len(AREA_SUFFIX)] for name in columns)
    of_class = class_equivalents(classes, ecosystems, equivalents.of, services=equivalents.services, table=panel.table)
    services = tuple(equivalents.services)
    twice = [name for name in classes if name in services]
    if twice:
        raise ClassNamedAsServiceError(found=quoted(twice))
    value, notes = worth.of_rows(panel, equivalents.edition, group_field)
    areas = np.column_stack([panel.numbers(name) for name in columns])
    values = compute_service_values(areas, of_class, value)
    amounts = _columns(values, classes, services)
    results = {**amounts, ESV_KM2: _per_km2(values.total, areas.sum(axis=1))}
    if FILLED in panel:
        results[FILLED] = _filled(panel, columns)
    valued = panel.with_columns(results)
    region = _region(panel, amounts, areas.sum(axis=1))
    sensitivity = _sensitivity(region, classes)
    remarks = remarks_on_services(
        panel, equivalents, ecosystems, classes=classes, value=value, worth=worth, total=values.total, region=region,
        sensitivity=sensitivity,
    )  # fmt: skip
    found = [*equivalents.notes, *notes, *remarks]
    return EcosystemServices(valued, region, sensitivity, classes, services, value, found)


def _columns(values: ServiceValues, classes: Sequence[str], services: Sequence[str]) -> dict[str, np.ndarray]:
    parts = {ESV: values.total}
    parts.update({PREFIX + name: column for name, column in zip(classes, values.by_class.T)})
    parts.update({PREFIX + name: column for name, column in zip(services, values.by_service.T)})
    return parts


def _per_km2(total: np.ndarray, area_ha: np.ndarray) -> np.ndarray:
    known = area_ha > 0.0
    return np.divide(total * HECTARES_PER_SQUARE_KILOMETRE, area_ha, out=np.full(total.shape, np.nan), where=known)


def _filled(panel: Panel, columns: Sequence[str]) -> list[str]:
    """The column ``filled`` with the total where it rests on an area that was filled."""
    rests = np.any([panel.filled.rows(name) for name in columns], axis=0)
    texts = panel.frame[FILLED].fillna("").astype(str)
    return [merge_names([f"{text}{SEPARATOR}{ESV}" if marked else text]) for text, marked in zip(texts, rests)]


def _region(panel: Panel, amounts: Mapping[str, np.ndarray], area_ha: np.ndarray) -> pd.DataFrame:
    """A row a year: sums over the units with a total."""
    by_year: ByYear = panel.by_year
    counted = np.isfinite(amounts[ESV])
    found = by_year.count(counted)
    sums = {name: np.where(found > 0, by_year.sum(column, counted), np.nan) for name, column in amounts.items()}
    sums[ESV_KM2] = _per_km2(sums[ESV], by_year.sum(area_ha, counted))
    years = by_year.years
    return pd.DataFrame({YEAR: years, UNITS: len(panel.units), UNITS_COUNTED: found, **sums})


def _sensitivity(region: pd.DataFrame, classes: Sequence[str]) -> pd.DataFrame:
    """A row a year, class and change of its coefficients."""
    by_class = region[[PREFIX + name for name in classes]].to_numpy(dtype=float)
    tables = []
    for change in (CHANGE, -CHANGE):
        changed, sensitivity = compute_sensitivity(by_class, change)
        tables.append(
            pd.DataFrame(
                {
                    YEAR: np.repeat(region[YEAR].to_numpy(), len(classes)),
                    CLASS: list(classes) * len(region),
                    CHANGE_PCT: 100.0 * change,
                    CHANGED: changed.ravel(),
                    SENSITIVITY: sensitivity.ravel(),
                }
            )
        )
    return pd.concat(tables).sort_index(kind="stable").reset_index(drop=True)
