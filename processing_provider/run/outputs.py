"""What was computed: tables, polygons, rasters and files, each written whole or taken away again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsWkbTypes,
)

from ...carbon_plugin.core.messages import note, phrase
from .log import Log

StyleFunction = Callable[[QgsMapLayer], None]


@dataclass
class WrittenLayer:
    """A layer this run wrote: where it is, and how it is to look."""

    destination: str
    style: StyleFunction
    is_raster: bool = False

    def opened(self, context: QgsProcessingContext) -> QgsMapLayer | None:
        """The layer, to be styled."""
        from ...carbon_plugin.bridge.rasters import open_written

        if self.is_raster:
            return open_written(self.destination)
        return QgsProcessingUtils.mapLayerFromString(self.destination, context)


class Outputs(Log):
    """Writes results; ``results`` is what QGIS gets back, ``layers`` what is to be styled."""

    def __init__(self, *call, **named):
        super().__init__(*call, **named)
        self.results: dict[str, object] = {}
        self.layers: dict[str, WrittenLayer] = {}
        self._destinations: list[str] = []

    def write_table(self, name: str, frame, style: StyleFunction) -> None:
        """Write ``frame`` as a table without geometry."""
        self._write(name, frame, None, crs=QgsCoordinateReferenceSystem(), style=style)

    def write_polygons(
        self, name: str, frame, geometries: list, *, crs: QgsCoordinateReferenceSystem, style: StyleFunction
    ) -> None:
        """Write ``frame`` with one (multi-)polygon a row."""
        for geometry in geometries:
            geometry.convertToMultiType()
        self._write(name, frame, geometries, crs=crs, style=style)

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
            return features.write_with_class(sink, fields, column, classify, progress)

        self._write_into(name, (fields, source.wkbType(), source.sourceCrs()), style, write=write)

    def raster_path(self, name: str) -> str:
        """The path of a raster output; '' where the user does not want it."""
        return self.algorithm.parameterAsOutputLayer(self.parameters, name, self.context) if self.given(name) else ""

    def keep_raster(self, name: str, path: str, style: StyleFunction) -> None:
        """Take a raster that was written whole to ``raster_path`` into the results."""
        self._destinations.append(path)
        self.results[name] = path
        self.layers[name] = WrittenLayer(path, style, is_raster=True)

    def output_path(self, name: str) -> str:
        """The path of a file output; '' where the user does not want it."""
        return self.algorithm.parameterAsFileOutput(self.parameters, name, self.context)

    def write_file(self, name: str, text: str) -> None:
        """Write a text file output, whole or not at all."""
        from ...carbon_plugin.bridge.output import write_text

        path = self.output_path(name)
        write_text(path, text)
        self.keep_file(name, path)

    def keep_file(self, name: str, path: str) -> None:
        """Take a file that was written whole to ``output_path`` into the results."""
        self._destinations.append(path)
        self.results[name] = path

    def discard(self) -> None:
        """Take away whatever a failed or cancelled run has written."""
        from ...carbon_plugin.bridge.output import discard

        for destination in self._destinations:
            discard(destination)
        self.results.clear()
        self.layers.clear()

    def _write(self, name: str, frame, geometries, *, crs: QgsCoordinateReferenceSystem, style: StyleFunction) -> None:
        from ...carbon_plugin.bridge.output import fields_of, write_rows

        fields = fields_of(frame)
        kind = QgsWkbTypes.Type.NoGeometry if geometries is None else QgsWkbTypes.Type.MultiPolygon
        progress = self.silent()

        def write(sink) -> int | None:
            return len(frame) if write_rows(sink, frame, fields, geometries, progress) else None

        self._write_into(name, (fields, kind, crs), style, write=write)

    def _write_into(self, name: str, shape: tuple, style: StyleFunction, *, write: Callable) -> None:
        """Let ``write`` fill a sink of ``shape`` (fields, kind of geometry, CRS), and see that all rows arrived.

        ``write`` gives the number of rows, None where the sink refused one.
        """
        from ...carbon_plugin.bridge.file_limits import check_columns
        from ...carbon_plugin.bridge.output import NotWrittenError, arrived, brief
        from ...carbon_plugin.bridge.spreadsheet_text import as_text

        check_columns(shape[0].count(), self.text(name))
        sink, destination = self.algorithm.parameterAsSink(self.parameters, name, self.context, *shape)
        if sink is None:
            if self.given(name):
                raise QgsProcessingException(self.algorithm.invalidSinkError(self.parameters, name))
            return
        in_memory = self.context.temporaryLayerStore().mapLayer(destination) is not None
        if not in_memory:
            self._destinations.append(destination)
        written = write(as_text(sink, destination))
        reason = sink.lastError() if hasattr(sink, "lastError") else ""
        del sink  # closes the file: only now does a full disk show
        if written is None or not (in_memory or arrived(destination, written)):
            unread = phrase("not all rows can be read again; .gpkg, .csv and .xlsx hold any table")
            raise NotWrittenError(path=destination, reason=brief(reason) or unread)
        self.results[name] = destination
        self.layers[name] = WrittenLayer(destination, style)
