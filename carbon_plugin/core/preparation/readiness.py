"""Which steps can run on the data that were given, and why the others cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..messages import Message, phrase, sentence
from ..stirpat.variables import stirpat_variables
from ..tables.panel import Panel
from ..tables.vocabulary import describe
from ..values import quoted
from .panel_checks import numbers_of

FEWEST_YEARS = 3  # of a trend
_OF_ACCOUNTS = frozenset({"ce", "energy_tce"})  # columns that the account makes itself where it has fuels
AREAS, ACCOUNTS, TRENDS, FIT, SCENARIOS, ZONES = (
    sentence("Land-use areas"),
    sentence("Carbon accounting"),
    sentence("Trends of units"),
    sentence("STIRPAT: what drives emission"),
    sentence("Carbon scenarios"),
    sentence("Carbon-neutral zones"),
)


@dataclass(frozen=True)
class Readiness:
    """``step``: the label of a step; ``reasons``: why it cannot run, none where it can."""

    step: str
    reasons: tuple[Message, ...] = ()

    @property
    def can_run(self) -> bool:
        """True where nothing speaks against it."""
        return not self.reasons


@dataclass(frozen=True, eq=False)
class Given:
    """What was given: ``units``, ``statistics`` and ``land_cover`` True where they can be read, None where absent.

    ``panel``: the sound rows of the statistics; None without. ``agree``: whether the keys of units and statistics meet.
    """

    units: bool
    statistics: bool | None
    land_cover: bool | None
    panel: Panel | None
    agree: bool = True


def find_readiness(given: Given) -> list[Readiness]:
    """Each step of the chain, in its order.

    >>> [one.can_run for one in find_readiness(Given(True, None, True, None))]
    [True, False, False, False, False, False]
    """
    areas = _of_units(given) + _of_land_cover(given)
    accounts = _of_statistics(given)
    trends = accounts + ([] if accounts else _of_years(given.panel))
    fit = accounts + ([] if accounts else _of_drivers(given.panel))
    zones = _of_units(given) + trends + _of_keys(given)
    return [
        Readiness(AREAS, tuple(areas)),
        Readiness(ACCOUNTS, tuple(accounts)),
        Readiness(TRENDS, tuple(trends)),
        Readiness(FIT, tuple(fit)),
        Readiness(SCENARIOS, tuple(fit)),
        Readiness(ZONES, tuple(zones)),
    ]


def _of_units(given: Given) -> list[Message]:
    return [] if given.units else [phrase("the units have errors")]


def _of_land_cover(given: Given) -> list[Message]:
    if given.land_cover is None:
        return [phrase("no land cover was given")]
    return [] if given.land_cover else [phrase("the land cover has errors")]


def _of_statistics(given: Given) -> list[Message]:
    if given.statistics is None:
        return [phrase("no statistics were given")]
    if not given.statistics:
        return [phrase("the statistics have errors")]
    amounts = [name for name in numbers_of(given.panel) if (known := describe(name)) and known.is_amount]
    return [] if amounts else [phrase("the statistics have no column that an account counts")]


def _of_years(panel: Panel) -> list[Message]:
    years = len(panel.years)
    if years >= FEWEST_YEARS:
        return []
    return [
        phrase("{count:year is|years are} too few for a trend, which needs {needed}", count=years, needed=FEWEST_YEARS)
    ]


def _of_drivers(panel: Panel) -> list[Message]:
    """Why there can be no fit; a driver without its column is left out of it, and not in its way."""
    drivers = [one for name, one in stirpat_variables().items() if name != "CEI"]
    fuels = any((known := describe(name)) and known.kind == "fuel" for name in panel.columns)
    made = _OF_ACCOUNTS if fuels else _OF_ACCOUNTS - {"energy_tce"}
    lacking = {one.name: [part for part in one.parts if part not in panel and part not in made] for one in drivers}
    usable = [one for one in drivers if not lacking[one.name]]
    if not usable:
        missing: Sequence[str] = list(dict.fromkeys(part for parts in lacking.values() for part in parts))
        return [phrase("no driver can be computed without {missing}", missing=quoted(missing))]
    years, needed = len(panel.years), len(usable) + 2
    if years * len(panel.units) < needed:
        return [
            phrase("{count:row is|rows are} too few for a fit, which needs {needed}", count=len(panel), needed=needed)
        ]
    return []


def _of_keys(given: Given) -> list[Message]:
    return [] if given.agree else [phrase("units and statistics have no key in common")]
