"""Who pays and who receives: worked numbers of the method, properties on random regions, bad terms and tables."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.compensation.area_types import AreaTypesUnknownError, area_types, read_area_types
from carbon_plugin.core.compensation.carbon_compensation import (
    NothingToCompensateError,
    NoTotalError,
    compensate,
)
from carbon_plugin.core.compensation.corrections import compute_excess, compute_intensity_factors, renormalised
from carbon_plugin.core.compensation.payments import compute_cleared, compute_ranks, compute_roles, compute_sides
from carbon_plugin.core.compensation.terms import ClipError, EngelError, PricesError, Terms
from carbon_plugin.core.errors import MissingColumnsError, SeveralErrors
from carbon_plugin.core.tables.panel import Panel

WORKED = {
    "unit": ["a", "b", "c"], "year": 2020, "ce": [60.0, 20, 30], "cs": [20.0, 40, 15], "gdp": [100.0, 20, 40],
    "population": [3.0, 1, 2], "total_ha": [10.0, 20, 30],
}  # fmt: skip
PRICE = (20.0, 60.0, 200.0)  # 60 per t CO2 are 220 per t C


def panel_of(**changes) -> Panel:
    return Panel(pd.DataFrame({**WORKED, **changes}).astype({"year": np.int64}), "accounts")


UNITS = pd.DataFrame({"unit": ["c", "a", "b"], "name": ["C", "A", "B"]})


def compensated(panel=None, terms=Terms(), **options):
    found = compensate(panel or panel_of(), UNITS, terms, layer="counties", **options)
    return found, found.frame.set_index("unit").loc[["a", "b", "c"]]


# --- worked numbers (METHODS 10, verified there; amounts in t C, so payments are 10^4 times smaller)


def test_worked_with_the_region_s_total_kept():
    found, frame = compensated(terms=Terms(prices=PRICE))
    assert frame["base"].tolist() == [40, -20, 15]
    np.testing.assert_allclose(frame["corrected"], [30.445860, -11.974522, 16.528662], atol=1e-6)
    assert frame["corrected"].sum() == pytest.approx(35)
    np.testing.assert_allclose(frame["payment"] * 1e4, [3902.107, -1534.720, 2118.403], atol=1e-3)
    assert found.paid * 1e4 == pytest.approx(6020.511, abs=1e-3)
    assert found.received * 1e4 == pytest.approx(1534.720, abs=1e-3)
    assert found.paid / found.received == pytest.approx(3.9229, abs=1e-4)
    assert frame["role"].tolist() == ["pays", "receives", "pays"]
    np.testing.assert_allclose(frame["payment_low"], frame["payment"] / 3)
    np.testing.assert_allclose(frame["payment_high"], frame["payment"] * 200 / 60)


def test_worked_without_keeping_the_total():
    found, frame = compensated(terms=Terms(renormalise=False))
    np.testing.assert_allclose(frame["corrected"], [32.363636, -10.909091, 17.727273], atol=1e-6)
    np.testing.assert_allclose(frame["payment"] * 1e4, [4147.900, -1398.168, 2272.024], atol=1e-3)
    assert (found.paid * 1e4, found.received * 1e4) == pytest.approx((6419.924, 1398.168), abs=1e-3)
    assert found.paid / found.received == pytest.approx(4.5917, abs=1e-4)


def test_by_hand_support_and_shares():
    _, uncorrected = compensated(terms=Terms(correction="none"))
    assert uncorrected["corrected"].tolist() == [40, -20, 15]
    _, frame = compensated(terms=Terms(correction="esc", renormalise=False))
    esc = [20 / 60 * 110 / 75, 2.0, 15 / 30 * 110 / 75]  # the second would be 2.93
    np.testing.assert_allclose(frame["corrected"], [60 - 20 * esc[0], 20 - 40 * esc[1], 30 - 15 * esc[2]])
    _, frame = compensated(terms=Terms(correction="esc"))
    assert frame["corrected"].sum() == pytest.approx(35)
    _, frame = compensated(terms=Terms(fair_share="population"))
    np.testing.assert_allclose(frame["base"], [60 - 55, 20 - 110 / 6, 30 - 110 / 3])
    _, frame = compensated(terms=Terms(fair_share="area"))
    np.testing.assert_allclose(frame["corrected"], [60 - 110 / 6, 20 - 110 / 3, 30 - 55])


def test_land_that_emits_is_no_sink_by_its_share():
    """Its ESC is below zero, and times a sink below zero it would be 4.07 t taken up where 10 are emitted."""
    panel = panel_of(cs=[-10.0, 40, 15])
    _, frame = compensated(panel, Terms(correction="esc", renormalise=False))
    np.testing.assert_allclose(frame["corrected"], [70, 20 - 40 * 2, 30 - 15 * (15 / 30 * 110 / 45)])
    _, frame = compensated(panel, Terms(correction="esc"))
    assert frame["corrected"].sum() == pytest.approx(65) and frame["corrected"].iloc[0] == 70


def test_priority_ranks_receivers_by_receipt_over_output():
    panel = panel_of(cs=[20.0, 40, 90])
    _, frame = compensated(panel, Terms(correction="none"))
    np.testing.assert_allclose(frame["priority"], frame["payment"] / [100, 20, 40])
    assert frame["priority_rank"].isna().tolist() == [True, False, False]
    assert frame["priority_rank"].tolist()[1:] == [2, 1]  # 60/40 before 20/20
    assert compute_ranks(np.array([-1.0, -1.0, -0.5])).tolist() == [1, 1, 3]


def test_balanced_units_pay_nothing():
    panel = panel_of(cs=[59.5, 40, 15])
    _, frame = compensated(panel, Terms(correction="none"))
    assert frame["role"].tolist() == ["balanced", "receives", "pays"] and frame["payment"].iloc[0] == 0
    _, frame = compensated(panel, Terms(correction="none", tolerance=0.0))
    assert frame["role"].tolist() == ["pays", "receives", "pays"]


def test_engel_by_unit_and_where_it_is_empty():
    found, frame = compensated(panel_of(engel=[0.25, np.nan, 0.40]), Terms(correction="none"), engel_column="engel")
    money = np.array([40, -20, 15]) * 60 * 44 / 12 / 1e4
    np.testing.assert_allclose(frame["payment"], money * [0.731059, 0.582570, 0.377541], rtol=1e-6)
    assert [one.code for one in found.notes] == ["engel-not-known", "payments-not-cleared"]


# --- properties


amounts = st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=1, max_size=30).map(np.array)


@given(amounts, st.sampled_from(["none", "scale_receipts", "scale_payments", "min"]))
@settings(max_examples=200, deadline=None)
def test_clearing_makes_both_sides_equal_and_keeps_roles(payments, clearing):
    cleared = compute_cleared(payments, clearing)
    paid, received = compute_sides(cleared)
    if clearing == "none" or not all(compute_sides(payments)):
        assert cleared.tolist() == payments.tolist()
        return
    assert paid == pytest.approx(received, rel=1e-12)
    assert compute_roles(cleared).tolist() == compute_roles(payments).tolist()
    before = compute_sides(payments)
    expected = {"scale_receipts": before[0], "scale_payments": before[1], "min": min(before)}[clearing]
    assert paid == pytest.approx(expected, rel=1e-12)


@given(st.integers(0, 1000))
@settings(max_examples=50, deadline=None)
def test_on_random_regions(seed):
    generator = np.random.default_rng(seed)
    emission, output, people = generator.uniform(1, 100, (3, 12))
    factors = compute_intensity_factors(emission, output, (0.5, 2.0))
    assert factors.min() >= 0.5 and factors.max() <= 2.0
    assert (renormalised(factors, emission) * emission).sum() == pytest.approx(emission.sum())
    excess = compute_excess(emission, people)
    assert excess.sum() == pytest.approx(0, abs=1e-9)
    unclipped = compute_intensity_factors(emission, output, (0.0, np.inf))
    ecc = (output / output.sum()) / (emission / emission.sum())
    np.testing.assert_allclose(unclipped, 1 / ecc)


def test_order_and_scale_of_units_do_not_matter():
    _, frame = compensated()
    turned = Panel(panel_of().frame.iloc[::-1].reset_index(drop=True), "accounts")
    pd.testing.assert_frame_equal(compensated(turned)[1], frame)
    _, scaled = compensated(panel_of(gdp=[1000.0, 200, 400]))
    np.testing.assert_allclose(scaled["payment"], frame["payment"])


# --- what is missing, and what cannot be


def test_a_unit_without_output_is_named_and_left_out_of_the_region():
    found, frame = compensated(panel_of(gdp=[100.0, 0.0, 40]))
    assert frame["payment"].isna().tolist() == [False, True, False] and frame["role"].tolist()[1] == ""
    assert frame["corrected"].dropna().sum() == pytest.approx(55)
    assert found.notes[0].code == "units-without-compensation" and "B" in str(found.notes[0])


def test_nobody_receives():
    found, frame = compensated(panel_of(cs=[1.0, 1, 1]), Terms(clearing="scale_receipts"))
    assert [one.code for one in found.notes] == ["no-receiver"] and (frame["payment"] > 0).all()
    found, _ = compensated(panel_of(cs=[99.0, 99, 99]))
    assert [one.code for one in found.notes] == ["no-payer"]
    found, _ = compensated(panel_of(cs=WORKED["ce"]), Terms(correction="none"))
    assert [one.code for one in found.notes] == ["nobody-pays"]


def test_clearing_is_told():
    found, _ = compensated(terms=Terms(clearing="min"))
    assert [one.code for one in found.notes] == ["payments-cleared"]
    found, _ = compensated(terms=Terms(fair_share="gdp", tolerance=0.0))
    assert [one.code for one in found.notes] == ["payments-equal"] and found.gap == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    ("terms", "error"),
    [
        (Terms(prices=(0.0, 60.0, 200.0)), PricesError),
        (Terms(prices=(20.0, 60.0, 40.0)), PricesError),
        (Terms(clip=(2.0, 0.5)), ClipError),
        (Terms(engel=0.0), EngelError),
        (Terms(engel=1.0), EngelError),
    ],
)
def test_terms_that_cannot_be(terms, error):
    with pytest.raises(error):
        compensated(terms=terms)


def test_all_faults_at_once_and_tables_that_cannot_be():
    with pytest.raises(SeveralErrors) as raised:
        Terms(prices=(0.0, 1.0, 2.0), clip=(3.0, 1.0), engel=30.0).check()
    assert len(raised.value.errors) == 3
    with pytest.raises(EngelError, match="a 2020"):
        compensated(panel_of(engel=[30.0, 0.3, 0.3]), engel_column="engel")
    with pytest.raises(MissingColumnsError, match="gdp"):
        compensated(Panel(panel_of().frame.drop(columns="gdp"), "accounts"))
    with pytest.raises(NothingToCompensateError, match="2020"):
        compensated(panel_of(gdp=[np.nan] * 3))
    with pytest.raises(NoTotalError, match="cs"):
        compensated(panel_of(cs=[0.0, 0, 0]), Terms(correction="esc"))
    with pytest.raises(NoTotalError, match="“cs” over all units is -5, but must be above zero"):
        compensated(panel_of(cs=[-25.0, 10, 10]), Terms(correction="esc"))
    with pytest.raises(NoTotalError, match="ce"):
        compensated(panel_of(ce=[0.0, 0, 0]))


# --- main functional areas


def test_area_types_in_any_spelling():
    cells = {"a": " 农产品主产区 ", "b": "Provincial_Ecological", "c": "国家重点生态功能区", "d": float("nan"), "e": ""}
    assert list(read_area_types(cells, "map", "type").values()) == [
        "agricultural", "provincial_ecological", "national_ecological", "", "",
    ]  # fmt: skip
    with pytest.raises(AreaTypesUnknownError, match=r"agricltural.*The closest: “agricltural” .agricultural"):
        read_area_types({"a": "agricltural", "b": "ecological"}, "map", "type")


def test_no_spelling_stands_for_two_types():
    spellings = [
        text for one in area_types() for text in {one.key.replace("_", " "), one.name_en.lower(), *one.spellings}
    ]
    assert len(spellings) == len(set(spellings))


def test_by_area_type():
    types = {"a": "national_key_development", "b": "national_ecological", "c": "national_ecological"}
    found, _ = compensated(terms=Terms(correction="none"), area_types=types)
    table = found.area_types.set_index("area_type")
    assert table.index.tolist() == ["national_key_development", "national_ecological", "all"]
    row = table.loc["national_ecological"]
    assert row[["units_counted", "units_paying", "units_balanced", "units_receiving"]].tolist() == [2, 1, 0, 1]
    assert row["intensity_mean"] == pytest.approx(50 / 60) and row["density_mean"] == pytest.approx(1.0)
    assert row["nce"] == -5 and row["nce_mean"] == -2.5
    assert table["payment"].iloc[:2].sum() == pytest.approx(table["payment"]["all"])
    assert compensated()[0].area_types["area_type"].tolist() == ["all"]
