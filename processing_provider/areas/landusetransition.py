"""landusetransition: what became of the land between dates, by unit: matrix, dynamics, intensity, raster, report."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import language
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import AREA_METHODS, PAIRS, RESAMPLE
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..parameters.raster_steps import (
    area_method,
    chosen_legend,
    cluster,
    cluster_is_readable,
    coded_rasters,
    names_and_years,
)
from ..run import Run
from ..run.checks import Readable
from ..run.inputs import Inputs
from ..styling import change_raster, change_table
from .transition_report import RESAMPLE_LABEL, write_transition_report


class LandUseTransition(CarbonZoningAlgorithm):
    """Counts what each cell was and became, all pairs of dates in one pass."""

    NAME = "landusetransition"
    GROUP = "areas"
    LABEL = sentence("Land-use transitions")
    SUMMARY = sentence(
        "What became of the land between dates, for every unit: transition matrix, gains and losses, dynamic degrees, "
        "intensity analysis."
    )
    DESCRIPTION = sentence(
        "A cell counts where it has a class at both dates; the others are told. Shares are in percent of the class "
        "before and of the class after. Swap is what a class lost in one place and gained in another. The "
        "comprehensive dynamic degree stands in both forms: lc_half divides the land that changed by twice the land, "
        "as published numbers do, lc_full by the land. Intensity analysis compares every change with an even spread: "
        "intervals are fast or slow, classes active or dormant, transitions targeted or avoided. The rasters are read "
        "once, block by block, whatever the number of pairs. Without units the whole raster is one unit, called all. "
        "A misclassified cell is a change too: between maps that are each 90 percent right, a fifth of the cells may "
        "seem to change. Method: Aldwaik and Pontius (2012), Pontius et al. (2004)."
    )
    TAGS = sentence(
        "land use,land cover,change,transition matrix,transfer matrix,dynamic degree,intensity analysis,Sankey,gain,"
        "loss,swap,raster"
    )

    UNITS, LAND_COVER, YEARS, LEGEND, CLASSES = "UNITS", "LAND_COVER", "YEARS", "LEGEND", "CLASSES"
    AREA_METHOD, PAIRS, RESAMPLE = "AREA_METHOD", "PAIRS", "RESAMPLE"
    AREAS = "AREAS"
    OUTPUT, DYNAMICS, INTENSITY, CHANGE, REPORT = "OUTPUT", "DYNAMICS", "INTENSITY", "CHANGE", "REPORT"

    def definitions(self):
        return [
            p.polygons(optional=True, text=sentence("Polygons of the units. Empty: the whole raster is one unit.")),
            p.units_id_field(),
            p.units_name_field(),
            *coded_rasters(
                sentence(
                    "Classified rasters of two years or more with whole-number codes, one a year or several tiles a "
                    "year, on one grid or on grids whose cells line up."
                ),
                become_columns=False,
            ),
            p.choice(
                self.PAIRS, sentence("Dates to compare"), PAIRS, text=sentence("Which dates are compared with which.")
            ),
            area_method(),
            p.choice(
                self.RESAMPLE,
                RESAMPLE_LABEL,
                RESAMPLE,
                text=sentence(
                    "What becomes of rasters whose cells do not line up. Kept is the grid of one date; the others are "
                    "looked up there by nearest neighbour, which shows as change along borders."
                ),
                advanced=True,
            ),
            p.table(
                self.AREAS,
                sentence("Areas and land-use intensity"),
                sentence(
                    "Table as “Land-use intensity” writes it: the report then has a chapter on how intensively land is "
                    "used. Empty: no such chapter."
                ),
                optional=True,
                advanced=True,
            ),
            cluster(),
            p.table_out(
                self.OUTPUT,
                sentence("Transitions"),
                sentence(
                    "One row a unit, pair of dates and transition that occurs: area_ha and its share of the class "
                    "before and after; what stayed is a row too."
                ),
            ),
            p.table_out(
                self.DYNAMICS,
                sentence("Dynamics of the classes"),
                sentence(
                    "One row a unit, pair and class, and one of all classes: areas at both dates, gain, loss, net "
                    "change, swap (ha), dynamic degrees (% a year)."
                ),
                optional=True,
            ),
            p.table_out(
                self.INTENSITY,
                sentence("Intensity of change"),
                sentence(
                    "One row a unit, pair and comparison: the intensity, that of an even spread (% a year), and the "
                    "verdict."
                ),
                optional=True,
            ),
            p.raster_out(
                self.CHANGE,
                sentence("Raster of changes"),
                sentence(
                    "A band a pair: the rank of the class before times 1000 plus that of the class after, 0 where "
                    "there is none. The ranks stand in the file's metadata."
                ),
                optional=True,
                by_default=False,
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: flows from date to date, the matrix, gains and losses, intensities, a map "
                    "of the share that changed, and what to know before trusting it."
                )
            ),
        ]

    def checks(self):
        return [Readable(self._pairs, layers=[self.LAND_COVER]), cluster_is_readable()]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.land_change import read_dates, units_on
        from ...carbon_plugin.bridge.rasters import remarks_on_nodata
        from ...carbon_plugin.core.land_use.date_pairs import find_counted_pairs, find_pairs
        from ...carbon_plugin.core.land_use.transition_remarks import (
            check_codes,
            check_in_common,
            remarks_on_cells,
            remarks_on_classes,
        )
        from ...carbon_plugin.core.land_use.transition_tables import (
            TransitionSet,
            dynamics_table,
            intensity_table,
            transition_table,
        )
        from ...carbon_plugin.core.tables.years import remarks_on_years
        from ...carbon_plugin.raster.zonal.transitions import ChangeRaster, transitions

        layers = run.rasters(self.LAND_COVER)
        names, years = names_and_years(run)
        run.say([*remarks_on_years(names, years), *remarks_on_nodata(layers)])
        which, resample = run.choice(self.PAIRS, PAIRS), run.choice(self.RESAMPLE, RESAMPLE)
        legend, units, index = results_of(
            lambda: chosen_legend(run), lambda: run.units(self.UNITS), lambda: self._index(run)
        )
        dates, notes = read_dates(layers, years, resample)
        run.say(notes)
        years = [date.year for date in dates]
        pairs, wanted = find_counted_pairs(years, which), len(find_pairs(years, which))
        of_pairs = [(years[first], years[second]) for first, second in pairs]
        edges, sizes, keys = units_on(units, dates, run.transform_context, progress=run.silent())
        numbers = {name: number for number, name in enumerate(legend.classes, start=1)}
        number_of = {entry.value: numbers.get(entry.class_name, 0) for entry in legend.entries}
        bands = [f"{first}-{second}" for first, second in of_pairs]
        path = run.raster_path(self.CHANGE)
        ranks = {f"CLASS_{number}": name for name, number in numbers.items()}
        with run.workers() as executor:
            found = transitions(
                dates,
                edges,
                number_of,
                pairs=pairs,
                method=run.choice(self.AREA_METHOD, AREA_METHODS),
                sizes=sizes,
                change=ChangeRaster(path, bands, ranks, wanted) if path else None,
                executor=executor,
                progress=run.step(0.0, 0.9),
            )
        if path:
            run.keep_raster(self.CHANGE, path, self._style(found.cells[:wanted], bands, list(numbers)))
        check_codes(found.unknown, [date.land_cover.name for date in dates], years)
        check_in_common(found.cells, of_pairs)
        run.say(found.notes)
        counted, outlined = found.cells[:wanted], units is not None
        run.say(remarks_on_cells(counted, found.unit_cells, keys, pairs=of_pairs, has_outlines=outlined))
        run.say(remarks_on_classes(found.cells[:wanted], list(numbers), of_pairs))
        chain = [pairs.index(pair) for pair in find_pairs(years)]
        result = TransitionSet(found.area_ha[:, :, 1:, 1:], keys, of_pairs, list(numbers), chain, wanted)
        tables = {self.OUTPUT: transition_table, self.DYNAMICS: dynamics_table, self.INTENSITY: intensity_table}
        for name, table_of in tables.items():
            if run.given(name):
                run.write_table_in_parts(name, map(table_of, result.parts()), change_table(list(numbers)))
        if run.output_path(self.REPORT):
            write_transition_report(run, result, years, units=units, index=index)

    def _index(self, run: Run):
        """The land-use index by date, where its table is given."""
        from ...carbon_plugin.core.land_use.index_by_date import summarise_index

        areas = run.panel(self.AREAS, "unit", "year")
        return None if areas is None else summarise_index(areas)

    def _style(self, cells, bands: list[str], classes: list[str]):
        """The style of the raster of changes, of what occurs in it."""
        from ...carbon_plugin.core.land_use.class_words import class_in_words

        met = {}
        for band, of_pair in zip(bands, cells.sum(axis=1)):
            occurring = [(i, j) for i, j in zip(*of_pair.nonzero()) if i and j]
            met[band] = [(1000 * int(i) + int(j), classes[i - 1], classes[j - 1]) for i, j in occurring]
        return change_raster(met, {name: class_in_words(name, language()) for name in classes})

    def _pairs(self, given: Inputs) -> list[tuple[int, int]]:
        from ...carbon_plugin.core.land_use.date_pairs import find_pairs

        return find_pairs(sorted(set(names_and_years(given)[1])), given.choice(self.PAIRS, PAIRS))
