"""Published transitions of land, degrees of change and land-use indices."""

from __future__ import annotations

import numpy as np

from ..land_use.intensity import compute_index
from ..land_use.transition import compute_dynamics, compute_shares
from .case import Recomputed, Tables


def xian(tables: Tables) -> Recomputed:
    """Greater Xi'an, 1996 to 2016: matrices, degrees, index."""
    found: Recomputed = {}
    for first, last in (("1996", "2006"), ("2006", "2016")):
        found |= _of_matrix(tables[f"transition_{first}_{last}_km2"].to_numpy(), tables, f"{first}-{last}", years=10)
    areas, grades = tables["areas_km2"], tables["grades"]["grade"]
    of_year = {column[1:]: areas[column] for column in areas.columns}
    for name, column in of_year.items():
        graded = column[grades.index].to_numpy()
        found["land_use_index", name] = float(compute_index(graded[None, :], grades.to_numpy())[0])
    for first, last in (("1996", "2006"), ("2006", "2016"), ("1996", "2016")):
        for name, before, after in zip(areas.index, of_year[first], of_year[last]):
            period = f"{name} {first}-{last}"
            found["change_of_area_pct", period] = 100.0 * (after - before) / before
            found["single_dynamic_degree", period] = single_degree(before, after, int(last) - int(first))
    return found


def cele(tables: Tables) -> Recomputed:
    """Cele oasis, 1990 to 2018."""
    matrix = tables["transition_1990_2018_km2"]
    its = compute_dynamics(matrix.to_numpy(), 28)
    values = {
        "area_at_start": its.start, "area_at_end": its.end, "change_of_area": its.net,
        "single_dynamic_degree": its.k_single, "bidirectional_dynamic_degree": its.k_both,
    }  # fmt: skip
    return _by_class(values, matrix.columns)


def huaihe(tables: Tables) -> Recomputed:
    """Huaihe, 1990 to 2013."""
    matrix = tables["transition_1990_2013_km2"]
    its = compute_dynamics(matrix.to_numpy(), 23)
    values = {"area_at_start": its.start, "area_at_end": its.end, "loss": its.loss, "gain": its.gain}
    found = _by_class(values, matrix.columns)
    of_start, _ = compute_shares(matrix.to_numpy())
    for row, before in enumerate(matrix.columns):
        for column, after in enumerate(matrix.columns):
            found["row_percent", f"{before} {after}"] = float(of_start[row, column])
    found["total", "total"] = float(its.start.sum())
    return found


def heyang(tables: Tables) -> Recomputed:
    """Heyang, 1990 to 2010; its rows are the later date."""
    found: Recomputed = {}
    for first, last in (("1990", "2000"), ("2000", "2010")):
        matrix = tables[f"transition_{first}_{last}_km2_rows_are_end"]
        its = compute_dynamics(matrix.to_numpy().T, 10)
        for name, start, end in zip(matrix.columns, its.start, its.end):
            found["area_at_start", f"{name} {first} {first}_{last}"] = float(start)
            found["area_at_end", f"{name} {last} {first}_{last}"] = float(end)
    return found


def northwest(tables: Tables) -> Recomputed:
    """River basins of north-west China, 1990 to 2018."""
    matrix = tables["transition_1990_2018_km2"]
    its = compute_dynamics(matrix.to_numpy(), 28)
    return _by_class({"area_at_start": its.start, "area_at_end": its.end}, matrix.columns)


def tarim_reaches(tables: Tables) -> Recomputed:
    """Three reaches of the Tarim, 1990 to 2015."""
    found: Recomputed = {}
    for reach in ("upper", "middle", "lower"):
        matrix = tables[f"transition_{reach}_km2"]
        its = compute_dynamics(matrix.to_numpy(), 25)
        for name, start, end in zip(matrix.columns, its.start, its.end):
            found["area_at_start", f"{reach} {name}"] = float(start)
            found["area_at_end", f"{reach} {name}"] = float(end)
        found["total", reach] = float(its.end.sum())
    return found


def single_degree(before: float, after: float, years: float) -> float:
    """The single dynamic degree of a class of which only its areas are known, % a year."""
    moved = np.array([[min(before, after), max(before - after, 0.0)], [max(after - before, 0.0), 0.0]])
    return float(compute_dynamics(moved, years).k_single[0])


def _by_class(values: dict[str, np.ndarray], classes) -> Recomputed:
    return {(quantity, name): float(one) for quantity, of in values.items() for name, one in zip(classes, of)}


def _of_matrix(matrix: np.ndarray, tables: Tables, period: str, *, years: float) -> Recomputed:
    names = list(tables[f"transition_{period.replace('-', '_')}_km2"].columns)
    its = compute_dynamics(matrix, years)
    found: Recomputed = {("dynamic_degree_half", period): float(its.lc_half)}
    for place, name in enumerate(names):
        found["area_at_start", f"{name} {period}"] = float(its.start[place])
        found["area_at_end", f"{name} {period}"] = float(its.end[place])
        for other, its_name in enumerate(names):
            if other != place:
                pair = f"{name} {its_name} {period}"
                found["share_of_the_loss", pair] = float(100.0 * matrix[place, other] / its.loss[place])
                found["share_of_the_gain", pair] = float(100.0 * matrix[place, other] / its.gain[other])
    return found
