"""A class of land in words."""

from __future__ import annotations

from ..tables.vocabulary import AREA_SUFFIX, describe

_AREA_WORDS = (" area", "面积")


def class_in_words(name: str, language: str = "en") -> str:
    """What a reader calls a class, from the label of its area.

    Args:
        name: a class, the plugin's own or the user's.
        language: 'en' or 'zh'.

    >>> class_in_words("cropland"), class_in_words("rice_paddy"), class_in_words("forest", "zh")
    ('Cropland', 'Rice paddy', '林地')
    """
    variable = describe(name + AREA_SUFFIX)
    label = variable.label(language) if variable else name
    for word in _AREA_WORDS:
        label = label.removesuffix(word)
    return label
