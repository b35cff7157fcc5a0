"""Days of the week, public holidays, months and dates, as they stand in a text."""

import re
from dataclasses import dataclass

from bot.catalogue.hours.cursor import Cursor, Unclear
from bot.catalogue.hours.dates import period_at
from bot.catalogue.hours.tokens import Token
from bot.catalogue.hours.value import EVERY_DAY, Period, Weekday

DAYS = re.compile(r"((?:I[,/]?)+)D|DJ|D-D|D|E|W|S|K|P")
PAIR = re.compile(r"(?<!/)D/D(?!/)")  # from a day to a day, or two days: nobody can tell
SELECTOR = re.compile(r"[DEWSKPMYI]|N(?:-N)?M")
NAMED = {"E": EVERY_DAY, "W": EVERY_DAY[:6], "S": EVERY_DAY[5:], "K": EVERY_DAY[:5]}
FEWEST, MOST = -1, 5  # which day of a month


@dataclass(frozen=True)
class Selected:
    """For which days and periods something holds."""

    days: tuple[Weekday, ...] = ()
    holidays: bool = False
    periods: tuple[Period, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.days or self.holidays or self.periods)


def selects(cursor: Cursor, ahead: int = 0) -> bool:
    """Tell whether days or periods come."""
    return bool(SELECTOR.match(cursor.kinds, cursor.place + ahead))


def groups(cursor: Cursor) -> list[Selected]:
    """Return what days and periods stand here; in a list of both, each by itself: `ad agosto e nei festivi`."""
    found: list[Selected] = []
    dated = False
    while True:
        if found and PAIR.match(cursor.kinds, cursor.place - 1) and not _adjacent(cursor):
            raise Unclear("slash", cursor.piece(cursor.place - 1, 2))
        comma = int(bool(found) and cursor.at in {",", "/"})
        if not selects(cursor, comma):
            return found
        one, length = _selected(cursor, cursor.place + comma)
        if one.periods and dated and not comma:
            raise Unclear("unsayable", cursor.piece(cursor.place))
        apart = not found or (comma and dated != bool(one.periods))
        found = [*found, one] if apart else [*found[:-1], _joined(found[-1], one)]
        dated = bool(one.periods)
        cursor.place += comma + length
        cursor.take(":")


def _adjacent(cursor: Cursor) -> bool:
    first, last = (cursor.found[cursor.place + n].value for n in (-1, 1))
    return bool((last - first) % len(EVERY_DAY) == 1)


def _joined(one: Selected, other: Selected) -> Selected:
    days = tuple(sorted({*one.days, *other.days}))
    return Selected(days, one.holidays or other.holidays, (*one.periods, *other.periods))


def _selected(cursor: Cursor, place: int) -> tuple[Selected, int]:
    try:
        period = period_at(cursor.kinds, cursor.found, place)
    except ValueError:
        raise Unclear("bad-date", " ".join(one.text for one in cursor.found[place : place + 5])) from None
    if period:
        return Selected(periods=(period[0],)), period[1]
    match = DAYS.match(cursor.kinds, place)
    if match is None:
        raise Unclear("unreadable", cursor.found[place].text)
    return _days(match[0], cursor.found[place : match.end()]), len(match[0])


def _days(form: str, said: list[Token]) -> Selected:
    if form == "P":
        return Selected(holidays=True)
    if form in NAMED:
        return Selected(NAMED[form])
    days = [one.value for one in said if one.kind == "D"]
    if form == "D-D":
        length = (days[1] - days[0]) % len(EVERY_DAY) + 1
        return Selected(tuple(sorted(Weekday((days[0] + n) % len(EVERY_DAY)) for n in range(length))))
    return Selected(tuple(Weekday(days[0], nth) for nth in _nths(said) or [0]))


def _nths(said: list[Token]) -> list[int]:
    found = [nth for one in said if one.kind in "IJ" for nth in (one.value if one.kind == "J" else (one.value,))]
    if any(not FEWEST <= nth <= MOST or not nth for nth in found):
        raise Unclear("unsayable", " ".join(one.text for one in said))
    return found
