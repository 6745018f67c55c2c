"""Charts inside a page: all that is drawn is there, nothing is defined twice, nothing points to the outside."""

import html
import io
import re
from html.parser import HTMLParser

import pytest

from carbon_plugin.core.errors import Cancelled
from carbon_plugin.report.page import figures
from carbon_plugin.report.page.markup import Markup
from carbon_plugin.report.page.svg import _Simplifier, inline_svg
from carbon_plugin.report.page.writer import Writer

pytest.importorskip("matplotlib")


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the elements it stands in."""

    def __init__(self, text):
        super().__init__()
        self.found, self.open = [], []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs), tuple(self.open)))
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture
def drawings():
    """Two charts of one page, which share glyphs and markers."""
    known = set()
    with figures.style():
        charts = []
        for height in (2.0, 3.0):
            figure, axis = figures.new_axis(height)
            axis.plot([2000, 2010], [1.0, 5.0], "o-")
            axis.set_title("50 % & <more>")
            charts.append(inline_svg(figure, known))
    return charts


def test_what_a_chart_refers_to_is_defined_once_in_the_page(drawings):
    elements = Elements("".join(drawings)).found
    defined = [attributes["id"] for _, attributes, _ in elements if "id" in attributes]
    used = {attributes["xlink:href"].lstrip("#") for tag, attributes, _ in elements if tag == "use"}
    clipped = {attributes["clip-path"][5:-1] for _, attributes, _ in elements if "clip-path" in attributes}
    assert len(used) > 10 and clipped
    assert used | clipped <= set(defined)
    assert len(defined) == len(set(defined))


def test_a_chart_is_cut_off_at_its_axes_and_not_before(drawings):
    for drawing in drawings:
        frames = [attributes for tag, attributes, inside in Elements(drawing).found if inside[-1:] == ("clippath",)]
        assert frames and all(float(frame["width"]) > 300 and float(frame["height"]) > 50 for frame in frames)


def test_a_chart_fills_the_page_whatever_its_size(drawings):
    for drawing in drawings:
        (tag, attributes, _), *_ = Elements(drawing).found
        assert tag == "svg" and "viewbox" in attributes and not {"width", "height"} & set(attributes)


def lines(chinese):
    figure, axis = figures.new_axis(2.4)
    axis.plot([2000, 2010, 2020], [1.0, 5.0, 2.5], "o-", label="中文图例" if chinese else "a long label")
    axis.set_ylabel("t C/a")
    figures.whole_years(axis)
    figures.legend_beside(axis)
    return figure


def two_axes(chinese):
    figure, axes = figures.new_figure(3.0, 1, 2)
    figures.logarithmic(axes[0, 0], "y")
    axes[0, 0].plot([1, 2], [3.0, 4e5])
    figures.name_axis(axes[0, 1], "一个名字" if chinese else "a name", "note")
    figures.lie_down(axes[0, 1], ["one", "two"])
    return figure


def without_layout(chinese):
    figure, _ = figures.new_figure(1.5, layout=None)
    return figure


@pytest.mark.parametrize("draw", [lines, two_axes, without_layout])
@pytest.mark.parametrize("chinese", [False, True])
@pytest.mark.parametrize("cropped", [False, True])
def test_a_chart_drawn_once_is_what_matplotlib_saves(draw, chinese, cropped):
    with figures.style():
        saved = io.StringIO()
        draw(chinese).savefig(saved, format="svg", bbox_inches="tight" if cropped else None)
        drawn = inline_svg(draw(chinese), set(), cropped)
    simplified = _Simplifier(set())
    simplified.feed(saved.getvalue())
    assert drawn == "".join(simplified.parts)


class StopsAfter:
    """Wants to stop once it was asked so often."""

    def __init__(self, questions: int):
        self.questions = questions

    def report(self, fraction):
        pass

    def cancelled(self):
        self.questions -= 1
        return self.questions < 0


@pytest.mark.parametrize("questions", [0, 1, 20])
def test_a_drawing_stops_when_somebody_wants_to(questions):
    figure, axis = figures.new_axis(2.0)
    axis.plot(range(50))
    with figures.style(), pytest.raises(Cancelled):
        inline_svg(figure, set(), progress=StopsAfter(questions))


def test_a_page_stops_between_its_sections():
    begun = []
    with pytest.raises(Cancelled):
        Writer("A page", progress=StopsAfter(2)).page(None, [lambda *_, n=n: begun.append(n) for n in range(5)])
    assert begun == [0, 1]


def test_a_drawing_says_what_it_shows_to_who_cannot_see_it():
    writer = Writer("Page")
    for name in ("Emission <t>", "Sink"):
        writer.heading(name)
        with figures.style():
            writer.chart(figures.new_axis(2.0)[0], "")
    writer.subheading("Forest")
    writer.map(Markup("<svg></svg>"))
    labels = re.findall(r'<div class="drawing" role="img" aria-label="([^"]*)">', writer.html())
    assert [html.unescape(label) for label in labels] == ["Emission <t>", "Sink", "Forest"]


@pytest.mark.parametrize(("has", "written"), [(True, "10⁸ yuan/km²"), (False, "10^8 yuan/km^2")])
def test_no_power_is_a_box_in_the_name_of_an_axis(monkeypatch, has, written):
    class Font:
        def get_char_index(self, code):
            return int(has)

    monkeypatch.setattr("matplotlib.font_manager.get_font", lambda path: Font())
    figure, axis = figures.new_axis(2.0)
    axis.set_ylabel("10⁸ yuan/km²")
    with figures.style():
        figures.name_axes_in_known_glyphs(figure)
    assert axis.get_ylabel() == written and axis.get_xlabel() == ""
