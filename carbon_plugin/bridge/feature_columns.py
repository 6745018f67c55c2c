"""The features of a layer written again as they are, with columns beside their own."""

from __future__ import annotations

import pandas as pd
from qgis.core import QgsFeature, QgsFeatureSink, QgsField, QgsFields

from ..core.progress import Progress, Silent, advance
from .features import Features
from .output import attributes_of, fields_of
from .sources import every_feature

_ROWS_BETWEEN_REPORTS = 1_000


def fields_beside(features: Features, frame: pd.DataFrame) -> QgsFields:
    """All columns of ``features``, and those of ``frame``, under names that are free."""
    fields = QgsFields()
    for attribute in features.source.fields():
        copy = QgsField(attribute)
        copy.setName(features.new_names.get(attribute.name(), attribute.name()))
        fields.append(copy)
    for attribute in fields_of(frame):
        fields.append(attribute)
    return fields


def write_beside(
    features: Features, sink: QgsFeatureSink, fields: QgsFields, *, frame: pd.DataFrame, progress: Progress = Silent()
) -> int | None:
    """Write every feature with its row of ``frame`` (in their order); how many, None where ``sink`` refuses one.

    Raises ``Cancelled``.
    """
    columns = [attributes_of(frame[name]) for name in frame.columns]
    rows, written = zip(*columns), 0
    for feature, row in zip(every_feature(features.source, None, features.layer, name=features.name), rows):
        if written % _ROWS_BETWEEN_REPORTS == 0:
            advance(progress, written / len(frame))
        new = QgsFeature(fields)
        new.setGeometry(feature.geometry())
        new.setAttributes([*feature.attributes(), *row])
        if not sink.addFeature(new, QgsFeatureSink.Flag.FastInsert):
            return None
        written += 1
    return written
