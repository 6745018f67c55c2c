"""Whether economy and ecology rise together: the trends of ECC and ESC of every unit."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.trend.summary import QUADRANTS, quadrants
from ..page import figures
from ..page.colours import INK, LINE, TITLE
from ..page.many import MOST_NAMES, is_cut, some_of
from ..page.numbers import largest, letter_width, shortened
from ..page.table import Column
from ..page.writer import Writer
from .report import TrendReport

NAMED = 10  # units of a quadrant that are named
LETTERS = 24  # of a name
LETTER, LINE_HEIGHT = 0.0125, 0.06  # how wide and high letters are, of half the chart
NO_BREAK = "\u00a0"
ARROWS = {1: "↑", -1: "↓"}

_CAPTION = sentence(
    "Each point is a unit. Upper right: its shares of the region's GDP and of the region's sink both grow against its "
    "share of the emission; lower left: both shrink. Inside the dashed lines a trend is not marked. Units are named in "
    "quadrants that hold {count} or fewer, as far as there is room; the table has all. ECC: economic contributive "
    "coefficient; ESC: ecological support coefficient."
)
_CAPTION_OF_MANY = sentence(
    "Each point is a unit. Upper right: its shares of the region's GDP and of the region's sink both "
    "grow against its share of the emission; lower left: both shrink. Inside the dashed lines a trend "
    "is not marked. Units are named in quadrants that hold {count} or fewer, as far as there is room. ECC: economic "
    "contributive coefficient; ESC: ecological support coefficient."
)


def economy_and_ecology(writer: Writer, report: TrendReport) -> None:
    """A chart and a table of the four quadrants."""
    if not {"ecc", "esc"} <= set(report.fields):
        return
    signs = quadrants(report.trends, "ecc", "esc")
    writer.heading(sentence("Economy and ecology together"))
    if writer.draws and len(signs):
        _chart(signs, writer, report)
    found = [(_name(*signs_of), signs.loc[_inside(signs, *signs_of), "unit"]) for signs_of in QUADRANTS]
    on_axis = signs.loc[(signs["first"] == 0) | (signs["second"] == 0), "unit"]
    found.append((writer.say(sentence("Z = 0 in one or both")), on_axis))
    which = [some_of(report.names_of(units), writer.say, writer.listed) for _, units in found]
    writer.table(
        [
            Column(writer.say(sentence("Trends")), [name for name, _ in found]),
            Column(writer.say(sentence("Units")), [len(units) for _, units in found]),
            Column(writer.say(sentence("Which")), which),
        ]
    )


def _chart(signs: pd.DataFrame, writer: Writer, report: TrendReport) -> None:
    trends = report.trends.set_index("unit").loc[signs["unit"]]
    x, y = (trends[name].to_numpy(dtype=float) for name in ("ecc_z", "esc_z"))
    reach = 1.15 * max(largest(x), largest(y), report.threshold)
    figure, axis = figures.new_axis(4.6)
    for bound in (-report.threshold, report.threshold):
        axis.axvline(bound, color="#b5c0ba", linewidth=0.8, linestyle="--")
        axis.axhline(bound, color="#b5c0ba", linewidth=0.8, linestyle="--")
    axis.axvline(0, color=INK, linewidth=0.8)
    axis.axhline(0, color=INK, linewidth=0.8)
    axis.scatter(x, y, s=16, color=LINE, alpha=0.75, linewidth=0, rasterized=is_cut(len(x)))
    for first, second in QUADRANTS:
        members = np.flatnonzero(_inside(signs, first, second))
        sides = {"ha": "right" if first > 0 else "left", "va": "top" if second > 0 else "bottom"}
        label, style = f"{_name(first, second)}: {len(members)}", {"fontsize": 8.5, "fontweight": "bold"}
        axis.text(0.97 * reach * first, 0.97 * reach * second, label, color=TITLE, **sides, **style)
    axis.set_xlim(-reach, reach)
    axis.set_ylim(-reach, reach)
    _write_names(axis, np.column_stack([x, y]) / reach, signs, [report.name(key) for key in trends.index])
    axis.grid(visible=False)
    for name, set_label in (("ecc", axis.set_xlabel), ("esc", axis.set_ylabel)):
        set_label(writer.say(sentence("Z of {field}"), field=writer.label(name)))
    writer.chart(figure, writer.say(_CAPTION_OF_MANY if len(signs) > MOST_NAMES else _CAPTION, count=NAMED))


def _write_names(axis, places: np.ndarray, signs: pd.DataFrame, names: list[str]) -> None:
    """The names of the units in quadrants of few, unless one would cover another; ``places`` (n, 2) from -1 to 1."""
    few = [_inside(signs, *signs_of).to_numpy() for signs_of in QUADRANTS]
    written: list[tuple[float, float, float]] = []  # left, right, height
    for place in np.flatnonzero(
        np.any([members for members in few if members.sum() <= NAMED] or [np.zeros(len(names), bool)], axis=0)
    ):
        name, (x, y) = shortened(names[place], LETTERS), places[place]
        right = x + LETTER * sum(map(letter_width, name))
        if right < 1.0 and all(abs(y - other) > LINE_HEIGHT or right < low or x > high for low, high, other in written):
            written.append((x, right, y))
            at = (x * axis.get_xlim()[1], y * axis.get_ylim()[1])
            axis.annotate(name, at, (4, 3), textcoords="offset points", fontsize=7)


def _inside(signs: pd.DataFrame, first: int, second: int) -> pd.Series:
    return (signs["first"] == first) & (signs["second"] == second)


def _name(first: int, second: int) -> str:
    return f"ECC {ARROWS[first]}  ESC {ARROWS[second]}".replace(" ", NO_BREAK)
