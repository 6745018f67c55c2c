"""The parts of the carbon sink among the columns of a table."""

from __future__ import annotations

from collections.abc import Iterable

from ..accounting.selection import SINK_PREFIX
from ..tables.vocabulary import describe

SINK = "cs"


def sink_parts(columns: Iterable[str]) -> list[str]:
    """The columns ``cs_<x>`` that hold a sink in t C a year, the plugin's own or the user's.

    Args:
        columns: names of the columns of a table.

    >>> sink_parts(["cs", "cs_crop", "cs_mine", "cs_ce_ratio"])
    ['cs_crop', 'cs_mine']
    """
    mass = describe(SINK).unit
    parts = [name for name in columns if str(name).startswith(SINK_PREFIX)]
    return [name for name in parts if describe(name) is None or describe(name).unit == mass]
