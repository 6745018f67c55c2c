"""What a path implies for energy: where the drivers give it, a path that physics or experience forbid is flagged.

The limits are assumptions, in resources/scenarios/physical_limits.csv.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from ..messages import Message, phrase, sentence, warning
from ..resources import read_rows
from ..stirpat.variables import EMISSION
from ..tables.frames import with_columns
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO, UNIT, YEAR
from ..values import Cell

ENERGY, FLAG, OF_ENERGY = "energy_tce_implied", "flag", "ce_energy"
BETWEEN = ";"  # several flags in a cell

_NEEDED = ("P", "W", "TI")
_FLAGGED = sentence(
    "{count:row|rows} of {total} of the projection imply energy that cannot be or has not been seen: more than "
    "{most_carbon} t C per tce in {carbon}, less than {least} tce a person in {little}, more than {most} in {much} "
    "(assumed limits; {already} of them in the base year already). {reading} A path that physics forbids is no "
    "forecast (first year of each unit and scenario): {rows}."
)
_OF_ENERGY = phrase("The carbon is that share of ce which comes from energy in the base year (ce_energy).")
_OF_ALL = phrase(
    "Without the column ce_energy the carbon is all of ce, with farms and breath, so that a flag may speak of these."
)


def compute_implied_energy(population: np.ndarray, wealth: np.ndarray, technology: np.ndarray) -> np.ndarray:
    """``P W / TI``: energy in tce a year.

    Args:
        population: persons.
        wealth: 10^4 currency a person, of the shape of ``population``.
        technology: 10^4 currency a tce, of that shape.

    >>> compute_implied_energy(np.array([1000.0]), np.array([4.0]), np.array([2.0])).tolist()
    [2000.0]
    """
    return population * wealth / technology


def energy_shares(history: Panel, units: Sequence[str], years: np.ndarray) -> np.ndarray | None:
    """(u,): which share of ``ce`` is ``ce_energy`` in the base ``years`` of ``units``; 1 where a unit has none known.

    None without the column: nobody can tell then. Only the carbon of energy is bound by what a tce can hold; that of
    fields, herds and breath is not.

    Args:
        history: ``unit``, ``year``, ``ce`` and perhaps ``ce_energy``, t C a year.
        units: (u,) their keys.
        years: (u,) the base year of each.

    >>> frame = pd.DataFrame({"unit": ["a", "b"], "year": 2020, "ce": [4.0, 4.0], "ce_energy": [3.0, np.nan]})
    >>> energy_shares(Panel(frame, "panel"), ["a", "b"], np.array([2020, 2020])).tolist()
    [0.75, 1.0]
    """
    if OF_ENERGY not in history:
        return None
    frame = pd.DataFrame({YEAR: history.frame[YEAR].to_numpy(), UNIT: history.frame[UNIT].to_numpy()})
    share = history.numbers(OF_ENERGY) / history.numbers(EMISSION)
    at_base = frame.assign(share=share).drop_duplicates([UNIT, YEAR]).set_index([UNIT, YEAR])["share"]
    found = at_base.reindex(pd.MultiIndex.from_arrays([list(units), years])).to_numpy(dtype=float)
    return np.where(np.isfinite(found), found, 1.0)


def with_implied_energy(
    table: pd.DataFrame, shares: Mapping[str, float] | None = None
) -> tuple[pd.DataFrame, list[Message]]:
    """``table`` with ``energy_tce_implied`` (tce a year) and ``flag``, and how many rows are flagged.

    A flag is the fixed keys of the limits that a row breaks, separated by ``;``.

    Args:
        table: of a projection: its keys, drivers and ``ce`` (t C a year); without all of P, W and TI both columns stay
            empty.
        shares: of each unit the share of ``ce`` that is of energy (``energy_shares``); without it all of it counts.

    >>> keys = {"unit": ["a"], "year": [2030], "scenario": ["low"]}
    >>> table = pd.DataFrame({**keys, "P": [1000.0], "W": [4.0], "TI": [2.0], "ce": [1000.0]})
    >>> with_implied_energy(table)[0][["energy_tce_implied", "flag"]].values.tolist()
    [[2000.0, None]]
    """
    if not set(_NEEDED) <= set(table.columns):
        return table.assign(**{ENERGY: np.nan, FLAG: None}), []
    population, wealth, technology = (table[name].to_numpy(dtype=float) for name in _NEEDED)
    energy = compute_implied_energy(population, wealth, technology)
    limits = _limits()
    carbon = table[EMISSION].to_numpy(dtype=float)
    if shares is not None:
        carbon = carbon * table[UNIT].map(shares).to_numpy(dtype=float)
    broken = {
        "carbon_per_energy": carbon / energy > float(limits["carbon_per_energy"]["value"]),
        "least_energy": energy / population < float(limits["least_energy"]["value"]),
        "most_energy": energy / population > float(limits["most_energy"]["value"]),
    }
    keys = [limits[name]["flag"] for name in broken]
    marks = np.column_stack(list(broken.values()))
    flags = [BETWEEN.join(key for key, is_broken in zip(keys, row) if is_broken) or None for row in marks]
    flagged = with_columns(table, {ENERGY: energy, FLAG: pd.Series(flags, index=table.index, dtype=object)})
    return flagged, _remarks_on_flags(flagged, marks, limits, _OF_ALL if shares is None else _OF_ENERGY)


def _remarks_on_flags(
    table: pd.DataFrame, marks: np.ndarray, limits: dict[str, dict[str, str]], reading: Message
) -> list[Message]:
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
        "reading": reading,
        "rows": cells,
    }
    return [warning("energy-implausible", _FLAGGED, **values)]


@lru_cache(maxsize=1)
def _limits() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in read_rows("scenarios/physical_limits.csv")}
