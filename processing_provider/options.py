"""The choices that algorithms offer, in their fixed order: key and label."""

from __future__ import annotations

from ..carbon_plugin.core.messages import sentence

PROFILES = {
    "qinba": sentence("Qinba study, as printed"),
    "revised": sentence("Revised: each number traced to its source"),
    "landcoef": sentence("Net land coefficients (Chengdu-Chongqing, Chang-Zhu-Tan, Henan)"),
}
AREA_YEARS = {
    "interpolate": sentence("Interpolate between dated areas"),
    "exact": sentence("Only years that have areas"),
}
MISSING = {
    "leave": sentence("Leave: a total with a missing part is missing"),
    "zero": sentence("Zero: a missing cell counts as 0, and is reported"),
}
BOUNDARY = {
    "consumption": sentence("Consumption: fuels, and the electricity and heat bought"),
    "production": sentence("Production: fuels burnt in the unit only"),
}
REPORT_UNITS = {  # keys of core.units.REPORT_UNITS
    "tC": sentence("t C"),
    "tCO2": sentence("t CO2"),
    "10^4 tCO2": sentence("10^4 t CO2"),
}
LEGENDS = {
    "clcd": sentence("CLCD (China, 30 m, yearly)"),
    "esa_worldcover": sentence("ESA WorldCover"),
    "globeland30": sentence("GlobeLand30"),
    "mapbiomas": sentence("MapBiomas"),
}
TREND_METHODS = {
    "original": sentence("Mann-Kendall"),
    "hamed_rao": sentence("Hamed and Rao: variance corrected for autocorrelation"),
    "yue_wang": sentence("Yue and Wang: variance corrected for autocorrelation"),
    "pre_whitening": sentence("Pre-whitening: autocorrelation taken out first"),
    "trend_free_pre_whitening": sentence("Trend-free pre-whitening"),
}
AREA_METHODS = {
    "ellipsoidal": sentence("Ellipsoidal: true area on the ground"),
    "planar": sentence("Planar: area in the raster's projection"),
}
