"""Gaps as a planner has them filled: through Processing, with her files, and read by the steps that follow."""

import pandas as pd
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsVectorLayer

MEMORY = "TEMPORARY_OUTPUT"
KNOTS = {"2000": 10, "2005": 14, "2010": 15, "2015": 21, "2020": 20}


@pytest.fixture
def book(write_csv):
    return write_csv(
        "book.csv",
        单位=["610702"] * 5 + ["610703"] * 2,
        年份=[*KNOTS, "2000", "2020"],
        city=["汉中"] * 7,
        **{"GDP": [*KNOTS.values(), "1,000", None]},
    )


def test_five_years_become_every_year(run, book, tmp_path):
    path = str(tmp_path / "filled.gpkg")
    outcome = run(
        "fillgaps",
        INPUT=book,
        UNIT_FIELD="单位",
        YEAR_FIELD="年份",
        FIELDS=["GDP"],
        METHOD=1,
        OUTPUT=path,
        FLAGGED=MEMORY,
    )
    table = outcome.frame("OUTPUT")
    assert len(table) == 42 and set(table["city"]) == {"汉中"}
    (column,) = [name for name in table.columns if name.lower() == "gdp"]
    first = table[table["unit"] == "610702"].set_index("year")
    assert first[column][[2002, 2007, 2012, 2017, 2018]].tolist() == pytest.approx(
        [12.792, 14.032, 17.152, 22.392, 22.328]
    )
    assert first["filled"][2002] == column and not first["filled"][2005]
    second = table[table["unit"] == "610703"]
    assert (second[column] == 1000).all() and (second["filled"] == column).sum() == 20
    assert outcome["FILLED_CELLS"] == 16 + 20
    assert any("1 series has a single value" in line and "610703" in line for line in outcome.warnings)
    assert len(outcome.frame("FLAGGED")) == 0
    layer = QgsVectorLayer(path, "filled", "ogr")  # as a planner opens it, with the style that lies in the file
    assert layer.attributeAlias(layer.fields().indexFromName("filled")) == "Interpolated or shared out"


def test_all_number_columns_and_outliers(run, write_csv):
    values = [1e4, 10300, 10400, 107000, 10800, None, 11500, 11700, 11900]
    table = write_csv("t.csv", unit=["1"] * 9, year=range(2000, 2009), gdp=values, pigs_head=[5.0] * 8 + [None])
    outcome = run("fillgaps", INPUT=table, OUTPUT=MEMORY, FLAGGED=MEMORY)
    flagged = outcome.frame("FLAGGED")
    assert flagged[["unit", "year", "column", "observed"]].to_numpy().tolist() == [["1", 2003, "gdp", 107000.0]]
    filled = outcome.frame("OUTPUT")
    assert filled["gdp"].isna().sum() == 0 and pd.isna(filled["pigs_head"][8])
    assert any("3.5 median absolute deviations" in line for line in outcome.warnings)
    again = run("fillgaps", INPUT=table, OUTSIDE=1, OUTLIERS=False, OUTPUT=MEMORY)
    assert again.frame("OUTPUT")["pigs_head"][8] == 5 and "FLAGGED" not in again.results
    assert again["FILLED_CELLS"] == 2 and not again.warnings


def test_what_is_filled_stays_out_of_the_trend(run, write_csv):
    years = list(range(2000, 2021, 4))
    table = write_csv("t.csv", unit=["1"] * 6, year=years, ce=[1.0, 2, 4, 3, 6, 7])
    filled = run("fillgaps", INPUT=table, OUTPUT=MEMORY)
    trends = run("trendtest", INPUT=filled.layer("OUTPUT"), OUTPUT=MEMORY, REPORT="")
    assert trends.frame("OUTPUT")["ce_n"].tolist() == [6]


def test_years_of_the_rows(run, write_csv, provider):
    table = write_csv("t.csv", unit=["1", "1"], year=[2002, 2004], gdp=[2000.0, 4000])
    outcome = run("fillgaps", INPUT=table, FIRST_YEAR=2001, LAST_YEAR=2005, OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT")["year"].tolist() == [2001, 2002, 2003, 2004, 2005]
    kept = run("fillgaps", INPUT=table, COMPLETE=False, OUTPUT=MEMORY)
    assert kept.frame("OUTPUT")["year"].tolist() == [2002, 2004] and kept["FILLED_CELLS"] == 0
    given = {"INPUT": table, "FIRST_YEAR": 2006, "LAST_YEAR": 2001, "OUTPUT": MEMORY}
    accepted, text = provider.algorithm("fillgaps").create().checkParameterValues(given, QgsProcessingContext())
    assert not accepted and "“Last year” is 2001, before “First year”, which is 2006." in text
    with pytest.raises(QgsProcessingException, match="run from 2006 to 2004"):
        run("fillgaps", INPUT=table, FIRST_YEAR=2006, OUTPUT=MEMORY)


def test_text_and_negative_amounts_are_refused(run, write_csv):
    table = write_csv("t.csv", unit=["1", "1"], year=[2002, 2004], gdp=["2000", "much"], pigs_head=[3, -4])
    with pytest.raises(QgsProcessingException) as caught:
        run("fillgaps", INPUT=table, OUTPUT=MEMORY)
    assert "holds text: “much” (1 2004)" in str(caught.value) and "is negative in 1 row" in str(caught.value)
    words = write_csv("w.csv", unit=["1"], year=[2002], city=["x"])
    with pytest.raises(QgsProcessingException, match="no column of numbers"):
        run("fillgaps", INPUT=words, OUTPUT=MEMORY)
