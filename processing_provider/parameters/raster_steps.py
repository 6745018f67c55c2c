"""What steps that read coded rasters ask for alike: their years, their legend, classes of the user's own."""

from __future__ import annotations

from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import AREA_METHODS, LEGENDS
from .. import parameters as p
from ..run import Run
from ..run.checks import Readable
from ..run.inputs import Inputs

CLUSTER = "CLUSTER"


def cluster():
    """CLUSTER: who reads the blocks."""
    return p.string(
        CLUSTER,
        sentence("Cluster"),
        sentence(
            "Empty: QGIS itself reads the rasters. “local”: processes of this machine. An address such as "
            "tcp://192.168.1.10:8786: a running Dask cluster, whose workers see the rasters under the same paths. "
            "Needs the Python library distributed (dask); the results are the same."
        ),
        advanced=True,
    )


def cluster_is_readable():
    """The check of CLUSTER before a run."""
    from ...carbon_plugin.raster.cluster.address import read_address

    return Readable(lambda given: read_address(given.text(CLUSTER)))


def coded_rasters(text: str, *, become_columns: bool, optional: bool = False) -> list:
    """LAND_COVER, YEARS, LEGEND and CLASSES; ``become_columns``: where each class has a column of the output."""
    rasters = p.rasters("LAND_COVER", sentence("Land-cover rasters"), text, optional=optional)
    return [rasters, raster_years(), legend_of_codes(), own_classes(become_columns)]


def raster_years():
    """YEARS of rasters, one a raster."""
    return p.string(
        "YEARS",
        sentence("Years"),
        sentence(
            "One year a raster in the order of the list, with semicolons between: 2000;2005;2010. Empty: the year in "
            "each raster's name."
        ),
    )


def legend_of_codes():
    """LEGEND: a shipped one."""
    return p.choice(
        "LEGEND", sentence("Legend of the codes"), LEGENDS, text=sentence("Which class each code stands for.")
    )


def own_classes(become_columns: bool):
    """CLASSES: rows that add to the legend; ``become_columns``: where each class has a column of the output."""
    text = sentence(
        "Table with columns value and class, for instance 41 and orchard; its rows add to the legend or replace it. An "
        "empty class leaves the cells out."
    )
    if become_columns:
        text = sentence(
            "Table with columns value and class, for instance 41 and orchard; its rows add to the legend or replace "
            "it. An empty class leaves the cells out. Any class name becomes a column <class>_ha."
        )
    return p.table("CLASSES", sentence("Classes of your own"), text, optional=True)


def area_method():
    """AREA_METHOD: of a cell."""
    return p.choice(
        "AREA_METHOD",
        sentence("Area of a cell"),
        AREA_METHODS,
        text=sentence(
            "Ellipsoidal: true area on the ground. Planar: cell width times height in the raster's projection, refused "
            "for degrees."
        ),
        advanced=True,
    )


def names_and_years(given: Inputs) -> tuple[list[str], list[int]]:
    """Names and years of the rasters LAND_COVER, as the texts of YEARS or their names give them."""
    from ...carbon_plugin.bridge.rasters import full_name
    from ...carbon_plugin.core.tables.years import years_of

    names = [full_name(layer) for layer in given.rasters("LAND_COVER")]
    return names, years_of(names, given.text("YEARS"))


def chosen_legend(run: Run):
    """The LEGEND with the CLASSES of the user's own."""
    from ...carbon_plugin.core.land_use.legend import load_legend, read_legend

    legend = load_legend(run.choice("LEGEND", LEGENDS))
    return legend.overridden_by(read_legend(*run.rows("CLASSES"))) if run.given("CLASSES") else legend
