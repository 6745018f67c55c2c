"""Polygons that are observed once or year after year: whose each row is, of which year, and each outline once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from qgis.core import QgsCoordinateTransform, QgsCoordinateTransformContext

from ..core.errors import InputError, MissingColumnsError, raise_all
from ..core.messages import Message, sentence, warning
from ..core.progress import Progress, Silent, advance
from ..core.space.outlines import UnitOutlines
from ..core.tables.keys import find_empty_keys, find_repeated_rows, normalise_key
from ..core.tables.vocabulary import UNIT, YEAR
from ..core.tables.year_cells import parse_years
from ..core.values import Cell, quoted
from .features import Features
from .moved_polygons import GEOGRAPHIC
from .outlines import geometry_rings, map_crs, map_geometries, outlines_of
from .polygons import LayerWithoutCrsError, NoOutlinesError, UnitPolygons
from .sources import every_feature
from .tables import plain_cell
from .valid_polygons import valid_polygons

KEY_COLUMNS = (UNIT, "cell")  # where the user names none
NAME_COLUMN = "name"
NAMED_AT_MOST = 150  # units whose labels are looked for
_SAME = 1e-6  # of a box's size


class UnitsNotNamedError(InputError):
    template = sentence("“{table}” has several years, but no column {expected} that says whose each row is.")
    remedy = sentence("Choose the unit column.")


class UnitsInSeveralRowsError(InputError):
    """``units``: what stands there twice, as cells."""

    template = sentence("“{table}” has more than one feature for the unit {units}. Expected one feature a unit.")
    remedy = sentence("Choose the year column, where there is one; else dissolve them, or choose another unit column.")


@dataclass
class ObservedPolygons:
    """``keys`` (rows), ``years`` (rows,) or None; ``place`` (rows,): of the row's unit in ``units``, -1 without an
    outline. ``column``: that of the keys, '' where rows are numbered.
    """

    units: UnitPolygons
    keys: list[str]
    years: np.ndarray | None
    place: np.ndarray
    column: str
    notes: list[Message] = field(default_factory=list)

    def cells(self, rows: np.ndarray) -> list[Cell]:
        """The places of the rows that are True (rows,)."""
        years = [None] * len(self.keys) if self.years is None else self.years.tolist()
        return [Cell(self.keys[row], years[row]) for row in np.flatnonzero(rows)]


def read_observed_polygons(
    features: Features, key: str, year: str, *, progress: Progress = Silent()
) -> ObservedPolygons:
    """The rows of ``features``; ``key``, ``year``: their columns, '' for ``unit`` or ``cell`` and for no years.

    Where neither column is there rows are numbered from 1. Of a unit with several rows the first outline counts.

    Raises, all at once where possible: ``MissingColumnsError``, ``LayerWithoutCrsError``, ``UnitsNotNamedError``,
    ``MissingKeysError``, ``YearsNotReadableError``, ``DuplicateKeysError``, ``UnitsInSeveralRowsError``,
    ``OutsideCrsError``, ``NoOutlinesError``.
    """
    found, table = features.source.fields().names(), features.name
    key = key or next((name for name in KEY_COLUMNS if name in found), "")
    missing = [name for name in (key, year) if name and name not in found]
    if missing:
        raise MissingColumnsError(table=table, missing=quoted(missing), found=found)
    if not features.source.sourceCrs().isValid():
        raise LayerWithoutCrsError(layer=table)
    if year and not key:
        raise UnitsNotNamedError(table=table, expected=quoted(KEY_COLUMNS))
    keys, cells, names, geometries = [], [], [], []
    total = max(features.source.featureCount(), 1)
    for number, feature in enumerate(every_feature(features.source, None, features.layer, name=table), start=1):
        advance(progress, min(number / total, 1.0))
        keys.append(normalise_key(plain_cell(feature[key])) if key else str(number))
        cells.append(plain_cell(feature[year]) if year else None)
        names.append(str(plain_cell(feature[NAME_COLUMN]) or keys[-1]) if NAME_COLUMN in found else keys[-1])
        geometries.append(valid_polygons(feature.geometry())[0])
    years, notes = _read_years(table, keys, cells, key=key, year=year)
    units = UnitPolygons(table, [], [], [], features.source.sourceCrs())
    first: dict[str, int] = {}  # by key: its first row with an outline
    moved = []
    for row, (own, geometry) in enumerate(zip(keys, geometries)):
        if geometry.isEmpty():
            continue
        if own not in first:
            first[own] = row
        elif _differs(geometries[first[own]].boundingBox(), geometry.boundingBox()):
            moved.append(own)
    if not first:
        raise NoOutlinesError(layer=table, count=len(keys))
    for own in sorted(first) if key else first:  # so that draws do not depend on the order of rows
        units.keys.append(own)
        units.names.append(names[first[own]])
        units.geometries.append(geometries[first[own]])
    place_of = {own: place for place, own in enumerate(units.keys)}
    raise_all(units.find_outside())
    place = np.array(
        [-1 if geometry.isEmpty() else place_of[own] for own, geometry in zip(keys, geometries)], dtype=np.int64
    )
    observed = ObservedPolygons(units, keys, years, place, key, notes)
    observed.notes += _remarks(observed, moved, table)
    return observed


def centres_of(
    units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()
) -> np.ndarray:
    """The centroid of every unit, on an equal-area map, as longitude and latitude (n, 2).

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    crs = map_crs(units, context, progress)
    back = QgsCoordinateTransform(crs, type(crs)(GEOGRAPHIC), context)
    points = [geometry.centroid().asPoint() for geometry in map_geometries(units, crs, context, progress=progress)]
    moved = [back.transform(point) for point in points]
    return np.array([(point.x(), point.y()) for point in moved])


def drawn_outlines(
    units: UnitPolygons, context: QgsCoordinateTransformContext, progress: Progress = Silent()
) -> UnitOutlines:
    """The outlines as maps draw them; with more units than a map has room for names, without what names need.

    Raises ``TransformError``, ``OutsideCrsError``, ``Cancelled``.
    """
    if len(units.keys) <= NAMED_AT_MOST:
        return outlines_of(units, context, progress)
    geometries = map_geometries(units, map_crs(units, context, progress), context, progress=progress)
    nothing = np.zeros((len(geometries), 2))
    return UnitOutlines(
        [geometry_rings(geometry) for geometry in geometries], nothing, nothing[:, 0], np.empty((0, 2), dtype=int)
    )


def _read_years(
    table: str, keys: list[str], cells: list, *, key: str, year: str
) -> tuple[np.ndarray | None, list[Message]]:
    """The year of every row, None where there are none, and what to say of how they stand there."""
    errors = find_empty_keys(pd.Series(keys, dtype=object), table, key)
    if not year:
        repeated = sorted(own for own, count in Counter(keys).items() if count > 1 and own)
        if repeated:
            errors.append(UnitsInSeveralRowsError(table=table, units=[Cell(own) for own in repeated]))
        raise_all(errors)
        return None, []
    frame = pd.DataFrame({UNIT: pd.Series(keys, dtype=object)})
    frame[YEAR], wrong, notes = parse_years(pd.Series(cells, dtype=object), table, year, units=frame[UNIT])
    errors += wrong
    raise_all([*errors, *(find_repeated_rows(frame, [UNIT, YEAR], table) if not errors else ())])
    return frame[YEAR].to_numpy(dtype=np.int64), notes


def _differs(one, other) -> bool:
    sides = [
        abs(getattr(one, side)() - getattr(other, side)()) for side in ("xMinimum", "yMinimum", "xMaximum", "yMaximum")
    ]
    return max(sides) > _SAME * max(one.width(), one.height())


def _remarks(observed: ObservedPolygons, moved: list[str], table: str) -> list[Message]:
    notes = []
    without = observed.place < 0
    if without.any():
        template = sentence("“{table}”: {count:row has|rows have} no outline, no neighbours and no result: {units}.")
        cells = observed.cells(without)
        notes.append(warning("rows-without-outline", template, table=table, count=len(cells), units=cells))
    moved = list(dict.fromkeys(moved))
    if moved:
        template = sentence(
            "“{table}”: {count:unit has|units have} another outline in a later row: {units}. Neighbours are those of "
            "the first."
        )
        notes.append(warning("outlines-differ", template, table=table, count=len(moved), units=moved))
    return notes
