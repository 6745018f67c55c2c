"""The grid a raster lies on: size, place, cell and coordinate reference system."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Callable

from osgeo import gdal, osr

from ..core.errors import InputError
from ..core.messages import Message, phrase, sentence

SMALLEST_CELL, LARGEST_CELL = 1e-9, 1e9  # in units of a CRS
SMALLEST_SHARE = 1e-13  # of its place: less is lost in rounding
SAME_GRID = 1e-6  # cells: the rounding of file formats, too little to carry a cell's centre across a border
NAMELESS = ("unknown", "unnamed")  # what GDAL calls a CRS that was given by its parameters
ALIGNED = 1e-2  # cells: what tiles of one picture may be off, for instance where their origins were printed as text


class NotGeoreferencedError(InputError):
    template = sentence("“{raster}” has no place on the map: it has no georeference.")
    remedy = sentence("Georeference it, or choose the file that has its world file beside it.")


class NoRasterCrsError(InputError):
    template = sentence("“{raster}” has no coordinate reference system, so its place on the ground is unknown.")
    remedy = sentence("Assign its CRS (Raster > Projections > Assign Projection), then run again.")


class RotatedGridError(InputError):
    template = sentence(
        "“{raster}” lies on a rotated grid (rotation terms {rotation}), but rows and columns along the axes of its "
        "CRS were expected."
    )
    remedy = sentence("Warp it onto an unrotated grid with nearest neighbour, then run again.")


class CellSizeError(InputError):
    template = sentence("“{raster}” has cells of {width} x {height} in units of its CRS, which no map has.")
    remedy = sentence("Correct its georeference (a world file beside it, for instance), or georeference it anew.")


@dataclass(frozen=True)
class Grid:
    """Cells in rows and columns along the axes of a CRS.

    ``geotransform``: left edge, cell width, 0, top edge, 0, cell height (negative where rows run south), in the units
    of ``crs_wkt``; ``block_width`` and ``block_height``: the cells that the file decodes in one go.
    """

    width: int
    height: int
    geotransform: tuple[float, float, float, float, float, float]
    crs_wkt: str
    block_width: int
    block_height: int

    @classmethod
    def from_dataset(cls, dataset: gdal.Dataset, name: str, crs_wkt: str = "") -> Grid:
        """The grid of an open dataset called ``name``; ``crs_wkt`` stands in for what the file says of its CRS.

        Raises ``NotGeoreferencedError``, ``CellSizeError``, ``NoRasterCrsError``, ``RotatedGridError``.
        """
        geotransform = dataset.GetGeoTransform(can_return_null=True)
        if geotransform is None or geotransform[1] == 0 or geotransform[5] == 0:
            raise NotGeoreferencedError(raster=name)
        if not _is_a_cell(geotransform):
            raise CellSizeError(raster=name, width=float(geotransform[1]), height=float(geotransform[5]))
        if geotransform[2] != 0 or geotransform[4] != 0:
            raise RotatedGridError(raster=name, rotation=[geotransform[2], geotransform[4]])
        if not crs_wkt:
            crs = dataset.GetSpatialRef()
            if crs is None:
                raise NoRasterCrsError(raster=name)
            crs_wkt = crs.ExportToWkt(["FORMAT=WKT2_2019"])
        block_width, block_height = dataset.GetRasterBand(1).GetBlockSize()
        return cls(dataset.RasterXSize, dataset.RasterYSize, tuple(geotransform), crs_wkt, block_width, block_height)

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """West, south, east, north in the units of the CRS."""
        left, width, _, top, _, height = self.geotransform
        xs, ys = (left, left + width * self.width), (top, top + height * self.height)
        return min(xs), min(ys), max(xs), max(ys)

    def offset(self, other: Grid) -> tuple[float, float]:
        """Columns and rows from this grid's first cell to the other's, in this grid's cells."""
        left, width, _, top, _, height = self.geotransform
        return (other.geotransform[0] - left) / width, (other.geotransform[3] - top) / height

    def difference(self, other: Grid) -> list[Message]:
        """What keeps the two from being one grid: size, CRS, cell, origin; empty if nothing does."""
        found = []
        if (self.width, self.height) != (other.width, other.height):
            found.append(_against(sentence("size {first} against {second} cells"), self, other, _size))
        found += self._unlike(other, SAME_GRID)
        return found or self._shifted(self.offset(other), SAME_GRID)

    def misalignment(self, other: Grid) -> list[Message]:
        """What keeps the other's cells from being cells of this grid, continued without limit: CRS, cell, origin."""
        shifts = [shift - round(shift) for shift in self.offset(other)]
        return self._unlike(other, ALIGNED) or self._shifted(shifts, ALIGNED)

    def _unlike(self, other: Grid, tolerance: float) -> list[Message]:
        found = []
        if not same_crs(self.crs_wkt, other.crs_wkt):
            found.append(
                _against(sentence("CRS {first} against {second}"), self, other, lambda grid: crs_name(grid.crs_wkt))
            )
        if not self._same_cell(other, tolerance):
            found.append(_against(sentence("cell {first} against {second}"), self, other, _cell))
        return found

    def _same_cell(self, other: Grid, tolerance: float) -> bool:
        """True if the cells keep together from one end of the longer grid to the other."""
        sides = ((1, max(self.width, other.width)), (5, max(self.height, other.height)))
        return all(
            abs(other.geotransform[side] / self.geotransform[side] - 1.0) * cells <= tolerance for side, cells in sides
        )

    @staticmethod
    def _shifted(shifts: Sequence[float], tolerance: float) -> list[Message]:
        columns, rows = (abs(shift) for shift in shifts)
        if max(columns, rows) <= tolerance:
            return []
        return [phrase("origin shifted by {columns} columns and {rows} rows", columns=columns, rows=rows)]


def _is_a_cell(geotransform: Sequence[float]) -> bool:
    """True if numbers of any place on the grid differ from cell to cell."""
    if not all(map(isfinite, geotransform)):
        return False
    left, width, _, top, _, height = geotransform
    sides = ((left, abs(width)), (top, abs(height)))
    return all(max(SMALLEST_CELL, SMALLEST_SHARE * abs(place)) < side < LARGEST_CELL for place, side in sides)


def same_crs(first_wkt: str, second_wkt: str) -> bool:
    """True if two CRS mean the same places, whatever they are called."""
    return first_wkt == second_wkt or bool(spatial_reference(first_wkt).IsSame(spatial_reference(second_wkt)))


def crs_name(crs_wkt: str) -> str:
    """The name of a CRS as people know it; of one without a name, what it is made of."""
    crs = spatial_reference(crs_wkt)
    name = crs.GetName()
    return name if name and name not in NAMELESS else crs.ExportToProj4().strip() or crs_wkt


def spatial_reference(crs_wkt: str) -> osr.SpatialReference:
    """The CRS with x before y, as geotransforms have it, and without heights."""
    crs = osr.SpatialReference()
    crs.ImportFromWkt(crs_wkt)
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if crs.IsCompound():
        crs.StripVertical()
    return crs


def _against(template: str, first: Grid, second: Grid, part: Callable[[Grid], str]) -> Message:
    return phrase(template, first=part(first), second=part(second))


def _size(grid: Grid) -> str:
    return f"{grid.width} x {grid.height}"


def _cell(grid: Grid) -> str:
    return f"{grid.geotransform[1]:.12g} x {grid.geotransform[5]:.12g}"
