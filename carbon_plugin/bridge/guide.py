"""The user guide that comes with the plugin: pages on this disk, in the language of the desktop."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl

from ..core.resources import RESOURCES
from .translation import language

START = "index"
_REFERENCE = RESOURCES.parent / "docs" / "algorithms.md"  # in a checkout whose guide was not made


def guide_url(page: str = START) -> str:
    """The address of a page: a step's id or a chapter; of the guide's first page where there is no such page.

    In a checkout where ``make guide`` has not run it is the reference for developers; '' where that is missing too.
    """
    folder = RESOURCES / "guide" / language()
    for path in (folder / f"{page}.html", folder / f"{START}.html", _REFERENCE):
        if path.is_file():
            return QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return ""
