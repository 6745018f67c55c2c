"""The report of the whole chain: the zones on the map, what they are like, why, and what to do in each."""

from __future__ import annotations

from collections.abc import Callable

from ...core.messages import sentence
from ..page import figures
from ..page.page import Page
from .evidence import EvidenceParts
from .words import ChainReport
from .zones import ZoneParts


def chain_page(report: ChainReport, language: str = "en", translate: Callable[[str], str] = str) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no figures and says so."""
    page = Page(translate(sentence("Carbon-neutral zones")), language, translate)
    drawn = figures.is_available()
    parts, evidence = (part(page, report, language, translate, drawn) for part in (ZoneParts, EvidenceParts))
    parts.summary()
    if not drawn:
        page.paragraph(
            translate(sentence("This report has no figures, since the Python library matplotlib is not installed."))
        )
    with figures.style_if(drawn):
        parts.zones_on_the_map()
        parts.region()
        parts.profiles()
        parts.zone_by_zone()
        parts.near_border()
        evidence.trends()
        evidence.drivers()
        evidence.scenarios()
    parts.all_units()
    evidence.coefficients()
    evidence.what_was_run()
    evidence.what_happened()
    return page.html()
