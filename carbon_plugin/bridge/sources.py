"""Reading features whatever their outlines are like."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeatureSource, QgsProcessingFeatureSource


def every_feature(source: QgsFeatureSource, request: QgsFeatureRequest | None = None) -> Iterator[QgsFeature]:
    """All features of ``source``, those with invalid outlines too, at which the window's usual setting stops.

    Whoever needs valid outlines repairs them and says so.
    """
    request = request or QgsFeatureRequest()
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)
