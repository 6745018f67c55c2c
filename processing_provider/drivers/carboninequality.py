"""carboninequality: how unequally emission is shared over people, output or land."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import SHARES_OF
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases

EMISSION = "ce"


class CarbonInequality(CarbonZoningAlgorithm):
    """Gini, Theil and Lorenz curves by year."""

    NAME = "carboninequality"
    GROUP = "drivers"
    LABEL = sentence("How unequally emission is shared")
    SUMMARY = sentence(
        "Gini coefficient, Theil index and Lorenz curve of emission over population, GDP or area, year by year."
    )
    DESCRIPTION = sentence(
        "Units are put in the order of their emission per base; the Gini coefficient is the area between the Lorenz "
        "curve and the diagonal, by trapezoids, twice. The Theil index is the sum of s ln(s / p) over shares s of "
        "emission and p of the base; with a group column it is split into a part between the groups and a part within "
        "them, which add up. Both count units, weighted by their base, and know nothing of differences inside a unit: "
        "they are lower than among persons. Amounts below zero, such as net emission, cannot be shared. Sources: "
        "Fuller (1979); Theil (1967); Shorrocks (1980), Econometrica 48, 613–625."
    )
    TAGS = sentence("inequality,equity,Gini,Theil,Lorenz curve,per capita,between groups,carbon emission")

    INPUT, FIELD, SHARE_OF, GROUP_FIELD = "INPUT", "FIELD", "SHARE_OF", "GROUP_FIELD"
    OUTPUT, LORENZ, REPORT = "OUTPUT", "LORENZ", "REPORT"

    def definitions(self):
        return [
            *p.accounts(
                sentence(
                    "Output of “Carbon accounting”, or any table with the amount and with population (persons), gdp "
                    "(10^4 currency) or total_ha (ha), one row a unit and year."
                ),
            ),
            p.field(
                self.FIELD,
                sentence("What is shared"),
                self.INPUT,
                text=sentence("Column with an amount that is never below zero, such as ce, cs or gdp. Empty: ce."),
                default=EMISSION,
                optional=True,
            ),
            p.choice(
                self.SHARE_OF,
                sentence("Shared over"),
                SHARES_OF,
                text=sentence("What the shares are held against: columns population, gdp or total_ha."),
            ),
            p.field(
                self.GROUP_FIELD,
                sentence("Groups"),
                self.INPUT,
                text=sentence(
                    "Column with the group of each row, such as a province or a functional area. Empty: the "
                    "Theil index is not split."
                ),
                optional=True,
            ),
            p.table_out(
                self.OUTPUT,
                sentence("Inequality by year"),
                sentence("One row a year: Gini coefficient, Theil index, its parts between and within groups."),
            ),
            p.table_out(
                self.LORENZ,
                sentence("Lorenz curves"),
                sentence(
                    "One row a year and unit, from the least per base upwards: cumulative shares of base and amount."
                ),
                optional=True,
                by_default=False,
            ),
            p.earlier_notes(),
            p.report(
                sentence("One HTML page to mail: Lorenz curves of the first and the last year, all measures by year.")
            ),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.drivers.carbon_inequality import BASES, measure_inequality

        share_of = run.choice(self.SHARE_OF, SHARES_OF)
        chosen = [run.text(self.FIELD) or EMISSION, run.text(self.GROUP_FIELD)]
        panel = run.panel(self.INPUT, only=[*chosen, BASES[share_of]], counted=True)
        groups = panel.column(run.text(self.GROUP_FIELD)) if run.given(self.GROUP_FIELD) else ""
        column = panel.column(run.text(self.FIELD) or EMISSION)
        inequality = measure_inequality(panel, column, share_of, groups=groups)
        run.say(inequality.notes)
        run.write_table(self.OUTPUT, inequality.table, aliases)
        if run.given(self.LORENZ):
            run.write_table(self.LORENZ, inequality.lorenz, aliases)
        if run.output_path(self.REPORT):
            self._write_report(run, inequality, panel)

    def _write_report(self, run: Run, inequality, panel) -> None:
        from ...carbon_plugin.report.inequality import InequalityReport, inequality_page

        settings = [
            (tr("Table"), panel.table),
            (tr("What is shared"), inequality.column),
            (tr("Shared over"), tr(SHARES_OF.label(run.choice(self.SHARE_OF, SHARES_OF)))),
            (tr("Groups"), inequality.groups or tr("not given")),
            (tr("Method"), "Fuller 1979; Theil 1967; Shorrocks 1980"),
        ]
        page = inequality_page(InequalityReport(inequality, run.told(settings)), language(), tr, progress=run.silent())
        run.write_file(self.REPORT, page)
