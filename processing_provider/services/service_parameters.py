"""What steps that value ecosystem services ask for alike, and how they read it."""

from __future__ import annotations

from ...carbon_plugin.core.errors import results_of
from ...carbon_plugin.core.messages import sentence
from ...carbon_plugin.core.options import EDITIONS
from .. import parameters as p
from ..run import Run

EDITION, EQUIVALENTS, ECOSYSTEMS = "EDITION", "EQUIVALENTS", "ECOSYSTEMS"
VALUE, PRICES, GROUP_FIELD = "VALUE", "PRICES", "GROUP_FIELD"


def service_parameters(parent: str) -> list:
    """EDITION, EQUIVALENTS, ECOSYSTEMS, VALUE, PRICES, GROUP_FIELD; ``parent``: the table with the groups."""
    return [
        p.choice(
            EDITION,
            sentence("Edition of the equivalents"),
            EDITIONS,
            text=sentence("Which published table of equivalents; results of different editions cannot be compared."),
        ),
        p.table(
            EQUIVALENTS,
            sentence("Equivalents of your own"),
            sentence(
                "Table as “Export equivalents” writes it; its rows replace those of the edition or add to them. The "
                "ecosystem built_up is 0 there and may be below zero."
            ),
            optional=True,
            advanced=True,
        ),
        p.table(
            ECOSYSTEMS,
            sentence("Ecosystems of the classes"),
            sentence(
                "Table with class, ecosystem and share, as “Export balance rules” writes it: what a class of land "
                "cover is made of, such as cropland of dry land and paddy. Its rows replace those of the classes that "
                "it has. Empty: the shipped shares, several of them assumptions."
            ),
            optional=True,
            advanced=True,
        ),
        p.real(
            VALUE,
            sentence("Value of one equivalent (currency/ha)"),
            sentence(
                "One number for all years, so that values change with the land alone. Empty: that of the edition, a "
                "national one in yuan, or yields and prices below."
            ),
            low=0.0,
            optional=True,
        ),
        p.table(
            PRICES,
            sentence("Grain yields and prices"),
            sentence(
                "Table with yield_kg_ha and price_kg (currency/kg), and perhaps group, from_year and to_year: one "
                "equivalent is worth a seventh of yield times price. Where it moves with the years, so do the values."
            ),
            optional=True,
            advanced=True,
        ),
        p.field(
            GROUP_FIELD,
            sentence("Group of a unit"),
            parent,
            text=sentence(
                "Column, such as the province, that says which rows by group, of prices or of coefficients, hold for a "
                "unit."
            ),
            optional=True,
            advanced=True,
        ),
    ]


def read_service_settings(run: Run):
    """(``Equivalents``, ``Ecosystems``, ``Worth``) as the user chose them, all faults at once."""
    from ...carbon_plugin.core.services.ecosystem_services import Worth
    from ...carbon_plugin.core.services.ecosystems import load_ecosystems, override_ecosystems
    from ...carbon_plugin.core.services.equivalent_value import read_prices
    from ...carbon_plugin.core.services.equivalents import load_equivalents, override_equivalents

    edition = run.choice(EDITION, EDITIONS)

    def equivalents():
        shipped = load_equivalents(edition)
        return override_equivalents(shipped, *run.rows(EQUIVALENTS)) if run.given(EQUIVALENTS) else shipped

    def ecosystems():
        shipped = load_ecosystems(edition)
        return (
            override_ecosystems(shipped, *run.rows(ECOSYSTEMS), edition=edition) if run.given(ECOSYSTEMS) else shipped
        )

    def worth():
        rows, table = run.rows(PRICES)
        prices = tuple(read_prices(rows, table)) if run.given(PRICES) else ()
        return Worth(run.number(VALUE) if run.given(VALUE) else None, prices, table)

    return results_of(equivalents, ecosystems, worth)
