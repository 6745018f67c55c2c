"""HTML and SVG as text: the one place where what is shown is escaped."""

from __future__ import annotations

import html
from collections.abc import Mapping

_WITHOUT_CONTENT = ("path", "rect", "line", "use")  # of SVG; in HTML an empty element is closed all the same


class Markup(str):
    """Text that is HTML or SVG already; all other text is escaped before it becomes part of a page."""

    __slots__ = ()  # a page has a hundred thousand of them


def element(name: str, attributes: Mapping[str, object] | None = None, *content: object) -> Markup:
    """An element; attributes without a value are left out, content that is no ``Markup`` is escaped.

    >>> element("p", {"class": "lead", "id": None}, "a < b")
    '<p class="lead">a &lt; b</p>'
    """
    start = start_of(name, attributes or {})
    if not content and name in _WITHOUT_CONTENT:
        return Markup(f"<{start}/>")
    return Markup(f"<{start}>{joined(content)}</{name}>")


def start_of(name: str, attributes: Mapping[str, object]) -> str:
    """What stands between the brackets at the start of an element."""
    given = {key: value for key, value in attributes.items() if value not in (None, "")}
    return name + "".join(f' {key}="{html.escape(str(value))}"' for key, value in given.items())


def joined(parts) -> Markup:
    """Parts one after the other, each escaped unless it is ``Markup``."""
    return Markup("".join(part if isinstance(part, Markup) else html.escape(str(part)) for part in parts))
