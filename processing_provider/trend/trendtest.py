"""trendtest: Theil-Sen slope and Mann-Kendall test of any fields of a panel."""

from __future__ import annotations

import math

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import FILLED, TREND_METHODS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import trend_aliases, trend_maps


class TrendTest(CarbonZoningAlgorithm):
    """The trend of every unit and field, as a table or a map."""

    NAME = "trendtest"
    GROUP = "trend"
    LABEL = sentence("Trends of units")
    SUMMARY = sentence("Whether a field rises or falls in each unit, how fast, and whether that is more than chance.")
    DESCRIPTION = sentence(
        "For every unit and field the Theil-Sen slope (the median slope between all pairs of years) and the "
        "Mann-Kendall test, with ties, gaps and the real spacing of the years, corrected for years that remember the "
        "last one. Two columns of classes are kept apart: <field>_trend goes by the signs of slope and Z together, "
        "<field>_score by the test alone; 1 is a marked decrease, 5 a marked increase. Fewer than three values have "
        "no trend; with three or four the class stops at moderate; with 5 to 10 the exact distribution decides "
        "(<field>_p_exact) and autocorrelation is not allowed for. Values that were interpolated or shared out "
        "(column filled) are left out of the test unless you ask for them. With units the result is a map with a "
        "style for every field: the first opens, the others are in the layer's style menu. Method: Huo et al. (2025), "
        "Table 4; Theil (1950), Sen (1968), Mann (1945), Kendall (1975), Yue and Wang (2004)."
    )
    TAGS = sentence(
        "trend,Mann-Kendall,Theil-Sen,Sen slope,significance,time series,increase,decrease,autocorrelation,"
        "pre-whitening,false discovery rate"
    )

    INPUT, FIELDS, METHOD, FILLED, THRESHOLD, FDR = "INPUT", "FIELDS", "METHOD", "FILLED", "THRESHOLD", "FDR"
    SHOWN_UNITS, OUTPUT, REPORT = "SHOWN_UNITS", "OUTPUT", "REPORT"

    def definitions(self):
        return [
            *p.panel(
                self.INPUT,
                sentence("Values by unit and year"),
                sentence("One row a unit and year, such as “Carbon accounting” writes; absent years count as gaps."),
            ),
            p.field(
                self.FIELDS,
                sentence("Fields"),
                self.INPUT,
                text=sentence(
                    "Number columns to test. Empty: those of ce, cs, nce, ecc, esc, cf_ha, ec_ha and ed_ha that the "
                    "table has."
                ),
                optional=True,
                several=True,
            ),
            p.choice(
                self.METHOD,
                sentence("Test"),
                TREND_METHODS,
                text=sentence(
                    "A series that remembers last year has fewer independent values than years. Of series without any "
                    "trend the plain test, promising 9.7 percent at 1.66, marks 20 to 45 percent where the "
                    "autocorrelation is .3 to .7, the recommended one 10 to 15; it needs 11 values in regular years, "
                    "and stands back for the exact test with fewer. Pre-whitening marks 8 to 14 percent, but finds few "
                    "of the trends that are there; Hamed-Rao marks 11 to 40, Yue-Wang 15 to 32, trend-free "
                    "pre-whitening 10 to 55. These four need the Python library pymannkendall."
                ),
            ),
            p.choice(
                self.FILLED,
                sentence("Interpolated and shared-out values"),
                FILLED,
                text=sentence(
                    "What becomes of values that the column filled names. Interpolated years say nothing new: five "
                    "random dates filled to 21 years get a marked trend in 54 percent of cases."
                ),
                advanced=True,
            ),
            p.threshold(),
            p.flag(
                self.FDR,
                sentence("Add false discovery rates (q)"),
                False,
                text=sentence(
                    "Add <field>_q: of the units with a q up to 0.05, about 5 percent are chance. The classes stay as "
                    "they are."
                ),
                advanced=True,
            ),
            p.polygons(optional=True, text=sentence("Polygons of the units, for a map. Empty: a table.")),
            p.units_id_field(),
            p.units_name_field(),
            p.string(
                self.SHOWN_UNITS,
                sentence("Units to draw in the report"),
                sentence(
                    "Keys or names with semicolons between. Empty: for each field the twelve units with the strongest "
                    "trend."
                ),
                advanced=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Trends"),
                sentence(
                    "One row a unit: for each field years that were tested, slope a year, Z, p, exact p, class, score, "
                    "filled percentage, autocorrelation and flag; and the threshold. Polygons where units are given, "
                    "else a table."
                ),
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: counts of the classes, distributions of slope and Z, quadrants of ECC and "
                    "ESC, the strongest units with their line, and what to know before trusting a trend."
                )
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.trend.columns import INDEX_FIELDS, default_fields
        from ...carbon_plugin.core.trend.panel_trend import panel_trends
        from ...carbon_plugin.core.trend.remarks import without_infinity

        given = run.texts(self.FIELDS)
        panel, units = results_of(lambda: run.panel(self.INPUT, only=given or INDEX_FIELDS), run.units)
        chosen = [panel.column(name) for name in given]
        fields = list(dict.fromkeys(chosen or default_fields(panel.columns)))
        panel, told = without_infinity(panel, fields)
        run.say(told)
        trends = panel_trends(
            panel,
            fields,
            run.choice(self.METHOD, TREND_METHODS),
            filled=run.choice(self.FILLED, FILLED),
            threshold=run.number(self.THRESHOLD),
            fdr=run.flag(self.FDR),
            progress=run.step(0.05, 0.8),
        )
        run.say(trends.notes)
        p_of_threshold = math.erfc(run.number(self.THRESHOLD) / math.sqrt(2))
        run.setting("threshold-p", sentence("Two-sided p of the threshold (%): {p}"), p=round(100 * p_of_threshold, 2))
        if units is None:
            run.write_table(self.OUTPUT, trends.frame, trend_aliases)
        else:
            self._write_map(run, trends, panel, fields, units)
        if run.output_path(self.REPORT):
            self._write_report(run, trends, panel, fields, units)

    def _write_map(self, run: Run, trends, panel, fields, units) -> None:
        from ...carbon_plugin.core.tables.joined import join_units

        result = join_units(units.frame(), trends.frame, layer=units.layer, table=panel.table)
        run.say(result.notes)
        geometry_of = dict(zip(units.keys, units.geometries))
        geometries = [geometry_of[key] for key in result.frame["unit"]]
        without_trend = {name: bool(result.frame[f"{name}_trend"].isna().any()) for name in fields}
        style = trend_maps(without_trend, (panel.years[0], panel.years[-1]), trends.threshold)
        run.write_polygons(self.OUTPUT, result.frame, geometries, crs=units.crs, style=style)

    def _write_report(self, run: Run, trends, panel, fields, units) -> None:
        from ...carbon_plugin.bridge.translation import language
        from ...carbon_plugin.core.trend.summary import asked_for
        from ...carbon_plugin.report.trends import TrendReport, trend_page

        names = {key: key for key in trends.frame["unit"]}
        names.update({key: name for key, name in (units.name_of() if units else {}).items() if key in names})
        shown_units, notes = asked_for(run.text(self.SHOWN_UNITS), names)
        run.say(notes)
        settings = [
            (tr("Table"), panel.table),
            (tr("Test"), tr(TREND_METHODS.label(run.choice(self.METHOD, TREND_METHODS)))),
            (tr("Interpolated and shared-out values"), tr(FILLED.label(run.choice(self.FILLED, FILLED)))),
            (tr("A trend is marked where |Z| is above"), f"{trends.threshold:g}"),
            (tr("False discovery rate"), tr("given as q") if run.flag(self.FDR) else tr("not asked for")),
            (tr("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
        ]
        report = TrendReport(
            trends.frame, panel, fields, names, trends.threshold, run.told(settings, units), shown_units
        )
        run.write_file(self.REPORT, trend_page(report, language(), tr, progress=run.silent()))
