"""The door for executors: order, errors, cancelling, whoever works."""

from __future__ import annotations

import threading
import time

import pytest

from carbon_plugin.core.errors import Cancelled
from carbon_plugin.raster.execution import TASKS_AHEAD, Workers
from tests.raster.executors import Serial, Stuck, any_executor


def square(number):
    if number < 0:
        raise ValueError(number)
    return number**2


@any_executor
def test_answers_come_in_the_order_of_the_tasks(executor):
    with Workers(executor) as workers:
        answers = list(workers.map(square, range(100)))
    assert answers == [(number, number**2) for number in range(100)]


@any_executor
def test_what_a_task_raises_reaches_the_caller(executor):
    with pytest.raises(ValueError, match="-7"), Workers(executor) as workers:
        list(workers.map(square, [1, 2, -7, 3]))


@any_executor
def test_an_executor_can_be_used_again(executor):
    for _ in range(2):
        with Workers(executor) as workers:
            assert [answer for _, answer in workers.map(square, [3])] == [9]


def test_tasks_are_made_only_a_few_ahead():
    made = []

    def tasks():
        for number in range(10 * TASKS_AHEAD):
            made.append(number)
            yield number

    with Workers(Serial()) as workers:
        for number, _ in workers.map(square, tasks()):
            assert len(made) <= number + TASKS_AHEAD + 1


def test_cancel_takes_back_what_has_not_begun():
    stuck, asked = Stuck(), []

    def check():
        asked.append(time.monotonic())
        if len(asked) == 3:
            raise Cancelled

    with pytest.raises(Cancelled), Workers(stuck) as workers:
        list(workers.map(square, range(5), check=check))
    assert len(stuck.futures) == 5 and all(future.cancelled() for future in stuck.futures)


def test_our_own_threads_hear_that_they_should_stop():
    begun = threading.Event()

    def long_task(progress):
        begun.set()
        for _ in range(1000):
            if progress.cancelled():
                return "stopped"
            time.sleep(0.01)
        return "ran to its end"

    def check():
        if begun.is_set():
            raise Cancelled

    started = time.monotonic()
    with pytest.raises(Cancelled), Workers() as workers:
        list(workers.map(long_task, [workers.progress], check=check))
    assert time.monotonic() - started < 5
    with Workers(Serial()) as others:
        others.cancel()
        assert not others.progress.cancelled()  # nobody can reach into the tasks of somebody else's executor
