"""Where results are to go, told before any work is done for them."""

from __future__ import annotations

import os
import re
from pathlib import Path

from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource, QgsProcessingParameterMultipleLayers

from ...carbon_plugin.core.errors import InputError
from ...carbon_plugin.core.messages import phrase
from .inputs import Inputs

_NOT_A_PATH = re.compile(r"\w{2,}:")  # memory:, ogr:dbname=..., postgis:..., but not a drive's letter


class DestinationsCanBeWritten:
    """No output overwrites an input or another output, and each goes to a folder and format that can be written."""

    def find(self, given: Inputs) -> list[InputError]:
        """One error a fault."""
        from ...carbon_plugin.bridge.output import clashes

        outputs = [
            (definition, path)
            for definition in given.algorithm.destinationParameterDefinitions()
            if (path := _destination_path(given, definition)) is not None
        ]
        errors = clashes([(definition.description(), path) for definition, path in outputs], _input_paths(given))
        for definition, path in outputs:
            errors += _find_unwritable(given, definition, path)
        return errors


def _find_unwritable(given: Inputs, definition, path: Path) -> list[InputError]:
    from ...carbon_plugin.bridge.file_limits import why_no_place
    from ...carbon_plugin.bridge.output import FormatNotWrittenError, NotWrittenError

    nowhere = why_no_place(path)
    if nowhere is not None:
        return [NotWrittenError(path=str(path), reason=nowhere)]
    value = given.parameters.get(definition.name())
    supported, reason = definition.isSupportedOutputValue(value, given.context)
    if not supported:
        return [FormatNotWrittenError(path=str(path), reason=reason, expected=definition.defaultFileExtension())]
    if not path.parent.is_dir():
        return [NotWrittenError(path=str(path), reason=phrase("the folder does not exist"))]
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return [NotWrittenError(path=str(path), reason=phrase("it is read-only"))]
    return []


def _input_paths(given: Inputs) -> list[tuple[str, Path]]:
    """Label and file of every layer that is read; databases and layers in memory have none."""
    from ...carbon_plugin.bridge.sources import file_of

    layers = []
    for definition in given.algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            layers.append((definition.description(), given.layer(definition.name())))
        elif isinstance(definition, QgsProcessingParameterMultipleLayers):
            layers += [(definition.description(), layer) for layer in given.layers_of(definition.name())]
    return [(label, path) for label, layer in layers if (path := file_of(layer)) is not None]


def _destination_path(given: Inputs, definition) -> Path | None:
    """The file an output is to go to; None for a temporary layer, a database, or an output not wanted."""
    value = given.parameters.get(definition.name())
    sink = getattr(value, "sink", None)
    text = sink.valueAsString(given.context.expressionContext())[0] if sink is not None else value
    if not isinstance(text, str) or text in ("", QgsProcessing.TEMPORARY_OUTPUT) or _NOT_A_PATH.match(text):
        return None
    return Path(text).absolute()
