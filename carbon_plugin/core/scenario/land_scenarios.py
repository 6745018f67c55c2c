"""Which scenario of the land each scenario of emission follows: that of its own name, else the baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..errors import InputError
from ..messages import Message, note, sentence, warning
from ..tables.panel import Panel
from ..tables.vocabulary import SCENARIO
from ..values import quoted

ANY = ""  # the one scenario of a table without a column of scenarios
FALLBACK = "baseline"  # what a scenario without land of its own follows


class NoLandForScenariosError(InputError):
    template = sentence(
        "“{table}” has no land for {missing}: its scenarios are {found}, and none is called “{fallback}”, which would "
        "stand in."
    )
    remedy = sentence(
        "Give the scenarios of land and of emission the same names, or leave out the column scenario: then the land "
        "holds under all."
    )


@dataclass(frozen=True)
class LandScenarios:
    """``names``: the scenarios of the land, in the table's order; ``followed``: by scenario of emission."""

    names: list[str]
    followed: dict[str, str]
    notes: list[Message] = field(default_factory=list)


def match_scenarios(demand: Panel, scenarios: Sequence[str]) -> LandScenarios:
    """The land that each scenario of emission follows.

    Args:
        demand: land to come, perhaps with ``scenario``.
        scenarios: (s,) those of emission.

    Raises ``NoLandForScenariosError`` where a scenario has no land and no baseline stands in.

    >>> import pandas as pd
    >>> demand = Panel(pd.DataFrame({"scenario": ["baseline", "low"]}), "land")
    >>> match_scenarios(demand, ["low", "high"]).followed
    {'low': 'low', 'high': 'baseline'}
    """
    if SCENARIO not in demand:
        text = sentence("“{table}” has no column scenario: its land holds under every scenario.")
        return LandScenarios([ANY], dict.fromkeys(scenarios, ANY), [note("one-land", text, table=demand.table)])
    names = list(demand.frame[SCENARIO].unique())
    own = [name for name in scenarios if name in names]
    without = [name for name in scenarios if name not in names]
    if without and FALLBACK not in names:
        told = {"missing": quoted(without), "found": quoted(names), "fallback": FALLBACK}
        raise NoLandForScenariosError(table=demand.table, **told)
    notes = []
    if without:
        text = sentence("“{table}” has no land for the scenarios {scenarios}: the land of “{fallback}” counts there.")
        told = {"scenarios": quoted(without), "fallback": FALLBACK}
        notes.append(warning("land-of-baseline", text, table=demand.table, **told))
    idle = [name for name in names if name not in own and not (without and name == FALLBACK)]
    if idle:
        text = sentence(
            "“{table}” has land under {idle}, which no scenario of emission is called: it changes no sink. The "
            "scenarios of emission are {scenarios}."
        )
        notes.append(warning("land-unused", text, table=demand.table, idle=quoted(idle), scenarios=quoted(scenarios)))
    return LandScenarios(names, {name: name if name in names else FALLBACK for name in scenarios}, notes)
