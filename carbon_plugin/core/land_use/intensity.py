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
from ..resources import read_rows
from ..tables.filled import SEPARATOR, filled_names, merge_names
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
        "“{table}” has no area of a class with a grade; its columns are {found}. Expected at least one of {expected}: "
        "choose a table with class areas, or grade its classes."
    )


@dataclass
class Intensity:
    """``panel``: the rows and columns of the input, and ``cli``, ``cli_dynamic``, ``cli_change``."""

    panel: pd.DataFrame
    notes: list[Message]


def load_grades() -> dict[str, float]:
    """The shipped grades: class -> grade."""
    return read_grades(read_rows("grades.csv"), "grades")


def read_grades(rows: Rows, table: str) -> dict[str, float]:
    """Grades from a table ``class, grade``, as ``Settings.read`` takes it; ``table`` is its name for the user.

    Raises, all at once: what ``Settings.read`` raises, ``ClassNamesError``, ``ReservedClassNamesError``.
    """
    return {row["class"]: row["grade"] for row in _GRADES.read(rows, table)}


def class_areas(columns: Iterable[str]) -> list[str]:
    """The columns that hold the area of a class, the plugin's own or the user's; not ``sown_ha``, not ``total_ha``."""
    return [name for name in columns if _is_class_area(str(name))]


def land_use_intensity(panel: pd.DataFrame, grades: Mapping[str, float], table: str = "INPUT") -> Intensity:
    """Comprehensive land-use index of every unit and year, and how it changes.

    ``panel``: ``unit``, ``year`` and class areas ``<class>_ha`` (any one unit of area); years may differ from unit to
    unit. ``grades``: class -> grade. ``table``: the name the user knows the panel by.

    ``cli`` = 100 * sum(grade * area) / sum(area) over the classes with a grade. ``cli_dynamic`` and ``cli_change``:
    (CLI - CLI0) / CLI0 / years * 100, % a year, since the unit's first year with data and since its previous one
    (the dynamic degree of Huo et al. 2025, Fig. 3h). Missing where an area is missing, where the areas add up to
    zero, and at a unit's first date. A class without a grade counts in neither sum. Where ``filled`` names one of the
    areas, it names the results as well.

    Raises ``NoGradedClassError``.
    """
    columns = class_areas(panel.columns)
    graded = [name for name in columns if _class(name) in grades]
    if not graded:
        expected = [name + AREA_SUFFIX for name in grades]
        raise NoGradedClassError(table=table, found=list(panel.columns), expected=expected)
    result = panel.copy()
    result[CLI] = _index(panel[graded].to_numpy(dtype=float), np.array([grades[_class(name)] for name in graded]))
    result[CLI_DYNAMIC], result[CLI_CHANGE] = _changes(result)
    if FILLED in panel.columns:
        result[FILLED] = _filled(result, graded)
    notes = [
        *_note_ungraded(panel, columns, graded),
        *_note_absent(grades, graded, table),
        *_note_missing(result, graded),
        *_note_replaced(panel, table),
    ]
    return Intensity(result, notes)


def _index(areas: np.ndarray, grades: np.ndarray) -> np.ndarray:
    """``areas`` (rows, classes) and ``grades`` (classes) -> the index (rows)."""
    total = areas.sum(axis=1)
    shares = np.divide(areas, total[:, None], out=np.full_like(areas, np.nan), where=(total > 0)[:, None])
    # rounding must not carry a mean past the smallest or the largest grade
    return SCALE * np.clip(shares @ grades, grades.min(), grades.max())


def _changes(panel: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Per cent a year since the unit's first and since its previous date, for every row of ``panel``."""
    keys = [name for name in (UNIT, SCENARIO) if name in panel.columns]
    rows = panel[[*keys, YEAR, CLI]].reset_index(drop=True)
    dated = rows[rows[CLI].notna()].sort_values(YEAR, kind="stable")
    units = dated.groupby(keys, sort=False)[[YEAR, CLI]]
    since_first, since_previous = (
        _change_a_year(dated, earlier).reindex(rows.index).to_numpy()
        for earlier in (units.transform("first"), units.shift())
    )
    return since_first, since_previous


def _change_a_year(now: pd.DataFrame, earlier: pd.DataFrame) -> pd.Series:
    years = (now[YEAR] - earlier[YEAR]).astype(float)
    return (now[CLI] - earlier[CLI]) / earlier[CLI] / years.where(years > 0) * 100.0


def _filled(panel: pd.DataFrame, graded: Sequence[str]) -> pd.Series:
    texts = panel[FILLED].fillna("").astype(str)
    rests_on_filled = texts.map(lambda text: not set(graded).isdisjoint(filled_names(text))).astype(bool)
    for name in RESULTS:
        texts = texts.mask(rests_on_filled & panel[name].notna(), texts + SEPARATOR + name)
    return texts.map(lambda text: merge_names([text]))


def _note_ungraded(panel: pd.DataFrame, columns: Sequence[str], graded: Sequence[str]) -> list[Message]:
    ungraded = [name for name in columns if name not in graded]
    if not ungraded:
        return []
    area = float(np.nansum(panel[list(columns)].to_numpy(dtype=float)))
    left_out = float(np.nansum(panel[ungraded].to_numpy(dtype=float)))
    return [
        warning(
            "classes-without-grade",
            "{count} classes have no grade and are left out of the index: {classes} ({share} % of the area).",
            count=len(ungraded),
            classes=[_class(name) for name in ungraded],
            share=round(100.0 * left_out / area, 2) if area else 0.0,
        )
    ]


def _note_absent(grades: Mapping[str, float], graded: Sequence[str], table: str) -> list[Message]:
    absent = [name for name in grades if name + AREA_SUFFIX not in graded]
    if not absent:
        return []
    return [
        note(
            "graded-classes-absent",
            "“{table}” has no column for {count} classes that have a grade; they count as absent: {classes}.",
            table=table,
            count=len(absent),
            classes=absent,
        )
    ]


def _note_missing(panel: pd.DataFrame, graded: Sequence[str]) -> list[Message]:
    missing = panel[CLI].isna().to_numpy()
    if not missing.any():
        return []
    empty = [name for name in graded if panel[name].isna().any()]
    return [
        warning(
            "rows-without-index",
            "{count} rows have no index, since an area is missing ({columns}) or all areas are zero: {rows}.",
            count=int(missing.sum()),
            columns=empty or "–",
            rows=[f"{unit} {year}" for unit, year in zip(panel[UNIT][missing], panel[YEAR][missing])],
        )
    ]


def _note_replaced(panel: pd.DataFrame, table: str) -> list[Message]:
    replaced = [name for name in RESULTS if name in panel.columns]
    return (
        [note("index-replaced", "“{table}” already had {columns}: computed anew.", table=table, columns=replaced)]
        if replaced
        else []
    )


def _is_class_area(name: str) -> bool:
    variable = describe(name)
    return name.endswith(AREA_SUFFIX) and variable is not None and variable.kind == AREA_KIND and _class(name) != TOTAL


def _class(column: str) -> str:
    return column[: -len(AREA_SUFFIX)]
