"""emissiondrivers: what changed the emission, and whether it follows the economy."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import DRIVERS_BY, PERIODS, RATE_BASES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import decoupling_map, driver_aliases


class EmissionDrivers(CarbonZoningAlgorithm):
    """Decomposes changes of emission (LMDI-I) and classes their decoupling (Tapio)."""

    NAME = "emissiondrivers"
    GROUP = "drivers"
    LABEL = sentence("What drives emission")
    SUMMARY = sentence(
        "Splits the change of carbon emission among population, affluence, energy and carbon, and says whether it "
        "follows the economy."
    )
    DESCRIPTION = sentence(
        "Emission is written as population × GDP per person × energy per GDP × carbon per energy (Kaya); without "
        "energy_tce as population × GDP per person × carbon per GDP. The additive logarithmic mean Divisia index "
        "(LMDI-I) gives each driver its part of the change; the parts add up to the change, and the steps from year to "
        "year to the whole. The share of a driver is the size of its effect over the sum of all sizes. Elasticity is "
        "the relative change of emission over that of GDP, with eight classes by sign and by the limits 0.8 and 1.2 "
        "(Tapio). GDP must be at constant prices: at current prices inflation passes for affluence. The region is the "
        "sum of the units that have every column in all of its years. This is an accounting of changes, no proof of "
        "causes. Sources: Ang (2005), Energy Policy 33, 867–871; Tapio (2005), Transport Policy 12, 137–151."
    )
    TAGS = sentence("LMDI,Kaya,decomposition,driver,Tapio,decoupling,elasticity,carbon emission,waterfall")

    INPUT, BY, PERIODS, RATE_BASE = "INPUT", "BY", "PERIODS", "RATE_BASE"
    OUTPUT, MAP, REPORT = "OUTPUT", "MAP", "REPORT"

    def definitions(self):
        return [
            *p.accounts(
                sentence(
                    "Output of “Carbon accounting”, or any table with population (persons), gdp (10^4 currency), ce "
                    "(t C) and perhaps energy_tce (tce), one row a unit and year."
                ),
            ),
            p.choice(
                self.BY,
                sentence("Results for"),
                DRIVERS_BY,
                text=sentence("What the table has rows for. The map always shows units, the report both."),
            ),
            p.choice(
                self.PERIODS,
                sentence("Periods"),
                PERIODS,
                text=sentence("Which dates the table compares. Years without all columns are passed over."),
            ),
            p.choice(
                self.RATE_BASE,
                sentence("Base of the rates"),
                RATE_BASES,
                text=sentence(
                    "What relative changes of emission and GDP are relative to; some published tables take the first "
                    "year throughout. The effects do not depend on it."
                ),
                advanced=True,
            ),
            p.polygons(optional=True),
            p.units_id_field(),
            p.units_name_field(),
            p.table_out(
                self.OUTPUT,
                sentence("Drivers of emission"),
                sentence(
                    "One row a region or unit and period: the effect of each driver and their sum (t C a year), the "
                    "shares of the effects, elasticity and class of decoupling."
                ),
            ),
            p.polygons_out(
                self.MAP,
                sentence("Map of decoupling"),
                sentence("The units, each from its first to its last date, in the colours of their classes."),
                optional=True,
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: the region's change driver by driver, from date to date, the map of "
                    "decoupling and the units that changed most."
                )
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.drivers.emission_drivers import explain_emission
        from ...carbon_plugin.core.drivers.kaya import ENERGY, columns_of, kaya_factors

        columns = [ENERGY, *(part for with_energy in (True, False) for part in columns_of(kaya_factors(with_energy)))]
        panel, units = results_of(lambda: run.panel(self.INPUT, only=columns, counted=True), run.units)
        drivers = explain_emission(
            panel,
            run.choice(self.BY, DRIVERS_BY),
            run.choice(self.PERIODS, PERIODS),
            rate_base=run.choice(self.RATE_BASE, RATE_BASES),
        )
        run.say(drivers.notes)
        run.write_table(self.OUTPUT, drivers.table, driver_aliases(drivers.factors))
        if units is None:
            run.say_no_map(self.MAP)
        elif run.given(self.MAP) or run.output_path(self.REPORT):
            self._write_map(run, drivers, panel, units)
        if run.output_path(self.REPORT):
            self._write_report(run, drivers, panel, units)

    def _write_map(self, run: Run, drivers, panel, units) -> None:
        from ...carbon_plugin.core.tables.joined import join_units

        joined = join_units(units.frame(), drivers.units, layer=units.layer, table=panel.table)
        run.say(joined.notes)
        if run.given(self.MAP):
            geometry_of = dict(zip(units.keys, units.geometries))
            geometries = [geometry_of[key] for key in joined.frame["unit"]]
            known = joined.frame["decoupling"] != ""
            frame = joined.frame.assign(decoupling=joined.frame["decoupling"].where(known, None))
            style = decoupling_map(drivers.factors, not known.all())
            run.write_polygons(self.MAP, frame, geometries, crs=units.crs, style=style)

    def _write_report(self, run: Run, drivers, panel, units) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.drivers import DriversReport, drivers_page

        settings = [
            (tr("Table"), panel.table),
            (tr("Results for"), tr(DRIVERS_BY.label(run.choice(self.BY, DRIVERS_BY)))),
            (tr("Periods"), tr(PERIODS.label(run.choice(self.PERIODS, PERIODS)))),
            (tr("Base of the rates"), tr(RATE_BASES.label(run.choice(self.RATE_BASE, RATE_BASES)))),
            (tr("Method"), "LMDI-I (Ang 2005); Tapio 2005"),
        ]
        report = DriversReport(
            drivers,
            units.name_of() if units is not None else {},
            outlines_of(units, run.transform_context, run.silent()) if units is not None else None,
            units.keys if units is not None else (),
            run.told(settings, units),
        )
        run.write_file(self.REPORT, drivers_page(report, language(), tr, progress=run.silent()))
