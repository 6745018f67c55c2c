"""stirpatscenario: futures of every unit to the horizon, when it peaks, and whether its sink covers its emission."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import REPORT_UNITS, SCENARIO_PRESETS, SINKS
from ...carbon_plugin.core.resources import read_rows
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import ChoiceNeeds, Later
from ..styling import aliases, potential_maps, scenario_in_time
from ..version import plugin_version


class StirpatScenario(CarbonZoningAlgorithm):
    """Projects every unit from its own base year and judges its peak and neutrality."""

    NAME = "stirpatscenario"
    GROUP = "scenario"
    LABEL = sentence("Carbon scenarios")
    SUMMARY = sentence(
        "Carbon emission of every unit under scenarios to 2060: when it peaks, and whether the sink covers it."
    )
    DESCRIPTION = sentence(
        "Every unit starts at its own emission of the base year and follows its drivers year by year: "
        "ln CE(t) = ln CE(0) + sum of b (ln x(t) - ln x(0)), so that no regional equation is laid over single units. "
        "The scenarios are a table: growth rates from the unit's own history and caps, by period and, if wanted, by "
        "group of units. “Export scenarios” writes the shipped one to edit. The interval ce_p05 to ce_p95 holds the "
        "uncertainty of the coefficients, not that of the scenarios, which are assumptions and no forecasts. The "
        "potential compares baseline and low carbon in five classes; all of its thresholds are parameters. Without a "
        "column cs nobody can tell neutrality, and no class is given. Method: Huo et al. (2025), Table 5, Eq. 13."
    )
    TAGS = sentence(
        "scenario,projection,forecast,carbon peak,carbon neutrality,2030,2060,potential,STIRPAT,low carbon,temporal"
    )

    INPUT, COEFFICIENTS, SCENARIOS, PRESET = "INPUT", "COEFFICIENTS", "SCENARIOS", "PRESET"
    GROUP_FIELD, BASE_YEAR, HORIZON, STEP = "GROUP_FIELD", "BASE_YEAR", "HORIZON", "STEP"
    SINK, SINK_TABLE, WINSORISE, ENFORCE_ORDER = "SINK", "SINK_TABLE", "WINSORISE", "ENFORCE_ORDER"
    LARGEST_FACTOR, CAP_FACTORS, DRAWS = "LARGEST_FACTOR", "CAP_FACTORS", "DRAWS"
    BASELINE, LOW, PEAK_YEAR, STRICTLY_BEFORE = "BASELINE", "LOW", "PEAK_YEAR", "STRICTLY_BEFORE"
    PEAK_FALL, FALL_Z, FALL_NODES = "PEAK_FALL", "FALL_Z", "FALL_NODES"
    FALL_RATIO, GROWTH_RATIO = "FALL_RATIO", "GROWTH_RATIO"
    MAP_SCENARIO, REPORT_UNIT = "MAP_SCENARIO", "REPORT_UNIT"
    PROJECTION, PROJECTION_MAP, POTENTIAL, REGION, REPORT = (
        "PROJECTION",
        "PROJECTION_MAP",
        "POTENTIAL",
        "REGION",
        "REPORT",
    )
    PROJECTED_UNITS, PEAKED_UNITS, NEUTRAL_UNITS = "PROJECTED_UNITS", "PEAKED_UNITS", "NEUTRAL_UNITS"

    def definitions(self):
        return [
            p.table(
                self.INPUT,
                sentence("Carbon accounts by unit and year"),
                sentence(
                    "One row a unit and year, such as “Carbon accounting” writes: the history of ce, cs (t C a year) "
                    "and of what the drivers are made of."
                ),
            ),
            p.unit_field(self.INPUT),
            p.year_field(self.INPUT),
            p.table(
                self.COEFFICIENTS,
                sentence("Coefficients"),
                sentence(
                    "Table as “STIRPAT: what drives emission” writes it, or one of your own with the columns variable "
                    "and b."
                ),
            ),
            p.table(
                self.SCENARIOS,
                sentence("Scenarios of your own"),
                sentence("Table as “Export scenarios” writes it. Empty: the shipped scenarios chosen below."),
                optional=True,
            ),
            p.choice(
                self.PRESET,
                sentence("Shipped scenarios"),
                SCENARIO_PRESETS,
                text=sentence("The reading of the study's Table 5 that holds where no table of your own is given."),
            ),
            p.field(
                self.GROUP_FIELD,
                sentence("Group of a unit"),
                self.INPUT,
                text=sentence(
                    "Column that says which rows of the scenario table hold for a unit, such as its province. Empty: "
                    "only rows without a group."
                ),
                optional=True,
                advanced=True,
            ),
            p.integer(
                self.BASE_YEAR,
                sentence("Base year"),
                sentence("Year the projection starts from. Empty: each unit's last year with all its drivers."),
                low=1900,
                high=2100,
                optional=True,
            ),
            p.integer(
                self.HORIZON,
                sentence("Horizon (year)"),
                sentence("Last year of the projection, in which neutrality is judged."),
                default=2060,
                low=1901,
                high=2300,
            ),
            p.integer(
                self.STEP,
                sentence("Years between written rows"),
                sentence("Drivers move every year; every so many years a row is written."),
                default=5,
                low=1,
                high=100,
                advanced=True,
            ),
            p.choice(
                self.SINK,
                sentence("Carbon sink after the base year"),
                SINKS,
                text=sentence("How cs goes on. Held is the study's way; the trend is the Sen slope of the history."),
            ),
            p.table(
                self.SINK_TABLE,
                sentence("Carbon sinks of your own (t C a year)"),
                sentence(
                    "Columns unit, year, cs and perhaps scenario; years between are interpolated. For the sink from a "
                    "table."
                ),
                optional=True,
                advanced=True,
            ),
            p.real(
                self.WINSORISE,
                sentence("Winsorise growth (%)"),
                sentence(
                    "A unit's growth rates beyond this percentile, and 100 minus it, count as that percentile: one odd "
                    "year is not carried on for decades. 0: off, as in the study; 5 is usual."
                ),
                default=0,
                low=0,
                high=49,
            ),
            p.flag(
                self.ENFORCE_ORDER,
                sentence("Sort the rates of the scenarios"),
                False,
                text=sentence(
                    "Where a unit's growth is not smallest under low and largest under high carbon (the other way "
                    "round for drivers that spare emission), sort it. Off: the table as printed, with a warning."
                ),
            ),
            *self._thresholds(),
            p.polygons(optional=True, text=sentence("Polygons of the units, for the maps. Empty: tables only.")),
            p.units_id_field(),
            p.units_name_field(),
            p.string(
                self.MAP_SCENARIO,
                sentence("Scenario of the map in time"),
                sentence("Its name in the scenario table. Empty: baseline, or the first where there is none."),
            ),
            p.choice(
                self.REPORT_UNIT,
                sentence("Unit of the report"),
                REPORT_UNITS,
                text=sentence("Tables are always in t C a year; 1 t C is 44/12 t CO2."),
                advanced=True,
            ),
            p.table_out(
                self.PROJECTION,
                sentence("Projection"),
                sentence(
                    "One row a unit, scenario and written year: the drivers, ce with its interval ce_p05 to ce_p95, "
                    "and cs, in t C a year."
                ),
            ),
            p.polygons_out(
                self.PROJECTION_MAP,
                sentence("Map of one scenario in time"),
                sentence(
                    "The units with their projection, coloured by emission against the base year; the temporal "
                    "controller plays it."
                ),
                optional=True,
            ),
            p.table_out(
                self.POTENTIAL,
                sentence("Potential of carbon peak and neutrality"),
                sentence(
                    "One row a unit: peak year and neutral year under every scenario, class 5 to 1 of the potential. "
                    "Polygons where units are given, else a table."
                ),
                optional=True,
            ),
            p.table_out(
                self.REGION,
                sentence("Region by year and scenario"),
                sentence("Sums over the projected units, observed and under every scenario, with their interval."),
                optional=True,
            ),
            p.report(
                sentence(
                    "One HTML page to mail: the region to the horizon, how the units spread, each unit's curves, peak "
                    "and neutral years, the assumptions, and what was left out."
                )
            ),
        ]

    def _thresholds(self):
        default = {row["key"]: float(row["value"]) for row in read_rows("potential/thresholds.csv")}
        return [
            p.integer(
                self.PEAK_YEAR,
                sentence("Peak at the latest in (year)"),
                sentence("Emission peaks in time where its highest year is not later. 2030 is the national goal."),
                default=int(default["peak_year"]),
                low=1900,
                high=2300,
            ),
            p.flag(
                self.STRICTLY_BEFORE,
                sentence("The peak must come before that year"),
                False,
                text=sentence("The study says both “by” and “before” 2030."),
                advanced=True,
            ),
            p.real(
                self.PEAK_FALL,
                sentence("Least fall after a peak (share), assumption"),
                sentence("Emission at the horizon lies below the peak by more than this, else there is no peak."),
                default=default["peak_fall"],
                low=0,
                high=1,
                advanced=True,
            ),
            p.real(
                self.FALL_Z,
                sentence("|Z| of a marked fall"),
                sentence(
                    "Mann-Kendall threshold of the projected years after the peak; 1.66 as in the study's Table 4."
                ),
                default=default["fall_z"],
                low=0,
                advanced=True,
            ),
            p.integer(
                self.FALL_NODES,
                sentence("Years between the values of that test"),
                sentence("The study projects in steps of five years; the class does not depend on the rows written."),
                default=int(default["fall_nodes"]),
                low=1,
                high=50,
                advanced=True,
            ),
            p.real(
                self.FALL_RATIO,
                sentence("Emission after a marked fall (share of the peak), assumption"),
                sentence("Class 4: at the horizon emission is at most this share of its peak."),
                default=default["fall_ratio"],
                low=0,
                high=1,
                advanced=True,
            ),
            p.real(
                self.GROWTH_RATIO,
                sentence("Bearable growth (times the base year), assumption"),
                sentence("Class 2: at the horizon baseline emission is at most this many times that of the base year."),
                default=default["growth_ratio"],
                low=0,
                advanced=True,
            ),
            p.string(
                self.BASELINE,
                sentence("Scenario taken as baseline"),
                sentence("Its name in the scenario table, for the classes of the potential."),
                default="baseline",
                optional=False,
                advanced=True,
            ),
            p.string(
                self.LOW,
                sentence("Scenario taken as low carbon"),
                sentence("Its name in the scenario table, for the classes of the potential."),
                default="low",
                optional=False,
                advanced=True,
            ),
            p.real(
                self.LARGEST_FACTOR,
                sentence("Growth of a driver that is too much (times), assumption"),
                sentence("A driver that grows beyond this many times its base level is warned about."),
                default=50,
                low=1,
                advanced=True,
            ),
            p.flag(
                self.CAP_FACTORS,
                sentence("Hold drivers at that growth"),
                False,
                text=sentence("Drivers stop there instead of being only warned about."),
                advanced=True,
            ),
            p.integer(
                self.DRAWS,
                sentence("Draws for the interval"),
                sentence("Refits of the coefficients to resampled years, for ce_p05 and ce_p95; 0: no interval."),
                default=1000,
                low=0,
                high=100_000,
                advanced=True,
            ),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.PROJECTED_UNITS, tr("Units that were projected")),
            QgsProcessingOutputNumber(self.PEAKED_UNITS, tr("Units that peak in time under the baseline")),
            QgsProcessingOutputNumber(
                self.NEUTRAL_UNITS, tr("Units whose sink covers their emission at the horizon under the baseline")
            ),
        ]

    def checks(self):
        return [Later(self.HORIZON, self.BASE_YEAR), ChoiceNeeds(self.SINK, SINKS, "table", self.SINK_TABLE)]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.scenario.potential import carbon_potential
        from ...carbon_plugin.core.scenario.projection import project
        from ...carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
        from ...carbon_plugin.core.stirpat.coefficients import read_coefficients
        from ...carbon_plugin.core.stirpat.variables import stirpat_variables

        panel, coefficients, units = run.panel(self.INPUT), run.table(self.COEFFICIENTS), run.units()
        own, sink = run.table(self.SCENARIOS), run.panel(self.SINK_TABLE, "unit", "year", perhaps_scenario=True)
        shipped = run.choice(self.PRESET, SCENARIO_PRESETS)
        rows = preset(shipped) if own is None else own.frame
        name = tr(SCENARIO_PRESETS.label(shipped)) if own is None else own.name
        model = read_coefficients(coefficients.frame, coefficients.name)
        scenarios = read_scenarios(rows, model.names, stirpat_variables(model.cei_definition), name)
        options, progress = self._options(run, panel), run.step(0.05, 0.7)
        projection = project(panel, model, scenarios, sink=sink, options=options, progress=progress)
        run.say(projection.notes)
        compared = {"baseline": run.text(self.BASELINE), "low": run.text(self.LOW)}
        potential = carbon_potential(panel, projection.annual, self._limits(run), **compared)
        run.say(potential.notes)
        self._write(run, projection, potential.table, units, panel.table)
        self._count(run, potential.table)
        if run.output_path(self.REPORT):
            names = panel.table, coefficients.name, name
            self._write_report(run, panel, projection, potential.table, rows, units, names)

    def _options(self, run: Run, panel):
        from ...carbon_plugin.core.scenario.projection import Options

        return Options(
            base_year=run.integer(self.BASE_YEAR) if run.given(self.BASE_YEAR) else None,
            horizon=run.integer(self.HORIZON),
            step=run.integer(self.STEP),
            group_field=panel.column(run.text(self.GROUP_FIELD)) if run.given(self.GROUP_FIELD) else None,
            sink=run.choice(self.SINK, SINKS),
            winsorise=run.number(self.WINSORISE),
            enforce_order=run.flag(self.ENFORCE_ORDER),
            largest_factor=run.number(self.LARGEST_FACTOR),
            cap_factors=run.flag(self.CAP_FACTORS),
            draws=run.integer(self.DRAWS),
        )

    def _limits(self, run: Run):
        from ...carbon_plugin.core.scenario.potential import Thresholds

        return Thresholds(
            peak_year=run.integer(self.PEAK_YEAR),
            peak_fall=run.number(self.PEAK_FALL),
            fall_z=run.number(self.FALL_Z),
            fall_nodes=run.integer(self.FALL_NODES),
            fall_ratio=run.number(self.FALL_RATIO),
            growth_ratio=run.number(self.GROWTH_RATIO),
            strictly_before=run.flag(self.STRICTLY_BEFORE),
        )

    def _write(self, run: Run, projection, potential, units, table) -> None:
        from ...carbon_plugin.core.scenario.projection_map import check_map_scenario, map_of_scenario
        from ...carbon_plugin.core.tables.joined import join_units

        years = int(projection.table["year"].min()), run.integer(self.PEAK_YEAR), run.integer(self.HORIZON)
        style = potential_maps(projection.scenarios, years, bool(potential["cep"].notna().any()))
        if units is not None:  # both maps are made before anything is written
            of_units = join_units(units.frame(), potential, layer=units.layer, table=table)
            scenario = check_map_scenario(projection.table, run.text(self.MAP_SCENARIO))
            in_time = map_of_scenario(projection.table, units.frame(), scenario)
            run.say([*of_units.notes, *in_time.notes])
        run.write_table(self.PROJECTION, projection.table, aliases)
        run.write_table(self.REGION, projection.region, aliases)
        if units is None:
            run.write_table(self.POTENTIAL, potential, style)
            run.say_no_map(self.PROJECTION_MAP)
            return
        geometry_of = dict(zip(units.keys, units.geometries))

        def polygons(frame) -> list:
            return [geometry_of[key] for key in frame["unit"]]

        run.write_polygons(self.POTENTIAL, of_units.frame, polygons(of_units.frame), crs=units.crs, style=style)
        style = scenario_in_time(scenario, years[0], years[2])
        run.write_polygons(self.PROJECTION_MAP, in_time.frame, polygons(in_time.frame), crs=units.crs, style=style)

    def _count(self, run: Run, potential) -> None:
        run.results[self.PROJECTED_UNITS] = len(potential)
        baseline = run.text(self.BASELINE)
        for name, column in ((self.PEAKED_UNITS, f"peaked_{baseline}"), (self.NEUTRAL_UNITS, f"neutral_{baseline}")):
            if column in potential and potential[column].notna().any():
                run.results[name] = int(potential[column].sum())

    def _write_report(self, run: Run, panel, projection, potential, rows, units, names) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.scenario import ScenarioReport, scenario_page

        unit = run.choice(self.REPORT_UNIT, REPORT_UNITS)
        report = ScenarioReport(
            projection,
            panel.frame,
            potential,
            rows,
            units.name_of() if units is not None else {},
            run.integer(self.PEAK_YEAR),
            unit,
            tr(REPORT_UNITS.label(unit)),
            self._settings(run, names),
            run.messages,
            None if units is None else outlines_of(units, run.transform_context),
            () if units is None else units.keys,
        )
        run.write_file(self.REPORT, scenario_page(report, language(), tr))

    def _settings(self, run: Run, names) -> list[tuple[str, str]]:
        assumption = tr("{value} (assumption)")
        peak = tr("before {year}") if run.flag(self.STRICTLY_BEFORE) else tr("by {year}")
        winsorise = run.number(self.WINSORISE)
        return [
            (tr("Carbon accounts"), names[0]),
            (tr("Coefficients"), names[1]),
            (tr("Scenarios"), names[2]),
            (tr("Carbon sink after the base year"), tr(SINKS.label(run.choice(self.SINK, SINKS)))),
            (tr("Growth winsorised"), tr("at {percent} %").format(percent=f"{winsorise:g}") if winsorise else tr("no")),
            (tr("Rates sorted by scenario"), tr("yes") if run.flag(self.ENFORCE_ORDER) else tr("no")),
            (tr("A peak in time"), peak.format(year=run.integer(self.PEAK_YEAR))),
            (tr("Least fall after a peak"), assumption.format(value=f"{run.number(self.PEAK_FALL):g}")),
            (tr("|Z| of a marked fall"), f"{run.number(self.FALL_Z):g}"),
            (
                tr("Emission after a marked fall, share of the peak"),
                assumption.format(value=f"{run.number(self.FALL_RATIO):g}"),
            ),
            (tr("Bearable growth, times the base year"), assumption.format(value=f"{run.number(self.GROWTH_RATIO):g}")),
            (tr("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
            (tr("Made with"), f"Carbon Zoning {plugin_version()}"),
        ]
