"""Styles inside a GeoPackage, in the table that QGIS reads them from.

GDAL writes them, while QGIS has the file closed: QGIS's own functions for styles read memory that QGIS has freed, and
may end it, where the file has changed since a layer of it was opened (seen in QGIS 3.22).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal, ogr

from ..raster.gdal_calls import call

_TABLE = "layer_styles"
_WIDTHS = {
    "f_table_catalog": 256, "f_table_schema": 256, "f_table_name": 256, "f_geometry_column": 256, "styleName": 30,
    "styleQML": 0, "styleSLD": 0, "description": 0, "owner": 30, "ui": 30,
}  # fmt: skip
_MADE_BY = "Carbon Zoning"


class StoredStyle(NamedTuple):
    """A style as QGIS's own XML, and as SLD for other programs."""

    name: str
    qml: str
    sld: str


def keep_in_package(path: Path, table: str, styles: Sequence[StoredStyle]) -> str:
    """Write ``styles`` of ``table`` ('' for the only one), the last as the one that opens; all or none.

    They take the places of those of the same names; others of the table stay. Returns why it could not be done, or ''.
    """
    return call(_keep, str(path), table, styles)[1]


def _keep(path: str, table: str, styles: Sequence[StoredStyle]) -> bool:
    package = _sound(ogr.Open(path, 1))
    package.StartTransaction()
    try:
        _replace(package, table, styles)
        _sound(package)
    except BaseException:
        package.RollbackTransaction()
        raise
    package.CommitTransaction()
    return bool(_sound(package))


def _replace(package: ogr.DataSource, table: str, styles: Sequence[StoredStyle]) -> None:
    layer = package.GetLayerByName(table) if table else package.GetLayer(0)
    name, geometry = layer.GetName(), layer.GetGeometryColumn()
    stored = package.GetLayerByName(_TABLE)
    if stored is None:
        stored = _new_table(package)
    names = {style.name for style in styles}
    for earlier in [one for one in stored if one["f_table_name"] == name]:
        if earlier["styleName"] in names:
            stored.DeleteFeature(earlier.GetFID())
        elif earlier["useAsDefault"]:
            earlier["useAsDefault"] = 0
            stored.SetFeature(earlier)
    for style in styles:
        row = ogr.Feature(stored.GetLayerDefn())
        for column in ("f_table_catalog", "f_table_schema", "owner"):
            row[column] = ""  # QGIS looks for nothing else there
        row["f_table_name"], row["f_geometry_column"] = name, geometry
        row["styleName"], row["styleQML"], row["styleSLD"] = style
        row["useAsDefault"], row["description"] = int(style is styles[-1]), _MADE_BY
        stored.CreateFeature(row)


def _new_table(package: ogr.DataSource) -> ogr.Layer:
    """The table as QGIS makes it."""
    table = package.CreateLayer(_TABLE, None, ogr.wkbNone, ["FID=id"])
    for name, width in _WIDTHS.items():
        column = ogr.FieldDefn(name, ogr.OFTString)
        column.SetWidth(width)
        table.CreateField(column)
    is_default = ogr.FieldDefn("useAsDefault", ogr.OFTInteger)
    is_default.SetSubType(ogr.OFSTBoolean)
    table.CreateField(is_default)
    when = ogr.FieldDefn("update_time", ogr.OFTDateTime)
    when.SetDefault("CURRENT_TIMESTAMP")
    table.CreateField(when)
    return table


def _sound(answer):
    """``answer``, unless there is none or GDAL has told of a failure since; raises ``RuntimeError``."""
    if answer is None or gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return answer
