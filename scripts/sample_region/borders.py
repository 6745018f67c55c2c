"""Borders."""

from __future__ import annotations

import numpy as np
from osgeo import ogr
from scipy import ndimage

from .noise import noise
from .region import (
    BORDER_DETAIL,
    BORDER_SMOOTHING,
    BORDER_TOLERANCE_M,
    BORDERS,
    CENTRE,
    COUNTIES_A_PREFECTURE,
    EXCLAVE_OWNERS,
    REGION_KM2,
    RING_PREFECTURE,
    TERRAIN_SHAPE,
    stream,
)


def make_borders(labels: np.ndarray, seats: np.ndarray) -> tuple:
    """County polygons (a list of ogr geometries in CRS) and the size of a terrain cell in metres.

    Borders are traced once, as lines between the points where three counties meet, smoothed and simplified as
    lines, and put together again: neighbours share every vertex.
    """
    rng = stream(BORDERS)
    fine = _without_fragments(_winding(rng, labels))
    _put_city_inside_neighbour(rng, fine, seats)
    _put_exclaves(rng, fine, labels)
    cell = (REGION_KM2 * 1e6 * BORDER_DETAIL**2 / np.count_nonzero(fine)) ** 0.5
    lines = _uncrossed(_traced(fine), cell)
    return _polygons(lines, fine, cell), cell


def to_metres(row, column, cell: float) -> tuple:
    """x and y (m) of a place on the terrain grid (row and column from its upper left corner)."""
    return CENTRE[0] + (column - TERRAIN_SHAPE[1] / 2) * cell, CENTRE[1] + (TERRAIN_SHAPE[0] / 2 - row) * cell


def to_terrain(x, y, cell: float) -> tuple:
    """The inverse of ``to_metres``."""
    return TERRAIN_SHAPE[0] / 2 - (y - CENTRE[1]) / cell, (x - CENTRE[0]) / cell + TERRAIN_SHAPE[1] / 2


def _winding(rng: np.random.Generator, labels: np.ndarray) -> np.ndarray:
    """``labels`` on a finer grid, their straight borders bent."""
    shape = tuple(size * BORDER_DETAIL for size in labels.shape)
    places = []
    for axis in np.indices(shape, dtype=float):
        places.append(axis / BORDER_DETAIL + 2.4 * noise(rng, shape, 110, 6, 0.55))
    row, column = (np.clip(place.astype(int), 0, size - 1) for place, size in zip(places, labels.shape))
    return labels[row, column]


def _without_fragments(labels: np.ndarray) -> np.ndarray:
    """Every county in one piece, no hole in the region: other pieces go to the county around them."""
    stray = np.zeros(labels.shape, dtype=bool)
    for number in range(labels.max() + 1):
        pieces = ndimage.label(labels == number)[0]
        sizes = np.bincount(pieces.ravel())
        sizes[0] = 0
        stray |= (pieces > 0) & (pieces != sizes.argmax())
    nearest = ndimage.distance_transform_edt(stray, return_distances=False, return_indices=True)
    return labels[tuple(nearest)]


def _blob(rng: np.random.Generator, shape: tuple, centre: tuple, radius: float) -> np.ndarray:
    """A round patch with a wavy edge; centre and radius in terrain cells, on the finer grid."""
    rows, columns = (axis / BORDER_DETAIL - middle for axis, middle in zip(np.indices(shape), centre))
    angle = np.arctan2(rows, columns)
    edge = sum(rng.normal(0, 0.16) * np.cos(k * angle + rng.uniform(0, 2 * np.pi)) for k in (1, 2, 3, 5))
    return np.hypot(rows, columns) < radius * (1 + np.clip(edge, -0.4, 0.3))


def _put_city_inside_neighbour(rng: np.random.Generator, fine: np.ndarray, seats: np.ndarray) -> None:
    """The city keeps a patch around its seat; the county with the longest common border takes the rest."""
    city = RING_PREFECTURE * COUNTIES_A_PREFECTURE + 1
    around = fine[ndimage.binary_dilation(fine == city)]
    neighbour = np.bincount(around[(around > 0) & (around != city)]).argmax()
    theirs = ndimage.binary_erosion((fine == city) | (fine == neighbour), iterations=4 * BORDER_DETAIL)
    patch = _blob(rng, fine.shape, seats[city - 1], 15.0) & theirs
    fine[fine == city] = neighbour
    fine[patch] = city


def _put_exclaves(rng: np.random.Generator, fine: np.ndarray, labels: np.ndarray) -> None:
    for owner in EXCLAVE_OWNERS:
        to_owner = ndimage.distance_transform_edt(labels != owner)
        depth = np.zeros(labels.shape)  # how far inside its county each cell is
        for host in np.unique(labels[(to_owner > 0) & (to_owner < 3) & (labels > 0)]):
            inside = labels == host
            depth[inside] = ndimage.distance_transform_edt(inside)[inside]
        spot = np.unravel_index(np.where(depth >= 9, to_owner, np.inf).argmin(), labels.shape)
        fine[_blob(rng, fine.shape, spot, 4.5)] = owner


def _traced(labels: np.ndarray) -> list:
    """The borders as lines of grid corners (row, column), each from a meeting point of three to the next, or closed."""
    corners = np.arange((labels.shape[0] + 1) * (labels.shape[1] + 1)).reshape(labels.shape[0] + 1, labels.shape[1] + 1)
    upright, level = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
    starts = np.concatenate([corners[:-1, 1:-1][upright], corners[1:-1, :-1][level]])
    ends = np.concatenate([corners[1:, 1:-1][upright], corners[1:-1, 1:][level]])
    reachable: dict = {}
    for start, end in zip(starts.tolist(), ends.tolist()):
        reachable.setdefault(start, []).append(end)
        reachable.setdefault(end, []).append(start)
    meeting_points = {node for node, ends in reachable.items() if len(ends) != 2}
    lines = [line for node in sorted(meeting_points) for line in _walks(reachable, node, meeting_points)]
    lines += [line for node in sorted(reachable) for line in _walks(reachable, node, {node})]
    return [np.column_stack(np.divmod(line, corners.shape[1])).astype(float) for line in lines]


def _walks(reachable: dict, start: int, stops: set) -> list:
    """All lines from ``start`` to the next stop; the edges walked are taken out of ``reachable``."""
    lines = []
    while reachable[start]:
        line = [start]
        while len(line) == 1 or line[-1] not in stops:
            line.append(reachable[line[-1]].pop())
            reachable[line[-1]].remove(line[-2])
        lines.append(line)
    return lines


def _uncrossed(borders: list, cell: float) -> list:
    """Smooth and simple lines; where two of them would cross, both keep more of the grid's steps."""
    gentleness = np.zeros(len(borders), dtype=int)
    lines = [_as_line(border, cell, 0) for border in borders]
    crossing = _crossing(lines)
    while crossing:
        for each in crossing:
            gentleness[each] += 1
            lines[each] = _as_line(borders[each], cell, gentleness[each])
        crossing = _crossing(lines)
    return lines


def _crossing(lines: list) -> list:
    """The lines that cross themselves, or touch another elsewhere than at their ends."""
    west, east, south, north = np.array([line.GetEnvelope() for line in lines]).T
    found = {each for each, line in enumerate(lines) if not line.IsSimple()}
    for each, line in enumerate(lines):
        near = (west <= east[each]) & (east >= west[each]) & (south <= north[each]) & (north >= south[each])
        for other in np.flatnonzero(near[:each]):
            if line.Crosses(lines[other]) or line.Overlaps(lines[other]):
                found |= {each, int(other)}
    return sorted(found)


def _smoothed(line: np.ndarray, sigma: float) -> np.ndarray:
    """Without the grid's steps; the ends of an open line stay where they are."""
    if np.array_equal(line[0], line[-1]):
        ring = ndimage.gaussian_filter1d(line[:-1], sigma, axis=0, mode="wrap")
        return np.vstack([ring, ring[:1]])
    pad = min(len(line) - 1, int(4 * sigma) + 1)
    before, after = 2 * line[0] - line[pad:0:-1], 2 * line[-1] - line[-2 : -pad - 2 : -1]
    smooth = ndimage.gaussian_filter1d(np.vstack([before, line, after]), sigma, axis=0)[pad : pad + len(line)]
    smooth[[0, -1]] = line[[0, -1]]
    return smooth


def _as_line(border: np.ndarray, cell: float, gentleness: int) -> ogr.Geometry:
    smooth = _smoothed(border, BORDER_SMOOTHING / 2**gentleness) / BORDER_DETAIL
    line = ogr.Geometry(ogr.wkbLineString)
    for x, y in zip(*to_metres(*smooth.T, cell)):
        line.AddPoint_2D(round(x, 1), round(y, 1))
    return line.Simplify(BORDER_TOLERANCE_M / 2**gentleness)


def _polygons(lines: list, fine: np.ndarray, cell: float) -> list:
    """The faces between the lines, gathered county by county."""
    network = ogr.Geometry(ogr.wkbMultiLineString)
    for line in lines:
        network.AddGeometry(line)
    counties = [ogr.Geometry(ogr.wkbMultiPolygon) for _ in range(fine.max())]
    for face in network.Polygonize():
        inside = face.PointOnSurface()
        row, column = to_terrain(inside.GetX(), inside.GetY(), cell)
        number = fine[int(row * BORDER_DETAIL), int(column * BORDER_DETAIL)]
        if number:
            counties[number - 1].AddGeometry(face)
    return counties
