"""Styles inside GeoPackages: a fresh file holds none, and a table written again holds each of its styles once."""

from qgis.core import QgsVectorLayer

from carbon_plugin.bridge.style_files import has_styles


def written(run, path):
    run("exportzoningrules", OUTPUT=str(path))
    return path


def test_a_fresh_package_has_none_and_a_styled_one_has(run, tmp_path):
    package = written(run, tmp_path / "rules.gpkg")
    layer = QgsVectorLayer(str(package), "rules", "ogr")
    assert has_styles(package) == (layer.listStylesInDatabase()[0] > 0)
    assert not has_styles(tmp_path / "absent.gpkg")


def test_written_again_each_style_stands_once(run, tmp_path):
    package = tmp_path / "rules.gpkg"
    written(run, package)
    before = QgsVectorLayer(str(package), "rules", "ogr").listStylesInDatabase()[2]
    written(run, package)
    assert QgsVectorLayer(str(package), "rules", "ogr").listStylesInDatabase()[2] == before
