"""How often each trend test marks a trend where there is none, and how often it finds one that is there.

Series of a first-order autoregression about a level, or about a line, tested with every METHOD of ``trendtest``; a
false mark is |Z| > 1.66, which is 9.7 % where a test holds its level. The tests that pymannkendall runs in a loop get
fewer series.

    python benchmarks/trend_level.py                       the whole table, a few minutes
    python benchmarks/trend_level.py --series 4000 --loop-series 200
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from carbon_plugin.core.options import TREND_METHODS
from carbon_plugin.core.statistics.mann_kendall import p_value
from carbon_plugin.core.statistics.serial_correlation import MODIFIED_TESTS, modified_test
from carbon_plugin.core.trend.series import series_trends
from carbon_plugin.core.trend.trend_classes import DEFAULT_THRESHOLD

SEED = 20250101
LENGTHS = (15, 21, 30)
MEMORIES = (0.0, 0.3, 0.5, 0.7)  # lag-1 autocorrelation of the series
SERIES, LOOP_SERIES = 40_000, 1_500
POWER_LENGTH, POWER_MEMORIES, POWER_SLOPE, POWER_THRESHOLD = 21, (0.0, 0.3), 0.12, 1.96  # slope in sd a year


def autoregressive_series(count: int, length: int, memory: float, slope: float = 0.0) -> np.ndarray:
    """Stationary series of variance 1 (count, length) that keep a share ``memory`` of last year's value, on a line.

    The same in every call with the same numbers, and whichever method asks.
    """
    random = np.random.default_rng([SEED, length, round(1000 * memory)])
    values = random.normal(size=(count, length))
    for year in range(1, length):
        values[:, year] = memory * values[:, year - 1] + np.sqrt(1 - memory**2) * values[:, year]
    return values + slope * np.arange(length)


def z_of(values: np.ndarray, method: str) -> np.ndarray:
    """Z of every series by one of the tests."""
    if method in MODIFIED_TESTS:
        return modified_test(values, method)[0]
    return series_trends(values, np.arange(values.shape[1]), method=method).z


def marked_percent(values: np.ndarray, method: str, threshold: float = DEFAULT_THRESHOLD) -> float:
    """Share of series with a |Z| beyond the threshold, in %."""
    return 100.0 * float(np.mean(np.abs(z_of(values, method)) > threshold))


def count_of(method: str, options: argparse.Namespace) -> int:
    """How many series a method gets."""
    return options.loop_series if method in MODIFIED_TESTS else options.series


def level_rows(options: argparse.Namespace) -> Iterator[str]:
    """The table of false marks, a row a method and length."""
    yield "| method | n | " + " | ".join(f"r {memory:g}" for memory in MEMORIES) + " | series |"
    yield "|---" * (len(MEMORIES) + 3) + "|"
    for method in TREND_METHODS:
        count = count_of(method, options)
        for length in LENGTHS:
            cells = [marked_percent(autoregressive_series(count, length, memory), method) for memory in MEMORIES]
            yield f"| `{method}` | {length} | " + " | ".join(f"{cell:.1f}" for cell in cells) + f" | {count:,} |"


def power_rows(options: argparse.Namespace) -> Iterator[str]:
    """The table of trends that are found."""
    yield "| method | " + " | ".join(f"r {memory:g}" for memory in POWER_MEMORIES) + " | series |"
    yield "|---" * (len(POWER_MEMORIES) + 2) + "|"
    for method in TREND_METHODS:
        count = count_of(method, options)
        series = [autoregressive_series(count, POWER_LENGTH, memory, POWER_SLOPE) for memory in POWER_MEMORIES]
        cells = [marked_percent(values, method, POWER_THRESHOLD) for values in series]
        yield f"| `{method}` | " + " | ".join(f"{cell:.0f}" for cell in cells) + f" | {count:,} |"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--series", type=int, default=SERIES)
    parser.add_argument("--loop-series", type=int, default=LOOP_SERIES, help="for the tests of pymannkendall")
    options = parser.parse_args()
    nominal = 100 * float(p_value(np.array(DEFAULT_THRESHOLD)))
    print(f"False marks in %, series without a trend, |Z| > {DEFAULT_THRESHOLD} (nominal {nominal:.1f}); seed {SEED}\n")
    for row in level_rows(options):
        print(row, flush=True)
    print(
        f"\nTrends found in %, {POWER_SLOPE:g} standard deviations a year, n = {POWER_LENGTH}, "
        f"|Z| > {POWER_THRESHOLD:g}\n"
    )
    for row in power_rows(options):
        print(row, flush=True)


if __name__ == "__main__":
    main()
