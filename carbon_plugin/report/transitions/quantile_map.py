"""A map of the units in classes of equal number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...core.messages import sentence
from ..page.colours import NO_COLOUR, between
from ..page.map import NAMED
from ..page.numbers import bounds
from ..page.writer import Writer
from .report import TransitionReport

CLASSES_OF_MAP = 5


@dataclass(frozen=True, eq=False)
class QuantileMap:
    """``values`` (u,) of the report's units, missing where unknown; from the colour ``pale`` to ``strong``.

    ``suffix``: what follows a value, such as a percent sign.
    """

    values: np.ndarray
    caption: str
    pale: str
    strong: str
    suffix: str = ""


def draw_quantiles(writer: Writer, report: TransitionReport, its: QuantileMap) -> None:
    """The map with its legend; nothing where no unit has a value.

    Args:
        writer: of the page.
        report: whose units, names and outlines are drawn.
        its: what is shown.
    """
    known = its.values[np.isfinite(its.values)]
    if not len(known):
        return
    edges = np.unique(np.quantile(known, np.linspace(0, 1, CLASSES_OF_MAP + 1)))
    steps = max(len(edges) - 1, 1)
    colours = [between(its.pale, its.strong, step / max(steps - 1, 1)) for step in range(steps)]
    place = np.clip(np.searchsorted(edges[1:-1], np.nan_to_num(its.values), side="left"), 0, steps - 1)
    fills = [colours[at] if np.isfinite(value) else NO_COLOUR for at, value in zip(place, its.values)]
    names = [str(report.names.get(unit, unit)) for unit in report.found.units]
    template = sentence("{unit}: {value}")
    titles = [
        writer.say(template, unit=name, value=f"{value:.3g}{its.suffix}" if np.isfinite(value) else "–")
        for name, value in zip(names, its.values)
    ]
    sheet = writer.sheet(report.outlines)
    drawing = sheet.units(fills, titles, names if len(names) <= NAMED else (), north=writer.say(sentence("N")))
    texts = bounds(edges)
    spans = [f"{low} – {high}{its.suffix}" for low, high in zip(texts, texts[1:])] or [f"{texts[0]}{its.suffix}"]
    legend = list(zip(colours, spans))
    writer.map(drawing, its.caption, legend)
