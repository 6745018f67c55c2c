"""Outputs written beside their places and put in place together: all of a run or none, and under a kill old or new.

A file is written into a private folder beside its place, whose name nobody else can own, and takes the place of the old
one in a single step once all outputs are whole. A table in an existing database is written to a file first and then
copied over in one transaction.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from ..core.errors import InputError
from ..core.messages import sentence
from .output import NotWrittenError
from .places import Place, is_same_file
from .private_folders import SCRATCH, PrivateFolders
from .style_files import is_users_style
from .table_copies import DatabaseCopy

_OLD = "old"  # the sub-folder that keeps what is being replaced until all is in place
_LOGS = ("-journal", "-wal", "-shm")  # of a database
_DATABASE = b"SQLite format 3"
_STALE = (".aux.xml", ".ovr", ".msk", *_LOGS)  # parts of an old file that would spoil a new one


class FolderInTheWayError(InputError):
    template = sentence("“{path}” could not be written: a folder has that name. Nothing was kept.")
    remedy = sentence("Choose another name, or move the folder away.")


class Staging:
    """The outputs of one run until they are in place."""

    def __init__(self, elsewhere: str = "") -> None:
        """``elsewhere``: a folder to write into where others read the outputs before they are in place.

        QGIS may keep such files open: they are copied beside their places first.
        """
        self._elsewhere = elsewhere
        self._private = PrivateFolders()
        self._folders: dict[Path, Path] = {}  # private folder by the file that it is for
        self._tables: list[tuple[str, Place]] = []  # file that holds a table, and where the table belongs
        self._scratch: Path | None = None

    def file_for(self, path: Path) -> str:
        """Where to write the file that belongs at ``path``, under the same name. Raises ``NotWrittenError``."""
        for known, folder in self._folders.items():
            if is_same_file(known, path):
                return str(folder / path.name)
        try:
            folder = self._private.make(self._elsewhere or path.parent)
        except OSError as error:
            raise NotWrittenError(path=str(path), reason=error.strerror or str(error)) from error
        self._folders[path] = folder
        return str(folder / path.name)

    def file_for_table(self, place: Place) -> str:
        """Where to write the table that belongs at ``place``, a GeoPackage with it alone."""
        if self._scratch is None:
            self._scratch = self._private.make(tempfile.gettempdir(), SCRATCH)
        path = str(self._scratch / f"table_{len(self._tables)}.gpkg")
        self._tables.append((path, place))
        return path

    def is_private(self, text: str) -> bool:
        """True where ``text`` names a file of this staging."""
        return any(str(folder) in text for folder in self._all_folders())

    def told(self, text: str) -> str:
        """``text`` with the places that the user chose instead of the private ones."""
        for path, folder in self._folders.items():
            text = text.replace(str(folder), str(path.parent))
        return text

    def put_in_place(self) -> None:
        """Let everything take its place. Raises ``NotWrittenError``; then all is as it was before."""
        copies: list[DatabaseCopy] = []
        steps: list[tuple[Path, Path | None]] = []  # what was replaced, and what was there before
        try:
            for source, place in self._tables:
                self._copy_table(source, place, copies)
            if self._elsewhere:
                self._bring_beside()
            for path, folder in self._folders.items():
                self._replace(path, folder, steps)
            for copy in copies:
                copy.commit()
        except BaseException:
            for copy in copies:
                copy.rollback()
            _restore(steps)
            raise
        finally:
            self.discard()

    def discard(self) -> None:
        """Leave nothing of what is not in place."""
        for folder in self._all_folders():
            self._private.remove(folder)
        self._folders.clear()
        self._tables.clear()
        self._scratch = None

    def _all_folders(self) -> list[Path]:
        return [*self._folders.values(), *([self._scratch] if self._scratch else [])]

    def _copy_table(self, source: str, place: Place, copies: list[DatabaseCopy]) -> None:
        """Copy a table within the transaction of its database; into a new file where there is none yet."""
        is_new = place.path is not None and not place.path.exists()
        target = Place(Path(self.file_for(place.path)), place.table) if is_new else place
        copy = next((one for one in copies if one.holds(target)), None)
        if copy is None:
            copy = DatabaseCopy(target, str(place))
            if is_new:
                copy.write(source, target)
                copy.commit()
                return
            copies.append(copy)
        copy.write(source, target)

    def _bring_beside(self) -> None:
        """Copy what was written elsewhere into private folders beside its places."""
        for path, folder in list(self._folders.items()):
            try:
                beside = self._private.make(path.parent)
                self._folders[path] = beside
                for one in folder.iterdir():
                    if not one.name.endswith(_LOGS):
                        _copy(one, beside / one.name)
            except (OSError, sqlite3.Error) as error:
                raise NotWrittenError(path=str(path), reason=getattr(error, "strerror", "") or str(error)) from error
            finally:
                self._private.remove(folder)

    def _replace(self, path: Path, folder: Path, steps: list[tuple[Path, Path | None]]) -> None:
        written = [one for one in folder.iterdir() if one.is_file()]
        written.sort(key=lambda one: one.name == path.name)
        old = folder / _OLD
        try:
            old.mkdir()
            _empty_log(path)
            for suffix in _STALE:
                _take_away(path.with_name(path.name + suffix), old, steps)
            for one in written:  # the file itself last
                target = path.with_name(one.name)
                if is_users_style(target):
                    continue
                if target.is_dir():
                    raise FolderInTheWayError(path=str(target))
                before = _kept(target, old)
                os.replace(one, target)
                steps.append((target, before))
        except OSError as error:
            raise NotWrittenError(path=str(path), reason=error.strerror or str(error)) from error


def _copy(source: Path, target: Path) -> None:
    """Copy a file; a database with what still stands in its log, and without a log of its own."""
    with open(source, "rb") as file:
        is_database = file.read(len(_DATABASE)) == _DATABASE
    if not is_database:
        shutil.copyfile(source, target)
        return
    with closing(sqlite3.connect(source)) as database, closing(sqlite3.connect(target)) as copy:
        database.backup(copy)
        copy.execute("pragma journal_mode = delete")


def _kept(path: Path, folder: Path) -> Path | None:
    """A second name of the file at ``path``, or a copy; None where there is none."""
    if not path.exists():
        return None
    kept = folder / path.name
    try:
        os.link(path, kept)
    except OSError:
        shutil.copy2(path, kept)
    return kept


def _take_away(path: Path, folder: Path, steps: list[tuple[Path, Path | None]]) -> None:
    if path.is_file():
        before = _kept(path, folder)
        path.unlink()
        steps.append((path, before))


def _restore(steps: list[tuple[Path, Path | None]]) -> None:
    for target, before in reversed(steps):
        with suppress(OSError):
            if before is None:
                target.unlink(missing_ok=True)
            else:
                os.replace(before, target)


def _empty_log(path: Path) -> None:
    """Let a database have what still stands in its log, so that it is whole without it."""
    if path.with_name(f"{path.name}-wal").is_file():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as database:
            database.execute("pragma wal_checkpoint(truncate)")
