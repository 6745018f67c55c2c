"""Opening workers and letting them go: processes of this machine, or a cluster that runs already."""

from __future__ import annotations

import logging
import multiprocessing
import multiprocessing.spawn
import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager, suppress

from ...core.messages import phrase
from .address import HERE, LOCAL, read_address
from .errors import ClusterUnreachableError, ClusterWithoutWorkersError, NoDaskError
from .executor import ClusterExecutor
from .handshake import greet
from .python import find_python

OLDEST = (2022, 12)
ANSWER_SECONDS = 10.0
CLOSE_SECONDS = 0.5  # what work is left has nobody to wait for it
_GIBIBYTE = str(1 << 30)
# glibc gives memory back to the system after every window otherwise, which costs two thirds of the time
_ENVIRONMENT = {
    "MALLOC_TRIM_THRESHOLD_": _GIBIBYTE,
    "MALLOC_MMAP_THRESHOLD_": _GIBIBYTE,
    "OMP_NUM_THREADS": "1",
    "DASK_LOGGING__DISTRIBUTED": "critical",
}


@contextmanager
def workers_at(text: str, processes: int | None = None) -> Iterator[Executor | None]:
    """The executor that a user's ``text`` asks for; None for the threads of this process.

    ``processes``: of this machine, as many as it has processors if None. Raises ``ClusterAddressError``,
    ``NoDaskError``, ``NoPythonError``, ``ClusterUnreachableError``, ``ClusterWithoutWorkersError``, and what ``greet``
    raises.
    """
    address = read_address(text)
    if address == HERE:
        yield None
        return
    check_dask()
    with ExitStack() as stack:
        client = stack.enter_context(_local(processes) if address == LOCAL else _remote(address))
        greet(client)
        yield ClusterExecutor(client)


def check_dask() -> None:
    """Raise ``NoDaskError`` where dask is absent or too old."""
    from importlib.metadata import PackageNotFoundError, version  # late: few runs ask for a cluster

    expected = ".".join(map(str, OLDEST))
    try:
        import distributed  # noqa: F401

        found = version("distributed")
    except (ImportError, PackageNotFoundError):
        raise NoDaskError(found=phrase("is not installed"), expected=expected) from None
    if tuple(int(part) for part in found.split(".")[:2]) < OLDEST:
        raise NoDaskError(found=phrase("is too old ({found})", found=found), expected=expected)


@contextmanager
def _local(processes: int | None) -> Iterator[object]:
    """A client of new processes of this machine, which end with it."""
    import dask
    from distributed import Client, LocalCluster

    settings = {
        "distributed.nanny.pre-spawn-environ": _ENVIRONMENT,
        "distributed.nanny.environ": _ENVIRONMENT,
        "distributed.scheduler.allowed-failures": 1,
        "distributed.worker.multiprocessing-method": "spawn",
        # nobody looks at these, and they look at every worker a hundred times a second
        "distributed.worker.profile.enabled": False,
        "distributed.admin.system-monitor.interval": "10s",
        "distributed.admin.tick.interval": "1s",
        "distributed.admin.tick.cycle": "5s",
        "distributed.worker.memory.monitor-interval": "1s",
    }
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        stack.enter_context(dask.config.set(settings))
        stack.enter_context(_started_by(find_python()))
        cluster = LocalCluster(
            n_workers=processes or os.cpu_count() or 1,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address=None,
            silence_logs=logging.CRITICAL,
            local_directory=folder,
        )
        stack.callback(_let_go, cluster)
        client = Client(cluster)
        stack.callback(_let_go, client)
        yield client


@contextmanager
def _remote(address: str) -> Iterator[object]:
    """A client of a cluster that goes on after it."""
    from distributed import Client

    try:
        client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise ClusterUnreachableError(address=address, reason=str(error) or type(error).__name__) from None
    try:
        if not client.scheduler_info()["workers"]:
            raise ClusterWithoutWorkersError(address=address)
        yield client
    finally:
        _let_go(client)


@contextmanager
def _started_by(python: str) -> Iterator[None]:
    """Child processes are started by ``python``, whatever program this process is."""
    before = multiprocessing.spawn.get_executable()
    multiprocessing.set_executable(python)
    try:
        yield
    finally:
        multiprocessing.set_executable(os.fsdecode(before))


def _let_go(what) -> None:
    with suppress(Exception):  # it may be gone already
        what.close(timeout=CLOSE_SECONDS)
