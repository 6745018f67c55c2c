"""The choices that a zoning rests on, and their options, in words."""

from __future__ import annotations

from functools import cache

from ...core.accounting.coefficient import Coefficient
from ...core.accounting.profile import load_profile
from ...core.messages import sentence
from ...core.options import PROFILES, ZONE_BREAKS
from ...core.zoning.confidence.choice_table import CHOICES, LABELS
from ...core.zoning.confidence.single_changes import BREAKS
from ..page.coefficients import factor_in_words
from ..page.writer import Writer

_OF_COLUMN = sentence("{column}: {factor}")
_LABELS = {**LABELS, BREAKS: sentence("How totals are cut")}
_OPTIONS = {**CHOICES, BREAKS: ZONE_BREAKS}


def choice_in_words(choice: str, writer: Writer) -> str:
    """A choice by its label, a coefficient of the shipped profiles by its column; any other as it is called."""
    if choice in _LABELS:
        return writer.say(_LABELS[choice])
    known = _coefficients().get(choice)
    if known is None:
        return choice
    return writer.say(_OF_COLUMN, column=writer.label(known.column), factor=factor_in_words(known.factor, writer))


def option_in_words(choice: str, option: str, writer: Writer) -> str:
    """An option by its label; a number as it is."""
    known = _OPTIONS.get(choice)
    return writer.say(known.label(option)) if known is not None and option in known.keys else option


@cache
def _coefficients() -> dict[str, Coefficient]:
    return {one.name: one for profile in PROFILES for one in load_profile(profile).coefficients}
