"""A table in a text file as its bytes are, where OGR would lose some of it without a word."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from qgis.core import QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl

from ..core.errors import InputError
from ..core.messages import Message, phrase, sentence
from ..core.tables.encodings import find_code_pages, is_gb18030, is_utf8, is_utf16
from ..core.values import Cell
from .sources import file_of

_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
_SEPARATORS = ",;\t|"
_LINES_LOOKED_AT = 20


class MoreCellsThanHeadingsError(InputError):
    """``found``: cells with their rows; ``expected``: the number of headings."""

    template = sentence(
        "“{table}”: {count:row has|rows have} more cells than there are headings ({expected}): {found}."
    )
    remedy = sentence("A number or name with a separator in it needs quotation marks; correct these rows.")


@dataclass(frozen=True)
class TextTable:
    """``data``: the bytes of the file; ``path``: where it is."""

    path: Path
    data: bytes
    given_separator: str = ""

    @cached_property
    def is_utf8(self) -> bool:
        """True where QGIS reads the text as it is."""
        return is_utf8(self.data)

    @cached_property
    def text(self) -> str:
        """The text, in which separators and quotation marks stand where they should in any code page."""
        if is_utf16(self.data):
            return self.data.decode("utf-16", errors="replace")
        if self.is_utf8:
            return self.data.decode("utf-8-sig")
        return self.data.decode("gb18030" if is_gb18030(self.data) else "latin-1", errors="replace")

    @cached_property
    def separator(self) -> str:
        """What stands between the cells: that of ``,;|`` and the tabulator of which the first line has most."""
        if self.given_separator:
            return self.given_separator
        first = self.text.split("\n", 1)[0]
        return max(_SEPARATORS, key=first.count)

    def rows(self) -> list[list[str]]:
        """All rows, the headings first."""
        return list(csv.reader(io.StringIO(self.text, newline=""), delimiter=self.separator))

    def check_rows(self, table: str) -> None:
        """Raise ``MoreCellsThanHeadingsError`` where OGR would leave cells out."""
        if not self.text.strip():
            return
        limit = csv.field_size_limit()
        if len(self.text) > limit and '"' in self.text:
            csv.field_size_limit(len(self.text))
        try:
            rows = iter(csv.reader(io.StringIO(self.text, newline=""), delimiter=self.separator))
            width = len(next(rows))
            found = [
                Cell(value=self.separator.join(row), row=number)
                for number, row in enumerate(rows, 1)
                if len(row) > width and any(cell.strip() for cell in row[width:])
            ]
        except csv.Error:
            return  # OGR has its own reading of such a file
        finally:
            csv.field_size_limit(limit)
        if found:
            raise MoreCellsThanHeadingsError(table=table, count=len(found), expected=width, found=found)


def text_table_of(layer: QgsVectorLayer | None) -> TextTable | None:
    """The text file behind a layer; None where it is something else."""
    if layer is None or layer.providerType() not in ("ogr", "delimitedtext"):
        return None
    if layer.providerType() == "delimitedtext":
        return _delimited_text(layer)
    path = file_of(layer)
    if path is None or path.suffix.lower() not in _SUFFIXES:
        return None
    return TextTable(path, path.read_bytes())


def why_not_opened(text: str) -> Message | None:
    """Why QGIS cannot open the text file whose path is ``text``; None where nothing is known."""
    path = Path(text.split("|")[0])
    try:
        if path.suffix.lower() not in _SUFFIXES or not path.is_file():
            return None
        table = TextTable(path, path.read_bytes())
    except OSError as error:
        return phrase("{reason}", reason=error.strerror or str(error))
    if not table.text.strip():
        return phrase("it is empty")
    if is_utf16(table.data):
        return phrase("it is text in UTF-16; save it as CSV in UTF-8")
    lines = [line for line in table.text.splitlines() if line.strip()][:_LINES_LOOKED_AT]
    counts = [max(line.count(separator) for separator in _SEPARATORS) for line in lines]
    if counts[0] == 0 and any(counts):
        return phrase("its first line is a title ({title}); the headings must stand in the first line", title=lines[0])
    if not any(counts):
        return phrase("it has only one column, or none")
    return None


def code_pages_of(data: bytes) -> list[Message]:
    """The code pages that ``data`` may be in, each with a word as it would read then."""
    return [phrase("{code_page} (“{word}”)", code_page=name, word=word) for name, word in find_code_pages(data).items()]


def _delimited_text(layer: QgsVectorLayer) -> TextTable | None:
    """The file of QGIS's own reader of text, where it has a heading and one plain separator."""
    url = QUrl.fromEncoded(layer.source().encode())
    path = QgsProviderRegistry.instance().decodeUri("delimitedtext", layer.source()).get("path") or url.toLocalFile()
    query = dict(part.split("=", 1) for part in url.query().split("&") if "=" in part)
    plain = query.get("type", "csv") == "csv" and query.get("useHeader", "yes").lower() in ("yes", "true", "y", "1")
    if not path or not plain or query.get("skipLines", "0") != "0" or not Path(path).is_file():
        return None
    separator = {"\\t": "\t", "%09": "\t", "%3B": ";", "%7C": "|"}.get(
        query.get("delimiter", ","), query.get("delimiter", ",")
    )
    return TextTable(Path(path), Path(path).read_bytes(), separator) if len(separator) == 1 else None
