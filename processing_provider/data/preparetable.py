"""preparetable: tables of yearbooks, as they are printed, into one panel."""

from __future__ import annotations

from ...carbon_plugin.bridge.translation import Translation
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import LANGUAGES, LAYOUTS
from .. import parameters as p
from ..base import CarbonZoningAlgorithm
from ..run import Run
from ..run.checks import Readable
from ..run.inputs import Inputs
from ..styling import aliases, mapping_aliases


class PrepareTable(CarbonZoningAlgorithm):
    """Reads files, not layers: workbooks and text, several at once."""

    NAME = "preparetable"
    GROUP = "data"
    LABEL = sentence("Prepare yearbook tables")
    SUMMARY = sentence(
        "Makes one panel of yearbook tables: workbooks and CSV files with titles, headings in several rows, units of "
        "measure, years across or a sheet a year."
    )
    DESCRIPTION = sentence(
        "The one step that reads files as they are, not layers: XLSX, ODS, XLS and CSV (UTF-8, UTF-16, GB18030; other "
        "code pages are told). For each sheet it finds titles, headings and rows of numbers, and the layout, unless "
        "you give it. Headings are known by name, label and synonyms in English and Chinese, and numbers are brought "
        "into the plugin’s units of measure by the unit in the heading, in a row of units, or above the table, such as "
        "万人, 亿元, 千公顷, 10,000 persons, kBRL or TJ; every factor is told. Nothing is guessed: a heading that two "
        "variables fit, one without a unit of measure, and a unit of something else are left out with a remark in the "
        "mapping. Write variable and factor there, and give that table back as the mapping. Rows of totals, by their "
        "name or since they are the sum of others, notes and repeated headings are left out and told. Cells that two "
        "places give different numbers stay empty, and both places are named. With units given, names and codes are "
        "matched to them. Numbers themselves are never corrected: check the panel with “Check data”. A merged cell "
        "counts for all that it covers, which ODS and XLS do not tell: there a heading counts for the empty cells "
        "right of it."
    )
    TAGS = sentence(
        "yearbook,workbook,Excel,XLSX,ODS,CSV,reshape,wide to long,pivot,unit of measure,statistics,import,mapping,"
        "GB18030,merge files"
    )

    INPUT, LAYOUT, MAPPING, UNITS, LANGUAGE = "INPUT", "LAYOUT", "MAPPING", "UNITS", "LANGUAGE"
    UNIT_FIELD, YEAR_FIELD = "UNIT_FIELD", "YEAR_FIELD"
    OUTPUT, MAPPING_USED, UNRECOGNISED = "OUTPUT", "MAPPING_USED", "UNRECOGNISED"

    def definitions(self):
        return [
            p.files(
                self.INPUT,
                sentence("Files with tables"),
                sentence(
                    "Workbooks and CSV files; all of their visible sheets are read and joined by unit and year. They "
                    "are only read, and may be read-only."
                ),
            ),
            p.choice(
                self.LAYOUT,
                sentence("Layout"),
                LAYOUTS,
                text=sentence("How the tables are laid out, if it is not to be decided for each sheet."),
            ),
            p.table(
                self.MAPPING,
                sentence("Mapping"),
                sentence(
                    "What columns are, in the columns of the mapping that this step writes: run it once, correct that "
                    "table, and give it here. Columns that it does not name are found anew; with source and sheet "
                    "left empty a row counts for all files and sheets."
                ),
                optional=True,
            ),
            p.string(
                self.UNIT_FIELD,
                sentence("Heading of the unit column"),
                sentence("As it stands in the files. Empty: it is found."),
            ),
            p.string(
                self.YEAR_FIELD,
                sentence("Heading of the year column"),
                sentence("As it stands in the files. Empty: it is found, or the year is taken from elsewhere."),
            ),
            p.polygons(
                optional=True,
                text=sentence(
                    "Polygons of the units. Names and codes of the files are matched to their key and name, and what "
                    "is none of them is left out and told."
                ),
            ),
            p.units_id_field(),
            p.units_name_field(),
            p.report_language(sentence("Of the remarks in the tables of the mapping and of what was not recognised.")),
            p.table_out(
                self.OUTPUT,
                sentence("Panel"),
                sentence("One row a unit and year, a column a variable, in the plugin’s names and units of measure."),
            ),
            p.table_out(
                self.MAPPING_USED,
                sentence("Mapping used"),
                sentence(
                    "One row a column of every sheet: what it was taken for, the variable, the year, the unit of "
                    "measure found, the factor, how many numbers were taken, and a remark. Rows of role sheet are for "
                    "a sheet as a whole. Edit it and give it back as the mapping."
                ),
            ),
            p.table_out(
                self.UNRECOGNISED,
                sentence("Not recognised"),
                sentence("Columns that were left out or are unclear, each with the nearest variable."),
            ),
        ]  # fmt: skip

    def checks(self):
        return [Readable(_look_at_files)]

    def compute(self, run: Run) -> None:
        from ...carbon_plugin.bridge.sheet_files import sheet_files
        from ...carbon_plugin.core.errors import Cancelled
        from ...carbon_plugin.core.preparation.sheets.prepare import Preparation

        names, layer = _units(run)
        preparation = Preparation(_wanted(run), names, layer)
        files = sheet_files(run.files(self.INPUT))
        for number, file in enumerate(files):
            for sheet in file.sheets(run.silent()):
                preparation.add(sheet)
                if run.progress.cancelled():
                    raise Cancelled
            run.say(file.notes)
            run.progress.report(0.95 * (number + 1) / len(files))
        prepared = preparation.finish(run.silent())
        run.say(prepared.notes)
        words = Translation(run.choice(self.LANGUAGE, LANGUAGES))
        run.write_table(self.OUTPUT, prepared.frame, aliases)
        run.write_table(self.MAPPING_USED, prepared.mapping_used(words), mapping_aliases)
        run.write_table(self.UNRECOGNISED, prepared.unrecognised(words, words.code), mapping_aliases)


def _look_at_files(given: Inputs) -> None:
    """Raises what is wrong with files before they are read."""
    from functools import partial

    from ...carbon_plugin.bridge.sheet_files import kind_of, sheet_files
    from ...carbon_plugin.core.errors import results_of

    if given.given(PrepareTable.INPUT):
        results_of(*(partial(kind_of, file.path) for file in sheet_files(given.files(PrepareTable.INPUT))))


def _wanted(run: Run):
    from ...carbon_plugin.core.preparation.sheets.mapping import Mapping, read_mapping
    from ...carbon_plugin.core.preparation.sheets.wanted import Wanted

    table = run.table(PrepareTable.MAPPING)
    mapping = Mapping() if table is None else read_mapping(table.frame, table.name)
    return Wanted(
        unit_field=run.text(PrepareTable.UNIT_FIELD).strip(),
        year_field=run.text(PrepareTable.YEAR_FIELD).strip(),
        layout=run.choice(PrepareTable.LAYOUT, LAYOUTS),
        mapping=mapping,
    )


def _units(run: Run) -> tuple[dict[str, str] | None, str]:
    """Key and name of every unit, and what its layer is called; None where no units were given."""
    units = run.units()
    if units is None:
        return None, ""
    return units.name_of(), units.layer
