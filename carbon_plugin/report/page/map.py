"""Maps of units as SVG: every unit a shape with its title; names, scale and north where they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from ...core.round_numbers import rounded_down
from ...core.space.outlines import UnitOutlines, chord, thinned_units
from .colours import INK, ink_on
from .markup import Markup, element
from .numbers import letter_width

ACROSS = 1400  # steps of the drawing from west to east: half a point on paper, what is smaller cannot be seen
TALLEST = 0.8  # of the width: a region that stretches north is drawn smaller
NAMED = 150  # units whose names still have room

_LINE = "#6f7a75"
_LARGEST_CIRCLE = 0.022  # radius, of the width
_MARGIN = 0.01  # of the width
_FOOTER = 0.055  # of the width, for scale and north
_SMALLER = 2.1  # times a small map is narrower on the page than another
_LETTERS = 13.0  # height of names, in steps
_LETTER_WIDTH = 0.56  # of their height, on average; a Chinese character is twice as wide
_METRES_PER_KILOMETRE = 1000.0


class MapSheet:
    """The outlines, thinned once and written once, for as many maps as a page has.

    ``name``: what the shapes are called in the page, each with its number behind; all together have the bare name.
    ``points``: how many the outlines may have together, so that the page can still be mailed. A page that has a map of
    this sheet needs its ``shapes`` too.
    """

    def __init__(self, outlines: UnitOutlines, name: str = "u", points: int = 40_000):
        self.outlines, self._name = outlines, name
        west, south, east, north = outlines.extent
        self._metres = max(east - west, (north - south) / TALLEST) * (1 + 2 * _MARGIN)
        self._step = self._metres / ACROSS
        self._origin = np.array([(west + east - self._metres) / 2, north + _MARGIN * self._metres])
        self._south = self._place(np.array([west, south]))[1] + _MARGIN * ACROSS
        self._points = points

    @cached_property
    def shapes(self) -> Markup:
        """What the maps refer to, itself not seen."""
        paths = [
            element("path", {"id": f"{self._name}{number}", "d": self._path(rings)})
            for number, rings in enumerate(thinned_units(self.outlines.rings, self._step, self._points))
        ]
        look = {"class": "shapes", "width": 0, "height": 0, "aria-hidden": "true"}
        return element("svg", look, element("defs", None, element("g", {"id": self._name}, *paths)))

    def units(
        self,
        colours: Sequence[str],
        titles: Sequence[str],
        names: Sequence[str] = (),
        *,
        north: str = "N",
        circles: Sequence[tuple[float, str]] = (),
    ) -> Markup:
        """Every unit in its colour, with the title that is shown to who points at it, and its name where it has room.

        Below the map stand a scale bar and an arrow to the north; ``north``: the letter on it. ``circles``: one a unit,
        its amount as a share of the largest, which is its area, and its colour.
        """
        shapes = [
            self._shape(number, colour, *([element("title", None, title)] if title else []))
            for number, (colour, title) in enumerate(zip(colours, titles))
        ]
        lowered = [self._radius(share) + 0.7 * _LETTERS if share > 0.0 else 0.0 for share, _ in circles]
        marks = [*self._circles(circles, titles), *self._names(names, colours, lowered), *self._scale_and_north(north)]
        return self._sheet([_outlined(shapes, 0.7), *marks], _FOOTER)

    def highlighted(self, members: np.ndarray, colour: str, others: str, *, numbers: dict[int, int]) -> Markup:
        """A small map: ``members`` (u,) in ``colour``, the rest in ``others``; ``numbers`` by position of a unit."""
        chosen = [self._shape(number) for number in np.flatnonzero(members).tolist()]
        labels = [
            self._text(self.outlines.anchors[position], number, ink_on(colour), 1.4 * _SMALLER * _LETTERS, "700")
            for position, number in numbers.items()
        ]
        parts = [self._shape("", others), element("g", {"fill": colour}, *chosen)]
        return self._sheet([_outlined(parts, 0.4 * _SMALLER), *labels])

    def _shape(self, number: object, colour: str = "", *content: Markup) -> Markup:
        """The shape of a unit, or of all."""
        return element("use", {"fill": colour, "xlink:href": f"#{self._name}{number}"}, *content)

    def _sheet(self, parts: Sequence[Markup], footer: float = 0.0) -> Markup:
        box = f"0 0 {ACROSS} {self._south + footer * ACROSS:.0f}"
        return element("svg", {"viewBox": box, "class": "map"}, *parts)

    def _place(self, points: np.ndarray) -> np.ndarray:
        """Points (n, 2) in metres as steps of the drawing, downwards."""
        return (points - self._origin) / self._step * (1, -1)

    def _path(self, rings: Sequence[np.ndarray]) -> str:
        return "".join(_ring_path(np.round(self._place(ring)).astype(int)) for ring in rings)

    def _text(self, anchor, text: object, ink: str, size: float, weight: str | None = None) -> Markup:
        x, y = self._place(anchor)
        look = {"x": f"{x:.0f}", "y": f"{y + 0.35 * size:.0f}", "font-size": f"{size:g}", "font-weight": weight}
        return element("text", {**look, "fill": ink, "text-anchor": "middle"}, text)

    def _radius(self, share: float) -> float:
        """Of the circle for an amount as a share of the largest, in steps."""
        return _LARGEST_CIRCLE * ACROSS * share**0.5

    def _circles(self, circles: Sequence[tuple[float, str]], titles: Sequence[str]) -> list[Markup]:
        """Circles at the units, the largest first, so that it hides no other."""
        found = []
        for position in sorted(range(len(circles)), key=lambda place: -circles[place][0]):
            share, colour = circles[position]
            if share > 0.0:
                x, y = self._place(self.outlines.anchors[position])
                place = {"cx": f"{x:.0f}", "cy": f"{y:.0f}", "r": f"{self._radius(share):.1f}"}
                look = {"fill": colour, "stroke": "#fff", "stroke-width": "1"}
                found.append(element("circle", {**place, **look}, element("title", None, titles[position])))
        return found

    def _names(self, names: Sequence[str], colours: Sequence[str], lowered: Sequence[float] = ()) -> list[Markup]:
        """The names of the units, the largest unit first; ``lowered``: below circles, by so many steps.

        A name that is wider than its unit is there, or would cover another name, is left out.
        """
        taken: list[tuple[float, float, float]] = []
        found = []
        for position in np.argsort(-self.outlines.area_ha, kind="stable") if len(names) else ():
            anchor = self.outlines.anchors[position]
            if len(lowered):
                anchor = anchor - (0.0, lowered[position] * self._step)
            (x, y), half = self._place(anchor), _LETTERS * _LETTER_WIDTH * sum(map(letter_width, names[position])) / 2
            ends = [(end, anchor[1]) for end in chord(self.outlines.rings[position], anchor)]
            left, right = self._place(np.array(ends))[:, 0]
            is_free = not any(abs(x - ox) < half + other and abs(y - oy) < _LETTERS for ox, oy, other in taken)
            if left < x - half and x + half < right and is_free:
                taken.append((x, y, half))
                found.append(self._text(anchor, names[position], ink_on(colours[position]), _LETTERS))
        return found

    def _scale_and_north(self, north: str) -> list[Markup]:
        """A bar of a round length and an arrow, below the map at the left."""
        size = ACROSS / 1000
        metres = rounded_down(0.2 * self._metres / _METRES_PER_KILOMETRE) * _METRES_PER_KILOMETRE
        x, y, length, thick = 25 * size, self._south + 12 * size, metres / self._step, 7 * size
        parts = [
            element(
                "rect",
                {"x": f"{x + half * length / 2:.0f}", "y": f"{y:.0f}", "width": f"{length / 2:.0f}",
                 "height": f"{thick:.0f}", "fill": fill, "stroke": INK},
            )
            for half, fill in enumerate((INK, "#fff"))
        ]  # fmt: skip
        texts = [(x + share * length, f"{share * metres / _METRES_PER_KILOMETRE:,.6g}") for share in (0.0, 0.5, 1.0)]
        texts[-1] = (texts[-1][0], texts[-1][1] + " km")
        look = {"y": f"{y + 3.2 * thick:.0f}", "font-size": f"{14 * size:.0f}", "fill": INK, "text-anchor": "middle"}
        parts += [element("text", {"x": f"{at:.0f}", **look}, text) for at, text in texts]
        at = x + length + 55 * size
        wing, tall, notch = (round(part * size) for part in (6, 24, 5))
        arrow = f"M{at:.0f} {y - 8 * size:.0f}l{wing} {tall}-{wing}-{notch}-{wing} {notch}z"
        parts.append(element("path", {"d": arrow, "fill": INK}))
        letter = {**look, "x": f"{at + 18 * size:.0f}", "y": f"{y + 12 * size:.0f}", "font-weight": "700"}
        return [*parts, element("text", letter, north)]


def _ring_path(points: np.ndarray) -> str:
    """A closed ring (n, 2) of whole numbers: where it begins, then every step from point to point."""
    steps = np.diff(points[:-1], axis=0).ravel().tolist()
    return f"M{points[0][0]} {points[0][1]}l{' '.join(map(str, steps))}z".replace(" -", "-")


def _outlined(shapes: Sequence[Markup], width: float) -> Markup:
    look = {"stroke": _LINE, "stroke-width": width, "stroke-linejoin": "round", "fill-rule": "evenodd"}
    return element("g", look, *shapes)
