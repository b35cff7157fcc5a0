"""Hours as one ordinary week, for those who know nothing else: the times of each day, where that says all."""

from bot.catalogue.hours.reading import by_appointment, understood
from bot.catalogue.hours.value import ALL_DAY, Rule, Span

HOLIDAYS = 7  # after Monday to Sunday, 0 to 6
Week = dict[int, tuple[Span, ...]]


def week_of(hours: str) -> Week | None:
    """Return the times of every day that is said, no times where it is closed; HOLIDAYS is said only where it is.

    None where a week does not say it all: seasons, the first Monday of a month, by appointment, what nobody can read.
    """
    meant = understood(hours)
    if meant is None or meant.otherwise is not None or not all(map(_plain, meant.rules)):
        return None
    week: Week = {}
    said: dict[int, Rule] = {}
    for rule in meant.rules:
        spans = () if rule.state == "off" else rule.spans or ALL_DAY
        for day in _days(rule):
            adds = day in said and _days(said[day]) == _days(rule)
            week[day] = tuple(sorted({*(week[day] if adds else ()), *spans}))
            said[day] = rule
    return week if any(week.values()) else None


def _plain(rule: Rule) -> bool:
    every_week = not rule.periods and not any(day.nth for day in rule.days)
    return every_week and rule.state != "unknown" and not by_appointment(rule.comment)


def _days(rule: Rule) -> tuple[int, ...]:
    days = tuple(day.day for day in rule.days)
    every = () if days or rule.holidays else tuple(range(HOLIDAYS))
    return (*days, *every, *([HOLIDAYS] if rule.holidays else []))
