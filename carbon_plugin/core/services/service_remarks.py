"""What to know about values of ecosystem services: what they rest on, what is missing, whether the value moves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..messages import Message, note, sentence, warning
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Parameter, quoted
from .ecosystems import Ecosystems
from .equivalents import Equivalents

if TYPE_CHECKING:
    from .ecosystem_services import Worth

GROUP_FIELD = Parameter("GROUP_FIELD", sentence("Group of a unit"))
STEADY = 1e-9  # relative: below, a value has not moved


def remarks_on_services(
    panel: Panel,
    equivalents: Equivalents,
    ecosystems: Ecosystems,
    *,
    classes: Sequence[str],
    value: np.ndarray,
    worth: Worth,
    total: np.ndarray,
    region: pd.DataFrame,
    sensitivity: pd.DataFrame,
) -> list[Message]:
    """All remarks on one run; ``value`` (n,) currency/ha, ``total`` (n,) 10^4 currency a year."""
    return [
        *_on_value(panel, equivalents, value, worth=worth),
        *_on_assumptions(ecosystems, classes),
        *_on_missing(panel, total, region),
        *_on_sensitivity(sensitivity),
        *_on_region(region),
    ]


def _on_value(panel: Panel, equivalents: Equivalents, value: np.ndarray, *, worth: Worth) -> list[Message]:
    low, high = float(value.min()), float(value.max())
    moving = [
        group for _, group in pd.Series(value).groupby(panel.frame[UNIT].to_numpy(), sort=False)
        if group.max() - group.min() > STEADY * group.max()
    ]  # fmt: skip
    if moving:
        template = (
            "The value of one equivalent moves with the years, between {low} and {high} currency/ha in all: part of "
            "the change of the values is a change of prices. One value for all years, or deflated prices, avoid it."
        )
        return [warning("equivalent-value-moves", template, low=low, high=high)]
    if worth.prices:
        same = high - low <= STEADY * high
        one = sentence("One equivalent is worth {high} currency/ha, a seventh of yield times price, in all years.")
        several = sentence(
            "One equivalent is worth {low} to {high} currency/ha by group, a seventh of yield times price, the same in "
            "all years."
        )
        return [note("equivalent-value", one if same else several, low=low, high=high)]
    if worth.value is not None:
        return [note("equivalent-value-own", "One equivalent is worth {value} currency/ha in all years.", value=low)]
    template = (
        "One equivalent is worth {value} CNY/ha, the national value that the edition {edition} was published with, "
        "in all years: an assumption elsewhere. Give your region's, or its grain yield and price."
    )
    return [warning("equivalent-value-of-edition", template, value=low, edition=quoted([equivalents.edition]))]


def _on_assumptions(ecosystems: Ecosystems, classes: Sequence[str]) -> list[Message]:
    assumed = [name for name in ecosystems.assumed if name in classes]
    notes = []
    if assumed:
        template = (
            "What the classes {classes} are made of is an assumption of the shipped table of ecosystems: put in the "
            "region's own shares."
        )
        notes.append(note("ecosystems-assumed", template, classes=quoted(assumed)))
    if ecosystems.shares.get("urban") == {"built_up": 1.0} and "urban" in classes and "urban" not in ecosystems.own:
        template = (
            "Built-up land counts by the equivalents of built_up, which are 0 in the shipped editions; some studies "
            "take a value below zero."
        )
        notes.append(note("built-up-value", template))
    return notes


def _on_missing(panel: Panel, total: np.ndarray, region: pd.DataFrame) -> list[Message]:
    missing = np.isnan(total)
    notes = []
    if missing.any():
        template = "{count:row has|rows have} no total value, since an area is missing: {rows}."
        found = {"count": int(missing.sum()), "rows": panel.cells(missing)}
        notes.append(warning("rows-without-service-value", template, **found))
    lacking = region[region["units_counted"] < region["units"]]
    if len(lacking):
        rows = zip(lacking[YEAR], lacking["units_counted"], lacking["units"])
        years = [f"{year} ({counted}/{units})" for year, counted, units in rows]
        template = "The region's sums lack units in these years, so compare them with care: {years}."
        notes.append(warning("services-of-few-units", template, years=years))
    return notes


def _on_sensitivity(sensitivity: pd.DataFrame) -> list[Message]:
    known = sensitivity[sensitivity["sensitivity"].notna()]
    if known.empty:
        return []
    large = known[known["sensitivity"].abs() >= 1.0]
    if large.empty:
        template = (
            "The total is robust against the equivalents: no coefficient of sensitivity reaches 1, the largest is "
            "{largest}."
        )
        return [note("services-robust", template, largest=round(float(known["sensitivity"].max()), 4))]
    classes = list(dict.fromkeys(large["class"]))
    template = (
        "The total is not robust against the equivalents of {classes}: the coefficient of sensitivity reaches 1 or "
        "more, since others take values below zero."
    )
    if len(sensitivity["class"].unique()) == 1:
        template = "There is one class alone, {classes}, whose coefficient of sensitivity is 1 by definition."
    return [warning("services-not-robust", template, classes=quoted(classes))]


def _on_region(region: pd.DataFrame) -> list[Message]:
    known = region[region["esv"].notna()]
    rows = known.iloc[[0, -1] if len(known) > 1 else [0] * len(known)]
    template = "{year}: {esv} × 10⁴ currency a year in {count:unit|units}."
    return [
        note("services-in-year", template, year=str(int(row[YEAR])), esv=float(row["esv"]),
             count=int(row["units_counted"]))
        for _, row in rows.iterrows()
    ]  # fmt: skip
