"""What a user writes for a cluster: nothing, ``local``, or the address of a scheduler."""

from __future__ import annotations

import re

from .errors import ClusterAddressError

HERE, LOCAL = "", "local"
EXAMPLE = "tcp://192.168.1.10:8786"
_ADDRESS = re.compile(r"(tcp|tls|ws|wss)://(\[[0-9a-fA-F:.%]+\]|[^\s/:]+):\d{1,5}")


def read_address(text: str) -> str:
    """``HERE``, ``LOCAL`` or an address. Raises ``ClusterAddressError``.

    >>> read_address(" Local "), read_address("tcp://10.0.0.5:8786")
    ('local', 'tcp://10.0.0.5:8786')
    """
    text = text.strip()
    if text.lower() in (HERE, LOCAL):
        return text.lower()
    if not _ADDRESS.fullmatch(text):
        raise ClusterAddressError(found=text, expected=EXAMPLE)
    return text
