"""What every registered algorithm must be like, one table for all of them."""

import re
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterField,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QTextDocumentFragment

from carbon_plugin.core import options
from carbon_plugin.core.choices import Choices

CHAIN = (
    "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER YEARS LEGEND CLASSES CLUSTER STATISTICS UNIT_FIELD YEAR_FIELD "
    "AREA_YEARS PROFILE COEFFICIENTS MISSING BOUNDARY FOOTPRINT_FACTOR GROUP_FIELD METHOD THRESHOLD FILLED "
    "VARIABLES POOLING K_RULE SCENARIOS PRESET ALLOW_IDENTITY GROWTH_YEARS WINSORISE ENFORCE_ORDER SINK SINK_TABLE "
    "LAND_DEMAND HORIZON PEAK_YEAR PEAK_FROM RULES RULE_SET CLI_DIRECTION BREAKS BREAK_VALUES REGION_NAME "
    "REPORT_UNIT LANGUAGE",
    "zones:Zones report:Report accounts:Accounts",
)
# id: (parameters, outputs) as CONTRACTS fixes them; more may stand beside them
CONTRACT = {
    "checkinputs": (
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD STATISTICS UNIT_FIELD YEAR_FIELD LAND_COVER YEARS LEGEND CLASSES QUICK",
        "ISSUES REPORT ERRORS WARNINGS READY",
    ),
    "statisticstemplate": (
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD FIRST_YEAR LAST_YEAR MODULES LANGUAGE",
        "OUTPUT",
    ),
    "preparetable": (
        "INPUT LAYOUT MAPPING UNIT_FIELD YEAR_FIELD UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LANGUAGE",
        "OUTPUT MAPPING_USED UNRECOGNISED",
    ),
    "allocatetotals": (
        "TOTALS TOTALS_KEY_FIELD TOTALS_YEAR_FIELD INPUT PARENT_FIELD UNIT_FIELD YEAR_FIELD FIELDS WEIGHT_FIELD SHARES",
        "OUTPUT",
    ),
    "fillgaps": (
        "INPUT UNIT_FIELD YEAR_FIELD FIELDS METHOD OUTSIDE NEGATIVE COMPLETE FIRST_YEAR LAST_YEAR OUTLIERS",
        "OUTPUT FLAGGED FILLED_CELLS",
    ),
    "landuseareas": (
        "CLUSTER UNITS UNITS_ID_FIELD LAND_COVER YEARS LEGEND CLASSES AREA_METHOD",
        "OUTPUT CELLS_WITHOUT_CLASS UNITS_WITHOUT_CELLS",
    ),
    "landuseareasfromvector": (
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_USE CODE_FIELD YEARS LEGEND CLASSES AREA_METHOD",
        "OUTPUT CELLS_WITHOUT_CLASS UNITS_WITHOUT_CELLS",
    ),
    "landuseintensity": ("INPUT GRADES", "OUTPUT"),
    "landusetransition": (
        "CLUSTER UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER YEARS LEGEND CLASSES AREA_METHOD PAIRS RESAMPLE",
        "OUTPUT DYNAMICS INTENSITY CHANGE REPORT",
    ),
    "landuseellipse": ("CLUSTER LAND_COVER YEARS LEGEND CLASSES UNITS METHOD SIZE", "OUTPUT CENTRES"),
    "landusedemand": (
        "TRANSITIONS FROM_YEAR TO_YEAR AREAS BASE_YEAR HORIZON BY LIMITS HOLD_OUT",
        "OUTPUT VALIDATION",
    ),
    "deviationalellipse": ("INPUT WEIGHT_FIELD GROUP_FIELD YEAR_FIELD METHOD SIZE", "OUTPUT CENTRES"),
    "carbonaccounting": (
        "STATISTICS UNIT_FIELD YEAR_FIELD AREAS AREA_YEARS PROFILE COEFFICIENTS MISSING CROP_SINK RENORMALISE BOUNDARY "
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD MAP_YEAR REPORT_UNIT",
        "OUTPUT REGION USED MAP REPORT",
    ),
    "exportcoefficients": ("PROFILE", "OUTPUT"),
    "trendtest": (
        "INPUT UNIT_FIELD YEAR_FIELD FIELDS METHOD THRESHOLD FDR UNITS UNITS_ID_FIELD UNITS_NAME_FIELD",
        "OUTPUT REPORT",
    ),
    "rastertrendtest": ("CLUSTER LAYERS YEARS THRESHOLD", "SLOPE Z P TREND"),
    "zoningoverlay": (
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD TRENDS POTENTIAL INTENSITY RULES RULE_SET CLI_DIRECTION BREAKS "
        "BREAK_VALUES LANGUAGE",
        "OUTPUT REPORT GVF BREAKS_USED",
    ),
    "exportzoningrules": ("RULE_SET", "OUTPUT"),
    "zoneconfidence": (
        "ZONES ACCOUNTS INTENSITY POTENTIAL UNITS UNITS_ID_FIELD UNITS_NAME_FIELD PROFILE COEFFICIENTS GROUP_FIELD "
        "BOUNDARY CROP_SINK RENORMALISE MISSING FOOTPRINT_FACTOR METHOD THRESHOLD FILLED RULES RULE_SET CLI_DIRECTION "
        "CHOICES DRAWS SEED BREAKS_FROM LANGUAGE",
        "OUTPUT CHANGES REPORT",
    ),
    "zoningreport": (
        "ZONES ACCOUNTS REGION USED TRENDS FIT TRACE PROJECTION POTENTIAL NOTES CONFIDENCE CHANGES BALANCE "
        "COMPENSATION SERVICES TRANSITIONS REGION_NAME REPORT_UNIT LANGUAGE",
        "REPORT",
    ),
    "exportzonemap": ("ZONES TITLE LANGUAGE", "PNG PDF"),
    "naturalbreaks": ("INPUT FIELD CLASSES", "OUTPUT GVF BREAKS_USED"),
    "stirpatfit": (
        "INPUT VARIABLES OTHER_FIELDS CEI_DEFINITION POOLING K K_RULE",
        "COEFFICIENTS TRACE REPORT K R2 IDENTITY",
    ),
    "stirpatscenario": (
        "INPUT COEFFICIENTS SCENARIOS GROUP_FIELD BASE_YEAR HORIZON STEP SINK LAND_DEMAND PROFILE "
        "CARBON_COEFFICIENTS WINSORISE ENFORCE_ORDER PEAK_YEAR UNITS UNITS_ID_FIELD UNITS_NAME_FIELD MAP_SCENARIO",
        "PROJECTION PROJECTION_MAP POTENTIAL REPORT",
    ),
    "exportscenarios": ("PRESET", "OUTPUT"),
    "emissiondrivers": (
        "INPUT UNIT_FIELD YEAR_FIELD BY PERIODS RATE_BASE UNITS UNITS_ID_FIELD UNITS_NAME_FIELD",
        "OUTPUT MAP REPORT",
    ),
    "carboninequality": ("INPUT UNIT_FIELD YEAR_FIELD FIELD SHARE_OF GROUP_FIELD", "OUTPUT LORENZ REPORT"),
    "balancezoning": (
        "ACCOUNTS UNITS UNITS_ID_FIELD UNITS_NAME_FIELD YEAR COMPARE_YEAR BALANCE_RULES BANDS LANGUAGE",
        "OUTPUT BALANCE MOVES REPORT",
    ),
    "exportbalancerules": ("TABLE", "OUTPUT"),
    "compensationtypes": (
        "INPUT UNIT_FIELD YEAR_FIELD YEAR FIELDS ORDER_FIELD TYPES SEED UNITS UNITS_ID_FIELD UNITS_NAME_FIELD",
        "OUTPUT PROFILES SILHOUETTE",
    ),
    "carboncompensation": (
        "ACCOUNTS UNITS UNITS_ID_FIELD UNITS_NAME_FIELD YEAR AREA_TYPE_FIELD CORRECTION ESC_CAP RENORMALISE CLIP_LOW "
        "CLIP_HIGH FAIR_SHARE PRICE_LOW PRICE PRICE_HIGH ENGEL ENGEL_FIELD CLEARING TOLERANCE LANGUAGE",
        "OUTPUT AREA_TYPES REPORT",
    ),
    "exportequivalents": ("EDITION", "OUTPUT"),
    "verifymethods": ("LANGUAGE", "OUTPUT REPORT"),
    "gridintensity": (
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD CELL_SIZE GRID_RASTER LAND_COVER YEARS LEGEND CLASSES AREA_METHOD "
        "ACCOUNTS PROFILE COEFFICIENTS EDITION EQUIVALENTS ECOSYSTEMS VALUE PRICES GROUP_FIELD MINIMUM_INSIDE CLUSTER",
        "OUTPUT CHECK",
    ),
    "ecosystemservicevalue": (
        "INPUT EDITION EQUIVALENTS ECOSYSTEMS VALUE PRICES GROUP_FIELD UNITS UNITS_ID_FIELD UNITS_NAME_FIELD MAP_YEAR "
        "ACCOUNTS ASSOCIATION GLOBAL",
        "OUTPUT REGION SENSITIVITY MAP REPORT",
    ),
    "bivariatemoran": (
        "INPUT X_FIELD Y_FIELD YEAR_FIELD NEIGHBOURS K_NEIGHBOURS DISTANCE SNAP WEIGHTS_FILE PERMUTATIONS SEED SIDES "
        "SIGNIFICANCE FDR",
        "OUTPUT GLOBAL WEIGHTS REPORT MORAN_I P_VALUE LEE_L",
    ),
    # shipped models
    "carbonneutralzoning": CHAIN,
    "qinbazoning": CHAIN,
    "accountsfromlandcover": (
        "CLUSTER UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER STATISTICS LEGEND PROFILE",
        "accounts:Accounts accounts:Region accounts:Map accounts:Report",
    ),
    "landchange": (
        "CLUSTER UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER YEARS LEGEND CLASSES PAIRS RESAMPLE METHOD SIZE",
        "intensity:Areas transitions:Transitions transitions:Dynamics transitions:Intensity transitions:Report "
        "ellipses:Ellipses ellipses:Centres",
    ),
    "carbonandservices": (
        "CLUSTER UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER LEGEND STATISTICS PROFILE BOUNDARY CELL_SIZE EDITION "
        "VALUE EQUIVALENTS ECOSYSTEMS MINIMUM_INSIDE PERMUTATIONS SIGNIFICANCE FDR",
        "accounts:Accounts association:Cells association:Association services:Services services:Region services:Map "
        "services:Report",
    ),
    "carbonbalancezoning": (
        "CLUSTER UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER LEGEND STATISTICS PROFILE BOUNDARY YEAR COMPARE_YEAR "
        "BALANCE_RULES BANDS LANGUAGE",
        "accounts:Accounts zones:Zones zones:Balance zones:Report",
    ),
    "carboncompensationzoning": (
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER LEGEND STATISTICS PROFILE BOUNDARY AREA_TYPE_FIELD YEAR "
        "CLUSTER PRICE ENGEL CLEARING CORRECTION FAIR_SHARE PRICE_LOW PRICE_HIGH TOLERANCE LANGUAGE",
        "accounts:Accounts compensation:Zones compensation:AreaTypes compensation:Report",
    ),
    "scenariosfromlandcover": (
        "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD LAND_COVER STATISTICS SCENARIOS WINSORISE MAP_SCENARIO LEGEND PROFILE "
        "CLUSTER",
        "accounts:Accounts fit:Coefficients fit:Report scenarios:Projection scenarios:MapInTime scenarios:Potential "
        "scenarios:Region scenarios:Report",
    ),
}


@pytest.fixture(scope="module")
def algorithms(provider):
    return {algorithm.name(): algorithm.create() for algorithm in provider.algorithms()}


@pytest.fixture(params=sorted(CONTRACT))
def algorithm(request, algorithms):
    return algorithms[request.param]


def test_all_of_the_contract_is_registered(algorithms):
    assert set(CONTRACT) <= set(algorithms)
    assert set(algorithms) <= set(CONTRACT), "an algorithm without a row in this table"


def test_identity(algorithm):
    assert re.fullmatch(r"[a-z]+", algorithm.name())
    assert algorithm.displayName() and algorithm.group() and algorithm.groupId()
    assert len(algorithm.shortHelpString()) > 100
    page = Path(QUrl(algorithm.helpUrl()).toLocalFile())  # of the guide where it was made, else the reference
    assert page.name in (f"{algorithm.name()}.html", "algorithms.md") and page.is_file()
    assert len(algorithm.tags()) >= 4 and all(algorithm.tags())
    assert algorithm.shortDescription().endswith(".")


def test_contract(algorithm):
    parameters, outputs = (names.split() for names in CONTRACT[algorithm.name()])
    for name in parameters:
        assert algorithm.parameterDefinition(name), name
    for name in outputs:
        assert algorithm.outputDefinition(name), name


def test_icon(algorithm):
    assert Path(algorithm.svgIconPath()).is_file()
    assert not algorithm.icon().pixmap(24, 24).isNull()


def test_no_two_outputs_share_a_label(algorithm):
    labels = [definition.description() for definition in algorithm.destinationParameterDefinitions()]
    assert len(set(labels)) == len(labels)


def test_every_parameter_has_label_and_help(algorithm):
    for definition in algorithm.parameterDefinitions():
        if isinstance(algorithm, QgsProcessingModelAlgorithm) and definition.isDestination():
            continue  # called child:output by QGIS
        assert definition.description(), definition.name()
        assert definition.help().endswith((".", "?")), f"{definition.name()}: {definition.help()}"
        assert re.fullmatch(r"[A-Z][A-Z0-9_]*", definition.name())


MEASURED = re.compile(r"\(.+\)|year|k$|[Zz]\|?|classes|Draws|draws", re.IGNORECASE)


def test_labels_of_amounts_carry_their_unit(algorithm):
    """The label of a number names its unit in brackets, or what is counted."""
    for definition in algorithm.parameterDefinitions():
        if definition.type() == "number":
            assert MEASURED.search(definition.description()), definition.description()


OF_THE_STUDY = {
    ("carbonbalancezoning", "PROFILE"): "landcoef",
    ("carbonandservices", "PROFILE"): "landcoef",
}  # what a model sets as its study does


def choices_of(definition) -> list:
    """The choices whose labels a parameter offers; the drivers of the fit stand in a table of their own."""
    found = [one for one in vars(options).values() if isinstance(one, Choices) and one.parameter == definition.name()]
    return [one for one in found if list(one.labels) == definition.options()]


def test_enums_offer_exactly_the_labels_of_their_choices(algorithm):
    for definition in algorithm.parameterDefinitions():
        if definition.type() != "enum":
            continue
        if definition.name() == "VARIABLES":
            variables = [text.split(":")[0] for text in definition.options()]
            assert variables == ["P", "W", "IS", "TI", "UR", "CEI"]
            continue
        (choices,) = choices_of(definition)
        if definition.allowMultiple():
            assert set(definition.defaultValue()) <= set(range(len(choices.keys)))
        elif CONTRACT[algorithm.name()] is not CHAIN:  # whose sets of settings are tested with them
            default = OF_THE_STUDY.get((algorithm.name(), definition.name()), choices.default)
            assert definition.defaultValue() == choices.keys.index(default), definition.name()


def test_defaults_are_acceptable(algorithm):
    context = QgsProcessingContext()
    for definition in algorithm.parameterDefinitions():
        if definition.defaultValue() is not None:
            assert definition.checkValueIsAcceptable(definition.defaultValue(), context), definition.name()


def test_create_is_a_fresh_instance(algorithm):
    first, second = algorithm.create(), algorithm.create()
    assert first is not second and type(first) is type(second)
    assert [d.name() for d in first.parameterDefinitions()] == [d.name() for d in algorithm.parameterDefinitions()]


def test_missing_fields_are_named_before_the_run(algorithm):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=county:string", "counties", "memory")
    parents = {
        d.parentLayerParameterName()
        for d in algorithm.parameterDefinitions()
        if isinstance(d, QgsProcessingParameterField)
    }
    if not parents or isinstance(algorithm, QgsProcessingModelAlgorithm):
        pytest.skip("no fields to choose")
    parameters = {name: layer for name in parents}
    for definition in algorithm.parameterDefinitions():
        required = not definition.flags() & definition.Flag.FlagOptional
        if isinstance(definition, QgsProcessingParameterField) and (definition.defaultValue() or required):
            parameters[definition.name()] = "no such column"
    if "no such column" not in parameters.values():  # all of its fields may stay empty
        parameters.update({d.name(): "no such column" for d in algorithm.parameterDefinitions() if d.type() == "field"})
    accepted, reason = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not accepted and "“no such column”" in reason and "county" in reason


def test_nothing_given_is_refused_with_a_sentence(algorithm):
    if not any(
        not d.flags() & d.Flag.FlagOptional and d.defaultValue() is None and not d.isDestination()
        for d in algorithm.parameterDefinitions()
    ):
        pytest.skip("has a default for everything")
    accepted, reason = algorithm.checkParameterValues({}, QgsProcessingContext())
    assert not accepted and reason


def test_shapefiles_are_not_offered(provider):
    assert "shp" not in provider.supportedOutputVectorLayerExtensions()
    assert "gpkg" in provider.supportedOutputVectorLayerExtensions()


def test_provider(provider):
    assert provider.id() == "carbonzoning" and provider.versionInfo()
    assert QgsApplication.processingRegistry().algorithmById("carbonzoning:carbonaccounting")


def test_a_tooltip_shows_all_of_the_help(algorithm):
    """What looks like a tag vanishes from a tooltip, such as <class> of <class>_ha."""
    for definition in algorithm.parameterDefinitions():
        shown = QTextDocumentFragment.fromHtml(definition.toolTip()).toPlainText()
        assert " ".join(definition.help().split()) in " ".join(shown.split()), definition.name()
