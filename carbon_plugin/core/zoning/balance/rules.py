"""The rules of the balance zones and the bands of the balance index, as tables that users edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...bilingual import Named, in_language
from ...errors import InputError
from ...messages import sentence
from ...resources import read_rows
from ...tables.setting_columns import Colour, Number, Text, WholeNumber
from ...tables.settings import Row, Rows, Settings
from ...values import Cell

MEASURES = ("nce", "ecc", "esc")

_RULES = Settings(
    Text("zone", required=True, names=True),
    Text("name_en", required=True),
    Text("name_zh"),
    Colour("colour", required=True),
    *(Number(f"{measure}_{end}") for measure in MEASURES for end in ("low", "high")),
    WholeNumber("order", required=True),
    key=("zone",),
    agreeing=("name_en", "name_zh", "colour"),
)
_BANDS = Settings(
    Text("band", required=True, names=True), Number("from"), Text("label_en"), Text("label_zh"), key=("band",)
)


class BoundsReversedError(InputError):
    template = sentence("“{table}”: the lower bound of “{measure}” is not below the upper one in {found}.")
    remedy = sentence("Exchange or correct them; leave a bound empty where there is none.")


class OrderRepeatedError(InputError):
    template = sentence("“{table}”: column “order” holds the same number more than once: {found}.")
    remedy = sentence("Rules are tried in their order, and the first that fits decides: give each its own number.")


class BandBoundsRepeatedError(InputError):
    template = sentence("“{table}”: more than one band begins at the same number, or without one: {found}.")
    remedy = sentence("Give each band its own beginning; one alone may have none.")


@dataclass(frozen=True)
class BalanceZone(Named):
    """A zone: its ``number``, by the first of its rules, its ``key``, its names, its colour as ``#rrggbb``."""

    number: int
    key: str
    name_en: str
    name_zh: str
    colour: str


@dataclass(frozen=True)
class BalanceRule:
    """What leads to a zone: ``bounds`` (low, high) by measure, None where there is none."""

    zone: BalanceZone
    bounds: dict[str, tuple[float | None, float | None]]


@dataclass(frozen=True)
class Band:
    """A band of the balance index, from ``start`` (-inf where it has none) to the next."""

    key: str
    start: float
    label_en: str
    label_zh: str

    def label(self, language: str = "en") -> str:
        """The label in ``language`` ('en' or 'zh'); the key where it has none."""
        return in_language(self, "label", language) or self.key


def read_balance_rules(rows: Rows, table: str) -> list[BalanceRule]:
    """The rules in the order in which they are tried.

    Raises, all at once: what ``Settings.read`` raises, ``BoundsReversedError``, ``OrderRepeatedError``.
    """
    read = sorted(_RULES.read(rows, table, lambda sound: _find_faults(sound, table)), key=lambda row: row["order"])
    zones: dict[str, BalanceZone] = {}
    for row in read:
        names = (row["name_en"], row["name_zh"], row["colour"])
        zones.setdefault(row["zone"], BalanceZone(len(zones) + 1, row["zone"], *names))
    return [
        BalanceRule(zones[row["zone"]], {name: (row[f"{name}_low"], row[f"{name}_high"]) for name in MEASURES})
        for row in read
    ]


def read_bands(rows: Rows, table: str) -> list[Band]:
    """The bands from low to high. Raises what ``Settings.read`` raises, ``BandBoundsRepeatedError``."""
    read = _BANDS.read(rows, table, lambda sound: _find_repeated_bands(sound, table))
    bands = [
        Band(row["band"], float("-inf") if row["from"] is None else row["from"], row["label_en"], row["label_zh"])
        for row in read
    ]
    return sorted(bands, key=lambda band: band.start)


def balance_rule_rows() -> list[dict[str, str]]:
    """The shipped rules, as rows.

    >>> row = balance_rule_rows()[0]
    >>> row["zone"], row["nce_high"]
    ('carbon_sink_functional', '0')
    """
    return read_rows("zoning/balance_rules.csv")


def band_rows() -> list[dict[str, str]]:
    """The shipped bands, as rows.

    >>> [(row["band"], row["from"]) for row in band_rows()][:2]
    [('deep_deficit', ''), ('deficit', '0.5')]
    """
    return read_rows("zoning/balance_bands.csv")


def zones_of(rules: Sequence[BalanceRule]) -> list[BalanceZone]:
    """The zones, by their numbers.

    Args:
        rules: in the order in which they are tried; several may lead to one zone.

    >>> [(zone.number, zone.key) for zone in zones_of(read_balance_rules(balance_rule_rows(), "rules"))][:2]
    [(1, 'carbon_sink_functional'), (2, 'low_carbon_development')]
    """
    return list(dict.fromkeys(rule.zone for rule in rules))


def _find_faults(rows: Sequence[Row], table: str) -> list[InputError]:
    errors: list[InputError] = []
    for measure in MEASURES:
        low, high = f"{measure}_low", f"{measure}_high"
        bad = [row for row in rows if None not in (row[low], row[high]) and row[low] >= row[high]]
        if bad:
            found = [Cell(key=row.key, row=row.number) for row in bad]
            errors.append(BoundsReversedError(table=table, measure=measure, found=found))
    orders = [row["order"] for row in rows]
    same = [Cell(key=row.key, row=row.number, value=row["order"]) for row in rows if orders.count(row["order"]) > 1]
    return [*errors, *([OrderRepeatedError(table=table, found=same)] if same else [])]


def _find_repeated_bands(rows: Sequence[Row], table: str) -> list[InputError]:
    starts = [row["from"] for row in rows]
    same = [Cell(key=row.key, row=row.number) for row in rows if starts.count(row["from"]) > 1]
    return [BandBoundsRepeatedError(table=table, found=same)] if same else []
