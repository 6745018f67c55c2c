"""The shipped chains: every step and link is there, each runs its set of settings, and they make sense of regions."""

import re
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsVectorLayer,
)

from carbon_plugin.core import options
from carbon_plugin.core.choices import Choices
from carbon_plugin.core.study.setting_sets import set_settings
from carbon_plugin.core.tables.panel import read_panel
from carbon_plugin.core.zoning.zone_measures import compute_zone_measures
from carbon_plugin.core.zoning.zone_sentences import strategy

YEARS = (2000, 2005, 2010, 2015, 2020)
SINK_ZONES = [1, 2, 3, 4]
MAPBIOMAS, REVISED = 3, 1
CHAIN = [  # child: algorithm
    ("check", "checkinputs"),
    ("areas", "landuseareas"),
    ("intensity", "landuseintensity"),
    ("accounts", "carbonaccounting"),
    ("trends", "trendtest"),
    ("fit", "stirpatfit"),
    ("scenarios", "stirpatscenario"),
    ("zones", "zoningoverlay"),
    ("report", "zoningreport"),
]
SETS = {"carbonneutralzoning": "recommended", "qinbazoning": "study"}
LINKS = {  # what the report is made of
    "ZONES": ("zones", "OUTPUT"),
    "ACCOUNTS": ("accounts", "OUTPUT"),
    "REGION": ("accounts", "REGION"),
    "USED": ("accounts", "USED"),
    "TRENDS": ("trends", "OUTPUT"),
    "FIT": ("fit", "COEFFICIENTS"),
    "TRACE": ("fit", "TRACE"),
    "PROJECTION": ("scenarios", "PROJECTION"),
    "POTENTIAL": ("scenarios", "POTENTIAL"),
}


@pytest.fixture(scope="module", params=SETS)
def model(provider, request):
    return provider.algorithm(request.param).create()


@pytest.fixture(params=[child for child, _ in CHAIN])
def child(request, model):
    return model.childAlgorithms()[request.param]


# --- the drawing -----------------------------------------------------------------------------------------------------


def test_the_steps(model):
    children = model.childAlgorithms()
    assert {name: one.algorithmId() for name, one in children.items()} == {
        name: f"carbonzoning:{algorithm}" for name, algorithm in CHAIN
    }
    assert model.validate() == (True, [])


def test_every_parameter_of_a_step_is_there_and_has_a_value(model, child):
    algorithm = QgsApplication.processingRegistry().algorithmById(child.algorithmId())
    definitions = {one.name(): one for one in algorithm.parameterDefinitions()}
    assert set(child.parameterSources()) <= set(definitions)
    for name, definition in definitions.items():
        if definition.isDestination():
            continue
        sources = child.parameterSources().get(name, [])
        optional = bool(definition.flags() & definition.Flag.FlagOptional)
        assert sources or optional, f"{name} of {child.childId()} has no value"


def test_every_link_of_a_step_leads_somewhere(model, child):
    inputs = {one.name(): one for one in model.parameterDefinitions()}
    algorithm = QgsApplication.processingRegistry().algorithmById(child.algorithmId())
    for name, sources in child.parameterSources().items():
        wanted = algorithm.parameterDefinition(name)
        for source in sources:
            if source.parameterName():
                given = inputs[source.parameterName()]
                assert given.type() == wanted.type(), name
                if wanted.type() == "enum":
                    assert given.options() == wanted.options(), name
            elif source.outputChildId():
                other = model.childAlgorithms()[source.outputChildId()]
                registered = QgsApplication.processingRegistry().algorithmById(other.algorithmId())
                assert registered.outputDefinition(source.outputName()), name
            elif source.expression():
                (used,) = re.findall(r"@([A-Z_]+)", source.expression())
                assert used in inputs
    valid, problems = model.validateChildAlgorithm(child.childId())
    assert valid, problems


def test_every_input_is_used(model):
    used = {
        name
        for one in model.childAlgorithms().values()
        for sources in one.parameterSources().values()
        for source in sources
        for name in [source.parameterName(), *re.findall(r"@([A-Z_]+)", source.expression())]
    }
    inputs = {one.name() for one in model.parameterDefinitions() if not one.isDestination()}
    assert inputs == used - {""}


def test_the_report_gets_every_table(model):
    sources = model.childAlgorithms()["report"].parameterSources()
    for name, (step, output) in LINKS.items():
        (source,) = sources[name]
        assert (source.outputChildId(), source.outputName()) == (step, output)
    notes = [(source.outputChildId(), source.outputName()) for source in sources["NOTES"]]
    assert notes == [(step, "NOTES") for step, _ in CHAIN if step not in ("check", "report")]


def test_a_planner_needs_four_inputs(model):
    asked = [
        one.name()
        for one in model.parameterDefinitions()
        if not one.isDestination() and not one.flags() & one.Flag.FlagAdvanced
    ]
    assert asked == ["UNITS", "UNITS_ID_FIELD", "UNITS_NAME_FIELD", "LAND_COVER", "LEGEND", "STATISTICS"]
    needed = [
        one.name()
        for one in model.parameterDefinitions()
        if not one.isDestination() and not one.flags() & one.Flag.FlagOptional and one.defaultValue() is None
    ]
    assert needed == ["UNITS", "LAND_COVER", "STATISTICS"]


SETTINGS = set_settings()


def value_in_force(model, step: str, name: str):
    """What the step gets where a script gives the model nothing for it."""
    children = model.childAlgorithms()  # kept, since its members live no longer than it
    child = next(one for one in children.values() if one.algorithmId() == f"carbonzoning:{step}")
    own = QgsApplication.processingRegistry().algorithmById(child.algorithmId()).parameterDefinition(name)
    sources = child.parameterSources()
    (source,) = sources.get(name, [None])
    if source is None:
        return own.defaultValue()
    if source.expression():
        scope, context = QgsExpressionContextScope(), QgsExpressionContext()
        scope.setVariable(name, None)
        context.appendScope(scope)
        value = QgsExpression(source.expression()).evaluate(context)
        assert value == model.parameterDefinition(name).defaultValue()
        return value
    if source.parameterName():
        assert model.parameterDefinition(name).defaultValue() == own.defaultValue()
        return own.defaultValue()
    return source.staticValue()


def written(definition, value) -> str:
    """A value of a parameter as resources/models/settings.csv writes it."""
    if definition.type() == "enum":
        if definition.allowMultiple():
            return " ".join(definition.options()[number].split(":")[0] for number in value)
        every = [one for one in vars(options).values() if isinstance(one, Choices)]
        return next(one.keys[value] for one in every if list(one.labels) == definition.options())
    if definition.type() == "boolean":
        return "yes" if value else "no"
    return "" if value is None else f"{float(value):g}"


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.parameter)
def test_each_runs_its_set_also_where_a_script_gives_nothing(model, one):
    """METHODS' table, row by row."""
    algorithm = QgsApplication.processingRegistry().algorithmById(f"carbonzoning:{one.step}")
    value = value_in_force(model, one.step, one.parameter)
    expected = one.value(SETS[model.name()])
    assert written(algorithm.parameterDefinition(one.parameter), value) == expected


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.parameter)
def test_a_step_by_itself_runs_what_is_recommended(provider, one):
    definition = provider.algorithm(one.step).parameterDefinition(one.parameter)
    assert written(definition, definition.defaultValue()) == one.recommended


def test_both_have_the_same_inputs_and_outputs(provider):
    first, second = (provider.algorithm(slug).create() for slug in SETS)
    for list_of in ("parameterDefinitions", "outputDefinitions"):
        assert [one.name() for one in getattr(first, list_of)()] == [one.name() for one in getattr(second, list_of)()]


def test_groups_and_comments_for_who_opens_it(model):
    assert len(model.groupBoxes()) == 5
    assert all(one.comment().description() for one in model.childAlgorithms().values())


# --- the sample region -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample():
    folder = Path(__file__).resolve().parents[2] / "resources" / "sample"
    return {
        "UNITS": str(folder / "units.gpkg"),
        "UNITS_NAME_FIELD": "name",
        "LAND_COVER": [str(folder / f"landcover_{year}.tif") for year in YEARS],
        "STATISTICS": str(folder / "statistics.csv"),
    }


@pytest.fixture
def run_chain(run, tmp_path):
    """A function: run the chain and give (zones, accounts, report, outcome)."""

    def run_one(**parameters):
        paths = {
            "zones:Zones": tmp_path / "zones.gpkg",
            "accounts:Accounts": tmp_path / "accounts.gpkg",
            "report:Report": tmp_path / "report.html",
        }
        outcome = run("carbonneutralzoning", **parameters, **{name: str(path) for name, path in paths.items()})
        zones, accounts = (outcome.frame(name) for name in ("zones:Zones", "accounts:Accounts"))
        return zones, accounts, paths["report:Report"].read_text(encoding="utf-8"), outcome

    return run_one


def check_styles(folder, files=1):
    """Each of the GeoPackages in a folder, ``files`` at least, holds its style."""
    paths = list(folder.glob("*.gpkg"))
    for path in paths:
        count, _, names, *_ = QgsVectorLayer(str(path), "result", "ogr").listStylesInDatabase()
        assert count >= 1 and names
    assert len(paths) >= files


@pytest.mark.slow
def test_the_zones_of_the_sample_make_sense(run_chain, sample, check_sentences, tmp_path):
    """Mountains at one end, industrial towns at the other; and what is said of them is true."""
    zones, accounts, page, _ = run_chain(**sample)
    check_styles(tmp_path, files=2)
    assert len(zones) == 81 and set(zones["unit"][zones["zone"].isna()]) == {"900307", "900908"}
    assert (zones.groupby("zone").size() >= 5).all() and zones["zone"].nunique() == 5
    assert set(zones["score_cep"].dropna()) == {1, 2, 3, 4, 5}  # every class of the potential is met
    assert (zones.groupby("zone")["total"].mean().diff().dropna() < -3).all()
    last = zones[["unit", "zone"]].merge(accounts[accounts["year"] == 2020], on="unit")
    sums, net = last.groupby("zone").sum(numeric_only=True), last.groupby("zone")["nce"].sum()
    assert (net[SINK_ZONES] < 0).all() and net[5] > 0
    emission_by_land = sums["ce"] / sums["total_ha"]
    assert emission_by_land.idxmax() == 5 and emission_by_land[5] > 5 * emission_by_land[1]
    industry = sums["gdp_secondary"] / sums["gdp"]
    urban = sums["urban_population"] / sums["population"]
    forest = sums["forest_ha"] / sums["total_ha"]
    assert industry.idxmax() == 5 and urban[5] > urban[1]
    assert forest[1] > forest[3] and urban.idxmin() == 1
    assert page.count("<svg view") == 12
    (absent,) = re.findall("Not given[^:]*: ([^<]*)<", page)  # a step of its own makes these
    assert absent == "How sure the zones are, by unit, Shares that change zone under other choices."
    with_zone = zones[zones["zone"].notna()].astype({"zone": int})
    measures = compute_zone_measures(with_zone, read_panel(accounts.drop(columns="fid", errors="ignore"), "accounts"))
    near = {zone: found["near_pct"] for zone, found in measures.items()}
    said = {zone: strategy(zone, found) for zone, found in measures.items()}
    assert len(check_sentences(with_zone, accounts, said, near)) > 15


@pytest.mark.slow
@pytest.mark.parametrize("zones", ["zones.gpkg", "TEMPORARY_OUTPUT"])
def test_only_what_somebody_sees_is_styled(run, provider, sample, tmp_path, monkeypatch, zones):
    """Of tables that go from step to step nothing is; a temporary result may be any of them, so that all are then."""
    step = type(provider.algorithm("trendtest"))
    base = sys.modules[next(one for one in step.__mro__ if one.__name__ == "CarbonZoningAlgorithm").__module__]
    styled, store = [], base.store_style
    monkeypatch.setattr(
        base, "store_style", lambda layer, *context: (styled.append(layer.destination), store(layer, *context))[1]
    )
    if zones.endswith(".gpkg"):  # the zones alone may be asked for
        path = str(tmp_path / zones)
        outcome = run("carbonneutralzoning", **sample, **{"zones:Zones": path})
        assert set(outcome.results) & {"zones:Zones", "accounts:Accounts", "report:Report"} == {"zones:Zones"}
        assert QgsVectorLayer(path, "zones", "ogr").featureCount() == 81
        assert [Path(source.split("|")[0]).name for source in styled] == ["zones.gpkg"]
    else:
        kept = {"zones:Zones": zones, "accounts:Accounts": str(tmp_path / "accounts.gpkg")}
        run("carbonneutralzoning", **sample, **kept)
        assert len(styled) > 10
    check_styles(tmp_path)


@pytest.mark.slow
def test_statistics_without_energy_and_towns(run_chain, sample, tmp_path):
    """The chain goes on with the drivers there are, and the report says so."""
    table = pd.read_csv(sample["STATISTICS"], dtype={"unit": str})
    fuels = [
        name for name in table.columns if name.endswith(("coal_t", "coke_t", "oil_t", "line_t", "diesel_t", "lpg_t"))
    ]
    fuels += ["natural_gas_1000m3", "electricity_mwh", "heat_gj", "urban_population"]
    path = tmp_path / "statistics.csv"
    table.drop(columns=fuels).to_csv(path, index=False)
    zones, _, page, outcome = run_chain(**{**sample, "STATISTICS": str(path)})
    assert set(zones["unit"][zones["zone"].isna()]) == {"900908"}
    told = " ".join(outcome.warnings)
    assert "TI, UR cannot be computed, since there is no column “energy_tce”, “urban_population”" in told
    for name, column in (("TI", "energy_tce"), ("UR", "urban_population")):
        assert f"{name} is not among the drivers of emission, since the tables have no column {column}" in page


@pytest.mark.slow
def test_sinks_that_follow_the_land(run, run_chain, sample, tmp_path):
    """Transitions, demand, and the chain with it: forest that grows, or shrinks, moves the sink of its scenario."""
    transitions, demand = str(tmp_path / "transitions.csv"), str(tmp_path / "demand.csv")
    rasters = sample["LAND_COVER"][-2:]
    run("landusetransition", UNITS=sample["UNITS"], LAND_COVER=rasters, OUTPUT=transitions)
    limits = sample["UNITS"].replace("sample/units.gpkg", "land_demand/limits.csv")
    run("landusedemand", TRANSITIONS=transitions, LIMITS=limits, OUTPUT=demand)
    _, _, page, outcome = run_chain(**sample, SINK=3, LAND_DEMAND=demand)
    (chapter,) = re.findall("The sink under each land scenario</h2>.*?</table>", page, re.DOTALL)
    assert "Carbon sink of forest" in chapter and "2060, Low carbon" in chapter and "2060, High carbon" in chapter
    assert not any("check that profile and coefficients are those of the accounts" in line for line in outcome.warnings)


@pytest.mark.slow
def test_names_that_hold_html_in_chinese(run_chain, sample, tmp_path):
    path = tmp_path / "units.gpkg"
    shutil.copy(sample["UNITS"], path)
    layer = QgsVectorLayer(str(path), "units", "ogr")
    layer.dataProvider().changeAttributeValues(
        {
            feature.id(): {layer.fields().indexFromName("name"): f"<b>{feature['name_zh']}</b>$&"}
            for feature in layer.getFeatures()
        }
    )
    del layer
    zones, _, page, _ = run_chain(**{**sample, "UNITS": str(path)}, LANGUAGE=1)
    assert zones["name"].str.startswith("<b>").all()
    assert "<b>宁" not in page and "&lt;b&gt;" in page and '<html lang="zh">' in page
    assert "<script" not in page and not re.search(r"""(src|href)=["'](?!#)""", page)


# --- a real region ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def mato_grosso_do_sul(shared_data, tmp_path_factory):
    folder = shared_data("brazil_ms")
    table = pd.read_csv(folder / "panel_2000_2023.csv", dtype={"code": str})
    table = table.assign(gdp=table["gdp_kBRL"] / 10).rename(
        columns={"heads_cattle": "cattle_head", "heads_pigs_total": "pigs_head", "heads_hens": "poultry_head"}
    )
    path = tmp_path_factory.mktemp("brazil") / "statistics.csv"
    kept = ["code", "year", "population", "gdp", "cattle_head", "pigs_head", "poultry_head"]
    table.loc[table["year"] <= 2016, kept].to_csv(path, index=False)
    return {
        "UNITS": str(folder / "municipios_ms.gpkg"),
        "UNITS_ID_FIELD": "code",
        "UNITS_NAME_FIELD": "name",
        "LAND_COVER": [str(folder / "landcover" / f"mapbiomas23_{year}_5km.tif") for year in range(2000, 2017)],
        "LEGEND": MAPBIOMAS,
        "STATISTICS": str(path),
        "UNIT_FIELD": "code",
        "PROFILE": REVISED,
    }


@pytest.mark.slow
def test_a_real_region_with_its_gaps(run_chain, mato_grosso_do_sul):
    zones, _, page, outcome = run_chain(**mato_grosso_do_sul)
    told = " ".join(outcome.warnings)
    assert len(zones) == 78 and zones["zone"].notna().sum() >= 70
    assert "IS, TI, UR cannot be computed" in told
    assert "5006275" in told  # the municipality of 2013 has no polygon
    assert "Corumbá" in page and "Fixed effects" in page
