"""The vocabulary as a table to read and to fill in: what each column is called, means and is measured in."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import NamedTuple

from osgeo import ogr

from ..bridge.output import NotWrittenError, write_text
from ..bridge.translation import language, tr
from ..core.errors import InputError
from ..core.messages import sentence
from ..core.tables.vocabulary import INPUT_KINDS, KEY_KIND, UNIT, YEAR, vocabulary

_NOT_IN_STATISTICS = {"area", "share"}  # land cover gives these


class TemplateIsThereError(InputError):
    template = sentence("The template would be written to “{path}”, which is already there; nothing was written.")
    remedy = sentence("Choose another name, or one that ends in .xlsx, which holds both tables.")


class Sheet(NamedTuple):
    """A table of text."""

    name: str
    headings: list[str]
    rows: list[list[str]]


def column_sheet() -> Sheet:
    """Every column of the vocabulary in the language of the desktop, in its order."""
    code = language()
    headings = [tr("Column"), tr("Label"), tr("Unit of measure"), tr("Where it comes from")]
    headings += [tr("Plausible from"), tr("Plausible to"), tr("Explanation (English)")]
    rows = []
    for one in vocabulary().values():
        is_given = one.kind in INPUT_KINDS or one.kind == KEY_KIND
        source = tr("You give it") if is_given else tr("A step computes it")
        unit = one.unit_zh if code == "zh" else one.unit
        bounds = ["" if bound is None else f"{bound:g}" for bound in (one.low, one.high)]
        rows.append([one.name, one.label(code), unit, source, *bounds, one.description])
    return Sheet("columns", headings, rows)


def statistics_sheet() -> Sheet:
    """A table to fill in: the columns that carbon accounting reads, without rows."""
    kinds = INPUT_KINDS - _NOT_IN_STATISTICS
    return Sheet("statistics", [UNIT, YEAR, *(one.name for one in vocabulary().values() if one.kind in kinds)], [])


def write_column_names(path: Path) -> list[Path]:
    """Write both tables: as two sheets of an XLSX, or as two CSV files; what was written.

    Raises ``TemplateIsThereError`` and ``NotWrittenError``.
    """
    sheets = [column_sheet(), statistics_sheet()]
    if path.suffix.lower() == ".xlsx":
        _write_workbook(path, sheets)
        return [path]
    beside = path.with_name(f"{path.stem}_template.csv")
    if beside.exists():
        raise TemplateIsThereError(path=str(beside))
    for target, sheet in zip((path, beside), sheets):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows([sheet.headings, *sheet.rows])
        write_text(str(target), "\ufeff" + text.getvalue())  # the mark lets spreadsheets read it as UTF-8
    return [path, beside]


def _write_workbook(path: Path, sheets: list[Sheet]) -> None:
    """Through GDAL, which every QGIS has."""
    private = path.with_name(f".{path.stem}.part.xlsx")
    try:
        source = ogr.GetDriverByName("XLSX").CreateDataSource(str(private))
        for sheet in sheets:
            layer = source.CreateLayer(sheet.name)
            for number in range(len(sheet.headings)):
                layer.CreateField(ogr.FieldDefn(f"Field{number + 1}", ogr.OFTString))
            for row in [sheet.headings, *sheet.rows]:
                feature = ogr.Feature(layer.GetLayerDefn())
                for number, text in enumerate(row):
                    feature.SetField(number, text)
                layer.CreateFeature(feature)
        layer = source = None  # closes the file
        private.replace(path)
    except (OSError, RuntimeError, AttributeError) as error:
        raise NotWrittenError(path=str(path), reason=getattr(error, "strerror", "") or str(error)) from error
    finally:
        private.unlink(missing_ok=True)
