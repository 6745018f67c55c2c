"""Theil-Sen slope and Mann-Kendall test of every cell of a series of rasters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field

import numpy as np

from ...core.errors import find_errors, raise_all
from ...core.messages import Message
from ...core.options import CELL_TREND_METHODS
from ...core.progress import Progress, Silent, advance
from ...core.trend.cell_counts import check_cells, remarks_on_cells, remarks_on_years
from ...core.trend.series import check_threshold, series_trends
from ...core.trend.trend_classes import DEFAULT_THRESHOLD, TrendClass, styles
from ..execution import TASKS_AHEAD, Workers
from ..geotiff import TILE, TILE_STEP, Output, geotiffs
from ..grid import Grid
from .coverage import Coverage
from .series import RasterSeries

TASK_BYTES = 64 << 20  # values of one window, what is computed of them, and results that wait to be written

SLOPE, Z, P, TREND = "slope", "z", "p", "trend"

_BYTES_A_VALUE = 8 + 1  # the number, and whether it is one
_BYTES_A_CELL = 150 + TASKS_AHEAD * (3 * 4 + 1)  # what the test computes of it, and the results
_PAIRS_SHARE = 4  # of the bytes of a task, a quarter for the pairs of a chunk
_NODATA = {SLOPE: np.nan, Z: np.nan, P: np.nan, TREND: TrendClass.NONE}
_DESCRIPTIONS = {SLOPE: "Theil-Sen slope a year", Z: "Mann-Kendall Z", P: "Mann-Kendall p", TREND: "Trend class"}


@dataclass(frozen=True)
class BlockTrends:
    """Trends of a block of cells, (rows, columns).

    ``slope``, ``z``, ``p`` float32, NaN where a cell has fewer than three values; ``trend`` uint8 1..5, 0 there;
    ``short_cells``: how many cells have three or four.
    """

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
class SeriesWindow:
    """A window of a series, to be tested by whatever worker takes it; first ``row`` and ``column``."""

    series: RasterSeries
    row: int
    column: int
    height: int
    width: int
    threshold: float
    method: str
    memory: int
    progress: Progress

    @property
    def rasters(self) -> list[str]:
        """The files that it reads, as messages call them."""
        return list(dict.fromkeys(layer.source.name for layer in self.series.layers))


def window_trends(window: SeriesWindow) -> BlockTrends:
    """Read the window and test its cells. Raises ``RasterNotReadableError``, ``RasterDamagedError``, ``Cancelled``."""
    values = window.series.read(window.row, window.column, window.height, width=window.width, progress=window.progress)
    options = {"method": window.method, "memory": window.memory, "progress": window.progress}
    return block_trends(values, window.series.years, window.threshold, **options)


def block_trends(
    block: np.ndarray,
    years: np.ndarray,
    threshold: float = DEFAULT_THRESHOLD,
    *,
    method: str = CELL_TREND_METHODS.default,
    memory: int = TASK_BYTES // _PAIRS_SHARE,
    progress: Progress = Silent(),
) -> BlockTrends:
    """The trend of every cell of ``block`` (n_times, rows, columns), where NaN is no data.

    Other arguments and errors as of ``series_trends``.
    """
    shape = block.shape[1:]
    options = {"method": method, "memory": memory, "progress": progress}
    trends = series_trends(block.reshape(len(block), -1).T, years, threshold, **options)
    with np.errstate(over="ignore"):
        slope, z, p = (part.astype(np.float32).reshape(shape) for part in (trends.slope, trends.z, trends.p))
    return BlockTrends(slope, z, p, trends.trend.astype(np.uint8).reshape(shape), int(trends.short.sum()))


def raster_trends(
    series: RasterSeries,
    paths: Mapping[str, str],
    threshold: float = DEFAULT_THRESHOLD,
    *,
    method: str = CELL_TREND_METHODS.default,
    executor: Executor | None = None,
    task_bytes: int = TASK_BYTES,
    progress: Progress = Silent(),
) -> RasterTrends:
    """Write the trend of every cell as GeoTIFFs.

    ``paths``: where to write ``slope`` (units of the values a year), ``z``, ``p`` (Float32, no data NaN) and ``trend``
    (Byte with colours: 1..5 after Huo et al. 2025, Table 4; no data 0); any of them may be left out. ``method``:
    one of ``options.CELL_TREND_METHODS``. ``executor``:
    anything shaped like ``concurrent.futures.Executor``, also of processes that see the files; two threads if None.
    ``task_bytes``: what a window may take; as many windows are in memory as the executor runs at once.

    Raises ``ThresholdError``, ``NotAChoiceError``, ``RasterNotWrittenError``, ``RasterDamagedError``,
    ``NoCellWithTrendError``, ``Cancelled``; then no file is left, and files that were there before are as they were.
    """
    raise_all([*find_errors(check_threshold, threshold), *find_errors(CELL_TREND_METHODS.check, method)])
    rows, columns = window_shape(series.grid, len(series.layers), task_bytes)
    outputs = [_output(name, path) for name, path in paths.items()]
    all_cells = series.grid.width * series.grid.height
    counts = np.zeros(len(TrendClass), dtype=np.int64)
    short_cells, done = 0, 0.0

    def check() -> None:
        advance(progress, done)

    with geotiffs(outputs, series.grid, min(rows, TILE)) as files, Workers(executor) as workers:
        windows = (
            SeriesWindow(series, *place, threshold, method, task_bytes // _PAIRS_SHARE, workers.progress)
            for place in _windows(series, rows, columns, check=check)
        )
        for window, block in workers.map(window_trends, windows, check=check):
            for name, file in zip(paths, files):
                file.write(window.row, window.column, getattr(block, name))
            counts += np.bincount(block.trend.ravel(), minlength=len(counts))
            short_cells += block.short_cells
            done = window.row / series.grid.height
        counts[TrendClass.NONE] = all_cells - counts[TrendClass.NONE + 1 :].sum()
        done = 1.0
        check()
        cells = {trend_class: int(count) for trend_class, count in zip(TrendClass, counts)}
        check_cells(cells)  # in here, so that an older file of the same name stays
    return RasterTrends(cells, remarks_on_years(series.years, method) + remarks_on_cells(cells, short_cells))


def window_shape(grid: Grid, n_times: int, task_bytes: int) -> tuple[int, int]:
    """Rows and columns of windows: whole tiles of the output, and whole blocks of the input where they fit in."""
    affordable = max(task_bytes // (n_times * _BYTES_A_VALUE + _BYTES_A_CELL), TILE * TILE_STEP)
    striped = grid.block_width >= grid.width
    rows = min(_rounded_up(grid.block_height, TILE_STEP if striped else TILE), affordable // TILE)
    columns = min(affordable // rows, grid.width)
    if columns < grid.width:
        columns -= columns % TILE
    else:
        rows = max(rows, affordable // grid.width)
    return rows - rows % (TILE if rows >= TILE else TILE_STEP), columns


def _rounded_up(number: int, step: int) -> int:
    return -(-number // step) * step


def _output(name: str, path: str) -> Output:
    colours = {style.value: style.colour for style in styles()} if name == TREND else {}
    dtype = "uint8" if name == TREND else "float32"
    return Output(str(path), dtype, _NODATA[name], _DESCRIPTIONS[name], colours)


def _windows(
    series: RasterSeries, rows: int, columns: int, *, check: Callable[[], None]
) -> Iterator[tuple[int, int, int, int]]:
    """Row, column, height and width of all windows in which a cell may have a trend.

    Where files have no blocks, nothing is read nor written: a cell that is absent from the outputs is one without data.
    """
    grid, coverage = series.grid, Coverage(series, check)
    for row in range(0, grid.height, rows):
        check()
        height = min(rows, grid.height - row)
        if coverage.is_empty(row, 0, height=height, width=grid.width):
            continue
        for column in range(0, grid.width, columns):
            width = min(columns, grid.width - column)
            if not coverage.is_empty(row, column, height=height, width=width):
                yield row, column, height, width
    coverage.close()
