"""How long Cancel takes: each step on large inputs, cancelled at eight random moments; the longest counts.

    .venv/bin/python benchmarks/cancel.py                           # all cases, some twenty minutes
    .venv/bin/python benchmarks/cancel.py --cases trend areas       # those whose names begin so
    .venv/bin/python benchmarks/cancel.py --list

Every run is one of a QGIS that stays open, as in the window, driven by the means of ``tests/robustness``. A first run
tells how long the step takes (or is stopped after ``--within`` seconds); moments are evenly spread over that time, each
at random in its part, so that every phase of the work is met. From Cancel until the step has returned: seconds by the
clock, and seconds of the processor, which say what a busy machine hides. Goal: 1 s. Nothing may be left behind. Needs
Linux.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path
from statistics import median

from cancel_case import Case
from cancel_rasters import raster_cases
from cancel_tables import table_cases

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "robustness"))
from engine import Engine, is_unexpected  # noqa: E402

GOAL = 1.0


def all_cases(folder: Path, side: int) -> list[Case]:
    """The table: a row a case."""
    return [*raster_cases(folder, side), *table_cases(folder)]


def cancelled(engine: Engine, case: Case, given: dict, after: float) -> tuple[dict, list[str]]:
    """A run cancelled ``after`` seconds, and what it left."""
    with tempfile.TemporaryDirectory() as folder:
        outputs = {key: str(Path(folder, name)) for key, name in case.outputs.items()}
        answer = engine.run(case.algorithm, {**given, **outputs}, after)
        left = sorted(path.name for path in Path(folder).iterdir()) if answer["ending"] != "done" else []
    return answer, left


def measure(case: Case, *, cancels: int, within: float, chance: random.Random) -> None:
    """Print the row of a case."""
    given, engine = case.make(), Engine()
    try:
        cancelled(engine, case, given, 0.5)  # loads libraries
        first, _ = cancelled(engine, case, given, within)
        if is_unexpected(first) or first["ending"] == "refused":
            print(f"{case.name:28} {first['ending']}: {first['text'][-200:]}")
            return
        whole = min(first["seconds"], within)
        clock, processor, moments, remarks = [], [], [], []
        for number in range(cancels):
            moment = whole * (number + chance.random()) / cancels
            answer, left = cancelled(engine, case, given, moment)
            if left or is_unexpected(answer):
                remarks.append(f"{answer['ending']} at {moment:.1f} s left {left}")
            if answer["cancel_seconds"] is not None:
                clock.append(answer["cancel_seconds"])
                processor.append(answer["cancel_cpu_seconds"] or 0.0)
                moments.append(moment)
    finally:
        engine.close()
    if not clock:
        print(f"{case.name:28} was done before every Cancel ({whole:.1f} s)")
        return
    worst, goal = moments[clock.index(max(clock))], "met" if min(max(clock), max(processor)) <= GOAL else "missed"
    over = "over " if first["ending"] == "stopped" else ""
    print(
        f"{case.name:28} {over + format(whole, '.0f'):>9} {len(clock):>7} {max(processor):>11.2f} {max(clock):>9.2f} "
        f"{median(clock):>9.2f} {worst:>9.1f}  {goal}  {'; '.join(remarks)}".rstrip(),
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", nargs="*", default=[], help="names, or how they begin; all without")
    parser.add_argument("--cancels", type=int, default=8)
    parser.add_argument("--within", type=float, default=20.0, help="seconds; longer runs are cancelled within these")
    parser.add_argument("--side", type=int, default=40_000, help="cells along a side of the rasters")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "large", help="where inputs are kept")
    parser.add_argument("--list", action="store_true", help="only name the cases")
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    cases = all_cases(given.cache, given.side)
    chosen = [one for one in cases if not given.cases or any(one.name.startswith(name) for name in given.cases)]
    if given.list:
        print("\n".join(f"{case.name:28} {case.algorithm}" for case in cases))
        return
    heads = zip(("whole s", "cancels", "longest CPU", "longest s", "median s", "at s"), (9, 7, 11, 9, 9, 9))
    print(f"{'case':28}", *(f"{head:>{width}}" for head, width in heads), " goal")
    for case in chosen:
        measure(case, cancels=given.cancels, within=given.within, chance=random.Random(given.seed))


if __name__ == "__main__":
    main()
