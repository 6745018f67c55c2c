"""What a sentence speaks of: cells, names, counts, numbers and lists, each written one way in either language.

A value is data until somebody reads it. Whatever has a method ``text(translate)`` writes itself; all else is written
here: numbers short, lists cut after ten items with their count, or whole for who has the room (``Whole``).
"""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Callable

Translate = Callable[[str], str]

SHOWN_ITEMS = 10
LONG_NUMBER = 1e5  # from here on decimals only distract, and an exponent is not read by everybody
ENDLESS_NUMBER = 1e18  # told by its power of ten


def sentence(text: str) -> str:
    """Mark ``text`` as a template to be translated (scripts/update_translations.py collects it)."""
    return text


QUOTED = sentence("“{text}”")
MORE = sentence("{shown} and {more} more")
SEPARATOR = sentence(", ")
IN_BRACKETS = sentence("{what} ({where})")
ROW = sentence("row {row}")


@dataclass(frozen=True)
class Quoted:
    """Something the user wrote or named, shown in quotation marks.

    >>> Quoted("county A").text()
    '“county A”'
    """

    name: object

    def text(self, translate: Translate = str) -> str:
        """The name in quotation marks."""
        return translate(QUOTED).format(text=readable(self.name, translate))


@dataclass(frozen=True)
class Parameter:
    """A parameter that a sentence advises: ``key`` in scripts, ``label`` (a ``sentence``) as dialogs show it.

    Whoever advises one looks first whether it is in force already.

    >>> Parameter("WINSORISE", "Winsorise growth (%)").text()
    '“Winsorise growth (%)” (WINSORISE)'
    """

    key: str
    label: str

    def text(self, translate: Translate = str) -> str:
        """The label in quotation marks, with the key in brackets."""
        return _with(Quoted(translate(self.label)).text(translate), self.key, translate)


@dataclass(frozen=True)
class Cell:
    """A place in a table, and perhaps what stands there.

    ``unit``, ``year``, ``scenario``: the keys of its row; ``key``: that of a row of settings; ``row``: the row as a
    reader counts it, from 1; ``column``: its column, or several; ``value``: what was found, text in quotation marks.
    What is None is not told.

    >>> Cell("Hanzhong", 2010, value="abc").text()
    '“abc” (Hanzhong 2010)'
    >>> Cell(key="forest", row=3, value="abc").text()
    '“abc” (forest, row 3)'
    >>> Cell("Hanzhong", 2010, ("gdp", "ce")).text()
    'Hanzhong 2010 (gdp, ce)'
    """

    unit: object = None
    year: object = None
    column: str | Sequence[str] | None = None
    value: object = None
    row: int | None = None
    scenario: object = None
    key: object = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns, none, one or several."""
        if self.column is None:
            return ()
        return (self.column,) if isinstance(self.column, str) else tuple(self.column)

    def text(self, translate: Translate = str) -> str:
        """``value (unit year)`` or ``unit year (columns)``."""
        unit = names_of_units(translate).get(self.unit, self.unit)
        keys = [str(key) for key in (unit, self.year, self.scenario, self.key) if key is not None]
        places = [" ".join(keys)] if keys else []
        if self.row is not None:
            places.append(translate(ROW).format(row=self.row))
        place, columns = translate(SEPARATOR).join(places), translate(SEPARATOR).join(self.columns)
        if self.value is None:
            return _with(place, columns, translate)
        value = Quoted(self.value) if isinstance(self.value, str) else self.value
        return _with(readable(value, translate), place or columns, translate)


@dataclass(frozen=True)
class Counted:
    """Something with how often it occurs.

    >>> Counted("cep", 3).text()
    'cep (3)'
    """

    name: object
    count: int

    def text(self, translate: Translate = str) -> str:
        """``name (count)``."""
        return _with(readable(self.name, translate), readable(self.count, translate), translate)


class UnitsByName:
    """A language in which units are called by their names, for pages; by key and name where several share one.

    >>> Cell("900307", 2010).text(UnitsByName(str, {"900307": "Fanjin", "1": "Yang", "2": "Yang"}))
    'Fanjin 2010'
    """

    def __init__(self, translate: Translate, names: Mapping[str, str]):
        self._translate, counts = translate, Counter(names.values())
        self.names_of_units = {key: name if counts[name] == 1 else f"{key} {name}" for key, name in names.items()}

    def __call__(self, text: str) -> str:
        """``text`` in that language."""
        return self._translate(text)


def names_of_units(translate: Translate) -> Mapping[str, str]:
    """What units are called by their keys in a language, none where it calls them by key."""
    return getattr(translate, "names_of_units", {})


class Whole:
    """A language in which no list is cut: for tables, which have the room.

    >>> readable(list(range(12))), readable(list(range(12)), Whole())
    ('0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more', '0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11')
    """

    def __init__(self, translate: Translate = str):
        self._translate, self.names_of_units = translate, names_of_units(translate)

    def __call__(self, text: str) -> str:
        """``text`` in that language."""
        return self._translate(text)


class Template(string.Formatter):
    """``str.format`` that writes values as a reader expects them, and counts with their noun: ``{n:unit|units}``."""

    def __init__(self, translate: Translate = str):
        self._translate = translate

    def format_field(self, value: object, format_spec: str) -> str:
        """A field of the template; ``one|many`` stands for the noun of a count."""
        written = readable(value, self._translate)
        if "|" not in format_spec:
            return written
        one, many = format_spec.split("|")
        return f"{written} {one if value == 1 else many}"

    def fill(self, template: str, values: Mapping[str, object]) -> str:
        """``template`` translated, its fields filled from ``values``; bytes that are no character as a mark for such.

        QGIS would show nothing of a sentence with halves of characters, as they come out of damaged files.

        >>> Template().fill("found {text}", {"text": "5\\udc91"})
        'found 5\ufffd'
        """
        filled = self.vformat(self._translate(template), (), values)
        return filled.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def readable(value: object, translate: Translate = str) -> str:
    """``value`` as a reader expects it.

    >>> readable([1.0, 2.5, 1234567.8])
    '1, 2.5, 1,234,568'
    """
    if hasattr(value, "text"):
        return value.text(translate)
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:,.0f}" if LONG_NUMBER <= abs(value) < ENDLESS_NUMBER else f"{value:,.6g}"
    if isinstance(value, (set, frozenset)):
        return _listed(sorted(value, key=str), translate)
    if isinstance(value, (list, tuple)):
        return _listed(value, translate)
    return str(value)


def quoted(names: Iterable[object]) -> list[Quoted]:
    """Each of ``names`` in quotation marks."""
    return [Quoted(name) for name in names]


def _listed(items: Sequence[object], translate: Translate) -> str:
    count = len(items) if isinstance(translate, Whole) else SHOWN_ITEMS
    shown = translate(SEPARATOR).join(readable(item, translate) for item in items[:count])
    return shown if len(items) <= count else translate(MORE).format(shown=shown, more=len(items) - count)


def _with(what: str, where: str, translate: Translate) -> str:
    return translate(IN_BRACKETS).format(what=what, where=where) if what and where else what or where
