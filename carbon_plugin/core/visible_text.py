"""Text as it looks: what nobody sees is left out, however it is stored. Only the standard library."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """``text`` as it looks: composed, without characters of no width, a space for each kind of space.

    >>> visible("Jose\u0301\xa0x\u200b") == "Jos\xe9 x"
    True
    """
    if text.isascii():
        return text
    seen = unicodedata.normalize("NFC", text)
    return "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in seen if is_seen(sign))


def is_seen(sign: str) -> bool:
    """False for a sign without width: a joiner, a mark of direction, the mark at the beginning of a file.

    >>> is_seen("a"), is_seen("\u200b"), is_seen("\ufeff")
    (True, False, False)
    """
    return unicodedata.category(sign) != "Cf"
