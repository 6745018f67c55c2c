"""What to know of counted transitions: cells that do not count, classes of one date, units without change to see."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import InputError, raise_all
from ..messages import Message, note, phrase, sentence, warning
from ..values import Cell
from .areas import remarks_on_units_without_cells
from .class_words import LandClass
from .legend_fit import find_codes_without_class

LITTLE_IN_COMMON = 95.0  # percent of a unit's cells


class NothingInCommonError(InputError):
    template = sentence("No cell has a class in both {first_year} and {second_year} within the units.")
    remedy = sentence(
        "Check that both rasters cover the units, that their codes are those of the legend, and their years."
    )


def check_codes(unknown: Sequence[set[int]], rasters: Sequence[str], years: Sequence[int]) -> None:
    """Raise ``CodesWithoutClassError`` once for all dates that have codes the legend does not know."""
    raise_all(find_codes_without_class(unknown, rasters, years))


def check_in_common(cells: np.ndarray, pairs: Sequence[tuple[int, int]]) -> None:
    """Raise ``NothingInCommonError`` for every pair of years (p) without a cell (p, u, k, k) valid at both dates."""
    valid = cells[:, :, 1:, 1:].sum(axis=(1, 2, 3))
    raise_all(
        [
            NothingInCommonError(first_year=str(first), second_year=str(second))
            for (first, second), count in zip(pairs, valid)
            if not count
        ]
    )


def remarks_on_cells(
    cells: np.ndarray,
    unit_cells: np.ndarray,
    units: Sequence[str],
    *,
    pairs: Sequence[tuple[int, int]],
    has_outlines: bool = True,
) -> list[Message]:
    """On cells (p, u, k, k), number 0 without a class, of ``unit_cells`` (u,) of the units.

    ``has_outlines``: without, the whole raster is the unit, and its cells without a class may lie outside the region.
    """
    notes = []
    for (first, second), of_pair in zip(pairs, cells):
        valid = of_pair[:, 1:, 1:].sum(axis=(1, 2))
        notes.append(
            note(
                "pair-cells",
                "{first_year} to {second_year}: {count} cells have a class at both dates, {changed} of them another "
                "one; {left_out} have one at one date only and do not count.",
                first_year=str(first),
                second_year=str(second),
                count=float(valid.sum()),
                changed=float(valid.sum() - np.trace(of_pair[:, 1:, 1:].sum(axis=0))),
                left_out=float(of_pair[:, 0, 1:].sum() + of_pair[:, 1:, 0].sum()),
            )
        )
        if has_outlines:
            notes += _poor(first, second, valid, unit_cells=unit_cells, units=units)
    empty = [unit for unit, count in zip(units, unit_cells) if not count]
    return [*notes, *remarks_on_units_without_cells(empty)]


def _poor(first: int, second: int, valid: np.ndarray, *, unit_cells: np.ndarray, units: Sequence[str]) -> list[Message]:
    """Units that have too few cells in common, or none."""
    some = unit_cells > 0
    share = np.where(some, 100.0 * valid / np.maximum(unit_cells, 1), np.nan)
    none = [Cell(unit) for unit, count, has in zip(units, valid, some) if has and not count]
    poor = np.flatnonzero(some & (valid > 0) & (share < LITTLE_IN_COMMON))
    notes = []
    if none:
        notes.append(
            warning(
                "units-nothing-in-common",
                "{first_year} to {second_year}: {count:unit has|units have} no cell with a class at both dates, and no "
                "row: {units}.",
                first_year=str(first),
                second_year=str(second),
                count=len(none),
                units=none,
            )
        )
    if len(poor):
        poor = poor[np.argsort(share[poor], kind="stable")]
        notes.append(
            warning(
                "units-little-in-common",
                "{first_year} to {second_year}: less than {limit} % of the cells of {count:unit|units} have a class at "
                "both dates, so the areas are too small: {units}.",
                first_year=str(first),
                second_year=str(second),
                limit=LITTLE_IN_COMMON,
                count=len(poor),
                units=[Cell(units[place], value=phrase("{share} %", share=round(share[place]))) for place in poor],
            )
        )
    return notes


def remarks_on_classes(cells: np.ndarray, classes: Sequence[str], pairs: Sequence[tuple[int, int]]) -> list[Message]:
    """On classes (k - 1 names) that only one date of a pair has, from cells (p, u, k, k)."""
    notes = []
    for (first, second), of_pair in zip(pairs, cells):
        of_region = of_pair[:, 1:, 1:].sum(axis=0)
        start, end = of_region.sum(axis=1) > 0, of_region.sum(axis=0) > 0
        for year, other, alone in ((first, second, start & ~end), (second, first, end & ~start)):
            names = [name for name, is_alone in zip(classes, alone) if is_alone]
            if names:
                notes.append(
                    warning(
                        "classes-of-one-date",
                        "{count:class stands|classes stand} in {year} but not in {other}: {classes}. Check that both "
                        "rasters use the same codes.",
                        count=len(names),
                        year=str(year),
                        other=str(other),
                        classes=[LandClass(name) for name in names],
                    )
                )
    return notes
