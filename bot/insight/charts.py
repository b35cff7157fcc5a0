"""Drawing figures: bars as SVG for the page, a summary as PNG for the chat. The same figures give the same bytes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from textwrap import fill
from typing import TYPE_CHECKING, Any

from bot.insight.content import Content, Section
from bot.insight.wording import say

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, GREEN, PALE = "#1f2a2e", "#0b6e5f", "#d9ebe6"
STYLE: Any = {
    "font.family": "sans-serif",
    "font.size": 10,
    "text.color": INK,
    "svg.fonttype": "none",  # text stays text: it can be searched, and read aloud
    "svg.hashsalt": "kmzero",
    "text.parse_math": False,  # a dollar in a name is a dollar
}
WIDTH, PER_BAR, AROUND = 6.6, 0.34, 0.25  # inches
PHONE = (7.2, 9.0)  # inches, 150 dots each: 1080 by 1350 pixels
METADATA = re.compile("<metadata>.*?</metadata>", re.DOTALL)
TOP = 5  # bars in the summary


def bars(section: Section) -> str:
    """Return the rows of a section as an SVG element; the table beside it says the same, so that it needs no words."""
    with _figure(WIDTH, PER_BAR * len(section.rows) + AROUND) as figure:
        axes = figure.add_axes((0.42, 0.0, 0.52, 1.0))
        _draw(axes, section.rows, 34)
        drawn = BytesIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None}, transparent=True)
    svg = METADATA.sub("", drawn.getvalue().decode())
    return svg[svg.index("<svg") :].replace("<svg", '<svg aria-hidden="true"', 1)


def summary(content: Content) -> bytes:
    """Return a report on one screen of a phone, as PNG."""
    with _figure(*PHONE) as figure:
        figure.text(0.07, 0.945, fill(content.title, 34), size=21, weight="bold", va="top")
        owner = fill(content.owner, 58, max_lines=2, placeholder=" …")
        figure.text(0.07, 0.845, owner, size=12, va="top", color=GREEN, linespacing=1.4)
        _tiles(figure, content)
        top = 0.58 if content.tiles else 0.74
        for section in content.sections[: 1 if content.tiles else 2]:
            figure.text(0.07, top, section.name, size=15, weight="bold")
            top -= _short(figure, section, content, top - 0.03) + 0.1
        figure.text(0.07, 0.06, fill(say("summary-foot", content.language), 66), size=10.5, linespacing=1.5)
        drawn = BytesIO()
        figure.savefig(drawn, format="png", dpi=150, metadata={"Software": None})
    return drawn.getvalue()


def _short(figure: "Figure", section: Section, content: Content, top: float) -> float:
    """Draw the first rows of a section below `top` and return the height that they took."""
    rows = section.rows[: TOP if content.tiles else TOP - 2]
    height = 0.07 * max(1, len(rows))
    if rows:
        _draw(figure.add_axes((0.46, top - height, 0.44, height)), rows, 26)
    else:
        figure.text(0.07, top - 0.03, fill(say("summary-none", content.language), 60), size=12)
    return height


@contextmanager
def _figure(width: float, height: float) -> "Iterator[Figure]":
    from matplotlib import rc_context  # noqa: PLC0415 - half a second, for who draws only
    from matplotlib.figure import Figure  # noqa: PLC0415

    with rc_context(STYLE):
        yield Figure(figsize=(width, height), facecolor="white")


def _draw(axes: "Axes", rows: tuple[tuple[str, int], ...], letters: int) -> None:
    names = [fill(name, letters, max_lines=2, placeholder="…") for name, _ in rows]
    people = [number for _, number in rows]
    places = range(len(rows))
    axes.barh(places, people, color=GREEN, height=0.62)
    axes.set_yticks(places, names, color=INK)
    axes.invert_yaxis()
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xlim(0, max(people) * 1.12)
    axes.tick_params(length=0, pad=6)
    axes.set_xticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    for place, number in zip(places, people, strict=True):
        axes.text(number, place, f" {number}", va="center")


def _tiles(figure: "Figure", content: Content) -> None:
    for number, tile in enumerate(content.tiles[:2]):
        axes = figure.add_axes((0.07 + 0.44 * number, 0.64, 0.42, 0.125), facecolor=PALE, xticks=[], yticks=[])
        for side in axes.spines.values():
            side.set_visible(False)
        told = str(tile.people) if tile.people is not None else say("hidden", content.language)
        axes.text(0.06, 0.6, told, size=28 if tile.people is not None else 18, weight="bold", color=GREEN, va="center")
        axes.text(0.06, 0.2, tile.name, size=12, va="center")
