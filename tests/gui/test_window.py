"""The real QGIS window: the plugin starts in it and every algorithm's dialog opens, in English and in Chinese."""

from __future__ import annotations

import pytest

OPEN_ALL_DIALOGS = """
import processing
import qgis.utils
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QApplication

print("started", "carbon_zoning" in qgis.utils.active_plugins)
algorithms = QgsApplication.processingRegistry().providerById("carbonzoning").algorithms()
for algorithm in algorithms:
    dialog = processing.createAlgorithmDialog(algorithm.id(), {})
    dialog.show()
    QApplication.processEvents()
    print("dialog", algorithm.id(), dialog.isVisible(), dialog.windowTitle())
    dialog.close()
for item in iface.messageBar().items():
    print("message", item.level(), item.title(), item.text())
iface.mainWindow().grab().save(arguments[0])
"""


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_the_plugin_starts_and_every_dialog_opens(qgis_window, awkward_folder, language):
    picture = awkward_folder / "window.png"
    run = qgis_window(OPEN_ALL_DIALOGS, picture, language=language)
    assert run.exit_code == 0, run.output
    lines = run.stdout.splitlines()
    assert "started True" in lines
    dialogs = [line for line in lines if line.startswith("dialog ")]
    assert dialogs
    assert all(" True " in line for line in dialogs)
    assert not [line for line in lines if line.startswith("message ") and "carbon_zoning" in line]
    assert "Traceback" not in run.output
    assert picture.stat().st_size > 10_000
