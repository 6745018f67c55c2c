"""The model of land change: its results are those of its steps, on the sample region."""

from pathlib import Path

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingOutputLayerDefinition, QgsProject

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
MEMORY = "TEMPORARY_OUTPUT"


def test_results_with_names_of_the_users_keep_their_styles(provider, tmp_path):
    """QGIS deletes the post-processor of a result that is announced anew under its final name: each gets another."""
    project, context = QgsProject(), QgsProcessingContext()
    context.setProject(project)
    model = provider.algorithm("landchange").create()
    wanted = {
        "transitions:Change": "change.tif",
        "transitions:Transitions": "moved.gpkg",
        "ellipses:Ellipses": "e.gpkg",
    }
    given = {
        "UNITS": str(SAMPLE / "units.gpkg"),
        "LAND_COVER": [str(SAMPLE / f"landcover_{year}.tif") for year in (2010, 2020)],
        **{name: QgsProcessingOutputLayerDefinition(str(tmp_path / file), project) for name, file in wanted.items()},
    }
    _, ok = model.run(given, context, QgsProcessingFeedback())
    assert ok
    announced = context.layersToLoadOnCompletion()
    assert sorted(Path(name).name for name in announced) == sorted(wanted.values())
    for details in announced.values():
        assert type(details.postProcessor()).__name__ == "LayerStyler"
        assert details.postProcessor().arrival is not None


def test_the_model_gives_what_its_steps_give(run, tmp_path):
    rasters = [str(SAMPLE / f"landcover_{year}.tif") for year in (2000, 2010, 2020)]
    given = {"UNITS": str(SAMPLE / "units.gpkg"), "LAND_COVER": rasters}
    report = tmp_path / "report.html"
    tables = ("intensity:Areas", "transitions:Transitions", "transitions:Dynamics", "transitions:Intensity")
    outputs = {name: MEMORY for name in (*tables, "ellipses:Ellipses", "ellipses:Centres")}
    outcome = run("landchange", **given, UNITS_NAME_FIELD="name", **outputs, **{"transitions:Report": str(report)})
    steps = run("landusetransition", **given, OUTPUT=MEMORY, DYNAMICS=MEMORY)
    found, expected = outcome.frame("transitions:Dynamics"), steps.frame("DYNAMICS")
    assert found["gain_ha"].tolist() == pytest.approx(expected["gain_ha"].tolist())
    assert set(zip(found["from_year"], found["to_year"])) == {(2000, 2010), (2010, 2020)}
    assert outcome.frame("intensity:Areas")["cli"].between(100, 400).all()
    assert len(outcome.frame("ellipses:Centres")) == 2 * outcome.frame("ellipses:Ellipses")["class"].nunique()
    page = report.read_text(encoding="utf-8")
    assert "<svg" in page and "How intensively land is used" in page
    areas = outcome.frame("intensity:Areas")
    of_year = areas[areas["year"] == 2020]
    total = of_year[[name for name in of_year.columns if name.endswith("_ha") and name != "total_ha"]].sum(axis=1)
    index = float((of_year["cli"] * total).sum() / total.sum())
    assert f"to {index:.1f} in 2020" in page
