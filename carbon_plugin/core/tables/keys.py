"""The keys of a row: units as text of one spelling, years as integers, no two rows with the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from ..errors import (
    AmbiguousKeysError,
    DuplicateKeysError,
    DuplicateUnitsError,
    InputError,
    MissingKeysError,
    NoCommonUnitsError,
)
from ..messages import Message, note, phrase, warning
from ..values import Cell
from ..visible_text import visible
from .cells import ascii_digits, cells_at, is_missing
from .frames import columns_at, rows_at

_WHOLE_NUMBER = re.compile(r"([+-]?\d+)\.0*")


def normalise_key(value: object) -> str:
    """One spelling for one unit: trimmed, full-width digits in ASCII, ``610702.0`` as ``610702``; '' where missing.

    Characters that nobody sees are left out, no-break spaces are spaces, and letters with accents are one character
    (NFC) however they are stored.

    >>> normalise_key(" ６１０７０２ "), normalise_key(610702.0), normalise_key("001"), normalise_key(None)
    ('610702', '610702', '001', '')
    >>> normalise_key("Sa\u0303o\xa0Jose\u0301\u200b") == "S\xe3o Jos\xe9"
    True
    """
    if is_missing(value):
        return ""
    text = ascii_digits(visible(str(value)).strip())
    whole = _WHOLE_NUMBER.fullmatch(text)
    return whole.group(1) if whole else text


def remarks_on_hidden_differences(cells: Iterable[object], table: str | Message, column: str) -> list[Message]:
    """A note on keys whose stored text is not what one sees: accents apart, invisible characters, no-break spaces.

    >>> remarks_on_hidden_differences(["610702\u200b", "610703"], "book", "unit")[0].values["units"]
    [Cell(unit='610702', year=None, column=None, value=None, row=None, scenario=None, key=None)]
    """
    texts = pd.unique(pd.Series([cell for cell in cells if isinstance(cell, str)], dtype=object))
    hidden = [normalise_key(text) for text in texts if not text.isascii() and visible(text).strip() != text.strip()]
    if not hidden:
        return []
    return [
        note(
            "keys-look-alike",
            "“{table}”: column “{column}” has {count:key|keys} with characters that are not seen, or with accents "
            "stored apart, read as they look: {units}.",
            table=table,
            column=column,
            count=len(hidden),
            units=[Cell(key) for key in hidden],
        )
    ]


def apart_by_case(names: Iterable[str]) -> list[list[str]]:
    """The spellings of each name that is written in more than one way, in capital and small letters.

    >>> apart_by_case(["Low", "high", "low", "Low"])
    [['Low', 'low']]
    """
    spellings: dict[str, dict[str, None]] = {}
    for name in dict.fromkeys(names):
        spellings.setdefault(name.casefold(), {})[name] = None
    return [list(ways) for ways in spellings.values() if len(ways) > 1]


def remarks_on_keys_apart_by_case(keys: Iterable[str], table: str | Message, column: str) -> list[Message]:
    """A warning on normalised keys that differ only in capital and small letters, which are kept apart.

    >>> [str(pair) for pair in remarks_on_keys_apart_by_case(["A1", "a1", "b"], "book", "unit")[0].values["pairs"]]
    ['A1 / a1']
    """
    apart = apart_by_case(keys)
    if not apart:
        return []
    return [
        warning(
            "keys-apart-by-case",
            "“{table}”: column “{column}” holds names that differ only in capital and small letters, which count as "
            "different: {pairs}. Where they mean the same, write them in one way.",
            table=table,
            column=column,
            pairs=[phrase("{names}", names=" / ".join(ways)) for ways in apart],
        )
    ]


def normalise_keys(values: Iterable[object]) -> pd.Series:
    """``normalise_key`` of every value, as an object column of text.

    >>> normalise_keys([1.0, "1", None]).tolist()
    ['1', '1', '']
    """
    series = pd.Series(list(values), dtype=object)
    spelled = {value: normalise_key(value) for value in series.dropna().unique()}
    return series.map(lambda value: spelled.get(value, ""), na_action=None).astype(object)


def compare_units(
    first: str | Message, first_units: Iterable[str], second: str | Message, *, second_units: Iterable[str]
) -> list[Message]:
    """Hold the unit keys of two tables against each other; notes name those that only one of them has.

    Args:
        first, second: what the user calls the two tables.
        first_units, second_units: their normalised keys, each as often as it likes.

    Raises ``AmbiguousKeysError`` where ``001`` meets ``1``, ``NoCommonUnitsError`` where nothing meets.

    >>> [str(message) for message in compare_units("zones", ["1", "2"], "trends", second_units=["1"])]
    ['“trends” lacks 1 unit of “zones”: 2.']
    """
    ours, theirs = dict.fromkeys(first_units), dict.fromkeys(second_units)
    pairs = find_pairs_apart_by_zeros(ours, theirs)
    if pairs:
        raise AmbiguousKeysError(pairs=pairs, first=first, second=second)
    only_first = [key for key in ours if key not in theirs]
    only_second = [key for key in theirs if key not in ours]
    if len(only_first) == len(ours):
        raise NoCommonUnitsError(first=first, second=second, first_keys=list(ours), second_keys=list(theirs))
    found = (
        ("units-only-in-first", first, second, only_first),
        ("units-only-in-second", second, first, only_second),
    )
    return [
        warning(
            code,
            "“{second}” lacks {count:unit|units} of “{first}”: {units}.",
            second=lacking,
            first=having,
            count=len(units),
            units=[Cell(key) for key in units],
        )
        for code, having, lacking, units in found
        if units
    ]


def find_pairs_apart_by_zeros(first: Iterable[str], second: Iterable[str]) -> list[Message]:
    """Pairs such as ``001`` and ``1``, one of either table: digits that differ only in leading zeros.

    >>> [str(pair) for pair in find_pairs_apart_by_zeros(["001", "7"], ["1", "7"])]
    ['001 / 1']
    """
    bare: dict[str, list[str]] = {}
    for key in dict.fromkeys(second):
        if key.isdigit():
            bare.setdefault(key.lstrip("0"), []).append(key)
    pairs = {
        tuple(sorted((key, other)))
        for key in first
        if key.isdigit()
        for other in bare.get(key.lstrip("0"), [])
        if other != key
    }
    return [phrase("{first} / {second}", first=one, second=other) for one, other in sorted(pairs)]


def find_empty_keys(keys: pd.Series, table: str | Message, column: str) -> list[InputError]:
    """What is wrong where a normalised key is empty; the index of ``keys`` counts the rows of the table from 0."""
    rows = row_numbers(keys == "")
    return [MissingKeysError(table=table, column=column, count=len(rows), rows=rows)] if rows else []


def find_unit_faults(units: pd.Series, table: str | Message, column: str) -> list[InputError]:
    """What is wrong with the units of one table: empty ones, and ``001`` beside ``1``."""
    errors = find_empty_keys(units, table, column)
    keys = units[units != ""].unique()
    pairs = find_pairs_apart_by_zeros(keys, keys)
    return [*errors, AmbiguousKeysError(pairs=pairs, first=table, second=table)] if pairs else errors


def find_repeated_units(units: Sequence[str], table: str | Message, column: str) -> list[InputError]:
    """What is wrong where a table with a row a unit has two of one."""
    keys = pd.Series(list(units), dtype=object)
    repeated = keys[keys.duplicated() & (keys != "")].unique()
    if not len(repeated):
        return []
    return [DuplicateUnitsError(table=table, units=[Cell(key) for key in repeated], column=column)]


def find_repeated_rows(frame: pd.DataFrame, keys: Sequence[str], table: str | Message) -> list[InputError]:
    """What is wrong where two rows of a panel have the same ``keys`` (of ``unit``, ``year``, ``scenario``)."""
    of_keys = columns_at(frame, keys)
    repeated = of_keys[of_keys.duplicated()].drop_duplicates()
    if repeated.empty:
        return []
    return [DuplicateKeysError(table=table, keys=cells_at(repeated, np.ones(len(repeated), dtype=bool)))]


def first_rows(frame: pd.DataFrame, sound: np.ndarray, keys: Sequence[str]) -> np.ndarray:
    """(n,) True for the ``sound`` rows (n,) of ``frame``, of several with the same ``keys`` the first."""
    first = sound.copy()
    first[sound] = ~rows_at(columns_at(frame, keys), sound).duplicated().to_numpy()
    return first


def row_numbers(rows: pd.Series) -> list[int]:
    """Row numbers as a reader of the table counts them, from 1."""
    return [int(number) + 1 for number in rows.index[rows.to_numpy()]]
