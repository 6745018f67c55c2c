"""Natural breaks in five classes, beside jenkspy, mapclassify and QGIS, and beside sorting the values.

Tools take turns in every round; times are medians, ratios are medians over rounds of the same round. "error" is a
tool's within-class sum of squares over ours: 1 is the optimum, more is worse. A tool that takes n squared steps is
left out beyond its largest number of values.

    python benchmarks/natural_breaks.py
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from carbon_plugin.core.statistics.class_breaks import sample_of
from carbon_plugin.core.statistics.classification import describe
from carbon_plugin.core.statistics.natural_breaks import natural_breaks

SEED = 20250101
CLASSES = 5
COUNTS = [81, 3_000, 20_000, 100_000, 1_000_000]
SLOWEST = 2.0  # seconds a round; a slower tool runs once
Method = Callable[[np.ndarray], object]  # gives the upper bounds


def two_humps(count: int) -> np.ndarray:
    """Continuous values."""
    random = np.random.default_rng(SEED + count)
    return np.concatenate((random.gamma(2, 2, count // 2), random.normal(12, 2, count - count // 2)))


def scores(count: int) -> np.ndarray:
    """Whole numbers from 0 to 100."""
    return np.random.default_rng(SEED + count).integers(0, 101, count).astype(float)


def by_jenkspy() -> tuple[Method, str]:
    """Compiled, all values."""
    import jenkspy

    return lambda values: jenkspy.jenks_breaks(values, n_classes=CLASSES)[1:], getattr(jenkspy, "__version__", "")


def by_mapclassify() -> tuple[Method, str]:
    """Fisher-Jenks, compiled by numba or not at all."""
    import mapclassify
    import numba

    mapclassify.FisherJenks(two_humps(81), CLASSES)  # compiles
    version = f"{mapclassify.__version__} with numba {numba.__version__}"
    return lambda values: mapclassify.FisherJenks(values, CLASSES).bins, version


def by_qgis() -> tuple[Method, str]:
    """QGIS's natural breaks, which sample where there are many values."""
    from qgis.core import Qgis, QgsClassificationJenks

    jenks = QgsClassificationJenks()
    return lambda values: [found.upperBound() for found in jenks.classes(values.tolist(), CLASSES)], Qgis.QGIS_VERSION


PEERS = {"jenkspy": (by_jenkspy, 20_000), "mapclassify": (by_mapclassify, 20_000), "QGIS": (by_qgis, 100_000)}


def installed() -> dict[str, tuple[Method, int]]:
    """The peers that are here, with their largest number of values; prints their versions."""
    methods = {}
    for name, (load, most) in PEERS.items():
        try:
            method, version = load()
            methods[name] = (method, most)
        except ImportError as error:
            version = f"not installed ({error.name})"
        print(f"{name}: {version}")
    return methods


def in_turns(
    tools: dict[str, Method], values: np.ndarray, rounds: int
) -> tuple[dict[str, list[float]], dict[str, object]]:
    """Seconds of every tool in every round, after a warm-up, and the bounds it found."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    found: dict[str, object] = {}
    for turn in range(-1, rounds):
        for name, method in tools.items():
            if turn > 0 and times[name][0] > SLOWEST:
                continue
            begin = perf_counter()
            found[name] = method(values)
            if turn >= 0:
                times[name].append(perf_counter() - begin)
    return times, found


def ratio(slow: list[float], fast: list[float]) -> float:
    """The median over the rounds that both took part in."""
    return float(np.median([first / second for first, second in zip(slow, fast)]))


def compare(kind: str, values: np.ndarray, peers: dict[str, tuple[Method, int]], rounds: int) -> None:
    """One row of the table."""
    tools: dict[str, Method] = {"sort": np.sort, "ours": lambda data: natural_breaks(data, CLASSES).upper_bounds}
    tools |= {name: method for name, (method, most) in peers.items() if len(values) <= most}
    times, found = in_turns(tools, values, rounds)
    sample = sample_of(values, CLASSES)
    best = natural_breaks(values, CLASSES).within
    cells = [f"{len(values):>9,}", f"{kind:>10}", f"{np.median(times['ours']) * 1e3:9.2f}"]
    cells.append(f"{ratio(times['ours'], times['sort']):7.1f}")
    for name in PEERS:
        if name not in peers:
            cells.append(f"{'not installed':>18}")
        elif name not in tools:
            cells.append(f"{'-':>18}")
        else:
            error = describe(sample, np.asarray(found[name], dtype=float), CLASSES).within / best
            cells.append(f"{ratio(times[name], times['ours']):8.1f} {error:9.6f}")
    print(" | ".join(cells), flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    version = sys.version.split()[0]
    print(f"Python {version}, numpy {np.__version__}, seed {SEED}, {options.rounds} rounds, one thread")
    peers = installed()
    titles = [f"{name} x, error" for name in PEERS]
    print(
        " | ".join(
            [f"{'n':>9}", f"{'values':>10}", f"{'ours, ms':>9}", "x sort", *(f"{title:>18}" for title in titles)]
        )
    )
    for count in COUNTS:
        compare("continuous", two_humps(count), peers, rate_base=options.rounds)
        if count in (3_000, 1_000_000):
            compare("integer", scores(count), peers, rate_base=options.rounds)


if __name__ == "__main__":
    main()
