"""Choices of the steps on drivers and inequality."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

DRIVERS_BY = Choices(
    "BY",
    {
        "region": sentence("The region as a whole"),
        "unit": sentence("Every unit"),
    },
)
PERIODS = Choices(
    "PERIODS",
    {
        "consecutive": sentence("From each year to the next"),
        "first_last": sentence("From the first year to the last"),
    },
)
RATE_BASES = Choices(
    "RATE_BASE",
    {
        "previous": sentence("The year that the change starts from"),
        "first": sentence("The first year of the series"),
    },
)
SHARES_OF = Choices(
    "SHARE_OF",
    {
        "population": sentence("Population: the amount per person"),
        "gdp": sentence("GDP: the amount per output"),
        "area": sentence("Area with land cover: the amount per hectare"),
    },
)
