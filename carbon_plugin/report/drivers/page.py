"""The report on the drivers of emission."""

from __future__ import annotations

from ...core.drivers.emission_drivers import CHANGE, FROM_YEAR, TO_YEAR, effect_columns
from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import signed
from ..page.writer import Writer
from .report import DriversReport
from .sections import decoupling_map, largest_changes, region_by_period, region_in_steps

_LEAD = sentence(
    "The change of the emission is the sum of what each driver adds to it (LMDI-I, additive). It says which driver "
    "moved with the emission, not why it moved."
)
_SUMMARY = sentence(
    "From {first} to {last} the emission of {units:unit|units} changed by {change} {unit}. The largest effect is that "
    "of “{driver}” ({effect} {unit})."
)


def drivers_page(
    report: DriversReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``."""
    writer = Writer(
        sentence("What drives emission"), language, translate, region=report.told.region_name, progress=progress
    )
    sections = [
        summary, what_to_doubt, region_in_steps, region_by_period, decoupling_map, largest_changes, what_was_run,
        what_happened,
    ]  # fmt: skip
    return writer.page(report, sections)


def summary(writer: Writer, report: DriversReport) -> None:
    """How the region's emission changed, and by which driver most."""
    writer.lead(writer.say(_LEAD))
    whole = report.whole
    if whole is None:
        return
    factors = report.drivers.factors
    effects = dict(zip(factors, (float(whole[name]) for name in effect_columns(factors))))
    largest = max(effects, key=lambda factor: abs(effects[factor]))
    scale, unit = writer.carbon.scale([report.drivers.start, *effects.values()])
    values = {"first": str(whole[FROM_YEAR]), "last": str(whole[TO_YEAR]), "unit": unit}
    values["units"] = report.drivers.region_units
    writer.sentences(
        [
            writer.say(
                _SUMMARY,
                change=signed(scale * whole[CHANGE]),
                driver=largest.label(writer.language),
                effect=signed(scale * effects[largest]),
                **values,
            )
        ]
    )


def what_was_run(writer: Writer, report: DriversReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: DriversReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
