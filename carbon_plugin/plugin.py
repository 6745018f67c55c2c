"""The plugin as QGIS sees it: a Processing provider, its translation, and a menu that leads to it."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .bridge.translation import language, load_translator


class CarbonZoningPlugin:
    """Registers the provider; without a window (``iface`` is None) under ``qgis_process``."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self._menu = self._designer = None
        self._translator = load_translator(language())
        if self._translator:
            QCoreApplication.installTranslator(self._translator)

    def initProcessing(self):
        """Register the provider."""
        from ..processing_provider.provider import register

        self.provider = register()

    def initGui(self):
        """Register the provider, and add the menu that leads to it."""
        self.initProcessing()
        if self.iface is not None:
            from .desktop.designer import DesignerEntry
            from .desktop.menu import Menu

            self._menu, self._designer = Menu(self.iface), DesignerEntry()
            self._menu.add()
            self._designer.add()

    def unload(self):
        """Take away what was registered."""
        if self._menu:
            self._menu.remove()
            self._designer.remove()
            self._menu = self._designer = None
        if self.provider:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self._translator:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
