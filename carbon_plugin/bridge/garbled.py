"""Text that was read in the wrong code page, as one sees it: marks of loss, or Western letters for Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from ..core.errors import InputError
from ..core.messages import phrase, sentence
from ..core.tables.encodings import is_gb18030
from ..core.values import Quoted, quoted

_LOST = "\ufffd"
WITHOUT_CODE_PAGE = frozenset({".shp", ".dbf"})  # whose text is taken for Western where nothing says what it is
_RUN = re.compile(r"[\x80-\xff]{4,}")  # no Western word has four of these letters in a row
_PAIRS = re.compile(rb"(?:[\x81-\xfe][\x40-\x7e\x80-\xfe])+")
_LOOKED_AT = 5_000
_SHOWN = 3


class GarbledTextError(InputError):
    """``found``: some of the text, as it is shown."""

    template = sentence("“{table}”: text is shown in the wrong code page, such as {found}{meant}.")
    remedy = sentence(
        "Choose the right code page in the layer’s properties (Source, Data source encoding), or put a file "
        "({example}) beside it, or save the data as GeoPackage or in UTF-8."
    )


def find_garbled(frame: pd.DataFrame, table: str, path: Path | None) -> list[InputError]:
    """What is wrong with the headings and the text of a table as it was read; ``path``: its file, where it has one."""
    columns = (frame.iloc[:, position] for position in range(frame.shape[1]))
    texts = [
        cell for column in columns if column.dtype == object for cell in pd.unique(column) if isinstance(cell, str)
    ]
    return find_garbled_texts([*map(str, frame.columns), *texts], table, path)


def find_garbled_texts(texts: Iterable[str], table: str, path: Path | None) -> list[InputError]:
    """``find_garbled`` of texts alone."""
    beyond = [text for text in texts if not text.isascii()]
    found = [text for text in beyond if _LOST in text]
    meant = ""
    if path is not None and path.suffix.lower() in WITHOUT_CODE_PAGE and beyond:
        meant = _chinese_in(path)
        runs = [text for text in beyond if _RUN.search(text)]
        found = found or (runs if len(runs) > len(beyond) / 2 else [])
    if not found:
        return []
    example = f"{path.stem}.cpg: GBK" if path is not None else ".cpg"
    return [
        GarbledTextError(
            table=table,
            found=quoted(found[:_SHOWN]),
            meant=_perhaps(meant),
            example=example,
        )
    ]


def _chinese_in(path: Path) -> str:
    """A word of the attributes beside a Shapefile, where they are Chinese in GBK; '' where they cannot be."""
    try:
        data = path.with_suffix(".dbf").read_bytes()
    except OSError:
        return ""
    words = list(dict.fromkeys(_PAIRS.findall(data[int.from_bytes(data[8:10], "little") :])))[:_LOOKED_AT]
    return words[0].decode("gb18030") if words and is_gb18030(b"\n".join(words)) else ""


def _perhaps(meant: str) -> object:
    return phrase(", which may be {meant}", meant=Quoted(meant)) if meant else ""
