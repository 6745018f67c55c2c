"""balancezoning: four zones by net emission, economic contribution and ecological support."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import Translation, tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import LANGUAGES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import OutputNeeds
from ..styling import aliases, balance_map


class BalanceZoning(CarbonZoningAlgorithm):
    """Zones units by rules on NCE, ECC and ESC."""

    NAME = "balancezoning"
    GROUP = "zoning"
    LABEL = sentence("Carbon balance zones")
    SUMMARY = sentence(
        "Four zones by net emission, economic contribution and ecological support; units in balance by year, and who "
        "moved between two years."
    )
    DESCRIPTION = sentence(
        "A unit is in balance where its net emission is zero or below. The shipped rules, an assumption after the "
        "descriptions of the Chengdu-Chongqing study: carbon sink functional, in balance or ESC of at least 1 with ECC "
        "below 1; low-carbon development, both at least 1; carbon-intensity control, only ECC at least 1; high-carbon "
        "optimization, neither. Rules are tried in their order and the first that fits decides, so that a unit has one "
        "zone or none. A net emission at a bound belongs below it, a ratio above it: exactly 1 counts as at least 1. "
        "Where one of the three numbers is missing there is no zone. ECC and ESC are relative to the region of that "
        "year. The balance index is sink over emission, in bands that are an assumption too. “Export balance rules” "
        "writes both tables to be edited."
    )
    TAGS = sentence("balance,zone,carbon balance zoning,ECC,ESC,net emission,surplus,deficit,alluvial,compare years")

    ACCOUNTS, YEAR, COMPARE_YEAR, BALANCE_RULES = "ACCOUNTS", "YEAR", "COMPARE_YEAR", "BALANCE_RULES"
    BANDS, LANGUAGE, OUTPUT, BALANCE = "BANDS", "LANGUAGE", "OUTPUT", "BALANCE"
    MOVES, REPORT, BALANCED_UNITS = "MOVES", "REPORT", "BALANCED_UNITS"

    def definitions(self):
        return [
            p.table(
                self.ACCOUNTS,
                sentence("Carbon accounts by unit and year"),
                sentence("Output of “Carbon accounting”, with ce, cs, nce (t C), ecc and esc."),
            ),
            p.polygons(),
            p.units_id_field(),
            p.units_name_field(),
            p.year(self.YEAR, sentence("Year of the zones"), sentence("Empty: the last year of the accounts.")),
            p.year(self.COMPARE_YEAR, sentence("Year to compare with"), sentence("Empty: no comparison.")),
            p.table(
                self.BALANCE_RULES,
                sentence("Rules of the balance zones"),
                sentence(
                    "Table as “Export balance rules” writes it: zone (a key), name_en, name_zh, colour, bounds (low, "
                    "high) of nce, ecc, esc, order. Empty: the shipped rules."
                ),
                optional=True,
                advanced=True,
            ),
            p.table(
                self.BANDS,
                sentence("Bands of the balance index"),
                sentence("Table with band, from, label_en and label_zh. Empty: the shipped bands."),
                optional=True,
                advanced=True,
            ),
            p.report_language(sentence("Of zone_name, the legend and the report.")),
            p.polygons_out(
                self.OUTPUT,
                sentence("Balance zones"),
                sentence("The units with zone, its key and name, nce, ecc, esc, balance index and its band."),
            ),
            p.table_out(
                self.BALANCE,
                sentence("Units in balance by year"),
                sentence("One row a year: units whose net emission is known, and those of them in balance."),
                optional=True,
            ),
            p.table_out(
                self.MOVES,
                sentence("Zones in both years"),
                sentence(
                    "One row a unit with a zone in both years: the zone before and after. Needs a year to compare."
                ),
                optional=True,
                by_default=False,
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: the map, the zones with their numbers and a strategy, units in balance by "
                    "year, and who moved."
                )
            ),
        ]

    def numbers_out(self):
        return [QgsProcessingOutputNumber(self.BALANCED_UNITS, tr("Units in balance in the year of the zones"))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.zoning.balance.balance_zoning import zone_by_balance
        from ...carbon_plugin.core.zoning.balance.rules import (
            MEASURES,
            balance_rule_rows,
            band_rows,
            read_balance_rules,
            read_bands,
            zones_of,
        )

        accounts, units, rules, bands = results_of(
            lambda: run.panel(self.ACCOUNTS, "unit", "year", only=["ce", "cs", *MEASURES]),
            run.units,
            lambda: read_balance_rules(*self._rows(run, self.BALANCE_RULES, balance_rule_rows)),
            lambda: read_bands(*self._rows(run, self.BANDS, band_rows)),
        )
        translation = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        years = {
            key: run.integer(name) if run.given(name) else None
            for key, name in (("year", self.YEAR), ("compare_year", self.COMPARE_YEAR))
        }
        zoning = zone_by_balance(accounts, units.frame(), rules, bands=bands, layer=units.layer, **years)
        run.say(zoning.notes)
        name_of = {zone.key: zone.name(translation.code) for zone in zones_of(rules)}
        frame = zoning.frame.copy()
        names = [name_of.get(key) for key in frame["zone_key"]]
        frame.insert(frame.columns.get_loc("zone_key") + 1, "zone_name", names)
        geometry_of = dict(zip(units.keys, units.geometries))
        geometries = [geometry_of[key] for key in frame["unit"]]
        has_missing = bool(frame["zone"].isna().any())
        style = balance_map(zones_of(rules), has_missing=has_missing, translation=translation)
        run.write_polygons(self.OUTPUT, frame, geometries, crs=units.crs, style=style)
        if run.given(self.BALANCE):
            run.write_table(self.BALANCE, zoning.balance, aliases)
        if run.given(self.MOVES) and zoning.moves is not None:
            run.write_table(self.MOVES, zoning.moves, aliases)
        balance = zoning.balance.set_index("year").loc[zoning.year]
        run.results[self.BALANCED_UNITS] = int(balance["balanced_units"])
        if run.output_path(self.REPORT):
            self._write_report(run, zoning, accounts, units, translation)

    def checks(self):
        return [OutputNeeds(self.MOVES, self.COMPARE_YEAR)]

    def _rows(self, run: Run, name: str, shipped) -> tuple[list, str]:
        """The rows of a table of the user's own, or the shipped ones, and what they are called."""
        return run.rows(name) if run.given(name) else (shipped(), name)

    def _write_report(self, run: Run, zoning, accounts, units, translation: Translation) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.balance import BalanceReport, balance_page

        own, shipped = sentence("A table of your own"), sentence("The shipped table")
        settings = [
            (sentence("Table"), accounts.table),
            (sentence("Year of the zones"), str(zoning.year)),
            (sentence("Year to compare with"), str(zoning.compare_year or "–")),
            *(
                (label, translation(own if run.given(name) else shipped))
                for label, name in (
                    (sentence("Rules of the balance zones"), self.BALANCE_RULES),
                    (sentence("Bands of the balance index"), self.BANDS),
                )
            ),
        ]
        report = BalanceReport(
            zoning,
            outlines_of(units, run.transform_context, run.silent()),
            units.name_of(),
            run.told([(translation(what), value) for what, value in settings], units, translation),
        )
        run.write_file(self.REPORT, balance_page(report, translation.code, translation, progress=run.silent()))
