"""Implied energy: what a path says without saying it, and what cannot be."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.scenario.physics import energy_shares, with_implied_energy
from carbon_plugin.core.tables.panel import Panel


def rows(*found):
    """Of one unit: year, persons, 10^4 currency a person, 10^4 currency a tce, t C."""
    frame = pd.DataFrame(found, columns=["year", "P", "W", "TI", "ce"])
    return frame.assign(unit="a", scenario="low")


def test_energy_and_each_flag():
    table, told = with_implied_energy(
        rows(
            (2020, 100.0, 4.0, 2.0, 150.0),  # 200 tce, 2 a person, .75 t C per tce
            (2025, 100.0, 4.0, 2.0, 181.0),  # .905 t C per tce
            (2030, 100.0, 0.1, 2.0, 1.0),  # .05 tce a person
            (2035, 100.0, 50.0, 2.0, 1.0),  # 25 tce a person
            (2040, 100.0, 0.1, 2.0, 9.0),  # little energy, and more carbon than it holds
        )
    )
    assert table["energy_tce_implied"].tolist() == pytest.approx([200, 200, 5, 2500, 5])
    high, low, much = "carbon_per_energy_high", "energy_per_person_low", "energy_per_person_high"
    assert table["flag"].tolist() == [None, high, low, much, f"{high};{low}"]
    (message,) = told
    assert message.code == "energy-implausible" and message.needs_attention
    assert str(message).startswith("4 rows of 5 of the projection imply energy")
    assert "0.9 t C per tce in 2, less than 0.1 tce a person in 2, more than 20 in 1" in str(message)
    assert "0 of them in the base year already" in str(message)
    assert "a 2025 low (carbon_per_energy_high)" in str(message)


def test_the_limits_themselves_are_allowed():
    table, told = with_implied_energy(rows((2020, 100.0, 4.0, 2.0, 180.0), (2025, 100.0, 40.0, 2.0, 1.0)))
    assert table["flag"].isna().all() and told == []


def test_without_technology_nothing_is_implied():
    table, told = with_implied_energy(rows((2020, 1.0, 1.0, 1.0, 1e9)).drop(columns="TI"))
    assert np.isnan(table["energy_tce_implied"]).all() and table["flag"].isna().all() and told == []


def test_fields_herds_and_breath_are_bound_by_no_tce():
    """200 t C of 200 tce: too much for coal, but a quarter of it is none of energy; without the share nobody knows."""
    projected = rows((2020, 100.0, 4.0, 2.0, 200.0), (2025, 100.0, 4.0, 2.0, 241.0))
    history = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "ce": [200.0], "ce_energy": [150.0]}), "accounts")
    shares = energy_shares(history, ["a", "b"], np.array([2020, 2020]))
    assert shares.tolist() == [0.75, 1.0]
    table, (told,) = with_implied_energy(projected, {"a": shares[0]})
    assert table["flag"].tolist() == [None, "carbon_per_energy_high"]  # .75 and .904
    assert "comes from energy in the base year (ce_energy)" in str(told)
    table, (told,) = with_implied_energy(projected)
    assert table["flag"].notna().all() and "Without the column ce_energy" in str(told)


def test_accounts_without_their_parts_have_no_share_of_energy():
    history = Panel(pd.DataFrame({"unit": ["a"], "year": [2020], "ce": [200.0]}), "accounts")
    assert energy_shares(history, ["a"], np.array([2020])) is None
