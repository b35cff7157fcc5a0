"""Months, dates and years of a text, as periods."""

import re
from collections.abc import Sequence

from bot.catalogue.hours.tokens import Token
from bot.catalogue.hours.value import Date, Period

HOURS_FOLLOW = r"(?=[TXDPECUO:,;]|N[-/]|$)"
HOURS_AFTER_DAYS = r"(?=[TXDPECUO:]|,[MN]|N[-/])"
# Forms with the places of: first year, month, day; last year, month, day. None where the form has none.
FORMS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(form), tuple(parts.split()))
    for form, parts in (
        (r"YMN-YMN", "y m d y2 m2 d2"),
        (r"YMN-MN" + HOURS_FOLLOW, "y m d m2 d2"),
        (r"MN-YMN", "m d y2 m2 d2"),
        (r"MNY-MNY", "m d y m2 d2 y2"),
        (r"MN-MN(?![-/])", "m d m2 d2"),
        (r"NMY-NMY", "d m y d2 m2 y2"),
        (r"NM-NMY", "d m d2 m2 y2"),
        (r"NM-NM", "d m d2 m2"),
        (r"N-NMY", "d d2 m y"),
        (r"N-NM", "d d2 m"),
        (r"YMN-N" + HOURS_AFTER_DAYS, "y m d d2"),
        (r"MN-N" + HOURS_AFTER_DAYS, "m d d2"),
        (r"NMY", "d m y"),
        (r"NM", "d m"),
        (r"YMN(?![-/])", "y m d"),
        (r"MNY", "m d y"),
        (r"MN(?![-/])", "m d"),
        (r"YM-YM(?!N)", "y m y2 m2"),
        (r"YM-M(?!N(?![-/]))", "y m m2"),
        (r"MY-MY", "m y m2 y2"),
        (r"M-MY", "m m2 y2"),
        (r"M-M(?!N(?![-/]))", "m m2"),
        (r"YM", "y m"),
        (r"MY", "m y"),
        (r"M", "m"),
        (r"Y-Y", "y y2"),
        (r"Y", "y"),
    )
)


def period_at(kinds: str, found: Sequence[Token], place: int) -> tuple[Period, int] | None:
    """Return the period that begins at a token, and how many tokens it has. Raises ValueError on a day that is none."""
    for form, parts in FORMS:
        if match := form.match(kinds, place):
            values = [one.value for one in found[place : match.end()] if one.kind in "YMN"]
            return _period(dict(zip(parts, values, strict=True))), match.end() - place
    return None


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
