"""The ridge trace and the interval of projections, beside scikit-learn, a loop over draws, and the limits.

Limit of the trace: the singular value decomposition alone. Limit of the interval: partitioning the draws that lie
ready. Tools take turns in every round; ratios are medians over rounds.

    python benchmarks/ridge_and_projection.py
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np
import pandas as pd
import scipy
import sklearn
from sklearn.linear_model import Ridge

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from carbon_plugin.core.scenario.coefficient_draws import DRAWS, resampled_refits
from carbon_plugin.core.scenario.projection import Options, project
from carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
from carbon_plugin.core.statistics import ridge
from carbon_plugin.core.stirpat.coefficients import read_coefficients
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.stirpat.observations import observations
from carbon_plugin.core.stirpat.variables import stirpat_variables
from carbon_plugin.core.tables.panel import Panel

SEED = 20250101
ROWS, COLUMNS = 200_000, 6
KS = np.linspace(0.01, 1.0, 100)
UNITS, YEARS = 81, 21
Tool = Callable[[], object]


def trace_tools() -> dict[str, Tool]:
    """One hundred k of 200,000 rows and six collinear columns."""
    random = np.random.default_rng(SEED)
    x = random.normal(size=(ROWS, 2)) @ random.normal(size=(2, COLUMNS)) + 0.1 * random.normal(size=(ROWS, COLUMNS))
    y = x.sum(axis=1) + random.normal(size=ROWS)
    z = (x - x.mean(axis=0)) / x.std(axis=0, ddof=1)

    def loop() -> None:
        for k in KS:
            Ridge(alpha=k * (ROWS - 1)).fit(z, y)

    return {
        "ours: decomposition, trace with VIF": lambda: ridge.ridge_path(ridge.design(x, y, "abcdef"), KS),
        "limit: numpy's SVD alone": lambda: np.linalg.svd(z, full_matrices=False),
        "scikit-learn in a loop, no VIF": loop,
    }


def panel() -> pd.DataFrame:
    """Made-up units whose drivers wander."""
    random = np.random.default_rng(SEED)
    shape = (UNITS, YEARS)
    population = 4e5 * np.exp(np.cumsum(random.normal(0.002, 0.01, shape), axis=1))
    gdp = population * 2 * np.exp(np.cumsum(random.normal(0.07, 0.03, shape), axis=1))
    return pd.DataFrame(
        {
            "unit": np.repeat([f"county {number}" for number in range(UNITS)], YEARS),
            "year": np.tile(np.arange(2000, 2000 + YEARS), UNITS),
            "population": population.ravel(),
            "urban_population": (population * random.uniform(0.3, 0.6, shape)).ravel(),
            "gdp": gdp.ravel(),
            "gdp_secondary": (gdp * random.uniform(0.3, 0.5, shape)).ravel(),
            "energy_tce": (gdp / random.uniform(1.0, 2.5, shape)).ravel(),
            "ce": (gdp * random.uniform(0.4, 0.6, shape)).ravel(),
        }
    )


def projection_tools() -> dict[str, Tool]:
    """1,000 draws, 81 units, 9 years, 3 scenarios, from the panel and the table of coefficients to the table."""
    accounts = Panel(panel(), "panel")
    fit = fit_stirpat(accounts, k=0.02)
    names = list(fit.coefficients["variable"][:-1])
    model = read_coefficients(fit.coefficients)
    data = observations(accounts)
    scenarios = read_scenarios(preset(), model.names, stirpat_variables())
    table = project(accounts, model, scenarios, options=Options(draws=0)).table
    logs = np.log(table[names].to_numpy())
    start = np.log(table[names].where(table["year"] == 2020).ffill().to_numpy())
    ratios, base = logs - start, table["ce"].where(table["year"] == 2020).ffill().to_numpy()
    draws = resampled_refits(data, model.k, DRAWS).b
    ready = ratios @ draws.T

    def loop() -> None:
        emission = np.array([base * np.exp(ratios @ b) for b in draws])
        np.quantile(emission, [0.05, 0.95], axis=0)

    return {
        "ours: project, interval included": lambda: project(accounts, model, scenarios),
        "ours: project, no interval": lambda: project(accounts, model, scenarios, options=Options(draws=0)),
        "ours: 1,000 refits of resampled units": lambda: resampled_refits(data, model.k, DRAWS),
        "loop over ready draws, np.quantile": loop,
        "limit: partition of ready draws": lambda: np.partition(ready, [49, 50, 949, 950], axis=1),
    }


def measure(tools: dict[str, Tool], rounds: int) -> None:
    """Run the tools in turns and print medians and their ratios to the first."""
    times: dict[str, list[float]] = {name: [] for name in tools}
    for tool in tools.values():
        tool()
    for _ in range(rounds):
        for name, tool in tools.items():
            begin = perf_counter()
            tool()
            times[name].append(perf_counter() - begin)
    first = np.array(times[next(iter(tools))])
    for name, seconds in times.items():
        ratio = float(np.median(np.array(seconds) / first))
        print(f"  {name:<40} {1e3 * np.median(seconds):9.1f} ms {ratio:8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    print(f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}, seed {SEED}")
    print(f"ridge trace, {len(KS)} k, {ROWS:,} x {COLUMNS}; median and ratio to ours")
    measure(trace_tools(), rounds)
    print(f"projection, {DRAWS:,} draws x {UNITS} units x 9 years x 3 scenarios")
    measure(projection_tools(), rounds)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
