"""What can go wrong between this process and its workers."""

from __future__ import annotations

from ...core.errors import InputError
from ...core.messages import sentence
from ..errors import RasterError


class ClusterAddressError(InputError):
    template = sentence("“{found}” names no cluster. Expected: nothing, “local”, or an address such as {expected}.")
    remedy = sentence("Leave it empty to work in QGIS itself, or write the address that the scheduler shows.")


class NoDaskError(InputError):
    template = sentence("A cluster needs the Python library distributed (dask), which {found}.")
    remedy = sentence(
        "Install dask and distributed into QGIS's Python ({expected} or later), or leave the cluster empty to work "
        "without."
    )


class NoPythonError(InputError):
    template = sentence("No Python was found beside QGIS ({found}), so no workers can be started on this machine.")
    remedy = sentence("Leave the cluster empty, or start a Dask cluster yourself and write its address.")


class ClusterUnreachableError(InputError):
    template = sentence("The cluster at {address} does not answer: {reason}.")
    remedy = sentence("Check that its scheduler runs, that the address is right, and that no firewall is between.")


class ClusterWithoutWorkersError(InputError):
    template = sentence("The cluster at {address} has no workers.")
    remedy = sentence("Start at least one: dask worker {address}")


class WorkersDifferError(InputError):
    """``found``: the version of the workers, by worker."""

    template = sentence("The cluster has another version of {package}: here {expected}, there {found}.")
    remedy = sentence("Use the same version on all machines.")


class WorkersLackError(InputError):
    template = sentence("Workers of the cluster lack the Python libraries {missing}: {workers}.")
    remedy = sentence("Install them there (GDAL with its Python bindings, and numpy), and start the workers anew.")


class WorkersKeepOldCodeError(InputError):
    template = sentence("Workers of the cluster hold another version of this plugin: {workers}.")
    remedy = sentence("Start them anew; the plugin's code comes to them by itself.")


class WorkerLostError(InputError):
    template = sentence("Worker {worker} died while it worked on {files}, and so did those that tried again.")
    remedy = sentence("Often its memory is too small: look at the worker's log, or give the cluster more memory.")


class ClusterLostError(InputError):
    template = sentence("The connection to the cluster was lost while it worked on {files}.")
    remedy = sentence("Check that the scheduler still runs, and start again. Nothing was written.")


class UnseenFileError(RasterError):
    template = sentence("Worker {worker} cannot read “{raster}”: {reason}.")
    remedy = sentence(
        "All workers must see the rasters under the same path: put them on a shared folder, or give addresses such as "
        "/vsicurl/ and /vsis3/."
    )
