"""What can be wrong with a user's data, as exceptions that carry the data.

Each type has its sentence as a template: what is wrong, what was found, what was expected;
and a remedy: what to do.
Errors that only one method can raise stand in that method's module, derived from ``InputError``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from .messages import ERROR, Message, phrase, sentence

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Cancelled(Exception):
    """The user pressed Cancel; nothing is wrong and nothing was written."""


class InputError(Exception):
    """Something in the user's data stops the run. ``message`` is the sentence, ``values`` its data.

    ``template`` says what is wrong, where, what was found and what was expected; ``remedy`` what to do. The code is
    the name of the class: ``MissingColumnsError`` is ``missing-columns``.
    """

    template: ClassVar[str] = "{reason}"
    remedy: ClassVar[str] = ""

    def __init__(self, **values: object):
        self.values = values
        self.message = Message(self.code(), self.template, values, ERROR, self.remedy)
        super().__init__(str(self.message))

    @classmethod
    def code(cls) -> str:
        """The stable code of the error."""
        return _CAPITAL.sub("-", cls.__name__.removesuffix("Error")).lower()

    @property
    def messages(self) -> list[Message]:
        """All sentences, for a caller that shows them one a line."""
        return [self.message]


class SeveralErrors(InputError):
    """More than one thing is wrong: all of them, so that the user can mend them in one go."""

    def __init__(self, errors: Sequence[InputError]):
        self.errors = list(errors)
        super().__init__(reason=" ".join(str(error) for error in self.errors))

    @property
    def messages(self) -> list[Message]:
        return [message for error in self.errors for message in error.messages]


def raise_all(errors: Sequence[InputError]) -> None:
    """Raise what was collected: nothing, the one error, or all of them as ``SeveralErrors``."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise SeveralErrors(errors)


def find_errors(check: Callable[..., object], *arguments: object) -> list[InputError]:
    """What ``check(*arguments)`` raises, one by one, for a caller that looks for more before it raises."""
    try:
        check(*arguments)
    except InputError as error:
        return kept(error)
    return []


def kept(error: InputError) -> list[InputError]:
    """All that a caught error says, each on its own, without where it came from.

    A list of caught errors and the frame it stands in hold each other, and with them whatever the frame holds: open
    files, and the algorithm, whose parameters QGIS deletes with the run and Python would then take for new ones.
    """
    errors = error.errors if isinstance(error, SeveralErrors) else [error]
    return [one.with_traceback(None) for one in errors]


def results_of(*readers: Callable[[], object]) -> list:
    """What each of ``readers`` gives; all are asked before what they raise is raised together.

    >>> results_of(lambda: 1, lambda: 2)
    [1, 2]
    """
    results: list[object] = []
    errors: list[InputError] = []
    for read in readers:
        try:
            results.append(read())
        except InputError as error:
            errors += kept(error)
    raise_all(list({str(error): error for error in errors}.values()))
    return results


class EmptyTableError(InputError):
    template = sentence("“{table}” has no rows.")
    remedy = sentence("Choose a table with at least one row; where only selected rows count, select some.")


class MissingColumnsError(InputError):
    template = sentence("“{table}” has no column {missing}; its columns are {found}.")
    remedy = sentence("Choose the right column, or rename it in the table.")


class HeaderNotFirstError(InputError):
    template = sentence("“{table}” has no column {missing}; its columns are {found}.")
    remedy = sentence(
        "The names of the columns must stand in the first row: remove titles and empty rows above them, and name every "
        "column."
    )


class MissingKeysError(InputError):
    """``rows``: numbers as a reader of the table counts them, from 1."""

    template = sentence("“{table}”: column “{column}” is empty in {count:row|rows} (row {rows}).")
    remedy = sentence("Every row needs its {column}: fill it in, or remove the row.")


class YearsNotReadableError(InputError):
    """``found``: cells with their rows."""

    template = sentence("“{table}”: column “{column}” holds {found} where a year between 1900 and 2100 was expected.")
    remedy = sentence("Correct these rows.")


class DuplicateKeysError(InputError):
    """``keys``: what stands there twice, as cells."""

    template = sentence("“{table}” has more than one row for {keys}. Expected one row for a unit and a year.")
    remedy = sentence("Remove the others, or add them up.")


class DuplicateUnitsError(InputError):
    """``units``: what stands there twice, as cells."""

    template = sentence("“{table}” has more than one feature for the unit {units}. Expected one feature a unit.")
    remedy = sentence("Dissolve them by “{column}”, or choose another key.")


class TextInNumbersError(InputError):
    """``found``: cells; ``unit``: the unit of measure, '' where there is none."""

    template = sentence(
        "“{table}”: column “{column}” should hold {expected}, but {count:cell holds|cells hold} text: {found}."
    )
    remedy = sentence("Correct them, or leave them empty if unknown.")

    def __init__(self, *, found: Sequence[object], unit: str = "", **values: object):
        values.setdefault("expected", phrase("numbers ({unit})", unit=unit) if unit else phrase("numbers"))
        super().__init__(**{"count": len(found), **values, "found": found, "unit": unit})


class NegativeAmountsError(InputError):
    """``found``: cells; ``unit``: the unit of measure."""

    template = sentence("“{table}”: column “{column}” ({unit}) is negative in {count:row|rows}: {found}.")
    remedy = sentence("An amount cannot be below zero: correct these cells, or leave them empty if unknown.")


class AmbiguousKeysError(InputError):
    """``pairs``: keys of ``first`` and ``second`` that may be meant as one."""

    template = sentence("Unit keys differ only in leading zeros: {pairs} ({first} against {second}).")
    remedy = sentence("A unit must be written one way in all tables: add or remove the zeros.")


class NoCommonUnitsError(InputError):
    template = sentence("“{first}” and “{second}” have no unit in common: {first_keys} against {second_keys}.")
    remedy = sentence("Choose the key columns that hold the same names or codes.")
