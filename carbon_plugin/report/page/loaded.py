"""Python's search for objects that can be let go, kept to those that a page makes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loaded_left_alone() -> Iterator[None]:
    """What is loaded already is not gone through again and again while charts make objects by the hundred thousand.

    In QGIS these are half a million; a page took a fifth longer.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
