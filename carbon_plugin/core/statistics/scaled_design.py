"""The columns of a regression, centred, scaled to unit length and decomposed once for every ridge parameter.

Convention (that of the SPSS ridge macro): the response and the columns are centred and scaled to unit length, so
that Z'Z is the correlation matrix R and Z'y the correlations r with the response.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..errors import InputError, raise_all
from ..messages import sentence

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

    @classmethod
    def of(cls, found: int, names: Sequence[str], groups: int) -> TooFewObservationsError:
        """The error of a regression with ``found`` rows in ``groups``: least squares needs one row more than both."""
        return cls(found=found, count=len(names), variables=list(names), needed=len(names) + groups + 1)


class NearConstantError(InputError):
    template = sentence("{variables} hardly changes in the {count} observations, so nothing can be learnt from it.")
    remedy = sentence("Leave it out of the regression.")


class CollinearError(InputError):
    template = sentence(
        "{variables} are exactly collinear: one of them follows from the others, so their effects cannot be told apart."
    )
    remedy = sentence("Leave out one of them.")


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

    # what does not depend on k, of which a trace takes a hundred

    @cached_property
    def x_mean(self) -> np.ndarray:
        """The grand means of the columns (p,)."""
        return self.x.mean(axis=0)

    @cached_property
    def leverage_of_groups(self) -> np.ndarray:
        """What the intercepts add to the leverage of each row (n,)."""
        return 1.0 / self.group_sizes[self.groups]

    @cached_property
    def squared_u(self) -> np.ndarray:
        """``u`` squared, number by number (n, p)."""
        return self.u**2


def design(
    x: np.ndarray,
    y: np.ndarray,
    names: Sequence[str],
    *,
    groups: np.ndarray | None = None,
    response: str = "y",
) -> Design:
    """Centre, scale and decompose a regression.

    Args:
        x: the columns (n, p), in any units.
        y: the response (n,).
        names: of the columns (p,), for messages.
        groups: any labels (n,); rows of one group share an intercept (fixed effects, the within transformation).
            Without it all rows share one.
        response: what messages call ``y``.

    Raises:
        ShapeError, NotFiniteError, NearConstantError.
        TooFewObservationsError: fewer than three rows, or none that tells groups apart.
        CollinearError: where n would allow least squares.

    >>> regression = design([[1.0, 2.0], [2.0, 1.0], [3.0, 5.0], [4.0, 3.0]], [1.0, 2.0, 3.0, 5.0], ["a", "b"])
    >>> regression.n, regression.x_means.tolist(), regression.x_lengths.round(6).tolist()
    (4, [[2.5, 2.75]], [2.236068, 2.95804])
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
        raise TooFewObservationsError.of(len(y), names, len(sizes))
    made = _decompose(x, y, tuple(names), labels.ravel(), sizes, response)
    if made.has_least_squares:
        _check_collinear(made)
    return made


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
