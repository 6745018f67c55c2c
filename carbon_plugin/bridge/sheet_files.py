"""Files of tables as sheets of cells: workbooks, and CSV in any code page. The content decides, not the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ..core.errors import InputError
from ..core.messages import Message, phrase, sentence, warning
from ..core.preparation.sheets.sheet import Sheet
from ..core.progress import Progress, Silent
from .workbooks import can_write_workbooks

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXTS = frozenset({".csv", ".txt", ".tsv", ".tab"})
_BEGINNING = 4096


class FileNotReadError(InputError):
    """``reason``: a part of a sentence."""

    template = sentence("“{file}” cannot be read: {reason}.")
    remedy = sentence("{what}")


@dataclass
class SheetFile:
    """``path``: the file; ``name``: what it is called among the others; ``notes``: what was said of it."""

    path: Path
    name: str
    notes: list[Message] = field(default_factory=list)

    def sheets(self, progress: Progress | None = None) -> Iterator[Sheet]:
        """All sheets with cells, one after the other. Raises ``FileNotReadError``, ``Cancelled``."""
        kind = kind_of(self.path)
        if kind == "xlsx" and can_write_workbooks():
            from .xlsx_sheets import read_xlsx

            return read_xlsx(self.path, self.name, self.notes, progress=progress or Silent())
        if kind == "text":
            from .text_sheets import read_text

            return read_text(self.path, self.name, self.notes, progress=progress or Silent())
        from .ogr_sheets import read_with_ogr

        return read_with_ogr(self.path, self.name, kind, notes=self.notes, progress=progress or Silent())


def sheet_files(paths: list[str]) -> list[SheetFile]:
    """The files under names that tell them apart: with their folder where two are called alike."""
    files = [Path(path) for path in paths]
    names = [path.name for path in files]
    shown = [path.name if names.count(path.name) == 1 else f"{path.parent.name}/{path.name}" for path in files]
    return [SheetFile(path, name) for path, name in zip(files, shown)]


def kind_of(path: Path) -> str:
    """``xlsx``, ``ods``, ``xls`` or ``text``: by what the file begins with.

    Raises ``FileNotReadError`` where it is none of them, is protected by a password, or is not there.
    """
    try:
        with open(path, "rb") as file:
            beginning = file.read(_BEGINNING)
            if beginning.startswith(_OLE) and _ENCRYPTED in beginning + file.read():
                raise not_read(
                    path,
                    phrase("it is protected by a password"),
                    sentence("Open it in a spreadsheet program and save it without a password."),
                )
    except OSError as error:
        raise not_read(
            path, phrase("{reason}", reason=error.strerror or str(error)), sentence("Check that the file is there.")
        ) from error
    if beginning.startswith(_ZIP):
        return _kind_of_zip(path)
    if beginning.startswith(_OLE):
        return "xls"
    if not beginning.strip(b"\xef\xbb\xbf\x00 \r\n\t"):
        raise not_read(path, phrase("it is empty"), sentence("Choose a file with a table in it."))
    start = beginning.lstrip(b"\xef\xbb\xbf \r\n\t")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<head", b"<?xml")) or b"<html" in start:
        raise not_read(
            path,
            phrase("it is a web page under the name of a table")
            if not start.startswith(b"<?xml")
            else phrase("it is XML under the name of a table"),
            sentence("Open it in a spreadsheet program and save it as XLSX or CSV."),
        )
    if (
        path.suffix.lower() not in _TEXTS
        and b"\x00" in beginning
        and not beginning.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise _damaged(path)
    if path.suffix.lower() in (".pdf", ".doc", ".docx") or beginning.startswith(b"%PDF"):
        raise _no_table(path)
    return "text"


def not_read(path: Path, reason: Message, what: str) -> FileNotReadError:
    """The error of a file that cannot be read; ``what``: what to do, a ``sentence``."""
    return FileNotReadError(file=path.name, reason=reason, what=phrase(what))


def _kind_of_zip(path: Path) -> str:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, NotImplementedError, ValueError) as error:
        raise _damaged(path) from error
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "xl/workbook.bin" in names:
        raise not_read(
            path,
            phrase("it is a binary workbook (XLSB)"),
            sentence("Open it in a spreadsheet program and save it as XLSX."),
        )
    if "content.xml" in names:
        return "ods"
    raise _no_table(path)


def _no_table(path: Path) -> FileNotReadError:
    return not_read(
        path,
        phrase("it is no table"),
        sentence("Expected are workbooks (XLSX, XLS, ODS) and text (CSV); copy the table into one."),
    )


def _damaged(path: Path) -> FileNotReadError:
    return not_read(
        path,
        phrase("it is damaged"),
        sentence("Take the file from its source again, or save it anew in a spreadsheet program."),
    )


def damaged(path: Path, error: Exception) -> FileNotReadError:
    """The error of a file whose content a reader refuses."""
    return not_read(
        path,
        phrase("it is damaged ({reason})", reason=f"{type(error).__name__}: {error}"[:200]),
        sentence("Take the file from its source again, or save it anew in a spreadsheet program."),
    )


def misnamed(path: Path, kind: str) -> list[Message]:
    """A warning on a file whose name speaks of something else than its content."""
    said = path.suffix.lower().lstrip(".")
    fits = {
        "xlsx": ("xlsx", "xlsm", "xltx"),
        "ods": ("ods",),
        "xls": ("xls", "xlt"),
        "text": ("csv", "txt", "tsv", "tab"),
    }
    if said in fits[kind]:
        return []
    template = "“{file}” is called {said}, but is {kind} and was read as such."
    return [warning("file-misnamed", template, file=path.name, said=said or "–", kind=kind.upper())]
