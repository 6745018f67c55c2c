"""What the zones are like: mean scores, mean indices, land."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.tables.vocabulary import AREA_SUFFIX
from ...core.zoning.summaries import land_columns
from ...core.zoning.zones import TOTAL
from ..page.charts.bars import stacked_bars
from ..page.charts.score_table import CAPTION, score_table
from ..page.colours import land_colours
from ..page.numbers import aligned
from ..page.table import Column
from ..page.writer import Writer
from .report import StudyReport, index_label

_MEANS = sentence(
    "Means over the units of each zone, {year}. ECC and ESC are relative to the region, whose own value is 1: above 1 "
    "is better than the region."
)
_LAND = sentence("Land of each zone in {year}, per cent of its area with land cover.")


def profiles(writer: Writer, report: StudyReport) -> None:
    """What makes the zones, as far as the tables tell."""
    scores = report.summaries.scores.drop(columns=TOTAL).dropna(axis=1, how="all")
    if len(scores.columns):
        writer.heading(sentence("What makes the zones"))
        labels = [index_label(name, writer) for name in scores.columns]
        if writer.draws:
            writer.chart(score_table(scores, labels, report.zone_names(writer)), writer.say(CAPTION), cropped=False)
        else:
            _table_by_zone(scores.round(1), labels, writer, report)
    if len(report.summaries.means.columns):
        _means(writer, report)
    if report.summaries.land.notna().to_numpy().any():
        _land(writer, report)


def _table_by_zone(table: pd.DataFrame, labels: list[str], writer: Writer, report: StudyReport) -> None:
    zone = Column(writer.say(sentence("Zone")), report.zone_names(writer))
    writer.table([zone, *(Column(label, table[name]) for label, name in zip(labels, table.columns))])


def _means(writer: Writer, report: StudyReport) -> None:
    """Rows are indices, columns are zones: the eye compares along a row."""
    found = report.summaries
    rows = dict(writer.in_report_unit(found.means))
    if found.urban.notna().any():
        rows[writer.say(sentence("Urban share of the population (%)"))] = found.urban
    rows[writer.label(TOTAL)] = found.scores[TOTAL]
    writer.paragraph(writer.say(_MEANS, year=found.year))
    numbers = [[float(values[zone.zone]) for zone in report.zones] for values in rows.values()]
    by_zone = zip(report.zone_names(writer), zip(*numbers), zip(*map(aligned, numbers)))
    means = [Column(name, values, written=texts) for name, values, texts in by_zone]
    writer.table([Column(writer.say(sentence("Index")), list(rows)), *means])


def _land(writer: Writer, report: StudyReport) -> None:
    land = report.summaries.land.dropna(axis=1, how="all")
    classes = [name[: -len(AREA_SUFFIX)] for name in land_columns(land.columns)]
    labels = [writer.label(f"{name}{AREA_SUFFIX}") for name in classes]
    if writer.draws:
        colours = land_colours(classes)
        figure = stacked_bars(
            land, labels, [colours[name] for name in classes], rows=report.zone_names(writer), unit="%"
        )
        writer.chart(figure, writer.say(_LAND, year=report.summaries.year), cropped=False)
    else:
        _table_by_zone(land.round(1), [f"{label} (%)" for label in labels], writer, report)
