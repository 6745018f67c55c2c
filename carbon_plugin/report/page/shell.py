"""What stands around the parts of a page: its head, its stylesheet, and the looks of its cells."""

from __future__ import annotations

import string
from collections.abc import Sequence
from functools import cache

from ...core.resources import RESOURCES
from .markup import Markup, joined
from .table import CellLooks


def whole_page(title: str, language: str, *, body: Sequence[Markup], looks: CellLooks) -> str:
    """The page of ``title`` and the parts of its ``body``; ``looks``: of the cells of its tables."""
    return string.Template(_resource("page.html")).substitute(
        language=joined([language]),
        title=joined([title]),
        style=_resource("report.css") + looks.rules,
        body="\n".join(body),
    )


@cache
def _resource(name: str) -> str:
    # The standard library's template, not jinja2: QGIS brings that one on Debian, but nothing in its packages for
    # Windows and macOS promises it, and all that is left for a template is a shell of four places. What stands there
    # was escaped by markup.element, the one place that does.
    return (RESOURCES / "report" / name).read_text(encoding="utf-8")
