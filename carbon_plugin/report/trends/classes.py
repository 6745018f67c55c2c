"""How many units are in each class, by field."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.trend.trend_classes import TrendClass
from ..page.charts.bars import stacked_bars
from ..page.numbers import MISSING, largest, shown
from ..page.table import Column
from ..page.writer import Writer
from .report import TrendReport, class_colours, class_labels, scale_of

FILLED_TOO_MUCH = 30.0  # %

CAPTION = sentence(
    "Units in each class. A class goes by the signs of slope and Z together; it is marked where |Z| is above "
    "{threshold}, with 5 to 10 values where the exact p is below that of the threshold, with fewer never."
)


def classes(writer: Writer, report: TrendReport) -> None:
    """A bar and a row a field."""
    writer.heading(sentence("Classes by field"))
    labels, counts = class_labels(writer), report.counts
    fields = [writer.label(name) for name in report.fields]
    if writer.draws:
        figure = class_bars(counts, fields, writer)
        writer.chart(figure, writer.say(CAPTION, threshold=f"{report.threshold:g}"))
    filled = [int((report.trends[f"{name}_filled_pct"] > FILLED_TOO_MUCH).sum()) for name in report.fields]
    template = sentence("Filled by more than {percent} %")
    writer.table(
        [
            Column(writer.say(sentence("Field")), fields),
            *(Column(label, counts[value]) for value, label in labels.items()),
            Column(
                writer.say(sentence("Median slope a year")),
                [_median_slope(name, writer, report) for name in report.fields],
            ),
            Column(writer.say(template, percent=f"{FILLED_TOO_MUCH:g}"), filled),
        ]
    )


def _median_slope(name: str, writer: Writer, report: TrendReport) -> str:
    """With its unit; in Chinese in that of the chart of the slopes."""
    slopes = report.trends[f"{name}_sen"].dropna()
    if slopes.empty:
        return MISSING
    in_chinese = writer.language == "zh"
    scale, unit = scale_of(name, largest(slopes), writer) if in_chinese else (1.0, writer.unit(name))
    return f"{shown(slopes.median() * scale)} {unit}".strip()


def class_bars(counts: pd.DataFrame, rows: list[str], writer: Writer):
    """A chart of ``counts`` (fields, classes); units without a trend have a part only where there are any."""
    labels, colours = class_labels(writer), class_colours()
    drawn = [value for value in labels if value != TrendClass.NONE or counts[value].any()]
    return stacked_bars(
        counts[drawn],
        [labels[value] for value in drawn],
        [colours[value] for value in drawn],
        rows=rows,
        unit=writer.say(sentence("units")),
    )
