"""Units in balance under every profile that ships: the choice of coefficients decides more than the data do."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..errors import InputError
from ..messages import note, phrase
from ..options import PROFILES
from ..tables.panel import Panel
from ..tables.vocabulary import YEAR
from .account import Accounts
from .amounts import read_amounts
from .completeness import check_anything_counts
from .double_counting import check_crops_counted_once
from .equations import compute_accounts
from .place_coverage import check_places_covered
from .place_year import find_places
from .profile import Profile, load_profile
from .region import UNITS_COUNTED, comparable_years, compute_region
from .selection import Options, select_terms

PREFIX = "balanced_"
_COUNTED = ("ce", "cs", "nce")


def compare_profiles(accounts: Accounts, panel: Panel, options: Options) -> Accounts:
    """``accounts`` with ``balanced_<profile>`` in the region: units with ``nce <= 0`` under each shipped profile.

    Each is computed from the same ``panel`` with the same ``options`` and the coefficients as they ship, over the
    units whose totals are complete under it. Where a profile gives no net emission its column is empty and a note says
    why.

    Args:
        accounts: what ``account.account`` found for the panel.
        panel: one row a unit and year, as it came in.
        options: the choices of the account.

    >>> import pandas as pd
    >>> from .account import account
    >>> book = pd.DataFrame({"unit": ["a"], "year": 2000, "raw_coal_t": [1.0], "forest_ha": [8.0]})
    >>> panel = Panel(book, "book")
    >>> accounts = account(panel, load_profile("qinba"))
    >>> int(compare_profiles(accounts, panel, Options()).region["balanced_qinba"].iloc[0])
    1
    """
    region, notes, told = accounts.region.copy(), [], []
    year_row = int(np.flatnonzero(comparable_years(region))[-1])
    for name in PROFILES:
        try:
            rows = _rows_of(panel, load_profile(name), options)
            reason = None if "nce" in rows else phrase("it finds no emission or no sink in the tables")
        except InputError as error:
            rows, reason = {}, error.message
        if reason is not None:
            region[PREFIX + name] = np.nan
            template = "Units in balance under the profile “{profile}” are not counted: {reason}"
            notes.append(note("profile-not-counted", template, profile=name, reason=reason))
            continue
        region[PREFIX + name] = rows["balanced_units"]
        balanced, counted = rows["balanced_units"][year_row], rows[UNITS_COUNTED][year_row]
        if not np.isnan(balanced):
            told.append(phrase("{profile}: {count} of {units}", profile=name, count=int(balanced), units=int(counted)))
    if told:
        template = "Units in balance in {year} under the coefficients of each profile: {found}."
        notes.append(note("balanced-by-profile", template, year=str(region[YEAR].iloc[year_row]), found=told))
    return replace(accounts, region=region, notes=[*accounts.notes, *notes])


def _rows_of(panel: Panel, profile: Profile, options: Options) -> dict[str, np.ndarray]:
    """The region's rows under ``profile``, each (k,). Raises what ``account`` raises."""
    places, _ = find_places(panel, options.group_field)
    selection = select_terms(panel.columns, profile, options, places=places)
    check_anything_counts(selection, profile, panel)
    check_crops_counted_once(selection, profile)
    panel.require(selection.columns)
    amounts = read_amounts(panel, selection, options)
    check_places_covered(selection, amounts, panel)
    results = compute_accounts(amounts, selection.multipliers, panel.by_year).results
    return compute_region({name: results[name] for name in _COUNTED if name in results}, panel.by_year)
