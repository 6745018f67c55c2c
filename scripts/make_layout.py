"""Draw the print layout resources/layouts/zone_map.qpt. Runs under the Python that has QGIS.

The file is a real template: it opens in the layout designer of QGIS, and the plugin fills its items by their ids
(title, map, legend, scale_bar, north_arrow, source). This script is how it was drawn.
"""

from __future__ import annotations

import sys
from pathlib import Path

from make_reference import qgis_application
from qgis.core import (
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QColor

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / "resources" / "layouts" / "zone_map.qpt"
ARROW_OF_QGIS = "arrows/NorthArrow_02.svg"  # for those who open the template; the plugin puts its own in its place
INK, QUIET = QColor("#22302a"), QColor("#55665e")
MARGIN, PAGE_WIDTH, PAGE_HEIGHT = 12.0, 297.0, 210.0  # mm, A4 across


def main() -> None:
    """Draw and save."""
    application = qgis_application()  # noqa: F841 - QGIS lives as long as this does
    project = QgsProject()  # must outlive the layout
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Carbon Zoning: map of zones")
    width = PAGE_WIDTH - 2 * MARGIN
    _label(layout, "title", "Title", 20, INK, (MARGIN, 8, width, 12), bold=True)
    the_map = _map(layout, (MARGIN, 22, width, 145))
    _legend(layout, the_map, (MARGIN, 170, 190, 28))
    _scale_bar(layout, the_map, (PAGE_WIDTH - MARGIN - 70, 178, 70, 14))
    _north_arrow(layout, (PAGE_WIDTH - MARGIN - 14, 25, 11, 16.5))
    _label(layout, "source", "Source", 7, QUIET, (MARGIN, 200, width, 5))
    TEMPLATE.parent.mkdir(exist_ok=True)
    if not layout.saveAsTemplate(str(TEMPLATE), QgsReadWriteContext()):
        sys.exit(f"{TEMPLATE} could not be written")
    print(f"Written: {TEMPLATE.relative_to(ROOT)}")


def _label(layout: QgsPrintLayout, name: str, text: str, size: float, colour: QColor, place, bold=False) -> None:
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    item.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    item.setMargin(0)
    _write_in(item, size, colour, bold)
    _put(layout, item, name, place)


def _map(layout: QgsPrintLayout, place) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    _put(layout, item, "map", place)
    item.setExtent(QgsRectangle(0, 0, place[2], place[3]))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor("#c5d0ca"))
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    return item


def _legend(layout: QgsPrintLayout, the_map: QgsLayoutItemMap, place) -> None:
    item = QgsLayoutItemLegend(layout)
    _put(layout, item, "legend", place)
    item.setLinkedMap(the_map)
    item.setColumnCount(2)
    item.setSplitLayer(True)
    item.setEqualColumnWidth(False)
    item.setBoxSpace(0)
    item.setBackgroundEnabled(False)
    format_ = _text_format(9, INK)
    for style in (QgsLegendStyle.Style.Group, QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        of_style = item.style(style)
        _set_format(of_style, format_)
        item.setStyle(style, of_style)


def _scale_bar(layout: QgsPrintLayout, the_map: QgsLayoutItemMap, place) -> None:
    item = QgsLayoutItemScaleBar(layout)
    _put(layout, item, "scale_bar", place)
    item.setStyle("Single Box")
    item.setLinkedMap(the_map)
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setUnitLabel("km")
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setHeight(1.8)
    item.setTextFormat(_text_format(8, INK))


def _north_arrow(layout: QgsPrintLayout, place) -> None:
    item = QgsLayoutItemPicture(layout)
    _put(layout, item, "north_arrow", place)
    item.setPicturePath(ARROW_OF_QGIS, QgsLayoutItemPicture.Format.FormatSVG)


def _put(layout: QgsPrintLayout, item: QgsLayoutItem, name: str, place) -> None:
    x, y, width, height = place
    item.setId(name)
    layout.addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    item.attemptResize(QgsLayoutSize(width, height, QgsUnitTypes.LayoutUnit.LayoutMillimeters))


def _write_in(item: QgsLayoutItemLabel, size: float, colour: QColor, bold: bool) -> None:
    format_ = _text_format(size, colour, bold)
    if hasattr(item, "setTextFormat"):  # since QGIS 3.24
        item.setTextFormat(format_)
    else:
        item.setFont(format_.toQFont())
        item.setFontColor(colour)


def _set_format(style: QgsLegendStyle, format_: QgsTextFormat) -> None:
    if hasattr(style, "setTextFormat"):  # since QGIS 3.30
        style.setTextFormat(format_)
    else:
        style.setFont(format_.toQFont())


def _text_format(size: float, colour: QColor, bold: bool = False) -> QgsTextFormat:
    format_ = QgsTextFormat()
    font = format_.font()
    font.setFamily("Sans Serif")  # whatever the desktop has
    font.setBold(bold)
    format_.setFont(font)
    format_.setSize(size)
    format_.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    format_.setColor(colour)
    return format_


if __name__ == "__main__":
    main()
