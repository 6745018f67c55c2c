"""The sentences that are read first, made of the classes of the trends."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.trend.trend_classes import TrendClass
from ..page.writer import Writer
from .report import TrendReport

SENTENCES = 3
_MARKED = sentence(
    "{field}: of {count:unit|units} with a trend, {rising:rises|rise} markedly, {falling:falls|fall} markedly, the "
    "others do neither."
)
_NONE = sentence("No unit has a trend: none has as many values as a trend needs, which are three.")


def has_trends(report: TrendReport) -> bool:
    """True where at least one unit has a trend in one field."""
    return bool(report.counts.drop(columns=TrendClass.NONE).to_numpy().any())


def headlines(writer: Writer, report: TrendReport) -> list[str]:
    """A sentence for each of the first fields, or one for all where no unit has a trend."""
    if not has_trends(report):
        return [writer.say(_NONE)]
    return [_marked(name, writer, report) for name in report.fields[:SENTENCES]]


def _marked(name: str, writer: Writer, report: TrendReport) -> str:
    counts = report.counts.loc[name]
    return writer.say(
        _MARKED, field=writer.label(name), count=int(counts.sum() - counts[TrendClass.NONE]),
        rising=int(counts[TrendClass.MARKED_INCREASE]), falling=int(counts[TrendClass.MARKED_DECREASE]),
    )  # fmt: skip
