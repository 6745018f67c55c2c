"""The choices that a zoning rests on, and their options, in words."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.options import (
    BOUNDARY,
    CLI_DIRECTIONS,
    FILLED,
    FOOTPRINT_FACTORS,
    PROFILES,
    RULE_SETS,
    TREND_METHODS,
    ZONE_BREAKS,
)
from ..page.writer import Writer

CHOICES = {
    "profile": sentence("Coefficient profile"),
    "boundary": sentence("Energy boundary"),
    "footprint_factor": sentence("Footprint of a tonne"),
    "last_year": sentence("Last year"),
    "method": sentence("Trend test"),
    "filled": sentence("Interpolated and shared-out values"),
    "threshold": sentence("Threshold of |Z|"),
    "cli_direction": sentence("Direction of land-use intensity"),
    "rule_set": sentence("Indices that count"),
    "breaks": sentence("How totals are cut"),
}
OPTIONS = {
    "profile": PROFILES,
    "boundary": BOUNDARY,
    "footprint_factor": FOOTPRINT_FACTORS,
    "method": TREND_METHODS,
    "filled": FILLED,
    "cli_direction": CLI_DIRECTIONS,
    "rule_set": RULE_SETS,
    "breaks": ZONE_BREAKS,
}
LAST_YEARS = {
    "kept": sentence("The last year is tested with the others"),
    "left_out": sentence("The last year is left out"),
}


def choice_in_words(choice: str, writer: Writer) -> str:
    """A choice by its label; a coefficient, or what is not known here, as it is called."""
    return writer.say(CHOICES[choice]) if choice in CHOICES else choice


def option_in_words(choice: str, option: str, writer: Writer) -> str:
    """An option by its label; a number as it is."""
    if choice == "last_year" and option in LAST_YEARS:
        return writer.say(LAST_YEARS[option])
    known = OPTIONS.get(choice)
    return writer.say(known.label(option)) if known is not None and option in known.keys else option
