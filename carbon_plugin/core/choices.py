"""What can be chosen: keys that models and scripts depend on, in their fixed order, with the label a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .errors import InputError
from .messages import sentence
from .values import quoted


class NotAChoiceError(InputError):
    template = sentence("{parameter} is “{found}”, but must be one of {expected}.")
    remedy = sentence("Choose one of these.")


@dataclass(frozen=True)
class Choice:
    """One option: ``key`` in scripts and tables, ``label`` (English, to be translated) in dialogs and reports."""

    key: str
    label: str


class Choices:
    """The options of one parameter or column, in the order of its enum; iterates over the keys.

    >>> MISSING = Choices("MISSING", {"leave": "Leave", "zero": "Zero"})
    >>> MISSING.keys, MISSING.default, MISSING.label("zero")
    (('leave', 'zero'), 'leave', 'Zero')
    """

    def __init__(self, parameter: str, labels: dict[str, str], default: str | None = None):
        """``default``: the first where None."""
        self.parameter = parameter
        self.options = tuple(Choice(key, label) for key, label in labels.items())
        self.default = self.check(default) if default is not None else self.keys[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in their order."""
        return tuple(option.key for option in self.options)

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels, in the same order."""
        return tuple(option.label for option in self.options)

    def label(self, key: str) -> str:
        """The label of ``key``."""
        return self.options[self.keys.index(key)].label

    def check(self, key: str) -> str:
        """``key`` itself; raises ``NotAChoiceError`` where it is none of the keys."""
        if key not in self.keys:
            raise NotAChoiceError(parameter=self.parameter, found=key, expected=quoted(self.keys))
        return key

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys)

    def __contains__(self, key: object) -> bool:
        return key in self.keys

    def __len__(self) -> int:
        return len(self.options)
