"""Tables in a PostgreSQL database: written whole in one transaction, found again, and after a fault as they were."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture
def statistics(write_csv, make_accounts):
    """A function: the path of a table of so many units and five years."""

    def make(units: int) -> str:
        columns = make_accounts(units, years=5)[["unit", "year", "population", "gdp"]]
        return write_csv(f"statistics_{units}.csv", **columns.assign(raw_coal_t=1000.0))

    return make


def table(database: str, name: str) -> str:
    return f'postgis:{database} table="public"."{name}"'


def test_tables_are_written_and_found_again(run, database, statistics):
    for units in (3, 2):  # the second time they are replaced
        outcome = run(
            "carbonaccounting", STATISTICS=statistics(units),
            OUTPUT=table(database, "accounts"), REGION=table(database, "Region 地区"),
        )  # fmt: skip
        assert outcome.layer("OUTPUT").featureCount() == 5 * units
        assert outcome.layer("REGION").featureCount() == 5
        assert outcome.frame("OUTPUT")["ce"].notna().all()


def test_a_fault_leaves_the_table_as_it_was(run, database, statistics, squares):
    before = run("carbonaccounting", STATISTICS=statistics(3), OUTPUT=table(database, "kept"))
    with pytest.raises(QgsProcessingException, match="1999"):
        run(
            "carbonaccounting", STATISTICS=statistics(2), UNITS=squares(3), MAP_YEAR=1999, MAP=MEMORY,
            OUTPUT=table(database, "kept"),
        )  # fmt: skip
    assert before.layer("OUTPUT").featureCount() == 15


def test_a_server_that_is_not_there(run, statistics, tmp_path):
    wanted = "postgis:dbname='none' host=127.0.0.1 port=1 user='me' table=\"public\".\"accounts\""
    with pytest.raises(QgsProcessingException, match="could not be written"):
        run("carbonaccounting", STATISTICS=statistics(2), OUTPUT=wanted, REGION=str(tmp_path / "region.csv"))
    assert not (tmp_path / "region.csv").exists()


def test_the_table_that_is_read_is_never_overwritten(run, database, statistics):
    outcome = run("carbonaccounting", STATISTICS=statistics(3), OUTPUT=table(database, "read"))
    with pytest.raises(QgsProcessingException, match="the data would be lost"):
        run("trendtest", INPUT=outcome["OUTPUT"], FIELDS=["ce"], OUTPUT=table(database, "read"))


def asked(database: str, statement: str) -> list[tuple]:
    psycopg2 = pytest.importorskip("psycopg2")
    with psycopg2.connect(database) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall() if cursor.description else []


def tables_in(database: str) -> set[str]:
    found = asked(database, "select tablename from pg_tables where schemaname = 'public'")
    return {name for (name,) in found}


def test_a_table_whose_name_differs_in_case_stays(run, database, statistics):
    for name, units in (("cased", 3), ("Cased", 2)):
        run("carbonaccounting", STATISTICS=statistics(units), OUTPUT=table(database, name))
    rows = [asked(database, f'select count(*) from "{name}"')[0][0] for name in ("cased", "Cased")]
    assert rows == [15, 10] and not [name for name in tables_in(database) if name.startswith("carbon_zoning_")]


def test_a_table_that_a_view_reads_is_not_taken_from_it(run, database, statistics):
    run("carbonaccounting", STATISTICS=statistics(3), OUTPUT=table(database, "seen"))
    asked(database, "create view watching as select unit, ce from seen")
    with pytest.raises(QgsProcessingException, match="other objects depend on it"):
        run("carbonaccounting", STATISTICS=statistics(2), OUTPUT=table(database, "seen"))
    assert asked(database, "select count(*) from watching") == [(15,)]
    assert not [name for name in tables_in(database) if name.startswith("carbon_zoning_")]


def test_what_the_server_refuses_is_said_in_its_words(run, database, statistics, write_csv):
    wanted = table(database, "accounts").replace('"public"', '"nowhere"')
    with pytest.raises(QgsProcessingException, match=r"schema .nowhere. does not exist.*Check that the server can be"):
        run("carbonaccounting", STATISTICS=statistics(2), OUTPUT=wanted)
    its_own = write_csv("its_own.csv", x=[1.0, 2, 3], ctid=[1, 2, 3])
    with pytest.raises(QgsProcessingException, match="conflicts with a system column name"):
        run("naturalbreaks", INPUT=its_own, FIELD="x", CLASSES=2, OUTPUT=table(database, "breaks"))
    assert "breaks" not in tables_in(database)
