"""A panel with a row for every unit and year."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, note, sentence
from ..tables.cells import is_number_column
from ..tables.panel import Panel
from ..tables.vocabulary import FILLED, UNIT, YEAR


class YearsReversedError(InputError):
    template = sentence("The years run from {first} to {last}, so that there are none.")
    remedy = sentence("Choose a last year that is not before the first; empty takes the table's own.")


def complete_grid(
    panel: Panel, first_year: int | None = None, last_year: int | None = None
) -> tuple[Panel, list[Message]]:
    """The panel with a row for every unit and every year of a span, and a note on the rows that were added.

    The span is the panel's own where a year is None; rows outside it stay. Units keep their order and get their rows
    by year. An added row has the text that all other rows of its unit share, such as the city, and no numbers.

    Args:
        panel: one row a unit and year.
        first_year, last_year: of the span, both included; None for the panel's own.

    Raises ``YearsReversedError``.

    >>> book = pd.DataFrame({"unit": ["b", "b", "a"], "year": [2002, 2000, 2001], "city": ["x", "x", "y"], "gdp": 1.0})
    >>> complete_grid(Panel(book, "book"))[0].frame[["unit", "year", "city"]].values.tolist()[:4]
    [['b', 2000, 'x'], ['b', 2001, 'x'], ['b', 2002, 'x'], ['a', 2000, 'y']]
    """
    frame, years = panel.frame, panel.years
    first, last = (years[0] if first_year is None else first_year), (years[-1] if last_year is None else last_year)
    if first > last:
        raise YearsReversedError(first=first, last=last)
    span = np.arange(first, last + 1)
    units = panel.units
    grid = pd.DataFrame({UNIT: np.repeat(np.array(units, dtype=object), len(span)), YEAR: np.tile(span, len(units))})
    pairs = pd.MultiIndex.from_frame(grid[[UNIT, YEAR]])
    added = grid[~pairs.isin(pd.MultiIndex.from_frame(frame[[UNIT, YEAR]]))]
    order = {unit: number for number, unit in enumerate(units)}
    for name in frame.columns:
        if name not in (UNIT, YEAR, FILLED) and not is_number_column(frame[name]):
            added = added.assign(**{str(name): added[UNIT].map(_shared_texts(frame, str(name)))})
    whole = pd.concat([frame, added], ignore_index=True) if len(added) else frame
    if FILLED in whole:
        whole = whole.assign(**{FILLED: whole[FILLED].fillna("")})
    whole = whole.sort_values([UNIT, YEAR], key=lambda keys: keys.map(order) if keys.name == UNIT else keys)
    result = Panel(whole[list(frame.columns)].reset_index(drop=True), panel.table, renamed=panel.renamed)
    if added.empty:
        return result, []
    template = (
        "“{table}”: {count:row was|rows were} added, so that each of {units:unit has|units have} every year from "
        "{first} to {last}."
    )
    values = {"table": panel.table, "count": len(added), "units": len(units), "first": int(first), "last": int(last)}
    return result, [note("rows-added", template, **values)]


def _shared_texts(frame: pd.DataFrame, name: str) -> dict[str, object]:
    """By unit, the one text of its rows in column ``name``; units with several are not in it."""
    known = frame[[UNIT, name]].dropna()
    known = known[known[name].astype(str) != ""].drop_duplicates()
    return dict(known[~known[UNIT].duplicated(keep=False)].to_numpy().tolist())
