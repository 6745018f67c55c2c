"""Runs jobs in a worker that may crash or hang, and says what became of their outputs."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Timer

HERE = Path(__file__).resolve().parent
HANG = 120.0  # seconds after which a run on inputs this small counts as hung
LAST_WORDS = 20_000  # characters
OLD = b"of yesterday\n"
SHORTEST = 5  # bytes of a result
BESIDE = (".qml", ".aux.xml", "-journal", "-wal", "-shm", ".csvt")  # that belong to an output
IN_A_MODEL = "Error encountered while running"
UNEXPECTED = ("should not have happened", "Traceback", "Error:", "SELECT ", "INSERT ")


class Engine:
    """A worker, started anew after a crash or a hang."""

    def __init__(self, file_bytes: int = 0) -> None:
        """``file_bytes``: no file may grow beyond; 0: no limit."""
        self._file_bytes = file_bytes
        self._process: subprocess.Popen | None = None
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - the worker's
        self.algorithms: list[str] = []  # known once a worker runs

    def run(self, algorithm: str, parameters: dict, cancel_after: float | None = None) -> dict:
        """The worker's answer; its ``ending`` is ``crash`` or ``hang`` where there was none, its ``text`` the stacks.

        From the request to stop until the end: ``cancel_seconds`` by the clock, ``cancel_cpu_seconds`` of the
        processor, read from here, since the worker may be too busy to look at its own clock.
        """
        process = self._started()
        cancel_at = None if cancel_after is None else time.monotonic() + cancel_after
        job = {"algorithm": algorithm, "parameters": parameters, "cancel_at": cancel_at}
        nothing = {"text": "", "log": [], "seconds": 0.0, "cancel_seconds": None, "cancel_cpu_seconds": None}
        used: list[float] = []
        timer = Timer(cancel_after or 0.0, lambda: used.append(_processor_seconds(process.pid)))
        if cancel_after is not None:
            timer.start()
        try:
            process.stdin.write(json.dumps(job) + "\n")
            process.stdin.flush()
            ready, _, _ = select.select([process.stdout], [], [], HANG)
            line = process.stdout.readline() if ready else None
        except OSError:
            line = ""
        finally:
            timer.cancel()
        if line:
            answer = {**nothing, **json.loads(line)}
            if used and answer["cancel_seconds"] is not None:
                answer["cancel_cpu_seconds"] = max(answer["processor_seconds"] - used[0], 0.0)
            return answer
        if line is None:
            process.send_signal(signal.SIGABRT)  # where it hangs: the worker prints its stacks when a signal ends it
            with suppress(subprocess.TimeoutExpired):
                process.wait(HANG)
        self.close()
        return {**nothing, "ending": "hang" if line is None else "crash", "text": self._last_words()}

    def close(self) -> None:
        """End the worker."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def _last_words(self) -> str:
        """The stacks of the threads that the ended worker printed."""
        self._errors.seek(0)
        said = self._errors.read()
        return said[max(said.rfind("Fatal Python error"), 0) :][:LAST_WORDS]

    def _limit(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (self._file_bytes, self._file_bytes))

    def _started(self) -> subprocess.Popen:
        if self._process is None:
            # glibc writes over what is freed, so that who reads it still ends at once and not one time in a thousand
            environment = {
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "MALLOC_PERTURB_": "165",
                **settings_of_its_own(),
            }
            command = [sys.executable, str(HERE / "worker.py")]
            self._errors.seek(0)
            self._errors.truncate()
            self._process = subprocess.Popen(
                command, env=environment, text=True, encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=self._errors, preexec_fn=self._limit if self._file_bytes else None,
            )  # fmt: skip
            self.algorithms = json.loads(self._process.stdout.readline())
        return self._process


def settings_of_its_own() -> dict[str, str]:
    """The environment of a QGIS that knows no settings of the user, such as another language."""
    folder = Path(tempfile.gettempdir()) / f"carbon_zoning_attack_settings_{os.getuid()}"
    folder.mkdir(exist_ok=True)
    return dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "QGIS_CUSTOM_CONFIG_PATH"), str(folder))


def _processor_seconds(process: int) -> float:
    """What all threads of another process have used."""
    return time.clock_gettime((~process << 3) | 2)  # its CPUCLOCK_SCHED, as clock_getcpuclockid(3) gives it


def lay_yesterday(folder: Path, outputs: dict) -> None:
    """Put an earlier result at the place of every output."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in outputs.values():
        (folder / name).write_bytes(OLD)


def state_of(path: Path) -> str:
    """``old``, ``new``, ``gone`` or ``half``."""
    if not path.is_file():
        return "gone"
    content = path.read_bytes()
    if content == OLD:
        return "old"
    return "new" if _is_whole(path, content) else "half"


def _is_whole(path: Path, content: bytes) -> bool:
    if path.suffix == ".gpkg":
        try:
            with closing(sqlite3.connect(path)) as database:
                sound = database.execute("pragma integrity_check").fetchone() == ("ok",)
                (name,) = database.execute(
                    "select table_name from gpkg_contents where table_name != 'layer_styles'"
                ).fetchone()
                return sound and database.execute(f'select count(*) from "{name}"').fetchone()[0] > 0
        except (sqlite3.Error, TypeError):
            return False
    if path.suffix == ".tif":
        from osgeo import gdal

        try:
            return gdal.Open(str(path)).ReadAsArray() is not None
        except RuntimeError:
            return False
    ends = {".html": b"</html>", ".pdf": b"%%EOF", ".png": b"IEND\xaeB`\x82", ".csv": b"\n", ".gal": b"\n"}
    return (
        content.rstrip(b"" if ends[path.suffix] == b"\n" else b" \r\n").endswith(ends[path.suffix])
        and len(content) > SHORTEST
    )


def litter_in(folder: Path, outputs: dict) -> list[str]:
    """What lies in ``folder`` and belongs to no output."""
    own = set(outputs.values())
    stems = {Path(name).stem for name in own} | own
    beside = {stem + suffix for stem in stems for suffix in BESIDE}
    return [
        one.name
        for one in folder.iterdir()
        if one.name not in own | beside and not (one.suffix == ".qml" and one.name.split(" (")[0] in stems)
    ]  # a raster of several styles has several such files: change (2000-2005).qml


def is_unexpected(answer: dict) -> bool:
    """True for a run that ended neither well nor in a sentence."""
    if answer["ending"] not in ("done", "stopped", "refused"):
        return True
    text = answer["text"]
    if text.startswith(IN_A_MODEL):  # QGIS 3.22 tells the step's sentence in the log alone
        text = next((line for line in reversed(answer["log"]) if not line.startswith(IN_A_MODEL)), "")
    if answer["ending"] == "refused":
        return any(mark in text for mark in UNEXPECTED) or not text.rstrip().endswith((".", "。"))
    return any("Traceback" in line for line in answer["log"])
