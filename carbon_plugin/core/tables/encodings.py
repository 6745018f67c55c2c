"""Which code page a text is in, as far as its bytes tell. Only the standard library.

UTF-8 and UTF-16 with its mark are certain. Chinese text in GB18030 is taken for it where every character is one that
people write; all other code pages share their bytes with one another, so that whoever has the file must say.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Names as QGIS lists them, and the name Python has.
_OTHERS = {
    "windows-1252": "cp1252",
    "Big5": "big5",
    "Shift_JIS": "cp932",
    "EUC-KR": "cp949",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
}
_PLAUSIBLE = 0.9  # the share of characters beyond ASCII that people of that script write
_COMMON_LETTERS = {  # the letters beyond ASCII that a single byte may stand for, without box drawings and odd signs
    "windows-1252": frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒ°ºª²³’–—“”‘«»"),
    "windows-1250": frozenset("áäąćčďęěéíĺľłńňóöôőŕřśšťúůűüýźžżßÁÄĄĆČĎĘĚÉÍĹĽŁŃŇÓÖÔŐŔŘŚŠŤÚŮŰÜÝŹŽŻ°’–—“”„«»"),
    "windows-1251": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄҐ№°–—«»"),
}
_SHOWN = 40
# One odd character in a word of the West.
_AMONG_LETTERS = re.compile(r"[A-Za-z][^\x00-\x7f][a-z]|\b[^\W\x00-\x7f][a-z]{2}")
_FIRST_CHARACTERS, _LAST_COMMON, _LAST_OF_KOREAN = 0xB0, 0xD7, 0xC8  # rows of GB2312
_ENOUGH = 8  # distinct characters, of which one at least would come from another row if they were Chinese


def is_utf8(data: bytes) -> bool:
    """True where ``data`` can be UTF-8, with a mark at its beginning or without.

    >>> is_utf8("汉中".encode()), is_utf8("汉中".encode("gb18030"))
    (True, False)
    """
    return is_utf8_throughout([data])


def is_utf8_throughout(blocks: Iterable[bytes]) -> bool:
    """``is_utf8`` of the blocks of a file in a row, which may end inside a character.

    >>> is_utf8_throughout([b"\\xe6", b"\\xb1\\x89"]), is_utf8_throughout([b"\\xe6"])
    (True, False)
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in blocks:
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def is_utf16(data: bytes) -> bool:
    """True where ``data`` begins with the mark of UTF-16, as spreadsheets write their "Unicode text"."""
    return data.startswith(_UTF_16_MARKS)


def is_gb18030(data: bytes) -> bool:
    """True where ``data`` is GB18030 and hardly anything else: nearly all of it common Chinese characters.

    >>> is_gb18030("宁强县".encode("gb18030")), is_gb18030("São José".encode("cp1252"))
    (True, False)
    >>> is_gb18030("臺北市".encode("big5")), is_gb18030("Łódź".encode("cp1250"))
    (False, False)
    """
    text = _decoded(data, "gb18030")
    beyond = set() if text is None else {character for character in text if character > "\x7f"}
    if not beyond or _share(map(_is_chinese, beyond)) < _PLAUSIBLE or _AMONG_LETTERS.search(text):
        return False
    rows = {character: character.encode("gb2312")[0] for character in beyond if _is_chinese(character)}
    words = [row for row in rows.values() if row >= _FIRST_CHARACTERS]
    common = [row for row in words if row <= _LAST_COMMON]
    if not common or len(common) < len(words) / 2:
        return False  # Cyrillic letters, taken two by two, make rare characters
    return len(words) < _ENOUGH or max(common) > _LAST_OF_KOREAN  # Korean syllables make those that begin with A to L


def find_code_pages(data: bytes) -> dict[str, str]:
    """Code pages that ``data`` may be in, the likeliest first, each with a word of it as it would read then.

    >>> find_code_pages("São José".encode("cp1252"))["windows-1252"]
    'São'
    >>> list(find_code_pages("臺北市,新北市,臺中市".encode("big5")))[0]
    'Big5'
    """
    scores = {name: (_score(data, name, python), python) for name, python in _OTHERS.items()}
    likely = sorted((name for name, (score, _) in scores.items() if score > 0.5), key=lambda name: -scores[name][0])
    return {name: _sample(data, scores[name][1]) for name in likely}


def _score(data: bytes, name: str, python: str) -> float:
    text = _decoded(data, python)
    if text is None:
        return 0.0
    beyond = [character for character in text if character > "\x7f"]
    if not beyond:
        return 0.0
    if name in _COMMON_LETTERS:
        return _share(character in _COMMON_LETTERS[name] for character in beyond)
    return _share(_is_common_in(character, name) for character in beyond)


def _share(hits) -> float:
    hits = list(hits)
    return sum(hits) / len(hits)


def _is_chinese(character: str) -> bool:
    """One of GB2312's characters (6,763 of them) or of its punctuation and full-width signs."""
    try:
        first = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return False
    return first in (0xA1, 0xA3) or first >= 0xB0


def _is_common_in(character: str, name: str) -> bool:
    encoded = character.encode(_OTHERS[name])
    if name == "Big5":
        return 0xA1 <= encoded[0] <= 0xC6  # the 5,401 characters in common use, and punctuation
    if name == "Shift_JIS":
        return len(encoded) == 2 and encoded[0] <= 0x97 and not 0x84 <= encoded[0] <= 0x87
    return 0xB0 <= encoded[0] <= 0xC8 and len(encoded) == 2  # EUC-KR: syllables of KS X 1001


def _decoded(data: bytes, python: str) -> str | None:
    try:
        return data.decode(python)
    except UnicodeDecodeError:
        return None


def _sample(data: bytes, python: str) -> str:
    """The first cell or word with a character beyond ASCII."""
    words = data.decode(python).replace(",", " ").replace(";", " ").replace('"', " ").split()
    return next(word for word in words if any(character > "\x7f" for character in word))[:_SHOWN]
