"""Tables of transitions as people hand them on: what means the same is read so, what would count twice is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import AmbiguousKeysError, InputError, MissingKeysError
from carbon_plugin.core.land_use.base_areas import base_of_panel, base_of_transitions
from carbon_plugin.core.land_use.land_demand import project_land
from carbon_plugin.core.land_use.limits import Limit
from carbon_plugin.core.land_use.transition_rows import DatesNotInOrderError, read_transitions
from carbon_plugin.core.tables.panel import Panel
from carbon_plugin.core.tables.settings import ApartByCaseError, EmptyCellsError, RepeatedRowsError

COLUMNS = ["unit", "from_year", "to_year", "from_class", "to_class", "area_ha"]
ROWS = [
    ("a", 2000, 2010, "cropland", "cropland", 80.0),
    ("a", 2000, 2010, "cropland", "urban", 20.0),
    ("a", 2000, 2010, "urban", "urban", 50.0),
    ("b", 2000, 2010, "cropland", "cropland", 10.0),
    ("b", 2000, 2010, "cropland", "urban", 30.0),
    ("b", 2000, 2010, "urban", "urban", 60.0),
]
OF_2020 = {"a": [64.0, 86.0], "b": [2.5, 97.5]}  # by hand: 80 x .8 and 10 x .25 stay cropland


def table(rows=ROWS) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


def changed(row: int, column: str, value: object) -> pd.DataFrame:
    return table().astype(object).assign(**{column: [*table()[column][:row], value, *table()[column][row + 1 :]]})


def land_of_2020(rows) -> dict[str, list[float]]:
    found = project_land(rows, (2000, 2010), base_of_transitions(rows, (2000, 2010)), horizon=2020).frame
    found = found[found["year"] == 2020]
    return dict(zip(found["unit"], found[["cropland_ha", "urban_ha"]].to_numpy().tolist()))


@pytest.mark.parametrize(
    "frame",
    [
        table(),
        table().astype(str),
        changed(1, "from_class", " cropland\u200b"),
        changed(1, "unit", "a\u200b"),
        changed(0, "to_class", "crop\u00adland"),
        table().assign(from_year="2000年", to_year="2010.0"),
    ],
    ids=["plain", "text", "zero-width in a class", "zero-width in a unit", "soft hyphen", "years as text"],
)
def test_what_means_the_same_is_read_so(frame):
    found = land_of_2020(read_transitions(frame, "moved"))
    assert {unit: pytest.approx(land) for unit, land in OF_2020.items()} == found


@pytest.mark.parametrize(
    "frame, error, told",
    [
        (table([*ROWS, ROWS[0]]), RepeatedRowsError, "row 1.*row 7"),
        (table([*ROWS, ("a\u200b", *ROWS[0][1:])]), RepeatedRowsError, "row 1.*row 7"),
        (changed(1, "from_class", None), EmptyCellsError, "“from_class” is empty in row 2"),
        (changed(2, "to_class", "Urban"), ApartByCaseError, "“urban”, “Urban”"),
        (changed(3, "unit", None), MissingKeysError, "row 4"),
        (table([*ROWS, ("01", *ROWS[0][1:]), ("1", *ROWS[0][1:])]), AmbiguousKeysError, "01 / 1"),
        (table().assign(from_year=2010, to_year=2000), DatesNotInOrderError, "“2010–2000” .row 1."),
        (table().assign(from_year=2010), DatesNotInOrderError, "“2010–2010” .row 1."),
    ],
)
def test_what_cannot_be_told_is_refused(frame, error, told):
    with pytest.raises(error, match=told):
        read_transitions(frame, "moved")


def test_all_faults_of_a_table_at_once():
    wrong = changed(0, "area_ha", "much").assign(unit=["", *table()["unit"][1:]], from_year=2010)
    with pytest.raises(InputError) as error:
        read_transitions(wrong, "moved")
    codes = {message.code for message in error.value.messages}
    assert codes == {"missing-keys", "dates-not-in-order", "text-in-numbers"}


def test_a_total_among_the_units_is_told():
    sums = table().groupby(["from_year", "to_year", "from_class", "to_class"], as_index=False)["area_ha"].sum()
    rows = read_transitions(pd.concat([table(), sums.assign(unit="all")], ignore_index=True), "moved")
    assert [note.code for note in rows.notes] == ["totals-among-units"]
    assert not read_transitions(table(), "moved").notes


def test_units_without_areas_in_the_base_year_are_named():
    rows = read_transitions(table(), "moved")
    areas = {"unit": ["a", "b"], "year": [2012, 2010], "cropland_ha": [75.0, 10.0], "urban_ha": [75.0, 90.0]}
    base = base_of_panel(Panel(pd.DataFrame(areas), "areas"), None, rows)
    assert base.units == ["a"]
    assert [note.text() for note in base.notes] == ["1 unit has no areas of 2012 in “areas” and no projection: b."]


def test_a_limit_in_hectares_of_a_class_without_land_limits_nothing():
    rows = read_transitions(table([("a", 2000, 2010, "forest", "forest", 90.0), ROWS[0], ROWS[1]]), "moved")
    areas = pd.DataFrame(
        {"unit": ["a"], "year": [2010], "forest_ha": [90.0], "cropland_ha": [100.0], "urban_ha": [0.0]}
    )
    base = base_of_panel(Panel(areas, "areas"), None, rows)
    capped = Limit("capped", "urban", None, None, 500.0, "area")
    found = project_land(rows, (2000, 2010), base, horizon=2020, limits=[capped])
    land = found.frame[found.frame["year"] == 2020].set_index("scenario")
    assert land["urban_ha"].tolist() == pytest.approx([20.0, 20.0])
    assert any("Limits of Urban land have no effect" in note.text() for note in found.notes)


def test_percentages_that_look_like_shares_of_one_are_told():
    rows = read_transitions(table(), "moved")
    limits = [Limit("low", "cropland", None, 0.95, None, "share"), Limit("low", "urban", None, None, 120.0, "share")]
    base = base_of_transitions(rows, (2000, 2010))
    found = project_land(rows, (2000, 2010), base, horizon=2020, limits=limits)
    (told,) = [note.text() for note in found.notes if note.code == "percent-like-shares"]
    assert "0.95 (low cropland)" in told and "urban" not in told and np.isfinite(found.frame["urban_ha"]).all()
