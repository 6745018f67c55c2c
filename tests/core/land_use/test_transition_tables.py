"""Tables of transitions: the worked case row by row, sums against the matrices, pairs of dates, remarks."""

from __future__ import annotations

import numpy as np
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.land_use.class_words import IN_SENTENCES, LandClass, class_in_words
from carbon_plugin.core.land_use.date_pairs import OneDateError, find_counted_pairs, find_pairs
from carbon_plugin.core.land_use.legend import load_legend
from carbon_plugin.core.land_use.legend_fit import CodesWithoutClassError
from carbon_plugin.core.land_use.transition_remarks import (
    NothingInCommonError,
    check_codes,
    check_in_common,
    remarks_on_cells,
    remarks_on_classes,
)
from carbon_plugin.core.land_use.transition_tables import (
    TransitionSet,
    dynamics_table,
    intensity_table,
    transition_table,
)

CLASSES = ["cropland", "forest", "grassland", "urban"]
WORKED = np.array([[4, 0, 0, 2], [1, 4, 0, 0], [0, 0, 2, 0], [0, 0, 0, 2]]) * 0.09


def worked() -> TransitionSet:
    """The worked case of two dates, in one unit."""
    return TransitionSet(WORKED[None, None], ["a"], [(2015, 2020)], CLASSES, [0], 1)


def random_set(units: int = 3) -> TransitionSet:
    """Three dates: both steps, and the whole."""
    generator = np.random.default_rng(1)
    areas = generator.uniform(0, 9, (3, units, 4, 4)) * (generator.random((3, units, 4, 4)) < 0.8)
    years = [(2000, 2010), (2000, 2015), (2010, 2015)]
    return TransitionSet(areas, [f"u{n}" for n in range(units)], years, CLASSES, [0, 2], 3)


def test_transitions_of_the_worked_case():
    table = transition_table(worked())
    assert len(table) == 6 and table["area_ha"].sum() == pytest.approx(15 * 0.09)
    lost = table.set_index(["from_class", "to_class"]).loc[("cropland", "urban")]
    assert (lost["share_of_from"], lost["share_of_to"]) == pytest.approx((100 / 3, 50.0))
    assert (lost["unit"], lost["from_year"], lost["to_year"]) == ("a", 2015, 2020)


def test_dynamics_of_the_worked_case():
    table = dynamics_table(worked()).set_index("class")
    assert list(table.index) == [*CLASSES, "all"]
    assert table["k_single"].tolist()[:4] == pytest.approx([-10 / 3, -4, 0, 20])
    assert table.loc["all", ["lc_half", "lc_full"]].tolist() == pytest.approx([2, 4])
    assert table.loc["all", ["gain_ha", "loss_ha", "swap_ha"]].tolist() == pytest.approx([0.27, 0.27, 0.09])
    assert np.isnan(table.loc["all", "k_single"]) and table["lc_half"].isna().sum() == 4


def test_swap_and_net_of_all_classes_make_the_change():
    table = dynamics_table(random_set())
    every = table[table["class"] == "all"].reset_index(drop=True)
    classes = table[table["class"] != "all"].groupby(["unit", "from_year", "to_year"], sort=False)
    net = classes["net_ha"].apply(lambda values: values.abs().sum() / 2).to_numpy()
    assert every["gain_ha"].to_numpy() == pytest.approx(net + every["swap_ha"].to_numpy())
    assert classes["gain_ha"].sum().to_numpy() == pytest.approx(every["gain_ha"].to_numpy())


def test_the_chain_makes_the_uniform_intensity():
    found = random_set()
    table = intensity_table(found)
    rows = table[table["level"] == "interval"].set_index(["unit", "from_year", "to_year"])
    for number, unit in enumerate(found.units):
        changed = [a.sum() - np.trace(a) for a in found.areas[[0, 2], number]]
        region = found.areas[[0, 2], number].sum(axis=(1, 2))
        expected = 100 * sum(changed) / (region[0] * 10 + region[1] * 5)
        assert rows.loc[unit, "uniform"].to_numpy() == pytest.approx(np.full(3, expected))


def test_verdicts_follow_the_numbers():
    table = intensity_table(random_set())
    words = {"interval": ("fast", "slow"), "gain": ("active", "dormant"), "loss": ("active", "dormant")}
    for level, rows in table.groupby("level"):
        above, below = words.get(level, ("targeted", "avoided"))
        expected = np.where(rows["intensity"] > rows["uniform"], above, below)
        differs = ~np.isclose(rows["intensity"], rows["uniform"], rtol=1e-9, atol=0)
        assert (rows["verdict"].to_numpy()[differs] == expected[differs]).all()
        assert (rows["verdict"].to_numpy()[~differs] == "uniform").all()
    assert set(table["level"]) == {"interval", "gain", "loss", "gain_from", "loss_to"}


def test_who_gains_from_whom():
    table = intensity_table(worked())
    fed = table[(table["level"] == "gain_from") & (table["class"] == "urban")].set_index("other_class")
    assert fed.loc["cropland", "intensity"] == pytest.approx(2 / 6 / 5 * 100)
    assert fed.loc["cropland", "verdict"] == "targeted" and fed.loc["forest", "verdict"] == "avoided"
    assert fed["uniform"].tolist() == pytest.approx([2 / 13 / 5 * 100] * 3)
    went = table[(table["level"] == "loss_to") & (table["class"] == "cropland")].set_index("other_class")
    assert went.loc["urban", "intensity"] == pytest.approx(2 / 4 / 5 * 100)


def test_only_wanted_pairs_have_rows():
    found = random_set()
    first = TransitionSet(
        found.areas[[1, 0, 2]], found.units, [(2000, 2015), (2000, 2010), (2010, 2015)], CLASSES, [1, 2], 1
    )
    for table in (transition_table(first), dynamics_table(first), intensity_table(first)):
        assert set(zip(table["from_year"], table["to_year"])) == {(2000, 2015)}


def test_a_unit_without_land_has_no_row():
    areas = np.stack([WORKED, np.zeros((4, 4))])[None]
    found = TransitionSet(areas, ["a", "b"], [(2015, 2020)], CLASSES, [0], 1)
    assert all(
        set(table["unit"]) == {"a"}
        for table in (transition_table(found), dynamics_table(found), intensity_table(found))
    )


def test_pairs():
    years = [2000, 2010, 2020]
    assert find_pairs(years) == [(0, 1), (1, 2)]
    assert find_pairs(years, "first_last") == [(0, 2)]
    assert find_counted_pairs(years, "all") == [(0, 1), (0, 2), (1, 2)]
    with pytest.raises(OneDateError, match="2000"):
        find_pairs([2000])
    with pytest.raises(NotAChoiceError):
        find_pairs(years, "some")


def test_unknown_codes_and_nothing_in_common_are_told_all_at_once():
    with pytest.raises(CodesWithoutClassError, match="99"):
        check_codes([{99}, set()], ["a.tif", "b.tif"], [2000, 2010])
    cells = np.zeros((1, 1, 3, 3))
    cells[0, 0, 0, 1] = 5
    with pytest.raises(NothingInCommonError, match="2000 and 2010"):
        check_in_common(cells, [(2000, 2010)])


def test_what_is_said_of_cells_and_classes():
    cells = np.zeros((1, 3, 3, 3), int)
    cells[0, 0] = [[1, 2, 0], [3, 90, 4], [0, 0, 0]]
    cells[0, 1, 0, 1] = 7
    messages = remarks_on_cells(cells, np.array([100, 7, 0]), ["a", "b", "c"], pairs=[(2000, 2010)])
    assert {message.code for message in messages} == {
        "pair-cells",
        "units-nothing-in-common",
        "units-little-in-common",
        "units-without-cells",
    }
    whole = remarks_on_cells(cells[:, :1], np.array([200]), ["all"], pairs=[(2000, 2010)], has_outlines=False)
    assert [message.code for message in whole] == ["pair-cells"]  # half of the raster may lie outside the region
    texts = {message.code: str(message) for message in messages}
    assert "94 cells" in texts["pair-cells"] and "12" in texts["pair-cells"]
    (alone,) = remarks_on_classes(cells, ["cropland", "urban"], [(2000, 2010)])
    assert "Urban land" in str(alone) and "2010 but not in 2000" in str(alone)


def test_classes_in_sentences_are_called_as_everywhere():
    assert {name: class_in_words(name) for name in IN_SENTENCES} == IN_SENTENCES
    assert {entry.class_name for entry in load_legend("clcd").entries} - {""} == set(IN_SENTENCES)
    assert LandClass("urban").text(lambda text: f"<{text}>") == "<Urban land>"
