"""Class areas by unit and year: cell counts of land-cover codes become a panel of hectares.

Huo et al. 2025 (Qinba): area of class k in unit u and year t = number of its cells times the cell's area.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, raise_all
from ..messages import Message, note, phrase, sentence, warning
from ..tables.vocabulary import AREA_SUFFIX, UNIT, YEAR
from ..values import Cell
from .legend import Legend
from .legend_fit import find_codes_without_class

TOTAL_AREA, COVERAGE = "total_ha", "coverage_pct"

WELL_COVERED = 95.0  # percent of a unit's cells: with less, its areas are too small to be compared between years


class NoOverlapError(InputError):
    template = sentence(
        "“{raster}” ({year}) does not touch the units: no cell's centre lies in any of them. Raster: "
        "{raster_extent}; units: {units_extent}, both in {crs}."
    )
    remedy = sentence("Check the coordinate reference systems of both layers.")


@dataclass(frozen=True)
class CodeCounts:
    """What was counted in one year.

    ``values`` (c,): the codes met; ``cells`` (u, c): cells of each code in each unit; ``area_ha`` (u, c): their
    area in hectares; ``unit_cells`` (u,): all cells whose centre lies in the unit, covered by the raster or not.
    """

    year: int
    raster: str
    values: np.ndarray
    cells: np.ndarray
    area_ha: np.ndarray
    unit_cells: np.ndarray


@dataclass
class AreaPanel:
    """``frame``: unit, year, ``<class>_ha`` of every class of the legend, ``total_ha``, ``coverage_pct``."""

    frame: pd.DataFrame
    cells_without_class: int
    units_without_cells: list[str]
    notes: list[Message] = field(default_factory=list)


def area_panel(units: Sequence[str], counts: Sequence[CodeCounts], legend: Legend) -> AreaPanel:
    """The panel of class areas, one row for a unit and a year, units in their order, years rising.

    Args:
        units: (u,) keys, in the order of the rows wanted.
        counts: one a year, cells and hectares (u, c) in the order of ``units``.
        legend: the class of every code that was met.

    A class that a unit has not is 0; a unit without a single cell is missing, not 0, and named. Raises
    ``CodesWithoutClassError`` once for all years that have codes the legend does not know.

    >>> from .legend import read_legend
    >>> legend = read_legend([{"value": 1, "class": "forest"}], "legend")
    >>> count = CodeCounts(2020, "map", np.array([1]), np.array([[4]]), np.array([[0.36]]), np.array([5]))
    >>> area_panel(["a"], [count], legend).frame.values.tolist()
    [['a', 2020, 0.36, 0.36, 80.0]]
    """
    _check_codes(counts, legend)
    classes = legend.classes
    without_class = 0
    frames = []
    for count in sorted(counts, key=_year):
        frames.append(_year_frame(units, count, legend, classes))
        without_class += int(count.cells[:, np.isin(count.values, list(legend.without_class))].sum())
    frame = pd.concat(frames, ignore_index=True)
    frame = frame.sort_values([UNIT, YEAR], key=_in_order(units), kind="stable").reset_index(drop=True)
    largest = np.max([count.unit_cells for count in counts], axis=0)
    empty = [unit for unit, cells in zip(units, largest) if cells == 0]
    notes = [
        *(message for count in sorted(counts, key=_year) for message in _remarks_on_year(frame, count)),
        *_remarks_on_cells(without_class, empty),
    ]
    return AreaPanel(frame, without_class, empty, notes)


def remarks_on_legend(counts: Sequence[CodeCounts], legend: Legend) -> list[Message]:
    """Which table gave the classes of the codes that were met, a note a table."""
    met = sorted({int(value) for count in counts for value in count.values[count.cells.sum(axis=0) > 0]})
    return [
        note("legend-in-use", "Classes of codes {codes}: “{table}”.", codes=codes, table=table)
        for table, codes in legend.sources(met).items()
    ]


def _check_codes(counts: Sequence[CodeCounts], legend: Legend) -> None:
    met = [{int(value) for value in count.values[count.cells.sum(axis=0) > 0]} for count in counts]
    raise_all(
        find_codes_without_class(
            [legend.unknown(codes) for codes in met],
            [count.raster for count in counts],
            [count.year for count in counts],
            met=set().union(*met),
        )
    )


def _year_frame(units: Sequence[str], count: CodeCounts, legend: Legend, classes: Sequence[str]) -> pd.DataFrame:
    class_of = [legend.class_of.get(int(value), "") for value in count.values]
    columns: dict[str, object] = {UNIT: list(units), YEAR: count.year}
    for name in classes:
        columns[name + AREA_SUFFIX] = count.area_ha[:, [met == name for met in class_of]].sum(axis=1)
    with_class = np.array([bool(met) for met in class_of], dtype=bool)
    columns[TOTAL_AREA] = count.area_ha[:, with_class].sum(axis=1)
    valid = count.cells[:, with_class].sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        columns[COVERAGE] = np.where(count.unit_cells > 0, 100.0 * valid / count.unit_cells, np.nan)
    frame = pd.DataFrame(columns)
    areas = [name for name in frame.columns if name.endswith(AREA_SUFFIX)]
    frame.loc[valid == 0, areas] = np.nan  # nothing was seen there, which is not an area of 0
    return frame


def _in_order(units: Sequence[str]):
    rank = {unit: number for number, unit in enumerate(units)}
    return lambda column: column.map(rank) if column.name == UNIT else column


def _year(count: CodeCounts) -> int:
    return count.year


def _remarks_on_year(frame: pd.DataFrame, count: CodeCounts) -> list[Message]:
    """What was seen in one year, and the units it was seen too little of."""
    rows = frame[frame[YEAR] == count.year]
    cells, seen = int(count.unit_cells.sum()), int(count.cells.sum())
    notes = [
        note(
            "year-areas",
            "{year}: {area} ha in {units:unit|units}; {seen} of {cells} cells have a code ({share} %).",
            year=count.year,
            area=float(rows[TOTAL_AREA].sum()),
            units=int(rows[TOTAL_AREA].notna().sum()),
            seen=float(seen),
            cells=float(cells),
            share=round(100.0 * seen / cells, 2) if cells else 0.0,
        )
    ]
    unseen = [
        unit for unit, valid, total in zip(rows[UNIT], rows[TOTAL_AREA], count.unit_cells) if total and not valid > 0
    ]
    if unseen:
        notes.append(
            warning(
                "units-without-valid-cells",
                "{year}: “{raster}” has no valid cell in {count:unit|units}, whose areas are missing: {units}.",
                year=count.year,
                raster=count.raster,
                count=len(unseen),
                units=[Cell(unit) for unit in unseen],
            )
        )
    poorly = rows[(rows[COVERAGE] > 0) & (rows[COVERAGE] < WELL_COVERED)].sort_values(COVERAGE)
    if len(poorly):
        notes.append(
            warning(
                "units-poorly-covered",
                "{year}: less than {limit} % of the cells of {count:unit|units} have a class in “{raster}”, so the "
                "areas are too small: {units}. Check that the raster reaches over the whole of them.",
                year=count.year,
                raster=count.raster,
                limit=WELL_COVERED,
                count=len(poorly),
                units=[
                    Cell(unit, value=phrase("{share} %", share=round(share)))
                    for unit, share in zip(poorly[UNIT], poorly[COVERAGE])
                ],
            )
        )
    return notes


def _remarks_on_cells(without_class: int, empty: Sequence[str]) -> list[Message]:
    """Cells that count nowhere, and units that hold none."""
    notes = []
    if without_class:
        notes.append(
            warning(
                "cells-without-class",
                "Cells whose code the legend leaves without class count as not covered: {count}.",
                count=float(without_class),
            )
        )
    return [*notes, *remarks_on_units_without_cells(empty)]


def remarks_on_units_without_cells(empty: Sequence[str]) -> list[Message]:
    """The units in which no cell has its centre."""
    if not empty:
        return []
    return [
        warning(
            "units-without-cells",
            "{count:unit holds|units hold} no cell's centre (smaller than a cell, or outside), hence no areas: "
            "{units}.",
            count=len(empty),
            units=[Cell(unit) for unit in empty],
        )
    ]
