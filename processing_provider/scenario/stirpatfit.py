"""stirpatfit: what drives carbon emission, as elasticities fitted by ridge regression."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputBoolean, QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import language, tr
from ...carbon_plugin.core.choices import Choices
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import CEI_DEFINITIONS, K_RULES, POOLINGS, REPORT_UNITS
from ...carbon_plugin.core.resources import read_rows
from ...carbon_plugin.core.tables.vocabulary import describe
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import aliases, fit_aliases


class StirpatFit(CarbonZoningAlgorithm):
    """Least squares and ridge of the logarithm of emission on those of its drivers."""

    NAME = "stirpatfit"
    GROUP = "scenario"
    LABEL = sentence("STIRPAT: what drives emission")
    SUMMARY = sentence(
        "Per cent of carbon emission for one per cent of population, wealth, industry, technology, urbanisation and "
        "carbon intensity."
    )
    DESCRIPTION = sentence(
        "The STIRPAT model ln CE = a + b ln P + c ln W + d ln IS + e ln TI + f ln UR + g ln CEI with any of its "
        "variables and with columns of your own, fitted by least squares and by ridge regression, which steadies "
        "coefficients of variables that move together and moves them towards zero; both are written. By default each "
        "unit has a level of its own (fixed effects) and CEI is left out: P, W and CEI multiply to emission by "
        "definition, so that with all three, as in the study, the regression is an accounting identity. The run says "
        "so, gives no p-values, and “Carbon scenarios” does not project it unless asked to. Where every unit and year "
        "counts, standard errors are clustered by unit, since successive years are no independent observations, and "
        "the fit is tried on each unit without its own years. Of variables that cannot be told apart one is left out "
        "and named, and so are rows with an empty, zero or negative value, which has no logarithm. Method: Huo et al. "
        "(2025), Eq. 12 and 13, Table 7; variance inflation as Marquardt (1970); clustered errors as Liang and Zeger "
        "(1986)."
    )
    TAGS = sentence(
        "STIRPAT,ridge regression,drivers,elasticity,population,affluence,technology,urbanisation,collinearity,VIF,"
        "panel,fixed effects"
    )

    INPUT, VARIABLES, OTHER_FIELDS, CEI_DEFINITION = "INPUT", "VARIABLES", "OTHER_FIELDS", "CEI_DEFINITION"
    POOLING, K, K_RULE, REPORT_UNIT = "POOLING", "K", "K_RULE", "REPORT_UNIT"
    COEFFICIENTS, TRACE, FITTED, REPORT = "COEFFICIENTS", "TRACE", "FITTED", "REPORT"
    R2, IDENTITY = "R2", "IDENTITY"

    def definitions(self):
        return [
            *p.accounts(
                sentence(
                    "One row a unit and year, such as “Carbon accounting” writes: ce (t C a year), and what the "
                    "variables are made of: population, gdp, gdp_secondary, energy_tce, urban_population."
                ),
            ),
            p.choices(
                self.VARIABLES,
                sentence("Variables"),
                stirpat_variables(),
                text=sentence(
                    "Drivers of the model; those whose columns the table lacks are left out, and named. P, W and CEI "
                    "together make an accounting identity, so CEI is not among them unless you choose it."
                ),
                default=default_variables(),
            ),
            p.field(
                self.OTHER_FIELDS,
                sentence("Other columns"),
                self.INPUT,
                text=sentence(
                    "Number columns above zero that enter as further drivers, as they are. Scenarios then need rows "
                    "for them too."
                ),
                optional=True,
                several=True,
            ),
            p.choice(
                self.CEI_DEFINITION,
                sentence("Carbon intensity CEI"),
                CEI_DEFINITIONS,
                text=sentence("What emission is divided by; the study's text and its results differ."),
                advanced=True,
            ),
            p.choice(
                self.POOLING,
                sentence("Rows of the regression"),
                POOLINGS,
                text=sentence(
                    "With fixed effects every unit and year counts, and only changes within units speak; this also "
                    "takes over where gaps leave too few yearly totals. The study fits yearly totals of the region, "
                    "some twenty rows."
                ),
            ),
            p.real(
                self.K,
                sentence("Ridge parameter k"),
                sentence("0 is least squares; studies use 0.01 to 1. Empty: chosen by the rule."),
                low=0,
                optional=True,
            ),
            p.choice(
                self.K_RULE,
                sentence("Rule for k"),
                K_RULES,
                text=sentence(
                    "How k is chosen where none is given. The study reads the smallest k with every variance inflation "
                    "below 10 off its trace; asking for calm coefficients too shrinks them further. The report shows "
                    "the trace to judge it by."
                ),
            ),
            p.choice(
                self.REPORT_UNIT,
                sentence("Unit of measure of the report"),
                REPORT_UNITS,
                text=sentence("Tables are always in t C a year; 1 t C is 44/12 t CO2."),
                advanced=True,
            ),
            p.table_out(
                self.COEFFICIENTS,
                sentence("Coefficients"),
                sentence(
                    "One row a variable, and the intercept: elasticities b by ridge and ols_b by least squares, with "
                    "standard errors, t, p and VIF, and whether they are an accounting identity; input of “Carbon "
                    "scenarios”."
                ),
            ),
            p.table_out(
                self.TRACE,
                sentence("Ridge trace"),
                sentence("Standardised coefficients, VIF and R² for k from 0 to 1."),
                optional=True,
            ),
            p.table_out(
                self.FITTED,
                sentence("Observed and fitted emission"),
                sentence("One row an observation: ce and ce_fitted in t C a year, residual of the logarithms."),
                optional=True,
                by_default=False,
            ),
            p.earlier_notes(),
            p.report(
                sentence(
                    "One HTML page to mail: elasticities, ridge trace, observed against fitted, tests of the fit, and "
                    "what was left out."
                )
            ),
        ]

    def numbers_out(self):
        return [
            QgsProcessingOutputNumber(self.K, tr("Ridge parameter k")),
            QgsProcessingOutputNumber(self.R2, tr("R² of the ridge fit")),
            QgsProcessingOutputBoolean(self.IDENTITY, tr("The regression is an accounting identity")),
        ]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.stirpat.available import available_variables, workable_pooling
        from ...carbon_plugin.core.stirpat.fit import fit_stirpat
        from ...carbon_plugin.core.stirpat.variables import columns_of_model

        definition = run.choice(self.CEI_DEFINITION, CEI_DEFINITIONS)
        panel = run.panel(self.INPUT, only=[*columns_of_model(definition), *run.texts(self.OTHER_FIELDS)])
        chosen = run.choices(self.VARIABLES, stirpat_variables())
        variables, left_out = available_variables(panel, chosen, definition)
        run.say(left_out)
        others = [panel.column(name) for name in run.texts(self.OTHER_FIELDS)]
        pooling, changed = workable_pooling(
            panel, variables, others, cei_definition=definition, pooling=run.choice(self.POOLING, POOLINGS)
        )
        run.say(changed)
        fit = fit_stirpat(
            panel,
            variables,
            others,
            cei_definition=definition,
            pooling=pooling,
            k=run.number(self.K) if run.given(self.K) else None,
            k_rule=run.choice(self.K_RULE, K_RULES),
        )
        run.say(fit.notes)
        run.setting("ridge-k", sentence("Ridge parameter k: {k}"), k=float(fit.k))
        run.setting("r-squared", sentence("R² of the ridge fit: {r2}"), r2=round(float(fit.r2), 4))
        run.write_table(self.COEFFICIENTS, fit.coefficients, fit_aliases)
        run.write_table(self.TRACE, fit.trace, fit_aliases)
        run.write_table(self.FITTED, fit.fitted, aliases)
        run.results.update({self.K: fit.k, self.R2: fit.r2, self.IDENTITY: fit.identity})
        if run.output_path(self.REPORT):
            self._write_report(run, fit, panel)

    def _write_report(self, run: Run, fit, panel) -> None:
        from ...carbon_plugin.bridge.translation import language
        from ...carbon_plugin.report.stirpat import FitReport, fit_page

        unit = run.choice(self.REPORT_UNIT, REPORT_UNITS)
        rule = tr("given") if run.given(self.K) else tr(K_RULES.label(run.choice(self.K_RULE, K_RULES)))
        settings = [
            (tr("Table"), panel.table),
            (tr("Rows of the regression"), tr(POOLINGS.label(fit.coefficients["pooling"].iloc[0]))),
            (tr("Ridge parameter k"), rule),
            (tr("Carbon intensity CEI"), tr(CEI_DEFINITIONS.label(run.choice(self.CEI_DEFINITION, CEI_DEFINITIONS)))),
            (tr("Method"), "Huo et al. 2025, doi 10.1038/s41598-025-95156-x"),
        ]
        report = FitReport(fit, unit, tr(REPORT_UNITS.label(unit)), run.told(settings))
        run.write_file(self.REPORT, fit_page(report, language(), tr, progress=run.silent()))


def default_variables() -> list[str]:
    """The keys of those that are fitted where nobody chooses."""
    return [row["variable"] for row in _variable_rows() if row["by_default"] == "1"]


def stirpat_variables() -> Choices:
    """The variables of the model, in the study's order: key and label with its unit of measure."""
    names = [row["variable"] for row in _variable_rows()]
    return Choices("VARIABLES", {name: f"{name}: {describe(name).alias(language())}" for name in names})


def _variable_rows() -> list[dict[str, str]]:
    return [row for row in read_rows("stirpat/variables.csv") if row["definition"] in ("", CEI_DEFINITIONS.default)]
