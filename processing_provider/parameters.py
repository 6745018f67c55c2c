"""The recurring parameters, each with label, unit and help in one place."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.choices import Choices
from ..carbon_plugin.core.messages import sentence
from ..carbon_plugin.core.options import LANGUAGES, REPORT_UNITS
from ..carbon_plugin.core.tables.vocabulary import UNIT, YEAR

ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


def with_help(parameter: QgsProcessingParameterDefinition, text: str, advanced: bool = False):
    """``parameter`` with its help, under "Advanced parameters" where asked for."""
    parameter.setHelp(tr(text))
    if advanced:
        parameter.setFlags(parameter.flags() | ADVANCED)
    return parameter


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


def table(name: str, label: str, text: str, *, optional: bool = False, advanced: bool = False):
    """A table of any format QGIS opens, with or without geometry."""
    parameter = QgsProcessingParameterFeatureSource(
        name, tr(label), [QgsProcessing.SourceType.TypeVector], optional=optional
    )
    return with_help(parameter, text, advanced)


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


def field(
    name: str, label: str, parent: str, *, text: str, default=None, optional=False, several=False, advanced=False
):
    """A column, or several, of the table ``parent``; of any type, since a CSV's numbers are text to QGIS."""
    parameter = QgsProcessingParameterField(
        name, tr(label), default, parent, QgsProcessingParameterField.DataType.Any, several, optional
    )
    return with_help(parameter, text, advanced)


def choice(name: str, label: str, options: Choices, *, text: str, advanced: bool = False):
    """One of ``options``."""
    labels, default = [tr(option) for option in options.labels], options.keys.index(options.default)
    return with_help(QgsProcessingParameterEnum(name, tr(label), labels, defaultValue=default), text, advanced)


def choices(name: str, label: str, options: Choices, *, text: str, default=None, advanced: bool = False):
    """Any of ``options``, perhaps none; ``default``: keys, None for all."""
    labels = [tr(option) for option in options.labels]
    chosen = [options.keys.index(key) for key in (options.keys if default is None else default)]
    parameter = QgsProcessingParameterEnum(name, tr(label), labels, True, chosen, True)
    return with_help(parameter, text, advanced)


def flag(name: str, label: str, default: bool, *, text: str, advanced: bool = False):
    """A yes or no."""
    return with_help(QgsProcessingParameterBoolean(name, tr(label), default), text, advanced)


def string(name: str, label: str, text: str, *, default: str = "", optional: bool = True, advanced: bool = False):
    """A line of text."""
    return with_help(QgsProcessingParameterString(name, tr(label), default, optional=optional), text, advanced)


def integer(name: str, label: str, text: str, *, default=None, low=None, high=None, optional=False, advanced=False):
    """A whole number."""
    limits = {"default": default, "low": low, "high": high, "optional": optional}
    return _number(QgsProcessingParameterNumber.Type.Integer, name, label, text=text, advanced=advanced, **limits)


def real(name: str, label: str, text: str, *, default=None, low=None, high=None, optional=False, advanced=False):
    """A number."""
    limits = {"default": default, "low": low, "high": high, "optional": optional}
    return _number(QgsProcessingParameterNumber.Type.Double, name, label, text=text, advanced=advanced, **limits)


def rasters(name: str, label: str, text: str, *, optional: bool = False):
    """One raster or several; ``optional``: or none."""
    kind = QgsProcessing.SourceType.TypeRaster
    parameter = QgsProcessingParameterMultipleLayers(name, tr(label), kind, optional=optional)
    parameter.setMinimumNumberInputs(0 if optional else 1)
    return with_help(parameter, text)


def layers_of_polygons(name: str, label: str, text: str):
    """One layer of polygons or several."""
    kind = QgsProcessing.SourceType.TypeVectorPolygon
    parameter = QgsProcessingParameterMultipleLayers(name, tr(label), kind)
    parameter.setMinimumNumberInputs(1)
    return with_help(parameter, text)


def raster(name: str, label: str, text: str, *, optional: bool = False, advanced: bool = False):
    """One raster; ``optional``: or none."""
    return with_help(QgsProcessingParameterRasterLayer(name, tr(label), None, optional), text, advanced)


def tables(name: str, label: str, text: str):
    """Several tables, or none."""
    kind = QgsProcessing.SourceType.TypeVector
    return with_help(QgsProcessingParameterMultipleLayers(name, tr(label), kind, optional=True), text)


def files(name: str, label: str, text: str):
    """One file or several, read as they are and not as layers."""
    parameter = QgsProcessingParameterMultipleLayers(name, tr(label), QgsProcessing.SourceType.TypeFile)
    parameter.setMinimumNumberInputs(1)
    return with_help(parameter, text)


def table_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A table without geometry."""
    kind = QgsProcessing.SourceType.TypeVector
    return with_help(QgsProcessingParameterFeatureSink(name, tr(label), kind, None, optional, by_default), text)


def notes_out():
    """NOTES: of every step."""
    return table_out(
        "NOTES",
        sentence("Notes"),
        sentence(
            "All that this step said, in English and in Chinese, no list cut, and its settings: one row each, the "
            "worst first. “Zoning report” reads such tables."
        ),
        optional=True,
        by_default=False,
    )


def polygons_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A polygon layer."""
    kind = QgsProcessing.SourceType.TypeVectorPolygon
    return with_help(QgsProcessingParameterFeatureSink(name, tr(label), kind, None, optional, by_default), text)


def lines_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A layer of lines."""
    kind = QgsProcessing.SourceType.TypeVectorLine
    return with_help(QgsProcessingParameterFeatureSink(name, tr(label), kind, None, optional, by_default), text)


def features(name: str, label: str, text: str):
    """Features with a place on the map, of any kind."""
    kinds = [QgsProcessing.SourceType.TypeVectorAnyGeometry]
    return with_help(QgsProcessingParameterFeatureSource(name, tr(label), kinds), text)


def raster_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A raster."""
    return with_help(QgsProcessingParameterRasterDestination(name, tr(label), None, optional, by_default), text)


def threshold():
    """THRESHOLD of a trend test."""
    return real(
        "THRESHOLD",
        sentence("Threshold of |Z|"),
        sentence(
            "A trend with a larger |Z| counts as marked; with 5 to 10 values, one whose exact p is below that of the "
            "threshold. 1.66 is the study's and stands for 9.7 percent (two-sided), although the study calls it 5; "
            "1.645, 1.96 and 2.576 stand for 10, 5 and 1 percent."
        ),
        default=1.66,
    )


def report(text: str, optional: bool = True):
    """REPORT: an HTML file."""
    parameter = QgsProcessingParameterFileDestination(
        "REPORT", tr("Report"), tr("HTML files (*.html)"), None, optional=optional, createByDefault=True
    )
    return with_help(parameter, text)


def file_in(name: str, label: str, extension: str, *, text: str):
    """A file that is no layer, or none; ``extension``: such as ``gal``."""
    kind = QgsProcessingParameterFile.Behavior.File
    return with_help(QgsProcessingParameterFile(name, tr(label), kind, extension, None, optional=True), text)


def file_out(name: str, label: str, file_filter: str, *, text: str, by_default: bool = True):
    """A file, such as a picture; ``file_filter``: such as ``PNG files (*.png)``."""
    parameter = QgsProcessingParameterFileDestination(
        name, tr(label), tr(file_filter), None, optional=True, createByDefault=by_default
    )
    return with_help(parameter, text)


def file_wanted(name: str, label: str, file_filter: str, *, text: str):
    """A file that is always written; ``file_filter`` is translated already."""
    return with_help(QgsProcessingParameterFileDestination(name, tr(label), file_filter), text)


def report_language(text: str):
    """LANGUAGE of a report or a map."""
    return choice("LANGUAGE", sentence("Language"), LANGUAGES, text=text)


def report_unit(text: str):
    """REPORT_UNIT: tables are in t C a year, reports in what the reader is used to."""
    return choice("REPORT_UNIT", sentence("Unit of the report"), REPORT_UNITS, text=text)


def key_field(name: str, label: str, parent: str, *, default: str, text: str):
    """A key column; optional, since QGIS 3.22 applies the default of a field on the command line only then."""
    return with_help(QgsProcessingParameterField(name, tr(label), default, parent, optional=True), text)


def _number(kind, name, label, *, text, default, low, high, optional, advanced):
    limits = {key: value for key, value in (("minValue", low), ("maxValue", high)) if value is not None}
    return with_help(QgsProcessingParameterNumber(name, tr(label), kind, default, optional, **limits), text, advanced)
