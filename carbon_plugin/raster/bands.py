"""Files and their bands: opened and read without GDAL's global state, faults as sentences."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
from osgeo import gdal

from ..core.messages import sentence
from .errors import RasterError
from .gdal_calls import call


class RasterNotReadableError(RasterError):
    template = sentence("“{raster}” cannot be read as a raster: {reason}.")
    remedy = sentence("Check that the file is where the layer says, complete, and a raster format that GDAL knows.")


class RasterDamagedError(RasterError):
    template = sentence(
        "“{raster}” cannot be read in rows {first_row} to {last_row}, columns {first_column} to {last_column}: "
        "{reason}."
    )
    remedy = sentence("The file seems to be incomplete or damaged: copy or download it again.")


@dataclass(frozen=True)
class NodataSetting:
    """What a layer's properties say of a ``band``: whether the file's own nodata value counts, and what else is none.

    ``ranges``: (lowest, highest), both included, of values with scale and offset applied.
    """

    band: int
    own: bool = True
    ranges: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class RasterSource:
    """A raster as a layer has it: GDAL's name of the dataset, and what was set for it beside the file.

    ``options``: GDAL's open options, KEY=VALUE; ``crs_wkt`` stands in for what the file says of its CRS; ``nodata``:
    settings of bands, those that are not listed are as the file says.
    """

    path: str
    options: tuple[str, ...] = ()
    crs_wkt: str = ""
    nodata: tuple[NodataSetting, ...] = ()

    @property
    def name(self) -> str:
        """How a message calls the file."""
        return raster_name(self.path)

    def nodata_of(self, band: int) -> NodataSetting:
        """What was set for a band."""
        return next((setting for setting in self.nodata if setting.band == band), NodataSetting(band))


def source_of(raster: str | RasterSource) -> RasterSource:
    """A source; of a bare path, one without settings."""
    return raster if isinstance(raster, RasterSource) else RasterSource(str(raster))


def raster_name(path: str) -> str:
    """The file's name without its folder."""
    return PurePath(path.replace("\\", "/")).name or path


def open_dataset(source: RasterSource) -> gdal.Dataset:
    """An open dataset. Raises ``RasterNotReadableError``."""
    flags = gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR
    dataset, reason = call(gdal.OpenEx, source.path, flags, open_options=list(source.options))
    if dataset is None or dataset.RasterCount == 0:
        raise RasterNotReadableError(raster=source.name, reason=reason.rstrip(".") or "0 bands")
    return dataset


def memory_for(shape: tuple[int, ...], dtype: np.dtype | type) -> np.ndarray:
    """An array for the cells of a window, which goes back to the system once nobody needs it.

    What ``malloc`` has given out in pieces of this size it keeps, for each thread its own.
    """
    dtype = np.dtype(dtype)
    size = int(np.prod(shape))
    return np.frombuffer(mmap.mmap(-1, max(size * dtype.itemsize, 1)), dtype, size).reshape(shape)


def read_band(band: gdal.Band, name: str, row: int, *, column: int, cells: np.ndarray) -> None:
    """Fill ``cells`` (rows, columns) from the band's ``row`` and ``column`` on.

    ``name``: what messages call its file. Raises ``RasterDamagedError``.
    """
    height, width = cells.shape
    answer, reason = call(band.ReadAsArray, column, row, width, height, buf_obj=cells)
    if answer is None:
        raise RasterDamagedError(
            raster=name,
            first_row=row,
            last_row=row + height - 1,
            first_column=column,
            last_column=column + width - 1,
            reason=reason.rstrip(".") or "GDAL",
        )


def has_signed_bytes(band: gdal.Band) -> bool:
    """True for what 8-bit signed was before GDAL 3.7: bytes, with a word beside that they are signed."""
    return band.GetMetadataItem("PIXELTYPE", "IMAGE_STRUCTURE") == "SIGNEDBYTE"
