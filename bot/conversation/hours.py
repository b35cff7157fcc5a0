"""Opening hours in words, as people write them; `bot.catalogue.hours` reads the same words back."""

from functools import lru_cache

from bot.catalogue.hours.names import APPOINTMENT_LABELS
from bot.catalogue.hours.order import runs
from bot.catalogue.hours.reading import by_appointment, understood
from bot.catalogue.hours.value import ALL_DAY, DAY, EVERY_DAY, Date, Hours, Period, Rule, Span, Weekday
from bot.catalogue.text import Language
from bot.conversation.phrasebook import phrases

DAYS: dict[Language, tuple[str, ...]] = {
    "it": ("lun", "mar", "mer", "gio", "ven", "sab", "dom"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS: dict[Language, tuple[str, ...]] = {  # March in full: "mar" is Tuesday
    "it": ("gen", "feb", "marzo", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@lru_cache(maxsize=8192)
def in_words(hours: str, language: Language) -> str:
    """Return `Mo-Fr 09:00-17:00; PH off` as `lun–ven 9–17; festivi chiuso`. What nobody can read is returned as it is."""
    meant = understood(hours)
    return _said(meant, language) if meant else hours


def _said(hours: Hours, language: Language) -> str:
    said = [_rule(rule, language) for rule in hours.rules]
    if hours.otherwise is not None:
        held = _comment(hours.otherwise, language) or phrases(language).label("hours-unknown")
        said.append(f"{phrases(language).label('hours-otherwise')} {held}")
    return "; ".join(said)


def _rule(rule: Rule, language: Language) -> str:
    words = phrases(language)
    always = rule.weekly and rule.days == EVERY_DAY and rule.spans == ALL_DAY
    when = words.label("hours-always") if always else _when(rule, language)
    state = words.label("hours-off") if rule.state == "off" else ""
    comment = _comment(rule.comment, language)
    if rule.state == "unknown" and not by_appointment(rule.comment) and (rule.spans or not rule.comment):
        state = f", {words.label('hours-unknown')}" if when else words.label("hours-unknown")
    elif not when and not state:
        return rule.comment if comment.startswith("(") else comment
    return " ".join(part for part in (when, state, comment) if part).replace(" , ", ", ")


def _when(rule: Rule, language: Language) -> str:
    periods = ", ".join(_period(period, language) for period in rule.periods)
    days = _days(rule, language)
    colon = ":" if periods and days else ""
    spans = ", ".join(_span(span) for span in rule.spans)
    return " ".join(part for part in (periods + colon, days, spans) if part)


def _comment(comment: str, language: Language) -> str:
    """Return a comment as it was written; one that only says that it is by appointment in the language."""
    if comment.lower() in APPOINTMENT_LABELS:
        return phrases(language).label("hours-appointment")
    if "(" in comment or ")" in comment:
        return f"“{comment}”"
    return f"({comment})" if comment else ""


def _days(rule: Rule, language: Language) -> str:
    words = phrases(language)
    every = rule.days == EVERY_DAY
    days = words.label("hours-every-day") if every else ", ".join(_stretches(rule.days, language))
    if not rule.holidays:
        return days
    holidays = words.label("hours-holidays")
    return words.label("hours-and", first=days, second=holidays) if days else holidays


def _stretches(days: tuple[Weekday, ...], language: Language) -> list[str]:
    return [_run(run, language) for run in runs(days)] if days else []


def _run(run: tuple[Weekday, ...], language: Language) -> str:
    names = [DAYS[language][day.day] for day in run]
    if run[0].nth:
        return f"{_ordinals([day.nth for day in run], language)} {names[0]}"
    return f"{names[0]}–{names[-1]}" if len(run) > 2 else ", ".join(names)  # noqa: PLR2004 - two days are a list


def _ordinals(nths: list[int], language: Language) -> str:
    words = phrases(language)
    said = [_ordinal(nth, language) if nth > 0 else words.label("hours-last") for nth in nths]
    return words.label("hours-and", first=", ".join(said[:-1]), second=said[-1]) if len(said) > 1 else said[0]


def _ordinal(nth: int, language: Language) -> str:
    return f"{nth}°" if language == "it" else f"{nth}{ENDINGS.get(nth, 'th')}"


def _period(period: Period, language: Language) -> str:
    first, last = period
    if first == last:
        return _date(first, language)
    if first.year == last.year:
        first = first._replace(year=0)
    if (first.month, first.year) == (last.month, 0) or (first.month == last.month and not first.year):
        return f"{first.day}–{_date(last, language)}"
    return f"{_date(first, language)}–{_date(last, language)}"


def _date(date: Date, language: Language) -> str:
    parts = (str(date.day or ""), MONTHS[language][date.month - 1], str(date.year or ""))
    return " ".join(part for part in parts if part)


def _span(span: Span) -> str:
    end = span.end - DAY if span.end > DAY else span.end
    return f"{_clock(span.start)}–{_clock(end)}"


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}" if minute else str(hour)
