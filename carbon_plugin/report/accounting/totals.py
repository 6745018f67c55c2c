"""The region's components, and how many of its units are in balance."""

from __future__ import annotations

import numpy as np

from ...core.accounting.profiles_compared import PREFIX
from ...core.messages import sentence
from ...core.options import PROFILES
from ..page import figures
from ..page.charts.balanced_units import balanced_units as balanced_chart
from ..page.colours import INK, component_colours
from ..page.run_on import run_on
from ..page.table import Column
from ..page.writer import Writer
from .curves import show_years
from .report import AccountingReport

NO_COMPONENTS = ("ce_urban", "cs_ce_ratio", "ce_p05", "ce_p95")  # energy and breathing stand for ce_urban
_PALE = 0.35  # opacity of what is no total of the region


def components(writer: Writer, report: AccountingReport) -> None:
    """What emission and sink are made of, year by year."""
    columns = report.known([name for name in report.region.columns if _is_component(name)])
    if not columns or not writer.draws:
        return
    writer.heading(sentence("Emission and sink by component"))
    colours, whole = component_colours(columns), report.comparable
    scale, unit = writer.carbon.scale(report.region[report.known(["ce", "cs"])].to_numpy(dtype=float))
    figure, axis = figures.new_axis(4.2)
    axis.use_sticky_edges = False  # leave air above and below the stacks
    above, below = np.zeros(len(report.years)), np.zeros(len(report.years))
    for name in columns:
        values = np.nan_to_num(report.values(name)) * scale * (1 if name.startswith("ce_") else -1)
        style = {"width": 0.8, "color": colours[name], "label": writer.label(name), "linewidth": 0}
        for bar, is_total in zip(
            axis.bar(report.years, values, bottom=np.where(values >= 0, above, below), **style), whole
        ):
            bar.set_alpha(1.0 if is_total else _PALE)
        above += np.maximum(values, 0)
        below += np.minimum(values, 0)
    if "nce" in report.region:
        net = np.where(whole, report.values("nce") * scale, np.nan)
        axis.plot(report.years, net, "o-", color="#222222", markersize=3, linewidth=1.1, label=writer.label("nce"))
    axis.axhline(0, color=INK, linewidth=0.8)
    axis.set_ylabel(unit)
    for patch in figures.legend_beside(axis).get_patches():
        patch.set_alpha(1.0)
    show_years(axis, report)
    caption = writer.say(sentence("Emission upwards, sink downwards; the line is net emission."))
    pale = "" if whole.all() else writer.say(sentence("Pale: years in which other units have complete accounts."))
    writer.chart(figure, run_on(writer.language, caption, pale))


def balanced_units(writer: Writer, report: AccountingReport) -> None:
    """How many units take up what they emit."""
    if not report.known(["balanced_units"]) or not writer.draws:
        return
    writer.heading(sentence("Units in balance"))
    counted, balanced = report.values("units_counted"), report.values("balanced_units")
    figure, axis = balanced_chart(report.years, counted, balanced, writer=writer)
    show_years(axis, report)
    caption = sentence(
        "Number of units whose sink covers their emission, of the units with complete accounts in that year."
    )
    writer.chart(figure, writer.say(caption))


def balance_by_profile(writer: Writer, report: AccountingReport) -> None:
    """How many units are in balance under the coefficients of each profile, first and last year side by side."""
    found = [name for name in PROFILES if report.known([PREFIX + name])]
    if not found:
        return
    writer.paragraph(
        writer.say(
            sentence(
                "Whether a unit is in balance depends on the coefficients. Units in balance under each profile, other "
                "choices alike:"
            )
        )
    )
    whole = np.flatnonzero(report.comparable)
    years = dict.fromkeys((int(whole[0]), int(whole[-1])))
    profiles = Column(writer.say(sentence("Coefficient profile")), [writer.say(PROFILES.label(name)) for name in found])
    counts = [
        Column(str(int(report.years[year])), [float(report.values(PREFIX + name)[year]) for name in found])
        for year in years
    ]
    writer.table([profiles, *counts])


def _is_component(name: str) -> bool:
    """A component is what a total is made of."""
    return name.startswith(("ce_", "cs_")) and name not in NO_COMPONENTS
