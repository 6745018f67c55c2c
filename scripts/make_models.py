"""Build the shipped models in resources/models from the registered algorithms. Runs under the Python that has QGIS.

The files are real .model3 files, to be opened and changed in the model designer; this script is how they were drawn,
so that a changed parameter shows here first. The two sets of settings stand in resources/models/settings.csv.
"""

from __future__ import annotations

from chain_model import CHAIN, Part
from make_reference import plugin_module, qgis_application, registered_provider
from model_drawing import Drawing, algorithm
from qgis.core import QgsProcessingParameterBoolean, QgsProcessingParameterEnum
from study_models import (
    carbon_and_services,
    carbon_balance_zoning,
    carbon_compensation_zoning,
    draw_areas,
    take_cluster,
    take_data,
)

GROUP_WIDTH, GROUP_HEIGHT, GAP = 900, 980, 40
INPUT_ROW, STEP_ROW = 66, 290
STUDY, RECOMMENDED = "study", "recommended"
FROM_TO = (
    "From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts, trends, "
    "scenarios, five carbon-neutral zones and a report to mail. What the statistics lack is left out and named. "
)


def accounts_from_land_cover() -> None:
    """Areas, intensity and accounting in one go."""
    accounting = "carbonzoning:carbonaccounting"
    drawing = Drawing(
        "Carbon accounts from land cover",
        "Areas of land-cover classes, land-use intensity and carbon accounts of every unit and year, with a map and "
        "a report.",
    )
    drawing.group("1 Land use", 20, 20, 900, 640, "#e8f1ea")
    drawing.group("2 Carbon", 960, 20, 780, 640, "#f6efe2")
    take_data(drawing)
    drawing.take(accounting, "PROFILE", advanced=True)
    drawing.take(accounting, "BOUNDARY", advanced=True)
    take_cluster(drawing)
    draw_areas(drawing, 480)
    drawing.step(
        "intensity", "carbonzoning:landuseintensity", "Land-use "
                                                      "intensity", "Adds the land-use index; all areas come "
                                                                   "along.", (480, 480),
        {"INPUT": ("areas", "OUTPUT")}, {},
    )  # fmt: skip
    drawing.step(
        "accounts", accounting, "Carbon accounting", "Five-yearly areas are interpolated to the years of the "
                                                     "statistics.", (1180, 270),
        {
            **{name: name for name in ("UNITS", "UNITS_ID_FIELD", "UNITS_NAME_FIELD")},
            **{name: name for name in ("STATISTICS", "PROFILE", "BOUNDARY")},
            "AREAS": ("intensity", "OUTPUT"),
        },
        {"OUTPUT": "Accounts", "REGION": "Region", "MAP": "Map", "REPORT": "Report"},
    )  # fmt: skip
    drawing.save("accountsfromlandcover")


def scenarios_from_land_cover() -> None:
    """Areas, accounting, fit and scenarios in one go."""
    accounting = "carbonzoning:carbonaccounting"
    fit, scenario = "carbonzoning:stirpatfit", "carbonzoning:stirpatscenario"
    drawing = Drawing(
        "Carbon scenarios from land cover",
        "Areas of land-cover classes, carbon accounts, the drivers of emission and its future under scenarios: which "
        "units peak in time, and whether their sink covers their emission. The drivers are fitted within units (fixed "
        "effects) and without CEI, with which the regression would be an accounting identity; to choose otherwise, "
        "run the steps one by one, or change a copy of this model.",
    )
    drawing.group("1 Land use", 20, 20, 700, 960, "#e8f1ea")
    drawing.group("2 Carbon", 760, 20, 700, 960, "#f6efe2")
    drawing.group("3 Drivers and scenarios", 1500, 20, 760, 960, "#e6edf5")
    take_data(drawing)
    drawing.take(scenario, "SCENARIOS")
    drawing.take(scenario, "WINSORISE")
    drawing.take(scenario, "MAP_SCENARIO", advanced=True)
    drawing.take(accounting, "PROFILE", advanced=True)
    drawing.take(accounting, "BOUNDARY", advanced=True)
    take_cluster(drawing)
    units = {name: name for name in ("UNITS", "UNITS_ID_FIELD", "UNITS_NAME_FIELD")}
    draw_areas(drawing, 500)
    drawing.step(
        "accounts",
        accounting,
        "Carbon accounting",
        "Five-yearly areas are interpolated to the years of the statistics.",
        (900, 270),
        {
            **units,
            **{name: name for name in ("STATISTICS", "PROFILE", "BOUNDARY")},
            "AREAS": ("areas", "OUTPUT"),
        },
        {"OUTPUT": "Accounts"},
    )
    drawing.step(
        "fit",
        fit,
        "STIRPAT fit",
        "Within units (fixed effects), without CEI: no accounting identity.",
        (1640, 230),
        {"INPUT": ("accounts", "OUTPUT")},
        {"COEFFICIENTS": "Coefficients", "REPORT": "Report"},
        {"VARIABLES": [0, 1, 2, 3, 4], "POOLING": 2},
        labels={"REPORT": "Report on the drivers"},
    )
    drawing.step(
        "scenarios",
        scenario,
        "Carbon scenarios",
        "Each unit starts at its own emission and goes on by its own growth.",
        (1640, 600),
        {
            **units,
            "INPUT": ("accounts", "OUTPUT"),
            "COEFFICIENTS": ("fit", "COEFFICIENTS"),
            **{name: name for name in ("SCENARIOS", "WINSORISE", "MAP_SCENARIO")},
        },
        {
            "PROJECTION": "Projection",
            "PROJECTION_MAP": "MapInTime",
            "POTENTIAL": "Potential",
            "REGION": "Region",
            "REPORT": "Report",
        },
        labels={"REPORT": "Report on the scenarios"},
    )
    drawing.save("scenariosfromlandcover")


def land_change() -> None:
    """Areas, intensity, transitions and ellipses in one go."""
    areas, transition = "carbonzoning:landuseareas", "carbonzoning:landusetransition"
    ellipse = "carbonzoning:landuseellipse"
    drawing = Drawing(
        "Land change",
        "How land changed between the dates of several rasters: class areas and land-use intensity of every unit, what "
        "became what and how fast, where each class lies and how its centre moved, with a report.",
    )
    drawing.group("1 Areas and intensity", 20, 20, 900, 1120, "#e8f1ea")
    drawing.group("2 Change", 960, 20, 780, 1120, "#f6efe2")
    drawing.take(areas, "UNITS")
    drawing.take(areas, "UNITS_ID_FIELD")
    drawing.take(transition, "UNITS_NAME_FIELD")
    drawing.take(areas, "LAND_COVER")
    drawing.take(areas, "YEARS")
    drawing.take(areas, "LEGEND")
    drawing.take(areas, "CLASSES", advanced=True)
    drawing.take(transition, "PAIRS", advanced=True)
    drawing.take(transition, "RESAMPLE", advanced=True)
    drawing.take(ellipse, "METHOD", advanced=True)
    drawing.take(ellipse, "SIZE", advanced=True)
    take_cluster(drawing)
    read = ("UNITS", "UNITS_ID_FIELD", "LAND_COVER", "YEARS", "LEGEND", "CLASSES", "CLUSTER")
    rasters = {name: name for name in read}
    drawing.step(
        "areas",
        areas,
        "Land-use areas",
        "Counts cells of each class in each unit, on the ellipsoid.",
        (480, 140),
        rasters,
        {},
    )
    drawing.step(
        "intensity",
        "carbonzoning:landuseintensity",
        "Land-use intensity",
        "Adds the land-use index; all areas come along.",
        (480, 400),
        {"INPUT": ("areas", "OUTPUT")},
        {"OUTPUT": "Areas"},
    )
    drawing.step(
        "transitions",
        transition,
        "Land-use transitions",
        "What became what, all dates in one pass.",
        (1180, 140),
        {
            **rasters,
            **{name: name for name in ("UNITS_NAME_FIELD", "PAIRS", "RESAMPLE")},
            "AREAS": ("intensity", "OUTPUT"),
        },
        {
            "OUTPUT": "Transitions",
            "DYNAMICS": "Dynamics",
            "INTENSITY": "Intensity",
            "CHANGE": "Change",
            "REPORT": "Report",
        },
    )
    drawing.step(
        "ellipses",
        ellipse,
        "Deviational ellipses",
        "Where each class lies, and how its centre moved.",
        (1180, 480),
        {**rasters, "METHOD": "METHOD", "SIZE": "SIZE"},
        {"OUTPUT": "Ellipses", "CENTRES": "Centres"},
    )
    drawing.save("landchange")


def whole_chain(slug: str, title: str, text: str, set_key: str) -> None:
    """From boundaries, land cover and statistics to zones and their report, with the settings of one set."""
    drawing = Drawing(title, FROM_TO + text)
    settings = set_defaults(set_key)
    for part in CHAIN:
        left, top = (20 + number * size for number, size in zip(part.place, (GROUP_WIDTH + GAP, GROUP_HEIGHT + GAP)))
        drawing.group(part.title, left, top, GROUP_WIDTH, GROUP_HEIGHT, part.colour)
        _draw(drawing, part, (left, top), settings)
    drawing.save(slug)


def _draw(drawing: Drawing, part: Part, corner: tuple, settings: dict) -> None:
    left, top = corner
    for row, one in enumerate(part.inputs):
        default = settings.get((one.algorithm, one.name))
        position = (left + 130, top + 60 + INPUT_ROW * row)
        drawing.take(f"carbonzoning:{one.algorithm}", one.name, one.label, None, one.advanced, default, position)
    for row, step in enumerate(part.steps):
        fixed = {name: value for (of_step, name), value in settings.items() if of_step == step.algorithm}
        fixed.update(step.fixed)
        drawing.step(
            step.child,
            f"carbonzoning:{step.algorithm}",
            step.label,
            step.comment,
            (left + 440, top + 130 + STEP_ROW * row),
            {**{name: name for name in step.inputs.split()}, **step.links},
            step.outputs,
            fixed,
            step.after,
        )


def set_defaults(set_key: str) -> dict[tuple[str, str], object]:
    """Parameters of steps whose value in a set of settings is not the step's own default, with that value."""
    defaults = {}
    for one in plugin_module("carbon_plugin.core.study.setting_sets").set_settings():
        definition = algorithm(f"carbonzoning:{one.step}").parameterDefinition(one.parameter)
        value = _value(definition, one.value(set_key), one.label(set_key))
        if value is not None and value != definition.defaultValue():
            defaults[one.step, one.parameter] = value
    return defaults


def _value(definition, written: str, label: str) -> object:
    """A value of settings.csv as Processing takes it; None for nothing."""
    if isinstance(definition, QgsProcessingParameterEnum):
        options = definition.options()
        if definition.allowMultiple():
            return [[text.split(":")[0] for text in options].index(key) for key in written.split()]
        return options.index(label)
    if isinstance(definition, QgsProcessingParameterBoolean):
        return written == "yes"
    number = float(written) if written else None
    return int(number) if number is not None and number.is_integer() else number


if __name__ == "__main__":
    application = qgis_application()
    provider = registered_provider()
    accounts_from_land_cover()
    scenarios_from_land_cover()
    land_change()
    carbon_and_services()
    carbon_balance_zoning()
    carbon_compensation_zoning()
    whole_chain(
        "carbonneutralzoning",
        "Carbon-neutral zoning",
        "It runs the recommended settings: results that hold where the study's cannot be defended. The report names "
        "each setting that the study has otherwise. Method: Huo et al. (2025), with the changes that the report names.",
        RECOMMENDED,
    )
    whole_chain(
        "qinbazoning",
        "Carbon-neutral zoning as in the Qinba study",
        "It runs the study's settings to the letter, for comparison with published numbers: its regression is an "
        "accounting identity, from which nothing should be projected, and the report says so. To plan, run "
        "“Carbon-neutral zoning”. Method: Huo et al. (2025).",
        STUDY,
    )
