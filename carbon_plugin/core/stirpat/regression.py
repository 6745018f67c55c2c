"""STIRPAT: what drives carbon emission, as a regression of logarithms fitted by ridge (Huo et al. 2025, Eq. 12-13).

``ln CE = a + b ln P + c ln W + d ln IS + e ln TI + f ln UR + g ln CEI``, any subset of the variables, and other columns
of the panel beside them. The coefficients are elasticities: per cent of emission for one per cent of the variable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd

from ..errors import EmptyTableError, InputError, raise_all
from ..messages import Message, note, sentence, warning
from ..resources import read_rows
from ..statistics import ridge
from ..tables.vocabulary import UNIT, YEAR, describe

EMISSION = "ce"
INTERCEPT = "intercept"
REGION = "region"  # the unit key of regional totals
POOLINGS = ("region", "pooled", "fixed_effects")
CEI_DEFINITIONS = ("gdp", "secondary")

_IDENTITY_R2 = 1e-10  # what an accounting identity leaves unexplained at most
_IDENTITY_RESIDUAL = 1e-8  # largest residual of an identity, in logarithms
_ROUNDING = 1e-12
_FEW_YEARS = 10


class MissingPartsError(InputError):
    template = sentence(
        "“{table}”: {variables} cannot be computed, since there is no column {missing}. Add the column, or leave these "
        "variables out."
    )


class UnknownVariablesError(InputError):
    template = sentence("{found} is no variable of the model. Expected some of: {expected}.")


class NoVariablesError(InputError):
    template = sentence("The regression has no variable. Choose at least one of {expected}, or another column.")


class RepeatedVariablesError(InputError):
    template = sentence("{found} would stand in the regression twice. Choose another column, or rename it.")


class NotNumbersError(InputError):
    template = sentence(
        "“{table}”: column “{column}” holds text, but a regression needs numbers. Choose another column."
    )


class OptionError(InputError):
    template = sentence("“{found}” is no {option}. Expected one of: {expected}.")


@dataclass(frozen=True)
class StirpatVariable:
    """A variable of the model: ``factor * numerator / denominator`` of columns of the panel, in ``unit``.

    ``highest``: the bound of a share. ``low_carbon``: whether the lowest or the highest growth belongs to the
    low-carbon scenario.
    """

    name: str
    numerator: str
    denominator: str
    factor: float
    unit: str
    highest: float
    low_carbon: str
    label_en: str
    label_zh: str
    description: str

    @property
    def parts(self) -> tuple[str, ...]:
        """The columns of the panel it is made of."""
        return (self.numerator, self.denominator) if self.denominator else (self.numerator,)

    def of(self, panel: pd.DataFrame) -> pd.Series:
        """Its values; NaN where a part is missing or the denominator is 0."""
        values = self.factor * panel[self.numerator].astype(float)
        return values / panel[self.denominator].astype(float).replace(0.0, np.nan) if self.denominator else values

    def label(self, language: str = "en") -> str:
        """The label in ``language`` ('en' or 'zh')."""
        return self.label_zh if language == "zh" else self.label_en


@lru_cache(maxsize=len(CEI_DEFINITIONS))
def stirpat_variables(cei_definition: str = CEI_DEFINITIONS[0]) -> Mapping[str, StirpatVariable]:
    """The variables by name, in the study's order.

    ``cei_definition``: carbon intensity of ``gdp``, which the study's results follow, or of the ``secondary`` sector,
    as its text under Eq. 12 says. Raises ``OptionError``.
    """
    if cei_definition not in CEI_DEFINITIONS:
        raise OptionError(found=cei_definition, option="CEI_DEFINITION", expected=list(CEI_DEFINITIONS))
    rows = [row for row in read_rows("stirpat/variables.csv") if row["definition"] in ("", cei_definition)]
    return {row["variable"]: _variable(row) for row in rows}


@dataclass(frozen=True, eq=False)
class Observations:
    """The rows of the regression: n observations of p variables, in logarithms.

    ``unit`` (n,) text, ``year`` (n,) int, sorted by unit and year; ``x`` (n, p), ``y`` (n,) natural logarithms;
    ``summed``: those of the other columns that were added up over the units.
    """

    names: tuple[str, ...]
    unit: np.ndarray
    year: np.ndarray
    x: np.ndarray
    y: np.ndarray
    pooling: str
    summed: frozenset[str] = frozenset()
    notes: list[Message] = field(default_factory=list)

    @property
    def groups(self) -> np.ndarray | None:
        """The labels of the rows that share an intercept; None where all do."""
        return self.unit if self.pooling == "fixed_effects" else None


@dataclass(frozen=True)
class Validity:
    """How well the fitted emission follows the observed one.

    ``t_test``, ``t_test_p``: the study's independent two-sample t-test on levels; ``paired_t``, ``paired_p``: the
    paired one. ``rmse`` (t C/a) and ``mape`` (%) on levels. ``leave_one_out``: root mean squared error in logarithms of
    each observation predicted without it. ``durbin_watson``: 2 where residuals of successive years are unrelated.
    ``smearing``: Duan's factor from fitted logarithms to mean levels, reported and not applied.
    """

    t_test: float
    t_test_p: float
    paired_t: float
    paired_p: float
    rmse: float
    mape: float
    leave_one_out: float
    durbin_watson: float
    smearing: float


@dataclass(frozen=True, eq=False)
class StirpatFit:
    """A fitted model.

    ``coefficients``: a row for each variable and, last, ``intercept``; columns ``variable``, ``b``, ``beta``,
    ``std_error``, ``t``, ``ols_b``, ``ols_vif``, ``vif``, and beside them ``p``, ``tolerance``, ``ols_std_error``,
    ``ols_t``, ``ols_p``, ``ols_tolerance``, ``k``, ``pooling``, ``cei_definition``: enough to fit the same model again.
    ``trace``: ``k``, ``beta_<v>``, ``vif_<v>``, ``r2``, and beside them ``gcv``, ``loocv``. ``fitted``: ``unit``,
    ``year``, ``ce``, ``ce_fitted`` (t C/a), ``residual`` (logarithm). ``identity_note``: what to know where the
    regression is an accounting identity, None where it is not.
    """

    coefficients: pd.DataFrame
    trace: pd.DataFrame
    fitted: pd.DataFrame
    k: float
    r2: float
    ols_r2: float
    identity_note: Message | None
    validity: Validity
    notes: list[Message]

    @property
    def identity(self) -> bool:
        """Whether the regression is an accounting identity."""
        return self.identity_note is not None


def derive_variables(
    panel: pd.DataFrame, names: Sequence[str], cei_definition: str = CEI_DEFINITIONS[0], table: str = "panel"
) -> pd.DataFrame:
    """The variables ``names`` of every row of ``panel`` in their units; a name outside the model is a column as it is.

    ``panel``: ``unit``, ``year`` and the vocabulary's columns. Returns ``unit``, ``year`` and ``names``, NaN where a
    part is missing. Raises ``MissingPartsError``, ``NotNumbersError``.
    """
    known = stirpat_variables(cei_definition)
    raise_all(_check_columns(panel, names, known, table))
    derived = {name: known[name].of(panel) if name in known else panel[name].astype(float) for name in names}
    return pd.DataFrame({UNIT: panel[UNIT], YEAR: panel[YEAR], **derived})


def observations(
    panel: pd.DataFrame,
    variables: Sequence[str] | None = None,
    other_fields: Sequence[str] = (),
    cei_definition: str = CEI_DEFINITIONS[0],
    pooling: str = POOLINGS[0],
    table: str = "panel",
) -> Observations:
    """The rows of the regression out of a clean panel, and notes on every row that is left out.

    ``pooling``: ``region`` adds the units up year by year and takes the ratios of the sums, as the study does;
    ``pooled`` takes every unit and year; ``fixed_effects`` does too, with an intercept for each unit.

    Raises ``EmptyTableError``, ``OptionError``, ``UnknownVariablesError``, ``NoVariablesError``,
    ``RepeatedVariablesError``, ``MissingPartsError``, ``NotNumbersError``.
    """
    known = stirpat_variables(cei_definition)
    names = (*(known if variables is None else variables), *other_fields)
    raise_all(_check_choice(panel, names, variables or (), known, pooling, table))
    raise_all(_check_columns(panel, (*names, EMISSION), known, table))
    rows, summed, notes = panel, frozenset(), []
    if pooling == "region":
        rows, summed, notes = _regional(panel, names, known)
    derived = derive_variables(rows, (*names, EMISSION), cei_definition, table).sort_values([UNIT, YEAR], kind="stable")
    usable, more = _with_logarithm(derived, (*names, EMISSION))
    logs = np.log(usable[[*names, EMISSION]].to_numpy(dtype=float))
    return Observations(
        names=names,
        unit=usable[UNIT].to_numpy(),
        year=usable[YEAR].to_numpy(),
        x=logs[:, :-1],
        y=logs[:, -1],
        pooling=pooling,
        summed=summed,
        notes=notes + more,
    )


def fit_stirpat(
    panel: pd.DataFrame,
    variables: Sequence[str] | None = None,
    other_fields: Sequence[str] = (),
    cei_definition: str = CEI_DEFINITIONS[0],
    pooling: str = POOLINGS[0],
    k: float | None = None,
    k_rule: str = "vif_and_stability",
    table: str = "panel",
) -> StirpatFit:
    """Fit the model by least squares and by ridge, and say what the fit is worth (Huo et al. 2025, Eq. 12-13, Table 7).

    ``panel``: clean, ``unit`` (text), ``year`` (int), columns in the vocabulary's units. ``variables``: of
    ``stirpat_variables``, default all; ``other_fields``: columns of the panel that enter as they are. ``k``: the ridge
    parameter; without it ``k_rule``, one of ``options.K_RULES``, chooses.

    Raises what ``observations`` raises, and ``TooFewObservationsError``, ``NearConstantError``, ``CollinearError``,
    ``RidgeParameterError``, ``NotAChoiceError`` of ``ridge``.
    """
    data = observations(panel, variables, other_fields, cei_definition, pooling, table)
    notes = list(data.notes)
    try:
        regression = ridge.design(data.x, data.y, data.names, data.groups, response=EMISSION)
        if k is None:
            k, chosen = ridge.choose_k(regression, k_rule)
            notes += chosen
        shrunk = ridge.estimate(regression, k)
    except ridge.TooFewObservationsError as error:
        raise_all([error, *(InputError(reason=message) for message in data.notes)])  # what was left out, and why
        raise
    plain = ridge.estimate(regression, 0.0) if regression.has_least_squares else None
    identity_note = _identity(data, plain, stirpat_variables(cei_definition))
    validity = _validity(data, shrunk)
    notes += [*_remarks(data, plain), *([identity_note] if identity_note else []), _judged(validity)]
    return StirpatFit(
        coefficients=_coefficients(data.names, shrunk, plain, pooling, cei_definition),
        trace=_trace(regression),
        fitted=pd.DataFrame(
            {
                UNIT: data.unit,
                YEAR: data.year,
                EMISSION: np.exp(data.y),
                "ce_fitted": np.exp(data.y - shrunk.residual),
                "residual": shrunk.residual,
            }
        ),
        k=float(k),
        r2=shrunk.r2,
        ols_r2=plain.r2 if plain else np.nan,
        identity_note=identity_note,
        validity=validity,
        notes=notes,
    )


def _variable(row: dict[str, str]) -> StirpatVariable:
    texts = {name: row[name] for name in ("numerator", "denominator", "unit", "low_carbon", "label_en", "label_zh")}
    highest = float(row["highest"]) if row["highest"] else np.inf
    return StirpatVariable(
        name=row["variable"], factor=float(row["factor"]), highest=highest, description=row["description"], **texts
    )


def _check_choice(
    panel: pd.DataFrame,
    names: Sequence[str],
    variables: Sequence[str],
    known: Mapping[str, StirpatVariable],
    pooling: str,
    table: str,
) -> list[InputError]:
    errors: list[InputError] = []
    if panel.empty:
        errors.append(EmptyTableError(table=table))
    if pooling not in POOLINGS:
        errors.append(OptionError(found=pooling, option="POOLING", expected=list(POOLINGS)))
    unknown = [name for name in variables if name not in known]
    if unknown:
        errors.append(UnknownVariablesError(found=unknown, expected=list(known)))
    if not names:
        errors.append(NoVariablesError(expected=list(known)))
    taken = [name for name in (INTERCEPT, EMISSION, UNIT, YEAR) if name in names]
    repeated = [*taken, *dict.fromkeys(name for name in names if list(names).count(name) > 1)]
    if repeated:
        errors.append(RepeatedVariablesError(found=repeated))
    return errors


def _check_columns(
    panel: pd.DataFrame, names: Sequence[str], known: Mapping[str, StirpatVariable], table: str
) -> list[InputError]:
    parts = {name: known[name].parts if name in known else (name,) for name in names}
    absent = {name: [part for part in columns if part not in panel.columns] for name, columns in parts.items()}
    missing = list(dict.fromkeys(part for columns in absent.values() for part in columns))
    errors: list[InputError] = []
    if missing:
        lacking = [name for name, columns in absent.items() if columns]
        errors.append(MissingPartsError(table=table, variables=lacking, missing=missing))
    present = dict.fromkeys(part for columns in parts.values() for part in columns if part in panel.columns)
    texts = [part for part in present if not pd.api.types.is_numeric_dtype(panel[part])]
    return errors + [NotNumbersError(table=table, column=column) for column in texts]


def _regional(
    panel: pd.DataFrame, names: Sequence[str], known: Mapping[str, StirpatVariable]
) -> tuple[pd.DataFrame, frozenset[str], list[Message]]:
    """Totals of the region, a row a year; a year in which a unit is missing has no total."""
    parts = dict.fromkeys(part for name in names if name in known for part in known[name].parts)
    others = [name for name in names if name not in known]
    columns = list(dict.fromkeys([*parts, EMISSION, *others]))
    rows = panel[[UNIT, YEAR, *columns]].dropna()
    units, everyone = set(rows[UNIT]), set(panel[UNIT])
    members = rows.groupby(YEAR)[UNIT].nunique().reindex(sorted(panel[YEAR].unique()), fill_value=0)
    whole = members.index[members == len(units)] if units else members.index[:0]
    rows = rows[rows[YEAR].isin(whole)]
    averaged = [name for name in others if not _is_summed(name)]
    how = {name: "mean" if name in averaged else "sum" for name in columns}
    totals = rows.groupby(YEAR, as_index=False).agg(how) if len(rows) else rows[[YEAR, *columns]]
    notes = _regional_notes(sorted(everyone - units), [int(year) for year in members.index.difference(whole)], averaged)
    return totals.assign(**{UNIT: REGION}), frozenset(others) - frozenset(averaged), notes


def _is_summed(column: str) -> bool:
    described = describe(column)
    return described is not None and (described.is_amount or described.kind == "carbon")


def _regional_notes(absent: list[str], years: list[int], averaged: list[str]) -> list[Message]:
    notes = []
    if absent:
        notes.append(
            warning(
                "units-not-in-totals",
                "{count} units have no complete year and are not in the region's totals: {units}.",
                count=len(absent),
                units=absent,
            )
        )
    if years:
        notes.append(
            warning(
                "years-without-total",
                "{count} years have no total of the region, since at least one unit has an empty cell or no row: "
                "{years}.",
                count=len(years),
                years=years,
            )
        )
    if averaged:
        notes.append(
            note(
                "columns-averaged",
                "{columns}: not an amount of the vocabulary, so the region has the mean of its units.",
                columns=averaged,
            )
        )
    return notes


def _with_logarithm(derived: pd.DataFrame, names: Sequence[str]) -> tuple[pd.DataFrame, list[Message]]:
    """The rows that have all logarithms; notes count and name the others."""
    values = derived[list(names)].to_numpy(dtype=float)
    missing, not_positive = np.isnan(values), values <= 0
    empty, without = missing.any(axis=1), not_positive.any(axis=1) & ~missing.any(axis=1)
    notes = []
    if empty.any():
        notes.append(
            warning(
                "rows-with-empty-cells",
                "{count} of {total} rows have an empty cell and are left out of the regression: {rows}.",
                count=int(empty.sum()),
                total=len(derived),
                rows=_named_rows(derived[empty], missing[empty], names),
            )
        )
    if without.any():
        notes.append(
            warning(
                "rows-without-logarithm",
                "{count} of {total} rows have a value of zero or below, which has no logarithm, and are left out of "
                "the regression: {rows}.",
                count=int(without.sum()),
                total=len(derived),
                rows=_named_rows(derived[without], not_positive[without], names),
            )
        )
    return derived[~(empty | without)], notes


def _named_rows(rows: pd.DataFrame, marked: np.ndarray, names: Sequence[str]) -> list[str]:
    return [
        f"{unit} {year} ({', '.join(name for name, is_marked in zip(names, marks) if is_marked)})"
        for unit, year, marks in zip(rows[UNIT], rows[YEAR], marked)
    ]


def _identity(data: Observations, plain: ridge.Estimate | None, known: Mapping[str, StirpatVariable]) -> Message | None:
    """What to know where emission follows from the variables by arithmetic alone, by their definitions or the fit."""
    exponents = _definition(data, known)
    if exponents:
        return warning(
            "identity-by-definition",
            "This regression is an accounting identity: by their definitions {variables} multiply to carbon "
            "emission, so least squares finds exactly the exponents {exponents} and ridge only shrinks them. The "
            "coefficients do not say what drives emission, and a high R2 proves nothing. Leave out {culprits} to "
            "learn what drives emission; keep it only knowingly, as the study does, to let scenarios speak of it.",
            variables=list(exponents),
            exponents=[f"{name} {exponent:g}" for name, exponent in exponents.items()],
            culprits=_made_of_emission(exponents, known),
        )
    if plain and (1.0 - plain.r2 < _IDENTITY_R2 or np.abs(plain.residual).max() < _IDENTITY_RESIDUAL):
        return warning(
            "identity-by-fit",
            "This regression is an accounting identity: least squares reproduces carbon emission without any error "
            "(largest residual {residual}), so one of {variables} was computed from emission, or emission from "
            "them. The coefficients do not say what drives emission. Find that variable and leave it out.",
            residual=float(np.abs(plain.residual).max()),
            variables=list(data.names),
        )
    return None


def _definition(data: Observations, known: Mapping[str, StirpatVariable]) -> dict[str, float]:
    """The exponents with which the variables multiply to emission by their definitions; empty where they do not."""
    powers: dict[str, dict[str, float]] = {}
    for name in data.names:
        if name in known:
            variable = known[name]
            powers[name] = {variable.numerator: 1.0}
            if variable.denominator:
                powers[name][variable.denominator] = -1.0
        else:  # a mean over units is not the ratio of sums that the definitions speak of
            powers[name] = {name if data.pooling != "region" or name in data.summed else f"mean {name}": 1.0}
    columns = list(dict.fromkeys([*(column for power in powers.values() for column in power), EMISSION]))
    matrix = np.array([[power.get(column, 0.0) for power in powers.values()] for column in columns])
    target = np.array([float(column == EMISSION) for column in columns])
    exponents = np.linalg.lstsq(matrix, target, rcond=None)[0]
    if np.abs(matrix @ exponents - target).max() > 1e-9:
        return {}
    return {name: round(float(power), 9) for name, power in zip(powers, exponents) if abs(power) > 1e-9}


def _made_of_emission(exponents: Mapping[str, float], known: Mapping[str, StirpatVariable]) -> list[str]:
    return [name for name in exponents if name in known and EMISSION in known[name].parts]


def _remarks(data: Observations, plain: ridge.Estimate | None) -> list[Message]:
    years = np.unique(data.year)
    span = {"count": len(data.y), "first": int(years[0]), "last": int(years[-1])}
    if data.pooling == "region":
        notes = [
            note(
                "regional-observations",
                "{count} yearly totals of the region enter the regression ({first} to {last}).",
                **span,
            )
        ]
    else:
        units = len(np.unique(data.unit))
        template = sentence(
            "{count} observations of {units} units enter the regression ({first} to {last}, “{pooling}”)."
        )
        notes = [note("panel-observations", template, units=units, pooling=data.pooling, **span)]
    if plain is None:
        notes.append(
            warning(
                "too-few-for-least-squares",
                "{count} observations are too few for least squares with {variables} variables: only ridge was fitted, "
                "and its coefficients depend on k more than on the data.",
                count=len(data.y),
                variables=len(data.names),
            )
        )
    elif len(years) < _FEW_YEARS:
        notes.append(
            warning(
                "few-years",
                "Only {count} years: the coefficients rest on little, see their standard errors.",
                count=len(years),
            )
        )
    return notes


def _coefficients(
    names: tuple[str, ...], shrunk: ridge.Estimate, plain: ridge.Estimate | None, pooling: str, cei_definition: str
) -> pd.DataFrame:
    rows = len(names) + 1
    nothing = np.full(rows, np.nan)

    def with_intercept(values: np.ndarray, intercept: float = np.nan) -> np.ndarray:
        return np.append(values, intercept)

    return pd.DataFrame(
        {
            "variable": [*names, INTERCEPT],
            "b": with_intercept(shrunk.b, shrunk.intercept),
            "beta": with_intercept(shrunk.beta),
            "std_error": shrunk.std_error,
            "t": shrunk.t,
            "ols_b": with_intercept(plain.b, plain.intercept) if plain else nothing,
            "ols_vif": with_intercept(plain.vif) if plain else nothing,
            "vif": with_intercept(shrunk.vif),
            "p": shrunk.p,
            "tolerance": with_intercept(shrunk.tolerance),
            "ols_std_error": plain.std_error if plain else nothing,
            "ols_t": plain.t if plain else nothing,
            "ols_p": plain.p if plain else nothing,
            "ols_tolerance": with_intercept(plain.tolerance) if plain else nothing,
            "k": np.full(rows, shrunk.k),
            "pooling": [pooling] * rows,
            "cei_definition": [cei_definition] * rows,
        }
    )


def _trace(regression: ridge.Design) -> pd.DataFrame:
    grid = ridge.GRID if regression.has_least_squares else ridge.GRID[1:]
    path = ridge.ridge_path(regression, grid)
    columns = {"k": path.k}
    columns.update({f"beta_{name}": path.beta[:, j] for j, name in enumerate(regression.names)})
    columns.update({f"vif_{name}": path.vif[:, j] for j, name in enumerate(regression.names)})
    return pd.DataFrame(
        {**columns, "r2": path.r2, "gcv": path.gcv, "loocv": ridge.leave_one_out_errors(regression, grid)}
    )


def _validity(data: Observations, shrunk: ridge.Estimate) -> Validity:
    observed, fitted = np.exp(data.y), np.exp(data.y - shrunk.residual)
    n = len(observed)
    apart = fitted - observed
    together = np.sqrt((np.var(fitted, ddof=1) + np.var(observed, ddof=1)) / n)
    each = np.std(apart, ddof=1) / np.sqrt(n)
    exact = np.abs(apart).max() <= _ROUNDING * observed.max()  # an identity's residuals are rounding, not signal
    t_test, paired = (0.0 if exact else float(apart.mean() / width) for width in (together, each))
    left_out = shrunk.leave_one_out
    left_out = left_out[np.isfinite(left_out)]
    return Validity(
        t_test=t_test,
        t_test_p=float(ridge.two_sided_p(t_test, 2 * n - 2)),
        paired_t=paired,
        paired_p=float(ridge.two_sided_p(paired, n - 1)),
        rmse=float(np.sqrt(np.mean(apart**2))),
        mape=float(100.0 * np.mean(np.abs(apart / observed))),
        leave_one_out=float(np.sqrt(np.mean(left_out**2))) if len(left_out) else np.nan,
        durbin_watson=_durbin_watson(shrunk.residual, data.unit),
        smearing=float(np.mean(np.exp(shrunk.residual))),
    )


def _durbin_watson(residual: np.ndarray, unit: np.ndarray) -> float:
    """Squared steps from one year to the next of the same unit over squared residuals (Durbin and Watson 1950)."""
    total = float(residual @ residual)
    steps = np.diff(residual)[unit[1:] == unit[:-1]]
    return float(steps @ steps) / total if total > 0 else np.nan


def _judged(validity: Validity) -> Message:
    return note(
        "fit-validity",
        "The study's t-test of fitted against observed emission gives p = {p}, but it can hardly fail: the logs of "
        "both have the same mean by construction. What can: mean absolute error {mape} %, error of an observation left "
        "out {left_out} % (root mean square), Durbin-Watson {durbin_watson}.",
        p=validity.t_test_p,
        mape=validity.mape,
        left_out=100.0 * float(np.expm1(validity.leave_one_out)),
        durbin_watson=validity.durbin_watson,
    )
