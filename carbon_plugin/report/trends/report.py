"""What the report of the trends is made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from ...core.messages import sentence
from ...core.tables.panel import Panel
from ...core.trend.summary import class_counts
from ...core.trend.trend_classes import TrendClass, styles
from ..page.carbon_unit import is_carbon
from ..page.colours import NO_TREND
from ..page.told import NOTHING_TOLD, Told
from ..page.writer import Writer

DRAWN_FIELDS = 10  # fields that get charts of their own; the tables have all
THOUSAND, TEN_THOUSAND, MILLION = 1e3, 1e4, 1e6
TEN_THOUSAND_TIMES = {"万": "亿", "千": "千万"}  # of units in Chinese that begin so


@dataclass(frozen=True)
class TrendReport:
    """What the report is made of.

    ``trends``: a row a unit, as of ``panel_trends``; ``panel``: the values they were made of, with ``fields``.
    ``names``: unit key to the name shown. ``shown_units``: keys of the units to draw; empty for the
    strongest of each field.
    """

    trends: pd.DataFrame
    panel: Panel
    fields: Sequence[str]
    names: Mapping[str, str]
    threshold: float
    told: Told = NOTHING_TOLD
    shown_units: Sequence[str] = ()

    @cached_property
    def counts(self) -> pd.DataFrame:
        """Units in every class (columns), by field (rows)."""
        return class_counts(self.trends, list(self.fields))

    @property
    def drawn_fields(self) -> list[str]:
        """The fields that get charts of their own."""
        return list(self.fields[:DRAWN_FIELDS])

    def classes_of(self, name: str) -> np.ndarray:
        """The class of every unit by a field (u,)."""
        return self.trends[f"{name}_trend"].fillna(TrendClass.NONE).to_numpy(dtype=int)

    def name(self, unit: str) -> str:
        """How a unit is called."""
        return str(self.names.get(unit, unit))

    def names_of(self, units: Iterable[str]) -> list[str]:
        """How units are called."""
        return [self.name(unit) for unit in units]


def class_colours() -> dict[int, str]:
    """The colour of every class, from a marked decrease to a marked increase, then that of no trend."""
    return {**{style.value: style.colour for style in styles()}, TrendClass.NONE: NO_TREND}


def class_labels(writer: Writer) -> dict[int, str]:
    """The classes in words, in the same order."""
    known = {style.value: style.label(writer.language) for style in styles()}
    return {**known, TrendClass.NONE: writer.say(sentence("No trend"))}


def scale_of(name: str, size: float, writer: Writer) -> tuple[float, str]:
    """What to multiply values of a field by so that those of a ``size`` are short, and the unit they then have."""
    unit = writer.unit(name)
    if writer.language == "zh":
        return _in_chinese(name, size, unit, writer)
    if unit and size >= MILLION:
        return 1 / MILLION, writer.say(sentence("million {unit}"), unit=unit)
    if unit and size >= TEN_THOUSAND:
        return 1 / THOUSAND, writer.say(sentence("thousand {unit}"), unit=unit)
    return 1.0, unit


def _in_chinese(name: str, size: float, unit: str, writer: Writer) -> tuple[float, str]:
    """Chinese counts in ten thousands, and has a word for ten thousand of them."""
    if is_carbon(name):
        return writer.carbon.scale([size])
    if not unit or size < TEN_THOUSAND:
        return 1.0, unit
    larger = TEN_THOUSAND_TIMES.get(unit[0])
    return 1 / TEN_THOUSAND, larger + unit[1:] if larger else f"万{' ' * unit[0].isascii()}{unit}"


def note_fields_not_drawn(writer: Writer, report: TrendReport) -> None:
    """Which fields have no charts."""
    rest = report.fields[DRAWN_FIELDS:]
    if rest:
        template = sentence("Only the first {count} fields are drawn; the tables have {rest} too.")
        writer.paragraph(writer.say(template, count=DRAWN_FIELDS, rest=writer.listed(rest)))
