"""The parameters that messages about scenarios advise, under the labels that dialogs show."""

from __future__ import annotations

from ..messages import sentence
from ..values import Parameter

WINSORISE = Parameter("WINSORISE", sentence("Winsorise growth (%)"))
GROWTH_YEARS = Parameter("GROWTH_YEARS", sentence("Years of a step of growth"))
ENFORCE_ORDER = Parameter("ENFORCE_ORDER", sentence("Sort the rates of the scenarios"))
ALLOW_IDENTITY = Parameter("ALLOW_IDENTITY", sentence("Project from an accounting identity"))
PEAK_FROM = Parameter("PEAK_FROM", sentence("Years that a peak is looked for in"))


def gentler_growth(winsorise: float, growth_years: int) -> list[Parameter]:
    """The parameters, not in force, that make growth milder.

    Args:
        winsorise: percent of the extremes that are cut; 0 for none.
        growth_years: length of the windows that growth is taken over.

    >>> gentler_growth(5.0, 1) == [GROWTH_YEARS]
    True
    """
    in_force = {WINSORISE: winsorise > 0, GROWTH_YEARS: growth_years > 1}
    return [parameter for parameter, is_in_force in in_force.items() if not is_in_force]
