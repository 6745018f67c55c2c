"""The plugin of a checkout in a QGIS without a window, as scripts and benchmarks need it."""

from __future__ import annotations

import atexit
import importlib.util
import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import ModuleType

PLUGIN = "carbon_zoning"


def start_qgis(checkout: Path) -> list[object]:
    """QGIS with Processing and the plugin of ``checkout``, without the user's settings; keep what is returned."""
    use_no_settings()
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(os.path.join(QgsApplication.pkgDataPath(), "python", "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    plugin = package_of(checkout).classFactory(None)
    plugin.initProcessing()
    return [application, plugin]


def use_no_settings() -> None:
    """Without a window, and with a profile that ends with the process: the user's own language is to change nothing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if "QGIS_CUSTOM_CONFIG_PATH" not in os.environ:
        folder = os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
        atexit.register(shutil.rmtree, folder, ignore_errors=True)


def package_of(checkout: Path) -> ModuleType:
    """The plugin's package under the name QGIS gives it, whatever the checkout is called."""
    if PLUGIN not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            PLUGIN, checkout / "__init__.py", submodule_search_locations=[str(checkout)]
        )
        module = sys.modules[PLUGIN] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[PLUGIN]
