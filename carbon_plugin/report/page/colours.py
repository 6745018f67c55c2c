"""Colours of a report, and what ink can be read on them."""

from __future__ import annotations

from functools import cache

from ...core.resources import read_rows

INK, QUIET, TITLE = "#22302a", "#55665e", "#1d4d3a"  # text, captions, headings
GRID, EDGE, FAINT = "#e4ebe7", "#8a978f", "#eef1ef"
BAND, BAND_WIDE, LINE, POINTS = "#9ecae1", "#deebf7", "#2171b5", INK
SOURCE, SINK, NOT_IN_BALANCE = "#8c510a", "#01665e", "#e6d3a3"
NO_TREND, NO_ZONE, NO_COLOUR = "#bdbdbd", "#d9d9d9", "transparent"
OTHERS = ("#542788", "#b35806", "#998ec3", "#f1a340", "#5e4fa2", "#66c2a5")  # for names of the user's own, in turn

_WHITE = "#ffffff"
_PALE = 0.22  # share of a colour in its pale shade


@cache
def ink_on(background: str) -> str:
    """Ink or white, whichever stands out more from ``background`` (``#rrggbb``; contrast as in WCAG 2.1).

    >>> ink_on("#01665e"), ink_on("#f5f5f5")
    ('#ffffff', '#22302a')
    """
    white, ink = (_contrast(luminance(background), luminance(colour)) for colour in (_WHITE, INK))
    return _WHITE if white > ink else INK


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, from 0 to 1 (WCAG 2.1)."""
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in channels(colour)]
    return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear))


def channels(colour: str) -> tuple[float, ...]:
    """Red, green and blue of ``#rrggbb``, each from 0 to 1."""
    return tuple(channel / 255 for channel in bytes.fromhex(colour[1:]))


def pale(colour: str) -> str:
    """``#rrggbb`` as a ground that lines can be read on."""
    return _hex(_PALE * share + 1 - _PALE for share in channels(colour))


def between(low: str, high: str, share: float) -> str:
    """The colour at ``share`` (0 to 1) of the way from ``low`` to ``high`` (``#rrggbb``)."""
    return _hex(a + share * (b - a) for a, b in zip(channels(low), channels(high)))


def component_colours(columns: list[str]) -> dict[str, str]:
    """A colour for every component of the accounts."""
    return _coloured(columns, "styles/components.csv", "column")


def driver_colours(variables: list[str]) -> dict[str, str]:
    """A colour for every driver of emission."""
    return _coloured(variables, "styles/drivers.csv", "variable")


def scenario_colours(scenarios: list[str]) -> dict[str, str]:
    """A colour for every scenario."""
    return _coloured(scenarios, "styles/scenarios.csv", "scenario")


def land_colours(classes: list[str]) -> dict[str, str]:
    """A colour for every class of land."""
    return _coloured(classes, "legends/clcd.csv", "class")


def service_colours(services: list[str]) -> dict[str, str]:
    """A colour for every ecosystem service."""
    return _coloured(services, "services/services.csv", "service")


def sequential_colours(count: int) -> list[str]:
    """``count`` colours from pale to dark, evenly along the shipped row of colours."""
    stops = [row["colour"] for row in read_rows("styles/sequential.csv")]
    places = [step * (len(stops) - 1) / max(count - 1, 1) for step in range(count)]
    return [between(stops[int(at)], stops[min(int(at) + 1, len(stops) - 1)], at - int(at)) for at in places]


def potential_colours() -> dict[int, str]:
    """The colour of every class of the potential."""
    return {int(name): colour for name, colour in _colours("styles/potential_classes.csv", "class").items()}


def _coloured(names: list[str], table: str, column: str) -> dict[str, str]:
    """The colours of a shipped table; names that it does not know take turns."""
    known = _colours(table, column)
    others = [name for name in names if name not in known]
    return {name: known.get(name) or OTHERS[others.index(name) % len(OTHERS)] for name in names}


@cache
def _colours(table: str, column: str) -> dict[str, str]:
    return {row[column]: row["colour"] for row in read_rows(table)}


def _contrast(one: float, other: float) -> float:
    lighter, darker = max(one, other), min(one, other)
    return (lighter + 0.05) / (darker + 0.05)


def _hex(shares) -> str:
    return "#" + bytes(round(255 * share) for share in shares).hex()
