"""Opening hours in words, as people write them; `bot.catalogue.hours.reading` reads the same words back."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby

from bot.catalogue.fluent import Phrases, phrases_in
from bot.catalogue.hours.names import APPOINTMENT_LABELS
from bot.catalogue.hours.order import runs
from bot.catalogue.hours.reading import by_appointment, understood
from bot.catalogue.hours.timing import LATE
from bot.catalogue.hours.tokens import tokens
from bot.catalogue.hours.value import DAY, EVERY_DAY, Date, Hours, Period, Rule, Span, Weekday
from bot.catalogue.prices import PHRASES
from bot.catalogue.text import Language

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
    return _Words(language).hours(meant) if meant else hours


@dataclass(frozen=True)
class _Words:
    """Says hours in a language."""

    language: Language

    @cached_property
    def phrases(self) -> Phrases:
        return phrases_in(PHRASES, self.language)

    def hours(self, hours: Hours) -> str:
        said = [self._together(list(rules)) for _, rules in groupby(hours.rules, key=_kind)]
        if hours.otherwise is not None:
            held = self._comment(hours.otherwise) or self.phrases.label("hours-unknown")
            said.append(self.phrases.label("hours-otherwise", held=held))
        return "; ".join(said)

    def _together(self, rules: list[Rule]) -> str:
        """Return rules in words; when it is closed in one sentence: `10–20 ago e festivi chiuso`."""
        if _closed(rules[0]):
            return self._off(self._and([self._when(rule) for rule in rules]))
        return "; ".join(self._rule(rule) for rule in rules)

    def _off(self, when: str) -> str:
        return self.phrases.label("hours-off", when=when).strip()

    def _and(self, parts: list[str]) -> str:
        *others, last = parts
        return self.phrases.label("hours-and", first=", ".join(others), second=last) if others else last

    def _rule(self, rule: Rule) -> str:
        when, comment = self._when(rule), self._comment(rule.comment)
        if rule.state == "off":
            return f"{self._off(when)} {comment}".strip()
        # That nobody knows whether it is open is said where the times and the comment do not show it.
        told = rule.state == "open" or by_appointment(rule.comment) or (rule.comment and not rule.spans)
        state = "" if told else self.phrases.label("hours-unknown")
        if not when and not state:
            return rule.comment if comment.startswith("(") else comment
        return " ".join(part for part in (", ".join(part for part in (when, state) if part), comment) if part)

    def _when(self, rule: Rule) -> str:
        if rule.always:
            return self.phrases.label("hours-always")
        periods, days = ", ".join(map(self._period, rule.periods)), self._days(rule)
        colon = ":" if periods and days else ""
        return " ".join(part for part in (periods + colon, days, ", ".join(map(self._span, rule.spans))) if part)

    def _span(self, span: Span) -> str:
        end = span.end - DAY if span.end > DAY else span.end
        said = f"{_clock(span.start)}–{_clock(end)}"
        mistaken = 0 < end <= span.start < LATE  # for times of a clock of twelve hours
        return self.phrases.label("hours-night", span=said) if mistaken else said

    def _comment(self, comment: str) -> str:
        """Return a comment as it was written; one that only says that it is by appointment in the language."""
        if comment.lower() in APPOINTMENT_LABELS:
            return self.phrases.label("hours-appointment")
        said = f"({comment})" if comment else ""
        return said if all(one.kind == "comment" for one in tokens(said)) else f"“{comment}”"

    def _days(self, rule: Rule) -> str:
        every = [self.phrases.label("hours-every-day")] if rule.days == EVERY_DAY else map(self._run, runs(rule.days))
        parts = [said] if (said := ", ".join(every)) else []
        return self._and([*parts, *([self.phrases.label("hours-holidays")] if rule.holidays else [])] or [""])

    def _run(self, run: tuple[Weekday, ...]) -> str:
        names = [DAYS[self.language][day.day] for day in run]
        if run[0].nth:
            return f"{self._and([self._ordinal(day.nth) for day in run])} {names[0]}"
        return f"{names[0]}–{names[-1]}" if len(run) > 2 else ", ".join(names)  # noqa: PLR2004 - two days are a list

    def _ordinal(self, nth: int) -> str:
        if nth < 0:
            return self.phrases.label("hours-last")
        return f"{nth}°" if self.language == "it" else f"{nth}{ENDINGS.get(nth, 'th')}"

    def _period(self, period: Period) -> str:
        first, last = period
        if first == last:
            return self._date(first)
        if first.year == last.year:
            first = first._replace(year=0)
        if first.month == last.month and not first.year:
            return f"{first.day}–{self._date(last)}"
        return f"{self._date(first)}–{self._date(last)}"

    def _date(self, date: Date) -> str:
        parts = (str(date.day or ""), MONTHS[self.language][date.month - 1], str(date.year or ""))
        return " ".join(part for part in parts if part)


def _kind(rule: Rule) -> tuple[bool, bool, bool]:
    """Return what rules said together have in common: no Tuesday beside months, it would be taken for March."""
    return rule.state == "off", _closed(rule), rule.weekly


def _closed(rule: Rule) -> bool:
    selected = rule.days or rule.holidays or rule.periods or rule.spans
    return rule.state == "off" and not rule.comment and not (rule.periods and rule.days) and bool(selected)


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}" if minute else str(hour)
