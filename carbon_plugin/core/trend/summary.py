"""What the trends of many units come to: counts of classes, quadrants, the strongest units, lines to draw."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from ..messages import Message, warning
from ..number_text import parts_of
from ..tables.frames import columns_at, numbered, rows_at, with_columns
from ..tables.keys import normalise_key
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .series import intercepts
from .trend_classes import TrendClass

QUADRANTS = ((1, 1), (-1, 1), (-1, -1), (1, -1))  # signs of the first and the second field, counter-clockwise


def class_counts(trends: pd.DataFrame, fields: Sequence[str]) -> pd.DataFrame:
    """Units in each class: a row a field, a column a ``TrendClass`` (0: no trend).

    Args:
        trends: a row a unit, with ``<field>_trend`` of each field, 0..5 or missing.
        fields: names, in the order of the rows.

    >>> class_counts(pd.DataFrame({"ce_trend": [5, 5, 3, None]}), ["ce"]).to_numpy().tolist()
    [[1, 0, 0, 1, 0, 2]]
    """
    counts = [
        trends[f"{name}_trend"].fillna(TrendClass.NONE).astype(int).value_counts().reindex(list(TrendClass))
        for name in fields
    ]
    return pd.DataFrame(counts, index=list(fields)).fillna(0).astype(int)


def quadrants(trends: pd.DataFrame, first: str, second: str) -> pd.DataFrame:
    """Signs of Z of two fields for every unit: columns ``unit``, ``first``, ``second`` of 1, 0 or -1.

    Units without Z of both are left out. A unit with a 0 lies on an axis, in no quadrant.

    Args:
        trends: a row a unit, with ``unit`` and ``<field>_z`` of both fields.
        first, second: names of the fields.

    >>> trends = pd.DataFrame({"unit": ["a", "b"], "ce_z": [2.1, -0.4], "cs_z": [-1.7, float("nan")]})
    >>> quadrants(trends, "ce", "cs").to_numpy().tolist()
    [['a', 1, -1]]
    """
    signs = np.sign(trends[[f"{first}_z", f"{second}_z"]].to_numpy(float))
    known = np.isfinite(signs).all(axis=1)
    return pd.DataFrame(
        {UNIT: trends[UNIT][known].to_numpy(), "first": signs[known, 0], "second": signs[known, 1]}
    ).astype({"first": int, "second": int})


def strongest_units(trends: pd.DataFrame, field: str, count: int) -> list[str]:
    """The units with the largest |Z|, those of equal |Z| by the size of the slope; at most ``count``.

    Args:
        trends: a row a unit, with ``unit``, ``<field>_z`` and ``<field>_sen``.
        field: name of the field.
        count: how many units at most.

    >>> trends = pd.DataFrame({"unit": ["a", "b", "c"], "ce_z": [1.0, -2.5, 2.0], "ce_sen": [0.3, -0.1, 0.2]})
    >>> strongest_units(trends, "ce", 2)
    ['b', 'c']
    """
    strength = pd.DataFrame({"z": trends[f"{field}_z"].abs(), "slope": trends[f"{field}_sen"].abs()}).dropna()
    order = strength.sort_values(["z", "slope"], ascending=False, kind="stable").index[:count]
    return list(trends.loc[order, UNIT])


def asked_for(text: str, names: Mapping[str, str]) -> tuple[list[str], list[Message]]:
    """The units in ``text``, by key or by name, with semicolons between; a warning names those that are not there.

    Args:
        text: keys or names of units, with semicolons between.
        names: name to show by key.

    >>> found, notes = asked_for("110000; Tianjin; Atlantis", {"110000": "Beijing", "120000": "Tianjin"})
    >>> found, len(notes)
    (['110000', '120000'], 1)
    """
    keys_of: dict[str, list[str]] = {}
    for key, name in names.items():
        keys_of.setdefault(name, []).append(key)
    found, unknown = [], []
    for word in parts_of(text):
        key = normalise_key(word)
        keys = [key] if key in names else keys_of.get(word, [])
        found += keys
        unknown += [] if keys else [word]
    notes = [
        warning("units-not-shown", "The report cannot show these units, which have no trend: {units}.", units=unknown)
    ]
    return list(dict.fromkeys(found)), notes if unknown else []


def series_of(panel: Panel, units: Iterable[str], field: str) -> tuple[np.ndarray, np.ndarray]:
    """Years (n_times,) and values (n_units, n_times) of some units of a panel, NaN where there is none.

    Args:
        panel: a row a unit and year, with the field.
        units: whose values to give, in this order.
        field: a column of numbers, in any unit.

    >>> frame = pd.DataFrame({"unit": ["a", "a", "b"], "year": [2000, 2001, 2001], "ce": [1.0, 2.0, 3.0]})
    >>> years, values = series_of(Panel(frame, "accounts"), ["b", "a"], "ce")
    >>> years.tolist(), values.tolist()
    ([2000, 2001], [[nan, 3.0], [1.0, 2.0]])
    """
    units = list(units)
    frame = with_columns(columns_at(panel.frame, [UNIT, YEAR]), {field: panel.numbers(field)})
    rows = frame[frame[UNIT].isin(units)]
    table = rows.pivot(index=UNIT, columns=YEAR, values=field).reindex(units)
    return table.columns.to_numpy(dtype=int), table.to_numpy(dtype=float)


def panel_of_units(panel: Panel, units: Collection[str]) -> Panel:
    """The rows of some units, in the order they had.

    Args:
        panel: a row a unit and year.
        units: whose rows to give.

    >>> frame = pd.DataFrame({"unit": ["a", "b", "a"], "year": [2000, 2000, 2001]})
    >>> panel_of_units(Panel(frame, "accounts"), {"a"}).years
    [2000, 2001]
    """
    rows = panel.frame[UNIT].isin(list(units)).to_numpy()
    return replace(panel, frame=numbered(rows_at(panel.frame, rows)), notes=list(panel.notes), _numbers={})


def sen_lines(years: np.ndarray, values: np.ndarray, slopes: np.ndarray) -> np.ndarray:
    """Sen's line through the medians at the ``years`` (n_times,) of every series, (n_series, n_times).

    Args:
        years: of the values (n_times,).
        values: a series a row (n_series, n_times), NaN where there is none.
        slopes: of each series (n_series,), in units of the values a year.

    >>> sen_lines(np.array([0, 1, 2]), np.array([[1.0, 3.0, 8.0]]), np.array([3.5])).tolist()
    [[-0.5, 3.0, 6.5]]
    """
    return intercepts(values, years, slopes)[:, None] + slopes[:, None] * years
