"""Types of units by what they have more or less of: NRCA of chosen columns, k-means, ordered by mean net emission."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..accounting.net_emission_map import map_year
from ..errors import InputError, raise_all
from ..messages import Message, sentence
from ..progress import Progress, Silent
from ..statistics.k_means import FEWEST, MOST, count_different, find_best_groups, find_groups, silhouettes
from ..statistics.nrca import compute_nrca
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import quoted
from .ordered_types import UnitType, order_types
from .type_remarks import (
    remarks_on_columns,
    remarks_on_filled_types,
    remarks_on_silhouettes,
    remarks_on_sizes,
    remarks_on_type_signs,
    remarks_on_unknown_units,
)

TYPE, TYPE_KEY, SILHOUETTE, UNITS = "type", "type_key", "silhouette", "units"
NET_EMISSION = "nce"
DEFAULT_FIELDS = ("gdp", "ce", "cs", "total_ha")
BY_SILHOUETTE = 0


class TooFewFieldsError(InputError):
    template = sentence("“{table}”: {count:column is|columns are} chosen ({columns}); types compare two at least.")
    remedy = sentence("Choose more columns, such as gdp, ce, cs, total_ha.")


class BelowZeroInTypesError(InputError):
    template = sentence(
        "“{table}”: “{column}” is below zero in {count:row|rows}: {found}. Shares are taken of amounts that are not."
    )
    remedy = sentence("Choose emission and sink (ce, cs) instead of net emission, or correct these cells.")


class NothingInColumnError(InputError):
    template = sentence(
        "“{table}”: column {columns} is zero for all units in {year}, so that there is nothing to share."
    )
    remedy = sentence("Choose other columns, or another year.")


class TooFewForTypesError(InputError):
    template = sentence(
        "“{table}”: in {year} {count:unit has|units have} all of {columns}; expected at least {expected}."
    )
    remedy = sentence("Choose columns, or a year, that more units have; “Fill gaps” fills missing years.")


class TooManyTypesError(InputError):
    template = sentence(
        "{types} types are asked for, but in {year} only {count:unit differs|units differ} from others in {columns}."
    )
    remedy = sentence("Ask for fewer types, or 0, which lets the silhouette decide.")


class OneTypeError(InputError):
    template = sentence("One type is asked for, but types are there to tell units apart.")
    remedy = sentence("Ask for two or more, or 0, which lets the silhouette decide.")


@dataclass(frozen=True, eq=False)
class UnitTypes:
    """``frame``: ``unit``, ``type`` (missing without), ``type_key``, ``nrca_<field>``, ``silhouette``, a row a unit.
    ``profiles``: a row a type, with the means of the fields and of their NRCA. ``tried``: ``types``, ``silhouette`` and
    ``smallest``, the units of the smallest type, for every number of types that was tried.
    """

    frame: pd.DataFrame
    profiles: pd.DataFrame
    tried: pd.DataFrame
    types: tuple[UnitType, ...]
    fields: tuple[str, ...]
    order_field: str
    year: int
    silhouette: float
    notes: list[Message] = field(default_factory=list)


def default_type_fields(panel: Panel) -> list[str]:
    """What is compared where nothing is chosen: economy, emission, sink and land, as far as they are there.

    Args:
        panel: the accounts.

    >>> default_type_fields(Panel(pd.DataFrame({"unit": ["a"], "year": [2000], "cs": [1.0], "ce": [2.0]}), "book"))
    ['ce', 'cs']
    """
    return [name for name in DEFAULT_FIELDS if name in panel]


def find_unit_types(
    panel: Panel,
    fields: Sequence[str],
    order_field: str = NET_EMISSION,
    *,
    year: int | None = None,
    types: int = BY_SILHOUETTE,
    seed: int = 0,
    shares: bool = False,
    progress: Progress = Silent(),
) -> UnitTypes:
    """Types of the units in ``year`` (None: the last) by the NRCA of ``fields``.

    Units are put in the order of their keys first, so that the order of rows changes nothing.

    Args:
        panel: columns ``fields`` (amounts, none below zero) and ``order_field``.
        fields: two at least.
        order_field: types are numbered by its mean, the highest first, and named by the sign of it.
        types: how many, 0: the number from 2 to 10 with the largest mean silhouette.
        seed: of the starts of k-means.
        shares: take shares of each column's sum first, so that units of measure do not matter.
        progress: raises ``Cancelled``.

    Raises ``OneTypeError``, ``TooFewFieldsError``, ``MissingColumnsError``, ``TextInNumbersError``,
    ``NegativeAmountsError``, ``BelowZeroInTypesError``; ``MapYearError``, ``TooFewForTypesError``,
    ``NothingInColumnError``, ``TooManyTypesError``, ``NoScikitLearnError``.

    >>> table = {"unit": list("abcd"), "year": 2020, "ce": [9.0, 8, 1, 1], "cs": [1.0, 1, 8, 9], "nce": [8, 7, -7, -8]}
    >>> found = find_unit_types(Panel(pd.DataFrame(table), "accounts"), ["ce", "cs"], types=2)
    >>> found.frame["type"].tolist(), [one.key for one in found.types]
    ([1, 1, 2, 2], ['payment', 'recipient'])
    """
    fields = list(dict.fromkeys(fields))
    _check(panel, fields, order_field, types=types)
    year = map_year(panel.years, year)
    frame = panel.frame[panel.frame[YEAR] == year].sort_values(UNIT, kind="stable").reset_index(drop=True)
    of_year = Panel(frame, panel.table)
    amounts = np.column_stack([of_year.numbers(name) for name in fields])
    order = of_year.numbers(order_field)
    known = np.isfinite(amounts).all(axis=1) & np.isfinite(order)
    said = {"table": panel.table, "year": str(year), "columns": fields}
    if known.sum() < FEWEST:
        raise TooFewForTypesError(**said, count=int(known.sum()), expected=FEWEST)
    sums = amounts[known].sum(axis=0)
    if not (sums > 0).all():
        raise NothingInColumnError(**{**said, "columns": [name for name, one in zip(fields, sums) if not one > 0]})
    points = compute_nrca(amounts[known] / sums if shares else amounts[known])
    different = count_different(points)
    if max(types, FEWEST) > different:
        raise TooManyTypesError(**said, types=max(types, FEWEST), count=different)
    if types == BY_SILHOUETTE and different > FEWEST:
        tried = find_best_groups(points, seed, most=MOST, progress=progress)
    else:
        tried = {max(types, FEWEST): find_groups(points, max(types, FEWEST), seed, progress=progress)}
    chosen = max(tried, key=lambda count: np.nan_to_num(tried[count].silhouette, nan=-1.0))
    numbers, found = order_types(tried[chosen].numbers, order[known], is_net_emission=order_field == NET_EMISSION)
    results = _frame(of_year, known, fields, points=points, numbers=numbers, types=found)
    rows = [
        {"types": count, SILHOUETTE: one.silhouette, "smallest": int(np.bincount(one.numbers).min())}
        for count, one in tried.items()
    ]
    values = dict(zip([order_field, *fields], [order[known], *amounts[known].T]))
    notes = [
        *remarks_on_unknown_units(panel.table, of_year.cells(~known), [*fields, order_field]),
        *remarks_on_filled_types(of_year, fields),
        *remarks_on_columns(fields, amounts[known], shares=shares),
        *remarks_on_silhouettes(rows, chosen, asked=types != BY_SILHOUETTE),
        *remarks_on_sizes([(one.number, one.units) for one in found]),
        *remarks_on_type_signs([one.key for one in found], order_field),
    ]
    return UnitTypes(
        results,
        _profiles(found, numbers, points, fields=fields, values=values),
        pd.DataFrame(rows),
        found,
        tuple(fields),
        order_field,
        year,
        tried[chosen].silhouette,
        notes,
    )


def _check(panel: Panel, fields: Sequence[str], order_field: str, *, types: int) -> None:
    errors: list[InputError] = []
    if types == 1:
        errors.append(OneTypeError())
    if len(fields) < 2:
        errors.append(TooFewFieldsError(table=panel.table, count=len(fields), columns=quoted(fields)))
    raise_all(errors)
    panel.require([*fields, order_field])
    for name in fields:
        below = panel.numbers(name) < 0
        if below.any():
            cells = panel.cells(below, values=panel.numbers(name))
            errors.append(BelowZeroInTypesError(table=panel.table, column=name, count=len(cells), found=cells))
    raise_all(errors)


def _frame(
    panel: Panel, known: np.ndarray, fields: Sequence[str], *, points: np.ndarray, numbers: np.ndarray, types
) -> pd.DataFrame:
    def spread(values: np.ndarray, missing: object) -> np.ndarray:
        every = np.full(len(known), missing, dtype=np.asarray(values).dtype if missing == "" else float)
        every[known] = values
        return every

    keys = np.array([types[number - 1].key for number in numbers], dtype=object)
    return pd.DataFrame(
        {
            UNIT: panel.frame[UNIT],
            TYPE: pd.array(spread(numbers, np.nan), dtype="Int64"),
            TYPE_KEY: spread(keys, ""),
            **{f"nrca_{name}": spread(points[:, place], np.nan) for place, name in enumerate(fields)},
            SILHOUETTE: spread(silhouettes(points, numbers), np.nan),
        }
    )


def _profiles(types, numbers: np.ndarray, points: np.ndarray, *, fields: Sequence[str], values: dict) -> pd.DataFrame:
    rows = []
    for one in types:
        own = numbers == one.number
        rows.append(
            {
                TYPE: one.number,
                TYPE_KEY: one.key,
                UNITS: one.units,
                **{f"mean_{name}": float(column[own].mean()) for name, column in values.items()},
                **{f"nrca_{name}": float(points[own, place].mean()) for place, name in enumerate(fields)},
            }
        )
    return pd.DataFrame(rows)
