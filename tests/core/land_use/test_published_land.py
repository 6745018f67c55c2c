"""Published numbers of land change that need areas alone, and the tables of a real basin; that none is forgotten."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.land_use.intensity import compute_index
from carbon_plugin.core.land_use.intensity_analysis import compute_intensities
from carbon_plugin.core.land_use.transition import compute_dynamics, compute_shares
from carbon_plugin.core.land_use.transition_rows import read_transitions
from tests.core.land_use.published_cases import answers, assert_printed

AREAS = {"area_at_start", "area_at_end"}
ASSERTED = {  # case: quantities that a test of this folder, or of tests/core/space, holds
    "ellipse_pointpats": {
        "long_axis",
        "short_axis",
        "azimuth_long = 90 - rotation",
        "area of the 64-gon in the weighted ellipse",
        "area of the weighted ellipse",
        "mean_centre",
        "standard_distance",
    },
    "intensity_saolourenco_2010_2014": {
        "interval_intensity_St",
        "gain",
        "gain_intensity",
        "interval_change",
        "loss_intensity",
        "transition_gain_of_Ap_from",
        "uniform_W_Ap",
        "transition_loss_of_SG_to",
        "uniform_V_SG",
    },
    "landuse_cele_1990_2018": {
        *AREAS,
        "change_of_area",
        "single_dynamic_degree",
        "bidirectional_dynamic_degree",
    },
    "landuse_heyang_1990_2010": {*AREAS, "share_of_area", "change_of_area"},
    "landuse_huaihe_1990_2013": {*AREAS, "row_percent", "loss", "gain", "total"},
    "landuse_markov_sidaohezi_1975_2015": {
        "row_sum_of_P",
        "change_of_area",
        "one_step S(start) x P",
        "three_steps S(2010) x P^3",
    },
    "landuse_northwest_rivers_1990_2018": AREAS,
    "landuse_tarim_reaches_1990_2015": {*AREAS, "total"},
    "landuse_xian_1996_2016": {
        *AREAS,
        "comprehensive_land_use_index",
        "comprehensive_dynamic_degree_half",
        "single_dynamic_degree",
        "change_of_area",
        "share_of_the_loss",
        "share_of_the_gain",
    },
}


def test_no_printed_number_is_forgotten(shared_data):
    folder = shared_data("published")
    cases = [place for kind in ("landuse_*", "intensity_*", "ellipse_*") for place in folder.glob(kind)]
    found = {
        case.name: {
            answer["quantity"] for answer in json.loads((case / "expected.json").read_text(encoding="utf-8"))["answers"]
        }
        for case in cases
    }
    assert found == ASSERTED


def changed(areas: pd.Series, first: str, last: str) -> tuple[float, float]:
    """The change of one class in area, and in percent, as the dynamics of land that only moved net give it."""
    start, end = areas[f"a{first}"], areas[f"a{last}"]
    moved = np.array([[min(start, end), max(start - end, 0)], [max(end - start, 0), 0]])
    found = compute_dynamics(moved, 1)
    return float(found.net[0]), float(found.k_single[0])


def test_greater_xian_index_and_change(shared_data):
    folder = shared_data("published") / "landuse_xian_1996_2016"
    areas = pd.read_csv(folder / "areas_km2.csv", index_col=0)
    grades = pd.read_csv(folder / "grades.csv", index_col=0)["grade"].reindex(areas.index).to_numpy(float)
    for answer in answers(folder, "comprehensive_land_use_index"):
        assert_printed(float(compute_index(areas[[f"a{answer['key']}"]].to_numpy().T, grades)[0]), answer)
    for answer in answers(folder, "change_of_area"):
        assert_printed(changed(areas.loc[answer["class"]], *answer["period"].split("-"))[1], answer)


def test_heyang_shares_and_changes(shared_data):
    folder = shared_data("published") / "landuse_heyang_1990_2010"
    areas = pd.read_csv(folder / "areas_km2.csv", index_col=0)
    for answer in answers(folder, "share_of_area"):
        column = areas[f"a{answer['year']}"]
        _, of_end = compute_shares(np.column_stack([column, np.zeros((len(column), len(column) - 1))]))
        assert_printed(of_end[list(areas.index).index(answer["class"]), 0], answer)
    for answer in answers(folder, "change_of_area"):
        amount, percent = changed(areas.loc[answer["class"]], *answer["period"].split("-"))
        assert_printed(percent if answer["unit"] == "%" else amount, answer)


def test_sidaohezi_change(shared_data):
    folder = shared_data("published") / "landuse_markov_sidaohezi_1975_2015"
    areas = pd.read_csv(folder / "areas_km2.csv", index_col=0)
    (answer,) = answers(folder, "change_of_area")
    name, period = answer["key"].split()
    of_class = areas[name].rename(lambda year: f"a{year}")
    assert_printed(changed(of_class, *period.split("-"))[0], answer)


def test_sao_lourenco_gains(shared_data):
    folder = shared_data("published") / "intensity_saolourenco_2010_2014"
    rows = pd.read_csv(folder / "transitions_km2.csv")
    classes = sorted({*rows["from"], *rows["to"]})
    for period, of_period in rows.groupby("period"):
        areas = of_period.pivot(index="from", columns="to", values="km2").reindex(classes, columns=classes).fillna(0.0)
        found = compute_dynamics(areas.to_numpy(), 2)
        for answer in answers(folder, "gain"):
            if answer["period"] == period:
                assert_printed(found.gain[classes.index(answer["class"])], answer)
        for answer in answers(folder, "interval_change"):
            if answer["period"] == period:
                assert_printed(float(found.changed), answer)


# --- the tables of the basin, from 24.9 million cells -----------------------------------------------------------------


@pytest.fixture(scope="module")
def basin(shared_data):
    """The basin's tables of cells: step by step, in one step, its whole area."""
    folder = shared_data("lulc_rasters") / "saolourenco_tables"
    tables = (pd.read_csv(folder / f"lulc_{name}.csv") for name in ("Multistep", "Onestep"))
    return [*tables, pd.read_csv(folder / "totalArea.csv").iloc[0]]


def as_transitions(table: pd.DataFrame):
    given = {"unit": "basin", "from_year": table["yearFrom"], "to_year": table["yearTo"]}
    names = {"from_class": "c" + table["From"].astype(str), "to_class": "c" + table["To"].astype(str)}
    return read_transitions(pd.DataFrame({**given, **names, "area_ha": table["km2"] * 100}), "basin")


def test_steps_of_the_basin_join(basin):
    """What a step ends with the next begins with, and both ends are those of the one step over all years."""
    steps, whole, total = basin
    rows, once = as_transitions(steps), as_transitions(whole)
    assert rows.pairs == [(2002, 2008), (2008, 2010), (2010, 2012), (2012, 2014)] and once.pairs == [(2002, 2014)]
    matrices = [rows.matrices(pair, rows.units, rows.classes)[0] for pair in rows.pairs]
    for before, after in zip(matrices, matrices[1:]):
        np.testing.assert_allclose(before.sum(axis=0), after.sum(axis=1), rtol=1e-9)
    one = once.matrices((2002, 2014), once.units, rows.classes)[0]
    np.testing.assert_allclose(one.sum(axis=1), matrices[0].sum(axis=1), rtol=1e-9)
    np.testing.assert_allclose(one.sum(axis=0), matrices[-1].sum(axis=0), rtol=1e-9)
    assert one.sum() == pytest.approx(total["area_km2"] * 100, rel=1e-9)
    assert steps.groupby("Period")["QtPixel"].sum().tolist() == [total["QtPixel"]] * 4
    net = sum(compute_dynamics(matrix, 1).net for matrix in matrices)
    np.testing.assert_allclose(net, compute_dynamics(one, 1).net, atol=1e-6)


def test_intensity_of_the_basin_from_cells(basin):
    """The worked numbers of 2012 to 2014, from the table of all cells."""
    rows = as_transitions(basin[0])
    matrices = np.array([rows.matrices(pair, rows.units, rows.classes)[0] for pair in rows.pairs])
    found = compute_intensities(matrices, np.array([last - first for first, last in rows.pairs], float))
    assert round(float(found.interval[3]), 4) == 1.6592 and round(float(found.interval_uniform), 4) == 1.1342
