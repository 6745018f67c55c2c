"""The values of units and the lines through them, a small panel a unit."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.trend.summary import panel_of_units, sen_lines, series_of, strongest_units
from ..page.charts.small_multiples import Layout, LineKind, SmallPanel, small_multiples
from ..page.colours import EDGE, LINE, pale
from ..page.numbers import MINUS, bounds, largest, shortened
from ..page.writer import Writer
from .report import TrendReport, class_colours, class_labels, note_fields_not_drawn, scale_of

STRONGEST = 12  # units drawn for a field
COLUMNS, HEIGHT, LETTERS = 4, 1.5, 24  # panels side by side, inches of one, letters of its name
_AIR = 0.08  # of its range, above and below the values of a panel

_LEAD = sentence(
    "Points: values, hollow where they were interpolated or shared out. Line: Theil-Sen slope through "
    "the medians. Ground: class of the trend."
)


def series(writer: Writer, report: TrendReport) -> None:
    """A chart a field, of the units that were asked for, or of those with the strongest trends."""
    if not writer.draws:
        return
    asked = list(report.shown_units)
    writer.heading(sentence("The units asked for") if asked else sentence("The strongest trends"))
    writer.paragraph(writer.say(_LEAD))
    drawn = {name: asked or strongest_units(report.trends, name, STRONGEST) for name in report.drawn_fields}
    few = panel_of_units(report.panel, {unit for units in drawn.values() for unit in units})
    for name, units in drawn.items():
        if units:
            _field(name, units, writer, replace(report, panel=few))
    note_fields_not_drawn(writer, report)


def _field(name: str, units: list[str], writer: Writer, report: TrendReport) -> None:
    years, values = series_of(report.panel, units, name)
    trends = report.trends.set_index("unit").loc[units]
    scale, unit = scale_of(name, float(np.median([largest(row) for row in values])), writer)
    lines = sen_lines(years, values * scale, trends[f"{name}_sen"].to_numpy(dtype=float) * scale)
    colours, classes = class_colours(), trends[f"{name}_trend"]
    panels = [
        _panel(report.name(key), _z_shown(z), "" if pd.isna(found) else pale(colours[int(found)]), years, *numbers)
        for key, z, found, *numbers in zip(
            units, trends[f"{name}_z"], classes, values * scale, lines, _filled(units, name, report)
        )
    ]
    first, last = int(years[0]), int(years[-1])
    layout = Layout(
        COLUMNS, first, last, HEIGHT, left=0.16, top=0.2, bottom=0.14, years=sorted({first, last}), font=8.0
    )
    kinds = {"values": LineKind(EDGE, 0.7), "slope": LineKind(LINE, 1.4)}
    labels = class_labels(writer)
    keys = [(pale(colours[value]), labels[value]) for value in sorted(set(classes.dropna().astype(int)))]
    writer.subheading(writer.with_unit(name, unit))
    caption = writer.say(sentence("{field}. Every panel has its own scale."), field=writer.label(name))
    writer.chart(small_multiples(panels, kinds, layout, keys=keys), caption)


def _panel(
    name: str, note: str, ground: str, years: np.ndarray, values: np.ndarray, line: np.ndarray, hollow: np.ndarray
) -> SmallPanel:
    drawn = np.concatenate([values, line])
    low, high = (np.nanmin(drawn), np.nanmax(drawn)) if np.isfinite(drawn).any() else (0.0, 1.0)
    air = _AIR * (high - low) or max(abs(high) * _AIR, 1.0)
    points, ends = np.column_stack([years, values]), list(dict.fromkeys((low, high)))
    return SmallPanel(
        shortened(name, LETTERS), {"values": points, "slope": np.column_stack([years, line])}, low - air, high + air,
        points=points, hollow=hollow, note=note, ground=ground,
        ticks=list(zip(ends, bounds(ends))),
    )  # fmt: skip


def _filled(units: list[str], name: str, report: TrendReport) -> np.ndarray:
    """(n_units, n_times) True where the value was interpolated or shared out."""
    marked = report.panel.filled.rows(name).astype(float)
    return np.nan_to_num(series_of(report.panel.with_columns({"marked": marked}), units, "marked")[1]) > 0


def _z_shown(z: float) -> str:
    return f"Z {z:.2f}".replace("-", MINUS) if np.isfinite(z) else ""
