"""What all charts share: fonts that hold Chinese, quiet axes, a legend beside them."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import lru_cache

from .canvas import Canvas
from .colours import EDGE, GRID, QUIET
from .numbers import letter_width

WIDTH = 9.6  # inches
NOTE_PAD = 17  # points between axes and their name where a note stands between them

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans CJK JP",  # all that matplotlib sees of Debian's collection; it has the Chinese glyphs
    "Microsoft YaHei",
    "PingFang SC",
    "Heiti SC",
    "SimHei",
    "WenQuanYi Micro Hei",
)


def is_available() -> bool:
    """True where matplotlib can be imported; without it a report has no charts."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return False
    return True


def new_figure(height: float, rows: int = 1, columns: int = 1, *, layout: str | None = "constrained"):
    """A figure as wide as the page, ``height`` inches high, and its axes (rows, columns).

    No global state, so it is safe in a thread. ``layout``: None for a figure of many axes whose places are set by hand,
    which is three times as fast.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, height), layout=layout)
    axes = figure.subplots(rows, columns, squeeze=False)
    for axis in axes.flat:
        _quieten(axis)
    return figure, axes


def new_axis(height: float):
    """A figure with one pair of axes."""
    figure, axes = new_figure(height)
    return figure, axes[0, 0]


@contextmanager
def style() -> Iterator[None]:
    """The context in which charts are drawn and saved."""
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
    """``style`` where there are charts to draw, else nothing."""
    return style() if wanted else nullcontext()


def whole_years(axis, most: int = 6) -> None:
    """Years are whole numbers, and few of them are written."""
    from matplotlib.ticker import MaxNLocator

    axis.xaxis.set_major_locator(MaxNLocator(nbins=most, steps=[1, 2, 5, 10], integer=True))


def single_year(axis, year: int) -> None:
    """The axis of one year, which would reach over centuries, or tenths of a year, by itself."""
    axis.set_xlim(year - 3, year + 3)
    axis.set_xticks([year])


def logarithmic(axis, which: str) -> None:
    """Make the axis ``which`` ('x' or 'y') logarithmic, its ticks written as plain numbers."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    (axis.set_xscale if which == "x" else axis.set_yscale)("log")
    scale = axis.xaxis if which == "x" else axis.yaxis
    scale.set_major_locator(LogLocator(numticks=7))
    scale.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}" if value >= 1.0 else f"{value:.6g}"))
    scale.set_minor_formatter(NullFormatter())
    scale.set_tick_params(which="minor", label1On=False)  # or each of some eighty empty labels is measured


def thousands(axis) -> None:
    """Numbers along the lying axis with their thousands apart."""
    from matplotlib.ticker import FuncFormatter

    axis.xaxis.set_major_formatter(FuncFormatter(lambda value, _: apart(f"{value + 0.0:.12g}")))


def legend_beside(axis, **more):
    """A legend at the right of the axes."""
    place = {"loc": "center left", "bbox_to_anchor": (1.01, 0.5)}
    return axis.legend(**place, frameon=False, fontsize=8, **more)


def legend_above(axis, columns: int, **more):
    """A legend in lines above the axes."""
    place = {"loc": "lower left", "bbox_to_anchor": (0, 1.0)}
    return axis.legend(**place, ncol=columns, frameon=False, fontsize=8, handlelength=1.2, **more)


def name_axis(axis, name: str, note: str = "") -> None:
    """What a pair of axes shows, above it; ``note`` in a line of its own below the name: neither covers the other."""
    axis.set_title(name, loc="left", fontsize=9, fontweight="bold", pad=NOTE_PAD if note else None)
    if note:
        place = {"xycoords": "axes fraction", "xytext": (0, 4), "textcoords": "offset points", "va": "bottom"}
        axis.annotate(note, (0.0, 1.0), fontsize=7.5, color=QUIET, annotation_clip=False, **place)


def lie_down(axis, labels: list[str]) -> None:
    """Rows from top to bottom, named ``labels``, for bars that lie."""
    axis.set_yticks(range(len(labels)), labels, fontsize=8)
    axis.invert_yaxis()
    axis.grid(visible=False, axis="y")
    axis.grid(axis="x", color=GRID, linewidth=0.6)


def halo():
    """A white seam around text that stands on lines or points."""
    from matplotlib.patheffects import withStroke

    return [withStroke(linewidth=2.2, foreground="white")]


@lru_cache(maxsize=1)
def chinese_fonts() -> tuple[str, ...]:
    """The installed fonts that have Chinese glyphs; without one, Chinese names in charts are boxes.

    Where matplotlib knows none, the fonts are searched anew: it remembers those of the day it first ran.
    """
    from matplotlib import font_manager

    return _known_fonts() or _add_fonts(font_manager.findSystemFonts()) or ()


def lacks_glyphs(figure) -> bool:
    """True for a figure or canvas with texts in Chinese where no font can write them."""
    if chinese_fonts():
        return False
    if isinstance(figure, Canvas):
        words = figure.words
    else:
        from matplotlib.text import Text

        words = [text.get_text() for text in figure.findobj(Text)]
    return any(letter_width(letter) == 2 for word in words for letter in word)


def name_axes_in_known_glyphs(figure) -> None:
    """Write powers in the names of axes as 10^8 where the font of charts lacks the raised digit.

    matplotlib takes it from another font only since 3.7. Axes drawn by hand see to their names themselves.
    """
    for axis in () if isinstance(figure, Canvas) else figure.axes:
        for one in (axis.xaxis, axis.yaxis):
            one.set_label_text(in_known_glyphs(one.get_label_text()))


def in_known_glyphs(text: str) -> str:
    """``text`` with its raised digits as the font of charts can write them."""
    from matplotlib.font_manager import FontProperties, findfont, get_font

    raised = [letter for letter in text if letter in RAISED]
    if raised:
        known = get_font(findfont(FontProperties()))
        for letter in raised:
            if not known.get_char_index(ord(letter)):
                text = text.replace(letter, f"^{RAISED.index(letter)}")
    return text


def _known_fonts() -> tuple[str, ...]:
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return tuple(name for name in CHINESE_FONTS if name in installed)


def _add_fonts(paths: Sequence[str]) -> tuple[str, ...]:
    """Make the fonts at ``paths`` known that matplotlib does not know yet; those with Chinese glyphs."""
    from matplotlib import font_manager

    known = {font.fname for font in font_manager.fontManager.ttflist}
    for path in set(paths) - known:
        with suppress(Exception):  # a broken font raises whatever FreeType makes of it; it is no reason to stop
            font_manager.fontManager.addfont(path)
    return _known_fonts()


def apart(text: str) -> str:
    """A number with its thousands apart.

    >>> apart("-200000"), apart("2000.5"), apart("0.25"), apart("1e+20")
    ('-200,000', '2,000.5', '0.25', '1e+20')
    """
    size = text.lstrip("-−")
    sign, (whole, dot, rest) = text[: len(text) - len(size)], size.partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}" if whole.isascii() and whole.isdigit() else text


@lru_cache(maxsize=1)
def _thousands_apart():
    """The formatter of standing axes: matplotlib's own, its thousands apart."""
    from matplotlib.ticker import ScalarFormatter

    class ThousandsApart(ScalarFormatter):
        def __call__(self, value: float, place: int | None = None) -> str:
            return apart(super().__call__(value, place))

    return ThousandsApart


def _quieten(axis) -> None:
    """Only the axes a reader needs, amounts upwards with their thousands apart."""
    axis.yaxis.set_major_formatter(_thousands_apart()(useOffset=False))
    axis.spines[["top", "right"]].set_visible(False)
    axis.grid(axis="y", color=GRID, linewidth=0.6)
    axis.set_axisbelow(True)
    axis.tick_params(length=2.5, color=EDGE)
