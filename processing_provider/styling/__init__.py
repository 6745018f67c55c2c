"""How result layers look: aliases with units, fixed classes from shipped tables, breaks from the core.

A style is a function of the layer; the base class stores it with the data and applies it to what QGIS loads.
"""

from .amounts import amount_map
from .association import association_map
from .balance import balance_map
from .classes import class_map
from .coefficients import coefficients_used
from .compensation import compensation_map
from .compensation_types import type_aliases, type_map
from .confidence import confidence_maps
from .drivers import decoupling_map, driver_aliases
from .ellipses import centre_moves, ellipse_map
from .grids import grid_maps
from .issues import issue_aliases
from .land_change import change_raster, change_table, kind_of_change
from .layers import LayerStyler, NamedStyles, aliases, dress, gather, store_style
from .net_emission import net_emission_map
from .notes import note_aliases
from .prepared import mapping_aliases
from .stirpat import fit_aliases, potential_maps, scenario_in_time, scenario_label
from .symbols import label_by, polygon_symbol
from .trend_rasters import p_raster, slope_raster, trend_class_raster, z_raster
from .trends import trend_aliases, trend_maps
from .verification import verification_aliases
from .zone_print import printed_zones
from .zones import zone_maps

__all__ = [
    "LayerStyler",
    "NamedStyles",
    "aliases",
    "amount_map",
    "association_map",
    "balance_map",
    "centre_moves",
    "change_raster",
    "change_table",
    "class_map",
    "coefficients_used",
    "compensation_map",
    "confidence_maps",
    "decoupling_map",
    "dress",
    "driver_aliases",
    "ellipse_map",
    "fit_aliases",
    "gather",
    "grid_maps",
    "issue_aliases",
    "kind_of_change",
    "label_by",
    "mapping_aliases",
    "net_emission_map",
    "note_aliases",
    "p_raster",
    "polygon_symbol",
    "potential_maps",
    "printed_zones",
    "scenario_in_time",
    "scenario_label",
    "slope_raster",
    "store_style",
    "trend_aliases",
    "trend_class_raster",
    "trend_maps",
    "type_aliases",
    "type_map",
    "verification_aliases",
    "z_raster",
    "zone_maps",
]
