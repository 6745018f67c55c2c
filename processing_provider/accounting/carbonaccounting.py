"""carbonaccounting: emission, sink and balance of every unit and year."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import AREA_YEARS, BOUNDARY, FOOTPRINT_FACTORS, MISSING, PROFILES, REPORT_UNITS
from ..base import CarbonZoningAlgorithm
from ..ground import say_ground
from ..run import Run
from ..styling import aliases, coefficients_used, net_emission_map
from . import account_parameters as own


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

    def definitions(self):
        return own.definitions()

    def _profile(self, run: Run):
        """The profile, with the coefficients of one's own where they are given."""
        from ...carbon_plugin.core.accounting.profile import load_profile

        profile = load_profile(run.choice(own.PROFILE, PROFILES))
        return profile.override(*run.rows(own.COEFFICIENTS)) if run.given(own.COEFFICIENTS) else profile

    def numbers_out(self):
        return [QgsProcessingOutputNumber("BALANCED_UNITS", tr("Units in balance in the last year (net emission ≤ 0)"))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.accounting.account import Options, account
        from ...carbon_plugin.core.accounting.profiles_compared import compare_profiles
        from ...carbon_plugin.core.land_use.join import join_areas

        statistics, areas, units, profile = results_of(
            lambda: run.panel(own.STATISTICS, counted=True),
            lambda: run.panel(own.AREAS, "unit", "year", counted=True),
            run.units,
            lambda: self._profile(run),
        )
        panel = statistics
        if areas is not None and units is not None:
            say_ground(run, areas, units)
        if areas is not None:
            panel = join_areas(statistics, areas, run.choice(own.AREA_YEARS, AREA_YEARS))
            run.say(panel.notes)
        options = Options(
            missing=run.choice(own.MISSING, MISSING),
            crop_sink=run.flag(own.CROP_SINK),
            renormalise=run.flag(own.RENORMALISE),
            boundary=run.choice(own.BOUNDARY, BOUNDARY),
            footprint_factor=run.choice(own.FOOTPRINT_FACTOR, FOOTPRINT_FACTORS),
            group_field=statistics.column(run.text(own.GROUP_FIELD)) if run.given(own.GROUP_FIELD) else None,
        )
        accounts = compare_profiles(account(panel, profile, options, progress=run.step(0.1, 0.6)), panel, options)
        run.say(accounts.notes)
        run.write_table(own.OUTPUT, accounts.panel.frame, aliases)
        run.write_table(own.REGION, accounts.region, aliases)
        run.write_table(own.USED, accounts.used, coefficients_used)
        if "balanced_units" in accounts.region and accounts.region["balanced_units"].iloc[-1] >= 0:  # not missing
            run.results["BALANCED_UNITS"] = float(accounts.region["balanced_units"].iloc[-1])
        if units is not None:
            self._write_map(run, accounts, units)
        else:
            run.say_no_map(own.MAP)
        if run.output_path(own.REPORT):
            self._write_report(run, accounts, profile, units)

    def _write_map(self, run: Run, accounts, units) -> None:
        from ...carbon_plugin.core.accounting.net_emission_map import (
            NET_EMISSION,
            map_of_year,
            net_emission_breaks,
            year_of_map,
        )

        chosen = run.integer(own.MAP_YEAR) if run.given(own.MAP_YEAR) else None
        year = year_of_map(accounts.panel, chosen)
        result = map_of_year(accounts.panel, units.frame(), year, layer=units.layer)
        run.say(result.notes)
        geometry_of = dict(zip(units.keys, units.geometries))
        unit = run.choice(own.REPORT_UNIT, REPORT_UNITS)
        has_net_emission = NET_EMISSION in result.frame
        breaks = net_emission_breaks(result.frame[NET_EMISSION].to_numpy(float), unit) if has_net_emission else []
        has_missing = has_net_emission and bool(result.frame[NET_EMISSION].isna().any())
        style = net_emission_map(breaks, unit, year, has_missing=has_missing)
        geometries = [geometry_of[key] for key in result.frame["unit"]]
        run.write_polygons(own.MAP, result.frame, geometries, crs=units.crs, style=style)

    def _write_report(self, run: Run, accounts, profile, units) -> None:
        from ...carbon_plugin.bridge.translation import language
        from ...carbon_plugin.report.accounting import AccountingReport, accounting_page

        unit = run.choice(own.REPORT_UNIT, REPORT_UNITS)
        settings = [
            (tr("Coefficient profile"), tr(PROFILES.label(profile.name))),
            (tr("Coefficients of your own"), str(len(profile.overridden))),
            (tr("Years without areas"), tr(AREA_YEARS.label(run.choice(own.AREA_YEARS, AREA_YEARS)))),
            (tr("Missing cells"), tr(MISSING.label(run.choice(own.MISSING, MISSING)))),
            (tr("Carbon that crops take up"), tr("counted") if run.flag(own.CROP_SINK) else tr("not counted")),
            (tr("Energy boundary"), tr(BOUNDARY.label(run.choice(own.BOUNDARY, BOUNDARY)))),
            (
                tr("Footprint of a tonne"),
                tr(FOOTPRINT_FACTORS.label(run.choice(own.FOOTPRINT_FACTOR, FOOTPRINT_FACTORS))),
            ),
            (tr("Group of a unit"), run.text(own.GROUP_FIELD) or tr("none")),
            (tr("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
        ]
        report = AccountingReport(
            accounts.panel,
            accounts.region,
            accounts.used,
            units.name_of() if units is not None else {},
            unit,
            tr(REPORT_UNITS.label(unit)),
            run.told(settings, units),
        )
        run.write_file(own.REPORT, accounting_page(report, language(), tr, progress=run.silent()))
