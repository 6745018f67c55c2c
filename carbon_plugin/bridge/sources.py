"""What lies behind a layer: its features, whatever their outlines are like, and its file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsMapLayer,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
)


def every_feature(source: QgsFeatureSource, request: QgsFeatureRequest | None = None) -> Iterator[QgsFeature]:
    """All features of ``source``, those with invalid outlines too, at which the window's usual setting stops.

    Whoever needs valid outlines repairs them and says so.
    """
    request = request or QgsFeatureRequest()
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)


def file_of(layer: QgsMapLayer | None) -> Path | None:
    """The file behind a layer; None where there is none, as in a database or in memory."""
    if layer is None:
        return None
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    return Path(path) if path and os.path.isfile(path) else None
