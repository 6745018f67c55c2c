"""The table of coefficients that goes with an account: what became of every row of the profile, where and when."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..number_text import SEPARATOR
from .coefficient import COEFFICIENT_COLUMNS, NEP, Coefficient
from .place_year import Places, rows_of_places
from .profile import Profile, Term
from .selection import COMPONENT_ABSENT, PLACE_ABSENT, REASON, Selection

_ADDED = ("overridden", "applied", REASON, "multiplier", "applied_groups", "applied_years")


def coefficients_used(profile: Profile, selection: Selection) -> pd.DataFrame:
    """The profile's table and, for every row, what became of it.

    Columns: those of the profile, then ``overridden`` (yes, no: by the user's table), ``applied`` (yes, no), ``reason``
    (why not), ``multiplier`` (the product of the rows of that component and column where this row applied, empty where
    it is not one number; the NEP itself for ``nep``), ``applied_groups``, ``applied_years`` (where and when, such as
    ``2000–2010;2012``; no groups where the table has none).

    Args:
        profile: the coefficients.
        selection: what ``selection.select_terms`` made of them.

    >>> from .profile import load_profile
    >>> from .selection import Options, select_terms
    >>> profile = load_profile("qinba")
    >>> used = coefficients_used(profile, select_terms(["forest_ha"], profile, Options()))
    >>> used.loc[used["column"] == "forest_ha", "applied"].unique().tolist()
    ['yes']
    """
    terms = {(term.component, term.column): term for term in (*selection.applied, *selection.left_out)}
    rows = []
    for coefficient in profile.coefficients:
        if coefficient.component == NEP:
            reason = "" if coefficient.column in selection.nep else COMPONENT_ABSENT
            multiplier, places = coefficient.value, _told(selection.places, not reason)
        else:
            reason, multiplier, places = _fate(coefficient, terms[coefficient.component, coefficient.column], selection)
        added = (
            "yes" if coefficient.name in profile.overridden else "no",
            "no" if reason else "yes",
            reason,
            multiplier,
            *places,
        )
        rows.append({**coefficient.row(), **dict(zip(_ADDED, added))})
    return coefficient_frame(rows, [*COEFFICIENT_COLUMNS, *_ADDED])


def coefficient_frame(rows: Sequence[dict[str, object]], columns: Sequence[str] = COEFFICIENT_COLUMNS) -> pd.DataFrame:
    """Rows of coefficients as a frame: bounds are numbers and years whole ones, empty where there is none.

    Args:
        rows: by column, as of ``Coefficient.row``.
        columns: those of the frame, in order.

    >>> row = {"low": None, "high": 2, "from_year": 2000, "to_year": None}
    >>> coefficient_frame([row])[["high", "from_year"]].values.tolist()
    [[2.0, 2000]]
    """
    types = {"low": float, "high": float, "from_year": "Int64", "to_year": "Int64"}
    return pd.DataFrame(rows, columns=list(columns)).astype(types)


def _fate(coefficient: Coefficient, term: Term, selection: Selection) -> tuple[str, float, tuple[str, str]]:
    """Why the row stays out, or '', its term's multiplier, and the groups and years where it counts."""
    reason, everywhere = selection.left_out.get(term, ""), term.multiplier
    if reason:
        return reason, everywhere, ("", "")
    rows = term.factors[coefficient.factor]
    here = rows_of_places(rows, selection.places) == rows.index(coefficient)
    multipliers = selection.multipliers[term.component, term.column]
    if not here.any():
        return PLACE_ABSENT, np.nan, ("", "")
    found = np.unique(np.broadcast_to(multipliers, here.shape)[here])
    multiplier = float(found[0]) if len(found) == 1 else np.nan
    return "", multiplier, _told(selection.places, here)


def _told(places: Places, here: np.ndarray | bool) -> tuple[str, str]:
    """Groups and years of the rows that are ``here``, as text."""
    here = np.broadcast_to(here, places.years.shape) if len(places.years) else np.zeros(0, dtype=bool)
    groups = dict.fromkeys(group for group in places.groups[here] if group)
    return SEPARATOR.join(groups), SEPARATOR.join(_spans(np.unique(places.years[here]), np.unique(places.years)))


def _spans(years: np.ndarray, known: np.ndarray) -> list[str]:
    """``years`` as spans of neighbours among ``known``, both sorted."""
    breaks = np.flatnonzero(np.diff(np.searchsorted(known, years)) > 1) + 1
    spans = [span for span in np.split(years, breaks) if len(span)]
    return [str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans]
