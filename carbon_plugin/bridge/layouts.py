"""Maps to print: a layout template filled with a layer and its texts, as picture and PDF, without a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMarginsF, QSizeF
from qgis.PyQt.QtGui import QImage, QPageSize, QPaintDevice, QPainter, QPdfWriter
from qgis.PyQt.QtXml import QDomDocument

from ..core.errors import InputError
from ..core.messages import sentence
from ..core.progress import Progress, Silent, advance
from ..core.resources import RESOURCES
from ..core.round_numbers import rounded_down
from .compat import ADVANCED_EFFECTS, FORCE_VECTORS
from .output import write_whole
from .page_painting import MILLIMETRES_PER_INCH, paint_page

LAYOUTS = RESOURCES / "layouts"
NORTH_ARROW = LAYOUTS / "north_arrow.svg"
DPI = 300
ELLIPSOID = "EPSG:7030"
METRES_PER_INCH = MILLIMETRES_PER_INCH / 1000.0

_MARGIN = 1.04  # how much wider the map is than what it shows
_SEGMENT_SHARE = 0.1  # of the map's width that a segment of the scale bar takes at most
_METRES_PER_KILOMETRE = 1000.0
_UNSEEN = 0.1  # of a dot: what no printer draws otherwise
_NO_EXPRESSION = "[\u200b%"  # labels compute what stands in [% %]; a user's text is no formula


class TemplateError(InputError):
    template = sentence("The layout template “{path}” cannot be used: {reason}.")
    remedy = sentence("Install the plugin again.")


@dataclass
class FilledLayout:
    """A print layout ready to be exported; it lives no longer than the ``project`` that holds its layer."""

    project: QgsProject
    layout: QgsPrintLayout
    map: QgsLayoutItemMap

    def export_image(self, path: str, progress: Progress = Silent()) -> None:
        """A picture of 300 dpi, whole or not at all. Raises ``NotWrittenError``, ``Cancelled``."""
        self.layout.renderContext().setDpi(DPI)
        # not exportToImage, which has GDAL try to write the position into the PNG, and GDAL complain that it cannot
        dots, size = DPI / MILLIMETRES_PER_INCH, self.layout.pageCollection().page(0).pageSize()
        picture = QImage(int(size.width() * dots), int(size.height() * dots), QImage.Format.Format_ARGB32)
        dots_per_metre = int(DPI / METRES_PER_INCH)
        picture.setDotsPerMeterX(dots_per_metre)
        picture.setDotsPerMeterY(dots_per_metre)
        picture.fill(0)
        self._paint(picture, progress)
        write_whole(path, lambda partial: picture.save(partial))

    def export_pdf(self, path: str, progress: Progress = Silent()) -> None:
        """A PDF of lines and outlined text, whole or not at all. Raises ``NotWrittenError``, ``Cancelled``."""
        # not exportToPdf, whose printer asks the printing service of the machine for its printers
        context = self.layout.renderContext()
        context.setDpi(DPI)
        context.setFlag(FORCE_VECTORS, True)
        context.setFlag(ADVANCED_EFFECTS, False)  # they would be pictures

        def paint(partial: str) -> bool:
            writer, size = QPdfWriter(partial), self.layout.pageCollection().page(0).pageSize()
            writer.setResolution(DPI)
            writer.setPageSize(QPageSize(QSizeF(size.width(), size.height()), QPageSize.Unit.Millimeter))
            writer.setPageMargins(QMarginsF(0, 0, 0, 0))
            return self._paint(writer, progress)

        write_whole(path, paint)

    def _paint(self, device: QPaintDevice, progress: Progress) -> bool:
        painter = QPainter()
        if not painter.begin(device):
            return False
        try:
            paint_page(self.layout, self.map, painter, progress=progress)
        finally:
            done = painter.end()
        return done


def fill_layout(
    name: str,
    layer: QgsVectorLayer,
    crs: QgsCoordinateReferenceSystem,
    *,
    extent: QgsRectangle,
    texts: Mapping[str, str],
    progress: Progress = Silent(),
) -> FilledLayout:
    """The template ``name`` with ``layer``, which it takes over, on its map, without corners that no print shows.

    ``crs``, ``extent``: of the map, in metres. ``texts``: by the id of a label. Raises ``TemplateError``,
    ``Cancelled``.
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
    dot = the_map.extent().width() / the_map.rect().width() * MILLIMETRES_PER_INCH / DPI
    _thin(layer, _UNSEEN * dot, progress)
    for key, text in texts.items():
        items[key].setText(text.replace("[%", _NO_EXPRESSION))
    items["north_arrow"].setPicturePath(str(NORTH_ARROW))
    items["scale_bar"].setLinkedMap(the_map)
    segment = _SEGMENT_SHARE * the_map.extent().width() / _METRES_PER_KILOMETRE
    items["scale_bar"].setUnitsPerSegment(rounded_down(segment))
    _fill_legend(items["legend"], the_map, project, layer)
    layout.refresh()
    return FilledLayout(project, layout, the_map)


def _thin(layer: QgsVectorLayer, tolerance: float, progress: Progress) -> None:
    """Leave out corners that move no edge by more than ``tolerance``: what is drawn then ends within a second."""
    thinner = {}
    for feature in layer.getFeatures():
        advance(progress, 0.0)
        geometry = feature.geometry().simplify(tolerance)
        if not geometry.isEmpty():
            thinner[feature.id()] = geometry
    layer.dataProvider().changeGeometryValues(thinner)


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
