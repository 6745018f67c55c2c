"""One fault said once: what a more telling message names already is taken out of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..messages import Message
from ..values import Cell, readable

RANGE, SPIKE, PROPORTION = "values-outside-range", "single-values-off", "amounts-out-of-proportion"
UNKNOWN, OTHER_UNITS = "columns-unknown", "other-units"


def without_echoes(messages: Sequence[Message]) -> list[Message]:
    """The messages without cells, or whole messages, that others explain.

    A value that is ten times off its neighbours is outside the usual range too; of a column that is out of proportion
    all of it, every value may be; and a heading with another unit of measure is no column of one's own.

    Args:
        messages: of one run.

    >>> from ..messages import warning
    >>> cells = [Cell("a", 2001, value=9e9), Cell("b", 2001, value=8e9)]
    >>> odd = warning(RANGE, "{count} odd: {found}", table="book", column="gdp", count=2, found=cells)
    >>> spike = warning(SPIKE, "{cells}", table="book", column="gdp", cells=[Cell("a", 2001, "gdp", 9e9)])
    >>> [message.text() for message in without_echoes([odd, spike])][0]
    '1 odd: 8,000,000,000 (b 2001)'
    """
    spikes = {place for message in messages if message.code == SPIKE for place in _places(message, "cells")}
    whole = {_column(message) for message in messages if message.code == PROPORTION}
    headings = " ".join(readable(message.values["found"]) for message in messages if message.code == OTHER_UNITS)
    kept: list[Message | None] = []
    for message in messages:
        if message.code == RANGE:
            places = _places(message, "found")
            left = [cell for cell, place in zip(message.values["found"], places) if place not in spikes]
            kept.append(None if _column(message) in whole else _with(message, "found", left))
        elif message.code == UNKNOWN:
            left = [cell for cell in message.values["columns"] if str(cell.value) not in headings]
            kept.append(_with(message, "columns", left))
        else:
            kept.append(message)
    return [message for message in kept if message is not None]


def _column(message: Message) -> tuple[str, str]:
    return readable(message.values["table"]), str(message.values["column"])


def _places(message: Message, key: str) -> list[tuple]:
    return [(*_column(message), str(cell.unit), str(cell.year)) for cell in message.values[key]]


def _with(message: Message, key: str, cells: list[Cell]) -> Message | None:
    """The message with these cells alone; None without any."""
    if len(cells) == len(message.values[key]):
        return message
    return replace(message, values={**message.values, key: cells, "count": len(cells)}) if cells else None
