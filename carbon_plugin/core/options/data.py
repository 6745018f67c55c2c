"""Choices of the steps that prepare data."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

MODULES = Choices(
    "MODULES",
    {
        "economy": sentence("Population and economy"),
        "energy": sentence("Energy"),
        "farm": sentence("Farm inputs"),
        "livestock": sentence("Livestock"),
        "crops": sentence("Crops"),
        "areas": sentence("Areas of land classes"),
    },
)
FILL_METHODS = Choices(
    "METHOD",
    {
        "pchip": sentence("Monotone cubic (PCHIP): keeps between its neighbours (recommended)"),
        "cubic": sentence("Cubic spline, not-a-knot: as the study; may overshoot"),
        "natural": sentence("Natural cubic spline: may overshoot"),
        "linear": sentence("Straight lines"),
    },
)
OUTSIDE = Choices(
    "OUTSIDE",
    {
        "leave": sentence("Leave them empty (recommended)"),
        "nearest": sentence("The nearest known value"),
        "sen": sentence("The nearest known value, moved along the Theil-Sen slope"),
    },
)
LAYOUTS = Choices(
    "LAYOUT",
    {
        "auto": sentence("Decide for each sheet, and say so"),
        "long": sentence("Long: a row for a unit and year"),
        "years_as_columns": sentence("Years as columns"),
        "table_a_year": sentence("A table a year: the year in sheet, title or file name"),
        "table_a_variable": sentence("A table a variable: the variable in title, sheet or file name"),
    },
)
