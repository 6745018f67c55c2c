"""Values of ecosystem services: the worked case, published studies, properties, and faulty tables."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import InputError, TextInNumbersError
from carbon_plugin.core.options import EDITIONS
from carbon_plugin.core.services.ecosystem_services import (
    ClassNamedAsServiceError,
    NoAreasError,
    Worth,
    value_services,
)
from carbon_plugin.core.services.ecosystems import (
    ClassWithoutEcosystemError,
    SharesNotWholeError,
    UnknownEcosystemError,
    load_ecosystems,
    override_ecosystems,
)
from carbon_plugin.core.services.equivalent_value import (
    NoPriceError,
    PricesOverlapError,
    PriceYearsError,
    TwoValuesError,
    read_prices,
    remarks_on_prices,
)
from carbon_plugin.core.services.equivalents import (
    Equivalents,
    IncompleteEquivalentsError,
    OtherEditionError,
    load_equivalents,
    override_equivalents,
)
from carbon_plugin.core.services.service_value import compute_sensitivity, compute_service_values
from carbon_plugin.core.tables.panel import read_panel

AREAS = {"cropland_ha": 1000.0, "forest_ha": 2000.0, "grassland_ha": 100.0, "water_ha": 150.0, "unused_ha": 10.0}


def panel_of(**columns):
    rows = len(next(iter(columns.values()))) if columns else 1
    base = {"unit": [str(place) for place in range(rows)], "year": [2020] * rows}
    return read_panel(pd.DataFrame({**base, **columns}), "areas")


def valued(panel=None, edition="xie2008", **more):
    panel = panel or panel_of(**{name: [area] for name, area in AREAS.items()})
    return value_services(panel, load_equivalents(edition), load_ecosystems(edition), **more)


def codes(found):
    return {message.code for message in found.notes}


def test_worked():
    found = valued()
    for name, value in {
        "cropland": 3_547_890, "forest": 25_257_384, "grassland": 524_099.7, "water": 3_055_002.75, "unused": 6_242.49,
    }.items():  # fmt: skip
        assert found.panel.numbers(f"esv_{name}")[0] * 1e4 == pytest.approx(value)
    assert found.panel.numbers("esv")[0] * 1e4 == pytest.approx(32_390_618.94)
    forest = found.sensitivity[found.sensitivity["class"] == "forest"]
    assert forest["sensitivity"].tolist() == pytest.approx([0.779775] * 2, abs=5e-7)
    assert forest["change_pct"].tolist() == [50.0, -50.0]
    assert found.panel.numbers("esv_km2")[0] == pytest.approx(3239.061894 / 32.60)
    assert {"equivalent-value-of-edition", "services-robust", "services-in-year"} <= codes(found)


@pytest.mark.parametrize("edition", EDITIONS)
def test_services_and_classes_add_up_and_every_shipped_class_has_an_ecosystem(edition):
    panel = panel_of(**{f"{name}_ha": [10.0, 3.0] for name in load_ecosystems(edition).shares})
    found = valued(panel, edition)
    for names in (found.classes, found.services):
        parts = sum(found.panel.numbers(f"esv_{name}") for name in names)
        assert parts == pytest.approx(found.panel.numbers("esv"))
    assert found.panel.numbers("esv_urban").tolist() == [0.0, 0.0]
    assert "built-up-value" in codes(found) and "ecosystems-assumed" in codes(found)
    assert found.region["esv"].tolist() == pytest.approx([found.panel.numbers("esv").sum()])


def test_value_is_linear_in_area_and_in_the_value_of_one_equivalent():
    random = np.random.default_rng(7)
    areas, equivalents = random.gamma(1, 50, (40, 6)), random.normal(3, 4, (6, 11))
    value = random.gamma(2, 900, 40)
    once = compute_service_values(areas, equivalents, value)
    more = compute_service_values(3.0 * areas, equivalents, value)
    dearer = compute_service_values(areas, equivalents, 2.0 * value)
    other = compute_service_values(areas[::-1], equivalents, value)
    both = compute_service_values(areas + areas[::-1], equivalents, value)
    np.testing.assert_allclose(more.total, 3.0 * once.total)
    np.testing.assert_allclose(dearer.by_service, 2.0 * once.by_service)
    np.testing.assert_allclose(both.by_class, once.by_class + other.by_class)
    np.testing.assert_allclose(once.by_service.sum(axis=1), once.total)
    brute = [sum(areas[0, k] * value[0] * equivalents[k, s] for k in range(6)) / 1e4 for s in range(11)]
    np.testing.assert_allclose(once.by_service[0], brute)


def test_sensitivity_is_the_share_of_the_class_and_sums_to_one():
    random = np.random.default_rng(3)
    by_class = random.normal(5, 4, (20, 5))
    for change in (0.5, -0.5, 0.1):
        _, sensitivity = compute_sensitivity(by_class, change)
        np.testing.assert_allclose(sensitivity, by_class / by_class.sum(axis=1, keepdims=True))
        np.testing.assert_allclose(sensitivity.sum(axis=1), 1.0)
    assert np.isnan(compute_sensitivity(np.array([1.0, -1.0]))[1]).all()


def test_a_class_that_takes_makes_the_total_less_robust():
    own = [{"ecosystem": "built_up", "service": "purification", "equivalent": -20}]
    equivalents = override_equivalents(load_equivalents("xie2008"), own, "own")
    panel = panel_of(forest_ha=[100.0], urban_ha=[60.0])
    found = value_services(panel, equivalents, load_ecosystems("xie2008"), worth=Worth(1000.0))
    assert found.panel.numbers("esv_urban")[0] == pytest.approx(-120.0)
    assert "services-not-robust" in codes(found) and equivalents.overridden == 1


def test_missing_area_is_a_missing_total_not_zero():
    found = valued(panel_of(forest_ha=[1.0, None], water_ha=[2.0, 3.0]))
    assert np.isnan(found.panel.numbers("esv")[1]) and found.panel.numbers("esv_water")[1] > 0
    assert found.region["units_counted"].tolist() == [1]
    assert {"rows-without-service-value", "services-of-few-units"} <= codes(found)


def test_filled_areas_mark_the_total():
    found = valued(panel_of(forest_ha=[1.0, 2.0], filled=["forest_ha", ""]))
    assert found.panel.frame["filled"].tolist() == ["forest_ha;esv", ""]


class TestWorth:
    def test_a_seventh_of_yield_and_price_as_published(self):
        prices = tuple(read_prices([{"yield_kg_ha": 4600.89, "price_kg": 2.28}], "prices"))
        found = valued(worth=Worth(prices=prices, table="prices"))
        assert found.value[0] == pytest.approx(1498.58, abs=0.005)
        assert "equivalent-value" in codes(found)

    def test_by_group_and_year_and_told_when_it_moves(self):
        panel = panel_of(forest_ha=[1.0] * 4, province=["A", "A", "B", "B"])
        panel.frame["unit"], panel.frame["year"] = ["a", "a", "b", "b"], [2000, 2010, 2000, 2010]
        rows = [
            {"yield_kg_ha": 700, "price_kg": 1},
            {"group": "A", "from_year": 2005, "yield_kg_ha": 1400, "price_kg": 1},
        ]
        worth = Worth(prices=tuple(read_prices(rows, "prices")), table="prices")
        found = valued(panel, worth=worth, group_field="province")
        assert found.value.tolist() == [100.0, 200.0, 100.0, 100.0]
        assert "equivalent-value-moves" in codes(found)
        assert "equivalent-value-moves" not in codes(valued(panel, worth=worth))  # without groups: everywhere

    def test_one_number_is_the_default_and_never_moves(self):
        assert valued().value.tolist() == [449.1]
        assert "equivalent-value-own" in codes(valued(worth=Worth(1000.0)))

    @pytest.mark.parametrize(
        ("rows", "error", "said"),
        [
            ([{"yield_kg_ha": 700, "price_kg": 0}], InputError, "above 0"),
            ([{"yield_kg_ha": "much", "price_kg": 1}], TextInNumbersError, "much"),
            ([{"yield_kg_ha": 7, "price_kg": 1, "from_year": 2010, "to_year": 2000}], PriceYearsError, "2010"),
            ([{"yield_kg_ha": 7, "price_kg": 1, "from_year": 2000, "to_year": 2010},
              {"yield_kg_ha": 8, "price_kg": 1, "from_year": 2010, "to_year": 2020}], PricesOverlapError, "row 2"),
        ],
    )  # fmt: skip
    def test_faulty_prices(self, rows, error, said):
        with pytest.raises(error, match=said):
            read_prices(rows, "prices")

    def test_a_year_without_price_and_a_value_given_twice(self):
        prices = tuple(read_prices([{"from_year": 2021, "yield_kg_ha": 7, "price_kg": 1}], "prices"))
        with pytest.raises(NoPriceError, match="2020"):
            valued(worth=Worth(prices=prices, table="prices"))
        with pytest.raises(TwoValuesError, match="1,000"):
            valued(worth=Worth(1000.0, prices, "prices"))


class TestFaults:
    def test_areas(self):
        with pytest.raises(NoAreasError, match="gdp"):
            valued(panel_of(gdp=[1.0]))
        with pytest.raises(ClassWithoutEcosystemError, match="orchard"):
            valued(panel_of(orchard_ha=[1.0]))
        with pytest.raises(ClassNamedAsServiceError, match="soil"):
            own = override_ecosystems(
                load_ecosystems("xie2008"),
                [{"class": "soil", "ecosystem": "desert", "share": 1}],
                "own",
                edition="xie2008",
            )
            value_services(panel_of(soil_ha=[1.0]), load_equivalents("xie2008"), own)

    def test_shares(self):
        shipped = load_ecosystems("xie2015")
        rows = [{"class": "cropland", "ecosystem": name, "share": 0.3} for name in ("paddy", "dry_cropland")]
        with pytest.raises(SharesNotWholeError, match="cropland") as caught:
            override_ecosystems(shipped, rows, "own", edition="xie2015")
        assert "0.6" in str(caught.value)
        with pytest.raises(InputError, match="at most 1"):
            override_ecosystems(
                shipped, [{"class": "water", "ecosystem": "water", "share": 100}], "own", edition="xie2015"
            )
        thirds = [{"class": "forest", "ecosystem": name, "share": 0.333} for name in ("paddy", "steppe", "shrub")]
        found = override_ecosystems(shipped, thirds, "own", edition="xie2015")
        assert sum(found.shares["forest"].values()) == pytest.approx(1.0)
        assert found.own == {"forest"} and "forest" not in found.assumed

    def test_ecosystems_that_are_none(self):
        rows = [{"class": "forest", "ecosystem": "jungle", "share": 1}]
        own = override_ecosystems(load_ecosystems("xie2008"), rows, "own", edition="xie2008")
        with pytest.raises(UnknownEcosystemError, match="jungle"):
            value_services(panel_of(forest_ha=[1.0]), load_equivalents("xie2008"), own)

    def test_editions(self):
        shipped = load_equivalents("xie2008")
        row = {"edition": "xie2015", "ecosystem": "forest", "service": "food", "equivalent": 1}
        with pytest.raises(OtherEditionError, match="xie2015"):
            override_equivalents(shipped, [row], "own")
        with pytest.raises(InputError, match="xie1999"):
            override_equivalents(shipped, [{**row, "edition": "xie1999"}], "own")
        mixed = override_equivalents(shipped, [row, {**row, "edition": "xie2008"}], "own")
        assert mixed.of["forest", "food"] == 1.0
        assert [message.code for message in mixed.notes] == ["other-editions-left-out"]

    def test_an_ecosystem_without_every_service(self):
        rows = [{"ecosystem": "orchard", "service": "food", "equivalent": 1}]
        with pytest.raises(IncompleteEquivalentsError, match=r"orchard.*raw_material"):
            override_equivalents(load_equivalents("xie2008"), rows, "own")


NAMES = {"raw": "raw_material", "waste": "purification", "recreation": "aesthetic"}


def case(shared_data, name):
    """The folder of a published case and its answers."""
    folder = shared_data(f"published/{name}")
    return folder, json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]


def study(coefficients: pd.DataFrame, areas_ha: pd.DataFrame, value: float = 1e4):
    """A study's own coefficients (service x class, currency/ha) and areas (class x year): value 1e4 makes them so."""
    of = {
        (ecosystem, service): float(coefficients.loc[service, ecosystem]) / value
        for ecosystem in coefficients.columns
        for service in coefficients.index
    }
    years = [int("".join(filter(str.isdigit, str(name)))) for name in areas_ha.columns]
    frame = areas_ha.T.add_suffix("_ha").reset_index(drop=True)
    frame.insert(0, "unit", "region")
    frame.insert(1, "year", years)
    rows = [{"class": name, "ecosystem": name, "share": 1} for name in coefficients.columns]
    ecosystems = override_ecosystems(load_ecosystems("xie2008"), rows, "own", edition="xie2008")
    return value_services(read_panel(frame, "areas"), Equivalents("xie2008", of), ecosystems, worth=Worth(value))


def read(folder, name):
    return pd.read_csv(folder / name, index_col=0)


def compare(answers, found_of, least, rounding=0.0):
    """Hold every answer that ``found_of`` knows against what was found; ``least``: how many there must be.

    ``rounding``: what the rounding of inputs can move besides.
    """
    compared = 0
    for answer in answers:
        found = found_of(answer)
        if found is not None:
            assert found == pytest.approx(answer["printed"], abs=answer["tolerance"] * 1.0001 + rounding), answer
            compared += 1
    assert compared >= least, compared


UNITS = {"1e6 yuan": 1e-2, "1e8 yuan": 1e-4, "1e9 yuan": 1e-5}  # of 10^4 yuan


def valued_answer(found):
    """What a run says to an answer on values of classes, of services or in all."""
    by_year = found.panel.frame.set_index("year")

    def of(answer):
        if answer["quantity"] not in ("esv_of_class", "esv_of_service", "total"):
            return None
        year = int(answer.get("year") or answer["key"])
        name = answer.get("class") or answer.get("service") or "total"
        return by_year["esv" if name == "total" else f"esv_{name}"][year] * UNITS[answer["unit"]]

    return of


def test_published_chongqing_with_a_negative_built_up_coefficient(shared_data):
    folder, answers = case(shared_data, "esv_chongqing_negative_builtup_1988_2013")
    coefficients = read(folder, "coefficients_yuan_ha.csv").T.rename(index={"coefficient": "all"})
    found = study(coefficients, read(folder, "areas_ha_derived.csv"))
    by_year, printed = found.panel.frame.set_index("year"), read(folder, "esv_1e6yuan.csv")
    for year in printed.columns:
        for name in printed.index:
            value = by_year.loc[int(year), f"esv_{name}"] * UNITS["1e6 yuan"]
            assert value == pytest.approx(printed.loc[name, year], abs=0.03)
    compare(answers, valued_answer(found), least=4, rounding=0.5e-6 * coefficients.abs().to_numpy().sum())  # whole ha
    assert by_year["esv_urban"].max() < 0 and "services-robust" in codes(found)


def test_published_poyang(shared_data):
    folder, answers = case(shared_data, "esv_poyang_zone_2004_2016")
    coefficients = read(folder, "coefficients_yuan_ha_derived.csv").T.rename(index={"coefficient": "all"})
    found = study(coefficients, read(folder, "areas_1e4ha.csv") * 1e4)
    compare(answers, valued_answer(found), least=28)


@pytest.mark.parametrize(
    ("name", "areas", "factor", "value", "least"),
    [
        ("esv_shenzhen_2002_2010", "areas_ha.csv", 1.0, 13486.2, 27),
        ("esv_tarim_lower_2000_2020", "areas_1000ha.csv", 1000.0, 1881.82, 51),
    ],
)
def test_published_studies_of_the_edition_of_2003(shared_data, name, areas, factor, value, least):
    folder, answers = case(shared_data, name)
    printed, areas_ha = read(folder, "coefficients_yuan_ha.csv"), read(folder, areas) * factor
    found = study(printed, areas_ha.loc[[name for name in areas_ha.index if name in printed.columns]])
    compare(answers, valued_answer(found), least)

    equivalents = read(folder, "equivalents.csv")
    shipped = load_equivalents("xie2003").of
    for column, ecosystem in {"cropland": "cropland", "forest": "forest", "grassland": "grassland"}.items():
        for service, equivalent in equivalents[column].items():
            assert shipped[ecosystem, NAMES.get(service, service)] == equivalent
    coefficients = study(equivalents * value, pd.DataFrame({"2000": dict.fromkeys(equivalents.columns, 1.0)}))
    totals = coefficients.panel.frame.iloc[0]

    def of(answer):
        if answer["quantity"] == "coefficient_total" and answer["class"] in equivalents:
            return totals[f"esv_{answer['class']}"] * 1e4
        if answer["quantity"].startswith("coefficient = D") and answer["class"] in equivalents:
            return value * equivalents.loc[answer["service"], answer["class"]]
        return None

    compare(answers, of, least=40)


def test_published_yinchuan_sensitivity(shared_data):
    folder, answers = case(shared_data, "esv_yinchuan_sensitivity_1980_2018")
    coefficients = read(folder, "coefficients_1e4yuan_km2.csv") * 100.0  # 10^4 yuan/km2 to yuan/ha
    found = study(coefficients, read(folder, "areas_km2_derived.csv") * 100.0)
    compare(answers, valued_answer(found), least=96)
    sensitivity = found.sensitivity.set_index(["year", "class", "change_pct"])["sensitivity"]
    by_year = found.panel.frame.set_index("year")
    for change in (50.0, -50.0):

        def of(answer, change=change):
            if answer["quantity"] == "sensitivity_CS":
                return sensitivity[int(answer["year"]), answer["class"], change]
            if answer["quantity"] == "change_of_class_value":
                first, last = (by_year[f"esv_{answer['class']}"][int(year)] for year in answer["period"].split("-"))
                return 100.0 * (last - first) / first
            return None

        compare(answers, of, least=54)


def test_published_gansu_shares_with_a_negative_service(shared_data):
    folder, answers = case(shared_data, "esv_gansu_cropland_2014")
    printed = read(folder, "esv_yuan.csv")["esv"].astype(float)
    found = study(pd.DataFrame({"cropland": printed}), pd.DataFrame({"2014": {"cropland": 1.0}}))
    row = found.panel.frame.iloc[0]

    def of(answer):
        if answer["quantity"] == "total":
            return row["esv"] * 1e4
        return 100.0 * row[f"esv_{answer['service']}"] / row["esv"]

    compare(answers, of, least=12)
    equivalents, shipped = read(folder, "equivalents.csv"), load_equivalents("xie2015").of
    for column, ecosystem in {"dry": "dry_cropland", "paddy": "paddy", "irrigated": "irrigated_cropland"}.items():
        for service, value in equivalents[column].items():
            assert shipped[ecosystem, NAMES.get(service, service)] == value


@pytest.mark.parametrize(
    "grain, price, code",
    [
        (4600.89, 2.28, ""),
        (333.0, 2.5, "grain-yields-outside-range"),  # kg/mu
        (5.0, 2.5, "grain-yields-outside-range"),  # t/ha
        (50_000.0, 2.5, "grain-yields-outside-range"),  # jin/ha and more
        (5000.0, 2500.0, "equivalent-value-far"),  # currency/t
        (5000.0, 0.00025, "equivalent-value-far"),  # 10^4 currency/kg
        (5000.0, 30.0, ""),  # of another currency
    ],
)
def test_yields_and_prices_in_another_measure_are_told(grain, price, code):
    prices = read_prices([{"yield_kg_ha": grain, "price_kg": price}], "prices")
    assert [message.code for message in remarks_on_prices(prices, "prices", "xie2008")] == [code] * bool(code)
