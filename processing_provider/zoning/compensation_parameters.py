"""What “Carbon compensation” asks for, and what it writes."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import CLEARINGS, CORRECTIONS, FAIR_SHARES
from .. import parameters as p

ACCOUNTS, YEAR, AREA_TYPE_FIELD = "ACCOUNTS", "YEAR", "AREA_TYPE_FIELD"
CORRECTION, ESC_CAP, RENORMALISE, CLIP_LOW, CLIP_HIGH = (
    "CORRECTION", "ESC_CAP", "RENORMALISE", "CLIP_LOW", "CLIP_HIGH",
)  # fmt: skip
FAIR_SHARE, PRICE_LOW, PRICE, PRICE_HIGH = "FAIR_SHARE", "PRICE_LOW", "PRICE", "PRICE_HIGH"
ENGEL, ENGEL_FIELD, CLEARING, TOLERANCE = "ENGEL", "ENGEL_FIELD", "CLEARING", "TOLERANCE"
LANGUAGE, OUTPUT, AREA_TYPES, REPORT, GAP = "LANGUAGE", "OUTPUT", "AREA_TYPES", "REPORT", "GAP"


def definitions() -> list:
    """All parameters, in the order of the dialog."""
    return [
        p.table(
            ACCOUNTS,
            sentence("Carbon accounts by unit and year"),
            sentence(
                "Output of “Carbon accounting”, with ce, cs (t C) and gdp (10^4 currency); population or total_ha "
                "for fair shares by them."
            ),
        ),
        p.polygons(),
        p.units_id_field(),
        p.units_name_field(),
        p.year(YEAR, sentence("Year"), sentence("Empty: the last year of the accounts.")),
        p.field(
            AREA_TYPE_FIELD,
            sentence("Type of main functional area"),
            "UNITS",
            text=sentence(
                "Column of the units with the type, in English or Chinese, such as “agricultural” or 农产品主产区. "
                "Empty: no table by type."
            ),
            optional=True,
        ),
        p.choice(
            CORRECTION,
            sentence("Correction of net emission"),
            CORRECTIONS,
            text=sentence("Does not apply to fair shares."),
        ),
        p.real(
            ESC_CAP,
            sentence("Highest support factor (times the sink)"),
            sentence("The sink of a unit counts so many times at most; only with the correction by ESC."),
            default=2.0,
            low=0.0,
            advanced=True,
        ),
        p.flag(
            RENORMALISE,
            sentence("Keep the region's total"),
            True,
            text=sentence("Scale the factors so that the region's emission (or sink) stays what it was."),
            advanced=True,
        ),
        p.real(
            CLIP_LOW,
            sentence("Lowest intensity factor (times the emission)"),
            sentence("A unit answers for at least this part of its emission."),
            default=0.5,
            low=0.0,
            advanced=True,
        ),
        p.real(
            CLIP_HIGH,
            sentence("Highest intensity factor (times the emission)"),
            sentence("A unit answers for at most so many times its emission."),
            default=2.0,
            low=0.0,
            advanced=True,
        ),
        p.choice(
            FAIR_SHARE,
            sentence("Fair share"),
            FAIR_SHARES,
            text=sentence("Whether net emission counts, or emission beyond a share of the region's."),
        ),
        p.real(
            PRICE_LOW,
            sentence("Low price (currency per t CO₂)"),
            sentence("For the lower end of the range of payments."),
            default=20.0,
            advanced=True,
        ),
        p.real(
            PRICE,
            sentence("Price (currency per t CO₂)"),
            sentence(
                "In the currency of GDP. 60 is an assumption near China's national market, whose mean was about 43 "
                "yuan in 2021, 55 in 2022, 68 in 2023 and 98 in 2024."
            ),
            default=60.0,
        ),
        p.real(
            PRICE_HIGH,
            sentence("High price (currency per t CO₂)"),
            sentence("For the upper end of the range of payments."),
            default=200.0,
            advanced=True,
        ),
        p.real(
            ENGEL,
            sentence("Engel coefficient (share)"),
            sentence("Share of food in what households spend, between 0 and 1; of units without one of their own."),
            default=0.30,
        ),
        p.field(
            ENGEL_FIELD,
            sentence("Column of Engel coefficients"),
            ACCOUNTS,
            text=sentence("By unit or group, between 0 and 1. Empty: the same for all."),
            optional=True,
            advanced=True,
        ),
        p.choice(
            CLEARING,
            sentence("When payments and receipts differ"),
            CLEARINGS,
            text=sentence("How both sides are made equal."),
        ),
        p.real(
            TOLERANCE,
            sentence("Tolerance (% of emission)"),
            sentence("A unit whose corrected net emission is within it is balanced."),
            default=1.0,
            low=0.0,
            high=100.0,
            advanced=True,
        ),
        p.report_language(sentence("Of the report.")),
        p.polygons_out(
            OUTPUT,
            sentence("Carbon compensation by unit"),
            sentence("The units with base, corrected net emission, payment at three prices, role, priority, type."),
        ),
        p.table_out(
            AREA_TYPES,
            sentence("Compensation by functional area"),
            sentence("One row a type of main functional area, and one for all units."),
            optional=True,
        ),
        p.earlier_notes(),
        p.report(sentence("One HTML page to mail: map, functional areas, largest amounts, range by price, gap.")),
    ]
