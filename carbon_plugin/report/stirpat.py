"""The report of the STIRPAT fit: what drives emission, and how far the fit can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Callable

import numpy as np
import pandas as pd

from ..core.messages import Message, sentence
from ..core.statistics.ridge import VIF_LIMIT
from ..core.stirpat.columns import column_label
from ..core.stirpat.fit import StirpatFit
from ..core.stirpat.variables import INTERCEPT, stirpat_variables
from ..core.tables.vocabulary import describe
from .page import figures
from .page.carbon_unit import CarbonUnit
from .page.numbers import p_value, shown
from .page.page import Page

CONFIDENCE = 1.96  # standard errors on either side of a coefficient, 95 per cent
NAMED_OUTLIERS = 5
TABLE_DECIMALS = 6  # what least squares finds of an identity is 0 but for rounding
NO_BREAK = "\u00a0"

_ELASTICITIES = sentence(
    "Per cent of emission for one per cent of each variable, the others held. Filled: ridge at the chosen k, the "
    "coefficients that "
    "projections use, with 95 percent intervals (approximate, since ridge is biased towards zero). Hollow: ordinary "
    "least squares."
)
_TRACE = sentence(
    "Left: the standardised coefficients as the ridge parameter k grows from 0 (least squares). Right: the variance "
    "inflation of each variable; below the dotted line at {limit} collinearity is harmless. The dashed line is the k "
    "that was chosen, {k}."
)
_OBSERVED_YEARS = sentence("Observed and fitted emission of the region, year by year.")
_OBSERVED_CLOUD = sentence(
    "Every point is a unit in a year; on the line fitted and observed emission agree. Named are the units with the "
    "largest misfit."
)


@dataclass(frozen=True)
class FitReport:
    """What the report is made of.

    ``unit`` a key of ``core.options.REPORT_UNITS``, ``unit_label`` as it is written. ``settings``: (what, value) of the
    run, in its language.
    """

    fit: StirpatFit
    unit: str
    unit_label: str
    settings: Sequence[tuple[str, str]]
    messages: Sequence[Message] = field(default_factory=list)


def fit_page(report: FitReport, language: str = "en", translate: Callable[[str], str] = str) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no figures and says so."""
    page = Page(translate(sentence("What drives carbon emission (STIRPAT)")), language, translate)
    writer = _Writer(page, report, language, translate)
    writer.summary()
    with_figures = figures.is_available()
    if not with_figures:
        page.paragraph(
            translate(sentence("This report has no figures, since the Python library matplotlib is not installed."))
        )
    with figures.style_if(with_figures):
        writer.elasticities(with_figures)
        if with_figures:
            writer.ridge_trace()
        writer.validity(with_figures)
    writer.what_happened()
    return page.html()


class _Writer:
    def __init__(self, page: Page, report: FitReport, language: str, translate: Callable[[str], str]):
        self.page, self.report, self.language, self.translate = page, report, language, translate
        self.fit = report.fit
        self.carbon = CarbonUnit(report.unit, report.unit_label, translate)
        coefficients = self.fit.coefficients
        self.rows = coefficients[coefficients["variable"] != INTERCEPT]
        self.known = stirpat_variables(coefficients["cei_definition"].iloc[0])
        self.pooling = coefficients["pooling"].iloc[0]
        self.colours = figures.driver_colours(list(self.rows["variable"]))

    def say(self, template: str, **values: object) -> str:
        return self.translate(template).format(**{name: str(value) for name, value in values.items()})

    def label(self, variable: str) -> str:
        """``P, Population size``; a column of the user's own under its label, or its name."""
        if variable in self.known:
            return f"{variable}, {self.known[variable].label(self.language)}"
        if variable == INTERCEPT:
            return self.say(sentence("Intercept"))
        described = describe(variable)
        return described.label(self.language) if described else variable

    def column(self, name: str) -> str:
        return column_label(name, self.language) or name

    # sections

    def summary(self) -> None:
        fit = self.fit
        terms = "".join(f" + {_short(b)} ln {name}" for name, b in zip(self.rows["variable"], self.rows["b"]))
        self.page.paragraph(f"ln CE = a{terms}".replace("+ −", "− "), lead=True)
        if fit.identity_note:
            self.page.callout(fit.identity_note.text(self.translate))
        self.page.facts(
            [
                (str(len(fit.fitted)), self.say(sentence("observations"))),
                (shown(fit.k), self.say(sentence("ridge parameter k"))),
                (shown(round(fit.r2, 3)), self.say(sentence("R² with ridge ({ols} without)"), ols=self._ols_r2())),
                (
                    self.say(sentence("{percent} %"), percent=shown(float(f"{fit.validity.mape:.3g}"))),
                    self.say(sentence("mean error of fitted emission")),
                ),
                (
                    self.say(sentence("yes")) if fit.identity else self.say(sentence("no")),
                    self.say(sentence("accounting identity")),
                ),
            ]
        )
        settings = pd.DataFrame(self.report.settings, columns=["what", "value"])
        self.page.table(settings, [self.say(sentence("What was run")), ""])

    def elasticities(self, with_figure: bool) -> None:
        self.page.heading(self.say(sentence("What one per cent more of each variable means")))
        if with_figure:
            self._forest()
        columns = ["b", "std_error", "t", "beta", "vif", "ols_b", "ols_vif"]
        table = self.fit.coefficients[["variable", *columns]].copy()
        table[columns] = table[columns].round(TABLE_DECIMALS) + 0.0  # no minus zero
        table["variable"] = [self.label(name).replace(" ", NO_BREAK) for name in table["variable"]]
        probabilities = [p_value(p).removeprefix("p ").removeprefix("= ") for p in self.fit.coefficients["p"]]
        table.insert(4, "p", [text.replace(" ", NO_BREAK) for text in probabilities])
        self.page.table(table, [self.column(name) for name in table.columns])

    def _forest(self) -> None:
        rows, count = self.rows, len(self.rows)
        figure, axes = figures.new_figure(9.6, 0.9 + 0.42 * count)
        axis = axes[0, 0]
        at = np.arange(count)
        reach = CONFIDENCE * rows["std_error"].to_numpy(float)
        b, ols = rows["b"].to_numpy(float), rows["ols_b"].to_numpy(float)
        colours = [self.colours[name] for name in rows["variable"]]
        axis.axvline(0, color="#22302a", linewidth=0.8)
        axis.hlines(at, b - reach, b + reach, color=colours, linewidth=2.2)
        axis.scatter(b, at, color=colours, s=46, zorder=3, label=self.say(sentence("ridge")))
        axis.scatter(
            ols, at, facecolor="none", edgecolor="#55665e", s=46, zorder=3, label=self.say(sentence("least squares"))
        )
        axis.set_yticks(at, [self.label(name) for name in rows["variable"]])
        axis.invert_yaxis()
        axis.grid(visible=False, axis="y")
        axis.grid(axis="x", color="#e4ebe7", linewidth=0.6)
        axis.set_xlabel(self.say(sentence("per cent of carbon emission for one per cent of the variable")))
        axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
        self.page.figure(figure, self.say(_ELASTICITIES))

    def ridge_trace(self) -> None:
        self.page.heading(self.say(sentence("The ridge trace")))
        trace, names = self.fit.trace, list(self.rows["variable"])
        figure, axes = figures.new_figure(9.6, 3.6, 1, 2)
        left, right = axes[0]
        for name in names:
            left.plot(trace["k"], trace[f"beta_{name}"], color=self.colours[name], linewidth=1.5)
            right.plot(trace["k"], trace[f"vif_{name}"], color=self.colours[name], linewidth=1.5, label=name)
        left.axhline(0, color="#22302a", linewidth=0.6)
        right.axhline(VIF_LIMIT, color="#22302a", linewidth=0.8, linestyle=":")
        figures.logarithmic(right, "y")
        for axis, title in ((left, self.column("beta")), (right, self.column("vif"))):
            axis.axvline(self.fit.k, color="#22302a", linewidth=1.0, linestyle="--")
            axis.set_title(title, loc="left", fontsize=9, fontweight="bold")
            axis.set_xlabel(self.say(sentence("ridge parameter k")))
            axis.margins(x=0.01)
        beyond = self.fit.k > trace["k"].max()
        if not beyond:
            left.annotate(
                f"k = {_short(self.fit.k)}",
                (self.fit.k, 1.0),
                xycoords=("data", "axes fraction"),
                xytext=(4, -10),
                textcoords="offset points",
                fontsize=8,
            )
        right.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
        self.page.figure(figure, self.say(_TRACE, limit=shown(VIF_LIMIT), k=shown(self.fit.k)))

    def validity(self, with_figure: bool) -> None:
        self.page.heading(self.say(sentence("Observed against fitted")))
        if with_figure:
            if self.pooling == "region":
                self._over_years()
            else:
                self._cloud()
        self.page.table(
            pd.DataFrame(self._validity_rows()),
            [self.say(sentence("Test")), self.say(sentence("Value")), self.say(sentence("What it says"))],
        )

    def _over_years(self) -> None:
        fitted = self.fit.fitted
        factor, unit = self.carbon.scale(fitted["ce"])
        figure, axes = figures.new_figure(9.6, 3.2)
        axis = axes[0, 0]
        axis.plot(
            fitted["year"], fitted["ce_fitted"] * factor, "-", color=figures.LINE, label=self.say(sentence("fitted"))
        )
        axis.plot(
            fitted["year"],
            fitted["ce"] * factor,
            "o",
            color=figures.POINTS,
            markersize=4,
            label=self.say(sentence("observed")),
        )
        axis.set_ylabel(unit)
        axis.legend(loc="center left", bbox_to_anchor=(1.01, 0.5), frameon=False, fontsize=8)
        figures.whole_years(axis)
        self.page.figure(figure, self.say(_OBSERVED_YEARS))

    def _cloud(self) -> None:
        fitted = self.fit.fitted
        factor, unit = self.carbon.scale(fitted["ce"])
        x, y = fitted["ce"].to_numpy() * factor, fitted["ce_fitted"].to_numpy() * factor
        figure, axes = figures.new_figure(9.6, 4.6)
        axis = axes[0, 0]
        figures.logarithmic(axis, "x")
        figures.logarithmic(axis, "y")
        ends = [min(x.min(), y.min()), max(x.max(), y.max())]
        axis.plot(ends, ends, color="#22302a", linewidth=0.9)
        axis.scatter(x, y, s=9, color=figures.LINE, alpha=0.45, linewidth=0, rasterized=len(x) > 3000)
        worst = fitted["residual"].abs().groupby(fitted["unit"]).idxmax()
        worst = fitted.loc[worst].sort_values("residual", key=np.abs, ascending=False).head(NAMED_OUTLIERS)
        for row in worst.itertuples():
            axis.annotate(
                f"{row.unit} {row.year}",
                (row.ce * factor, row.ce_fitted * factor),
                xytext=(5, -3),
                textcoords="offset points",
                fontsize=7.5,
                color=figures.POINTS,
                path_effects=figures.halo(),
            )
        axis.grid(color="#e4ebe7", linewidth=0.6)
        axis.set_xlabel(self.say(sentence("observed emission, {unit}"), unit=unit))
        axis.set_ylabel(self.say(sentence("fitted emission, {unit}"), unit=unit))
        self.page.figure(figure, self.say(_OBSERVED_CLOUD))

    def _validity_rows(self) -> list[dict[str, str]]:
        validity = self.fit.validity
        percent = sentence("{percent} %")
        left_out = self.say(percent, percent=shown(float(f"{100.0 * np.expm1(validity.leave_one_out):.3g}")))
        rows = [
            (
                sentence("t-test of fitted against observed emission (the study's)"),
                f"t = {_short(validity.t_test)}, p = {_short(validity.t_test_p)}",
                sentence(
                    "Can hardly fail: with an intercept the logarithms of both have the same mean, whatever is fitted."
                ),
            ),
            (
                sentence("paired t-test"),
                f"t = {_short(validity.paired_t)}, p = {_short(validity.paired_p)}",
                sentence("A small p: fitted emission is too high or too low on the whole."),
            ),
            (
                sentence("mean absolute error"),
                self.say(percent, percent=_short(validity.mape)),
                sentence("How far fitted emission is off on average."),
            ),
            (
                sentence("root mean square error"),
                self.carbon.text(validity.rmse),
                sentence("The same in amounts, where large misses weigh most."),
            ),
            (
                sentence("error of an observation left out"),
                left_out,
                sentence("Predicted without it: much larger than the error above means that the fit is too tight."),
            ),
            (
                sentence("Durbin-Watson"),
                _short(validity.durbin_watson),
                sentence(
                    "2: residuals of successive years are unrelated; towards 0 they drift, and standard errors are "
                    "too small."
                ),
            ),
            (
                sentence("smearing factor (Duan)"),
                _short(validity.smearing),
                sentence("From fitted logarithms to mean amounts; reported, not applied."),
            ),
        ]
        return [{"test": self.say(test), "value": value, "says": self.say(says)} for test, value, says in rows]

    def what_happened(self) -> None:
        self.page.heading(self.say(sentence("What was noticed and left out")))
        self.page.notes(self.report.messages)

    def _ols_r2(self) -> str:
        return shown(round(self.fit.ols_r2, 3)) if np.isfinite(self.fit.ols_r2) else self.say(sentence("unknown"))


def _short(value: float) -> str:
    return shown(float(f"{value:.3g}"))
