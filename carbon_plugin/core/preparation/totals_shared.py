"""Totals of cities shared among their counties: known counties kept, the rest by a weight, each share marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, find_errors, raise_all
from ..messages import Message, sentence
from ..tables.cells import cells_at
from ..tables.keys import compare_units, find_empty_keys, normalise_keys
from ..tables.panel import Panel
from ..tables.setting_columns import Text
from ..tables.settings import Rows, Settings
from ..tables.vocabulary import FILLED, UNIT, YEAR
from ..values import Cell, quoted
from .sharing import compute_shared
from .sharing_remarks import SharedField, remarks_on_shared

SHARES = Settings(Text("field", required=True), Text("weight", required=True), key=("field",))


class NoWeightError(InputError):
    template = sentence("No weight is named for {fields}, so that their totals cannot be shared.")
    remedy = sentence("Choose a column of weights for all fields, or name one for each in a table (field, weight).")


class NegativeWeightsError(InputError):
    """``found``: cells."""

    template = sentence("“{table}”: the weight “{column}” is negative in {count:row|rows}: {found}.")
    remedy = sentence("A weight cannot be below zero: correct these cells, or choose another column.")


@dataclass(frozen=True, eq=False)
class SharedTotals:
    """``panel``: the units' rows with the shares in place, marked in ``filled``."""

    panel: Panel
    notes: list[Message] = field(default_factory=list)


def read_weights(rows: Rows, table: str) -> dict[str, str]:
    """Field and weight of a table of shares (``field``, ``weight``). Raises what ``Settings.read`` does.

    >>> read_weights([{"field": "raw_coal_t", "weight": "gdp"}], "shares")
    {'raw_coal_t': 'gdp'}
    """
    return {str(row["field"]): str(row["weight"]) for row in SHARES.read(rows, table)}


def allocate_totals(
    panel: Panel, totals: Panel, parent: str, *, fields: Sequence[str], weights: Mapping[str, str]
) -> SharedTotals:
    """Share ``fields`` of ``totals`` among the units of ``panel`` that belong together.

    Args:
        panel: one row a unit and year; a field it has keeps its known cells.
        totals: one row a parent (as its ``unit``) and year.
        parent: the column of ``panel`` with each unit's parent.
        fields: columns of ``totals``.
        weights: by field, the column of ``panel`` that it is shared by.

    Raises, all at once: ``MissingColumnsError``, ``TextInNumbersError``, ``NegativeAmountsError``, ``NoWeightError``,
    ``NegativeWeightsError``, ``MissingKeysError``, ``AmbiguousKeysError``, ``NoCommonUnitsError``.

    >>> book = Panel(pd.DataFrame({"unit": ["1", "2"], "year": 2000, "city": "A", "gdp": [30.0, 70.0]}), "book")
    >>> city = Panel(pd.DataFrame({"unit": ["A"], "year": [2000], "coal": [10.0]}), "cities")
    >>> allocate_totals(book, city, "city", fields=["coal"], weights={"coal": "gdp"}).panel.numbers("coal").tolist()
    [3.0, 7.0]
    """
    fields = list(dict.fromkeys(fields))
    _check(panel, totals, parent, fields, weights=weights)
    parents = normalise_keys(panel.frame[parent])
    raise_all(find_empty_keys(parents, panel.table, parent))
    notes = compare_units(totals.table, totals.units, panel.table, second_units=parents)
    of_total = pd.MultiIndex.from_frame(totals.frame[[UNIT, YEAR]])
    groups = of_total.get_indexer(pd.MultiIndex.from_arrays([parents, panel.frame[YEAR]]))
    results, marks, said = {}, {}, []
    for name in fields:
        whole = totals.numbers(name)
        values = panel.numbers(name) if name in panel else np.full(len(panel), np.nan)
        weight = panel.numbers(weights[name])
        shared = compute_shared(whole, np.where(np.isfinite(whole)[groups], groups, -1), values, weights=weight)
        newly = np.isnan(values) & np.isfinite(shared.values)
        results[name] = shared.values
        marks[name] = panel.filled.rows(name) | newly
        unweighted = np.isnan(shared.values) & np.isnan(weight) & (groups >= 0) & np.isfinite(whole)[groups]
        said.append(SharedField(name, weights[name], whole, shared, newly, unweighted))
    result = panel.with_columns({**results, FILLED: panel.filled.with_results(marks)})
    without_rows = np.setdiff1d(np.arange(len(totals)), groups)
    known_parent = totals.frame[UNIT].isin(set(parents)).to_numpy()
    lost = np.isin(np.arange(len(totals)), without_rows) & known_parent
    return SharedTotals(result, [*notes, *remarks_on_shared(result, totals, said, lost=lost)])


def _check(panel: Panel, totals: Panel, parent: str, fields: Sequence[str], *, weights: Mapping[str, str]) -> None:
    """Raise all that is wrong with the columns at once."""
    errors = find_errors(totals.require, fields)
    errors += find_errors(lambda: panel.require([parent], numbers=False))
    errors += find_errors(panel.require, [name for name in fields if name in panel])
    without = [name for name in fields if name not in weights]
    if without:
        errors.append(NoWeightError(fields=quoted(without)))
    for name in dict.fromkeys(weights[one] for one in fields if one in weights):
        faults = find_errors(panel.require, [name])
        errors += faults
        if not faults and (panel.numbers(name) < 0).any():
            values = panel.numbers(name)
            found: list[Cell] = cells_at(panel.frame, values < 0, values=values)
            errors.append(NegativeWeightsError(table=panel.table, column=name, count=len(found), found=found))
    raise_all(list({str(error): error for error in errors}.values()))
