"""Class areas from land-use polygons: hectares by unit and code become the panel that rasters give too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InputError, raise_all
from ..messages import Message, note, phrase, sentence, warning
from ..tables.vocabulary import AREA_SUFFIX, UNIT, YEAR
from ..values import Cell, quoted
from .areas import COVERAGE, TOTAL_AREA, WELL_COVERED
from .code_legend import CodeLegend

TWO_MAPS = 0.1  # of the mapped area under polygons of two classes: more is no error of drawing
A_GAP = 1e-4  # of a unit: less is the rounding of two outlines of one border
AN_OVERLAP = 1e-6  # of the mapped area: less is the rounding of two outlines of one border


class PolygonCodesError(InputError):
    template = sentence("“{layer}” ({year}): column “{column}” holds codes that the legend does not know: {codes}.")
    remedy = sentence(
        "The legend has the codes of GB/T 21010-2017 and of the third national survey, of two and of four digits; "
        "those of the edition of 2007 have three. Give each a row in the table of classes (an empty class leaves its "
        "polygons out), or choose another column."
    )


class PolygonsOutsideError(InputError):
    template = sentence("{layers} ({year}): no polygon lies in any unit.")
    remedy = sentence("Check the coordinate reference systems of both layers, and that they are of one region.")


class TwoMapsError(InputError):
    template = sentence(
        "{year}: {area} ha, {share} % of what {layers} cover, lie under polygons of two classes: these are no "
        "parts of one map."
    )
    remedy = sentence("Leave one of the layers out, or give each its own year; or repair the overlaps.")


@dataclass(frozen=True, eq=False)
class PolygonAreas:
    """What the polygons of one year measure.

    ``layers``: their names; ``codes`` (c,): of the legend, '' for polygons without one; ``area_ha`` (u, c): hectares
    of each code in each unit, ground under several polygons once, with the first of them; ``unit_ha`` (u,): of the
    units' outlines; ``polygons`` (c,): how many there are; ``outside``: those that lie in no unit;
    ``doubled_ha``: under several polygons, ``contested_ha``: under several classes; ``doubled``: places of polygons
    that lie over earlier ones.
    """

    year: int
    layers: list[str]
    codes: list[str]
    area_ha: np.ndarray
    unit_ha: np.ndarray
    polygons: np.ndarray
    outside: int = 0
    doubled_ha: float = 0.0
    contested_ha: float = 0.0
    doubled: list[object] = field(default_factory=list)


@dataclass
class PolygonPanel:
    """``frame``: unit, year, ``<class>_ha`` of every class of the legend, ``total_ha``, ``coverage_pct``."""

    frame: pd.DataFrame
    polygons_without_class: int
    units_without_polygons: list[str]
    notes: list[Message] = field(default_factory=list)


def polygon_panel(units: Sequence[str], years: Sequence[PolygonAreas], legend: CodeLegend) -> PolygonPanel:
    """The panel of class areas, one row for a unit and a year, units in their order, years rising.

    Args:
        units: (u,) keys.
        years: one a year, hectares (u, c) in the order of ``units``.
        legend: the class of every code.

    A class that a unit has not is 0; a unit without any polygon of a class is missing, not 0, and named.
    Raises, all at once, ``PolygonsOutsideError``, ``TwoMapsError``.

    >>> areas = PolygonAreas(2020, ["dltb"], ["0101"], np.array([[30.0]]), np.array([40.0]), np.array([2]))
    >>> polygon_panel(["a"], [areas], CodeLegend({"0101": "cropland"})).frame.values.tolist()
    [['a', 2020, 30.0, 30.0, 75.0]]
    """
    years = sorted(years, key=lambda one: one.year)
    raise_all([error for one in years for error in _find_faults(one)])
    frame = pd.concat([_year_frame(units, one, legend) for one in years], ignore_index=True)
    rank = {unit: number for number, unit in enumerate(units)}
    frame = frame.sort_values(
        [UNIT, YEAR], key=lambda column: column.map(rank) if column.name == UNIT else column, kind="stable"
    ).reset_index(drop=True)
    met = np.array([one.area_ha.sum(axis=1) > 0 for one in years]).any(axis=0)
    empty = [unit for unit, is_met in zip(units, met) if not is_met]
    lost = sum(int(one.polygons[_without_class(one, legend)].sum()) for one in years)
    notes = [message for one in years for message in _remarks_on_year(frame, one, legend)]
    if empty:
        template = sentence("{count:unit has|units have} no land-use polygon, hence no areas: {units}.")
        notes.append(
            warning("units-without-polygons", template, count=len(empty), units=[Cell(unit) for unit in empty])
        )
    return PolygonPanel(frame, lost, empty, notes)


def _find_faults(one: PolygonAreas) -> list[InputError]:
    mapped = float(one.area_ha.sum())
    if not mapped:
        return [PolygonsOutsideError(layers=quoted(one.layers), year=str(one.year))]
    if one.contested_ha > TWO_MAPS * mapped:
        share = round(100.0 * one.contested_ha / mapped, 1)
        return [TwoMapsError(year=str(one.year), area=one.contested_ha, share=share, layers=quoted(one.layers))]
    return []


def _without_class(one: PolygonAreas, legend: CodeLegend) -> np.ndarray:
    """Which codes (c,) have no class."""
    return np.array([not legend.class_of.get(code) for code in one.codes], dtype=bool)


def _year_frame(units: Sequence[str], one: PolygonAreas, legend: CodeLegend) -> pd.DataFrame:
    class_of = [legend.class_of.get(code, "") for code in one.codes]
    columns: dict[str, object] = {UNIT: list(units), YEAR: one.year}
    for name in legend.classes:
        columns[name + AREA_SUFFIX] = one.area_ha[:, [met == name for met in class_of]].sum(axis=1)
    total = one.area_ha[:, ~_without_class(one, legend)].sum(axis=1)
    columns[TOTAL_AREA] = total
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(one.unit_ha > 0, 100.0 * total / one.unit_ha, np.nan)
    columns[COVERAGE] = np.where(np.abs(share - 100.0) < 1e-6, 100.0, share)
    frame = pd.DataFrame(columns)
    areas = [name for name in frame.columns if name.endswith(AREA_SUFFIX)]
    frame.loc[total == 0, areas] = np.nan  # nothing was mapped there, which is not an area of 0
    return frame


def _remarks_on_year(frame: pd.DataFrame, one: PolygonAreas, legend: CodeLegend) -> list[Message]:
    rows = frame[frame[YEAR] == one.year]
    mapped, whole = float(rows[TOTAL_AREA].sum()), float(one.unit_ha.sum())
    notes = [
        note(
            "polygon-areas",
            "{year}: {polygons:polygon|polygons}, {area} ha in {units:unit|units}; {share} % of the units has a class.",
            year=one.year,
            polygons=int(one.polygons.sum()),
            area=mapped,
            units=int(rows[TOTAL_AREA].notna().sum()),
            share=round(100.0 * mapped / whole, 2) if whole else 0.0,
        )
    ]
    return [
        *notes,
        *_remarks_on_classless(one, legend),
        *_remarks_on_overlaps(one),
        *_remarks_on_gaps(rows, one),
        *_remarks_on_outside(one),
    ]


def _remarks_on_classless(one: PolygonAreas, legend: CodeLegend) -> list[Message]:
    without = _without_class(one, legend)
    count = int(one.polygons[without].sum())
    if not count:
        return []
    codes = [code or phrase("empty") for code, lost in zip(one.codes, without) if lost]
    return [
        warning(
            "polygons-without-class",
            "{year}: {count:polygon has|polygons have} a code without class ({codes}) and count as not covered: {area} "
            "ha.",
            year=one.year,
            count=count,
            codes=codes,
            area=float(one.area_ha[:, without].sum()),
        )
    ]


def _remarks_on_overlaps(one: PolygonAreas) -> list[Message]:
    if one.doubled_ha <= AN_OVERLAP * float(one.area_ha.sum()):
        return []
    return [
        warning(
            "polygons-overlap",
            "{year}: {area} ha lie under more than one polygon, {contested} ha of them under two classes. They are "
            "counted once, with the polygon that comes first. {count:polygon lies|polygons lie} over earlier ones: "
            "{polygons}.",
            year=one.year,
            area=one.doubled_ha,
            contested=one.contested_ha,
            count=len(one.doubled),
            polygons=one.doubled,
        )
    ]


def _remarks_on_gaps(rows: pd.DataFrame, one: PolygonAreas) -> list[Message]:
    coverage = rows[COVERAGE].to_numpy()
    gaps = np.flatnonzero((coverage > 0) & (coverage < 100.0 * (1.0 - A_GAP)))
    if not len(gaps):
        return []
    order = gaps[np.argsort(coverage[gaps], kind="stable")]
    area = float((one.unit_ha[gaps] * (1.0 - coverage[gaps] / 100.0)).sum())
    units = [
        Cell(rows[UNIT].iloc[place], value=phrase("{share} %", share=round(float(coverage[place]), 2)))
        for place in order
    ]
    values = {"year": one.year, "area": area, "count": len(gaps), "units": units}
    if coverage[gaps].min() < WELL_COVERED:
        template = sentence(
            "{year}: {area} ha of {count:unit|units} lie under no polygon with a class, so their areas are too small: "
            "{units}. Check that the polygons reach over the whole of them."
        )
        return [warning("units-poorly-mapped", template, **values)]
    template = sentence("{year}: {area} ha of {count:unit|units} lie under no polygon with a class: {units}.")
    return [note("gaps-among-polygons", template, **values)]


def _remarks_on_outside(one: PolygonAreas) -> list[Message]:
    if not one.outside:
        return []
    template = sentence("{year}: {count:polygon lies|polygons lie} in no unit.")
    return [note("polygons-outside", template, year=one.year, count=one.outside)]
