"""What a result was made with."""

from __future__ import annotations

import platform
from importlib import metadata

from osgeo import gdal
from qgis.core import Qgis

_LIBRARIES = ("numpy", "pandas", "scipy", "matplotlib", "pymannkendall", "scikit-learn")


def versions() -> str:
    """QGIS, Python, GDAL and the libraries that are there, each with its version."""
    found = {"QGIS": Qgis.version(), "Python": platform.python_version(), "GDAL": gdal.VersionInfo("RELEASE_NAME")}
    for name in _LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return ", ".join(f"{name} {version}" for name, version in found.items())
