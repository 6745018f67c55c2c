"""Styles inside GeoPackages: a table written again holds each of its styles once."""

from qgis.core import QgsVectorLayer


def written(run, path):
    run("exportzoningrules", OUTPUT=str(path))
    return path


def test_written_again_each_style_stands_once(run, tmp_path):
    package = tmp_path / "rules.gpkg"
    written(run, package)
    before = QgsVectorLayer(str(package), "rules", "ogr").listStylesInDatabase()[2]
    written(run, package)
    assert QgsVectorLayer(str(package), "rules", "ogr").listStylesInDatabase()[2] == before
