"""Weights as a .gal file, which GeoDa, PySAL and R read and write: each unit's key, and those of its neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..messages import Message, phrase, sentence, warning
from ..tables.keys import normalise_key
from ..values import Quoted, quoted
from .weights import SpatialWeights


class NotGalError(InputError):
    """``row``: of the file, from 1; ``found``: what stands there."""

    template = sentence("“{file}” is not a .gal file as far as row {row}: found {found}, expected {expected}.")
    remedy = sentence("Choose a .gal file as GeoDa, PySAL or this step writes it.")


class NoUnitsInWeightsError(InputError):
    template = sentence("“{file}” and “{layer}” have no unit in common: {file_keys} against {layer_keys}.")
    remedy = sentence("Choose the unit column whose keys the weights were made with.")


class KeysWithBlanksError(InputError):
    template = sentence("A .gal file cannot hold keys with blanks in them, such as {keys}.")
    remedy = sentence("Choose a unit column with codes, or do not ask for the weights.")


@dataclass(frozen=True)
class GalFile:
    """``neighbours``: keys by key, in the order of the file."""

    name: str
    neighbours: dict[str, list[str]]

    @property
    def keys(self) -> list[str]:
        """All keys, those of neighbours without a line of their own too."""
        every = [*self.neighbours, *(other for others in self.neighbours.values() for other in others)]
        return list(dict.fromkeys(every))


def write_gal(keys: Sequence[str], weights: SpatialWeights, *, layer: str = "units", column: str = "unit") -> str:
    """The text of a .gal file. Raises ``KeysWithBlanksError``.

    Args:
        keys: of the units (n,).
        weights: of the same units.
        layer, column: what the first line names; blanks become low lines.

    >>> write_gal(["a", "b"], SpatialWeights.of_links([0], [1], 2)).splitlines()
    ['0 2 units unit', 'a 1', 'b', 'b 0', '']
    """
    broken = [key for key in keys if not key or key.split() != [key]]
    if broken:
        raise KeysWithBlanksError(keys=quoted(broken))
    named = ["_".join(text.split()) or "_" for text in (layer, column)]
    lines = [f"0 {len(keys)} {named[0]} {named[1]}"]
    for key, others in zip(keys, weights.lists):
        lines += [f"{key} {len(others)}", " ".join(keys[other] for other in others)]
    return "\n".join(lines) + "\n"


def read_gal(text: str, name: str) -> GalFile:
    """The weights in the text of a .gal file called ``name``, keys normalised. Raises ``NotGalError``.

    Args:
        text: a line with the number of units, alone or as GeoDa writes it; then of every unit its key and the number
            of its neighbours, and their keys.
        name: of the file, for what is wrong with it.

    >>> read_gal("0 2 units unit\\na 1\\nb\\nb 0\\n", "w.gal").neighbours
    {'a': ['b'], 'b': []}
    """
    lines = text.lstrip("\ufeff").splitlines()
    first = lines[0].split() if lines else []
    count = first[0] if len(first) == 1 else first[1] if len(first) > 1 else ""
    if not count.isdecimal():
        raise NotGalError(file=name, row=1, found=Quoted(" ".join(first)[:60]), expected=phrase("a number of units"))
    words = _words(lines)
    neighbours: dict[str, list[str]] = {}
    for row, key in words:
        row, size = next(words, (row, ""))
        if not size.isdecimal():
            raise NotGalError(file=name, row=row, found=Quoted(size), expected=phrase("a number of neighbours"))
        others = [word for word in (next(words, None) for _ in range(int(size))) if word is not None]
        if len(others) < int(size):
            raise NotGalError(file=name, row=len(lines), found=phrase("the end"), expected=phrase("more neighbours"))
        neighbours[normalise_key(key)] = [normalise_key(other) for _, other in others]
    if len(neighbours) != int(count):
        raise NotGalError(file=name, row=1, found=Quoted(count), expected=str(len(neighbours)))
    return GalFile(name, neighbours)


def find_weights(gal: GalFile, keys: Sequence[str], layer: str) -> tuple[SpatialWeights, list[Message]]:
    """The weights of the units ``keys`` in a file, and what did not match. Raises ``NoUnitsInWeightsError``.

    Args:
        gal: as ``read_gal`` gives it.
        keys: of the layer's units (n,).
        layer: its name.

    >>> gal = read_gal("3\\na 2\\nb x\\nb 1\\na\\nx 1\\na\\n", "w.gal")
    >>> weights, notes = find_weights(gal, ["b", "a", "c"], "counties")
    >>> weights.lists, [message.code for message in notes]
    ([[1], [0], []], ['strangers-in-weights', 'units-without-weights'])
    """
    place = {key: number for number, key in enumerate(keys)}
    if not any(key in place for key in gal.neighbours):
        raise NoUnitsInWeightsError(file=gal.name, layer=layer, file_keys=quoted(gal.keys), layer_keys=quoted(keys))
    links = [
        (place[key], place[other])
        for key, others in gal.neighbours.items()
        if key in place
        for other in others
        if other in place
    ]
    first, second = zip(*links) if links else ((), ())
    strangers = [key for key in gal.keys if key not in place]
    without = [key for key in keys if key not in gal.neighbours]
    notes = []
    if strangers:
        template = "“{file}”: {count:unit is|units are} not in “{layer}” and left out of the neighbours: {units}."
        values = {"file": gal.name, "layer": layer, "count": len(strangers), "units": strangers}
        notes.append(warning("strangers-in-weights", template, **values))
    if without:
        template = "“{file}” does not name {count:unit|units} of “{layer}”, which have no neighbours so: {units}."
        values = {"file": gal.name, "layer": layer, "count": len(without), "units": without}
        notes.append(warning("units-without-weights", template, **values))
    return SpatialWeights.of_links(first, second, len(keys)), notes


def _words(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Every word after the first line, with its row from 1."""
    return ((row, word) for row, line in enumerate(lines[1:], start=2) for word in line.split())
