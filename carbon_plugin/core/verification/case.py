"""What a case of the verification is made of: tables in, numbers by quantity and key out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

Tables = Mapping[str, pd.DataFrame]  # by the name of their file; the first column is the index
Recomputed = dict[tuple[str, str], float]  # (quantity, key): value
Recompute = Callable[[Tables], Recomputed]


@dataclass(frozen=True)
class Case:
    """A published example: its ``key``, the method, where it is printed, under which licence its numbers are free."""

    key: str
    method_en: str
    method_zh: str
    source: str
    licence: str


@dataclass(frozen=True)
class Printed:
    """A printed number: what it is of, and what its own rounding and that of the inputs may move it by."""

    case: str
    quantity: str
    key: str
    unit: str
    value: float
    tolerance: float
