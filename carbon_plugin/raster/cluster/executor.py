"""A cluster shaped like ``concurrent.futures.Executor``: what it raises names the worker and the file."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, InvalidStateError
from contextlib import suppress
from typing import TypeVar

from ...core.errors import InputError
from ...core.values import quoted
from ..bands import RasterNotReadableError
from ..gdal_calls import small_cache
from .errors import ClusterLostError, UnseenFileError, WorkerLostError

Given, Answer = TypeVar("Given"), TypeVar("Answer")


class ClusterExecutor(Executor):
    """Sends tasks through a ``distributed.Client``. A task says in ``rasters`` which files it reads."""

    def __init__(self, client):
        self._executor = client.get_executor(pure=False)

    def submit(self, function: Callable[[Given], Answer], /, task: Given) -> Future:
        """The answer to a task, to come. Its errors are sentences."""
        return _Answer(self._executor.submit(run_on_worker, function, task), task)


def run_on_worker(function: Callable[[Given], Answer], task: Given) -> Answer:
    """What a worker does. Raises ``UnseenFileError``, and what ``function`` raises."""
    try:
        with small_cache():
            return function(task)
    except RasterNotReadableError as error:
        from distributed import get_worker

        raise UnseenFileError(worker=get_worker().address, **error.values) from None


class _Answer(Future):
    """An answer of the cluster; to cancel it takes it back from there."""

    def __init__(self, sent: Future, task: object):
        super().__init__()
        self._sent, self._task = sent, task
        sent.add_done_callback(self._take)

    def cancel(self) -> bool:
        """Take the task back."""
        self._sent.cancel()
        return super().cancel()

    def _take(self, sent: Future) -> None:
        with suppress(InvalidStateError):  # nobody waits for it any more
            if sent.cancelled():
                self.set_exception(ClusterLostError(files=_files(self._task)))
                return
            error = sent.exception()
            if error is None:
                self.set_result(sent.result())
            else:
                self.set_exception(_in_words(error, self._task))


def _in_words(error: BaseException, task: object) -> BaseException:
    from distributed.comm import CommClosedError
    from distributed.scheduler import KilledWorker

    if isinstance(error, KilledWorker):
        return WorkerLostError(worker=getattr(error.last_worker, "address", "?"), files=_files(task))
    if isinstance(error, (CommClosedError, CancelledError, TimeoutError)) and not isinstance(error, InputError):
        return ClusterLostError(files=_files(task))
    return error


def _files(task: object) -> list:
    return quoted(getattr(task, "rasters", ())) or ["–"]
