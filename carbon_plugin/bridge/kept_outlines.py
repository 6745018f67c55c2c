"""Outlines in the order they came; those of a detailed map wait in a temporary file, not in memory."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Sequence
from typing import IO

from qgis.core import QgsGeometry

IN_MEMORY = 32 << 20  # bytes of coordinates that are kept as geometries; what comes later goes to the file
_POINT_BYTES = 16


class KeptOutlines(Sequence):
    """A sequence of ``QgsGeometry``, exactly as they were added."""

    def __init__(self, geometries: Iterable[QgsGeometry] = ()):
        self._here: list[QgsGeometry] = []
        self._bytes = 0
        self._file: IO[bytes] | None = None
        self._ends = array("q", [0])  # of each outline in the file
        for geometry in geometries:
            self.append(geometry)

    def append(self, geometry: QgsGeometry) -> None:
        """Keep one more."""
        if self._file is None:
            self._here.append(geometry)
            self._bytes += 0 if geometry.isNull() else _POINT_BYTES * geometry.constGet().nCoordinates()
            if self._bytes > IN_MEMORY:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with this object
            return
        wkb = b"" if geometry.isNull() else bytes(geometry.asWkb())
        self._file.seek(self._ends[-1])
        self._file.write(wkb)
        self._ends.append(self._ends[-1] + len(wkb))

    def __len__(self) -> int:
        return len(self._here) + len(self._ends) - 1

    def __getitem__(self, place: int | slice) -> QgsGeometry | list[QgsGeometry]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        number = place % len(self) - len(self._here)
        if number < 0:
            return self._here[number]
        self._file.seek(self._ends[number])
        geometry = QgsGeometry()
        geometry.fromWkb(self._file.read(self._ends[number + 1] - self._ends[number]))
        return geometry

    def __del__(self):
        if self._file is not None:
            self._file.close()
