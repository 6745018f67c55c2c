"""The look at land cover: what opening its rasters says, and counting their cells."""

from __future__ import annotations

from ...carbon_plugin.core.options import LEGENDS
from ..run import Run


def look_at_land_cover(run: Run, units, panel, *, look) -> bool | None:
    """Say all of the rasters ``LAND_COVER``; False where they cannot be used, None where absent.

    ``units``: the polygons, ``panel``: the statistics; None where they cannot be read or were not given.
    """
    from ...carbon_plugin.bridge.rasters import full_name, land_cover_of_years, remarks_on_nodata
    from ...carbon_plugin.core.preparation.key_checks import remarks_on_common_years
    from ...carbon_plugin.core.tables.years import remarks_on_years, years_of

    if not run.given("LAND_COVER"):
        return None
    layers = look(run, lambda: run.rasters("LAND_COVER"))
    legend = look(run, lambda: _legend(run))
    if layers is None:
        return False
    names = [full_name(layer) for layer in layers]
    years = look(run, lambda: years_of(names, run.text("YEARS")))
    if years is None:
        look(run, lambda: land_cover_of_years(layers, list(range(len(layers)))))  # each for itself
        return False
    run.say([*remarks_on_years(names, years), *remarks_on_nodata(layers)])
    if panel is not None:
        run.say(remarks_on_common_years(panel.table, panel.years, sorted(set(years))))
    rasters = look(run, lambda: land_cover_of_years(layers, years))
    if rasters is None or legend is None:
        return False
    if run.flag("QUICK") or units is None:
        return True
    counted = look(run, lambda: _count(run, units, rasters))
    return counted is not None and _hold_against_legend(run, units, counted, legend, look=look)


def _legend(run: Run):
    from ...carbon_plugin.core.land_use.legend import load_legend, read_legend

    legend = load_legend(run.choice("LEGEND", LEGENDS))
    return legend.overridden_by(read_legend(*run.rows("CLASSES"))) if run.given("CLASSES") else legend


def _count(run: Run, units, rasters):
    """The same pass over the cells as “Land-use areas” makes."""
    from ...carbon_plugin.bridge.rasters import edges_in, sizes_of
    from ...carbon_plugin.raster.zonal.class_areas import class_areas

    here, silent = run.transform_context, run.silent()
    edges, sizes = edges_in(units, here, silent), sizes_of(units, here, silent)
    counted = class_areas(rasters, edges, sizes=sizes, progress=run.step(0.2, 0.95))
    run.say(counted.notes)
    return counted


def _hold_against_legend(run: Run, units, counted, legend, *, look) -> bool:
    """Say which codes the legend does not know, and which legend does; False where it cannot be used."""
    from ...carbon_plugin.core.land_use.areas import area_panel
    from ...carbon_plugin.core.land_use.legend_fit import remarks_on_fit

    codes = {int(value) for year in counted.years for value in year.values[year.cells.sum(axis=0) > 0]}
    run.say(remarks_on_fit(codes, legend, run.choice("LEGEND", LEGENDS)))
    panel = look(run, lambda: area_panel(units.keys, counted.years, legend))
    run.say(panel.notes if panel is not None else [])
    return panel is not None
