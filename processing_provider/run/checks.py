"""What can be known before a run: small objects that an algorithm lists, for the dialog and for the start of a run.

Models skip what the dialog would say, so that the same list is gone through again when the work begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Callable, Protocol

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
)

from ...carbon_plugin.core.choices import Choices
from ...carbon_plugin.core.errors import InputError, SeveralErrors
from ...carbon_plugin.core.messages import Message, phrase, sentence
from ...carbon_plugin.core.values import Quoted, quoted
from .destinations import DestinationsCanBeWritten
from .inputs import Inputs


class Check(Protocol):
    """One thing to look at. ``find`` returns what is wrong, of parameters that may be absent or wrong themselves."""

    def find(self, given: Inputs) -> list[InputError]:
        """All faults of this kind."""


class NothingGivenError(InputError):
    template = sentence("{parameter} is empty, but needed.")
    remedy = sentence("Choose something for it.")


class NotOpenedError(InputError):
    template = sentence("{parameter}: {files} cannot be opened.")
    remedy = sentence("Check that the file is there, and is of a kind that QGIS reads: {expected}.")


class NotATableError(InputError):
    template = sentence("{parameter}: “{file}” cannot be read as a table: {reason}.")
    remedy = sentence("Correct the file, or choose another.")


class ChosenColumnsError(InputError):
    template = sentence("{parameter}: “{table}” has no column {missing}. Its columns are: {found}.")
    remedy = sentence("Choose one of these columns.")


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


class EverythingNeededIsGiven:
    """Every parameter that is not optional holds something, or has a default."""

    def find(self, given: Inputs) -> list[InputError]:
        """One error a parameter; outputs are QGIS's own matter."""
        return [
            NothingGivenError(parameter=given.label(one.name()))
            for one in given.algorithm.parameterDefinitions()
            if not one.isDestination()
            and not one.flags() & one.Flag.FlagOptional
            and not given.given(one.name())
            and one.defaultValue() in (None, "")
        ]


class LayersOpen:
    """Every layer that is given as a path or id can be opened; QGIS itself refuses without saying which file."""

    def find(self, given: Inputs) -> list[InputError]:
        """One error a parameter, with all of its files."""
        errors: list[InputError] = []
        for one in given.algorithm.parameterDefinitions():
            lost = unopened(given, one.name())
            known = {file: reason for file in lost if (reason := _why_not_opened(file)) is not None}
            errors += [
                NotATableError(parameter=given.label(one.name()), file=file, reason=reason)
                for file, reason in known.items()
            ]
            lost = [file for file in lost if file not in known]
            if lost:
                is_raster = getattr(one, "layerType", int)() == QgsProcessing.SourceType.TypeRaster
                expected = phrase("a raster") if is_raster else phrase("a layer or a table")
                errors.append(NotOpenedError(parameter=given.label(one.name()), files=quoted(lost), expected=expected))
        return errors


class ColumnsExist:
    """Every chosen column is one of the layer's."""

    def find(self, given: Inputs) -> list[InputError]:
        """One error a parameter, with all of its columns."""
        errors: list[InputError] = []
        for one in given.algorithm.parameterDefinitions():
            if not isinstance(one, QgsProcessingParameterField) or not given.given(one.name()):
                continue
            parent = one.parentLayerParameterName()
            if not given.given(parent):
                continue
            source = given.algorithm.parameterAsSource(given.parameters, parent, given.context)
            if source is None:
                continue  # inside a model the layer is not there yet
            found = [field.name() for field in source.fields()]
            if not found or all(name.startswith("Field") for name in found):
                continue  # a spreadsheet whose header is restored while reading
            missing = [name for name in given.texts(one.name()) if name not in found]
            if missing and not given.is_misread(parent):
                errors.append(
                    ChosenColumnsError(
                        parameter=given.label(one.name()),
                        table=source.sourceName(),
                        missing=quoted(missing),
                        found=found,
                    )
                )
        return errors


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
        try:
            self.read(given)
        except SeveralErrors as several:
            return several.errors
        except InputError as error:
            return [error]
        return []


@dataclass(frozen=True)
class AnyOutput:
    """At least one of the outputs ``names`` is wanted."""

    names: Sequence[str]

    def find(self, given: Inputs) -> list[InputError]:
        """One error, or none."""
        if any(given.given(name) for name in self.names):
            return []
        return [NoneWantedError(outputs=[given.label(name) for name in self.names])]


ALWAYS: tuple[Check, ...] = (EverythingNeededIsGiven(), LayersOpen(), ColumnsExist(), DestinationsCanBeWritten())


def find_problems(given: Inputs, checks: Iterable[Check]) -> list[InputError]:
    """All that is wrong, by what every algorithm is asked and by its own ``checks``, each once."""
    errors = [error for check in (*ALWAYS, *checks) for error in check.find(given)]
    return list({str(error): error for error in errors}.values())


def _why_not_opened(text: str) -> Message | None:
    """Why a text file cannot be opened as a table, where that is known."""
    from ...carbon_plugin.bridge.text_files import why_not_opened

    return why_not_opened(text)


def unopened(given: Inputs, name: str) -> list[str]:
    """The layers given as ``name`` that cannot be opened."""
    definition = given.definition(name)
    if not isinstance(definition, (QgsProcessingParameterFeatureSource, QgsProcessingParameterMultipleLayers)):
        return []
    if given.takes_files(name):
        return []  # whoever reads files looks at them itself
    return [text for text in given.texts_given(name) if given.opened(text) is None]
