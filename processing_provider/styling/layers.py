"""How a style reaches its layer, and travels with the data: by post-processor, in a GeoPackage, or as QML beside."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Callable, ClassVar

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument

from ...carbon_plugin.bridge.style_files import STYLE_MARK, STYLE_SUFFIX, is_users_style
from ...carbon_plugin.bridge.translation import Translation, language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.tables.vocabulary import describe
from ...carbon_plugin.core.values import Quoted, Template
from ...carbon_plugin.desktop.arrival import Arrival, Place
from .reading import NAME, make_readable

if TYPE_CHECKING:
    from ..run.written_layer import WrittenLayer

_STYLE_NAME = "carbon_zoning"
_NOT_IN_FILE_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))

_STYLE_OF_THE_USERS = sentence("{file} is a style of your own, which stays")

_NAME = sentence("Name")

StyleFunction = Callable[[QgsMapLayer], None]


class LayerStyler(QgsProcessingLayerPostProcessorInterface):
    """Styles a layer once it is loaded into the project, and hands it to the arrival of its run."""

    _alive: ClassVar[list[LayerStyler]] = []  # QGIS does not keep Python post-processors alive

    def __init__(self, style: StyleFunction, place: Place):
        super().__init__()
        self._style, self._place = style, place
        self.arrival: Arrival | None = None

    @classmethod
    def of(cls, style: StyleFunction, place: Place) -> LayerStyler:
        """A styler that lives until it has done its work."""
        styler = cls(style, place)
        cls._alive.append(styler)
        return styler

    def again(self) -> LayerStyler:
        """Another one that does this one's work in its place."""
        styler = LayerStyler.of(self._style, self._place)
        styler.arrival = self.arrival
        self._alive.remove(self)
        return styler

    def postProcessLayer(self, layer, context, feedback):
        """Called by QGIS in the main thread."""
        dress(layer, self._style)
        layer.triggerRepaint()
        if self.arrival:
            self.arrival.take(layer, self._place)
        self._alive.remove(self)


def gather(context: QgsProcessingContext, title: str) -> None:
    """Let all layers that QGIS will load from this run arrive in one group called ``title``.

    A model calls this after its steps have: the group is the model's then.
    """
    arrival = Arrival(title)
    for details in context.layersToLoadOnCompletion().values():
        styler = details.postProcessor()
        if isinstance(styler, LayerStyler):
            styler.arrival = arrival


def dress(layer: QgsMapLayer, style: StyleFunction) -> None:
    """Style a layer, with map tips and a readable table in each of its styles."""
    style(layer)
    if not isinstance(style, NamedStyles):  # which see to each of theirs
        make_readable(layer)


class NamedStyles:
    """A style made of several, by name: the first opens, the others wait in the layer's style menu."""

    def __init__(self, styles: Mapping[str, StyleFunction]):
        self._styles = styles

    def __call__(self, layer: QgsMapLayer) -> None:
        """Give ``layer`` these styles and no other."""
        manager, first = layer.styleManager(), next(iter(self._styles))
        if first not in manager.styles():
            manager.renameStyle(manager.currentStyle(), first)
        for name, style in self._styles.items():
            if name not in manager.styles():
                manager.addStyleFromLayer(name)
            manager.setCurrentStyle(name)
            style(layer)
            make_readable(layer)
        manager.setCurrentStyle(first)


def aliases(layer: QgsVectorLayer, code: str | None = None) -> None:
    """Every column the vocabulary knows under its label and unit, in the language ``code`` (default: the desktop's)."""
    for index, attribute in enumerate(layer.fields()):
        variable = describe(attribute.name())
        if variable:
            layer.setFieldAlias(index, variable.alias(code or language()))
        elif attribute.name() == NAME:
            layer.setFieldAlias(index, Translation(code or language())(_NAME))


def store_style(written: WrittenLayer, context: QgsProcessingContext) -> str:
    """Dress what a run wrote, and keep its styles with its data: inside a GeoPackage, else as QML beside the file.

    The current style becomes the one that opens. Others stand in the GeoPackage under their names, or beside the file
    as ``<file> (<name>).qml``. Returns why it could not be done, '' where it could; a layer in memory needs nothing.
    """
    from ...carbon_plugin.bridge.package_styles import StoredStyle, keep_in_package  # late, for QGIS's start

    layer = written.opened(context)
    if layer is None:
        return ""
    dress(layer, written.style)
    if layer.providerType() not in ("ogr", "gdal"):
        return ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = Path(parts.get("path", ""))
    manager = layer.styleManager()
    first, names = manager.currentStyle(), manager.styles()
    in_package = path.suffix.lower() == ".gpkg" and isinstance(layer, QgsVectorLayer)
    stored, problem = [], ""
    for name in sorted(names, key=lambda name: name == first):  # the one that opens comes last
        if manager.currentStyle() != name:
            manager.setCurrentStyle(name)
        called = name if len(names) > 1 else _STYLE_NAME
        if in_package:
            stored.append(StoredStyle(called, *_as_xml(layer)))
        else:
            problem = problem or _keep_beside(layer, path, called, opens=name == first)
    del manager, layer  # QGIS has the file closed while GDAL writes to it
    return keep_in_package(path, parts.get("layerName") or "", stored) if in_package else problem


def _as_xml(layer: QgsVectorLayer) -> tuple[str, str]:
    """The current style as QGIS's own XML and as SLD."""
    own, standard = QDomDocument(), QDomDocument()
    layer.exportNamedStyle(own)
    layer.exportSldStyle(standard, "")
    return own.toString(), standard.toString()


def _keep_beside(layer: QgsMapLayer, path: Path, name: str, *, opens: bool) -> str:
    stem = path.stem if opens else f"{path.stem} ({name.translate(_NOT_IN_FILE_NAMES)})"
    target = path.with_name(f"{stem}{STYLE_SUFFIX}")
    if is_users_style(target):
        return Template(tr).fill(_STYLE_OF_THE_USERS, {"file": Quoted(target.name)})
    layer.setCustomProperty(STYLE_MARK, 1)
    message, stored = layer.saveNamedStyle(str(target))
    return "" if stored else message
