"""Yearbook tables through the real qgis_process: a panel, the mapping with its remarks in Chinese, sentences."""

import html

import pandas as pd


def write(path, text, encoding="gb18030"):
    path.write_bytes(text.encode(encoding))
    return path


def test_files_into_a_panel_and_the_mapping_back(qgis_process, awkward_folder):
    first = write(awkward_folder / "年末总人口（万人）.csv", "地区,2010年,2015年\n宁强县,30.5,31\n略阳县,18.25,18\n")
    second = write(
        awkward_folder / "其他.csv", "地区,年份,农药使用量（吨）,常住人口\n宁强县,2010,12,1\n略阳县,2010,,2\n"
    )
    outputs = {
        "OUTPUT": awkward_folder / "面板.csv",
        "MAPPING_USED": awkward_folder / "映射.csv",
        "UNRECOGNISED": awkward_folder / "未识别.csv",
    }
    run = qgis_process("run", "carbonzoning:preparetable", INPUT=[first, second], LANGUAGE=1, **outputs)
    assert run.exit_code == 0, run.output
    panel = pd.read_csv(outputs["OUTPUT"]).set_index(["unit", "year"])
    assert panel["population"].to_dict() == {
        ("宁强县", 2010): 305_000, ("宁强县", 2015): 310_000, ("略阳县", 2010): 182_500, ("略阳县", 2015): 180_000,
    }  # fmt: skip
    assert panel["pesticide_t"].dropna().to_dict() == {("宁强县", 2010): 12}
    mapping = pd.read_csv(outputs["MAPPING_USED"])
    assert list(mapping) == [
        "source",
        "sheet",
        "column",
        "role",
        "variable",
        "year",
        "unit_found",
        "factor",
        "rows",
        "note",
    ]
    assert mapping.set_index("column")["role"]["常住人口"] == "unclear"
    again = awkward_folder / "again.csv"
    run = qgis_process(
        "run", "carbonzoning:preparetable", INPUT=[first, second], MAPPING=outputs["MAPPING_USED"], OUTPUT=again,
        MAPPING_USED=awkward_folder / "m.csv", UNRECOGNISED=awkward_folder / "u.csv",
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert again.read_text(encoding="utf-8") == outputs["OUTPUT"].read_text(encoding="utf-8")


def test_all_files_that_cannot_be_read_are_named(qgis_process, awkward_folder):
    page = write(awkward_folder / "page.xls", "<html><table></table></html>", "utf-8")
    run = qgis_process("run", "carbonzoning:preparetable", INPUT=[page, awkward_folder / "absent.xlsx"],
                       OUTPUT=awkward_folder / "panel.csv", MAPPING_USED=awkward_folder / "m.csv",
                       UNRECOGNISED=awkward_folder / "u.csv")  # fmt: skip
    told = html.unescape(run.output)
    assert run.exit_code != 0 and "web page" in told and "absent.xlsx" in told
    assert not (awkward_folder / "panel.csv").exists()
