"""The zip installed by the plugin manager's own code in a fresh profile without a network, and what comes next.

Sample project from the menu, guide, help of every dialog, the chain, its layers, styles and legend; both languages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

INSTALL = """
import os
import sys
from pathlib import Path

import processing
import pyplugin_installer
import qgis.utils
from qgis.core import QgsApplication, QgsBlockingNetworkRequest, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QObject, QTimer, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtNetwork import QNetworkRequest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialogButtonBox, QFileDialog

package, folder = arguments
plugins = Path(QgsApplication.qgisSettingsDirPath()) / "python" / "plugins"
opened = []


class Browser(QObject):
    @pyqtSlot(QUrl)
    def open(self, address):
        opened.append(address)


browser = Browser()
QDesktopServices.setUrlHandler("file", browser, "open")


def wait(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def page(address):
    path = Path(address.toLocalFile())
    return path.relative_to(plugins).as_posix() if path.is_file() else f"missing {path}"


request = QgsBlockingNetworkRequest()
answer = request.get(QNetworkRequest(QUrl("https://plugins.qgis.org/plugins/plugins.xml")), True)
print("network", answer == request.ErrorCode.NoError)
print("before", "carbon_zoning" in qgis.utils.plugins, "carbon_zoning" in qgis.utils.available_plugins)
pyplugin_installer.instance().installFromZipFile(package)
where = os.path.dirname(sys.modules["carbon_zoning"].__file__)
print("installed", os.path.relpath(where, plugins), "carbon_zoning" in qgis.utils.active_plugins)

window = iface.mainWindow()
window.findChild(QAction, "carbon_zoning_guide").trigger()
print("guide", [page(one) for one in opened])

QFileDialog.getExistingDirectory = lambda *_: folder
window.findChild(QAction, "carbon_zoning_open_sample").trigger()
project = QgsProject.instance()
print("project", os.path.basename(project.fileName()), len(project.mapLayers()))

for algorithm in QgsApplication.processingRegistry().providerById("carbonzoning").algorithms():
    dialog = processing.createAlgorithmDialog(algorithm.id(), {})
    dialog.show()
    QApplication.processEvents()
    opened.clear()
    buttons = [one.button(QDialogButtonBox.StandardButton.Help) for one in dialog.findChildren(QDialogButtonBox)]
    for button in filter(None, buttons):
        button.click()
    print("dialog", algorithm.name(), dialog.isVisible(), [page(one) for one in opened])
    dialog.close()

layers = list(project.mapLayers().values())
tables = [one for one in layers if isinstance(one, QgsVectorLayer)]
chain = QgsApplication.processingRegistry().createAlgorithmById("carbonzoning:carbonneutralzoning")
processing.runAndLoadResults(chain.id(), {
    "UNITS": next(one for one in tables if one.isSpatial()), "UNITS_NAME_FIELD": "name",
    "STATISTICS": next(one for one in tables if not one.isSpatial()),
    "LAND_COVER": sorted((one for one in layers if isinstance(one, QgsRasterLayer)), key=lambda one: one.source()),
    **{one.name(): "TEMPORARY_OUTPUT" for one in chain.destinationParameterDefinitions()}})
wait(2000)
root = project.layerTreeRoot()
group = root.findGroups()[0]
print("group", root.children()[0] is group, group.name() == chain.displayName())
print("layers", [(node.name(), node.isVisible()) for node in group.findLayers()])
zones = group.findLayers()[0].layer()
print("legend", [one.label() for one in zones.renderer().categories()], zones.labelsEnabled())
counted = {}
for feature in zones.getFeatures():
    counted[str(feature["zone"])] = counted.get(str(feature["zone"]), 0) + 1
print("zones", [counted[str(zone)] for zone in range(1, 6)])
for item in iface.messageBar().items():
    print("message", item.level(), item.title(), item.text())
window.grab().save(folder + "/window.png")
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The zip: of the last commit, or in a folder without git the one that `make package` left."""
    path = tmp_path_factory.mktemp("package") / "carbon_zoning.zip"
    if (ROOT / ".git").exists() and shutil.which("git"):
        environment = {**os.environ, "CARBON_ZONING_VENV": sys.prefix}
        command = [str(ROOT / "scripts" / "package"), "HEAD", str(path)]
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return path
    made = sorted((ROOT / "dist").glob("carbon_zoning-*.zip"), key=lambda one: one.stat().st_mtime)
    if not made:
        pytest.skip("there is neither git nor a package in dist/ (make package)")
    return made[-1]


def _after(lines, start):
    return [line[len(start) + 1 :] for line in lines if line.startswith(start + " ")]


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "folder", "worst"), [("en", "en", "Carbon source optimization zone"), ("zh-Hans", "zh", "碳源优化区")]
)
def test_installed_from_the_zip_all_is_there(qgis_window, package, awkward_folder, language, folder, worst):
    run = qgis_window(INSTALL, package, awkward_folder, language=language, bare=True)
    assert run.exit_code == 0, run.output
    assert "Traceback" not in run.output
    lines = run.stdout.splitlines()
    guide = f"carbon_zoning/resources/guide/{folder}"
    assert _after(lines, "network") == ["False"]
    assert _after(lines, "before") == ["False False"]
    assert _after(lines, "installed") == ["carbon_zoning True"]
    assert _after(lines, "guide") == [f"['{guide}/index.html']"]
    assert _after(lines, "project") == ["carbon_zoning_sample.qgz 7"]
    dialogs = _after(lines, "dialog")
    assert len(dialogs) > 30
    for line in dialogs:
        name, shown, pages = line.split(" ", 2)
        assert (shown, pages) == ("True", f"['{guide}/{name}.html']"), line
    assert _after(lines, "group") == ["True True"]
    (layers,) = _after(lines, "layers")
    assert layers.count("True") == 1 and layers.index("True") < layers.index("False")
    (legend,) = _after(lines, "legend")
    assert worst in legend and legend.endswith("True")
    assert _after(lines, "zones") == ["[10, 23, 15, 23, 8]"]
    warnings = [line for line in _after(lines, "message") if line.startswith(("1 ", "2 "))]
    assert not [line for line in warnings if "Open Sans" not in line]  # a font that QGIS itself would have fetched
    assert (awkward_folder / "window.png").stat().st_size > 10_000
