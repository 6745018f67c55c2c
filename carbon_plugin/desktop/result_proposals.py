"""Which results of earlier steps a step begins with: by the columns that it reads, not by what was loaded last."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from qgis.core import QgsMapLayer, QgsVectorLayer

from ..core.resources import read_rows
from ..core.tables.vocabulary import UNIT, YEAR

_NO_MEASURES = frozenset({"fid", "id", "ogc_fid", "objectid", "gid", UNIT, YEAR})


def find_results(layers: Iterable[QgsMapLayer], step: str) -> dict[str, str]:
    """The layer of every parameter of a step for which the project has one; several that fit: the first of ``layers``.

    ``step``: its id. The columns that tell a result stand in ``resources/proposals.csv``.
    """
    vectors = [one for one in layers if isinstance(one, QgsVectorLayer) and one.isValid()]
    found = {}
    for parameter, wanted, without, has_polygons in _signatures().get(step, ()):
        for layer in vectors:
            names = set(layer.fields().names())
            if wanted <= names and not without & names and layer.isSpatial() == has_polygons:
                found[parameter] = layer.id()
                break
    return found


def find_number_field(layer: QgsMapLayer | None) -> str:
    """The first column of numbers that neither numbers the rows nor is a key; '' where there is none."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return ""
    keys = {layer.fields().at(place).name() for place in layer.primaryKeyAttributes()}
    names = (one.name() for one in layer.fields() if one.isNumeric())
    return next((name for name in names if name not in keys and name.casefold() not in _NO_MEASURES), "")


@cache
def _signatures() -> dict[str, list[tuple[str, frozenset[str], frozenset[str], bool]]]:
    """By step: parameter, columns that are there, columns that are not, and whether it has outlines."""
    found: dict[str, list[tuple[str, frozenset[str], frozenset[str], bool]]] = {}
    for row in read_rows("proposals.csv"):
        columns, without = (frozenset(row[name].split()) for name in ("columns", "without"))
        found.setdefault(row["step"], []).append((row["parameter"], columns, without, row["polygons"] == "yes"))
    return found
