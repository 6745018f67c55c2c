"""The report of “Land-use transitions”: what a run found, and how it was run."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import AREA_METHODS, LEGENDS, PAIRS, RESAMPLE
from ..run import Run

RESAMPLE_LABEL = sentence("Dates on different grids")


def write_transition_report(run: Run, result, years: list[int], *, units, index) -> None:
    """The report of a run, with its settings; ``index``: the land-use index by date, None where it was not given."""
    from ...carbon_plugin.bridge.outlines import outlines_of
    from ...carbon_plugin.report.transitions import TransitionReport, transitions_page

    settings = [
        (tr("Dates"), ", ".join(map(str, years))),
        (tr("Dates to compare"), tr(PAIRS.label(run.choice("PAIRS", PAIRS)))),
        (tr("Legend of the codes"), tr(LEGENDS.label(run.choice("LEGEND", LEGENDS)))),
        (tr("Area of a cell"), tr(AREA_METHODS.label(run.choice("AREA_METHOD", AREA_METHODS)))),
        (tr(RESAMPLE_LABEL), tr(RESAMPLE.label(run.choice("RESAMPLE", RESAMPLE)))),
        (tr("Method"), "Aldwaik & Pontius 2012, doi 10.1016/j.landurbplan.2012.02.010"),
    ]
    report = TransitionReport(
        result,
        years,
        units.name_of() if units else {},
        outlines_of(units, run.transform_context, run.silent()) if units else None,
        run.told(settings, units),
        index=index,
    )
    run.write_file("REPORT", transitions_page(report, language(), tr, progress=run.silent()))
