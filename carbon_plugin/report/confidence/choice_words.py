"""The choices that a zoning rests on, and their options, in words."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.options import ZONE_BREAKS
from ...core.zoning.confidence.choice_table import CHOICES, LABELS
from ...core.zoning.confidence.single_changes import BREAKS
from ..page.writer import Writer

_LABELS = {**LABELS, BREAKS: sentence("How totals are cut")}
_OPTIONS = {**CHOICES, BREAKS: ZONE_BREAKS}


def choice_in_words(choice: str, writer: Writer) -> str:
    """A choice by its label; a coefficient, or what is not known here, as it is called."""
    return writer.say(_LABELS[choice]) if choice in _LABELS else choice


def option_in_words(choice: str, option: str, writer: Writer) -> str:
    """An option by its label; a number as it is."""
    known = _OPTIONS.get(choice)
    return writer.say(known.label(option)) if known is not None and option in known.keys else option
