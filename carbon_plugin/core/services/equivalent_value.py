"""What one equivalent is worth (D, currency/ha): a number for all, or a seventh of grain yield times grain price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ..accounting.place_year import NO_ROW, HeldPlace, Places, are_equally_specific, rows_of_places
from ..errors import InputError
from ..messages import WARNING, Message, sentence
from ..options import EDITIONS
from ..resources import read_rows
from ..tables.panel import Panel
from ..tables.setting_columns import Key, Number, WholeNumber
from ..tables.settings import Row, Rows, Settings
from ..tables.years import FIRST_YEAR, LAST_YEAR
from ..values import Cell

_GRAIN_YIELDS = 600.0, 20_000.0  # kg/ha: of dry land, and above any record of two harvests
_FAR = 100.0  # times the edition's value, or a part of it
LABOUR_SHARE = 7.0  # land without labour gives a seventh of what the field gives (Xie et al. 2003)

_SETTINGS = Settings(
    Key("group"),
    WholeNumber("from_year", at_least=FIRST_YEAR, at_most=LAST_YEAR),
    WholeNumber("to_year", at_least=FIRST_YEAR, at_most=LAST_YEAR),
    Number("yield_kg_ha", required=True, above=0),
    Number("price_kg", required=True, above=0),
    key=("group", "from_year", "to_year"),
)


class PriceYearsError(InputError):
    template = sentence("“{table}”: “from_year” is after “to_year” in {found}.")
    remedy = sentence("Exchange the two years.")


class PricesOverlapError(InputError):
    template = sentence("“{table}”: several rows hold for the same group and years: {found}.")
    remedy = sentence("Let the years of a group follow one another without overlap.")


class NoPriceError(InputError):
    template = sentence("“{table}” has no yield and price for {found}, so the value of one equivalent is not known.")
    remedy = sentence("Add rows for these groups and years, or one without group and years that holds everywhere.")


class TwoValuesError(InputError):
    template = sentence("The value of one equivalent is given twice: as a number ({value}) and by “{table}”.")
    remedy = sentence("Leave one of the two empty.")


@dataclass(frozen=True)
class Price(HeldPlace):
    """A row of grain yield (kg/ha) and price (currency/kg), with the group and the years that it holds for."""

    group: str
    from_year: int | None
    to_year: int | None
    yield_kg_ha: float
    price_kg: float

    @property
    def value(self) -> float:
        """Of one equivalent, currency/ha.

        >>> round(Price("", None, None, 4600.89, 2.28).value, 2)
        1498.58
        """
        return self.yield_kg_ha * self.price_kg / LABOUR_SHARE


def edition_value(edition: str) -> float:
    """The value of one equivalent that the edition was published with, CNY/ha. Raises ``NotAChoiceError``.

    Args:
        edition: a key of ``options.EDITIONS``.

    >>> edition_value("xie2008")
    449.1
    """
    EDITIONS.check(edition)
    return next(float(row["value"]) for row in read_rows("services/editions.csv") if row["edition"] == edition)


def read_prices(rows: Rows, table: str) -> list[Price]:
    """Yields and prices. Raises what ``Settings.read`` raises, ``PriceYearsError``, ``PricesOverlapError``.

    Args:
        rows: as ``Settings.read`` takes them.
        table: what the user calls them.

    >>> read_prices([{"yield_kg_ha": 4900, "price_kg": 2}], "prices")[0].value
    1400.0
    """
    read = _SETTINGS.read(rows, table, lambda sound: _find_faults(sound, table))
    return [_price(row) for row in read]


def values_of_rows(prices: Sequence[Price], places: Places, panel: Panel, *, table: str) -> np.ndarray:
    """The value of one equivalent in every row of ``panel`` (n,): the group first, then the narrower span of years.

    Args:
        prices: of ``read_prices``.
        places: group and year of the rows.
        panel: the areas, for naming rows.
        table: what the user calls the prices.

    Raises ``NoPriceError``.

    >>> import pandas as pd
    >>> panel = Panel(pd.DataFrame({"unit": ["a", "b"], "year": [2000, 2010]}), "areas")
    >>> places = Places(np.array(["", ""]), np.array([2000, 2010]))
    >>> values_of_rows([Price("", None, None, 700.0, 1.0)], places, panel, table="prices").tolist()
    [100.0, 100.0]
    """
    found = rows_of_places(prices, places)
    if (found == NO_ROW).any():
        missing = dict.fromkeys(
            (str(group), int(year))
            for group, year in zip(places.groups[found == NO_ROW], places.years[found == NO_ROW])
        )
        raise NoPriceError(table=table, found=[Cell(key=group or None, year=year) for group, year in missing])
    return np.array([price.value for price in prices])[found]


def remarks_on_prices(prices: Sequence[Price], table: str, edition: str) -> list[Message]:
    """Warnings on yields that no grain has in kg/ha, and on values far from the edition's: most often another measure.

    Args:
        prices: of ``read_prices``.
        table: what the user calls them.
        edition: a key of ``options.EDITIONS``, in CNY.

    >>> [str(one.problem()) for one in remarks_on_prices([Price("", None, None, 333.0, 2.5)], "prices", "xie2008")]
    ['“prices”: grain yields are 600 to 20,000 kg/ha, but 1 row has another: 333.']
    """
    low, high = _GRAIN_YIELDS
    notes, usual = [], edition_value(edition)
    odd = [price.yield_kg_ha for price in prices if not low <= price.yield_kg_ha <= high]
    if odd:
        text = sentence(
            "“{table}”: grain yields are {low} to {high} kg/ha, but {count:row has|rows have} another: {found}."
        )
        what = sentence("Check the unit of measure: 1 kg/mu = 15 kg/ha, 1 t/ha = 1,000 kg/ha.")
        values = {"table": table, "low": low, "high": high, "count": len(odd), "found": odd}
        notes.append(Message("grain-yields-outside-range", text, values, WARNING, what))
    far = [price.value for price in prices if not 1 / _FAR <= price.value / usual <= _FAR]
    if far and not odd:
        text = sentence(
            "“{table}”: {count:row makes|rows make} one equivalent worth {found} currency/ha, far from the {usual} "
            "CNY/ha of the edition."
        )
        what = sentence("Check that prices are per kilogram; in a currency of other worth this may be right.")
        values = {"table": table, "count": len(far), "found": far, "usual": usual}
        notes.append(Message("equivalent-value-far", text, values, WARNING, what))
    return notes


def _price(row: Row) -> Price:
    return Price(row["group"] or "", row["from_year"], row["to_year"], row["yield_kg_ha"], row["price_kg"])


def _find_faults(rows: Sequence[Row], table: str) -> list[InputError]:
    errors: list[InputError] = []
    prices = [_price(row) for row in rows]
    turned = [row.cell() for row, price in zip(rows, prices) if price.years[0] > price.years[1]]
    if turned:
        errors.append(PriceYearsError(table=table, found=turned))
    overlapping = {
        row.number: row.cell()
        for (one, first), (other, second) in combinations(zip(rows, prices), 2)
        if are_equally_specific(first, second) or _crossing(first, second)
        for row in (one, other)
    }
    if overlapping:
        errors.append(PricesOverlapError(table=table, found=list(overlapping.values())))
    return errors


def _crossing(first: Price, second: Price) -> bool:
    """Whether the spans of one group overlap and neither holds the other."""
    (a, b), (c, d) = first.years, second.years
    inside = (a >= c and b <= d) or (c >= a and d <= b)
    return first.group == second.group and a <= d and c <= b and not inside
