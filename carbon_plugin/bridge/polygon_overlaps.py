"""Ground that lies under more than one of many polygons, which are kept in a file and not in memory."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterator, Sequence

from qgis.core import QgsGeometry, QgsRectangle, QgsSpatialIndex

from ..core.progress import Progress, advance
from .valid_polygons import only_polygons

IN_MEMORY = 128 << 20  # bytes of outlines; more go to a temporary file
MANY_CORNERS, CORNERS = 1_000, 256  # of a polygon that is cut, and of its pieces
OF_PIECES = 1e-3  # of the smallest overlap of polygons: of pieces of them
LOOKS = 100  # polygons between two looks at Cancel


class PolygonStore:
    """Polygons of one CRS in the order they came; each is called by its number.

    One of very many corners, such as a river, is kept in pieces, so that none of its neighbours has to walk all of it.
    """

    def __init__(self):
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by close()
        self._begins, self._end = array("q"), 0  # of each piece
        self._owner = array("q")  # of each piece
        self._first = array("q")  # the first piece of each polygon
        self._index = QgsSpatialIndex()

    def __len__(self) -> int:
        return len(self._first)

    def close(self) -> None:
        """Give the space back, at the latest when nobody knows this object any more."""
        self._file.close()

    __del__ = close

    def add(self, geometry: QgsGeometry) -> None:
        """Keep a valid polygon."""
        self._first.append(len(self._begins))
        is_long = geometry.constGet().nCoordinates() > MANY_CORNERS
        for piece in geometry.subdivide(CORNERS).asGeometryCollection() if is_long else [geometry]:
            self._index.addFeature(len(self._begins), piece.boundingBox())
            self._owner.append(len(self._first) - 1)
            self._begins.append(self._end)
            wkb = bytes(piece.asWkb())
            self._file.seek(self._end)
            self._file.write(wkb)
            self._end += len(wkb)

    def overlaps(self, smallest: float, progress: Progress) -> Iterator[tuple[int, list[tuple[int, QgsGeometry]]]]:
        """Polygons that lie over earlier ones: number, and for each earlier one its number and what both cover.

        ``smallest``: less, in square units of the CRS, is the rounding of a border. Raises ``Cancelled``.
        """
        for number in range(len(self)):
            if number % LOOKS == 0:
                advance(progress, number / len(self))
            last = self._first[number + 1] if number + 1 < len(self) else len(self._begins)
            found: dict[int, list[QgsGeometry]] = {}
            for piece in range(self._first[number], last):
                for other, both in self._under(piece, OF_PIECES * smallest):
                    found.setdefault(other, []).append(both)
            over = [(other, joined(parts)) for other, parts in sorted(found.items())]
            over = [(other, both) for other, both in over if both.area() > smallest]
            if over:
                yield number, over

    def _under(self, piece: int, smallest: float) -> Iterator[tuple[int, QgsGeometry]]:
        """Earlier polygons that a piece of one lies over, with what both cover."""
        geometry = self._get(piece)
        box = geometry.boundingBox()
        for other in sorted(self._index.intersects(box)):
            if self._owner[other] >= self._owner[piece]:
                break
            earlier = self._get(other)
            if _overlap(box, earlier.boundingBox(), smallest):
                both = only_polygons(geometry.intersection(earlier))
                if both.area() > smallest:
                    yield self._owner[other], both

    def _get(self, piece: int) -> QgsGeometry:
        begin = self._begins[piece]
        end = self._begins[piece + 1] if piece + 1 < len(self._begins) else self._end
        self._file.seek(begin)
        geometry = QgsGeometry()
        geometry.fromWkb(self._file.read(end - begin))
        return geometry


def joined(parts: Sequence[QgsGeometry]) -> QgsGeometry:
    """Polygons as one."""
    return parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(list(parts))


def _overlap(first: QgsRectangle, second: QgsRectangle, smallest: float) -> bool:
    """Whether two boxes have more than a border in common."""
    both = first.intersect(second)
    return both.width() * both.height() > smallest
