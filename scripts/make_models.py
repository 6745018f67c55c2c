"""Build the shipped models in resources/models from the registered algorithms. Runs under the Python that has QGIS.

The files are real .model3 files, to be opened and changed in the model designer; this script is how they were drawn,
so that a changed parameter shows here first.
"""

from __future__ import annotations

import sys
import uuid
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from make_reference import plugin_module, qgis_application, registered_provider
from qgis.core import (
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelComment,
    QgsProcessingModelGroupBox,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
)
from qgis.PyQt.QtCore import QPointF, QSizeF
from qgis.PyQt.QtGui import QColor

ROOT = Path(__file__).resolve().parents[1]
FROM_INPUT = QgsProcessingModelChildParameterSource.fromModelParameter
FROM_VALUE = QgsProcessingModelChildParameterSource.fromStaticValue
FROM_CHILD = QgsProcessingModelChildParameterSource.fromChildOutput
FROM_EXPRESSION = QgsProcessingModelChildParameterSource.fromExpression


class Drawing:
    """A model being drawn: inputs on the left, one column a step, groups behind them."""

    def __init__(self, title: str, help_text: str):
        toolbox = plugin_module("processing_provider.toolbox")
        self.model = QgsProcessingModelAlgorithm(title, toolbox.GROUPS[toolbox.CHAIN])
        self._helps = {"ALG_DESC": help_text}
        self._components = {}
        self._defaults = {}
        self._row = 0

    def take(
        self,
        algorithm_id: str,
        name: str,
        description: str = "",
        optional: bool | None = None,
        advanced: bool = False,
        default: object = None,
        position: tuple = (),
    ):
        """Make a model input of an algorithm's parameter, under the same key; with another ``default`` if given.

        ``position``: in the drawing; else below the one before.
        """
        definition = _algorithm(algorithm_id).parameterDefinition(name).clone()
        if default is not None:
            definition.setDefaultValue(default)
            self._defaults[name] = default
        if description:
            definition.setDescription(description)
        flags = definition.flags()
        if optional is not None:
            flags = flags | definition.Flag.FlagOptional if optional else flags & ~definition.Flag.FlagOptional
        flags = flags | definition.Flag.FlagAdvanced if advanced else flags & ~definition.Flag.FlagAdvanced
        definition.setFlags(flags)
        self._helps[name] = definition.help()
        component = QgsProcessingModelParameter(name)
        component.setPosition(QPointF(*(position or (120, 90 + 90 * self._row))))
        self._row += not position
        self._components[name] = component
        self.model.addModelParameter(definition, component)

    def step(
        self,
        child_id: str,
        algorithm_id: str,
        description: str,
        comment: str,
        position: tuple,
        sources: dict,
        outputs: dict,
        values: dict | None = None,
    ):
        """Add an algorithm.

        ``sources`` by parameter (an input's name, or (child, output)), ``outputs`` by name, ``values``: parameters that
        this model sets.
        """
        values = values or {}
        child = QgsProcessingModelChildAlgorithm(algorithm_id)
        child.setChildId(child_id)
        child.setDescription(description)
        child.setPosition(QPointF(*position))
        note = QgsProcessingModelComment(comment)
        note.setPosition(QPointF(position[0], position[1] + 95))
        note.setSize(QSizeF(250, 70))
        child.setComment(note)
        for name, source in sources.items():
            child.addParameterSources(name, [self._source(source)])
        for definition in _algorithm(algorithm_id).parameterDefinitions():
            value = values.get(definition.name(), definition.defaultValue())
            if definition.name() not in sources and not definition.isDestination() and value is not None:
                child.addParameterSources(definition.name(), [FROM_VALUE(value)])
        finals = {}
        for row, (name, label) in enumerate(outputs.items()):
            final = QgsProcessingModelOutput(label)
            final.setName(label)
            final.setDescription(_algorithm(algorithm_id).parameterDefinition(name).description())  # what dialogs show
            final.setChildId(child_id)
            final.setChildOutputName(name)
            final.setPosition(QPointF(position[0] + 330, position[1] - 60 + 70 * row))
            finals[label] = final
        child.setModelOutputs(finals)
        self.model.addChildAlgorithm(child)

    def _source(self, source: str | tuple):
        """A model input, or (child, output).

        A script that leaves an input out gets the step's own default: where the model has another, an expression says
        so.
        """
        if not isinstance(source, str):
            return FROM_CHILD(*source)
        if source in self._defaults:
            default = self._defaults[source]
            text = f"array({', '.join(map(str, default))})" if isinstance(default, list) else str(default)
            return FROM_EXPRESSION(f"coalesce(@{source}, {text})")
        return FROM_INPUT(source)

    def group(self, text: str, left: float, top: float, width: float, height: float, colour: str):
        """A coloured box behind part of the drawing."""
        box = QgsProcessingModelGroupBox(text)
        box.setPosition(QPointF(left + width / 2, top + height / 2))
        box.setSize(QSizeF(width, height))
        box.setColor(QColor(colour))
        self.model.addGroupBox(box)

    def save(self, slug: str):
        """Write the model; stop where it does not validate."""
        self.model.setHelpContent(self._helps)
        self.model.setParameterOrder(list(self._components))
        self.model.updateDestinationParameters()
        for child_id in self.model.childAlgorithms():
            valid, problems = self.model.validateChildAlgorithm(child_id)
            if not valid:
                sys.exit(f"{slug}, {child_id}: {problems}")
        path = ROOT / "resources" / "models" / f"{slug}.model3"
        if not self.model.toFile(str(path)):
            sys.exit(f"{path} could not be written")
        path.write_text(_steady(path.read_text(encoding="utf-8"), slug), encoding="utf-8")
        print(f"Written: {path.relative_to(ROOT)}")


def _steady(text: str, slug: str) -> str:
    """The same model always as the same text: Qt shuffles attributes and boxes, and gives every box a new number."""
    head, root = text.split("\n", 1)[0], ElementTree.fromstring(text)
    boxes = root.find("Option[@name='groupBoxes']")
    boxes[:] = sorted(boxes, key=lambda box: box.find("Option[@name='component_description']").get("value"))
    for place, number in enumerate(root.iterfind(".//Option[@name='uuid']")):
        number.set("value", f"{{{uuid.uuid5(uuid.NAMESPACE_URL, f'{slug}/{place}')}}}")
    for one in root.iter():
        one.attrib = dict(sorted(one.attrib.items()))
    ElementTree.indent(root)
    return f"{head}\n{ElementTree.tostring(root, encoding='unicode')}\n"


def accounts_from_land_cover() -> None:
    """Areas, intensity and accounting in one go."""
    areas, accounting = "carbonzoning:landuseareas", "carbonzoning:carbonaccounting"
    drawing = Drawing(
        "Carbon accounts from land cover",
        "Areas of land-cover classes, land-use intensity and carbon accounts of every unit and year, with a map and "
        "a report.",
    )
    drawing.group("1 Land use", 20, 20, 900, 640, "#e8f1ea")
    drawing.group("2 Carbon", 960, 20, 780, 640, "#f6efe2")
    drawing.take(areas, "UNITS")
    drawing.take(areas, "UNITS_ID_FIELD")
    drawing.take(accounting, "UNITS_NAME_FIELD")
    drawing.take(areas, "LAND_COVER")
    drawing.take(accounting, "STATISTICS")
    drawing.take(areas, "LEGEND", advanced=True)
    drawing.take(accounting, "PROFILE", advanced=True)
    drawing.take(accounting, "BOUNDARY", advanced=True)
    drawing.step(
        "areas", areas, "Land-use areas", "Counts cells of each class in each unit, on the ellipsoid.", (480, 140),
        {name: name for name in ("UNITS", "UNITS_ID_FIELD", "LAND_COVER", "LEGEND")}, {},
    )  # fmt: skip
    drawing.step(
        "intensity", "carbonzoning:landuseintensity", "Land-use "
                                                      "intensity", "Adds the land-use index; all areas come "
                                                                   "along.", (480, 400),
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
    areas, accounting = "carbonzoning:landuseareas", "carbonzoning:carbonaccounting"
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
    drawing.take(areas, "UNITS")
    drawing.take(areas, "UNITS_ID_FIELD")
    drawing.take(accounting, "UNITS_NAME_FIELD")
    drawing.take(areas, "LAND_COVER")
    drawing.take(accounting, "STATISTICS")
    drawing.take(scenario, "SCENARIOS")
    drawing.take(scenario, "WINSORISE", default=5)
    drawing.take(scenario, "MAP_SCENARIO", advanced=True)
    drawing.take(areas, "LEGEND", advanced=True)
    drawing.take(accounting, "PROFILE", advanced=True)
    drawing.take(accounting, "BOUNDARY", advanced=True)
    units = {name: name for name in ("UNITS", "UNITS_ID_FIELD", "UNITS_NAME_FIELD")}
    drawing.step(
        "areas",
        areas,
        "Land-use areas",
        "Counts cells of each class in each unit, on the ellipsoid.",
        (500, 270),
        {name: name for name in ("UNITS", "UNITS_ID_FIELD", "LAND_COVER", "LEGEND")},
        {},
    )
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
    )
    drawing.step(
        "scenarios",
        scenario,
        "Carbon scenarios",
        "Each unit starts at its own emission; odd years of growth are winsorised.",
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
    )
    drawing.save("scenariosfromlandcover")


class Input(NamedTuple):
    """An input of a model: a parameter of an algorithm, under a label that needs no dialog around it."""

    algorithm: str
    name: str
    label: str = ""
    advanced: bool = True
    default: object = None


class Step(NamedTuple):
    """A step of a model: inputs of the model by name, links (child, output) by parameter, outputs by name."""

    child: str
    algorithm: str
    label: str
    comment: str
    inputs: str
    links: dict
    outputs: dict = MappingProxyType({})


class Part(NamedTuple):
    """A group of a model, at ``place`` (column, row) of the drawing."""

    title: str
    place: tuple
    colour: str
    inputs: list
    steps: list


CHAIN = [
    Part(
        "1 Land use",
        (0, 0),
        "#e8f1ea",
        [
            Input("landuseareas", "UNITS", advanced=False),
            Input("landuseareas", "UNITS_ID_FIELD", advanced=False),
            Input("carbonaccounting", "UNITS_NAME_FIELD", advanced=False),
            Input("landuseareas", "LAND_COVER", advanced=False),
            Input("landuseareas", "YEARS", "Years of the rasters"),
            Input("landuseareas", "LEGEND", "Legend of the rasters' codes"),
            Input("landuseareas", "CLASSES", "Land-cover classes of your own"),
        ],
        [
            Step(
                "areas",
                "landuseareas",
                "Land-use areas",
                "Counts cells of each class in each unit, on the ellipsoid.",
                "UNITS UNITS_ID_FIELD LAND_COVER YEARS LEGEND CLASSES",
                {},
            ),
            Step(
                "intensity",
                "landuseintensity",
                "Land-use intensity",
                "Adds the land-use index; all areas come along.",
                "",
                {"INPUT": ("areas", "OUTPUT")},
            ),
        ],
    ),
    Part(
        "2 Carbon",
        (1, 0),
        "#f6efe2",
        [
            Input("carbonaccounting", "STATISTICS", advanced=False),
            Input("carbonaccounting", "UNIT_FIELD", "Unit column of the statistics"),
            Input("carbonaccounting", "YEAR_FIELD", "Year column of the statistics"),
            Input("carbonaccounting", "AREA_YEARS"),
            Input("carbonaccounting", "PROFILE"),
            Input("carbonaccounting", "COEFFICIENTS", "Carbon coefficients of your own"),
            Input("carbonaccounting", "MISSING"),
            Input("carbonaccounting", "BOUNDARY"),
            Input("carbonaccounting", "FOOTPRINT_FACTOR"),
            Input("carbonaccounting", "GROUP_FIELD", "Group of a unit, such as its province"),
        ],
        [
            Step(
                "accounts",
                "carbonaccounting",
                "Carbon accounting",
                "Areas are interpolated to the years of the statistics, never beyond them.",
                "STATISTICS UNIT_FIELD YEAR_FIELD AREA_YEARS PROFILE COEFFICIENTS MISSING BOUNDARY FOOTPRINT_FACTOR "
                "GROUP_FIELD",
                {"AREAS": ("intensity", "OUTPUT")},
                {"OUTPUT": "Accounts"},
            ),
        ],
    ),
    Part(
        "3 Trends",
        (2, 0),
        "#efe9f4",
        [Input("trendtest", "METHOD", "Trend test"), Input("trendtest", "FILLED"), Input("trendtest", "THRESHOLD")],
        [
            Step(
                "trends",
                "trendtest",
                "Trends of units",
                "Of the eight indices of the accounts; they make eight of the ten scores.",
                "METHOD FILLED THRESHOLD",
                {"INPUT": ("accounts", "OUTPUT")},
            ),
        ],
    ),
    Part(
        "4 Drivers and scenarios",
        (1, 1),
        "#e6edf5",
        [
            Input("stirpatfit", "VARIABLES", "Drivers of emission"),
            Input("stirpatfit", "POOLING"),
            Input("stirpatscenario", "SCENARIOS"),
            Input("stirpatscenario", "WINSORISE", default=5),
            Input("stirpatscenario", "HORIZON", "Horizon of the scenarios (year)"),
            Input("stirpatscenario", "PEAK_YEAR"),
        ],
        [
            Step(
                "fit",
                "stirpatfit",
                "STIRPAT fit",
                "Drivers that the statistics lack are left out and named; gaps lead to fixed effects.",
                "VARIABLES POOLING",
                {"INPUT": ("accounts", "OUTPUT")},
            ),
            Step(
                "scenarios",
                "stirpatscenario",
                "Carbon scenarios",
                "Each unit starts at its own emission; odd years of growth are winsorised.",
                "SCENARIOS WINSORISE HORIZON PEAK_YEAR",
                {"INPUT": ("accounts", "OUTPUT"), "COEFFICIENTS": ("fit", "COEFFICIENTS")},
            ),
        ],
    ),
    Part(
        "5 Zones and report",
        (2, 1),
        "#f4e9e6",
        [
            Input("zoningoverlay", "RULES", "Zoning rules of your own"),
            Input("zoningoverlay", "CLI_DIRECTION"),
            Input("zoningoverlay", "BREAKS", "How the totals of the scores are cut"),
            Input("zoningoverlay", "BREAK_VALUES", "Fixed breaks of the totals"),
            Input("zoningreport", "REPORT_UNIT"),
            Input("zoningreport", "LANGUAGE", "Language of the report and of zone names"),
        ],
        [
            Step(
                "zones",
                "zoningoverlay",
                "Carbon-neutral zones",
                "Ten scores, their total, five zones by natural breaks.",
                "UNITS UNITS_ID_FIELD UNITS_NAME_FIELD RULES CLI_DIRECTION BREAKS BREAK_VALUES LANGUAGE",
                {
                    "TRENDS": ("trends", "OUTPUT"),
                    "POTENTIAL": ("scenarios", "POTENTIAL"),
                    "INTENSITY": ("accounts", "OUTPUT"),
                },
                {"OUTPUT": "Zones"},
            ),
            Step(
                "report",
                "zoningreport",
                "Zoning report",
                "One page to mail; every table adds its part.",
                "REPORT_UNIT LANGUAGE",
                {
                    "ZONES": ("zones", "OUTPUT"),
                    "ACCOUNTS": ("accounts", "OUTPUT"),
                    "REGION": ("accounts", "REGION"),
                    "USED": ("accounts", "USED"),
                    "TRENDS": ("trends", "OUTPUT"),
                    "FIT": ("fit", "COEFFICIENTS"),
                    "TRACE": ("fit", "TRACE"),
                    "PROJECTION": ("scenarios", "PROJECTION"),
                    "POTENTIAL": ("scenarios", "POTENTIAL"),
                },
                {"REPORT": "Report"},
            ),
        ],
    ),
]
GROUP_WIDTH, GROUP_HEIGHT, GAP = 900, 640, 40
INPUT_ROW, STEP_ROW = 66, 290


def carbon_neutral_zoning() -> None:
    """From boundaries, land cover and statistics to zones and their report."""
    drawing = Drawing(
        "Carbon-neutral zoning",
        "From unit boundaries, land-cover rasters of several years and one table of statistics to carbon accounts, "
        "trends, scenarios, five carbon-neutral zones and a report to mail. What the statistics lack is left out and "
        "named. All choices are those of the study, but growth is winsorised at 5 percent, since odd years carried on "
        "for decades explode. With all drivers the regression is an accounting identity, as in the study: leave CEI "
        "out to learn about causes. Method: Huo et al. (2025).",
    )
    for part in CHAIN:
        left, top = (20 + number * size for number, size in zip(part.place, (GROUP_WIDTH + GAP, GROUP_HEIGHT + GAP)))
        drawing.group(part.title, left, top, GROUP_WIDTH, GROUP_HEIGHT, part.colour)
        for row, one in enumerate(part.inputs):
            place = left + 130, top + 90 + INPUT_ROW * row
            drawing.take(f"carbonzoning:{one.algorithm}", one.name, one.label, None, one.advanced, one.default, place)
        for row, step in enumerate(part.steps):
            drawing.step(
                step.child,
                f"carbonzoning:{step.algorithm}",
                step.label,
                step.comment,
                (left + 440, top + 130 + STEP_ROW * row),
                {**{name: name for name in step.inputs.split()}, **step.links},
                step.outputs,
            )
    drawing.save("carbonneutralzoning")


def _algorithm(algorithm_id: str):
    from qgis.core import QgsApplication

    return QgsApplication.processingRegistry().algorithmById(algorithm_id)


if __name__ == "__main__":
    application = qgis_application()
    provider = registered_provider()
    accounts_from_land_cover()
    scenarios_from_land_cover()
    carbon_neutral_zoning()
