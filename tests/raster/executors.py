"""Executors of every kind, each shaped like ``concurrent.futures.Executor``, for checks that results are the same."""

from __future__ import annotations

import pickle
import time
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import numpy as np
import pytest


class Serial(Executor):
    """Does everything when it is asked; ``tasks`` counts."""

    def __init__(self):
        self.tasks = 0

    def submit(self, function, /, *arguments):
        self.tasks += 1
        future = Future()
        try:
            future.set_result(function(*arguments))
        except Exception as error:
            future.set_exception(error)
        return future


class WildThreads(ThreadPoolExecutor):
    """Threads that answer in a wild order."""

    def __init__(self, threads=4):
        super().__init__(threads)
        self.random = np.random.default_rng(0)

    def submit(self, function, /, *arguments):
        pause = self.random.uniform(0, 0.02)

        def late():
            time.sleep(pause)
            return function(*arguments)

        return super().submit(late)


class Elsewhere(Serial):
    """Workers that share no memory with us: everything sent and answered is pickled."""

    def submit(self, function, /, *arguments):
        function, arguments = pickle.loads(pickle.dumps((function, arguments)))
        future = super().submit(function, *arguments)
        if future.exception() is None:
            answer, future = future.result(), Future()
            future.set_result(pickle.loads(pickle.dumps(answer)))
        return future


class Stuck(Executor):
    """Takes tasks and never answers."""

    def __init__(self):
        self.futures = []

    def submit(self, function, /, *arguments):
        self.futures.append(Future())
        return self.futures[-1]


EXECUTORS = {"serial": Serial, "threads": WildThreads, "elsewhere": Elsewhere, "our own threads": lambda: None}
any_executor = pytest.mark.parametrize("executor", [make() for make in EXECUTORS.values()], ids=list(EXECUTORS))
