"""What the steps before warned of reaches the report at the end of every model, and is refused where it is no notes."""

import html
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
TEMPORARY = "TEMPORARY_OUTPUT"
OUTPUTS = {
    "accountsfromlandcover": ("accounts:Report", {"accounts:Accounts": TEMPORARY}),
    "scenariosfromlandcover": ("scenarios:Report", {"accounts:Accounts": TEMPORARY, "scenarios:Region": TEMPORARY}),
    "carbonbalancezoning": ("zones:Report", {"accounts:Accounts": TEMPORARY, "zones:Zones": TEMPORARY}),
    "carboncompensationzoning": ("compensation:Report", {"compensation:Zones": TEMPORARY}),
}


@pytest.fixture
def half_covered(tmp_path):
    """The land cover of the sample region without its western half."""
    paths = []
    for year in (2000, 2020):
        source = gdal.Open(str(SAMPLE / f"landcover_{year}.tif"))
        width, height = source.RasterXSize, source.RasterYSize
        path = str(tmp_path / f"landcover_{year}.tif")
        gdal.Translate(path, source, srcWin=[width // 2, 0, width - width // 2, height])
        paths.append(path)
    return paths


@pytest.mark.parametrize("model", OUTPUTS)
def test_the_report_of_a_model_repeats_what_counting_the_land_warned_of(model, run, half_covered, tmp_path):
    report, (name, others) = tmp_path / "report.html", OUTPUTS[model]
    run(
        model,
        UNITS=str(SAMPLE / "units.gpkg"),
        UNITS_NAME_FIELD="name",
        LAND_COVER=half_covered,
        STATISTICS=str(SAMPLE / "statistics.csv"),
        **others,
        **{name: str(report)},
    )
    page = html.unescape(report.read_text(encoding="utf-8"))
    doubt = page[page.index("What to doubt") :]
    assert "<b>Land-use areas (" in doubt and "cover" in doubt[doubt.index("<b>Land-use areas (") :][:600]


def test_a_table_that_holds_no_notes_is_refused_before_any_work(run, tmp_path):
    report = tmp_path / "report.html"
    with pytest.raises(QgsProcessingException, match="holds no notes"):
        run(
            "carboninequality",
            INPUT=str(SAMPLE / "statistics.csv"),
            FIELD="energy_tce",
            SHARE_OF=1,
            OUTPUT=TEMPORARY,
            EARLIER_NOTES=[str(SAMPLE / "statistics.csv")],
            REPORT=str(report),
        )
    assert not report.exists()
