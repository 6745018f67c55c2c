"""Carbon and services by cell: a case by hand, sums that are the units' own on random parts, and what is said."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.accounting.account import account
from carbon_plugin.core.accounting.profile import load_profile
from carbon_plugin.core.land_use.areas import CodeCounts, area_panel
from carbon_plugin.core.land_use.join import join_areas
from carbon_plugin.core.land_use.legend import read_legend
from carbon_plugin.core.land_use.legend_fit import CodesWithoutClassError
from carbon_plugin.core.services.ecosystem_services import Worth
from carbon_plugin.core.services.ecosystems import load_ecosystems
from carbon_plugin.core.services.equivalents import load_equivalents
from carbon_plugin.core.services.grid_carbon import spread
from carbon_plugin.core.services.grid_intensity import ServiceSettings, YearsApartError, grid_intensity
from carbon_plugin.core.tables.keys import NoCommonUnitsError
from carbon_plugin.core.tables.panel import Panel, read_panel

CODES = {1: "cropland", 2: "forest", 3: "grassland", 5: "water", 8: "urban"}
LEGEND = read_legend([{"value": value, "class": name} for value, name in CODES.items()], "legend")
VALUES = np.array(list(CODES))


@dataclass
class Year:
    """Parts as the raster room counts them."""

    year: int
    unit: np.ndarray
    cell: np.ndarray
    area_ha: np.ndarray
    share: np.ndarray
    units: int
    nodata_ha: float = 0.0

    values = VALUES

    @property
    def whole_ha(self):
        return self.area_ha.sum(axis=1) + self.nodata_ha

    @property
    def of_units(self):
        sums = np.zeros((self.units, len(VALUES)))
        np.add.at(sums, self.unit, self.area_ha)
        cells = np.rint(sums / 0.09).astype(np.int64)
        return CodeCounts(self.year, "map", VALUES, cells, sums, cells.sum(axis=1))


def random_year(year, units=5, cells=40, seed=0):
    random = np.random.default_rng(seed + year)
    pairs = random.choice(units * cells, 90, replace=False)
    area = random.gamma(0.7, 10, (90, len(VALUES))) * (random.random((90, len(VALUES))) < 0.7)
    area[:, 1] += 0.1
    return Year(year, pairs // cells, pairs % cells, area, np.full(90, 0.4), units)


def accounts_of(years, units, profile="qinba", seed=1):
    """Accounts of these areas and random statistics, as the step of accounting makes them."""
    random = np.random.default_rng(seed)
    rows = [(unit, year.year) for unit in units for year in years]
    book = pd.DataFrame(rows, columns=["unit", "year"])
    for name in ("population", "raw_coal_t", "fertilizer_t", "pigs_head", "wheat_t"):
        book[name] = random.gamma(2, 1000, len(book))
    if profile == "landcoef":
        book = book.drop(columns="wheat_t")
    areas = area_panel(units, [year.of_units for year in years], LEGEND).frame.drop(columns="coverage_pct")
    joined = join_areas(read_panel(book, "statistics"), read_panel(areas, "areas"), "exact")
    return account(joined, load_profile(profile)).panel


def services(edition="xie2008", **worth):
    return ServiceSettings(load_equivalents(edition), load_ecosystems(edition), Worth(**worth))


def run(years, units, accounts, profile="qinba", **more):
    options = {"services": services(), "layer": "counties", **more}
    return grid_intensity(years, units, LEGEND, accounts=accounts, profile=load_profile(profile), **options)


def codes_of(found):
    return [message.code for message in found.notes]


def test_by_hand():
    """Two units, three cells; unit a has its built-up land in cell 1, unit b none."""
    area = np.array([[10.0, 5, 0, 0, 0], [0, 5, 0, 0, 5], [20, 0, 0, 0, 0]])
    year = Year(2020, np.array([0, 0, 1]), np.array([4, 7, 7]), area, np.array([0.15, 0.1, 0.2]), 2)
    accounts = Panel(
        pd.DataFrame(
            {
                "unit": ["a", "b"], "year": 2020, "ce_energy": [100.0, 40.0], "ce_livestock": [10.0, 2.0],
                "ce": [110.0, 42.0], "cs_forest": [0.0, 0.0], "cs": [57.7, 0.0], "nce": [52.3, 42.0],
            }
        ),
        "accounts",
    )  # fmt: skip
    found = run([year], ["a", "b"], accounts)
    frame = found.frame.set_index("cell")
    assert list(found.frame.columns) == [
        "cell", "year", "area_ha", "inside", "cropland_ha", "forest_ha", "grassland_ha", "water_ha", "urban_ha",
        "ce", "cs", "nce", "esv", "ce_t_km2", "nce_t_km2", "esv_km2",
    ]  # fmt: skip
    assert frame["area_ha"].tolist() == [15.0, 30.0] and frame["inside"].tolist() == pytest.approx([0.15, 0.3])
    assert frame["ce"].tolist() == [10.0, 142.0]  # livestock of a on its cropland; energy of a, all of b in cell 7
    assert frame["cs"].tolist() == pytest.approx([5 * 5.77, 5 * 5.77])
    assert frame["nce"].tolist() == pytest.approx([10 - 28.85, 142 - 28.85])
    assert frame["ce_t_km2"].tolist() == pytest.approx([10 / 0.15, 142 / 0.3])
    esv = [(10 * 7.9 + 5 * 28.12) * 449.1e-4, (5 * 28.12 + 20 * 7.9) * 449.1e-4]
    assert frame["esv"].tolist() == pytest.approx(esv)
    assert frame["esv_km2"].tolist() == pytest.approx([esv[0] / 0.15, esv[1] / 0.3])
    said = next(message for message in found.notes if message.code == "spread-over-area")
    assert "ce_energy" in said.text() and " b" in said.text() and "ce_livestock" not in said.text()
    assert "cells-equal-units" in codes_of(found)


@pytest.mark.parametrize("profile", ["qinba", "revised", "landcoef"])
def test_sums_over_cells_are_the_accounts_of_the_units(profile):
    years, units = [random_year(2000), random_year(2010)], list("abcde")
    found = run(years, units, accounts_of(years, units, profile), profile)
    check = found.check
    assert len(check) == 5 * 2 * 4 and check["unit_sum"].notna().all()
    np.testing.assert_allclose(check["cells_sum"], check["unit_sum"], rtol=1e-9)
    for column in ("ce", "cs", "nce", "esv"):
        of_units = check[check["column"] == column].groupby("year")["unit_sum"].sum()
        np.testing.assert_allclose(found.frame.groupby("year")[column].sum(), of_units)
    assert "cells-equal-units" in codes_of(found) and "cells-differ-from-units" not in codes_of(found)
    areas = sum(found.frame[f"{name}_ha"] for name in CODES.values())
    np.testing.assert_allclose(areas, found.frame["area_ha"])


def test_another_profile_than_that_of_the_accounts_is_told():
    years, units = [random_year(2000)], list("abcde")
    found = run(years, units, accounts_of(years, units), "landcoef")
    assert "cells-differ-from-units" in codes_of(found) and "cells-equal-units" not in codes_of(found)


def test_cells_with_little_inside_are_dropped_after_the_check():
    years, units = [random_year(2000)], list("abcde")
    accounts = accounts_of(years, units)
    years[0].share[:45] = 0.01
    whole, found = (run(years, units, accounts, minimum_inside=minimum) for minimum in (0.0, 10.0))
    assert len(found.frame) == (whole.frame["inside"] >= 0.1).sum() < len(whole.frame)
    pd.testing.assert_frame_equal(found.check, whole.check)
    assert len(found.cells) == len(found.frame) and "cells-dropped" in codes_of(found)


def test_missing_accounts_are_missing_emission_not_zero():
    years, units = [random_year(2000), random_year(2010)], list("abcde")
    accounts = accounts_of(years, units)
    frame = accounts.frame.copy()
    frame.loc[(frame["unit"] == "a") & (frame["year"] == 2000), "ce_energy"] = np.nan
    frame = frame[~((frame["unit"] == "b") & (frame["year"] == 2000))]
    found = run(years, units, Panel(frame.reset_index(drop=True), "accounts"))
    of_2000 = found.frame[found.frame["year"] == 2000]
    has_energy = (years[0].unit == 0) & (years[0].area_ha[:, 4] > 0)  # the energy of a lies on its built-up land
    touched = set(years[0].cell[has_energy | (years[0].unit == 1)].tolist())
    assert set(of_2000.loc[of_2000["ce"].isna(), "cell"]) == touched and of_2000["esv"].notna().all()
    assert found.frame.loc[found.frame["year"] == 2010, "ce"].notna().all()
    only_2010 = Panel(frame[frame["year"] == 2010].reset_index(drop=True), "accounts")
    assert "years-without-accounts" in codes_of(run(years, units, only_2010))


def test_land_that_nobody_saw_is_missing():
    year = Year(2020, np.array([0, 0]), np.array([0, 1]), np.zeros((2, 5)), np.ones(2), 1, nodata_ha=9.0)
    year.area_ha[0, 1] = 4.0
    accounts = Panel(pd.DataFrame({"unit": ["a"], "year": 2020, "ce_energy": 8.0, "ce": 8.0}), "accounts")
    frame = run([year], ["a"], accounts).frame
    assert frame["forest_ha"].tolist()[0] == 4.0 and np.isnan(frame["forest_ha"][1]) and np.isnan(frame["esv"][1])
    assert frame["ce"].tolist() == pytest.approx([8 * 13 / 22, 8 * 9 / 22])


def test_prices_by_group_and_a_total_without_components():
    years, units = [random_year(2000)], list("abcde")
    book = pd.DataFrame({"unit": units, "year": 2000, "ce": [1.0, 2, 3, 4, 5], "province": list("xxyyy")})
    from carbon_plugin.core.services.equivalent_value import read_prices

    rows = [{"group": group, "yield_kg_ha": 7 * value, "price_kg": 1} for group, value in (("x", 100), ("y", 300))]
    found = run(
        years, units, Panel(book, "accounts"), group_field="province",
        services=services(prices=tuple(read_prices(rows, "prices")), table="prices"),
    )  # fmt: skip
    of = found.check.set_index(["column", "unit"])
    np.testing.assert_allclose(of["cells_sum"]["ce"], book["ce"])
    np.testing.assert_allclose(of["cells_sum"]["esv"], of["unit_sum"]["esv"])
    base = run(years, units, Panel(book, "accounts"), services=services(value=100.0))
    ratio = of["cells_sum"]["esv"] / base.check.set_index(["column", "unit"])["cells_sum"]["esv"]
    assert ratio.tolist() == pytest.approx([1, 1, 3, 3, 3])


def test_spread_keeps_the_amount_whatever_the_weights():
    random = np.random.default_rng(5)
    unit = random.integers(0, 8, 60)
    weights = random.random(60) * (random.random(60) < 0.5) * (unit != 3)
    amounts = random.normal(0, 10, 8)
    parts, without = spread(amounts, unit, weights, otherwise=np.ones(60))
    np.testing.assert_allclose(np.bincount(unit, parts, minlength=8), amounts)
    assert without.tolist() == [place == 3 for place in range(8)]
    assert (parts[(weights == 0) & (unit != 3)] == 0).all()


class TestFaults:
    def test_years_units_and_codes(self):
        years, units = [random_year(2000)], list("abcde")
        accounts = accounts_of(years, units)
        with pytest.raises(YearsApartError, match="2000"):
            run(years, units, Panel(accounts.frame.assign(year=1999), "accounts"))
        with pytest.raises(NoCommonUnitsError):
            run(years, [f"{unit}x" for unit in units], accounts)
        with pytest.raises(CodesWithoutClassError, match="8"):
            grid_intensity(
                years, units, read_legend([{"value": 1, "class": "forest"}], "own"), accounts=accounts,
                profile=load_profile("qinba"), services=services(), layer="counties",
            )  # fmt: skip
