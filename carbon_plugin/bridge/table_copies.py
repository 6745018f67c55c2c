"""Tables copied into an existing GeoPackage or PostgreSQL database, all in one transaction."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from contextlib import suppress

from osgeo import gdal, ogr
from qgis.core import QgsDataSourceUri, QgsVectorFileWriter

from ..core.messages import sentence
from ..raster.gdal_calls import quiet
from .output import NotWrittenError, brief
from .places import Place, is_same_file
from .sources import errors_of_gdal

_GEOMETRY = "geom"
_SAID = re.compile(r"^ERROR: +(.+)$", re.MULTILINE)  # by a PostgreSQL server


class NotWrittenInDatabaseError(NotWrittenError):
    template = sentence("“{path}” could not be written: {reason}. Nothing was kept.")
    remedy = sentence(
        "Check that the server can be reached, that the schema is there, and that you may create and replace tables in "
        "it."
    )


class WithoutPostgisError(NotWrittenInDatabaseError):
    template = sentence(
        "“{path}” could not be written: the database has no PostGIS, so that it holds no outlines. Nothing was kept."
    )
    remedy = sentence(
        "Let its administrator run CREATE EXTENSION postgis there, choose another database, or write the result as "
        ".gpkg."
    )


class DatabaseCopy:
    """A database that is open for writing, in a transaction that ends with ``commit`` or ``rollback``."""

    def __init__(self, place: Place, told: str):
        """``told``: what the user calls it. Raises ``NotWrittenError``."""
        self._place, self._told = place, told
        self._dataset = self._asked(self._open)
        self._asked(self._dataset.StartTransaction)

    def holds(self, place: Place) -> bool:
        """True where ``place`` is in this database."""
        if place.path is None or self._place.path is None:
            return place.path is self._place.path and place.server == self._place.server
        return is_same_file(place.path, self._place.path)

    def write(self, source: str, place: Place) -> None:
        """Copy the only table of the file ``source`` to ``place``; a table of that name is replaced.

        Raises ``NotWrittenError``.
        """
        self._copied(self._asked(gdal.OpenEx, source, gdal.OF_VECTOR), place)

    def commit(self) -> None:
        """Keep what was written. Raises ``NotWrittenError``."""
        dataset, self._dataset = self._dataset, None
        if dataset is not None:
            self._asked(dataset.CommitTransaction)

    def rollback(self) -> None:
        """Leave the database as it was."""
        dataset, self._dataset = self._dataset, None
        if dataset is not None:
            with quiet(), suppress(RuntimeError):  # a server that is gone has kept nothing either
                dataset.RollbackTransaction()

    def _open(self):
        if self._place.path is None:
            uri = QgsDataSourceUri(self._place.uri)
            return gdal.OpenEx(f"PG:{uri.connectionInfo(True)}", gdal.OF_VECTOR | gdal.OF_UPDATE)
        path = str(self._place.path)
        if self._place.path.exists():
            return gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_UPDATE)
        driver = QgsVectorFileWriter.driverForExtension(self._place.path.suffix)
        return gdal.GetDriverByName(driver).Create(path, 0, 0, 0, gdal.GDT_Unknown)

    def _copied(self, source, place: Place) -> int:
        """Copy row by row, since GDAL's own copy wants a transaction of its own; 0 as GDAL says that all is well."""
        layer = source.GetLayer(0)
        kind, definition = layer.GetGeomType(), layer.GetLayerDefn()
        options = ["OVERWRITE=YES"]
        on_server = place.path is None
        if on_server:
            options = ["LAUNDER=NO", f"SCHEMA={place.schema}"]
        if kind != ogr.wkbNone:
            if on_server and not self._has_postgis():
                raise WithoutPostgisError(path=self._told)
            options.append(f"GEOMETRY_NAME={QgsDataSourceUri(place.uri).geometryColumn() or _GEOMETRY}")
        name = f"carbon_zoning_{secrets.token_hex(8)}" if on_server else self._name_of(place)
        table = self._asked(self._dataset.CreateLayer, name, layer.GetSpatialRef(), kind, options)
        for number in range(definition.GetFieldCount()):
            self._asked(table.CreateField, definition.GetFieldDefn(number))
        for row in layer:
            copied = ogr.Feature(table.GetLayerDefn())
            copied.SetFrom(row)
            copied.SetFID(-1)  # the table numbers its rows itself
            self._asked(table.CreateFeature, copied)
        done = self._asked(table.SyncToDisk)
        if on_server:
            self._put_in_place(name, place)
        return done

    def _put_in_place(self, name: str, place: Place) -> None:
        """Let the table ``name`` take the place of the old one.

        GDAL would replace ``zones`` by ``Zones``, which on a server are two tables, and take views along that read it.
        """
        schema, table = (_quoted(part) for part in (place.schema, place.table))
        self._asked_for_nothing(f"DROP TABLE IF EXISTS {schema}.{table}")
        self._asked_for_nothing(f"ALTER TABLE {schema}.{_quoted(name)} RENAME TO {table}")

    def _name_of(self, place: Place) -> str:
        """The table's name as it stands there, in the case it was given."""
        names = [self._dataset.GetLayer(number).GetName() for number in range(self._dataset.GetLayerCount())]
        return next((name for name in names if name.casefold() == place.table.casefold()), place.table)

    def _has_postgis(self) -> bool:
        found = self._dataset.ExecuteSQL("SELECT extname FROM pg_extension WHERE extname = 'postgis'")
        has_postgis = found.GetFeatureCount() > 0
        self._dataset.ReleaseResultSet(found)
        return has_postgis

    def _asked(self, function, *arguments):
        """What ``function`` gives; its failures, of whichever kind, as one error."""
        with errors_of_gdal() as faults:
            try:
                answer = function(*arguments)
            except RuntimeError as error:
                answer, faults = None, [*faults, str(error)]
        if answer is None or (isinstance(answer, int) and answer != 0):
            raise self._not_written(faults)
        return answer

    def _asked_for_nothing(self, statement: str) -> None:
        """Run a statement that gives no rows."""
        with errors_of_gdal() as faults:
            try:
                self._dataset.ExecuteSQL(statement)
            except RuntimeError as error:
                faults = [*faults, str(error)]
        if faults:
            raise self._not_written(faults)

    def _not_written(self, faults: Sequence[str]) -> NotWrittenError:
        """The error with what the server, or else GDAL, said first."""
        said = [match for fault in faults for match in _SAID.findall(fault)] or [fault.strip() for fault in faults]
        kind = NotWrittenError if self._place.path is not None else NotWrittenInDatabaseError
        return kind(path=self._told, reason=brief(said[0].rstrip(".") if said else "GDAL"))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
