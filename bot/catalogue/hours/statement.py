"""One statement: days and periods, then times, then what holds then; or what holds at all other times."""

from dataclasses import dataclass, replace

from bot.catalogue.hours.kinds import Cursor, Unclear, pattern
from bot.catalogue.hours.selecting import Selected, groups, selects
from bot.catalogue.hours.timing import Mode, spans, times
from bot.catalogue.hours.value import Span, State

NOTE_BEFORE_TIMES = pattern("comment+ ,? (?: [number time] [-/] | always)")
COMMA_BEFORE_NOTE = pattern(", [comment unknown]")
UNFINISHED = {"number", "time", "+", "-"}  # kinds that no statement begins with


@dataclass(frozen=True)
class Statement:
    """What was said of some days and periods, or of those that are `others`; it is closed on those `without`."""

    on: tuple[Selected, ...] = ()
    spans: tuple[Span, ...] = ()
    state: State | None = None
    comment: str = ""
    without: tuple[Selected, ...] = ()
    others: bool = False


def statement(cursor: Cursor, mode: Mode) -> Statement:
    """Return the statement that begins here. Raises Unclear."""
    begin = cursor.place
    others = cursor.take("others")
    closed = not others and cursor.take("closed", "except")
    cursor.take("open", ":")
    early = _comments(cursor) if cursor.at == "comment" and selects(cursor, 1) else ()
    on = groups(cursor)
    early += _comments(cursor) if cursor.sees(NOTE_BEFORE_TIMES) else ()
    cursor.take("open")
    without = groups(cursor) if cursor.take("except") else []
    said = spans(cursor, mode)
    if said and cursor.take("included") and on:
        on[-1] = replace(on[-1], holidays=True)
    if said and not closed:
        on = _days_after(cursor, on)
    state, comments = ("off", _comments(cursor)) if closed else _modified(cursor)
    goes_on = times(cursor) or selects(cursor)
    if cursor.place == begin or (cursor.at in UNFINISHED and not goes_on):
        raise Unclear("no-end" if cursor.at in UNFINISHED else "unreadable", cursor.piece(begin))
    comment = ", ".join(dict.fromkeys((*early, *comments)))
    return Statement(tuple(on), said, state, comment, tuple(without), others)


def _days_after(cursor: Cursor, on: list[Selected]) -> list[Selected]:
    """Return the days of `9-12 lun-ven`, `lun 9-12 da ottobre a maggio`: those behind have no times of their own."""
    begin = cursor.place
    cursor.take(",")
    found = groups(cursor)
    own = times(cursor) or cursor.at in {"closed", "unknown"}
    if own or len(found) > 1 or (on and (not found or found[0].days or found[0].holidays or on[0].periods)):
        cursor.place = begin
        return on
    return [on[0] + found[0]] if on and found else found or on


def _modified(cursor: Cursor) -> tuple[State | None, tuple[str, ...]]:
    state: State | None = None
    comments: tuple[str, ...] = ()
    while True:
        before = cursor.place
        if cursor.sees(COMMA_BEFORE_NOTE) and not selects(cursor, 2):
            cursor.place += 1
        comments += _comments(cursor)
        if cursor.at in {"open", "unknown"}:
            state = "open" if cursor.take("open") else "unknown"
            cursor.take("unknown")
        elif cursor.at == "closed" and not selects(cursor, 1) and not times(cursor, 1):
            cursor.place += 1
            state = "off"
        if cursor.place == before:
            return state, comments


def _comments(cursor: Cursor) -> tuple[str, ...]:
    begin = cursor.place
    while cursor.take("comment"):
        pass
    return tuple(one.value for one in cursor.found[begin : cursor.place])
