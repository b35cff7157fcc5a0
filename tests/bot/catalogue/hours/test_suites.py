"""Expressions of three public evaluators: what is accepted is said without a foreign word, and the clock agrees.

The words of the card are read back, and reckoned with here by a way of its own; the library reckons with the expression
as it was written.
"""

import random
import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from opening_hours import OpeningHours, State, validate

from bot.catalogue.hours.order import days_of_year
from bot.catalogue.hours.reading import by_appointment, read
from bot.catalogue.hours.value import DAY, Hours, Refused, Rule
from bot.catalogue.hours.words import DAYS, MONTHS, in_words
from bot.catalogue.schedule import is_open
from bot.catalogue.text import LANGUAGES, Language

DATA = Path(__file__).parents[3] / "data" / "opening_hours"
SUITES = {
    "opening-hours-rs.txt": 100,
    "kopeninghours.txt": 18,
    "opening_hours.js.txt": 100,
}  # and how many of them are accepted, at least
MINUTES = 200
START = datetime(2027, 1, 1)  # noqa: DTZ001 - hours are local
OWN = {
    "it": "tutti i giorni e festivi chiuso sempre altrimenti su appuntamento da confermare ultimo di notte",
    "en": "every day and holidays closed always otherwise by appointment to be confirmed last at night st nd rd th",
}


def expressions(suite: str) -> list[str]:
    lines = (DATA / suite).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def accepted(suite: str) -> list[tuple[str, Hours]]:
    found = [(text, read(text)) for text in expressions(suite)]
    return [(text, said) for text, said in found if isinstance(said, Hours)]


@pytest.mark.parametrize(("suite", "least"), SUITES.items())
def test_a_good_part_is_accepted_and_the_rest_has_a_cause(suite: str, least: int) -> None:
    assert len(accepted(suite)) >= least
    assert all(said.cause for text in expressions(suite) if isinstance(said := read(text), Refused))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suite", SUITES)
def test_no_foreign_word_is_left_on_the_card(suite: str, language: Language) -> None:
    known = {*OWN[language].split(), *DAYS[language], *MONTHS[language]}
    for text, said in accepted(suite):
        shown = in_words(text, language)
        for comment in sorted({rule.comment for rule in said.rules} | {said.otherwise or ""}, key=len, reverse=True):
            shown = shown.replace(comment, "")
        assert {*re.findall(r"[^\W\d_]+", shown)} <= known, (text, shown)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("suite", SUITES)
def test_card_clock_and_evaluator_agree(suite: str, language: Language) -> None:
    chance = random.Random(suite)
    for text, said in accepted(suite):
        words = read(in_words(text, language))
        bare = any(rule.state == "unknown" and not rule.days and not rule.periods for rule in said.rules)
        assert isinstance(words, Hours) or bare, text
        for _ in range(MINUTES):
            moment = START + timedelta(minutes=chance.randrange(2 * 365 * DAY))
            clock = is_open(text, moment)
            if validate(text) and not nightly(said, moment):  # the evaluator does not know all that we accept
                assert clock == evaluated(text, moment, said), (text, moment)
            if isinstance(words, Hours):
                assert clock == reckoned(words, moment), (text, in_words(text, language), moment)


@cache
def library(text: str) -> OpeningHours:
    return OpeningHours(text, country="IT")


@cache
def is_holiday(day: date) -> bool:
    return library("PH 00:00-24:00").is_open(datetime(day.year, day.month, day.day, 12))  # noqa: DTZ001


def evaluated(text: str, moment: datetime, said: Hours) -> bool:
    """What the library says; a comment without times, or of an appointment, is never open: it says so on the card."""
    state, comment = library(text).state(moment)
    bare = {rule.comment for rule in said.rules if not rule.spans} | {said.otherwise}
    return state == State.OPEN and not (comment and (comment in bare or by_appointment(comment)))


def reckoned(hours: Hours, moment: datetime) -> bool:
    """Whether it is open by what is said, the last word of a day first. A night is of the day on which it began."""
    minute = moment.hour * 60 + moment.minute
    for days, late in ((0, minute), (1, minute + DAY)):
        rules = held(hours, moment.date() - timedelta(days=days))
        found = [rule.state for rule in rules for span in rule.spans if span.start <= late < span.end]
        if found and found[-1] == "open":
            return True
    return False


def held(hours: Hours, day: date) -> list[Rule]:
    """The last rule that holds on a day, with all of its kind before it."""
    found: list[Rule] = []
    for rule in (one for one in hours.rules if holds(one, day)):
        found = [*found, rule] if found and kin(found[0]) == kin(rule) else [rule]
    return found


def kin(rule: Rule) -> tuple[object, ...]:
    return rule.holidays, rule.periods, rule.state == "off"


def holds(rule: Rule, day: date) -> bool:
    if rule.periods and not any(
        day.timetuple().tm_yday + leap(day) in days_of_year((one,)) and one.first.year in {0, day.year}
        for one in rule.periods
    ):
        return False
    if not rule.days and not rule.holidays:
        return True
    last = (day + timedelta(days=7)).month != day.month
    nth = {0, (day.day - 1) // 7 + 1, -1 if last else 0}
    return (rule.holidays and is_holiday(day)) or any(one.day == day.weekday() and one.nth in nth for one in rule.days)


def leap(day: date) -> int:
    """The days of a period are counted as in a leap year."""
    return day.month > 2 and day.year % 4 != 0


def nightly(hours: Hours, moment: datetime) -> bool:
    """Whether a night of the day before may still last, which to the library ends where the new day is closed."""
    ends = [span.end - DAY for rule in hours.rules for span in rule.spans]
    return moment.hour * 60 + moment.minute < max(ends, default=0)
