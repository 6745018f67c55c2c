"""Checks that an algorithm lists: years in order, what outputs and choices need, texts that can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

from ...carbon_plugin.core.choices import Choices
from ...carbon_plugin.core.errors import InputError, find_errors
from ...carbon_plugin.core.messages import phrase, sentence
from ...carbon_plugin.core.values import Quoted
from .inputs import Inputs
from .layer_checks import unopened


class NotLaterError(InputError):
    template = sentence("{parameter} is {found}, but must come after {other}, which is {bound}.")
    remedy = sentence("Choose a later year, or an earlier one for {other}.")


class BeforeError(InputError):
    template = sentence("{parameter} is {found}, before {other}, which is {bound}.")
    remedy = sentence("Choose a later year, or an earlier one for {other}.")


class OutputNeedsError(InputError):
    template = sentence("{output} is asked for, but {parameter} is empty.")
    remedy = sentence("Fill it in, or do not ask for this output.")


class ChoiceNeedsError(InputError):
    template = sentence("{choice} is {option}, but {parameter} is empty.")
    remedy = sentence("Fill it in, or choose something else for {choice}.")


class NoneWantedError(InputError):
    template = sentence("None of {outputs} was asked for, so that there is nothing to do.")
    remedy = sentence("Choose a file for at least one of them.")


@dataclass(frozen=True)
class Later:
    """The year ``name`` comes after the year ``other``, where both are given."""

    name: str
    other: str

    def find(self, given: Inputs) -> list[InputError]:
        """One error, or none."""
        if not given.given(self.other):
            return []
        found, bound = given.integer(self.name), given.integer(self.other)
        if found > bound:
            return []
        year, other = given.label(self.name), given.label(self.other)
        return [NotLaterError(parameter=year, found=found, other=other, bound=bound)]


@dataclass(frozen=True)
class NotBefore:
    """The year ``name`` does not come before the year ``other``, where both are given."""

    name: str
    other: str

    def find(self, given: Inputs) -> list[InputError]:
        """One error, or none."""
        if not (given.given(self.name) and given.given(self.other)):
            return []
        found, bound = given.integer(self.name), given.integer(self.other)
        if found >= bound:
            return []
        year, other = given.label(self.name), given.label(self.other)
        return [BeforeError(parameter=year, found=found, other=other, bound=bound)]


@dataclass(frozen=True)
class OutputNeeds:
    """Where the output ``output`` is wanted the parameter ``name`` must be filled in."""

    output: str
    name: str

    def find(self, given: Inputs) -> list[InputError]:
        """One error, or none."""
        if not given.given(self.output) or given.given(self.name):
            return []
        return [OutputNeedsError(output=given.label(self.output), parameter=given.label(self.name))]


@dataclass(frozen=True)
class ChoiceNeeds:
    """With the choice ``key`` of ``options`` in ``choice``, the parameter ``name`` must be filled in."""

    choice: str
    options: Choices
    key: str
    name: str

    def find(self, given: Inputs) -> list[InputError]:
        """One error, or none."""
        if given.choice(self.choice, self.options) != self.key or given.given(self.name):
            return []
        option = Quoted(phrase(self.options.label(self.key)))
        return [ChoiceNeedsError(choice=given.label(self.choice), option=option, parameter=given.label(self.name))]


@dataclass(frozen=True)
class Readable:
    """What ``read`` raises is told: of a text that must be readable, by the function that the run reads it with.

    ``layers``: parameters of layers that it looks at too; where one of them is not there, that is said alone.
    """

    read: Callable[[Inputs], object]
    layers: Sequence[str] = ()

    def find(self, given: Inputs) -> list[InputError]:
        """The errors that ``read`` raises."""
        if any(not given.given(name) or unopened(given, name) for name in self.layers):
            return []
        return find_errors(self.read, given)


@dataclass(frozen=True)
class AnyOutput:
    """At least one of the outputs ``names`` is wanted."""

    names: Sequence[str]

    def find(self, given: Inputs) -> list[InputError]:
        """One error, or none."""
        if any(given.given(name) for name in self.names):
            return []
        return [NoneWantedError(outputs=[given.label(name) for name in self.names])]
