"""The areas that a projection of land starts from: those at the end of its transitions, or of a table of areas."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..errors import InputError, NoCommonUnitsError
from ..messages import Message, sentence, warning
from ..tables.panel import Panel
from ..tables.vocabulary import AREA_SUFFIX, UNIT, YEAR
from ..values import Cell
from .intensity import class_areas
from .transition_rows import TransitionRows

_FAR = 2.0  # times the land: another measure, or other ground
_APART = 0.1  # of the land: more than what has no data at one of two dates


class NoBaseYearError(InputError):
    template = sentence("“{table}” has no areas of {year}; its years are {found}.")
    remedy = sentence("Choose one of these as base year.")


class OtherAreasError(InputError):
    """``ratio``: how many times the land of the transitions the areas have, as the median of the units."""

    template = sentence(
        "“{table}” has {ratio} times the land that the same units have in “{other}”; expected nearly the same, in "
        "hectares."
    )
    remedy = sentence("Bring the areas into hectares (1 km² = 100 ha, 15 mu = 1 ha), or choose tables of one region.")


@dataclass(frozen=True)
class BaseAreas:
    """Where the projection starts: ``areas`` (u, k) of ``units`` and ``classes`` in ``year``."""

    areas: np.ndarray
    units: list[str]
    classes: list[str]
    year: int
    notes: list[Message] = field(default_factory=list)


def base_of_transitions(rows: TransitionRows, pair: tuple[int, int]) -> BaseAreas:
    """The areas at the end of a pair.

    Args:
        rows: transitions in hectares.
        pair: the first and the second year, one of ``rows.pairs``.

    >>> import pandas as pd
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

    Raises ``NoBaseYearError``, ``NoCommonUnitsError``, ``TextInNumbersError``, ``NegativeAmountsError``,
    ``OtherAreasError``.

    >>> import pandas as pd
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
    notes = _compared(panel.table, rows, list(units[complete & known]), areas[complete & known].sum(axis=1))
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
                "{count:unit has|units have} no transitions in “{table}”, so that the region's are taken: {units}.",
                count=len(strangers),
                table=rows.table,
                units=[Cell(unit) for unit in strangers],
            )
        )
    present = set(units)
    absent = [unit for unit in dict.fromkeys([*rows.units, *panel.units]) if unit not in present]
    if absent:
        text = sentence("{count:unit has|units have} no areas of {year} in “{table}” and no projection: {units}.")
        cells = [Cell(unit) for unit in absent]
        values = {"count": len(absent), "year": str(year), "table": panel.table, "units": cells}
        notes.append(warning("units-not-in-base-areas", text, **values))
    names = [name[: -len(AREA_SUFFIX)] for name in columns]
    more = [name for name in rows.classes if name not in names]
    areas = np.hstack([areas[complete], np.zeros((int(complete.sum()), len(more)))])
    return BaseAreas(areas, list(units[complete]), [*names, *more], year, notes)


def _compared(table: str, rows: TransitionRows, units: list[str], land: np.ndarray) -> list[Message]:
    """A warning on units whose ``land`` (u,) is another in the transitions; an error where most have another."""
    moved = rows.matrices(rows.pairs[-1], units, rows.classes).sum(axis=(1, 2))
    both = (moved > 0) & (land > 0)
    if not both.any():
        return []
    ratio = land[both] / moved[both]
    usual = float(np.median(ratio))
    if not 1 / _FAR <= usual <= _FAR:
        raise OtherAreasError(table=table, other=rows.table, ratio=usual)
    apart = np.flatnonzero(both)[np.abs(ratio - 1) > _APART]
    if not len(apart):
        return []
    text = sentence(
        "{count:unit has|units have} more than {percent} % more or less land in “{table}” than in “{other}”: {units}."
    )
    cells = [Cell(units[place], value=float(land[place])) for place in apart]
    return [
        warning(
            "land-differs", text, count=len(cells), percent=100 * _APART, table=table, other=rows.table, units=cells
        )
    ]
