"""Choices of the zonings."""

from __future__ import annotations

from ..choices import Choices
from ..messages import sentence

RULE_SETS = Choices(
    "RULE_SET",
    {
        "seven": sentence("Seven indices: the footprints are scored, but do not count"),
        "ten": sentence("Ten indices, as in the study"),
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
BALANCE_TABLES = Choices(
    "TABLE",
    {
        "rules": sentence("Rules of the balance zones"),
        "bands": sentence("Bands of the balance index"),
        "limits": sentence("Example of limits of land demand"),
        "choices": sentence("Choices that the confidence of zones draws"),
    },
)
