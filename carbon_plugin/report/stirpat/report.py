"""What the report of the fit is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from ...core.messages import sentence
from ...core.stirpat.columns import column_label
from ...core.stirpat.fit import StirpatFit
from ...core.stirpat.variables import INTERCEPT, stirpat_variables
from ..page.told import NOTHING_TOLD, Told
from ..page.writer import Writer


@dataclass(frozen=True)
class FitReport:
    """What the report is made of.

    ``unit`` a key of ``core.options.REPORT_UNITS``, ``unit_label`` as it is written.
    """

    fit: StirpatFit
    unit: str
    unit_label: str
    told: Told = NOTHING_TOLD

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The coefficients of the variables, without the intercept."""
        return self.fit.coefficients[self.fit.coefficients["variable"] != INTERCEPT]

    @property
    def pooling(self) -> str:
        return self.fit.coefficients["pooling"].iloc[0]

    @cached_property
    def known(self) -> Mapping[str, object]:
        """The variables of the model, as this fit defines them."""
        return stirpat_variables(self.fit.coefficients["cei_definition"].iloc[0])


def driver_name(name: str, known: Mapping[str, object], writer: Writer) -> str:
    """``P, Population size``; a column of the user's own under its label, or its name."""
    if name == INTERCEPT:
        return writer.say(sentence("Intercept"))
    return f"{name}, {known[name].label(writer.language)}" if name in known else writer.label(name)


def column_name(name: str, writer: Writer) -> str:
    """A column of the results of the fit in words."""
    return column_label(name, writer.language) or name
