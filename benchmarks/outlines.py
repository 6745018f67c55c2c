"""Who borders on whom among outlines of many corners: time, pairs, and how soon Cancel is heard.

    .venv/bin/python benchmarks/outlines.py [--side 9] [--corners 8193 131073] [--base FOLDER]

A square of units whose wavy sides their neighbours share. Prints seconds of the processor, the pairs beside those that
the square must have, and the seconds of the clock between asking a run to stop half-way and its end. ``--base`` lets
another checkout do the same, up to 8,193 corners.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SIZE, WAVE = 12_000.0, 0.05  # metres; of a side
MOST_OF_BASE = 8_193


class Stopwatch:
    """A run's progress that is told to stop after ``seconds``."""

    def __init__(self, seconds: float):
        self.until = time.perf_counter() + seconds

    def cancelled(self) -> bool:
        """True once the time is over."""
        return time.perf_counter() > self.until

    def report(self, fraction: float) -> None:
        """Nobody looks."""


def main() -> None:
    """Measure every size and print one table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--side", type=int, default=9)
    parser.add_argument("--corners", type=int, nargs="+", default=[8_193, 131_073])
    parser.add_argument("--base", type=Path, help="another checkout")
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.once:
        _measure(given.side, given.corners[0], given.base or ROOT)
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    units, expected = given.side**2, 2 * given.side * (given.side - 1) + 2 * (given.side - 1) ** 2
    print(f"{units} units, of which {expected} pairs meet")
    print(f"  {'corners of a unit':>18}{'':>12}{'processor, s':>14}{'pairs':>8}{'Cancel, s':>11}")
    for corners in given.corners:
        for name, checkout in (("this code", None), ("base", given.base)):
            if name == "base" and (checkout is None or corners > MOST_OF_BASE):
                continue
            command = [sys.executable, __file__, "--once", f"--side={given.side}", f"--corners={corners}"]
            command += [f"--base={checkout}"] if checkout else []
            seconds, pairs, cancel = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            print(f"  {corners:>18,}{name:>12}{float(seconds):>14.2f}{pairs:>8}{cancel:>11}")


def _measure(side: int, corners: int, checkout: Path) -> None:
    sys.path.insert(0, str(checkout))
    from qgis.core import QgsApplication

    from carbon_plugin.bridge.outlines import neighbours_of

    application = QgsApplication([], False)
    application.initQgis()
    geometries = _units(side, corners)
    begun = time.process_time()
    pairs = neighbours_of(geometries)
    seconds = time.process_time() - begun
    print(f"{seconds:.3f} {len(pairs)} {_cancel(neighbours_of, geometries, seconds)}")
    del application


def _cancel(neighbours_of, geometries: list, seconds: float) -> str:
    """How long a run goes on after it was stopped half-way; '-' where it cannot be."""
    if _cannot_stop(neighbours_of):
        return "-"
    from carbon_plugin.core.progress import Cancelled

    progress = Stopwatch(seconds / 2)
    try:
        neighbours_of(geometries, progress)
    except Cancelled:
        return f"{time.perf_counter() - progress.until:.3f}"
    return "unheard"


def _cannot_stop(function) -> bool:
    """True where the function cannot be told to stop."""
    return function.__code__.co_argcount + function.__code__.co_kwonlyargcount < 2


def _units(side: int, corners: int) -> list:
    """Squares whose sides are waves that neighbours share."""
    from qgis.core import QgsGeometry, QgsLineString, QgsPolygon

    along = np.arange(corners // 4) / (corners // 4)
    wave = WAVE * SIZE * np.sin(6 * np.pi * along) + 0.002 * SIZE * np.sin(200 * np.pi * along)
    found = []
    for number in range(side * side):
        row, column = divmod(number, side)
        x, y = column * SIZE, -row * SIZE
        xs = [x + SIZE * along, x + SIZE + wave, x + SIZE * (1 - along), x - wave]
        ys = [y + wave, y - SIZE * along, y - SIZE - wave, y - SIZE * (1 - along)]
        ring = np.column_stack([np.concatenate(xs), np.concatenate(ys)])
        ring = np.vstack([ring, ring[:1]])
        found.append(QgsGeometry(QgsPolygon(QgsLineString(ring[:, 0].tolist(), ring[:, 1].tolist()))))
    return found


if __name__ == "__main__":
    main()
