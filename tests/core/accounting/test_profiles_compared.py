"""Units in balance under each profile: as its own account counts them, and why one is not counted."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.accounting.profiles_compared import compare_profiles
from carbon_plugin.core.accounting.selection import Options
from carbon_plugin.core.options import PROFILES
from carbon_plugin.core.tables.panel import Panel

AMOUNTS = {"raw_coal_t": 3e5, "electricity_mwh": 4e5, "rice_t": 1e5, "forest_ha": 1.2e5, "population": 4e5}


def panel_of(seed, units=9, years=(2000, 2010)):
    rng = np.random.default_rng(seed)
    size = units * len(years)
    keys = {"unit": np.repeat([f"u{n}" for n in range(units)], len(years)), "year": np.tile(years, units)}
    return Panel(
        pd.DataFrame({**keys, **{name: value * rng.lognormal(0, 1, size) for name, value in AMOUNTS.items()}}), "t"
    )


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**32 - 1), st.booleans(), st.sampled_from(["consumption", "production"]))
def test_the_counts_are_those_of_an_account_under_each_profile(seed, crop_sink, boundary):
    panel, options = panel_of(seed), Options(crop_sink=crop_sink, boundary=boundary)
    for name in PROFILES:
        compared = compare_profiles(account(panel, load_profile(name), options), panel, options)
        assert compared.region[f"balanced_{name}"].tolist() == compared.region["balanced_units"].tolist()
        assert [name for name in compared.region if name.startswith("balanced_")] == [
            "balanced_units", *(f"balanced_{name}" for name in PROFILES),
        ]  # fmt: skip


def test_profiles_differ_and_the_note_says_so():
    # forest takes up 5.77 or 0.644 t C/ha: 1000 ha against 2000 t of coal
    panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "raw_coal_t": [2000.0], "forest_ha": [1000.0]}), "t")
    compared = compare_profiles(account(panel, load_profile("revised"), Options()), panel, Options())
    assert compared.region.filter(like="balanced_").iloc[0].to_dict() == {
        "balanced_units": 0, "balanced_qinba": 1, "balanced_revised": 0, "balanced_landcoef": 0,
    }  # fmt: skip
    (told,) = [note for note in compared.notes if note.code == "balanced-by-profile"]
    assert str(told) == (
        "Units in balance in 2020 under the coefficients of each profile: qinba: 1 of 1, revised: 0 of 1, "
        "landcoef: 0 of 1."
    )


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"raw_coal_t": 1.0, "rice_t": 1e6}, "“landcoef” are not counted: it finds no emission or no sink"),
        ({"rice_t": 1e6, "population": 1.0}, "“landcoef” are not counted: “t” has no column that the profile"),
    ],
)
def test_a_profile_that_cannot_apply_is_empty_with_its_reason(columns, words):
    panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], **columns}), "t")
    compared = compare_profiles(account(panel, load_profile("qinba"), Options()), panel, Options())
    assert compared.region["balanced_landcoef"].isna().all() and compared.region["balanced_qinba"].tolist() == [1]
    assert any(words in str(note) for note in compared.notes if note.code == "profile-not-counted")


def test_the_users_coefficients_leave_the_shipped_profiles_alone():
    panel = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "raw_coal_t": [2000.0], "forest_ha": [1000.0]}), "t")
    profile = load_profile("revised").override([{"key": "forest.carbon_sink", "value": 9.0}], "mine")
    region = compare_profiles(account(panel, profile, Options()), panel, Options()).region
    assert region[["balanced_units", "balanced_revised"]].iloc[0].tolist() == [1, 0]
