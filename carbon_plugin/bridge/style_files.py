"""Styles kept with data. Files of ours are known by a mark, so that no style of the user's is ever overwritten."""

from __future__ import annotations

from pathlib import Path

STYLE_MARK = "carbon_zoning/style"  # a custom property of the layer, which QGIS stores with the style
STYLE_SUFFIX = ".qml"


def is_users_style(path: Path) -> bool:
    """True where a style lies at ``path`` that this plugin did not write."""
    if path.suffix != STYLE_SUFFIX or not path.is_file():
        return False
    return STYLE_MARK not in path.read_text(encoding="utf-8", errors="replace")


def has_styles(package: Path) -> bool:
    """Whether a GeoPackage holds styles.

    A fresh one does not, and QGIS is not to be asked then: its list of styles may read a layer that it has let go.
    """
    from osgeo import gdal

    from ..raster.gdal_calls import call

    dataset, _ = call(gdal.OpenEx, str(package), gdal.OF_VECTOR)
    return dataset is not None and dataset.GetLayerByName("layer_styles") is not None
