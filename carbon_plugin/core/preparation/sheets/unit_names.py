"""Units by code or name: the key under which the units' layer has what a table calls otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from ...tables.keys import find_pairs_apart_by_zeros, normalise_key
from .words import spelling

_SUFFIXES = ("自治县", "自治旗", "林区", "矿区", "县", "区", "市", "旗", "州", "镇", "乡")
_CLOSE = 0.6
_NEAR_NAMES = 100  # unknown units for which the nearest name is looked for, which takes long among many
_AMONG_CHINESE = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")  # 宁 强 县, to fill the width of a column


class UnitNames:
    """Finds keys; remembers what was found by name, by name without its last word, in two units, or not at all.

    >>> names = UnitNames({"610702": "汉台区", "610703": "南郑区"})
    >>> names.find("610702.0"), names.find("汉 台 区"), names.find("南郑"), names.find("城固县")
    ('610702', '610702', '610703', '')
    >>> names.unknown, names.by_name, names.shortened
    ({'城固县': ''}, {'汉 台 区': '610702'}, {'南郑': '610703'})
    """

    def __init__(self, keys: Mapping[str, str] | None = None):
        """``keys``: key and name of every unit; None where no units were given, and every key is its own."""
        self.keys = keys
        self.by_name: dict[str, str] = {}
        self.shortened: dict[str, str] = {}
        self.doubled: dict[str, list[str]] = {}
        self.unknown: dict[str, str] = {}
        self._met: dict[tuple[str, str], str] = {}
        self._seen: dict[str, str] = {}
        self._by_key = {spelling(key): key for key in keys or {}}
        self._by_name: dict[str, list[str]] = {}
        for key, name in (keys or {}).items():
            if name and spelling(name) != spelling(key):
                self._by_name.setdefault(spelling(name), []).append(key)
        self._stems: dict[str, list[str]] = {}
        for spelled, found in [*((one, [key]) for one, key in self._by_key.items()), *self._by_name.items()]:
            self._stems.setdefault(_stem(spelled), []).extend(found)

    @property
    def spellings(self) -> frozenset[str]:
        """Every spelling of the units that were given."""
        return frozenset([*self._by_key, *self._by_name])

    def find(self, unit: str, name: str = "") -> str:
        """The key of a unit that a table calls ``unit`` and perhaps also ``name``; '' where no unit is called so."""
        if self.keys is None:
            return self._seen.setdefault(spelling(unit), _AMONG_CHINESE.sub("", normalise_key(unit)))
        if (unit, name) not in self._met:
            self._met[unit, name] = (
                self._find(unit) or (self._find(name) if name else "") or self._not_found(unit, name)
            )
        return self._met[unit, name]

    def pairs_apart_by_zeros(self) -> list:
        """Keys of tables that differ from those of the layer only in leading zeros."""
        return find_pairs_apart_by_zeros(self.unknown, self.keys or {})

    def _find(self, text: str) -> str:
        spelled = spelling(text)
        if spelled in self._by_key:
            return self._by_key[spelled]
        found = self._by_name.get(spelled, [])
        if len(found) == 1:
            self.by_name[text] = found[0]
            return found[0]
        if len(found) > 1:
            self.doubled[text] = found
            return ""
        stems = list(dict.fromkeys(self._stems.get(_stem(spelled), []))) if _is_chinese(spelled) else []
        if len(stems) == 1 and min(len(_stem(spelled)), len(spelled)) > 1:
            self.shortened[text] = stems[0]
            return stems[0]
        return ""

    def _not_found(self, unit: str, name: str) -> str:
        if unit not in self.doubled and name not in self.doubled:
            shown = name or unit
            known = [*self._by_key, *self._by_name] if len(self.unknown) < _NEAR_NAMES else []
            near = get_close_matches(spelling(shown), known, 1, _CLOSE)
            found = self._by_name.get(near[0], []) if near else []
            self.unknown[unit] = (found[0] if found else self._by_key.get(near[0], "")) if near else ""
        return ""


def _stem(spelled: str) -> str:
    """A Chinese name without the word for its rank: 汉台 of 汉台区."""
    for suffix in _SUFFIXES:
        if spelled.endswith(suffix) and len(spelled) > len(suffix) + 1:
            return spelled[: -len(suffix)]
    return spelled


def _is_chinese(text: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in text)
