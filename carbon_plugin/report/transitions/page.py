"""The report of land-use transitions: what became what, how fast, and where."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import shown
from ..page.writer import Writer
from .changes import gains_and_losses, intensities, map_of_change
from .index import land_use_index
from .matrix import flows, matrix
from .report import TransitionReport, class_name, pair_name


def transitions_page(
    report: TransitionReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has fewer charts and says so."""
    sections = [
        summary,
        what_to_doubt,
        flows,
        matrix,
        gains_and_losses,
        intensities,
        map_of_change,
        land_use_index,
        what_was_run,
        what_happened,
    ]
    title = sentence("Land-use transitions")
    return Writer(title, language, translate, region=report.told.region_name, progress=progress).page(report, sections)


def summary(writer: Writer, report: TransitionReport) -> None:
    """How much land changed, and which class gained and lost most."""
    its, (scale, unit), place = report.region.dynamics, report.scale, report.longest
    total, changed = float(its.start[0, place].sum()), float(its.changed[0, place])
    net = its.net[0, place]
    pair = pair_name(report.pairs[place], writer)
    lead = sentence("{units:unit|units}, {dates:date|dates}, {pair}: {area} {measure} with a class at both dates.")
    area = shown(total * scale)
    writer.lead(
        writer.say(lead, units=len(report.found.units), dates=len(report.dates), pair=pair, area=area, measure=unit)
    )
    words = [
        writer.say(
            sentence("{pair}: {share} % of the land is another class at the end, {area} {measure}."),
            pair=pair,
            share=f"{100 * changed / total:.3g}",
            area=shown(changed * scale),
            measure=unit,
        )
    ]
    for template, best in (
        (sentence("The largest net gain is that of {name}: {area} {measure}."), int(np.argmax(net))),
        (sentence("The largest net loss is that of {name}: {area} {measure}."), int(np.argmin(net))),
    ):
        if net[best]:
            name = class_name(report.found.classes[best], writer)
            words.append(writer.say(template, name=name, area=shown(abs(float(net[best])) * scale), measure=unit))
    writer.sentences(words)
    writer.facts(
        [
            (f"{float(its.lc_half[0, place]):.3g}", writer.header("lc_half")),
            (f"{float(its.lc_full[0, place]):.3g}", writer.header("lc_full")),
        ]
    )


def what_was_run(writer: Writer, report: TransitionReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: TransitionReport) -> None:
    """What a reader must know before trusting a change."""
    writer.heading(sentence("What to know before trusting a change"))
    what_else(writer, report, sentence("Nothing."))
