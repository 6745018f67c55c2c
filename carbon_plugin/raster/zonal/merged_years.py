"""Rasters of one year in several CRS, each counted on its own grid, as one year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ...core.errors import InputError
from ...core.messages import Message, note, phrase, sentence
from ...core.values import Cell
from .year_areas import YearAreas


class CountedTwiceError(InputError):
    template = sentence(
        "{year}: rasters in several coordinate reference systems see the same ground of {count:unit|units}, which "
        "would count twice: {units}."
    )
    remedy = sentence("Warp them onto one grid with nearest neighbour, or cut them along one line.")


def merged_years(parts: Sequence[YearAreas]) -> list[YearAreas]:
    """One for each year, rising: codes, cells and hectares of its parts added up.

    ``unit_cells`` is such that the shares of a unit's cells that the parts have seen add up, whatever their cells.
    """
    return [_merged([part for part in parts if part.year == year]) for year in sorted({part.year for part in parts})]


def remarks_on_merged(parts: Sequence[tuple[int, str]]) -> list[Message]:
    """A note for each year that has rasters in several CRS; ``parts``: the year and the CRS of each."""
    notes = []
    for year in sorted({year for year, _ in parts}):
        crs = [name for of_year, name in parts if of_year == year]
        if len(crs) > 1:
            template = "{year}: rasters in {count} coordinate reference systems, each counted in its own: {crs}."
            notes.append(note("tiles-in-several-crs", template, year=str(year), count=len(crs), crs=crs))
    return notes


def find_counted_twice(seen: Mapping[int, np.ndarray], keys: Sequence[str], allowed: np.ndarray) -> list[InputError]:
    """Years whose rasters in several CRS see the same ground of a unit.

    Args:
        seen: hectares of each unit (u,) that two rasters have a code for, by year.
        keys: (u,) call the units.
        allowed: (u,) hectares of each unit that cells on a seam may share.
    """
    errors: list[InputError] = []
    for year, hectares in sorted(seen.items()):
        twice = np.flatnonzero(hectares > allowed).tolist()
        if twice:
            cells = [Cell(keys[unit], value=phrase("about {area} ha", area=float(hectares[unit]))) for unit in twice]
            errors.append(CountedTwiceError(year=str(year), count=len(cells), units=cells))
    return errors


def _merged(parts: Sequence[YearAreas]) -> YearAreas:
    if len(parts) == 1:
        return parts[0]
    values = np.unique(np.concatenate([part.values for part in parts]))
    units = len(parts[0].unit_cells)
    cells, area_ha = np.zeros((units, len(values)), np.int64), np.zeros((units, len(values)))
    for part in parts:
        place = np.searchsorted(values, part.values)
        cells[:, place] += part.cells
        area_ha[:, place] += part.area_ha
    seen = [part.cells.sum(axis=1) for part in parts]
    share = sum(one / np.maximum(part.unit_cells, 1) for one, part in zip(seen, parts))
    largest = np.max([part.unit_cells for part in parts], axis=0)
    unit_cells = np.where(share > 0, np.rint(sum(seen) / np.where(share > 0, share, 1.0)), largest)
    return replace(
        parts[0],
        raster=", ".join(part.raster for part in parts),
        values=values,
        cells=cells,
        area_ha=area_ha,
        unit_cells=unit_cells.astype(np.int64),
        nodata_cells=np.maximum(unit_cells.astype(np.int64) - sum(seen), 0),
        crs="",
    )
