"""Where results are to go, told before any work is done for them."""

from __future__ import annotations

import os

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
)

from ...carbon_plugin.bridge.places import Place, is_temporary, places_of, read_place
from ...carbon_plugin.core.errors import InputError
from ...carbon_plugin.core.messages import phrase
from .inputs import Inputs


class DestinationsCanBeWritten:
    """No output overwrites an input or another output, and each goes to a folder and format that can be written."""

    def find(self, given: Inputs) -> list[InputError]:
        """One error a fault."""
        from ...carbon_plugin.bridge.field_limits import find_long_table_name
        from ...carbon_plugin.bridge.output import clashes

        outputs = [
            (definition, place)
            for definition in given.algorithm.destinationParameterDefinitions()
            if (place := _destination(given, definition.name())) is not None
        ]
        labelled = [(definition.description(), place) for definition, place in outputs]
        errors = clashes(labelled, _input_places(given))
        for definition, place in outputs:
            errors += find_long_table_name(given.destination_text(definition.name()))
            if place.path is not None and not is_temporary(place):
                errors += _find_unwritable(given, definition, place)
        return errors


def _find_unwritable(given: Inputs, definition, place: Place) -> list[InputError]:
    from ...carbon_plugin.bridge.file_endings import DATABASES, find_unfit_ending
    from ...carbon_plugin.bridge.file_limits import why_no_place
    from ...carbon_plugin.bridge.output import NotWrittenError
    from ...carbon_plugin.bridge.staging import FolderInTheWayError

    path = place.path
    nowhere = why_no_place(path)
    if nowhere is not None:
        return [NotWrittenError(path=str(path), reason=nowhere)]
    unfit = find_unfit_ending(path, DATABASES if place.table else _endings_of(definition))
    if unfit:
        return unfit
    if not path.parent.is_dir():
        return [NotWrittenError(path=str(path), reason=phrase("the folder does not exist"))]
    if path.is_dir():
        return [FolderInTheWayError(path=str(path))]
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return [NotWrittenError(path=str(path), reason=phrase("it is read-only"))]
    if _is_held(path):
        return [NotWrittenError(path=str(path), reason=phrase("another program has it open"))]
    return []


def _endings_of(definition) -> tuple[str, ...]:
    """The endings of names that an output may have."""
    from ...carbon_plugin.bridge.file_endings import LAYERS, RASTERS, TABLES, endings_of_filter

    if isinstance(definition, QgsProcessingParameterFileDestination):
        return endings_of_filter(definition.fileFilter())
    if isinstance(definition, QgsProcessingParameterRasterDestination):
        return RASTERS
    return TABLES if definition.dataType() == QgsProcessing.SourceType.TypeVector else LAYERS


def _is_held(path) -> bool:
    """True where another program keeps the file from being replaced, as on Windows."""
    try:
        if path.exists():
            os.replace(path, path)
    except OSError:
        return True
    return False


def _input_places(given: Inputs) -> list[tuple[str, Place]]:
    """Label and place of all that is read, by whatever road."""
    layers = []
    for definition in given.algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            layers.append((definition.description(), given.layer(definition.name())))
        elif isinstance(definition, QgsProcessingParameterMultipleLayers):
            layers += [(definition.description(), layer) for layer in given.layers_of(definition.name())]
    files = [
        (definition.description(), place)
        for definition in given.algorithm.parameterDefinitions()
        if given.takes_files(definition.name())
        for path in given.files(definition.name())
        if (place := read_place(path)) is not None
    ]
    return files + [(label, place) for label, layer in layers for place in places_of(layer)]


def _destination(given: Inputs, name: str) -> Place | None:
    """The place an output is to go to; None for a temporary layer, an unknown database, or an output not wanted."""
    text = given.destination_text(name)
    if text in ("", QgsProcessing.TEMPORARY_OUTPUT) or text.startswith("memory:"):
        return None
    return read_place(text)
