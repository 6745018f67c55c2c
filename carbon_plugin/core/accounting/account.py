"""Carbon emission, sink, balance and footprint of every unit and year.

Every emission and every sink is a column of the panel times what the coefficients of a profile make of it
(``equations.compute_accounts``). Mass in t C a year, areas in ha, energy in tce.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..messages import Message
from ..progress import Progress, Silent, advance
from ..tables.frames import with_columns
from ..tables.panel import Panel
from ..tables.vocabulary import FILLED, describe, vocabulary
from .amounts import read_amounts, remarks_on_unmeasured_land
from .coefficient import CE_URBAN
from .completeness import (
    check_anything_counts,
    remarks_on_absent_results,
    remarks_on_carried_along,
    remarks_on_coverage,
    remarks_on_empty_cells,
    remarks_on_uncounted,
)
from .double_counting import check_crops_counted_once, remarks_on_double_counting
from .energy import remarks_on_energy
from .equations import carbon_parts, compute_accounts, energy_parts
from .place_coverage import check_places_covered, remarks_on_places
from .place_year import find_places
from .plausibility import remarks_on_emitting_vegetation, remarks_on_no_emission, remarks_on_sinks_above_nep
from .profile import Profile
from .region import RATIOS, account_region, remarks_on_region
from .selection import (
    CE_BREATHING,
    CE_ENERGY,
    EMISSION_PREFIX,
    ENERGY_TCE,
    FIXED,
    SINK_PREFIX,
    ZERO,
    Options,
    Selection,
    select_terms,
)
from .used import coefficients_used

GDP = "gdp"


@dataclass(frozen=True)
class Accounts:
    """The finished account.

    ``panel``: all columns that came in, then the results. ``region``: a row a year (``region.account_region``).
    ``used``: the coefficients and what became of them (``used.coefficients_used``).
    """

    panel: Panel
    region: pd.DataFrame
    used: pd.DataFrame
    notes: list[Message]


def account(panel: Panel, profile: Profile, options: Options = Options(), *, progress: Progress = Silent()) -> Accounts:
    """Account for the carbon of every row of ``panel``.

    Results: those of ``equations.compute_accounts``, with ``energy_tce`` only where it is not a column already.
    ``filled`` names the results that rest on filled variables for at least half.

    Args:
        panel: one row a unit and year; statistics and areas under the vocabulary's names, perhaps ``filled``.
        profile: the coefficients.
        options: the choices of the account.
        progress: is told the share done, 0 to 1, and may cancel.

    Raises ``NothingToAccountError``, ``NetLandAndCropSinkError``, ``MissingColumnsError``, ``GroupChangesError``,
    ``TextInNumbersError``, ``NegativeAmountsError``, ``GroupsNotCoveredError``, ``YearsNotCoveredError``,
    ``Cancelled``.

    >>> from .profile import load_profile
    >>> book = pd.DataFrame({"unit": ["a", "b"], "year": 2000, "raw_coal_t": [1.0, 20.0], "forest_ha": [8.0, 2.0]})
    >>> account(Panel(book, "book"), load_profile("qinba")).panel.frame["nce"].round(2).tolist()
    [-45.64, -1.17]
    """
    selection, amounts, place_notes = prepare_account(panel, profile, options)
    advance(progress, 0.2)

    computed = compute_accounts(
        amounts,
        selection.multipliers,
        panel.by_year,
        nep=selection.nep,
        standard_coal=None if ENERGY_TCE in panel else selection.standard_coal,
        gdp=panel.numbers(GDP) if GDP in panel else None,
        renormalise=options.renormalise,
        fixed_footprint=options.footprint_factor == FIXED,
    )
    advance(progress, 0.6)

    accounted = _with_results(panel, computed.results, filled_results(panel, amounts, selection))
    advance(progress, 0.8)

    region = account_region(
        accounted, _summable(accounted, selection, computed.results), computed.footprint, options=options
    )
    notes = [
        *profile.notes,
        *place_notes,
        *remarks_on_places(profile, selection, options.group_field),
        *_remarks_on_selection(selection, profile, panel),
        *_remarks_on_results(panel, amounts, computed.results, selection, options),
        *remarks_on_region(region),
    ]
    advance(progress, 1.0)
    return Accounts(accounted, region, coefficients_used(profile, selection), notes)


def prepare_account(
    panel: Panel, profile: Profile, options: Options
) -> tuple[Selection, dict[str, np.ndarray], list[Message]]:
    """What the equations of an account need: the coefficients that count, the amounts they apply to (n,), and what is
    said of the places of the rows. Raises what ``account`` raises, but for ``Cancelled``.

    Args:
        panel, profile, options: as of ``account``.

    >>> from .profile import load_profile
    >>> book = pd.DataFrame({"unit": ["a", "b"], "year": 2000, "raw_coal_t": [1.0, 20.0], "forest_ha": [8.0, 2.0]})
    >>> prepare_account(Panel(book, "book"), load_profile("qinba"), Options())[1]["forest_ha"].tolist()
    [8.0, 2.0]
    """
    places, notes = find_places(panel, options.group_field)
    selection = select_terms(panel.columns, profile, options, places=places)
    check_anything_counts(selection, profile, panel)
    check_crops_counted_once(selection, profile)
    panel.require([*selection.columns, *(name for name in (GDP, ENERGY_TCE) if name in panel)])
    amounts = read_amounts(panel, selection, options)
    check_places_covered(selection, amounts, panel)
    return selection, amounts, notes


def _with_results(panel: Panel, results: Mapping[str, np.ndarray], filled: Mapping[str, np.ndarray]) -> Panel:
    """All columns that came in, then the results in the vocabulary's order, a user's component before its total.

    ``filled``: by result, True where it rests on filled variables (n,).
    """
    order = {name: place for place, name in enumerate(vocabulary())}

    def place(name: str) -> float:
        return order.get(name, order["ce" if name.startswith(EMISSION_PREFIX) else "cs"] - 0.5)

    columns = {name: results[name] for name in sorted(results, key=place)}
    frame = with_columns(panel.frame, columns, without=[name for name in panel.frame if name in results])
    if FILLED in panel:
        marks = {name: rows for name, rows in filled.items() if name in results}
        frame = with_columns(frame, {FILLED: panel.filled.with_results(marks)})
    return replace(panel, frame=frame, _numbers={})


def filled_results(panel: Panel, amounts: Mapping[str, np.ndarray], selection: Selection) -> dict[str, np.ndarray]:
    """By result, True where it rests on filled variables (n,); nothing where the panel has no column ``filled``.

    Args:
        panel: n rows, with the names of filled columns in ``filled``.
        amounts: by column, (n,), in the units of the vocabulary.
        selection: the coefficients that count.

    >>> from .profile import load_profile
    >>> book = pd.DataFrame({"unit": ["a", "b"], "year": 2000, "raw_coal_t": [1.0, 20.0], "forest_ha": 2.0})
    >>> panel = Panel(book.assign(filled=["", "raw_coal_t"]), "book")
    >>> selection, amounts, _ = prepare_account(panel, load_profile("qinba"), Options())
    >>> filled_results(panel, amounts, selection)["ce"].tolist()
    [False, True]
    """
    if FILLED not in panel:
        return {}
    names = panel.filled
    parts = dict(carbon_parts(amounts, selection.multipliers))

    def rests(*components: str) -> np.ndarray:
        return names.rest_on_filled((column, added) for (name, column), added in parts.items() if name in components)

    components = selection.components
    emission = rests(*(name for name in components if name.startswith(EMISSION_PREFIX)))
    sink = rests(*(name for name in components if name.startswith(SINK_PREFIX)))
    net, energy = rests(*components), energy_parts(amounts, selection.standard_coal)
    marks = {name: rests(name) for name in components}
    marks.update({CE_URBAN: rests(CE_ENERGY, CE_BREATHING), "ce": emission, "cs": sink, "nce": net})
    marks.update({"ecc": emission | names.rows(GDP), "esc": emission | sink})
    marks.update({"cf_ha": emission, "ec_ha": sink, "ed_ha": net, ENERGY_TCE: names.rest_on_filled(energy.items())})
    return marks


def _summable(accounted: Panel, selection: Selection, results: Mapping[str, np.ndarray]) -> list[str]:
    """The columns a region has a sum of: amounts, areas, carbon and footprints."""

    def is_summable(name: str) -> bool:
        if name in results or name in selection.columns:
            return name not in RATIOS
        known = describe(name)
        return known is not None and known.is_amount

    return [name for name in accounted.columns if is_summable(name)]


def _remarks_on_selection(selection: Selection, profile: Profile, panel: Panel) -> list[Message]:
    """What the choice of columns leaves out, counts twice or beyond measure."""
    return [
        *remarks_on_coverage(selection, panel.columns),
        *remarks_on_double_counting(selection),
        *remarks_on_sinks_above_nep(selection),
        *remarks_on_uncounted(profile, panel.columns),
    ]


def _remarks_on_results(
    panel: Panel,
    amounts: Mapping[str, np.ndarray],
    results: Mapping[str, np.ndarray],
    selection: Selection,
    options: Options,
) -> list[Message]:
    """What the numbers themselves tell."""
    numbers = {name: panel.numbers(name) for name in selection.columns}
    if options.missing == ZERO:  # what stays empty is not counted as 0
        numbers = {name: np.where(np.isnan(amounts[name]), 0.0, values) for name, values in numbers.items()}
    given = panel.numbers(ENERGY_TCE) if ENERGY_TCE in panel else None
    return [
        *remarks_on_empty_cells(numbers, options.missing == ZERO),
        *remarks_on_unmeasured_land(panel, amounts, options.missing == ZERO),
        *remarks_on_absent_results(results, GDP in panel, bool(selection.nep)),
        *remarks_on_emitting_vegetation(
            results, selection, panel.by_year, fixed_footprint=options.footprint_factor == FIXED
        ),
        *remarks_on_energy(energy_parts(amounts, selection.standard_coal), selection, given),
        *remarks_on_carried_along(panel.columns, results, selection),
        *remarks_on_no_emission(panel, results),
    ]
