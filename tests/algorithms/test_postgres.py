"""Tables in a PostgreSQL database: written whole in one transaction, found again, and after a fault as they were."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

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


# --- tables of a database as inputs -----------------------------------------------------------------------------------

KINDS = {"numeric(12,3)": "{:.3f}", "double precision": "{!r}", "real": "{!r}", "bigint": "{:.0f}", "text": "'{:,.1f}'"}
COAL = {"a": 1000.0, "b": 2500.0, "c": 123456.0}
COAL_C = 0.7143 * 0.7260  # t C of a ton of raw coal


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_of_any_kind_are_read_from_a_database(run, database, kind):
    name = "numbers_" + "".join(filter(str.isalpha, kind))
    rows = ", ".join(f"('{unit}  ', 2020, {KINDS[kind].format(coal)})" for unit, coal in COAL.items())
    asked(database, f'create table "{name}" ("unit" char(9), "year" int2, "raw_coal_t" {kind})')
    asked(database, f'insert into "{name}" values {rows}')
    given = QgsVectorLayer(f'{database} table="public"."{name}" sql=', name, "postgres")
    assert given.isValid()
    table_of = run("carbonaccounting", STATISTICS=given, OUTPUT=MEMORY).frame("OUTPUT").set_index("unit")
    assert table_of["ce_energy"].to_dict() == pytest.approx({unit: coal * COAL_C for unit, coal in COAL.items()})
    given = QgsVectorLayer(f'{database} table="public"."{name}" sql="unit" <> \'b\'', name, "postgres")
    table_of = run("carbonaccounting", STATISTICS=given, OUTPUT=MEMORY).frame("OUTPUT")
    assert table_of["unit"].tolist() == ["a", "c"]


@pytest.mark.parametrize("number", ["NaN", "Infinity"])  # QGIS shows either as an empty cell or as none that counts
def test_what_a_database_calls_no_number_is_missing_and_told(run, database, number):
    name = f"no_{number.lower()}"
    asked(database, f'create table "{name}" ("unit" text, "year" int, "raw_coal_t" double precision, "coke_t" int)')
    asked(database, f"insert into \"{name}\" values ('a', 2020, '{number}', 5), ('b', 2020, 7, 5)")
    given = QgsVectorLayer(f'{database} table="public"."{name}" sql=', name, "postgres")
    outcome = run("carbonaccounting", STATISTICS=given, OUTPUT=MEMORY)
    assert outcome.frame("OUTPUT").set_index("unit")["ce_energy"].isna().to_dict() == {"a": True, "b": False}
    assert any("Empty cells" in line and "raw_coal_t (1)" in line for line in outcome.log)


def test_a_table_that_is_changed_while_the_layer_is_open(run, database):
    """Rows and cells that others add after the layer was opened are those that count."""
    asked(database, 'create table "changed" ("unit" text, "year" int, "raw_coal_t" numeric)')
    asked(database, "insert into changed values ('a', 2020, 100)")
    given = QgsVectorLayer(f'{database} table="public"."changed" sql=', "changed", "postgres")
    assert given.featureCount() == 1
    asked(database, "insert into changed values ('b', 2020, 200); update changed set raw_coal_t = 300 where unit = 'a'")
    found = run("carbonaccounting", STATISTICS=given, OUTPUT=MEMORY).frame("OUTPUT").set_index("unit")
    assert found["ce_energy"].to_dict() == pytest.approx({"a": 300 * COAL_C, "b": 200 * COAL_C})
