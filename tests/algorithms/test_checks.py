"""What can be known before a run is told in the dialog, all at once, and again where a run begins without a dialog."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject


@pytest.fixture
def look(provider):
    """What the dialog says of parameters, one line a fault; no line where all is well."""

    def look(name: str, **parameters) -> list[str]:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        accepted, text = provider.algorithm(name).create().checkParameterValues(parameters, context)
        assert accepted != bool(text)
        return text.splitlines()

    return look


@pytest.fixture
def accounts(write_csv):
    return write_csv("accounts.csv", unit=["1"], year=[2020], ce=[5])


@pytest.fixture
def coefficients(write_csv):
    return write_csv("coefficients.csv", variable=["P"], b=[1])


def test_all_faults_of_a_scenario_at_once(look, accounts, coefficients, tmp_path):
    lines = look(
        "stirpatscenario", INPUT=accounts, COEFFICIENTS=coefficients, SCENARIOS=str(tmp_path / "none.csv"),
        GROUP_FIELD="province", BASE_YEAR=2030, HORIZON=2030, SINK=2, PROJECTION=str(tmp_path / "no" / "p.gpkg"),
    )  # fmt: skip
    expected = [
        "“Scenarios of your own”: “",
        "“Group of a unit”: “accounts” has no column “province”. Its columns are: unit, year, ce.",
        f"“{tmp_path / 'no' / 'p.gpkg'}” could not be written: the folder does not exist",
        "“Horizon (year)” is 2030, but must come after “Base year”, which is 2030.",
        "“Carbon sink after the base year” is “From a table of your own”, but",
    ]
    assert len(lines) == len(expected)
    assert all(line.startswith(start) for line, start in zip(lines, expected)), lines


def test_a_sound_scenario_passes(look, accounts, coefficients):
    given = {"INPUT": accounts, "COEFFICIENTS": coefficients, "PROJECTION": "TEMPORARY_OUTPUT"}
    assert look("stirpatscenario", **given, BASE_YEAR=2020, HORIZON=2021) == []
    assert look("stirpatscenario", **given, SINK=2, SINK_TABLE=accounts) == []


@pytest.mark.parametrize(("method", "values", "fault"), [
    (3, "", "but “Fixed breaks” is empty"), (3, "16;x;36", "The break values “16;x;36” cannot be used"),
    (3, "16;24;28;36", ""), (0, "", ""), (0, "16;x;36", ""),
])  # fmt: skip
def test_fixed_breaks(look, squares, method, values, fault):
    lines = look("zoningoverlay", UNITS=squares(), BREAKS=method, BREAK_VALUES=values, OUTPUT="TEMPORARY_OUTPUT")
    assert len(lines) == bool(fault) and all(fault in line for line in lines)


def test_breaks_of_classes_that_cannot_be_read(look, accounts):
    given = {"INPUT": accounts, "FIELD": "ce", "OUTPUT": "TEMPORARY_OUTPUT"}
    (line,) = look("naturalbreaks", **given, BREAK_VALUES="1;many")
    assert "The breaks “1;many” cannot be read" in line
    assert look("naturalbreaks", **given, BREAK_VALUES="1;2") == []


def test_years_that_do_not_fit_the_rasters(look, sample_rasters, squares):
    given = {"UNITS": squares(), "LAND_COVER": sample_rasters, "OUTPUT": "TEMPORARY_OUTPUT"}
    (line,) = look("landuseareas", **given, YEARS="2000")
    assert "1 years are given" in line or "1 year is given" in line
    assert look("landuseareas", **given) == []


@pytest.fixture
def sample_rasters():
    from pathlib import Path

    folder = Path(__file__).resolve().parents[2] / "resources" / "sample"
    return [str(folder / f"landcover_{year}.tif") for year in (2000, 2005)]


def test_a_missing_raster_is_named_and_its_year_is_not_asked_for(look, sample_rasters, squares):
    given = {"UNITS": squares(), "YEARS": "2000", "OUTPUT": "TEMPORARY_OUTPUT"}
    (line,) = look("landuseareas", **given, LAND_COVER=[*sample_rasters, "lost.tif"])
    assert line.startswith("“Land-cover rasters”: “lost.tif” cannot be opened.")
    (line,) = look("landuseareas", **given, LAND_COVER="lost.tif")
    assert line.startswith("“Land-cover rasters”: “lost.tif” cannot be opened.")


def test_what_is_needed_and_not_given(look):
    lines = look("stirpatscenario")
    assert [line for line in lines if "is empty, but needed" in line] == [
        "“Carbon accounts by unit and year” is empty, but needed. Choose something for it.",
        "“Coefficients” is empty, but needed. Choose something for it.",
    ]


def test_a_model_says_what_its_steps_would(look, sample_rasters, squares, accounts):
    lines = look(
        "carbonneutralzoning", UNITS=squares(), LAND_COVER=[*sample_rasters, "lost.tif"], STATISTICS=accounts,
        UNIT_FIELD="county", BREAKS=3, BREAK_VALUES="",
    )  # fmt: skip
    assert any("“lost.tif” cannot be opened" in line for line in lines)
    assert any("has no column “county”" in line for line in lines)
    assert sum("“Fixed breaks”" in line for line in lines) == 1 and len(lines) == 3


def test_a_sound_model_passes(look, sample_rasters, squares, accounts):
    outputs = {name: "TEMPORARY_OUTPUT" for name in ("zones:Zones", "report:Report", "accounts:Accounts")}
    given = {"UNITS": squares(), "LAND_COVER": sample_rasters, "STATISTICS": accounts}
    assert look("carbonneutralzoning", **given, **outputs) == []


def test_the_same_sentences_where_a_run_begins_without_a_dialog(provider, accounts, coefficients, look):
    """As inside a model, which asks no step's dialog."""
    parameters = {"INPUT": accounts, "COEFFICIENTS": coefficients, "BASE_YEAR": 2030, "HORIZON": 2030, "SINK": 2}
    algorithm, context = provider.algorithm("stirpatscenario").create(), QgsProcessingContext()
    with pytest.raises(QgsProcessingException) as caught:
        algorithm.processAlgorithm(parameters, context, QgsProcessingFeedback(False))
    assert str(caught.value).splitlines() == look("stirpatscenario", **parameters)


def test_every_check_of_every_step_is_listed(provider):
    """A step that lists a check of a parameter has that parameter."""
    for algorithm in provider.algorithms():
        for check in getattr(algorithm, "checks", list)():
            named = [getattr(check, key, None) for key in ("name", "other", "choice")]
            named += [*getattr(check, "layers", ()), *getattr(check, "names", ())]
            assert all(algorithm.parameterDefinition(name) for name in named if name), algorithm.name()
