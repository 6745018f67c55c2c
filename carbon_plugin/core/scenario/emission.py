"""Emission out of the paths of its drivers, as arrays: one set of coefficients, or many draws of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from ..tables.vocabulary import SCENARIO, UNIT, YEAR


def compute_emission(base: np.ndarray, b: np.ndarray, ratios: np.ndarray) -> np.ndarray:
    """``CE(t) = CE(0) exp(sum of b ln(x(t) / x(0)))`` (Huo et al. 2025, Eq. 13, from each unit's own base year).

    The intercept of a regional equation, which fits no single unit, cancels, and the base year is reproduced.

    Args:
        base: (u,) emission of the base year, t C a year.
        b: (v,) coefficients, or (n, v) draws of them.
        ratios: (s, u, v, t) natural logarithms of the drivers over those of the base year.

    Returns: (s, u, t), or (n, s, u, t) for draws, in t C a year.

    A driver that doubles, with an elasticity of one half and of two:

    >>> ratios = np.log([1.0, 2.0]).reshape(1, 1, 1, 2)
    >>> compute_emission(np.array([100.0]), np.array([[0.5], [2.0]]), ratios).round(3).tolist()
    [[[[100.0, 141.421]]], [[[100.0, 400.0]]]]
    """
    return base[:, None] * np.exp(np.einsum("...v,suvt->...sut", b, ratios))


def written_years(years: np.ndarray, base_years: np.ndarray, step: int) -> np.ndarray:
    """Whether a unit's year is written (u, t): its base year, the last one, and every ``step`` years before that.

    Args:
        years: (t,) successive, the last one the horizon.
        base_years: (u,) of the units.
        step: years between two that are written.

    >>> written_years(np.arange(2018, 2025), np.array([2018, 2021]), 2).astype(int).tolist()
    [[1, 0, 1, 0, 1, 0, 1], [0, 0, 0, 1, 1, 0, 1]]
    """
    ahead = years[None, :] >= base_years[:, None]
    return ahead & (((years[-1] - years) % step == 0)[None, :] | (years[None, :] == base_years[:, None]))


def long_table(
    units: Sequence[str],
    years: np.ndarray,
    scenarios: Sequence[str],
    *,
    chosen: np.ndarray,
    columns: Mapping[str, np.ndarray],
) -> pd.DataFrame:
    """Arrays (s, u, t) as one row a scenario, unit and ``chosen`` year (u, t).

    Args:
        units: (u,) their keys.
        years: (t,) of the arrays.
        scenarios: (s,) their names.
        chosen: (u, t) which years get a row.
        columns: name and array (s, u, t) of every column, each in its unit.

    >>> years, chosen, emission = np.array([2024, 2025]), np.array([[False, True]]), np.array([[[3.0, 4.0]]])
    >>> long_table(["a"], years, ["low"], chosen=chosen, columns={"ce": emission}).values.tolist()
    [['a', 2025, 'low', 4.0]]
    """
    s, u, t = np.nonzero(np.broadcast_to(chosen, (len(scenarios), *chosen.shape)))
    keys = {
        UNIT: np.array(units, dtype=object)[u],
        YEAR: years[t].astype(np.int64),
        SCENARIO: np.array(scenarios, dtype=object)[s],
    }
    chosen_values = {name: values[s, u, t] for name, values in columns.items()}
    return pd.DataFrame({**keys, **chosen_values}, copy=False)  # millions of rows are not held twice
