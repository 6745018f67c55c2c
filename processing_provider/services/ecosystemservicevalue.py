"""ecosystemservicevalue: what the services of the land are worth, by class and by service."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import EDITIONS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..ground import say_ground
from ..run import Run
from ..styling import aliases, amount_map
from .service_parameters import EDITION, EQUIVALENTS, GROUP_FIELD, read_service_settings, service_parameters


class EcosystemServiceValue(CarbonZoningAlgorithm):
    """Areas times equivalents times the value of one equivalent."""

    NAME = "ecosystemservicevalue"
    GROUP = "services"
    LABEL = sentence("Ecosystem service value")
    SUMMARY = sentence(
        "What the ecosystem services of every unit are worth a year, by class of land and by service, from class areas."
    )
    DESCRIPTION = sentence(
        "Value = area × equivalents of the ecosystems that the class is made of × value of one equivalent, in 10^4 "
        "currency a year. An equivalent of 1 is the food that a hectare of cropland gives. One equivalent is worth the "
        "same in all years by default, so that values change with the land and not with prices; a seventh of grain "
        "yield times price may take its place, by group and year, and it is said where it moves. Built-up land counts "
        "0 unless you give it equivalents, which may be below zero. The coefficient of sensitivity tells how far the "
        "total follows the equivalents of a class, raised and lowered by half: it is the class's share of the total, "
        "so the total is robust where it stays below 1. A missing area makes a missing total, never 0. These are "
        "values by benefit transfer, an order of magnitude for comparison, no prices. Sources: Costanza et al. (1997); "
        "Xie et al. (2003, 2008, 2015)."
    )
    TAGS = sentence("ecosystem service value,ESV,equivalent,Xie,Costanza,natural capital,benefit transfer,sensitivity")

    INPUT, MAP_YEAR, ACCOUNTS = "INPUT", "MAP_YEAR", "ACCOUNTS"
    ASSOCIATION, GLOBAL = "ASSOCIATION", "GLOBAL"
    OUTPUT, REGION, SENSITIVITY, MAP, REPORT = "OUTPUT", "REGION", "SENSITIVITY", "MAP", "REPORT"

    def definitions(self):
        return [
            p.table(
                self.INPUT,
                sentence("Areas by unit and year (ha)"),
                sentence(
                    "Panel with columns unit, year and <class>_ha, such as “Land-use areas” or “Carbon accounting” "
                    "writes."
                ),
            ),
            *service_parameters(self.INPUT),
            p.polygons(optional=True, text=sentence("Polygons of the units, for the map. Empty: no map.")),
            p.units_id_field(),
            p.units_name_field(),
            p.year(self.MAP_YEAR, sentence("Year of the map"), sentence("Empty: the last year.")),
            *self._chapters(),
            p.table_out(
                self.OUTPUT,
                sentence("Ecosystem service values"),
                sentence(
                    "All columns of the input, and esv, esv_<class>, esv_<service> (10^4 currency a year) and esv_km2."
                ),
            ),
            p.table_out(
                self.REGION,
                sentence("Services of the region by year"),
                sentence("Sums over the units with a total, one row a year."),
                optional=True,
            ),
            p.table_out(
                self.SENSITIVITY,
                sentence("Sensitivity of the total"),
                sentence("One row a year, class and change of its equivalents by +50 and -50 %, of the region."),
                optional=True,
                by_default=False,
            ),
            p.polygons_out(
                self.MAP,
                sentence("Map of service values"),
                sentence("The units with their values of one year, coloured by value per km²."),
                optional=True,
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: the region's values by class and by service over time, the map, the units, "
                    "the sensitivity of the total."
                )
            ),
        ]

    def _chapters(self):
        """What the report can show beside the services."""
        return [
            p.table(
                self.ACCOUNTS,
                sentence("Carbon accounts by unit and year"),
                sentence("Output of “Carbon accounting”, for the report. Empty: no chapter on carbon beside services."),
                optional=True,
                advanced=True,
            ),
            p.table(
                self.ASSOCIATION,
                sentence("Local association of cells"),
                sentence(
                    "Layer that “Association in space” made of “Carbon and services on a grid”, for the report. Empty: "
                    "no chapter on where carbon and services meet."
                ),
                optional=True,
                advanced=True,
            ),
            p.table(
                self.GLOBAL,
                sentence("Association by year"),
                sentence("The table beside that layer. Empty: the chapter has no Moran's I."),
                optional=True,
                advanced=True,
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.services.ecosystem_services import value_services

        panel, units, (equivalents, ecosystems, worth), beside = results_of(
            lambda: run.panel(self.INPUT, "unit", "year", counted=True),
            run.units,
            lambda: read_service_settings(run),
            lambda: self._beside(run),
        )
        if units is not None:
            say_ground(run, panel, units)
        found = value_services(
            panel,
            equivalents,
            ecosystems,
            worth=worth,
            group_field=panel.column(run.text(GROUP_FIELD)) if run.given(GROUP_FIELD) else None,
        )
        run.say(found.notes)
        run.write_table(self.OUTPUT, found.panel.frame, aliases)
        run.write_table(self.REGION, found.region, aliases)
        run.write_table(self.SENSITIVITY, found.sensitivity, aliases)
        mapped = None
        if units is None:
            run.say_no_map(self.MAP)
        elif run.given(self.MAP) or run.output_path(self.REPORT):
            mapped = self._write_map(run, found, units)
        if run.output_path(self.REPORT):
            self._write_report(run, found, units, mapped=mapped, beside=beside)

    def _beside(self, run: Run) -> dict[str, object]:
        """What the report shows beside the services: carbon, classes of cells, association by year; each or None."""
        from ...carbon_plugin.core.services.carbon_beside import carbon_by_year, read_cell_classes
        from ...carbon_plugin.core.tables.unit_results import read_results

        accounts = run.panel(self.ACCOUNTS, "unit", "year")
        cells, by_year = run.table(self.ASSOCIATION), run.table(self.GLOBAL)
        return {
            "carbon": None if accounts is None else carbon_by_year(accounts),
            "cells": None if cells is None else read_cell_classes(cells.frame, cells.name),
            "association": None if by_year is None else read_results(by_year.frame, by_year.name, ["moran_i"]),
        }

    def _write_map(self, run: Run, found, units):
        """The rows of the map, which the report shows too."""
        from ...carbon_plugin.core.accounting.net_emission_map import map_year
        from ...carbon_plugin.core.services.ecosystem_services import ESV_KM2
        from ...carbon_plugin.core.services.value_map import value_breaks, values_of_year

        year = map_year(found.panel.years, run.integer(self.MAP_YEAR) if run.given(self.MAP_YEAR) else None)
        mapped = values_of_year(found.panel, units.frame(), year, layer=units.layer)
        run.say(mapped.notes)
        if run.given(self.MAP):
            geometry_of = dict(zip(units.keys, units.geometries))
            geometries = [geometry_of[key] for key in mapped.frame["unit"]]
            values = mapped.frame[ESV_KM2].to_numpy(float)
            title = tr("Ecosystem service value {year}").format(year=year)
            style = amount_map(
                ESV_KM2, value_breaks(values), title=title, has_missing=bool(mapped.frame[ESV_KM2].isna().any())
            )
            run.write_polygons(self.MAP, mapped.frame, geometries, crs=units.crs, style=style)
        return mapped

    def _write_report(self, run: Run, found, units, *, mapped, beside) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.services import ServicesReport, services_page

        low, high = float(found.value.min()), float(found.value.max())
        own, shipped = tr("A table of your own"), tr("The shipped table")
        settings = [
            (tr("Table"), found.panel.table),
            (tr("Edition of the equivalents"), tr(EDITIONS.label(run.choice(EDITION, EDITIONS)))),
            (tr("Equivalents of your own"), own if run.given(EQUIVALENTS) else tr("none")),
            (tr("Ecosystems of the classes"), own if run.given("ECOSYSTEMS") else shipped),
            (
                tr("Value of one equivalent (currency/ha)"),
                f"{low:,.6g}" if low == high else f"{low:,.6g} – {high:,.6g}",
            ),
            (tr("Group of a unit"), run.text(GROUP_FIELD) or tr("none")),
            (tr("Method"), "Costanza et al. 1997; Xie et al. 2003, 2008, 2015"),
        ]
        report = ServicesReport(
            found,
            units.name_of() if units is not None else {},
            outlines_of(units, run.transform_context, run.silent()) if units is not None else None,
            mapped=units.keys if units is not None else (),
            map_rows=mapped.frame if mapped is not None else None,
            told=run.told(settings, units),
            **beside,
        )
        run.write_file(self.REPORT, services_page(report, language(), tr, progress=run.silent()))
