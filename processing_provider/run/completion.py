"""What a run hands back to QGIS, under the names that results have once they are in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Callable

from qgis.core import QgsProcessingContext


def named_finally(results: object, final_names: Mapping[str, str]) -> object:
    """``results``, also within mappings, with final names."""
    if isinstance(results, Mapping):
        return {key: named_finally(value, final_names) for key, value in results.items()}
    return final_names.get(results, results) if isinstance(results, str) else results


def renamed_on_completion(context: QgsProcessingContext, final_names: Mapping[str, str]) -> None:
    """Let QGIS load each result by its final name instead of the private one that it was announced by."""
    announced = context.layersToLoadOnCompletion()
    if any(name in announced for name in final_names):
        renamed = {
            final_names.get(name, name): _anew(details) if name in final_names else details
            for name, details in announced.items()
        }
        context.setLayersToLoadOnCompletion(renamed)


def _anew(details: QgsProcessingContext.LayerDetails) -> QgsProcessingContext.LayerDetails:
    """The same with a post-processor of its own: QGIS deletes that of a name which it is not told again."""
    fresh = QgsProcessingContext.LayerDetails(details.name, details.project, details.outputName)
    for name in ("layerTypeHint", "groupName", "layerSortKey"):  # what this QGIS has of them
        if hasattr(details, name):
            setattr(fresh, name, getattr(details, name))
    processor = details.postProcessor()
    if hasattr(processor, "again"):
        fresh.setPostProcessor(processor.again())
    return fresh


def labelled_on_completion(context: QgsProcessingContext, labels: Mapping[str, str]) -> None:
    """Let QGIS call each layer by its label, in the reader's language, instead of the output's name in the model."""
    announced = context.layersToLoadOnCompletion()
    for details in announced.values():
        details.name = labels.get(details.name, details.name)
    if announced:
        context.setLayersToLoadOnCompletion(announced)


def release_layers(context: QgsProcessingContext, is_private: Callable[[str], bool]) -> None:
    """Close the layers that steps opened by private names: a file that is open cannot be moved on every system."""
    store = context.temporaryLayerStore()
    for key, layer in list(store.mapLayers().items()):
        if is_private(layer.source()):
            store.removeMapLayer(key)
