"""Every choice that steps offer, once, in a module for each group of the toolbox.

The order of the keys is public, so a new one stands at the end of its list. Only the standard library: dialogs ask
for these while QGIS has nothing else loaded.
"""

from __future__ import annotations

from .accounting import AREA_YEARS, BOUNDARY, FOOTPRINT_FACTORS, MISSING, PROFILES
from .areas import (
    AREA_METHODS,
    DEMAND_BY,
    ELLIPSE_METHODS,
    ELLIPSE_SIZES,
    LEGENDS,
    PAIRS,
    POLYGON_AREA_METHODS,
    POLYGON_LEGENDS,
    RESAMPLE,
)
from .data import FILL_METHODS, LAYOUTS, MODULES, OUTSIDE
from .drivers import DRIVERS_BY, PERIODS, RATE_BASES, SHARES_OF
from .presentation import LANGUAGES, REPORT_UNITS
from .scenario import CEI_DEFINITIONS, K_RULES, PEAKS_FROM, POOLINGS, SCENARIO_PRESETS, SINKS
from .services import EDITIONS, NEIGHBOURS, SIDES
from .trend import CELL_TREND_METHODS, FILLED, TREND_METHODS
from .zoning import (
    BALANCE_TABLES,
    BREAKS_FROM,
    CLEARINGS,
    CLI_DIRECTIONS,
    CORRECTIONS,
    FAIR_SHARES,
    RULE_SETS,
    ZONE_BREAKS,
)

__all__ = [
    "AREA_METHODS",
    "AREA_YEARS",
    "BALANCE_TABLES",
    "BOUNDARY",
    "BREAKS_FROM",
    "CEI_DEFINITIONS",
    "CELL_TREND_METHODS",
    "CLEARINGS",
    "CLI_DIRECTIONS",
    "CORRECTIONS",
    "DEMAND_BY",
    "DRIVERS_BY",
    "EDITIONS",
    "ELLIPSE_METHODS",
    "ELLIPSE_SIZES",
    "FAIR_SHARES",
    "FILLED",
    "FILL_METHODS",
    "FOOTPRINT_FACTORS",
    "K_RULES",
    "LANGUAGES",
    "LAYOUTS",
    "LEGENDS",
    "MISSING",
    "MODULES",
    "NEIGHBOURS",
    "OUTSIDE",
    "PAIRS",
    "PEAKS_FROM",
    "PERIODS",
    "POLYGON_AREA_METHODS",
    "POLYGON_LEGENDS",
    "POOLINGS",
    "PROFILES",
    "RATE_BASES",
    "REPORT_UNITS",
    "RESAMPLE",
    "RULE_SETS",
    "SCENARIO_PRESETS",
    "SHARES_OF",
    "SIDES",
    "SINKS",
    "TREND_METHODS",
    "ZONE_BREAKS",
]
