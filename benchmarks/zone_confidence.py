"""Zone confidence: a thousand draws beside one pass from the accounts to the zones, in time and memory.

One pass is what the steps do for one set of coefficients and choices: account, trend test, scores, totals, zones. Times
are processor seconds. Goals: 1,000 draws of 81 units in 21 years in at most 40 times one pass; 3,000 units within 1
GiB.

    python benchmarks/zone_confidence.py                   81 units, the draws in rounds with one pass
    python benchmarks/zone_confidence.py --units 3000 --rounds 1
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.tables.unit_table import UnitTable
from carbon_plugin.core.trend.panel_trend import panel_trends
from carbon_plugin.core.zoning.confidence.choice_table import Choice, default_choices, read_choices
from carbon_plugin.core.zoning.confidence.drawn_accounts import Accounting
from carbon_plugin.core.zoning.confidence.runs import Held
from carbon_plugin.core.zoning.confidence.zone_confidence import zone_confidence
from carbon_plugin.core.zoning.index_values import read_index_values
from carbon_plugin.core.zoning.rules import default_rules
from carbon_plugin.core.zoning.summaries import read_zones
from carbon_plugin.core.zoning.zone_units import Zoning, zone_units

SEED = 20250101
YEARS = range(2000, 2021)
FIELDS = ("ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha")
AMOUNTS = {  # what a unit has in the first year, and by how much it grows a year
    "population": (4e5, 0.00), "gdp": (8e5, 0.08), "fertilizer_t": (1.2e4, 0.01), "pesticide_t": (300, 0.00),
    "irrigated_ha": (2e4, 0.01), "sown_ha": (4e4, 0.00), "machinery_kw": (1.5e5, 0.03), "pigs_head": (3e5, 0.01),
    "cattle_head": (2e4, 0.00), "raw_coal_t": (2e5, 0.02), "gasoline_t": (8e3, 0.05), "diesel_t": (1.5e4, 0.03),
    "natural_gas_1000m3": (2e4, 0.08), "electricity_mwh": (5e5, 0.06), "rice_t": (1e5, 0.00), "wheat_t": (5e4, 0.00),
    "forest_ha": (1.2e5, 0.002), "shrubland_ha": (5e3, -0.01), "grassland_ha": (2e4, -0.01), "water_ha": (3e3, 0.00),
}  # fmt: skip


def made_up_panel(count: int) -> Panel:
    """Units of different size and growth, with noise that remembers last year."""
    generator = np.random.default_rng(SEED)
    age = np.arange(len(YEARS))
    columns = {}
    for name, (start, growth) in AMOUNTS.items():
        size = generator.lognormal(0.0, 0.6, (count, 1))
        noise = np.cumsum(generator.normal(0, 0.02, (count, len(YEARS))), axis=1)
        columns[name] = (start * size * np.exp(age * (growth + generator.normal(0, 0.02, (count, 1))) + noise)).ravel()
    units = np.repeat([f"u{number:05}" for number in range(count)], len(YEARS))
    return Panel(pd.DataFrame({"unit": units, "year": np.tile(YEARS, count), **columns}), "made up")


def one_pass(panel: Panel, potential: UnitTable, intensity: UnitTable) -> Zoning:
    """From the statistics to the zones."""
    accounts = account(panel, load_profile("qinba"))
    trends = UnitTable(panel_trends(accounts.panel, FIELDS).frame, "trends")
    rules = default_rules()
    tables = {"trend": trends, "potential": potential, "intensity": intensity}
    return zone_units(read_index_values(panel.units, tables, rules), rules)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=81)
    parser.add_argument("--draws", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    panel = made_up_panel(options.units)
    generator = np.random.default_rng(SEED)
    potential = UnitTable(pd.DataFrame({"unit": panel.units, "cep": generator.integers(1, 6, options.units)}), "p")
    intensity = UnitTable(pd.DataFrame({"unit": panel.units, "cli": generator.uniform(150, 350, options.units)}), "i")
    zoning = one_pass(panel, potential, intensity)  # a warm-up
    zoned = read_zones(zoning.frame.assign(name=zoning.frame["unit"]), "zones")
    base = Choice()
    alternatives, _ = read_choices(default_choices(), "choices", base)
    passes, draws = [], []
    for _ in range(options.rounds):
        start = process_time()
        one_pass(panel, potential, intensity)
        passes.append(process_time() - start)
        start = process_time()
        held = Held(Accounting(panel, Options()), panel.units, "units", potential, intensity)
        zone_confidence(held, zoned, alternatives, base=base, count=options.draws)
        draws.append(process_time() - start)
    ratio = median(drawn / once for drawn, once in zip(draws, passes))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("| units | years | draws | one pass (s) | all draws (s) | times one pass | peak (MiB) |")
    print("|---|---|---|---|---|---|---|")
    print(
        f"| {options.units} | {len(YEARS)} | {options.draws} | {median(passes):.3f} | {median(draws):.2f} | "
        f"{ratio:.1f} | {peak:.0f} |"
    )


if __name__ == "__main__":
    main()
