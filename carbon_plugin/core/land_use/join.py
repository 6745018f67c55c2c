"""Statistics and areas on one panel: annual tables meet areas of a few dates."""

from __future__ import annotations

from dataclasses import replace

from ..messages import warning
from ..tables.frames import with_columns
from ..tables.keys import compare_units
from ..tables.panel import Panel
from ..tables.vocabulary import FILLED, UNIT, YEAR
from .dated_areas import areas_for_years


def join_areas(statistics: Panel, areas: Panel, years: str) -> Panel:
    """The rows of ``statistics`` with the columns of ``areas`` beside them; ``notes`` are those of the join alone.

    Args:
        statistics: one row a unit and year.
        areas: any columns, one row a unit and dated year.
        years: 'interpolate' (linear between a unit's dated areas, never beyond them) or 'exact' (dated years only).

    Interpolated columns are named in ``filled``. Units that only one table has are named in the notes; those only in
    ``areas`` have no row. Where both tables have a column, the areas' is taken and a note says so.

    Raises ``AmbiguousKeysError``, ``NoCommonUnitsError``, ``NotAChoiceError``.

    >>> import pandas as pd
    >>> book = Panel(pd.DataFrame({"unit": "a", "year": [2000, 2005], "ce": [1.0, 2.0]}), "book")
    >>> areas = Panel(pd.DataFrame({"unit": "a", "year": [2000, 2010], "forest_ha": [100.0, 80.0]}), "areas")
    >>> join_areas(book, areas, "interpolate").frame.loc[[1]].values.tolist()
    [['a', 2005, 2.0, 90.0, 'forest_ha']]
    """
    notes = compare_units(statistics.table, statistics.units, areas.table, second_units=areas.units)
    both = [name for name in statistics.columns if name in areas and name not in (UNIT, YEAR, FILLED)]
    if both:
        notes.append(
            warning(
                "columns-in-both",
                "Columns that stand in both “{first}” and “{second}” are taken from the second: {columns}.",
                first=statistics.table,
                second=areas.table,
                columns=both,
            )
        )
    dated = areas_for_years(areas, statistics, years)
    beside = {name: dated.frame[name] for name in dated.frame.columns}
    frame = with_columns(statistics.frame, {**beside, FILLED: dated.filled}, without=both)
    return replace(statistics, frame=frame, notes=notes + dated.notes, _numbers={})
