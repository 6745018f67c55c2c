"""Which endings of file names stand for formats that hold a result whole, with all of its columns under their names."""

from __future__ import annotations

import re
from pathlib import Path

from ..core.errors import InputError
from ..core.messages import sentence
from ..core.values import quoted

TABLES = ("gpkg", "csv", "xlsx", "ods", "geojson", "kml", "gml", "tab")
LAYERS = (*TABLES, "fgb", "sqlite")  # these two cannot be read again without shapes
DATABASES = ("gpkg", "sqlite")  # files that hold several tables, each written without the others
RASTERS = ("tif", "tiff")
_ENDINGS = re.compile(r"\*\.(\w+)")
_SAME = {"html": ("html", "htm"), "csv": ("csv",), "tif": RASTERS}


class EndingNotWrittenError(InputError):
    """``found``: the ending of the name, with its point; ``expected``: those that are written."""

    template = sentence("“{path}” cannot be written: “{found}” stands for no format that this result is written in.")
    remedy = sentence("Choose a name that ends in one of these: {expected}.")


class NoEndingError(InputError):
    """``expected``: the endings that are written."""

    template = sentence("“{path}” cannot be written: the name has no ending that tells the format.")
    remedy = sentence("Choose a name that ends in one of these: {expected}.")


def endings_of_filter(text: str) -> tuple[str, ...]:
    """The endings that a file filter names, such as ``HTML files (*.html)``, and those that mean the same.

    >>> endings_of_filter("HTML files (*.html)")
    ('html', 'htm')
    """
    return tuple(same for found in _ENDINGS.findall(text) for same in _SAME.get(found, (found,)))


def find_unfit_ending(path: Path, endings: tuple[str, ...]) -> list[InputError]:
    """One error where ``path`` ends in none of ``endings`` (without points, in any case; none: any will do)."""
    found = path.suffix.lower()
    if not endings or found.lstrip(".") in endings:
        return []
    expected = quoted([f".{ending}" for ending in endings])
    if found in ("", "."):
        return [NoEndingError(path=str(path), expected=expected)]
    return [EndingNotWrittenError(path=str(path), found=path.suffix, expected=expected)]
