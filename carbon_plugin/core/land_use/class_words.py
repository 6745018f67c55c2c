"""A class of land in words."""

from __future__ import annotations

from dataclasses import dataclass

from ..messages import sentence
from ..tables.vocabulary import AREA_SUFFIX, describe
from ..values import Translate

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


IN_SENTENCES = {  # as ``class_in_words`` has them, for sentences, which know no language but a translation
    "cropland": sentence("Cropland"),
    "shrubland": sentence("Shrubland"),
    "forest": sentence("Forest"),
    "grassland": sentence("Grassland"),
    "water": sentence("Water"),
    "urban": sentence("Urban land"),
    "unused": sentence("Unused land"),
}


@dataclass(frozen=True)
class LandClass:
    """A class of land in a sentence.

    >>> LandClass("unused").text(), LandClass("rice_paddy").text()
    ('Unused land', 'Rice paddy')
    """

    name: str

    def text(self, translate: Translate = str) -> str:
        """What a reader calls it."""
        known = IN_SENTENCES.get(self.name)
        return translate(known) if known else class_in_words(self.name)
