"""landusedemand: class areas of every unit to a horizon by a Markov chain, within limits by scenario."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import DEMAND_BY
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases


class LandUseDemand(CarbonZoningAlgorithm):
    """What the transitions between two dates make of the land if they go on."""

    NAME = "landusedemand"
    GROUP = "areas"
    LABEL = sentence("Land demand")
    SUMMARY = sentence(
        "Class areas of every unit to a horizon, if land goes on moving between classes as it did, within limits."
    )
    DESCRIPTION = sentence(
        "What a class became between two dates it becomes in every step of the same length (Markov chain): totals are "
        "kept, no place is told. The scenario baseline has no limits; other scenarios come from the table of limits, "
        "such as red lines of cropland and forest, which are met by scaling the classes that are free. Unit by unit, a "
        "class that a unit did not have follows the region's transitions. A horizon between two steps takes a root of "
        "the matrix where there is one, else the nearest whole number of steps, and says so. Matrices of short steps, "
        "about five years, have told land best. A projection is no forecast: the last date held out shows how far off "
        "it would have been, beside the guess that nothing changes."
    )
    TAGS = sentence("land use,demand,Markov,projection,scenario,red line,cropland,quota,horizon,2060")

    TRANSITIONS, FROM_YEAR, TO_YEAR, AREAS = "TRANSITIONS", "FROM_YEAR", "TO_YEAR", "AREAS"
    BASE_YEAR, HORIZON, BY, LIMITS, HOLD_OUT = "BASE_YEAR", "HORIZON", "BY", "LIMITS", "HOLD_OUT"
    EXAMPLE_LIMITS, OUTPUT, VALIDATION = "EXAMPLE_LIMITS", "OUTPUT", "VALIDATION"

    def definitions(self):
        return [
            p.table(
                self.TRANSITIONS,
                sentence("Transitions"),
                sentence("Table as “Land-use transitions” writes it: unit, years, classes and area_ha."),
            ),
            p.year(
                self.FROM_YEAR,
                sentence("First year of the transitions"),
                sentence("Empty: that of the last pair in the table."),
            ),
            p.year(
                self.TO_YEAR,
                sentence("Second year of the transitions"),
                sentence("Empty: that of the last pair in the table."),
            ),
            p.table(
                self.AREAS,
                sentence("Areas by unit and year (ha)"),
                sentence(
                    "Where the projection starts, as “Land-use areas” writes it. Empty: the areas at the second year "
                    "of the transitions."
                ),
                optional=True,
            ),
            p.year(
                self.BASE_YEAR,
                sentence("Base year"),
                sentence("Year of the areas from which the projection starts. Empty: their last year."),
            ),
            p.integer(
                self.HORIZON,
                sentence("Horizon (year)"),
                sentence("Last year of the projection."),
                default=2060,
                low=1901,
                high=2200,
            ),
            p.choice(
                self.BY,
                sentence("Whose transitions"),
                DEMAND_BY,
                text=sentence("Each unit's own say more, the region's are steadier where units are small."),
            ),
            p.table(
                self.LIMITS,
                sentence("Limits"),
                sentence(
                    "Table scenario, class, from_year, low, high, kind. Kind area: hectares of the region, shared "
                    "among units as the class is; share: percent of the unit's own area of the class in the base "
                    "year. An empty limit is open. Empty: only the scenario baseline, without limits."
                ),
                optional=True,
            ),
            p.flag(
                self.HOLD_OUT,
                sentence("Hold the last date out"),
                True,
                text=sentence(
                    "Tell the areas of the last pair from the pair before it, and compare with what came, beside “no "
                    "change”."
                ),
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Areas to the horizon"),
                sentence("One row a unit, year and scenario, the base year first: <class>_ha."),
            ),
            p.table_out(
                self.VALIDATION,
                sentence("Validation"),
                sentence(
                    "One row a unit, and one of the region (all): percent of the area told in the right class, by the "
                    "transitions and by “no change”."
                ),
                optional=True,
            ),
            p.table_out(
                self.EXAMPLE_LIMITS,
                sentence("Example of limits"),
                sentence("The shipped example of a table of limits, to edit and give back."),
                optional=True,
                by_default=False,
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.land_use.base_areas import base_of_panel, base_of_transitions
        from ...carbon_plugin.core.land_use.land_demand import project_land
        from ...carbon_plugin.core.land_use.limits import read_limits
        from ...carbon_plugin.core.land_use.transition_rows import read_transitions
        from ...carbon_plugin.core.tables.shipped import shipped_table

        table = run.table(self.TRANSITIONS)
        rows = read_transitions(table.frame, table.name, run.silent())
        pair = rows.find_pair(self._year(run, self.FROM_YEAR), self._year(run, self.TO_YEAR))
        areas = run.panel(self.AREAS, "unit", "year")
        limits = read_limits(*run.rows(self.LIMITS)) if run.given(self.LIMITS) else []
        if areas is None:
            base = base_of_transitions(rows, pair)
        else:
            base = base_of_panel(areas, self._year(run, self.BASE_YEAR), rows)
        demand = project_land(
            rows,
            pair,
            base,
            horizon=run.integer(self.HORIZON),
            by=run.choice(self.BY, DEMAND_BY),
            limits=limits,
            hold_out=run.flag(self.HOLD_OUT),
        )
        run.say([*rows.notes, *demand.notes])
        run.write_table(self.OUTPUT, demand.frame, aliases)
        if run.given(self.VALIDATION) and demand.validation is not None:
            run.write_table(self.VALIDATION, demand.validation, aliases)
        if run.given(self.EXAMPLE_LIMITS):
            run.write_table(self.EXAMPLE_LIMITS, shipped_table("limits"), aliases)

    def _year(self, run: Run, name: str) -> int | None:
        return run.integer(name) if run.given(name) else None
