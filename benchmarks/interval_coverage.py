"""How often the range of projections holds the truth: known models, fitted, projected and compared.

Made-up units whose drivers wander on trends of their own, as yearbooks have them, and whose emission follows known
elasticities but for errors that remember the year before. The scenario is given, so the truth is known: the known
elasticities along the same paths. With --write the shares go to resources/stirpat/coverage.csv, from where reports
quote them.

    python benchmarks/interval_coverage.py [--models 200] [--write]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from carbon_plugin.core.scenario.projection import Options, project
from carbon_plugin.core.scenario.scenario_table import preset, read_scenarios
from carbon_plugin.core.stirpat.coefficients import read_coefficients
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.stirpat.variables import stirpat_variables
from carbon_plugin.core.tables.panel import Panel

ROOT = Path(__file__).resolve().parents[1]
SEED = 20250101
HISTORY, BASE, YEARS = 21, 2020, (2030, 2060)
UNITS = {"fixed_effects": 40, "region": 1}
TRUTH = {"P": 0.7, "W": 0.5, "IS": 0.1, "TI": -0.4, "UR": 0.3}
ERROR, MEMORY = 0.05, 0.6  # of the logarithm of emission, and how much of it stays to the next year
COVERAGE = ROOT / "resources" / "stirpat" / "coverage.csv"
# level, its spread, trend a year, its spread among units, spread of single years: logarithms
DRIVERS = {
    "P": (np.log(4e5), 0.4, 0.002, 0.004, 0.004),
    "W": (np.log(2.0), 0.3, 0.07, 0.015, 0.03),
    "IS": (np.log(38.0), 0.1, 0.003, 0.005, 0.015),
    "TI": (np.log(1.3), 0.3, 0.035, 0.012, 0.02),
    "UR": (np.log(32.0), 0.15, 0.02, 0.006, 0.006),
}


def known_panel(random: np.random.Generator, units: int) -> pd.DataFrame:
    """A panel of ``units`` whose emission is known elasticities of its drivers, an own level and errors with memory."""
    t, shape = np.arange(HISTORY), (units, HISTORY)
    logs = {}
    for name, (level, between, trend, among, single) in DRIVERS.items():
        start, slope = random.normal(level, between, (units, 1)), random.normal(trend, among, (units, 1))
        logs[name] = start + slope * t + np.cumsum(random.normal(0, single, shape), axis=1)
    errors = random.normal(0, ERROR, shape)
    for year in range(1, HISTORY):
        errors[:, year] = MEMORY * errors[:, year - 1] + np.sqrt(1 - MEMORY**2) * errors[:, year]
    emission = sum(b * logs[name] for name, b in TRUTH.items()) + random.normal(0, 0.5, (units, 1)) + errors
    values = {name: np.exp(series).ravel() for name, series in logs.items()}
    gdp = values["P"] * values["W"]
    return pd.DataFrame(
        {
            "unit": np.repeat([f"unit {number}" for number in range(units)], HISTORY),
            "year": np.tile(BASE - HISTORY + 1 + t, units),
            "population": values["P"],
            "gdp": gdp,
            "gdp_secondary": gdp * np.minimum(values["IS"], 95) / 100,
            "energy_tce": gdp / values["TI"],
            "urban_population": values["P"] * np.minimum(values["UR"], 95) / 100,
            "ce": np.exp(emission).ravel(),
        }
    )


def covered(panel: pd.DataFrame, pooling: str, draws: int) -> dict[int, float]:
    """The share of units whose true baseline lies within the range, by year."""
    accounts = Panel(panel, "known")
    model = read_coefficients(fit_stirpat(accounts, list(TRUTH), pooling=pooling).coefficients)
    scenarios = read_scenarios(preset(), model.names, stirpat_variables())
    table = project(accounts, model, scenarios, options=Options(draws=draws)).table
    rows = table[table["scenario"] == "baseline"].set_index(["unit", "year"])
    drivers, b = np.log(rows[model.names]), np.array([TRUTH[name] for name in model.names])
    start = drivers.xs(BASE, level="year")
    shares = {}
    for year in YEARS:
        path = (drivers.xs(year, level="year") - start).to_numpy() @ b
        truth = rows["ce"].xs(BASE, level="year") * np.exp(path)
        bounds = rows.xs(year, level="year")
        shares[year] = float(((bounds["ce_p05"] <= truth) & (truth <= bounds["ce_p95"])).mean())
    return shares


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=int, default=200)
    parser.add_argument("--draws", type=int, default=400)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    print(f"true baseline within the 90 % range; {given.models} known models, {given.draws} draws, seed {SEED}")
    rows = []
    for pooling, units in UNITS.items():
        random = np.random.default_rng(SEED)
        shares = [covered(known_panel(random, units), pooling, given.draws) for _ in range(given.models)]
        for year in YEARS:
            percent = round(100 * float(np.mean([share[year] for share in shares])))
            rows.append({"pooling": pooling, "years_ahead": year - BASE, "covered_pct": percent})
            print(f"  {pooling:<14} {units:>3} units {year}: {percent} %")
    if given.write:
        found = pd.DataFrame(rows).assign(models=given.models, history_years=HISTORY)
        found.to_csv(COVERAGE, index=False, lineterminator="\n")
        print(f"Written: {COVERAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
