"""The Carbon Zoning provider: an explicit list, one algorithm a line, in the order of the chain."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..carbon_plugin.bridge.file_endings import LAYERS, RASTERS, TABLES
from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.resources import RESOURCES
from .command_line import spare_memory
from .models import ShippedModel
from .version import plugin_version


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
        return [name for name in super().supportedOutputVectorLayerExtensions() if name in LAYERS]

    def supportedOutputTableExtensions(self) -> list[str]:
        return [name for name in super().supportedOutputTableExtensions() if name in TABLES]

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        return list(RASTERS)

    def loadAlgorithms(self) -> None:
        from .accounting.carbonaccounting import CarbonAccounting
        from .accounting.exportcoefficients import ExportCoefficients
        from .areas.deviationalellipse import DeviationalEllipse
        from .areas.landuseareas import LandUseAreas
        from .areas.landusedemand import LandUseDemand
        from .areas.landuseellipse import LandUseEllipse
        from .areas.landuseintensity import LandUseIntensity
        from .areas.landusetransition import LandUseTransition
        from .data.allocatetotals import AllocateTotals
        from .data.checkinputs import CheckInputs
        from .data.fillgaps import FillGaps
        from .data.landuseareasfromvector import LandUseAreasFromVector
        from .data.preparetable import PrepareTable
        from .data.statisticstemplate import StatisticsTemplate
        from .data.verifymethods import VerifyMethods
        from .drivers.carboninequality import CarbonInequality
        from .drivers.emissiondrivers import EmissionDrivers
        from .scenario.exportscenarios import ExportScenarios
        from .scenario.stirpatfit import StirpatFit
        from .scenario.stirpatscenario import StirpatScenario
        from .services.bivariatemoran import BivariateMoran
        from .services.ecosystemservicevalue import EcosystemServiceValue
        from .services.exportequivalents import ExportEquivalents
        from .services.gridintensity import GridIntensity
        from .trend.rastertrendtest import RasterTrendTest
        from .trend.trendtest import TrendTest
        from .zoning.balancezoning import BalanceZoning
        from .zoning.carboncompensation import CarbonCompensation
        from .zoning.compensationtypes import CompensationTypes
        from .zoning.exportbalancerules import ExportBalanceRules
        from .zoning.exportzonemap import ExportZoneMap
        from .zoning.exportzoningrules import ExportZoningRules
        from .zoning.naturalbreaks import NaturalBreaks
        from .zoning.zoneconfidence import ZoneConfidence
        from .zoning.zoningoverlay import ZoningOverlay
        from .zoning.zoningreport import ZoningReport

        self.addAlgorithm(StatisticsTemplate())
        self.addAlgorithm(PrepareTable())
        self.addAlgorithm(CheckInputs())
        self.addAlgorithm(FillGaps())
        self.addAlgorithm(AllocateTotals())
        self.addAlgorithm(VerifyMethods())
        self.addAlgorithm(LandUseAreasFromVector())
        self.addAlgorithm(LandUseAreas())
        self.addAlgorithm(LandUseIntensity())
        self.addAlgorithm(LandUseTransition())
        self.addAlgorithm(LandUseEllipse())
        self.addAlgorithm(DeviationalEllipse())
        self.addAlgorithm(LandUseDemand())
        self.addAlgorithm(CarbonAccounting())
        self.addAlgorithm(ExportCoefficients())
        self.addAlgorithm(TrendTest())
        self.addAlgorithm(RasterTrendTest())
        self.addAlgorithm(StirpatFit())
        self.addAlgorithm(StirpatScenario())
        self.addAlgorithm(ExportScenarios())
        self.addAlgorithm(ZoningOverlay())
        self.addAlgorithm(ExportZoningRules())
        self.addAlgorithm(ZoneConfidence())
        self.addAlgorithm(ZoningReport())
        self.addAlgorithm(ExportZoneMap())
        self.addAlgorithm(NaturalBreaks())
        self.addAlgorithm(BalanceZoning())
        self.addAlgorithm(ExportBalanceRules())
        self.addAlgorithm(CarbonCompensation())
        self.addAlgorithm(CompensationTypes())
        self.addAlgorithm(EcosystemServiceValue())
        self.addAlgorithm(ExportEquivalents())
        self.addAlgorithm(GridIntensity())
        self.addAlgorithm(BivariateMoran())
        self.addAlgorithm(EmissionDrivers())
        self.addAlgorithm(CarbonInequality())
        self.addAlgorithm(ShippedModel("carbonneutralzoning"))
        self.addAlgorithm(ShippedModel("qinbazoning"))
        self.addAlgorithm(ShippedModel("accountsfromlandcover"))
        self.addAlgorithm(ShippedModel("scenariosfromlandcover"))
        self.addAlgorithm(ShippedModel("landchange"))
        self.addAlgorithm(ShippedModel("carbonandservices"))
        self.addAlgorithm(ShippedModel("carbonbalancezoning"))
        self.addAlgorithm(ShippedModel("carboncompensationzoning"))


def register() -> CarbonZoningProvider:
    """Register the provider with QGIS; the caller keeps what is returned."""
    provider = CarbonZoningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    spare_memory(QgsApplication.platform(), QgsApplication.arguments())
    return provider
