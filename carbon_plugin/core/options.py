"""Every choice that steps offer, once: the order of the keys is public, so a new one stands at the end of its list.

Only the standard library: dialogs ask for these while QGIS has nothing else loaded.
"""

from __future__ import annotations

from .choices import Choices
from .messages import sentence

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
REPORT_UNITS = Choices(
    "REPORT_UNIT",
    {
        "tC": sentence("t C"),
        "tCO2": sentence("t CO2"),
        "10^4 tCO2": sentence("10^4 t CO2"),
        "10^4 tC": sentence("10^4 t C"),
    },
)
LANGUAGES = Choices(
    "LANGUAGE",
    {  # each is called what its readers call it
        "en": "English",
        "zh": "中文",
        "auto": sentence("As QGIS"),
    },
    default="auto",
)
LEGENDS = Choices(
    "LEGEND",
    {
        "clcd": sentence("CLCD (China, 30 m, yearly)"),
        "esa_worldcover": sentence("ESA WorldCover"),
        "globeland30": sentence("GlobeLand30"),
        "mapbiomas": sentence("MapBiomas"),
    },
)
TREND_METHODS = Choices(
    "METHOD",
    {
        "original": sentence("Mann-Kendall, plain: for years that do not remember the last one"),
        "hamed_rao": sentence("Hamed and Rao, first lag: still overstates trends where autocorrelation is strong"),
        "yue_wang": sentence("Yue and Wang, first lag: overstates trends"),
        "pre_whitening": sentence("Pre-whitening: nearly holds its level, finds few trends"),
        "trend_free_pre_whitening": sentence("Trend-free pre-whitening: overstates trends"),
        "ar1": sentence("Mann-Kendall, corrected for years that remember the last one (AR(1); recommended)"),
    },
    default="ar1",
)
CELL_TREND_METHODS = Choices("METHOD", {key: TREND_METHODS.label(key) for key in ("original", "ar1")}, default="ar1")
FILLED = Choices(
    "FILLED",
    {
        "leave_out": sentence("Leave them out of the test (recommended)"),
        "use": sentence("Test them like observed ones, as the study does"),
    },
)
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
ELLIPSE_METHODS = Choices(
    "METHOD",
    {
        "arcgis": sentence("As ArcGIS: axes of √2 standard deviations"),
        "yuill": sentence("Yuill (1971): axes of one standard deviation"),
        "crimestat": sentence("CrimeStat: as ArcGIS, corrected for the number of points"),
    },
)
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
    },
)
RULE_SETS = Choices(
    "RULE_SET",
    {
        "seven": sentence("Seven indices: the footprints are scored, but do not count"),
        "ten": sentence("Ten indices, as in the study"),
    },
)
PEAKS_FROM = Choices(
    "PEAK_FROM",
    {
        "base_year": sentence("The path from the base year on: a higher past is no peak of a path that rises"),
        "history": sentence("History and path, as in the study"),
    },
)
CLI_DIRECTIONS = Choices(
    "CLI_DIRECTION",
    {
        "high_is_good": sentence("High is good, as in the study's table"),
        "low_is_good": sentence("Low is good, as in the study's text"),
    },
)
ZONE_BREAKS = Choices(
    "BREAKS",
    {
        "natural": sentence("Natural breaks of the totals"),
        "equal": sentence("Equal intervals"),
        "quantile": sentence("As many units in each zone as equal totals allow"),
        "fixed": sentence("Fixed breaks"),
    },
)
BREAKS_FROM = Choices(
    "BREAKS_FROM",
    {
        "base": sentence("The breaks of the base run in every draw"),
        "recomputed": sentence("Natural breaks of every draw's own totals"),
    },
)
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
ELLIPSE_SIZES = Choices(
    "SIZE",
    {
        "1": sentence("1 standard deviation"),
        "2": sentence("2 standard deviations"),
        "3": sentence("3 standard deviations"),
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
DEMAND_BY = Choices(
    "BY",
    {
        "unit": sentence("Each unit's own transitions"),
        "region": sentence("The region's transitions for every unit"),
    },
)
BALANCE_TABLES = Choices(
    "TABLE",
    {
        "rules": sentence("Rules of the balance zones"),
        "bands": sentence("Bands of the balance index"),
        "limits": sentence("Example of limits of land demand"),
        "choices": sentence("Choices that the confidence of zones draws"),
    },
)
EDITIONS = Choices(
    "EDITION",
    {
        "xie2008": sentence("Xie et al. 2008: six ecosystems, nine services"),
        "xie2015": sentence("Xie et al. 2015: fourteen ecosystems, eleven services"),
        "xie2003": sentence("Xie et al. 2003: five ecosystems, nine services"),
    },
)
