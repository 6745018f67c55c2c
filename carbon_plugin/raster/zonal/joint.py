"""Which class each run of cells had at two dates, counted in every unit: transition matrices, window by window.

The runs are those of ``tally``. Most of them keep one class through all dates and are counted once for all pairs of
dates; only those that change are counted pair by pair. Where land is ragged and pairs are few, cells are counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace

import numpy as np

from ...core.progress import advance
from ..bands import memory_for
from .byte_counts import UnitBytes, have_many_cells, share_of_cuts
from .counting import Window, WindowBatch
from .disagreements import Disagreeing, add_differing, read_codes
from .joint_cells import CUTS_A_PAIR, UNKNOWN, count_pairs, fit_in_a_byte
from .reader import LandCoverReader
from .spans import Spans
from .tally import runs_of_window
from .windows import common_dtype

NO_CLASS = 0  # the number of cells that have no class at a date
RANKS = 1000  # a change is the number of the class before times this, and that of the class after


@dataclass(frozen=True)
class ClassNumbers:
    """The number of every code at one date: 1, 2, ... for classes, 0 for codes meant to have none, and for nodata."""

    number_of: Mapping[int, int]

    def table(self, dtype: np.dtype) -> tuple[np.ndarray, np.ndarray]:
        """The codes that a raster of ``dtype`` can hold, rising, and their numbers (uint8)."""
        limits = np.iinfo(dtype)
        codes = sorted(code for code in self.number_of if limits.min <= code <= limits.max)
        return np.array(codes, dtype), np.array([self.number_of[code] for code in codes], np.uint8)


@dataclass(frozen=True)
class JointTask:
    """What a worker counts in one go: a batch of windows, by the ``numbers`` of each date's codes.

    ``pairs``: places of the two dates; ``classes``: how many numbers there are, 0 counted; ``units``: of the region;
    ``changes``: of how many pairs, from the first on, the cells' changes are wanted too.
    """

    batch: WindowBatch
    numbers: tuple[ClassNumbers, ...]
    pairs: tuple[tuple[int, int], ...]
    classes: int
    units: int
    changes: int = 0

    @property
    def rasters(self) -> list[str]:
        """The files that it reads, as messages call them."""
        return self.batch.rasters


@dataclass(frozen=True)
class JointTally:
    """What was counted in a window; windows add up.

    ``place`` (n,): flat index into (pairs, units, classes, classes); ``cells``, ``area_ha`` (n,), the latter None where
    all cells of the grid are alike; ``unknown``: for each date the codes that have no number; ``changes`` (pairs, rows,
    columns) uint16 from ``row`` and ``column`` on, 0 where a date has no class and outside the units; ``differing``:
    cells in which tiles of a date that overlap differ.
    """

    row: int
    column: int
    place: np.ndarray
    cells: np.ndarray
    area_ha: np.ndarray | None
    unknown: list[set[int]] = field(default_factory=list)
    changes: np.ndarray | None = None
    differing: Disagreeing = field(default_factory=dict)


def count_joint(task: JointTask) -> list[JointTally]:
    """Read the codes of a batch and count their pairs in the units, window by window.

    Raises ``RasterNotReadableError``, ``RasterDamagedError``, ``NotWholeCodesError``, ``Cancelled``.
    """
    land_covers, windows = task.batch.land_covers, task.batch.windows
    dtype = common_dtype(land_covers)
    tables = [numbers.table(dtype) for numbers in task.numbers]
    largest = max(window.height * window.width for window in windows)
    memory = memory_for((largest * len(land_covers),), dtype)
    tallies = []
    with ExitStack() as stack:
        readers = [stack.enter_context(LandCoverReader(land_cover)) for land_cover in land_covers]
        for window in windows:
            shape = len(land_covers), window.height, window.width
            codes = memory[: np.prod(shape)].reshape(shape)
            differing: Disagreeing = {}
            for number, (reader, year) in enumerate(zip(readers, codes)):
                advance(task.batch.progress, 0.0)
                here = {"land_cover": land_covers[number], "spans": window.spans, "place": window.place}
                add_differing(differing, read_codes(reader, year, number, **here))
            tally = _tally(codes, tables, window, task)
            tallies.append(replace(tally, differing=differing) if differing else tally)
    return tallies


def class_numbers(
    codes: np.ndarray, tables: Sequence[tuple[np.ndarray, np.ndarray]], spans: Spans
) -> tuple[np.ndarray, list[set[int]]]:
    """The class numbers (dates, rows, columns) uint8, and for each date the codes in ``spans`` that have none.

    ``tables``: of ``ClassNumbers.table``, one a date. A code without a number counts as without a class.
    """
    numbers = _looked_up(codes, tables)
    unknown: list[set[int]] = [set() for _ in codes]
    for year, of_year, met in zip(codes, numbers, unknown):
        without = of_year == UNKNOWN
        if without.any():
            met.update(np.unique(year[without & find_inside(spans, without.shape)]).tolist())
            of_year[without] = NO_CLASS
    return numbers, unknown


def _looked_up(codes: np.ndarray, tables: Sequence[tuple[np.ndarray, np.ndarray]]) -> np.ndarray:
    """The numbers (dates, ...) of codes, ``UNKNOWN`` for those that have none."""
    numbers = np.empty(codes.shape, np.uint8)
    small = codes.dtype.itemsize <= 2
    for year, of_year, (known, number) in zip(codes, numbers, tables):
        if small:
            np.take(_table_of_bytes(codes.dtype, known, number), year.view(f"u{codes.dtype.itemsize}"), out=of_year)
            continue
        if not len(known):
            of_year.fill(UNKNOWN)
            continue
        place = np.minimum(np.searchsorted(known, year), len(known) - 1)
        of_year[:] = np.where(known[place] == year, number[place], UNKNOWN)
    return numbers


def _table_of_bytes(dtype: np.dtype, known: np.ndarray, number: np.ndarray) -> np.ndarray:
    """The number of every pattern of bytes of a small type, ``UNKNOWN`` for codes that have none."""
    table = np.full(1 << 8 * dtype.itemsize, UNKNOWN, np.uint8)
    table[known.view(f"u{dtype.itemsize}")] = number
    return table


def numbers_of_runs(
    codes: np.ndarray, tables: Sequence[tuple[np.ndarray, np.ndarray]], unknown: list[set[int]]
) -> np.ndarray:
    """The numbers (dates, runs) of codes; those that have none are added to ``unknown`` and count as without class."""
    numbers = _looked_up(codes, tables)
    for year, of_year, met in zip(codes, numbers, unknown):
        without = of_year == UNKNOWN
        if without.any():
            met.update(np.unique(year[without]).tolist())
            of_year[without] = NO_CLASS
    return numbers


def _tally(
    codes: np.ndarray, tables: Sequence[tuple[np.ndarray, np.ndarray]], window: Window, task: JointTask
) -> JointTally:
    """Count a window; codes get their numbers run by run, cell by cell only where the changes are drawn."""
    spans, areas, k = window.spans, window.areas, task.classes
    units, unit = spans.units()
    if areas.beyond is None and _are_ragged(codes, task) and have_many_cells(spans, len(units)):
        cells_of = UnitBytes(spans, unit, len(units), columns=window.width)
        numbers = np.stack([_table_of_bytes(codes.dtype, *table) for table in tables])
        cells, unknown = count_pairs(
            codes, numbers, cells_of, pairs=task.pairs, classes=k, progress=task.batch.progress
        )
        cells, beyond = cells.reshape(len(task.pairs), -1), None
    else:
        cells, beyond, unknown = _count_runs(codes, tables, window, task, unit=unit, units=len(units))
    pair, place = np.nonzero(cells)
    found = cells[pair, place]
    area = None if beyond is None else areas.typical * found + beyond[pair, place]
    local, inner = np.divmod(place, k * k)
    whole = (pair * task.units + units[local]) * (k * k) + inner
    drawn = task.pairs[: task.changes]
    changes = _changes(class_numbers(codes, tables, spans)[0], spans, drawn) if drawn else None
    return JointTally(window.row, window.column, whole, found, area, unknown, changes)


def _are_ragged(codes: np.ndarray, task: JointTask) -> bool:
    """Whether codes (dates, rows, columns) are bytes of few classes in runs so short that counting cells is faster."""
    return (
        codes.itemsize == 1
        and fit_in_a_byte(task.classes)
        and (len(codes) == 2 or share_of_cuts(codes) > CUTS_A_PAIR * len(task.pairs))
    )


def _count_runs(
    codes: np.ndarray,
    tables: Sequence[tuple[np.ndarray, np.ndarray]],
    window: Window,
    task: JointTask,
    *,
    unit: np.ndarray,
    units: int,
) -> tuple[np.ndarray, np.ndarray | None, list[set[int]]]:
    """Cells (pairs, units x k x k) int64, hectares beyond as many typical ones, and the codes that have no number."""
    spans, areas, k = window.spans, window.areas, task.classes
    unknown: list[set[int]] = [set() for _ in codes]
    sums = np.zeros((1 if areas.beyond is None else 2, len(task.pairs), units * k * k))
    stayed = np.zeros((len(sums), units * k))
    for codes_of_runs, span, weights in runs_of_window(codes, spans, areas, progress=task.batch.progress):
        of_runs = numbers_of_runs(codes_of_runs, tables, unknown)
        of_unit = unit[span]
        moving = _find_moving(of_runs)
        place = of_unit * k
        place += of_runs[0]
        of_moving = [weight.take(moving) for weight in weights]
        for weight, without, total in zip(weights, of_moving, stayed):
            total += np.bincount(place, weight, len(total))
            total -= np.bincount(place.take(moving), without, len(total))
        moved, in_unit = of_runs[:, moving].astype(np.intp), of_unit.take(moving) * (k * k)
        for number, (before, after) in enumerate(task.pairs):
            place = in_unit + moved[before] * k + moved[after]
            for weight, total in zip(of_moving, sums):
                total[number] += np.bincount(place, weight, total.shape[1])
    diagonal = (np.arange(units * k) // k) * k * k + (np.arange(units * k) % k) * (k + 1)
    sums[:, :, diagonal] += stayed[:, None, :]
    return np.rint(sums[0]).astype(np.int64), None if areas.beyond is None else sums[1], unknown


def _find_moving(of_runs: np.ndarray) -> np.ndarray:
    """The runs that have more than one number over the dates, ``of_runs`` (dates, runs)."""
    differs = of_runs[1] != of_runs[0]
    for before, after in zip(of_runs[1:], of_runs[2:]):
        differs |= after != before
    return np.flatnonzero(differs)


def _changes(numbers: np.ndarray, spans: Spans, pairs: Sequence[tuple[int, int]]) -> np.ndarray:
    inside = find_inside(spans, numbers.shape[1:])
    changes = np.zeros((len(pairs), *numbers.shape[1:]), np.uint16)
    for of_pair, (before, after) in zip(changes, pairs):
        valid = inside & (numbers[before] != NO_CLASS) & (numbers[after] != NO_CLASS)
        np.multiply(numbers[before], RANKS, out=of_pair, where=valid, dtype=np.uint16)
        np.add(of_pair, numbers[after], out=of_pair, where=valid)
    return changes


def find_inside(spans: Spans, shape: tuple[int, int]) -> np.ndarray:
    """True for the cells (rows, columns) that lie in a span."""
    rows, columns = shape
    steps = np.zeros((rows, columns + 1), np.int32)
    np.add.at(steps, (spans.row, spans.start), 1)
    np.add.at(steps, (spans.row, spans.stop), -1)
    return np.cumsum(steps, axis=1)[:, :columns] > 0
