"""Land-use polygons of several layers, read one after the other and shared out among units."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCoordinateTransformContext

from ..core.errors import EmptyTableError, InputError, MissingColumnsError, raise_all
from ..core.land_use.code_legend import CodeLegend, normalise_code
from ..core.land_use.polygon_areas import PolygonAreas, PolygonCodesError
from ..core.messages import Message, sentence, warning
from ..core.progress import Part, Progress
from ..core.values import Quoted, quoted
from .compat import to_python
from .polygons import LayerWithoutCrsError, UnitPolygons
from .sources import has_no_rows
from .units_in_crs import UnitsInEachCrs
from .year_of_polygons import LandUseLayer, YearOfPolygons


def remarks_on_land_use(layers: Sequence[LandUseLayer], legend: CodeLegend) -> list[Message]:
    """Which codes are read with a zero before them.

    Raises, all at once, ``EmptyTableError``, ``LayerWithoutCrsError``, ``MissingColumnsError``, ``PolygonCodesError``.
    """
    errors: list[InputError] = []
    notes: list[Message] = []
    for one in layers:
        if has_no_rows(one.layer):
            errors.append(EmptyTableError(table=one.name))
        if not one.layer.crs().isValid():
            errors.append(LayerWithoutCrsError(layer=one.name))
        fields = one.layer.fields()
        index = fields.indexFromName(one.column)
        if index < 0:
            errors.append(MissingColumnsError(table=one.name, missing=quoted([one.column]), found=fields.names()))
            continue
        codes = {normalise_code(to_python(value)) for value in one.layer.uniqueValues(index)}
        unknown = legend.unknown(codes)
        if unknown:
            errors.append(PolygonCodesError(layer=one.name, year=str(one.year), column=one.column, codes=unknown))
        shorter = sorted(code for code in codes if code and legend.find_code(code) not in (code, None))
        if shorter:
            template = sentence(
                "“{layer}”: codes {codes} in column {column} have lost their leading zero, and are read as {read}. "
                "Codes of the edition of 2007 have three digits too: then give a table of classes."
            )
            read = [legend.find_code(code) for code in shorter]
            values = {"layer": one.name, "codes": shorter, "column": Quoted(one.column), "read": read}
            notes.append(warning("codes-without-zero", template, **values))
    raise_all(errors)
    return notes


def measure_land_use(
    layers: Sequence[LandUseLayer],
    units: UnitPolygons,
    legend: CodeLegend,
    *,
    method: str,
    context: QgsCoordinateTransformContext,
    progress: Progress,
) -> tuple[list[PolygonAreas], list[Message]]:
    """Hectares of each code in each unit, for each year, and what was met on the way.

    Several layers of one year are parts of one map. Polygons are read one by one and kept in a file until what lies
    under several of them is known.

    Raises ``PlanarAreaOfDegreesError``, ``PolygonsWithoutEllipsoidError``, ``TransformError``, ``OutsideCrsError``,
    what ``every_feature`` raises, ``Cancelled``.
    """
    units_in = UnitsInEachCrs(units, method, context)
    notes: list[Message] = []
    areas = []
    years = sorted({one.year for one in layers})
    for number, year in enumerate(years):
        part = Part(progress, number / len(years), (number + 1) / len(years))
        of_year = YearOfPolygons([one for one in layers if one.year == year], units_in, legend)
        areas.append(of_year.measure(part))
        notes += of_year.remarks()
    return areas, [*units_in.remarks_on_shared_ground(), *notes]
