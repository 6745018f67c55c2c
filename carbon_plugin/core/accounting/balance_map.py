"""The map of one year: which units it shows, and the classes of net emission around zero."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError
from ..measures import CARBON_UNITS
from ..messages import Message, note, sentence, warning
from ..statistics.natural_breaks import breaks_around_zero
from ..tables.keys import compare_units
from ..tables.vocabulary import UNIT, YEAR

NET_EMISSION = "nce"
CLASSES_EACH_SIDE = 3


class MapYearError(InputError):
    template = sentence(
        "The map cannot show {year}: the accounts have {found}. Choose one of these years, or leave it empty for the "
        "last."
    )


@dataclass
class YearMap:
    """``frame``: ``unit``, ``name`` and the accounts, a row for each unit with an outline and accounts of ``year``."""

    year: int
    frame: pd.DataFrame
    notes: list[Message] = field(default_factory=list)


def map_of_year(
    panel: pd.DataFrame, panel_table: str, units: pd.DataFrame, units_layer: str, year: int | None = None
) -> YearMap:
    """Join the accounts of ``year`` (the last by default) to ``units`` (columns ``unit``, ``name``).

    ``panel_table`` and ``units_layer`` are the names by which the user knows the two.

    Raises ``MapYearError``, ``AmbiguousKeysError``, ``NoCommonUnitsError``.
    """
    years = sorted(int(found) for found in panel[YEAR].unique())
    shown = years[-1] if year is None else year
    if shown not in years:
        raise MapYearError(year=str(shown), found=[str(found) for found in years])
    rows = panel[panel[YEAR] == shown]
    notes = compare_units(units_layer, units[UNIT], panel_table, rows[UNIT])
    frame = units.merge(rows, on=UNIT, how="inner", suffixes=("", "_2"))
    empty = frame.loc[frame[NET_EMISSION].isna(), "name"] if NET_EMISSION in frame else []
    if len(empty):
        notes.append(
            warning(
                "units-blank-on-map",
                "{count} units have no net emission in {year} and stay blank on the map: {units}.",
                count=len(empty),
                year=str(shown),
                units=list(empty),
            )
        )
    if NET_EMISSION not in frame:
        notes.append(
            warning(
                "map-one-colour", "The map has one colour: there is no net emission without both emission and sink."
            )
        )
    notes.append(note("map-year", "The map shows {count} units in {year}.", count=len(frame), year=str(shown)))
    return YearMap(shown, frame, notes)


def net_emission_breaks(frame: pd.DataFrame, unit: str) -> list[tuple[float, float]]:
    """Classes of net emission, (low, high] in ``unit`` (a key of ``CARBON_UNITS``), from the largest sink upwards.

    Natural breaks below and above zero apart, with zero as a border; a side without values has no class.
    """
    values = frame[NET_EMISSION].to_numpy(float) * CARBON_UNITS[unit] if NET_EMISSION in frame else np.array([])
    values = values[np.isfinite(values)]
    if not len(values):
        return []
    bounds = [float(bound) for bound in breaks_around_zero(values, CLASSES_EACH_SIDE, CLASSES_EACH_SIDE).upper_bounds]
    return list(zip([float(values.min()), *bounds[:-1]], bounds))
