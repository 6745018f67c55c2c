"""What the user gave: texts, numbers and choices, tables and panels, polygons and rasters."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...carbon_plugin.bridge.compat import chosen_fields
from ...carbon_plugin.core.choices import Choices
from ...carbon_plugin.core.errors import results_of
from .log import Log


class Inputs(Log):
    """Reads parameters; what is said of a table, or of polygons, goes to the log."""

    # values

    def text(self, name: str) -> str:
        """A text, field or path parameter."""
        return self.algorithm.parameterAsString(self.parameters, name, self.context)

    def texts(self, name: str) -> list[str]:
        """A parameter of several fields."""
        return chosen_fields(self.algorithm, self.parameters, name, context=self.context)

    def number(self, name: str) -> float:
        """A number."""
        return self.algorithm.parameterAsDouble(self.parameters, name, self.context)

    def integer(self, name: str) -> int:
        """A whole number."""
        return self.algorithm.parameterAsInt(self.parameters, name, self.context)

    def flag(self, name: str) -> bool:
        """A yes or no."""
        return self.algorithm.parameterAsBool(self.parameters, name, self.context)

    def choice(self, name: str, options: Choices) -> str:
        """The key the user chose among ``options``."""
        return options.keys[self.algorithm.parameterAsEnum(self.parameters, name, self.context)]

    def choices(self, name: str, options: Choices) -> list[str]:
        """The keys the user chose among ``options``, in their declared order; perhaps none."""
        chosen = set(self.algorithm.parameterAsEnums(self.parameters, name, self.context))
        return [key for number, key in enumerate(options.keys) if number in chosen]

    def numbers_of_options(self, name: str, several: bool) -> list[int]:
        """The places of what the user chose in an enum."""
        if several:
            return list(self.algorithm.parameterAsEnums(self.parameters, name, self.context))
        return [self.algorithm.parameterAsEnum(self.parameters, name, self.context)]

    # tables

    def table(self, name: str, wanted=None, numbers=None):
        """The table given as ``name`` as a ``bridge.tables.Table``; None where an optional one was not given.

        ``wanted``: which of its columns are needed, out of the list of all; ``numbers``: which of these are numbers.
        """
        from ...carbon_plugin.bridge.tables import read_table

        source = self.source(name)
        if source is None:
            return None
        table = read_table(source, self.layer(name), self.silent(), wanted=wanted, numbers=numbers)
        self.say(table.notes)
        return table

    def tables(self, name: str) -> list:
        """The tables given as ``name``, several or none, each as a ``bridge.tables.Table``."""
        from ...carbon_plugin.bridge.tables import read_table

        tables = [read_table(layer, layer, self.silent()) for layer in self.layers_of(name)]
        self.say([message for table in tables for message in table.notes])
        return tables

    def rows(self, name: str) -> tuple[list[dict[str, object]], str]:
        """A small table as the readers of settings take it, and its name; no rows where it was not given."""
        table = self.table(name)
        return ([], "") if table is None else (table.frame.to_dict("records"), table.name)

    def panel(
        self,
        name: str,
        unit_field: str = "UNIT_FIELD",
        year_field: str = "YEAR_FIELD",
        *,
        perhaps_scenario: bool = False,
        only: Collection[str] | None = None,
        **options,
    ):
        """The table given as ``name`` as a clean ``core.panel.Panel``; None where it was not given.

        ``unit_field`` and ``year_field`` are parameters that name its key columns, or the columns themselves.
        ``perhaps_scenario``: a column ``scenario`` is a key too where there is one. ``only``: the columns that are
        needed beside the keys, by their names in the vocabulary or as the user chose them; None for all.
        """
        from ...carbon_plugin.core.tables.columns import columns_of_numbers
        from ...carbon_plugin.core.tables.headings import columns_meant
        from ...carbon_plugin.core.tables.panel import read_panel
        from ...carbon_plugin.core.tables.vocabulary import SCENARIO, UNIT, YEAR

        keys = [self.key(key) if self.definition(key) else key for key in (unit_field, year_field)]

        key_of = dict(zip(keys, (UNIT, YEAR)))

        def wanted(given: list[str]) -> list[str]:
            return columns_meant(given, key_of, {*only, SCENARIO})

        table = self.table(
            name, wanted if only is not None else None, numbers=lambda given: columns_of_numbers(given, key_of)
        )
        if table is None:
            return None
        if perhaps_scenario and SCENARIO in table.frame.columns:
            options["scenario_field"] = SCENARIO
        unit, year = (table.column(key) for key in keys)
        panel = read_panel(table.frame, table.name, unit, year_field=year, progress=self.silent(), **options)
        panel.renamed = {
            **{given: panel.column(restored) for given, restored in table.renamed.items()},
            **panel.renamed,
        }
        panel.unread = table.unread
        self.say(panel.notes)
        return panel

    def is_misread(self, name: str) -> bool:
        """True where the table given as ``name`` shows other columns to QGIS than it has once it is read."""
        from ...carbon_plugin.bridge.tables import is_misread

        return is_misread(self.layer(name))

    def files(self, name: str) -> list[str]:
        """The paths of the files given as ``name``, in the user's order, each once."""
        paths = self.algorithm.parameterAsFileList(self.parameters, name, self.context)
        return list(dict.fromkeys(path for path in paths if path))

    # layers

    def features(self, name: str):
        """The features of any layer as ``bridge.features.Features``, to be written again with one column more."""
        from ...carbon_plugin.bridge.features import read_features

        source = self.source(name)
        features = read_features(source, self.source_name(name, source), self.layer(name), progress=self.silent())
        self.say(features.notes)
        features.notes = []  # what is found while its numbers are read comes later
        return features

    def units(self, name: str = "UNITS"):
        """The unit polygons as ``bridge.polygons.UnitPolygons``; None where they were not given."""
        from ...carbon_plugin.bridge.polygons import read_units

        source = self.source(name)
        if source is None:
            return None
        name_field = self.text(f"{name}_NAME_FIELD") if self.definition(f"{name}_NAME_FIELD") else ""
        units = read_units(
            source,
            self.source_name(name, source),
            self.key(f"{name}_ID_FIELD"),
            name_field=name_field,
            layer=self.layer(name),
            progress=self.silent(),
        )
        self.say(units.notes)
        return units

    def result_polygons(self, name: str):
        """Polygons that this plugin wrote: (``bridge.polygons.UnitPolygons``, ``bridge.tables.Table``), row by row.

        Their column ``unit`` is the key, ``name``, where there is one, what is shown; rows without an outline are left
        out.
        """
        from ...carbon_plugin.bridge.polygons import read_units
        from ...carbon_plugin.core.tables.keys import normalise_keys
        from ...carbon_plugin.core.tables.vocabulary import UNIT

        source = self.source(name)
        shown = "name" if source.fields().indexFromName("name") >= 0 else ""
        layer, progress = self.layer(name), self.silent()
        units = read_units(
            source, self.source_name(name, source), UNIT, name_field=shown, layer=layer, progress=progress
        )
        self.say(units.notes)
        table = self.table(name)
        has_outline = normalise_keys(table.frame[UNIT]).isin(units.keys).to_numpy()
        table.frame = table.frame[has_outline].reset_index(drop=True)
        return units, table

    def rasters(self, name: str) -> list[QgsRasterLayer]:
        """The raster layers given as ``name``, in the user's order."""
        from ...carbon_plugin.bridge.rasters import as_raster

        return results_of(*(partial(as_raster, layer) for layer in self.layers_of(name)))

    def takes_files(self, name: str) -> bool:
        """True for a parameter of files that are read as they are."""
        return getattr(self.definition(name), "layerType", int)() == QgsProcessing.SourceType.TypeFile

    def workers(self, name: str = "CLUSTER"):
        """Who reads the blocks of rasters, in a ``with`` statement: an executor, None for the threads of QGIS."""
        from ...carbon_plugin.raster.cluster.connection import workers_at

        return workers_at(self.text(name))

    def layers_of(self, name: str) -> list[QgsMapLayer]:
        """The layers given as ``name``, in the user's order; perhaps none."""
        if not self.given(name) or self.takes_files(name):
            return []
        return list(self.algorithm.parameterAsLayerList(self.parameters, name, self.context))

    @property
    def transform_context(self) -> QgsCoordinateTransformContext:
        """The project's choice of datum transformations."""
        return self.context.transformContext()

    def source(self, name: str) -> QgsFeatureSource | None:
        """The features behind ``name``; None where it was not given."""
        if not self.given(name):
            return None
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            raise QgsProcessingException(self.algorithm.invalidSourceError(self.parameters, name))
        return source

    def layer(self, name: str) -> QgsVectorLayer | None:
        """The layer behind a source, where it has one."""
        value = self.parameters.get(name)
        if isinstance(value, QgsVectorLayer):
            return value
        layer = next((self.opened(text) for text in self.texts_given(name)), None)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def opened(self, text: str) -> QgsMapLayer | None:
        """The layer whose path, name or id is ``text``; None where there is none."""
        return QgsProcessingUtils.mapLayerFromString(text, self.context)

    def key(self, name: str) -> str:
        """The key column the user chose; the default where the box was emptied."""
        return self.text(name) or self.definition(name).defaultValue()

    def source_name(self, name: str, source: QgsFeatureSource) -> str:
        """What the user calls ``source``, which is given as ``name``."""
        layer = self.layer(name)
        return layer.name() if layer is not None else source.sourceName()
