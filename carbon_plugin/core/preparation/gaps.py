"""Missing years of a panel filled from the years around them, each filled cell marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, sentence
from ..progress import Progress, Silent, advance
from ..statistics.interpolation import compute_interpolated, find_overshoots
from ..statistics.running_median import compute_surroundings, find_outliers
from ..tables.panel import Panel
from ..tables.vocabulary import FILLED, UNIT, YEAR
from .gap_remarks import FilledColumn, remarks_on_filled, remarks_on_outliers
from .grid import complete_grid
from .panel_checks import numbers_of

FLAGGED_COLUMNS = (UNIT, YEAR, "column", "observed", "running_median", "mad")


class NoNumbersError(InputError):
    template = sentence("“{table}” has no column of numbers to work on; its columns are {found}.")
    remedy = sentence("Choose another table, or name the columns.")


@dataclass(frozen=True, eq=False)
class FilledGaps:
    """``panel``: the input with its gaps filled and marked in ``filled``; ``flagged``: values unlike their neighbours.

    ``filled_cells``: how many cells were filled.
    """

    panel: Panel
    flagged: pd.DataFrame
    filled_cells: int
    notes: list[Message] = field(default_factory=list)


def number_columns(panel: Panel) -> list[str]:
    """What ``panel_checks.numbers_of`` gives; there must be some. Raises ``NoNumbersError``.

    Args:
        panel: one row a unit and year.

    >>> number_columns(Panel(pd.DataFrame({"unit": ["a"], "year": [2000], "gdp": [1.0], "city": ["x"]}), "book"))
    ['gdp']
    """
    found = numbers_of(panel)
    if not found:
        raise NoNumbersError(table=panel.table, found=panel.columns)
    return found


def fill_gaps(
    panel: Panel,
    fields: Sequence[str],
    method: str = "pchip",
    *,
    outside: str = "leave",
    below_zero: bool = False,
    complete: bool = True,
    first_year: int | None = None,
    last_year: int | None = None,
    outliers: bool = True,
    progress: Progress = Silent(),
) -> FilledGaps:
    """Fill the gaps of ``fields`` unit by unit; what is known never changes.

    Args:
        panel: one row a unit and year.
        fields: columns of numbers.
        method, outside: see ``statistics.interpolation.compute_interpolated``.
        below_zero: whether a filled value may be below zero in a series whose known values are not; else it is 0.
        complete: add a row for every unit and year from ``first_year`` to ``last_year`` (None: the panel's own).
        outliers: list the values unlike their neighbours.

    Raises ``MissingColumnsError``, ``TextInNumbersError``, ``NegativeAmountsError``, ``YearsReversedError``,
    ``Cancelled``.

    >>> book = pd.DataFrame({"unit": "a", "year": [2000, 2002], "gdp": [1.0, 3.0]})
    >>> filled = fill_gaps(Panel(book, "book"), ["gdp"]).panel.frame
    >>> filled["gdp"].tolist(), filled["filled"].tolist()
    ([1.0, 2.0, 3.0], ['', 'gdp', ''])
    """
    fields = list(dict.fromkeys(fields))
    panel.require(fields)
    whole, notes = complete_grid(panel, first_year, last_year) if complete else (panel, [])
    rows, units = pd.factorize(whole.frame[UNIT])
    years, columns = np.unique(whole.frame[YEAR].to_numpy(), return_inverse=True)
    results, marks, flagged, said = {}, {}, [], []
    for number, name in enumerate(fields):
        advance(progress, number / len(fields))
        values = whole.numbers(name)
        series = np.full((len(units), len(years)), np.nan)
        series[rows, columns] = values
        interpolated = compute_interpolated(years, series, method, outside=outside)
        over = np.zeros(series.shape, dtype=bool) if below_zero else find_overshoots(series, interpolated)
        interpolated[over] = 0.0
        results[name] = np.where(np.isfinite(values), values, interpolated[rows, columns])
        newly = np.isnan(values) & np.isfinite(results[name])
        marks[name] = whole.filled.rows(name) | newly
        known = np.isfinite(series)
        said.append(
            FilledColumn(
                name,
                newly,
                np.isnan(values) & ~newly,
                singles=[units[place] for place in np.flatnonzero(known.sum(axis=1) == 1)],
                without=[units[place] for place in np.flatnonzero(~known.any(axis=1))],
                floored=over[rows, columns],
            )
        )
        if outliers:
            flagged.append(_flagged(name, series, units, years))
    result = whole.with_columns({**results, FILLED: whole.filled.with_results(marks)})
    table = pd.concat(flagged, ignore_index=True) if flagged else pd.DataFrame(columns=list(FLAGGED_COLUMNS))
    notes = [*notes, *remarks_on_filled(result, said), *remarks_on_outliers(panel.table, table)]
    return FilledGaps(result, table, int(sum(column.newly.sum() for column in said)), notes)


def _flagged(name: str, series: np.ndarray, units: Sequence[str], years: np.ndarray) -> pd.DataFrame:
    """The values of one column that are far from those around them, one a row."""
    around = compute_surroundings(series)
    places = np.nonzero(find_outliers(series, around))
    cells = {
        UNIT: np.asarray(units, dtype=object)[places[0]],
        YEAR: years[places[1]].astype(np.int64),
        "column": name,
        "observed": series[places],
        "running_median": around.median[places],
        "mad": around.mad[places],
    }
    return pd.DataFrame(cells, columns=list(FLAGGED_COLUMNS))
