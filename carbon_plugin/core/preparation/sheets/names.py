"""Variables under the plugin's own names, which say the unit of measure too."""

from __future__ import annotations

from functools import lru_cache

from ...tables.vocabulary import AMOUNT_KINDS, Variable, vocabulary


@lru_cache(maxsize=1)
def variables_offered() -> dict[str, Variable]:
    """The variables of the vocabulary that statistics may hold: amounts that no step computes.

    >>> "population" in variables_offered(), "ce" in variables_offered()
    (True, False)
    """
    return {one.name: one for one in vocabulary().values() if one.kind in AMOUNT_KINDS and not one.module}


def named_variable(label: str) -> str:
    """The variable that a heading calls by the plugin's own name; '' where it does not.

    Capital letters are passed over only where the name ends in its unit of measure: ``GDP`` may be in any.

    Args:
        label: one row of a heading, without the year.

    >>> named_variable("population"), named_variable("FERTILIZER_T"), named_variable("GDP")
    ('population', 'fertilizer_t', '')
    """
    name, lower = label.strip(), label.strip().lower()
    if name in variables_offered():
        return name
    known = variables_offered().get(lower)
    says_unit = known is not None and (known.kind != "socioeconomic" or lower.endswith("_tce"))
    return lower if says_unit else ""
