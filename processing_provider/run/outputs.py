"""What was computed: tables, polygons, rasters and files, each written whole or taken away again."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsWkbTypes,
)

from ...carbon_plugin.bridge.places import found_by, is_temporary, read_place, without_geometry
from ...carbon_plugin.core.messages import note, phrase
from .completion import renamed_on_completion
from .log import Log
from .written_layer import StyleFunction, WrittenLayer

Crs = QgsCoordinateReferenceSystem


class Outputs(Log):
    """Writes results; ``results`` is what QGIS gets back, ``layers`` what is to be styled."""

    ELSEWHERE = False  # True where others read the outputs before they are in place

    def __init__(self, *call, **named):
        from ...carbon_plugin.bridge.staging import Staging

        super().__init__(*call, **named)
        self.results: dict[str, object] = {}
        self.layers: dict[str, WrittenLayer] = {}
        self.staging = Staging(self.ELSEWHERE and QgsProcessingUtils.tempFolder())
        self._files: dict[str, str] = {}  # where a file output is written until it is put in place
        self._destinations: list[str] = []  # what is written where it belongs: QGIS's own temporary files

    def write_table(self, name: str, frame, style: StyleFunction) -> None:
        """Write ``frame`` as a table without geometry."""
        self._write(name, [frame], None, crs=QgsCoordinateReferenceSystem(), style=style)

    def write_table_in_parts(self, name: str, parts: Iterable, style: StyleFunction) -> None:
        """Write frames with the same columns, one after the other, as one table; none is kept in memory."""
        self._write(name, parts, None, crs=QgsCoordinateReferenceSystem(), style=style)

    def write_polygons(self, name: str, frame, geometries: list, *, crs: Crs, style: StyleFunction, progress=None):
        """Write ``frame`` with one (multi-)polygon a row; ``progress``: where writing takes a good part of the run."""
        for geometry in geometries:
            geometry.convertToMultiType()
        self._write(name, [frame], geometries, crs=crs, style=style, progress=progress)

    def write_lines(self, name: str, frame, geometries: list, *, crs: Crs, style: StyleFunction) -> None:
        """Write ``frame`` with one line a row."""
        for geometry in geometries:
            geometry.convertToMultiType()
        self._write(name, [frame], geometries, crs=crs, style=style, kind=QgsWkbTypes.Type.MultiLineString)

    def say_no_map(self, name: str) -> None:
        """Say, where the map ``name`` is wanted, that nothing is there to draw it on."""
        if self.given(name):
            self.say([note("no-map", "No map: no polygons of the units were given.")])

    def write_features(
        self, name: str, features, column: str, *, classify, new_column: str, style: StyleFunction
    ) -> None:
        """Write ``features`` as they are, with the class that ``classify`` gives ``column`` in ``new_column``."""
        fields, source = features.fields_with(new_column), features.source
        progress = self.silent()

        def write(sink) -> int | None:
            return features.write_with_class(sink, fields, column, classify=classify, progress=progress)

        self._write_into(name, (fields, source.wkbType(), source.sourceCrs()), style, write=write)

    def write_features_with(self, name: str, features, frame, *, style: StyleFunction) -> None:
        """Write ``features`` as they are, each with its row of ``frame`` beside."""
        from ...carbon_plugin.bridge.feature_columns import fields_beside, write_beside

        fields, source, progress = fields_beside(features, frame), features.source, self.silent()

        def write(sink) -> int | None:
            return write_beside(features, sink, fields, frame=frame, progress=progress)

        self._write_into(name, (fields, source.wkbType(), source.sourceCrs()), style, write=write)

    def raster_path(self, name: str) -> str:
        """Where to write a raster output; '' where the user does not want it."""
        if not self.given(name):
            return ""
        return self._path_for(name, self.algorithm.parameterAsOutputLayer)

    def keep_raster(self, name: str, path: str, style: StyleFunction) -> None:
        """Take a raster that was written whole to ``raster_path`` into the results."""
        self.keep_file(name, path)
        self.layers[name] = WrittenLayer(str(self.results[name]), style, is_raster=True)

    def output_path(self, name: str) -> str:
        """Where to write a file output; '' where the user does not want it."""
        return self._path_for(name, self.algorithm.parameterAsFileOutput)

    def write_file(self, name: str, text: str) -> None:
        """Write a text file output, whole or not at all."""
        from ...carbon_plugin.bridge.output import write_text

        path = self.output_path(name)
        write_text(path, text)
        self.keep_file(name, path)

    def keep_file(self, name: str, path: str) -> None:
        """Take a file that was written whole to ``output_path`` into the results, under the name it will have."""
        self.results[name] = self.staging.told(path)

    def put_in_place(self) -> None:
        """Let all outputs take their places at once; the last thing a run does. Raises ``NotWrittenError``."""
        self.staging.put_in_place()

    def discard(self) -> None:
        """Take away whatever a failed or cancelled run has written."""
        from ...carbon_plugin.bridge.output import discard

        self.staging.discard()
        for destination in self._destinations:
            discard(destination)
        self.results.clear()
        self.layers.clear()

    def _path_for(self, name: str, read: Callable) -> str:
        """Where a file is written: beside its place, or where QGIS keeps what is temporary."""
        if name not in self._files:
            path = read(self.parameters, name, self.context)
            place = read_place(path)
            is_kept = place is not None and not is_temporary(place)
            if path and not is_kept:
                self._destinations.append(path)
            self._files[name] = self.staging.file_for(place.path) if is_kept else path
        return self._files[name]

    def _write(
        self,
        name: str,
        frames: Iterable,
        geometries,
        *,
        crs: Crs,
        style: StyleFunction,
        kind: QgsWkbTypes.Type = QgsWkbTypes.Type.MultiPolygon,
        progress=None,
    ) -> None:
        from ...carbon_plugin.bridge.output import fields_of, write_rows

        rest, progress = iter(frames), progress or self.silent()
        first = next(rest)
        fields = fields_of(first)
        kind = QgsWkbTypes.Type.NoGeometry if geometries is None else kind

        def write(sink) -> int | None:
            rows = 0
            for frame in chain([first], rest):
                if not write_rows(sink, frame, fields, geometries=geometries, progress=progress):
                    return None
                rows += len(frame)
            return rows

        self._write_into(name, (fields, kind, crs), style, write=write)

    def _write_into(self, name: str, shape: tuple, style: StyleFunction, *, write: Callable) -> None:
        """Let ``write`` fill a sink of ``shape`` (fields, kind of geometry, CRS), and see that all rows arrived.

        ``write`` gives the number of rows, None where the sink refused one.
        """
        from ...carbon_plugin.bridge.field_limits import check_fields, remarks_on_cells, whole_cells
        from ...carbon_plugin.bridge.file_limits import check_columns
        from ...carbon_plugin.bridge.output import NotWrittenError, arrived, brief
        from ...carbon_plugin.bridge.spreadsheet_text import as_text, remarks_on_digits

        wanted = self.destination_text(name)
        check_columns(shape[0].names(), wanted)
        check_fields(shape[0], wanted)
        private, final = self.private_destination(name)
        if shape[1] == QgsWkbTypes.Type.NoGeometry:
            final = without_geometry(final)
        parameters = {**self.parameters, name: private}
        try:
            sink, destination = self.algorithm.parameterAsSink(parameters, name, self.context, *shape)
        except QgsProcessingException as error:
            raise NotWrittenError(path=final or wanted, reason=brief(self.staging.told(str(error)))) from error
        if sink is None:
            if self.given(name):
                raise QgsProcessingException(self.algorithm.invalidSinkError(self.parameters, name))
            return
        in_memory = self.context.temporaryLayerStore().mapLayer(destination) is not None
        if not in_memory and not final:
            self._destinations.append(destination)
        fitting = whole_cells(sink, wanted)
        marking = as_text(fitting, destination)
        written = write(marking)
        self.say([*remarks_on_cells(fitting), *remarks_on_digits(marking, final or destination)])
        reason = sink.lastError() if hasattr(sink, "lastError") else ""
        del marking, fitting, sink  # closes the file: only now does a full disk show
        if written is None or not (in_memory or arrived(destination, written, self.silent())):
            unread = phrase("not all rows can be read again; .gpkg, .csv and .xlsx hold any table")
            raise NotWrittenError(path=final or destination, reason=brief(reason) or unread)
        if final:
            renamed_on_completion(self.context, {destination: final})
        self.results[name] = final or destination
        self.layers[name] = WrittenLayer(final or destination, style)

    def private_destination(self, name: str) -> tuple[object, str]:
        """What to give QGIS for the output ``name``, beside its place, and what finds the result once it is there.

        What goes to memory, to QGIS's temporary files, or to a database that is not known here stays as it is; then ''.
        """
        wanted, value = self.destination_text(name), self.parameters.get(name)
        is_named = wanted not in ("", QgsProcessing.TEMPORARY_OUTPUT) and not wanted.startswith("memory:")
        place = read_place(wanted) if is_named else None
        if place is None or is_temporary(place):
            return value, ""
        path = self.staging.file_for_table(place) if place.table else self.staging.file_for(place.path)
        if not isinstance(value, QgsProcessingOutputLayerDefinition):
            return path, found_by(place)
        private = QgsProcessingOutputLayerDefinition(value)
        private.sink = QgsProperty.fromValue(path)
        return private, found_by(place)

    def private_destinations(self) -> tuple[dict[str, object], dict[str, str]]:
        """The parameters with all outputs beside their places, and what finds them finally by their private names."""
        parameters, final_names = dict(self.parameters), {}
        for definition in self.algorithm.destinationParameterDefinitions():
            name = definition.name()
            parameters[name], final = self.private_destination(name)
            if final:
                final_names[self.text_of(parameters[name])] = final
        return {name: value for name, value in parameters.items() if value is not None}, final_names
