"""The report of a study: the zones on the map, what they are like, why, and what to do in each."""

from __future__ import annotations

from ...core.messages import sentence
from ...core.progress import Progress, Silent
from ...core.values import Translate
from ..page.writer import Writer
from .by_profile import by_profile
from .chapters import BESIDE_THE_CHAIN, HOW_SURE
from .drivers import drivers
from .emission import region, scenarios
from .groups import zone_by_zone
from .made import coefficients, what_happened, what_was_run
from .profiles import profiles
from .reliability import how_made
from .report import StudyReport
from .trends import trends
from .units import all_units, near_border
from .zones import summary, zones_on_the_map


def study_page(
    report: StudyReport, language: str = "en", translate: Translate = str, *, progress: Progress = Silent()
) -> str:
    """The report as one HTML page in ``language``; without matplotlib it has no charts and says so."""
    title = sentence("Carbon-neutral zones")
    writer = Writer.of_report(report, title, language, translate=translate, progress=progress)
    return writer.page(
        report,
        [
            summary,
            how_made,
            zones_on_the_map,
            region,
            by_profile,
            profiles,
            zone_by_zone,
            near_border,
            *HOW_SURE,
            trends,
            drivers,
            scenarios,
            *BESIDE_THE_CHAIN,
            all_units,
            coefficients,
            what_was_run,
            what_happened,
        ],
    )
