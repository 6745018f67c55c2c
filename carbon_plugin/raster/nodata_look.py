"""Rasters that hold, as a value, the number that stands for no data in others of the same run: seen at a look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import gdal

from ..core.errors import InputError
from ..core.messages import Message, sentence, warning
from ..core.values import quoted
from .bands import RasterSource, has_signed_bytes
from .gdal_calls import call

_WINDOWS, _CELLS = 5, 64  # so many windows in either direction, edges too, each with so many rows and columns
_FEW = 1_000_000  # cells that are all looked at


class NodataNotSaidError(InputError):
    """``value``: no data elsewhere; ``low``, ``high``: between which other values lie; ``others``: where it is."""

    template = sentence(
        "“{raster}” holds {value} as a value in {count} of {total} cells looked at, far from all others there ({low} "
        "to {high}); in {others} it stands for no data."
    )
    remedy = sentence(
        "Set {value} as no-data value in the layer’s properties (Transparency, Additional no data value), or in the "
        "file."
    )


@dataclass(frozen=True)
class NotSaid:
    """A value that is no data in ``others`` and counts in ``raster``: ``count`` of ``total`` cells hold it.

    ``low``, ``high``: of what else these cells hold, NaN if nothing.
    """

    raster: str
    value: float
    count: int
    total: int
    low: float
    high: float
    others: tuple[str, ...]

    @property
    def is_far(self) -> bool:
        """True where the value cannot be one of the others: further off than they are from each other and from 0."""
        distance = max(self.low - self.value, self.value - self.high)
        return distance > max(self.high - self.low, abs(self.low), abs(self.high))

    def error(self) -> InputError:
        """What to say where no result could be right."""
        return NodataNotSaidError(
            raster=self.raster, value=self.value, count=self.count, total=self.total, low=self.low, high=self.high,
            others=quoted(self.others),
        )  # fmt: skip


def find_nodata_not_said(sources: Sequence[RasterSource]) -> list[NotSaid]:
    """What rasters of one run hold as values though others of them call it no data, one for a raster and a value.

    Looks into those alone of which such a value is not known to be none; whoever reads them says what is damaged.
    """
    bands = [band for source in sources for band in _bands_of(source)]
    said: dict[float, dict[str, None]] = {}
    for band in bands:
        for value in band.nodata:
            said.setdefault(value, {})[band.source.name] = None
    found: list[NotSaid] = []
    for band in bands:
        foreign = [value for value in said if value not in band.nodata]
        if foreign and not band.has_mask:
            found += _seen(band, foreign, said)
    return list({(one.raster, one.value): one for one in reversed(found)}.values())[::-1]


def remarks_on_nodata_not_said(found: Sequence[NotSaid]) -> list[Message]:
    """A warning for each."""
    text = sentence(
        "“{raster}” holds {value} in {count} of {total} cells looked at, where it counts as a value; in {others} it "
        "stands for no data. If it does here too, set it in the layer’s properties (Transparency, Additional no data "
        "value)."
    )
    return [
        warning(
            "nodata-not-said", text, raster=one.raster, value=one.value, count=one.count, total=one.total,
            others=quoted(one.others),
        )
        for one in found
    ]  # fmt: skip


@dataclass(frozen=True)
class _Band:
    source: RasterSource
    number: int
    nodata: tuple[float, ...]
    has_mask: bool


def _bands_of(source: RasterSource) -> Iterator[_Band]:
    dataset, _reason = call(gdal.OpenEx, source.path, gdal.OF_RASTER, open_options=list(source.options))
    if dataset is None:
        return
    bands = [dataset.GetRasterBand(number + 1) for number in range(dataset.RasterCount)]
    opaque = [band for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    for band in opaque:
        number, value = band.GetBand(), band.GetNoDataValue()
        is_own = value is not None and np.isfinite(value) and source.nodata_of(number).own
        masks = band.GetMaskFlags() & ~(gdal.GMF_ALL_VALID | gdal.GMF_NODATA)
        yield _Band(source, number, (float(value),) if is_own else (), bool(masks) or len(opaque) < len(bands))


def _seen(band: _Band, values: Sequence[float], said: dict[float, dict[str, None]]) -> Iterator[NotSaid]:
    cells = _look(band)
    for value in values:
        is_value = cells == value
        count = int(is_value.sum())
        if count:
            rest = cells[np.isfinite(cells) & ~is_value & ~np.isin(cells, band.nodata)]
            low, high = (float(rest.min()), float(rest.max())) if len(rest) else (np.nan, np.nan)
            others = tuple(name for name in said[value] if name != band.source.name) or tuple(said[value])
            yield NotSaid(band.source.name, value, count, len(cells), low, high, others)


def _look(band: _Band) -> np.ndarray:
    """Cells spread over a band (n,), NaN where the layer's properties say that there is no data."""
    dataset, _reason = call(gdal.OpenEx, band.source.path, gdal.OF_RASTER, open_options=list(band.source.options))
    one = dataset.GetRasterBand(band.number)
    parts = [np.empty(0)]
    for left, top, width, height in _windows(one.XSize, one.YSize):
        read, _reason = call(one.ReadAsArray, left, top, width, height)
        parts += [] if read is None else [read.ravel().astype(float)]
    cells = np.concatenate(parts)
    if has_signed_bytes(one):
        cells[cells > 127] -= 256
    scale, offset = one.GetScale(), one.GetOffset()
    shown = cells * (1.0 if scale is None else scale) + (offset or 0.0)
    for lowest, highest in band.source.nodata_of(band.number).ranges:
        cells[(shown >= lowest) & (shown <= highest)] = np.nan
    return cells


def _windows(width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Left, top, width and height of the windows that are read."""
    if width * height <= _FEW:
        return [(0, 0, width, height)]
    across, down = min(width, _CELLS), min(height, _CELLS)
    lefts = np.linspace(0, width - across, _WINDOWS).astype(int).tolist()
    tops = np.linspace(0, height - down, _WINDOWS).astype(int).tolist()
    return [(left, top, across, down) for left in dict.fromkeys(lefts) for top in dict.fromkeys(tops)]
