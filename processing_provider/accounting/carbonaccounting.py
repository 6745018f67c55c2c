"""carbonaccounting: emission, sink and balance of every unit and year."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import AREA_YEARS, BOUNDARY, FOOTPRINT_FACTORS, MISSING, PROFILES, REPORT_UNITS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases, coefficients_used, net_emission_map


class CarbonAccounting(CarbonZoningAlgorithm):
    """Statistics and areas times coefficients: CE, CS, NCE, ECC, ESC, Cf, Ec, Ed."""

    NAME = "carbonaccounting"
    GROUP = "accounting"
    LABEL = sentence("Carbon accounting")
    SUMMARY = sentence(
        "Carbon emission, carbon sink and net emission of every unit and year, from statistics and class areas."
    )
    DESCRIPTION = sentence(
        "Emission (CE) comes from farm inputs, fuels, people's breathing and livestock; the sink (CS) from crops and "
        "from forest, shrubland, grassland "
        "and water. Net emission NCE = CE - CS, in t C a year. Beside them stand the economic contribution "
        "coefficient ECC and the ecological support "
        "coefficient ESC (shares of the region; 1 is the region's own value of that year, which says nothing about "
        "balance) and the footprints Cf, Ec and Ed in hectares. A "
        "column that the table has not is outside "
        "the account, and the log says so; an empty cell is missing, never 0. Statistics may be annual and areas "
        "five-yearly: areas are interpolated between "
        "dates, never beyond them, and marked in the column filled. All columns come out again. Method: Huo et al. "
        "(2025), Eq. 1 to 11."
    )
    TAGS = sentence(
        "carbon,emission,sink,sequestration,net emission,budget,balance,accounting,footprint,ECC,ESC,CO2,greenhouse gas"
    )

    STATISTICS, AREAS, AREA_YEARS, PROFILE, COEFFICIENTS = (
        "STATISTICS",
        "AREAS",
        "AREA_YEARS",
        "PROFILE",
        "COEFFICIENTS",
    )
    MISSING, CROP_SINK, RENORMALISE, BOUNDARY = "MISSING", "CROP_SINK", "RENORMALISE", "BOUNDARY"
    FOOTPRINT_FACTOR, GROUP_FIELD = "FOOTPRINT_FACTOR", "GROUP_FIELD"
    UNITS, MAP_YEAR, REPORT_UNIT = "UNITS", "MAP_YEAR", "REPORT_UNIT"
    OUTPUT, REGION, USED, MAP, REPORT = "OUTPUT", "REGION", "USED", "MAP", "REPORT"

    def definitions(self):
        return [
            p.table(
                self.STATISTICS,
                sentence("Statistics by unit and year"),
                sentence(
                    "One row a unit and year, columns named as in the plugin's vocabulary (population, gdp, "
                    "raw_coal_t, pigs_head, rice_t, ...) "
                    "or as its labels in English or Chinese."
                ),
            ),
            p.unit_field(self.STATISTICS),
            p.year_field(self.STATISTICS),
            p.table(
                self.AREAS,
                sentence("Areas by unit and year (ha)"),
                sentence(
                    "Panel with columns unit, year and <class>_ha, such as “Land-use areas” or “Land-use intensity” "
                    "writes. Empty: areas in the statistics, or none."
                ),
                optional=True,
            ),
            p.choice(
                self.AREA_YEARS,
                sentence("Years without areas"),
                AREA_YEARS,
                text=sentence(
                    "What to do in years between two dates of land cover. Nothing is ever extended beyond the first "
                    "and last date."
                ),
            ),
            p.choice(
                self.PROFILE,
                sentence("Coefficient profile"),
                PROFILES,
                text=sentence("The set of coefficients; “Export coefficients” shows each number and its source."),
            ),
            p.table(
                self.COEFFICIENTS,
                sentence("Coefficients of your own"),
                sentence(
                    "Table as “Export coefficients” writes it. Rows with a known key replace the profile's number, "
                    "rows with a new key add a fuel, crop, animal or land class. A row may hold for one group of units "
                    "(column group) and for some years (from_year, to_year): one with the group goes before one "
                    "without, then the narrower span of years."
                ),
                optional=True,
            ),
            p.choice(
                self.MISSING,
                sentence("Missing cells"),
                MISSING,
                text=sentence("What an empty cell in a column that is present means for the totals."),
                advanced=True,
            ),
            p.flag(
                self.CROP_SINK,
                sentence("Count the carbon that crops take up"),
                True,
                text=sentence(
                    "Off where cropland is counted as a net source or sink by a land coefficient, or where crop "
                    "carbon is seen as returning within the year."
                ),
                advanced=True,
            ),
            p.flag(
                self.RENORMALISE,
                sentence("Footprint by vegetation only"),
                True,
                text=sentence(
                    "Shares of crops, shrubland, forest and grassland in the sink add up to 1, water left out."
                ),
                advanced=True,
            ),
            p.choice(
                self.BOUNDARY,
                sentence("Energy boundary"),
                BOUNDARY,
                text=sentence(
                    "Whether electricity and heat bought from elsewhere count. With both these and the coal of local "
                    "power plants, the same carbon counts twice."
                ),
                advanced=True,
            ),
            p.choice(
                self.FOOTPRINT_FACTOR,
                sentence("Footprint of a tonne"),
                FOOTPRINT_FACTORS,
                text=sentence(
                    "Hectares of vegetation that take up a tonne of carbon: one factor of the sinks of all years with "
                    "complete accounts, or a factor for every year, with which the footprints of a unit move although "
                    "nothing changes in it."
                ),
                advanced=True,
            ),
            p.field(
                self.GROUP_FIELD,
                sentence("Group of a unit"),
                self.STATISTICS,
                text=sentence(
                    "Column of the statistics, such as the province, that says which coefficients by group hold for a "
                    "unit; the same in all years of a unit. Empty: only coefficients without a group."
                ),
                optional=True,
                advanced=True,
            ),
            p.polygons(optional=True, text=sentence("Polygons of the units, for the map. Empty: no map.")),
            p.units_id_field(),
            p.units_name_field(),
            p.integer(
                self.MAP_YEAR,
                sentence("Year of the map"),
                sentence("Empty: the last year."),
                low=1900,
                high=2100,
                optional=True,
            ),
            p.choice(
                self.REPORT_UNIT,
                sentence("Unit of the map's legend and the report"),
                REPORT_UNITS,
                text=sentence("Tables are always in t C a year; 1 t C is 44/12 t CO2."),
                advanced=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Carbon accounts"),
                sentence("All columns of the input and the results, one row a unit and year."),
            ),
            p.table_out(
                self.REGION,
                sentence("Region by year"),
                sentence(
                    "Sums over the units, means of ECC and ESC, CS/CE, and the number of units in balance, also under "
                    "the coefficients of each profile."
                ),
                optional=True,
            ),
            p.table_out(
                self.USED,
                sentence("Coefficients used"),
                sentence("Every coefficient with its value, source, and whether it met a column."),
                optional=True,
                by_default=False,
            ),
            p.polygons_out(
                self.MAP,
                sentence("Map of net emission"),
                sentence("The units with their results of one year, coloured by net emission."),
                optional=True,
            ),
            p.report(
                sentence(
                    "One HTML page to mail: regional curves, components, units in balance, the units ranked, "
                    "coefficients, and what was missing or filled."
                )
            ),
        ]

    def _profile(self, run: Run):
        """The profile, with the coefficients of one's own where they are given."""
        from ...carbon_plugin.core.accounting.profile import load_profile

        profile = load_profile(run.choice(self.PROFILE, PROFILES))
        return profile.override(*run.rows(self.COEFFICIENTS)) if run.given(self.COEFFICIENTS) else profile

    def numbers_out(self):
        return [QgsProcessingOutputNumber("BALANCED_UNITS", tr("Units in balance in the last year (net emission ≤ 0)"))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.accounting.account import Options, account
        from ...carbon_plugin.core.accounting.profiles_compared import compare_profiles
        from ...carbon_plugin.core.land_use.join import join_areas

        statistics, areas, units, profile = results_of(
            lambda: run.panel(self.STATISTICS, counted=True),
            lambda: run.panel(self.AREAS, "unit", "year", counted=True),
            run.units,
            lambda: self._profile(run),
        )
        panel = statistics
        if areas is not None:
            panel = join_areas(statistics, areas, run.choice(self.AREA_YEARS, AREA_YEARS))
            run.say(panel.notes)
        options = Options(
            missing=run.choice(self.MISSING, MISSING),
            crop_sink=run.flag(self.CROP_SINK),
            renormalise=run.flag(self.RENORMALISE),
            boundary=run.choice(self.BOUNDARY, BOUNDARY),
            footprint_factor=run.choice(self.FOOTPRINT_FACTOR, FOOTPRINT_FACTORS),
            group_field=statistics.column(run.text(self.GROUP_FIELD)) if run.given(self.GROUP_FIELD) else None,
        )
        accounts = compare_profiles(account(panel, profile, options, progress=run.step(0.1, 0.6)), panel, options)
        run.say(accounts.notes)
        run.write_table(self.OUTPUT, accounts.panel.frame, aliases)
        run.write_table(self.REGION, accounts.region, aliases)
        run.write_table(self.USED, accounts.used, coefficients_used)
        if "balanced_units" in accounts.region and accounts.region["balanced_units"].iloc[-1] >= 0:  # not missing
            run.results["BALANCED_UNITS"] = float(accounts.region["balanced_units"].iloc[-1])
        if units is not None:
            self._write_map(run, accounts, units)
        else:
            run.say_no_map(self.MAP)
        if run.output_path(self.REPORT):
            self._write_report(run, accounts, profile, units)

    def _write_map(self, run: Run, accounts, units) -> None:
        from ...carbon_plugin.core.accounting.net_emission_map import (
            NET_EMISSION,
            map_of_year,
            map_year,
            net_emission_breaks,
        )

        chosen = run.integer(self.MAP_YEAR) if run.given(self.MAP_YEAR) else None
        year = map_year(accounts.panel.years, chosen)
        result = map_of_year(accounts.panel, units.frame(), year, layer=units.layer)
        run.say(result.notes)
        geometry_of = dict(zip(units.keys, units.geometries))
        unit = run.choice(self.REPORT_UNIT, REPORT_UNITS)
        has_net_emission = NET_EMISSION in result.frame
        breaks = net_emission_breaks(result.frame[NET_EMISSION].to_numpy(float), unit) if has_net_emission else []
        style = net_emission_map(breaks, unit, year)
        geometries = [geometry_of[key] for key in result.frame["unit"]]
        run.write_polygons(self.MAP, result.frame, geometries, crs=units.crs, style=style)

    def _write_report(self, run: Run, accounts, profile, units) -> None:
        from ...carbon_plugin.bridge.translation import language
        from ...carbon_plugin.report.accounting import AccountingReport, accounting_page
        from ...carbon_plugin.report.page.region_names import region_of_layer
        from ..version import plugin_version

        unit = run.choice(self.REPORT_UNIT, REPORT_UNITS)
        settings = [
            (tr("Coefficient profile"), tr(PROFILES.label(profile.name))),
            (tr("Coefficients of your own"), str(len(profile.overridden))),
            (tr("Years without areas"), tr(AREA_YEARS.label(run.choice(self.AREA_YEARS, AREA_YEARS)))),
            (tr("Missing cells"), tr(MISSING.label(run.choice(self.MISSING, MISSING)))),
            (tr("Carbon that crops take up"), tr("counted") if run.flag(self.CROP_SINK) else tr("not counted")),
            (tr("Energy boundary"), tr(BOUNDARY.label(run.choice(self.BOUNDARY, BOUNDARY)))),
            (
                tr("Footprint of a tonne"),
                tr(FOOTPRINT_FACTORS.label(run.choice(self.FOOTPRINT_FACTOR, FOOTPRINT_FACTORS))),
            ),
            (tr("Group of a unit"), run.text(self.GROUP_FIELD) or tr("none")),
            (tr("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
            (tr("Made with"), f"Carbon Zoning {plugin_version()}"),
        ]
        report = AccountingReport(
            accounts.panel.frame,
            accounts.region,
            accounts.used,
            units.name_of() if units is not None else {},
            unit,
            tr(REPORT_UNITS.label(unit)),
            settings,
            run.messages,
            region_of_layer(units.layer) if units is not None else "",
        )
        run.write_file(self.REPORT, accounting_page(report, language(), tr, progress=run.silent()))
