"""An ecosystem service in words."""

from __future__ import annotations

from ..resources import read_rows
from ..tables.vocabulary import describe

_PREFIX, _VALUE_WORDS = "Value of ", "价值"


def service_in_words(name: str, language: str = "en") -> str:
    """What a reader calls a service, from the label of its value.

    Args:
        name: a service, of an edition or the user's own.
        language: 'en' or 'zh'.

    >>> service_in_words("food"), service_in_words("gas", "zh"), service_in_words("flood_control")
    ('Food production', '气体调节', 'Flood control')
    """
    known = {row["service"] for row in read_rows("services/services.csv")}
    if name not in known:
        return name.replace("_", " ").capitalize()
    label = describe(f"esv_{name}").label(language)
    words = label.removesuffix(_VALUE_WORDS) if language == "zh" else label.removeprefix(_PREFIX)
    return words[:1].upper() + words[1:]
