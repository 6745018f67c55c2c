"""A series of rasters of one grid: one raster a year, or one raster with a band a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal

from ...core.errors import InputError, kept, raise_all
from ...core.messages import sentence
from ...core.progress import Progress, Silent, advance
from ...core.trend.trend_classes import MINIMUM_LENGTH
from ..bands import RasterSource, has_signed_bytes, open_dataset, read_band, source_of
from ..grid import Grid


class SeriesBandsError(InputError):
    template = sentence("“{raster}” has {bands} bands.")
    remedy = sentence("Give either one raster with a band a year, or rasters of one band each.")


class CellsNotNumbersError(InputError):
    template = sentence("“{raster}” holds values of type {found}, but real numbers were expected.")
    remedy = sentence(
        "Choose a raster of measurements, or convert it (Raster > Conversion > Translate, output type Float32)."
    )


class GridsDifferError(InputError):
    template = sentence("“{second}” does not lie on the grid of “{first}”: {differences}.")
    remedy = sentence(
        "All rasters of a series share one grid: warp one onto the other's (Raster > Projections > Warp)."
    )


class LayerYearsError(InputError):
    template = sentence("There are {layers} rasters (or bands) but {years} years: {found}.")
    remedy = sentence("Give one year for each.")


class RepeatedYearsError(InputError):
    template = sentence("These years come more than once: {found}.")
    remedy = sentence("Give each raster (or band) a year of its own.")


class TooFewRastersError(InputError):
    template = sentence("A trend needs at least three years of rasters (or bands); found {found}.")
    remedy = sentence("Add the rasters of other years.")


@dataclass(frozen=True)
class Layer:
    """A band of a file and its year.

    ``masked``: True if a mask or nodata value says where it has data; ``opacity``: the number of a band that says so
    where GDAL's mask does not go by it, 0 if none does.
    """

    source: RasterSource
    band: int
    year: int
    masked: bool
    opacity: int = 0


@dataclass(frozen=True)
class RasterSeries:
    """Layers in the order of their years, on one grid.

    ``grid`` has the largest blocks of all layers. Files are opened by whoever reads, so this can be sent to another
    thread or process.
    """

    grid: Grid
    layers: tuple[Layer, ...]

    @property
    def years(self) -> np.ndarray:
        """(n_times,), increasing."""
        return np.array([layer.year for layer in self.layers])

    def read(self, row: int, column: int, height: int, *, width: int, progress: Progress = Silent()) -> np.ndarray:
        """The values of a window, (n_times, height, width), scale and offset applied, NaN where there is no data.

        Raises ``RasterNotReadableError``, ``RasterDamagedError``, ``Cancelled``.
        """
        values = np.empty((len(self.layers), height, width))
        for number, layer in enumerate(self.layers):
            advance(progress, number / len(self.layers))
            _read_layer(layer, row, column, values[number])
        return values


def open_series(rasters: Sequence[str | RasterSource], years: Sequence[int]) -> RasterSeries:
    """The series out of ``rasters`` (GDAL dataset names, or sources) and their ``years``, in the same order.

    One raster with several bands stands for as many layers.

    Raises, all at once: ``RasterNotReadableError``, ``SeriesBandsError``, ``CellsNotNumbersError``,
    ``NotGeoreferencedError``, ``NoRasterCrsError``, ``RotatedGridError``, ``GridsDifferError``, ``LayerYearsError``,
    ``RepeatedYearsError``, ``TooFewRastersError``.
    """
    errors: list[InputError] = []
    bands: list[_Band] = []
    grids: list[tuple[str, Grid]] = []
    for source in map(source_of, rasters):
        try:
            found, grid = _bands(source, most=len(years) if len(rasters) == 1 else 1)
        except InputError as error:
            errors += kept(error)
            continue
        bands += found
        grids.append((source.name, grid))
    errors += _check_grids(grids)
    if len(grids) == len(rasters):
        errors += _check_years(len(bands), [int(year) for year in years])
    raise_all(errors)
    layers = [Layer(band.source, band.number, int(year), band.masked, band.opacity) for band, year in zip(bands, years)]
    return RasterSeries(_with_largest_blocks(grids), tuple(sorted(layers, key=lambda layer: layer.year)))


@dataclass(frozen=True)
class _Band:
    source: RasterSource
    number: int
    masked: bool
    opacity: int


def _bands(source: RasterSource, most: int) -> tuple[list[_Band], Grid]:
    """The bands of a file that hold values, at most ``most``, and their grid.

    GDAL takes the last of four bytes for an image's opacity; where there is a year for it, it is a year.
    """
    name = source.name
    dataset = open_dataset(source)
    every = [dataset.GetRasterBand(number + 1) for number in range(dataset.RasterCount)]
    opaque = [band for band in every if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    used = every if len(every) == most else opaque
    if most == 1 and len(used) > 1:
        raise SeriesBandsError(raster=name, bands=len(used))
    for band in used:
        if gdal.DataTypeIsComplex(band.DataType):
            raise CellsNotNumbersError(raster=name, found=gdal.GetDataTypeName(band.DataType))
    unmasked = gdal.GMF_ALL_VALID | (gdal.GMF_ALPHA if used is every else 0)
    taken = {band.GetBand() for band in used}
    unused = [band.GetBand() for band in every if band.GetBand() not in taken]
    bands = []
    for band in used:
        ignored = 0 if source.nodata_of(band.GetBand()).own else gdal.GMF_NODATA
        # GDAL goes by opacity of 8 or 16 bits without a sign alone, and not beside a nodata value
        opacity = unused[0] if unused and not band.GetMaskFlags() & gdal.GMF_ALPHA else 0
        bands.append(_Band(source, band.GetBand(), not band.GetMaskFlags() & (unmasked | ignored), opacity))
    return bands, Grid.from_dataset(dataset, name, source.crs_wkt)


def _check_grids(grids: list[tuple[str, Grid]]) -> list[InputError]:
    errors: list[InputError] = []
    for name, grid in grids[1:]:
        first_name, first = grids[0]
        differences = first.difference(grid)
        if differences:
            errors.append(GridsDifferError(first=first_name, second=name, differences=differences))
    return errors


def _check_years(layers: int, years: list[int]) -> list[InputError]:
    if layers != len(years):
        return [LayerYearsError(layers=layers, years=len(years), found=years)]
    errors: list[InputError] = []
    repeated = sorted({year for year in years if years.count(year) > 1})
    if repeated:
        errors.append(RepeatedYearsError(found=repeated))
    if layers < MINIMUM_LENGTH:
        errors.append(TooFewRastersError(found=years))
    return errors


def _with_largest_blocks(grids: list[tuple[str, Grid]]) -> Grid:
    return replace(
        grids[0][1],
        block_width=max(grid.block_width for _, grid in grids),
        block_height=max(grid.block_height for _, grid in grids),
    )


def _read_layer(layer: Layer, row: int, column: int, cells: np.ndarray) -> None:
    """Fill ``cells`` (height, width), float64, from the layer's row and column on."""
    dataset = open_dataset(layer.source)
    band = dataset.GetRasterBand(layer.band)
    read_band(band, layer.source.name, row, column=column, cells=cells)
    if has_signed_bytes(band):
        cells[cells > 127] -= 256
    if layer.masked:
        mask = np.empty(cells.shape, np.uint8)
        read_band(band.GetMaskBand(), layer.source.name, row, column=column, cells=mask)
        cells[mask == 0] = np.nan
    if layer.opacity:
        opacity = np.empty(cells.shape, np.float32)  # which may be 0.2
        read_band(dataset.GetRasterBand(layer.opacity), layer.source.name, row, column=column, cells=opacity)
        cells[~(opacity > 0)] = np.nan
    scale, offset = band.GetScale(), band.GetOffset()
    if scale not in (None, 1.0) or offset not in (None, 0.0):
        cells *= 1.0 if scale is None else scale
        cells += 0.0 if offset is None else offset
    for lowest, highest in layer.source.nodata_of(layer.band).ranges:
        cells[(cells >= lowest) & (cells <= highest)] = np.nan
