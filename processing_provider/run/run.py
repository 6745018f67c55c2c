"""One run: what the user gave, what is written, and what is said, in one hand for ``compute``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...carbon_plugin.bridge.translation import tr
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.values import Translate
from ..version import plugin_version
from .earlier import read_earlier_notes
from .inputs import Inputs
from .notes import Notes

if TYPE_CHECKING:
    from ...carbon_plugin.report.page.told import Told

MADE_WITH = sentence("Made with")


class Run(Inputs, Notes):
    """What one run reads (``inputs``), writes (``outputs``), says (``log``) and keeps of it (``notes``)."""

    def told(self, settings: Sequence[tuple[str, str]], units=None, translation: Translate = tr) -> Told:
        """What a report tells beside its results: ``settings`` as (what, value), in its language already.

        ``units``: those that the page is about, which give it names of units and region; None without polygons.
        """
        from ...carbon_plugin.report.page.region_names import region_of_layer
        from ...carbon_plugin.report.page.told import Told

        made_with = (translation(MADE_WITH), f"Carbon Zoning {plugin_version()}")
        region = region_of_layer(units.layer) if units is not None else ""
        names = units.name_of() if units is not None else {}
        return Told([*settings, made_with], self.messages, read_earlier_notes(self), region, names)


class ModelRun(Run):
    """The run of a model, whose steps read what other steps wrote."""

    ELSEWHERE = True
