"""The editions of equivalents: their printed sums, what is published with them, no row twice."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from carbon_plugin.core.choices import NotAChoiceError
from carbon_plugin.core.options import EDITIONS
from carbon_plugin.core.services.equivalents import equivalent_rows

SUMS = {  # as printed, by ecosystem
    "xie2003": {"forest": 21.85, "grassland": 7.24, "cropland": 6.91, "water": 45.97, "desert": 0.42},
    "xie2008": {
        "forest": 28.12, "grassland": 11.67, "cropland": 7.90, "wetland": 54.77, "water": 45.35, "desert": 1.39,
    },
    "xie2015": {
        "dry_cropland": 4.01, "paddy": 3.89, "coniferous_forest": 17.53, "mixed_forest": 23.09,
        "broadleaved_forest": 22.95, "shrub": 15.22, "steppe": 5.07, "shrub_grass": 19.69, "meadow": 11.43,
        "wetland": 52.02, "desert": 1.10, "bare": 0.20, "water": 125.61, "ice": 10.27,
    },
}  # fmt: skip
ADDED = ("built_up", "irrigated_cropland")  # not of the edition: an assumption, and others' own
SERVICES = {"xie2003": 9, "xie2008": 9, "xie2015": 11}


def table(edition: str) -> pd.DataFrame:
    return pd.DataFrame(equivalent_rows(edition)).pivot(index="service", columns="ecosystem", values="equivalent")


@pytest.mark.parametrize("edition", EDITIONS)
def test_sums_are_the_printed_ones(edition):
    sums = table(edition).sum().round(4).drop(list(ADDED), errors="ignore").to_dict()
    assert sums == pytest.approx(SUMS[edition], abs=0.0051)
    assert (table(edition)["built_up"] == 0).all()


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_ecosystem_has_every_service_once_and_a_source(edition):
    rows = pd.DataFrame(equivalent_rows(edition))
    assert not rows.duplicated(["ecosystem", "service"]).any() and (rows["source"] != "").all()
    printed = rows[~rows["ecosystem"].isin(ADDED)]
    assert printed["source"].str.contains("Xie et al. ").all()
    assert len(printed) == SERVICES[edition] * len(SUMS[edition]) and table(edition).notna().all().all()
    assert table(edition).loc["food"].max() >= 0.5


def test_published_coefficients_are_equivalents_times_one_value(shared_data):
    folder = shared_data("published/esv_coefficients_xie2008_dezhou")
    answers = json.loads((folder / "expected.json").read_text(encoding="utf-8"))["answers"]
    ours, names = table("xie2008"), {"raw": "raw_material", "waste": "purification"}
    compared = 0
    for answer in answers:
        service = names.get(answer.get("service"), answer.get("service"))  # others are sums
        if service in ours.index:
            found = 3990 * ours.loc[service, answer["class"]]
            assert found == pytest.approx(answer["printed"], abs=answer["tolerance"]), answer
            compared += 1
    assert compared >= 53


def test_worked():
    """1000 ha cropland, 2000 forest, 100 grassland, 150 water, 10 unused, 449.1 CNY/ha."""
    areas = pd.Series({"cropland": 1000, "forest": 2000, "grassland": 100, "water": 150, "desert": 10})
    assert float((table("xie2008").sum() * areas * 449.1).sum()) == pytest.approx(32_390_618.94, abs=0.01)


def test_an_edition_that_is_none():
    with pytest.raises(NotAChoiceError, match="xie2008"):
        equivalent_rows("xie2020")
