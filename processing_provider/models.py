"""Models shipped as .model3 files, registered under fixed ids."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm

from ..carbon_plugin.bridge.translation import tr
from ..carbon_plugin.core.resources import RESOURCES

MODELS = RESOURCES / "models"


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model whose id is its file's name, whatever its title says, so that scripts can rely on it."""

    def __init__(self, slug: str = ""):
        super().__init__()
        self._slug = slug

    @classmethod
    def load(cls, slug: str) -> ShippedModel | None:
        """The model ``resources/models/<slug>.model3``; None where QGIS cannot read it."""
        model = cls(slug)
        return model if model.fromFile(str(model_file(slug))) else None

    def name(self) -> str:
        return self._slug

    def displayName(self) -> str:
        return tr(super().displayName())

    def group(self) -> str:
        return tr(super().group())

    def groupId(self) -> str:
        return "chain"

    def createInstance(self) -> ShippedModel:
        copy = ShippedModel(self._slug)
        copy.loadVariant(self.toVariant())
        copy.setProvider(self.provider())
        copy.setSourceFilePath(self.sourceFilePath())
        return copy


def model_file(slug: str) -> Path:
    """Where a shipped model is."""
    return MODELS / f"{slug}.model3"
