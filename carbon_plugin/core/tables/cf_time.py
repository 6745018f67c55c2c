"""Times as the climate and forecast conventions write them, ``1908 (months since 1850-01-01)``, as years.

Eaton et al., NetCDF Climate and Forecast Metadata Conventions 1.11, section 4.4. Only the standard library.
"""

from __future__ import annotations

import math
import re
from datetime import date, timedelta

_TIME = re.compile(
    r"=\s*(?P<value>[-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*\(\s*(?P<unit>year|month|day|hour|minute|second)s?\s+since\s+"
    r"(?P<year>\d{1,4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?P<clock>[^)]*)\)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(\w+\s*=\s*[-+\d.eE]+\s*)?\(?\s*\w+\s+since\s+[-\d]+[^)]*\)?", re.IGNORECASE)
_IN_A_DAY = {"day": 1.0, "hour": 24.0, "minute": 1440.0, "second": 86400.0}
_DAYS = {"noleap": 365, "365_day": 365, "all_leap": 366, "366_day": 366, "360_day": 360}
_REAL = frozenset({"", "standard", "gregorian", "proleptic_gregorian"})
_LONGEST_MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def without_epoch(name: str) -> str:
    """``name`` without what it says of a time since another, in which the year is not the layer's.

    >>> without_epoch("Band 1: time=1908 (months since 1850-01-01)").strip()
    'Band 1:'
    """
    return _SINCE.sub(" ", name)


def year_of_time(name: str, calendar: str = "") -> int | None:
    """The year of a band called like ``time=1908 (months since 1850-01-01)``; None where it is called otherwise.

    ``calendar``: as the conventions name it; a year of ``noleap`` has 365 days, of ``360_day`` 360. None for a
    calendar that is not known.

    >>> year_of_time("time=1908 (months since 1850-01-01)"), year_of_time("time=547 (days since 2000-01-01)")
    (2009, 2001)
    >>> year_of_time("time=58035 (days since 1850-01-01)", "noleap"), year_of_time("npp_2009")
    (2009, None)
    """
    found = _TIME.search(name)
    if found is None:
        return None
    value, unit = float(found["value"]), found["unit"].lower()
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if unit == "year":
        return math.floor(year + (month - 1) / 12 + value)
    if unit == "month":
        return math.floor((year * 12 + month - 1 + value) / 12)
    days = value / _IN_A_DAY[unit]
    if calendar.lower() in _REAL:
        try:
            return (date(year, month, day) + timedelta(days=math.floor(days))).year
        except (ValueError, OverflowError):
            return None
    length = _DAYS.get(calendar.lower())
    if length is None:
        return None
    before = (month - 1) * 30 if length == 360 else sum(_LONGEST_MONTHS[: month - 1])
    return math.floor(year + (before + day - 1 + days) / length)
