"""One self-contained HTML page: no script, no link to follow, everything a reader needs inside."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Callable

import pandas as pd

from ...core.messages import Message
from .numbers import shown

_SVG_METADATA = re.compile(r"<metadata>.*?</metadata>\s*", re.DOTALL)  # names of vocabularies, which look like links
_SVG_OUTLINE = re.compile(r' d="[^"]*"')
_SVG_MORE_DIGITS = re.compile(r"(\.\d\d)\d+")  # a hundredth of a point cannot be seen
_SVG_SHAPE = re.compile(r'<g id="([^"]*)">')

_STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.55 "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  color: #22302a; background: #fff; margin: 0 auto; max-width: 1080px; padding: 28px 24px 60px; }
h1 { font-size: 26px; margin: 0 0 4px; color: #1d4d3a; }
h2 { font-size: 19px; margin: 38px 0 8px; padding-top: 14px; border-top: 1px solid #dde5e0; color: #1d4d3a;
  clear: both; }
h3 { font-size: 16px; margin: 28px 0 6px; color: #1d4d3a; clear: both; }
h3.coloured { border-left: 12px solid; padding-left: 10px; }
p { margin: 6px 0 12px; max-width: 78ch; }
p.lead { color: #55665e; }
p.callout { max-width: none; background: #fdf3e3; border-left: 4px solid #b8730a; border-radius: 4px;
  padding: 10px 14px; }
.facts { display: flex; flex-wrap: wrap; gap: 12px; margin: 18px 0; }
.fact { flex: 1 1 150px; background: #f3f7f4; border-radius: 8px; padding: 12px 14px; }
.fact b { display: block; font-size: 21px; color: #1d4d3a; white-space: nowrap; }
.fact span { color: #55665e; font-size: 13px; }
figure { margin: 12px 0 20px; }
figure svg { width: 100%; height: auto; }
figure.beside { float: right; width: 44%; margin: 4px 0 12px 24px; }
figcaption { color: #55665e; font-size: 13px; max-width: 90ch; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 13px; margin: 8px 0 16px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 10px; border-bottom: 1px solid #e4ebe7; text-align: left; vertical-align: top;
  word-break: keep-all; overflow-wrap: break-word; } /* Chinese names and headings in one piece */
th { background: #f3f7f4; font-weight: 600; }
td.number, th.number { text-align: right; }
td { max-width: 30em; }
td.number { white-space: nowrap; }
ul { padding-left: 20px; } li { margin: 4px 0; }
ul.notes li.warning { color: #7a3f0a; }
@media print { body { max-width: none; padding: 0; } h2, h3 { break-after: avoid; }
  figure { break-inside: avoid; } }
"""


class Page:
    """Collects the parts of a report in order; ``translate`` turns English templates into the reader's language."""

    def __init__(self, title: str, language: str = "en", translate: Callable[[str], str] = str):
        self.title, self.language, self.translate = title, language, translate
        self._parts: list[str] = [f"<h1>{_escaped(title)}</h1>"]

    def heading(self, text: str) -> None:
        """Begin a section."""
        self._parts.append(f"<h2>{_escaped(text)}</h2>")

    def subheading(self, text: str, colour: str = "") -> None:
        """Begin a part of a section; ``colour``: of a bar beside it, as the figures show what it is about."""
        mark = f' class="coloured" style="border-color: {colour}"' if colour else ""
        self._parts.append(f"<h3{mark}>{_escaped(text)}</h3>")

    def paragraph(self, text: str, lead: bool = False) -> None:
        """A paragraph of plain text; ``lead`` sets it quieter, under a title."""
        self._parts.append(f'<p class="lead">{_escaped(text)}</p>' if lead else f"<p>{_escaped(text)}</p>")

    def callout(self, text: str) -> None:
        """What a reader must not miss, in a box."""
        self._parts.append(f'<p class="callout">{_escaped(text)}</p>')

    def facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """The few numbers that matter most, as (value, what it is)."""
        cells = "".join(
            f'<div class="fact"><b>{_escaped(value)}</b><span>{_escaped(label)}</span></div>' for value, label in facts
        )
        self._parts.append(f'<div class="facts">{cells}</div>')

    def items(self, texts: Iterable[str]) -> None:
        """A list of short texts."""
        self._parts.append("<ul>" + "".join(f"<li>{_escaped(text)}</li>" for text in texts) + "</ul>")

    def figure(
        self,
        figure,
        caption: str,
        cropped: bool = True,
        beside: bool = False,
        titles: Mapping[str, str] | None = None,
    ) -> None:
        """A matplotlib figure as inline SVG, its text as outlines, so that it looks the same on every machine.

        ``cropped``: to what is drawn, which takes drawing it twice. ``beside``: small, at the right of what follows.
        ``titles``: by the id of a shape, what a reader sees who points at it.
        """
        buffer = io.StringIO()
        bounds = "tight" if cropped else None
        figure.savefig(buffer, format="svg", bbox_inches=bounds, metadata={"Date": None, "Creator": None})
        drawing = buffer.getvalue()
        drawing = _SVG_METADATA.sub("", drawing[drawing.index("<svg") :])
        drawing = _SVG_OUTLINE.sub(lambda found: _SVG_MORE_DIGITS.sub(r"\1", found[0]), drawing)
        drawing = _SVG_SHAPE.sub(lambda found: _titled(found, titles or {}), drawing)
        place = ' class="beside"' if beside else ""
        caption = f"<figcaption>{_escaped(caption)}</figcaption>" if caption else ""
        self._parts.append(f"<figure{place}>{drawing}{caption}</figure>")

    def table(
        self,
        frame: pd.DataFrame,
        headers: Sequence[str],
        colours: Mapping[str, Sequence[str]] | None = None,
        fills: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """A table: numbers right-aligned and short, missing cells as a dash, text escaped.

        ``colours``: of a bar at every cell of a column, behind its number or before its text, by column. ``fills``:
        ``#rrggbb`` that fill the cells of a column, '' for none, by column.
        """
        bars, filled = ([(given or {}).get(name) for name in frame.columns] for given in (colours, fills))
        numeric = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame.columns]
        head = "".join(f"<th{_number_class(right)}>{_escaped(header)}</th>" for header, right in zip(headers, numeric))
        rows = [
            "<tr>"
            + "".join(
                f"<td{_number_class(right)}{_bar(bar, place, right)}{_fill(fill, place)}>{_escaped(shown(cell))}</td>"
                for cell, right, bar, fill in zip(row, numeric, bars, filled)
            )
            + "</tr>"
            for place, row in enumerate(frame.itertuples(index=False, name=None))
        ]
        body = "\n".join(rows)
        self._parts.append(
            f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table></div>'
        )

    def notes(self, messages: Iterable[Message]) -> None:
        """What was skipped, filled, excluded or repaired, warnings first."""
        ordered = sorted(messages, key=lambda message: not message.needs_attention)
        items = [
            f"<li{' class=warning' if message.needs_attention else ''}>{_escaped(message.text(self.translate))}</li>"
            for message in ordered
        ]
        self._parts.append(f'<ul class="notes">{"".join(items)}</ul>')

    def html(self) -> str:
        """The whole page."""
        body = "\n".join(self._parts)
        return (
            f'<!DOCTYPE html>\n<html lang="{self.language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{_escaped(self.title)}</title>\n"
            f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
        )


def _escaped(text: object) -> str:
    return html.escape(str(text))


def _titled(shape: re.Match, titles: Mapping[str, str]) -> str:
    """The start of a shape with its title; without the id, which the same shape of another figure may have too."""
    return f"<g><title>{_escaped(titles[shape[1]])}</title>" if shape[1] in titles else "<g>"


def _bar(colours: Sequence[str] | None, place: int, right: bool) -> str:
    return f' style="border-{"right" if right else "left"}: 5px solid {colours[place]}"' if colours else ""


def _fill(colours: Sequence[str] | None, place: int) -> str:
    if not colours or not colours[place]:
        return ""
    return f' style="background: {colours[place]}; color: {text_colour_on(colours[place])}"'


def text_colour_on(background: str) -> str:
    """Black or white, whichever stands out more from ``background`` (#rrggbb; contrast as in WCAG 2.1)."""
    channels = [int(background[start : start + 2], 16) / 255.0 for start in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in channels]
    luminance = sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear))
    return "#ffffff" if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else "#22302a"


def _number_class(right: bool) -> str:
    return ' class="number"' if right else ""
