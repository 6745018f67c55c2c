"""What drawings of many small parts are drawn on: matplotlib's renderer itself, by hand.

Figures, axes and their layout take matplotlib most of the time that such a drawing takes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np

BLACK = "#000000"
POINTS_AN_INCH = 72.0
SHARES = {"left": 0.0, "center": 0.5, "right": 1.0}  # of a text's width that lie before its place
PICTURE_DPI = 100  # of marks too many to be drawn one by one
SEAM = 2.2  # points, of the white seam around text that stands on lines or points


class Canvas:
    """A drawing of ``width`` and ``height`` points, of which y counts upwards, in SVG."""

    def __init__(self, width: float, height: float):
        from matplotlib.backends.backend_svg import RendererSVG

        self.words: list[str] = []  # what is written on it
        self._buffer = io.StringIO()
        self._renderer = RendererSVG(width, height, self._buffer, image_dpi=PICTURE_DPI)
        self._width, self._height = width, height
        self.area(np.array([(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)]), "#ffffff")

    def svg(self) -> str:
        """The whole drawing, after which nothing can be added."""
        self._renderer.finalize()
        return self._buffer.getvalue()

    def line(self, places: np.ndarray, colour: str, width: float, *, dashes: Sequence[float] = ()) -> None:
        """A line through ``places`` (n, 2), with gaps where one is missing; ``dashes``: on and off, in its widths."""
        from matplotlib.path import Path
        from matplotlib.transforms import IdentityTransform

        pen = self._pen(colour, width)
        if dashes:
            pen.set_dashes(0.0, [width * length for length in dashes])
        self._renderer.draw_path(pen, Path(places), IdentityTransform())

    def area(self, corners: np.ndarray, colour: str) -> None:
        """The ground inside ``corners`` (n, 2)."""
        from matplotlib.colors import to_rgba
        from matplotlib.path import Path
        from matplotlib.transforms import IdentityTransform

        path = Path([*corners, corners[0]], closed=True)
        self._renderer.draw_path(self._pen(colour, 0.0), path, IdentityTransform(), to_rgba(colour))

    def marks(self, places: np.ndarray, shape: str, size: float, *, fill: str, edge: str, width: float) -> None:
        """Marks at ``places`` (n, 2): ``o`` for circles, ``s`` for squares; ``fill``: ``none`` for hollow ones."""
        from matplotlib.colors import to_rgba
        from matplotlib.markers import MarkerStyle
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D, IdentityTransform

        style = MarkerStyle(shape)
        pen = self._pen(edge, width)
        pen.set_joinstyle("miter" if shape == "s" else "round")
        marker = style.get_path(), style.get_transform() + Affine2D().scale(size)
        self._renderer.draw_markers(pen, *marker, Path(places), IdentityTransform(), to_rgba(fill))

    def dots(self, places: np.ndarray, size: float, colour: str, *, opacity: float, as_picture: bool) -> None:
        """Circles without an edge that shine through each other; ``as_picture``: thousands, as one picture."""
        from matplotlib.backends.backend_agg import RendererAgg
        from matplotlib.colors import to_rgba
        from matplotlib.markers import MarkerStyle
        from matplotlib.path import Path
        from matplotlib.transforms import Affine2D, IdentityTransform

        style, pen = MarkerStyle("o"), self._pen(colour, 0.0)
        scale = PICTURE_DPI / POINTS_AN_INCH if as_picture else 1.0
        shape = style.get_path(), style.get_transform() + Affine2D().scale(scale * size)
        where = Path(scale * np.asarray(places)), IdentityTransform()
        if not as_picture:
            self._renderer.draw_markers(pen, *shape, *where, to_rgba(colour, opacity))
            return
        pixels = RendererAgg(round(scale * self._width), round(scale * self._height), PICTURE_DPI)
        pixels.draw_markers(pen, *shape, *where, to_rgba(colour, opacity))
        drawn = np.asarray(pixels.buffer_rgba())
        rows, columns = (np.flatnonzero(drawn[..., 3].any(axis=axis)) for axis in (1, 0))
        if len(rows):
            cut = drawn[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
            bottom = (drawn.shape[0] - 1 - rows[-1]) / scale
            self._renderer.draw_image(pen, columns[0] / scale, bottom, cut[::-1])

    def text(
        self, place: tuple[float, float], text: str, size: float, *, colour: str = BLACK, across: str = "left",
        up: str = "baseline", weight: str = "normal", has_seam: bool = False,
    ) -> None:  # fmt: skip
        """A line of text; ``across``: ``left``, ``center``, ``right``; ``up``: ``baseline``, ``center``, ``top``.

        ``up`` may be ``middle`` too: of its letters above the baseline. ``has_seam``: white, around it.
        """
        width, ascent, descent = self.measure(text, size, weight)
        below = {"baseline": 0.0, "middle": ascent / 2, "center": (ascent - descent) / 2, "top": ascent}[up]
        x, y = place[0] - SHARES[across] * width, place[1] - below
        renderer = self._seamed() if has_seam else self._renderer
        renderer.draw_text(self._pen(colour, 0.0), x, self._height - y, text, _letters(size, weight), 0.0)
        self.words.append(text)

    def text_upwards(self, place: tuple[float, float], text: str, size: float) -> None:
        """A line of text that is read upwards, its middle at ``place``, which is at the right of its letters."""
        width, _, descent = self.measure(text, size)
        x, y = place[0] - descent, place[1] - width / 2
        self._renderer.draw_text(self._pen(BLACK, 0.0), x, self._height - y, text, _letters(size), 90.0)
        self.words.append(text)

    def measure(self, text: str, size: float, weight: str = "normal") -> tuple[float, float, float]:
        """Width of a line of text, and how far it reaches above and below its baseline, as any text does."""
        (_, least, least_below), (width, height, below) = (
            self._renderer.get_text_width_height_descent(one, _letters(size, weight), False) for one in ("lp", text)
        )
        descent = max(below, least_below)
        return width, max(height, least) - descent, descent

    def _seamed(self):
        from matplotlib.patheffects import PathEffectRenderer, withStroke

        return PathEffectRenderer([withStroke(linewidth=SEAM, foreground="white")], self._renderer)

    def _pen(self, colour: str, width: float):
        pen = self._renderer.new_gc()
        pen.set_foreground(colour)
        pen.set_linewidth(width)
        return pen


def stacked(heights: Sequence[tuple[float, float]], gap: float) -> list[float]:
    """How far below the first baseline those of lines lie, which reach so far above and below their own.

    >>> stacked([(6.0, 2.0), (6.0, 2.0)], 4.0)
    [0.0, 12.0]
    """
    down = [0.0]
    for (_, below), (above, _) in zip(heights, heights[1:]):
        down.append(down[-1] + below + gap + above)
    return down


def _letters(size: float, weight: str = "normal"):
    from matplotlib.font_manager import FontProperties

    return FontProperties(size=size, weight=weight)
