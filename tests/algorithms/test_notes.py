"""The optional table of notes: of every step, with the settings in words of both languages, read by the report."""

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer

COLUMNS = ["step", "code", "severity", "text_en", "text_zh", "count"]
MEMORY = "TEMPORARY_OUTPUT"


@pytest.fixture
def trends(run, make_accounts, write_csv):
    """A function: a run of trendtest with its notes wanted."""
    accounts = make_accounts(3)
    accounts.loc[0, "ce"] = None
    path = write_csv("账.csv", **accounts)

    def run_one(**parameters):
        return run("trendtest", INPUT=path, FIELDS=["ce"], OUTPUT=MEMORY, NOTES=MEMORY, **parameters)

    return run_one


def settings(notes):
    return notes[notes["severity"] == "setting"].set_index("code")


def test_every_step_offers_its_notes_and_makes_none_unless_asked(provider):
    from qgis.core import QgsProcessingModelAlgorithm

    for algorithm in provider.algorithms():
        if isinstance(algorithm, QgsProcessingModelAlgorithm):
            continue
        notes = algorithm.parameterDefinition("NOTES")
        if algorithm.name() == "zoningreport":
            assert notes.type() == "multilayer"  # it reads them
            continue
        assert notes.type() == "sink" and not notes.createByDefault()
        assert notes.flags() & notes.Flag.FlagOptional
        assert algorithm.parameterDefinitions()[-1].name() == "NOTES"


def test_labels_hold_no_colon_which_parts_label_and_value(provider):
    from qgis.core import QgsProcessingModelAlgorithm

    for algorithm in provider.algorithms():
        if not isinstance(algorithm, QgsProcessingModelAlgorithm):
            assert not [one.name() for one in algorithm.parameterDefinitions() if ": " in one.description()]


def test_the_settings_are_there_in_words(trends):
    notes = trends(THRESHOLD=1.96).frame("NOTES")
    assert list(notes.columns) == COLUMNS
    assert set(notes["step"]) == {"trendtest"}
    found = settings(notes)
    assert found.loc["THRESHOLD", "text_en"] == "Threshold of |Z|: 1.96"
    assert found.loc["METHOD", "text_en"].startswith("Test: ")
    assert found.loc["INPUT", "text_en"].endswith(": 账")
    assert found.loc["FIELDS", "text_en"].endswith(": ce")
    assert found.loc["UNITS", "text_en"].endswith(": not given")
    assert found.loc["threshold-p", "text_en"] == "Two-sided p of the threshold (%): 5"
    assert found["count"].isna().all() and "OUTPUT" not in found.index and "NOTES" not in found.index


def test_both_languages_whatever_the_desktop_speaks(trends):
    found = settings(trends().frame("NOTES"))
    assert found.loc["UNIT_FIELD", "text_en"] == "Unit column: unit"
    assert "单元" in found.loc["UNIT_FIELD", "text_zh"] and found.loc["UNIT_FIELD", "text_zh"].endswith("unit")


def test_all_that_was_said_is_there_whole(run, write_csv):
    values = list(range(60))
    path = write_csv("values.csv", unit=values, value=[None, *values[1:]])
    outcome = run("naturalbreaks", INPUT=path, FIELD="value", CLASSES=12, OUTPUT=MEMORY, NOTES=MEMORY)
    notes = outcome.frame("NOTES")
    told = notes[notes["severity"] != "setting"]
    assert set(told["severity"]) <= {"warning", "note"} and set(told["step"]) == {"naturalbreaks"}
    (counts,) = told.loc[told["code"] == "features-in-classes", "text_en"]
    assert len(counts.split(": ")[1].split(",")) == 12 and "more" not in counts
    (logged,) = [line for line in outcome.log if line.startswith("Features in the classes")]
    assert "and 2 more" in logged
    assert (notes["severity"] == "setting").to_numpy()[-1]


def test_without_the_output_nothing_is_written(run, make_accounts, write_csv, tmp_path):
    run("trendtest", INPUT=write_csv("a.csv", **make_accounts(2)), FIELDS=["ce"], OUTPUT=str(tmp_path / "trends.csv"))
    assert sorted(path.name for path in tmp_path.glob("*.csv")) == ["a.csv", "trends.csv"]


# --- the report reads them -------------------------------------------------------------------------------------------


@pytest.fixture
def zones():
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:4326&field=unit:string&field=zone:integer&field=total:integer", "zones", "memory"
    )
    from qgis.core import QgsFeature, QgsGeometry

    feature = QgsFeature(layer.fields())
    feature.setAttributes(["1", 1, 40])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((100 32, 101 32, 101 33, 100 33, 100 32))"))
    layer.dataProvider().addFeatures([feature])
    return layer


def test_the_report_reads_several(run, trends, zones, tmp_path):
    outcomes = [trends(), trends(THRESHOLD=1.96)]
    paths = [outcome.layer("NOTES") for outcome in outcomes]
    outcome = run("zoningreport", ZONES=zones, NOTES=paths, REGION_NAME="Qinba", REPORT=str(tmp_path / "page.html"))
    assert (tmp_path / "page.html").exists()
    assert not [line for line in outcome.log if "Not given" in line and "Notes of the steps" in line]


def test_tables_that_are_no_notes(run, zones, make_accounts, write_csv, tmp_path):
    path = write_csv("accounts.csv", **make_accounts(2))
    with pytest.raises(QgsProcessingException, match="“accounts” holds no notes: it has no column “step”"):
        run("zoningreport", ZONES=zones, NOTES=[path], REPORT=str(tmp_path / "page.html"))
    assert not (tmp_path / "page.html").exists()


def test_tables_that_are_not_there(run, zones, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"“none\.csv” cannot be opened.* a layer or a table"):
        run("zoningreport", ZONES=zones, NOTES=["none.csv"], REPORT=str(tmp_path / "page.html"))


def test_the_fit_tells_its_k(run, make_accounts, write_csv):
    path = write_csv("accounts.csv", **make_accounts(4))
    outcome = run("stirpatfit", INPUT=path, COEFFICIENTS=MEMORY, NOTES=MEMORY)
    found = settings(outcome.frame("NOTES"))
    assert found.loc["ridge-k", "text_en"].startswith("Ridge parameter k: ")
    assert float(found.loc["ridge-k", "text_en"].split(": ")[1]) == pytest.approx(outcome["K"], rel=1e-5)
    assert found.loc["r-squared", "text_zh"] and "VARIABLES" in found.index
