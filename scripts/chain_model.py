"""The whole chain as a description: its parts, inputs, steps and links. The models that are drawn from it differ in
their defaults alone.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Input(NamedTuple):
    """An input of a model: a parameter of an algorithm, under a label that needs no dialog around it."""

    algorithm: str
    name: str
    label: str = ""
    advanced: bool = True


class Step(NamedTuple):
    """A step of a model: inputs by name; links, (child, output) or a list of them, by parameter; outputs by name.

    ``fixed``: values that the model sets; ``after``: steps without a link that must have run before.
    """

    child: str
    algorithm: str
    label: str
    comment: str
    inputs: str
    links: dict
    outputs: dict = MappingProxyType({})
    fixed: dict = MappingProxyType({})
    after: tuple = ()


class Part(NamedTuple):
    """A group of a model, at ``place`` (column, row) of the drawing."""

    title: str
    place: tuple
    colour: str
    inputs: list
    steps: list


CHECK = "check"  # the first step of every model that goes on to accounts
CHECKED_FIRST = {"QUICK": True, "STOP_AT_ERRORS": True}
SAYING = ("areas", "intensity", "accounts", "trends", "fit", "scenarios", "zones")  # steps whose notes the report reads
CHAIN = [
    Part(
        "1 Land use",
        (0, 0),
        "#e8f1ea",
        [
            Input("landuseareas", "UNITS", advanced=False),
            Input("landuseareas", "UNITS_ID_FIELD", advanced=False),
            Input("carbonaccounting", "UNITS_NAME_FIELD", advanced=False),
            Input("landuseareas", "LAND_COVER", advanced=False),
            Input("landuseareas", "YEARS", "Years of the rasters"),
            Input("landuseareas", "LEGEND", "Legend of the rasters' codes", advanced=False),
            Input("landuseareas", "CLASSES", "Land-cover classes of your own"),
            Input("landuseareas", "CLUSTER"),
        ],
        [
            Step(
                CHECK,
                "checkinputs",
                "Check data",
                "All that is wrong at once, before any step runs; the cells of rasters are not read here.",
                "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER YEARS LEGEND CLASSES STATISTICS UNIT_FIELD "
                "YEAR_FIELD",
                {},
                fixed=CHECKED_FIRST,
            ),
            Step(
                "areas",
                "landuseareas",
                "Land-use areas",
                "Counts cells of each class in each unit, on the ellipsoid.",
                "UNITS UNITS_ID_FIELD LAND_COVER YEARS LEGEND CLASSES CLUSTER",
                {},
                after=(CHECK,),
            ),
            Step(
                "intensity",
                "landuseintensity",
                "Land-use intensity",
                "Adds the land-use index; all areas come along.",
                "",
                {"INPUT": ("areas", "OUTPUT")},
            ),
        ],
    ),
    Part(
        "2 Carbon",
        (1, 0),
        "#f6efe2",
        [
            Input("carbonaccounting", "STATISTICS", advanced=False),
            Input("carbonaccounting", "UNIT_FIELD", "Unit column of the statistics"),
            Input("carbonaccounting", "YEAR_FIELD", "Year column of the statistics"),
            Input("carbonaccounting", "AREA_YEARS"),
            Input("carbonaccounting", "PROFILE"),
            Input("carbonaccounting", "COEFFICIENTS", "Carbon coefficients of your own"),
            Input("carbonaccounting", "MISSING"),
            Input("carbonaccounting", "BOUNDARY"),
            Input("carbonaccounting", "FOOTPRINT_FACTOR"),
            Input("carbonaccounting", "GROUP_FIELD", "Group of a unit, such as its province"),
        ],
        [
            Step(
                "accounts",
                "carbonaccounting",
                "Carbon accounting",
                "Areas are interpolated to the years of the statistics, never beyond them.",
                "STATISTICS UNIT_FIELD YEAR_FIELD AREA_YEARS PROFILE COEFFICIENTS MISSING BOUNDARY FOOTPRINT_FACTOR "
                "GROUP_FIELD",
                {"AREAS": ("intensity", "OUTPUT")},
                {"OUTPUT": "Accounts"},
            ),
        ],
    ),
    Part(
        "3 Trends",
        (2, 0),
        "#efe9f4",
        [Input("trendtest", "METHOD", "Trend test"), Input("trendtest", "FILLED"), Input("trendtest", "THRESHOLD")],
        [
            Step(
                "trends",
                "trendtest",
                "Trends of units",
                "Of the eight indices of the accounts; they make most of the scores.",
                "METHOD FILLED THRESHOLD",
                {"INPUT": ("accounts", "OUTPUT")},
            ),
        ],
    ),
    Part(
        "4 Drivers and scenarios",
        (1, 1),
        "#e6edf5",
        [
            Input("stirpatfit", "VARIABLES", "Drivers of emission"),
            Input("stirpatfit", "POOLING"),
            Input("stirpatfit", "K_RULE"),
            Input("stirpatscenario", "SCENARIOS"),
            Input("stirpatscenario", "PRESET"),
            Input("stirpatscenario", "ALLOW_IDENTITY"),
            Input("stirpatscenario", "GROWTH_YEARS"),
            Input("stirpatscenario", "WINSORISE"),
            Input("stirpatscenario", "ENFORCE_ORDER"),
            Input("stirpatscenario", "SINK"),
            Input("stirpatscenario", "SINK_TABLE"),
            Input("stirpatscenario", "LAND_DEMAND"),
            Input("stirpatscenario", "HORIZON", "Horizon of the scenarios (year)"),
            Input("stirpatscenario", "PEAK_YEAR"),
            Input("stirpatscenario", "PEAK_FROM"),
        ],
        [
            Step(
                "fit",
                "stirpatfit",
                "STIRPAT fit",
                "Drivers that the statistics lack are left out and named; gaps lead to fixed effects.",
                "VARIABLES POOLING K_RULE",
                {"INPUT": ("accounts", "OUTPUT")},
            ),
            Step(
                "scenarios",
                "stirpatscenario",
                "Carbon scenarios",
                "Each unit starts at its own emission and goes on by its own growth.",
                "SCENARIOS GROUP_FIELD PRESET ALLOW_IDENTITY GROWTH_YEARS WINSORISE ENFORCE_ORDER SINK SINK_TABLE "
                "LAND_DEMAND PROFILE HORIZON PEAK_YEAR PEAK_FROM",
                {
                    "INPUT": ("accounts", "OUTPUT"),
                    "COEFFICIENTS": ("fit", "COEFFICIENTS"),
                    "CARBON_COEFFICIENTS": "COEFFICIENTS",  # the model's input, those of the accounts
                },
            ),
        ],
    ),
    Part(
        "5 Zones and report",
        (2, 1),
        "#f4e9e6",
        [
            Input("zoningoverlay", "RULES", "Zoning rules of your own"),
            Input("zoningoverlay", "RULE_SET"),
            Input("zoningoverlay", "CLI_DIRECTION"),
            Input("zoningoverlay", "BREAKS", "How the totals of the scores are cut"),
            Input("zoningoverlay", "BREAK_VALUES", "Fixed breaks of the totals"),
            Input("zoningreport", "REGION_NAME"),
            Input("zoningreport", "REPORT_UNIT"),
            Input("zoningreport", "LANGUAGE", "Language of the report and of zone names"),
        ],
        [
            Step(
                "zones",
                "zoningoverlay",
                "Carbon-neutral zones",
                "Scores, their total, five zones by natural breaks.",
                "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD RULES RULE_SET CLI_DIRECTION BREAKS BREAK_VALUES LANGUAGE",
                {
                    "TRENDS": ("trends", "OUTPUT"),
                    "POTENTIAL": ("scenarios", "POTENTIAL"),
                    "INTENSITY": ("accounts", "OUTPUT"),
                },
                {"OUTPUT": "Zones"},
            ),
            Step(
                "report",
                "zoningreport",
                "Zoning report",
                "One page to mail; every table adds its part.",
                "REGION_NAME REPORT_UNIT LANGUAGE",
                {
                    "ZONES": ("zones", "OUTPUT"),
                    "ACCOUNTS": ("accounts", "OUTPUT"),
                    "REGION": ("accounts", "REGION"),
                    "USED": ("accounts", "USED"),
                    "TRENDS": ("trends", "OUTPUT"),
                    "FIT": ("fit", "COEFFICIENTS"),
                    "TRACE": ("fit", "TRACE"),
                    "PROJECTION": ("scenarios", "PROJECTION"),
                    "POTENTIAL": ("scenarios", "POTENTIAL"),
                    "NOTES": [(child, "NOTES") for child in SAYING],
                },
                {"REPORT": "Report"},
            ),
        ],
    ),
]
