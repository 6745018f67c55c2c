"""Layers and tables that a step reads, and their columns."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
)

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.tables.vocabulary import UNIT, YEAR
from .help import with_help


def polygons(
    optional: bool = False,
    text: str = sentence("Polygons of the units (counties, municipalities), one feature a unit."),
):
    """UNITS."""
    parameter = QgsProcessingParameterFeatureSource(
        "UNITS", tr("Units"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=optional
    )
    return with_help(parameter, text)


def layer_of_polygons(name: str, label: str, text: str, *, optional: bool = False):
    """Polygons that another step of the plugin wrote."""
    parameter = QgsProcessingParameterFeatureSource(
        name, tr(label), [QgsProcessing.SourceType.TypeVectorPolygon], optional=optional
    )
    return with_help(parameter, text)


def features(name: str, label: str, text: str):
    """Features with a place on the map, of any kind."""
    kinds = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
    return with_help(QgsProcessingParameterFeatureSource(name, tr(label), kinds), text)


def table(name: str, label: str, text: str, *, optional: bool = False, advanced: bool = False):
    """A table of any format QGIS opens, with or without geometry."""
    parameter = QgsProcessingParameterFeatureSource(
        name, tr(label), [QgsProcessing.SourceType.TypeVector], optional=optional
    )
    return with_help(parameter, text, advanced)


def raster(name: str, label: str, text: str, *, optional: bool = False, advanced: bool = False):
    """One raster; ``optional``: or none."""
    return with_help(QgsProcessingParameterRasterLayer(name, tr(label), None, optional), text, advanced)


def tables(name: str, label: str, text: str, *, advanced: bool = False):
    """Several tables, or none."""
    kind = QgsProcessing.SourceType.TypeVector
    return with_help(QgsProcessingParameterMultipleLayers(name, tr(label), kind, optional=True), text, advanced)


def earlier_notes():
    """EARLIER_NOTES: of every step with a report that others come before."""
    text = sentence(
        "Tables of notes of the steps that made the tables above, for the report: what they warned of stands on its "
        "page too. Empty: only what this step says itself."
    )
    return tables("EARLIER_NOTES", sentence("Notes of the steps before"), text, advanced=True)


def rasters(name: str, label: str, text: str, *, optional: bool = False):
    """One raster or several; ``optional``: or none."""
    kind = QgsProcessing.SourceType.TypeRaster
    parameter = QgsProcessingParameterMultipleLayers(name, tr(label), kind, optional=optional)
    parameter.setMinimumNumberInputs(0 if optional else 1)
    return with_help(parameter, text)


def panel(name: str, label: str, text: str, *, optional: bool = False) -> list:
    """A table with a row a unit and year, and its key columns UNIT_FIELD and YEAR_FIELD."""
    return [table(name, label, text, optional=optional), unit_field(name), year_field(name)]


def accounts(text: str) -> list:
    """INPUT: what “Carbon accounting” writes, and its key columns; ``text`` says which columns are read."""
    return panel("INPUT", sentence("Carbon accounts by unit and year"), text)


def field(
    name: str, label: str, parent: str, *, text: str, default=None, optional=False, several=False, advanced=False
):
    """A column, or several, of the table ``parent``; of any type, since a CSV's numbers are text to QGIS."""
    parameter = QgsProcessingParameterField(
        name, tr(label), default, parent, QgsProcessingParameterField.DataType.Any, several, optional
    )
    return with_help(parameter, text, advanced)


def key_field(name: str, label: str, parent: str, *, default: str, text: str):
    """A key column; optional, since QGIS 3.22 applies the default of a field on the command line only then."""
    return with_help(QgsProcessingParameterField(name, tr(label), default, parent, optional=True), text)


def units_id_field():
    """UNITS_ID_FIELD."""
    return key_field(
        "UNITS_ID_FIELD",
        sentence("Key of the units"),
        "UNITS",
        default=UNIT,
        text=sentence("Column of the units that holds their code or name, the same as in the tables. Empty: unit."),
    )


def units_name_field():
    """UNITS_NAME_FIELD."""
    parameter = QgsProcessingParameterField("UNITS_NAME_FIELD", tr("Name to show"), None, "UNITS", optional=True)
    return with_help(parameter, sentence("Column with the name that maps and reports show. Empty: the key is shown."))


def unit_field(parent: str):
    """UNIT_FIELD."""
    return key_field(
        "UNIT_FIELD",
        sentence("Unit column"),
        parent,
        default=UNIT,
        text=sentence("Column of the table that holds the unit's code or name. Empty: unit."),
    )


def year_field(parent: str):
    """YEAR_FIELD."""
    return key_field(
        "YEAR_FIELD",
        sentence("Year column"),
        parent,
        default=YEAR,
        text=sentence("Column of the table that holds the year. Empty: year."),
    )


def layers_of_polygons(name: str, label: str, text: str):
    """One layer of polygons or several."""
    kind = QgsProcessing.SourceType.TypeVectorPolygon
    parameter = QgsProcessingParameterMultipleLayers(name, tr(label), kind)
    parameter.setMinimumNumberInputs(1)
    return with_help(parameter, text)


def files(name: str, label: str, text: str):
    """One file or several, read as they are and not as layers."""
    parameter = QgsProcessingParameterMultipleLayers(name, tr(label), QgsProcessing.SourceType.TypeFile)
    parameter.setMinimumNumberInputs(1)
    return with_help(parameter, text)


def file_in(name: str, label: str, extension: str, *, text: str):
    """A file that is no layer, or none; ``extension``: such as ``gal``."""
    kind = QgsProcessingParameterFile.Behavior.File
    return with_help(QgsProcessingParameterFile(name, tr(label), kind, extension, None, optional=True), text)
