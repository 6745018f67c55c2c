"""A matplotlib figure as a small inline SVG."""

from __future__ import annotations

import io
import re
from xml.parsers.expat import ParserCreate

from ...core.errors import Cancelled
from ...core.progress import Progress, Silent
from .canvas import Canvas
from .markup import Markup, start_of

_MORE_DIGITS = re.compile(r"(\.\d\d)\d+")  # a hundredth of a point cannot be seen
_ROUNDED = ("d", "x", "y")
_LEFT_OUT = ("metadata", "style")
_OF_THE_FILE = ("xmlns", "xmlns:xlink", "version", "width", "height")  # the stylesheet says how wide


def inline_svg(figure, known: set[str], cropped: bool = True, *, progress: Progress = Silent()) -> Markup:
    """The figure or canvas, its text as outlines, so that it looks the same on every machine.

    ``known``: ids of the glyphs and markers that the page has already, which are not repeated; new ones are added.
    ``cropped``: to what is drawn. ``progress``: is asked with every stroke
    whether to stop.
    """
    parser = _Simplifier(known)
    parser.feed(figure.svg() if isinstance(figure, Canvas) else _drawn(figure, cropped, progress))
    return Markup("".join(parser.parts))


def _drawn(figure, cropped: bool, progress: Progress) -> str:
    """A figure as matplotlib saves it."""
    buffer = _Stoppable(progress)
    for axis in figure.axes:
        _watch(axis, progress)
    _draw_once(figure, buffer, cropped)
    return buffer.getvalue()


def _draw_once(figure, buffer: io.StringIO, cropped: bool) -> None:
    """What ``savefig`` draws, which draws twice what has a layout or is cropped: first for the measures alone."""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    if not hasattr(figure, "get_layout_engine"):  # before matplotlib 3.6
        figure.savefig(buffer, format="svg", bbox_inches="tight" if cropped else None)
        return
    of_pictures, figure.dpi = figure.dpi, FigureCanvasSVG(figure).fixed_dpi  # of the SVG, in which letters are measured
    layout = figure.get_layout_engine()
    if layout is not None:
        layout.execute(figure)
        figure.set_layout_engine(None)
    box = figure.get_tightbbox().padded(matplotlib.rcParams["savefig.pad_inches"]) if cropped else None
    figure.dpi = of_pictures
    figure.savefig(buffer, format="svg", bbox_inches=box)


class _Stoppable(io.StringIO):
    """Text that is written until somebody wants to stop: matplotlib writes every few characters."""

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def write(self, text: str) -> int:
        """Keep ``text``. Raises ``Cancelled``."""
        if self._progress.cancelled():
            raise Cancelled
        return super().write(text)


def _watch(axis, progress: Progress) -> None:
    """Let the drawing of ``axis`` stop: a figure is laid out and cropped by drawing it where nothing is written."""
    draw = axis.draw

    def draw_unless_stopped(renderer) -> None:
        if progress.cancelled():
            raise Cancelled
        draw(renderer)

    axis.draw = draw_unless_stopped


class _Simplifier:
    """Copies a drawing without its metadata, what the page has already, and digits that cannot be seen.

    Names come out in small letters, as HTML reads them in a drawing too.
    """

    def __init__(self, known: set[str]) -> None:
        self.known, self.parts = known, []
        self._left_out = 0  # depth inside what is left out
        self._definitions: int | None = None  # depth inside definitions; matplotlib writes one level
        self._is_begun = False  # these definitions have content
        self._is_open = False  # the last element has no content yet

    def feed(self, drawing: str) -> None:
        """Copy a whole drawing."""
        parser = ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.Parse(drawing, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element, unless it is left out."""
        tag = name.lower()
        if self._left_out or tag in _LEFT_OUT or self._is_known(attributes):
            self._left_out += 1
            return
        self._close_bracket()
        if tag == "defs":
            self._definitions, self._is_begun = 0, False
        else:
            self._write(tag, attributes)
            self._is_open = True

    def _end(self, name: str) -> None:
        """End it likewise."""
        if self._left_out:
            self._left_out -= 1
            return
        if name == "defs":
            self._definitions = None
            self.parts += ["</defs>"] if self._is_begun else []
            return
        if self._definitions is not None:
            self._definitions -= 1
        self.parts.append("/>" if self._is_open else f"</{name.lower()}>")
        self._is_open = False

    def _close_bracket(self) -> None:
        self.parts += [">"] if self._is_open else []
        self._is_open = False

    def _is_known(self, attributes: dict[str, str]) -> bool:
        return self._definitions == 0 and attributes.get("id") in self.known

    def _write(self, tag: str, attributes: dict[str, str]) -> None:
        left_out = _OF_THE_FILE if tag == "svg" else ()
        given = {name.lower(): _rounded(name, value) for name, value in attributes.items() if name not in left_out}
        if self._definitions is None:
            given.pop("id", None)  # figure_1, patch_2: the same in every figure
        else:
            self.parts += [] if self._is_begun else ["<defs>"]
            self._is_begun = True
            if self._definitions == 0:
                self.known.add(given.get("id", ""))
            self._definitions += 1
        self.parts.append(f"<{start_of(tag, given)}")


def _rounded(name: str, value: str) -> str:
    return _MORE_DIGITS.sub(r"\1", value).strip() if name in _ROUNDED else value
