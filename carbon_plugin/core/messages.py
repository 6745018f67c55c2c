"""Sentences for the user: a stable code, a template in English, and the data that fills it.

The core never prints and never translates. It hands out messages; whoever talks to the user (the Processing
algorithms, the report, a script) renders them, in the user's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .values import Template, Translate, sentence

__all__ = ["ERROR", "NOTE", "SETTING", "SEVERITIES", "WARNING", "Message", "note", "phrase", "sentence", "warning"]

ERROR, WARNING, NOTE, SETTING = SEVERITIES = ("error", "warning", "note", "setting")  # worst first

WITH_REMEDY = sentence("{problem} {remedy}")


@dataclass(frozen=True)
class Message:
    """One sentence about the user's data.

    ``code``: what it is about, the same from release to release, '' for a part of a sentence. ``template``: English
    with named ``str.format`` fields; ``remedy``: a second template that says what to do. ``values`` fills both: see
    ``values.readable``. ``severity``: one of ``SEVERITIES``.
    """

    code: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    severity: str = NOTE
    remedy: str = ""

    @property
    def needs_attention(self) -> bool:
        """True for what the user should act on, False for what is only good to know."""
        return self.severity in (ERROR, WARNING)

    def problem(self, translate: Translate = str) -> str:
        """The sentence without what to do about it."""
        return Template(translate).fill(self.template, self.values)

    def what_to_do(self, translate: Translate = str) -> str:
        """The remedy; '' where there is none."""
        return Template(translate).fill(self.remedy, self.values) if self.remedy else ""

    def text(self, translate: Translate = str) -> str:
        """The whole sentence, its templates passed through ``translate`` first.

        A zero byte of a damaged file, at which QGIS would cut the sentence off, is shown.
        """
        problem, remedy = self.problem(translate), self.what_to_do(translate)
        whole = translate(WITH_REMEDY).format(problem=problem, remedy=remedy) if remedy else problem
        return whole.replace("\0", "␀")

    def __str__(self) -> str:
        return self.text()


def note(code: str, template: str, **values: object) -> Message:
    """A message that is good to know."""
    return Message(code, template, values)


def warning(code: str, template: str, **values: object) -> Message:
    """A message that needs the user's attention."""
    return Message(code, template, values, WARNING)


def phrase(template: str, **values: object) -> Message:
    """A part of a sentence: it fills a field of another message."""
    return Message("", template, values)
