"""How zones and indices are called and coloured, as two reports show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from ...core.messages import sentence
from ...core.zoning.zones import MARGIN, MOVED_BY, NEXT_ZONE, TOTAL, ZONE, Zone, score_classes, zones
from .colours import NO_COLOUR
from .numbers import MISSING
from .table import Column
from .writer import Writer

NO_BREAK = "\u00a0"
SHORT_INDEX = 3  # letters of an index that is written in capitals: CS, ECC


def zone_of(number: float) -> Zone | None:
    """The zone with this number, None without one."""
    return next((zone for zone in zones() if zone.zone == number), None)


def in_words(zone: Zone | None, writer: Writer) -> str:
    """Number and name of a zone; a dash for none."""
    return f"{zone.roman} {zone.name(writer.language)}" if zone else MISSING


def roman(number: float) -> str:
    """The number of a zone as the study writes it; a dash for none."""
    zone = zone_of(number)
    return zone.roman if zone else MISSING


def colours_of(numbers: Iterable[float], without: str = NO_COLOUR) -> list[str]:
    """The colours of zones by number, ``without`` for none."""
    known = {zone.zone: zone.colour for zone in zones()}
    return [known.get(number, without) for number in numbers]


def abbreviated(index: str) -> str:
    """An index as the tables write it."""
    return index.upper() if len(index) <= SHORT_INDEX else index


def moves(text: object, writer: Writer) -> str:
    """``ce 3→2 & cf 3→2; esc 2→1`` with the indices as the tables write them; scores of one trend with a plus."""
    parts = [" + ".join(_move(one) for one in move.split(" & ")) for move in str(text).split("; ") if move]
    return writer.listed(parts) or MISSING


def _move(text: str) -> str:
    index, _, change = text.rpartition(" ")
    return f"{abbreviated(index)}{NO_BREAK}{change}"


def unit_columns(rows: pd.DataFrame, writer: Writer) -> list[Column]:
    """Unit, zone, total, margin and next zone of every row."""
    return [
        Column(writer.say(sentence("Unit")), rows["name"]),
        Column(writer.say(sentence("Zone")), [roman(zone) for zone in rows[ZONE]], bars=colours_of(rows[ZONE])),
        Column(writer.say(sentence("Total")), rows[TOTAL]),
        Column(writer.say(sentence("Margin")), rows[MARGIN]),
        Column(
            writer.say(sentence("Next zone")),
            [roman(zone) for zone in rows[NEXT_ZONE]],
            bars=colours_of(rows[NEXT_ZONE]),
        ),
    ]


def near_border_columns(rows: pd.DataFrame, writer: Writer, next_zones: Sequence[str]) -> list[Column]:
    """The same for units near a border, their zones in words, and what would move them."""
    unit, zone, *numbers, next_zone = unit_columns(rows, writer)
    words = [in_words(zone_of(number), writer) for number in rows[ZONE]]
    moved = [moves(text, writer) for text in rows[MOVED_BY]]
    return [
        unit,
        Column(zone.header, words, zone.bars),
        *numbers,
        Column(next_zone.header, next_zones, next_zone.bars),
        Column(writer.say(sentence("Any one of these would move it")), moved),
    ]


def score_columns(rows: pd.DataFrame, scores: Sequence[str], indices: Sequence[str]) -> list[Column]:
    """The scores of every row, filled with their colours."""
    colours = {one.score: one.colour for one in score_classes()}
    return [
        Column(abbreviated(index), rows[name].astype(float), fills=[colours.get(score, "") for score in rows[name]])
        for name, index in zip(scores, indices)
    ]
