"""Tables of ellipses and of the moves of their centres, by group and year, and what to say of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..messages import Message, phrase, warning
from ..tables.vocabulary import YEAR
from ..values import Cell
from .ellipse import CRIMESTAT, CRIMESTAT_LOSS, Ellipses, Moments, compute_ellipses, compute_moves

SQUARE_METRES = 1e6  # a square kilometre


@dataclass(frozen=True)
class EllipseTables:
    """``ellipses``: one row for each that can be drawn, without its centre; ``drawn``: the same as arrays.

    ``centres``: one row a move of a group from one year to the next, without its ends; ``starts``, ``ends`` (m, 2) on
    the plane.
    """

    ellipses: pd.DataFrame
    drawn: Ellipses
    centres: pd.DataFrame
    starts: np.ndarray
    ends: np.ndarray
    notes: list[Message] = field(default_factory=list)


def ellipse_tables(
    moments: Moments,
    groups: Sequence[str],
    years: Sequence[int | None],
    *,
    column: str,
    method: str,
    size: int,
    in_words: Callable[[str], object] | None = None,
) -> EllipseTables:
    """Ellipses of the sums ``moments`` of ``groups`` in ``years``.

    What cannot be drawn (no weight, one place, places on a line) has no row and is named.

    Args:
        moments: the sums of the n groups.
        groups: (n,) their names.
        years: (n,), None where there are none.
        column: the name of the groups' column.
        method: as of ``compute_ellipses``.
        size: in standard deviations.
        in_words: what sentences call a group, if not by its name.

    >>> sums = Moments.of_points([0, 4, 8, 12], [0, 1, 5, 6], [1, 2, 2, 1], group=[0, 0, 0, 0], groups=1)
    >>> found = ellipse_tables(sums, ["a"], [2000], column="group", method="yuill", size=1)
    >>> found.ellipses[["group", "year", "long_m"]].round(3).values.tolist()
    [['a', 2000, 4.465]]
    """
    found = compute_ellipses(moments, method)
    order = np.array(sorted(range(len(groups)), key=lambda place: (groups[place], years[place] or 0)), dtype=int)
    has_axes = found.short > 0
    drawn = order[has_axes[order]]
    of_drawn = _taken(found, drawn)
    rows: dict[str, object] = {column: [groups[place] for place in drawn]}
    with_years = any(year is not None for year in years)
    if with_years:
        rows[YEAR] = [years[place] for place in drawn]
    frame = pd.DataFrame(
        {
            **rows,
            "size": size,
            "azimuth": of_drawn.azimuth,
            "long_m": size * of_drawn.long,
            "short_m": size * of_drawn.short,
            "area_km2": size**2 * of_drawn.area / SQUARE_METRES,
            "flattening": of_drawn.flattening,
            "method": method,
        }
    )
    centres, starts, ends = _moves(found, order, groups, years=years, column=column)
    nobody = phrase("features without a group") if any(groups) else phrase("all features")
    cells = [
        _called(group, year, in_words) if group or year is not None else nobody for group, year in zip(groups, years)
    ]
    notes = _remarks_on_missing(found, moments, cells, method=method)
    return EllipseTables(frame, of_drawn, centres, starts, ends, notes)


def _called(group: str, year: int | None, in_words: Callable[[str], object] | None) -> Cell:
    """What a sentence calls a group in a year."""
    return Cell(year=year, value=in_words(group)) if group and in_words else Cell(group or None, year)


def _taken(found: Ellipses, places: np.ndarray) -> Ellipses:
    return Ellipses(*(getattr(found, name)[places] for name in found.__dataclass_fields__))


def _moves(
    found: Ellipses, order: np.ndarray, groups: Sequence[str], *, years: Sequence[int | None], column: str
) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    known = [place for place in order if np.isfinite(found.centre_x[place]) and years[place] is not None]
    pairs = [(one, other) for one, other in zip(known, known[1:]) if groups[one] == groups[other]]
    first, second = (np.array([pair[side] for pair in pairs], dtype=int) for side in (0, 1))
    starts, ends = (np.column_stack([found.centre_x[at], found.centre_y[at]]) for at in (first, second))
    moved = [compute_moves(*np.stack([start, end], axis=1)) for start, end in zip(starts, ends)]
    frame = pd.DataFrame(
        {
            column: [groups[place] for place in first],
            "from_year": [years[place] for place in first],
            "to_year": [years[place] for place in second],
            "distance_m": [float(distance[0]) for distance, _ in moved],
            "direction": [float(direction[0]) for _, direction in moved],
        }
    )
    return frame, starts, ends


def _remarks_on_missing(found: Ellipses, moments: Moments, cells: Sequence[object], *, method: str) -> list[Message]:
    """Why groups have no ellipse."""
    nothing = ~(moments.weight > 0)
    too_light = ~nothing & (method == CRIMESTAT) & (moments.weight <= CRIMESTAT_LOSS)
    at_one_place = ~nothing & ~too_light & (found.long == 0)
    on_a_line = ~nothing & ~too_light & (found.long > 0) & (found.short == 0)

    def chosen(which: np.ndarray) -> list:
        return [cells[place] for place in np.flatnonzero(which)]

    notes = []
    if nothing.any():
        notes.append(
            warning(
                "ellipse-without-weight",
                "{count:group has|groups have} no weight at all, hence neither centre nor ellipse: {groups}.",
                count=int(nothing.sum()),
                groups=chosen(nothing),
            )
        )
    if too_light.any():
        notes.append(
            warning(
                "ellipse-too-light",
                "CrimeStat's correction needs weights that add up to more than {least}: {count:group has|groups have} "
                "less and no ellipse: {groups}. Give the weights in a smaller unit of measure, or choose another "
                "method.",
                least=CRIMESTAT_LOSS,
                count=int(too_light.sum()),
                groups=chosen(too_light),
            )
        )
    if at_one_place.any():
        notes.append(
            warning(
                "ellipse-of-one-place",
                "{count:group lies|groups lie} at one place only, which has a centre but no ellipse: {groups}.",
                count=int(at_one_place.sum()),
                groups=chosen(at_one_place),
            )
        )
    if on_a_line.any():
        notes.append(
            warning(
                "ellipse-of-a-line",
                "{count:group lies|groups lie} on a line (two places do), which has a centre but no ellipse: {groups}.",
                count=int(on_a_line.sum()),
                groups=chosen(on_a_line),
            )
        )
    return notes
