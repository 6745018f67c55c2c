"""A refused run leaves nothing behind: neither tables nor parameters that QGIS has deleted."""

import gc
from collections import Counter
from pathlib import Path

import pytest
from qgis.core import QgsProcessingAlgorithm, QgsProcessingException, QgsProcessingParameterDefinition
from qgis.PyQt import sip

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


@pytest.fixture
def without_collection():
    """Python's own search for what is not used any more, which comes at any time, is off."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def refusals(write_csv):
    """Runs that are refused, each by another part: a table's cells, a choice, a step of a model."""
    bad = write_csv("bad.csv", unit=["1", "1"], year=[2000, 2000], energy_tce=["x", "4"], ce=["u", "5"])
    keys = {"UNIT_FIELD": "unit", "YEAR_FIELD": "year", "OUTPUT": "TEMPORARY_OUTPUT"}
    of_model = {"UNITS": str(SAMPLE / "units.gpkg"), "LAND_COVER": [str(SAMPLE / "landcover_2000.tif")]}
    return {
        "carbonaccounting": {"STATISTICS": bad, **keys},
        "trendtest": {"INPUT": bad, "FIELDS": ["ce"], **keys},
        "accountsfromlandcover": {**of_model, "STATISTICS": bad, "accounts:Accounts": "TEMPORARY_OUTPUT"},
    }


def living():
    """How many steps whose QGIS part is gone, parameters and runs Python still holds, by type."""
    kinds = (QgsProcessingParameterDefinition, QgsProcessingAlgorithm)
    things = [
        thing
        for thing in gc.get_objects()
        if isinstance(thing, kinds) or type(thing).__name__ in {"Run", "ModelRun", "Panel"}
    ]
    return Counter(
        type(thing).__name__
        for thing in things
        if not isinstance(thing, QgsProcessingAlgorithm) or sip.isdeleted(thing)
    )


def refused(run, name, parameters):
    with pytest.raises(QgsProcessingException, match=r"more than one row|encountered while running"):
        run(name, **parameters)


@pytest.mark.parametrize("name", ["carbonaccounting", "trendtest", "accountsfromlandcover"])
def test_a_refused_run_is_let_go(run, refusals, without_collection, name):
    refused(run, name, refusals[name])  # what is read once and kept, as the steps of a model, is read now
    before = living()
    for _ in range(3):
        refused(run, name, refusals[name])
    assert living() - before == Counter()


def test_after_refused_runs_every_parameter_is_what_it_is(run, provider, refusals, without_collection):
    for _ in range(5):
        for name in ("carbonaccounting", "trendtest"):
            refused(run, name, refusals[name])
        for model in ("carboncompensationzoning", "landchange", "carbonandservices"):
            made = provider.algorithm(model).create()  # its definitions live as long as it does
            for definition in made.parameterDefinitions():
                kind = definition.type().lower().replace("multilayer", "multiplelayers")
                assert type(definition).__name__.lower().endswith(kind)
