"""One QGIS that runs what it is told, a JSON line a job, so that a crash or a hang ends it and not the script.

The first line names all algorithms. A job: ``algorithm``, ``parameters``, ``cancel_at`` (of the monotonic clock, or
null). Its answer: ``ending`` (done, stopped, refused or the name of an exception), ``text``, ``log``, ``seconds``,
``processor_seconds`` of the process at the end, and ``cancel_seconds`` from the time of Cancel until the call returned.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import threading
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))


def main() -> None:
    """Start QGIS with the plugin, answer until the input ends."""
    faulthandler.enable()
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what libraries print is no answer
    from plugin_of import start_qgis

    _application, plugin = start_qgis(ROOT)
    answers.write(json.dumps([one.name() for one in plugin.provider.algorithms()]) + "\n")
    answers.flush()
    for line in sys.stdin:
        answers.write(json.dumps(run(**json.loads(line))) + "\n")
        answers.flush()
    os._exit(0)


def run(algorithm: str, parameters: dict, cancel_at: float | None = None) -> dict:
    """One job."""
    from qgis import processing
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject

    log: list[str] = []

    class Listening(QgsProcessingFeedback):
        def pushInfo(self, text):
            log.append(text)

        def pushWarning(self, text):
            log.append(text)

        def pushDebugInfo(self, text):
            log.append(text)

        def reportError(self, text, fatalError=False):
            log.append(text)

    feedback, context = Listening(False), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    start = time.monotonic()
    timer = None
    if cancel_at is not None:
        timer = threading.Timer(max(cancel_at - start, 0.0), feedback.cancel)
        timer.start()
    ending, text = "done", ""
    try:
        processing.run(f"carbonzoning:{algorithm}", parameters, feedback=feedback, context=context)
    except QgsProcessingException as error:
        ending, text = "refused", str(error)
    except Exception as error:
        ending, text = type(error).__name__, traceback.format_exc()
    end, used = time.monotonic(), time.process_time()
    if timer is not None:
        timer.cancel()
    if ending == "done" and any("Stopped. Nothing was written" in line for line in log):
        ending = "stopped"
    late = end - cancel_at if cancel_at is not None and end > cancel_at else None
    return {
        "ending": ending, "text": text, "log": log, "seconds": end - start, "processor_seconds": used,
        "cancel_seconds": late,
    }  # fmt: skip


if __name__ == "__main__":
    main()
