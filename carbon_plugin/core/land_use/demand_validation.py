"""How well the transitions of one pair of dates tell the areas at the end of the next, beside “no change”."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..messages import Message, note, sentence, warning
from ..tables.vocabulary import UNIT
from .base_areas import BaseAreas
from .demand import compute_agreement, find_roots
from .demand_steps import step_probabilities
from .transition_rows import TransitionRows

REGION = "all"


def hold_last_date_out(
    rows: TransitionRows, pair: tuple[int, int], base: BaseAreas, *, by: str
) -> tuple[pd.DataFrame, list[Message]]:
    """How well the pair before tells the areas at the end of ``pair``, beside "no change": one row a unit, and ``all``.

    Args:
        rows: transitions in hectares, also of a pair that ends where ``pair`` begins.
        pair: the two years to be told.
        base: its units and classes are those compared.
        by: ``unit`` or ``region``, whose matrix tells.

    ``agreement_pct``: 100 (1 - sum |error| / 2 / area); ``no_change_pct``: the same of areas that stay as they were.

    >>> moved = [("cropland", "cropland", 3.0), ("cropland", "forest", 1.0), ("forest", "forest", 4.0)]
    >>> rows = [("a", year, year + 10, *one) for year in (2000, 2010) for one in moved]
    >>> columns = ["unit", "from_year", "to_year", "from_class", "to_class", "area_ha"]
    >>> base = BaseAreas(np.empty((1, 0)), ["a"], ["cropland", "forest"], 2020)
    >>> table = TransitionRows(pd.DataFrame(rows, columns=columns), "transitions")
    >>> hold_last_date_out(table, (2010, 2020), base, by="unit")[0].iloc[0].tolist()
    ['a', 2010, 2020, 100.0, 87.5]
    """
    earlier = [other for other in rows.pairs if other[1] == pair[0]]
    columns = [UNIT, "from_year", "to_year", "agreement_pct", "no_change_pct"]
    if not earlier:
        text = sentence("No pair ends in {year}, where the last one begins: nothing could be held out.")
        return pd.DataFrame(columns=columns), [note("nothing-held-out", text, year=str(pair[0]))]
    before = earlier[-1]
    having = set(rows.units)
    known = [unit for unit in base.units if unit in having]
    held = BaseAreas(np.empty((len(known), 0)), known, base.classes, pair[0])
    actual = rows.matrices(pair, known, base.classes)
    start, end = actual.sum(axis=2), actual.sum(axis=1)
    step, _ = step_probabilities(rows.matrices(before, known, base.classes), held, by, quiet=True)
    part = (pair[1] - pair[0]) / (before[1] - before[0])
    told = np.einsum("ui,uij->uj", start, _powers(step, part))
    frames = []
    for units, found, first, last in (
        (known, told, start, end),
        ([REGION], told.sum(axis=0)[None], start.sum(axis=0)[None], end.sum(axis=0)[None]),
    ):
        agreement, naive = (100.0 * compute_agreement(areas, last) for areas in (found, first))
        values = (units, pair[0], pair[1], agreement, naive)
        frames.append(pd.DataFrame(dict(zip(columns, values))))
    validation = pd.concat(frames, ignore_index=True)
    region = validation.iloc[-1]
    text = sentence(
        "The transitions of {earlier} tell the areas of {year} to {agreement} %, “no change” to {naive} % "
        "(region, share of the area in the right class)."
    )
    values = {"agreement": round(region["agreement_pct"], 2), "naive": round(region["no_change_pct"], 2)}
    period = f"{before[0]}–{before[1]}"
    message = warning if region["agreement_pct"] < region["no_change_pct"] else note
    return validation, [message("land-held-out", text, earlier=period, year=str(pair[1]), **values)]


def _powers(steps: np.ndarray, part: float) -> np.ndarray:
    """The matrices (u, k, k) of ``part`` steps; where a part of a step has no root, of the nearest whole number."""
    if float(part).is_integer():
        return np.linalg.matrix_power(steps, int(part))
    roots = find_roots(steps, part)
    whole = np.linalg.matrix_power(steps, max(1, round(part)))
    return np.where(np.isnan(roots), whole, roots)
