"""Amounts held against the people and the fields they belong to: a wrong unit of measure shows in the whole table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ..messages import WARNING, Message, phrase, sentence
from .vocabulary import Variable, describe

POPULATION = "population"
FIELDS = ("sown_ha", "cropland_ha")  # the first that the table has counts

_TEMPLATE = sentence("“{table}”: all of “{column}” is {ratio} {measure}, where {expected} is usual.")
_REMEDY = sentence("Check the units of measure: {column} is expected in {unit}, {base} in {base_unit}.")


def remarks_on_ratios(frame: pd.DataFrame, table: str | Message) -> list[Message]:
    """A warning on each amount whose total over the population, or over the fields, nobody would believe of a region.

    The totals are those of all rows that have both numbers: a wrong unit of measure moves every row, and a county
    without fields or mines does not count. The ranges are the vocabulary's ``per_head`` and ``per_ha``.

    Args:
        frame: columns ``unit``, ``year`` and variables as numbers.
        table: what the user calls it.

    >>> book = pd.DataFrame({"population": [325_000.0], "raw_coal_t": [24.8]})
    >>> print(remarks_on_ratios(book, "book")[0].problem())
    “book”: all of “raw_coal_t” is 7.63077e-05 t per head of the population, where 0.0005 to 200 is usual.
    """
    return [
        remark
        for name in map(str, frame.columns)
        if (variable := describe(name)) is not None
        for remark in _remarks_on(frame, variable, table)
    ]


def _remarks_on(frame: pd.DataFrame, variable: Variable, table: str | Message) -> Iterator[Message]:
    fields = next((name for name in FIELDS if name in frame.columns and name != variable.name), "")
    ratios = (
        (POPULATION, variable.per_head, sentence("{unit} per head of the population")),
        (fields, variable.per_ha, sentence("{unit} per hectare of {fields}")),
    )
    for base, (low, high), unit in ratios:
        if (low is None and high is None) or base not in frame.columns:
            continue
        ratio = _ratio(frame, variable.name, base)
        low, high = low or 0.0, np.inf if high is None else high
        if ratio and not low <= ratio <= high:
            values = {
                "table": table,
                "column": variable.name,
                "ratio": ratio,
                "measure": phrase(unit, unit=variable.unit, fields=base),
                "expected": phrase(sentence("{low} to {high}"), low=low, high=high),
                "unit": variable.unit,
                "base": base,
                "base_unit": describe(base).unit,
            }
            yield Message("amounts-out-of-proportion", _TEMPLATE, values, WARNING, _REMEDY)
            return


def _ratio(frame: pd.DataFrame, name: str, base: str) -> float:
    """The total of one column over that of another, over the rows that have both; 0 where there is none."""
    amounts, bases = (pd.to_numeric(frame[column], errors="coerce").to_numpy(float) for column in (name, base))
    both = np.isfinite(amounts) & (bases > 0)
    return float(amounts[both].sum() / bases[both].sum()) if both.any() else 0.0
