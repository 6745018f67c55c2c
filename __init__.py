"""Carbon Zoning: land-use carbon budgets from the journals to the planner's desk.

Nothing is imported here but on demand: QGIS, pytest and the packaging checks all import this
file, and only QGIS needs what lies behind it.
"""


def classFactory(iface):  # noqa: N802 - the name QGIS looks for
    """Return the plugin; ``iface`` is None under ``qgis_process``."""
    from .carbon_plugin.plugin import CarbonZoningPlugin

    return CarbonZoningPlugin(iface)
