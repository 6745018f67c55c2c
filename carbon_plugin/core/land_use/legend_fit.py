"""Which shipped legend knows the codes of a raster best."""

from __future__ import annotations

from collections.abc import Collection

from ..messages import Message, phrase, warning
from ..options import LEGENDS
from .legend import Legend, load_legend


def remarks_on_fit(codes: Collection[int], legend: Legend, chosen: str) -> list[Message]:
    """A warning where a shipped legend knows more of the ``codes`` than ``legend``, which is called ``chosen``.

    >>> [str(one) for one in remarks_on_fit([10, 20, 60, 80], load_legend("clcd"), "clcd")[0].values["better"]]
    ['ESA WorldCover', 'GlobeLand30']
    """
    unknown = {name: len(load_legend(name).unknown(codes)) for name in LEGENDS}
    fewest, lost = min(unknown.values()), len(legend.unknown(codes))
    if fewest >= lost:
        return []
    better = [phrase(LEGENDS.label(name)) for name, count in unknown.items() if count == fewest]
    template = (
        "{found} of {count:code|codes} are not in the legend “{legend}”; choose a legend that knows {known} of them: "
        "{better}."
    )
    values = {"found": lost, "count": len(codes), "known": len(codes) - fewest, "better": better}
    return [warning("legend-fits-better", template, **values, legend=phrase(LEGENDS.label(chosen)))]
