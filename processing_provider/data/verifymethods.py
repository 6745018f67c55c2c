"""verifymethods: published numbers recomputed on this machine."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber

from ...carbon_plugin.bridge.translation import Translation, tr
from ...carbon_plugin.core.messages import sentence, warning
from ...carbon_plugin.core.options import LANGUAGES
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..styling import verification_aliases
from ..version import plugin_version


class VerifyMethods(CarbonZoningAlgorithm):
    """Printed numbers beside those that the methods give."""

    NAME = "verifymethods"
    GROUP = "data"
    LABEL = sentence("Verify the methods")
    SUMMARY = sentence("Recomputes published numbers on this machine and tells where the plugin agrees with them.")
    DESCRIPTION = sentence(
        "The plugin brings small tables out of some twenty free publications (CC BY, BSD and Apache licences; the page "
        "names each) and examples that were worked by hand: transitions of land, land-use indices, values of ecosystem "
        "services, accounts of fuels, farming and forests, ellipses, decompositions, filled years, compensation. Each "
        "is computed anew by the code that the steps run, and stands beside the printed number with the tolerance that "
        "rounding allows. It needs no data of yours, takes seconds, and answers whether the plugin still computes what "
        "it did, after an update of QGIS or of a library, or when somebody asks in a meeting. Numbers that were found "
        "wrong in print are left out."
    )
    TAGS = sentence("verification,validation,published,test,check,reproduce,benchmark,accuracy")

    LANGUAGE, OUTPUT, REPORT, FAILED = "LANGUAGE", "OUTPUT", "REPORT", "FAILED"

    def definitions(self):
        return [
            p.report_language(sentence("Of the table and the page.")),
            p.table_out(
                self.OUTPUT,
                sentence("Printed and computed numbers"),
                sentence(
                    "One row a number: method, source, quantity, printed, computed, difference, tolerance, verdict."
                ),
            ),
            p.report(sentence("One HTML page to mail: how many numbers agree, the sources, and every number.")),
        ]

    def numbers_out(self):
        return [QgsProcessingOutputNumber(self.FAILED, tr("Numbers that differ by more than their tolerance"))]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.versions import versions
        from ...carbon_plugin.core.verification.verify import verify
        from ...carbon_plugin.report.verification import verification_page
        from ...carbon_plugin.report.verification.page import VERDICTS
        from ...carbon_plugin.report.verification.words import quantity_names

        translation = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        found = verify(run.progress)
        if found.failed:
            template = "{failed} of {count} numbers differ by more than their tolerance; the table says which."
            run.say([warning("published-numbers-differ", template, failed=found.failed, count=len(found.table))])
        is_chinese = translation.code == "zh"
        methods = {case.key: case.method_zh if is_chinese else case.method_en for case in found.cases}
        frame = found.table.assign(
            method=found.table["case"].map(methods),
            source=found.table["case"].map({case.key: case.source for case in found.cases}),
            quantity=found.table["quantity"].map(quantity_names(translation.code)),
            verdict=[translation(VERDICTS[one]) for one in found.table["verdict"]],
        )
        ordered = ["case", "method", "source", "quantity", "key", "unit"]
        numbers = ["printed", "computed", "difference", "tolerance", "verdict"]
        run.write_table(self.OUTPUT, frame[[*ordered, *numbers]], verification_aliases(translation))
        run.results[self.FAILED] = found.failed
        if run.output_path(self.REPORT):
            made_with = f"Carbon Zoning {plugin_version()}, {versions()}"
            page = verification_page(found, translation.code, translation, made_with=made_with, progress=run.silent())
            run.write_file(self.REPORT, page)
