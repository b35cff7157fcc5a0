"""Times of a day, as they stand in a text."""

import re
from typing import Literal

from bot.catalogue.hours.kinds import Cursor, Token, Unclear, pattern
from bot.catalogue.hours.tokens import HOUR
from bot.catalogue.hours.value import ALL_DAY, DAY, Span

# How a text is read: as people write, where times may be of a clock of twelve hours; as OpenStreetMap's syntax, where
# they mean what they say; as what was published once; or for a proposal, where what lacks is made up.
Mode = Literal["people", "exact", "published", "proposal"]

SPAN = pattern("[,/]? [number time] [-/] [number time] (?! month) (?! -)")
ALWAYS = pattern(",? always")
HALF, AFTERNOON = re.compile(r"[ap]\.?m", re.IGNORECASE), re.compile(r"p\.?m", re.IGNORECASE)
NOON = 12 * HOUR
LATE = 13 * HOUR  # from when on people may mean a time of the next day by one that is earlier
NIGHT = range(HOUR, 7 * HOUR + 1)  # nobody is there all that while, so the afternoon is meant
LATEST = 48 * HOUR


def times(cursor: Cursor, ahead: int = 0) -> bool:
    """Tell whether times come."""
    return bool(cursor.sees(SPAN, ahead) or cursor.sees(ALWAYS, ahead))


def spans(cursor: Cursor, mode: Mode) -> tuple[Span, ...]:
    """Return the times that stand here."""
    found: list[Span] = []
    while times(cursor):
        if match := cursor.sees(ALWAYS):
            cursor.place = match.end()
            found += ALL_DAY
        else:
            found.append(_span(cursor, mode))
        cursor.take(":")
    return tuple(found)


def _span(cursor: Cursor, mode: Mode) -> Span:
    match = cursor.sees(SPAN)
    assert match  # the caller has looked
    first, sign, last = cursor.found[match.end() - 3 : match.end()]
    cursor.place = match.end()
    start, end = _minutes(first), _minutes(last)
    if AFTERNOON.search(last.text) and not HALF.search(first.text) and start + NOON < end:
        start += NOON  # of `1-5 pm`
    piece = f"{first.text}-{last.text}"
    exact = mode in {"exact", "published"}
    if min(start, end) < 0 or start > DAY or end > (LATEST if last.kind == "time" else DAY):
        raise Unclear("bad-time", piece)
    if sign.kind == "/" and end <= start % DAY:  # no night, rather a date
        raise Unclear("turned", piece)
    return (
        _next_day(Span(start % DAY, end))
        if cursor.take("night") or exact
        else _meant(Span(start % DAY, end), piece, mode)
    )


def _minutes(said: Token) -> int:
    return int(said.value) * (HOUR if said.kind == "number" else 1)


def _meant(span: Span, piece: str, mode: Mode) -> Span:
    """Refuse times that people say by a clock of twelve hours, or add the twelve where a proposal is made."""
    start, end = span
    if start in NIGHT and end in NIGHT and start < end:
        raise Unclear("half-day", piece)
    if not 0 < end <= start < LATE:
        return _next_day(span)
    if mode != "proposal" or end + NOON <= start:
        raise Unclear("turned", piece)
    return Span(start, end + NOON)


def _next_day(span: Span) -> Span:
    return span._replace(end=span.end + DAY) if span.end <= span.start else span
