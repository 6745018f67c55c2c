"""How result layers look: aliases with units, fixed classes from shipped tables, breaks from the core.

A style is a function of the layer; the base class stores it with the data and applies it to what QGIS loads.
"""

from .layers import LayerStyler, aliases, label_by, polygon_symbol, store_style
from .net_emission import net_emission_map

__all__ = ["LayerStyler", "aliases", "label_by", "net_emission_map", "polygon_symbol", "store_style"]
