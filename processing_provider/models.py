"""Models shipped as .model3 files, registered under fixed ids."""

from __future__ import annotations

import html
import re
from functools import cache
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog, QgsProcessingModelAlgorithm, QgsProcessingParameterEnum, QgsProcessingUtils

from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.resources import RESOURCES

MODELS = RESOURCES / "models"


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model whose id is its file's name, whatever its title says, so that scripts can rely on it.

    QGIS starts with the title alone: the steps and parameters are read when somebody asks for help, a run or a copy,
    by when their own provider is registered too, without which QGIS would not find them.
    """

    def __init__(self, slug: str = ""):
        super().__init__()
        self._slug = slug
        self._is_read = False

    def read(self) -> None:
        """Read the file, once; says so in QGIS's log where it cannot be read."""
        if self._is_read:
            return
        self._is_read = True
        if not self.fromFile(str(model_file(self._slug))):
            message = tr("The model {slug} could not be loaded. Install the plugin again.").format(slug=self._slug)
            QgsMessageLog.logMessage(message, "Carbon Zoning", Qgis.MessageLevel.Warning)
        self._translate()

    def _translate(self) -> None:
        """The texts of the dialog in the user's language: help, and label, help and options of the parameters."""
        self.setHelpContent({name: tr(text) for name, text in self.helpContent().items()})
        for definition in self.parameterDefinitions():
            definition.setDescription(tr(definition.description()))
            definition.setHelp(self.helpContent().get(definition.name()) or tr(definition.help()))
            if isinstance(definition, QgsProcessingParameterEnum):
                definition.setOptions([tr(option) for option in definition.options()])
        for output in self.outputDefinitions():
            output.setDescription(tr(output.description()))

    def name(self) -> str:
        return self._slug

    def displayName(self) -> str:
        return tr(stated_in(self._slug, "model_name"))

    def group(self) -> str:
        return tr(stated_in(self._slug, "model_group"))

    def groupId(self) -> str:
        return "chain"

    def canExecute(self):
        self.read()
        return super().canExecute()

    def shortDescription(self) -> str:
        self.read()
        return super().shortDescription()

    def shortHelpString(self) -> str:
        """The help as HTML; QGIS itself would take ``<class>_ha`` for a tag."""
        self.read()
        texts = {name: html.escape(str(text), quote=False) for name, text in self.helpContent().items()}
        return QgsProcessingUtils.formatHelpMapAsHtml(texts, self)

    def createInstance(self) -> ShippedModel:
        self.read()
        copy = ShippedModel(self._slug)
        copy._is_read = True
        copy.loadVariant(self.toVariant())
        copy.setProvider(self.provider())
        copy.setSourceFilePath(self.sourceFilePath())
        copy._translate()
        return copy


@cache
def stated_in(slug: str, key: str) -> str:
    """What a model's file says of ``key``, without reading the model."""
    text = model_file(slug).read_text(encoding="utf-8")
    option = re.search(rf'<Option [^>]*name="{key}"[^>]*>', text)  # its attributes come in any order
    found = re.search(r'value="([^"]*)"', option.group()) if option else None
    return html.unescape(found.group(1)) if found else slug


def model_file(slug: str) -> Path:
    """Where a shipped model is."""
    return MODELS / f"{slug}.model3"
