"""Whether the codes of classes are stored as they are: what saves room for pictures may turn codes into others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import islice
from pathlib import PurePath

from osgeo import gdal

from ...core.errors import InputError, raise_all
from ...core.messages import sentence
from ..bands import raster_name
from ..gdal_calls import call

_OF_PICTURES = frozenset({"JPEG", "YCbCr JPEG"})  # compressions that always change numbers
_OF_WEB_PICTURES = "WEBP"  # in tiles always; a TIFF says whether it keeps numbers
_LOSSY = "LOSSY"
_COARSENESS = ("MAX_Z_ERROR", "LERC_PREC")
_SHOWN = re.compile(r"<Source(?:Filename|Dataset)\b([^>]*)>([^<]+)</Source")
_SOURCE = re.compile(r"<(?:Simple|Complex)Source\b([^>]*)>(.*?)</(?:Simple|Complex)Source>", re.DOTALL)
_RECTANGLE = re.compile(r"<(?:Src|Dst)Rect\b[^>]*>")
_SIZES = re.compile(r'[xy]Size="([^"]*)"')
_METHOD = re.compile(r'resampling="(\w+)"')
_WARPED = re.compile(r"<ResampleAlg>(\w+)</ResampleAlg>")
_KEEPS_CODES = re.compile(r"near\w*|mode|min|max|med|q1|q3", re.IGNORECASE)
_BESIDE = 'relativeToVRT="1"'


class ChangedCodesError(InputError):
    """``found``: the compression."""

    template = sentence(
        "“{raster}” is compressed with {found} as pictures are: numbers come back a little changed, and codes of "
        "classes become those of other classes."
    )
    remedy = sentence(
        "Choose the map as it was before, or get it anew in a compression that keeps numbers (LZW, Deflate, PNG)."
    )


class ChangedCodesBehindError(InputError):
    """``file``: one of the files that a virtual raster shows; ``found``: its compression."""

    template = sentence(
        "“{raster}” shows “{file}”, which is compressed with {found} as pictures are: numbers come back a little "
        "changed, and codes of classes become those of other classes."
    )
    remedy = ChangedCodesError.remedy


class ResampledCodesError(InputError):
    """``found``: the method."""

    template = sentence(
        "“{raster}” is a virtual raster that is resampled with {found}: between cells of two classes it shows the "
        "codes of others."
    )
    remedy = sentence("Make it anew with nearest neighbour or mode, or choose the rasters that it is made of.")


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
    """Raise, all at once, what speaks against the first band of ``dataset``.

    ``ChangedCodesError``, or of a virtual raster ``ChangedCodesBehindError`` and ``ResampledCodesError``;
    ``ScaledCodesError``.
    """
    errors: list[InputError] = []
    band = dataset.GetRasterBand(1)
    compression = _lossy_compression(dataset, band)
    if compression:
        errors.append(ChangedCodesError(raster=raster, found=compression))
    behind = list(_behind(dataset, {}).items())
    lossy = ((file, found) for file, found in behind if found.compression)
    for file, found in islice(lossy, 1):
        errors.append(ChangedCodesBehindError(raster=raster, file=raster_name(file), found=found.compression))
    methods = [_resampling(dataset), *(found.resampling for _file, found in behind)]
    for method in islice(filter(None, methods), 1):
        errors.append(ResampledCodesError(raster=raster, found=method))
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
    is_lossy = is_lossy or said.get("TILE_FORMAT") == _OF_WEB_PICTURES
    is_coarse = max(float(said.get(name, 0)) for name in _COARSENESS) >= 1.0  # LERC, which keeps whole numbers below
    return compression if is_lossy or is_coarse else ""


@dataclass(frozen=True)
class _File:
    compression: str
    resampling: str


def _behind(dataset: gdal.Dataset, seen: dict[str, _File]) -> dict[str, _File]:
    """``seen``, with the files behind a virtual raster beside, those behind them too, and what they do to numbers."""
    if dataset.GetDriver().ShortName != "VRT":
        return seen
    folder = PurePath(dataset.GetDescription()).parent
    for said, name in _SHOWN.findall(_description(dataset)):
        file = str(folder / unescape(name)) if _BESIDE in said else unescape(name)
        if file in seen:
            continue
        behind, _reason = call(gdal.OpenEx, file, gdal.OF_RASTER)
        if behind is None or not behind.RasterCount:
            continue  # whoever reads the cells says so
        seen[file] = _File(_lossy_compression(behind, behind.GetRasterBand(1)), _resampling(behind))
        _behind(behind, seen)
    return seen


def _description(dataset: gdal.Dataset) -> str:
    return "".join(dataset.GetMetadata("xml:VRT") or ())


def _resampling(dataset: gdal.Dataset) -> str:
    """The method by which a virtual raster makes numbers that none of its files has; '' where it takes theirs."""
    if dataset.GetDriver().ShortName != "VRT":
        return ""
    text = _description(dataset)
    warped = _WARPED.findall(text)
    scaled = [
        said
        for said, inside in _SOURCE.findall(text)
        if len({tuple(round(float(size), 3) for size in _SIZES.findall(one)) for one in _RECTANGLE.findall(inside)}) > 1
    ]
    methods = [*warped, *(method for said in scaled for method in _METHOD.findall(said))]
    return next((method for method in methods if not _KEEPS_CODES.fullmatch(method)), "")
