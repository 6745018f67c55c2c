"""What “Carbon scenarios” asks for: its tables, how it projects, what counts as a peak, and what it writes."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import PEAKS_FROM, PROFILES, SCENARIO_PRESETS, SINKS
from .. import parameters as p
from .potential_thresholds import threshold_parameters
from .scenario_outputs import shown, written

INPUT, COEFFICIENTS, SCENARIOS, PRESET = "INPUT", "COEFFICIENTS", "SCENARIOS", "PRESET"
GROUP_FIELD, BASE_YEAR, HORIZON, STEP = "GROUP_FIELD", "BASE_YEAR", "HORIZON", "STEP"
ALLOW_IDENTITY, GROWTH_YEARS, PEAK_FROM = "ALLOW_IDENTITY", "GROWTH_YEARS", "PEAK_FROM"
SINK, SINK_TABLE, WINSORISE, ENFORCE_ORDER = "SINK", "SINK_TABLE", "WINSORISE", "ENFORCE_ORDER"
LAND_DEMAND, PROFILE = "LAND_DEMAND", "PROFILE"
# what a hectare takes up; other steps call it COEFFICIENTS, which here has always been the table of the fit
CARBON_COEFFICIENTS = "CARBON_COEFFICIENTS"
BASELINE, LOW, LARGEST_FACTOR, CAP_FACTORS, DRAWS = "BASELINE", "LOW", "LARGEST_FACTOR", "CAP_FACTORS", "DRAWS"


def definitions() -> list:
    """All parameters, in the order of the dialog."""
    return [*_tables(), *_projection(), *threshold_parameters(), *_comparison(), *shown(), *written()]


def _tables() -> list:
    return [
        *p.accounts(
            sentence(
                "One row a unit and year, such as “Carbon accounting” writes: the history of ce, cs (t C a year) "
                "and of what the drivers are made of."
            ),
        ),
        p.table(
            COEFFICIENTS,
            sentence("Coefficients"),
            sentence(
                "Table as “STIRPAT: what drives emission” writes it, or one of your own with the columns variable "
                "and b."
            ),
        ),
        p.table(
            SCENARIOS,
            sentence("Scenarios of your own"),
            sentence("Table as “Export scenarios” writes it. Empty: the shipped scenarios."),
            optional=True,
        ),
        p.choice(
            PRESET,
            sentence("Shipped scenarios"),
            SCENARIO_PRESETS,
            text=sentence(
                "The reading of the study's Table 5 that holds where no table of your own is given. The first carries "
                "least and largest rates on to the horizon, without caps."
            ),
        ),
        p.flag(
            ALLOW_IDENTITY,
            sentence("Project from an accounting identity"),
            False,
            text=sentence(
                "Coefficients of P, W and CEI together say how emission is computed, not what drives it, and a "
                "projection from them contradicts its own drivers. Off: they are refused. On, as in the study: the run "
                "only warns."
            ),
            advanced=True,
        ),
        p.field(
            GROUP_FIELD,
            sentence("Group of a unit"),
            INPUT,
            text=sentence(
                "Column that says which rows of the scenario table hold for a unit, such as its province. Empty: "
                "only rows without a group."
            ),
            optional=True,
            advanced=True,
        ),
    ]


def _projection() -> list:
    return [
        p.year(
            BASE_YEAR,
            sentence("Base year"),
            sentence("Year the projection starts from. Empty: each unit's last year with all its drivers."),
        ),
        p.integer(
            HORIZON,
            sentence("Horizon (year)"),
            sentence("Last year of the projection, in which neutrality is judged."),
            default=2060,
            low=1901,
            high=2300,
        ),
        p.integer(
            STEP,
            sentence("Years between written rows"),
            sentence("Drivers move every year; every so many years a row is written."),
            default=5,
            low=1,
            high=100,
            advanced=True,
        ),
        p.choice(
            SINK,
            sentence("Carbon sink after the base year"),
            SINKS,
            text=sentence(
                "How cs goes on. Held is the study's way; the trend is the Sen slope of the history; by the land of "
                "each scenario, every area to come takes up what its coefficient says, and crops go on as last known."
            ),
        ),
        p.table(
            SINK_TABLE,
            sentence("Carbon sinks of your own (t C a year)"),
            sentence(
                "Columns unit, year, cs and perhaps scenario; years between are interpolated. For the sink from a "
                "table."
            ),
            optional=True,
            advanced=True,
        ),
        p.table(
            LAND_DEMAND,
            sentence("Land to come"),
            sentence(
                "Areas by unit, year and scenario as “Land demand” writes them, for the sink by the land of each "
                "scenario. A scenario follows the land of its own name, else that called baseline; years between are "
                "interpolated, and land must reach the horizon."
            ),
            optional=True,
            advanced=True,
        ),
        p.choice(
            PROFILE,
            sentence("Coefficient profile of the land"),
            PROFILES,
            text=sentence("What a hectare of each class takes up; choose the profile of the accounts."),
            advanced=True,
        ),
        p.table(
            CARBON_COEFFICIENTS,
            sentence("Carbon coefficients of your own"),
            sentence("Table as “Export coefficients” writes it, and as the accounts were made with."),
            optional=True,
            advanced=True,
        ),
        p.integer(
            GROWTH_YEARS,
            sentence("Years of a step of growth"),
            sentence(
                "A unit's least and largest growth are taken over every window of so many years of its history, a "
                "year; the mean is that of the whole history. 1: single years, as in the study, whose odd years "
                "carried on for decades explode. A history shorter than two windows gives single years, and is named."
            ),
            default=5,
            low=1,
            high=100,
        ),
        p.real(
            WINSORISE,
            sentence("Winsorise growth (%)"),
            sentence(
                "A unit's growth rates beyond this percentile, and 100 minus it, count as that percentile, so that one "
                "odd year is not carried on for decades. 0: off, as in the study; steps of several years do the same "
                "without a percentile."
            ),
            default=0,
            low=0,
            high=49,
        ),
        p.flag(
            ENFORCE_ORDER,
            sentence("Sort the rates of the scenarios"),
            False,
            text=sentence(
                "Where a unit's growth is not smallest under low and largest under high carbon (the other way "
                "round for drivers that spare emission), sort it. Off: the table as printed, with a warning."
            ),
        ),
        p.choice(
            PEAK_FROM,
            sentence("Years that a peak is looked for in"),
            PEAKS_FROM,
            text=sentence(
                "On the path from the base year on, a unit has peaked in the past only where the path never rises "
                "above its base year. With history and path as one series, as in the study, a unit whose emission "
                "rises to the horizon can count as peaked long ago."
            ),
            advanced=True,
        ),
    ]


def _comparison() -> list:
    return [
        p.string(
            BASELINE,
            sentence("Scenario taken as baseline"),
            sentence("Its name in the scenario table, for the classes of the potential."),
            default="baseline",
            optional=False,
            advanced=True,
        ),
        p.string(
            LOW,
            sentence("Scenario taken as low carbon"),
            sentence("Its name in the scenario table, for the classes of the potential."),
            default="low",
            optional=False,
            advanced=True,
        ),
        p.real(
            LARGEST_FACTOR,
            sentence("Growth of a driver that is too much (times), assumption"),
            sentence("A driver that grows beyond this many times its base level is warned about."),
            default=50,
            low=1,
            advanced=True,
        ),
        p.flag(
            CAP_FACTORS,
            sentence("Hold drivers at that growth"),
            False,
            text=sentence("Drivers stop there instead of being only warned about."),
            advanced=True,
        ),
        p.integer(
            DRAWS,
            sentence("Draws for the interval"),
            sentence(
                "Refits of the coefficients to units drawn with replacement (blocks of years for the region), for "
                "ce_p05 and ce_p95, the range from the fitted coefficients with the scenario given; 0: none."
            ),
            default=1000,
            low=0,
            high=100_000,
            advanced=True,
        ),
    ]
