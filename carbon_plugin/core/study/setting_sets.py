"""The two sets of settings that the shipped chains run, and which of them a run used.

The study's settings and the recommended ones stand side by side in resources/models/settings.csv, with the reason
where they differ; the models are drawn from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .. import options
from ..bilingual import in_language
from ..choices import Choices
from ..messages import sentence
from ..notes import NoteRow
from ..resources import read_rows
from .notes import StudyNotes

STUDY, RECOMMENDED = "study", "recommended"
SET_LABELS = {STUDY: sentence("the study's settings"), RECOMMENDED: sentence("recommended settings")}
NOT_GIVEN = sentence("not given")

_VARIABLE = re.compile(r"\b([A-Z]+): ")  # how the drivers of the fit are written: “P: Population (persons), W: ...”


@dataclass(frozen=True)
class SetSetting:
    """One parameter of a step in both sets: keys of options, numbers, yes and no; '' for nothing."""

    step: str
    parameter: str
    study: str
    recommended: str
    why_en: str
    why_zh: str

    def value(self, set_key: str) -> str:
        """The value in the set ``STUDY`` or ``RECOMMENDED``."""
        return self.study if set_key == STUDY else self.recommended

    @property
    def differs(self) -> bool:
        """True where the sets do."""
        return self.study != self.recommended

    def why(self, language: str = "en") -> str:
        """Why the recommended value is recommended."""
        return in_language(self, "why", language)

    def label(self, set_key: str) -> str:
        """The value of a set in words (English, to be translated), as notes write it.

        >>> next(one for one in set_settings() if one.parameter == "RULE_SET").label(STUDY)
        'Ten indices, as in the study'
        """
        value = self.value(set_key)
        choices = self._choices()
        return choices.label(value) if choices else value or NOT_GIVEN

    def is_written(self, text: str, set_key: str) -> bool:
        """True where ``text``, the value of a setting in English, is that of the set."""
        value = self.value(set_key)
        if self.parameter == "VARIABLES":
            return _VARIABLE.findall(text) == value.split()
        if text == self.label(set_key):
            return True
        try:
            return float(text.replace(",", "")) == float(value)
        except ValueError:
            return False

    def _choices(self) -> Choices | None:
        """The options among which the parameter chooses; None for numbers and the like."""
        found = [one for one in vars(options).values() if isinstance(one, Choices) and one.parameter == self.parameter]
        both = {self.study, self.recommended}
        return next((one for one in found if both <= set(one.keys)), None)


@dataclass(frozen=True)
class Deviation:
    """A setting of a run that is not that of a set: ``found`` as the notes have it, against ``setting``."""

    found: NoteRow
    setting: SetSetting


@dataclass(frozen=True)
class SetUsed:
    """Which set a run used.

    ``key``: ``STUDY`` or ``RECOMMENDED``, whichever fewer settings deviate from; ``deviations``: from that set;
    ``against_other``: settings of the run that are not those of the other set. ``known``: how many settings of the sets
    the notes tell at all.
    """

    key: str
    deviations: tuple[Deviation, ...]
    against_other: tuple[Deviation, ...]
    known: int

    @property
    def is_whole(self) -> bool:
        """True where every setting told is that of the set."""
        return not self.deviations


@cache
def set_settings() -> tuple[SetSetting, ...]:
    """The rows of resources/models/settings.csv.

    >>> {one.step for one in set_settings()} >= {"trendtest", "zoningoverlay"}
    True
    """
    return tuple(SetSetting(**row) for row in read_rows("models/settings.csv"))


def find_set_used(notes: StudyNotes, settings: Sequence[SetSetting] | None = None) -> SetUsed | None:
    """Compare the settings in ``notes`` with both sets; None where they tell none that the sets know.

    >>> row = NoteRow("zoningoverlay", "RULE_SET", "setting", "Indices that count: Ten indices, as in the study", "")
    >>> used = find_set_used(StudyNotes(settings=(row,)))
    >>> used.key, used.is_whole, [one.setting.parameter for one in used.against_other]
    ('study', True, ['RULE_SET'])
    """
    settings = set_settings() if settings is None else settings
    of_run = {(row.step, row.code): row for row in notes.settings}
    told = [(of_run[place], one) for one in settings if (place := (one.step, one.parameter)) in of_run]
    if not told:
        return None
    off = {key: tuple(Deviation(row, one) for row, one in told if not _is_as_in(row, one, key)) for key in SET_LABELS}
    key = STUDY if len(off[STUDY]) < len(off[RECOMMENDED]) else RECOMMENDED
    other = RECOMMENDED if key == STUDY else STUDY
    return SetUsed(key, off[key], off[other], len(told))


def _is_as_in(row: NoteRow, setting: SetSetting, set_key: str) -> bool:
    return setting.is_written(row.text_en.partition(": ")[2], set_key)
