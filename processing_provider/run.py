"""One run of an algorithm: reads what the user gave, writes what was computed, says what happened.

Algorithms speak to QGIS through this class only, so that each of them is a declaration and a few lines.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureSource,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..carbon_plugin.bridge.compat import chosen_fields
from ..carbon_plugin.bridge.progress import FeedbackProgress
from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.messages import Message
from ..carbon_plugin.core.progress import Part, Progress

_NOT_A_PATH = re.compile(r"\w{2,}:")  # memory:, ogr:dbname=..., postgis:..., but not a drive's letter

StyleFunction = Callable[[QgsMapLayer], None]


@dataclass
class WrittenLayer:
    """A layer this run wrote: where it is, and how it is to look."""

    destination: str
    style: StyleFunction
    is_raster: bool = False

    def opened(self, context: QgsProcessingContext) -> QgsMapLayer | None:
        """The layer, to be styled."""
        from ..carbon_plugin.bridge.rasters import open_written

        if self.is_raster:
            return open_written(self.destination)
        return QgsProcessingUtils.mapLayerFromString(self.destination, context)


class Run:
    """What one run reads and writes."""

    def __init__(self, algorithm, parameters: Mapping, context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        self._algorithm, self._parameters, self._context, self._feedback = algorithm, parameters, context, feedback
        self.progress: Progress = FeedbackProgress(feedback)
        self.results: dict[str, object] = {}
        self.layers: dict[str, WrittenLayer] = {}
        self.messages: list[Message] = []  # all that was said, for the report
        self._destinations: list[str] = []

    # what happened

    def say(self, messages: Iterable[Message]) -> None:
        """Show messages in the log, warnings as such, and keep them for the report."""
        for message in messages:
            self.messages.append(message)
            (self._feedback.pushWarning if message.needs_attention else self._feedback.pushInfo)(message.text(tr))

    def step(self, start: float, end: float) -> Progress:
        """The progress of one step, from ``start`` to ``end`` of the whole run (fractions)."""
        return Part(self.progress, start, end)

    # what the user gave

    def given(self, name: str) -> bool:
        """True where the optional parameter ``name`` was filled in."""
        return self._parameters.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """A text, field or path parameter."""
        return self._algorithm.parameterAsString(self._parameters, name, self._context)

    def texts(self, name: str) -> list[str]:
        """A parameter of several fields."""
        return chosen_fields(self._algorithm, self._parameters, name, self._context)

    def number(self, name: str) -> float:
        """A number."""
        return self._algorithm.parameterAsDouble(self._parameters, name, self._context)

    def integer(self, name: str) -> int:
        """A whole number."""
        return self._algorithm.parameterAsInt(self._parameters, name, self._context)

    def flag(self, name: str) -> bool:
        """A yes or no."""
        return self._algorithm.parameterAsBool(self._parameters, name, self._context)

    def choice(self, name: str, options: Iterable[str]) -> str:
        """The key the user chose among ``options`` (in their declared order)."""
        return list(options)[self._algorithm.parameterAsEnum(self._parameters, name, self._context)]

    def choices(self, name: str, options: Iterable[str]) -> list[str]:
        """The keys the user chose among ``options``, in their declared order; perhaps none."""
        chosen = set(self._algorithm.parameterAsEnums(self._parameters, name, self._context))
        return [option for number, option in enumerate(options) if number in chosen]

    def table(self, name: str):
        """The table given as ``name`` as a ``bridge.tables.Table``; None where an optional one was not given."""
        from ..carbon_plugin.bridge.tables import read_table

        source = self._source(name)
        if source is None:
            return None
        table = read_table(source, self.layer(name), self._silent())
        self.say(table.notes)
        return table

    def rows(self, name: str) -> tuple[list[dict[str, object]], str]:
        """A small table as the readers of settings take it, and its name; no rows where it was not given."""
        table = self.table(name)
        return ([], "") if table is None else (table.frame.to_dict("records"), table.name)

    def panel(
        self,
        name: str,
        unit_field: str = "UNIT_FIELD",
        year_field: str = "YEAR_FIELD",
        perhaps_scenario: bool = False,
        **options,
    ):
        """The table given as ``name`` as a clean ``core.panel.Panel``; None where it was not given.

        ``unit_field`` and ``year_field`` are parameters that name its key columns, or the columns themselves.
        ``perhaps_scenario``: a column ``scenario`` is a key too where there is one.
        """
        from ..carbon_plugin.core.tables.panel import read_panel
        from ..carbon_plugin.core.tables.vocabulary import SCENARIO

        table = self.table(name)
        if table is None:
            return None
        if perhaps_scenario and SCENARIO in table.frame.columns:
            options["scenario_field"] = SCENARIO
        keys = [self._key(key) if self._algorithm.parameterDefinition(key) else key for key in (unit_field, year_field)]
        panel = read_panel(table.frame, table.name, *(table.column(key) for key in keys), **options)
        panel.renamed = {
            **{given: panel.column(restored) for given, restored in table.renamed.items()},
            **panel.renamed,
        }
        self.say(panel.notes)
        return panel

    def features(self, name: str):
        """The features of any layer as ``bridge.features.Features``, to be written again with one column more."""
        from ..carbon_plugin.bridge.features import read_features

        source = self._source(name)
        features = read_features(source, self._source_name(name, source), self.layer(name), self._silent())
        self.say(features.notes)
        return features

    def units(self, name: str = "UNITS"):
        """The unit polygons as ``bridge.polygons.UnitPolygons``; None where they were not given."""
        from ..carbon_plugin.bridge.polygons import read_units

        source = self._source(name)
        if source is None:
            return None
        name_field = (
            self.text(f"{name}_NAME_FIELD") if self._algorithm.parameterDefinition(f"{name}_NAME_FIELD") else ""
        )
        units = read_units(source, self._source_name(name, source), self._key(f"{name}_ID_FIELD"), name_field)
        self.say(units.notes)
        return units

    def result_polygons(self, name: str):
        """Polygons that this plugin wrote: (``bridge.polygons.UnitPolygons``, ``bridge.tables.Table``), row by row.

        Their column ``unit`` is the key, ``name``, where there is one, what is shown; rows without an outline are left
        out.
        """
        from ..carbon_plugin.bridge.polygons import read_units
        from ..carbon_plugin.core.tables.keys import normalise_keys
        from ..carbon_plugin.core.tables.vocabulary import UNIT

        source = self._source(name)
        shown = "name" if source.fields().indexFromName("name") >= 0 else ""
        units = read_units(source, self._source_name(name, source), UNIT, shown)
        self.say(units.notes)
        table = self.table(name)
        has_outline = normalise_keys(table.frame[UNIT]).isin(units.keys).to_numpy()
        table.frame = table.frame[has_outline].reset_index(drop=True)
        return units, table

    def rasters(self, name: str) -> list[QgsRasterLayer]:
        """The raster layers given as ``name``, in the user's order."""
        return list(self._algorithm.parameterAsLayerList(self._parameters, name, self._context))

    @property
    def transform_context(self):
        """The project's choice of datum transformations."""
        return self._context.transformContext()

    # what was computed

    def write_table(self, name: str, frame, style: StyleFunction) -> None:
        """Write ``frame`` as a table without geometry."""
        self._write(name, frame, None, QgsCoordinateReferenceSystem(), style)

    def write_polygons(
        self, name: str, frame, geometries: list, crs: QgsCoordinateReferenceSystem, style: StyleFunction
    ) -> None:
        """Write ``frame`` with one (multi-)polygon a row."""
        for geometry in geometries:
            geometry.convertToMultiType()
        self._write(name, frame, geometries, crs, style)

    def write_features(self, name: str, features, column: str, classify, new_column: str, style: StyleFunction) -> None:
        """Write ``features`` as they are, with the class that ``classify`` gives ``column`` in ``new_column``."""
        fields, source = features.fields_with(new_column), features.source
        progress = self._silent()

        def write(sink) -> int | None:
            return features.write_with_class(sink, fields, column, classify, progress)

        self._write_into(name, fields, source.wkbType(), source.sourceCrs(), style, write)

    def raster_path(self, name: str) -> str:
        """The path of a raster output; '' where the user does not want it."""
        return self._algorithm.parameterAsOutputLayer(self._parameters, name, self._context) if self.given(name) else ""

    def keep_raster(self, name: str, path: str, style: StyleFunction) -> None:
        """Take a raster that was written whole to ``raster_path`` into the results."""
        self._destinations.append(path)
        self.results[name] = path
        self.layers[name] = WrittenLayer(path, style, is_raster=True)

    def output_path(self, name: str) -> str:
        """The path of a file output; '' where the user does not want it."""
        return self._algorithm.parameterAsFileOutput(self._parameters, name, self._context)

    def write_file(self, name: str, text: str) -> None:
        """Write a text file output, whole or not at all."""
        from ..carbon_plugin.bridge.output import write_text

        path = self.output_path(name)
        write_text(path, text)
        self.keep_file(name, path)

    def keep_file(self, name: str, path: str) -> None:
        """Take a file that was written whole to ``output_path`` into the results."""
        self._destinations.append(path)
        self.results[name] = path

    def discard(self) -> None:
        """Take away whatever a failed or cancelled run has written."""
        from ..carbon_plugin.bridge.output import discard

        for destination in self._destinations:
            discard(destination)
        self.results.clear()
        self.layers.clear()

    def check_destinations(self) -> None:
        """Raise, before any work, where an output cannot be written."""
        from ..carbon_plugin.bridge.output import FormatNotWrittenError, NotWrittenError, clashes
        from ..carbon_plugin.core.errors import raise_all

        outputs = [
            (definition, path)
            for definition in self._algorithm.destinationParameterDefinitions()
            if (path := self._destination_path(definition)) is not None
        ]
        errors = clashes([(definition.description(), path) for definition, path in outputs], self._input_paths())
        for definition, path in outputs:
            supported, reason = definition.isSupportedOutputValue(
                self._parameters.get(definition.name()), self._context
            )
            if not supported:
                expected = definition.defaultFileExtension()
                errors.append(FormatNotWrittenError(path=str(path), reason=reason, expected=expected))
            elif not path.parent.is_dir():
                errors.append(NotWrittenError(path=str(path), reason=tr("the folder does not exist")))
            elif not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
                errors.append(NotWrittenError(path=str(path), reason=tr("it is read-only")))
        raise_all(errors)

    def _input_paths(self) -> list[tuple[str, Path]]:
        """Label and file of every layer that is read; databases and layers in memory have none."""
        from ..carbon_plugin.bridge.output import file_of

        layers = []
        for definition in self._algorithm.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterFeatureSource):
                layers.append((definition.description(), self.layer(definition.name())))
            elif isinstance(definition, QgsProcessingParameterMultipleLayers):
                layers += [(definition.description(), layer) for layer in self.rasters(definition.name())]
        return [(label, path) for label, layer in layers if (path := file_of(layer)) is not None]

    def _destination_path(self, definition) -> Path | None:
        """The file an output is to go to; None for a temporary layer, a database, or an output not wanted."""
        value = self._parameters.get(definition.name())
        sink = getattr(value, "sink", None)
        text = sink.valueAsString(self._context.expressionContext())[0] if sink is not None else value
        if not isinstance(text, str) or text in ("", QgsProcessing.TEMPORARY_OUTPUT) or _NOT_A_PATH.match(text):
            return None
        return Path(text).absolute()

    def _write(self, name: str, frame, geometries, crs: QgsCoordinateReferenceSystem, style: StyleFunction) -> None:
        from ..carbon_plugin.bridge.output import fields_of, write_rows

        fields = fields_of(frame)
        kind = QgsWkbTypes.Type.NoGeometry if geometries is None else QgsWkbTypes.Type.MultiPolygon
        progress = self._silent()

        def write(sink) -> int | None:
            return len(frame) if write_rows(sink, frame, fields, geometries, progress) else None

        self._write_into(name, fields, kind, crs, style, write)

    def _write_into(self, name: str, fields, kind, crs, style: StyleFunction, write) -> None:
        """Let ``write`` fill the sink (it gives the number of rows, None where refused), and see that all arrived."""
        from ..carbon_plugin.bridge.output import NotWrittenError, arrived, brief

        sink, destination = self._algorithm.parameterAsSink(self._parameters, name, self._context, fields, kind, crs)
        if sink is None:
            if self.given(name):
                raise QgsProcessingException(self._algorithm.invalidSinkError(self._parameters, name))
            return
        in_memory = self._context.temporaryLayerStore().mapLayer(destination) is not None
        if not in_memory:
            self._destinations.append(destination)
        written = write(sink)
        reason = sink.lastError() if hasattr(sink, "lastError") else ""
        del sink  # closes the file: only now does a full disk show
        if written is None or not (in_memory or arrived(destination, written)):
            raise NotWrittenError(
                path=destination,
                reason=brief(reason) or tr("not all rows can be read again; .gpkg, .csv and .xlsx hold any table"),
            )
        self.results[name] = destination
        self.layers[name] = WrittenLayer(destination, style)

    def _source(self, name: str) -> QgsFeatureSource | None:
        if not self.given(name):
            return None
        source = self._algorithm.parameterAsSource(self._parameters, name, self._context)
        if source is None:
            raise QgsProcessingException(self._algorithm.invalidSourceError(self._parameters, name))
        return source

    def layer(self, name: str) -> QgsVectorLayer | None:
        """The layer behind a source, where it has one."""
        value = self._parameters.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source.valueAsString(self._context.expressionContext())[0]
        if isinstance(value, QgsVectorLayer):
            return value
        layer = QgsProcessingUtils.mapLayerFromString(value, self._context) if isinstance(value, str) else None
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _key(self, name: str) -> str:
        """The key column the user chose; the default where the box was emptied."""
        return self.text(name) or self._algorithm.parameterDefinition(name).defaultValue()

    def _source_name(self, name: str, source: QgsFeatureSource) -> str:
        layer = self.layer(name)
        return layer.name() if layer is not None else source.sourceName()

    def _silent(self) -> Progress:
        """Cancel works, the bar stays: for reading and writing, which take little of a run."""
        return _CancelOnly(self.progress)


class _CancelOnly:
    def __init__(self, progress: Progress):
        self._progress = progress

    def report(self, fraction: float) -> None:
        """Leave the bar as it is."""

    def cancelled(self) -> bool:
        """True once the user wants to stop."""
        return self._progress.cancelled()
