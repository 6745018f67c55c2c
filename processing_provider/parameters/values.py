"""What a step asks for that is no layer: choices, numbers, texts."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.choices import Choices
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import LANGUAGES, REPORT_UNITS
from ...carbon_plugin.core.tables.years import FIRST_YEAR, LAST_YEAR
from .help import with_help


def choice(name: str, label: str, options: Choices, *, text: str, advanced: bool = False):
    """One of ``options``."""
    labels, default = [tr(option) for option in options.labels], options.keys.index(options.default)
    return with_help(QgsProcessingParameterEnum(name, tr(label), labels, defaultValue=default), text, advanced)


def choices(name: str, label: str, options: Choices, *, text: str, default=None, advanced: bool = False):
    """Any of ``options``, perhaps none; ``default``: keys, None for all."""
    labels = [tr(option) for option in options.labels]
    chosen = [options.keys.index(key) for key in (options.keys if default is None else default)]
    parameter = QgsProcessingParameterEnum(name, tr(label), labels, True, chosen, True)
    return with_help(parameter, text, advanced)


def flag(name: str, label: str, default: bool, *, text: str, advanced: bool = False):
    """A yes or no."""
    return with_help(QgsProcessingParameterBoolean(name, tr(label), default), text, advanced)


def string(name: str, label: str, text: str, *, default: str = "", optional: bool = True, advanced: bool = False):
    """A line of text."""
    return with_help(QgsProcessingParameterString(name, tr(label), default, optional=optional), text, advanced)


def integer(name: str, label: str, text: str, *, default=None, low=None, high=None, optional=False, advanced=False):
    """A whole number."""
    limits = {"default": default, "low": low, "high": high, "optional": optional}
    return _number(QgsProcessingParameterNumber.Type.Integer, name, label, text=text, advanced=advanced, **limits)


def year(name: str, label: str, text: str, *, default=None, advanced=False):
    """A year of those that tables may have; it may stay empty where there is no default."""
    limits = {"low": FIRST_YEAR, "high": LAST_YEAR, "optional": default is None}
    return integer(name, label, text, default=default, advanced=advanced, **limits)


def real(name: str, label: str, text: str, *, default=None, low=None, high=None, optional=False, advanced=False):
    """A number."""
    limits = {"default": default, "low": low, "high": high, "optional": optional}
    return _number(QgsProcessingParameterNumber.Type.Double, name, label, text=text, advanced=advanced, **limits)


def _number(kind, name, label, *, text, default, low, high, optional, advanced):
    limits = {key: value for key, value in (("minValue", low), ("maxValue", high)) if value is not None}
    return with_help(QgsProcessingParameterNumber(name, tr(label), kind, default, optional, **limits), text, advanced)


def threshold():
    """THRESHOLD of a trend test."""
    return real(
        "THRESHOLD",
        sentence("Threshold of |Z|"),
        sentence(
            "A trend with a larger |Z| counts as marked; with 5 to 10 values, one whose exact p is below that of the "
            "threshold. 1.66 is the study's and stands for 9.7 percent (two-sided), although the study calls it 5; "
            "1.645, 1.96 and 2.576 stand for 10, 5 and 1 percent."
        ),
        default=1.66,
    )


def report_language(text: str):
    """LANGUAGE of a report or a map."""
    return choice("LANGUAGE", sentence("Language"), LANGUAGES, text=text)


def report_unit(text: str):
    """REPORT_UNIT: tables are in t C a year, reports in what the reader is used to."""
    return choice("REPORT_UNIT", sentence("Unit of measure of the report"), REPORT_UNITS, text=text)
