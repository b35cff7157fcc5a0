"""What a token means by what stands beside it: "mar" is Tuesday or March, a dash is a sign or nothing."""

from dataclasses import replace
from itertools import zip_longest

from bot.catalogue.hours import names
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
TWO_TIMES = pattern("(?= [number time] / [number time] - [number time] / [number time])")
CLOSED_HALF = pattern("closed [day , -]* half (?! [,:]? [number time]) | half closed (?! day)")
CLOSED_DATES = pattern("closed number / number (?: - number / number)?")
LAST_MONTH = 12
ENDS = {"day", "month", "number", "time", "year", "always", "ordinals"}  # what a dash may stand behind
A_DATE = pattern("number month")
DAY_OF_MONTH = pattern("number (?! -)")
BEFORE_COLON = {"day", "month", "daily", "holidays", "feriali", "weekend", "workdays", "number", "year", "ordinals", "ordinal"}
SEPARATORS = {",", ";", ":"}


def settled(found: list[Token]) -> list[Token]:
    """Return tokens whose meaning does not hang on their neighbours any more."""
    return _separated(_dashed(_parted(_dated(_first_of_month(_halved(_named(found)))))))


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
        place = next(n for n in range(match.start(), match.end()) if found[n].kind == "half")
        one = found[place]
        word = one.text.lower()
        span = AFTERNOON if word in names.AFTERNOON else EVENING if word in names.EVENING else MORNING
        ends = (replace(one, kind="time", value=end) for end in span)
        said[place : place + 1] = [next(ends), Token("-", ""), next(ends)]
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


def _parted(found: list[Token]) -> list[Token]:
    """Turn the dash of `9/13 - 15/19` into what it is: it parts two times."""
    middle = {match.start() + 3 for match in TWO_TIMES.finditer(letters(found))}
    return [replace(one, kind=",") if place in middle else one for place, one in enumerate(found)]


def _dashed(found: list[Token]) -> list[Token]:
    """Drop dashes, and words for them, that join nothing: `lunedì - 9-12`, `chiuso a luglio`."""
    said: list[Token] = []
    for place, one in enumerate(found):
        before = said[-1].kind if said else ""
        if one.kind != "-" or not _is_loose(before, letters(found[place + 1 :])):
            said.append(one)
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
