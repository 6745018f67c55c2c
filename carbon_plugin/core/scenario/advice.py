"""The parameters that messages about scenarios advise, under the labels that dialogs show."""

from __future__ import annotations

from ..messages import sentence
from ..values import Parameter

WINSORISE = Parameter("WINSORISE", sentence("Winsorise growth (%)"))
GROWTH_YEARS = Parameter("GROWTH_YEARS", sentence("Years of a step of growth"))
ENFORCE_ORDER = Parameter("ENFORCE_ORDER", sentence("Sort the rates of the scenarios"))
ALLOW_IDENTITY = Parameter("ALLOW_IDENTITY", sentence("Project from an accounting identity"))
PEAK_FROM = Parameter("PEAK_FROM", sentence("Years that a peak is looked for in"))
