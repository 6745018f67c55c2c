"""Pieces of work: small, sent to any executor, each opening its own files, with results that add up."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future, wait
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Callable, TypeVar

import numpy as np

from ..cell_areas import AreaTable
from .land_cover import LandCover
from .reading import LandCoverReader
from .spans import Spans
from .tally import Tally, tally_window
from .windows import common_dtype

TASKS_AHEAD = 32  # sent and not yet taken back: keeps workers busy and plans short
POLL_SECONDS = 0.1

Given, Answer = TypeVar("Given"), TypeVar("Answer")


@dataclass(frozen=True)
class Window:
    """Cells to read: first ``row`` and ``column``, ``height`` and ``width``; ``spans`` and ``areas`` from there on."""

    row: int
    column: int
    height: int
    width: int
    spans: Spans
    areas: AreaTable


@dataclass(frozen=True)
class Task:
    """Some windows of the years of one grid; ``reached``: the share of its rows that lies behind once they are done."""

    land_covers: tuple[LandCover, ...]
    windows: tuple[Window, ...]

    @property
    def reached(self) -> float:
        return (self.windows[-1].row + self.windows[-1].height) / self.land_covers[0].grid.height


def run_task(task: Task) -> list[Tally]:
    """Read and count the windows of a task.

    Raises ``RasterNotReadableError``, ``RasterDamagedError``, ``TooManyCodesError``.
    """
    names = [land_cover.name for land_cover in task.land_covers]
    largest = max(window.height * window.width for window in task.windows)
    memory = np.empty(largest * len(names), common_dtype(task.land_covers))
    tallies = []
    with ExitStack() as stack:
        readers = [stack.enter_context(LandCoverReader(land_cover)) for land_cover in task.land_covers]
        for window in task.windows:
            shape = len(names), window.height, window.width
            codes = memory[: np.prod(shape)].reshape(shape)
            for reader, year in zip(readers, codes):
                reader.read(window.row, window.column, year)
            tallies.append(tally_window(codes, window.spans, window.areas, names))
    return tallies


def in_order(
    executor: Executor, function: Callable[[Given], Answer], tasks: Iterable[Given], check: Callable[[], None]
) -> Iterator[tuple[Given, Answer]]:
    """Each of ``tasks`` with the answer of ``function``, in their order: sums never depend on who was faster.

    ``check`` is called many times a second and may raise; tasks that have not begun are then taken back.
    """
    sent: deque[tuple[Given, Future]] = deque()

    def answered() -> tuple[Given, Answer]:
        task, future = sent[0]
        while not wait([future], POLL_SECONDS).done:
            check()
        check()
        sent.popleft()
        return task, future.result()

    try:
        for task in tasks:
            sent.append((task, executor.submit(function, task)))
            if len(sent) > TASKS_AHEAD:
                yield answered()
        while sent:
            yield answered()
    finally:
        for _, future in sent:
            future.cancel()
