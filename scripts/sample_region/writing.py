"""Writing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pandas as pd
from osgeo import gdal, ogr

from carbon_plugin.core.resources import read_rows

from .calibration import FUELS
from .characters import CITY, HILL, INDUSTRY, MOUNTAIN, VALLEY
from .land import Land, spatial_reference
from .region import (
    COUNTIES_A_PREFECTURE,
    DECIMALS,
    DESCRIPTION,
    GAPS,
    NAMES,
    PREFECTURES,
    PROVINCES,
    SILENT,
    UNITS,
    WITHOUT_ENERGY,
    YEARS,
    unit_codes,
)

# the type of main functional area of each kind of county, keys of resources/compensation/area_types.csv
AREA_TYPES = {
    CITY: "national_key_development",
    INDUSTRY: "provincial_key_development",
    VALLEY: "agricultural",
    HILL: "provincial_ecological",
    MOUNTAIN: "national_ecological",
}

LEGEND = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
      <rasterTransparency/>
      <colorPalette>
{entries}
      </colorPalette>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
"""


def unit_provinces() -> list:
    """(province, province_zh) of each county."""
    province_of = {prefecture: names for names, prefectures in PROVINCES.items() for prefecture in prefectures}
    return [province_of[int(code[2:4])] for code in unit_codes()]


def unit_names() -> list:
    """(name, name_zh, prefecture, prefecture_zh) of each county."""
    words = NAMES.split()
    names = np.column_stack([words[1::2], words[::2]]).reshape(PREFECTURES, COUNTIES_A_PREFECTURE + 1, 2)
    return [(*county.tolist(), *each[0].tolist()) for each in names for county in each[1:]]


def unit_area_types(kinds: Iterable[str]) -> list:
    """(area_type, area_type_zh) of each county, in words."""
    names = {row["area_type"]: (row["name_en"], row["name_zh"]) for row in read_rows("compensation/area_types.csv")}
    return [names[AREA_TYPES[kind]] for kind in kinds]


def write_units(path: Path, counties: list, kinds: Iterable[str]) -> None:
    path.unlink(missing_ok=True)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    options = ["IDENTIFIER=Sample region: 81 counties (synthetic)", f"DESCRIPTION={DESCRIPTION}"]
    layer = source.CreateLayer("units", spatial_reference(), ogr.wkbMultiPolygon, options)
    layer.SetMetadataItem("DESCRIPTION", DESCRIPTION)
    fields = (
        "unit",
        "name",
        "name_zh",
        "prefecture",
        "prefecture_zh",
        "province",
        "province_zh",
        "area_type",
        "area_type_zh",
    )
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    texts = zip(unit_codes(), unit_names(), unit_provinces(), unit_area_types(kinds))
    for (code, names, province, area_type), county in zip(texts, counties):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(county)
        for field, text in zip(fields, (code, *names, *province, *area_type)):
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


def write_legend(path: Path, codes: list) -> None:
    """A style beside a raster that QGIS reads by itself: the classes met, by name, in the colours of CLCD."""
    classes = [row for row in read_rows("legends/clcd.csv") if int(row["value"]) in codes and row["class"]]
    entries = "\n".join(
        f'        <paletteEntry value="{row["value"]}" color="{row["colour"]}" alpha="255" '
        f'label="{row["label_en"]} {row["label_zh"]}"/>'
        for row in classes
    )
    path.write_text(LEGEND.format(entries=entries), encoding="utf-8", newline="\n")


def write_statistics(path: Path, statistics: dict) -> None:
    """One row a county and year; no row of SILENT, no energy of WITHOUT_ENERGY, no figure of GAPS."""
    table = pd.DataFrame({"unit": np.repeat(unit_codes(), YEARS.size), "year": np.tile(YEARS, UNITS)})
    table["province"] = np.repeat([province for province, _ in unit_provinces()], YEARS.size)
    for name, values in statistics.items():
        decimals = DECIMALS.get(name, 0)
        table[name] = values.ravel().round(decimals) if decimals else pd.array(values.ravel().round(), dtype="Int64")
    table.loc[table["unit"] == WITHOUT_ENERGY, list(FUELS)] = pd.NA
    for (unit, year), names in GAPS.items():
        table.loc[(table["unit"] == unit) & (table["year"] == year), list(names)] = pd.NA
    table = table[table["unit"] != SILENT]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        table.to_csv(file, index=False)
