"""The order of the toolbox: groups, and steps within them, as the work goes.

QGIS sorts both by their labels, so that a number before each label keeps the order in every language. Ids never
change; numbers do where a step is put in between, and no text quotes them.
"""

from __future__ import annotations

from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.messages import sentence

CHAIN = "chain"
GROUPS = {  # id: label; a group without a step is not shown
    CHAIN: sentence("0 All steps in one"),  # before "0 Data" in English and in Chinese
    "data": sentence("0 Data"),
    "areas": sentence("1 Land use"),
    "accounting": sentence("2 Carbon accounting"),
    "trend": sentence("3 Trends"),
    "scenario": sentence("4 STIRPAT and scenarios"),
    "zoning": sentence("5 Zoning"),
    "services": sentence("6 Ecosystem services"),
    "drivers": sentence("7 Drivers and inequality"),
}
STEPS = {  # group: its steps, in the order of the work
    "data": (
        "statisticstemplate",
        "preparetable",
        "checkinputs",
        "fillgaps",
        "allocatetotals",
        "landuseareasfromvector",
        "verifymethods",
    ),
    "areas": (
        "landuseareas",
        "landuseintensity",
        "landusetransition",
        "landuseellipse",
        "deviationalellipse",
        "landusedemand",
    ),
    "accounting": ("carbonaccounting", "exportcoefficients"),
    "trend": ("trendtest", "rastertrendtest"),
    "scenario": ("stirpatfit", "stirpatscenario", "exportscenarios"),
    "zoning": (
        "zoningoverlay",
        "exportzoningrules",
        "zoneconfidence",
        "zoningreport",
        "exportzonemap",
        "naturalbreaks",
        "balancezoning",
        "exportbalancerules",
        "carboncompensation",
        "compensationtypes",
    ),
    "services": ("ecosystemservicevalue", "exportequivalents", "gridintensity", "bivariatemoran"),
    "drivers": ("emissiondrivers", "carboninequality"),
}


def group_label(group: str) -> str:
    """The label of a group, in the language of the desktop."""
    return tr(GROUPS[group])


def numbered(step: str, label: str) -> str:
    """``label`` of a step with its number, such as ``2.1 Carbon accounting``; as it is where the step has no place.

    With more than nine steps in a group all of its numbers get two digits, since QGIS compares them as text.
    """
    for group, steps in STEPS.items():
        if step in steps:
            place, width = steps.index(step) + 1, len(str(len(steps)))
            return f"{GROUPS[group].split()[0]}.{place:0{width}d} {label}"
    return label


def place_of(step: str) -> int:
    """The number of a step in the order of the work, from 0; after all others where it has no place."""
    steps = [name for group in STEPS.values() for name in group]
    return steps.index(step) if step in steps else len(steps)
