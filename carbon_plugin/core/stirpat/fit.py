"""STIRPAT: what drives carbon emission, as a regression of logarithms fitted by ridge (Huo et al. 2025, Eq. 12-13).

``ln CE = a + b ln P + c ln W + d ln IS + e ln TI + f ln UR + g ln CEI``, any subset of the variables, and other columns
of the panel beside them. The coefficients are elasticities: per cent of emission for one per cent of the variable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InputError, raise_all
from ..messages import Message, note, phrase, sentence, warning
from ..options import CEI_DEFINITIONS, K_RULES, POOLINGS
from ..statistics import ridge
from ..tables.panel import Panel
from ..tables.vocabulary import UNIT, YEAR
from .identity import remarks_on_identity
from .observations import REGION, Observations, observations
from .validity import Validity, compute_validity, remarks_on_validity
from .variables import EMISSION, INTERCEPT, stirpat_variables

_FEW_YEARS = 10


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


def fit_stirpat(
    panel: Panel,
    variables: Sequence[str] | None = None,
    other_fields: Sequence[str] = (),
    *,
    cei_definition: str = CEI_DEFINITIONS.default,
    pooling: str = POOLINGS.default,
    k: float | None = None,
    k_rule: str = K_RULES.default,
) -> StirpatFit:
    """Fit the model by least squares and by ridge, and say what the fit is worth (Huo et al. 2025, Eq. 12-13, Table 7).

    ``panel``: columns in the vocabulary's units. ``variables``: of ``stirpat_variables``, default all;
    ``other_fields``: columns of the panel that enter as they are. ``k``: the ridge parameter; without it ``k_rule``
    chooses.

    Raises ``NotAChoiceError``, what ``observations`` raises, and ``TooFewObservationsError``, ``NearConstantError``,
    ``CollinearError``, ``RidgeParameterError`` of ``ridge``.

    Emission that is the population times the wealth of a person squared, of three units:

    >>> from itertools import product
    >>> population, gdp = np.array(list(product([1.0, 2.0, 4.0], [3.0, 5.0, 9.0]))).T
    >>> frame = pd.DataFrame({"unit": np.repeat(["a", "b", "c"], 3), "year": np.tile([2000, 2010, 2020], 3)})
    >>> frame = frame.assign(population=population, gdp=gdp, ce=gdp**2 / population)
    >>> fit = fit_stirpat(Panel(frame, "book"), ["P", "W"], pooling="pooled", k=0.0)
    >>> fit.coefficients["b"].round(9).tolist()[:2]
    [1.0, 2.0]
    """
    K_RULES.check(k_rule)
    data = observations(panel, variables, other_fields, cei_definition=cei_definition, pooling=pooling)
    notes = list(data.notes)
    try:
        regression = ridge.design(data.x, data.y, data.names, groups=data.groups, response=EMISSION)
        if k is None:
            k, chosen = ridge.choose_k(regression, k_rule)
            notes += chosen
        shrunk = ridge.estimate(regression, k)
    except ridge.TooFewObservationsError as error:
        raise_all([error, *(InputError(reason=message) for message in data.notes)])  # what was left out, and why
        raise
    plain = ridge.estimate(regression, 0.0) if regression.has_least_squares else None
    identity_note = remarks_on_identity(data, plain, stirpat_variables(cei_definition))
    validity = compute_validity(data.y, shrunk.residual, shrunk.leave_one_out, data.unit)
    notes += remarks_on_observations(data, has_least_squares=plain is not None)
    notes += [*([identity_note] if identity_note else []), remarks_on_validity(validity)]
    settings = {"k": shrunk.k, "pooling": pooling, "cei_definition": cei_definition}
    return StirpatFit(
        coefficients=_coefficients(data.names, shrunk, plain).assign(**settings),
        trace=_trace(regression),
        fitted=_fitted(data, shrunk.residual),
        k=float(k),
        r2=shrunk.r2,
        ols_r2=plain.r2 if plain else np.nan,
        identity_note=identity_note,
        validity=validity,
        notes=notes,
    )


def remarks_on_observations(data: Observations, has_least_squares: bool) -> list[Message]:
    """How many observations enter, and whether they are few."""
    years = np.unique(data.year)
    span = {"count": len(data.y), "first": int(years[0]), "last": int(years[-1])}
    if data.pooling == REGION:
        template = sentence("{count:yearly total|yearly totals} of the region in the regression ({first} to {last}).")
        notes = [note("regional-observations", template, **span)]
    else:
        template = sentence(
            "{count:observation|observations} of {units:unit|units} in the regression ({first} to {last}, {pooling})."
        )
        pooling, units = phrase(POOLINGS.label(data.pooling)), len(np.unique(data.unit))
        notes = [note("panel-observations", template, units=units, pooling=pooling, **span)]
    if not has_least_squares:
        template = sentence(
            "{count:observation is|observations are} too few for least squares with {variables:variable|variables}: "
            "only ridge was fitted, and its coefficients depend on k more than on the data."
        )
        notes.append(warning("too-few-for-least-squares", template, count=len(data.y), variables=len(data.names)))
    elif len(years) < _FEW_YEARS:
        template = sentence("Only {count:year|years}: the coefficients rest on little, see their standard errors.")
        notes.append(warning("few-years", template, count=len(years)))
    return notes


def _coefficients(names: tuple[str, ...], shrunk: ridge.Estimate, plain: ridge.Estimate | None) -> pd.DataFrame:
    nothing = np.full(len(names) + 1, np.nan)

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


def _fitted(data: Observations, residual: np.ndarray) -> pd.DataFrame:
    levels = {EMISSION: np.exp(data.y), "ce_fitted": np.exp(data.y - residual)}
    return pd.DataFrame({UNIT: data.unit, YEAR: data.year, **levels, "residual": residual})
