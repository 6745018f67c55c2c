"""The sentences that are read first, made of the region's own numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.accounting.profiles_compared import PREFIX
from ...core.messages import sentence
from ...core.options import PROFILES
from ...core.tables.vocabulary import YEAR
from ..page.numbers import digits
from ..page.run_on import run_on
from ..page.writer import Writer
from .report import AccountingReport

_AMOUNTS = sentence(
    "In {year} the {count:unit|units} with complete accounts emitted {emission} and took up {sink}, {percent} % of it."
)
_MORE = sentence("The same {count:unit|units} emitted {percent} % more in {last} than in {first}.")
_LESS = sentence("The same {count:unit|units} emitted {percent} % less in {last} than in {first}.")
_BALANCE = sentence(
    "{balanced} of {count:unit|units} took up at least as much as was emitted there in {year}; the largest source is "
    "{unit} with a net emission of {net}."
)
_NO_SOURCE = sentence("{balanced} of {count:unit|units} took up at least as much as was emitted there in {year}.")
_OTHERWISE = sentence("Under the coefficients of the profiles that ship it would be {least} to {most} of them.")


def headlines(writer: Writer, report: AccountingReport) -> list[str]:
    """Amounts of the last year, what became of emission, and units in balance; as far as the accounts have them."""
    return [text for text in (_amounts(writer, report), _change(writer, report), _balance(writer, report)) if text]


def _of(name: str, report: AccountingReport, year: int) -> float:
    """A total of the region in ``year``, NaN where it has none."""
    return float(report.values(name)[report.years == year][0]) if name in report.region else np.nan


def _amounts(writer: Writer, report: AccountingReport) -> str:
    emission, sink = (_of(name, report, report.last_year) for name in ("ce", "cs"))
    if not (emission > 0 and np.isfinite(sink)):
        return ""
    return writer.say(
        _AMOUNTS, year=str(report.last_year), count=report.units_counted, emission=writer.carbon.text(emission),
        sink=writer.carbon.text(sink), percent=digits(100.0 * sink / emission),
    )  # fmt: skip


def _change(writer: Writer, report: AccountingReport) -> str:
    first, last = report.same_years[0], report.last_year
    start, end = (_of("ce", report, year) for year in (first, last))
    if first == last or not (start > 0 and np.isfinite(end)):
        return ""
    values = {"count": report.units_counted, "first": str(first), "last": str(last)}
    return writer.say(_MORE if end >= start else _LESS, percent=digits(100.0 * abs(end / start - 1.0)), **values)


def _balance(writer: Writer, report: AccountingReport) -> str:
    balanced = _of("balanced_units", report, report.last_year)
    if not np.isfinite(balanced) or report.ranked.empty:
        return ""
    values = {"balanced": int(balanced), "count": report.units_counted, "year": str(report.last_year)}
    first = report.ranked.iloc[0]
    if first["nce"] <= 0:
        said = writer.say(_NO_SOURCE, **values)
    else:
        said = writer.say(_BALANCE, unit=str(first["name"]), net=writer.carbon.text(float(first["nce"])), **values)
    return run_on(writer.language, said, otherwise(writer, report.region, report.last_year))


def otherwise(writer: Writer, region: pd.DataFrame, year: int) -> str:
    """How far units in balance depend on the coefficients; '' where it was not computed, or does not matter."""
    names = [PREFIX + name for name in PROFILES if PREFIX + name in region]
    counts = region.loc[region[YEAR] == year, names].to_numpy(dtype=float, na_value=np.nan).ravel()
    known = counts[np.isfinite(counts)].astype(int).tolist()
    if len(set(known)) < 2:
        return ""
    return writer.say(_OTHERWISE, least=min(known), most=max(known))
