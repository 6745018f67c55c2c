"""What a step writes."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
)

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence
from .help import with_help


def table_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A table without geometry."""
    kind = QgsProcessing.SourceType.TypeVector
    return with_help(QgsProcessingParameterFeatureSink(name, tr(label), kind, None, optional, by_default), text)


def polygons_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A polygon layer."""
    kind = QgsProcessing.SourceType.TypeVectorPolygon
    return with_help(QgsProcessingParameterFeatureSink(name, tr(label), kind, None, optional, by_default), text)


def lines_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A layer of lines."""
    kind = QgsProcessing.SourceType.TypeVectorLine
    return with_help(QgsProcessingParameterFeatureSink(name, tr(label), kind, None, optional, by_default), text)


def raster_out(name: str, label: str, text: str, *, optional: bool = False, by_default: bool = True):
    """A raster."""
    return with_help(QgsProcessingParameterRasterDestination(name, tr(label), None, optional, by_default), text)


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


def report(text: str, optional: bool = True):
    """REPORT: an HTML file."""
    parameter = QgsProcessingParameterFileDestination(
        "REPORT", tr("Report"), tr("HTML files (*.html)"), None, optional=optional, createByDefault=True
    )
    return with_help(parameter, text)


def file_out(name: str, label: str, file_filter: str, *, text: str, by_default: bool = True):
    """A file, such as a picture; ``file_filter``: such as ``PNG files (*.png)``."""
    parameter = QgsProcessingParameterFileDestination(
        name, tr(label), tr(file_filter), None, optional=True, createByDefault=by_default
    )
    return with_help(parameter, text)


def file_wanted(name: str, label: str, file_filter: str, *, text: str):
    """A file that is always written; ``file_filter`` is translated already."""
    return with_help(QgsProcessingParameterFileDestination(name, tr(label), file_filter), text)
