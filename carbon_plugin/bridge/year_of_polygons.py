"""The land-use polygons of one year: read one by one, shared out among units, and ground under several counted once."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ..core.land_use.code_legend import CodeLegend, normalise_code
from ..core.land_use.polygon_areas import PolygonAreas
from ..core.messages import Message, phrase, sentence, warning
from ..core.progress import Part, Progress, advance
from .compat import to_python
from .polygon_overlaps import LOOKS, PolygonStore, joined
from .sources import every_feature
from .units_in_crs import UnitsInCrs, UnitsInEachCrs
from .valid_polygons import valid_polygons

AT_ONCE = 2_000  # parts that are measured together
READ = 0.6  # of the work: the rest is looking for overlaps


@dataclass(frozen=True, eq=False)
class LandUseLayer:
    """``layer``: polygons, all of ``year``; ``column``: where their codes stand."""

    layer: QgsVectorLayer
    year: int
    column: str

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.layer.name()


class YearOfPolygons:
    """``layers`` of one year, which are parts of one map."""

    def __init__(self, layers: Sequence[LandUseLayer], units_in: UnitsInEachCrs, legend: CodeLegend):
        self._layers, self._units_in, self._legend = layers, units_in, legend
        self._codes: dict[str, int] = {}
        self._classes: list[str] = []
        self._areas: list[np.ndarray] = []  # of each code (u,)
        self._polygons: list[int] = []
        self._store = PolygonStore()
        self._code_of, self._layer_of, self._feature_of = array("q"), array("q"), array("q")  # of stored polygons
        self._repaired: list[object] = []
        self._empty: list[object] = []
        self._outside = 0

    def measure(self, progress: Progress) -> PolygonAreas:
        """Read all layers. Raises what ``UnitsInEachCrs.of`` and ``every_feature`` raise, ``Cancelled``."""
        first = self._units_in.of(self._layers[0].layer)
        total = max(sum(one.layer.featureCount() for one in self._layers), 1)
        done = 0
        try:
            for number, one in enumerate(self._layers):
                share = one.layer.featureCount() / total
                self._read(number, first, Part(progress, READ * done, READ * (done + share)))
                done += share
            doubled, contested, over = self._count_once(first, Part(progress, READ, 1.0))
        finally:
            self._store.close()
        return PolygonAreas(
            self._layers[0].year,
            [one.name for one in self._layers],
            list(self._codes),
            np.maximum(np.array(self._areas).T.reshape(self._units_in.count, -1), 0.0),
            first.unit_ha,
            np.array(self._polygons, dtype=int),
            self._outside,
            doubled,
            contested,
            over,
        )

    def remarks(self) -> list[Message]:
        """Outlines that were repaired, and polygons without one."""
        notes, year = [], self._layers[0].year
        if self._repaired:
            template = sentence(
                "{year}: {count:land-use polygon crosses itself and was|land-use polygons cross themselves and were} "
                "repaired: {polygons}."
            )
            values = {"year": year, "count": len(self._repaired), "polygons": self._repaired}
            notes.append(warning("land-use-repaired", template, **values))
        if self._empty:
            template = sentence(
                "{year}: {count:land-use polygon has|land-use polygons have} no outline and no part in any area: "
                "{polygons}."
            )
            values = {"year": year, "count": len(self._empty), "polygons": self._empty}
            notes.append(warning("land-use-without-outline", template, **values))
        return notes

    def _read(self, number: int, first: UnitsInCrs, progress: Progress) -> None:
        one = self._layers[number]
        here = first if number == 0 else self._units_in.of(one.layer)
        to_first = (
            None
            if here is first or here.wkt == first.wkt
            else QgsCoordinateTransform(here.crs, first.crs, self._units_in.context)
        )
        index = one.layer.fields().indexFromName(one.column)
        request = QgsFeatureRequest().setSubsetOfAttributes([index])
        total, parts = max(one.layer.featureCount(), 1), _Parts(here, self._areas)
        for place, feature in enumerate(every_feature(one.layer, request, one.layer, name=one.name)):
            if place % LOOKS == 0:
                advance(progress, min(place / total, 1.0))
            geometry, crossed = valid_polygons(feature.geometry())
            if geometry.isEmpty():
                self._empty.append(self._called(number, feature.id()))
                continue
            if crossed:
                self._repaired.append(self._called(number, feature.id()))
            found = here.pieces.parts_of(geometry)
            if not found:
                self._outside += 1
                continue
            code = self._number_of(normalise_code(to_python(feature[index])))
            self._polygons[code] += 1
            for unit, part in found:
                parts.add(unit, code, part)
            if to_first is not None:
                geometry = QgsGeometry(geometry)
                geometry.transform(to_first)
            self._store.add(geometry)
            self._code_of.append(code)
            self._layer_of.append(number)
            self._feature_of.append(feature.id())
        parts.measure()

    def _count_once(self, here: UnitsInCrs, progress: Progress) -> tuple[float, float, list[object]]:
        """Take what lies under earlier polygons from later ones: hectares, those of two classes, and which they are."""
        takes, contested = _Parts(here, self._areas, -1.0), 0.0
        over: list[object] = []
        for number, found in self._store.overlaps(here.smallest, progress):
            code = self._code_of[number]
            before = takes.count
            for unit, part in here.pieces.parts_of(joined([both for _, both in found])):
                takes.add(unit, code, part)
            if takes.count > before:
                over.append(self._called(self._layer_of[number], self._feature_of[number]))
            others = [both for other, both in found if self._classes[self._code_of[other]] != self._classes[code]]
            if others:
                parts = [part for _, part in here.pieces.parts_of(joined(others))]
                contested += float(here.measure.hectares(parts).sum()) if parts else 0.0
        takes.measure()
        return takes.hectares, contested, over

    def _number_of(self, code: str) -> int:
        code = self._legend.find_code(code) or "" if code else ""
        if code not in self._codes:
            self._codes[code] = len(self._codes)
            self._classes.append(self._legend.class_of.get(code, ""))
            self._areas.append(np.zeros(self._units_in.count))
            self._polygons.append(0)
        return self._codes[code]

    def _called(self, layer: int, feature: int) -> object:
        """What messages call a polygon: its number in its layer, as QGIS shows it."""
        if len(self._layers) == 1:
            return feature
        return phrase("{feature} in “{layer}”", feature=feature, layer=self._layers[layer].name)


class _Parts:
    """Parts of polygons in units, measured some at a time and added to ``areas`` with ``sign``."""

    def __init__(self, here: UnitsInCrs, areas: list[np.ndarray], sign: float = 1.0):
        self._here, self._areas, self._sign = here, areas, sign
        self._waiting: list[tuple[int, int, QgsGeometry]] = []
        self.hectares, self.count = 0.0, 0

    def add(self, unit: int, code: int, part: QgsGeometry) -> None:
        """``part`` of a polygon with a ``code`` lies in a ``unit``."""
        self._waiting.append((unit, code, part))
        self.count += 1
        if len(self._waiting) >= AT_ONCE:
            self.measure()

    def measure(self) -> None:
        """Measure what waits."""
        if not self._waiting:
            return
        hectares = self._here.measure.hectares([part for _, _, part in self._waiting])
        for (unit, code, _), area in zip(self._waiting, hectares.tolist()):
            self._areas[code][unit] += self._sign * area
        self.hectares += float(hectares.sum())
        self._waiting = []
