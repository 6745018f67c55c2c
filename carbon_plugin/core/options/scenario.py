"""Choices of the STIRPAT model and its scenarios."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

CEI_DEFINITIONS = Choices(
    "CEI_DEFINITION",
    {
        "gdp": sentence("Emission over the gross domestic product, which the study's results follow"),
        "secondary": sentence("Emission over the value added of the secondary sector, as the study's text says"),
    },
)
POOLINGS = Choices(
    "POOLING",
    {
        "region": sentence("Region: yearly totals of all units, as in the study"),
        "pooled": sentence("Pooled: every unit and year"),
        "fixed_effects": sentence("Fixed effects: every unit and year, each unit with a level of its own"),
    },
    default="fixed_effects",
)
K_RULES = Choices(
    "K_RULE",
    {
        "vif_and_stability": sentence("Smallest k with calm coefficients and every VIF below 10"),
        "hkb": sentence("Hoerl, Kennard and Baldwin"),
        "gcv": sentence("Generalised cross-validation"),
        "loocv": sentence("Leave-one-out cross-validation"),
        "vif": sentence("Smallest k with every VIF below 10"),
    },
    default="vif",
)
SCENARIO_PRESETS = Choices(
    "PRESET",
    {
        "coherent": sentence("Coherent: growth keeps its sign, so that low carbon can fall"),
        "paper_literal": sentence("The study's words taken literally: carbon intensity rises in every scenario"),
        "table5": sentence("Mean rates after the peak year, as the note of the study's Table 5 says, and caps"),
    },
    default="table5",
)
SINKS = Choices(
    "SINK",
    {
        "held": sentence("Held at its last known value"),
        "trend": sentence("Continued on its trend, never below zero"),
        "table": sentence("From a table of your own"),
        "land": sentence("By the land of each scenario"),
    },
)
PEAKS_FROM = Choices(
    "PEAK_FROM",
    {
        "base_year": sentence("The path from the base year on: a higher past is no peak of a path that rises"),
        "history": sentence("History and path, as in the study"),
    },
)
