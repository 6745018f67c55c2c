"""What a reader should know of a sink that follows the land, and where it cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..accounting.profile import Profile
from ..accounting.selection import CS_CROP
from ..errors import InputError
from ..messages import Message, note, sentence, warning
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from ..values import Cell

_STEP_TOLD = 0.05  # relative: land cover and statistics of one year seldom agree closer

_UNCOVERED = sentence(
    "“{table}”: {count:unit has|units have} no land in years from the base year to {horizon}, and no sink there (in "
    "brackets the first such year): {units}."
)
_STEP = sentence(
    "In the base year the demanded land takes up {demanded} t C, the accounts say {accounted} t C for the same "
    "classes, {percent} % apart: check that profile and coefficients are those of the accounts, and that the demand "
    "begins with their land."
)
_UNKNOWN_CROPS = sentence("The sink of crops is unknown in {count:unit|units}, whose whole sink is so too: {units}.")


class NoLandSinkError(InputError):
    template = sentence(
        "“{table}” has no area that takes up carbon by the coefficients: its areas are {found}, they know {expected}."
    )
    remedy = sentence("Name its columns as the classes of the coefficients, or add coefficients of your own.")


class LandEndsError(InputError):
    template = sentence(
        "“{table}” ends in {last}, before the horizon {horizon}, and land is not assumed beyond its dates."
    )
    remedy = sentence("Project the land to the horizon, or choose an earlier horizon.")


class LandBeginsError(InputError):
    template = sentence(
        "“{table}” begins in {first}, after the base year {base_year}, and “{accounts}” has no areas before: nothing "
        "is known of the land between."
    )
    remedy = sentence("Give land from the base year on, or accounts with the areas of their classes.")


def remarks_on_cover(
    known: np.ndarray,
    wanted: np.ndarray,
    demand: Panel,
    *,
    units: Sequence[str],
    years: np.ndarray,
    scenarios: Sequence[str],
    accounts: str,
) -> list[Message]:
    """A warning that names the units without land in some years; an error where that is so of all.

    Args:
        known: (s, u, t), where the land is known.
        wanted: (u, t), where it is needed.
        demand: land to come.
        units, years, scenarios: keys of the axes.
        accounts: the name of the table of accounts.

    Raises ``LandBeginsError``.
    """
    lacking = wanted & ~known
    if not lacking.any():
        return []
    first = min(demand.years)
    without = lacking.any(axis=(0, 2))
    begins = years[wanted.any(axis=0)][0]
    if without[wanted.any(axis=1)].all() and first > begins:
        raise LandBeginsError(table=demand.table, first=str(first), base_year=str(begins), accounts=accounts)
    cells = []
    for u in np.flatnonzero(without):
        s = int(np.argmax(lacking[:, u].any(axis=1)))
        everywhere = lacking[:, u].any(axis=1).all()
        year = int(years[np.argmax(lacking[s, u])])
        cells.append(Cell(units[u], year, scenario=None if everywhere else scenarios[s]))
    told = {"count": len(cells), "horizon": str(years[-1]), "units": cells}
    return [warning("land-not-covered", _UNCOVERED, table=demand.table, **told)]


def remarks_on_held(profile: Profile, held: Sequence[str], demand: Panel, *, table: str) -> list[Message]:
    """What of the sink is held, and that crops are missing where the profile knows them but the accounts do not.

    Args:
        profile: the coefficients.
        held: parts of the sink that the land does not give.
        demand: land to come.
        table: the name of the table of accounts.
    """
    messages = []
    if CS_CROP in held:
        text = sentence("What crops take up is held at the last known value of each unit.")
        messages.append(note("crop-sink-held", text))
    elif any(term.component == CS_CROP for term in profile.terms()):
        text = sentence(
            "“{table}” has no column {column}: the sink counts what land takes up alone, without crops, though the "
            "coefficients know them."
        )
        messages.append(warning("crop-sink-absent", text, table=table, column=CS_CROP))
    others = [name for name in held if name != CS_CROP]
    if others:
        text = sentence(
            "“{table}” has no area for {columns}, or the coefficients none: {count:this sink is|these sinks are} held "
            "at the last known value of each unit."
        )
        messages.append(warning("sinks-held", text, table=demand.table, columns=others, count=len(others)))
    return messages


def remarks_on_step(
    components: Mapping[str, np.ndarray],
    history: Panel,
    units: Sequence[str],
    *,
    base_years: np.ndarray,
    years: np.ndarray,
    land: int,
) -> list[Message]:
    """A warning where the sink of the land in the base year is not that of the accounts.

    Args:
        components: (l, u, t) of each part, t C a year.
        history: the accounts.
        units, years: keys of the axes.
        base_years: (u,).
        land: the scenario of the land to look at.
    """
    at = np.searchsorted(years, base_years)
    rows = dict(zip(zip(history.frame[UNIT], history.frame[YEAR].astype(int)), range(len(history))))
    place = np.array([rows.get((unit, int(year)), -1) for unit, year in zip(units, base_years)])
    demanded = accounted = 0.0
    for name, values in components.items():
        if name not in history:
            continue
        told = np.where(place >= 0, history.numbers(name)[place], np.nan)
        found = values[land, np.arange(len(units)), at]
        both = np.isfinite(told) & np.isfinite(found)
        demanded, accounted = demanded + found[both].sum(), accounted + told[both].sum()
    if abs(demanded - accounted) <= _STEP_TOLD * abs(accounted):
        return []
    percent = 100.0 * abs(demanded - accounted) / abs(accounted) if accounted else 100.0
    told = {"demanded": round(demanded), "accounted": round(accounted), "percent": round(percent)}
    return [warning("land-sink-steps", _STEP, **told)]


def remarks_on_unknown_crops(crops: np.ndarray | None, listed: np.ndarray, units: Sequence[str]) -> list[Message]:
    """Which units with land have no known sink of crops.

    Args:
        crops: (l, u, t), t C a year; None where nothing is held.
        listed: (u,), units with land to come.
        units: (u,) their keys.
    """
    if crops is None:
        return []
    cells = [Cell(units[u]) for u in np.flatnonzero(listed & np.isnan(crops[0, :, -1]))]
    return [warning("crop-sink-unknown", _UNKNOWN_CROPS, count=len(cells), units=cells)] if cells else []
