"""Units cut into small pieces, so that the parts of many polygons in them are found quickly."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsGeometry, QgsSpatialIndex

from ..core.progress import Progress, Silent, advance
from .polygons import prepared
from .valid_polygons import only_polygons, repaired

MOST_NODES = 256  # of a piece: a border of ten thousand corners is not walked for each polygon it cuts


class UnitPieces:
    """Units by ``geometries``, all in one CRS. A polygon is shared out among them, whole or in parts."""

    def __init__(self, geometries: Sequence[QgsGeometry], progress: Progress = Silent()):
        self._geometries = [one if one.isGeosValid() else repaired(one) for one in geometries]
        self._engines = [prepared(one) for one in self._geometries]
        self._pieces: list[tuple[int, QgsGeometry]] = []
        self._index = QgsSpatialIndex()
        for unit, geometry in enumerate(self._geometries):
            advance(progress, unit / len(self._geometries))
            for piece in geometry.subdivide(MOST_NODES).asGeometryCollection():
                self._index.addFeature(len(self._pieces), piece.boundingBox())
                self._pieces.append((unit, piece))
        self._prepared = [prepared(piece) for _, piece in self._pieces]

    def parts_of(self, geometry: QgsGeometry) -> list[tuple[int, QgsGeometry]]:
        """Units that a valid polygon lies in, each with what of it lies there; the polygon itself where all of it does.

        Units that overlap get what lies in both of them twice.
        """
        shape, parts = geometry.constGet(), []
        pieces: dict[int, list[int]] = {}
        for place in self._index.intersects(geometry.boundingBox()):
            pieces.setdefault(self._pieces[place][0], []).append(place)
        for unit, places in pieces.items():
            met = [place for place in places if self._prepared[place].intersects(shape)]
            if not met:
                continue
            if (len(met) == 1 and self._prepared[met[0]].contains(shape)) or self._engines[unit].contains(shape):
                parts.append((unit, geometry))
                continue
            for place in met:
                part = only_polygons(geometry.intersection(self._pieces[place][1]))
                if not part.isEmpty():
                    parts.append((unit, part))
        return parts
