"""carboncompensation: which units pay for their net emission, which receive, and how much."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import Translation, tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import CLEARINGS, CORRECTIONS, FAIR_SHARES, LANGUAGES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases, compensation_map
from ..version import plugin_version

_PERCENT = 100.0


class CarbonCompensation(CarbonZoningAlgorithm):
    """Payments and receipts between units, by corrected net emission, price and ability to pay."""

    NAME = "carboncompensation"
    GROUP = "zoning"
    LABEL = sentence("Carbon compensation")
    SUMMARY = sentence(
        "Which units pay for their net emission and which receive, how much, by unit and by main functional area."
    )
    DESCRIPTION = sentence(
        "Net emission is corrected: by emission per output against the region's, which is 1/ECC (held between two "
        "bounds, then scaled so that the region's emission keeps its sum), or on the side of the sink by ESC (up to a "
        "cap). Instead of it, emission beyond a fair share by population, GDP or area may be taken, which adds up to "
        "zero. Times the price per t CO₂ × 44/12 and the ability to pay r = 1 / (1 + exp(3 − 1/Engel coefficient)) it "
        "is what a unit pays (above zero) or receives (below zero), in 10⁴ of the price's currency a year; within the "
        "tolerance a unit is balanced and pays nothing. Payments and receipts rarely clear: the gap is told, or one "
        "side is scaled. Priority is the payment over GDP: rank 1 receives most against its output. The region is all "
        "units of the accounts in that year. The algebra is a synthesis of several studies and each switch is an "
        "assumption to be agreed on; prices in print reach from 20 to 1,945 yuan per t CO₂. The account should count "
        "cropland as a sink, as the Henan study does (profile “qinba”)."
    )
    TAGS = sentence(
        "carbon compensation,payment,receipt,ecological compensation,price of carbon,Engel coefficient,main functional "
        "area,fair share,clearing,priority"
    )

    ACCOUNTS, YEAR, AREA_TYPE_FIELD = "ACCOUNTS", "YEAR", "AREA_TYPE_FIELD"
    CORRECTION, ESC_CAP, RENORMALISE, CLIP_LOW, CLIP_HIGH = (
        "CORRECTION", "ESC_CAP", "RENORMALISE", "CLIP_LOW", "CLIP_HIGH",
    )  # fmt: skip
    FAIR_SHARE, PRICE_LOW, PRICE, PRICE_HIGH = "FAIR_SHARE", "PRICE_LOW", "PRICE", "PRICE_HIGH"
    ENGEL, ENGEL_FIELD, CLEARING, TOLERANCE = "ENGEL", "ENGEL_FIELD", "CLEARING", "TOLERANCE"
    LANGUAGE, OUTPUT, AREA_TYPES, REPORT, GAP = "LANGUAGE", "OUTPUT", "AREA_TYPES", "REPORT", "GAP"

    def definitions(self):
        return [
            p.table(
                self.ACCOUNTS,
                sentence("Carbon accounts by unit and year"),
                sentence(
                    "Output of “Carbon accounting”, with ce, cs (t C) and gdp (10^4 currency); population or total_ha "
                    "for fair shares by them."
                ),
            ),
            p.polygons(),
            p.units_id_field(),
            p.units_name_field(),
            p.integer(
                self.YEAR,
                sentence("Year"),
                sentence("Empty: the last year of the accounts."),
                low=1900,
                high=2100,
                optional=True,
            ),
            p.field(
                self.AREA_TYPE_FIELD,
                sentence("Type of main functional area"),
                "UNITS",
                text=sentence(
                    "Column of the units with the type, in English or Chinese, such as “agricultural” or 农产品主产区. "
                    "Empty: no table by type."
                ),
                optional=True,
            ),
            p.choice(
                self.CORRECTION,
                sentence("Correction of net emission"),
                CORRECTIONS,
                text=sentence("Does not apply to fair shares."),
            ),
            p.real(
                self.ESC_CAP,
                sentence("Highest support factor (times the sink)"),
                sentence("The sink of a unit counts so many times at most; only with the correction by ESC."),
                default=2.0,
                low=0.0,
                advanced=True,
            ),
            p.flag(
                self.RENORMALISE,
                sentence("Keep the region's total"),
                True,
                text=sentence("Scale the factors so that the region's emission (or sink) stays what it was."),
                advanced=True,
            ),
            p.real(
                self.CLIP_LOW,
                sentence("Lowest intensity factor (times the emission)"),
                sentence("A unit answers for at least this part of its emission."),
                default=0.5,
                low=0.0,
                advanced=True,
            ),
            p.real(
                self.CLIP_HIGH,
                sentence("Highest intensity factor (times the emission)"),
                sentence("A unit answers for at most so many times its emission."),
                default=2.0,
                low=0.0,
                advanced=True,
            ),
            p.choice(
                self.FAIR_SHARE,
                sentence("Fair share"),
                FAIR_SHARES,
                text=sentence("Whether net emission counts, or emission beyond a share of the region's."),
            ),
            p.real(
                self.PRICE_LOW,
                sentence("Low price (currency per t CO₂)"),
                sentence("For the lower end of the range of payments."),
                default=20.0,
                advanced=True,
            ),
            p.real(
                self.PRICE,
                sentence("Price (currency per t CO₂)"),
                sentence(
                    "In the currency of GDP. 60 is an assumption near China's national market, whose mean was about 43 "
                    "yuan in 2021, 55 in 2022, 68 in 2023 and 98 in 2024."
                ),
                default=60.0,
            ),
            p.real(
                self.PRICE_HIGH,
                sentence("High price (currency per t CO₂)"),
                sentence("For the upper end of the range of payments."),
                default=200.0,
                advanced=True,
            ),
            p.real(
                self.ENGEL,
                sentence("Engel coefficient (share)"),
                sentence("Share of food in what households spend, between 0 and 1; of units without one of their own."),
                default=0.30,
            ),
            p.field(
                self.ENGEL_FIELD,
                sentence("Column of Engel coefficients"),
                self.ACCOUNTS,
                text=sentence("By unit or group, between 0 and 1. Empty: the same for all."),
                optional=True,
                advanced=True,
            ),
            p.choice(
                self.CLEARING,
                sentence("When payments and receipts differ"),
                CLEARINGS,
                text=sentence("How both sides are made equal."),
            ),
            p.real(
                self.TOLERANCE,
                sentence("Tolerance (% of emission)"),
                sentence("A unit whose corrected net emission is within it is balanced."),
                default=1.0,
                low=0.0,
                high=100.0,
                advanced=True,
            ),
            p.report_language(sentence("Of the report.")),
            p.polygons_out(
                self.OUTPUT,
                sentence("Carbon compensation by unit"),
                sentence("The units with base, corrected net emission, payment at three prices, role, priority, type."),
            ),
            p.table_out(
                self.AREA_TYPES,
                sentence("Compensation by functional area"),
                sentence("One row a type of main functional area, and one for all units."),
                optional=True,
            ),
            p.report(sentence("One HTML page to mail: map, functional areas, largest amounts, range by price, gap.")),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.GAP, tr("Payments less receipts before clearing (10^4 currency a year)"))
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.compensation.carbon_compensation import compensate

        terms = self._terms(run)
        accounts, units, types, _ = results_of(
            lambda: run.panel(self.ACCOUNTS, "unit", "year"),
            run.units,
            lambda: self._area_types(run),
            terms.check,
        )
        engel = accounts.column(run.text(self.ENGEL_FIELD)) if run.given(self.ENGEL_FIELD) else ""
        year = run.integer(self.YEAR) if run.given(self.YEAR) else None
        found = compensate(
            accounts, units.frame(), terms, layer=units.layer, year=year, engel_column=engel, area_types=types
        )
        run.say(found.notes)
        geometry_of = dict(zip(units.keys, units.geometries))
        geometries = [geometry_of[key] for key in found.frame["unit"]]
        largest = float(found.frame["payment"].abs().max())
        has_missing = bool(found.frame["payment"].isna().any())
        style = compensation_map(0.0 if largest != largest else largest, found.year, has_missing=has_missing)
        run.write_polygons(self.OUTPUT, found.frame, geometries, crs=units.crs, style=style)
        if run.given(self.AREA_TYPES):
            run.write_table(self.AREA_TYPES, found.area_types, aliases)
        run.results[self.GAP] = found.gap
        if run.output_path(self.REPORT):
            self._write_report(run, found, accounts, units)

    def _terms(self, run: Run):
        from ...carbon_plugin.core.compensation.terms import Terms

        return Terms(
            correction=run.choice(self.CORRECTION, CORRECTIONS),
            cap=run.number(self.ESC_CAP),
            renormalise=run.flag(self.RENORMALISE),
            clip=(run.number(self.CLIP_LOW), run.number(self.CLIP_HIGH)),
            fair_share=run.choice(self.FAIR_SHARE, FAIR_SHARES),
            prices=(run.number(self.PRICE_LOW), run.number(self.PRICE), run.number(self.PRICE_HIGH)),
            engel=run.number(self.ENGEL),
            clearing=run.choice(self.CLEARING, CLEARINGS),
            tolerance=run.number(self.TOLERANCE) / _PERCENT,
        )

    def _area_types(self, run: Run) -> dict[str, str] | None:
        from ...carbon_plugin.core.compensation.area_types import read_area_types
        from ...carbon_plugin.core.tables.keys import normalise_keys

        if not run.given(self.AREA_TYPE_FIELD):
            return None
        table = run.table("UNITS")
        key, column = (table.column(name) for name in (run.key("UNITS_ID_FIELD"), run.text(self.AREA_TYPE_FIELD)))
        cells = dict(zip(normalise_keys(table.frame[key]), table.frame[column]))
        return read_area_types(cells, table.name, column)

    def _write_report(self, run: Run, found, accounts, units) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.compensation import CompensationReport, compensation_page
        from ...carbon_plugin.report.page.region_names import region_of_layer

        translation = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        terms = found.terms
        yes, no = sentence("yes"), sentence("no")
        settings = [
            (sentence("Table"), accounts.table),
            (sentence("Year"), str(found.year)),
            (sentence("Fair share"), translation(FAIR_SHARES.label(terms.fair_share))),
            (sentence("Correction of net emission"), translation(CORRECTIONS.label(terms.correction))),
            (sentence("Intensity factors between (times the emission)"), " – ".join(f"{one:g}" for one in terms.clip)),
            (sentence("Highest support factor (times the sink)"), f"{terms.cap:g}"),
            (sentence("Keep the region's total"), translation(yes if terms.renormalise else no)),
            (sentence("Prices (currency per t CO₂)"), " – ".join(f"{one:g}" for one in terms.prices)),
            (sentence("Engel coefficient (share)"), run.text(self.ENGEL_FIELD) or f"{terms.engel:g}"),
            (sentence("When payments and receipts differ"), translation(CLEARINGS.label(terms.clearing))),
            (sentence("Tolerance (% of emission)"), f"{terms.tolerance * _PERCENT:g}"),
            (sentence("Made with"), f"Carbon Zoning {plugin_version()}"),
        ]
        report = CompensationReport(
            found,
            outlines_of(units, run.transform_context),
            units.keys,
            [(translation(what), value) for what, value in settings],
            run.messages,
            region_of_layer(units.layer),
        )
        run.write_file(self.REPORT, compensation_page(report, translation.code, translation, progress=run.silent()))
