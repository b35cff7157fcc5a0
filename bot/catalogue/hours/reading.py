"""What people write about opening hours, read: Italian, English, or OpenStreetMap's `opening_hours`.

A text in that syntax may mean something else to a program than to who reads it: there a later rule wipes out an earlier
one. Where the two are open at different times, the text is refused, with what was meant as a proposal.
"""

import re
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Annotated

from opening_hours import OpeningHours, State, validate
from pydantic import AfterValidator

from bot.catalogue.hours.grammar import Parser
from bot.catalogue.hours.kinds import Token, Unclear, letters, pattern
from bot.catalogue.hours.normal import written
from bot.catalogue.hours.order import arranged
from bot.catalogue.hours.value import EVERY_DAY, Cause, Hours, Refused, Rule

BOOKED = re.compile(r"(?i)appuntament|prenotazion|richiesta|appointment|booking|reserv|rendez-?vous|on request")
NOT_BOOKED = re.compile(r"\bsenza\b|\bwithout\b|\bno\b|\bnon\b|\bnot\b|facoltativ|optional|libero", re.IGNORECASE)
COMPARED = (2027, 2029)  # years, with a leap year among them
LIST = re.compile(r"(?<=\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH))\s*,\s+(?=(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b)")  # of days
TIMED_DAY = pattern("day [time closed]")
QUOTED = re.compile(r'\s*["“«]([^"“”«»]*)["”»]\s*')
LONGEST = 500  # signs


@lru_cache(maxsize=8192)
def read(text: str) -> Hours | Refused:
    """Return what a text says, or why that cannot be told."""
    if not text.strip() or len(text) > LONGEST:
        return Refused("empty" if not text.strip() else "unreadable", text[:40])
    if (quoted := QUOTED.fullmatch(text)) and isinstance(inside := read(quoted[1]), Hours) and inside.timed:
        return inside
    parser = Parser(text, "exact" if validate(text) else "people")
    try:
        hours = _hours(parser)
    except Unclear as unclear:
        return Refused(unclear.cause, unclear.piece, _proposal(unclear.cause, text))
    return _doubt(text, parser.found, hours) or hours if parser.mode == "exact" else hours


@lru_cache(maxsize=8192)
def understood(text: str) -> Hours | None:
    """Return what a text means that was published once, also where it would be refused today; None if nobody knows."""
    said = read(text)
    if isinstance(said, Hours):
        return said
    if not validate(text):
        return None
    plain = read(_plain(text))
    return plain if isinstance(plain, Hours) else _lenient(text)


def _lenient(text: str) -> Hours | None:
    try:
        hours = _hours(Parser(text, "published"))
    except Unclear:
        return None
    return hours if _no_more_open(text, hours) else None


def normal(text: str) -> str:
    """Return a text's normal form; a text that cannot be read as it is."""
    said = read(text)
    return written(said) if isinstance(said, Hours) else text


# A field of a file or a release: in the normal form, if it can be read.
HoursText = Annotated[str, AfterValidator(normal)]


def by_appointment(comment: str) -> bool:
    """Tell whether a comment says that nobody is there without an appointment."""
    return bool(BOOKED.search(comment)) and not NOT_BOOKED.search(comment)


def _hours(parser: Parser) -> Hours:
    rules = [_awaited(rule) for rule in parser.parse()]
    meant = _with_days(rules)
    if meant != rules and parser.mode not in {"proposal", "published"}:
        raise Unclear("month-days")
    hours = Hours(arranged(rules if parser.mode == "published" else meant), parser.otherwise)
    if not hours.rules or not validate(written(hours)):
        raise Unclear("unreadable")
    return hours


def _awaited(rule: Rule) -> Rule:
    booked = rule.state == "open" and by_appointment(rule.comment)
    return replace(rule, state="unknown") if booked else rule


def _with_days(rules: list[Rule]) -> list[Rule]:
    """Give months and dates without days of the week the days that are open else."""
    weekly = tuple(sorted({day for rule in rules if rule.weekly and rule.state != "off" for day in rule.days}))
    if not weekly or {day.day for day in weekly} == {day.day for day in EVERY_DAY}:
        return rules
    return [
        replace(rule, days=weekly)
        if rule.state != "off" and rule.periods and not (rule.days or rule.holidays or rule.single)
        else rule
        for rule in rules
    ]


def _proposal(cause: Cause, text: str) -> str:
    """Return what was meant, as far as it can be guessed."""
    plain = cause == "closed-part" and validate(text)  # the library can cut the closed part out
    try:
        return written(_hours(Parser(_plain(text), "exact") if plain else Parser(text, "proposal")))
    except Unclear:
        return ""


def _plain(text: str) -> str:
    """Return a text in the exact syntax with rules that do not lie over each other, if the library can do so."""
    return re.sub(r"\bMar\b", "March", str(OpeningHours(text).normalize()))  # no Tuesday: the clock took it so


def _doubt(text: str, found: list[Token], hours: Hours) -> Refused | None:
    """Return why a text in the exact syntax is refused although it was read."""
    plain = LIST.sub(",", text)
    if any(one.kind == "day" and one.text.lower() == "mar" for one in found):
        if _looks_like_march(found):
            return Refused("march", proposal=written(hours))
        plain = re.sub(r"\bmar\b", "Tu", plain, flags=re.IGNORECASE)
    meant = written(hours)
    same = (
        plain == meant or not validate(plain) or _alike(plain, meant) or _opened(plain, hours) == _opened(meant, hours)
    )
    return None if same else Refused("overrides", proposal=meant)


def _alike(text: str, other: str) -> bool:
    """Tell whether two texts are one to the library, which is a hundred times faster than reckoning with both."""
    return str(OpeningHours(text).normalize()) == str(OpeningHours(other).normalize())


def _looks_like_march(found: list[Token]) -> bool:
    kinds = letters(found)
    return any(one.text == "Mar" and TIMED_DAY.match(kinds, place) for place, one in enumerate(found))


def _no_more_open(text: str, hours: Hours) -> bool:
    """Tell whether hours are open at no other time than a text in the exact syntax."""
    return _opened(written(hours), hours) <= _opened(text, hours)


def _opened(text: str, hours: Hours) -> frozenset[tuple[datetime, datetime]]:
    """Return when a text is open; what has a comment that stands for a question to ask is not."""
    asked = {rule.comment for rule in hours.rules if rule.state == "unknown"} | {hours.otherwise}
    found: list[tuple[datetime, datetime]] = []
    first, last = _years(text)
    spans = OpeningHours(text, country="IT").intervals(datetime(first, 1, 1), datetime(last, 1, 1))  # noqa: DTZ001 - local
    for begin, end, state, comment in spans:
        if state != State.OPEN or (comment and comment in asked):
            continue
        if found and found[-1][1] == begin:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return frozenset(found)


def _years(text: str) -> tuple[int, int]:
    said = [int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", text)]
    return min([*said, COMPARED[0]]), max([*(year + 1 for year in said), COMPARED[1]])
