"""Rules in the order in which people mean them: what is of fewer days takes the place of what is of more days.

People write closings and exceptions anywhere; what they mean does not hang on it. So the week comes first, then months
and dates from the longest to the shortest, public holidays, single dates; what is closed comes after what is open.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations, groupby
from typing import Any

from bot.catalogue.hours.value import DAY, EVERY_DAY, LEAP_YEAR, Period, Rule, Span, Weekday


def arranged(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules merged where they are of the same days, the more general ones first."""
    apart = _apart([_every_day(rule) for rule in rules])
    return tuple(_placed(_merged(apart)))


def _every_day(rule: Rule) -> Rule:
    """Say of months and dates, but not of single dates, for which days their hours are."""
    several = rule.periods and not rule.single and not rule.days and not rule.holidays
    return replace(rule, days=EVERY_DAY) if several and rule.state == "open" else rule


def _apart(rules: list[Rule]) -> list[Rule]:
    """Take the holidays out of `Su,PH` where another rule says something of these days of the week."""
    dated = any(rule.periods for rule in rules)
    return [one for rule in rules for one in _parts(rule, rules, dated=dated)]


def _parts(rule: Rule, rules: list[Rule], *, dated: bool) -> Iterator[Rule]:
    others = {day.day for one in rules if one is not rule and not one.periods for day in one.days}
    mixed = rule.holidays and rule.days and not rule.periods
    if mixed and (dated or others & {day.day for day in rule.days}):
        yield replace(rule, holidays=False)
        yield replace(rule, days=())
    else:
        yield rule


def _merged(rules: list[Rule]) -> list[Rule]:
    """Join the times of the same days, then the days of the same times."""
    timed = _joined(rules, ("days",), "spans")
    return [replace(rule, spans=_spans(rule.spans)) for rule in _joined(timed, ("spans",), "days")]


def _joined(rules: list[Rule], same: tuple[str, ...], joined: str) -> list[Rule]:
    found: dict[tuple[object, ...], Rule] = {}
    for rule in rules:
        own = {"periods": rule.periods} if joined != "periods" else {}
        key = (rule.state, rule.comment, rule.holidays, *own.values(), *(getattr(rule, name) for name in same))
        before = found.get(key)
        if before and getattr(before, joined) and getattr(rule, joined):
            both: Any = tuple(sorted({*getattr(before, joined), *getattr(rule, joined)}))
            found[key] = replace(before, **{joined: both})
        elif before and before != rule:
            found[(*key, len(found))] = rule
        else:
            found[key] = rule
    return list(found.values())


def _spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans in their order, those that touch as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _placed(rules: list[Rule]) -> list[Rule]:
    weekly = sorted((rule for rule in rules if rule.weekly), key=lambda rule: rule.state == "off")
    dates = [rule for rule in rules if rule.periods]
    long = _nested([rule for rule in dates if not rule.single])
    single = _joined([rule for rule in dates if rule.single], ("spans", "days"), "periods")
    holidays = [rule for rule in rules if rule.holidays and not rule.periods]
    closed = next((place for place, rule in enumerate(long) if rule.state == "off"), len(long))
    opened = [rule for rule in holidays if rule.state != "off"]
    return [*weekly, *long[:closed], *opened, *long[closed:], *(r for r in holidays if r.state == "off"), *single]


def _nested(rules: list[Rule]) -> list[Rule]:
    """Put shorter periods after longer ones that they lie in, and what is closed last; else leave the order."""
    days = [days_of_year(rule.periods) for rule in rules]
    apart = all(
        not days[one] & days[other] or rules[one].periods == rules[other].periods
        for one, other in combinations(range(len(rules)), 2)
    )
    if apart:
        return sorted(_joined(rules, ("spans", "days"), "periods"), key=lambda rule: rule.state == "off")
    return sorted(rules, key=lambda rule: (-len(days_of_year(rule.periods)), rule.state == "off"))


def days_of_year(periods: tuple[Period, ...]) -> frozenset[int]:
    """Return the days of a year, counted, that periods touch in any year."""
    return frozenset(day for period in periods for day in _days_of(period))


def _days_of(period: Period) -> Iterator[int]:
    first, last = period
    start = date(LEAP_YEAR, first.month, first.day or 1).timetuple().tm_yday
    end = date(LEAP_YEAR, last.month, last.day or monthrange(LEAP_YEAR, last.month)[1]).timetuple().tm_yday
    years = last.year - first.year
    yield from range(1, 367) if years > 1 or (years == 1 and end >= start) else _around(start, end)


def _around(start: int, end: int) -> list[int]:
    return [*range(start, end + 1)] if start <= end else [*range(start, 367), *range(1, end + 1)]


def additive(rule: Rule, earlier: Iterable[Rule]) -> bool:
    """Tell whether a rule adds hours to days that an earlier one of the same kind has."""
    if rule.state == "off":
        return False
    kin = [
        one for one in earlier if one.state != "off" and (one.holidays, one.periods) == (rule.holidays, rule.periods)
    ]
    nightly = any(span.end > DAY for one in (rule, *kin) for span in one.spans)
    return any(nightly or _share(one.days, rule.days) for one in kin)


def _share(days: tuple[Weekday, ...], others: tuple[Weekday, ...]) -> bool:
    if not days or not others:
        return True
    return any(
        one.day == other.day and (one.nth == other.nth or min(one.nth, other.nth) <= 0)
        for one in days
        for other in others
    )


def runs(days: tuple[Weekday, ...]) -> list[tuple[Weekday, ...]]:
    """Return days of the week as stretches of days that follow each other, also over Sunday; ordinals day by day."""
    plain = [day for day in sorted(days) if not day.nth]
    found: list[list[Weekday]] = []
    for day in plain:
        if found and found[-1][-1].day + 1 == day.day:
            found[-1].append(day)
        else:
            found.append([day])
    if len(found) == 2 and found[0][0].day == 0 and found[1][-1].day == len(EVERY_DAY) - 1 and len(plain) > 2:  # noqa: PLR2004
        found = [found[1] + found[0]]
    ordinal = groupby((day for day in sorted(days) if day.nth), key=lambda one: one.day)
    return [tuple(run) for run in found] + [tuple(same) for _, same in ordinal]
