"""A matplotlib figure as a small inline SVG."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from .markup import Markup

_MORE_DIGITS = re.compile(r"(\.\d\d)\d+")  # a hundredth of a point cannot be seen
_ROUNDED = ("d", "x", "y")
_XLINK = "{http://www.w3.org/1999/xlink}"


def inline_svg(figure, known: set[str], cropped: bool = True) -> Markup:
    """The figure, its text as outlines, so that it looks the same on every machine.

    ``known``: ids of the glyphs and markers that the page has already, which are not repeated; new ones are added.
    ``cropped``: to what is drawn, which takes drawing it twice.
    """
    buffer = io.BytesIO()
    figure.savefig(buffer, format="svg", bbox_inches="tight" if cropped else None)
    root = ElementTree.fromstring(buffer.getvalue())
    _simplify(root, known)
    root.attrib.pop("width"), root.attrib.pop("height")  # the stylesheet says how wide
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _simplify(root: ElementTree.Element, known: set[str]) -> None:
    """Names as in HTML, no metadata, nothing defined twice, no digits that cannot be seen."""
    for node, inside in list(_nodes(root)):
        node.tag = node.tag.rpartition("}")[2]
        node.text = node.tail = None  # matplotlib writes text as outlines: all there is are line breaks
        node.attrib = {_plain(name): _rounded(name, value) for name, value in node.attrib.items()}
        if not inside:
            node.attrib.pop("id", None)  # figure_1, patch_2: the same in every figure
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in ("metadata", "style") or (child.get("id") in known and parent.tag == "defs"):
                parent.remove(child)
        if parent.tag == "defs":
            known.update(child.get("id", "") for child in parent)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == "defs" and not len(child):
                parent.remove(child)


def _nodes(node: ElementTree.Element, inside: bool = False) -> Iterator[tuple[ElementTree.Element, bool]]:
    """Every node, and whether it stands inside definitions, where its id is referred to."""
    yield node, inside
    for child in node:
        yield from _nodes(child, inside or node.tag.endswith("defs"))


def _plain(name: str) -> str:
    return name.replace(_XLINK, "xlink:")


def _rounded(name: str, value: str) -> str:
    return _MORE_DIGITS.sub(r"\1", value) if name in _ROUNDED else value
