"""Yearbook tables as a planner has them: workbooks and text through Processing, and what the steps make of them."""

import shutil
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException

openpyxl = pytest.importorskip("openpyxl")
MEMORY = "TEMPORARY_OUTPUT"
OUTPUTS = {"OUTPUT": MEMORY, "MAPPING_USED": MEMORY, "UNRECOGNISED": MEMORY}


@pytest.fixture
def write_book(tmp_path):
    """Write sheets of rows, with merged cells, as a workbook and give its path."""

    def write(name: str, sheets: dict, merged: dict | None = None) -> str:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
            for area in (merged or {}).get(title, []):
                sheet.merge_cells(area)
        path = tmp_path / name
        book.save(path)
        return str(path)

    return write


@pytest.fixture
def prepare(run):
    return lambda *files, **parameters: run("preparetable", **{"INPUT": list(files), **OUTPUTS, **parameters})


def values(outcome) -> dict:
    """The panel as a dictionary: (unit, year) to its numbers."""
    frame = outcome.frame("OUTPUT")
    return {(unit, year): list(rest) for unit, year, *rest in frame.itertuples(index=False)}


CHINESE = [
    ["1-2 各县（区）主要经济指标（2015年）"],
    ["", "", "", "", "单位：万人、亿元"],
    ["地区", "人口", "", "地区生产总值", ""],
    ["", "年末总人口", "#城镇人口", "合计", "第二产业"],
    ["汉中市", 102.3, 55.5, 350.25, 150.5],
    ["汉 台 区", 55.1, 35.5, 200.25, 100.5],
    ["南郑区", 47.2, "20.0", 150, 50],
    ["注：人口为常住人口。资料来源：市统计局"],
]
MERGED = ["A1:E1", "A3:A4", "B3:C3", "D3:E3"]


def test_a_chinese_yearbook_with_merged_headings_and_a_sheet_a_year(prepare, write_book):
    later = [["各县（区）主要经济指标"], *CHINESE[1:4], ["汉台区", 56, 36, 210, 105], ["合计", 104, 57, 370, 157]]
    path = write_book("经济.xlsx", {"2015": CHINESE, "2016年": later}, {"2015": MERGED, "2016年": MERGED})
    outcome = prepare(path)
    assert values(outcome) == {
        ("汉台区", 2015): pytest.approx([551_000, 355_000, 2_002_500, 1_005_000]),
        ("南郑区", 2015): pytest.approx([472_000, 200_000, 1_500_000, 500_000]),
        ("汉台区", 2016): pytest.approx([560_000, 360_000, 2_100_000, 1_050_000]),
    }
    assert list(outcome.frame("OUTPUT")) == ["unit", "year", "population", "urban_population", "gdp", "gdp_secondary"]
    log = "\n".join(outcome.log)
    assert (
        "“A table a year: the year in sheet, title or file name”: 经济.xlsx / 2015, 经济.xlsx / 2016年" in log
        and "population: 万人 × 10,000" in log
        and "gdp: 亿元 × 10,000" in log
    )
    assert "汉中市" in log and "合计" in log and "市统计局" in log
    assert not outcome.warnings


def test_the_mapping_that_was_used_gives_the_same_panel_again(prepare, write_book):
    path = write_book("经济.xlsx", {"2015": CHINESE}, {"2015": MERGED})
    first = prepare(path)
    again = prepare(path, MAPPING=first.layer("MAPPING_USED"))
    pd.testing.assert_frame_equal(first.frame("OUTPUT"), again.frame("OUTPUT"))
    kept = ["source", "sheet", "column", "role", "variable", "year", "factor", "rows"]
    pd.testing.assert_frame_equal(first.frame("MAPPING_USED")[kept], again.frame("MAPPING_USED")[kept])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_code_pages_of_text(prepare, tmp_path, encoding):
    path = tmp_path / "人口.csv"
    text = "单位：万人\n地区,2010年,2015年\n宁强县,30.5,31\n略阳县,18.25,18\n合计,48.75,49\n"
    path.write_bytes(text.encode(encoding))
    outcome = prepare(str(path))
    assert values(outcome) == {
        ("宁强县", 2010): [305_000], ("宁强县", 2015): [310_000],
        ("略阳县", 2010): [182_500], ("略阳县", 2015): [180_000],
    }  # fmt: skip
    assert ("GB18030" in "\n".join(outcome.log)) is (encoding == "gb18030")


def test_units_by_code_name_and_half_a_name(prepare, write_csv, squares):
    layer = squares(3)
    table = write_csv("t.csv", 县=["县1", "县 2", "县9"], 年份=[2010] * 3, **{"总人口（人）": [5000, 6000, 7000]})
    outcome = prepare(table, UNITS=layer, UNITS_NAME_FIELD="label")
    assert values(outcome) == {("1", 2010): [5000], ("2", 2010): [6000]}
    (warning,) = outcome.warnings
    assert "县9" in warning and "not in" in warning


def test_what_is_unclear_is_asked_and_answered(prepare, write_csv):
    table = write_csv("t.csv", unit=["a", "b"], year=[2010, 2010], 总人口=[55.1, 47.2], heads_hens=[10.0, 20])
    first = prepare(table)
    assert values(first) == {("a", 2010): [], ("b", 2010): []}
    assert any("unclear" in line for line in first.warnings)
    mapping = first.frame("MAPPING_USED")
    mapping["factor"] = mapping["factor"].astype(float)
    mapping.loc[mapping["column"] == "总人口", "factor"] = 10_000.0
    row = mapping["column"] == "heads_hens"
    mapping.loc[row, ["role", "variable"]], mapping.loc[row, "factor"] = ["value", "poultry_head"], 1.0
    edited = write_csv("mapping.csv", **mapping.drop(columns=["note"]).to_dict("list"))
    second = prepare(table, MAPPING=edited)
    assert values(second) == {("a", 2010): [551_000, 10], ("b", 2010): [472_000, 20]}
    listed = first.frame("UNRECOGNISED").set_index("column")
    assert listed["nearest"]["总人口"] == "population" and listed["label"]["总人口"] == "Population (persons)"


def test_what_the_template_writes_is_read(run, prepare, squares, tmp_path):
    for name in ("template.xlsx", "template.csv"):
        path = str(tmp_path / name)
        run("statisticstemplate", UNITS=squares(2), UNITS_NAME_FIELD="label", FIRST_YEAR=2010, LAST_YEAR=2011,
            MODULES=[0, 1, 2, 3, 4, 5], LANGUAGE=0, OUTPUT=path)  # fmt: skip
        outcome = prepare(path)
        assert sorted(values(outcome)) == [("1", 2010), ("1", 2011), ("2", 2010), ("2", 2011)]
        roles = outcome.frame("MAPPING_USED")
        roles = roles[roles["sheet"] != "columns"]
        assert set(roles["role"]) == {"sheet", "unit", "name", "year", "value"}
        from carbon_zoning.carbon_plugin.core.preparation.sheets.names import variables_offered

        assert set(roles[roles["role"] == "value"]["variable"]) == set(variables_offered())


def refused(prepare, *files, **parameters) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        prepare(*files, **parameters)
    return str(caught.value)


def test_files_that_are_not_what_they_seem(prepare, provider, tmp_path, write_book):
    good = write_book("good.xlsx", {"2015": CHINESE}, {"2015": MERGED})
    damaged = tmp_path / "damaged.xlsx"
    damaged.write_bytes(Path(good).read_bytes()[:3000])
    page = tmp_path / "page.xls"
    page.write_text("<html><body><table><tr><td>1</td></tr></table></body></html>")
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    )
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    told = {
        str(damaged): "damaged", str(page): "web page", str(locked): "password", str(empty): "empty",
        str(tmp_path / "absent.xlsx"): "No such file",
    }  # fmt: skip
    algorithm = provider.algorithm("preparetable").create()
    accepted, text = algorithm.checkParameterValues({"INPUT": list(told), **OUTPUTS}, QgsProcessingContext())
    assert not accepted
    for path, word in told.items():
        assert Path(path).name in text and word in text
        assert word in refused(prepare, path)
    wrong_name = tmp_path / "renamed.csv"
    shutil.copy(good, wrong_name)
    wrong_name.chmod(0o444)
    outcome = prepare(str(wrong_name))
    assert len(values(outcome)) == 2 and any("XLSX" in line for line in outcome.warnings)


def test_no_table_no_heading_and_a_column_that_is_not_there(prepare, write_csv, tmp_path):
    text = tmp_path / "letter.txt"
    text.write_text("Dear colleague,\nthe numbers will follow.\n")
    assert "headings in a row" in refused(prepare, str(text))
    table = write_csv("t.csv", county=["a", "b"], year=[2010, 2010], Foo=[1.5, 2.5], 农药=[3, 4])
    outcome = prepare(table)
    assert any("No heading was recognised" in line and "Foo" in line for line in outcome.warnings)
    mapping = write_csv("m.csv", source=[""], sheet=[""], column=["Fo"], role=["value"], variable=["gdp"], factor=[1])
    told = refused(prepare, table, MAPPING=mapping)
    assert "Fo" in told and "perhaps “Foo”" in told
    mapping = write_csv("m.csv", column=["Foo"], role=["value"], variable=["unit"], factor=[1])
    assert "no variable that a column can be called by" in refused(prepare, table, MAPPING=mapping)


def test_two_sheets_of_one_year_that_contradict_each_other(prepare, write_book):
    rows = [["地区", "总人口（人）"], ["甲县", 5000], ["乙县", 6000]]
    other = [["地区", "总人口（人）"], ["甲县", 5000], ["乙县", 6001]]
    outcome = prepare(write_book("b.xlsx", {"2010": rows, "2010修订": other}))
    assert values(outcome)["甲县", 2010] == [5000] and pd.isna(values(outcome)["乙县", 2010][0])
    (warning,) = outcome.warnings
    assert "b.xlsx / 2010 / 总人口（人）” (row 3)" in warning and "b.xlsx / 2010修订 / 总人口（人）” (row 3)" in warning
    assert any("Several sheets are of one year" in line for line in outcome.log)


def test_two_columns_that_claim_one_variable_and_units_that_fit_none(prepare, write_csv):
    table = write_csv(
        "t.csv",
        地区=["a", "b"],
        年份=[2010, 2010],
        **{
            "户籍人口（人）": [5000, 6000],
            "常住人口（人）": [5100, 6100],
            "农药使用量（公顷）": [1, 2],
            "猪（万头）": [1.5, 2],
        },
    )
    outcome = prepare(table)
    assert values(outcome) == {("a", 2010): [15_000], ("b", 2010): [20_000]}
    (warning,) = outcome.warnings
    assert "all claim population" in warning and "“公顷” is no unit of measure of pesticide_t (t)" in warning


def test_currencies_are_never_mixed(prepare, write_csv):
    one = write_csv("one.csv", code=["1"], year=[2010], gdp_kBRL=[1000])
    two = write_csv("two.csv", code=["2"], year=[2010], **{"GDP (million USD)": [3]})
    told = refused(prepare, one, two)
    assert "kBRL" in told and "million USD" in told and "currencies" in told


def test_text_dates_and_footnotes_among_numbers(prepare, write_book):
    rows = [
        ["县名", "年份", "总人口（人）"],
        ["甲县", "2010年", "约5000"],
        ["乙县", 2010, "6,000"],
        ["丙县", "上年", 1],
    ]
    outcome = prepare(write_book("b.xlsx", {"Sheet1": rows}))
    found = values(outcome)
    assert pd.isna(found["甲县", 2010][0]) and found["乙县", 2010] == [6000] and len(found) == 2
    told = "\n".join(outcome.warnings)
    assert "约5000" in told and "上年" in told


def test_a_spreadsheet_of_libreoffice_with_a_sheet_a_year(prepare, run, tmp_path):
    from osgeo import gdal, ogr

    path = str(tmp_path / "book.ods")
    book = gdal.GetDriverByName("ODS").Create(path, 0, 0, 0, gdal.GDT_Unknown)
    for year, factor in (("2010", 1), ("2011年", 2)):
        layer = book.CreateLayer(year)
        for place, title in enumerate(("地区", "总人口（万人）", "化肥施用量（吨）")):
            layer.CreateField(ogr.FieldDefn(title, ogr.OFTReal if place else ogr.OFTString))
        for name, number in (("甲县", 5.5), ("乙县", 7.25)):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, name)
            feature.SetField(1, number * factor)
            feature.SetField(2, 1000.0 * factor)
            layer.CreateFeature(feature)
    del layer, book
    found = values(prepare(path))
    assert found["乙县", 2011] == pytest.approx([145_000, 2000]) and len(found) == 4


def test_hidden_sheets_and_formulas_are_told(prepare, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "2010"
    for row in (["地区", "总人口（人）", "化肥施用量（吨）"], ["甲县", 5000, "=100*2"], ["乙县", 6000, 10]):
        sheet.append(row)
    hidden = book.create_sheet("2011")
    hidden.append(["地区", "总人口（人）"])
    hidden.append(["甲县", 1])
    hidden.sheet_state = "hidden"
    path = tmp_path / "b.xlsx"
    book.save(path)
    outcome = prepare(str(path))
    found = values(outcome)
    assert len(found) == 2 and found["乙县", 2010] == [6000, 10] and pd.isna(found["甲县", 2010][1])
    assert any("1 cell holds a formula" in line for line in outcome.warnings)
    assert any("hidden sheets were left out: 2011" in line for line in outcome.log)


def test_totals_by_sum_are_left_out_and_one_name_in_two_cities_is_told(prepare, write_csv, squares):
    numbers = {"总人口（人）": [5123, 6456, 7211, 18790], "农药使用量（吨）": [3.5, 4.25, 1.5, 9.25]}
    table = write_csv("t.csv", 县=["甲", "乙", "丙", "汉中"], 年份=[2010] * 4, **numbers)
    outcome = prepare(table)
    assert sorted(unit for unit, _ in values(outcome)) == ["丙", "乙", "甲"]
    assert any("sum of others" in line and "汉中" in line for line in outcome.log)
    layer = squares(3)
    layer.startEditing()
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), 1, "城关" if feature["unit"] != "3" else "其他")
    layer.commitChanges()
    named = write_csv("n.csv", 县=["城关", "其他"], 年份=[2010] * 2, **{"总人口（人）": [5000, 6000]})
    outcome = prepare(named, UNITS=layer, UNITS_NAME_FIELD="label")
    assert values(outcome) == {("3", 2010): [6000]}
    assert any("more than one unit of the name 城关 (1, 2)" in line for line in outcome.warnings)
    coded = write_csv("c.csv", 代码=["001", "2"], 年份=[2010] * 2, **{"总人口（人）": [5000, 6000]})
    assert "001 / 1" in refused(prepare, coded, UNITS=layer)
    other = write_csv("o.csv", 代码=["x", "y"], 年份=[2010] * 2, **{"总人口（人）": [5000, 6000]})
    assert "None of the units" in refused(prepare, other, UNITS=layer)


def test_a_sheet_is_left_out_or_given_a_year_by_its_row_of_the_mapping(prepare, write_csv, write_book):
    rows = [["地区", "总人口（人）"], ["甲县", 5000], ["乙县", 6000]]
    path = write_book("统计年鉴2012.xlsx", {"人口": rows, "附表": rows})
    first = prepare(path)
    assert values(first) == {} and any("no year is named" in line for line in first.warnings)
    mapping = first.frame("MAPPING_USED").drop(columns=["note"]).astype(object)
    mapping.loc[(mapping["sheet"] == "人口") & (mapping["role"] == "sheet"), "year"] = 2011
    mapping.loc[(mapping["sheet"] == "附表") & (mapping["role"] == "sheet"), "role"] = "left_out"
    mapping = mapping[~((mapping["sheet"] == "附表") & (mapping["role"] != "left_out"))]
    second = prepare(path, MAPPING=write_csv("m.csv", **mapping.to_dict("list")))
    assert values(second) == {("甲县", 2011): [5000], ("乙县", 2011): [6000]}


def test_real_files_of_brazil(prepare, shared_data):
    folder = shared_data("brazil_ms")
    names = ("population", "gdp", "livestock_heads", "crop_areas_ha", "milk_kL", "seeg_emissions_tCO2e")
    outcome = prepare(*(str(folder / f"{name}.csv") for name in names))
    panel = outcome.frame("OUTPUT").set_index(["unit", "year"])
    assert list(panel.columns) == ["population", "gdp", "pigs_head", "cattle_head"]
    for name, column, variable, factor in (
        ("population", "population", "population", 1.0), ("gdp", "gdp_kBRL", "gdp", 0.1),
        ("livestock_heads", "heads_cattle", "cattle_head", 1.0),
        ("livestock_heads", "heads_pigs_total", "pigs_head", 1.0),
    ):  # fmt: skip
        source = pd.read_csv(folder / f"{name}.csv", dtype={"code": str}).dropna(subset=[column])
        expected = source.set_index(["code", "year"])[column] * factor
        assert panel[variable].dropna().sort_index().to_numpy() == pytest.approx(expected.sort_index().to_numpy())
    assert len(outcome.frame("UNRECOGNISED")) == 20 and not outcome.warnings


def test_a_chinese_yearbook_through_to_the_accounts(run, prepare, write_book, write_csv):
    numbers = {
        "population": ("年末总人口（万人）", 1e4, [551_000, 472_000, 560_000, 480_000]),
        "gdp": ("地区生产总值（亿元）", 1e4, [2_002_500, 1_500_000, 2_300_000, 1_700_000]),
        "fertilizer_t": ("化肥施用量（折纯）（吨）", 1.0, [18_000, 15_500, 17_000, 15_000]),
        "irrigated_ha": ("有效灌溉面积（千公顷）", 1e3, [20_000, 18_500, 21_000, 19_000]),
        "sown_ha": ("农作物总播种面积（千公顷）", 1e3, [60_000, 52_000, 61_000, 53_000]),
        "raw_coal_t": ("原煤消费量（万吨）", 1e4, [900_000, 400_000, 850_000, 380_000]),
        "electricity_mwh": ("全社会用电量（亿千瓦时）", 1e5, [1_500_000, 700_000, 1_700_000, 800_000]),
        "natural_gas_1000m3": ("天然气消费量（万立方米）", 10.0, [12_000, 8_000, 13_000, 8_500]),
        "pigs_head": ("生猪年末存栏（万头）", 1e4, [250_000, 310_000, 240_000, 300_000]),
    }
    keys = [("汉台区", 2010), ("南郑区", 2010), ("汉台区", 2015), ("南郑区", 2015)]
    sheets = {}
    for year in (2010, 2015):
        rows = [[f"各县（区）主要指标（{year}年）"], ["地区", *(heading for heading, _, _ in numbers.values())]]
        rows += [
            [unit, *(cells[place] / factor for _, factor, cells in numbers.values())]
            for place, (unit, its_year) in enumerate(keys)
            if its_year == year
        ]
        total = [sum(row[place] for row in rows[2:]) for place in range(1, len(numbers) + 1)]
        sheets[str(year)] = [*rows, ["全市", *total]]
    panel = prepare(write_book("年鉴.xlsx", sheets)).layer("OUTPUT")
    plain = write_csv(
        "plain.csv", unit=[unit for unit, _ in keys], year=[year for _, year in keys],
        **{name: cells for name, (_, _, cells) in numbers.items()},
    )  # fmt: skip
    found, expected = (
        run("carbonaccounting", STATISTICS=table, OUTPUT=MEMORY, REPORT="").frame("OUTPUT").set_index(["unit", "year"])
        for table in (panel, plain)
    )
    for name in ("ce", "ce_cropland", "ce_energy", "ce_breathing", "ce_livestock", "energy_tce"):
        assert found[name].sort_index().to_numpy(dtype=float) == pytest.approx(
            expected[name].sort_index().to_numpy(dtype=float), rel=1e-9
        )
    assert (found["ce"] > 0).all()


def test_true_in_a_column_of_numbers_is_told(prepare, write_book):
    rows = [["县", "年份", "原煤消费量（吨）"], ["a", 2019, 5.0], ["a", 2020, True], ["b", 2019, 5.0], ["b", 2020, 3.0]]
    outcome = prepare(write_book("book.xlsx", {"t": rows}))
    (line,) = [line for line in outcome.log if "text where a number should stand" in line]
    assert "“TRUE” (book.xlsx / t, row 3)" in line
    coal = outcome.frame("OUTPUT")["raw_coal_t"]
    assert coal.isna().tolist() == [False, True, False, False] and coal.sum() == 13
