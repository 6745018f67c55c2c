"""Choices of the steps of land use."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

LEGENDS = Choices(
    "LEGEND",
    {
        "clcd": sentence("CLCD (China, 30 m, yearly)"),
        "esa_worldcover": sentence("ESA WorldCover"),
        "globeland30": sentence("GlobeLand30"),
        "mapbiomas": sentence("MapBiomas"),
    },
)
POLYGON_LEGENDS = Choices(
    "LEGEND",
    {"gbt21010": sentence("GB/T 21010-2017 and third national land survey")},
)
POLYGON_AREA_METHODS = Choices(
    "AREA_METHOD",
    {
        "ellipsoidal": sentence("Ellipsoidal: true area on the ground"),
        "planar": sentence("Planar: area in the layer's projection"),
    },
)
AREA_METHODS = Choices(
    "AREA_METHOD",
    {
        "ellipsoidal": sentence("Ellipsoidal: true area on the ground"),
        "planar": sentence("Planar: area in the raster's projection"),
    },
)
PAIRS = Choices(
    "PAIRS",
    {
        "consecutive": sentence("Each date and the next"),
        "first_last": sentence("The first date and the last"),
        "all": sentence("All pairs of dates"),
    },
)
RESAMPLE = Choices(
    "RESAMPLE",
    {
        "refuse": sentence("Refuse, and say how they differ"),
        "earlier": sentence("Keep the grid of the first date"),
        "later": sentence("Keep the grid of the last date"),
    },
)
DEMAND_BY = Choices(
    "BY",
    {
        "unit": sentence("Each unit's own transitions"),
        "region": sentence("The region's transitions for every unit"),
    },
)
ELLIPSE_METHODS = Choices(
    "METHOD",
    {
        "arcgis": sentence("As ArcGIS: axes of √2 standard deviations"),
        "yuill": sentence("Yuill (1971): axes of one standard deviation"),
        "crimestat": sentence("CrimeStat: as ArcGIS, corrected for the number of points"),
    },
)
ELLIPSE_SIZES = Choices(
    "SIZE",
    {
        "1": sentence("1 standard deviation"),
        "2": sentence("2 standard deviations"),
        "3": sentence("3 standard deviations"),
    },
)
