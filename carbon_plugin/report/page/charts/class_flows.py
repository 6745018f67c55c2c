"""What flows from class to class, from date to date: columns of bars with bands between them, as SVG."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..colours import INK
from ..markup import Markup, element

WIDTH, HEIGHT, TOP = 1000.0, 420.0, 26.0
BAR, SIDE = 16.0, 130.0  # width of a bar; room for names at both sides
GAP = 6.0  # between two bars of a date
THINNEST = 0.3  # bands thinner than this cannot be seen


def class_flows(
    flows: Sequence[np.ndarray], dates: Sequence[str], names: Sequence[str], *, colours: Sequence[str], titles
) -> Markup:
    """The drawing.

    Args:
        flows: for each step from date to date (k, k), rows the classes before.
        dates: one more than flows.
        names, colours: of the classes (k).
        titles: a function of (step, before, after), what is shown to who points at a band.
    """
    starts = [flow.sum(axis=1) for flow in flows] + [flows[-1].sum(axis=0)]
    total = max(float(start.sum()) for start in starts)
    scale = (HEIGHT - GAP * (len(names) - 1)) / total if total else 0.0
    tops = [_tops(start, scale) for start in starts]
    across = np.linspace(SIDE, WIDTH - SIDE - BAR, len(dates))
    bands = [
        band
        for step, flow in enumerate(flows)
        for band in _bands(flow, (across[step] + BAR, across[step + 1]), (tops[step], tops[step + 1]), scale=scale,
                           look=(colours, lambda before, after, step=step: titles(step, before, after)))
    ]  # fmt: skip
    bars = [
        element(
            "rect", {"x": f"{x:.1f}", "y": f"{top:.1f}", "width": BAR, "height": f"{size * scale:.2f}", "fill": colour}
        )
        for x, start, of_date in zip(across, starts, tops)
        for size, top, colour in zip(start, of_date, colours)
        if size > 0
    ]
    heads = [_text(x + BAR / 2, 14, date, "middle", "700") for x, date in zip(across, dates)]
    edges = [(across[0] - 6, "end", starts[0], tops[0]), (across[-1] + BAR + 6, "start", starts[-1], tops[-1])]
    labels = [
        _text(x, top + size * scale / 2 + 4, name, anchor)
        for x, anchor, sizes, of_date in edges
        for size, top, name in zip(sizes, of_date, names)
        if size * scale >= 9
    ]
    box = f"0 0 {WIDTH:g} {HEIGHT + TOP + 8:g}"
    return element("svg", {"viewBox": box, "class": "map"}, *bands, *bars, *heads, *labels)


def _tops(sizes: np.ndarray, scale: float) -> np.ndarray:
    return TOP + np.concatenate([[0.0], np.cumsum(sizes * scale + GAP)[:-1]])


def _bands(flow: np.ndarray, across: tuple[float, float], tops: tuple[np.ndarray, np.ndarray], *, scale: float, look):
    colours, title = look
    left, right = tops[0].copy(), tops[1].copy()
    for before, after in np.ndindex(*flow.shape):
        size = flow[before, after] * scale
        if size >= THINNEST:
            (x0, x1), y0, y1 = across, left[before], right[after]
            middle = (x0 + x1) / 2
            shape = (
                f"M{x0:.1f} {y0:.1f}C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
                f"v{size:.2f}C{middle:.1f} {y1 + size:.1f} {middle:.1f} {y0 + size:.1f} {x0:.1f} {y0 + size:.1f}z"
            )
            opacity = 0.18 if before == after else 0.6
            fill = {"d": shape, "fill": colours[before], "fill-opacity": opacity}
            yield element("path", fill, element("title", None, title(before, after)))
        left[before] += size
        right[after] += size


def _text(x: float, y: float, text: str, anchor: str, weight: str | None = None) -> Markup:
    look = {"x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": "13", "fill": INK, "text-anchor": anchor}
    return element("text", {**look, "font-weight": weight}, text)
