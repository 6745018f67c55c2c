"""Places where data lie: a file, a table in a file, a table in a database; of an output that is named, of a layer read.

A layer may read places by other roads than its own file: the files of a VRT, the layers of a virtual layer, those that
are joined to it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsDataSourceUri,
    QgsMapLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QUrl

_PROVIDER = re.compile(r"(\w{2,}):(?!\\)(.*)", re.DOTALL)  # ogr:dbname=..., postgis:..., but not a drive's letter
_POSTGRES = ("postgres", "postgis")
_DEFAULT_SCHEMA = "public"


@dataclass(frozen=True)
class Place:
    """``path``: of a file, None in a database; ``table``: in it, '' for the whole file; ``server``, ``schema``: of a
    database; ``uri``: how QGIS reaches a database.
    """

    path: Path | None = None
    table: str = ""
    server: str = ""
    schema: str = ""
    uri: str = ""

    @property
    def is_postgres(self) -> bool:
        """True for a table on a PostgreSQL server."""
        return bool(self.server)

    def overlaps(self, other: Place) -> bool:
        """True where writing one changes the other: the same table in any case of its name, or the whole file."""
        if (self.path is None) != (other.path is None):
            return False
        if self.path is None:
            return (self.server, self.schema, self.table) == (other.server, other.schema, other.table)
        if not is_same_file(self.path, other.path):
            return False
        return not (self.table and other.table) or self.table.casefold() == other.table.casefold()

    def __str__(self) -> str:
        where = self.server if self.path is None else str(self.path)
        return f"{where}: {self.table}" if self.table else where


def read_place(text: str) -> Place | None:
    """The place that ``text`` names as a destination; None for memory, for nothing, and for what is not known here."""
    found = _PROVIDER.fullmatch(text)
    if not found:
        return Place(Path(text).absolute()) if text else None
    provider, rest = found.group(1), found.group(2).removeprefix("//")
    uri = QgsDataSourceUri(rest)
    if provider in _POSTGRES and uri.table():
        return _in_postgres(uri, rest)
    if provider == "ogr" and uri.database():
        return Place(Path(uri.database()).absolute(), uri.table())
    return None


def found_by(place: Place) -> str:
    """What QGIS finds a layer at ``place`` by, as it names it itself in the results of a run."""
    if place.path is None:
        return f"postgres://{place.uri}"
    return f"{place.path}|layername={place.table}" if place.table else str(place.path)


def without_geometry(name: str) -> str:
    """``name``, by which QGIS finds a table that was written without outlines: in a database it has no such column."""
    place = read_place(name)
    uri = QgsDataSourceUri(place.uri if place is not None and place.is_postgres else "")
    if not uri.geometryColumn():
        return name
    uri.setGeometryColumn("")
    return found_by(replace(place, uri=uri.uri(False)))


def is_temporary(place: Place) -> bool:
    """True for a file that QGIS itself will take away."""
    return place.path is not None and place.path.is_relative_to(Path(QgsProcessingUtils.tempFolder()).absolute())


def places_of(layer: QgsMapLayer | None) -> list[Place]:
    """All places that ``layer`` reads, by whatever road."""
    return list(dict.fromkeys(_places_of(layer, set())))


def is_same_file(path: Path, other: Path) -> bool:
    """True for two names of one file, there or yet to be written."""
    if os.path.exists(path) and os.path.exists(other):  # False, not an error, for a name too long
        return os.path.samefile(path, other)
    return os.path.normcase(os.path.realpath(path)) == os.path.normcase(os.path.realpath(other))


def _places_of(layer: QgsMapLayer | None, seen: set[str]) -> Iterator[Place]:
    if layer is None or layer.id() in seen:
        return
    seen.add(layer.id())
    yield from _own_places(layer)
    for other in _layers_behind(layer):
        yield from _places_of(other, seen)


def _own_places(layer: QgsMapLayer) -> Iterator[Place]:
    provider = layer.providerType()
    if provider in _POSTGRES:
        yield _in_postgres(QgsDataSourceUri(layer.source()), layer.source())
        return
    parts = QgsProviderRegistry.instance().decodeUri(provider, layer.source())
    path = parts.get("path")
    if not path or not os.path.isfile(path):
        return
    yield Place(Path(path).absolute(), parts.get("layerName") or _only_table(layer, Path(path)))
    for name in _files_behind(path):
        yield Place(Path(name).absolute())


def _only_table(layer: QgsMapLayer, path: Path) -> str:
    """The table that a GeoPackage opens with where the source names none."""
    if path.suffix.lower() != ".gpkg" or not isinstance(layer, QgsVectorLayer):
        return ""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    return dataset.GetLayer(0).GetName() if dataset is not None and dataset.GetLayerCount() else ""


def _files_behind(path: str) -> list[str]:
    """The files that a VRT, of rasters or of tables, is made of, and those that they are made of."""
    if Path(path).suffix.lower() not in (".vrt", ".ovrt"):
        return []
    dataset = gdal.OpenEx(path)
    if dataset is None:
        return []
    files = [*(dataset.GetFileList() or []), *_named_in(path)]  # of tables not every source is in GDAL's list
    files = [name for name in dict.fromkeys(files) if not is_same_file(Path(name), Path(path))]
    return files + [deeper for name in files for deeper in _files_behind(name)]


def _named_in(path: str) -> list[str]:
    text = Path(path).read_text(encoding="utf-8", errors="replace")
    folder, found = Path(path).parent, []
    for name in re.findall(r"<SrcDataSource[^>]*>\s*([^<]+?)\s*</SrcDataSource>", text):
        found += [str(one) for one in (Path(name), folder / name) if one.is_file()][:1]
    return found


def _layers_behind(layer: QgsMapLayer) -> Iterator[QgsMapLayer]:
    if not isinstance(layer, QgsVectorLayer):
        return
    for join in layer.vectorJoins():
        yield join.joinLayer()
    for dependency in layer.dataProvider().dependencies():
        yield QgsProject.instance().mapLayer(dependency.layerId())
    if layer.providerType() == "virtual":
        definition = QgsVirtualLayerDefinition.fromUrl(QUrl.fromEncoded(layer.source().encode()))
        for source in definition.sourceLayers():
            if source.isReferenced():
                yield QgsProject.instance().mapLayer(source.reference())
            else:
                yield QgsVectorLayer(source.source(), source.name(), source.provider())


def _in_postgres(uri: QgsDataSourceUri, text: str) -> Place:
    server = f"{uri.service() or uri.host() or 'localhost'}:{uri.port() or '5432'}/{uri.database()}"
    return Place(None, uri.table(), server, uri.schema() or _DEFAULT_SCHEMA, text)
