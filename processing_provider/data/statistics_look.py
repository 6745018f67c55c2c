"""The look at statistics: what its reader says, and what it does not stop at."""

from __future__ import annotations

from dataclasses import dataclass

from ..run import Run


@dataclass(frozen=True)
class Statistics:
    """``panel``: the rows that can be read, None without any; ``is_sound``: whether all can, None where absent.

    ``agrees``: whether units have rows in it.
    """

    panel: object | None = None
    is_sound: bool | None = None
    agrees: bool = True


def look_at_statistics(run: Run, units, look) -> Statistics:
    """Say all of the table ``STATISTICS``; ``units``: the polygons, None where they cannot be read."""
    from ...carbon_plugin.core.preparation.echoes import without_echoes
    from ...carbon_plugin.core.preparation.panel_checks import remarks_on_panel
    from ...carbon_plugin.core.tables.columns import columns_of_numbers
    from ...carbon_plugin.core.tables.panel import parse_panel
    from ...carbon_plugin.core.tables.vocabulary import UNIT, YEAR

    if not run.given("STATISTICS"):
        return Statistics()
    keys = [run.key(name) for name in ("UNIT_FIELD", "YEAR_FIELD")]
    key_of = dict(zip(keys, (UNIT, YEAR)))
    table = look(run, lambda: run.table("STATISTICS", numbers=lambda given: columns_of_numbers(given, key_of)))
    if table is None:
        return Statistics(is_sound=False)
    unit, year = (table.column(key) for key in keys)
    parsed = look(
        run,
        lambda: parse_panel(
            table.frame, table.name, unit, year_field=year, counted=True, to_the_end=True, progress=run.silent()
        ),
    )
    if parsed is None:
        return Statistics(is_sound=False)
    panel = parsed.panel()
    found = [*(message for error in parsed.errors for message in error.messages), *panel.notes]
    if not len(panel):
        run.say(found)
        return Statistics(is_sound=False)
    run.say(without_echoes([*found, *remarks_on_panel(panel, run.silent())]))
    agrees = units is None or _compare(run, units, panel, look)
    return Statistics(panel, not parsed.errors, agrees)


def _compare(run: Run, units, panel, look) -> bool:
    """Say how the keys of units and statistics fit; False where they have nothing in common."""
    from ...carbon_plugin.core.preparation.key_checks import remarks_on_key_columns, remarks_on_near_keys
    from ...carbon_plugin.core.tables.keys import compare_units, normalise_keys

    found = look(run, lambda: compare_units(units.layer, units.keys, panel.table, second_units=panel.units))
    run.say(found or [])
    lacking = set(panel.units) - set(units.keys)
    if lacking:
        run.say(remarks_on_near_keys(units.layer, units.name_of(), panel.table, units=panel.units))
        frame = run.table("UNITS").frame
        columns = {str(name): list(normalise_keys(frame[name])) for name in frame.columns}
        values = {"table": panel.table, "units": panel.units}
        run.say(remarks_on_key_columns(units.layer, columns, run.key("UNITS_ID_FIELD"), **values))
    return found is not None
