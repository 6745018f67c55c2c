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
from ..statistics.ridge_clusters import leave_one_cluster_out
from ..statistics.ridge_rules import choose_k
from ..tables.panel import Panel
from .fit_tables import coefficients_table, fitted_table, remarks_on_shrinkage, trace_table
from .identity import remarks_on_identity
from .observations import REGION, Observations, observations
from .separable import separable_design
from .validity import Validity, compute_validity, remarks_on_validity
from .variables import stirpat_variables

_FEW_YEARS = 10


@dataclass(frozen=True, eq=False)
class StirpatFit:
    """A fitted model.

    ``coefficients``: a row for each variable and, last, ``intercept``; columns ``variable``, ``b``, ``beta``,
    ``std_error``, ``t``, ``ols_b``, ``ols_vif``, ``vif``, and beside them ``p``, ``tolerance``, ``ols_std_error``,
    ``ols_t``, ``ols_p``, ``ols_tolerance``, ``k``, ``pooling``, ``cei_definition``: enough to fit the same model again.
    At the end ``errors`` (``clustered`` by unit in panels, ``independent`` for the region), ``degrees_of_freedom`` of t
    and ``identity`` (1 or 0); of an identity ``p`` and ``ols_p`` are empty.
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

    Args:
        panel: columns in the vocabulary's units, one row a unit and year.
        variables: of ``stirpat_variables``, default ``default_variables``.
        other_fields: columns of the panel that enter as they are.
        cei_definition: ``gdp`` or ``secondary``, as in ``stirpat_variables``.
        pooling: ``region``, ``pooled`` or ``fixed_effects``, as in ``observations``.
        k: the ridge parameter, at or above 0; without it ``k_rule`` chooses.
        k_rule: one of ``options.K_RULES``.

    Variables that cannot be told apart from others are left out and named.

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
        data, regression, left_out = separable_design(data)
        notes += left_out
        if k is None:
            k, chosen = choose_k(regression, k_rule)
            notes += chosen
        shrunk = ridge.estimate(regression, k)
    except ridge.TooFewObservationsError as error:
        raise_all([error, *(InputError(reason=message) for message in data.notes)])  # what was left out, and why
        raise
    plain = ridge.estimate(regression, 0.0) if regression.has_least_squares else None
    identity_note = remarks_on_identity(data, plain, stirpat_variables(cei_definition))
    validity = compute_validity(
        data.y,
        shrunk.residual,
        shrunk.leave_one_out,
        unit=data.unit,
        unit_left_out=_unit_left_out(regression, shrunk, data),
    )
    notes += remarks_on_observations(data, has_least_squares=plain is not None)
    coefficients = coefficients_table(data, regression, shrunk, plain=plain)
    if identity_note:
        notes.append(identity_note)
        coefficients[["p", "ols_p"]] = np.nan  # chance has no part in arithmetic
    else:
        notes += remarks_on_shrinkage(coefficients)
    notes.append(remarks_on_validity(validity))
    settings = {"k": shrunk.k, "pooling": pooling, "cei_definition": cei_definition}
    at_the_end = {name: coefficients.pop(name) for name in ("errors", "degrees_of_freedom")}
    return StirpatFit(
        coefficients=coefficients.assign(**settings, **at_the_end, identity=int(identity_note is not None)),
        trace=trace_table(regression),
        fitted=fitted_table(data, shrunk.residual),
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


def _unit_left_out(regression: ridge.Design, shrunk: ridge.Estimate, data: Observations) -> np.ndarray:
    """Errors (n,) of the rows of each unit without the unit; none for the region."""
    if data.pooling == REGION or len(np.unique(data.unit)) < 2:
        return np.empty(0)
    return leave_one_cluster_out(regression, shrunk, data.unit)
