"""Peak memory of `qgis_process` over its own start, while class areas and trends are read from rasters of any shape.

    .venv/bin/python benchmarks/raster_memory.py                       # all cases
    .venv/bin/python benchmarks/raster_memory.py --cases "trend, tall" "areas, sparse"
    .venv/bin/python benchmarks/raster_memory.py --size 20000 5000 --years 25 --units 3000 --corners 8192 --steps areas

Each case is a process of its own, as a user starts it on the command line; the start is that of `qgis_process list` in
the same run. Rasters are small files that name the same blocks over and over (`large_rasters.py`), which QGIS has not
seen before; of a sparse one only two corners of some hundred blocks are there. Goal: 320 MiB above the start, whatever
the raster's height, width and years, up to 3,000 units of 8,193 corners. Needs Linux.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from large_rasters import series
from large_units import units
from start_up import _command

ROOT = Path(__file__).resolve().parents[1]
BOUND = 320
AREAS, TREND = "areas", "trend"


@dataclass(frozen=True)
class Shape:
    """A case: the step, cells across and down, years, the units; ``strips``: rows of a strip, 0 for tiles.

    ``dense``: rows and columns of blocks that are there, all if None; ``bound``: MiB above the start.
    """

    name: str
    step: str
    width: int
    height: int
    years: int
    units: int = 81
    corners: int = 400
    strips: int = 0
    dense: tuple[int, int] | None = None
    bound: int = BOUND


CASES = (
    Shape("areas, 25 years", AREAS, 10_000, 10_000, 25),
    Shape("areas, 3,000 units", AREAS, 10_000, 10_000, 25, 3_000, 8_192),
    Shape("areas, 131,073 corners", AREAS, 10_000, 10_000, 5, 81, 131_072, bound=600),
    Shape("areas, tall", AREAS, 2_000, 200_000, 25),
    Shape("areas, wide", AREAS, 200_000, 2_000, 25),
    Shape("areas, wide strips of 1 row", AREAS, 200_000, 2_000, 5, strips=1),
    Shape("areas, wide strips of 64 rows", AREAS, 200_000, 2_048, 5, strips=64),
    Shape("areas, sparse", AREAS, 200_000, 200_000, 5, dense=(10, 10)),
    Shape("areas, sparse, 25 years", AREAS, 200_000, 200_000, 25, dense=(10, 10)),
    Shape("trend, 25 years", TREND, 2_000, 2_000, 25),
    Shape("trend, tall", TREND, 2_000, 200_000, 25, dense=(4, 8)),
    Shape("trend, tall and full", TREND, 2_000, 50_000, 5),
    Shape("trend, wide", TREND, 200_000, 2_000, 25, dense=(8, 4)),
    Shape("trend, wide and full", TREND, 50_000, 2_000, 5),
    Shape("trend, wide strips of 1 row", TREND, 200_000, 200, 5, strips=1),
    Shape("trend, wide strips of 64 rows", TREND, 200_000, 256, 5, strips=64),
    Shape("trend, sparse", TREND, 200_000, 200_000, 5, dense=(4, 4)),
    Shape("trend, sparse, 25 years", TREND, 200_000, 200_000, 25, dense=(4, 4)),
)


def arguments(shape: Shape, cache: Path, out: Path) -> list[str]:
    """What follows the name of the step on the command line."""
    rasters = series(cache, shape.width, shape.height, shape.years, strips=shape.strips, keep=shape.dense)
    for path in rasters:
        Path(f"{path}.aux.xml").unlink(missing_ok=True)  # what QGIS has written of the values that it met
    if shape.step == TREND:
        outputs = [f"{name}={out / name.lower()}.tif" for name in ("SLOPE", "Z", "P", "TREND")]
        return [*(f"LAYERS={path}" for path in rasters), *outputs]
    outlines = units(cache, shape.width, shape.height, shape.units, corners=shape.corners)
    return [
        f"UNITS={outlines}", "UNITS_ID_FIELD=unit", "LEGEND=0", *(f"LAND_COVER={path}" for path in rasters),
        f"OUTPUT={out / 'areas.gpkg'}",
    ]  # fmt: skip


def peak(command: list[str], environment: dict[str, str], limit: float = 60.0) -> tuple[float, float, float, bool]:
    """Peak memory in MiB, seconds of the processor and by the clock of a process; True if it ended within ``limit``."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        timer = Timer(limit, process.terminate)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        if process.returncode > 0:
            raise RuntimeError(printed.read()[-1500:])
    return used.ru_maxrss / 1024, used.ru_utime + used.ru_stime, seconds, not process.returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", nargs="*", default=[], help="names, or how they begin; all without")
    parser.add_argument("--size", type=int, nargs=2, metavar=("WIDTH", "HEIGHT"), help="a case of your own")
    parser.add_argument("--years", type=int, default=25)
    parser.add_argument("--units", type=int, default=81)
    parser.add_argument("--corners", type=int, default=400, help="of a unit")
    parser.add_argument("--strips", type=int, default=0, help="rows of a strip; tiles without")
    parser.add_argument("--limit", type=float, default=300.0, help="seconds after which a case is stopped")
    parser.add_argument("--steps", nargs="*", default=[AREAS, TREND], choices=(AREAS, TREND))
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "large", help="where inputs are kept")
    given = parser.parse_args()
    given.cache.mkdir(parents=True, exist_ok=True)
    shapes = [one for one in CASES if not given.cases or any(one.name.startswith(name) for name in given.cases)]
    if given.size:
        own = {"years": given.years, "units": given.units, "corners": given.corners, "strips": given.strips}
        shapes = [Shape(f"{step}, as asked", step, *given.size, **own) for step in given.steps]
    with tempfile.TemporaryDirectory() as folder:
        command, environment = _command(Path(folder) / "with", True)
        start, *_ = peak(command, environment)
        print(f"start of qgis_process: {start:.0f} MiB; rasters as QGIS sees them for the first time")
        heads = zip(("cells", "years", "units", "peak MiB", "above", "bound", "CPU s", "s"), (16, 5, 5, 8, 6, 6, 7, 7))
        print(f"{'case':30}", *(f"{head:>{width}}" for head, width in heads), "")
        for number, shape in enumerate(shapes):
            out = Path(folder) / str(number)
            out.mkdir()
            run = [command[0], "run", f"carbonzoning:{STEPS[shape.step]}", "--", *arguments(shape, given.cache, out)]
            try:
                found, processor, seconds, is_done = peak(run, environment, given.limit)
            except RuntimeError as error:
                print(f"{shape.name:30} failed: {error}")
                continue
            above = found - start
            of_units = shape.units if shape.step == AREAS else "-"
            print(
                f"{shape.name:30} {f'{shape.width:,}x{shape.height:,}':>16} {shape.years:>5} {of_units:>5} "
                f"{found:>8.0f} {above:>6.0f} {shape.bound:>6} {processor:>7.1f} {seconds:>7.1f}  "
                f"{'met' if above <= shape.bound else 'missed'}{'' if is_done else ', stopped'}",
                flush=True,
            )


STEPS = {AREAS: "landuseareas", TREND: "rastertrendtest"}

if __name__ == "__main__":
    main()
