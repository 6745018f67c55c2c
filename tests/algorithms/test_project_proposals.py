"""What dialogs propose of a project's layers: units and no results, the table of statistics, the key that both hold."""

from pathlib import Path

import pytest
from qgis.core import QgsRasterLayer, QgsVectorLayer

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


@pytest.fixture
def find(plugin):
    from carbon_zoning.carbon_plugin.desktop.proposals import find_proposals

    return lambda *layers, active=None: dict(find_proposals(layers, active).values)


@pytest.fixture
def units():
    return QgsVectorLayer(f"{SAMPLE / 'units.gpkg'}|layername=units", "units", "ogr")


def test_of_the_sample(find, units):
    statistics = QgsVectorLayer(str(SAMPLE / "statistics.csv"), "statistics", "ogr")
    other = QgsVectorLayer("NoGeometry?field=unit:string&field=year:integer&field=note:string", "a note", "memory")
    columns = ("zone:integer", "ce_trend:string", "cep:integer")
    results = [QgsVectorLayer(f"Polygon?field=unit:string&field={one}", f"a {one}", "memory") for one in columns]
    rasters = [QgsRasterLayer(str(SAMPLE / f"landcover_{year}.tif"), f"cover {year}") for year in (2020, 2000)]
    found = find(other, *results, statistics, units, *rasters, active=other)
    assert found == {
        "UNITS": units.id(), "UNITS_ID_FIELD": "unit", "UNITS_NAME_FIELD": "name", "STATISTICS": statistics.id(),
        "LAND_COVER": [rasters[1].id(), rasters[0].id()], "LEGEND": 0,
    }  # fmt: skip


def test_names_as_keys_and_columns_of_other_names(find, units, write_csv):
    names = [feature["name_zh"] for feature in units.getFeatures()]
    path = write_csv("t.csv", 地区=names, 年份=[2010] * len(names), population=[1.0] * len(names))
    table = QgsVectorLayer(path, "t", "ogr")
    found = find(units, table)
    assert found["UNITS_ID_FIELD"] == "name_zh" and (found["UNIT_FIELD"], found["YEAR_FIELD"]) == ("地区", "年份")


def test_nothing_is_proposed_where_nothing_fits(find, write_csv):
    lines = QgsVectorLayer("LineString?field=year:integer&field=population:double", "lines", "memory")
    plain = QgsVectorLayer(write_csv("p.csv", a=[1], b=[2]), "plain", "ogr")
    assert find(lines, plain) == {}
