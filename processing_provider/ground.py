"""Areas in a table beside the outlines that they are areas of."""

from __future__ import annotations

from .run import Run


def say_ground(run: Run, panel, units) -> None:
    """Tell where the land of ``panel`` does not fit within the outlines of ``units``.

    Tables with ``coverage_pct`` were compared with their outlines when they were made.
    """
    from ..carbon_plugin.bridge.outlines import ground_of
    from ..carbon_plugin.core.land_use.areas import COVERAGE, TOTAL_AREA
    from ..carbon_plugin.core.land_use.ground import remarks_on_ground

    if TOTAL_AREA not in panel or COVERAGE in panel:
        return
    ground = ground_of(units, run.transform_context, run.silent())
    run.say(remarks_on_ground(panel, units.keys, ground, layer=units.layer))
