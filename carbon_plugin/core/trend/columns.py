"""The columns that trends are written into: which fields they stand for, their units and labels."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..resources import read_rows
from ..tables.vocabulary import Variable, describe

KIND = "trend"
# the indices of Huo et al. 2025, Table 6, that are followed over time
INDEX_FIELDS = ("ce", "cs", "nce", "ecc", "esc", "cf_ha", "ec_ha", "ed_ha")

_MARKS_OF_A_TEST = ("_sen", "_z", "_trend")  # a field was tested where all of these stand beside each other


def default_fields(columns: Iterable[str]) -> list[str]:
    """The indices among ``columns``, in their order in the study.

    Args:
        columns: names, in any order.

    >>> default_fields(["unit", "nce", "gdp", "ce"])
    ['ce', 'nce']
    """
    present = set(columns)
    return [name for name in INDEX_FIELDS if name in present]


def tested_fields(columns: Iterable[str]) -> list[str]:
    """The fields whose trends stand in ``columns``, in their order there.

    Args:
        columns: names of a table of trends.

    >>> tested_fields(["unit", "ce_sen", "ce_z", "ce_trend", "cs_sen"])
    ['ce']
    """
    columns = list(columns)
    present = set(columns)
    stems = [name[: -len("_sen")] for name in columns if name.endswith("_sen")]
    return [stem for stem in stems if all(stem + mark in present for mark in _MARKS_OF_A_TEST)]


def describe_trend(name: str, fields: Iterable[str]) -> Variable | None:
    """The column ``name`` of a table of the trends of ``fields``; None for a column that is no part of a trend.

    The fields are needed, since ``ce_p`` may as well be a component of the user's own in a table of accounts.

    Args:
        name: of a column.
        fields: names of the fields that were tested.

    >>> describe_trend("ce_sen", ["ce"]).name, describe_trend("gdp", ["ce"])
    ('ce_sen', None)
    """
    for field in sorted(fields, key=len, reverse=True):
        column = _columns().get(name[len(field) :]) if name.startswith(field) else None
        if column:
            return _of_field(name, field, column)
    return None


@lru_cache(maxsize=1)
def _columns() -> dict[str, dict[str, str]]:
    return {row["suffix"]: row for row in read_rows("trend_columns.csv")}


def _of_field(name: str, field: str, column: dict[str, str]) -> Variable:
    variable = describe(field)
    unit, unit_zh = (variable.unit, variable.unit_zh) if variable else ("", "")
    label_en, label_zh = (variable.label_en, variable.label_zh) if variable else (field, field)
    return Variable(
        name,
        column["unit"].format(unit=unit).strip(),
        column["unit_zh"].format(unit=unit_zh).strip(),
        f"{label_en}: {column['label_en']}",
        f"{label_zh}：{column['label_zh']}",
        column["description"],
        KIND,
        None,
        None,
        column["module"],
    )
