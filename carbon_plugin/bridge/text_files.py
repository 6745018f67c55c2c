"""A table in a text file as its bytes are, where OGR would lose some of it without a word."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TextIO

from qgis.core import QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl

from ..core.errors import InputError
from ..core.messages import Message, phrase, sentence
from ..core.progress import Progress, Silent, advance
from ..core.tables.encodings import find_code_pages, is_gb18030, is_utf8_throughout, is_utf16
from ..core.values import Cell
from .sources import file_of

_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
_SEPARATORS = ",;\t|"
_LINES_LOOKED_AT = 20
_BYTES_AT_ONCE = 1 << 20
_ROWS_BETWEEN_LOOKS = 1_000  # at Cancel


class MoreCellsThanHeadingsError(InputError):
    """``found``: cells with their rows; ``expected``: the number of headings."""

    template = sentence(
        "“{table}”: {count:row has|rows have} more cells than there are headings ({expected}): {found}."
    )
    remedy = sentence("A number or name with a separator in it needs quotation marks; correct these rows.")


@dataclass(frozen=True)
class TextTable:
    """``path``: where the file is; of text in UTF-8 never more than a line is in memory, unless it is asked for."""

    path: Path
    given_separator: str = ""

    @cached_property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    @cached_property
    def is_utf8(self) -> bool:
        """True where QGIS reads the text as it is."""
        with self.path.open("rb") as file:
            return is_utf8_throughout(iter(lambda: file.read(_BYTES_AT_ONCE), b""))

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
        with self._opened(newline="\n") as lines:
            first = lines.readline()
        return max(_SEPARATORS, key=first.count)

    def rows(self) -> list[list[str]]:
        """All rows, the headings first."""
        with self._opened() as lines:
            return list(csv.reader(lines, delimiter=self.separator))

    def check_rows(self, table: str, progress: Progress = Silent()) -> None:
        """Raise ``MoreCellsThanHeadingsError`` where OGR would leave cells out, ``Cancelled``."""
        limit = csv.field_size_limit()
        csv.field_size_limit(max(limit, self.path.stat().st_size))
        try:
            with self._opened() as lines:
                rows = iter(csv.reader(lines, delimiter=self.separator))
                width = len(next(rows, ()))
                found = []
                for number, row in enumerate(rows, 1):
                    if number % _ROWS_BETWEEN_LOOKS == 0:
                        advance(progress, 0.0)
                    if len(row) > width and any(cell.strip() for cell in row[width:]):
                        found.append(Cell(value=self.separator.join(row), row=number))
        except csv.Error:
            return  # OGR has its own reading of such a file
        finally:
            csv.field_size_limit(limit)
        if found:
            raise MoreCellsThanHeadingsError(table=table, count=len(found), expected=width, found=found)

    def _opened(self, newline: str = "") -> TextIO:
        """The text, line by line."""
        if self.is_utf8:
            return self.path.open(encoding="utf-8-sig", newline=newline)
        return io.StringIO(self.text, newline=newline)


def text_table_of(layer: QgsVectorLayer | None) -> TextTable | None:
    """The text file behind a layer; None where it is something else."""
    if layer is None or layer.providerType() not in ("ogr", "delimitedtext"):
        return None
    if layer.providerType() == "delimitedtext":
        return _delimited_text(layer)
    path = file_of(layer)
    if path is None or path.suffix.lower() not in _SUFFIXES:
        return None
    return TextTable(path)


def why_not_opened(text: str) -> Message | None:
    """Why QGIS cannot open the text file whose path is ``text``; None where nothing is known."""
    path = Path(text.split("|")[0])
    try:
        if path.suffix.lower() not in _SUFFIXES or not path.is_file():
            return None
        table = TextTable(path)
        is_empty = not table.text.strip()
    except OSError as error:
        return phrase("{reason}", reason=error.strerror or str(error))
    if is_empty:
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
    return TextTable(Path(path), separator) if len(separator) == 1 else None
