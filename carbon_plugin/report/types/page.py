"""The report on types of units: where they are, what marks each, and how well they are set apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ...core.compensation.type_words import type_name
from ...core.compensation.unit_types import UnitTypes
from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.space.outlines import UnitOutlines
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import digits
from ..page.told import NOTHING_TOLD, Told
from ..page.writer import Writer

_LEAD = sentence(
    "Units that have more or less of the same things than their size would give. Types describe; they settle no amount."
)
_FOUND = sentence(
    "In {year}, {units:unit falls|units fall} into {types:type|types}; mean silhouette {silhouette}, of 1 at most: the "
    "nearer to 0, the less they lie apart."
)
_FOUND_ONLY = sentence("In {year}, {units:unit falls|units fall} into {types:type|types}.")
_EACH = sentence("{name}: {units:unit|units}, on average {mean} of “{column}”.")


@dataclass(frozen=True, eq=False)
class TypesReport:
    """``names``: of units by key. ``outlines``: of the units ``mapped`` (keys, in their order), or None."""

    found: UnitTypes
    names: Mapping[str, str]
    outlines: UnitOutlines | None = None
    mapped: Sequence[str] = ()
    told: Told = NOTHING_TOLD

    def type_names(self, language: str) -> dict[int, str]:
        """What every type is called, by its number."""
        return {one.number: type_name(one, self.found.order_field, language) for one in self.found.types}


def types_page(
    report: TypesReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``."""
    from .sections import profile_chart, profile_table, silhouette_by_number, type_map, unit_lists

    writer = Writer(
        sentence("Compensation types"), language, translate, region=report.told.region_name, progress=progress
    )
    sections = [
        summary, what_to_doubt, type_map, profile_chart, profile_table, silhouette_by_number, unit_lists, what_was_run,
        what_happened,
    ]  # fmt: skip
    return writer.page(report, sections)


def summary(writer: Writer, report: TypesReport) -> None:
    """How many types there are, and what each is like."""
    writer.lead(writer.say(_LEAD))
    found, names = report.found, report.type_names(writer.language)
    values = {"year": str(found.year), "units": sum(one.units for one in found.types), "types": len(found.types)}
    known = found.silhouette == found.silhouette
    said = [writer.say(_FOUND, silhouette=digits(found.silhouette), **values) if known else
            writer.say(_FOUND_ONLY, **values)]  # fmt: skip
    [(column, means)] = writer.in_report_unit(pd.DataFrame({found.order_field: [one.mean for one in found.types]}))
    said += [
        writer.say(_EACH, name=names[one.number], units=one.units, column=column, mean=digits(mean, 4))
        for one, mean in zip(found.types, means)
    ]
    writer.sentences(said)


def what_was_run(writer: Writer, report: TypesReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: TypesReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
