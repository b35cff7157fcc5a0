"""Times of a day, as they stand in a text."""

import re

from bot.catalogue.hours.cursor import Cursor, Unclear
from bot.catalogue.hours.tokens import HOUR, Token
from bot.catalogue.hours.value import ALL_DAY, DAY, Span

SPAN = re.compile(r"[,/]?([TN])[-/]([TN])(?!M)(?!-)")
HALF, AFTERNOON = re.compile(r"[ap]\.?m", re.IGNORECASE), re.compile(r"p\.?m", re.IGNORECASE)
NOON = 12 * HOUR
LATE = 13 * HOUR  # from when on people may mean a time of the next day by one that is earlier
NIGHT = range(HOUR, 7 * HOUR + 1)  # nobody is there all that while, so the afternoon is meant
LATEST = 48 * HOUR


def times(cursor: Cursor) -> bool:
    """Tell whether times come."""
    return cursor.at == "A" or bool(SPAN.match(cursor.kinds, cursor.place))


def spans(cursor: Cursor, *, exact: bool, mending: bool) -> tuple[Span, ...]:
    """Return the times that stand here. `exact` ones mean what they say; others may be of a clock of twelve hours."""
    found: list[Span] = []
    while times(cursor):
        if cursor.take("A"):
            found += ALL_DAY
        else:
            found.append(_span(cursor, exact=exact, mending=mending))
        cursor.take(":")
    return tuple(found)


def _span(cursor: Cursor, *, exact: bool, mending: bool) -> Span:
    match = SPAN.match(cursor.kinds, cursor.place)
    assert match  # the caller has looked
    first, last = cursor.found[match.start(1)], cursor.found[match.start(2)]
    cursor.place = match.end()
    start, end = _minutes(first), _minutes(last)
    if AFTERNOON.search(last.text) and not HALF.search(first.text) and start + NOON < end:
        start += NOON  # of `1-5 pm`
    piece = f"{first.text}-{last.text}"
    if min(start, end) < 0 or start > DAY or end > LATEST:
        raise Unclear("bad-time", piece)
    span = Span(start % DAY, end)
    if "/" in match[0][-2:] and end <= start:  # no night, rather a date
        raise Unclear("turned", piece)
    return _next_day(span) if exact else _meant(span, piece, mending=mending)


def _minutes(said: Token) -> int:
    return int(said.value) * (HOUR if said.kind == "N" else 1)


def _meant(span: Span, piece: str, *, mending: bool) -> Span:
    """Refuse times that people say by a clock of twelve hours, or add the twelve where a proposal is made."""
    start, end = span
    if start in NIGHT and end in NIGHT and start < end:
        raise Unclear("half-day", piece)
    if not 0 < end <= start < LATE:
        return _next_day(span)
    if not mending or end + NOON <= start:
        raise Unclear("turned", piece)
    return Span(start, end + NOON)


def _next_day(span: Span) -> Span:
    return span._replace(end=span.end + DAY) if span.end <= span.start else span
