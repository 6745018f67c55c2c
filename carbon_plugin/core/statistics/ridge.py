"""Linear regression with collinear variables: ordinary least squares and ridge.

Convention (that of the SPSS ridge macro): the response and the columns are centred and scaled to unit length, so
that Z'Z is the correlation matrix R and Z'y the correlations r with the response; ``beta(k) = (R + kI)^-1 r``. The
intercept is not penalised. k = 0 is ordinary least squares. The same k elsewhere: scikit-learn's Ridge on z-scores
with n - 1 has alpha = k (n - 1), R's MASS::lm.ridge has lambda = k n.

One singular value decomposition Z = U D V' serves every k.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InputError, raise_all
from ..messages import Message, sentence, warning

GRID = np.round(np.arange(101) * 0.01, 2)  # k = 0, 0.01, ..., 1
VIF_LIMIT = 10.0  # variables above it are called collinear (Marquardt 1970)
STABLE_STEP = 0.01  # a trace is calm where no standardised coefficient moves further in one step of the grid

NEAR_CONSTANT = 1e-6  # a column that varies less, relative to its size, is only rounding
_EXACTLY_COLLINEAR = 1e-8  # smallest to largest singular value of the scaled columns


class ShapeError(InputError):
    template = sentence("The regression has {rows} rows and {values} values of the response.")
    remedy = sentence("Give one value for each row.")


class NotFiniteError(InputError):
    template = sentence("{count:number of the regression is|numbers of the regression are} missing or infinite.")
    remedy = sentence("Leave out their rows first.")


class TooFewObservationsError(InputError):
    template = sentence(
        "The regression has {found} observations for {count} variables ({variables}); it needs at least {needed}."
    )
    remedy = sentence(
        "Add years, choose another pooling, or leave out variables. With a ridge parameter of your own, fewer will do."
    )


class NearConstantError(InputError):
    template = sentence("{variables} hardly changes in the {count} observations, so nothing can be learnt from it.")
    remedy = sentence("Leave it out of the regression.")


class CollinearError(InputError):
    template = sentence(
        "{variables} are exactly collinear: one of them follows from the others, so their effects cannot be told apart."
    )
    remedy = sentence("Leave out one of them.")


class RidgeParameterError(InputError):
    template = sentence("The ridge parameter k is {found}, but it must be a number from 0 (least squares) up.")
    remedy = sentence("Studies use 0.01 to 1.")


class RuleError(InputError):
    template = sentence("“{found}” is no rule for the ridge parameter. Expected one of: {expected}.")


@dataclass(frozen=True, eq=False)
class Design:
    """A regression, centred, scaled to unit length and decomposed; n rows, p columns, g groups.

    ``groups`` (n,): 0..g-1; every group has an intercept of its own (one group: the ordinary intercept). ``x_means``
    (g, p), ``y_means`` (g,). ``x_lengths`` (p,) and ``y_length``: Euclidean lengths after centring. ``u`` (n, p),
    ``d`` (p,), ``v`` (p, p): Z = u d v'. ``c`` (p,): u'z_y. ``unreached``: squared length of the part of z_y that no
    combination of the columns reaches.
    """

    names: tuple[str, ...]
    x: np.ndarray
    y: np.ndarray
    groups: np.ndarray
    group_sizes: np.ndarray
    x_means: np.ndarray
    y_means: np.ndarray
    x_lengths: np.ndarray
    y_length: float
    u: np.ndarray
    d: np.ndarray
    v: np.ndarray
    c: np.ndarray
    unreached: float

    @property
    def n(self) -> int:
        """Number of observations."""
        return len(self.y)

    @property
    def has_least_squares(self) -> bool:
        """Whether there are more observations than k = 0 has coefficients to estimate."""
        return self.n > len(self.group_sizes) + len(self.names)


@dataclass(frozen=True, eq=False)
class Path:
    """The ridge trace: one row for each of K values of k.

    ``k`` (K,), ``beta`` (K, p) standardised coefficients, ``vif`` (K, p) variance inflation (Marquardt 1970), ``r2``
    (K,), ``degrees`` (K,) trace of the hat matrix without the intercepts, ``gcv`` (K,) generalised cross-validation in
    squared units of the response (Golub, Heath and Wahba 1979).
    """

    k: np.ndarray
    beta: np.ndarray
    vif: np.ndarray
    r2: np.ndarray
    degrees: np.ndarray
    gcv: np.ndarray


@dataclass(frozen=True, eq=False)
class Estimate:
    """The regression at one k.

    ``b`` (p,) coefficients in the units of the data, ``beta`` (p,) standardised; ``intercept``: at the grand means,
    with ``intercepts`` (g,) of the groups. ``std_error``, ``t``, ``p`` (p + 1,): of the coefficients and, last, of the
    intercept; exact for k = 0 and approximate above, where b is biased. ``vif``, ``tolerance`` (p,). ``residual``
    (n,), ``leverage`` (n,), ``degrees_of_freedom`` of the residual, ``sigma`` its standard deviation.
    """

    k: float
    b: np.ndarray
    beta: np.ndarray
    intercept: float
    intercepts: np.ndarray
    std_error: np.ndarray
    t: np.ndarray
    p: np.ndarray
    vif: np.ndarray
    tolerance: np.ndarray
    r2: float
    sigma: float
    degrees_of_freedom: float
    residual: np.ndarray
    leverage: np.ndarray

    @property
    def leave_one_out(self) -> np.ndarray:
        """Error (n,) at each observation of the regression fitted without it, at the same k and scaling.

        NaN where an observation alone decides its fit.
        """
        left = 1.0 - self.leverage
        return np.where(left > 1e-12, self.residual / np.where(left > 1e-12, left, 1.0), np.nan)


def design(
    x: np.ndarray, y: np.ndarray, names: Sequence[str], groups: np.ndarray | None = None, response: str = "y"
) -> Design:
    """Centre, scale and decompose a regression of ``y`` (n,) on the columns of ``x`` (n, p).

    ``groups`` (n,): any labels; rows of one group share an intercept (fixed effects, the within transformation).
    Without it all rows share one.

    Raises ``ShapeError``, ``NotFiniteError``, ``TooFewObservationsError`` (fewer than three rows, or none that tells
    groups apart), ``NearConstantError``, and ``CollinearError`` where n would allow least squares.
    """
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if x.ndim != 2 or x.shape[0] != len(y):
        raise ShapeError(rows=len(x), values=len(y))
    unusable = int((~np.isfinite(x)).sum() + (~np.isfinite(y)).sum())
    if unusable:
        raise NotFiniteError(count=unusable)
    labels = np.zeros(len(y), dtype=int) if groups is None else np.unique(np.asarray(groups), return_inverse=True)[1]
    sizes = np.bincount(labels.ravel()) if len(labels) else np.zeros(1, dtype=int)
    if len(y) < len(sizes) + 2:
        raise TooFewObservationsError(
            found=len(y), count=len(names), variables=list(names), needed=len(names) + len(sizes) + 1
        )
    made = _decompose(x, y, tuple(names), labels.ravel(), sizes, response)
    if made.has_least_squares:
        _check_collinear(made)
    return made


def ridge_path(regression: Design, ks: Sequence[float] | np.ndarray = GRID) -> Path:
    """The ridge trace over ``ks``, of one decomposition.

    Marquardt's ``VIF_j(k) = diag[(R + kI)^-1 R (R + kI)^-1]``; at k = 0 the diagonal of R^-1.
    Raises ``RidgeParameterError``, and ``TooFewObservationsError`` where k = 0 cannot be estimated.
    """
    ks = np.atleast_1d(np.asarray(ks, dtype=float))
    _check_k(regression, ks)
    return _path(regression, ks)


def estimate(regression: Design, k: float) -> Estimate:
    """Coefficients, standard errors and residuals at one k.

    ``sigma^2 = SSE / (n - g - tr H)``, covariance ``sigma^2 (R + kI)^-1 R (R + kI)^-1`` in the units of the data.
    Raises ``RidgeParameterError``, and ``TooFewObservationsError`` for k = 0 without degrees of freedom.
    """
    _check_k(regression, np.array([k], dtype=float))
    return _estimate(regression, float(k))


def leave_one_out_errors(regression: Design, ks: Sequence[float] | np.ndarray = GRID) -> np.ndarray:
    """Mean squared leave-one-out error (K,) over ``ks``, by the leverages: no refitting (Allen 1974, PRESS / n)."""
    ks = np.atleast_1d(np.asarray(ks, dtype=float))
    _check_k(regression, ks)
    return np.array([np.nanmean(_estimate(regression, float(k)).leave_one_out ** 2) for k in ks])


def hoerl_kennard_baldwin(regression: Design) -> float:
    """``k = p s^2 / (beta'beta)`` of the least-squares fit in unit-length scaling (Hoerl, Kennard and Baldwin 1975)."""
    _check_k(regression, np.zeros(1))
    p = len(regression.names)
    beta = _path(regression, np.zeros(1)).beta[0]
    variance = regression.unreached / (regression.n - len(regression.group_sizes) - p)
    return float(p * variance / (beta @ beta))


def choose_k(regression: Design, rule: str, ks: np.ndarray = GRID) -> tuple[float, list[Message]]:
    """The ridge parameter by one of ``RULES``, and what there is to say about it.

    ``vif_and_stability``: the smallest k of the grid with every VIF below 10 and no standardised coefficient moving by
    0.01 or more to the next k; where there is none, the k with the smallest largest VIF. ``hkb``: see
    ``hoerl_kennard_baldwin``. ``gcv``, ``loocv``: the k of the grid with the least generalised or leave-one-out
    cross-validation error. Raises ``RuleError``, and ``TooFewObservationsError`` where least squares has no freedom:
    a rule would judge noise.
    """
    if rule not in RULES:
        raise RuleError(found=rule, expected=list(RULES))
    _check_k(regression, np.zeros(1))
    return RULES[rule](regression, ks)


def two_sided_p(t: np.ndarray | float, degrees_of_freedom: float) -> np.ndarray:
    """Probability of a |t| as large under Student's distribution, accurate in the far tail; NaN without freedom."""
    return np.exp(log_two_sided_p(t, degrees_of_freedom))


def log_two_sided_p(t: np.ndarray | float, degrees_of_freedom: float) -> np.ndarray:
    """Natural logarithm of ``two_sided_p``, finite where the probability itself is too small for a number.

    P = I_x(v/2, 1/2), x = v / (v + t^2), the regularised incomplete beta function; for small x its leading term,
    ``ln P = (v/2) ln x - ln(v/2) - ln B(v/2, 1/2)`` (Abramowitz and Stegun 1964, 26.5.4 and 26.7.1).
    """
    from scipy.special import betainc, betaln

    t = np.abs(np.asarray(t, dtype=float))
    if not degrees_of_freedom > 0:
        return np.full(t.shape, np.nan)
    half = degrees_of_freedom / 2.0
    with np.errstate(divide="ignore"):  # ln 0 is -inf: t = 0 has x = 1, and an infinite t has probability 0
        log_x = -np.logaddexp(0.0, 2.0 * np.log(t) - np.log(degrees_of_freedom))
        far = half * log_x - np.log(half) - betaln(half, 0.5)
        near = np.log(betainc(half, 0.5, np.exp(log_x)))
    return np.where(log_x < np.log(1e-12), far, near)


def _decompose(
    x: np.ndarray, y: np.ndarray, names: tuple[str, ...], labels: np.ndarray, sizes: np.ndarray, response: str
) -> Design:
    z, x_means, x_lengths, x_flat = _scale(x, labels, sizes)
    z_y, y_means, y_lengths, y_flat = _scale(y[:, None], labels, sizes)
    flat = [name for name, is_flat in zip((*names, response), (*x_flat, *y_flat)) if is_flat]
    raise_all([NearConstantError(variables=[name], count=len(y)) for name in flat])
    u, d, vt = np.linalg.svd(z, full_matrices=False)
    c = u.T @ z_y[:, 0]
    rest = z_y[:, 0] - u @ c
    return Design(
        names=names,
        x=x,
        y=y,
        groups=labels,
        group_sizes=sizes,
        x_means=x_means,
        y_means=y_means[:, 0],
        x_lengths=x_lengths,
        y_length=float(y_lengths[0]),
        u=u,
        d=d,
        v=vt.T,
        c=c,
        unreached=float(rest @ rest),
    )


def _scale(
    columns: np.ndarray, labels: np.ndarray, sizes: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Columns centred on their group means and scaled to unit length; the means, the lengths, and which are flat."""
    means = _group_means(columns, labels, sizes)
    centred = columns - (means if len(sizes) == 1 else means[labels])
    rounding = _group_means(centred, labels, sizes)
    centred -= rounding if len(sizes) == 1 else rounding[labels]
    lengths = np.sqrt(np.einsum("ij,ij->j", centred, centred))
    largest = np.maximum(columns.max(axis=0), -columns.min(axis=0))
    flat = np.maximum(centred.max(axis=0), -centred.min(axis=0)) <= NEAR_CONSTANT * largest
    centred /= np.where(flat, 1.0, lengths)
    return centred, means + rounding, lengths, flat


def _group_means(columns: np.ndarray, labels: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    if len(sizes) == 1:
        return columns.mean(axis=0, keepdims=True)
    sums = [np.bincount(labels, weights=column, minlength=len(sizes)) for column in columns.T]
    return np.column_stack(sums) / sizes[:, None]


def _check_collinear(regression: Design) -> None:
    null = regression.d <= _EXACTLY_COLLINEAR * regression.d[0]
    if null.any():
        weights = np.abs(regression.v[:, null]).max(axis=1)
        raise CollinearError(variables=[name for name, weight in zip(regression.names, weights) if weight > 1e-4])


def _check_k(regression: Design, ks: np.ndarray) -> None:
    wrong = ~(np.isfinite(ks) & (ks >= 0))
    if wrong.any():
        raise RidgeParameterError(found=float(ks[wrong][0]))
    if (ks == 0).any() and not regression.has_least_squares:
        raise TooFewObservationsError(
            found=regression.n,
            count=len(regression.names),
            variables=list(regression.names),
            needed=len(regression.names) + len(regression.group_sizes) + 1,
        )


def _path(regression: Design, ks: np.ndarray) -> Path:
    d2 = regression.d**2
    damped = d2[None, :] + ks[:, None]  # (K, m)
    beta = (regression.d * regression.c / damped) @ regression.v.T
    vif = (d2 / damped**2) @ (regression.v**2).T
    degrees = (d2 / damped).sum(axis=1)
    unexplained = regression.unreached + ((regression.c * ks[:, None] / damped) ** 2).sum(axis=1)
    mean_square = unexplained * regression.y_length**2 / regression.n
    left = 1.0 - (degrees + len(regression.group_sizes)) / regression.n
    gcv = mean_square / np.where(left > 1e-12, left, np.nan) ** 2
    return Path(ks, beta, vif, 1.0 - unexplained, degrees, gcv)


def _estimate(regression: Design, k: float) -> Estimate:
    path = _path(regression, np.array([k]))
    beta, vif, n = path.beta[0], path.vif[0], regression.n
    scale = regression.y_length / regression.x_lengths
    b = beta * scale
    intercepts = regression.y_means - regression.x_means @ b
    x_mean, y_mean = regression.x.mean(axis=0), regression.y.mean()
    residual = regression.y - intercepts[regression.groups] - regression.x @ b
    damped = regression.d**2 + k
    freedom = n - len(regression.group_sizes) - path.degrees[0]
    sigma = float(np.sqrt((residual @ residual) / freedom)) if freedom > 1e-9 else np.nan
    towards_mean = ((regression.v / regression.x_lengths[:, None]).T @ x_mean) * regression.d / damped
    std_error = sigma * np.append(np.sqrt(vif) / regression.x_lengths, np.sqrt(1.0 / n + towards_mean @ towards_mean))
    coefficients = np.append(b, y_mean - x_mean @ b)
    with np.errstate(divide="ignore", invalid="ignore"):  # a fit without any residual has an infinite t
        t = coefficients / std_error
    leverage = 1.0 / regression.group_sizes[regression.groups] + regression.u**2 @ (regression.d**2 / damped)
    return Estimate(
        k=k,
        b=b,
        beta=beta,
        intercept=float(coefficients[-1]),
        intercepts=intercepts,
        std_error=std_error,
        t=t,
        p=two_sided_p(t, freedom),
        vif=vif,
        tolerance=1.0 / vif,
        r2=float(path.r2[0]),
        sigma=sigma,
        degrees_of_freedom=float(freedom),
        residual=residual,
        leverage=leverage,
    )


def _by_vif_and_stability(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    path = ridge_path(regression, np.append(ks, ks[-1] + (ks[-1] - ks[-2])))
    step = np.abs(np.diff(path.beta, axis=0)).max(axis=1)
    highest = path.vif[:-1].max(axis=1)
    fulfilled = (highest < VIF_LIMIT) & (step < STABLE_STEP)
    if fulfilled.any():
        return float(ks[np.argmax(fulfilled)]), []
    least = int(np.argmin(highest))
    return float(ks[least]), [
        warning(
            "no-calm-ridge-parameter",
            "No ridge parameter up to {largest} has every variance inflation below {limit} and calm coefficients; at "
            "k = {k} the largest variance inflation is smallest ({vif}). Look at the ridge trace and set k yourself.",
            largest=float(ks[-1]),
            limit=VIF_LIMIT,
            k=float(ks[least]),
            vif=float(highest[least]),
        )
    ]


def _by_hkb(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    k = hoerl_kennard_baldwin(regression)
    if k > 1e-12:
        return k, []
    return k, [
        warning(
            "no-ridge-needed",
            "The rule of Hoerl, Kennard and Baldwin gives k = {k}: the variables explain the response almost without "
            "error, so this rule asks for no ridge at all. Choose another rule, or set k yourself.",
            k=k,
        )
    ]


def _by_gcv(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    return float(ks[np.nanargmin(ridge_path(regression, ks).gcv)]), []


def _by_loocv(regression: Design, ks: np.ndarray) -> tuple[float, list[Message]]:
    return float(ks[np.nanargmin(leave_one_out_errors(regression, ks))]), []


RULES = {"vif_and_stability": _by_vif_and_stability, "hkb": _by_hkb, "gcv": _by_gcv, "loocv": _by_loocv}
