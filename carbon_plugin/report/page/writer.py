"""One self-contained HTML page: no script, no link to follow, everything a reader needs inside."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

import numpy as np
import pandas as pd

from ...core.messages import Message, sentence
from ...core.progress import Part, Progress, Silent, advance
from ...core.space.outlines import UnitOutlines
from ...core.tables.vocabulary import describe
from ...core.values import SEPARATOR, Template, Translate
from . import figures
from .carbon_unit import CarbonReport, CarbonUnit, is_carbon
from .loaded import loaded_left_alone
from .map import MapSheet
from .markup import Markup, element
from .remarks import folded, remarks, said
from .shell import whole_page
from .svg import inline_svg
from .table import CellLooks, Column, columns_of, table

_Item = TypeVar("_Item")
NO_CHARTS = sentence("This report has no charts, since the Python library matplotlib is not installed.")
TITLE = sentence("{title}: {region}")
MADE_ON = sentence("Made on {date}")
NO_GLYPHS = sentence(
    "The charts show boxes in place of Chinese characters, since no font with Chinese glyphs was found. Install one, "
    "for example Noto Sans CJK SC, start QGIS again and make the report anew."
)


class Writer:
    """Collects the parts of a report in order, in the reader's language.

    ``translate`` turns English templates into ``language``. ``carbon``: the unit of amounts of carbon; t C by default.
    ``region``: the name of the region, which the title ends with; '' where it is not known. ``progress``: is
    asked before every section and while a chart is drawn whether to stop.
    """

    def __init__(
        self,
        title: str,
        language: str = "en",
        translate: Translate = str,
        *,
        carbon: tuple[str, str] = ("tC", "t C"),
        region: str = "",
        progress: Progress = Silent(),
    ):
        self.language, self.translate = language, translate
        self.title = self.say(TITLE, title=self.say(title), region=region) if region else self.say(title)
        self.carbon = CarbonUnit(*carbon, translate, language)
        self.draws = figures.is_available()
        self._progress = progress
        self._glyphs: set[str] = set()
        self._sheets: list[MapSheet] = []
        self._looks = CellLooks()
        self._lacks_glyphs = False
        self._parts: list[Markup] = []
        self._about = self.title  # the last heading, which says what a drawing shows to who cannot see it

    @classmethod
    def of_report(
        cls, report: CarbonReport, title: str, language: str, *, translate: Translate, progress: Progress
    ) -> Writer:
        """A writer that says amounts of carbon in the unit of ``report``, of the region it is about."""
        carbon = (report.unit, report.unit_label)
        return cls(title, language, translate, carbon=carbon, region=report.told.region_name, progress=progress)

    # words

    def say(self, template: str, **values: object) -> str:
        """A template in the reader's language, filled."""
        return Template(self.translate).fill(template, values)

    def listed(self, words: Iterable[object]) -> str:
        """All words, one after the other, as the reader's language sets them apart."""
        return self.translate(SEPARATOR).join(map(str, words))

    def label(self, column: str) -> str:
        """A column in words."""
        variable = describe(column)
        return variable.label(self.language) if variable else column

    def unit(self, column: str) -> str:
        """The unit of a column, '' without one."""
        variable = describe(column)
        if variable is None:
            return ""
        return variable.unit_zh if self.language == "zh" else variable.unit

    def header(self, column: str) -> str:
        """Label and unit of a column, carbon in the unit of the report."""
        variable = describe(column)
        if variable is None:
            return column
        return self.with_unit(column, self.carbon.a_year) if is_carbon(column) else variable.alias(self.language)

    def with_unit(self, column: str, unit: str) -> str:
        """The label of a column and a unit."""
        label = self.label(column)
        return self.say(sentence("{label} ({unit})"), label=label, unit=unit) if unit else label

    def in_report_unit(self, frame: pd.DataFrame) -> list[tuple[str, pd.Series]]:
        """The columns of a table under their headers, amounts of carbon in the unit of the report, all in one."""
        carbon = [name for name in frame.columns if is_carbon(name)]
        amounts = frame[carbon].to_numpy(dtype=float, na_value=np.nan)
        factor, unit = self.carbon.scale_of_table(amounts)
        return [
            (self.with_unit(name, unit), frame[name] * factor) if name in carbon else (self.header(name), frame[name])
            for name in frame.columns
        ]

    # parts

    def heading(self, template: str, **values: object) -> None:
        """Begin a section."""
        self._about = self.say(template, **values)
        self._add("h2", self._about)

    def subheading(self, text: str, colour: str = "") -> None:
        """Begin a part of a section; ``colour``: of a bar beside it, as the charts show what it is about."""
        self._about, mark = text, {"class": "coloured", "style": f"border-color: {colour}"} if colour else {}
        self._parts.append(element("h3", mark, text))

    def paragraph(self, text: str) -> None:
        """A paragraph of plain text."""
        self._add("p", text)

    def lead(self, text: str) -> None:
        """A quieter paragraph, under a title."""
        self._add("p", text, "lead")

    def callout(self, text: str) -> None:
        """What a reader must not miss, in a box."""
        self._add("p", text, "callout")

    def sentences(self, texts: Iterable[str]) -> None:
        """The few sentences that are read first."""
        self._parts.append(element("div", {"class": "first"}, *(element("p", None, text) for text in texts)))

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is added inside stays on one sheet of paper."""
        before, self._parts = self._parts, []
        try:
            yield
        finally:
            self._parts = [*before, element("section", {"class": "together"}, Markup("\n".join(self._parts)))]

    def folded(self, summary: str, *content: object, kind: str | None = None) -> None:
        """What is shown when a reader asks for it, and on paper."""
        self._parts.append(folded(summary, *content, kind=kind))

    def facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """The few numbers that matter most, as (value, what it is)."""
        pairs = ((element("b", None, value), element("span", None, what)) for value, what in facts)
        cells = [element("div", {"class": "fact"}, *pair) for pair in pairs]
        self._parts.append(element("div", {"class": "facts"}, *cells))

    def items(self, texts: Iterable[str]) -> None:
        """A list of short texts."""
        self._parts.append(element("ul", None, *(element("li", None, text) for text in texts)))

    def chart(self, figure, caption: str, cropped: bool = True) -> None:
        """A matplotlib figure; ``cropped`` to what is drawn."""
        self._lacks_glyphs = self._lacks_glyphs or figures.lacks_glyphs(figure)
        figures.name_axes_in_known_glyphs(figure)
        self._figure(inline_svg(figure, self._glyphs, cropped, progress=self._progress), caption)

    def sheet(self, outlines: UnitOutlines) -> MapSheet:
        """What maps of ``outlines`` are drawn on: the page holds their shapes once, however many maps it has."""
        for sheet in self._sheets:
            if sheet.outlines is outlines:
                return sheet
        self._sheets.append(MapSheet(outlines, f"u{len(self._sheets)}_" if self._sheets else "u"))
        return self._sheets[-1]

    def map(
        self, drawing: Markup, caption: str = "", legend: Iterable[tuple[str, str]] = (), *, beside: bool = False
    ) -> None:
        """A drawing with its ``legend`` of (colour, label); ``beside``: small, at the right of what follows."""
        keys = [
            element("li", None, element("i", {"style": f"background: {colour}"}, Markup()), label)
            for colour, label in legend
        ]
        self._figure(drawing, caption, element("ul", {"class": "legend"}, *keys) if keys else "", beside)

    def table(self, columns: Sequence[Column]) -> None:
        """A table made of columns. Raises ``Cancelled``."""
        self._parts.append(self.as_table(columns))

    def as_table(self, columns: Sequence[Column]) -> Markup:
        """A table made of columns, to stand inside something else. Raises ``Cancelled``."""
        return table(columns, Part(self._progress, 0.0, 0.0), self._looks, say=self.say)

    def frame(self, frame: pd.DataFrame, headers: Sequence[str]) -> None:
        """A table as it is, under ``headers``."""
        self.table(columns_of(frame, headers))

    def settings(self, rows: Iterable[tuple[str, str]]) -> None:
        """A section on what was run, as (what, value)."""
        self.heading(sentence("What was run"))
        self.frame(pd.DataFrame(rows, columns=["what", "value"]), ["", ""])

    def notes(self, messages: Iterable[Message], without: str = "") -> None:
        """What was skipped, filled, excluded or repaired; ``without``: what is said if nothing was."""
        items = [said(message, self.translate) for message in messages]
        if without and not items:
            self.paragraph(self.say(without))
            return
        self._parts.append(remarks(items))

    def add(self, markup: Markup) -> None:
        """What was made elsewhere."""
        self._parts.append(markup)

    def one_by_one(self, items: Sequence[_Item]) -> Iterator[_Item]:
        """The items in their order, such as thousands of units, between which the reader may stop: ``Cancelled``."""
        for item in items:
            advance(Part(self._progress, 0.0, 0.0), 0.0)
            yield item

    def page(self, report: object, sections: Iterable[Callable[[Writer, object], None]]) -> str:
        """The page of all ``sections``, functions of this writer and the report, in their order.

        Without matplotlib it has no charts, and says so under the first section. Raises ``Cancelled``.
        """
        with loaded_left_alone(), figures.style_if(self.draws):
            sections = list(sections)
            for place, section in enumerate(sections):
                advance(self._progress, place / len(sections))
                section(self, report)
                if place == 0 and not self.draws:
                    self.paragraph(self.say(NO_CHARTS))
        return self.html()

    def html(self) -> str:
        """The whole page."""
        made_on = self.say(MADE_ON, date=datetime.date.today().isoformat())
        top = [element("h1", None, self.title), element("p", {"class": "date"}, made_on)]
        if self._lacks_glyphs:
            top.append(element("p", {"class": "callout"}, self.say(NO_GLYPHS)))
        shapes = [sheet.shapes for sheet in self._sheets]
        return whole_page(self.title, self.language, body=[*shapes, *top, *self._parts], looks=self._looks)

    def _add(self, name: str, text: str, kind: str | None = None) -> None:
        self._parts.append(element(name, {"class": kind}, text))

    def _figure(self, drawing: Markup, caption: str, legend: Markup | str = "", beside: bool = False) -> None:
        below = [element("figcaption", None, caption)] if caption else []
        seen = {"class": "drawing", "role": "img", "aria-label": self._about}
        parts = [element("div", seen, drawing), *filter(None, [legend]), *below]
        self._parts.append(element("figure", {"class": "beside" if beside else None}, *parts))
