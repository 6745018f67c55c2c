"""Folders that one run writes into and takes away again; what a killed run left is taken away by the next one there.

Beside each lies a lock that the system gives up with its process, so that nobody's folder is taken from a run that
lives. The lock comes first and goes last: whenever a run is killed, what it leaves has a lock.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from contextlib import suppress
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

HIDDEN = ".carbon_zoning-"  # beside results
SCRATCH = "carbon_zoning-"  # among the system's temporary files
LOCK = ".lock"
_DAY = 86_400.0  # seconds after which a folder without a lock, from a disk that knows none, belongs to nobody


class PrivateFolders:
    """The folders of one run."""

    def __init__(self) -> None:
        self._locks: dict[Path, QLockFile] = {}
        self._swept: set[Path] = set()

    def make(self, parent: str | Path, prefix: str = HIDDEN) -> Path:
        """An empty folder in ``parent`` whose name nobody else has. Raises ``OSError``."""
        parent = Path(parent)
        if parent not in self._swept:
            self._swept.add(parent)
            sweep(parent, prefix)
        folder = parent / f"{prefix}{secrets.token_hex(8)}"
        lock = _lock_of(folder)
        lock.tryLock(0)  # a disk that knows no locks will do without
        try:
            folder.mkdir(mode=0o700)
        except OSError:
            lock.unlock()
            raise
        self._locks[folder] = lock
        return folder

    def remove(self, folder: Path) -> None:
        """Take a folder away with all that is in it; nothing where it is gone."""
        shutil.rmtree(folder, ignore_errors=True)
        lock = self._locks.pop(folder, None)
        if lock is not None:
            lock.unlock()


def sweep(parent: Path, prefix: str = HIDDEN) -> None:
    """Take away the folders in ``parent`` whose run is dead: its lock is free."""
    with suppress(OSError), os.scandir(parent) as found:
        for one in list(found):
            if not one.name.startswith(prefix):
                continue
            if one.is_dir(follow_symlinks=False):
                _take_away_if_dead(Path(one.path))
            elif one.name.endswith(LOCK) and one.is_file(follow_symlinks=False):
                _take_away_if_dead(Path(one.path[: -len(LOCK)]))


def _take_away_if_dead(folder: Path) -> None:
    with suppress(OSError):
        if folder.with_name(folder.name + LOCK).exists():
            lock = _lock_of(folder)
            if lock.tryLock(0):
                shutil.rmtree(folder, ignore_errors=True)
                lock.unlock()
        elif time.time() - folder.stat().st_mtime > _DAY:
            shutil.rmtree(folder, ignore_errors=True)


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(f"{folder}{LOCK}")
    lock.setStaleLockTime(0)  # however long a run takes, it ends with its process
    return lock
