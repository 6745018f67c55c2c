"""The zoning through the real qgis_process."""

import sqlite3
from contextlib import closing

import pandas as pd

TOTALS = [12, 15, 16, 22, 23, 24, 27, 28, 33, 34, 35, 36, 41, 42, 47]


def test_natural_breaks_and_the_same_breaks_again(qgis_process, awkward_folder):
    table, first, second = (awkward_folder / name for name in ("得分.csv", "first.gpkg", "second.csv"))
    pd.DataFrame({"unit": range(15), "total": TOTALS}).to_csv(table, index=False)
    run = qgis_process("run", "carbonzoning:naturalbreaks", INPUT=table, FIELD="total", OUTPUT=first)
    assert run.exit_code == 0, run.output
    assert round(run.results["GVF"], 6) == 0.975957 and run.results["BREAKS_USED"] == "16;24;28;36;47"
    with closing(sqlite3.connect(first)) as database:
        found = database.execute("select class from first order by fid").fetchall()
    assert [number for (number,) in found] == [1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5]
    run = qgis_process(
        "run", "carbonzoning:naturalbreaks", INPUT=first, FIELD="total", BREAK_VALUES=run.results["BREAKS_USED"],
        OUTPUT=second,
    )  # fmt: skip
    assert run.exit_code == 0, run.output
    assert (pd.read_csv(second)["class"] == pd.read_csv(second)["class_2"]).all()


def test_a_field_of_words_is_a_sentence_and_exit_code_1(qgis_process, tmp_path):
    table = tmp_path / "scores.csv"
    table.write_text("unit,total\na,high\nb,low\n", encoding="utf-8")
    run = qgis_process("run", "carbonzoning:naturalbreaks", INPUT=table, FIELD="total", OUTPUT=tmp_path / "o.gpkg")
    assert run.exit_code == 1 and "Traceback" not in run.output
    assert "column “total” should hold numbers, but 2 of 2 cells hold something else: “high”, “low”" in run.output
    assert not (tmp_path / "o.gpkg").exists()
