"""The recurring parameters, each with label, unit and help in one place."""

from __future__ import annotations

from .help import ADVANCED, with_help
from .layers import (
    features,
    field,
    file_in,
    files,
    key_field,
    layer_of_polygons,
    layers_of_polygons,
    polygons,
    raster,
    rasters,
    table,
    tables,
    unit_field,
    units_id_field,
    units_name_field,
    year_field,
)
from .outputs import file_out, file_wanted, lines_out, notes_out, polygons_out, raster_out, report, table_out
from .values import choice, choices, flag, integer, real, report_language, report_unit, string, threshold

__all__ = [
    "ADVANCED",
    "choice",
    "choices",
    "features",
    "field",
    "file_in",
    "file_out",
    "file_wanted",
    "files",
    "flag",
    "integer",
    "key_field",
    "layer_of_polygons",
    "layers_of_polygons",
    "lines_out",
    "notes_out",
    "polygons",
    "polygons_out",
    "raster",
    "raster_out",
    "rasters",
    "real",
    "report",
    "report_language",
    "report_unit",
    "string",
    "table",
    "table_out",
    "tables",
    "threshold",
    "unit_field",
    "units_id_field",
    "units_name_field",
    "with_help",
    "year_field",
]
