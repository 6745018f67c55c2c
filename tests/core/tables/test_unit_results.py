"""Tables of results read back out of text files and typed layers alike."""

import pandas as pd
import pytest

from carbon_plugin.core.errors import (
    DuplicateUnitsError,
    EmptyTableError,
    MissingColumnsError,
    MissingKeysError,
    SeveralErrors,
    TextInNumbersError,
)
from carbon_plugin.core.tables.unit_results import read_results, read_unit_results

TRENDS = {"unit": ["001", "2.0"], "ce_z": ["1.5", ""], "ce_flag": ["", "short"], "note": ["", ""]}


def test_numbers_and_text_are_told_apart():
    found = read_unit_results(pd.DataFrame(TRENDS), "trends")
    assert found["unit"].tolist() == ["001", "2"]
    assert found["ce_z"].iloc[0] == 1.5 and found["ce_z"].isna().iloc[1]
    assert found["ce_flag"].tolist() == ["", "short"]
    assert found["note"].isna().all()


def test_a_typed_table_reads_the_same():
    typed = pd.DataFrame({**TRENDS, "ce_z": [1.5, None], "ce_flag": [None, "short"], "note": [None, None]})
    pd.testing.assert_frame_equal(read_unit_results(typed, "t"), read_unit_results(pd.DataFrame(TRENDS), "t"))


@pytest.mark.parametrize(
    ("frame", "error"),
    [
        ({"unit": []}, EmptyTableError),
        ({"code": ["1"]}, MissingColumnsError),
        ({"unit": ["1", " 1"]}, DuplicateUnitsError),
        ({"unit": ["1", ""]}, MissingKeysError),
    ],
)
def test_faults_of_keys(frame, error):
    with pytest.raises(error):
        read_unit_results(pd.DataFrame(frame), "results")


def test_faults_come_together():
    with pytest.raises(SeveralErrors):
        read_unit_results(pd.DataFrame({"unit": ["1", "1", ""]}), "results")


def test_words_where_numbers_must_be():
    with pytest.raises(TextInNumbersError, match="many"):
        read_results(pd.DataFrame({"k": ["0.1", "many"]}), "trace", ["k"], numbers=["k"])
    with pytest.raises(MissingColumnsError, match="“b”"):
        read_results(pd.DataFrame({"variable": ["P"]}), "coefficients", ["variable", "b"])
