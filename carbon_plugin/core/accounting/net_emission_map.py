"""The map of net emission in one year: which units it shows, and its classes around zero."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from ..errors import InputError
from ..measures import CARBON_UNITS
from ..messages import Message, note, sentence, warning
from ..statistics.natural_breaks import breaks_around_zero
from ..tables.frames import rows_at
from ..tables.joined import NAME, Joined, join_units
from ..tables.panel import Panel
from ..tables.vocabulary import YEAR
from ..values import Cell

NET_EMISSION = "nce"
CLASSES_EACH_SIDE = 3


class MapYearError(InputError):
    template = sentence("The map cannot show {year}: the accounts have {found}.")
    remedy = sentence("Choose one of these years, or leave it empty for the last.")


def map_year(years: Iterable[int], year: int | None = None) -> int:
    """The year to show: ``year``, or the last of ``years``. Raises ``MapYearError`` where it is none of them.

    Args:
        years: those of the accounts.
        year: the wanted one, None for the last.

    >>> map_year([2000, 2020, 2010])
    2020
    """
    found = sorted({int(known) for known in years})
    if year is not None and year not in found:
        raise MapYearError(year=str(year), found=[str(known) for known in found])
    return found[-1] if year is None else year


def year_of_map(accounts: Panel, year: int | None = None) -> int:
    """The year to show: ``year``, or the last with a net emission; the last of all where there is none.

    Args:
        accounts: the panel of ``account.Accounts``.
        year: the wanted one, None for the last.

    Raises ``MapYearError``.

    >>> year_of_map(Panel(pd.DataFrame({"unit": "a", "year": [2019, 2020, 2021], "nce": [1.0, 2.0, None]}), "accounts"))
    2020
    """
    if year is None and NET_EMISSION in accounts:
        known = accounts.frame[YEAR][accounts.frame[NET_EMISSION].notna()]
        year = int(known.max()) if len(known) else None
    return map_year(accounts.years, year)


def map_of_year(accounts: Panel, units: pd.DataFrame, year: int, *, layer: str) -> Joined:
    """The accounts of ``year`` beside the names of the units that have an outline.

    Args:
        accounts: the panel of ``account.Accounts``, t C a year.
        units: columns ``unit``, ``name``.
        year: one of the years of the accounts (``map_year``).
        layer: what the user calls the units.

    Raises ``AmbiguousKeysError``, ``NoCommonUnitsError``.

    >>> accounts = Panel(pd.DataFrame({"unit": ["1"], "year": [2000], "nce": [5.0]}), "accounts")
    >>> units = pd.DataFrame({"unit": ["1"], "name": ["One"]})
    >>> map_of_year(accounts, units, 2000, layer="counties").frame[["name", "nce"]].values.tolist()
    [['One', 5.0]]
    """
    rows = rows_at(accounts.frame, (accounts.frame[YEAR] == year).to_numpy())
    joined = join_units(units, rows, layer=layer, table=accounts.table)
    return Joined(joined.frame, [*joined.notes, *remarks_on_map(joined.frame, year)])


def remarks_on_map(frame: pd.DataFrame, year: int) -> list[Message]:
    """How many units the map shows, and which of them stay blank."""
    notes = []
    if NET_EMISSION not in frame:
        template = "The map has one colour: there is no net emission without both emission and sink."
        notes.append(warning("map-one-colour", template))
    elif frame[NET_EMISSION].isna().any():
        blank = frame[frame[NET_EMISSION].isna()]
        notes.append(
            warning(
                "units-blank-on-map",
                "{count:unit has|units have} no net emission in {year} and will be blank on the map: {units}.",
                count=len(blank),
                year=str(year),
                units=[Cell(name) for name in blank[NAME]],
            )
        )
    return [*notes, note("map-year", "The map shows {count:unit|units} in {year}.", count=len(frame), year=str(year))]


def net_emission_breaks(values: np.ndarray, unit: str) -> list[tuple[float, float]]:
    """Classes of net emission, (low, high] in ``unit``, from the largest sink upwards.

    Natural breaks below and above zero apart, with zero as a border; a side without values has no class.

    Args:
        values: (n,) net emission in t C a year, NaN where missing.
        unit: a key of ``CARBON_UNITS``.

    >>> net_emission_breaks(np.array([-5.0, 10.0, np.nan, 20.0]), "tC")
    [(-5.0, 0.0), (0.0, 10.0), (10.0, 20.0)]
    """
    values = values[np.isfinite(values)] * CARBON_UNITS[unit]
    if not len(values):
        return []
    bounds = [float(bound) for bound in breaks_around_zero(values, CLASSES_EACH_SIDE, CLASSES_EACH_SIDE).upper_bounds]
    return list(zip([float(values.min()), *bounds[:-1]], bounds))
