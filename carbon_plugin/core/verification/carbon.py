"""Published accounts of carbon: fuels, farm inputs, forests, with the coefficients that were printed beside them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ..accounting.account import account
from ..accounting.profile import load_profile
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .case import Recomputed, Tables

_ROW = ("key", "component", "column", "factor", "role", "value", "unit")


def nanchang(tables: Tables) -> Recomputed:
    """Nine fuels of Nanchang in standard coal, 10^4 tce."""
    amounts, factors = tables["amounts_1e4_derived"], tables["coefficients"]["tce_per_unit"]
    rows = [(f"fuel.{fuel}", "ce_fuel", f"{fuel}_u", "heat", "multiply", factors[fuel], "tce/u") for fuel in amounts]
    frame = amounts.add_suffix("_u")
    return {("energy_total", str(year)): value for year, value in zip(amounts.index, _sum(frame, rows, "ce_fuel"))}


def aksu(tables: Tables) -> Recomputed:
    """Seven sources of the farmland of Aksu, 10^4 t C."""
    amounts = tables["carbon_1e4t"]
    rows = [(f"farm.{name}", "ce_farm", f"{name}_t", "carbon", "multiply", 1.0, "t C/t") for name in amounts]
    found = _sum(amounts.add_suffix("_t"), rows, "ce_farm")
    return {("carbon_total", str(year)): value for year, value in zip(amounts.index, found)}


def wheat(tables: Tables) -> Recomputed:
    """Farm inputs of rain-fed wheat under three kinds of tillage, kg CO2e/ha."""
    amounts, coefficients = tables["amounts_per_ha"].T, tables["coefficients_kgCO2e"]["coefficient"]
    found: Recomputed = {}
    for item in coefficients.index.intersection(amounts.columns):
        rows = [("input", "ce_input", f"{item}_u", "footprint", "multiply", coefficients[item], "kg CO2e/u")]
        values = _sum(amounts[[item]].add_suffix("_u"), rows, "ce_input")
        found |= {("footprint_of_item", f"{item} {tillage}"): value for tillage, value in zip(amounts.index, values)}
    return found


def forests(tables: Tables) -> Recomputed:
    """Carbon in the vegetation and soil of the forests of Gansu, 10^6 t C."""
    table = tables["area_density"]
    found: Recomputed = {}
    for quantity, parts in (("vegetation_stock", ("tree", "shrub", "herb", "litter")), ("soil_stock", ("soil",))):
        for name, row in table.iterrows():
            frame = pd.DataFrame({f"{part}_stand_ha": [row["area_100ha"] * 100.0] for part in parts})
            rows = [
                (f"stock.{part}", "cs_stock", f"{part}_stand_ha", "density", "multiply", row[part], "t C/ha")
                for part in parts
            ]
            found[quantity, name] = _sum(frame, rows, "cs_stock")[0] * 1e-6
    return found


def _sum(frame: pd.DataFrame, rows: Iterable[tuple], component: str) -> list[float]:
    """The component that an account makes of the columns of ``frame`` with these coefficients, row by row."""
    table = frame.reset_index(drop=True)
    table.insert(0, UNIT, [str(place) for place in range(len(table))])
    table.insert(1, YEAR, 2000)
    profile = load_profile("landcoef").override([dict(zip(_ROW, row)) for row in rows], "printed coefficients")
    return account(Panel(table, "printed amounts"), profile).panel.numbers(component).tolist()
