"""What a path implies for energy: where the drivers give it, a path that physics or experience forbid is flagged.

The limits are assumptions, in resources/scenarios/physical_limits.csv.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from ..messages import Message, sentence, warning
from ..resources import read_rows
from ..stirpat.variables import EMISSION
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from ..values import Cell

ENERGY, FLAG = "energy_tce_implied", "flag"
BETWEEN = ";"  # several flags in a cell

_NEEDED = ("P", "W", "TI")
_FLAGGED = sentence(
    "{count:row|rows} of {total} of the projection imply energy that cannot be or has not been seen: more than "
    "{most_carbon} t C per tce in {carbon}, less than {least} tce a person in {little}, more than {most} in {much} "
    "(assumed limits; {already} of them in the base year already, where ce may hold much that is no energy). A path "
    "that physics forbids is no forecast (first year of each unit and scenario): {rows}."
)


def compute_implied_energy(population: np.ndarray, wealth: np.ndarray, technology: np.ndarray) -> np.ndarray:
    """``P W / TI``: energy in tce a year, of persons, 10^4 currency a person and 10^4 currency a tce.

    >>> compute_implied_energy(np.array([1000.0]), np.array([4.0]), np.array([2.0])).tolist()
    [2000.0]
    """
    return population * wealth / technology


def with_implied_energy(table: pd.DataFrame) -> tuple[pd.DataFrame, list[Message]]:
    """``table`` with ``energy_tce_implied`` (tce a year) and ``flag``, and how many rows are flagged.

    ``table``: of a projection: its keys, drivers and ``ce``; without all of P, W and TI both columns stay empty. A
    flag is the fixed keys of the limits that a row breaks, separated by ``;``.
    """
    if not set(_NEEDED) <= set(table.columns):
        return table.assign(**{ENERGY: np.nan, FLAG: None}), []
    population, wealth, technology = (table[name].to_numpy(dtype=float) for name in _NEEDED)
    energy = compute_implied_energy(population, wealth, technology)
    limits = _limits()
    broken = {
        "carbon_per_energy": table[EMISSION].to_numpy(dtype=float) / energy
        > float(limits["carbon_per_energy"]["value"]),
        "least_energy": energy / population < float(limits["least_energy"]["value"]),
        "most_energy": energy / population > float(limits["most_energy"]["value"]),
    }
    keys = [limits[name]["flag"] for name in broken]
    marks = np.column_stack(list(broken.values()))
    flags = [BETWEEN.join(key for key, is_broken in zip(keys, row) if is_broken) or None for row in marks]
    flagged = table.assign(**{ENERGY: energy, FLAG: pd.Series(flags, index=table.index, dtype=object)})
    return flagged, _remarks_on_flags(flagged, marks, limits)


def _remarks_on_flags(table: pd.DataFrame, marks: np.ndarray, limits: dict[str, dict[str, str]]) -> list[Message]:
    rows = table[table[FLAG].notna()]
    if rows.empty:
        return []
    first = rows.sort_values(YEAR, kind="stable").drop_duplicates([UNIT, SCENARIO])
    at_start = rows[YEAR] == table.groupby(UNIT)[YEAR].transform("min").reindex(rows.index)
    cells = [
        Cell(unit, int(year), flag.split(BETWEEN), scenario=scenario)
        for unit, year, flag, scenario in zip(first[UNIT], first[YEAR], first[FLAG], first[SCENARIO])
    ]
    carbon, little, much = (int(count) for count in marks.sum(axis=0))
    values = {
        "count": len(rows),
        "total": len(table),
        "most_carbon": float(limits["carbon_per_energy"]["value"]),
        "least": float(limits["least_energy"]["value"]),
        "most": float(limits["most_energy"]["value"]),
        "carbon": carbon,
        "little": little,
        "much": much,
        "already": int(at_start.sum()),
        "rows": cells,
    }
    return [warning("energy-implausible", _FLAGGED, **values)]


@lru_cache(maxsize=1)
def _limits() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in read_rows("scenarios/physical_limits.csv")}
