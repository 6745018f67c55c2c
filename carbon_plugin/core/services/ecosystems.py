"""Which ecosystems a class of land cover is made of, in shares: the table between areas and equivalents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError, raise_all
from ..land_use.legend import ClassName
from ..messages import sentence
from ..options import EDITIONS
from ..resources import read_rows
from ..tables.setting_columns import Number, Text, Word
from ..tables.settings import Row, Rows, Settings
from ..values import Cell, quoted
from .equivalents import ECOSYSTEM, EDITION, OtherEditionError

CLASS, SHARE = "class", "share"
TOLERANCE = 1e-3  # of the sum of shares, so that .333 three times is a whole

_SETTINGS = Settings(
    Word(EDITION, default="", words=EDITIONS.keys),
    ClassName(CLASS, required=True),
    Text(ECOSYSTEM, required=True),
    Number(SHARE, required=True, at_least=0, at_most=1, what=sentence("a share of the class")),
    key=(EDITION, CLASS, ECOSYSTEM),
)


class SharesNotWholeError(InputError):
    template = sentence("“{table}”: the shares of a class should add up to 1, but those of {found}.")
    remedy = sentence("Correct the shares; write 30 % as 0.3.")


class UnknownEcosystemError(InputError):
    template = sentence("“{table}”: {found} is no ecosystem of the equivalents, which have {expected}.")
    remedy = sentence("Choose one of these, or give its equivalents in a table of your own.")


class ClassWithoutEcosystemError(InputError):
    template = sentence("“{table}”: no ecosystem is given for the classes {found}.")
    remedy = sentence(
        "Add rows for them to the table of ecosystems (“Export balance rules” writes the shipped one); a class that "
        "should count nothing is built_up, whose equivalents are 0."
    )


@dataclass(frozen=True)
class Ecosystems:
    """``shares``: of the ecosystems of every class; each class adds up to 1. ``own``: classes that a user's table gave.

    ``assumed``: classes whose shipped shares are an assumption. ``table``: what the user calls them.
    """

    shares: Mapping[str, Mapping[str, float]]
    own: frozenset[str] = frozenset()
    assumed: tuple[str, ...] = ()
    table: str = "ecosystems"


def ecosystem_rows() -> list[dict[str, str]]:
    """The shipped table of all editions: ``edition``, ``class``, ``ecosystem``, ``share``, ``note``.

    >>> ecosystem_rows()[0]["ecosystem"]
    'cropland'
    """
    return read_rows("services/ecosystems.csv")


def load_ecosystems(edition: str) -> Ecosystems:
    """The shipped shares under an edition. Raises ``NotAChoiceError``.

    Args:
        edition: a key of ``options.EDITIONS``.

    >>> load_ecosystems("xie2015").shares["cropland"]
    {'dry_cropland': 0.5, 'paddy': 0.5, 'irrigated_cropland': 0.0}
    """
    EDITIONS.check(edition)
    rows = [row for row in ecosystem_rows() if row[EDITION] == edition]
    assumed = tuple(dict.fromkeys(row[CLASS] for row in rows if row["note"].startswith("Assumption")))
    return Ecosystems(_shares(_SETTINGS.read(rows, "ecosystems"), "ecosystems"), assumed=assumed)


def override_ecosystems(shipped: Ecosystems, rows: Rows, table: str, *, edition: str) -> Ecosystems:
    """The shipped shares, with those of a user's table for the classes that it has.

    Args:
        shipped: the shares of the edition.
        rows: as ``Settings.read`` takes them; rows of another edition than ``edition`` are left out.
        table: what the user calls them.
        edition: a key of ``options.EDITIONS``.

    Raises what ``Settings.read`` raises, ``ClassNamesError``, ``OtherEditionError``, ``SharesNotWholeError``.

    >>> own = [{"class": "cropland", "ecosystem": "paddy", "share": 1}]
    >>> override_ecosystems(load_ecosystems("xie2015"), own, "own", edition="xie2015").shares["cropland"]
    {'paddy': 1.0}
    """
    read = _SETTINGS.read(rows, table)
    own = [row for row in read if row[EDITION] in ("", edition)]
    if not own:
        found = quoted(sorted({row[EDITION] for row in read}))
        raise OtherEditionError(table=table, expected=quoted([edition]), found=found)
    given = _shares(own, table)
    changed = {name for name, shares in given.items() if shares != shipped.shares.get(name)}
    assumed = tuple(name for name in shipped.assumed if name not in changed)
    return Ecosystems({**shipped.shares, **given}, shipped.own | changed, assumed, table)


def class_equivalents(
    classes: Sequence[str],
    ecosystems: Ecosystems,
    equivalents: Mapping[tuple[str, str], float],
    *,
    services: Sequence[str],
    table: str,
) -> np.ndarray:
    """Equivalents of a hectare of every class (k, s): those of its ecosystems, by share.

    Args:
        classes: (k,) of land cover; one without a row of its own that is called as an ecosystem is that one.
        ecosystems: the shares.
        equivalents: by ecosystem and service.
        services: (s,).
        table: what the user calls the areas.

    Raises, all at once: ``ClassWithoutEcosystemError``, ``UnknownEcosystemError``.

    >>> from .equivalents import load_equivalents
    >>> edition = load_equivalents("xie2008")
    >>> ecosystems, services = load_ecosystems("xie2008"), ["food", "gas"]
    >>> found = class_equivalents(["forest"], ecosystems, edition.of, services=services, table="areas")
    >>> found.tolist()
    [[0.33, 4.32]]
    """
    known = dict.fromkeys(ecosystem for ecosystem, _ in equivalents)
    shares = {name: ecosystems.shares.get(name) or ({name: 1.0} if name in known else {}) for name in classes}
    errors: list[InputError] = []
    without = [name for name in classes if not shares[name]]
    if without:
        errors.append(ClassWithoutEcosystemError(table=table, found=quoted(without)))
    used = dict.fromkeys(ecosystem for parts in shares.values() for ecosystem in parts)
    unknown = [ecosystem for ecosystem in used if ecosystem not in known]
    if unknown:
        errors.append(UnknownEcosystemError(table=ecosystems.table, found=quoted(unknown), expected=list(known)))
    raise_all(errors)
    return np.array(
        [
            [sum(share * equivalents[ecosystem, service] for ecosystem, share in shares[name].items())
             for service in services]
            for name in classes
        ]
    ).reshape(len(classes), len(services))  # fmt: skip


def _shares(rows: Sequence[Row], table: str) -> dict[str, dict[str, float]]:
    """By class, divided by their sum. Raises ``SharesNotWholeError``."""
    shares: dict[str, dict[str, float]] = {}
    for row in rows:
        shares.setdefault(row[CLASS], {})[row[ECOSYSTEM]] = row[SHARE]
    sums = {name: sum(parts.values()) for name, parts in shares.items()}
    wrong = [Cell(key=name, value=round(total, 6)) for name, total in sums.items() if abs(total - 1.0) > TOLERANCE]
    if wrong:
        raise SharesNotWholeError(table=table, found=wrong)
    return {name: {key: part / sums[name] for key, part in parts.items()} for name, parts in shares.items()}
