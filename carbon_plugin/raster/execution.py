"""The one door for an executor: who works on tasks, in which order answers come back, how work is stopped.

A task is whatever a function takes: small, picklable, opening its own files, with answers that add up. Threads of our
own work on them today; anything shaped like ``concurrent.futures.Executor`` may stand in their place, processes or a
cluster (Dask: ``Client.get_executor()``), as long as it sees the files.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from typing import TypeVar

from ..core.progress import Progress, Silent

THREADS = 2  # more hardly help: reading one file is what takes the time
TASKS_AHEAD = 32  # sent and not yet taken back: keeps workers busy and plans short
POLL_SECONDS = 0.1
SENT_AT_ONCE = 4  # times as much in a task that is sent away: what sending costs is much beside a short task

Given, Answer = TypeVar("Given"), TypeVar("Answer")


class Workers:
    """Runs tasks; use it in a ``with`` statement, which leaves nothing running that is our own.

    Args:
        executor: anything shaped like ``concurrent.futures.Executor``, left open; threads of our own if None.
    """

    def __init__(self, executor: Executor | None = None):
        self._threads = None if executor else ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1))
        self._executor = executor or self._threads
        self._stop = _Stop()
        self._sent: deque[tuple[object, Future]] = deque()

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self.cancel()
        if self._threads:
            self._threads.shutdown()

    @property
    def progress(self) -> Progress:
        """What a long task listens to: our own threads stop at once, others finish the tasks that they have begun."""
        return self._stop if self._threads else Silent()

    @property
    def task_scale(self) -> int:
        """How many times longer tasks may be than those of our own threads."""
        return 1 if self._threads else SENT_AT_ONCE

    def map(
        self,
        function: Callable[[Given], Answer],
        tasks: Iterable[Given],
        *,
        check: Callable[[], None] = lambda: None,
    ) -> Iterator[tuple[Given, Answer]]:
        """Each of ``tasks`` with the answer of ``function``, in their order: sums never depend on who was faster.

        ``tasks`` are taken a few ahead of the answers. ``check`` is called many times a second and may raise.
        Raises what ``function`` raises.
        """
        for task in tasks:
            self._sent.append((task, self._executor.submit(function, task)))
            if len(self._sent) > TASKS_AHEAD:
                yield self._first(check)
        while self._sent:
            yield self._first(check)

    def cancel(self) -> None:
        """Take back the tasks that have not begun, and stop our own threads in those that have."""
        self._stop.now()
        for _, future in self._sent:
            future.cancel()

    def _first(self, check: Callable[[], None]) -> tuple[object, object]:
        task, future = self._sent[0]
        while not wait([future], POLL_SECONDS).done:
            check()
        check()
        self._sent.popleft()
        return task, future.result()


class _Stop:
    """The progress of tasks in our own threads: nobody hears of them, but all of them stop together."""

    def __init__(self):
        self._stopped = threading.Event()

    def report(self, fraction: float) -> None:
        """Do nothing."""

    def cancelled(self) -> bool:
        """True once ``now`` was called."""
        return self._stopped.is_set()

    def now(self) -> None:
        """Stop all tasks."""
        self._stopped.set()
