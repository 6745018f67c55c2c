"""The tables of a study read back together, and what is said of them."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import NoCommonUnitsError
from carbon_plugin.core.messages import phrase
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.study.remarks import (
    is_identity,
    remarks_on_absent,
    remarks_on_accounts,
    remarks_on_fit,
)
from carbon_plugin.core.study.tables import read_study_tables
from carbon_plugin.core.tables.panel import Panel, read_panel

ZONES = {"unit": ["1", "2"], "zone": ["1", "5"]}
NAMES = {name: phrase(name.upper()) for name in ("zones", "accounts", "projection", "trends", "fit")}


def table(**columns):
    return SimpleNamespace(frame=pd.DataFrame(columns))


def test_zones_alone():
    study = read_study_tables({"accounts": None}, {"zones": table(**ZONES), "trends": None}, NAMES)
    assert study.zones["zone"].tolist() == [1, 5]
    assert study.accounts is None and study.trends is None and not study.notes


def test_units_that_one_table_lacks_are_named():
    accounts = read_panel(pd.DataFrame({"unit": ["1", "3"], "year": [2020, 2020], "ce": [1.0, 2.0]}), "a.csv")
    trends = table(unit=["1"], ce_z=["2.5"])
    study = read_study_tables({"accounts": accounts}, {"zones": table(**ZONES), "trends": trends}, NAMES)
    told = [str(message) for message in study.notes]
    assert "“ACCOUNTS” lacks 1 unit of “ZONES”: 2." in told
    assert "“ZONES” lacks 1 unit of “ACCOUNTS”: 3." in told
    assert "“TRENDS” lacks 1 unit of “ZONES”: 2." in told
    assert study.trends["ce_z"].tolist() == [2.5]


def test_tables_that_do_not_meet():
    with pytest.raises(NoCommonUnitsError, match="“ZONES” and “TRENDS” have no unit in common"):
        read_study_tables({}, {"zones": table(**ZONES), "trends": table(unit=["x"], ce_z=[1])}, NAMES)


def test_what_was_filled_and_what_is_empty():
    frame = pd.DataFrame(
        {
            "unit": ["1", "2"],
            "ce": [1.0, np.nan],
            "forest_ha": [2.0, 3.0],
            "filled": ["forest_ha;ce", ""],
            "x": [np.nan] * 2,
        }
    )
    filled, empty = (str(message) for message in remarks_on_accounts(Panel(frame, "accounts")))
    assert filled.endswith("of 2 rows of the accounts: ce (1), forest_ha (1).")
    assert empty.endswith("of 2 rows of the accounts: ce (1).")
    assert remarks_on_accounts(Panel(frame[["unit", "forest_ha"]], "accounts")) == []


def test_an_identity_is_known_by_its_flag_or_its_least_squares(make_panel):
    panel = make_panel()
    accounting = fit_stirpat(Panel(panel, "accounts"), ["P", "W", "CEI"], pooling="pooled").coefficients
    without = fit_stirpat(Panel(panel, "accounts"), variables=["P", "W", "IS"], pooling="pooled").coefficients
    assert is_identity(accounting) and not is_identity(without)
    assert is_identity(accounting.drop(columns="ols_t")) and is_identity(accounting.drop(columns="identity"))
    assert not is_identity(without.drop(columns="identity"))
    assert not is_identity(accounting.drop(columns=["ols_t", "identity"]))
    assert any("accounting identity" in str(message) for message in remarks_on_fit(accounting, panel))


def test_drivers_that_are_not_there_are_named(make_panel):
    panel = make_panel().drop(columns="energy_tce")
    fit = fit_stirpat(Panel(panel, "accounts"), variables=["P", "W", "IS"], pooling="pooled").coefficients
    (told,) = (str(message) for message in remarks_on_fit(fit, panel))
    assert told == "TI is not among the drivers of emission, since the tables have no column energy_tce."


def test_tables_that_were_not_given():
    assert remarks_on_absent([]) == []
    assert "Trends, Potential" in str(remarks_on_absent(["Trends", "Potential"])[0])
