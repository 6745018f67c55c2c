"""What every algorithm is asked before a run: all it needs is given, its layers open and have the columns."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
)

from ...carbon_plugin.core.errors import InputError
from ...carbon_plugin.core.messages import Message, phrase, sentence
from ...carbon_plugin.core.values import quoted
from .inputs import Inputs


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
