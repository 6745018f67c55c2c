"""The choices that algorithms offer, in their fixed order: key and label."""

from __future__ import annotations

from ..carbon_plugin.bridge.translation import language
from ..carbon_plugin.core.messages import sentence
from ..carbon_plugin.core.resources import read_rows
from ..carbon_plugin.core.tables.vocabulary import describe

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
LANGUAGES = {  # keys of bridge.translation.LANGUAGES; each language is called what its readers call it
    "en": "English",
    "zh": "中文",
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
CEI_DEFINITIONS = {
    "gdp": sentence("Emission over the gross domestic product, which the study's results follow"),
    "secondary": sentence("Emission over the value added of the secondary sector, as the study's text says"),
}
POOLINGS = {
    "region": sentence("Region: yearly totals of all units, as in the study"),
    "pooled": sentence("Pooled: every unit and year"),
    "fixed_effects": sentence("Fixed effects: every unit and year, each unit with a level of its own"),
}
K_RULES = {
    "vif_and_stability": sentence("Smallest k with calm coefficients and every VIF below 10"),
    "hkb": sentence("Hoerl, Kennard and Baldwin"),
    "gcv": sentence("Generalised cross-validation"),
    "loocv": sentence("Leave-one-out cross-validation"),
}
SCENARIO_PRESETS = {
    "coherent": sentence("Coherent: growth keeps its sign, so that low carbon can fall"),
    "paper_literal": sentence("The study's words taken literally: carbon intensity rises in every scenario"),
}
SINKS = {
    "held": sentence("Held at its last known value"),
    "trend": sentence("Continued on its trend, never below zero"),
    "table": sentence("From a table of your own"),
}
CLI_DIRECTIONS = {
    "high_is_good": sentence("High is good, as in the study's table"),
    "low_is_good": sentence("Low is good, as in the study's text"),
}
ZONE_BREAKS = {
    "natural": sentence("Natural breaks of the totals"),
    "equal": sentence("Equal intervals"),
    "quantile": sentence("As many units in each zone"),
    "fixed": sentence("Fixed breaks"),
}


def stirpat_variables() -> dict[str, str]:
    """The variables of the STIRPAT model, in the study's order: key and label with its unit."""
    rows = [row for row in read_rows("stirpat/variables.csv") if row["definition"] in ("", *list(CEI_DEFINITIONS)[:1])]
    return {row["variable"]: f"{row['variable']}: {describe(row['variable']).alias(language())}" for row in rows}
