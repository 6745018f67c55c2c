"""Land change: this code beside what only reading the rasters costs, numpy's crosstab and GRASS r.stats.

Three lands: that of class_areas.py at ten dates, which is ragged as real land cover is; smoother patches; real land
cover repeated, where the data are. Squares of cells as units. Counts are compared to the cell, over the whole and by
unit. Each contestant is a process of its own, and takes turns with the others. Seconds are processor seconds of its
work, all threads and children, medians over the rounds; ratios are medians of ratios within a round; memory is the
largest of a run. Without GRASS its lines say so. Needs Linux or macOS.

    python benchmarks/transitions.py --size 10000 --rounds 3
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from class_areas_data import SEED
from transitions_data import LANDS, is_here, make, paths_of, run_length
from transitions_tools import CONTESTANTS, GOALS, NEEDED

HERE = Path(__file__).resolve().parent
PEAK_UNIT = 1 if sys.platform == "darwin" else 1 << 10  # of ru_maxrss, bytes
MEBIBYTE = 1 << 20


def run_one(name: str, paths: list[str]) -> dict:
    """One contestant in a process of its own: processor seconds, peak in MiB, answer."""
    command = [sys.executable, __file__, "--run", name, *paths]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(answer.splitlines()[-1])


def measured(name: str, paths: list[str]) -> dict:
    """Run a contestant here: what it answers, and what it took."""
    work = CONTESTANTS[name](paths)  # what it imports is not its work
    before, began = _processor(), perf_counter()
    answer = work()
    seconds, elapsed = _processor() - before, perf_counter() - began
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {"seconds": seconds, "elapsed": elapsed, "peak": max(peaks) * PEAK_UNIT / MEBIBYTE, "answer": answer}


def _processor() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Run the contestants in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=10_000, help="cells a side")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=Path, help="folder to make the rasters in, or to take them from")
    parser.add_argument("--land", nargs="*", default=LANDS, choices=LANDS)
    parser.add_argument("--only", nargs="*", default=[], help="contestants to run beside decoding")
    parser.add_argument("--run")
    parser.add_argument("--make")
    parser.add_argument("paths", nargs="*")
    given = parser.parse_args()
    if given.run:
        print(json.dumps(measured(given.run, given.paths)))
    elif given.make:
        make(Path(given.paths[0]), given.size, given.make)
    else:
        for land in given.land:
            compare(given, land)


def compare(given: argparse.Namespace, land: str) -> None:
    """All contestants on a land, ``given.rounds`` times, and their table."""
    if not is_here(land):
        print(f"{land}: skipped, the data are not here (set CARBON_ZONING_DATA to their folder)\n")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = (given.data or Path(scratch)) / f"{land}_{given.size}"
        if not (folder / "units.gpkg").exists():  # in a process of its own, whose memory no contestant inherits
            folder.mkdir(parents=True, exist_ok=True)
            command = [sys.executable, __file__, "--size", str(given.size), "--make", land, str(folder)]
            subprocess.run(command, check=True)
        paths = paths_of(folder)
        runs = run_length(paths[0])
        dates = len(paths) - 1
        names = [name for name in CONTESTANTS if not given.only or name in given.only or "decoding" in name]
        names = [name for name in names if dates >= NEEDED.get(name, 2)]
        has_grass = shutil.which("grass") is not None
        results = {name: [] for name in names if has_grass or "GRASS" not in name}
        for _ in range(given.rounds):
            for name, found in results.items():
                found.append(run_one(name, paths))
    print(f"{land}, runs of {runs:.1f} cells: {given.size} x {given.size} cells, seed {SEED}, {given.rounds} rounds")
    print(f"{'':46} processor    elapsed      peak")
    for name, found in results.items():
        seconds, peak = median(one["seconds"] for one in found), max(one["peak"] for one in found)
        elapsed = median(one["elapsed"] for one in found)
        print(f"{name:46} {seconds:8.2f} s {elapsed:8.2f} s {peak:8.0f} MiB  {_same(name, results)}")
    if not has_grass:
        print("GRASS is not installed here: nothing is compared with it.")
    for text, slower, faster, bound, most in GOALS:
        if results.get(slower) and results.get(faster):
            pairs = zip(results[slower], results[faster])
            ratio = median(one["seconds"] / other["seconds"] for one, other in pairs)
            met = ratio <= bound if most else ratio >= bound
            print(f"{text}: {ratio:.2f} ({'at most' if most else 'at least'} {bound:g}) {'yes' if met else 'NO'}")
    print()


def _same(name: str, results: dict) -> str:
    """Whether the counts are those of who counts the same."""
    answer = results[name][0]["answer"]
    if not isinstance(answer, dict) or "of" not in answer:
        return "" if answer is None else str(answer)
    others = [
        found[0]["answer"]
        for other, found in results.items()
        if other != name and isinstance(found[0]["answer"], dict) and found[0]["answer"].get("of") == answer["of"]
    ]
    if not others:
        return "nothing to compare"
    return "same counts" if all(other["counts"] == answer["counts"] for other in others) else "OTHER COUNTS"


if __name__ == "__main__":
    main()
