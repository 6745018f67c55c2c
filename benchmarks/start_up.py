"""What the plugin adds to the start of QGIS: `qgis_process list` with and without it, in turns.

    .venv/bin/python benchmarks/start_up.py [ROUNDS]

Goal: under 0.05 s. Prints medians, the difference, and what the provider's own loading takes inside one process.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Time the two in turns and print one table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        commands = {name: _command(Path(folder) / name, name == "with") for name in ("with", "without")}
        for command in commands.values():
            _seconds(*command)  # a warm-up, which also fills caches
        times = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                times[name].append(_seconds(*command))
    added = statistics.median(a - b for a, b in zip(times["with"], times["without"]))
    print(f"{rounds} rounds of `qgis_process list`, medians")
    for name, seconds in times.items():
        print(f"  {name:8} the plugin  {statistics.median(seconds):.3f} s  ({min(seconds):.3f} to {max(seconds):.3f})")
    print(f"  added by the plugin   {added:.3f} s (median of the differences in a round)")


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


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
