"""What dialogs begin with: land-use polygons are no units, and a step takes the result that it reads."""

import pytest
from qgis.core import QgsVectorLayer

from carbon_plugin.core.resources import read_rows
from carbon_plugin.desktop.proposals import find_proposals, is_for
from carbon_plugin.desktop.result_proposals import find_number_field, find_results


@pytest.fixture
def layers():
    def layer(name, *fields):
        return QgsVectorLayer(
            "Polygon?crs=EPSG:4490" + "".join(f"&field={one}:string" for one in fields), name, "memory"
        )

    return [
        layer("dltb 2019", "DLBM", "DLMC"),
        layer("counties", "unit", "name"),
        layer("dltb 2009", "DLBM"),
        layer("dltb", "DLBM"),
    ]


@pytest.mark.parametrize("active", range(4))
def test_land_use_polygons_are_no_units(layers, active):
    values = find_proposals(layers, layers[active]).values
    assert values["UNITS"] == layers[1].id()
    assert values["LAND_USE"] == [layers[2].id(), layers[0].id()]  # by their years; one without is not proposed


def test_without_land_use_nothing_is_proposed_for_it(layers):
    assert "LAND_USE" not in find_proposals(layers[1:2]).values


def table(name, *fields, kind="NoGeometry"):
    return QgsVectorLayer(f"{kind}?" + "&".join(f"field={one}:double" for one in fields), name, "memory")


@pytest.fixture
def results():
    """What the chain leaves in a project, the ridge trace loaded last."""
    return {
        "trace": table("trace", "k", "beta_P", "vif_P", "r2"),
        "areas": table("areas", "unit", "year", "forest_ha", "total_ha", "coverage_pct"),
        "accounts": table("accounts", "unit", "year", "total_ha", "cli", "ce", "cs", "nce"),
        "map": table("map", "unit", "year", "ce", "cs", "nce", kind="Polygon"),
        "coefficients": table("coefficients", "variable", "b", "beta"),
        "projection": table("projection", "unit", "year", "scenario", "ce", "cs", "nce"),
        "zones": table("zones", "unit", "total", "zone", "zone_key", kind="Polygon"),
        "intensity": table("intensity", "unit", "year", "total_ha", "cli"),
        "trends": table("trends", "unit", "ce_score", "ce_trend", kind="Polygon"),
        "potential": table("potential", "unit", "cep"),
    }


@pytest.mark.parametrize(("step", "expected"), [
    ("stirpatscenario", {"INPUT": "accounts", "COEFFICIENTS": "coefficients"}),
    ("stirpatfit", {"INPUT": "accounts"}),
    ("landuseintensity", {"INPUT": "areas"}),
    ("zoneconfidence", {
        "ACCOUNTS": "accounts", "ZONES": "zones", "INTENSITY": "intensity", "POTENTIAL": "potential",
    }),
    ("zoningoverlay", {"TRENDS": "trends", "INTENSITY": "intensity", "POTENTIAL": "potential"}),
    ("carbonaccounting", {"AREAS": "areas"}),
    ("exportzonemap", {"ZONES": "zones"}),
    ("landuseareas", {}),
])  # fmt: skip
def test_a_step_takes_the_result_that_it_reads(results, step, expected):
    found = find_results(results.values(), step)
    assert found == {parameter: results[name].id() for parameter, name in expected.items()}


def test_the_number_of_a_row_is_no_measure():
    assert find_number_field(table("accounts", "fid", "unit", "year", "nce", "ce")) == "nce"
    assert find_number_field(table("keys", "fid", "id")) == "" and find_number_field(None) == ""


def test_every_proposal_is_for_a_parameter_that_must_be_given_or_without_which_a_step_counts_less(provider):
    counts = {"AREAS", "TRENDS", "POTENTIAL", "INTENSITY"}  # without them a sink, or indices of the total, are left out
    for row in read_rows("proposals.csv"):
        definition = provider.algorithm(row["step"]).parameterDefinition(row["parameter"])
        assert definition is not None, row
        assert row["parameter"] in counts or not definition.flags() & definition.Flag.FlagOptional, row


@pytest.mark.parametrize(("step", "layer", "expected"), [
    ("carbonaccounting", "UNITS", True),  # it draws a map
    ("landuseellipse", "UNITS", False),  # it leaves out what lies elsewhere
    ("landuseareas", "UNITS", True),  # it must be given
    ("checkinputs", "STATISTICS", True),
    ("checkinputs", "LAND_COVER", True),
])  # fmt: skip
def test_a_layer_that_may_be_left_out_is_proposed_where_it_makes_more_of_a_step(provider, step, layer, expected):
    definition = provider.algorithm(step).parameterDefinition(layer)
    assert is_for(definition, step, {"UNITS_ID_FIELD": "unit"}) is expected
    strangers = expected and (layer != "UNITS" or step == "landuseareas")  # of whose key nothing is known
    assert is_for(definition, step, {}) is strangers
