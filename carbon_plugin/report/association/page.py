"""The report on association in space: how strong it is, where, and since when."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.space.bivariate_moran import LEE_L, MORAN_I, P_VALUE
from ...core.values import Translate
from ..page.doubts import what_else, what_to_doubt
from ..page.numbers import digits
from ..page.writer import Writer
from .report import AssociationReport
from .sections import by_year, cluster_map, scatter, unit_lists

_LEAD = sentence(
    "Does “{x}” of a unit go with “{y}” at its neighbours? It is not the same question the other way round, and says "
    "nothing of cause."
)
_LEAD_ONE = sentence("Does “{x}” of a unit go with “{x}” at its neighbours?")
_CLUSTERED = sentence(
    "{when}Moran's I is {moran} (pseudo p {p}): “{x}” is high where the neighbours' “{y}” is high, and low where it is "
    "low."
)
_CHEQUERED = sentence(
    "{when}Moran's I is {moran} (pseudo p {p}): “{x}” is high where the neighbours' “{y}” is low, and the other way "
    "round."
)
_CHANCE = sentence("{when}Moran's I is {moran} (pseudo p {p}): over all units no more than chance gives.")
_NONE = sentence("{when}Moran's I could not be computed.")
_LEE = sentence("Lee's L, which is the same with both columns exchanged, is {lee}.")


def association_page(
    report: AssociationReport,
    language: str = "en",
    translate: Translate = str,
    *,
    progress: Progress = Silent(),
) -> str:
    """The report as one HTML page in ``language``."""
    writer = Writer(
        sentence("Association in space"), language, translate, region=report.told.region_name, progress=progress
    )
    sections = [
        summary, what_to_doubt, cluster_map, scatter, by_year, unit_lists, what_was_run, what_happened,
    ]  # fmt: skip
    return writer.page(report, sections)


def summary(writer: Writer, report: AssociationReport) -> None:
    """How strong the association is in the last year."""
    x, y = (writer.label(name) for name in (report.observed.x_name, report.observed.y_name))
    writer.lead(writer.say(_LEAD, x=x, y=y) if report.is_bivariate else writer.say(_LEAD_ONE, x=x))
    moran, p, lee = (float(report.last[name]) for name in (MORAN_I, P_VALUE, LEE_L))
    when = "" if report.year is None else writer.say(sentence("In {year}: "), year=str(report.year))
    if not np.isfinite(moran):
        writer.sentences([writer.say(_NONE, when=when)])
        return
    template = _CHANCE if p > report.significance else _CLUSTERED if moran > 0 else _CHEQUERED
    said = [writer.say(template, when=when, moran=digits(moran), p=digits(p), x=x, y=y)]
    writer.sentences([*said, writer.say(_LEE, lee=digits(lee))] if report.is_bivariate else said)


def what_was_run(writer: Writer, report: AssociationReport) -> None:
    """The settings of the run."""
    writer.settings(report.told.settings)


def what_happened(writer: Writer, report: AssociationReport) -> None:
    """What is good to know besides."""
    writer.heading(sentence("What was noticed and left out"))
    what_else(writer, report, sentence("Nothing."))
