"""Calling GDAL without touching its global state: QGIS and other plugins may have its exceptions on or off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Callable, TypeVar

from osgeo import gdal

Answer = TypeVar("Answer")


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
