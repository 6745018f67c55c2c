"""Models shipped as .model3 files, registered under fixed ids."""

from __future__ import annotations

import html
from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingParameterEnum, QgsProcessingUtils

from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.resources import RESOURCES

MODELS = RESOURCES / "models"


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model whose id is its file's name, whatever its title says, so that scripts can rely on it."""

    def __init__(self, slug: str = ""):
        super().__init__()
        self._slug = slug

    def read(self) -> bool:
        """Read the file; False where QGIS cannot. Its steps are found only if their provider is registered already."""
        found = self.fromFile(str(model_file(self._slug)))
        self._translate()
        return found

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
        return tr(super().displayName())

    def group(self) -> str:
        return tr(super().group())

    def groupId(self) -> str:
        return "chain"

    def shortHelpString(self) -> str:
        """The help as HTML; QGIS itself would take ``<class>_ha`` for a tag."""
        texts = {name: html.escape(str(text), quote=False) for name, text in self.helpContent().items()}
        return QgsProcessingUtils.formatHelpMapAsHtml(texts, self)

    def createInstance(self) -> ShippedModel:
        copy = ShippedModel(self._slug)
        copy.loadVariant(self.toVariant())
        copy.setProvider(self.provider())
        copy.setSourceFilePath(self.sourceFilePath())
        copy._translate()
        return copy


def model_file(slug: str) -> Path:
    """Where a shipped model is."""
    return MODELS / f"{slug}.model3"
