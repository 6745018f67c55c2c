"""The STIRPAT fit as a planner runs it: variables, pooling, the accounting identity, and bad input as sentences."""

import re
import sys

import numpy as np
import pytest
from qgis.core import QgsProcessingException

MEMORY = "TEMPORARY_OUTPUT"
REGION, POOLED, FIXED_EFFECTS = range(3)
WITHOUT_CEI = [0, 1, 2, 3, 4]
NAMES = ["P", "W", "IS", "TI", "UR", "CEI"]


@pytest.fixture
def accounts(make_accounts, write_csv):
    """A function: the path of made-up accounts, columns changed or added."""

    def write(units=4, years=21, **changes) -> str:
        return write_csv("accounts.csv", **{**make_accounts(units, years), **changes})

    return write


@pytest.fixture
def refused(run, tmp_path):
    """A function: run, give the sentence, and check that no file was left."""

    def refuse(**parameters) -> str:
        folder = tmp_path / "results"
        folder.mkdir(exist_ok=True)
        outputs = {"COEFFICIENTS": str(folder / "c.gpkg"), "REPORT": str(folder / "r.html")}
        with pytest.raises(QgsProcessingException) as caught:
            run("stirpatfit", **outputs, **parameters)
        assert list(folder.iterdir()) == []
        return str(caught.value)

    return refuse


def test_all_variables_are_an_identity_and_that_is_said(run, accounts, tmp_path):
    report = tmp_path / "report.html"
    everything = {"VARIABLES": list(range(6)), "POOLING": REGION}
    outcome = run("stirpatfit", INPUT=accounts(), **everything, COEFFICIENTS=MEMORY, REPORT=str(report))
    assert outcome["IDENTITY"] is True
    said = next(line for line in outcome.warnings if "accounting identity" in line)
    assert "Leave out CEI to learn what drives emission; keep it only knowingly" in said
    assert '<p class="callout">This regression is an accounting identity' in report.read_text(encoding="utf-8")
    table = outcome.frame("COEFFICIENTS").set_index("variable")
    assert table.index.tolist() == [*NAMES, "intercept"] and set(table["identity"]) == {1}
    assert table[["p", "ols_p"]].isna().all(axis=None)
    assert table.loc[NAMES, "ols_b"].astype(float).tolist() == pytest.approx([1, 1, 0, 0, 0, 1], abs=1e-6)


def test_without_cei_it_is_none(run, accounts, tmp_path):
    report = tmp_path / "report.html"
    outcome = run("stirpatfit", INPUT=accounts(), COEFFICIENTS=MEMORY, REPORT=str(report))  # the default
    assert outcome["IDENTITY"] is False
    table = outcome.frame("COEFFICIENTS").set_index("variable")
    assert table.index.tolist() == ["P", "W", "IS", "TI", "UR", "intercept"] and set(table["identity"]) == {0}
    assert set(table["pooling"]) == {"fixed_effects"} and set(table["errors"]) == {"clustered"}
    assert not any("identity" in line for line in outcome.log)
    assert "callout" not in re.sub(r"<style>.*?</style>", "", report.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_least_squares_against_numpy(run, make_accounts, accounts):
    """k = 0 on all rows is ordinary least squares of the logarithms."""
    panel = make_accounts()
    columns = [panel["population"], panel["gdp"] / panel["population"], panel["gdp"] / panel["energy_tce"]]
    x = np.column_stack([np.ones(len(panel)), *(np.log(column) for column in columns)])
    intercept, *b = np.linalg.lstsq(x, np.log(panel["ce"]), rcond=None)[0]
    outcome = run("stirpatfit", INPUT=accounts(), VARIABLES=[0, 1, 3], POOLING=POOLED, K=0, COEFFICIENTS=MEMORY)
    table = outcome.frame("COEFFICIENTS").set_index("variable")["b"].astype(float)
    assert table.tolist() == pytest.approx([*b, intercept], rel=1e-8)
    assert outcome["K"] == 0


@pytest.mark.parametrize(("pooling", "rows"), [(REGION, 21), (POOLED, 84), (FIXED_EFFECTS, 84)])
def test_rows_of_the_regression(run, accounts, pooling, rows):
    outcome = run("stirpatfit", INPUT=accounts(), VARIABLES=[0, 1], POOLING=pooling, COEFFICIENTS=MEMORY, FITTED=MEMORY)
    fitted = outcome.frame("FITTED")
    assert len(fitted) == rows
    residual = np.log(fitted["ce"].astype(float)) - np.log(fitted["ce_fitted"].astype(float))
    assert residual.tolist() == pytest.approx(fitted["residual"].astype(float).tolist(), abs=1e-9)


@pytest.mark.parametrize("rule", range(4))
def test_every_rule_gives_a_k(run, accounts, rule):
    outcome = run(
        "stirpatfit",
        INPUT=accounts(),
        VARIABLES=WITHOUT_CEI,
        POOLING=FIXED_EFFECTS,
        K_RULE=rule,
        COEFFICIENTS=MEMORY,
        TRACE=MEMORY,
    )
    assert 0 <= outcome["K"] <= 1 and 0 < outcome["R2"] < 1
    trace = outcome.frame("TRACE")
    assert trace["k"].astype(float).tolist() == pytest.approx(np.arange(101) / 100)
    assert {"beta_P", "vif_UR", "r2"} <= set(trace.columns)


def test_other_columns_under_any_name(run, make_accounts, accounts):
    """A column the vocabulary knows by its label, and one of the user's own with a Chinese name."""
    panel = make_accounts()
    random = np.random.default_rng(5)
    pigs, rain = panel["population"] * random.uniform(0.5, 1, len(panel)), random.uniform(600, 900, len(panel))
    path = accounts(**{"生猪年末存栏量": pigs, "降水 mm": rain})
    outcome = run(
        "stirpatfit",
        INPUT=path,
        VARIABLES=[],
        OTHER_FIELDS=["生猪年末存栏量", "降水 mm"],
        POOLING=POOLED,
        COEFFICIENTS=MEMORY,
    )
    assert outcome.frame("COEFFICIENTS")["variable"].tolist() == ["pigs_head", "降水 mm", "intercept"]


def test_rows_without_a_logarithm_are_counted_and_named(run, make_accounts, accounts):
    panel = make_accounts()
    gdp, urban = panel["gdp"].astype(object), panel["urban_population"].copy()
    gdp[0], urban[22] = "", 0
    outcome = run(
        "stirpatfit",
        INPUT=accounts(gdp=gdp, urban_population=urban),
        VARIABLES=WITHOUT_CEI,
        POOLING=POOLED,
        COEFFICIENTS=MEMORY,
        FITTED=MEMORY,
    )
    assert len(outcome.frame("FITTED")) == 82
    assert any(
        "1 row of 84 left out of the regression for an empty" in line and "1 2000 (W, IS, TI)" in line
        for line in outcome.warnings
    )
    assert any(
        "1 row of 84 left out of the regression for a value" in line and "2 2001 (UR)" in line
        for line in outcome.warnings
    )


def test_tables_open_with_labels(run, accounts):
    outcome = run("stirpatfit", INPUT=accounts(), VARIABLES=[0, 1], COEFFICIENTS=MEMORY, TRACE=MEMORY)
    from qgis.core import QgsVectorLayer

    layer = outcome.layer("COEFFICIENTS")
    assert isinstance(layer, QgsVectorLayer)
    alias = {field.name(): layer.attributeAlias(index) for index, field in enumerate(layer.fields())}
    assert alias["b"] == "Elasticity (ridge)" and alias["ols_vif"] == "VIF (least squares)"
    trace = outcome.layer("TRACE")
    assert trace.attributeAlias(trace.fields().indexFromName("beta_W")) == "Standardised coefficient of W"


@pytest.fixture
def without_figures(monkeypatch):
    """Figures of matplotlib, which take longer to load than charts to be drawn by hand, cannot be imported."""
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)


@pytest.mark.parametrize("pooling", [REGION, FIXED_EFFECTS])
def test_the_report_is_one_safe_page(run, make_accounts, accounts, tmp_path, without_figures, pooling):
    names = make_accounts()["unit"].map(lambda key: f'宁强 "东" & <b> {key}')
    path = tmp_path / "report.html"
    run(
        "stirpatfit",
        INPUT=accounts(unit=names),
        VARIABLES=WITHOUT_CEI,
        POOLING=pooling,
        COEFFICIENTS=MEMORY,
        REPORT=str(path),
    )
    text = path.read_text(encoding="utf-8")
    assert "<b> " not in text and "<script" not in text
    assert not re.search(r"""(src|href)=["'](?!#)""", text)  # nothing to fetch
    assert text.count("<svg view") == 3
    assert "Can hardly fail" in text and "error of an observation left out" in text


# --- bad input -------------------------------------------------------------------------------------------------------


def test_no_variable_at_all(refused, accounts):
    text = refused(INPUT=accounts(), VARIABLES=[])
    assert "The regression has no variable. Choose at least one of P, W, IS, TI, UR, CEI" in text


def test_a_column_that_is_missing(run, make_accounts, write_csv):
    """Real statistics seldom have all drivers: the model goes on with those there are, and says so."""
    path = write_csv("accounts.csv", **make_accounts().drop(columns=["energy_tce", "urban_population"]))
    outcome = run("stirpatfit", INPUT=path, COEFFICIENTS="TEMPORARY_OUTPUT")
    assert outcome.frame("COEFFICIENTS")["variable"].tolist() == ["P", "W", "IS", "intercept"]
    assert any(
        "TI, UR cannot be computed, since there is no column “energy_tce”, “urban_population”" in line
        for line in outcome.warnings
    )


def test_all_columns_missing(refused, make_accounts, write_csv):
    text = refused(INPUT=write_csv("accounts.csv", **make_accounts()[["unit", "year", "ce"]]))
    assert "P, W, IS, TI, UR cannot be computed, since there is no column “population”" in text


def test_gaps_in_every_year(run, make_accounts, write_csv):
    """Every year lacks a unit, so the region has no total at all: units and years are fitted instead."""
    frame = make_accounts()
    units = list(frame["unit"].unique())
    gap = [units[position % len(units)] for position in frame["year"] - frame["year"].min()]
    frame.loc[frame["unit"] == gap, "gdp"] = None
    outcome = run("stirpatfit", INPUT=write_csv("gaps.csv", **frame), POOLING=REGION, COEFFICIENTS=MEMORY)
    assert set(outcome.frame("COEFFICIENTS")["pooling"]) == {"fixed_effects"}
    assert any("Only 0 of 21 years have a total of the region" in line for line in outcome.warnings)


def test_too_few_years(refused, accounts):
    text = refused(INPUT=accounts(years=5), VARIABLES=WITHOUT_CEI, POOLING=REGION)
    assert "has 5 observations for 5 variables (P, W, IS, TI, UR); it needs at least 7" in text


def test_a_driver_that_does_not_change_is_left_out(run, refused, make_accounts, accounts):
    path = accounts(urban_population=make_accounts()["population"] * 0.4)
    outcome = run("stirpatfit", INPUT=path, POOLING=POOLED, COEFFICIENTS=MEMORY)
    assert outcome.frame("COEFFICIENTS")["variable"].tolist() == ["P", "W", "IS", "TI", "intercept"]
    assert any("UR was left out of the regression, since it hardly changes" in line for line in outcome.warnings)
    assert "UR hardly changes in the 84 observations" in refused(INPUT=path, VARIABLES=[4], POOLING=POOLED)


def test_one_of_collinear_drivers_is_left_out(run, make_accounts, accounts):
    path = accounts(twice=make_accounts()["population"] * 2)
    given = {"INPUT": path, "VARIABLES": [0, 1], "OTHER_FIELDS": ["twice"], "POOLING": POOLED}
    outcome = run("stirpatfit", **given, COEFFICIENTS=MEMORY)
    assert outcome.frame("COEFFICIENTS")["variable"].tolist() == ["P", "W", "intercept"]
    told = "twice was left out of the regression, since it follows exactly from P: their effects cannot be told apart"
    assert any(told in line for line in outcome.warnings)


def test_a_column_of_words(refused, accounts):
    path = accounts(colour=["red"] * 84)
    assert "column “colour” should hold numbers" in refused(INPUT=path, VARIABLES=[0], OTHER_FIELDS=["colour"])


def test_emission_nowhere(refused, accounts):
    text = refused(INPUT=accounts(ce=[0] * 84), VARIABLES=WITHOUT_CEI, POOLING=POOLED)
    assert "84 rows of 84 left out of the regression for a value" in text and "has 0 observations" in text


def test_a_negative_k_is_refused(run, accounts):
    with pytest.raises(QgsProcessingException):
        run("stirpatfit", INPUT=accounts(), K=-1, COEFFICIENTS=MEMORY)
