"""A page: everything shown is escaped, numbers stand right, notes begin with warnings."""

import gc
import html
import re

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import Cancelled
from carbon_plugin.core.messages import note, warning
from carbon_plugin.report.page.colours import INK, ink_on
from carbon_plugin.report.page.numbers import MINUS, MISSING, aligned, digits, shown, wrapped
from carbon_plugin.report.page.table import Column
from carbon_plugin.report.page.writer import Writer
from carbon_plugin.report.trends.report import scale_of

TRAP = 'a "b" & <script>alert(1)</script> $body {x}'


def test_text_is_escaped_wherever_it_stands():
    writer = Writer(TRAP, "en", lambda text: text.replace("{x}", "{{x}}"))
    writer.subheading(TRAP)
    writer.paragraph(TRAP)
    writer.lead(TRAP)
    writer.callout(TRAP)
    writer.items([TRAP])
    writer.facts([(TRAP, TRAP)])
    writer.settings([(TRAP, TRAP)])
    writer.table([Column(TRAP, [TRAP])])
    writer.notes([note("a", "{text}", text=TRAP)])
    page = writer.html()
    assert "<script" not in page
    assert page.count(html.escape(TRAP)) == 14


def test_numbers_stand_right_and_what_is_missing_is_a_dash():
    writer = Writer("Title")
    writer.table(
        [Column("n", [1234.5, None], bars=["#111111", "#222222"]), Column("t", ["a", "b"], fills=["#000000", ""])]
    )
    page = writer.html()
    one, other, dark = (
        re.search(rf"td\.(c\d+) {{ {look}; }}", page)[1]
        for look in ("border-left: 5px solid #111111", "border-left: 5px solid #222222", "background: #000000; .*")
    )
    assert re.findall(rf'<td class="number {one}">([^<]*)<', page) == [shown(1234.5)]
    assert re.findall(rf'<td class="number {other}">([^<]*)<', page) == ["–"]
    assert f'<td class="{dark}">a</td>' in page and "<td>b</td>" in page
    assert f"td.{dark} {{ background: #000000; color: #ffffff; }}" in page


def test_cells_that_look_alike_name_one_look():
    writer = Writer("Title")
    for _ in range(2):
        writer.table([Column("t", ["a"] * 50, fills=["#000000", "#ffffff"] * 25)])
    page = writer.html()
    assert page.count("background: #000000") == page.count("background: #ffffff") == 1


def test_a_table_of_settings_has_no_empty_head():
    writer = Writer("Title")
    writer.settings([("Year", "2020")])
    assert "<th" not in writer.html() and ">2020<" in writer.html()


def test_rows_that_are_alike_are_written_by_row_and_stand_right():
    writer = Writer("Title")
    writer.table([Column("a", [0.4912, 1376287.0], written=["0.491", "1,376,287"])])
    assert '<th class="number">a</th>' in writer.html() and '<td class="number">0.491</td>' in writer.html()


def test_warnings_come_first_and_where_nothing_was_it_is_said():
    writer = Writer("Title")
    writer.notes([note("a", "A note."), warning("b", "A warning.")])
    writer.notes([], "Nothing.")
    page = writer.html()
    assert (
        page.index('<li class="warning">A warning.</li>') < page.index("<li>A note.</li>") < page.index("<p>Nothing.")
    )


def test_amounts_are_in_the_unit_of_the_report():
    writer = Writer("Title", carbon=("tCO2", "t CO2"))
    emission, forest = writer.in_report_unit(pd.DataFrame({"ce": [3e5], "forest_ha": [3.0]}))
    assert emission[0] == writer.header("ce") == "Carbon emission (t CO2/a)"
    assert emission[1].tolist() == pytest.approx([1.1e6]) and forest[1].tolist() == [3.0]


@pytest.mark.parametrize(
    ("key", "label", "values", "factor", "unit"),
    [
        ("tC", "t C", [9999.0, np.nan], 1.0, "t C/年"),
        ("tC", "t C", [-10_000.0, 5.0], 1e-4, "万吨碳/年"),
        ("tC", "t C", [4.7e9], 1e-4, "万吨碳/年"),
        ("10^4 tC", "万吨碳", [3.0, 4.7e9], 1e-4, "万吨碳/年"),
        ("tCO2", "t CO2", [6e3], 44 / 12e4, "万吨二氧化碳/年"),
    ],
)
def test_chinese_pages_write_amounts_of_carbon_in_ten_thousands(key, label, values, factor, unit):
    words = {"{unit}/a": "{unit}/年", "10^4 t C": "万吨碳", "10^4 t CO2": "万吨二氧化碳"}
    writer = Writer("题", "zh", lambda text: words.get(text, text), carbon=(key, label))
    assert writer.carbon.scale(values) == (pytest.approx(factor), unit)
    [(header, amounts)] = writer.in_report_unit(pd.DataFrame({"ce": values}))
    assert header.endswith(f"({unit})") and amounts[0] == pytest.approx(values[0] * factor)


@pytest.mark.parametrize(
    ("column", "size", "unit"),
    [
        ("ce", 2e4, "万吨碳/年"),
        ("population", 2e4, "万人"),
        ("forest_ha", 2e4, "万 ha"),
        ("gdp", 2e4, "亿元"),
        ("gdp", 9e3, "万元"),
    ],
)
def test_chinese_trends_count_in_ten_thousands(column, size, unit):
    words = {"{unit}/a": "{unit}/年", "10^4 t C": "万吨碳"}
    factor, found = scale_of(column, size, Writer("题", "zh", lambda text: words.get(text, text)))
    assert factor == (pytest.approx(1e-4) if size >= 1e4 else 1.0) and found.startswith(unit)


@pytest.mark.parametrize(
    ("background", "ink"), [("#ffffff", INK), ("#000000", "#ffffff"), ("#f5f5f5", INK), ("#01665e", "#ffffff")]
)
def test_ink_can_be_read_on_its_ground(background, ink):
    assert ink_on(background) == ink


@pytest.mark.parametrize(
    ("value", "text"), [(474.3, "474"), (1234.5, "1,230"), (-0.0123456, "−0.0123"), (99.96, "100")]
)
def test_three_digits(value, text):
    assert digits(value) == text


def test_headings_are_broken_by_their_width():
    assert wrapped("Economic contributive", 13).split("\n") == ["Economic", "contributive"]
    assert max(map(len, wrapped("经济贡献系数的区域均值", 13).split("\n"))) <= 7


@pytest.mark.parametrize("seed", range(20))
def test_the_numbers_of_a_column_have_the_same_decimals(seed):
    random = np.random.default_rng(seed)
    values = random.normal(0, 10.0 ** random.integers(-4, 7), 30)
    values[random.integers(0, 30)] = np.nan
    texts = [text for text in aligned(values) if text != MISSING]
    assert len({len(text.partition(".")[2]) for text in texts}) == 1
    known = values[np.isfinite(values)]
    back = np.array([float(text.replace(",", "").replace(MINUS, "-")) for text in texts])
    largest = np.abs(known).max()
    assert np.abs(back - known).max() <= max(largest * 1e-3, 0.5)  # four digits of the largest
    assert not any(text.startswith(MINUS) and not float(text[1:].replace(",", "")) for text in texts)


def test_a_long_list_can_be_read_whole():
    writer = Writer("Title")
    writer.notes([warning("a", "Missing: {units}.", units=[f"unit {number}" for number in range(40)])])
    page = writer.html()
    assert "<details><summary>Missing: unit 0, " in page and "unit 39.</p></details>" in page


def test_the_page_tells_its_region_and_its_day():
    page = Writer("Zones", region="Qinba & more").html()
    assert "<h1>Zones: Qinba &amp; more</h1>" in page
    assert re.search(r'<p class="date">Made on \d{4}-\d\d-\d\d</p>', page)


def test_boxes_in_place_of_chinese_are_told(monkeypatch):
    figures = pytest.importorskip("carbon_plugin.report.page.figures")
    monkeypatch.setattr(figures, "chinese_fonts", lambda: ())
    for name, told in (("county", False), ("宁强县", True)):
        writer = Writer("Title")
        with figures.style():
            figure, axis = figures.new_axis(2.0)
            axis.set_title(name)
            writer.chart(figure, "")
        assert ("no font with Chinese glyphs was found" in writer.html()) is told


def test_fonts_are_searched_anew_where_none_is_known(monkeypatch):
    font_manager = pytest.importorskip("matplotlib.font_manager")
    from carbon_plugin.report.page.figures import chinese_fonts

    chinese_fonts.cache_clear()
    if not chinese_fonts():
        pytest.skip("no Chinese font is installed")
    kept = [font for font in font_manager.fontManager.ttflist if "CJK" not in font.name and "WenQuan" not in font.name]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", kept)  # as a list that is older than the font
    chinese_fonts.cache_clear()
    assert chinese_fonts()
    chinese_fonts.cache_clear()


def test_what_is_loaded_is_left_alone_while_a_page_is_made_and_no_longer():
    counts = []

    def section(writer, report):
        counts.append(gc.get_freeze_count())
        if report is None:
            raise Cancelled

    before = gc.get_freeze_count()
    Writer("A page").page("report", [section])
    with pytest.raises(Cancelled):
        Writer("A page").page(None, [section])
    assert min(counts) > before + 1000 and gc.get_freeze_count() <= before
