"""Units whose scores, totals and tables are made up, and zoned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import (
    InputError,
    SeveralErrors,
)
from carbon_plugin.core.tables.unit_table import UnitTable
from carbon_plugin.core.zoning.index_values import (
    read_index_values,
)
from carbon_plugin.core.zoning.rules import (
    default_rules,
    read_rules,
)
from carbon_plugin.core.zoning.scores import compute_scores
from carbon_plugin.core.zoning.zone_units import zone_units

GOOD, BAD = ("cs", "ecc", "esc", "ec_ha"), ("nce", "ce", "cf_ha", "ed_ha")
TREND_FIELDS = (*GOOD, *BAD)


def _tables(units, trend=3, cep=3, cli=200.0):
    """The three tables; ``trend`` a score, or scores by field, for all fields and units alike."""
    by_field = trend if isinstance(trend, dict) else dict.fromkeys(TREND_FIELDS, trend)
    trends = pd.DataFrame(
        {"unit": units, **{f"{name}_score": score for name, score in by_field.items()}, "threshold": 1.66}
    )
    potential = pd.DataFrame({"unit": units, "cep": cep})
    intensity = pd.DataFrame({"unit": units, "year": 2020, "cli": cli})
    return {"trends": trends, "potential": potential, "intensity": intensity}


def _potential_rules(names, **cells):
    row = {"source": "potential", "direction": "high_is_good", **cells}
    return read_rules([{"index": name, "field": name, **row} for name in names])


def _read(units, trends=None, potential=None, intensity=None, rules=None, names=()):
    """What the rules score, from frames; ``names``: of the tables, by source."""
    given = {"trend": trends, "potential": potential, "intensity": intensity}
    tables = {
        source: UnitTable(frame, dict(names).get(source, source))
        for source, frame in given.items()
        if frame is not None
    }
    return read_index_values(units, tables, default_rules("ten") if rules is None else rules)


def _zoned(units, trends=None, potential=None, intensity=None, rules=None, names=(), **options):
    given = _read(units, trends, potential, intensity, rules, names)
    return zone_units(given, default_rules("ten") if rules is None else rules, **options)


def _scores_of(units, rules, **tables):
    """A column a rule, a row a unit."""
    scores = compute_scores(_read(units, **tables, rules=rules).indices, rules)
    return pd.DataFrame(scores, index=units, columns=[rule.column for rule in rules])


def _with_totals(totals, **options):
    """The zoning of units whose ten scores add up to ``totals`` (10..50)."""
    units = [f"u{number}" for number in range(len(totals))]
    extra = np.asarray(totals) - 10
    columns = {f"i{place}": 1 + np.clip(extra - 4 * place, 0, 4) for place in range(10)}
    potential = pd.DataFrame({"unit": units, **columns})
    return _zoned(units, potential=potential, rules=_potential_rules(columns), **options)


def _errors_of(action, *arguments, **options):
    """The types of all errors that the action raises."""
    with pytest.raises(InputError) as raised:
        action(*arguments, **options)
    error = raised.value
    return {type(found) for found in error.errors} if isinstance(error, SeveralErrors) else {type(error)}


@pytest.fixture
def fixtures():
    """The folder of the sample region of old."""
    return Path(__file__).parents[2] / "fixtures" / "old_sample"


@pytest.fixture
def tables():
    return _tables


@pytest.fixture
def potential_rules():
    return _potential_rules


@pytest.fixture
def read():
    return _read


@pytest.fixture
def zoned():
    return _zoned


@pytest.fixture
def scores_of():
    return _scores_of


@pytest.fixture
def with_totals():
    return _with_totals


@pytest.fixture
def errors_of():
    return _errors_of
