"""Errors that may come back from another process."""

from __future__ import annotations

from ..core.errors import InputError


class RasterError(InputError):
    """An ``InputError`` raised by a task; pickled by its values, since exceptions lose keyword arguments otherwise."""

    def __reduce__(self):
        return _again, (type(self), self.values)


def _again(kind: type[RasterError], values: dict[str, object]) -> RasterError:
    return kind(**values)
