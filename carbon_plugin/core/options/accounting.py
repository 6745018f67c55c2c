"""Choices of the carbon accounts."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

PROFILES = Choices(
    "PROFILE",
    {
        "qinba": sentence("Qinba study, as printed"),
        "revised": sentence("Revised: numbers of the literature, assumptions marked"),
        "landcoef": sentence("Net land coefficients (Chengdu-Chongqing, Chang-Zhu-Tan, Henan)"),
    },
)
AREA_YEARS = Choices(
    "AREA_YEARS",
    {
        "interpolate": sentence("Interpolate between dated areas"),
        "exact": sentence("Only years that have areas"),
    },
)
MISSING = Choices(
    "MISSING",
    {
        "leave": sentence("Leave: a total with a missing part is missing"),
        "zero": sentence("Zero: a missing cell counts as 0, and is reported"),
    },
)
BOUNDARY = Choices(
    "BOUNDARY",
    {
        "consumption": sentence("Consumption: fuels, and the electricity and heat bought"),
        "production": sentence("Production: fuels burnt in the unit only"),
    },
)
FOOTPRINT_FACTORS = Choices(
    "FOOTPRINT_FACTOR",
    {
        "fixed": sentence("One for all years: footprints move only when the unit does"),
        "by_year": sentence("Each year's own, as in the study"),
    },
)
