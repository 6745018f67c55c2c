"""Published values of ecosystem services."""

from __future__ import annotations

import pandas as pd

from ..services.ecosystem_services import EcosystemServices, Worth, value_services
from ..services.ecosystems import load_ecosystems, override_ecosystems
from ..services.equivalents import Equivalents, load_equivalents
from ..services.service_value import CURRENCY
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .case import Recomputed, Tables
from .land import single_degree

EDITION = "xie2008"


def chongqing(tables: Tables) -> Recomputed:
    """Nine central districts of Chongqing, built-up land below zero."""
    areas = tables["areas_ha_derived"]
    found = _value(tables["coefficients_yuan_ha"].T.rename(index={"coefficient": "every"}), areas)
    total = _totals(found, 1e-2)  # 10^6 yuan
    values: Recomputed = {("esv_total", year): value for year, value in total.items()}
    for first, last in (("1988", "1996"), ("1996", "2004"), ("2004", "2013"), ("1988", "2013")):
        for name in areas.index:
            degree = single_degree(areas.loc[name, first], areas.loc[name, last], int(last) - int(first))
            values["single_dynamic_degree", f"{name} {first}-{last}"] = degree
    values["change_of_total", "1988-2013"] = 100.0 * (total["2013"] / total["1988"] - 1.0)
    return values


def dezhou(tables: Tables) -> Recomputed:
    """Dezhou: the shipped table of Xie et al. 2008 at 3,990 yuan/ha."""
    shipped, value = load_equivalents(EDITION), 3990.0
    found: Recomputed = {}
    names = dict(zip(tables["coefficients_yuan_ha"].index, shipped.services))  # the paper keeps Xie's order
    for service, ours in names.items():
        for ecosystem in tables["coefficients_yuan_ha"].columns:
            found["coefficient", f"{service} {ecosystem}"] = value * shipped.of[ecosystem, ours]
    return found


def gansu(tables: Tables) -> Recomputed:
    """Cropland of Gansu, where one service is below zero."""
    printed = tables["esv_yuan"]["esv"]
    found = _value(pd.DataFrame({"cropland": printed}), pd.DataFrame({"2014": {"cropland": 1.0}}))
    row = found.panel.frame.iloc[0]
    shares = {("share_of_total", name): 100.0 * row[f"esv_{name}"] / row["esv"] for name in printed.index}
    return {("esv_total", "total"): row["esv"] * CURRENCY, **shares}


def poyang(tables: Tables) -> Recomputed:
    """Poyang Lake zone, 2004 to 2016."""
    coefficients = tables["coefficients_yuan_ha_derived"].T.rename(index={"coefficient": "every"})
    found = _value(coefficients, tables["areas_1e4ha"] * 1e4)
    return {("esv_total", year): value for year, value in _totals(found, 1e-4).items()}  # 10^8 yuan


def shenzhen(tables: Tables) -> Recomputed:
    """Shenzhen, 2002 to 2010, Xie et al. 2003."""
    printed, areas = tables["coefficients_yuan_ha"], tables["areas_ha"]
    found = _value(printed, areas.loc[[name for name in areas.index if name in printed.columns]])
    values = _by_service(found, printed.index, 1e-4)
    for first, last in (("2002", "2005"), ("2005", "2010")):
        for name in areas.index:
            degree = single_degree(areas.loc[name, f"a{first}"], areas.loc[name, f"a{last}"], int(last) - int(first))
            values["single_dynamic_degree", f"{name} {first}-{last}"] = degree
    return values


def tarim_lower(tables: Tables) -> Recomputed:
    """Lower Tarim, 2000 to 2020, Xie et al. 2003 at 1,881.82 yuan/ha."""
    printed, areas = tables["coefficients_yuan_ha"], tables["areas_1000ha"] * 1000.0
    areas = areas.loc[[name for name in areas.index if name in printed.columns]]
    found = _value(printed, areas)
    values = _by_service(found, printed.index, 1e-4)
    for _, row in found.panel.frame.iterrows():
        for name in areas.index:
            values["esv_of_class", f"{name} {row[YEAR]}"] = row[f"esv_{name}"] * 1e-4
        values["esv_of_service", f"total {row[YEAR]}"] = row["esv"] * 1e-4
        values["esv_of_class", f"total {row[YEAR]}"] = row["esv"] * 1e-4
    return values


def yinchuan(tables: Tables) -> Recomputed:
    """Yinchuan, 1980 to 2018: sensitivity, and changes of the values of classes."""
    per_hectare = tables["coefficients_1e4yuan_km2"] * 100.0
    found = _value(per_hectare, tables["areas_km2_derived"] * 100.0)
    raised = found.sensitivity[found.sensitivity["change_pct"] > 0.0]
    values: Recomputed = {
        ("sensitivity", f"{row['class']} {row['year']}"): row["sensitivity"] for _, row in raised.iterrows()
    }
    by_year = found.panel.frame.set_index(YEAR)
    years = list(by_year.index)
    for name in per_hectare.columns:
        column = by_year[f"esv_{name}"]
        for first, last in zip([*years, years[0]], [*years[1:], years[-1]]):
            change = 100.0 * (column[last] / column[first] - 1.0) if column[first] else float("nan")
            values["change_of_class_value", f"{name} {first}-{last}"] = change
    return values


def _value(coefficients: pd.DataFrame, areas: pd.DataFrame) -> EcosystemServices:
    """A study's own coefficients (service x class, currency/ha) times its areas (class x year, ha)."""
    of = {
        (ecosystem, service): float(coefficients.loc[service, ecosystem]) / CURRENCY
        for ecosystem in coefficients.columns
        for service in coefficients.index
    }
    frame = areas.T.add_suffix("_ha").reset_index(drop=True)
    frame.insert(0, UNIT, "region")
    frame.insert(1, YEAR, [int(name.lstrip("a")) for name in areas.columns])
    rows = [{"class": name, "ecosystem": name, "share": 1} for name in coefficients.columns]
    ecosystems = override_ecosystems(load_ecosystems(EDITION), rows, "the study's classes", edition=EDITION)
    return value_services(Panel(frame, "areas"), Equivalents(EDITION, of), ecosystems, worth=Worth(CURRENCY))


def _totals(found: EcosystemServices, factor: float) -> dict[str, float]:
    frame = found.panel.frame
    return {str(year): value * factor for year, value in zip(frame[YEAR], frame["esv"])}


def _by_service(found: EcosystemServices, services, factor: float) -> Recomputed:
    frame = found.panel.frame
    return {
        ("esv_of_service", f"{name} {year}"): value * factor
        for name in services
        for year, value in zip(frame[YEAR], frame[f"esv_{name}"])
    }
