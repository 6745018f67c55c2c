"""What stands around a table: the year, the variable and the units of measure in titles, sheet and file names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from ...messages import Message, phrase
from ...tables.vocabulary import vocabulary
from .blocks import Block
from .heading_words import measures_in, take_year, year_of
from .variables import find_in_title
from .words import has_word


@dataclass(frozen=True)
class Around:
    """``year``: None where none is named; ``names``: variables that the title speaks of; ``measures``: above the table.

    ``title``: all that stands above, with the names of sheet and file; ``measure``: the unit of measure behind the
    variable's name; ``is_name``: the variable stands there under the
    plugin's own name; ``doubt``: what contradicts itself.
    """

    year: int | None = None
    names: tuple[str, ...] = ()
    measure: str = ""
    measures: tuple[str, ...] = ()
    is_name: bool = False
    doubt: Message | None = None
    title: str = ""


def read_around(block: Block) -> Around:
    """What titles, the name of the sheet and the name of the file say of a table.

    The sheet's name comes before the title for the year, and behind it for the variable; the file's name comes last.
    The year of a yearbook is that of its edition, and no year of its numbers.

    Args:
        block: a table of a sheet.

    >>> from .blocks import find_blocks
    >>> from .sheet import sheet_of
    >>> rows = [["各县年末总人口"], ["单位：万人"], ["地区", "人数"], ["汉台区", 55.1]]
    >>> found = read_around(find_blocks(sheet_of("统计年鉴2011.xlsx", "2010", rows))[0])
    >>> found.year, found.names, found.measures
    (2010, ('population',), ('万人',))
    """
    stem = PurePath(block.sheet.source).stem
    texts = block.sheet.texts
    titles = [text for row in block.titles for text in dict.fromkeys(texts[row]) if text]
    title = " ".join(titles)
    years = {where: year for where, text in (("sheet", block.sheet.name), ("title", title), ("file", stem)) if
             (year := _year_in(text))}  # fmt: skip
    doubt = None
    if "sheet" in years and "title" in years and years["sheet"] != years["title"]:
        doubt = phrase(
            "the sheet’s name says {sheet}, its title {title}; the name was taken",
            sheet=str(years["sheet"]),
            title=str(years["title"]),
        )
    measures = tuple(dict.fromkeys(one for text in titles for one in measures_in(text)))
    names, measure, is_name = (), "", False
    for text in (*titles, block.sheet.name, stem):
        found, its_measure = find_in_title(text)
        if found:
            names, measure = tuple(found), its_measure
            is_name = take_year(text)[0].strip() in vocabulary()
            break
    year = years.get("sheet") or years.get("title") or years.get("file")
    every = " ".join([title, block.sheet.name, stem])
    return Around(year, names, measure, measures, is_name, doubt, every)


def _year_in(text: str) -> int | None:
    if not text or has_word(text, "edition"):
        return None
    return year_of(text) or take_year(text)[1]
