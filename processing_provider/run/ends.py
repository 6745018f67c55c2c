"""How a run ends: all outputs in place, or none and a sentence."""

from __future__ import annotations

import traceback
from collections.abc import Iterable
from functools import wraps
from typing import Callable

from qgis.core import QgsProcessingException

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.errors import Cancelled, InputError
from ...carbon_plugin.core.messages import note, sentence
from .run import Run


class UnexpectedError(InputError):
    template = sentence("This should not have happened, and nothing was written: {error}.")
    remedy = sentence("Please report it together with the log above.")


def carry_out(run: Run, work: Callable[[], None]) -> None:
    """Do the ``work`` of a run and let its outputs take their places; after a fault or Cancel there is none of them.

    Raises ``QgsProcessingException``.
    """
    try:
        work()
        if run.progress.cancelled():
            raise Cancelled
        run.put_in_place()
    except Cancelled:
        run.discard()
        run.say([note("stopped", "Stopped. Nothing was written.")])
    except InputError as error:
        raise _end_of(run, in_lines([error])) from error
    except QgsProcessingException as error:
        raise _end_of(run, str(error)) from error
    except Exception as error:
        run.feedback.pushDebugInfo(traceback.format_exc())
        unexpected = UnexpectedError(error=f"{type(error).__name__}: {error}")
        raise _end_of(run, in_lines([unexpected])) from error


def told_to_qgis(work: Callable[..., dict]) -> Callable[..., dict]:
    """A ``processAlgorithm`` that raises the text alone, with nothing of the run behind it.

    QGIS never lets an exception of Python go: all that its frames hold, tables, layers and the algorithm itself, would
    stay for as long as QGIS is open, and what QGIS itself deletes would be taken for what it makes in its place later.
    """

    @wraps(work)
    def work_or_text(*arguments) -> dict:
        try:
            return work(*arguments)
        except QgsProcessingException as error:
            told, cause = str(error), error
        while cause is not None:
            traceback.clear_frames(cause.__traceback__)
            cause = cause.__context__
        arguments = ()
        raise QgsProcessingException(told)

    return work_or_text


def in_lines(errors: Iterable[InputError]) -> str:
    """All sentences of ``errors`` in the language of the desktop."""
    return "\n".join(message.text(tr) for error in errors for message in error.messages)


def _end_of(run: Run, text: str) -> QgsProcessingException:
    """What QGIS is told, by the names of outputs that the user knows; nothing of the run stays."""
    told = run.staging.told(text)
    run.discard()
    return QgsProcessingException(told)
