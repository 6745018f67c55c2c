"""Writing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr

from carbon_plugin.core.resources import read_rows

from .land import Land, spatial_reference
from .region import COUNTIES_A_PREFECTURE, DECIMALS, DESCRIPTION, NAMES, PREFECTURES, UNITS, YEARS


def unit_codes() -> list:
    """900101 to 900909: prefecture and county."""
    each = range(1, COUNTIES_A_PREFECTURE + 1)
    return [f"90{prefecture:02}{county:02}" for prefecture in range(1, PREFECTURES + 1) for county in each]


def unit_names() -> list:
    """(name, name_zh, prefecture, prefecture_zh) of each county."""
    words = NAMES.split()
    names = np.column_stack([words[1::2], words[::2]]).reshape(PREFECTURES, COUNTIES_A_PREFECTURE + 1, 2)
    return [(*county.tolist(), *each[0].tolist()) for each in names for county in each[1:]]


def write_units(path: Path, counties: list) -> None:
    path.unlink(missing_ok=True)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    options = ["IDENTIFIER=Sample region: 81 counties (synthetic)", f"DESCRIPTION={DESCRIPTION}"]
    layer = source.CreateLayer("units", spatial_reference(), ogr.wkbMultiPolygon, options)
    layer.SetMetadataItem("DESCRIPTION", DESCRIPTION)
    fields = ("unit", "name", "name_zh", "prefecture", "prefecture_zh")
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    for code, names, county in zip(unit_codes(), unit_names(), counties):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(county)
        for field, text in zip(fields, (code, *names)):
            feature[field] = text
        layer.CreateFeature(feature)


def write_cover(path: Path, land: Land, cover: np.ndarray, year: int) -> None:
    rows, columns = cover.shape
    options = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=9"]
    raster = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, 1, gdal.GDT_Byte, options)
    raster.SetGeoTransform(land.transform)
    raster.SetProjection(spatial_reference().ExportToWkt())
    raster.SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", f"Land cover {year}, codes of CLCD. {DESCRIPTION}")
    colours = gdal.ColorTable()
    for row in read_rows("legends/clcd.csv"):
        colours.SetColorEntry(int(row["value"]), tuple(bytes.fromhex(row["colour"].lstrip("#"))))
    band = raster.GetRasterBand(1)
    band.SetColorTable(colours)
    band.SetNoDataValue(0)
    band.WriteArray(np.where(land.county > 0, cover, 0).astype(np.uint8))


def write_statistics(path: Path, statistics: dict) -> None:
    table = pd.DataFrame({"unit": np.repeat(unit_codes(), YEARS.size), "year": np.tile(YEARS, UNITS)})
    for name, values in statistics.items():
        decimals = DECIMALS.get(name, 0)
        table[name] = values.ravel().round(decimals) if decimals else values.ravel().round().astype(np.int64)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        table.to_csv(file, index=False)
