"""Which variable of the vocabulary a heading means, and by what its numbers are to be multiplied; or why it is unclear.

Nothing is guessed: a heading that two variables fit, one without a unit of measure where several are in use, and one
whose unit is of something else are told, and left to the user.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...messages import Message, phrase
from ...tables.heading_units import factor_to
from .heading_words import take_measure, take_year
from .names import named_variable, variables_offered
from .synonyms import find_candidates, spellings
from .words import folded, has_word, without_numbering


@dataclass(frozen=True)
class Meaning:
    """``variable``: of the vocabulary, '' where it is not clear which; ``factor``: None where it is not clear.

    ``measure``: the unit of measure as it was found; ``doubt``: why it is unclear, None where it is not.
    """

    variable: str = ""
    factor: float | None = None
    measure: str = ""
    doubt: Message | None = None

    @property
    def is_clear(self) -> bool:
        """True where the column can be read."""
        return bool(self.variable) and self.factor is not None and self.doubt is None

    @property
    def is_recognised(self) -> bool:
        """True where some variable is meant, clearly or not."""
        return bool(self.variable) or self.doubt is not None


NOTHING = Meaning()


def find_meaning(labels: Sequence[str], measure: str, around: Sequence[str] = (), *, title: str = "") -> Meaning:
    """What a heading means.

    Args:
        labels: its words from the top down, without year and unit of measure.
        measure: its own unit of measure, '' where it has none.
        around: units of measure that a note above the table names.
        title: what stands above the table.

    >>> find_meaning(["年末总人口"], "万人")
    Meaning(variable='population', factor=10000.0, measure='万人', doubt=None)
    >>> find_meaning(["粮食产量", "小麦"], "", ["吨"]).variable, find_meaning(["小麦", "播种面积"], "公顷").variable
    ('wheat_t', '')
    >>> print(find_meaning(["总人口"], "").doubt)
    no unit of measure is named; population is counted in persons: write the factor, 1 where the numbers are in persons
    """
    certain = next(filter(None, map(named_variable, labels)), "")
    if certain:
        return _of_name(certain, measure)
    strong, weak = find_candidates(labels, title)
    names = strong or weak
    if not names:
        return Meaning(measure=measure)
    if measure or around:
        return _by_measure(names, measure, around, bool(strong))
    return _without_measure(names)


def meaning_of_names(names: Sequence[str], measure: str, around: Sequence[str], *, certain: bool = False) -> Meaning:
    """What numbers mean that a title, or the name of a sheet or file, gives a variable.

    Args:
        names: variables that the title speaks of.
        measure, around: as of ``find_meaning``.
        certain: whether it is the plugin's own name, which counts in the plugin's unit.

    >>> meaning_of_names(["population"], "", ["万人"]).factor, meaning_of_names(["gdp"], "", []).is_clear
    (10000.0, False)
    """
    if not names:
        return Meaning(measure=measure)
    if certain and not measure and not around:
        return _of_name(names[0], "")
    return _by_measure(names, measure, around, True)


def find_in_title(text: str) -> tuple[list[str], str]:
    """The variables that a title, or the name of a sheet or file, speaks of, and the unit of measure in it.

    The longest words count; more than one variable is told by whoever asks.

    Args:
        text: such as ``表1-2 各县年末总人口``.

    >>> find_in_title("表1-2 各县年末总人口（万人）"), find_in_title("population"), find_in_title("各县概况")
    ((['population'], '万人'), (['population'], ''), ([], ''))
    """
    label, _ = take_year(text)
    if named_variable(label):
        return [named_variable(label)], ""
    label, measure = take_measure(label)
    label = without_numbering(label)
    if named_variable(label):
        return [named_variable(label)], measure
    strong, weak = find_candidates([label])
    if strong or weak:
        return list(strong or weak), measure
    if has_word(label, "other"):
        return [], measure
    plain = folded(label)
    found: dict[str, tuple[str, ...]] = {}
    for spelling, names in spellings(False).items():
        long_enough = len(spelling) >= (2 if not spelling.isascii() else 6)
        if long_enough and spelling in plain and not any(spelling in other for other in found):
            found = {other: kept for other, kept in found.items() if other not in spelling}
            found[spelling] = names
    return list(dict.fromkeys(name for names in found.values() for name in names)), measure


def _of_name(name: str, measure: str) -> Meaning:
    """A column under the plugin's own name counts in the plugin's unit, unless it says otherwise itself."""
    unit = variables_offered()[name].unit
    if not measure:
        return Meaning(name, 1.0, unit)
    factor = factor_to(unit, measure)
    measure = unit if factor == 1.0 else measure
    return (
        Meaning(name, factor, measure) if factor is not None else Meaning("", None, measure, _misfit([name], measure))
    )


def _by_measure(names: Sequence[str], measure: str, around: Sequence[str], sure: bool) -> Meaning:
    """The one of ``names`` that the unit of measure fits."""
    found = [
        (name, factor, written)
        for written in ([measure] if measure else around)
        for name in names
        if (factor := factor_to(variables_offered()[name].unit, written)) is not None
    ]
    if len({name for name, _, _ in found}) > 1:
        fitting = list(dict.fromkeys(name for name, _, _ in found))
        return Meaning("", None, found[0][2], _ambiguous(fitting))
    if len({factor for _, factor, _ in found}) > 1:
        doubt = phrase("several units of measure above the table fit: {measures}", measures=[one[2] for one in found])
        return Meaning(found[0][0], None, "", doubt)
    if found:
        name, factor, written = found[0]
        return Meaning(name, factor, written)
    if not measure:
        return _without_measure(names) if sure else NOTHING
    return Meaning("", None, measure, _misfit(names, measure)) if sure else Meaning(measure=measure)


def _without_measure(names: Sequence[str]) -> Meaning:
    if len(names) > 1:
        return Meaning("", None, "", _ambiguous(names))
    unit = variables_offered()[names[0]].unit
    doubt = phrase(
        "no unit of measure is named; {variable} is counted in {unit}: write the factor, 1 where the numbers are in "
        "{unit}",
        variable=names[0],
        unit=unit,
    )
    return Meaning(names[0], None, "", doubt)


def _misfit(names: Sequence[str], measure: str) -> Message:
    return phrase(
        "“{measure}” is no unit of measure of {variables}: write variable and factor if it is meant",
        measure=measure,
        variables=[f"{name} ({variables_offered()[name].unit})" for name in names],
    )


def _ambiguous(names: Sequence[str]) -> Message:
    return phrase(
        "several variables fit: {variables}; write the one that is meant, and the factor", variables=list(names)
    )
