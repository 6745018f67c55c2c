"""Comprehensive land-use index: how intensely the land of a unit is used.

Every class has a grade, from 1 for unused land to 4 for urban land; the index is the mean grade, weighted by area,
times 100 (Zhuang and Liu 1997; the CLI of Huo et al. 2025). It runs from 100 to 400 under the shipped grades.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError
from ..messages import Message, note, sentence, warning
from ..number_text import SEPARATOR
from ..resources import read_rows
from ..tables.filled import merge_names
from ..tables.panel import Panel
from ..tables.setting_columns import Number
from ..tables.settings import Rows, Settings
from ..tables.vocabulary import AREA_SUFFIX, FILLED, SCENARIO, UNIT, YEAR, describe
from .legend import AREA_KIND, TOTAL, ClassName

CLI, CLI_DYNAMIC, CLI_CHANGE = "cli", "cli_dynamic", "cli_change"
RESULTS = (CLI, CLI_DYNAMIC, CLI_CHANGE)
SCALE = 100.0  # the index is printed as 100 times the mean grade


_GRADES = Settings(
    ClassName("class", required=True),
    Number("grade", required=True, above=0, what=sentence("a grade, from 1 for unused to 4 for urban land")),
    key=("class",),
    agreeing=("grade",),
)


class NoGradedClassError(InputError):
    template = sentence(
        "“{table}” has no area of a class with a grade; its columns are {found}, expected at least one of {expected}."
    )
    remedy = sentence("Choose a table with class areas, or grade its classes.")


@dataclass
class Intensity:
    """``panel``: the rows and columns of the input, and ``cli``, ``cli_dynamic``, ``cli_change``."""

    panel: Panel
    notes: list[Message]


def load_grades() -> dict[str, float]:
    """The shipped grades: class -> grade.

    >>> load_grades()["unused"], load_grades()["urban"]
    (1.0, 4.0)
    """
    return read_grades(read_rows("grades.csv"), "grades")


def read_grades(rows: Rows, table: str) -> dict[str, float]:
    """Grades from a table ``class, grade``, as ``Settings.read`` takes it; ``table`` is its name for the user.

    Raises, all at once: what ``Settings.read`` raises, ``ClassNamesError``, ``ReservedClassNamesError``.
    """
    return {row["class"]: row["grade"] for row in _GRADES.read(rows, table)}


def class_areas(columns: Iterable[str]) -> list[str]:
    """The columns that hold the area of a class, the plugin's own or the user's; not ``sown_ha``, not ``total_ha``.

    Args:
        columns: names of the columns of a table.

    >>> class_areas(["unit", "forest_ha", "sown_ha", "total_ha"])
    ['forest_ha']
    """
    return [name for name in columns if _is_class_area(str(name))]


def land_use_intensity(panel: Panel, grades: Mapping[str, float]) -> Intensity:
    """Comprehensive land-use index of every unit and year, and how it changes.

    Args:
        panel: class areas ``<class>_ha`` (any one unit of area); years may differ from unit to unit.
        grades: class -> grade.

    Results: ``cli`` (``compute_index``); ``cli_dynamic`` and ``cli_change``, the change since the unit's first year
    with data and since its previous one (``compute_changes``). A class without a grade counts in no sum. Where
    ``filled`` names one of the areas, it names the results as well.

    Raises ``NoGradedClassError``, ``TextInNumbersError``, ``NegativeAmountsError``.

    >>> panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "forest_ha": [30.0], "urban_ha": [10.0]}), "areas")
    >>> land_use_intensity(panel, {"forest": 2.0, "urban": 4.0}).panel.numbers("cli").tolist()
    [250.0]
    """
    columns = class_areas(panel.columns)
    graded = [name for name in columns if _class(name) in grades]
    if not graded:
        expected = [name + AREA_SUFFIX for name in grades]
        raise NoGradedClassError(table=panel.table, found=panel.columns, expected=expected)
    panel.require(columns)
    areas = np.array([panel.numbers(name) for name in graded]).T
    index = compute_index(areas, np.array([grades[_class(name)] for name in graded]))
    keys = [name for name in (UNIT, SCENARIO) if name in panel]
    units = panel.frame.groupby(keys, sort=False).ngroup().to_numpy()
    dynamic, change = compute_changes(index, panel.frame[YEAR].to_numpy(), units)
    results = {CLI: index, CLI_DYNAMIC: dynamic, CLI_CHANGE: change}
    if FILLED in panel:
        results[FILLED] = _filled(panel, graded, results)
    notes = [
        *_remarks_on_ungraded(panel, columns, graded),
        *_remarks_on_absent(grades, graded, panel.table),
        *_remarks_on_missing(panel, graded, index),
        *_remarks_on_replaced(panel),
    ]
    return Intensity(panel.with_columns(results), notes)


def compute_index(areas: np.ndarray, grades: np.ndarray) -> np.ndarray:
    """100 * sum(grade * area) / sum(area), (n,).

    Args:
        areas: (n, k) of the classes, in any one unit of area.
        grades: (k,) of the classes.

    Missing where an area is missing, and where the areas add up to zero (Zhuang and Liu 1997).

    >>> compute_index(np.array([[30.0, 10.0], [0.0, 0.0]]), np.array([2.0, 4.0])).tolist()
    [250.0, nan]
    """
    total = areas.sum(axis=1)
    shares = np.divide(areas, total[:, None], out=np.full_like(areas, np.nan), where=(total > 0)[:, None])
    # rounding must not carry a mean past the smallest or the largest grade
    return SCALE * np.clip(shares @ grades, grades.min(), grades.max())


def compute_changes(index: np.ndarray, years: np.ndarray, units: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(CLI - CLI0) / CLI0 / years * 100, % a year, since the unit's first date and since its previous one.

    Args:
        index: (n,) of ``compute_index``, rows in any order.
        years: (n,).
        units: (n,) whose row it is, any labels.

    The dynamic degree of Huo et al. 2025, Fig. 3h. Both results (n,), missing where the index is, and at a
    unit's first date.

    >>> compute_changes(np.array([200.0, 220.0, 231.0]), np.array([2000, 2010, 2011]), np.zeros(3))[1].tolist()
    [nan, 1.0, 5.0]
    """
    rows = pd.DataFrame({UNIT: units, YEAR: years, CLI: index})
    dated = rows[rows[CLI].notna()].sort_values(YEAR, kind="stable")
    by_unit = dated.groupby(UNIT, sort=False)[[YEAR, CLI]]
    since_first, since_previous = (
        _change_a_year(dated, earlier).reindex(rows.index).to_numpy()
        for earlier in (by_unit.transform("first"), by_unit.shift())
    )
    return since_first, since_previous


def _change_a_year(now: pd.DataFrame, earlier: pd.DataFrame) -> pd.Series:
    years = (now[YEAR] - earlier[YEAR]).astype(float)
    return (now[CLI] - earlier[CLI]) / earlier[CLI] / years.where(years > 0) * 100.0


def _filled(panel: Panel, graded: Sequence[str], results: Mapping[str, np.ndarray]) -> list[str]:
    """The column ``filled`` with the results that rest on an area it names."""
    rests_on_filled = np.any([panel.filled.rows(name) for name in graded], axis=0)
    texts = panel.frame[FILLED].fillna("").astype(str).to_numpy(dtype=object)
    for name, values in results.items():
        marked = rests_on_filled & ~np.isnan(values)
        texts[marked] = [f"{text}{SEPARATOR}{name}" for text in texts[marked]]
    return [merge_names([text]) for text in texts]


def _remarks_on_ungraded(panel: Panel, columns: Sequence[str], graded: Sequence[str]) -> list[Message]:
    ungraded = [name for name in columns if name not in graded]
    if not ungraded:
        return []
    area, left_out = (
        float(np.nansum(np.column_stack([panel.numbers(name) for name in names]))) for names in (columns, ungraded)
    )
    return [
        warning(
            "classes-without-grade",
            "{count:class has|classes have} no grade and no part in the index: {classes} ({share} % of the area).",
            count=len(ungraded),
            classes=[_class(name) for name in ungraded],
            share=round(100.0 * left_out / area, 2) if area else 0.0,
        )
    ]


def _remarks_on_absent(grades: Mapping[str, float], graded: Sequence[str], table: str) -> list[Message]:
    absent = [name for name in grades if name + AREA_SUFFIX not in graded]
    if not absent:
        return []
    return [
        note(
            "graded-classes-absent",
            "“{table}” has no column for {count:class|classes} with a grade, taken as absent: {classes}.",
            table=table,
            count=len(absent),
            classes=absent,
        )
    ]


def _remarks_on_missing(panel: Panel, graded: Sequence[str], index: np.ndarray) -> list[Message]:
    missing = np.isnan(index)
    if not missing.any():
        return []
    empty = [name for name in graded if np.isnan(panel.numbers(name)).any()]
    some_empty = sentence(
        "{count:row has|rows have} no index, since an area is missing ({columns}) or all areas are zero: {rows}."
    )
    all_zero = sentence("{count:row has|rows have} no index, since all areas are zero: {rows}.")
    return [
        warning(
            "rows-without-index",
            some_empty if empty else all_zero,
            count=int(missing.sum()),
            columns=empty,
            rows=panel.cells(missing),
        )
    ]


def _remarks_on_replaced(panel: Panel) -> list[Message]:
    replaced = [name for name in RESULTS if name in panel]
    if not replaced:
        return []
    return [
        note("index-replaced", "“{table}” already had {columns}: computed anew.", table=panel.table, columns=replaced)
    ]


def _is_class_area(name: str) -> bool:
    variable = describe(name)
    return name.endswith(AREA_SUFFIX) and variable is not None and variable.kind == AREA_KIND and _class(name) != TOTAL


def _class(column: str) -> str:
    return column[: -len(AREA_SUFFIX)]
