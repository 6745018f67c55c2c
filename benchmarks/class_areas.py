"""Class areas by unit: this code beside its peers, and beside what only reading the rasters costs.

Whole processes take turns, so that a busy machine slows all of them; times are medians over the rounds, ratios those of
processor seconds, medians of ratios within a round. Decoding reads the blocks that the units lie in, as this code does.
Peers count one year, from which five are estimated without starting the process again; this code and GRASS count all
five in one process. One year alone, in this code, stands in a table of its own. Cells are compared with this code's;
exactextract weights the cells that borders cut, so its own differ by design. Needs Linux or macOS.

    python benchmarks/class_areas.py --size 10000 --rounds 3 --peers .cache/peers/bin/python
    python benchmarks/class_areas.py --units 50176 --vertices 32 --only ellipsoidal_1
    python benchmarks/class_areas.py --vertices 131073 --only ellipsoidal_1
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import numpy as np
from class_areas_data import SEED, UNITS, VERTICES, YEARS, place_of
from class_areas_tools import NOT_INSTALLED

HERE = Path(__file__).resolve().parent
ONCE = 60.0  # seconds; what takes longer runs in the first round only
MEBIBYTE = 1 << 20
PEAK_UNIT = 1 if sys.platform == "darwin" else 1 << 10  # of ru_maxrss, bytes


@dataclass
class Contestant:
    """A tool on a grid, and what its runs have shown so far: ``seconds`` and ``processor`` for ``of_years``, a round.

    ``years``: that it counts, from which those of ``of_years`` are estimated.
    """

    label: str
    tool: str
    grid: str = "albers"
    years: int = len(YEARS)
    of_years: int = len(YEARS)
    installed: bool = True
    seconds: list[float] = field(default_factory=list)
    one_year: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)  # seconds of all its threads and children
    peak: float = 0.0  # MiB
    version: str = ""
    cells: np.ndarray | None = None

    def run(self, place: Path, python: str) -> None:
        """Once more, unless it is absent or slow."""
        if not self.installed or (self.seconds and self.seconds[0] > ONCE):
            return
        with tempfile.TemporaryDirectory() as scratch:
            answer = str(Path(scratch, "answer"))
            command = [
                python,
                str(HERE / "class_areas_tools.py"),
                self.tool,
                str(place / self.grid),
                str(self.years),
                answer,
            ]
            seconds, processor, peak, status = _whole_process(command)
            if status == NOT_INSTALLED:
                self.installed = False
                return
            if status:
                raise SystemExit(f"{self.label} ended with status {status}")
            found = json.loads(Path(answer + ".json").read_text(encoding="utf-8"))
            if self.cells is None and Path(answer + ".npy").exists():
                self.cells = np.load(answer + ".npy")
        self.version = found["version"]
        self.peak = max(self.peak, peak)
        more = (self.of_years - self.years) / self.years
        self.processor.append(processor + more * found["processor"])
        self.seconds.append(seconds + more * found["seconds"])
        if self.years < self.of_years:
            self.one_year.append(seconds)


OURS = ("planar, 1 thread", "planar, 2 threads")
CONTESTANTS = [
    Contestant("only decoding, 1 thread", "decode"),
    Contestant("only decoding, 2 threads", "decode_2"),
    Contestant(OURS[0], "planar_1"),
    Contestant(OURS[1], "planar_2"),
    Contestant("ellipsoidal, equal-area grid, 1 thread", "ellipsoidal_1"),
    Contestant("ellipsoidal, geographic grid, 1 thread", "ellipsoidal_1", "geographic"),
    Contestant("ellipsoidal, Gauss-Kruger grid, 1 thread", "ellipsoidal_1", "gauss_kruger"),
    Contestant("ellipsoidal, geographic grid, 2 threads", "ellipsoidal_2", "geographic"),
    Contestant("GRASS v.to.rast, r.stats -c", "grass"),
    Contestant("exactextract", "exactextract", years=1),
    Contestant("pygeoprocessing", "pygeoprocessing", years=1),
    Contestant("rasterstats", "rasterstats", years=1),
    Contestant("QGIS native:zonalhistogram", "qgis", years=1),
]
ONE_YEAR = [
    Contestant("one year: only decoding, 1 thread", "decode", years=1, of_years=1),
    Contestant("one year: planar, 1 thread", "planar_1", years=1, of_years=1),
    Contestant("one year: planar, 2 threads", "planar_2", years=1, of_years=1),
]
FROM_PIP = ("exactextract", "pygeoprocessing", "rasterstats")


def _whole_process(command: list[str]) -> tuple[float, float, float, int]:
    """Seconds, processor seconds, peak memory in MiB and exit status of a command and its children."""
    begin = perf_counter()
    process = subprocess.Popen(command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "ignore"})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    processor = usage.ru_utime + usage.ru_stime
    return perf_counter() - begin, processor, usage.ru_maxrss * PEAK_UNIT / MEBIBYTE, process.returncode


def table(contestants: list[Contestant]) -> str:
    """What was measured, as a table in Markdown."""
    by_label = {one.label: one for one in contestants}
    base = [by_label["only decoding, 1 thread"], by_label[OURS[0]], by_label[OURS[1]]]
    lines = [
        "| | one year, s | five years, s | processor s | times decoding | times planar, 1 thread "
        "| times planar, 2 threads | peak MiB | cells | version |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for one in contestants:
        if not one.installed:
            lines.append(f"| {one.label} | not installed | | | | | | | | |")
            continue
        cells = [
            one.label,
            f"{np.median(one.one_year):.1f}" if one.one_year else "",
            f"{np.median(one.seconds):.2f}",
            f"{np.median(one.processor):.2f}",
            *(f"{times(one, against):.2f}" for against in base),
            f"{one.peak:.0f}",
            agreement(one, by_label[OURS[0]]),
            one.version,
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def table_of_one_year(contestants: list[Contestant]) -> str:
    """The same for one year: decoding comes first."""
    lines = ["| | one year, s | processor s | times decoding | peak MiB |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.label} | {np.median(one.seconds):.2f} | {np.median(one.processor):.2f} "
        f"| {times(one, contestants[0]):.2f} | {one.peak:.0f} |"
        for one in contestants
    ]
    return "\n".join(lines)


def times(one: Contestant, other: Contestant) -> float:
    """How many times the processor seconds of another."""
    return float(np.median([mine / its for mine, its in zip(one.processor, other.processor)]))


def agreement(one: Contestant, ours: Contestant) -> str:
    """Whether a tool counted the same cells in the years it did."""
    if one.cells is None:
        return ""
    same = ours.cells[: len(one.cells)]
    wrong = int((one.cells != same).sum())
    if not wrong:
        return f"the same {int(same.sum()):,}"
    return f"{abs(one.cells.sum() / same.sum() - 1.0):.1e} apart in all, up to {np.abs(one.cells - same).max():,.0f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--size", type=int, default=10_000, help="cells a side (default: 10000)")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--units", type=int, default=UNITS, help=f"a square number (default: {UNITS})")
    options.add_argument("--vertices", type=int, default=VERTICES, help=f"of a unit, about (default: {VERTICES})")
    options.add_argument("--folder", type=Path, default=HERE.parent / ".cache" / "benchmarks")
    options.add_argument(
        "--peers", default=sys.executable, help="Python that has exactextract, pygeoprocessing, rasterstats"
    )
    options.add_argument("--only", nargs="*", help="tools to run, by the names in class_areas_tools.py")
    given = options.parse_args()
    sizes = given.size, given.units, given.vertices
    place = place_of(given.folder, *sizes)
    # in a process of its own: a child's peak memory never falls below what its parent holds when it is started
    subprocess.run([sys.executable, str(HERE / "class_areas_data.py"), str(given.folder), *map(str, sizes)], check=True)
    needed = {"decode", "planar_1", "planar_2"}
    contestants = [one for one in [*CONTESTANTS, *ONE_YEAR] if not given.only or one.tool in needed | set(given.only)]
    _whole_process(
        [
            sys.executable,
            str(HERE / "class_areas_tools.py"),
            "decode",
            str(place / "albers"),
            "5",
            str(place / "warm_up"),
        ]
    )
    for turn in range(given.rounds):
        for one in contestants:
            print(f"round {turn + 1}: {one.label}", file=sys.stderr)
            one.run(place, given.peers if one.tool in FROM_PIP else sys.executable)
    print(
        f"{given.size:,} x {given.size:,} cells, five years, {given.units:,} units x {given.vertices:,} vertices; "
        f"seed {SEED}; {given.rounds} rounds; "
        f"{os.cpu_count()} processors, {platform.system()}, Python {platform.python_version()}\n"
    )
    print(table([one for one in contestants if one not in ONE_YEAR]))
    print()
    print(table_of_one_year(ONE_YEAR))


if __name__ == "__main__":
    main()
