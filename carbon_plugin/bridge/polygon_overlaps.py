"""Ground that lies under more than one of many polygons, which are kept in a file and not in memory."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator

from qgis.core import QgsGeometry, QgsRectangle, QgsSpatialIndex

from ..core.progress import Progress, advance
from .polygons import only_polygons

IN_MEMORY = 128 << 20  # bytes of outlines; more go to a temporary file
LOOKS = 100  # polygons between two looks at Cancel


class PolygonStore:
    """Polygons of one CRS in the order they came; each is called by its number."""

    def __init__(self):
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by close()
        self._begins, self._end = array("q"), 0
        self._index = QgsSpatialIndex()

    def __len__(self) -> int:
        return len(self._begins)

    def close(self) -> None:
        """Give the space back."""
        self._file.close()

    def add(self, geometry: QgsGeometry) -> None:
        """Keep a valid polygon."""
        wkb = bytes(geometry.asWkb())
        self._file.seek(self._end)
        self._file.write(wkb)
        self._index.addFeature(len(self._begins), geometry.boundingBox())
        self._begins.append(self._end)
        self._end += len(wkb)

    def get(self, number: int) -> QgsGeometry:
        """A polygon by its number."""
        begin = self._begins[number]
        end = self._begins[number + 1] if number + 1 < len(self._begins) else self._end
        self._file.seek(begin)
        geometry = QgsGeometry()
        geometry.fromWkb(self._file.read(end - begin))
        return geometry

    def overlaps(self, smallest: float, progress: Progress) -> Iterator[tuple[int, list[tuple[int, QgsGeometry]]]]:
        """Polygons that lie over earlier ones: number, and for each earlier one its number and what both cover.

        ``smallest``: less, in square units of the CRS, is the rounding of a border. Raises ``Cancelled``.
        """
        for number in range(len(self)):
            if number % LOOKS == 0:
                advance(progress, number / len(self))
            geometry = self.get(number)
            box = geometry.boundingBox()
            found = []
            for other in sorted(self._index.intersects(box)):
                if other >= number:
                    break
                earlier = self.get(other)
                if not _overlap(box, earlier.boundingBox(), smallest):
                    continue
                both = only_polygons(geometry.intersection(earlier))
                if both.area() > smallest:
                    found.append((other, both))
            if found:
                yield number, found


def _overlap(first: QgsRectangle, second: QgsRectangle, smallest: float) -> bool:
    """Whether two boxes have more than a border in common."""
    both = first.intersect(second)
    return both.width() * both.height() > smallest
