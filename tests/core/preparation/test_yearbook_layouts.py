"""The same panel written in every layout of a yearbook, in either language, comes back equal."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.preparation.sheets.mapping import read_mapping
from carbon_plugin.core.preparation.sheets.prepare import Preparation
from carbon_plugin.core.preparation.sheets.sheet import sheet_of
from carbon_plugin.core.preparation.sheets.wanted import Wanted

# variable: heading, unit of measure and factor, in each language
HEADINGS = {
    "zh": {
        "population": ("年末总人口", "万人", 1e4),
        "gdp": ("地区生产总值", "亿元", 1e4),
        "irrigated_ha": ("有效灌溉面积", "千公顷", 1e3),
        "pigs_head": ("生猪年末存栏", "万头", 1e4),
        "electricity_mwh": ("全社会用电量", "亿千瓦时", 1e5),
        "machinery_kw": ("农业机械总动力", "万千瓦", 1e4),
        "natural_gas_1000m3": ("天然气消费量", "万立方米", 10.0),
    },
    "en": {
        "population": ("Total population", "10,000 persons", 1e4),
        "gdp": ("Gross domestic product", "million yuan", 1e2),
        "irrigated_ha": ("Effective irrigated area", "thousand ha", 1e3),
        "pigs_head": ("Pigs at year-end", "thousand head", 1e3),
        "electricity_mwh": ("Electricity consumption", "GWh", 1e3),
        "machinery_kw": ("Total power of agricultural machinery", "MW", 1e3),
        "heat_gj": ("Heat consumption", "TJ", 1e3),
    },
}
WORDS = {
    "zh": {"unit": "地区", "year": "年份", "item": "指标", "value": "数值", "measure": "计量单位", "note": "单位：{}",
           "title": "表1 各县{}", "total": "合计", "foot": "注：本表数据来自统计局。", "marks": "{}（{}）"},
    "en": {"unit": "County", "year": "Year", "item": "Indicator", "value": "Value", "measure": "Unit of measure",
           "note": "Unit: {}", "title": "Table 1: {} by county", "total": "Total", "foot": "Note: from the yearbook.",
           "marks": "{} ({})"},
}  # fmt: skip
UNITS = {"zh": ["汉台区", "南郑区", "城固县", "洋县"], "en": ["Ashford", "Barton", "Corby", "Derwent"]}


class Printer:
    """A panel as a yearbook prints it; ``numbers``: (variable, unit, year) to what is printed."""

    def __init__(self, language: str, numbers: dict, units: list, years: list):
        self.words, self.headings = WORDS[language], HEADINGS[language]
        self.numbers, self.units, self.years = numbers, units, years
        self.variables = list(dict.fromkeys(variable for variable, _, _ in numbers))

    def cell(self, variable, unit, year):
        return self.numbers.get((variable, unit, year))

    def heading(self, variable) -> str:
        name, measure, _ = self.headings[variable]
        return self.words["marks"].format(name, measure)

    def long(self):
        rows = [[self.words["unit"], self.words["year"], *map(self.heading, self.variables)]]
        rows += [[unit, year, *(self.cell(variable, unit, year) for variable in self.variables)]
                 for unit in self.units for year in self.years]  # fmt: skip
        return [("book.csv", "", rows, ())]

    def long_with_a_row_of_units(self):
        names = [self.headings[variable][0] for variable in self.variables]
        measures = [self.headings[variable][1] for variable in self.variables]
        rows = [
            [self.words["title"].format("")],
            [],
            [self.words["unit"], self.words["year"], *names],
            ["", "", *measures],
        ]
        for unit in self.units:
            for year in self.years:
                cells = [self.cell(variable, unit, year) for variable in self.variables]
                rows.append([unit if year == self.years[0] else "", year, *cells])
        rows += [[self.words["foot"]]]
        return [("book.xlsx", "Sheet1", rows, ())]

    def items(self):
        rows = [[self.words[name] for name in ("unit", "year", "item", "measure", "value")]]
        rows += [[unit, year, *self.headings[variable][:2], self.cell(variable, unit, year)]
                 for variable in self.variables for unit in self.units for year in self.years]  # fmt: skip
        return [("book.csv", "", rows, ())]

    def items_with_years_across(self):
        rows = [[self.words["unit"], self.words["item"], *self.years]]
        rows += [[unit, self.heading(variable), *(self.cell(variable, unit, year) for year in self.years)]
                 for unit in self.units for variable in self.variables]  # fmt: skip
        return [("book.csv", "", rows, ())]

    def years_as_columns(self):
        years = len(self.years)
        above = [cell for variable in self.variables for cell in [self.heading(variable), *[""] * (years - 1)]]
        rows = [[self.words["title"].format("")], [self.words["unit"], *above]]
        rows += [["", *[f"{year}年" for year in self.years] * len(self.variables)]]
        rows += [[unit, *(self.cell(variable, unit, year) for variable in self.variables for year in self.years)]
                 for unit in self.units]  # fmt: skip
        merged = [(1, 0, 2, 0)]
        merged += [(1, 1 + years * n, 1, years * (n + 1)) for n in range(len(self.variables)) if years > 1]
        return [("book.xlsx", "Sheet1", rows, merged)]

    def table_a_year(self):
        book = []
        for number, year in enumerate(self.years):
            rows = [[self.words["title"].format("")]] if number % 2 else []
            rows += [[self.words["unit"], *map(self.heading, self.variables)]]
            rows += [[unit, *(self.cell(variable, unit, year) for variable in self.variables)] for unit in self.units]
            book.append(("book.xlsx", str(year), rows, ()))
        return book

    def year_in_the_title(self):
        book = []
        for number, (year, (name, _, rows, merged)) in enumerate(zip(self.years, self.table_a_year())):
            title = [f"{year}", "", ""] if number % 2 else [f"{year}年统计表"]
            book.append((f"{name} {number}", "Sheet1", [title, *rows], merged))
        return book

    def table_a_variable(self):
        book = []
        for variable in self.variables:
            name, measure, _ = self.headings[variable]
            rows = [[self.words["title"].format(name)], ["", "", self.words["note"].format(measure)]]
            rows += [[self.words["unit"], *self.years]]
            rows += [[unit, *(self.cell(variable, unit, year) for year in self.years)] for unit in self.units]
            book.append(("book.xlsx", f"T{len(book)}", rows, ()))
        return book

    def file_a_variable(self):
        book = []
        for variable in self.variables:
            name, measure, _ = self.headings[variable]
            rows = [[self.words["unit"], self.words["year"], self.words["value"]]]
            rows += [[unit, year, self.cell(variable, unit, year)] for unit in self.units for year in self.years]
            book.append((f"{self.words['marks'].format(name, measure)}.csv", "", rows, ()))
        return book

    def tables_below_each_other(self):
        rows = []
        for _, _, table, _ in self.table_a_variable():
            rows += [*table, []]
        return [("book.xlsx", "Sheet1", rows, ())]


LAYOUTS = [name for name in vars(Printer) if not name.startswith("_") and name not in ("cell", "heading")]


def prepared(sheets, **wanted):
    preparation = Preparation(Wanted(**wanted))
    for source, name, rows, merged in sheets:
        preparation.add(sheet_of(source, name, rows, merged=merged))
    return preparation.finish()


def expected(printer: Printer) -> pd.DataFrame:
    rows = {}
    for (variable, unit, year), number in printer.numbers.items():
        if number is not None:
            rows.setdefault((unit, year), {})[variable] = number * printer.headings[variable][2]
    frame = pd.DataFrame.from_dict(rows, orient="index")
    return frame.sort_index()


def same(frame: pd.DataFrame, printer: Printer) -> None:
    found = frame.set_index(["unit", "year"]).dropna(how="all").sort_index()
    wanted = expected(printer)
    assert list(found.index) == list(wanted.index)
    for name in wanted.columns:
        np.testing.assert_allclose(found[name].to_numpy(), wanted[name].to_numpy(dtype=float), rtol=1e-12, err_msg=name)
    assert set(found.columns) - set(wanted.columns) <= {name for name in found if found[name].isna().all()}


def printer_of(language, seed=1, units=4, years=(2005, 2010, 2015)):
    random = np.random.default_rng(seed)
    variables = list(HEADINGS[language])
    numbers = {
        (variable, unit, year): float(np.round(random.uniform(0.5, 900), 2))
        for variable in variables
        for unit in UNITS[language][:units]
        for year in years
    }
    return Printer(language, numbers, UNITS[language][:units], list(years))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_layout_comes_back_equal(language, layout):
    printer = printer_of(language)
    outcome = prepared(getattr(printer, layout)())
    same(outcome.frame, printer)
    assert not [str(message) for message in outcome.notes if message.needs_attention and "outside" not in str(message)]
    # fed back unedited, the mapping gives the same again
    mapping = read_mapping(outcome.mapping_used(), "mapping")
    again = prepared(getattr(printer, layout)(), mapping=mapping)
    pd.testing.assert_frame_equal(outcome.frame, again.frame)


@pytest.mark.parametrize("layout, given_as", [
    ("long", "long"), ("items", "long"), ("years_as_columns", "years_as_columns"), ("table_a_year", "table_a_year"),
    ("table_a_variable", "table_a_variable"), ("file_a_variable", "table_a_variable"),
])  # fmt: skip
def test_a_layout_that_is_given_is_the_one_that_is_found(layout, given_as):
    printer = printer_of("zh")
    for wanted in ({}, {"layout": given_as}):
        outcome = prepared(getattr(printer, layout)(), **wanted)
        same(outcome.frame, printer)
        assert {str(one.note) for one in outcome.columns if one.role == "sheet"} == {f"layout: {given_as}"}


@st.composite
def printers(draw):
    language = draw(st.sampled_from(["zh", "en"]))
    units = UNITS[language][: draw(st.integers(2, 4))]
    years = sorted(draw(st.sets(st.integers(1990, 2024), min_size=2, max_size=5)))
    variables = draw(st.lists(st.sampled_from(list(HEADINGS[language])), min_size=1, max_size=5, unique=True))
    number = st.one_of(st.none(), st.floats(0.01, 1899, allow_nan=False).map(lambda x: round(x, 3)))
    numbers = {(v, u, y): draw(number) for v in variables for u in units for y in years}
    for unit in units:  # a first row without any number is no row of numbers
        for variable in variables:
            if all(numbers[variable, unit, year] is None for year in years):
                numbers[variable, unit, years[0]] = 12.5
    for variable in variables:
        for year in years:
            if numbers[variable, units[0], year] is None:
                numbers[variable, units[0], year] = 7.25
    return Printer(language, numbers, units, years)


@settings(max_examples=40, deadline=None)
@given(printers(), st.sampled_from(LAYOUTS))
def test_any_panel_in_any_layout_comes_back_equal(printer, layout):
    frame = prepared(getattr(printer, layout)()).frame
    if len(printer.units) > 2:  # of two units one may be the other's double by chance, and of three one the sum
        totals = set(printer.units) - set(frame["unit"])
        printer.numbers = {key: number for key, number in printer.numbers.items() if key[1] not in totals}
    same(frame, printer)
