"""statisticstemplate: a table of statistics with keys and headings, to be filled in."""

from __future__ import annotations

import csv
from pathlib import Path

from ...carbon_plugin.bridge.translation import Translation, tr
from ...carbon_plugin.core.messages import sentence, warning
from ...carbon_plugin.core.options import LANGUAGES, MODULES
from ...carbon_plugin.core.values import Template
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import NotBefore

STATISTICS, COLUMNS = sentence("statistics"), sentence("columns")
USUAL = sentence("{label}: for a county usually {low} to {high} {unit}. Leave it empty where it is not known.")
EXPLAINED = {
    "column": sentence("Column"),
    "label_en": "English",
    "label_zh": "中文",
    "unit": sentence("Unit of measure in English"),
    "unit_zh": "计量单位",
    "low": sentence("Usual for a county: from"),
    "high": sentence("Usual for a county: to"),
    "description": sentence("Meaning"),
}


class StatisticsTemplate(CarbonZoningAlgorithm):
    """Writes a workbook, or a CSV, that all steps read."""

    NAME = "statisticstemplate"
    GROUP = "data"
    LABEL = sentence("Template for statistics")
    SUMMARY = sentence("Writes a workbook with the keys of your units and the headings of the statistics, to fill in.")
    DESCRIPTION = sentence(
        "One row a unit and year, with key and name of the unit filled in. Each heading holds the name by which the "
        "steps read the column, and label and unit of measure in English and Chinese. A second sheet says what each "
        "column means and which range is usual for a county; a cell outside of it asks back. Remove the columns that "
        "you have no numbers for, since an empty column leaves totals missing; a cell that is not known stays empty, "
        "and is never read as 0. All steps read the file as it is. Workbooks need the "
        "Python library openpyxl; without it a CSV is written."
    )
    TAGS = sentence("template,workbook,Excel,XLSX,CSV,statistics,yearbook,headings,columns,fill in")

    FIRST_YEAR, LAST_YEAR, MODULES, LANGUAGE, OUTPUT = "FIRST_YEAR", "LAST_YEAR", "MODULES", "LANGUAGE", "OUTPUT"

    def definitions(self):
        return [
            p.polygons(),
            p.units_id_field(),
            p.units_name_field(),
            p.year(
                self.FIRST_YEAR, sentence("First year"), sentence("Year of the first row of a unit."), default=2000
            ),
            p.year(
                self.LAST_YEAR, sentence("Last year"), sentence("Year of the last row of a unit."), default=2020
            ),
            p.choices(
                self.MODULES,
                sentence("Columns"),
                MODULES,
                text=sentence("Which statistics the table is to hold. Areas come from rasters as a rule."),
                default=[key for key in MODULES if key != "areas"],
            ),
            p.report_language(sentence("Of the sheets' names and explanations; headings are in both languages.")),
            p.file_wanted(
                self.OUTPUT,
                sentence("Template"),
                _file_filter(),
                text=sentence("Workbook, or CSV where the name ends in .csv."),
            ),
        ]  # fmt: skip

    def checks(self):
        return [NotBefore(self.LAST_YEAR, self.FIRST_YEAR)]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.core.preparation.template import columns_of, template_frame

        units = run.units()
        columns = columns_of(run.choices(self.MODULES, MODULES))
        years = run.integer(self.FIRST_YEAR), run.integer(self.LAST_YEAR)
        frame = template_frame(units.name_of(), years, columns)
        path = self._path(run)
        if path.lower().endswith(".csv"):
            # in quotation marks, or GDAL takes the strokes between names and labels for separators
            headings = frame.iloc[:0].to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_ALL)
            run.write_file(
                self.OUTPUT, "\ufeff" + headings + frame.to_csv(index=False, header=False, lineterminator="\n")
            )
            return
        self._write_workbook(path, frame, columns, Translation(run.choice(self.LANGUAGE, LANGUAGES)))
        run.keep_file(self.OUTPUT, path)

    def _path(self, run: Run) -> str:
        """Where to write; a CSV of the same name where no workbook can be written."""
        from ...carbon_plugin.bridge.workbooks import can_write_workbooks

        wanted = run.destination_text(self.OUTPUT)
        if wanted.lower().endswith(".xlsx") and not can_write_workbooks():
            instead = str(Path(wanted).with_suffix(".csv"))
            run.parameters = {**run.parameters, self.OUTPUT: instead}
            template = "The Python library openpyxl is not installed, so “{path}” was written instead of a workbook."
            run.say([warning("csv-instead-of-workbook", template, path=instead)])
        return run.output_path(self.OUTPUT)

    def _write_workbook(self, path: str, frame, columns, translation: Translation) -> None:
        from ...carbon_plugin.bridge.workbooks import Limits, write_workbook
        from ...carbon_plugin.core.preparation.template import explained, heading

        words = Template(translation)
        limits = {}
        for one in columns:
            unit = one.unit_zh if translation.code == "zh" else one.unit
            values = {"label": one.label(translation.code), "low": one.low, "high": one.high, "unit": unit}
            limits[heading(one)] = Limits(one.low, one.high, one.name, words.fill(USUAL, values))
        table = explained(columns, translation.code).rename(
            columns={name: translation(text) for name, text in EXPLAINED.items()}
        )
        keys = len(frame.columns) - len(columns)
        sheets = [(translation(STATISTICS), frame), (translation(COLUMNS), table)]
        write_workbook(path, sheets, limits, frozen=f"{'ABCD'[keys]}2")


def _file_filter() -> str:
    """Workbooks first where they can be written: the first is what a temporary file becomes."""
    from ...carbon_plugin.bridge.workbooks import can_write_workbooks

    both = [tr("Workbooks (*.xlsx)"), tr("CSV files (*.csv)")]
    return ";;".join(both if can_write_workbooks() else reversed(both))
