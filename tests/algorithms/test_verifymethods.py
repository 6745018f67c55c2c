"""Published numbers recomputed, as a planner runs it."""

from pathlib import Path


def test_table_page_and_count(run, tmp_path):
    report = tmp_path / "verified.html"
    outcome = run("verifymethods", OUTPUT="TEMPORARY_OUTPUT", LANGUAGE=0, REPORT=str(report))
    table = outcome.frame("OUTPUT")
    assert outcome["FAILED"] == 0 and set(table["verdict"]) == {"agrees"} and len(table) > 700
    assert {"method", "source", "quantity", "printed", "computed", "difference", "tolerance"} <= set(table.columns)
    page = report.read_text(encoding="utf-8")
    assert f"All {len(table)} numbers of 24 cases agree" in page and "CC BY 4.0" in page
    layer = outcome.layer("OUTPUT")
    assert layer.attributeAlias(layer.fields().indexFromName("key")) == "Of"


def test_in_chinese(run, tmp_path):
    report = tmp_path / "verified.html"
    outcome = run("verifymethods", OUTPUT="TEMPORARY_OUTPUT", LANGUAGE=1, REPORT=str(report))
    assert "单一动态度" in set(outcome.frame("OUTPUT")["quantity"])
    assert "转移矩阵" in Path(report).read_text(encoding="utf-8")
