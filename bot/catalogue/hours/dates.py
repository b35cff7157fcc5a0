"""Months, dates and years of a text, as periods."""

from bot.catalogue.hours.kinds import Cursor, Token, Unclear, pattern
from bot.catalogue.hours.value import Date, Period

HOURS_FOLLOW = "(?= [time closed day holidays daily comment unknown open :] | , [month number] | number [-/])"
NO_HOUR = "(?! [-/])"  # the number before it is the day of a month
FORMS = tuple(
    pattern(form)
    for form in (
        f"year? month number - (?: year month number | month number {NO_HOUR})",
        "month number year - month number year",
        "number month year? - number month year?",
        "number - number month year?",
        f"year? month number - number {HOURS_FOLLOW}",
        "number month year?",
        f"(?: year month number | month number year?) {NO_HOUR}",
        "month year? - month year",
        f"year? month - (?: year month (?! number) | month (?! number {NO_HOUR}))",
        "year month | month year?",
        "year (?: - year)?",
    )
)


def period(cursor: Cursor, ahead: int = 0) -> tuple[Period, int] | None:
    """Return the period that stands here, and how many tokens it has. Raises Unclear on a day that is none."""
    match = next((match for form in FORMS if (match := cursor.sees(form, ahead))), None)
    if match is None:
        return None
    try:
        return _period(_parts(cursor.found[match.start() : match.end()])), len(match[0])
    except ValueError:
        raise Unclear("bad-date", cursor.piece(match.start(), 5)) from None


def _parts(found: list[Token]) -> dict[str, int]:
    """Return year, month and day of the first date (y, m, d) and of the last (y2, m2, d2), as far as they are said."""
    said: dict[str, int] = {}
    last = ""
    for one in found:
        if one.kind == "-":
            last = "2"
            continue
        part = {"year": "y", "month": "m", "number": "d"}[one.kind]
        said[part if part == "m" and "m" not in said else part + last] = one.value
    return said


def _period(said: dict[str, int]) -> Period:
    if "m" not in said:
        return _whole_months(_checked(Period(Date(1, 1, said["y"]), Date(12, 31, said.get("y2", said["y"])))))
    if 0 in {said.get("d"), said.get("d2")}:
        raise ValueError(said)
    year, year2 = _years(said)
    first = Date(said["m"], said.get("d", 0), year)
    month2 = said.get("m2", said["m"])
    day2 = said.get("d2", 0 if "m2" in said else said.get("d", 0))
    return _whole_months(_checked(Period(first, Date(month2, day2, year2))))


def _years(said: dict[str, int]) -> tuple[int, int]:
    """Return both years: one that is said of one end alone holds for both, or for the turn of the year."""
    turn = said.get("m2", said["m"]) < said["m"]
    if "y" in said:
        return said["y"], said.get("y2", said["y"] + turn)
    return (said["y2"] - turn, said["y2"]) if "y2" in said else (0, 0)


def _checked(period: Period) -> Period:
    if any(not 0 <= date.day <= date.last for date in period) or bool(period.first.day) != bool(period.last.day):
        raise ValueError(period)
    if period.first.year and (period.last.year, *period.last) < (period.first.year, *period.first):
        raise ValueError(period)
    return period


def _whole_months(period: Period) -> Period:
    """Say from the first of a month to the last of one as months; months of two years as dates."""
    first, last = period
    if first.day == 1 and last.day == last.last and last.day >= 28 + (last.month != 2):  # noqa: PLR2004 - February
        first, last = first._replace(day=0), last._replace(day=0)
    if first.year != last.year and not first.day:
        return Period(first._replace(day=1), last._replace(day=last.last))
    return Period(first, last)
