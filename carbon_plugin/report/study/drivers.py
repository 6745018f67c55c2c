"""The drivers of emission, as the regression found them."""

from __future__ import annotations

import pandas as pd

from ...core.messages import sentence
from ...core.options import CEI_DEFINITIONS
from ...core.stirpat.variables import stirpat_variables
from ...core.study.remarks import IDENTITY, is_identity
from ..page.charts.ridge_trace import ridge_trace, trace_caption
from ..page.table import Column
from ..page.writer import Writer
from ..stirpat.report import column_name, driver_name
from .report import StudyReport

NOTHING = 1e-9  # a coefficient below that is rounding
COLUMNS = ("b", "std_error", "beta", "vif", "ols_b", "ols_vif")


def drivers(writer: Writer, report: StudyReport) -> None:
    """The ridge trace and the coefficients."""
    fit, trace = report.tables.fit, report.tables.trace
    if fit is None and trace is None:
        return
    writer.heading(sentence("Drivers of emission"))
    if fit is not None and is_identity(fit):
        writer.callout(writer.say(IDENTITY))
    known = stirpat_variables(_definition(fit))
    if trace is not None and writer.draws:
        names = [name[len("beta_") :] for name in trace.columns if name.startswith("beta_")]
        labels = {name: driver_name(name, known, writer) for name in names}
        titles = [column_name(name, writer) for name in ("beta", "vif")]
        figure = ridge_trace(
            trace, labels, chosen_k(report), titles=titles, x_label=writer.say(sentence("ridge parameter k"))
        )
        writer.chart(figure, trace_caption(writer, trace, chosen_k(report)), cropped=False)
    if fit is not None:
        variables = Column(
            column_name("variable", writer), [driver_name(name, known, writer) for name in fit["variable"]]
        )
        shown = [name for name in COLUMNS if name != "std_error" or not is_identity(fit)]
        numbers = {name: fit[name].mask(fit[name].abs() < NOTHING, 0.0) for name in shown if name in fit}
        writer.table([variables, *(Column(column_name(name, writer), values) for name, values in numbers.items())])


def _definition(fit: pd.DataFrame | None) -> str:
    """How the regression defined carbon intensity, as its table says; the usual way where it does not."""
    told = [] if fit is None or "cei_definition" not in fit else fit["cei_definition"].dropna().astype(str)
    return next((key for key in told if key in CEI_DEFINITIONS.keys), CEI_DEFINITIONS.default)


def chosen_k(report: StudyReport) -> float | None:
    """The ridge parameter of the regression, None where its table does not say."""
    fit = report.tables.fit
    if fit is None or "k" not in fit:
        return None
    k = pd.to_numeric(fit["k"], errors="coerce").dropna()
    return float(k.iloc[0]) if len(k) else None
