"""Drawings made by hand look as matplotlib's own: the same letters at the same places, the same legend."""

import re

import numpy as np
import pytest

from carbon_plugin.report.page import figures
from carbon_plugin.report.page.canvas import Canvas
from carbon_plugin.report.page.charts.drawn_legend import Legend, LineKind
from carbon_plugin.report.page.charts.small_multiples import AIR, Layout, SmallPanel, small_multiples
from carbon_plugin.report.page.svg import inline_svg

pytest.importorskip("matplotlib")
WIDTH, HEIGHT = 216.0, 144.0  # points


@pytest.fixture(autouse=True)
def style():
    with figures.style():
        yield


def empty_figure():
    from matplotlib.figure import Figure

    return Figure(figsize=(WIDTH / 72, HEIGHT / 72))


def places_of_text(drawing):
    return np.array(
        [[float(number) for number in found] for found in re.findall(r"translate\(([\d.-]+) ([\d.-]+)\)", drawing)]
    )


@pytest.mark.parametrize("across", ["left", "center", "right"])
@pytest.mark.parametrize("up", ["baseline", "center", "top"])
@pytest.mark.parametrize("text", ["Muqiao", "agj", "−1,234", "a name $x$"])
def test_text_stands_where_matplotlib_puts_it(across, up, text):
    figure, canvas = empty_figure(), Canvas(WIDTH, HEIGHT)
    figure.text(0.5, 0.25, text, ha=across, va=up, fontsize=6.8, color="#55665e")
    canvas.text((WIDTH / 2, HEIGHT / 4), text, 6.8, colour="#55665e", across=across, up=up)
    of_figure, of_canvas = inline_svg(figure, set(), cropped=False), inline_svg(canvas, set())
    assert places_of_text(of_canvas) == pytest.approx(places_of_text(of_figure), abs=0.01)
    assert re.findall("<use .*?>", of_canvas) == re.findall("<use .*?>", of_figure)
    assert canvas.words == [text]


def handle(entry):
    from matplotlib.lines import Line2D

    if isinstance(entry, LineKind):
        return Line2D([], [], color=entry.colour, linewidth=entry.width, label=entry.label)
    return Line2D([], [], marker="s", linestyle="", markersize=6, label=entry[1])


@pytest.mark.parametrize("count", range(1, 13))
def test_a_legend_has_the_places_of_matplotlibs(count):
    words = ["agj", "No trend", "Rises", "Falls", "1 none", "a"]
    entries = [LineKind("#123456", label=f"line {n}") for n in range(min(2, count))]
    entries += [("#654321", words[n % len(words)]) for n in range(count - len(entries))]
    figure, canvas = empty_figure(), Canvas(WIDTH, HEIGHT)
    axis = figure.add_axes((0.0, 0.0, 1.0, 0.5))
    axis.axis("off")
    figures.legend_above(axis, 5, handles=[handle(entry) for entry in entries])
    height = Legend(entries).height(canvas)
    Legend(entries).draw(canvas, (0.0, HEIGHT / 2 + height))
    of_figure, of_canvas = inline_svg(figure, set(), cropped=False), inline_svg(canvas, set())
    assert places_of_text(of_canvas) == pytest.approx(places_of_text(of_figure), abs=0.02)


def test_an_empty_legend_takes_no_room():
    assert Legend([]).height(Canvas(WIDTH, HEIGHT)) == 0.0


def panels(count):
    years, values = np.arange(2000, 2005), np.array([1.0, 2.0, np.nan, 9.0, 3.0])
    series = np.column_stack([years, values])
    return [
        SmallPanel(f"Unit {n}", {"values": series}, 0.0, 5.0, points=series, hollow=values > 2.0, ground="#eeeeee")
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [1, 4, 9])
def test_every_panel_is_drawn_inside_the_drawing_and_cut_at_its_bounds(count):
    layout = Layout(4, 2000, 2004, 1.5, years=[2000, 2004])
    canvas = small_multiples(
        panels(count), {"values": LineKind("#2171b5", 1.4, "values")}, layout, keys=[("#eeeeee", "x")]
    )
    drawing = inline_svg(canvas, set())
    _, _, width, height = map(float, re.search('viewbox="(.*?)"', drawing).group(1).split())
    assert height == pytest.approx(72 * (0.45 + 1.5 * -(-count // 4)), abs=0.01)
    lines = re.findall(r'<path d="([^"]*)" style="fill: none; stroke: #2171b5', drawing)
    assert len(lines) == count + 1  # and one in the legend
    assert all(line.count("M") == 2 and line.count("L") == 1 for line in lines[:-1])  # a gap, and 9 is above the bound
    numbers = np.array([[float(x) for x in pair] for pair in re.findall(r"[ML] ([\d.-]+) ([\d.-]+)", "".join(lines))])
    assert (numbers > AIR - 0.01).all() and (numbers < (width - AIR + 0.01, height - AIR + 0.01)).all()
    assert [word for word in canvas.words if word.startswith("Unit")] == [f"Unit {n}" for n in range(count)]


def test_chinese_on_a_canvas_needs_a_font(monkeypatch):
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.text((1.0, 1.0), "中", 8.0)
    monkeypatch.setattr(figures, "chinese_fonts", tuple)
    assert figures.lacks_glyphs(canvas)
    monkeypatch.setattr(figures, "chinese_fonts", lambda: ("a font",))
    assert not figures.lacks_glyphs(canvas)
