"""The choices that a zoning rests on and planners argue about: the options of each, and how likely each is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...choices import Choices
from ...errors import InputError
from ...messages import Message, note, phrase, sentence, warning
from ...number_text import number_in
from ...options import BOUNDARY, CLI_DIRECTIONS, FILLED, FOOTPRINT_FACTORS, PROFILES, RULE_SETS, TREND_METHODS
from ...resources import read_rows
from ...tables.setting_columns import Number, Text, folded
from ...tables.settings import Row, Rows, Settings
from ...values import Cell, quoted

LAST_YEAR = Choices(
    "last_year",
    {
        "kept": sentence("The last year is tested with the others"),
        "left_out": sentence("The last year is left out"),
    },
)
KEPT, LEFT_OUT = LAST_YEAR.keys
THRESHOLD = "threshold"
CHOICES: dict[str, Choices | None] = {  # None: a number
    "profile": PROFILES,
    "boundary": BOUNDARY,
    "footprint_factor": FOOTPRINT_FACTORS,
    "last_year": LAST_YEAR,
    "method": TREND_METHODS,
    "filled": FILLED,
    THRESHOLD: None,
    "cli_direction": CLI_DIRECTIONS,
    "rule_set": RULE_SETS,
}
LABELS = {
    "profile": sentence("Coefficient profile"),
    "boundary": sentence("Energy boundary"),
    "footprint_factor": sentence("Footprint of a tonne"),
    "last_year": sentence("Last year"),
    "method": sentence("Trend test"),
    "filled": sentence("Interpolated and shared-out values"),
    THRESHOLD: sentence("Threshold of |Z|"),
    "cli_direction": sentence("Direction of land-use intensity"),
    "rule_set": sentence("Indices that count"),
}

_SETTINGS = Settings(
    Text("choice", required=True),
    Text("option", required=True),
    Number("weight", default=1.0, at_least=0, what=sentence("a number, 0 to tell the option and not draw it")),
    Text("note"),
    key=("choice", "option"),
)


class UnknownChoiceError(InputError):
    template = sentence("“{table}”: column “choice” holds {found}, but a choice must be one of {expected}.")
    remedy = sentence("Correct or delete these rows.")


class UnknownOptionError(InputError):
    template = sentence("“{table}”: {found} is no option of “{choice}”; expected is {expected}.")
    remedy = sentence("Correct or delete these rows.")


@dataclass(frozen=True)
class Choice:
    """One way to make all choices: a key of the option of each, the threshold as a number."""

    profile: str = PROFILES.default
    boundary: str = BOUNDARY.default
    footprint_factor: str = FOOTPRINT_FACTORS.default
    last_year: str = KEPT
    method: str = TREND_METHODS.default
    filled: str = FILLED.default
    threshold: float = 1.66
    cli_direction: str = CLI_DIRECTIONS.default
    rule_set: str = RULE_SETS.default

    def with_option(self, choice: str, option: object) -> Choice:
        """The same with another option of one choice."""
        return replace(self, **{choice: option})


@dataclass(frozen=True)
class Alternatives:
    """The options of one ``choice`` that are told, each with its ``weight``; those of weight 0 are not drawn."""

    choice: str
    options: tuple[object, ...]
    weights: tuple[float, ...]

    @property
    def drawn(self) -> tuple[tuple[object, float], ...]:
        """The options that are drawn, with their probability."""
        whole = sum(self.weights)
        return tuple((option, weight / whole) for option, weight in zip(self.options, self.weights) if weight > 0)

    def without(self, option: object, base: object) -> Alternatives:
        """The same without ``option``; where nothing is left to draw, ``base`` is."""
        kept = [(one, weight) for one, weight in zip(self.options, self.weights) if one != option]
        return _alternatives(self.choice, dict(kept), base)


def default_choices() -> list[dict[str, str]]:
    """The shipped table of choices, as rows.

    >>> [(row["choice"], row["option"], row["weight"]) for row in default_choices()][:2]
    [('threshold', '1.66', '1'), ('threshold', '1.96', '1')]
    """
    return read_rows("zoning/choices.csv")


def read_choices(
    rows: Rows, table: str, base: Choice, *, own_rules: bool = False
) -> tuple[tuple[Alternatives, ...], list[Message]]:
    """The alternatives of every choice of a table ``choice, option`` and perhaps ``weight, note``.

    Args:
        rows: as ``Settings.read`` takes them; an empty weight is 1.
        table: what the user calls it.
        base: what the settings of the run are. It is among the options of every choice; where the table does not have
            it, it is drawn as often as an option of weight 1, and a choice without options, or whose weights are all
            0, is not drawn.
        own_rules: the rules are the user's own, so that sets of indices are no choice.

    Raises, all at once: what ``Settings.read`` raises, ``UnknownChoiceError``, ``UnknownOptionError``.
    """
    read = _SETTINGS.read(rows, table, lambda sound: _check(sound, table))
    by_choice: dict[str, dict[object, float]] = {}
    for row in read:
        choice = folded(row["choice"])
        by_choice.setdefault(choice, {})[_option(choice, row["option"])] = row["weight"]
    notes: list[Message] = []
    if own_rules and len(by_choice.pop("rule_set", {})) > 1:
        template = "The rules are your own, so that the choice “{choice}” is not drawn."
        notes.append(note("rule-set-not-drawn", template, choice="rule_set"))
    alternatives = []
    for choice in CHOICES:
        own = getattr(base, choice)
        options = by_choice.get(choice, {})
        drawn = any(weight > 0 for weight in options.values())
        if options and own not in options:
            values = {"option": own, "choice": choice, "table": table}
            if drawn:
                template = (
                    "The settings have {option} for “{choice}”, which “{table}” does not list; it is drawn with "
                    "weight 1."
                )
                notes.append(note("own-option-added", template, **values))
            else:
                template = "The settings have {option} for “{choice}”, which “{table}” does not list; nothing is drawn."
                notes.append(note("own-option-alone", template, **values))
        elif drawn and options.get(own) == 0:
            template = "“{table}” gives {option}, the setting for “{choice}”, no weight, so that it is never drawn."
            notes.append(warning("own-option-not-drawn", template, option=own, choice=choice, table=table))
        alternatives.append(_alternatives(choice, options, own))
    return tuple(alternatives), notes


def _alternatives(choice: str, options: dict[object, float], base: object) -> Alternatives:
    """Those of a table, with the ``base``."""
    drawn = any(weight > 0 for weight in options.values())
    options = options if base in options else {base: 1.0, **options}
    weights = options if drawn else {**options, base: 1.0}
    return Alternatives(choice, tuple(options), tuple(float(weights[option]) for option in options))


def _option(choice: str, text: str) -> object:
    """The option that ``text`` stands for; None where it is none."""
    known = CHOICES[choice]
    if known is None:
        number = number_in(text)
        return number if number is not None and number > 0 else None
    return {folded(key): key for key in known}.get(folded(text))


def _check(rows: Sequence[Row], table: str) -> list[InputError]:
    unknown = [replace(row.cell("choice"), value=row["choice"]) for row in rows if folded(row["choice"]) not in CHOICES]
    errors: list[InputError] = []
    if unknown:
        errors.append(UnknownChoiceError(table=table, found=unknown, expected=quoted(CHOICES)))
    for choice, known in CHOICES.items():
        found = [
            Cell(row=row.number, value=row["option"])
            for row in rows
            if folded(row["choice"]) == choice and _option(choice, row["option"]) is None
        ]
        if found:
            expected = phrase(sentence("a number above 0")) if known is None else quoted(known)
            errors.append(UnknownOptionError(table=table, found=found, choice=choice, expected=expected))
    return errors
