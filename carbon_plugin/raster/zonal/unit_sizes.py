"""Guard: what was counted of a unit against the size that its outline has on the ellipsoid.

Centres of cells give a unit's area up to its border: an outline of p cells' lengths may gain or lose half of p. What is
further apart was not counted where the outline lies: moved wrongly between two CRS, or wrapped around the Earth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...core.errors import InputError
from ...core.messages import Message, phrase, sentence, warning
from ...core.values import Cell
from ..cell_areas import ELLIPSOIDAL, CellAreas, cell_areas
from .grid_years import GridYears

BORDER_SHARE, BORDER_CELLS = 0.5, 2.0  # of the outline's length in cells, and what every unit may be off
DATUM_SHARE = 6e-3  # of a unit's area: ellipsoids, and scales that are interpolated
FAR = 4.0  # times what the border explains, and half of the unit


class CountedElsewhereError(InputError):
    """``units``: cells with what was counted and what the outline has."""

    template = sentence("“{raster}”: {count:unit was|units were} counted where the outline does not lie: {units}.")
    remedy = sentence(
        "Check the coordinate reference systems of both layers; cut outlines that reach across 180 degrees there, or "
        "warp the raster into the units' coordinate reference system."
    )


@dataclass(frozen=True)
class UnitSizes:
    """``hectares`` (u,): of each unit's outline on the ellipsoid, NaN where unknown; ``keys`` (u,) call the units."""

    keys: Sequence[str]
    hectares: np.ndarray

    def named(self, apart: np.ndarray, counted: np.ndarray) -> list[Cell]:
        """The units that are ``apart`` (u,) with both numbers."""
        return [
            Cell(
                self.keys[unit],
                value=phrase(
                    "{counted} ha counted, outline {outline} ha",
                    counted=float(counted[unit]),
                    outline=float(self.hectares[unit]),
                ),
            )
            for unit in np.flatnonzero(apart).tolist()
        ]


def compare_sizes(
    group: GridYears, areas: CellAreas, met: np.ndarray, *, whole: np.ndarray, sizes: UnitSizes
) -> tuple[list[InputError], list[Message]]:
    """What is far from the outlines' own areas, and what is further from them than the border explains.

    Args:
        met: (u,) hectares of the unit's cells on the raster, those without a code too.
        whole: (u,) True for units of which all cells lie on the raster.
    """
    allowed = border_hectares(group, areas) + DATUM_SHARE * sizes.hectares
    if areas.ellipsoid is None:
        met = met * _true_to_planar(group, areas)
        allowed = allowed + 0.1 * sizes.hectares
    beyond = met - sizes.hectares
    with np.errstate(invalid="ignore"):
        beyond = np.where(whole, np.abs(beyond), beyond)
        far = (beyond > FAR * allowed) & (beyond > 0.5 * sizes.hectares)
        apart = (beyond > allowed) & ~far
    errors: list[InputError] = []
    notes: list[Message] = []
    if far.any():
        named = sizes.named(far, met)
        errors.append(CountedElsewhereError(raster=group.name, count=len(named), units=named))
    if apart.any():
        named = sizes.named(apart, met)
        notes.append(
            warning(
                "counted-area-differs",
                "“{raster}”: what was counted of {count:unit|units} differs from the outline by more than cells on "
                "its border explain: {units}. Check the coordinate reference systems of both layers.",
                raster=group.name,
                count=len(named),
                units=named,
            )
        )
    return errors, notes


def border_hectares(group: GridYears, areas: CellAreas) -> np.ndarray:
    """How many hectares of each unit cells on its border may gain or lose, (u,)."""
    return (BORDER_SHARE * border_cells(group) + BORDER_CELLS) * _typical_cell(group, areas)


def border_cells(group: GridYears) -> np.ndarray:
    """The length of each unit's outline, along rows and columns, in cells, (u,)."""
    _, width, _, _, _, height = group.grid.geotransform
    sums = group.edges.sums
    return sums.across / abs(width) + sums.down / abs(height)


def _typical_cell(group: GridYears, areas: CellAreas) -> float:
    """Hectares of the largest of a few cells of the grid."""
    if areas.every_ha is not None:
        return areas.every_ha
    grid = group.grid
    return max(
        areas.window(row, row + 1, column, right=column + 1).typical
        for row in {0, grid.height // 2, grid.height - 1}
        for column in {grid.width // 2}
    )


def _true_to_planar(group: GridYears, areas: CellAreas) -> np.ndarray:
    """True hectares for a planar one at the middle of each unit, (u,); 1 where there is no ground."""
    try:
        true = cell_areas(group.grid, group.name, ELLIPSOIDAL)
    except InputError:
        return np.ones(group.edges.unit_count)
    left, width, _, top, _, height = group.grid.geotransform
    sums = group.edges.sums
    count = np.maximum(sums.edges, 1)
    columns, rows = (sums.x / count - left) / width, (sums.y / count - top) / height
    factors = np.ones(group.edges.unit_count)
    for unit, (row, column) in enumerate(zip(rows.astype(int).tolist(), columns.astype(int).tolist())):
        try:
            factors[unit] = true.window(row, row + 1, column, right=column + 1).typical / areas.every_ha
        except InputError:
            continue
    return factors
