"""Published numbers recomputed, as a planner runs it."""

import re
from pathlib import Path


def test_table_page_and_count(run, tmp_path):
    report = tmp_path / "verified.html"
    outcome = run("verifymethods", OUTPUT="TEMPORARY_OUTPUT", LANGUAGE=0, REPORT=str(report))
    table = outcome.frame("OUTPUT")
    assert outcome["FAILED"] == 0 and set(table["verdict"]) == {"agrees"} and len(table) > 700
    assert {"method", "source", "quantity", "printed", "computed", "difference", "tolerance"} <= set(table.columns)
    page = report.read_text(encoding="utf-8")
    assert f"All {len(table)} numbers of 24 cases agree" in page and "CC BY 4.0" in page
    body = page.split("</style>")[-1]
    assert "<td>km²</td>" in body and "km2" not in body and not re.search(r"<td>[^<]*[a-z]_[^<]*</td>", body)
    layer = outcome.layer("OUTPUT")
    assert layer.attributeAlias(layer.fields().indexFromName("key")) == "Of"


def test_in_chinese(run, tmp_path):
    report = tmp_path / "verified.html"
    outcome = run("verifymethods", OUTPUT="TEMPORARY_OUTPUT", LANGUAGE=1, REPORT=str(report))
    assert "单一动态度" in set(outcome.frame("OUTPUT")["quantity"])
    page = Path(report).read_text(encoding="utf-8")
    assert "转移矩阵" in page and "<td>亿元</td>" in page and "<td>食物生产、2002</td>" in page
