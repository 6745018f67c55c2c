"""Kinds of columns that a table of settings may have: what a cell can hold, and what is said where it holds none.

A new kind is a subclass with ``read`` and ``expected``. Only the standard library.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from ..choices import NotAChoiceError
from ..errors import InputError, TextInNumbersError
from ..messages import phrase, sentence
from ..number_text import EMPTY_WORDS, number_in, numbers_in
from ..values import quoted
from ..visible_text import visible

_YES = frozenset({"yes", "y", "true", "1", "1.0", "是"})
_NO = frozenset({"no", "n", "false", "0", "0.0", "否"})
_COLOUR = re.compile("#[0-9a-f]{6}")


class UnreadableCellsError(InputError):
    template = sentence("“{table}”: column “{column}” should hold {expected}, but holds {found}.")
    remedy = sentence("Correct these cells.")


class NotNumbersError(UnreadableCellsError, TextInNumbersError):
    """Text where numbers should stand."""


class OutOfBoundsError(UnreadableCellsError):
    """Numbers that cannot be."""


class NotAWordError(UnreadableCellsError, NotAChoiceError):
    """A word that is none of the column's."""


class WrongCell(Exception):
    """What ``Column.read`` raises: ``error`` is what becomes of it; its values are table, column, expected, found."""

    def __init__(self, error: type[InputError]):
        self.error = error
        super().__init__(error.__name__)


@dataclass(frozen=True)
class Column:
    """One column. ``required``: it must be there; ``filled``: in every row, as ``required`` where None.

    ``default``: what an empty cell means, and a column that is not there. ``what``: what the column should hold, a
    part of a sentence to be translated, where more can be said than its kind does.
    """

    name: str
    required: bool = False
    filled: bool | None = None
    default: object = None
    what: str = ""

    plain: ClassVar[str] = ""  # what columns of this kind hold

    @property
    def must_be_filled(self) -> bool:
        """Whether an empty cell is a fault."""
        return self.required if self.filled is None else self.filled

    @property
    def expected(self) -> object:
        """What the column should hold, as a part of a sentence."""
        return phrase(self.what or self.plain)

    def is_empty(self, text: str) -> bool:
        """Whether the trimmed ``text`` of a cell stands for nothing."""
        return not text

    def read(self, text: str) -> object:
        """The value of a cell that is not empty. Raises ``WrongCell``."""
        raise NotImplementedError


@dataclass(frozen=True)
class Text(Column):
    """Any text, as it was written. ``names``: it names something in the results, as scenarios and components do."""

    default: object = ""
    names: bool = False

    plain: ClassVar[str] = sentence("text")

    def read(self, text: str) -> str:
        return text


@dataclass(frozen=True)
class Key(Text):
    """Text in the one spelling that keys of panels have: a unit, a group, a variable."""

    def read(self, text: str) -> str:
        from .keys import normalise_key  # brings pandas, which loads slowly

        return normalise_key(text)


@dataclass(frozen=True)
class Number(Column):
    """A finite number, perhaps between bounds: ``above`` and ``below`` are outside, the others inside."""

    above: float | None = None
    at_least: float | None = None
    below: float | None = None
    at_most: float | None = None

    plain: ClassVar[str] = sentence("a number")

    @property
    def expected(self) -> object:
        bounds = [
            phrase(template, bound=float(bound))
            for template, bound in (
                (sentence("above {bound}"), self.above),
                (sentence("at least {bound}"), self.at_least),
                (sentence("below {bound}"), self.below),
                (sentence("at most {bound}"), self.at_most),
            )
            if bound is not None
        ]
        what = super().expected
        return phrase(sentence("{what} ({where})"), what=what, where=bounds) if bounds else what

    def is_empty(self, text: str) -> bool:
        return text.lower() in EMPTY_WORDS

    def read(self, text: str) -> float:
        number = number_in(text)
        if number is None:
            raise WrongCell(NotNumbersError)
        self._check(number)
        return number

    def _check(self, number: float) -> None:
        too_low = (self.above is not None and number <= self.above) or (
            self.at_least is not None and number < self.at_least
        )
        too_high = (self.below is not None and number >= self.below) or (
            self.at_most is not None and number > self.at_most
        )
        if too_low or too_high:
            raise WrongCell(OutOfBoundsError)


@dataclass(frozen=True)
class WholeNumber(Number):
    """A whole number, ``5.0`` too."""

    plain: ClassVar[str] = sentence("a whole number")

    def read(self, text: str) -> int:
        number = super().read(text)
        if not number.is_integer():
            raise WrongCell(NotNumbersError)
        return int(number)


@dataclass(frozen=True)
class Numbers(Number):
    """Numbers with ``;`` between, as a tuple; an empty cell has none."""

    default: object = ()

    plain: ClassVar[str] = sentence("numbers with “;” between")

    def read(self, text: str) -> tuple[float, ...]:
        numbers = numbers_in(text)
        if numbers is None:
            raise WrongCell(NotNumbersError)
        for number in numbers:
            self._check(number)
        return numbers


@dataclass(frozen=True)
class YesNo(Column):
    """Yes or no, true or false, 1 or 0, 是 or 否."""

    plain: ClassVar[str] = sentence("yes or no")

    def read(self, text: str) -> bool:
        word = folded(text)
        if word not in _YES | _NO:
            raise WrongCell(UnreadableCellsError)
        return word in _YES


@dataclass(frozen=True)
class Word(Column):
    """One of ``words``, in any case: a tuple of them or a ``Choices``."""

    words: Collection[str] = ()

    @property
    def expected(self) -> object:
        return phrase(sentence("one of {words}"), words=quoted(self.words))

    def read(self, text: str) -> str:
        word = {folded(word): word for word in self.words}.get(folded(text))
        if word is None:
            raise WrongCell(NotAWordError)
        return word


@dataclass(frozen=True)
class Colour(Text):
    """``#rrggbb``, in small letters."""

    plain: ClassVar[str] = sentence("a colour such as #a0c4e2")

    def read(self, text: str) -> str:
        colour = folded(text)
        if not _COLOUR.fullmatch(colour):
            raise WrongCell(UnreadableCellsError)
        return colour


def folded(text: object) -> str:
    """A name or word as it is compared: as it looks, trimmed, full-width characters in ASCII, small letters.

    >>> folded(" Ｙear ")
    'year'
    """
    return visible(unicodedata.normalize("NFKC", str(text))).strip().lower()
