"""Numbers as people hand them on, in the steps beside the chain: the right value, or a sentence."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

MEMORY = "TEMPORARY_OUTPUT"
INFINITE = float("inf")
ACCOUNTS = {  # by hand, for fair shares and one price: 900, 100, -500 and 1200 are ce less cs
    "unit": ["1", "2", "3", "4"],
    "year": [2020] * 4,
    "ce": [1000.0, 500.0, 200.0, 1500.0],
    "cs": [100.0, 400.0, 700.0, 300.0],
    "nce": [900.0, 100.0, -500.0, 1200.0],
    "ecc": [1.2, 0.8, 0.6, 1.1],
    "esc": [0.5, 1.1, 2.2, 0.3],
    "gdp": [5000.0, 2000.0, 1800.0, 9000.0],
    "population": [20000.0, 10000.0, 5000.0, 30000.0],
}
OF_ACCOUNTS = {
    "balancezoning": {"ACCOUNTS": "", "UNITS": ""},
    "carboncompensation": {"ACCOUNTS": "", "UNITS": ""},
    "compensationtypes": {"INPUT": "", "UNITS": "", "FIELDS": ["ce", "cs"], "TYPES": 2},
    "carboninequality": {"INPUT": "", "FIELD": "ce"},
}


def table(columns, kind: str = "double", name: str = "book"):
    """A table in memory, its numbers as ``kind``."""
    kinds = {"unit": "string(60)", "year": "integer"}
    layer = QgsVectorLayer("None?" + "&".join(f"field={one}:{kinds.get(one, kind)}" for one in columns), name, "memory")
    for row in zip(*columns.values()):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        assert layer.dataProvider().addFeature(feature)
    return layer


def changed(column: str, value, row: int = 1) -> dict:
    cells = list(ACCOUNTS[column])
    cells[row] = value
    return {**ACCOUNTS, column: cells}


def outcome_of(run, step: str, layer, units):
    given = {key: value or {"UNITS": units}.get(key, layer) for key, value in OF_ACCOUNTS[step].items()}
    return run(step, **given, OUTPUT=MEMORY)


@pytest.mark.parametrize("step", OF_ACCOUNTS)
def test_text_with_commas_gives_the_same_as_numbers(run, squares, step):
    right = outcome_of(run, step, table(ACCOUNTS), squares(4)).frame("OUTPUT")
    numbers = [name for name in ACCOUNTS if name not in ("unit", "year")]
    for write in (lambda cell: f"{cell:.3f}".replace(".", ","), lambda cell: f"{cell:,}", lambda cell: f" {cell} "):
        text = {**ACCOUNTS, **{name: [write(cell) for cell in ACCOUNTS[name]] for name in numbers}}
        found = outcome_of(run, step, table(text, "string(40)"), squares(4)).frame("OUTPUT")
        for name in found.columns:
            if right[name].dtype.kind == "f":
                assert found[name].tolist() == pytest.approx(right[name].tolist(), nan_ok=True, rel=1e-12)
            else:
                assert found[name].tolist() == right[name].tolist()


@pytest.mark.parametrize("step", OF_ACCOUNTS)
@pytest.mark.parametrize("key", ["1\u200b", "1\u00a0", "１", "1.0"])
def test_keys_that_look_alike_are_one_unit(run, squares, step, key):
    right = outcome_of(run, step, table(ACCOUNTS), squares(4)).frame("OUTPUT")
    found = outcome_of(run, step, table(changed("unit", key, 0)), squares(4)).frame("OUTPUT")
    assert found.astype(str).equals(right.astype(str))


@pytest.mark.parametrize("step", OF_ACCOUNTS)
@pytest.mark.parametrize(
    "columns, told",
    [
        (changed("ce", INFINITE), "“ce”.*“?inf”? .2 2020."),
        (changed("ce", -500.0), "-500 .2 2020."),
        (changed("unit", "1"), "more than one row for 1 2020"),
        (changed("unit", None), "“unit” is empty in 1 row .row 2."),
        (changed("year", 20), "year between 1900 and 2100"),
    ],
    ids=["infinite", "below zero", "twice", "no key", "no year"],
)
def test_what_no_account_can_hold_is_refused(run, squares, step, columns, told):
    with pytest.raises(QgsProcessingException, match=told):
        outcome_of(run, step, table(columns), squares(4))


# --- columns of any layer ---------------------------------------------------------------------------------------------


def cells_of(columns: dict, kinds: dict, side: float = 1000.0):
    """Square cells in a row, with columns."""
    fields = "&".join(f"field={name}:{kind}" for name, kind in kinds.items())
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32648&{fields}", "cells", "memory")
    for place, row in enumerate(zip(*columns.values())):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        west = 500_000 + side * place
        ring = f"{west} 0, {west + side} 0, {west + side} {side}, {west} {side}, {west} 0"
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({ring}))"))
        assert layer.dataProvider().addFeature(feature)
    return layer


def test_other_columns_tell_what_a_comma_means(run):
    """“1,250” alone is 1250; beside “0,5” it is 1.25, as in every table."""
    text = {"a": "string(20)", "b": "string(20)"}
    values = ["1,250", "2,500", "3,125", "9,750"]
    for others, factor in ((["0,5", "0,25", "1", "2"], 1.0), (["5", "25", "1", "2"], 1000.0)):
        outcome = run("naturalbreaks", INPUT=cells_of({"a": values, "b": others}, text), FIELD="a", CLASSES=2,
                      OUTPUT=MEMORY)  # fmt: skip
        assert [float(one) for one in outcome["BREAKS_USED"].split(";")] == [3.125 * factor, 9.75 * factor]
        assert any("comma in “a” was read as standing before decimals" in line for line in outcome.log) == (factor == 1)
    with pytest.raises(QgsProcessingException, match="comma in “a” may stand before decimals or between thousands"):
        mixed = {"a": values, "b": ["0,5", "1", "1", "1"], "c": ["0.5", "1.25", "1", "2"]}
        run("naturalbreaks", INPUT=cells_of(mixed, {**text, "c": "string(20)"}), FIELD="a", CLASSES=2, OUTPUT=MEMORY)


def association(run, layer, **more):
    return run("bivariatemoran", INPUT=layer, X_FIELD="a", Y_FIELD="b", OUTPUT=MEMORY, GLOBAL=MEMORY, **more)


@pytest.mark.parametrize("factor", [1e300, 1e-300])
def test_association_of_numbers_of_any_size(run, factor):
    """Standardised numbers know no size; their squares would be none."""
    numbers, kinds = {"a": [1.0, 2, 4, 3, 7], "b": [2.0, 1, 5, 5, 6]}, {"a": "double", "b": "double"}
    right = association(run, cells_of(numbers, kinds)).frame("GLOBAL")
    scaled = {name: [cell * factor for cell in cells] for name, cells in numbers.items()}
    found = association(run, cells_of(scaled, kinds)).frame("GLOBAL")
    for name in ("moran_i", "p_value", "lee_l"):
        assert found[name].tolist() == pytest.approx(right[name].tolist(), rel=1e-12)


def test_years_of_observations_that_are_dates(run):
    columns = {"unit": list("abcde"), "day": [QDate(2020, 1, 1)] * 5, "a": [1.0, 2, 4, 3, 7], "b": [2.0, 1, 5, 5, 6]}
    kinds = {"unit": "string", "day": "date", "a": "double", "b": "double"}
    outcome = association(run, cells_of(columns, kinds), YEAR_FIELD="day")
    assert outcome.frame("GLOBAL")["year"].tolist() == [2020]
    assert any("“day” holds dates; their years were taken" in line for line in outcome.log)


def test_net_emission_of_another_measure_is_told(run, squares):
    """Zones go by nce: one that is not ce less cs is of another account, or in another unit of measure."""
    for column, value, told in (("nce", 900.0 / 1e4, True), ("nce", 900.4, False)):
        outcome = outcome_of(run, "balancezoning", table(changed(column, value, 0)), squares(4))
        assert any("nce is another number than ce less cs in 1 row" in line for line in outcome.warnings) == told


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u200e", "\u00a0"])
def test_signs_that_nobody_sees_change_nothing(run, squares, sign):
    """In headings, numbers, words of the units' layer and tables of settings."""
    right = outcome_of(run, "balancezoning", table(ACCOUNTS), squares(4)).frame("OUTPUT")
    numbers = {f"{name}{sign}" if name != "unit" else name: cells for name, cells in ACCOUNTS.items() if name != "year"}
    text = {name: [f"{sign}{cell}" for cell in cells] for name, cells in numbers.items()}
    layer = table({**text, "year": ACCOUNTS["year"]}, "string(40)")
    found = outcome_of(run, "balancezoning", layer, squares(4)).frame("OUTPUT")
    assert found.astype(str).equals(right.astype(str))
    scenario = {
        f"scenario{sign}": [f"s{sign}"],
        "class": [f"urban{sign}"],
        "low": [f"{sign}10"],
        "kind": [f"area{sign}"],
    }
    limits = table(scenario, "string(40)", "limits")
    moved = {"unit": ["a", "a"], "from_year": ["2000"] * 2, "to_year": ["2010"] * 2, "from_class": ["forest"] * 2}
    moved = table({**moved, "to_class": ["forest", f"urban{sign}"], "area_ha": ["90", "10"]}, "string(40)", "moved")
    demand = run("landusedemand", TRANSITIONS=moved, LIMITS=limits, HORIZON=2020, HOLD_OUT=False, OUTPUT=MEMORY)
    table_of = demand.frame("OUTPUT").set_index(["scenario", "year"])
    assert table_of.loc[("s", 2020), "urban_ha"] == pytest.approx(19)
