"""What is said of a zone is true of it: on random regions, on the old sample, and where nothing can be told."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.land_use.join import join_areas
from carbon_plugin.core.resources import read_rows
from carbon_plugin.core.tables.panel import Panel, read_panel
from carbon_plugin.core.tables.unit_table import UnitTable
from carbon_plugin.core.trend.panel_trend import panel_trends
from carbon_plugin.core.zoning.conditions import ConditionError, read_condition
from carbon_plugin.core.zoning.index_values import read_index_values
from carbon_plugin.core.zoning.moves import steps_in_text
from carbon_plugin.core.zoning.rules import default_rules
from carbon_plugin.core.zoning.scorable import scorable_rules
from carbon_plugin.core.zoning.zone_measures import MEASURES, compute_zone_measures
from carbon_plugin.core.zoning.zone_sentences import all_sentences, find_sentences, strategy
from carbon_plugin.core.zoning.zone_units import zone_units

IMPERATIVES = [
    "Keep",
    "Raise",
    "Limit",
    "Favour",
    "Replace",
    "Return",
    "Build",
    "Improve",
    "Check",
    "Set",
    "Refit",
    "Restore",
    "Close",
    "Renew",
]


def printed(zoned: pd.DataFrame, accounts: pd.DataFrame) -> dict[int, str]:
    measures = compute_zone_measures(zoned, Panel(accounts, "accounts"))
    return {zone: strategy(zone, found) for zone, found in measures.items()}


def near_border(zoned: pd.DataFrame) -> dict[int, float]:
    rows = zoned[zoned["zone"].notna()]
    return {
        int(zone): 100.0 * np.mean([steps_in_text(text) == 1 for text in rows.loc[rows["zone"] == zone, "moved_by"]])
        for zone in rows["zone"].unique()
    }


def random_region(seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Zones and accounts that have nothing to do with each other, with gaps."""
    generator = np.random.default_rng(seed)
    units = [f"u{number}" for number in range(30)]
    level, drift = generator.lognormal(3, 1, (30, 2)), generator.normal(0, 0.03, (30, 2))
    rows = []
    for place, unit in enumerate(units):
        for year in range(2005, 2016):
            ce, cs = level[place] * np.exp(drift[place] * (year - 2005)) * generator.uniform(0.95, 1.05, 2)
            gap = generator.random() < 0.03 or (year == 2015 and seed % 2)
            rows.append(
                {
                    "unit": unit, "year": year, "ce": np.nan if gap else ce, "cs": cs,
                    "ecc": generator.lognormal(0, 0.3), "esc": generator.lognormal(0, 0.3),
                    "cli": generator.uniform(150, 350),
                }
            )  # fmt: skip
    zone = pd.array(generator.integers(1, 6, 30), dtype="Int64")
    zone[0] = pd.NA
    moves = generator.choice(["", "ce 3→2", "cs 1→4", "ce 3→2 & cf 3→2"], 30)
    return pd.DataFrame({"unit": units, "zone": zone, "moved_by": moves}), pd.DataFrame(rows)


def test_every_sentence_of_random_regions_is_true(check_sentences):
    told = set()
    for seed in range(60):
        zoned, accounts = random_region(seed)
        told |= check_sentences(zoned, accounts, printed(zoned, accounts), near_border(zoned))
    # every sentence of the table was met at least once, so that none is left unchecked
    assert told == {(row["zone"], row["order"], row["condition"]) for row in read_rows("zoning/sentences.csv")}


def test_every_sentence_of_the_old_sample_is_true(check_sentences, fixtures):
    statistics, areas = (
        read_panel(pd.read_csv(fixtures / f"{name}.csv", dtype={"unit": str}), name) for name in ("statistics", "areas")
    )
    panel = account(join_areas(statistics, areas, "interpolate"), load_profile("qinba")).panel
    trends = panel_trends(panel, ["ce", "cs", "nce", "ecc", "esc"]).frame
    intensity = pd.read_csv(fixtures / "intensity.csv", dtype={"unit": str})
    tables = {"trend": UnitTable(trends, "trends"), "intensity": UnitTable(intensity, "intensity")}
    given = read_index_values(panel.units, tables, default_rules())
    zoned = zone_units(given, scorable_rules(given, default_rules())[0]).frame
    accounts = panel.frame
    told = check_sentences(zoned, accounts, printed(zoned, accounts), near_border(zoned))
    assert len(told) > 15


def test_without_accounts_only_what_is_to_be_done_is_said():
    zoned, _ = random_region(1)
    measures = compute_zone_measures(zoned.drop(columns="moved_by"), None)
    for zone, found in measures.items():
        sentences = find_sentences(zone, found)
        assert sentences and not any(one.condition for one in sentences)
        assert strategy(zone, None) == strategy(zone, found)


def test_a_measure_that_few_units_have_is_not_told():
    zoned, accounts = random_region(2)
    accounts.loc[accounts["unit"].isin(list(accounts["unit"].unique()[:20])), "ecc"] = np.nan
    measures = compute_zone_measures(zoned, Panel(accounts, "accounts"))
    members = zoned[zoned["zone"].notna()].groupby("zone")["unit"].apply(list)
    for zone, units in members.items():
        with_value = sum(int(unit[1:]) >= 20 for unit in units)
        assert np.isnan(measures[int(zone)]["ecc"]) == (with_value < len(units) / 2 or with_value == 0)


def test_the_table_of_sentences():
    for one in all_sentences():
        assert {clause.measure for clause in one.condition} <= set(MEASURES)
        fields = re.findall(r"{(\w+)}", one.sentence_en)
        assert sorted(fields) == sorted(re.findall(r"{(\w+)}", one.sentence_zh))
        assert set(fields) <= {*MEASURES, "first_year", "last_year"}
        # what claims something has a condition on it; what has none only says what to do
        if one.condition:
            assert set(fields) - {"first_year", "last_year"} <= {clause.measure for clause in one.condition}
        else:
            assert not fields and one.sentence_en.split()[0] in IMPERATIVES, one.sentence_en
        assert one.sentence_en.endswith(".") and one.sentence_zh.endswith("。")
    assert {one.zone for one in all_sentences()} == {0, 1, 2, 3, 4, 5}
    for zone in range(1, 6):
        assert 2 <= len(find_sentences(zone, None)) <= 5


@pytest.mark.parametrize(
    "text", ["ce > ", "import os", "ce_change_pct > 1 or cs_ce > 1", "ecc > esc", "ecc == 1", "1 > ecc"]
)
def test_nothing_but_comparisons_can_be_said(text):
    with pytest.raises(ConditionError, match="cannot be read"):
        read_condition(text)
