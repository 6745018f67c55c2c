"""What all figures share: fonts that hold Chinese, quiet axes, colours from the shipped table."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache

from ...core.resources import read_rows

# matplotlib sees the first face of Debian's Noto collection only, the Japanese one; it has the Chinese glyphs
CHINESE_FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans CJK "
                                              "JP", "Microsoft "
                                                    "YaHei", "PingFang SC", "Heiti SC", "SimHei", "WenQuanYi Micro Hei",
)  # fmt: skip
OTHER_COLOURS = ("#542788", "#b35806", "#998ec3", "#f1a340", "#5e4fa2", "#66c2a5")  # for components of the user's own
BAND, BAND_WIDE, LINE, POINTS = "#9ecae1", "#deebf7", "#2171b5", "#22302a"


def is_available() -> bool:
    """True where matplotlib can be imported; without it a report has no figures."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return False
    return True


def new_figure(width: float, height: float, rows: int = 1, columns: int = 1, layout: str | None = "constrained"):
    """A figure of ``width`` x ``height`` inches and its axes (rows, columns); no global state, so safe in a thread.

    ``layout``: None for a figure of many axes whose places are set by hand, which is three times as fast.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout=layout)
    axes = figure.subplots(rows, columns, squeeze=False)
    for axis in axes.flat:
        quiet(axis)
    return figure, axes


@contextmanager
def style() -> Iterator[None]:
    """The context in which figures are drawn and saved."""
    import matplotlib

    settings = {
        "font.family": "sans-serif",
        "font.sans-serif": [*chinese_fonts(), "DejaVu Sans"],
        "font.size": 9,
        "axes.unicode_minus": False,
        "svg.fonttype": "path",
        "svg.hashsalt": "carbon-zoning",  # the same figure is the same text
    }
    if "text.parse_math" in matplotlib.rcParams:  # since matplotlib 3.6
        settings["text.parse_math"] = False  # a name may hold dollars
    with matplotlib.rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # said once by the report
        yield


def style_if(wanted: bool):
    """``style`` where there are figures to draw, else nothing."""
    return style() if wanted else nullcontext()


def quiet(axis) -> None:
    """Only the axes a reader needs."""
    axis.spines[["top", "right"]].set_visible(False)
    axis.grid(axis="y", color="#e4ebe7", linewidth=0.6)
    axis.set_axisbelow(True)
    axis.tick_params(length=2.5, color="#8a978f")


def whole_years(axis, most: int = 6) -> None:
    """Years are whole numbers, and few of them are written."""
    from matplotlib.ticker import MaxNLocator

    axis.xaxis.set_major_locator(MaxNLocator(nbins=most, steps=[1, 2, 5, 10], integer=True))


def logarithmic(axis, which: str) -> None:
    """Make the axis ``which`` ('x' or 'y') logarithmic, its ticks written as plain numbers."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    (axis.set_xscale if which == "x" else axis.set_yscale)("log")
    scale = axis.xaxis if which == "x" else axis.yaxis
    scale.set_major_locator(LogLocator(numticks=7))
    scale.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.6g}"))
    scale.set_minor_formatter(NullFormatter())


def halo():
    """A white seam around text that stands on lines or points."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=2.2, foreground="white")]


@lru_cache(maxsize=1)
def component_colours() -> dict[str, str]:
    """Colour of every component the plugin ships."""
    return {row["column"]: row["colour"] for row in read_rows("styles/components.csv")}


def colour_of(column: str, others: list[str]) -> str:
    """The colour of a component; those the table does not know take turns, in the order of ``others``."""
    known = component_colours()
    return known.get(column) or OTHER_COLOURS[others.index(column) % len(OTHER_COLOURS)]


def driver_colours(variables: list[str]) -> dict[str, str]:
    """A colour for every driver of emission; columns of the user's own take turns."""
    return _coloured(variables, "styles/drivers.csv", "variable")


def scenario_colours(scenarios: list[str]) -> dict[str, str]:
    """A colour for every scenario; those of the user's own take turns."""
    return _coloured(scenarios, "styles/scenarios.csv", "scenario")


def _coloured(names: list[str], table: str, column: str) -> dict[str, str]:
    known = {row[column]: row["colour"] for row in read_rows(table)}
    others = [name for name in names if name not in known]
    return {name: known.get(name) or OTHER_COLOURS[others.index(name) % len(OTHER_COLOURS)] for name in names}


@lru_cache(maxsize=1)
def chinese_fonts() -> tuple[str, ...]:
    """The installed fonts that have Chinese glyphs; without one, Chinese names in figures are boxes."""
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return tuple(name for name in CHINESE_FONTS if name in installed)
