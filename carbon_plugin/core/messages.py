"""Sentences for the user: a template in English, and the data that fills it.

The core never prints and never translates. It hands out messages; whoever talks to the user
(the Processing algorithms, the report, a script) renders them, in the user's language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Callable

SHOWN_ITEMS = 10
LONG_NUMBER = 1e5  # from here on decimals only distract, and an exponent is not read by everybody


def sentence(text: str) -> str:
    """Mark ``text`` as a template to be translated (Qt's lupdate collects it); returns it as it is."""
    return text


@dataclass(frozen=True)
class Message:
    """One sentence about the user's data.

    ``template`` is English with named ``str.format`` fields; ``values`` fills them: text, numbers, or
    a sequence, of which the first ten items and the count are shown. ``warning`` sets apart what
    needs the user's attention from what is only good to know.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    warning: bool = False

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence, its template passed through ``translate`` first."""
        shown = {name: readable(value, translate) for name, value in self.values.items()}
        return translate(self.template).format(**shown)

    def __str__(self) -> str:
        return self.text()


def note(template: str, **values: object) -> Message:
    """A message that is good to know."""
    return Message(template, values)


def warning(template: str, **values: object) -> Message:
    """A message that needs the user's attention."""
    return Message(template, values, warning=True)


MORE = sentence("{shown} and {more} more")


def readable(value: object, translate: Callable[[str], str] = str) -> str:
    """``value`` as a reader expects it: numbers short, long lists cut after ten items with their count."""
    if isinstance(value, Message):
        return value.text(translate)
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= LONG_NUMBER else f"{value:,.6g}"
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [
            readable(item, translate)
            for item in (sorted(value, key=str) if isinstance(value, (set, frozenset)) else value)
        ]
        shown = ", ".join(items[:SHOWN_ITEMS])
        return translate(MORE).format(shown=shown, more=len(items) - SHOWN_ITEMS) if len(items) > SHOWN_ITEMS else shown
    return str(value)
