"""Opening hours as one form of OpenStreetMap's syntax: what is kept in releases, and what the clock reckons with."""

from bot.catalogue.hours.names import EXACT_DAYS, EXACT_MONTHS
from bot.catalogue.hours.order import additive, runs
from bot.catalogue.hours.value import DAY, EVERY_DAY, Date, Hours, Period, Rule, Span, Weekday


def written(hours: Hours) -> str:
    """Return hours in their normal form."""
    text = ""
    for place, rule in enumerate(hours.rules):
        text += (", " if additive(rule, hours.rules[:place]) else "; ") if text else ""
        text += _rule(rule)
    if hours.otherwise is None:
        return text
    return f"{text} || {_state('unknown', hours.otherwise)}"


def _rule(rule: Rule) -> str:
    when = ["24/7"] if rule.always else [_periods(rule), _days(rule), ",".join(map(clocks, rule.spans))]
    return " ".join(part for part in (*when, _state(rule.state, rule.comment)) if part)


def _state(state: str, comment: str) -> str:
    quoted = '"{}"'.format(comment.replace('"', "'")) if comment else ""
    return " ".join(part for part in (state if state != "open" else "", quoted) if part)


def _days(rule: Rule) -> str:
    days = [_run(run) for run in _with_ordinals(rule.days)]
    return ",".join([*days, "PH"] if rule.holidays else days)


def _with_ordinals(days: tuple[Weekday, ...]) -> list[tuple[Weekday, ...]]:
    return [tuple(EVERY_DAY)] if days == EVERY_DAY else runs(days)


def _run(run: tuple[Weekday, ...]) -> str:
    names = [EXACT_DAYS[day.day] for day in run]
    if run[0].nth:
        return f"{names[0]}[{','.join(str(day.nth) for day in run)}]"
    return f"{names[0]}-{names[-1]}" if len(run) > 2 else ",".join(names)  # noqa: PLR2004 - two days are a list


def _periods(rule: Rule) -> str:
    said = ",".join(map(_period, rule.periods))
    ambiguous = said == "Mar" and not rule.days and not rule.holidays  # it may be taken for "martedì"
    return "Mar 01-31" if ambiguous else said


def _period(period: Period) -> str:
    first, last = period
    if first == last:
        return _date(first)
    if not first.day:
        return f"{_date(first)}-{EXACT_MONTHS[last.month - 1]}"
    if (first.month, first.year) == (last.month, last.year):
        return f"{_date(first)}-{last.day:02}"
    return f"{_date(first)}-{_date(last)}"


def _date(date: Date) -> str:
    year, day = f"{date.year} " if date.year else "", f" {date.day:02}" if date.day else ""
    return f"{year}{EXACT_MONTHS[date.month - 1]}{day}"


def clocks(span: Span) -> str:
    """Return times as `09:00-12:30`."""
    end = span.end - DAY if span.end > DAY else span.end
    return f"{_clock(span.start)}-{_clock(end)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
