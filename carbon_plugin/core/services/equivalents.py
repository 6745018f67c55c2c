"""Equivalents of ecosystem services: what a hectare gives, against the food that a hectare of cropland gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import InputError, raise_all
from ..messages import Message, note, sentence, warning
from ..options import EDITIONS
from ..resources import read_rows
from ..tables.setting_columns import Number, Text, Word
from ..tables.settings import Row, Rows, Settings
from ..values import quoted

EDITION, ECOSYSTEM, SERVICE, EQUIVALENT = "edition", "ecosystem", "service", "equivalent"

_SETTINGS = Settings(
    Word(EDITION, default="", words=EDITIONS.keys),
    Text(ECOSYSTEM, required=True),
    Text(SERVICE, required=True),
    Number(EQUIVALENT, required=True),
    Text("source"),
    key=(EDITION, ECOSYSTEM, SERVICE),
)


class OtherEditionError(InputError):
    template = sentence("“{table}” has no row of the edition {expected}; its rows are of {found}.")
    remedy = sentence("Choose the edition that the table is of, or empty its column “edition”.")


class IncompleteEquivalentsError(InputError):
    template = sentence("“{table}”: the ecosystem {ecosystem} has no equivalent of {missing}.")
    remedy = sentence("Give each ecosystem a row for every service; 0 where it gives none.")


@dataclass(frozen=True)
class Equivalents:
    """``of``: by ecosystem and service, for all pairs. ``overridden``: how many rows a user's table changed or added.

    ``edition``: a key of ``options.EDITIONS``, whose value of one equivalent holds by default.
    """

    edition: str
    of: Mapping[tuple[str, str], float]
    overridden: int = 0
    notes: tuple[Message, ...] = field(default=(), compare=False)

    @property
    def ecosystems(self) -> list[str]:
        """Every ecosystem once, in the order of the table."""
        return list(dict.fromkeys(ecosystem for ecosystem, _ in self.of))

    @property
    def services(self) -> list[str]:
        """Every service once, in the order of the table."""
        return list(dict.fromkeys(service for _, service in self.of))


def equivalent_rows(edition: str) -> list[dict[str, object]]:
    """The rows of an edition: ``edition``, ``ecosystem``, ``service``, ``equivalent`` (a number), ``source``.

    Raises ``NotAChoiceError``.

    Args:
        edition: a key of ``options.EDITIONS``.

    >>> equivalent_rows("xie2008")[0]["equivalent"]
    0.33
    """
    EDITIONS.check(edition)
    rows = (row for row in read_rows("services/equivalents.csv") if row[EDITION] == edition)
    return [{**row, EQUIVALENT: float(row[EQUIVALENT])} for row in rows]


def load_equivalents(edition: str) -> Equivalents:
    """A shipped edition. Raises ``NotAChoiceError``.

    Args:
        edition: a key of ``options.EDITIONS``.

    >>> load_equivalents("xie2008").of["water", "hydrology"]
    18.77
    """
    return Equivalents(edition, {(row[ECOSYSTEM], row[SERVICE]): row[EQUIVALENT] for row in equivalent_rows(edition)})


def override_equivalents(shipped: Equivalents, rows: Rows, table: str) -> Equivalents:
    """An edition with a user's rows: those of a known ecosystem and service replace, others are added.

    Args:
        shipped: the edition.
        rows: as ``Settings.read`` takes them; rows of another edition are left out.
        table: what the user calls them.

    Raises what ``Settings.read`` raises, ``OtherEditionError``, ``IncompleteEquivalentsError``.

    >>> own = [{"ecosystem": "built_up", "service": "purification", "equivalent": -2}]
    >>> override_equivalents(load_equivalents("xie2008"), own, "own").of["built_up", "purification"]
    -2.0
    """
    read = _SETTINGS.read(rows, table)
    own = [row for row in read if row[EDITION] in ("", shipped.edition)]
    if not own:
        found = quoted(sorted({row[EDITION] for row in read}))
        raise OtherEditionError(table=table, expected=quoted([shipped.edition]), found=found)
    given = {(row[ECOSYSTEM], row[SERVICE]): row[EQUIVALENT] for row in own}
    merged = {**shipped.of, **given}
    changed = sum(shipped.of.get(key) != value for key, value in given.items())
    found = Equivalents(shipped.edition, merged, changed, _remarks(shipped, read, own, table))
    _check_complete(found, table)
    return found


def _check_complete(equivalents: Equivalents, table: str) -> None:
    errors = []
    for ecosystem in equivalents.ecosystems:
        missing = [service for service in equivalents.services if (ecosystem, service) not in equivalents.of]
        if missing:
            error = IncompleteEquivalentsError(table=table, ecosystem=quoted([ecosystem]), missing=quoted(missing))
            errors.append(error)
    raise_all(errors)


def _remarks(shipped: Equivalents, read: Sequence[Row], own: Sequence[Row], table: str) -> tuple[Message, ...]:
    notes: list[Message] = []
    if len(own) < len(read):
        template = "“{table}”: {count:row|rows} of another edition than {edition} left out."
        left_out = {"table": table, "count": len(read) - len(own), "edition": quoted([shipped.edition])}
        notes.append(note("other-editions-left-out", template, **left_out))
    added = [name for name in dict.fromkeys(row[SERVICE] for row in own) if name not in shipped.services]
    if added:
        template = (
            "“{table}” has services that the edition does not know, and they are added to its own: {services}. Where "
            "one is another name for a service of the edition, it counts twice."
        )
        notes.append(warning("services-added", template, table=table, services=quoted(added)))
    return tuple(notes)
