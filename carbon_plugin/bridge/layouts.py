"""Maps to print: a layout template filled with a layer and its texts, as picture and PDF, without a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutExporter,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMarginsF, QSize, QSizeF
from qgis.PyQt.QtGui import QPageSize, QPainter, QPdfWriter
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..core.messages import sentence
from ..core.resources import RESOURCES
from ..core.round_numbers import rounded_down
from .compat import ADVANCED_EFFECTS, FORCE_VECTORS
from .output import write_whole

LAYOUTS = RESOURCES / "layouts"
NORTH_ARROW = LAYOUTS / "north_arrow.svg"
DPI = 300
ELLIPSOID = "EPSG:7030"

_MARGIN = 1.04  # how much wider the map is than what it shows
_SEGMENT_SHARE = 0.1  # of the map's width that a segment of the scale bar takes at most
_METRES_PER_KILOMETRE = 1000.0
_NO_EXPRESSION = "[\u200b%"  # labels compute what stands in [% %]; a user's text is no formula


class TemplateError(InputError):
    template = sentence("The layout template “{path}” cannot be used: {reason}.")
    remedy = sentence("Install the plugin again.")


@dataclass
class FilledLayout:
    """A print layout ready to be exported; it lives no longer than the ``project`` that holds its layer."""

    project: QgsProject
    layout: QgsPrintLayout

    def export_image(self, path: str) -> None:
        """A picture of 300 dpi, whole or not at all. Raises ``NotWrittenError``."""
        self.layout.renderContext().setDpi(DPI)
        # not exportToImage, which has GDAL try to write the position into the PNG, and GDAL complain that it cannot
        picture = QgsLayoutExporter(self.layout).renderPageToImage(0, QSize(), DPI)
        write_whole(path, lambda partial: not picture.isNull() and picture.save(partial))

    def export_pdf(self, path: str) -> None:
        """A PDF of lines and outlined text, whole or not at all. Raises ``NotWrittenError``."""
        # not exportToPdf, whose printer asks the printing service of the machine for its printers
        context = self.layout.renderContext()
        context.setDpi(DPI)
        context.setFlag(FORCE_VECTORS, True)
        context.setFlag(ADVANCED_EFFECTS, False)  # they would be pictures
        write_whole(path, self._paint_pdf)

    def _paint_pdf(self, path: str) -> bool:
        writer, painter, size = QPdfWriter(path), QPainter(), self.layout.pageCollection().page(0).pageSize()
        writer.setResolution(DPI)
        writer.setPageSize(QPageSize(QSizeF(size.width(), size.height()), QPageSize.Unit.Millimeter))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        if not painter.begin(writer):
            return False
        QgsLayoutExporter(self.layout).renderPage(painter, 0)
        return painter.end()


def fill_layout(
    name: str,
    layer: QgsVectorLayer,
    crs: QgsCoordinateReferenceSystem,
    *,
    extent: QgsRectangle,
    texts: Mapping[str, str],
) -> FilledLayout:
    """The template ``name`` with ``layer``, which it takes over, on its map.

    ``crs``, ``extent``: of the map, in metres. ``texts``: by the id of a label. Raises ``TemplateError``.
    """
    project = QgsProject()
    project.setEllipsoid(ELLIPSOID)
    project.setCrs(crs)
    project.addMapLayer(layer)
    layout = QgsPrintLayout(project)
    items = _load(layout, LAYOUTS / f"{name}.qpt")
    the_map = items["map"]
    the_map.setCrs(crs)
    the_map.setLayers([layer])
    wider = QgsRectangle(extent)
    wider.scale(_MARGIN)
    the_map.zoomToExtent(wider)
    for key, text in texts.items():
        items[key].setText(text.replace("[%", _NO_EXPRESSION))
    items["north_arrow"].setPicturePath(str(NORTH_ARROW))
    items["scale_bar"].setLinkedMap(the_map)
    segment = _SEGMENT_SHARE * the_map.extent().width() / _METRES_PER_KILOMETRE
    items["scale_bar"].setUnitsPerSegment(rounded_down(segment))
    _fill_legend(items["legend"], the_map, project, layer)
    layout.refresh()
    return FilledLayout(project, layout)


def _load(layout: QgsPrintLayout, template: Path) -> dict:
    """The items of the template by their ids."""
    document = QDomDocument()
    if not document.setContent(template.read_text(encoding="utf-8"))[0]:
        raise TemplateError(path=template.name, reason="XML")
    _, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded:
        raise TemplateError(path=template.name, reason="QGIS")
    wanted = ("map", "legend", "scale_bar", "north_arrow")
    items = {item.id(): item for item in layout.items() if hasattr(item, "id") and item.id()}
    missing = [name for name in wanted if name not in items]
    if missing:
        raise TemplateError(path=template.name, reason=missing)
    return items


def _fill_legend(legend, the_map, project: QgsProject, layer: QgsVectorLayer) -> None:
    """The classes of ``layer`` without its name."""
    legend.setLinkedMap(the_map)
    legend.setAutoUpdateModel(True)
    legend.setAutoUpdateModel(False)  # a legend of its own from here on
    node = legend.model().rootGroup().findLayer(layer.id())
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    legend.adjustBoxSize()
