"""What lies behind a layer: its features, whatever their outlines are like, its file, and what is asked of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsMapLayer,
    QgsProcessingFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.errors import InputError
from ..core.messages import Message, phrase, sentence, warning
from ..core.values import Quoted, quoted

_ROWS_AT_ONCE = 2_000
_CORNERS_AT_ONCE = 200_000
_EXACT_COUNTS = frozenset({"ogr", "memory"})
_POSTGRES = "postgres"  # may estimate, and ends without a word where the connection is lost
_LONGEST_REASON = 200
_NOT_DATA = frozenset({"layer_styles", "qgis_projects"})


class DamagedError(InputError):
    """``read``, ``expected``: rows."""

    template = sentence("“{table}” is damaged: {read:row|rows} could be read where its file speaks of {expected}.")
    remedy = sentence("Take the file from its source again, or repair it.")


class NotReadToTheEndError(InputError):
    template = sentence("“{table}” could not be read to its end: {reason}.")
    remedy = sentence("Check that the file is whole and the connection stands, then run again.")


def every_feature(
    source: QgsFeatureSource,
    request: QgsFeatureRequest | None = None,
    layer: QgsVectorLayer | None = None,
    *,
    name: str = "",
) -> Iterator[QgsFeature]:
    """All features of ``source``, those with invalid outlines too, at which the window's usual setting stops.

    Whoever needs valid outlines repairs them and says so. ``layer``: what is behind ``source``, and ``name`` what the
    user calls it.

    Raises ``NotReadToTheEndError``, ``DamagedError``.
    """
    request = request or QgsFeatureRequest()
    provider = layer.dataProvider() if layer is not None else None
    if provider is not None:
        provider.clearErrors()
    if isinstance(source, QgsProcessingFeatureSource):
        features = source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    else:
        features = source.getFeatures(request)
    name = name or source.sourceName()
    read = 0
    while True:
        with errors_of_gdal() as faults:
            block = _some(features)
        check_faults([*faults, *(provider.errors() if provider is not None else ())], name)
        if not block:
            break
        read += len(block)
        yield from block
    check_count(read, source, layer, name=name)


def _some(features: Iterator[QgsFeature]) -> list[QgsFeature]:
    """The next features, fewer of those with very many corners; none at the end."""
    block, corners = [], 0
    for feature in islice(features, _ROWS_AT_ONCE):
        block.append(feature)
        if feature.hasGeometry():
            corners += feature.geometry().constGet().nCoordinates()
            if corners > _CORNERS_AT_ONCE:
                break
    return block


def has_no_rows(source: QgsFeatureSource) -> bool:
    """True for a table without a row; a database may guess that there is none where there are some."""
    nothing = QgsFeatureSource.FeatureAvailability.NoFeaturesAvailable
    return source.featureCount() <= 0 and source.hasFeatures() == nothing


def check_count(read: int, source: QgsFeatureSource, layer: QgsVectorLayer | None, *, name: str) -> None:
    """Raise where fewer rows were read than there are: ``DamagedError``, of a database ``NotReadToTheEndError``."""
    if layer is None:
        return
    if layer.providerType() == _POSTGRES:
        _check_count_in_database(read, source, layer, name)
        return
    expected = source.featureCount()
    if layer.providerType() in _EXACT_COUNTS and read < expected:
        raise DamagedError(table=name, read=read, expected=expected)


def _check_count_in_database(read: int, source: QgsFeatureSource, layer: QgsVectorLayer, name: str) -> None:
    """Ask the server itself, over a connection that stands, how many rows it has."""
    expected = source.featureCount()
    is_part = expected != layer.featureCount() or read == layer.selectedFeatureCount()
    uri = QgsDataSourceUri(layer.source())
    uri.setUseEstimatedMetadata(False)
    again = QgsVectorLayer(uri.uri(False), name, _POSTGRES)
    if again.isValid() and not is_part:
        edits = expected - layer.dataProvider().featureCount()  # rows added or taken away and not yet saved
        expected = again.featureCount() + edits
    if read < expected:
        reason = phrase("{read:row|rows} of {expected} arrived", read=read, expected=expected)
        raise NotReadToTheEndError(table=name, reason=reason)


def check_faults(faults: list[str], name: str) -> None:
    """Raise ``NotReadToTheEndError`` where GDAL or the provider spoke of a fault."""
    if faults:
        reason = faults[0].strip().rstrip(".")
        raise NotReadToTheEndError(table=name, reason=reason[:_LONGEST_REASON])


@contextmanager
def errors_of_gdal() -> Iterator[list[str]]:
    """A list that fills with what GDAL calls an error in this thread."""
    faults: list[str] = []

    def listen(severity: int, _number: int, message: str) -> None:
        if severity >= gdal.CE_Failure:
            faults.append(message)

    gdal.PushErrorHandler(listen)
    try:
        yield faults
    finally:
        gdal.PopErrorHandler()


def file_of(layer: QgsMapLayer | None) -> Path | None:
    """The file behind a layer; None where there is none, as in a database or in memory."""
    if layer is None:
        return None
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
    return Path(path) if path and os.path.isfile(path) else None


def parts_asked_for(source: QgsFeatureSource, layer: QgsVectorLayer) -> list[Message]:
    """Why what is read is not the file as a whole: a filter, a selection, edits, fields that are not in the file."""
    origins = [layer.fields().fieldOrigin(index) for index in range(layer.fields().count())]
    buffer = layer.editBuffer()
    found = (
        (bool(layer.subsetString()), phrase("the layer has a filter")),
        (buffer is not None and buffer.isModified(), phrase("the layer has edits that are not saved")),
        (source.featureCount() != layer.featureCount(), phrase("only some of its features are to be used")),
        (QgsFields.FieldOrigin.OriginExpression in origins, phrase("the layer has virtual fields")),
        (QgsFields.FieldOrigin.OriginJoin in origins, phrase("the layer has joined fields")),
    )
    return [reason for applies, reason in found if applies]


def remarks_on_other_tables(layer: QgsVectorLayer | None, name: str) -> list[Message]:
    """A warning where a file holds several tables, such as a sheet a year, and nobody said which is meant."""
    if layer is None or layer.providerType() != "ogr":
        return []
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if parts.get("layerName") or parts.get("layerId", -1) not in (None, -1, "-1") or not parts.get("path"):
        return []
    found = [sublayer.split(layer.dataProvider().sublayerSeparator()) for sublayer in layer.dataProvider().subLayers()]
    names = list(dict.fromkeys(one[1] for one in found if len(one) > 1 and one[1] not in _NOT_DATA))
    if len(names) < 2:
        return []
    return [
        warning(
            "first-table-of-several",
            "“{table}” is a file of {count:table|tables}; only the first, {first}, was read. The others are {others}; "
            "to read one of them, add it to QGIS by its name, or write {example} behind the path.",
            table=name,
            count=len(names),
            first=Quoted(names[0]),
            others=quoted(names[1:]),
            example=Quoted(f"|layername={names[1]}"),
        )
    ]
