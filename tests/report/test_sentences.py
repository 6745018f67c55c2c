"""Every sentence that a page begins with is recomputed here from the tables, on random data."""

import re

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.options import PEAKS_FROM, PROFILES
from carbon_plugin.core.scenario.projection import Projection
from carbon_plugin.core.stirpat.fit import fit_stirpat
from carbon_plugin.core.study.headlines import find_amounts, find_outlook
from carbon_plugin.core.study.scenario_remarks import (
    find_disordered_units,
    find_flagged_units,
    remarks_on_projection,
)
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.report.accounting import AccountingReport
from carbon_plugin.report.accounting.headlines import headlines as of_accounts
from carbon_plugin.report.accounting.headlines import otherwise
from carbon_plugin.report.confidence import ConfidenceReport
from carbon_plugin.report.confidence.sections import counts, least_sure, single_choices
from carbon_plugin.report.page.numbers import digits
from carbon_plugin.report.page.writer import Writer
from carbon_plugin.report.page.zone_headlines import near_a_border, sizes
from carbon_plugin.report.scenario.headlines import headlines as of_scenarios
from carbon_plugin.report.scenario.report import ScenarioReport
from carbon_plugin.report.stirpat.elasticities import half_widths

SEEDS = range(5)
UNITS = [f"u{number}" for number in range(12)]


def panel_of(seed, gaps=0.05):
    """Random accounts of twelve units over six years, some cells missing."""
    random = np.random.default_rng(seed)
    frame = pd.DataFrame([(unit, year) for unit in UNITS for year in range(2015, 2021)], columns=["unit", "year"])
    for name in ("ce", "cs"):
        frame[name] = random.uniform(10, 1000, len(frame))
        frame.loc[random.random(len(frame)) < gaps, name] = np.nan
    return frame.assign(nce=frame["ce"] - frame["cs"])


def region_of(panel):
    """The region's rows, worked out without the code under test."""
    rows = panel.dropna(subset=["ce", "cs"]).groupby("year")
    return pd.DataFrame(
        {
            "year": list(rows.groups),
            "units_counted": rows.size().to_numpy(),
            "ce": rows["ce"].sum().to_numpy(),
            "cs": rows["cs"].sum().to_numpy(),
            "balanced_units": rows["nce"].agg(lambda net: (net <= 0).sum()).to_numpy(),
        }
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_of_the_accounts(seed):
    panel = panel_of(seed)
    region = region_of(panel)
    report = AccountingReport(Panel(panel, "accounts"), region, pd.DataFrame(), {}, "tC", "t C")
    told = of_accounts(Writer("t"), report)
    year = int(re.search(r"In (\d+) the", told[0])[1])
    complete = panel[panel["year"] == year].dropna(subset=["ce", "cs"])
    share = digits(100 * complete["cs"].sum() / complete["ce"].sum())
    assert f"the {len(complete)} units" in told[0] and told[0].endswith(f", {share} % of it.")
    balanced = int((complete["nce"] <= 0).sum())
    largest = complete.loc[complete["nce"].idxmax()]
    assert told[-1].startswith(f"{balanced} of {len(complete)} units") and f"source is {largest['unit']}" in told[-1]
    changes = [text for text in told if text.startswith("The same")]
    for text in changes:
        first, last = int(re.search(r"than in (\d+)", text)[1]), int(re.search(r"in (\d+) than", text)[1])
        sets = [set(panel[panel["year"] == one].dropna(subset=["ce", "cs"])["unit"]) for one in (first, last)]
        assert sets[0] == sets[1] and last == year
        sums = [panel[(panel["year"] == one) & panel["unit"].isin(sets[0])]["ce"].sum() for one in (first, last)]
        word = "more" if sums[1] >= sums[0] else "less"
        assert f"{digits(100 * abs(sums[1] / sums[0] - 1))} % {word}" in text


@pytest.mark.parametrize(("counts", "told"), [((7, 3, 0), "it would be 0 to 7 of them."), ((7, 7, 7), "")])
def test_units_in_balance_are_told_with_what_other_coefficients_say(counts, told):
    panel = panel_of(0)
    by_profile = dict(zip(("balanced_qinba", "balanced_revised", "balanced_landcoef"), counts))
    report = AccountingReport(
        Panel(panel, "accounts"), region_of(panel).assign(**by_profile), pd.DataFrame(), {}, "tC", "t C"
    )
    last = of_accounts(Writer("t"), report)[-1]
    assert last.endswith(told) if told else "it would be" not in last
    region = pd.DataFrame({"year": [2019, 2020], "balanced_qinba": [3.0, 5.0], "balanced_revised": [1.0, np.nan]})
    assert otherwise(Writer("t"), region, 2019).endswith("it would be 1 to 3 of them.")
    assert otherwise(Writer("t"), region, 2020) == otherwise(Writer("t"), region[:0], 2019) == ""


def test_lines_join_only_years_of_the_same_units():
    panel = pd.DataFrame(
        [(unit, year, 1.0, 2.0) for unit in "abcd" for year in (2000, 2005, 2010, 2015)],
        columns=["unit", "year", "ce", "cs"],
    )
    panel.loc[(panel["unit"] == "a") & (panel["year"] == 2005), "ce"] = np.nan
    report = AccountingReport(
        Panel(panel, "accounts"), region_of(panel.assign(nce=-1.0)), pd.DataFrame(), {}, "tC", "t C"
    )
    assert report.same_years == (2000, 2010, 2015) and report.units_counted == 4
    assert report.comparable.tolist() == [True, False, True, True]


@pytest.mark.parametrize("seed", SEEDS)
def test_numbers_of_a_study(seed):
    accounts = panel_of(seed)
    found = find_amounts(Panel(accounts, "t"), UNITS[:8], 2020)
    rows = accounts[(accounts["year"] == 2020) & accounts["unit"].isin(UNITS[:8])].dropna(subset=["ce", "cs"])
    assert (found.units, found.balanced) == (len(rows), int((rows["ce"] <= rows["cs"]).sum()))
    assert found.net_emission == pytest.approx(rows["nce"].sum())
    random = np.random.default_rng(seed)
    projection = pd.DataFrame(
        [(u, y, s) for u in UNITS for s in ("low", "baseline") for y in (2020, 2040, 2060)],
        columns=["unit", "year", "scenario"],
    )
    projection["ce"], projection["cs"] = random.uniform(1, 9, len(projection)), 4.0
    potential = pd.DataFrame({"unit": UNITS, "neutral_baseline": random.integers(0, 2, 12).astype(float)})
    outlook = find_outlook(Panel(projection, "t"), potential, UNITS)
    of_baseline = projection[projection["scenario"] == "baseline"].groupby("year")["ce"].sum()
    assert outlook.change_percent == pytest.approx(100 * (of_baseline[2060] / of_baseline[2020] - 1))
    assert (outlook.neutral, outlook.known) == (int(potential["neutral_baseline"].sum()), 12)


@pytest.mark.parametrize("peak_from", PEAKS_FROM.keys)
@pytest.mark.parametrize("seed", range(12))
def test_sentences_of_the_scenarios(seed, peak_from):
    """Each says of which years the sum is the highest, and it is, whether or not more was emitted before."""
    random = np.random.default_rng(seed)
    past = [(year, "observed", random.uniform(1, 9)) for year in range(2015, 2021)]
    paths = {name: [past[-1][2], *random.uniform(1, 9, 8)] for name in ("low", "baseline", "high")}
    years = range(2020, 2061, 5)
    rows = past + [(year, name, ce) for name, path in paths.items() for year, ce in zip(years, path)]
    region = pd.DataFrame(rows, columns=["year", "scenario", "ce"]).assign(cs=0.5)
    table = region[region["scenario"] != "observed"].assign(unit="a")
    projection = Projection(table, table, region, pd.DataFrame(), list(paths))
    report = ScenarioReport(projection, None, None, None, {}, 2030, "tC", "t C", peak_from=peak_from)
    for path, told in zip(paths.values(), of_scenarios(Writer("t"), report)):
        assert ("higher" if path[-1] >= path[0] else "lower") + " in 2060 than in 2020" in told
        ahead = dict(zip(years, path))
        if found := re.search(r": the sum of the units was highest in (\d+)\.$", told):
            every = {**ahead, **{year: ce for year, _, ce in past}}
            assert int(found[1]) <= 2020 and every[int(found[1])] == max(every.values())
            continue
        found = re.search(r": from 2020 on the sum of the units is highest (?:in (\d+)|at the end)\.$", told)
        assert ahead[int(found[1] or 2060)] == max(path)


@pytest.mark.parametrize("units", [4, 5, 30])
def test_intervals_without_zero_are_those_whose_p_is_small(units):
    random = np.random.default_rng(units)
    frame = pd.DataFrame([(f"u{u}", y) for u in range(units) for y in range(2010, 2021)], columns=["unit", "year"])
    for name, spread in (("population", 0.3), ("gdp", 0.4), ("urban_population", 0.2)):
        frame[name] = np.exp(random.normal(0, spread, len(frame)))
    frame["ce"] = frame["population"] * frame["gdp"] ** 0.1 * np.exp(random.normal(0, 0.6, len(frame)))
    rows = fit_stirpat(Panel(frame, "t"), ["P", "W", "UR"], pooling="fixed_effects").coefficients.head(3)
    excluded = rows["b"].abs().to_numpy() > half_widths(rows)
    assert excluded.tolist() == (rows["p"] < 0.05).tolist()


def test_scenarios_out_of_order_and_energy_that_cannot_be():
    rows = [
        ("a", 2060, "low", 1.0, ""), ("a", 2060, "baseline", 2.0, ""), ("a", 2060, "high", 3.0, "above_grid"),
        ("b", 2040, "low", 5.0, ""), ("b", 2040, "baseline", 4.0, ""), ("b", 2040, "high", 9.0, ""),
        ("c", 2040, "low", 4.0, ""), ("c", 2040, "baseline", 4.0, ""), ("c", 2040, "mine", 1.0, ""),
    ]  # fmt: skip
    projection = pd.DataFrame(rows, columns=["unit", "year", "scenario", "ce", "flag"])
    assert find_disordered_units(projection) == ["b"] and find_flagged_units(projection) == ["a"]
    told = [str(message) for message in remarks_on_projection(projection)]
    assert "1 of 3 units emit more" in told[0] and told[0].endswith(": b.")
    assert "flagged are 1 of 3 units: a." in told[1]
    assert remarks_on_projection(projection[projection["unit"] == "c"]) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_sentences_on_zones(seed):
    random = np.random.default_rng(seed)
    zoned = pd.DataFrame(
        {"zone": random.integers(1, 6, 30).astype(float), "moved_by": random.choice(["", "ce 3→2"], 30)}
    )
    zoned = zoned.assign(next_zone=2.0, margin=1.0, total=20.0)
    text = sizes(zoned, Writer("t"))
    members = zoned["zone"].value_counts()
    for zone, words in ((1.0, "in the best zone"), (5.0, "in the worst")):
        count = int(members.get(zone, 0))
        assert f"{count} {'unit is' if count == 1 else 'units are'} {words}" in text
    assert text.endswith(f"with {members.max()} units.")
    near = int((zoned["moved_by"] != "").sum())
    assert near_a_border(zoned, Writer("t")).startswith(f"{near} of 30 units")


@pytest.fixture
def confidence():
    shares = np.random.default_rng(3).dirichlet(np.full(5, 0.4), 40)
    units = pd.DataFrame({f"p_zone_{zone}": shares[:, zone - 1] for zone in range(1, 6)})
    zone = np.random.default_rng(4).integers(1, 6, 40)
    units["zone"], units["name"] = zone.astype(float), [f"n{number}" for number in range(40)]
    units["agreement"] = shares[np.arange(40), zone - 1]
    units["modal_zone"] = shares.argmax(axis=1) + 1.0
    units["driver"] = ["profile", "cs_forest"] * 20
    changes = pd.DataFrame(
        {"choice": ["profile", "threshold"], "option": ["revised", "1.96"], "changed_pct": [12.5, 40.0],
         "two_or_more_pct": [2.0, 10.0]}
    )  # fmt: skip
    return ConfidenceReport(units, changes)


def test_how_sure_the_zones_are(confidence):
    text, agreement = counts(Writer("t"), confidence), confidence.units["agreement"]
    assert text.startswith(f"{(agreement >= 0.9).sum()} of 40 units keep their zone in at least 90 % of the runs; ")
    assert f"; {(agreement < 0.5).sum()} units keep it in fewer than 50 % of them" in text
    elsewhere = (confidence.units["modal_zone"] != confidence.units["zone"]).sum()
    assert f"for {elsewhere} units another zone comes out most often" in text


def test_single_choices_and_least_sure_units(confidence):
    writer = Writer("t")
    single_choices(writer, confidence)
    least_sure(writer, confidence)
    page = writer.html()
    assert page.index("Threshold of |Z|") < page.index("Coefficient profile")  # what changes most stands first
    assert PROFILES.label("revised") in page and ">40.0<" in page and ">12.5<" in page
    least = confidence.units.sort_values("agreement")["name"].iloc[0]
    assert re.findall(r"<td[^>]*>(n\d+)</td>", page)[0] == least
