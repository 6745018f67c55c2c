"""Theil-Sen slope and Mann-Kendall test of every cell of a series of rasters."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field

import numpy as np

from ..core.errors import raise_all
from ..core.messages import Message, note, warning
from ..core.progress import Part, Progress, Silent, advance
from ..core.trend import ThresholdError, series_trends
from ..core.trend_classes import DEFAULT_THRESHOLD, RELIABLE_LENGTH, TrendClass, styles
from .geotiff import TILE, TILE_STEP, Output, geotiffs
from .grid import Grid
from .series import RasterSeries

TASK_BYTES = 64 << 20  # values and results of one window
THREADS = 2  # more wait for memory, not for the processor
TASKS_AHEAD = 8  # sent and not yet written
POLL_SECONDS = 0.1

SLOPE, Z, P, TREND = "slope", "z", "p", "trend"

_BYTES_A_CELL = 100  # beside its values: what the test computes of it
_PAIRS_SHARE = 4  # of the bytes of a task, a quarter for the pairs of a chunk
_NODATA = {SLOPE: np.nan, Z: np.nan, P: np.nan, TREND: TrendClass.NONE}
_DESCRIPTIONS = {SLOPE: "Theil-Sen slope a year", Z: "Mann-Kendall Z", P: "Mann-Kendall p", TREND: "Trend class"}


@dataclass(frozen=True)
class BlockTrends:
    """Trends of a block of cells, (rows, columns): ``slope``, ``z``, ``p`` float32 with NaN, ``trend`` uint8 1..5 with 0,
    where a cell has fewer than three values; ``short_cells``: how many have three or four."""

    slope: np.ndarray
    z: np.ndarray
    p: np.ndarray
    trend: np.ndarray
    short_cells: int


@dataclass(frozen=True)
class RasterTrends:
    """``cells``: how many cells have each class (0: none), by class."""

    cells: dict[TrendClass, int]
    notes: list[Message] = field(default_factory=list)


@dataclass(frozen=True)
class Task:
    """A window of a series, to be tested by whoever takes it."""

    series: RasterSeries
    row: int
    column: int
    height: int
    width: int
    threshold: float
    memory: int
    progress: Progress

    def run(self) -> BlockTrends:
        """Read the window and test its cells."""
        window = self.row, self.column, self.height, self.width
        values = self.series.read(*window, progress=self.progress)
        return block_trends(values, self.series.years, self.threshold, self.memory, self.progress)


def block_trends(
    block: np.ndarray,
    years: np.ndarray,
    threshold: float = DEFAULT_THRESHOLD,
    memory: int = TASK_BYTES // _PAIRS_SHARE,
    progress: Progress = Silent(),
) -> BlockTrends:
    """The trend of every cell of ``block`` (n_times, rows, columns), NaN where there is no data; see ``series_trends``."""
    shape = block.shape[1:]
    trends = series_trends(block.reshape(len(block), -1).T, years, threshold, memory, progress)
    with np.errstate(over="ignore"):
        slope, z, p = (part.astype(np.float32).reshape(shape) for part in (trends.slope, trends.z, trends.p))
    return BlockTrends(slope, z, p, trends.trend.astype(np.uint8).reshape(shape), int(trends.short.sum()))


def raster_trends(
    series: RasterSeries,
    paths: Mapping[str, str],
    threshold: float = DEFAULT_THRESHOLD,
    executor: Executor | None = None,
    task_bytes: int = TASK_BYTES,
    progress: Progress = Silent(),
) -> RasterTrends:
    """Write the trend of every cell as GeoTIFFs.

    ``paths``: where to write ``slope`` (units of the values a year), ``z``, ``p`` (Float32, no data NaN) and ``trend``
    (Byte with colours: 1..5 after Huo et al. 2025, Table 4; no data 0); any of them may be left out. ``executor``:
    anything shaped like ``concurrent.futures.Executor``, also of processes that see the files; two threads if None.
    ``task_bytes``: what a window may take; as many windows are in memory as the executor runs at once.

    Raises ``ThresholdError``, ``RasterNotWrittenError``, ``RasterDamagedError``, ``Cancelled``; then no file is left,
    and files that were there before are as they were.
    """
    raise_all([] if threshold > 0 else [ThresholdError(found=threshold)])
    outputs = [_output(name, path) for name, path in paths.items()]
    height, width = window_shape(series.grid, len(series.layers), task_bytes)
    counts = np.zeros(len(TrendClass), dtype=np.int64)
    short_cells = 0
    with geotiffs(outputs, series.grid, min(height, TILE)) as files:
        tasks = _tasks(series, height, width, threshold, task_bytes // _PAIRS_SHARE)
        for task, block in _run(tasks, executor, series.grid.width * series.grid.height, progress):
            for name, file in zip(paths, files):
                file.write(task.row, task.column, getattr(block, name))
            counts += np.bincount(block.trend.ravel(), minlength=len(counts))
            short_cells += block.short_cells
    progress.report(1.0)
    cells = {trend_class: int(count) for trend_class, count in zip(TrendClass, counts)}
    return RasterTrends(cells, _notes(cells, short_cells))


def window_shape(grid: Grid, n_times: int, task_bytes: int) -> tuple[int, int]:
    """Rows and columns of windows: whole tiles of the output, and whole rows of blocks of the input where that fits."""
    affordable = task_bytes // (n_times * 9 + _BYTES_A_CELL)
    striped = grid.block_width >= grid.width
    rows = _rounded_up(grid.block_height, TILE_STEP if striped else TILE)
    columns = affordable // rows // TILE * TILE
    if columns >= grid.width:
        rows = max(rows, affordable // _rounded_up(grid.width, TILE))
        ...
    return rows, columns
