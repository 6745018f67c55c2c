"""Qt's translation, for the language of the desktop and, in reports, for the one the planner asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from ..core.resources import RESOURCES

CONTEXT = "CarbonZoning"
LANGUAGES = ("en", "zh")
AUTO = "auto"

_spoken: ContextVar[Translation | None] = ContextVar("spoken", default=None)  # in this thread


def tr(text: str) -> str:
    """``text`` in the language of the desktop, or in the one that is spoken within ``speaking``."""
    spoken = _spoken.get()
    return spoken(text) if spoken else QCoreApplication.translate(CONTEXT, text)


@contextmanager
def speaking(translation: Translation) -> Iterator[None]:
    """Let ``tr`` and ``language`` speak another language than the desktop for a while, in this thread alone."""
    token = _spoken.set(translation)
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """The language labels and aliases are written in: 'zh' on a Chinese desktop, else 'en'."""
    spoken = _spoken.get()
    if spoken:
        return spoken.code
    return "zh" if QLocale(QgsApplication.locale()).language() == QLocale.Language.Chinese else "en"


def load_translator(code: str) -> QTranslator | None:
    """The translator for ``code``; None for English, and where the file cannot be read."""
    translator = QTranslator()
    path = RESOURCES / "translations" / f"carbon_zoning_{code}.qm"
    return translator if code != "en" and translator.load(str(path)) else None


class Translation:
    """A language of its own, whatever the desktop speaks: call it with an English template."""

    def __init__(self, choice: str):
        """``choice``: a key of ``core.options.LANGUAGES``; ``auto`` is the language of the desktop."""
        self.code = language() if choice == AUTO else choice
        self._translator = load_translator(self.code)

    def __call__(self, text: str) -> str:
        found = self._translator.translate(CONTEXT, text.encode()) if self._translator else ""  # as text only ASCII
        return found or text
