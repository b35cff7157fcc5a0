"""The bars of a section as SVG, for the page: text stays text, in the page's own letters."""

from textwrap import wrap

from markupsafe import Markup

from bot.insight.content import Section

INK, GREEN, PALE, PAPER = "#1f2a2e", "#0b6e5f", "#d9ebe6", "#ffffff"

# A unit is a pixel on a phone, where the drawing is as wide as the screen.
WIDTH, ROW, SIZE, LEADING = 320, 26, 10, 11.5
LEFT, LONGEST, THICK, GAP = 136, 148, 16, 6  # where bars begin, how long and thick they are, and how far from words
LETTERS = 22  # of a name in one line, left of the bars
MIDDLE = 0.36  # of the size: from the middle of a line down to where its letters stand

DRAWING = Markup(
    '<svg aria-hidden="true" viewBox="0 0 {width} {height}" font-size="{size}" fill="{ink}">{bars}</svg>'
)  # hidden from who listens: the table beside it says the same
BAR = Markup('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>')
TEXT = Markup('<text x="{:g}" y="{:g}"{}>{}</text>')
TO_THE_LEFT = Markup(' text-anchor="end"')


def bars(section: Section) -> str:
    """Return the rows of a section, of which there is one at least, as an SVG element."""
    most = max(people for _, people in section.rows)
    drawn = (_bar(row, people, people / most) for row, (_, people) in enumerate(section.rows))
    names = (_name(row, name) for row, (name, _) in enumerate(section.rows))
    parts = Markup("").join((*drawn, *names))
    return str(DRAWING.format(width=WIDTH, height=ROW * len(section.rows), size=SIZE, ink=INK, bars=parts))


def _bar(row: int, people: int, share: float) -> Markup:
    top, length = row * ROW + (ROW - THICK) / 2, round(LONGEST * share, 1)
    middle = row * ROW + ROW / 2 + SIZE * MIDDLE
    return BAR.format(LEFT, f"{top:g}", f"{length:g}", THICK, GREEN) + TEXT.format(
        LEFT + length + GAP, middle, "", people
    )


def _name(row: int, name: str) -> Markup:
    lines = wrap(name, LETTERS, max_lines=2, placeholder="…", break_on_hyphens=False)
    first = row * ROW + ROW / 2 + SIZE * MIDDLE - LEADING * (len(lines) - 1) / 2
    places = (first + LEADING * number for number in range(len(lines)))
    return Markup("").join(
        TEXT.format(LEFT - GAP, round(place, 2), TO_THE_LEFT, line) for place, line in zip(places, lines, strict=True)
    )
