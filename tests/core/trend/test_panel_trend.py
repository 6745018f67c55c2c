"""The trend of every unit and field of a panel: columns, flags, notes, refusals, real data."""

import numpy as np
import pandas as pd
import pymannkendall
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.errors import (
    DuplicateKeysError,
    MissingColumnsError,
    MissingKeysError,
    SeveralErrors,
    TextInNumbersError,
)
from carbon_plugin.core.options import TREND_METHODS
from carbon_plugin.core.statistics.serial_correlation import MODIFIED_TESTS
from carbon_plugin.core.tables.panel import Panel, read_panel
from carbon_plugin.core.trend.panel_trend import (
    AllMissingError,
    NoFieldsError,
    panel_trends,
)
from carbon_plugin.core.trend.remarks import OVERSTATING
from carbon_plugin.core.trend.series import ThresholdError, TooFewYearsError

NAN = np.nan
YEARS = np.arange(2000, 2012)
MODIFIED = tuple(MODIFIED_TESTS)
WITH_LAG = {"hamed_rao", "yue_wang"}
COLUMNS = ["_n", "_sen", "_z", "_p", "_trend", "_score", "_filled_pct", "_flag", "_r1", "_p_exact"]


def panel(series, years=YEARS, field="ce", filled=None):
    """A panel with one field out of {unit: values}."""
    frame = pd.DataFrame(
        [(unit, year, value) for unit, values in series.items() for year, value in zip(years, values)],
        columns=["unit", "year", field],
    )
    if filled is not None:
        frame["filled"] = filled
    return frame


def trends_of(frame, *arguments, **options):
    return panel_trends(Panel(frame, "panel"), *arguments, **options)


def noisy(slope, seed=0, length=len(YEARS)):
    return slope * np.arange(length) + np.random.default_rng(seed).normal(size=length)


def row(trends, unit):
    return trends.frame.set_index("unit").loc[unit]


def texts(trends):
    return " ".join(str(message) for message in trends.notes)


def test_columns_and_order():
    frame = panel({"b": noisy(1), "a": noisy(-1), "c": noisy(0)})
    frame["cs"] = frame["ce"] * 2
    found = trends_of(frame, ["ce", "cs"]).frame
    assert list(found.columns) == [
        "unit",
        *("ce" + name for name in COLUMNS),
        *("cs" + name for name in COLUMNS),
        "threshold",
    ]
    assert list(found["unit"]) == ["b", "a", "c"]
    assert (found["threshold"] == 1.66).all()
    assert found["ce_trend"].dtype == found["ce_score"].dtype == "Int64"
    assert "ce_q" in trends_of(frame, ["ce", "ce"], fdr=True).frame


def test_every_field_has_its_own_trend():
    frame = panel({"a": noisy(1), "b": noisy(-1)})
    frame["mirror"] = -frame["ce"]
    found = trends_of(frame, ["ce", "mirror"]).frame
    np.testing.assert_allclose(found["mirror_sen"], -found["ce_sen"])
    np.testing.assert_array_equal(found["mirror_trend"], 6 - found["ce_trend"])


def test_rows_in_any_order_and_index():
    frame = panel({"a": noisy(1), "b": noisy(-1)})
    shuffled = frame.sample(frac=1, random_state=1)
    shuffled = shuffled.sort_values("unit", kind="stable")
    pd.testing.assert_frame_equal(trends_of(shuffled, ["ce"]).frame, trends_of(frame, ["ce"]).frame)


def test_absent_years_are_gaps():
    whole = panel({"a": noisy(0.5), "b": noisy(-0.5)})
    gap = (whole["unit"] == "a") & whole["year"].isin([2003, 2004])
    empty = whole.assign(ce=whole["ce"].mask(gap))
    absent_here, absent_everywhere = whole[~gap], whole[~whole["year"].isin([2003, 2004])]
    for method in TREND_METHODS:
        expected = trends_of(empty, ["ce"], method).frame
        pd.testing.assert_frame_equal(trends_of(absent_here, ["ce"], method).frame, expected)
        found = trends_of(absent_everywhere, ["ce"], method).frame
        pd.testing.assert_series_equal(found.loc[0], expected.loc[0])


def test_numbers_as_text_and_nullable_numbers():
    frame = panel({"a": np.arange(12.0), "b": np.arange(12.0)[::-1]})
    expected = trends_of(frame, ["ce"]).frame
    for kind in ("Int64", "Float64", object):
        pd.testing.assert_frame_equal(trends_of(frame.astype({"ce": kind}), ["ce"]).frame, expected)
    as_text = frame.assign(ce=frame["ce"].map("{:,.1f}".format).astype(object))
    pd.testing.assert_frame_equal(trends_of(as_text, ["ce"]).frame, expected)


# --- flags -----------------------------------------------------------------------------------------------------------


def with_values(count):
    return np.where(np.arange(12) < count, np.arange(12.0) ** 1.5, NAN)


def test_flags_of_length():
    trends = trends_of(
        panel({"none": with_values(0), "two": with_values(2), "four": with_values(4), "five": with_values(5)}), ["ce"]
    )
    assert list(trends.frame["ce_flag"]) == ["too_short", "too_short", "short", ""]
    assert list(trends.frame["ce_n"]) == [0, 2, 4, 5]
    assert trends.frame["ce_trend"].isna().tolist() == [True, True, False, False]
    assert row(trends, "four")["ce_trend"] == 4 and row(trends, "five")["ce_trend"] == 5
    assert np.isnan(row(trends, "two")["ce_sen"]) and np.isnan(row(trends, "none")["ce_filled_pct"])
    warnings = [message for message in trends.notes if message.needs_attention]
    assert "2 series have fewer than three values" in str(warnings[0]) and "none (ce), two (ce)" in str(warnings[0])
    assert "four (ce)" in str(warnings[1])


def test_constant():
    trends = trends_of(panel({"a": np.full(12, 3.0), "b": noisy(1)}), ["ce"])
    assert row(trends, "a")["ce_flag"] == "constant"
    assert (row(trends, "a")["ce_trend"], row(trends, "a")["ce_sen"], row(trends, "a")["ce_p"]) == (3, 0, 1)
    assert "never change" in texts(trends)


def test_share_of_filled_values():
    # 4 of 12 values are filled for a, 3 of 12 for b, of which one is empty; `cement` must not count as `ce`
    filled = ["ce;gdp"] * 4 + [""] * 8 + ["cs; ce"] * 3 + ["cement"] * 5 + [None] * 4
    values = noisy(1)
    gap = np.where(np.arange(12) == 0, NAN, values)
    trends = trends_of(panel({"a": values, "b": gap}, filled=filled), ["ce"], filled="use")
    assert row(trends, "a")["ce_filled_pct"] == pytest.approx(100 / 3)
    assert row(trends, "b")["ce_filled_pct"] == pytest.approx(100 * 2 / 11)
    assert list(trends.frame["ce_flag"]) == ["mostly_filled", ""]
    assert "30 %" in texts(trends)


def test_thirty_percent_is_not_mostly():
    years = np.arange(2000, 2010)
    frame = panel({"a": noisy(1, length=10)}, years, filled=["ce"] * 3 + [""] * 7)
    assert trends_of(frame, ["ce"], filled="use").frame["ce_flag"][0] == ""
    frame["filled"] = ["ce"] * 4 + [""] * 6
    assert trends_of(frame, ["ce"], filled="use").frame["ce_flag"][0] == "mostly_filled"


def test_flags_together():
    filled = ["ce"] * 3 + [""] * 9
    trends = trends_of(panel({"a": np.where(np.arange(12) < 3, 1.0, NAN)}, filled=filled), ["ce"], filled="use")
    assert trends.frame["ce_flag"][0] == "short;constant;mostly_filled"


def test_infinite_values_are_missing_and_told():
    values = noisy(1)
    values[3] = np.inf
    trends = trends_of(panel({"a": values}), ["ce"])
    assert trends.frame["ce_n"][0] == 11 and "1 infinite value counts as missing: a 2003 (ce)" in texts(trends)


def test_memory_is_told_with_the_original_test_alone():
    waves = np.sin(np.arange(24) / 2)
    frame = panel({"waves": waves, "zigzag": (-1.0) ** np.arange(24)}, np.arange(2000, 2024))
    trends = trends_of(frame, ["ce"], "original")
    assert (np.abs(trends.frame["ce_r1"]) * np.sqrt(24) > 1.96).all()
    assert "1 of 2 series are autocorrelated" in texts(trends) and "waves (ce)" in texts(trends)  # a zigzag is careful
    for method in (*MODIFIED, "ar1"):
        assert "autocorrelated" not in texts(trends_of(frame, ["ce"], method))


@pytest.mark.parametrize("method", TREND_METHODS)
def test_the_recommended_test_is_advised_where_another_finds_too_much(method):
    frame = panel({"waves": np.sin(np.arange(24) / 2)}, np.arange(2000, 2024))
    advice = [message for message in trends_of(frame, ["ce"], method).notes if "(METHOD)" in str(message)]
    assert bool(advice) == (method in ("original", *OVERSTATING))
    assert all("Choose “Mann-Kendall, corrected" in str(message) and message.needs_attention for message in advice)


# --- filled values ---------------------------------------------------------------------------------------------------


def test_filled_values_are_left_out_of_the_test():
    filled = ["ce;gdp", "", "cs"] * 8
    frame = panel({"a": noisy(1), "b": noisy(-1)}, filled=filled)
    observed = frame.assign(ce=frame["ce"].where(frame["filled"] != "ce;gdp")).drop(columns="filled")
    for method in TREND_METHODS:
        found, expected = (trends_of(table, ["ce"], method).frame for table in (frame, observed))
        same = [name for name in found if name not in ("ce_filled_pct",)]
        pd.testing.assert_frame_equal(found[same], expected[same])
        assert found["ce_filled_pct"].to_numpy() == pytest.approx(100 / 3) and (found["ce_n"] == 8).all()
    notes = {message.code: message for message in trends_of(frame, ["ce"]).notes}
    assert not notes["filled-values-left-out"].needs_attention
    assert "In 2 of 2 series" in str(notes["filled-values-left-out"]) and "33.3 %" in texts(trends_of(frame, ["ce"]))


def test_filled_values_are_used_with_a_warning():
    frame = panel({"a": noisy(1), "b": noisy(-1)}, filled=["ce", "", "cs"] * 4 + [""] * 12)
    trends = trends_of(frame, ["ce"], filled="use")
    plain = trends_of(frame.drop(columns="filled"), ["ce"])
    same = [name for name in plain.frame if name not in ("ce_filled_pct", "ce_flag")]
    pd.testing.assert_frame_equal(trends.frame[same], plain.frame[same])
    (told,) = [message for message in trends.notes if message.code == "filled-values-tested"]
    assert told.needs_attention and "1 of 2 series" in str(told) and "(FILLED)" in str(told)
    assert "filled" not in texts(plain)


def test_units_left_with_too_few_observed_values_are_named():
    filled = ["ce"] * 10 + [""] * 2 + ["ce"] * 8 + [""] * 4 + ["ce"] * 7 + [""] * 5
    trends = trends_of(panel({"two": noisy(1), "four": noisy(1), "five": noisy(5)}, filled=filled), ["ce"])
    assert list(trends.frame["ce_flag"]) == ["too_short;too_few_observed", "short;too_few_observed", ""]
    assert list(trends.frame["ce_trend"].isna()) == [True, False, False]
    codes = [message.code for message in trends.notes if message.needs_attention]
    assert codes == ["series-too-few-observed"] and "two (ce), four (ce)" in texts(trends)


# --- few values ------------------------------------------------------------------------------------------------------


def test_five_dates_in_one_direction_are_marked():
    years = np.arange(2000, 2025, 5)
    series = {"up": [1, 2, 3, 4, 5], "nearly": [2, 1, 3, 4, 5], "hardly": [2, 1, 3, 5, 4], "four": [1, 2, 3, 4, NAN]}
    for method in ("original", "ar1"):
        trends = trends_of(panel(series, years), ["ce"], method)
        assert list(trends.frame["ce_trend"]) == [5, 5, 4, 4]
        assert trends.frame["ce_p_exact"].round(4).tolist()[:3] == [0.0167, 0.0833, 0.2333]
        assert "3 series have 5 to 10 values" in texts(trends)
        assert ("autocorrelation" in texts(trends)) == (method == "ar1")


def test_a_constant_unit_has_no_marked_trend_in_anything():
    still = panel({"still": np.full(12, 3.7), "moves": noisy(1)})
    still["nce"] = np.where(still["unit"] == "still", 0.1 + 0.2, still["ce"])
    for method in TREND_METHODS:
        found = row(trends_of(still, ["ce", "nce"], method, fdr=True), "still")
        assert [found[name] for name in ("ce_trend", "ce_score", "nce_trend", "nce_score")] == [3] * 4


# --- other tests -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", MODIFIED)
def test_methods_that_allow_for_autocorrelation(method):
    series = {f"u{number}": noisy(0.2, seed=number, length=12) for number in range(8)}
    frame = panel(series)
    found, original = trends_of(frame, ["ce"], method).frame, trends_of(frame, ["ce"], "original").frame
    test = getattr(pymannkendall, f"{method}_modification_test")
    for unit, values in series.items():
        with np.errstate(all="ignore"):
            expected = test(values, lag=1) if method in WITH_LAG else test(values)
        z, p = found.set_index("unit").loc[unit, ["ce_z", "ce_p"]]
        assert (z, p) == pytest.approx((expected.z, expected.p), abs=1e-9, nan_ok=True)
    np.testing.assert_array_equal(found["ce_sen"], original["ce_sen"])
    assert found["ce_p_exact"].isna().all() and original["ce_p_exact"].notna().all()


def test_steps_of_five_years_are_regular_for_the_modified_tests():
    values = noisy(0.2, seed=3)
    five = panel({"a": values}, np.arange(1950, 2010, 5))
    one = panel({"a": values})
    for method in TREND_METHODS:
        found, expected = trends_of(five, ["ce"], method).frame, trends_of(one, ["ce"], method).frame
        assert found["ce_z"][0] == pytest.approx(expected["ce_z"][0], nan_ok=True)
        assert found["ce_sen"][0] == pytest.approx(expected["ce_sen"][0] / 5)
        assert found["ce_flag"][0] == expected["ce_flag"][0]


def test_flags_of_the_modified_tests():
    gap = noisy(0.3)
    gap[5] = NAN
    late = noisy(0.3)
    late[0] = NAN  # no gap: the series starts later
    line = np.arange(12.0)
    trends = trends_of(panel({"gap": gap, "late": late, "line": line, "short": with_values(3)}), ["ce"], "hamed_rao")
    flags = dict(zip(trends.frame["unit"], trends.frame["ce_flag"]))
    assert flags == {"gap": "gaps_closed", "late": "", "line": "no_z", "short": "short;no_z"}
    assert row(trends, "line")["ce_sen"] == 1 and row(trends, "line")["ce_trend"] is pd.NA
    assert "has no Z for 2 series" in texts(trends)


def test_opposite_signs_count_as_unchanged():
    # whitening takes most of each value from the next, which leaves this rise and standstill with a falling tail
    values = [0, 0, 5, 7, 8, 9, 9, 9]
    found = trends_of(panel({"a": values}), ["ce"], "pre_whitening")
    assert found.frame["ce_flag"][0] == "opposed"
    assert found.frame["ce_sen"][0] * found.frame["ce_z"][0] < 0
    assert found.frame["ce_trend"][0] == 3 and found.frame["ce_score"][0] == 2


def test_false_discovery_rate():
    random = np.random.default_rng(0)
    series = {f"u{number}": random.normal(size=12) for number in range(60)}
    series["trend"] = np.arange(12) + 0.1 * random.normal(size=12)
    trends = trends_of(panel(series), ["ce"], fdr=True)
    p, q = trends.frame["ce_p"].to_numpy(), trends.frame["ce_q"].to_numpy()
    assert (q >= p).all() and q[-1] < 0.01 and (q[:-1] > 0.05).all()
    assert "false discovery rate q above 0.0969" in texts(trends)
    alone = trends_of(panel({"trend": series["trend"]}), ["ce"], fdr=True)
    assert "All 1 marked trends hold" in texts(alone)


def test_each_field_is_a_family_of_tests():
    frame = panel({f"u{number}": noisy(0.2, number) for number in range(5)})
    frame["other"] = frame["ce"]
    found = trends_of(frame, ["ce", "other"], fdr=True).frame
    np.testing.assert_array_equal(found["ce_q"], found["other_q"])


# --- real ------------------------------------------------------------------------------------------------------------


def test_counties(shared_data):
    table = pd.read_csv(shared_data("china_county_co2") / "qinba_75_co2_long_Mt.csv", dtype={"adcode": str})
    frame = table.rename(columns={"adcode": "unit", "co2_Mt": "ce"})
    found = trends_of(frame, ["ce"], "original").frame.set_index("unit")
    assert len(found) == 75 and (found["ce_n"] == 21).all()
    for unit, group in frame.groupby("unit"):
        expected = pymannkendall.original_test(group["ce"].to_numpy())
        values = found.loc[unit, ["ce_sen", "ce_z", "ce_p"]].astype(float)
        assert tuple(values) == pytest.approx((expected.slope, expected.z, expected.p), abs=1e-9)
        marked = abs(expected.z) > 1.66
        assert found.loc[unit, "ce_trend"] == 3 + np.sign(expected.z) * (2 if marked else 1)


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "options", "error", "says"),
    [
        ({}, {"fields": []}, NoFieldsError, "county"),
        ({}, {"fields": ["ce", "cs"]}, MissingColumnsError, "“cs”"),
        ({"year": 2000, "unit": [f"u{n}" for n in range(12)]}, {}, TooFewYearsError, "2000"),
        ({"year": [2000, 2000, *range(2001, 2011)]}, {}, DuplicateKeysError, "a 2000"),
        ({"unit": None}, {}, MissingKeysError, "unit"),
        ({"ce": "much"}, {}, TextInNumbersError, "“much” \\(a 2000\\)"),
        ({"ce": NAN}, {}, AllMissingError, "“ce”"),
        ({}, {"threshold": 0.0}, ThresholdError, "0"),
        ({}, {"threshold": -1.66}, ThresholdError, "1.66"),
        ({}, {"method": "spearman"}, NotAChoiceError, "hamed_rao"),
    ],
)
def test_refused(change, options, error, says):
    frame = panel({"a": noisy(1)}).assign(**change)
    with pytest.raises(error, match=says):
        panel_trends(read_panel(frame, "county"), **{"fields": ["ce"], **options})


def test_all_that_is_wrong_is_said_at_once():
    frame = panel({"a": noisy(1)}).assign(ce="much", cs=NAN)
    with pytest.raises(SeveralErrors) as raised:
        trends_of(frame, ["ce", "cs"], threshold=-1)
    assert {type(error) for error in raised.value.errors} == {TextInNumbersError, AllMissingError, ThresholdError}
