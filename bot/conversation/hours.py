"""Opening hours in words, as people write them; `bot.catalogue.hours` reads the same words back."""

from functools import lru_cache
from itertools import groupby

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
    "en": ("Jan", "Feb", "March", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@lru_cache(maxsize=8192)
def in_words(hours: str, language: Language) -> str:
    """Return `Mo-Fr 09:00-17:00; PH off` as `lun–ven 9–17; festivi chiuso`. What nobody can read stays as it is."""
    meant = understood(hours)
    return _said(meant, language) if meant else hours


def _said(hours: Hours, language: Language) -> str:
    said = [_together(list(rules), language) for _, rules in groupby(hours.rules, key=_kind)]
    if hours.otherwise is not None:
        words = phrases(language)
        held = _comment(hours.otherwise, language) or words.label("hours-unknown")
        said.append(words.label("hours-otherwise", held=held))
    return "; ".join(said)


def _kind(rule: Rule) -> tuple[bool, bool, bool]:
    """Return what rules said together have in common: no Tuesday beside months, it would be taken for March."""
    return rule.state == "off", _closed(rule), rule.weekly


def _closed(rule: Rule) -> bool:
    return rule.state == "off" and not rule.comment and not (rule.periods and rule.days) and bool(_when(rule, "it"))


def _together(rules: list[Rule], language: Language) -> str:
    """Return rules in words; when it is closed in one sentence: `10–20 ago e festivi chiuso`."""
    if rules[0].state != "off":
        return "; ".join(_rule(rule, language) for rule in rules)
    words, joined = phrases(language), _closed(rules[0])
    said = [[_when(rule, language) for rule in rules]] if joined else [[_when(rule, language)] for rule in rules]
    closed = [words.label("hours-off", when=_and(when, language)).strip() for when in said]
    comments = [""] if joined else [_comment(rule.comment, language) for rule in rules]
    return "; ".join(f"{one} {comment}".strip() for one, comment in zip(closed, comments, strict=True))


def _and(parts: list[str], language: Language) -> str:
    *others, last = parts
    return phrases(language).label("hours-and", first=", ".join(others), second=last) if others else last


def _rule(rule: Rule, language: Language) -> str:
    when, comment = _when(rule, language), _comment(rule.comment, language)
    state = _state(rule, language)
    if not when and not state:
        return rule.comment if comment.startswith("(") else comment
    return " ".join(part for part in (", ".join(part for part in (when, state) if part), comment) if part)


def _state(rule: Rule, language: Language) -> str:
    """Return what is not to be seen at the times and the comment: that nobody knows whether it is open then."""
    told = by_appointment(rule.comment) or (rule.comment and not rule.spans)
    return phrases(language).label("hours-unknown") if rule.state == "unknown" and not told else ""


def _when(rule: Rule, language: Language) -> str:
    if rule.weekly and rule.days == EVERY_DAY and rule.spans == ALL_DAY:
        return phrases(language).label("hours-always")
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
    parts = [days] if days else []
    return _and([*parts, words.label("hours-holidays")], language) if rule.holidays else days


def _stretches(days: tuple[Weekday, ...], language: Language) -> list[str]:
    return [_run(run, language) for run in runs(days)] if days else []


def _run(run: tuple[Weekday, ...], language: Language) -> str:
    names = [DAYS[language][day.day] for day in run]
    if run[0].nth:
        return f"{_ordinals([day.nth for day in run], language)} {names[0]}"
    return f"{names[0]}–{names[-1]}" if len(run) > 2 else ", ".join(names)  # noqa: PLR2004 - two days are a list


def _ordinals(nths: list[int], language: Language) -> str:
    words = phrases(language)
    return _and([_ordinal(nth, language) if nth > 0 else words.label("hours-last") for nth in nths], language)


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
