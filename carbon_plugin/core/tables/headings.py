"""Names of columns as people write them: labels in either language, cut names, names that stand there twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, count

import pandas as pd

from ..errors import InputError
from ..messages import WARNING, Message, note, phrase, sentence, warning
from ..values import Quoted, quoted
from ..visible_text import visible
from .heading_units import factor_to, take_apart
from .vocabulary import FILLED, INPUT_KINDS, describe, vocabulary

SHAPEFILE_NAME_LENGTH = 10  # a Shapefile cuts the names of its columns there

HEADING_SEPARATOR = " | "  # between a column's name and the labels that explain it, in one heading

_REPEATED_NAME = re.compile(r"(.+)[_.]\d+")  # what readers of tables make of a name that stands there twice
_NO_NAME = re.compile(r"field_?\d+", re.IGNORECASE)  # what they call a column without a name


class OtherUnitsError(InputError):
    """``found``: each heading with the unit of measure that is expected."""

    template = sentence("“{table}” has headings with units of measure that the plugin does not count in: {found}.")
    remedy = sentence(
        "Bring these columns into the units expected, and write the plugin’s name, or its label alone, as the heading."
    )


def has_nameless(names: Iterable[object]) -> bool:
    """True where one of ``names`` is what a reader of tables calls a column without a name.

    >>> has_nameless(["Statistics 2020", "field_2"]), has_nameless(["unit", "year"])
    (True, False)
    """
    return any(_NO_NAME.fullmatch(str(name)) for name in names)


def free_name(name: str, taken: Iterable[object]) -> str:
    """``name``, numbered where it is taken; files know no difference between capital and small letters.

    >>> free_name("class", ["Class", "class_2"])
    'class_3'
    """
    folded = {str(other).casefold() for other in taken}
    numbered = (f"{name}_{number}" for number in count(2))
    return next(free for free in chain([name], numbered) if free.casefold() not in folded)


def name_columns(
    frame: pd.DataFrame, keys: Mapping[str, str], table: str | Message
) -> tuple[pd.DataFrame, dict[str, str], list[Message]]:
    """The columns under the names of the vocabulary, the chosen key fields under theirs.

    A column that has a name of the vocabulary already comes before one that is called by its label.

    Args:
        frame: the table as it was read.
        keys: the columns that the user chose as keys, and the key that each of them is.
        table: what the user calls the table.

    Returns the frame, the columns that were renamed (old name: new name), and notes.

    >>> frame = pd.DataFrame({"code": ["1"], "年份": [2000], "总人口": [5000]})
    >>> named, renamed, notes = name_columns(frame, {"code": "unit", "年份": "year"}, "book")
    >>> list(named), str(notes[0])
    (['unit', 'year', 'population'], '“book”: columns read under the plugin’s names: 总人口 → population.')
    """
    names = {**_known_spellings(), **_spellings_with_units(frame.columns), **_explained_names(frame.columns)}
    taken = {key for column, key in keys.items() if column in frame.columns}
    exact = {column for column in frame.columns if column in vocabulary() and column not in {*keys, *taken}}
    renamed: dict[str, str] = {}
    doubles: dict[str, list[str]] = {}
    apart_by_case: dict[str, str] = {}
    folded = {name.casefold() for name in taken | exact}
    for column in frame.columns:
        name = keys.get(column) or names.get(_folded(column), str(column).strip())
        if column not in keys and column not in exact and name in taken | exact:
            if name not in keys.values():
                doubles.setdefault(name, []).append(str(column))
            name = free_name(str(column).strip(), {*taken, *exact, *frame.columns.drop(column)})
        elif column not in keys and column not in exact and name.casefold() in folded:
            name = free_name(name, {*taken, *exact, *renamed.values(), *frame.columns.drop(column)})
            apart_by_case[str(column)] = name
        taken.add(name)
        folded.add(name.casefold())
        renamed[column] = name
    _add_repeated(doubles, list(renamed.values()))
    apart = {*keys, *apart_by_case, *(column for columns in doubles.values() for column in columns)}
    named = frame.copy(deep=False)
    named.columns = [renamed[column] for column in frame.columns]
    return (
        named,
        {old: new for old, new in renamed.items() if old != new},
        [
            *_note_renamed({old: new for old, new in renamed.items() if old != new and old not in apart}, table),
            *remarks_on_names_apart_by_case(apart_by_case, table),
            *(_warn_double(name, columns, renamed, table) for name, columns in doubles.items()),
        ],
    )


def columns_meant(given: Sequence[str], keys: Mapping[str, str], wanted: Iterable[str]) -> list[str]:
    """Those of the columns ``given`` that a panel needs to have ``wanted`` and its keys; all where a key is missing.

    Args:
        given: the headings, as they stand in the file.
        keys: the columns that the user chose as keys, and the key that each of them is.
        wanted: names of the vocabulary, or headings.

    >>> columns_meant(["code", "年份", "总人口", "GDP", "remark"], {"code": "unit", "年份": "year"}, ["population"])
    ['code', '年份', '总人口']
    """
    if not set(keys) <= set(given):
        return list(given)
    _, renamed, _ = name_columns(pd.DataFrame(columns=list(given)), keys, "")
    wanted = {*wanted, *keys.values(), FILLED}
    meant = {name: _label_and_unit(str(name)) for name in given}  # in another unit, which is to be told
    named = {name: part[0] if part else renamed.get(name, name) for name, part in meant.items()}
    return [name for name in given if {name, named[name]} & wanted]


def find_other_units(names: Iterable[object], taken: Iterable[str], table: str | Message) -> list[OtherUnitsError]:
    """What is wrong where a label of the vocabulary has another unit of measure behind it.

    Args:
        names: the headings as they were read, those of the keys left out.
        taken: the names of the vocabulary that the table has under headings that are right.

    >>> print(find_other_units(["总人口（万人）"], [], "book")[0].values["found"][0])
    “总人口（万人）” (population in persons: times 10,000)
    """
    found = []
    for heading in map(str, names):
        parts = _label_and_unit(heading)
        if parts is None or parts[0] in taken:
            continue
        name, expected, factor = parts
        if factor is None:
            what = phrase("“{heading}” ({name} in {unit})", heading=heading, name=name, unit=expected)
        elif factor != 1.0:
            what = phrase(
                "“{heading}” ({name} in {unit}: times {factor})",
                heading=heading,
                name=name,
                unit=expected,
                factor=factor,
            )
        else:
            continue
        found.append(what)
    return [OtherUnitsError(table=table, found=found)] if found else []


def remarks_on_other_units(names: Iterable[object], taken: Iterable[str], table: str | Message) -> list[Message]:
    """``find_other_units`` for a step that does not count these columns: a warning that they keep their headings."""
    return [
        Message("columns-in-other-units", error.template, error.values, WARNING, error.remedy)
        for error in find_other_units(names, taken, table)
    ]


def _spellings_with_units(columns: Iterable[object]) -> dict[str, str]:
    """The headings whose unit of measure is the vocabulary's own in another spelling, folded."""
    parts = {_folded(column): _label_and_unit(str(column)) for column in columns}
    return {spelling: part[0] for spelling, part in parts.items() if part is not None and part[2] == 1.0}


def _explained_names(columns: Iterable[object]) -> dict[str, str]:
    """The headings that begin with a name of the vocabulary and explain it, as the template for statistics does."""
    first = {str(column): str(column).split(HEADING_SEPARATOR.strip())[0].strip() for column in columns}
    return {_folded(column): name for column, name in first.items() if name != column and name in vocabulary()}


def _label_and_unit(heading: str) -> tuple[str, str, float | None] | None:
    """Name, expected unit and factor of a heading that is a label with something in brackets behind it."""
    parts = take_apart(heading)
    spellings = _known_spellings()
    name = spellings.get(_folded(parts[0])) if parts and _folded(heading) not in spellings else None
    variable = describe(name) if name else None
    if variable is None or not variable.unit:
        return None
    return name, variable.unit, factor_to(variable.unit, parts[1])


def _add_repeated(doubles: dict[str, list[str]], names: Sequence[str]) -> None:
    """Add what looks like a second column of one name, such as ``population_1`` beside ``population``."""
    for name in names:
        repeated = _REPEATED_NAME.fullmatch(name)
        first = describe(repeated.group(1)) if repeated else None
        if first and first.kind in INPUT_KINDS and first.name in names and describe(name) is None:
            doubles.setdefault(first.name, []).append(name)


def _note_renamed(renamed: Mapping[str, str], table: str | Message) -> list[Message]:
    if not renamed:
        return []
    changed = [phrase("{old} → {new}", old=old, new=new) for old, new in renamed.items()]
    template = "“{table}”: columns read under the plugin’s names: {changed}."
    return [note("columns-renamed", template, table=table, changed=changed)]


def remarks_on_names_apart_by_case(renamed: Mapping[str, str], table: str | Message) -> list[Message]:
    """A note on columns that got another name since files do not tell capital letters from small ones."""
    if not renamed:
        return []
    changed = [phrase("{old} → {new}", old=Quoted(old), new=Quoted(new)) for old, new in renamed.items()]
    template = (
        "“{table}” has columns whose names differ only in capital and small letters, which many files take for one; "
        "written under other names: {changed}."
    )
    return [note("names-apart-by-case", template, table=table, changed=changed)]


def _warn_double(name: str, columns: Sequence[str], renamed: Mapping[str, str], table: str | Message) -> Message:
    used = next(column for column, new in renamed.items() if new == name)
    return warning(
        "columns-mean-the-same",
        "“{table}”: {columns} and {used} all seem to mean {name}. Only {used} is counted: if that is not what you "
        "want, remove or rename it.",
        table=table,
        columns=quoted(columns),
        used=Quoted(used),
        name=name,
    )


@lru_cache(maxsize=1)
def _known_spellings() -> dict[str, str]:
    """Every spelling of the vocabulary's columns, folded: name, labels, and what a Shapefile leaves of the name."""
    variables = vocabulary().values()
    spellings = {_folded(variable.name): variable.name for variable in variables}
    for variable in variables:
        for label in (variable.label_en, variable.label_zh, variable.alias("en"), variable.alias("zh")):
            spellings.setdefault(_folded(label), variable.name)
    cut = Counter(variable.name[:SHAPEFILE_NAME_LENGTH] for variable in variables)
    for variable in variables:
        short = variable.name[:SHAPEFILE_NAME_LENGTH]
        if short != variable.name and cut[short] == 1:
            spellings.setdefault(short, variable.name)
    return spellings


def _folded(name: object) -> str:
    return visible(str(name)).strip().lower().replace(" ", "").replace("（", "(").replace("）", ")")
