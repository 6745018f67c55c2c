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
        "ecosystems": sentence("Ecosystems that classes of land are made of"),
    },
)
CORRECTIONS = Choices(
    "CORRECTION",
    {
        "intensity": sentence("Emission per output, against the region's (1/ECC): dirtier economies owe more"),
        "none": sentence("None: emission less sink"),
        "esc": sentence("Sink by its support (ESC): who takes up more than his share is owed more"),
    },
)
FAIR_SHARES = Choices(
    "FAIR_SHARE",
    {
        "net": sentence("None: net emission, corrected"),
        "population": sentence("Emission beyond a share by population"),
        "gdp": sentence("Emission beyond a share by GDP"),
        "area": sentence("Emission beyond a share by area with land cover"),
    },
)
CLEARINGS = Choices(
    "CLEARING",
    {
        "none": sentence("Leave them, and report the gap"),
        "scale_receipts": sentence("Share what is paid out among the receivers"),
        "scale_payments": sentence("Collect from the payers what is received"),
        "min": sentence("Scale the larger side down"),
    },
)
