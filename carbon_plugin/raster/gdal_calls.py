"""Calling GDAL without touching its global state: QGIS and other plugins may have its exceptions on or off."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable, TypeVar

from osgeo import gdal

Answer = TypeVar("Answer")

CACHE_BYTES = 48 << 20  # windows hardly share a block: what GDAL keeps of those that were read is memory lost
_cache_lock, _cache_before, _cache_users = threading.Lock(), 0, 0


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing on standard error from this thread; what GDAL has to say is raised by the caller."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def call(function: Callable[..., Answer], *arguments: object, **options: object) -> tuple[Answer | None, str]:
    """GDAL's answer, or None and its reason, whether GDAL raises in this process or not."""
    with quiet():
        gdal.ErrorReset()
        try:
            answer = function(*arguments, **options)
        except RuntimeError as error:
            return None, str(error).strip()
        return answer, "" if answer is not None else gdal.GetLastErrorMsg().strip()


@contextmanager
def small_cache() -> Iterator[None]:
    """GDAL keeps few blocks meanwhile; left alone, it keeps up to a twentieth of the machine's memory.

    The cache is one for the whole process, so the size from before comes back with the last who asked for a small one.
    """
    global _cache_before, _cache_users
    with _cache_lock:
        if not _cache_users:
            _cache_before = gdal.GetCacheMax()
            gdal.SetCacheMax(min(_cache_before, CACHE_BYTES))
        _cache_users += 1
    try:
        yield
    finally:
        with _cache_lock:
            _cache_users -= 1
            if not _cache_users:
                gdal.SetCacheMax(_cache_before)
