"""What a token means by what stands beside it: "mar" is Tuesday or March, a dash is a sign or nothing."""

from dataclasses import replace
from itertools import zip_longest

from bot.catalogue.hours import names
from bot.catalogue.hours.cursor import Unclear
from bot.catalogue.hours.kinds import Token, letters, pattern
from bot.catalogue.hours.value import AFTERNOON, EVENING, MORNING

MARCH, TUESDAY = 3, 1
# "mar" is March after a month ("gen, mar"), a year or days of a month, before a month ("mar-ott"), a year, days of a
# month that have hours or "off" after them ("Mar 15-17 09:00-12:00"), or a colon and a weekday. Else it is Tuesday.
MARCH_AFTER = pattern("(?: month [number year]* [-,/] | year | (?: ^ | [^-/ number time]) number | (?: ^ | [; closed]) number - number)$")
MARCH_BEFORE = pattern(
    "number? year? - year? number? [month mar] | (?: number (?: - number)?)? [,/] month | year"
    " | number (?: - number)? (?: time | : | closed (?! [day month holidays daily])) | : [day daily]"
)
EXACTLY = pattern("(?: number (?: - number)? (?= [day holidays ,-]+ [time unknown closed]))? [day holidays] | number (?: - number)? unknown")
TWO_TIMES = pattern("(?= [number time] [-/] [number time] - [number time] [-/] [number time])")
PERIOD = pattern("number? month year? -")
BY_NOTE = pattern("[,;:] half (?= comment)")
CLOSED_HALF = pattern("closed [day , -]* half (?! [,:]? [number time]) | (?: day [,-]?)* half closed (?! day)")
CLOSED_DATES = pattern("closed number / number (?: - number / number)?")
LAST_MONTH = 12
ENDS = {"day", "month", "number", "time", "year", "always", "ordinals"}  # what a dash may stand behind
UNTIL = {"al", "until", "till", "through", "to"}
HALVES = ((names.AFTERNOON, AFTERNOON), (names.EVENING, EVENING))
A_DATE = pattern("number month")
DAY_OF_MONTH = pattern("number (?! -)")
BEFORE_COLON = {"day", "month", "daily", "holidays", "feriali", "weekend", "workdays", "number", "year", "ordinals", "ordinal"}
SEPARATORS = {",", ";", ":"}


def settled(found: list[Token]) -> list[Token]:
    """Return tokens whose meaning does not hang on their neighbours any more."""
    return _separated(_dashed(_parted(_begun(_dated(_first_of_month(_halved(_named(found))))))))


def _named(found: list[Token]) -> list[Token]:
    """Tell Tuesdays from Marches, from left to right."""
    said = list(found)
    for place, one in enumerate(said):
        if one.kind == "mar":
            march = _is_march(said, place)
            said[place] = replace(one, kind="month" if march else "day", value=MARCH if march else TUESDAY)
        if one.text.lower() == "do" and any(other.text.lower() == "mo" for other in said):
            said[place] = replace(one, kind="foreign")  # Thursday in South Tyrol, Sunday elsewhere
    return said


def _is_march(found: list[Token], place: int) -> bool:
    before, after = letters(found[:place]), letters(found[place + 1 :])
    days = EXACTLY.match(after)  # OpenStreetMap's words right after it
    exact = found[place].text == "Mar" and days and found[place + days.end()].text in {*names.EXACT_DAYS, "PH", "unknown"}
    return bool(exact or MARCH_AFTER.search(before) or MARCH_BEFORE.match(after))


def _halved(found: list[Token]) -> list[Token]:
    """Turn the part of the day on which it is closed into times: `chiuso lunedì mattina`."""
    said = list(found)
    for match in reversed(list(CLOSED_HALF.finditer(letters(found)))):
        within = found[match.start() : match.end()]
        half = next(one for one in within if one.kind == "half")
        span = next((span for names, span in HALVES if half.text.lower() in names), MORNING)
        times = Token("time", half.text, span.start), Token("-", ""), Token("time", "", span.end)
        days = [one for one in within if one.kind not in {"closed", "half"}]
        said[match.start() : match.end()] = [Token(";", ""), Token("closed", ""), *days, *times]
    for match in reversed(list(BY_NOTE.finditer(letters(said)))):
        said[match.start() : match.end()] = [Token(";", "")]
    return said


def _first_of_month(found: list[Token]) -> list[Token]:
    """Turn the ordinal of `1° settembre` into a number."""
    return [
        replace(one, kind="number") if one.kind == "ordinal" and after and after.kind == "month" else one
        for one, after in zip_longest(found, found[1:])
    ]


def _dated(found: list[Token]) -> list[Token]:
    """Turn the numbers of `chiuso 24/12-6/1` into dates, where they can be some."""
    said = list(found)
    for match in reversed(list(CLOSED_DATES.finditer(letters(found)))):
        for slash in range(match.end() - 2, match.start(), -4):
            month = said[slash + 1]
            if month.value <= LAST_MONTH:
                said[slash : slash + 2] = [replace(month, kind="month")]
    return said


def _begun(found: list[Token]) -> list[Token]:
    """Part times from the period behind them: `9-12 da ottobre a maggio`. Raises Unclear on a period without an end."""
    said: list[Token] = []
    for place, one in enumerate(found):
        if one.kind != "from":
            said.append(one)
        elif not PERIOD.match(letters(found), place + 1):
            raise Unclear("half-period", " ".join(token.text for token in found[place : place + 3]))
        elif said and said[-1].kind in {"number", "time"}:
            said.append(Token(",", ""))
    return said


def _parted(found: list[Token]) -> list[Token]:
    """Turn the dash of `9/13 - 15/19` into what it is: it parts two times."""
    middle = {match.start() + 3 for match in TWO_TIMES.finditer(letters(found))}
    return [replace(one, kind=",") if place in middle else one for place, one in enumerate(found)]


def _dashed(found: list[Token]) -> list[Token]:
    """Drop dashes, and words for them, that join nothing: `lunedì - 9-12`, `chiuso a luglio`."""
    said: list[Token] = []
    for place, one in enumerate(found):
        before = said[-1].kind if said else ""
        after = letters(found[place + 1 :])
        if one.kind != "-" or not _is_loose(before, after):
            said.append(one)
        elif one.text.lower() in UNTIL and A_DATE.match(after):
            raise Unclear("half-period", " ".join(token.text for token in found[place : place + 3]))
    return said


def _is_loose(before: str, after: str) -> bool:
    if before not in ENDS:
        return True
    date = A_DATE.match(after) or (before == "month" and DAY_OF_MONTH.match(after))
    return before in {"day", "month", "ordinals"} and bool(HOUR_NEXT.match(after)) and not date


HOUR_NEXT = pattern("[number time]")


def _separated(found: list[Token]) -> list[Token]:
    """Keep one separator of several, and none at the ends; a comment after "e" stands by itself."""
    said: list[Token] = []
    for one, after in zip_longest(found, found[1:]):
        before = said[-1].kind if said else ""
        if one.kind not in SEPARATORS:
            said.append(one)
        elif one.kind == ":":
            said += [one] if before in BEFORE_COLON else []
        elif before and before not in SEPARATORS:
            alone = one.value and after and after.kind == "comment"
            said.append(replace(one, kind=";") if alone else one)
        elif one.kind == ";" and before == ",":
            said[-1] = one
    while said and said[-1].kind in SEPARATORS:
        said.pop()
    return said
