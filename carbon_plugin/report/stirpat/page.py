"""The report of the STIRPAT fit: what drives emission, and how far the fit can be trusted."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ..page.charts.ridge_trace import ridge_trace, trace_caption
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import digits, shown
from ..page.writer import Writer
from .elasticities import elasticities
from .report import FitReport, column_name
from .validity import PERCENT, validity


def fit_page(
    report: FitReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no charts and says so."""
    title = sentence("What drives carbon emission (STIRPAT)")
    writer = Writer.of_report(report, title, language, translate=translate, progress=progress)
    return writer.page(report, [summary, doubts, elasticities, trace, validity, what_was_run, what_happened])


def summary(writer: Writer, report: FitReport) -> None:
    """The equation, whether it is an identity, and how well it fits."""
    fit, rows = report.fit, report.rows
    terms = "".join(f" + {digits(b)} ln {name}" for name, b in zip(rows["variable"], rows["b"]))
    writer.lead(f"ln CE = a{terms}".replace("+ −", "− "))
    if fit.identity_note:
        writer.callout(fit.identity_note.text(writer.translate))
    without = shown(round(fit.ols_r2, 3)) if np.isfinite(fit.ols_r2) else writer.say(sentence("unknown"))
    facts = (
        (shown(len(fit.fitted)), sentence("observations")),
        (shown(fit.k), sentence("ridge parameter k")),
        (shown(round(fit.r2, 3)), sentence("R² with ridge ({ols} without)")),
        (writer.say(PERCENT, percent=digits(fit.validity.mape)), sentence("mean error of fitted emission")),
        (
            writer.say(sentence("yes") if fit.identity else sentence("no")),
            sentence("true by definition (accounting identity)"),
        ),
    )
    writer.facts((value, writer.say(what, ols=without)) for value, what in facts)


def what_was_run(writer: Writer, report: FitReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def doubts(writer: Writer, report: FitReport) -> None:
    """The warnings, but for the identity, which stands in the box on top."""
    what_to_doubt(writer, report, {report.fit.identity_note.text()} if report.fit.identity_note else ())


def trace(writer: Writer, report: FitReport) -> None:
    """How the coefficients change with k."""
    if not writer.draws:
        return
    writer.heading(sentence("The ridge trace"))
    labels = {name: name for name in report.rows["variable"]}
    titles = [column_name(name, writer) for name in ("beta", "vif")]
    figure = ridge_trace(
        report.fit.trace, labels, report.fit.k, titles=titles, x_label=writer.say(sentence("ridge parameter k"))
    )
    writer.chart(figure, trace_caption(writer, report.fit.trace, report.fit.k))


def what_happened(writer: Writer, report: FitReport) -> None:
    """What a reader must know before trusting a coefficient."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
