"""Days of the week, public holidays, months and dates, as they stand in a text."""

from dataclasses import dataclass, field

from bot.catalogue.hours.dates import period
from bot.catalogue.hours.kinds import Cursor, Token, Unclear, pattern
from bot.catalogue.hours.value import EVERY_DAY, Period, Weekday

NAMED = {"daily": EVERY_DAY, "feriali": EVERY_DAY[:6], "weekend": EVERY_DAY[5:], "workdays": EVERY_DAY[:5]}
ONE_NAME = f"{' | '.join(NAMED)} | holidays"
DAYS = pattern(f"(?: ordinal [,/]? )+ day | day ordinals | day (?: - day)* | {ONE_NAME}")
SELECTOR = pattern(f"day | month | year | ordinal | {ONE_NAME} | number (?: - number)? month")
PAIR = pattern("(?<! /) day / day (?! /)")  # from a day to a day, or two days: nobody can tell
FEWEST, MOST = -1, 5  # which day of a month


@dataclass(frozen=True)
class Selected:
    """For which days and periods something holds."""

    days: tuple[Weekday, ...] = ()
    holidays: bool = False
    periods: tuple[Period, ...] = ()
    listed: bool = field(default=False, compare=False)  # behind a comma, where "and" would say that it is another one

    def __bool__(self) -> bool:
        return bool(self.days or self.holidays or self.periods)

    def __add__(self, other: "Selected") -> "Selected":
        days = tuple(sorted({*self.days, *other.days}))
        return Selected(days, self.holidays or other.holidays, (*self.periods, *other.periods))


def selects(cursor: Cursor, ahead: int = 0) -> bool:
    """Tell whether days or periods come."""
    return bool(cursor.sees(SELECTOR, ahead))


def groups(cursor: Cursor) -> list[Selected]:
    """Return what days and periods stand here; in a list of both, each by itself: `ad agosto e nei festivi`."""
    found: list[Selected] = []
    dated = False
    while True:
        if found and cursor.sees(PAIR, -1) and not _adjacent(cursor):
            raise Unclear("slash", cursor.piece(cursor.place - 1, 2))
        comma = int(bool(found) and cursor.at in {",", "/", "+"})
        if not selects(cursor, comma):
            return found
        one, length = _selected(cursor, comma)
        if one.periods and dated and not comma:
            raise Unclear("unsayable", cursor.piece(cursor.place))
        apart = not found or (comma and dated != bool(one.periods))
        found = [*found, one] if apart else [*found[:-1], found[-1] + one]
        dated = bool(one.periods)
        cursor.place += comma + length
        cursor.take(":")


def _adjacent(cursor: Cursor) -> bool:
    first, last = (cursor.found[cursor.place + n].value for n in (-1, 1))
    return bool((last - first) % len(EVERY_DAY) == 1)


def _selected(cursor: Cursor, comma: int) -> tuple[Selected, int]:
    if found := period(cursor, comma):
        return Selected(periods=(found[0],)), found[1]
    match = cursor.sees(DAYS, comma)
    if match is None:
        raise Unclear("unreadable", cursor.found[cursor.place + comma].text)
    said = cursor.found[match.start() : match.end()]
    listed = bool(comma) and not cursor.found[cursor.place].value
    if said[0].kind == "holidays":
        return Selected(holidays=True, listed=listed), 1
    return Selected(NAMED.get(said[0].kind) or _days(said), listed=listed), len(said)


def _days(said: list[Token]) -> tuple[Weekday, ...]:
    days = [one.value for one in said if one.kind == "day"]
    if len(days) == 2:  # noqa: PLR2004 - from a day to a day; more with dashes are a list
        days = [(days[0] + n) % len(EVERY_DAY) for n in range((days[1] - days[0]) % len(EVERY_DAY) + 1)]
    return tuple(sorted({Weekday(day, nth) for day in days for nth in _nths(said) or [0]}))


def _nths(said: list[Token]) -> list[int]:
    found = [one.value for one in said if one.kind == "ordinal"]
    found += [nth for one in said if one.kind == "ordinals" for nth in one.value]
    if any(not FEWEST <= nth <= MOST or not nth for nth in found):
        raise Unclear("unsayable", " ".join(one.text for one in said))
    return found
