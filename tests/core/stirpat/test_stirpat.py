"""The STIRPAT fit: variables, pooling, the accounting identity, validity, and what cannot be fitted."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carbon_plugin.core.errors import EmptyTableError, InputError
from carbon_plugin.core.options import K_RULES, POOLINGS
from carbon_plugin.core.statistics import ridge
from carbon_plugin.core.statistics.ridge_clusters import compute_clustered_errors
from carbon_plugin.core.statistics.ridge_rules import choose_k
from carbon_plugin.core.stirpat import fit as fitting
from carbon_plugin.core.stirpat import observations as rows
from carbon_plugin.core.stirpat.variables import MissingPartsError, derive_variables, stirpat_variables
from carbon_plugin.core.tables.panel import Panel

ALL = ["P", "W", "IS", "TI", "UR", "CEI"]
WITHOUT_CEI = ["P", "W", "IS", "TI", "UR"]


def fit_stirpat(frame, variables=ALL, *others, table="panel", pooling="region", **options):
    return fitting.fit_stirpat(Panel(frame, table), variables, *others, pooling=pooling, **options)


def observations(frame, variables=ALL, *others, pooling="region", **options):
    return rows.observations(Panel(frame, "panel"), variables, *others, pooling=pooling, **options)


def texts(notes):
    return " ".join(str(message) for message in notes)


def ols(fit):
    return fit.coefficients.set_index("variable")["ols_b"]


# --- variables -------------------------------------------------------------------------------------------------------


def test_units_of_the_variables():
    """2 persons in 10 live in towns; 50 x 10^4 of GDP, 20 of it secondary, from 25 tce and 12 t C."""
    row = {"unit": "a", "year": 2020, "population": 10.0, "urban_population": 2.0, "gdp": 50.0, "gdp_secondary": 20.0}
    panel = Panel(pd.DataFrame([{**row, "energy_tce": 25.0, "ce": 12.0}]), "panel")
    values = derive_variables(panel, ALL).frame.iloc[0]
    assert values[ALL].tolist() == pytest.approx([10.0, 5.0, 40.0, 2.0, 20.0, 0.24])
    secondary = derive_variables(panel, ["CEI"], "secondary").frame["CEI"]
    assert secondary.tolist() == pytest.approx([0.6])


def test_labels_in_both_languages():
    assert list(stirpat_variables()) == ALL
    for variable in stirpat_variables().values():
        assert variable.label("en") != variable.label("zh")
        assert variable.unit and variable.description
        assert variable.low_carbon in ("lowest", "highest")


def test_region_takes_ratios_of_sums(make_panel):
    panel = make_panel(units=3, years=12)
    data = observations(panel)
    sums = panel.groupby("year").sum(numeric_only=True)
    assert np.exp(data.y) == pytest.approx(sums["ce"].to_numpy())
    assert np.exp(data.x[:, 3]) == pytest.approx((sums["gdp"] / sums["energy_tce"]).to_numpy())
    assert data.year.tolist() == list(range(2000, 2012))
    assert set(data.unit) == {rows.REGION}


def test_other_columns_of_the_region(make_panel):
    """Amounts of the vocabulary add up over units; anything else is averaged, and that is said."""
    panel = make_panel(units=3, years=12)
    panel["urban_ha"] = np.linspace(1, 2, len(panel))
    panel["temperature"] = np.linspace(10, 12, len(panel))
    data = observations(panel, ["P"], ["urban_ha", "temperature"])
    by_year = panel.groupby("year")
    assert np.exp(data.x[:, 1]) == pytest.approx(by_year["urban_ha"].sum().to_numpy())
    assert np.exp(data.x[:, 2]) == pytest.approx(by_year["temperature"].mean().to_numpy())
    assert "temperature: not an amount" in texts(data.notes)


# --- the accounting identity -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pooling", POOLINGS.keys)
def test_identity_of_gdp(make_panel, pooling):
    """CE = P (GDP / P) (CE / GDP): exponents 1, 1, 0, 0, 0, 1 whatever the data."""
    fit = fit_stirpat(make_panel(), pooling=pooling)
    assert ols(fit).tolist() == pytest.approx([1, 1, 0, 0, 0, 1, 0], abs=1e-9)
    assert fit.identity is True
    assert "accounting identity: by their definitions P, W, CEI" in texts(fit.notes)
    assert "Leave out CEI" in texts(fit.notes)
    assert fit.ols_r2 == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize("pooling", POOLINGS.keys)
def test_identity_of_the_secondary_sector(make_panel, pooling):
    """With CE over secondary GDP the share IS enters, in per cent: constant -ln 100."""
    fit = fit_stirpat(make_panel(), cei_definition="secondary", pooling=pooling)
    assert ols(fit).tolist() == pytest.approx([1, 1, 1, 0, 0, 1, -4.60517], abs=5e-6)
    assert fit.identity is True
    assert "P 1, W 1, IS 1, CEI 1" in texts(fit.notes)


def test_identity_with_few_observations(make_panel):
    """The definitions tell even where there are too few years for least squares."""
    fit = fit_stirpat(make_panel(years=6), k=0.1)
    assert fit.identity is True
    assert np.isnan(fit.coefficients["ols_b"]).all()
    assert "too few for least squares" in texts(fit.notes)


def test_identity_hidden_in_another_column(make_panel):
    panel = make_panel()
    panel["intensity"] = panel["ce"] / panel["gdp"]  # what CEI would be, under another name
    fit = fit_stirpat(panel, ["P", "W"], ["intensity"], pooling="pooled")
    assert fit.identity is True
    assert "reproduces carbon emission without any error" in texts(fit.notes)


def test_identity_of_columns_that_add_up(make_panel):
    fit = fit_stirpat(make_panel(), ["CEI"], ["gdp"])  # CE = (CE / GDP) GDP, summed over the region
    assert fit.identity is True
    assert "CEI 1, gdp 1" in texts(fit.notes)


def test_one_per_cent_of_noise_is_no_identity(make_panel):
    """Neither coefficients nor warning, where emission is what the variables say but for 1 % of measurement error."""
    panel = make_panel()
    noise = np.random.default_rng(1).normal(scale=0.01, size=len(panel))
    panel["measured_intensity"] = panel["ce"] / panel["gdp"] * np.exp(noise)
    for pooling in ("pooled", "fixed_effects"):
        fit = fit_stirpat(panel, ["P", "W", "IS", "TI", "UR"], ["measured_intensity"], pooling=pooling)
        assert fit.identity is False
        assert "identity" not in texts(fit.notes)
        assert np.abs(ols(fit)["measured_intensity"] - 1) > 1e-6
    assert fit_stirpat(panel, WITHOUT_CEI).identity is False
    assert fit_stirpat(panel, ["P", "IS", "TI", "UR", "CEI"]).identity is False  # W is missing to the product
    assert fit_stirpat(panel, ["P", "W", "CEI"], cei_definition="secondary").identity is False  # and here IS


# --- the tables ------------------------------------------------------------------------------------------------------


def test_table_of_coefficients(make_panel):
    fit = fit_stirpat(make_panel(), WITHOUT_CEI, k=0.05, pooling="pooled")
    table = fit.coefficients
    assert list(table.columns)[:8] == ["variable", "b", "beta", "std_error", "t", "ols_b", "ols_vif", "vif"]
    assert table["variable"].tolist() == [*WITHOUT_CEI, "intercept"]
    data = observations(make_panel(), WITHOUT_CEI, pooling="pooled")
    regression = ridge.design(data.x, data.y, data.names)
    shrunk, plain = ridge.estimate(regression, 0.05), ridge.estimate(regression, 0.0)
    assert table["b"].to_numpy() == pytest.approx(np.append(shrunk.b, shrunk.intercept))
    by_unit = compute_clustered_errors(regression, shrunk, data.unit)
    assert table["t"].to_numpy() == pytest.approx(by_unit.t) and table["p"].to_numpy() == pytest.approx(by_unit.p)
    assert table["vif"].to_numpy()[:-1] == pytest.approx(shrunk.vif)
    plain_by_unit = compute_clustered_errors(regression, plain, data.unit)
    assert table["ols_t"].to_numpy() == pytest.approx(plain_by_unit.t)
    assert table["ols_tolerance"].to_numpy()[:-1] == pytest.approx(1 / plain.vif)
    assert table["ols_p"].to_numpy() == pytest.approx(plain_by_unit.p)
    assert set(table["errors"]) == {"clustered"} and set(table["degrees_of_freedom"]) == {4.0}
    assert list(table.columns)[-1] == "identity" and set(table["identity"]) == {0}
    assert np.isnan(table["beta"].iloc[-1])
    assert fit.k == 0.05
    assert fit.r2 == pytest.approx(shrunk.r2)
    assert set(table["k"]) == {0.05} and set(table["pooling"]) == {"pooled"}


def test_table_of_the_trace(make_panel):
    fit = fit_stirpat(make_panel(), ["P", "W"])
    assert list(fit.trace.columns)[:6] == ["k", "beta_P", "beta_W", "vif_P", "vif_W", "r2"]
    assert fit.trace["k"].tolist() == pytest.approx(np.arange(101) / 100)
    chosen = fit.trace[np.isclose(fit.trace["k"], fit.k)].iloc[0]
    beta = fit.coefficients.set_index("variable")["beta"]
    assert chosen[["beta_P", "beta_W"]].tolist() == pytest.approx(beta[["P", "W"]].tolist())
    assert chosen["r2"] == pytest.approx(fit.r2)
    assert len(fit_stirpat(make_panel(years=6), WITHOUT_CEI, k=0.1).trace) == 100  # nothing at k = 0


@pytest.mark.parametrize("rule", K_RULES.keys)
def test_rules(make_panel, rule):
    data = observations(make_panel(), WITHOUT_CEI)
    expected, _ = choose_k(ridge.design(data.x, data.y, data.names), rule)
    assert fit_stirpat(make_panel(), WITHOUT_CEI, k_rule=rule).k == expected


def test_order_of_rows_does_not_matter(make_panel):
    panel = make_panel()
    mixed = panel.sample(frac=1.0, random_state=4)
    for pooling in POOLINGS.keys:
        one, other = (fit_stirpat(frame, WITHOUT_CEI, pooling=pooling, k=0.02) for frame in (panel, mixed))
        pd.testing.assert_frame_equal(one.coefficients, other.coefficients)
        assert one.validity.durbin_watson == pytest.approx(other.validity.durbin_watson)


# --- validity --------------------------------------------------------------------------------------------------------


def test_validity_by_other_means(make_panel):
    from scipy import stats

    fit = fit_stirpat(make_panel(), WITHOUT_CEI, pooling="pooled", k=0.02)
    observed, fitted = fit.fitted["ce"].to_numpy(), fit.fitted["ce_fitted"].to_numpy()
    independent, paired = stats.ttest_ind(fitted, observed), stats.ttest_rel(fitted, observed)
    assert (fit.validity.t_test, fit.validity.t_test_p) == pytest.approx(tuple(independent))
    assert (fit.validity.paired_t, fit.validity.paired_p) == pytest.approx(tuple(paired))
    assert fit.validity.rmse == pytest.approx(np.sqrt(np.mean((fitted - observed) ** 2)))
    assert fit.validity.mape == pytest.approx(100 * np.mean(np.abs(fitted / observed - 1)))
    residual = fit.fitted["residual"]
    steps = residual.groupby(fit.fitted["unit"]).diff().dropna()  # within a unit only
    assert fit.validity.durbin_watson == pytest.approx((steps**2).sum() / (residual**2).sum())
    assert fit.validity.smearing == pytest.approx(np.exp(residual).mean())


def test_the_studys_test_can_hardly_fail(make_panel):
    fit = fit_stirpat(make_panel(), ["UR"], k=1.0)  # a useless model, shrunk to nearly nothing
    assert fit.fitted["residual"].mean() == pytest.approx(0, abs=1e-12)
    assert fit.validity.t_test_p > 0.05  # an error of a third of the emission, and not significant
    assert fit.validity.mape > 10  # what can fail does
    assert "can hardly fail" in texts(fit.notes)


# --- rows that are left out ------------------------------------------------------------------------------------------


def test_rows_without_logarithm_are_counted_and_named(make_panel):
    panel = make_panel(units=2)
    panel.loc[3, "energy_tce"] = 0.0
    panel.loc[25, "gdp_secondary"] = 0.0
    panel.loc[30, "urban_population"] = np.nan
    fit = fit_stirpat(panel, WITHOUT_CEI, pooling="pooled")
    assert len(fit.fitted) == 42 - 3
    # no energy makes TI a division by zero, which is as good as missing
    assert "2 rows of 42 left out of the regression for an empty cell" in texts(fit.notes)
    assert "county 0 2003 (TI), county 1 2009 (UR)" in texts(fit.notes)
    assert "1 row of 42 left out of the regression for a value of zero or below" in texts(fit.notes)
    assert "county 1 2004 (IS)" in texts(fit.notes)


def test_years_of_the_region_with_a_gap(make_panel):
    panel = make_panel(units=3)
    panel.loc[panel["unit"] == "county 2", "ce"] = np.nan  # never known
    panel.loc[5, "ce"] = np.nan  # one year of county 0
    fit = fit_stirpat(panel.drop(index=30), WITHOUT_CEI)  # one row of county 1
    assert "1 unit has no complete year and no part in the region's totals: county 2" in texts(fit.notes)
    assert "2 years have no total of the region" in texts(fit.notes)
    assert "2005, 2009" in texts(fit.notes)
    assert len(fit.fitted) == 19


# --- what cannot be fitted -------------------------------------------------------------------------------------------


def test_too_few_observations_with_the_reasons(make_panel):
    panel = make_panel(years=8)
    panel.loc[[0, 1, 2], "gdp"] = np.nan
    with pytest.raises(InputError) as raised:
        fit_stirpat(panel)
    assert "has 5 observations for 6 variables" in str(raised.value)
    assert "3 years have no total of the region" in str(raised.value)
    assert fit_stirpat(panel, k=0.2).k == 0.2  # with a k of one's own ridge goes on


def test_nothing_left(make_panel):
    panel = make_panel(years=8)
    panel["ce"] = 0.0
    with pytest.raises(InputError, match=r"has 0 observations .*value of zero or below"):
        fit_stirpat(panel, WITHOUT_CEI, pooling="pooled")


def test_near_constant_columns_are_left_out_and_named(make_panel):
    panel = make_panel()
    panel["urban_population"] = panel["population"] * 0.6
    panel["energy_tce"] = panel["gdp"] * 0.5
    fit = fit_stirpat(panel, WITHOUT_CEI)
    assert fit.coefficients["variable"].tolist() == ["P", "W", "IS", "intercept"]
    assert "TI was left out of the regression, since it hardly changes" in texts(fit.notes)
    assert "UR was left out of the regression, since it hardly changes" in texts(fit.notes)
    assert fit.k == fit_stirpat(panel, ["P", "W", "IS"]).k
    with pytest.raises(ridge.NearConstantError, match=r"^UR hardly changes"):
        fit_stirpat(panel, ["UR"])
    with pytest.raises(ridge.NearConstantError, match=r"^ce hardly changes"):
        fit_stirpat(panel.assign(ce=5.0), ["P", "W"])


def test_one_of_exactly_collinear_columns_is_left_out_and_named(make_panel):
    fit = fit_stirpat(make_panel(), WITHOUT_CEI, ["gdp"], pooling="pooled")
    assert fit.coefficients["variable"].tolist() == [*WITHOUT_CEI, "intercept"]
    told = [message for message in fit.notes if message.code == "driver-inseparable"]
    assert len(told) == 1 and told[0].needs_attention
    assert str(told[0]).startswith("gdp was left out of the regression, since it follows exactly from P, W")
    alone = fit_stirpat(make_panel(), WITHOUT_CEI, pooling="pooled")
    pd.testing.assert_frame_equal(fit.coefficients, alone.coefficients)


# --- errors within units ---------------------------------------------------------------------------------------------


def test_defaults_are_no_identity(make_panel):
    """Nobody has to know about CEI to be safe: fixed effects of units, without CEI, k by variance inflation."""
    fit = fitting.fit_stirpat(Panel(make_panel(), "panel"))
    assert fit.coefficients["variable"].tolist() == [*WITHOUT_CEI, "intercept"]
    assert set(fit.coefficients["pooling"]) == {"fixed_effects"} and not fit.identity
    assert fit.coefficients["vif"].max() < 10


@pytest.mark.parametrize("pooling", POOLINGS.keys)
def test_an_identity_has_no_p(make_panel, pooling):
    table = fit_stirpat(make_panel(), pooling=pooling).coefficients
    assert table[["p", "ols_p"]].isna().all(axis=None) and set(table["identity"]) == {1}
    assert fit_stirpat(make_panel(), WITHOUT_CEI, pooling=pooling).coefficients["p"].notna().all()


def test_the_region_keeps_its_errors(make_panel):
    table = fit_stirpat(make_panel(), WITHOUT_CEI, k=0.05).coefficients
    data = observations(make_panel(), WITHOUT_CEI)
    shrunk = ridge.estimate(ridge.design(data.x, data.y, data.names), 0.05)
    assert table["std_error"].to_numpy() == pytest.approx(shrunk.std_error)
    assert set(table["errors"]) == {"independent"}
    assert table["degrees_of_freedom"].iloc[0] == pytest.approx(shrunk.degrees_of_freedom)


def test_a_panel_of_one_unit_has_no_clusters(make_panel):
    table = fit_stirpat(make_panel(units=1), WITHOUT_CEI, pooling="fixed_effects").coefficients
    assert np.isfinite(table["std_error"]).all() and set(table["errors"]) == {"independent"}


@pytest.mark.parametrize("pooling", ["pooled", "fixed_effects"])
def test_a_unit_left_out_by_refitting(make_panel, pooling):
    """Least squares without each unit in turn; with fixed effects the unit's own mean is known."""
    frame = make_panel()
    fit = fit_stirpat(frame, WITHOUT_CEI, pooling=pooling, k=0.0)
    errors = []
    for unit in frame["unit"].unique():
        others = fit_stirpat(frame[frame["unit"] != unit], WITHOUT_CEI, pooling=pooling, k=0.0).coefficients
        own = observations(frame[frame["unit"] == unit], WITHOUT_CEI, pooling=pooling)
        apart = own.y - own.x @ others["b"].to_numpy()[:-1]
        errors.append(apart - (apart.mean() if pooling == "fixed_effects" else others["b"].iloc[-1]))
    expected = np.sqrt(np.mean(np.concatenate(errors) ** 2))
    assert fit.validity.leave_one_unit_out == pytest.approx(expected, rel=1e-9)
    assert "a unit whose years were all left out" in texts(fit.notes)
    assert np.isnan(fit_stirpat(frame, WITHOUT_CEI).validity.leave_one_unit_out)


def test_coefficients_that_ridge_moved_are_told_with_their_least_squares(make_panel):
    frame = make_panel()
    fit = fit_stirpat(frame, WITHOUT_CEI, pooling="pooled", k=0.5)
    rows = fit.coefficients.iloc[:-1]
    moved = rows[(rows["b"] - rows["ols_b"]).abs() > rows["ols_std_error"]]
    told = [message for message in fit.notes if message.code == "coefficients-moved-by-ridge"]
    assert len(told) == 1 and told[0].values["count"] == len(moved) > 0
    name, ols = moved[["variable", "ols_b"]].iloc[0]
    assert f"{name} from {round(ols, 3):g} to" in str(told[0])
    unmoved = fit_stirpat(frame, WITHOUT_CEI, pooling="pooled", k=0.0)
    assert "coefficients-moved-by-ridge" not in {message.code for message in unmoved.notes}


def test_missing_columns_name_the_variables(make_panel):
    panel = make_panel().drop(columns=["energy_tce", "urban_population"])
    with pytest.raises(MissingPartsError, match=r"“yearbook”: TI, UR cannot be .* “energy_tce”, “urban_population”"):
        fit_stirpat(panel, table="yearbook")
    assert fit_stirpat(panel, ["P", "W", "IS"]).identity is False
    with pytest.raises(MissingPartsError, match="rainfall"):
        fit_stirpat(panel, ["P"], ["rainfall"])


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"variables": ["P", "Q"]}, "Q is no variable of the model"),
        ({"variables": []}, "The regression has no variable"),
        ({"variables": ["P", "P"]}, "P would stand in the regression twice"),
        ({"other_fields": ["ce"]}, "ce would stand in the regression twice"),
        ({"pooling": "mixed"}, "POOLING is “mixed”, but must be one of “region”, “pooled”"),
        ({"cei_definition": "tertiary"}, "CEI_DEFINITION is “tertiary”"),
        ({"k_rule": "guess"}, "K_RULE is “guess”"),
        ({"k": -1.0}, "must be a number from 0"),
        ({"other_fields": ["name"]}, "column “name” should hold numbers"),
    ],
)
def test_wrong_options(make_panel, arguments, expected):
    with pytest.raises(InputError, match=expected):
        fit_stirpat(make_panel().assign(name="x"), **arguments)


def test_empty_table(make_panel):
    with pytest.raises(EmptyTableError):
        fit_stirpat(make_panel().iloc[:0])


# --- published data --------------------------------------------------------------------------------------------------


def test_provinces(shared_data):
    """CEADs, 30 provinces 2005-2019: the strong collinearity of P, W and UR, and what fixed effects change."""
    folder = shared_data("china_province_ceads")
    emission = pd.read_csv(folder / "province_co2_by_fuel_1997_2019_Mt.csv")
    economy = pd.read_csv(folder / "province_gdp_population_1992_2022.csv")
    rows = emission.merge(economy, on=["province", "year"]).query("2005 <= year <= 2019")
    panel = pd.DataFrame(
        {
            "unit": rows["province"],
            "year": rows["year"],
            "population": rows["pop_1e4"] * 1e4,
            "urban_population": rows["urban_pop_1e4"] * 1e4,
            "gdp": rows["gdp_1e8CNY"] * 1e4,
            "gdp_secondary": rows["gdp_secondary_1e8CNY"] * 1e4,
            "ce": rows["co2_Mt_Scope_1_Total"] * 1e6 * 12 / 44,
        }
    )
    region = fit_stirpat(panel, ["P", "W", "IS", "UR"])
    within = fit_stirpat(panel, ["P", "W", "IS", "UR"], pooling="fixed_effects")
    assert len(region.fitted) == 15 and len(within.fitted) == 450
    assert region.coefficients["ols_vif"].max() > 1000 > 20 > within.coefficients["ols_vif"].max()
    assert not region.identity and not within.identity
    # the same within estimate, with a dummy for each province
    dummies = pd.get_dummies(within.fitted["unit"]).to_numpy(dtype=float)
    data = observations(panel, ["P", "W", "IS", "UR"], pooling="fixed_effects")
    b = np.linalg.lstsq(np.column_stack([dummies, data.x]), data.y, rcond=None)[0][-4:]
    assert within.coefficients["ols_b"].to_numpy()[:4] == pytest.approx(b)
    assert fit_stirpat(panel, ["P", "W", "IS", "UR", "CEI"], pooling="fixed_effects").identity
