"""Land change: this code beside what only reading the rasters costs, numpy's crosstab and GRASS r.stats.

The rasters of class_areas.py at ten dates, squares of cells as units. Counts are compared to the cell, over the whole
and by unit. Each contestant is a process of its own, and takes turns with the others. Seconds are processor seconds of
its work, all threads and children, medians over the rounds; ratios are medians of ratios within a round; memory is the
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
from transitions_data import DATES, make
from transitions_tools import CONTESTANTS, GOALS

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
    parser.add_argument("--only", nargs="*", default=[], help="contestants to run beside decoding")
    parser.add_argument("--run")
    parser.add_argument("--make", type=int)
    parser.add_argument("paths", nargs="*")
    given = parser.parse_args()
    if given.run:
        print(json.dumps(measured(given.run, given.paths)))
    elif given.make:
        make(Path(given.paths[0]), given.make)
    else:
        compare(given)


def compare(given: argparse.Namespace) -> None:
    """All contestants, ``given.rounds`` times, and their table."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.data or Path(scratch)
        if not (folder / "units.gpkg").exists():  # in a process of its own, whose memory no contestant inherits
            folder.mkdir(exist_ok=True)
            subprocess.run([sys.executable, __file__, "--make", str(given.size), str(folder)], check=True)
        paths = [f"{folder}/lc_{year}.tif" for year in DATES] + [f"{folder}/units.gpkg"]
        names = [name for name in CONTESTANTS if not given.only or name in given.only or "decoding" in name]
        has_grass = shutil.which("grass") is not None
        results = {name: [] for name in names if has_grass or "GRASS" not in name}
        for _ in range(given.rounds):
            for name, found in results.items():
                found.append(run_one(name, paths))
    print(f"{given.size} x {given.size} cells, seed {SEED}, {given.rounds} rounds")
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
