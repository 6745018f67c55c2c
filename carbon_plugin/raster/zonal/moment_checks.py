"""Whether sums of dates can be told: tiles of one map, no ground seen twice, and how much of the land has a class."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable

import numpy as np

from ...core.errors import InputError, raise_all
from ...core.messages import Message, phrase, sentence, warning
from ...core.values import Cell
from ..cell_areas import ELLIPSOIDAL, PLANAR, cell_areas
from ..grid import crs_name, spatial_reference
from .class_moments import ClassMoments
from .disagreements import find_two_maps, remarks_on_seams
from .edges import Edges
from .grid_years import GridYears, YearRaster, find_no_overlap
from .merged_years import remarks_on_merged
from .remarks import remarks_on_real_codes
from .same_ground import find_seen_twice
from .unit_sizes import UnitSizes

SEEN_AT_LEAST = 0.95  # of the land: where less has a class, the rest may move a centre
SQUARE_METRES = 1e4  # a hectare


def check_moments(
    dates: Sequence[YearRaster],
    edges: Sequence[Edges],
    found: Sequence[ClassMoments],
    *,
    keys: Sequence[str],
    check: Callable[[], None],
) -> None:
    """Raise, all at once, ``NoOverlapError``, ``TilesDisagreeError``, ``CountedTwiceError``.

    ``edges``, ``found``: of each of the ``dates``; ``keys`` call the units; ``check`` is called now and then.
    """
    groups = [GridYears([date], outlines) for date, outlines in zip(dates, edges)]
    errors: list[InputError] = find_no_overlap(groups, [one.met for one in found])
    for date, one in zip(dates, found):
        errors += find_two_maps([date], one.differing)
    raise_all(errors)
    if len({date.year for date in dates}) < len(dates):
        areas = [cell_areas(group.grid, group.name, _method(group)) for group in groups]
        raise_all(find_seen_twice(groups, areas, keys, check=check))


def _method(group: GridYears) -> str:
    return ELLIPSOIDAL if spatial_reference(group.grid.crs_wkt).IsGeographic() else PLANAR


def remarks_on_moments(
    dates: Sequence[YearRaster], found: Sequence[ClassMoments], sizes: UnitSizes | None
) -> list[Message]:
    """Seams, real numbers as codes, tiles in several CRS, and years of which much of the land has no class.

    ``sizes``: of the units; without them the land is that of the year that shows most.
    """
    notes = [*remarks_on_real_codes(dates)]
    notes += remarks_on_merged([(date.year, crs_name(date.land_cover.grid.crs_wkt)) for date in dates])
    for date, one in zip(dates, found):
        notes += remarks_on_seams([date], one.differing)
    seen: dict[int, float] = {}
    for date, one in zip(dates, found):
        hectares = float(one.moments.weight.sum()) * one.cell / SQUARE_METRES
        seen[date.year] = seen.get(date.year, 0.0) + hectares
    land = max(seen.values()) if sizes is None else float(np.nansum(sizes.hectares))
    little = [year for year, hectares in sorted(seen.items()) if hectares < SEEN_AT_LEAST * land]
    if little:
        text = sentence(
            "{count:year shows|years show} less than {percent} % of {land} ha of land with a class: {years}. Centres "
            "and ellipses are those of what is seen, and what is not seen may look like a move."
        )
        cells = [Cell(year=year, value=phrase("{area} ha", area=seen[year])) for year in little]
        values = {"count": len(little), "percent": 100 * SEEN_AT_LEAST, "land": land, "years": cells}
        notes.append(warning("years-seen-in-part", text, **values))
    return notes
