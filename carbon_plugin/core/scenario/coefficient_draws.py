"""How uncertain the fitted coefficients are: draws of them, by refitting resampled years.

A table of coefficients is enough to project. Where it also says how it was fitted (its columns ``k``, ``pooling`` and
``cei_definition``), whole years of the panel are drawn with replacement and the model is fitted to each draw at the
same k: a bootstrap of years keeps what units share in a year together. All refits come from sums of products
by year, so a thousand of them cost little more than one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..messages import Message, note, sentence, warning
from ..stirpat.coefficients import Coefficients
from ..stirpat.observations import Observations

DRAWS = 1_000
SEED = 20_250_321

_FEWEST_YEARS = 3
_FLAT = 1e-6  # a column of a draw that varies less, relative to the whole panel, is constant
_SINGULAR = 1e-10  # least eigenvalue of R + kI of a draw that still says something
_NUMBERS_AT_ONCE = 4_000_000


@dataclass(frozen=True, eq=False)
class Draws:
    """``b`` (n, p): draws of the coefficients around those of the table; no rows where nothing tells their spread."""

    b: np.ndarray
    notes: list[Message] = field(default_factory=list)


def draw_coefficients(
    coefficients: Coefficients, data: Observations | None, count: int = DRAWS, seed: int = SEED
) -> Draws:
    """``count`` draws around the table's coefficients, repeatable by ``seed``.

    By a bootstrap of the years of ``data``, the rows the model was fitted to, where the table says how; else normal
    draws from the standard errors, each coefficient for itself; else none.
    """
    if data is not None and coefficients.k is not None:
        centre = refit(data, coefficients.k, np.ones((1, len(np.unique(data.year)))))[0]
        refits, years = bootstrap_of_years(data, coefficients.k, count, seed)
        if len(refits) and np.isfinite(centre).all():
            notes = _bootstrap_notes(count, len(refits), years)
            if not np.allclose(centre, coefficients.b, rtol=1e-4, atol=1e-6):
                notes.append(
                    warning(
                        "coefficients-of-another-fit",
                        "The coefficients are not those that this panel gives under the same settings: their spread "
                        "was taken from the panel and laid around them.",
                    )
                )
            return Draws(coefficients.b + refits - centre, notes)
    if np.isfinite(coefficients.std_error).all():
        normal = np.random.default_rng(seed).standard_normal((count, len(coefficients.b)))
        return Draws(
            coefficients.b + normal * coefficients.std_error,
            [
                note(
                    "interval-by-standard-errors",
                    "The interval of the projections comes from the standard errors of the coefficients, each drawn "
                    "for itself ({count} draws): it is too wide where they offset each other.",
                    count=count,
                )
            ],
        )
    return Draws(
        np.empty((0, len(coefficients.b))),
        [
            note(
                "no-interval",
                "The projections have no interval, since the table of coefficients has neither standard errors nor the "
                "settings of its fit.",
            )
        ],
    )


def bootstrap_of_years(data: Observations, k: float, count: int = DRAWS, seed: int = SEED) -> tuple[np.ndarray, int]:
    """Coefficients (up to ``count``, p) of the model refitted at ``k`` to years drawn with replacement; and the years.

    Draws whose years do not determine the coefficients are left out.
    """
    years = len(np.unique(data.year))
    if years < _FEWEST_YEARS:
        return np.empty((0, len(data.names))), years
    weights = np.random.default_rng(seed).multinomial(years, np.full(years, 1.0 / years), size=count)
    refits = refit(data, k, weights.astype(float))
    return refits[np.isfinite(refits).all(axis=1)], years


def refit(data: Observations, k: float, weights: np.ndarray) -> np.ndarray:
    """Ridge coefficients (n, p) with ``weights`` (n, years) on the years; NaN where they are not determined.

    Weighted sums of products about the weighted (group) means give R and r of every draw; see ``ridge`` for the
    convention.
    """
    year_codes = np.unique(data.year, return_inverse=True)[1].ravel()
    unit_codes = np.zeros(len(data.y), dtype=int)
    if data.groups is not None:
        unit_codes = np.unique(data.groups, return_inverse=True)[1].ravel()
    values = np.column_stack([data.x, data.y])
    values = values - _means(values, unit_codes)[unit_codes]  # near zero: products lose no digits
    years, groups, size = weights.shape[1], unit_codes.max() + 1, values.shape[1]
    of_year = [values[year_codes == year] for year in range(years)]
    products = np.array([rows.T @ rows for rows in of_year])
    cells = unit_codes * years + year_codes
    members = np.bincount(cells, minlength=groups * years).astype(float).reshape(groups, years)
    sums = [np.bincount(cells, weights=column, minlength=groups * years) for column in values.T]
    sums = np.stack(sums, axis=-1).reshape(groups, years, size)
    whole = np.sqrt(np.einsum("tii->i", products))
    at_once = max(1, _NUMBERS_AT_ONCE // (groups * size))
    parts = [
        _solve(_about_means(weights[start : start + at_once], products, sums, members), k, whole)
        for start in range(0, len(weights), at_once)
    ]
    return np.concatenate(parts)


def _about_means(weights: np.ndarray, products: np.ndarray, sums: np.ndarray, members: np.ndarray) -> np.ndarray:
    """Weighted sums of products (n, q, q) about the weighted means of the groups."""
    raw = np.tensordot(weights, products, axes=1)
    group_sums = np.tensordot(weights, sums, axes=(1, 1))  # (n, g, q)
    group_weights = weights @ members.T  # (n, g)
    scaled = group_sums / np.sqrt(np.where(group_weights > 0, group_weights, 1.0))[:, :, None]
    return raw - np.matmul(scaled.transpose(0, 2, 1), scaled)


def _solve(about_means: np.ndarray, k: float, whole: np.ndarray) -> np.ndarray:
    lengths = np.sqrt(np.maximum(np.diagonal(about_means, axis1=1, axis2=2), 0.0))
    flat = (lengths <= _FLAT * whole).any(axis=1)
    lengths[flat] = 1.0
    correlations = about_means / (lengths[:, :, None] * lengths[:, None, :])
    p = about_means.shape[1] - 1
    penalised = correlations[:, :p, :p] + k * np.eye(p)
    lost = flat | (np.linalg.eigvalsh(penalised)[:, 0] < _SINGULAR)
    penalised[lost] = np.eye(p)
    beta = np.linalg.solve(penalised, correlations[:, :p, p:])[:, :, 0]
    return np.where(lost[:, None], np.nan, beta * lengths[:, p:] / lengths[:, :p])


def _means(values: np.ndarray, codes: np.ndarray) -> np.ndarray:
    counts = np.bincount(codes)
    return np.column_stack([np.bincount(codes, weights=column) for column in values.T]) / counts[:, None]


def _bootstrap_notes(count: int, kept: int, years: int) -> list[Message]:
    notes = [
        note(
            "interval-by-bootstrap",
            "The interval of the projections comes from {count} refits to years drawn with replacement out of "
            "{years}: it holds the uncertainty of the coefficients, not that of the scenarios.",
            count=kept,
            years=years,
        )
    ]
    if kept < count:
        template = sentence("{count} of {total} draws of years do not determine the coefficients and were left out.")
        notes.append(warning("draws-left-out", template, count=count - kept, total=count))
    return notes
