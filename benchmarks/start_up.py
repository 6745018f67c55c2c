"""What the plugin adds to the start of QGIS: `qgis_process list` with and without it, in turns.

    .venv/bin/python benchmarks/start_up.py [ROUNDS]

Goal: under 0.05 s of the processor. Prints medians of the processor's seconds and of the clock's, and the difference
within a round; which of the two goes first alternates from round to round.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOAL = 0.05


def main() -> None:
    """Time the two in turns and print one table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        commands = {name: _command(Path(folder) / name, name == "with") for name in ("with", "without")}
        for command in commands.values():
            _seconds(*command)  # a warm-up, which also fills caches
        found = {name: [] for name in commands}
        for number in range(rounds):
            for name in sorted(commands, reverse=number % 2 == 0):
                found[name].append(_seconds(*commands[name]))
    print(f"{rounds} rounds of `qgis_process list`, medians; goal: under {GOAL} s of the processor added")
    print(f"  {'':22}{'processor, s':>14}{'clock, s':>10}")
    for name, seconds in found.items():
        processor, clock = (statistics.median(one[what] for one in seconds) for what in (0, 1))
        print(f"  {name + ' the plugin':22}{processor:>14.3f}{clock:>10.3f}")
    pairs = list(zip(found["with"], found["without"]))
    added = [statistics.median(a[what] - b[what] for a, b in pairs) for what in (0, 1)]
    print(f"  {'added by the plugin':22}{added[0]:>14.3f}{added[1]:>10.3f}   (median of the differences in a round)")


def _command(cache: Path, enabled: bool) -> tuple[list[str], dict[str, str]]:
    """`qgis_process list` in a profile of its own, the plugin enabled or not."""
    environment = {**os.environ, "CARBON_ZONING_CACHE": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's QGIS keeps compiled modules
    script = str(ROOT / "scripts" / "qgis-process")
    subprocess.run([script, "list"], env=environment, capture_output=True, check=True)
    if not enabled:
        disable = [script, "plugins", "disable", "carbon_zoning"]
        subprocess.run(disable, env=environment, capture_output=True, check=True)
    return _direct(environment), environment


def _direct(environment: dict[str, str]) -> list[str]:
    """The binary that scripts/qgis-process calls, so that the shell around it is not timed."""
    import shutil

    environment["QT_QPA_PLATFORM"] = "offscreen"
    cache = Path(environment["CARBON_ZONING_CACHE"])
    environment["QGIS_PLUGINPATH"] = str(next(cache.rglob("plugins")))
    environment["QGIS_CUSTOM_CONFIG_PATH"] = str(next(path.parent for path in cache.rglob("profiles")))
    return [shutil.which("qgis_process.bin") or shutil.which("qgis_process"), "list"]


def _seconds(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """What one process takes of the processor, its children included, and of the clock."""
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, time.perf_counter() - begun


if __name__ == "__main__":
    main()
