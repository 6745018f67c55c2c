"""Theil-Sen and Mann-Kendall of many series, beside pymannkendall, scipy and the limit.

The limit is what any method pays that takes the median of all pair slopes: ``np.partition`` of slopes that lie ready.
Tools take turns in every round; ratios are medians over rounds. The slow tools run on a sample of the series and are
quoted a series.

    python benchmarks/trend_series.py            all but a million series
    python benchmarks/trend_series.py --million  a million series too
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np
import pymannkendall
import scipy
from scipy.stats import kendalltau, theilslopes

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from carbon_plugin.core.trend.series import series_trends

SEED = 20250101
CASES = [(21, 81), (21, 10_000), (5, 81), (5, 10_000)]
MILLION = [(21, 1_000_000), (5, 1_000_000)]
SAMPLE = 200  # series that a slow tool gets in a round
LIMIT_SAMPLE = 10_000
GAP_SHARE = 0.1
Tool = Callable[[], None]


def random_series(count: int, length: int) -> np.ndarray:
    """A random walk, noise and a trend, (count, length)."""
    random = np.random.default_rng(SEED)
    walk = 0.3 * np.cumsum(random.normal(0, 0.5, (count, length)), axis=1)
    return walk + random.normal(size=(count, length)) + random.normal(0, 0.1, (count, 1)) * np.arange(length)


def with_gaps(values: np.ndarray) -> np.ndarray:
    """The series with a tenth of their values missing, each in its own places."""
    return np.where(np.random.default_rng(SEED + 1).random(values.shape) < GAP_SHARE, np.nan, values)


def limit(values: np.ndarray) -> Tool:
    """The median of pair slopes that lie ready, 1,000 series at a time."""
    early, late = np.triu_indices(values.shape[1], 1)
    slopes = (values[:, late] - values[:, early]) / (late - early)
    middle = sorted({(slopes.shape[1] - 1) // 2, slopes.shape[1] // 2})

    def run() -> None:
        for start in range(0, len(slopes), 1_000):
            np.partition(slopes[start : start + 1_000], middle, axis=1)

    return run


def ours(values: np.ndarray, method: str = "original") -> Tool:
    """This plugin, by the plain test or ``ar1``."""
    years = np.arange(2000, 2000 + values.shape[1])
    return lambda: series_trends(values, years, method=method)


def pymannkendall_loop(values: np.ndarray) -> Tool:
    """One call a series."""
    return lambda: [pymannkendall.original_test(series) for series in values]


def scipy_loop(values: np.ndarray) -> Tool:
    """Two calls a series, on the values present."""
    years = np.arange(values.shape[1])
    present = [(series[np.isfinite(series)], years[np.isfinite(series)]) for series in values]
    return lambda: [(theilslopes(*known), kendalltau(known[1], known[0])) for known in present]


def measure(tools: dict[str, tuple[Tool, int]], rounds: int) -> dict[str, np.ndarray]:
    """Microseconds a series of every tool in every round, after a warm-up."""
    for run, _ in tools.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in tools}
    for _ in range(rounds):
        for name, (run, count) in tools.items():
            begin = perf_counter()
            run()
            times[name].append((perf_counter() - begin) / count * 1e6)
    return {name: np.array(seconds) for name, seconds in times.items()}


def compare(length: int, count: int, rounds: int, peers: bool) -> None:
    """One row of the table without and one with gaps."""
    values = random_series(count, length)
    gappy = with_gaps(values)
    known = np.isfinite(gappy).sum(axis=1) >= 3  # pymannkendall divides by zero below
    sample, gappy_sample = values[:SAMPLE], gappy[known][:SAMPLE]
    ready = values[:LIMIT_SAMPLE]
    tools = {"limit": (limit(ready), len(ready)), "ours": (ours(values), count), "gaps": (ours(gappy), count)}
    tools |= {"ar1": (ours(values, "ar1"), count), "ar1, gaps": (ours(gappy, "ar1"), count)}
    if peers:
        tools |= {
            "pymannkendall": (pymannkendall_loop(sample), len(sample)),
            "pymannkendall, gaps": (pymannkendall_loop(gappy_sample), len(gappy_sample)),
            "scipy": (scipy_loop(sample), len(sample)),
            "scipy, gaps": (scipy_loop(gappy_sample), len(gappy_sample)),
        }
    times = measure(tools, rounds)
    for title, mine, corrected, suffix in (("no", "ours", "ar1", ""), ("10 %", "gaps", "ar1, gaps", ", gaps")):
        cells = [f"{length:>3}", f"{count:>9,}", f"{title:>5}", f"{np.median(times[mine]):8.2f}"]
        cells.append(f"{np.median(times[mine] / times['limit']):6.2f}")
        cells.append(f"{np.median(times[corrected] / times['limit']):6.2f}")
        for peer in ("pymannkendall", "scipy"):
            ratio = np.median(times[peer + suffix] / times[mine]) if peers else np.nan
            cells.append(f"{ratio:13.0f}" if peers else f"{'-':>13}")
        print(" | ".join(cells), flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--million", action="store_true")
    options = parser.parse_args()
    print(
        f"Python {sys.version.split()[0]}, numpy {np.__version__}, scipy {scipy.__version__}, "
        f"pymannkendall {getattr(pymannkendall, '__version__', '?')}, seed {SEED}, {options.rounds} rounds, one thread"
    )
    print("  T |         N |  gaps | us/series | x limit | ar1 | pymannkendall |  scipy loops   (times ours)")
    for length, count in CASES:
        compare(length, count, options.rounds, peers=True)
    if options.million:
        for length, count in MILLION:
            compare(length, count, max(3, options.rounds // 2), peers=False)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
