"""Writing GeoTIFFs window by window, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..core.errors import InputError
from ..core.messages import sentence
from .gdal_calls import call, quiet
from .grid import Grid, spatial_reference

TILE_STEP = 16  # the sides of TIFF tiles are multiples of it
TILE = 256

_SIDECARS = (".aux.xml", ".ovr", ".msk")  # of a file of the same name that was there before


class RasterNotWrittenError(InputError):
    template = sentence("“{path}” could not be written: {reason}. Nothing was kept.")
    remedy = sentence("Check that the folder may be written to and that the disk has room.")


@dataclass(frozen=True)
class Output:
    """A raster to write.

    ``dtype``: of its cells, float32, uint8 or uint16; ``description``: of its band; ``colours`` (``#rrggbb``): of its
    codes, if they are classes; ``more_bands``: descriptions of the bands after the first; ``metadata``: texts that the
    file keeps by name.
    """

    path: str
    dtype: str
    nodata: float
    description: str
    colours: Mapping[int, str] = field(default_factory=dict)
    more_bands: Sequence[str] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def bands(self) -> list[str]:
        """The descriptions of all bands."""
        return [self.description, *self.more_bands]


class GeoTiff:
    """A GeoTIFF that is being written."""

    def __init__(self, output: Output, grid: Grid, tile_height: int):
        self.output = output
        self.partial = f"{output.path}.part"
        kind = {"float32": gdal.GDT_Float32, "uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16}[output.dtype]
        options = [
            "TILED=YES",
            f"BLOCKXSIZE={TILE}",
            f"BLOCKYSIZE={tile_height}",
            "COMPRESS=DEFLATE",
            "ZLEVEL=1",  # three times as fast as the usual 6, for files 3 % larger
            "BIGTIFF=IF_SAFER",
            "SPARSE_OK=TRUE",  # what is never written takes no room, and is read as nodata
            *(["PREDICTOR=3"] if output.dtype == "float32" else []),
        ]
        driver = gdal.GetDriverByName("GTiff")
        bands = len(output.bands)
        if bands > 1:
            options.append("INTERLEAVE=BAND")
        dataset, reason = call(driver.Create, self.partial, grid.width, grid.height, bands, kind, options)
        if dataset is None:
            raise self._error(reason)
        self._dataset = dataset
        dataset.SetGeoTransform(grid.geotransform)
        dataset.SetSpatialRef(spatial_reference(grid.crs_wkt))
        if output.metadata:
            dataset.SetMetadata(dict(output.metadata))
        for number, description in enumerate(output.bands, start=1):
            band = dataset.GetRasterBand(number)
            band.SetNoDataValue(output.nodata)
            band.SetDescription(description)
        if output.colours:
            dataset.GetRasterBand(1).SetColorTable(_colour_table(output.colours))

    def write(self, row: int, column: int, cells: np.ndarray) -> None:
        """Write a window, (rows, columns) or (bands, rows, columns). Raises ``RasterNotWrittenError``.

        Windows of whole tiles make the smallest file.
        """
        for number, of_band in enumerate(cells.reshape(-1, *cells.shape[-2:]), start=1):
            band = self._dataset.GetRasterBand(number)
            self._checked(band.WriteArray, of_band, column, row)
            self._checked(band.FlushCache)  # not the dataset's, which writes the places of all blocks each time

    def close(self) -> None:
        """Finish the file, still under its partial name. Raises ``RasterNotWrittenError``."""
        dataset, self._dataset = self._dataset, None
        self._checked(dataset.FlushCache)
        del dataset
        reread, reason = call(gdal.Open, self.partial)
        if reread is None:
            raise self._error(reason)

    def discard(self) -> None:
        """Leave nothing behind."""
        self._dataset = None
        Path(self.partial).unlink(missing_ok=True)

    def _checked(self, function, *arguments: object) -> None:
        """Call GDAL; a failure may be an exception, an answer, or a word in passing."""
        with quiet():
            gdal.ErrorReset()
            try:
                function(*arguments)
            except RuntimeError as error:
                raise self._error(str(error)) from error
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise self._error(gdal.GetLastErrorMsg())

    def _error(self, reason: str) -> RasterNotWrittenError:
        return RasterNotWrittenError(path=self.output.path, reason=reason.strip().rstrip(".") or "GDAL")


@contextmanager
def geotiffs(outputs: Sequence[Output], grid: Grid, tile_height: int) -> Iterator[list[GeoTiff]]:
    """GeoTIFFs on ``grid`` that get their names once all are complete; after an exception there is none of them.

    ``tile_height``: rows of a tile, a multiple of ``TILE_STEP``. Raises ``RasterNotWrittenError``.
    """
    files: list[GeoTiff] = []
    try:
        for output in outputs:
            files.append(GeoTiff(output, grid, tile_height))
        yield files
        for file in files:
            file.close()
        for file in files:
            _rename(file)
    finally:
        for file in files:
            file.discard()


def _rename(file: GeoTiff) -> None:
    try:
        os.replace(file.partial, file.output.path)
        for sidecar in _SIDECARS:
            Path(file.output.path + sidecar).unlink(missing_ok=True)
    except OSError as error:
        raise RasterNotWrittenError(path=file.output.path, reason=error.strerror or str(error)) from error


def _colour_table(colours: Mapping[int, str]) -> gdal.ColorTable:
    table = gdal.ColorTable()
    for code, colour in colours.items():
        table.SetColorEntry(code, (*bytes.fromhex(colour.lstrip("#")), 255))
    return table
