"""The Carbon Zoning provider: an explicit list, one algorithm a line, in the order of the chain."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.resources import RESOURCES
from .models import ShippedModel
from .version import plugin_version

_NOT_OFFERED = frozenset({"shp", "dbf"})  # cut column names to ten characters


class CarbonZoningProvider(QgsProcessingProvider):
    """All algorithms of the plugin."""

    def id(self) -> str:
        return "carbonzoning"

    def name(self) -> str:
        return tr("Carbon Zoning")

    def longName(self) -> str:
        return self.versionInfo() and f"{self.name()} ({self.versionInfo()})"

    def versionInfo(self) -> str:
        return plugin_version()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(RESOURCES / "icons" / "carbonzoning.svg")

    def supportedOutputVectorLayerExtensions(self) -> list[str]:
        return [name for name in super().supportedOutputVectorLayerExtensions() if name not in _NOT_OFFERED]

    def supportedOutputTableExtensions(self) -> list[str]:
        return [name for name in super().supportedOutputTableExtensions() if name not in _NOT_OFFERED]

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return ["tif", "tiff"]

    def loadAlgorithms(self) -> None:
        from .accounting.carbonaccounting import CarbonAccounting
        from .accounting.exportcoefficients import ExportCoefficients
        from .areas.landuseareas import LandUseAreas
        from .areas.landuseintensity import LandUseIntensity
        from .data.allocatetotals import AllocateTotals
