"""Whether the codes of classes are stored as they are: what saves room for pictures may turn codes into others."""

from __future__ import annotations

from osgeo import gdal

from ...core.errors import InputError, raise_all
from ...core.messages import sentence

_OF_PICTURES = frozenset({"JPEG", "YCbCr JPEG"})  # compressions that always change numbers
_LOSSY = "LOSSY"


class ChangedCodesError(InputError):
    """``found``: the compression."""

    template = sentence(
        "“{raster}” is compressed with {found} as pictures are: numbers come back a little changed, and codes of "
        "classes become those of other classes."
    )
    remedy = sentence(
        "Choose the map as it was before, or get it anew in a compression that keeps numbers (LZW, Deflate, PNG)."
    )


class ScaledCodesError(InputError):
    template = sentence(
        "“{raster}” has a scale of {scale} and an offset of {offset}, so that other numbers are stored than QGIS "
        "shows; codes of classes were expected as they are."
    )
    remedy = sentence(
        "Save it from QGIS with the numbers that it shows (Raster > Raster calculator), or take scale and offset out "
        "of the file."
    )


def check_codes_are_stored(dataset: gdal.Dataset, raster: str) -> None:
    """Raise, both at once, ``ChangedCodesError`` and ``ScaledCodesError`` for the first band of ``dataset``."""
    errors: list[InputError] = []
    band = dataset.GetRasterBand(1)
    compression = _lossy_compression(dataset, band)
    if compression:
        errors.append(ChangedCodesError(raster=raster, found=compression))
    scale, offset = band.GetScale(), band.GetOffset()
    scale, offset = 1.0 if scale is None else scale, offset or 0.0
    if (scale, offset) != (1.0, 0.0):
        errors.append(ScaledCodesError(raster=raster, scale=f"{scale:g}", offset=f"{offset:g}"))
    raise_all(errors)


def _lossy_compression(dataset: gdal.Dataset, band: gdal.Band) -> str:
    """The compression that changes numbers; '' where the file speaks of none."""
    said = {**band.GetMetadata("IMAGE_STRUCTURE"), **dataset.GetMetadata("IMAGE_STRUCTURE")}
    compression = said.get("COMPRESSION") or said.get("TILE_FORMAT", "")
    is_lossy = compression in _OF_PICTURES or said.get("COMPRESSION_REVERSIBILITY", "").startswith(_LOSSY)
    is_coarse = float(said.get("MAX_Z_ERROR", 0)) >= 1.0  # LERC, which keeps whole numbers below
    return compression if is_lossy or is_coarse else ""
