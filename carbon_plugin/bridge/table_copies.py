"""Tables copied into an existing GeoPackage or PostgreSQL database, all in one transaction."""

from __future__ import annotations

from osgeo import gdal, ogr
from qgis.core import QgsDataSourceUri, QgsVectorFileWriter

from ..raster.gdal_calls import call, quiet
from .output import NotWrittenError, brief
from .places import Place, is_same_file

_GEOMETRY = "geom"


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
            with quiet():
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
        if place.path is None:
            options += ["LAUNDER=NO", f"SCHEMA={place.schema}"]
        if kind != ogr.wkbNone:
            options.append(f"GEOMETRY_NAME={QgsDataSourceUri(place.uri).geometryColumn() or _GEOMETRY}")
        table = self._asked(self._dataset.CreateLayer, self._name_of(place), layer.GetSpatialRef(), kind, options)
        for number in range(definition.GetFieldCount()):
            self._asked(table.CreateField, definition.GetFieldDefn(number))
        for row in layer:
            copied = ogr.Feature(table.GetLayerDefn())
            copied.SetFrom(row)
            copied.SetFID(-1)  # the table numbers its rows itself
            self._asked(table.CreateFeature, copied)
        return self._asked(table.SyncToDisk)

    def _name_of(self, place: Place) -> str:
        """The table's name as it stands there, in the case it was given."""
        if place.path is None:
            return place.table
        names = [self._dataset.GetLayer(number).GetName() for number in range(self._dataset.GetLayerCount())]
        return next((name for name in names if name.casefold() == place.table.casefold()), place.table)

    def _asked(self, function, *arguments):
        """What ``function`` gives; its failures, of whichever kind, as one error."""
        answer, reason = call(function, *arguments)
        if answer is None or (isinstance(answer, int) and answer != 0):
            reason = (reason or gdal.GetLastErrorMsg()).strip().rstrip(".")
            raise NotWrittenError(path=self._told, reason=brief(reason or "GDAL"))
        return answer
