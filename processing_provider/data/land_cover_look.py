"""The look at land cover: what opening its rasters says, and counting their cells."""

from __future__ import annotations

from dataclasses import dataclass

from ..parameters.raster_steps import chosen_legend
from ..run import Run


@dataclass(frozen=True)
class LandCover:
    """``is_sound``: whether the rasters can be used, None where absent; ``units_overlap``: whether units share cells,
    None where no cell was counted; ``dates``: their years, none where these are not known.
    """

    is_sound: bool | None = None
    units_overlap: bool | None = None
    dates: tuple[int, ...] = ()


def look_at_land_cover(run: Run, units, panel, *, look) -> LandCover:
    """Say all of the rasters ``LAND_COVER``.

    ``units``: the polygons, ``panel``: the statistics; None where they cannot be read or were not given.
    """
    from ...carbon_plugin.bridge.rasters import full_name, land_cover_of_years, remarks_on_nodata
    from ...carbon_plugin.core.preparation.key_checks import remarks_on_common_years
    from ...carbon_plugin.core.tables.years import remarks_on_years, years_of

    if not run.given("LAND_COVER"):
        return LandCover()
    layers = look(run, lambda: run.rasters("LAND_COVER"))
    legend = look(run, lambda: chosen_legend(run))
    if layers is None:
        return LandCover(False)
    names = [full_name(layer) for layer in layers]
    years = look(run, lambda: years_of(names, run.text("YEARS")))
    if years is None:
        look(run, lambda: land_cover_of_years(layers, list(range(len(layers)))))  # each for itself
        return LandCover(False)
    run.say([*remarks_on_years(names, years), *remarks_on_nodata(layers)])
    dates = tuple(sorted(set(years)))
    if panel is not None:
        run.say(remarks_on_common_years(panel.table, panel.years, dates))
    rasters = look(run, lambda: land_cover_of_years(layers, years))
    if rasters is None or legend is None:
        return LandCover(False, dates=dates)
    if run.flag("QUICK") or units is None:
        return LandCover(True, dates=dates)
    counted = look(run, lambda: _count(run, units, rasters))
    if counted is None:
        return LandCover(False, dates=dates)
    is_sound = _panel(run, units, counted, legend, look=look) is not None
    return LandCover(is_sound, bool(counted.overlapping.any()), dates)


def _count(run: Run, units, rasters):
    """The same pass over the cells as “Land-use areas” makes."""
    from ...carbon_plugin.bridge.grid_edges import edges_in, sizes_of
    from ...carbon_plugin.raster.zonal.class_areas import class_areas

    here, silent = run.transform_context, run.silent()
    edges, sizes = edges_in(units, here, silent), sizes_of(units, here, silent)
    counted = class_areas(rasters, edges, sizes=sizes, progress=run.step(0.2, 0.95))
    run.say(counted.notes)
    return counted


def _panel(run: Run, units, counted, legend, *, look):
    """The areas; None where the legend does not know a code."""
    from ...carbon_plugin.core.land_use.areas import area_panel

    panel = look(run, lambda: area_panel(units.keys, counted.years, legend))
    run.say(panel.notes if panel is not None else [])
    return panel
