"""The options of every enum stand in the order that is public: a new one only ever comes to the end of its list."""

from __future__ import annotations

import pytest

from carbon_plugin.core import options
from carbon_plugin.core.choices import Choices

ORDERS = {  # name: parameter, the options of the first build, and those that follow at the end as they are built
    "PROFILES": ("PROFILE", "qinba revised landcoef", ""),
    "AREA_YEARS": ("AREA_YEARS", "interpolate exact", ""),
    "MISSING": ("MISSING", "leave zero", ""),
    "BOUNDARY": ("BOUNDARY", "consumption production", ""),
    "REPORT_UNITS": ("REPORT_UNIT", "tC tCO2 10^4_tCO2", "10^4_tC"),
    "LANGUAGES": ("LANGUAGE", "en zh", "auto"),
    "LEGENDS": ("LEGEND", "clcd esa_worldcover globeland30 mapbiomas", ""),
    "AREA_METHODS": ("AREA_METHOD", "ellipsoidal planar", ""),
    "POLYGON_AREA_METHODS": ("AREA_METHOD", "ellipsoidal planar", ""),
    "POLYGON_LEGENDS": ("LEGEND", "gbt21010", ""),
    "TREND_METHODS": ("METHOD", "original hamed_rao yue_wang pre_whitening trend_free_pre_whitening", "ar1"),
    "CEI_DEFINITIONS": ("CEI_DEFINITION", "gdp secondary", ""),
    "POOLINGS": ("POOLING", "region pooled fixed_effects", ""),
    "K_RULES": ("K_RULE", "vif_and_stability hkb gcv loocv", "vif"),
    "SCENARIO_PRESETS": ("PRESET", "coherent paper_literal", "table5"),
    "SINKS": ("SINK", "held trend table", "land"),
    "CLI_DIRECTIONS": ("CLI_DIRECTION", "high_is_good low_is_good", ""),
    "ZONE_BREAKS": ("BREAKS", "natural equal quantile fixed", ""),
    # of later steps, from the day they are built
    "CELL_TREND_METHODS": ("METHOD", "original ar1", ""),
    "FILLED": ("FILLED", "leave_out use", ""),
    "FOOTPRINT_FACTORS": ("FOOTPRINT_FACTOR", "fixed by_year", ""),
    "PEAKS_FROM": ("PEAK_FROM", "base_year history", ""),
    "RULE_SETS": ("RULE_SET", "seven ten", ""),
    "MODULES": ("MODULES", "economy energy farm livestock crops areas", ""),
    "LAYOUTS": ("LAYOUT", "auto long years_as_columns table_a_year table_a_variable", ""),
    "FILL_METHODS": ("METHOD", "pchip cubic natural linear", ""),
    "OUTSIDE": ("OUTSIDE", "leave nearest sen", ""),
    "PAIRS": ("PAIRS", "consecutive first_last all", ""),
    "RESAMPLE": ("RESAMPLE", "refuse earlier later", ""),
    "ELLIPSE_METHODS": ("METHOD", "arcgis yuill crimestat", ""),
    "ELLIPSE_SIZES": ("SIZE", "1 2 3", ""),
    "DEMAND_BY": ("BY", "unit region", ""),
    "EDITIONS": ("EDITION", "xie2008 xie2015 xie2003", ""),
    "NEIGHBOURS": ("NEIGHBOURS", "queen rook k_nearest distance file", ""),
    "SIDES": ("SIDES", "two one", ""),
    "BALANCE_TABLES": ("TABLE", "rules bands limits choices", "ecosystems"),
    "CORRECTIONS": ("CORRECTION", "intensity none esc", ""),
    "FAIR_SHARES": ("FAIR_SHARE", "net population gdp area", ""),
    "CLEARINGS": ("CLEARING", "none scale_receipts scale_payments min", ""),
    "BREAKS_FROM": ("BREAKS_FROM", "base recomputed", ""),
    "DRIVERS_BY": ("BY", "region unit", ""),
    "PERIODS": ("PERIODS", "consecutive first_last", ""),
    "RATE_BASES": ("RATE_BASE", "previous first", ""),
    "SHARES_OF": ("SHARE_OF", "population gdp area", ""),
}
BUILT = {name: choices for name, choices in vars(options).items() if isinstance(choices, Choices)}


def keys(text: str) -> tuple[str, ...]:
    """Keys with a blank between; within a key it is written as a low line after ``10^4``."""
    return tuple(key.replace("10^4_", "10^4 ") for key in text.split())


@pytest.mark.parametrize("name", BUILT)
def test_options_keep_their_public_order(name):
    parameter, first, later = ORDERS[name]
    assert BUILT[name].parameter == parameter
    added = BUILT[name].keys[len(keys(first)) :]
    assert BUILT[name].keys[: len(keys(first))] == keys(first)
    assert added == keys(later)[: len(added)]


def test_the_first_build_is_whole():
    assert list(ORDERS)[:16] == [name for name in ORDERS if name in BUILT][:16]


@pytest.mark.parametrize("choices", BUILT.values(), ids=BUILT)
def test_labels_tell_options_apart(choices):
    assert len(set(choices.labels)) == len(choices) and all(choices.labels)
    assert choices.default in choices
