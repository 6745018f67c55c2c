"""Sums of cells in small squares carried to the plane: within a square a projection is as good as linear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..grid import Grid
from ..plane import Plane
from .counting import Window
from .square_sums import Squares


@dataclass(frozen=True)
class PlaneOfSquares:
    """``origin``: from which coordinates on the plane are measured; ``side``: of squares, in cells; ``cell``: what
    weighs 1, in square metres.
    """

    grid: Grid
    plane: Plane
    origin: tuple[float, float]
    side: int
    cell: float

    def sums(self, dates: Sequence[np.ndarray], squares: Squares, window: Window) -> Iterator[np.ndarray]:
        """The sums of a window on the plane, (6, k), for each of ``dates``, (6, squares, k), by one map."""
        used = np.any([found[0].any(axis=1) for found in dates], axis=0)
        start, step_i, step_j, slope = self._maps(squares, window, used=used)
        area = areas_between(step_i, step_j)[:, None]
        for found in dates:
            n, si, sj, sii, sjj, sij = found
            weight = area * _shares_of_area(found, slope, squares.side) / self.cell
            (x0, y0), (a, c), (b, d) = ((part[:, :1], part[:, 1:]) for part in (start, step_i, step_j))
            x = n * x0 + a * si + b * sj
            y = n * y0 + c * si + d * sj
            xx = n * x0**2 + 2 * x0 * (a * si + b * sj) + a * a * sii + 2 * a * b * sij + b * b * sjj
            yy = n * y0**2 + 2 * y0 * (c * si + d * sj) + c * c * sii + 2 * c * d * sij + d * d * sjj
            xy = (
                n * x0 * y0
                + x0 * (c * si + d * sj)
                + y0 * (a * si + b * sj)
                + a * c * sii
                + (a * d + b * c) * sij
                + b * d * sjj
            )
            is_there = n > 0
            yield np.stack([np.where(is_there, weight * term, 0.0).sum(axis=0) for term in (n, x, y, xx, yy, xy)])

    def _maps(
        self, squares: Squares, window: Window, *, used: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """The map of each square (n, 2): the centre of its first cell, the steps of a column and of a row, all affine,
        and how much of itself a cell's area grows with a column and with a row.
        """
        grid, plane, side = self.grid, self.plane, self.side
        line, across = np.divmod(np.arange(squares.lines * squares.across), squares.across)
        column, row = window.column + across * side, window.row + line * side
        if plane.is_own:
            start = _at(grid, column, row)
            return start - self.origin, *steps_of(grid, plane, start), np.zeros_like(start)
        half = (side - 1) / 2.0
        middle = _at(grid, column + half, row + half)
        down, right = np.mgrid[: squares.lines + 1, : squares.across + 1]
        corners = plane.project(
            _at(grid, window.column + right.ravel() * side - 0.5, window.row + down.ravel() * side - 0.5)
        ).reshape(squares.lines + 1, squares.across + 1, 2)
        slope = _slopes_of_area(corners, side)
        right, down = np.diff(corners, axis=1), np.diff(corners, axis=0)
        step_i = ((right[:-1] + right[1:]) / (2 * side)).reshape(-1, 2)
        step_j = ((down[:, :-1] + down[:, 1:]) / (2 * side)).reshape(-1, 2)
        lost = used & ~np.isfinite(step_i + step_j).all(axis=1)  # a corner beyond where the projection reaches
        if lost.any():
            step_i[lost], step_j[lost] = steps_of(grid, plane, middle[lost])
        return plane.project(middle) - self.origin - half * (step_i + step_j), step_i, step_j, slope


def _shares_of_area(found: np.ndarray, slope: np.ndarray, side: int) -> np.ndarray:
    """The area of a cell where each class lies in a square, over that in the square's middle, (n, k)."""
    middle, count = (side - 1) / 2.0, np.maximum(found[0], 1.0)
    return 1.0 + sum(slope[:, [axis]] * (found[1 + axis] / count - middle) for axis in (0, 1))


def _slopes_of_area(corners: np.ndarray, side: int) -> np.ndarray:
    """From corners (lines + 1, across + 1, 2) of squares, how much of itself area grows with a column, a row: (n, 2).

    0 where a corner lies beyond the reach of the projection.
    """
    along = [np.gradient(corners, axis=axis, edge_order=min(2, corners.shape[axis] - 1)) for axis in (1, 0)]
    area = areas_between(*along)
    right, down = np.diff(area, axis=1), np.diff(area, axis=0)
    middle = (area[:-1, :-1] + area[:-1, 1:] + area[1:, :-1] + area[1:, 1:]) / 4.0
    growth = [(right[:-1] + right[1:]) / 2.0, (down[:, :-1] + down[:, 1:]) / 2.0]
    slope = np.stack([part / middle / side for part in growth], axis=-1).reshape(-1, 2)
    return np.where(np.isfinite(slope), slope, 0.0)


def _at(grid: Grid, column: np.ndarray, row: np.ndarray) -> np.ndarray:
    """The centres of cells in the grid's CRS, (n, 2); columns and rows may lie between cells."""
    left, width, _, top, _, height = grid.geotransform
    return np.column_stack([left + (column + 0.5) * width, top + (row + 0.5) * height])


def steps_of(grid: Grid, plane: Plane, middle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What a column, and a row, is on the plane at places (n, 2): two (n, 2)."""
    _, width, _, _, _, height = grid.geotransform
    if plane.is_own:
        return np.tile([width, 0.0], (len(middle), 1)), np.tile([0.0, height], (len(middle), 1))
    return tuple(
        plane.project(middle + np.array(step) / 2) - plane.project(middle - np.array(step) / 2)
        for step in ((width, 0.0), (0.0, height))
    )


def areas_between(step_i: np.ndarray, step_j: np.ndarray) -> np.ndarray:
    """The area of a cell between its steps (..., 2), (...)."""
    return np.abs(step_i[..., 0] * step_j[..., 1] - step_i[..., 1] * step_j[..., 0])
