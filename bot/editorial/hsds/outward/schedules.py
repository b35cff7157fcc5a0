"""Opening hours as rows of HSDS: weeks and months as recurrence rules, the rest in words.

What a row of HSDS cannot say (holidays, periods of every year, hours by appointment) is a row without times: its
description for people, its notes as OpenStreetMap writes it, so that nobody reads such a rule as open every week.
"""

from bot.catalogue.hours.normal import written
from bot.catalogue.hours.reading import understood
from bot.catalogue.hours.value import DAY, Hours, Period, Rule, Span, Weekday
from bot.catalogue.hours.words import in_words
from bot.catalogue.model import Service
from bot.editorial.hsds.making import Making

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def add_schedules(package: Making, service: Service, row: str) -> None:
    """Add the rows of a service's hours; hours that nobody can read are one row of their words."""
    hours = understood(service.hours)
    if hours is None:
        package.add("schedule", service.id, service_id=row, description=service.hours, notes=service.hours)
        return
    rows = [said for rule in hours.rules for said in _rows(rule)]
    if hours.otherwise is not None:
        rows.append(_in_words(f'|| unknown "{hours.otherwise}"', hours.otherwise))
    for place, said in enumerate(rows):
        package.add("schedule", f"{service.id}/{place}", service_id=row, **said)


def _rows(rule: Rule) -> list[dict[str, str]]:
    if not _recurs(rule):
        text = written(Hours((rule,)))
        return [_in_words(text, in_words(text, "it"))]
    said = {**_valid(rule.periods), "wkst": "MO", **_recurrence(rule.days)}
    return [said | _times(span) for span in rule.spans]


def _in_words(text: str, words: str) -> dict[str, str]:
    return {"description": words, "notes": text}


def _recurs(rule: Rule) -> bool:
    """Tell whether rows of HSDS say all of a rule."""
    plain = rule.state == "open" and not rule.comment and not rule.holidays and bool(rule.spans and rule.days)
    years = len(rule.periods) <= 1 and all(_has_years(period) for period in rule.periods)
    mixed = len({bool(day.nth) for day in rule.days}) > 1
    return plain and years and not mixed


def _has_years(period: Period) -> bool:
    return all(day.year and day.day for day in period)


def _valid(periods: tuple[Period, ...]) -> dict[str, str]:
    return {
        name: f"{day.year}-{day.month:02}-{day.day:02}"
        for period in periods
        for name, day in (("valid_from", period.first), ("valid_to", period.last))
    }


def _recurrence(days: tuple[Weekday, ...]) -> dict[str, str]:
    monthly = any(day.nth for day in days)
    said = ",".join(f"{day.nth or ''}{DAYS[day.day]}" for day in days)
    return {"freq": "MONTHLY" if monthly else "WEEKLY", "byday": said}


def _times(span: Span) -> dict[str, str]:
    return {"opens_at": _clock(span.start), "closes_at": _clock(span.end)}


def _clock(minutes: int) -> str:
    """Return a time of a day; what ends at midnight or later ends on the next day, before it began."""
    return f"{minutes % DAY // 60:02}:{minutes % 60:02}:00"
