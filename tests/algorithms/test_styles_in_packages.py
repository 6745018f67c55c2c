"""Styles inside GeoPackages: as QGIS keeps its own, each once, and written while nobody has the file open."""

import os
import sys
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import QgsVectorLayer


def written(run, path):
    run("exportzoningrules", OUTPUT=str(path))
    return path


def styles(package, column="styleName"):
    source = ogr.Open(str(package))
    return [row[column] for row in source.GetLayerByName("layer_styles")]


def test_written_again_each_style_stands_once(run, tmp_path):
    package = tmp_path / "rules.gpkg"
    written(run, package)
    before = QgsVectorLayer(str(package), "rules", "ogr").listStylesInDatabase()[2]
    written(run, package)
    assert QgsVectorLayer(str(package), "rules", "ogr").listStylesInDatabase()[2] == before


def test_qgis_opens_a_table_with_its_style(run, tmp_path):
    layer = QgsVectorLayer(str(written(run, tmp_path / "rules.gpkg")), "rules", "ogr")
    assert any(layer.attributeAlias(index) for index in range(layer.fields().count()))


def test_the_table_is_as_qgis_makes_it(run, tmp_path):
    package = written(run, tmp_path / "rules.gpkg")
    own = QgsVectorLayer(str(package), "rules", "ogr")
    assert own.saveStyleToDatabase("by hand", "", False, "") in ("", None)  # into the same table
    other = tmp_path / "other.gpkg"
    written(run, other)
    source = ogr.Open(str(other), 1)
    source.DeleteLayer(next(i for i in range(source.GetLayerCount()) if source.GetLayer(i).GetName() == "layer_styles"))
    del source
    layer = QgsVectorLayer(str(other), "other", "ogr")
    layer.saveStyleToDatabase("by hand", "", True, "")
    del layer, own

    def columns(path):
        source = ogr.Open(str(path))
        table = source.GetLayerByName("layer_styles").GetLayerDefn()
        fields = [table.GetFieldDefn(index) for index in range(table.GetFieldCount())]
        return {
            (one.GetName(), one.GetTypeName(), one.GetSubType(), one.GetWidth(), one.GetDefault()) for one in fields
        }

    assert columns(package) == columns(other)
    assert sorted(styles(package)) == ["by hand", "carbon_zoning"] and styles(other) == ["by hand"]


def test_styles_of_the_user_stay_and_ours_opens(run, tmp_path):
    """In a package of several tables, a table written again: its user's style stays, no longer the one that opens."""
    package = written(run, tmp_path / "all.gpkg")
    destination = f"ogr:dbname='{package}' table=\"rules\" (geom)"
    run("exportzoningrules", OUTPUT=destination)
    layer = QgsVectorLayer(f"{package}|layername=rules", "rules", "ogr")
    layer.saveStyleToDatabase("mine", "", True, "")
    del layer
    run("exportzoningrules", OUTPUT=destination)
    rows = zip(styles(package, "f_table_name"), styles(package), styles(package, "useAsDefault"))
    assert {row for row in rows if row[0] == "rules"} == {("rules", "mine", 0), ("rules", "carbon_zoning", 1)}


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs to see the open files of a process")
def test_the_file_is_closed_when_its_styles_are_written(run, tmp_path, monkeypatch):
    """Else QGIS 3.22 reads memory that it has freed, since the file is newer than when it was opened."""
    module = next(one for name, one in sys.modules.items() if name.endswith("bridge.package_styles"))
    package, still_open = tmp_path / "rules.gpkg", []
    keep = module.keep_in_package

    def look(path, *rest):
        links = [os.path.realpath(one) for one in Path("/proc/self/fd").iterdir()]
        still_open.append([one for one in links if one == str(path)])
        return keep(path, *rest)

    monkeypatch.setattr(module, "keep_in_package", look)
    written(run, package)
    assert still_open == [[]]
