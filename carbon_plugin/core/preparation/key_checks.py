"""Whether units, statistics and land cover fit together: keys nearly alike, a better key, years in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from ..messages import Message, phrase, warning
from ..values import Counted, quoted
from .panel_checks import CLOSE


def remarks_on_near_keys(layer: str, keys: Mapping[str, str], table: str, *, units: Iterable[str]) -> list[Message]:
    """A warning on units of a table that the layer lacks, each with the key of the layer that may be meant.

    Args:
        layer, table: what the user calls them.
        keys: keys and names of the layer.
        units: keys of the table.

    >>> found = remarks_on_near_keys("counties", {"Hantai": "Hantai", "Yang": "Yang"}, "book", units=["Hantay", "Yang"])
    >>> print(found[0].values["pairs"][0])
    Hantay: Hantai?
    """
    units = dict.fromkeys(units)
    free = {spelling: key for key, name in keys.items() if key not in units for spelling in (key, name)}
    pairs = []
    for unit in units:
        near = [] if unit in keys else get_close_matches(unit, free, 1, CLOSE)
        if near:
            pairs.append(phrase("{found}: {expected}?", found=unit, expected=free[near[0]]))
    if not pairs:
        return []
    template = (
        "{count:key|keys} of “{table}” may be written otherwise in “{layer}”: {pairs}. A unit must be written one way "
        "in all tables."
    )
    return [warning("keys-nearly-alike", template, table=table, layer=layer, count=len(pairs), pairs=pairs)]


def remarks_on_key_columns(
    layer: str, columns: Mapping[str, Iterable[str]], chosen: str, *, table: str, units: Iterable[str]
) -> list[Message]:
    """A warning where another column of the layer holds more of the table's keys than the chosen one.

    ``columns``: the normalised cells of every column of the layer.

    >>> columns = {"name": ["Hantai"], "code": ["610702"]}
    >>> remarks_on_key_columns("counties", columns, "name", table="book", units=["610702"])[0].values["better"]
    Counted(name=Quoted(name='code'), count=1)
    """
    wanted = set(units)
    shared = {name: len(wanted & set(cells)) for name, cells in columns.items()}
    best = max(shared, key=shared.get, default=chosen)
    if shared.get(best, 0) <= shared.get(chosen, 0):
        return []
    template = (
        "Column “{chosen}” of “{layer}” holds {found} of the {count:key|keys} of “{table}”; more are in {better}. "
        "Choose that as the key of the units."
    )
    better = Counted(quoted([best])[0], shared[best])
    values = {"layer": layer, "table": table, "chosen": chosen, "found": shared.get(chosen, 0), "count": len(wanted)}
    return [warning("better-key", template, **values, better=better)]


def remarks_on_common_years(table: str, years: Sequence[int], dates: Sequence[int]) -> list[Message]:
    """A warning on years of a table that lie outside the dates of the land cover, and on dates outside the table.

    >>> [message.code for message in remarks_on_common_years("book", [2000, 2001, 2006], [2000, 2005])]
    ['years-outside-land-cover']
    """
    notes = []
    outside = [year for year in years if not min(dates) <= year <= max(dates)]
    if outside:
        template = (
            "“{table}”: {count:year lies|years lie} outside the dates of the land cover ({first} to {last}), where "
            "areas are missing: {years}."
        )
        values = {"table": table, "count": len(outside), "first": min(dates), "last": max(dates), "years": outside}
        notes.append(warning("years-outside-land-cover", template, **values))
    strange = [year for year in dates if not min(years) <= year <= max(years)]
    if strange:
        template = "Land cover of {dates} lies outside the years of “{table}” ({first} to {last}); check these dates."
        values = {"table": table, "dates": strange, "first": min(years), "last": max(years)}
        notes.append(warning("land-cover-outside-years", template, **values))
    return notes
