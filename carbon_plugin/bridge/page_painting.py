"""A page of a layout on a painter, its map by a job of its own that Cancel ends.

A layout draws its maps while everybody waits, however many units they have. So the page is painted in three goes: what
lies below the map, the map by the settings that its item would use itself, and what lies above.
"""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemMap,
    QgsMapRendererCustomPainterJob,
    QgsPrintLayout,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, QRectF, QSizeF, QTimer
from qgis.PyQt.QtGui import QPainter

from ..core.errors import Cancelled
from ..core.progress import Progress, advance

MILLIMETRES_PER_INCH = 25.4
_BETWEEN_LOOKS = 20  # milliseconds
_NOTHING = {"style": "no", "outline_style": "no"}


def paint_page(layout: QgsPrintLayout, the_map: QgsLayoutItemMap, painter: QPainter, *, progress: Progress) -> None:
    """Paint the first page of ``layout``, whose only map is ``the_map``, the same as QGIS would export it.

    The layout is of no use afterwards but to be painted again. Raises ``Cancelled``.
    """
    page, others = layout.pageCollection().page(0), [item for item in _items_of(layout) if item is not the_map]
    layers, has_frame, has_background = the_map.layers(), the_map.frameEnabled(), the_map.hasBackground()
    paper = page.pageStyleSymbol().clone()
    nothing = QgsVectorLayer("Polygon", "nothing", "memory")  # no layers at all would mean those of the project
    exporter = QgsLayoutExporter(layout)
    for item in others:
        item.setVisibility(False)
    the_map.setLayers([nothing])
    the_map.setFrameEnabled(False)
    exporter.renderPage(painter, 0)
    the_map.setLayers(layers)
    _paint_map(layout, the_map, painter, progress=progress)
    for item in others:
        item.setVisibility(True)
    page.setPageStyleSymbol(QgsFillSymbol.createSimple(_NOTHING))
    the_map.setLayers([nothing])
    the_map.setFrameEnabled(has_frame)
    the_map.setBackgroundEnabled(False)
    exporter.renderPage(painter, 0)
    the_map.setLayers(layers)
    the_map.setBackgroundEnabled(has_background)
    page.setPageStyleSymbol(paper)
    advance(progress, 1.0)


def _items_of(layout: QgsPrintLayout) -> list[QgsLayoutItem]:
    pages = layout.pageCollection().pages()
    return [item for item in layout.items() if isinstance(item, QgsLayoutItem) and item not in pages]


def _paint_map(layout: QgsPrintLayout, the_map: QgsLayoutItemMap, painter: QPainter, *, progress: Progress) -> None:
    """The map where it stands on the page, scaled as the exporter scales a page."""
    device, page = painter.device(), layout.pageCollection().page(0).rect()
    scale = min(device.width() / page.width(), device.height() / page.height())
    dots = device.logicalDpiX() / MILLIMETRES_PER_INCH
    extent, size = the_map.extent(), QSizeF(the_map.rect().size()) * dots
    settings = the_map.mapSettings(extent, size, layout.renderContext().dpi(), True)
    settings.setFlag(Qgis.MapSettingsFlag.UseRenderingOptimization, False)  # as for exports: all corners are drawn
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(the_map.pos())
    painter.setClipRect(QRectF(the_map.rect()))
    painter.scale(1 / dots, 1 / dots)
    try:
        _run(QgsMapRendererCustomPainterJob(settings, painter), progress)
    finally:
        painter.restore()


def _run(job: QgsMapRendererCustomPainterJob, progress: Progress) -> None:
    """Let ``job`` paint in a thread of its own. Raises ``Cancelled``."""
    loop, timer = QEventLoop(), QTimer()
    job.finished.connect(loop.quit)
    timer.timeout.connect(lambda: loop.quit() if progress.cancelled() else None)
    timer.start(_BETWEEN_LOOKS)
    job.start()
    if job.isActive():
        loop.exec()
    timer.stop()
    if job.isActive():
        job.cancel()  # waits for the unit that is being drawn
        raise Cancelled
    advance(progress, 0.5)
