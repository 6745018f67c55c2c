"""What QGIS calls by another name from version to version, decided by the version number."""

from __future__ import annotations

from qgis.core import (
    NULL,
    Qgis,
    QgsField,
    QgsLayoutRenderContext,
    QgsProcessingAlgorithm,
    QgsProcessingModelChildParameterSource,
)
from qgis.PyQt.QtCore import QMetaType, QVariant

_FIELDS_TAKE_META_TYPES = Qgis.versionInt() >= 33800

if _FIELDS_TAKE_META_TYPES:
    TEXT, INTEGER, REAL, DATE = (
        QMetaType.Type.QString,
        QMetaType.Type.Int,
        QMetaType.Type.Double,
        QMetaType.Type.QDate,
    )
else:
    TEXT, INTEGER, REAL, DATE = QVariant.Type.String, QVariant.Type.Int, QVariant.Type.Double, QVariant.Type.Date

_BOOLEAN = QMetaType.Type.Bool if _FIELDS_TAKE_META_TYPES else QVariant.Type.Bool

TYPE_NAMES = {TEXT: "text", INTEGER: "integer", REAL: "double", DATE: "date"}

_KINDS = (
    ("date", "QDate", "Date"),
    ("date and time", "QDateTime", "DateTime"),
    ("time", "QTime", "Time"),
    ("binary", "QByteArray", "ByteArray"),
    ("list", "QStringList", "StringList"),
    ("list", "QVariantList", "List"),
    ("map", "QVariantMap", "Map"),
)
KIND_NAMES = {  # of fields that not every format holds, by their type
    getattr(QMetaType.Type, meta) if _FIELDS_TAKE_META_TYPES else getattr(QVariant.Type, variant): kind
    for kind, meta, variant in _KINDS
}

if Qgis.versionInt() >= 33400:  # where a step of a model takes a parameter from
    STEP_SOURCE = Qgis.ProcessingModelChildParameterSource
else:
    STEP_SOURCE = QgsProcessingModelChildParameterSource.Source

if hasattr(Qgis, "LayoutRenderFlag"):  # how a layout is drawn
    FORCE_VECTORS, ADVANCED_EFFECTS = Qgis.LayoutRenderFlag.ForceVectorOutput, Qgis.LayoutRenderFlag.UseAdvancedEffects
else:
    FORCE_VECTORS = QgsLayoutRenderContext.Flag.FlagForceVectorOutput
    ADVANCED_EFFECTS = QgsLayoutRenderContext.Flag.FlagUseAdvancedEffects


def make_field(name: str, kind: object) -> QgsField:
    """A field of ``kind`` TEXT, INTEGER, REAL or DATE."""
    return QgsField(name, kind, TYPE_NAMES[kind])


def chosen_fields(algorithm: QgsProcessingAlgorithm, parameters, name: str, *, context) -> list[str]:
    """The columns given for a field parameter (``parameterAsFields`` until QGIS 3.32)."""
    read = getattr(algorithm, "parameterAsStrings", None) or algorithm.parameterAsFields
    return list(read(parameters, name, context))


def is_null(value: object) -> bool:
    """True for QGIS's NULL in any of its forms (a null QVariant on Qt 5, None on Qt 6)."""
    return value is None or value == NULL


def is_of_numbers(field: QgsField) -> bool:
    """True for a field of numbers, or of true and false."""
    return field.isNumeric() or field.type() == _BOOLEAN


def to_python(value: object) -> object:
    """An attribute as plain Python: None for NULL."""
    return None if is_null(value) else value
