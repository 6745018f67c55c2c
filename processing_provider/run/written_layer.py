"""A layer that a run wrote, to be opened again and styled."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsVectorLayer,
)

StyleFunction = Callable[[QgsMapLayer], None]


@dataclass
class WrittenLayer:
    """A layer this run wrote: where it is, and how it is to look."""

    destination: str
    style: StyleFunction
    is_raster: bool = False

    def opened(self, context: QgsProcessingContext) -> QgsMapLayer | None:
        """The layer, to be styled: one of its own for a file, so that the file is closed with it."""
        from ...carbon_plugin.bridge.rasters import open_written

        if self.is_raster:
            return open_written(self.destination)
        path = QgsProviderRegistry.instance().decodeUri("ogr", self.destination).get("path") or ""
        if os.path.isfile(path):
            options = QgsVectorLayer.LayerOptions(loadDefaultStyle=False)
            return QgsVectorLayer(self.destination, Path(path).stem, "ogr", options)
        return QgsProcessingUtils.mapLayerFromString(self.destination, context)
