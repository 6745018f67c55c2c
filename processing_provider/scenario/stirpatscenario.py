"""stirpatscenario: futures of every unit to the horizon, when it peaks, and whether its sink covers its emission."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import phrase, sentence, warning
from ...carbon_plugin.core.options import PEAKS_FROM, PROFILES, REPORT_UNITS, SCENARIO_PRESETS, SINKS
from ...carbon_plugin.core.values import Quoted
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import ChoiceNeeds, Later
from ..styling import aliases, potential_maps, scenario_in_time
from . import scenario_outputs as out
from . import scenario_parameters as own
from .potential_thresholds import PEAK_YEAR, read_thresholds, threshold_settings


class StirpatScenario(CarbonZoningAlgorithm):
    """Projects every unit from its own base year and judges its peak and neutrality."""

    NAME = "stirpatscenario"
    GROUP = "scenario"
    LABEL = sentence("Carbon scenarios")
    SUMMARY = sentence(
        "Carbon emission of every unit under scenarios to 2060: when it peaks, and whether the sink covers it."
    )
    DESCRIPTION = sentence(
        "Every unit starts at its own emission of the base year and follows its drivers year by year: ln CE(t) = ln "
        "CE(0) + sum of b (ln x(t) - ln x(0)), so that no regional equation is laid over single units. The scenarios "
        "are a table: growth rates from the unit's own history and caps, by period and, if wanted, by group of units. "
        "“Export scenarios” writes the shipped one to edit. By default least and largest growth are those of "
        "five-year steps, the mean rate holds after the peak year, and caps keep drivers from exploding; where "
        "emission does not rise from low over baseline to high, or a path implies energy that cannot be, the run says "
        "so. Coefficients of an accounting identity are refused unless you ask for them, since such a projection "
        "contradicts its own drivers. ce_p05 to ce_p95 is the range from the fitted coefficients, scenario given; "
        "scenarios are assumptions and no forecasts. A peak is looked for on the path from the base year on: a higher "
        "past is no peak of a path that rises. The potential compares baseline and low carbon in five classes; all of "
        "its thresholds are parameters. Without a column cs nobody can tell neutrality, and no class is given. "
        "Method: Huo et al. (2025), Table 5, Eq. 13."
    )
    TAGS = sentence(
        "scenario,projection,forecast,carbon peak,carbon neutrality,2030,2060,potential,STIRPAT,low carbon,temporal"
    )

    PROJECTED_UNITS, PEAKED_UNITS, NEUTRAL_UNITS = "PROJECTED_UNITS", "PEAKED_UNITS", "NEUTRAL_UNITS"

    def definitions(self):
        return own.definitions()

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.PROJECTED_UNITS, tr("Units that were projected")),
            QgsProcessingOutputNumber(self.PEAKED_UNITS, tr("Units that peak in time under the baseline")),
            QgsProcessingOutputNumber(
                self.NEUTRAL_UNITS, tr("Units whose sink covers their emission at the horizon under the baseline")
            ),
        ]

    def checks(self):
        needs = (("table", own.SINK_TABLE), ("land", own.LAND_DEMAND))
        return [Later(own.HORIZON, own.BASE_YEAR), *(ChoiceNeeds(own.SINK, SINKS, key, name) for key, name in needs)]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.scenario.potential import carbon_potential
        from ...carbon_plugin.core.scenario.projection import project
        from ...carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
        from ...carbon_plugin.core.stirpat.coefficients import read_coefficients
        from ...carbon_plugin.core.stirpat.variables import stirpat_variables

        panel, coefficients, units, table, sink, land = results_of(
            lambda: run.panel(own.INPUT),
            lambda: run.table(own.COEFFICIENTS),
            run.units,
            lambda: run.table(own.SCENARIOS),
            lambda: run.panel(own.SINK_TABLE, "unit", "year", perhaps_scenario=True),
            lambda: self._land(run),
        )
        shipped = run.choice(own.PRESET, SCENARIO_PRESETS)
        rows = preset(shipped) if table is None else table.frame
        name = tr(SCENARIO_PRESETS.label(shipped)) if table is None else table.name
        model = read_coefficients(coefficients.frame, coefficients.name)
        scenarios = read_scenarios(rows, model.names, stirpat_variables(model.cei_definition), table=name)
        options, progress = self._options(run, panel), run.step(0.05, 0.7)
        projection = project(panel, model, scenarios, sink=sink, land=land, options=options, progress=progress)
        run.say(projection.notes)
        compared = {"baseline": run.text(own.BASELINE), "low": run.text(own.LOW)}
        compared["peak_from"] = run.choice(own.PEAK_FROM, PEAKS_FROM)
        potential = carbon_potential(panel, projection.annual, read_thresholds(run), **compared)
        run.say(potential.notes)
        self._write(run, projection, potential.table, units, panel.table)
        self._count(run, potential.table)
        if run.output_path("REPORT"):
            names = panel.table, coefficients.name, name
            self._write_report(run, panel, projection, potential.table, rows, units, names)

    def _land(self, run: Run):
        """Land to come and what it takes up, where the sink follows it."""
        from ...carbon_plugin.core.accounting.profile import load_profile
        from ...carbon_plugin.core.scenario.land_sinks import LandToCome

        if run.choice(own.SINK, SINKS) != "land":
            if run.given(own.LAND_DEMAND):
                text = sentence(
                    "Land to come is given, but changes nothing, since {parameter} is {option}: choose {land} there."
                )
                labels = (Quoted(phrase(SINKS.label(key))) for key in (run.choice(own.SINK, SINKS), "land"))
                told = dict(zip(("option", "land"), labels))
                run.say([warning("land-demand-idle", text, parameter=run.label(own.SINK), **told)])
            return None
        areas = run.panel(own.LAND_DEMAND, "unit", "year", perhaps_scenario=True, counted=True)
        profile = load_profile(run.choice(own.PROFILE, PROFILES))
        given = run.given(own.CARBON_COEFFICIENTS)
        return LandToCome(areas, profile.override(*run.rows(own.CARBON_COEFFICIENTS)) if given else profile)

    def _options(self, run: Run, panel):
        from ...carbon_plugin.core.scenario.projection import Options

        return Options(
            base_year=run.integer(own.BASE_YEAR) if run.given(own.BASE_YEAR) else None,
            horizon=run.integer(own.HORIZON),
            step=run.integer(own.STEP),
            group_field=panel.column(run.text(own.GROUP_FIELD)) if run.given(own.GROUP_FIELD) else None,
            sink=run.choice(own.SINK, SINKS),
            winsorise=run.number(own.WINSORISE),
            growth_years=run.integer(own.GROWTH_YEARS),
            allow_identity=run.flag(own.ALLOW_IDENTITY),
            enforce_order=run.flag(own.ENFORCE_ORDER),
            largest_factor=run.number(own.LARGEST_FACTOR),
            cap_factors=run.flag(own.CAP_FACTORS),
            draws=run.integer(own.DRAWS),
        )

    def _write(self, run: Run, projection, potential, units, table) -> None:
        from ...carbon_plugin.core.scenario.projection_map import map_of_scenario, map_scenario
        from ...carbon_plugin.core.tables.joined import join_units

        years = int(projection.table["year"].min()), run.integer(PEAK_YEAR), run.integer(own.HORIZON)
        style = potential_maps(projection.scenarios, years, bool(potential["cep"].notna().any()))
        if units is not None:  # both maps are made before anything is written
            of_units = join_units(units.frame(), potential, layer=units.layer, table=table)
            scenario = map_scenario(projection.table, run.text(out.MAP_SCENARIO))
            in_time = map_of_scenario(projection.table, units.frame(), scenario)
            run.say([*of_units.notes, *in_time.notes])
        run.write_table(out.PROJECTION, projection.table, aliases)
        run.write_table(out.REGION, projection.region, aliases)
        if units is None:
            run.write_table(out.POTENTIAL, potential, style)
            run.say_no_map(out.PROJECTION_MAP)
            return
        geometry_of = dict(zip(units.keys, units.geometries))

        def polygons(frame) -> list:
            return [geometry_of[key] for key in frame["unit"]]

        run.write_polygons(out.POTENTIAL, of_units.frame, polygons(of_units.frame), crs=units.crs, style=style)
        style = scenario_in_time(scenario, years[0], years[2])
        run.write_polygons(out.PROJECTION_MAP, in_time.frame, polygons(in_time.frame), crs=units.crs, style=style)

    def _count(self, run: Run, potential) -> None:
        run.results[self.PROJECTED_UNITS] = len(potential)
        baseline = run.text(own.BASELINE)
        for name, column in ((self.PEAKED_UNITS, f"peaked_{baseline}"), (self.NEUTRAL_UNITS, f"neutral_{baseline}")):
            if column in potential and potential[column].notna().any():
                run.results[name] = int(potential[column].sum())

    def _write_report(self, run: Run, panel, projection, potential, rows, units, names) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.scenario import ScenarioReport, scenario_page

        unit = run.choice(out.REPORT_UNIT, REPORT_UNITS)
        report = ScenarioReport(
            projection,
            panel,
            potential,
            rows,
            units.name_of() if units is not None else {},
            run.integer(PEAK_YEAR),
            unit,
            tr(REPORT_UNITS.label(unit)),
            run.told(self._settings(run, names), units),
            None if units is None else outlines_of(units, run.transform_context, run.silent()),
            () if units is None else units.keys,
            peak_from=run.choice(own.PEAK_FROM, PEAKS_FROM),
        )
        run.write_file("REPORT", scenario_page(report, language(), tr, progress=run.silent()))

    def _settings(self, run: Run, names) -> list[tuple[str, str]]:
        winsorise = run.number(own.WINSORISE)
        return [
            (tr("Carbon accounts"), names[0]),
            (tr("Coefficients"), names[1]),
            (tr("Scenarios"), names[2]),
            (tr("Carbon sink after the base year"), tr(SINKS.label(run.choice(own.SINK, SINKS)))),
            *self._land_settings(run),
            (tr("Years of a step of growth"), str(run.integer(own.GROWTH_YEARS))),
            (tr("Growth winsorised"), tr("at {percent} %").format(percent=f"{winsorise:g}") if winsorise else tr("no")),
            (tr("Rates sorted by scenario"), tr("yes") if run.flag(own.ENFORCE_ORDER) else tr("no")),
            (tr("Project from an accounting identity"), tr("yes") if run.flag(own.ALLOW_IDENTITY) else tr("no")),
            (tr("Years that a peak is looked for in"), tr(PEAKS_FROM.label(run.choice(own.PEAK_FROM, PEAKS_FROM)))),
            *threshold_settings(run),
            (tr("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
        ]

    def _land_settings(self, run: Run) -> list[tuple[str, str]]:
        if run.choice(own.SINK, SINKS) != "land":
            return []
        return [
            (tr("Land to come"), run.source_name(own.LAND_DEMAND, run.source(own.LAND_DEMAND))),
            (tr("Coefficient profile of the land"), tr(PROFILES.label(run.choice(own.PROFILE, PROFILES)))),
        ]
