"""Files a run wrote, such as reports and printed maps, with a button each: QGIS's results viewer takes HTML alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QCoreApplication, QThread, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from ..bridge.translation import tr

_shown: list = []  # the message of the run before, which gives way


def offer_files(title: str, files: Mapping[str, str]) -> None:
    """Show a message in the window with a button for every one of ``files`` (label: path) that is there.

    Without a window, and in another thread than the window's, nothing is shown.
    """
    from qgis.utils import iface

    there = {label: path for label, path in files.items() if Path(path).is_file()}
    if not there or iface is None or QThread.currentThread() != QCoreApplication.instance().thread():
        return
    bar = iface.messageBar()
    while _shown:
        earlier = _shown.pop()
        if earlier in bar.items():
            bar.popWidget(earlier)
    message = bar.createMessage(title, tr("Written: {files}").format(files=", ".join(map(_name, there.values()))))
    for label, path in there.items():
        button = QPushButton(tr("Open: {what}").format(what=label), message)
        button.setToolTip(path)
        button.clicked.connect(lambda _=False, path=path: QDesktopServices.openUrl(QUrl.fromLocalFile(path)))
        message.layout().addWidget(button)
    bar.pushWidget(message, Qgis.MessageLevel.Success, 0)
    _shown.append(message)


def _name(path: str) -> str:
    return Path(path).name
