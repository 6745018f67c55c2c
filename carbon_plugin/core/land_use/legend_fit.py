"""Codes that a legend does not know: said once for all rasters, with the shipped legend that knows them best."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..errors import InputError
from ..messages import phrase, sentence
from ..options import LEGENDS
from .legend import load_legend


class CodesWithoutClassError(InputError):
    """``rasters``: each with its year; ``codes``: of all of them."""

    template = sentence("{rasters}: {count:code|codes} that the legend does not know: {codes}.")
    remedy = sentence(
        "Add a row for each to the table of classes (an empty class leaves the cells out), or choose the right legend."
    )


class LegendFitsBetterError(CodesWithoutClassError):
    """``better``: the legends that know the most of the ``met`` codes, which is ``known`` of them."""

    remedy = sentence(
        "Choose the legend that knows {known} of the {met:code|codes} met: {better}. Or add a row for each to the "
        "table of classes (an empty class leaves the cells out)."
    )


def find_codes_without_class(
    unknown: Sequence[Collection[int]], rasters: Sequence[str], years: Sequence[int], *, met: Collection[int] = ()
) -> list[InputError]:
    """The one error of all rasters that hold codes their legend does not know; none where it knows all.

    Args:
        unknown: for each raster, the codes that the legend does not know.
        rasters, years: what each is called, and of which year it is.
        met: all codes met, by which legends are compared; without them by the unknown ones.

    >>> (error,) = find_codes_without_class([[10, 60], [60]], ["a", "b"], [2000, 2010], met=[10, 20, 60, 80])
    >>> str(error).split(". ")[0], [str(one) for one in error.values["better"]]
    ('“a” (2000), “b” (2010): 2 codes that the legend does not know: 10, 60', ['ESA WorldCover', 'GlobeLand30'])
    """
    codes = sorted(set().union(*unknown))
    if not codes:
        return []
    named = [
        phrase("“{raster}” ({year})", raster=raster, year=str(year))
        for lost, raster, year in zip(unknown, rasters, years)
        if lost
    ]
    values = {"rasters": named, "count": len(codes), "codes": codes}
    met = set(met) or set(codes)
    better = find_better_legends(met, len(codes))
    if not better:
        return [CodesWithoutClassError(**values)]
    known = len(met) - len(load_legend(better[0]).unknown(met))
    labels = [phrase(LEGENDS.label(name)) for name in better]
    return [LegendFitsBetterError(**values, known=known, met=len(met), better=labels)]


def find_better_legends(codes: Collection[int], lost: int) -> list[str]:
    """The shipped legends that know the most of ``codes``, if they lack fewer than ``lost``.

    >>> find_better_legends([10, 20, 60, 80], 4), find_better_legends([10, 20], 0)
    (['esa_worldcover', 'globeland30'], [])
    """
    unknown = {name: len(load_legend(name).unknown(codes)) for name in LEGENDS}
    fewest = min(unknown.values())
    return [name for name, count in unknown.items() if count == fewest] if fewest < lost else []
