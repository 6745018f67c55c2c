"""The language and the unit that steps show their results in."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

LANGUAGES = Choices(
    "LANGUAGE",
    {  # each is called what its readers call it
        "en": "English",
        "zh": "中文",
        "auto": sentence("As QGIS"),
    },
    default="auto",
)
REPORT_UNITS = Choices(
    "REPORT_UNIT",
    {
        "tC": sentence("t C"),
        "tCO2": sentence("t CO2"),
        "10^4 tCO2": sentence("10^4 t CO2"),
        "10^4 tC": sentence("10^4 t C"),
    },
)
