"""carboncompensation: which units pay for their net emission, which receive, and how much."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import Translation, tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import CLEARINGS, CORRECTIONS, FAIR_SHARES, LANGUAGES
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases, compensation_map
from . import compensation_parameters as own

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

    def definitions(self):
        return own.definitions()

    def numbers_out(self):
        return [QgsProcessingOutputNumber(own.GAP, tr("Payments less receipts before clearing (10^4 currency a year)"))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.compensation.carbon_compensation import compensate

        terms = self._terms(run)
        accounts, units, types, _ = results_of(
            lambda: run.panel(own.ACCOUNTS, "unit", "year", counted=True),
            run.units,
            lambda: self._area_types(run),
            terms.check,
        )
        engel = accounts.column(run.text(own.ENGEL_FIELD)) if run.given(own.ENGEL_FIELD) else ""
        year = run.integer(own.YEAR) if run.given(own.YEAR) else None
        found = compensate(
            accounts, units.frame(), terms, layer=units.layer, year=year, engel_column=engel, area_types=types
        )
        run.say(found.notes)
        geometry_of = dict(zip(units.keys, units.geometries))
        geometries = [geometry_of[key] for key in found.frame["unit"]]
        largest = float(found.frame["payment"].abs().max())
        has_missing = bool(found.frame["payment"].isna().any())
        style = compensation_map(0.0 if largest != largest else largest, found.year, has_missing=has_missing)
        run.write_polygons(own.OUTPUT, found.frame, geometries, crs=units.crs, style=style)
        if run.given(own.AREA_TYPES):
            run.write_table(own.AREA_TYPES, found.area_types, aliases)
        run.results[own.GAP] = found.gap
        if run.output_path(own.REPORT):
            self._write_report(run, found, accounts, units)

    def _terms(self, run: Run):
        from ...carbon_plugin.core.compensation.terms import Terms

        return Terms(
            correction=run.choice(own.CORRECTION, CORRECTIONS),
            cap=run.number(own.ESC_CAP),
            renormalise=run.flag(own.RENORMALISE),
            clip=(run.number(own.CLIP_LOW), run.number(own.CLIP_HIGH)),
            fair_share=run.choice(own.FAIR_SHARE, FAIR_SHARES),
            prices=(run.number(own.PRICE_LOW), run.number(own.PRICE), run.number(own.PRICE_HIGH)),
            engel=run.number(own.ENGEL),
            clearing=run.choice(own.CLEARING, CLEARINGS),
            tolerance=run.number(own.TOLERANCE) / _PERCENT,
        )

    def _area_types(self, run: Run) -> dict[str, str] | None:
        from ...carbon_plugin.core.compensation.area_types import read_area_types
        from ...carbon_plugin.core.tables.keys import normalise_keys

        if not run.given(own.AREA_TYPE_FIELD):
            return None
        table = run.table("UNITS")
        key, column = (table.column(name) for name in (run.key("UNITS_ID_FIELD"), run.text(own.AREA_TYPE_FIELD)))
        cells = dict(zip(normalise_keys(table.frame[key]), table.frame[column]))
        return read_area_types(cells, table.name, column)

    def _write_report(self, run: Run, found, accounts, units) -> None:
        from ...carbon_plugin.bridge.outlines import outlines_of
        from ...carbon_plugin.report.compensation import CompensationReport, compensation_page

        translation = Translation(run.choice(own.LANGUAGE, LANGUAGES))
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
            (sentence("Engel coefficient (share)"), run.text(own.ENGEL_FIELD) or f"{terms.engel:g}"),
            (sentence("When payments and receipts differ"), translation(CLEARINGS.label(terms.clearing))),
            (sentence("Tolerance (% of emission)"), f"{terms.tolerance * _PERCENT:g}"),
        ]
        report = CompensationReport(
            found,
            outlines_of(units, run.transform_context, run.silent()),
            units.name_of(),
            run.told([(translation(what), value) for what, value in settings], units, translation),
        )
        run.write_file(own.REPORT, compensation_page(report, translation.code, translation, progress=run.silent()))
