"""What a table can be asked about: drivers whose columns are there, and years that have a total."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.stirpat.available import available_variables, workable_pooling
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.tables.panel import Panel


def test_drivers_without_their_columns_are_left_out(make_panel):
    panel = Panel(make_panel().drop(columns=["energy_tce", "urban_population"]), "yearbook")
    left, notes = available_variables(panel, ["P", "TI", "UR", "CEI"])
    assert left == ["P", "CEI"]
    assert "“yearbook”: TI, UR cannot be computed, since there is no column “energy_tce”, “urban_population”" in str(
        notes[0]
    )
    assert available_variables(panel, ["P", "CEI"]) == (["P", "CEI"], [])
    assert available_variables(panel, ["TI", "UR"]) == (["TI", "UR"], [])  # left to be refused


@pytest.mark.parametrize(("years_with_gaps", "expected"), [(0, "region"), (16, "region"), (17, "fixed_effects")])
def test_gaps_lead_to_fixed_effects(make_panel, years_with_gaps, expected):
    """Three variables need five yearly totals of 21: an intercept, and one year more than coefficients."""
    frame, variables = make_panel(years=21), ["P", "W", "IS"]
    frame.loc[(frame["unit"] == "county 1") & (frame["year"] < 2000 + years_with_gaps), "gdp"] = np.nan
    panel = Panel(frame, "panel")
    pooling, notes = workable_pooling(panel, variables, [], cei_definition="gdp", pooling="region")
    assert pooling == expected and bool(notes) == (expected != "region")
    assert np.isfinite(fit_stirpat(panel, variables, pooling=pooling).r2)


def test_a_short_panel_stays_as_it_is(make_panel):
    panel = Panel(make_panel(years=4), "panel")
    assert workable_pooling(panel, ["P", "W", "IS"], [], cei_definition="gdp", pooling="region") == ("region", [])
    assert workable_pooling(panel, ["P"], [], cei_definition="gdp", pooling="pooled") == ("pooled", [])
