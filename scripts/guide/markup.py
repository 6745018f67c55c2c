"""Markdown, formulas and tables as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML

_SCRIPT = {"_": "sub", "^": "sup"}


def escaped(text: object) -> str:
    """Text as HTML, quotation marks left alone."""
    return html.escape(str(text), quote=False)


def formula(text: str) -> str:
    """One formula a line; ``_x``, ``_{xy}``, ``^2`` and ``^{xy}`` are lowered and raised.

    >>> formula("b_j = r^{-1}")
    '<p class="formula">b<sub>j</sub> = r<sup>-1</sup></p>'
    """
    lines = []
    for line in text.strip().splitlines():
        marked = re.sub(
            r"([_^])(?:\{([^}]*)\}|(\w))",
            lambda found: f"<{_SCRIPT[found[1]]}>{found[2] or found[3]}</{_SCRIPT[found[1]]}>",
            escaped(line),
        )
        lines.append(marked)
    return f'<p class="formula">{"<br>".join(lines)}</p>'


def anchor(title: str) -> str:
    """The place of a heading, as GitHub names it.

    >>> anchor("Two sets of settings")
    'two-sets-of-settings'
    """
    return re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", title.lower()).strip())


class _Renderer(RendererHTML):
    def fence(self, tokens, number, options, environment) -> str:
        if tokens[number].info.strip() == "formula":
            return formula(tokens[number].content)
        return super().fence(tokens, number, options, environment)

    def heading_open(self, tokens, number, options, environment) -> str:
        return f'<{tokens[number].tag} id="{anchor(tokens[number + 1].content)}">'

    def table_open(self, tokens, number, options, environment) -> str:
        return '<div class="scroll"><table>'

    def table_close(self, tokens, number, options, environment) -> str:
        return "</table></div>\n"


def from_markdown(text: str) -> str:
    """A chapter as HTML."""
    return MarkdownIt("commonmark", {"html": True}, renderer_cls=_Renderer).enable("table").render(text)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]], numbers: Iterable[int] = ()) -> str:
    """Rows of HTML cells as a table that scrolls where it is wider than the page.

    Args:
        headings: plain text.
        rows: cells as HTML.
        numbers: the columns, from 0, that hold numbers.
    """
    numeric = set(numbers)
    head = "".join(f"<th>{escaped(one)}</th>" for one in headings)
    body = []
    for row in rows:
        cells = (
            f'<td class="number">{cell}</td>' if place in numeric else f"<td>{cell}</td>"
            for place, cell in enumerate(row)
        )
        body.append(f"<tr>{''.join(cells)}</tr>")
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table></div>\n'


def linked_labels(text: str, pages: Mapping[str, str], own: str = "") -> str:
    """HTML in which a step's label in quotation marks leads to its page.

    Args:
        text: HTML.
        pages: page by label.
        own: the page the text stands on, to which nothing leads.
    """

    def link(found: re.Match) -> str:
        page = pages.get(" ".join(found[1].split()))  # a line may end within a label
        return f'“<a href="{page}">{found[1]}</a>”' if page and page != own else found[0]

    return re.sub("“([^“”<>]+)”", link, text)


def linked_columns(text: str, names: Iterable[str]) -> str:
    """HTML in which names of columns, which are no words, lead to their rows.

    >>> linked_columns("the column nce and ce_p05", {"ce_p05", "nce"})
    'the column nce and <a href="columns.html#ce_p05"><code>ce_p05</code></a>'
    """
    known = {name for name in names if "_" in name}  # `year` and `ce` are words elsewhere
    return re.sub(
        r"(?<![\w/#\">.-])([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?![\w/.-]*[\w=])",
        lambda found: (
            f'<a href="columns.html#{found[1]}"><code>{found[1]}</code></a>' if found[1] in known else found[0]
        ),
        text,
    )
