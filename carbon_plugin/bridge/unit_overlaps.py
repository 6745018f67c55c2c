"""Units whose outlines lie over each other."""

from __future__ import annotations

from ..core.messages import Message, phrase, sentence, warning
from ..core.progress import Progress, Silent
from .polygon_overlaps import PolygonStore
from .polygons import UnitPolygons

A_BORDER = 1e-3  # of the smaller unit: less is two drawings of one border


def remarks_on_overlapping_units(units: UnitPolygons, progress: Progress = Silent()) -> list[Message]:
    """A warning that names the pairs, with the share of the smaller unit that both cover. Raises ``Cancelled``."""
    store = PolygonStore()
    for geometry in units.geometries:
        store.add(geometry)
    pairs = []
    for number, found in store.overlaps(0.0, progress):
        for other, both in found:
            smaller = min(units.geometries[number].area(), units.geometries[other].area())
            if both.area() > A_BORDER * smaller:
                share = round(100.0 * both.area() / smaller, 1)
                values = {"first": units.keys[other], "second": units.keys[number], "share": share}
                pairs.append(phrase("{first} and {second} ({share} %)", **values))
    store.close()
    if not pairs:
        return []
    template = sentence(
        "“{layer}”: {count:pair of units overlaps|pairs of units overlap}, so that their land counts twice (in "
        "brackets the share of the smaller): {pairs}."
    )
    return [warning("outlines-overlap", template, layer=units.layer, count=len(pairs), pairs=pairs)]
