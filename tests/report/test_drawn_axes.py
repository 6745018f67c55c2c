"""Axes drawn by hand look as matplotlib's own: the same ticks, words and points at the same places."""

import base64
import io
import re

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.report.page import figures
from carbon_plugin.report.page.canvas import Canvas
from carbon_plugin.report.page.charts.drawn_axes import Axes
from carbon_plugin.report.page.charts.drawn_legend import CircleKind, Legend, LineKind
from carbon_plugin.report.page.charts.drawn_scales import Linear, Logarithmic, Rows
from carbon_plugin.report.page.charts.ridge_trace import ridge_trace
from carbon_plugin.report.page.colours import INK, driver_colours
from carbon_plugin.report.page.svg import inline_svg

pytest.importorskip("matplotlib")
WIDTH, HEIGHT = 360.0, 216.0  # points
ROOM = (10.0, 8.0, 350.0, 206.0)


@pytest.fixture(autouse=True)
def style():
    with figures.style():
        yield


def places_of_text(drawing):
    found = re.findall(r"translate\(([\d.-]+) ([\d.-]+)\)(?: rotate\(([\d.-]+)\))?", drawing)
    return np.array(sorted([float(number or 0) for number in place] for place in found))


def axes_of_matplotlib(axes):
    """Axes of a figure in the same box."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
    left, bottom, right, top = axes.box
    axis = figure.add_axes((left / WIDTH, bottom / HEIGHT, (right - left) / WIDTH, (top - bottom) / HEIGHT))
    figures._quieten(axis)
    for which, scale in (("x", axes.x), ("y", axes.y)):
        if isinstance(scale, Logarithmic):
            figures.logarithmic(axis, which)
        if not isinstance(scale, Rows):
            getattr(axis, f"set_{which}lim")(scale.low, scale.high)
    return figure, axis


PLACE = ("x", "y", "width", "height")
NUMBERS = np.array([-1.2, 0.3, 2.9])


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (Linear.of(NUMBERS), Linear.of(1e4 * NUMBERS)),
        (Linear.of(NUMBERS, margin=0.01), Logarithmic.of(np.array([0.04, 800.0]))),
        (Logarithmic.of(np.array([30.0, 40_000.0])), Linear.of(NUMBERS / 1e3)),
        (Linear.of(np.array([2000.0, 2020.0]), is_years=True), Linear.of(np.array([0.0, 5.0]))),
        (Linear.of(NUMBERS), Rows(["P, Population size", "W", "UR, agj"])),
    ],
)
@pytest.mark.parametrize("title", ["", "Coefficient"])
def test_ticks_and_words_stand_where_matplotlib_puts_them(x, y, title):
    canvas = Canvas(WIDTH, HEIGHT)
    axes = Axes(canvas, ROOM, x, y, x_name="parameter k", y_name="million t C", title=title)
    axes.draw_frame()
    figure, axis = axes_of_matplotlib(axes)
    if isinstance(x, Linear) and x.is_years:
        figures.whole_years(axis)
    if isinstance(y, Rows):
        figures.lie_down(axis, list(y.names))
        axis.set_ylim(2.1, -0.1)
    figures.name_axis(axis, title)
    axis.set_xlabel("parameter k")
    axis.set_ylabel("million t C")
    of_figure, of_canvas = inline_svg(figure, set(), cropped=False), inline_svg(canvas, set())
    assert places_of_text(of_canvas) == pytest.approx(places_of_text(of_figure), abs=0.02)
    assert sorted(re.findall('href="#.*?"', of_canvas)) == sorted(re.findall('href="#[A-Z].*?"', of_figure))
    assert axes.box[0] > ROOM[0] and axes.box[1] > ROOM[1]
    points = np.array([0.0, 1.0, 2.0]) + (2005 if isinstance(x, Linear) and x.is_years else 30)
    upwards = np.array([0.0, 1.0, 2.0]) if isinstance(y, Rows) else np.array([0.5, 1.0, 2.5])
    expected = axis.transData.transform(np.column_stack([points, upwards])) * 72 / figure.dpi
    assert axes.at(points, upwards) == pytest.approx(expected, abs=1e-6)


def test_names_of_axes_are_written_in_known_glyphs(monkeypatch):
    monkeypatch.setattr(figures, "in_known_glyphs", lambda text: text.replace("⁴", "^4"))
    canvas = Canvas(WIDTH, HEIGHT)
    Axes(canvas, ROOM, Linear(0.0, 1.0), Linear(0.0, 1.0), x_name="x, 10⁴ t", y_name="10⁴ t C").draw_frame()
    assert {"x, 10^4 t", "10^4 t C"} <= set(canvas.words)


def test_a_legend_beside_axes_has_the_places_of_matplotlibs():
    canvas = Canvas(WIDTH, HEIGHT)
    entries = [LineKind("#123456", label="fitted"), CircleKind("none", "#654321", 4.0, 1.0, "least squares")]
    axes = Axes(canvas, (10.0, 8.0, 250.0, 206.0), Rows([]), Rows([]))
    axes.draw_beside(Legend.beside(entries))
    figure, axis = axes_of_matplotlib(axes)
    axis.axis("off")
    axis.plot([], [], label="fitted")
    axis.plot([], [], "o", markersize=4, label="least squares")
    figures.legend_beside(axis)
    of_figure, of_canvas = inline_svg(figure, set(), cropped=False), inline_svg(canvas, set())
    assert places_of_text(of_canvas) == pytest.approx(places_of_text(of_figure), abs=0.02)


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ([0.2, 0.9], ["0.2", "0.5"]),
        ([1.3, 12_000.0], ["1", "10", "100", "1,000", "10,000"]),
        ([2.1, 2.9], ["2.0", "2.2", "2.4", "2.6", "2.8"]),
        ([5.0], ["1", "10"]),
        ([np.nan, -1.0, 0.0], ["1", "10"]),
    ],
)
def test_every_logarithmic_axis_has_numbers(values, texts):
    scale = Logarithmic.of(np.array(values))
    found = scale.texts(scale.ticks(4))
    assert len(found) >= 2 and set(found) & set(texts)
    kept = np.array([value for value in values if value > 0])
    assert ((scale.shares(kept) > 0) & (scale.shares(kept) < 1)).all()
    assert np.isnan(scale.shares([0.0, -1.0])).all()


@pytest.mark.parametrize("values", [[], [np.nan, np.inf], [0.0], [7.0, 7.0]])
def test_a_scale_of_one_value_or_none_is_a_scale(values):
    scale = Linear.of(np.array(values))
    assert scale.low < scale.high and len(scale.ticks(9)) >= 2


@pytest.mark.parametrize("as_picture", [False, True])
def test_dots_lie_where_they_belong(as_picture):
    from PIL import Image

    canvas = Canvas(WIDTH, HEIGHT)
    canvas.dots(np.array([(36.0, 180.0), (288.0, 72.0)]), 3.0, "#2171b5", opacity=0.45, as_picture=as_picture)
    drawing = inline_svg(canvas, set())
    if not as_picture:
        found = re.findall(r'<use [^>]*x="([\d.]+)" y="([\d.]+)"', drawing)
        assert [tuple(map(float, place)) for place in found] == [(36.0, HEIGHT - 180.0), (288.0, HEIGHT - 72.0)]
        return
    tag = re.search("<image .*?>", drawing).group()
    x, y, width, height = (float(re.search(rf' {name}="(-?[\d.]+)"', tag).group(1)) for name in PLACE)
    assert f'transform="scale(1 -1) translate(0 -{height:g})"' in tag  # so it stands on its head
    assert (x, -y, x + width, height - y) == pytest.approx((34.5, 34.5, 289.5, 145.5), abs=1.0)
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(re.search(r"base64,\s*([^\"]*)", tag).group(1)))))[::-1]
    corners = pixels[:3, :3], pixels[:3, -3:], pixels[-3:, :3], pixels[-3:, -3:]
    assert [bool(corner[..., 3].any()) for corner in corners] == [True, False, False, True]
    assert pixels[2, 2].tolist() == pytest.approx([0x21, 0x71, 0xB5, 0.45 * 255], abs=2)


def test_no_dots_are_no_picture():
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.dots(np.empty((0, 2)), 3.0, "#2171b5", opacity=0.45, as_picture=True)
    assert "<image" not in inline_svg(canvas, set())


def lines_of(drawing, colour, *, dashed=False):
    """The corners of every line in a colour."""
    found = re.findall(rf'<path d="([^"]*)" style="fill: none;([^"]*)stroke: {colour}', drawing)
    numbers = [re.findall(r"[ML] ([\d.-]+) ([\d.-]+)", path) for path, style in found if ("dash" in style) == dashed]
    return [np.array(line, dtype=float) for line in numbers]


@pytest.mark.parametrize("k", [0.1, 0.99, 2.0, None])
def test_the_ridge_trace_is_drawn_to_scale(k):
    trace = pd.DataFrame({"k": [0.0, 0.5, 1.0], "beta_P": [2.0, 1.0, np.nan], "beta_W": [-1.0, 0.0, 0.5]})
    trace = trace.assign(vif_P=[1000.0, 100.0, 1.0], vif_W=[10.0, 1.0, 0.1])
    labels = {"P": "P, Population", "W": "W"}
    canvas = ridge_trace(trace, labels, k, titles=["Coefficient $b$", "VIF"], x_label="parameter k")
    drawing = inline_svg(canvas, set())
    (beta, inflation, key), (other, _, _) = (
        lines_of(drawing, colour) for colour in driver_colours(["P", "W"]).values()
    )
    assert len(beta) == 2 and len(inflation) == 3 and len(key) == 2  # a gap where one is missing
    assert inflation[2, 0] - inflation[0, 0] == pytest.approx(2 * (inflation[1, 0] - inflation[0, 0]), abs=0.03)
    assert (other[:, 1] - beta[0, 1]) / (beta[1, 1] - beta[0, 1]) == pytest.approx([3.0, 2.0, 1.5], abs=0.01)
    assert inflation[2, 1] - inflation[0, 1] == pytest.approx(3 * (inflation[1, 1] - inflation[0, 1]), abs=0.03)
    upright = [line for line in lines_of(drawing, INK, dashed=True) if line[0, 0] == line[1, 0]]
    if k is None or k > 1:
        assert not upright and not any(word.startswith("k = ") for word in canvas.words)
    else:
        places = [line[0, 0] + k * 2 * (line[1, 0] - line[0, 0]) for line in (beta, inflation)]
        assert [line[0, 0] for line in upright] == pytest.approx(places, abs=0.03)
        assert f"k = {k:g}" in canvas.words
    (limit,) = (line for line in lines_of(drawing, INK, dashed=True) if line[0, 1] == line[1, 1])
    assert limit[0, 1] == pytest.approx(inflation[0, 1] + 2 * (inflation[1, 1] - inflation[0, 1]), abs=0.03)
    assert [word for word in canvas.words if word in labels.values()] == list(labels.values())
    assert {"Coefficient $b$", "VIF", "1,000", "0.1", "-1.0", "2.0", "parameter k"} <= set(canvas.words)
