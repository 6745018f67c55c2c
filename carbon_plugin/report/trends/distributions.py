"""How slope and Z of a field spread over the units."""

from __future__ import annotations

import numpy as np

from ...core.messages import sentence
from ..page import figures
from ..page.colours import EDGE, INK, QUIET
from ..page.numbers import largest
from ..page.writer import Writer
from .report import TrendReport, class_colours, note_fields_not_drawn, scale_of

HEIGHT = 1.4  # inches of a field
BINS = 30  # of a distribution, over its whole range
BINS_TO_THRESHOLD = 4  # of the distribution of Z, so that a bin ends at the threshold

_CAPTION = sentence(
    "Number of units by slope (left) and Z (right), coloured by class. Black line: median. Dashed: "
    "the threshold of ±{threshold}. Slopes depend on the size of a unit; Z does not."
)


def distributions(writer: Writer, report: TrendReport) -> None:
    """Two histograms a field."""
    if not writer.draws:
        return
    writer.heading(sentence("Slope and Z over the units"))
    names = report.drawn_fields
    height = 0.7 + HEIGHT * len(names)
    figure, axes = figures.new_figure(height, len(names), 2, layout=None)
    figure.subplots_adjust(left=0.055, right=0.99, bottom=0.45 / height, top=1 - 0.25 / height, wspace=0.1, hspace=0.9)
    bin_of_z = report.threshold / BINS_TO_THRESHOLD
    reach = max([1.5 * report.threshold, *(largest(report.trends[f"{name}_z"]) for name in names)]) + bin_of_z
    for row, name in enumerate(names):
        _slopes(axes[row, 0], name, writer, report)
        _z_scores(axes[row, 1], name, reach, report)
    axes[-1, 1].set_xlabel("Z")
    note_fields_not_drawn(writer, report)
    writer.chart(figure, writer.say(_CAPTION, threshold=f"{report.threshold:g}"), cropped=False)


def _slopes(axis, name: str, writer: Writer, report: TrendReport) -> None:
    slopes = report.trends[f"{name}_sen"].to_numpy(dtype=float)
    scale, unit = scale_of(name, largest(slopes), writer)
    slopes = slopes * scale
    known = slopes[np.isfinite(slopes)]
    if len(known):
        width = max(np.ptp([*known, 0.0]) / BINS, np.finfo(float).tiny)
        _stacked(axis, slopes, report.classes_of(name), width)
        axis.axvline(np.median(known), color=INK, linewidth=1.2)
    axis.axvline(0, color=INK, linewidth=0.6)
    axis.set_title(writer.label(name), loc="left", fontsize=8.5, fontweight="bold")
    axis.set_xlabel(writer.say(sentence("{unit} per year"), unit=unit).strip(), fontsize=8, labelpad=1)
    axis.set_ylabel(writer.say(sentence("units")), fontsize=8)


def _z_scores(axis, name: str, reach: float, report: TrendReport) -> None:
    scores = report.trends[f"{name}_z"].to_numpy(dtype=float)
    if np.isfinite(scores).any():
        _stacked(axis, scores, report.classes_of(name), max(report.threshold / BINS_TO_THRESHOLD, reach / BINS))
        axis.axvline(np.nanmedian(scores), color=INK, linewidth=1.2)
    for bound in (-report.threshold, report.threshold):
        axis.axvline(bound, color=QUIET, linewidth=0.8, linestyle="--")
    axis.axvline(0, color=INK, linewidth=0.6)
    axis.set_xlim(-reach, reach)


def _stacked(axis, values: np.ndarray, classes: np.ndarray, width: float) -> None:
    """A histogram whose bars are stacked by class; zero is an edge."""
    from matplotlib.collections import PolyCollection
    from matplotlib.ticker import MaxNLocator

    bins = np.floor(values / width)
    low, high = int(np.nanmin(bins)), int(np.nanmax(bins))
    below, left = np.zeros(high - low + 1), np.arange(low, high + 1) * width
    colours, bars, fills = class_colours(), [], []
    for value in sorted(colours):
        chosen = (classes == value) & np.isfinite(bins)
        above = below + np.bincount((bins[chosen] - low).astype(int), minlength=len(below))
        corners = [(left, below), (left + width, below), (left + width, above), (left, above)]
        bars.append(np.stack([np.column_stack(corner) for corner in corners], axis=1)[above > below])
        fills += [colours[value]] * len(bars[-1])
        below = above
    # one collection: of a thousand bars of their own, matplotlib makes a second's work
    style = {"edgecolors": EDGE, "linewidths": 0.25, "joinstyle": "miter"}
    axis.add_collection(PolyCollection(np.concatenate(bars), facecolors=fills, **style))
    axis.autoscale_view()
    axis.set_ylim(0, 1.08 * below.max())
    axis.yaxis.set_major_locator(MaxNLocator(nbins=3, integer=True))
