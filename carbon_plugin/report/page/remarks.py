"""What steps said, as a list: short at first sight, whole for who opens it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...core.messages import Message
from ...core.values import Translate, Whole
from .markup import Markup, element, joined
from .numbers import shortened

LETTERS = 240  # of what is read at first sight


@dataclass(frozen=True)
class Remark:
    """``whole``: with all items of its lists, ``brief``: without; ``about``: what it is about, in a word or two."""

    brief: str
    whole: str
    needs_attention: bool = False
    about: str = ""


def said(message: Message, translate: Translate) -> Remark:
    """A message as a remark."""
    return Remark(message.text(translate), message.text(Whole(translate)), message.needs_attention)


def remarks(items: Iterable[Remark]) -> Markup:
    """A list, warnings first; what is long, or cut, opens."""
    ordered = sorted(items, key=lambda item: not item.needs_attention)
    return element("ul", {"class": "notes"}, *map(_item, ordered))


def folded(summary: object, *content: object, kind: str | None = None) -> Markup:
    """``content`` that a reader can open under its ``summary``."""
    return element("details", {"class": kind}, element("summary", None, summary), *content)


def _item(item: Remark) -> Markup:
    about = [element("b", None, item.about), " "] if item.about else []
    brief = shortened(item.brief, LETTERS)
    text = joined([*about, brief])
    content = text if brief == item.whole else folded(text, element("p", None, item.whole))
    return element("li", {"class": "warning" if item.needs_attention else None}, content)
