"""What a token means by what stands beside it: "mar" is Tuesday or March, a dash is a sign or nothing."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.catalogue.hours import names
from bot.catalogue.hours.kinds import Token, Unclear, letters, pattern
from bot.catalogue.hours.value import AFTERNOON, EVENING, MORNING

# "mar" is March after a month ("gen, mar"), a year or days of a month, before a month ("mar-ott"), a year, days of a
# month that have hours or "off" after them ("Mar 15-17 09:00-12:00"), or a colon and a weekday. Else it is Tuesday.
MARCH_AFTER = pattern(
    "(?: month [number year]* [-,/] | year | (?: ^ | [^-/ number time]) number | (?: ^ | [; closed]) number - number)$"
)
MARCH_BEFORE = pattern(
    "number? year? - year? number? [month mar] | (?: number (?: - number)?)? [,/] month | year"
    " | number (?: - number)? (?: time | : | closed (?! [day month holidays daily])) | : [day daily]"
)
OF_DAYS = "(?: number (?: - number)? (?= [day holidays ,-]+ [time unknown closed]))? [day holidays]"
EXACTLY = pattern(f"{OF_DAYS} | number (?: - number)? unknown")  # OpenStreetMap's words right after "Mar"
HALVES = {**dict.fromkeys(names.AFTERNOON, AFTERNOON), **dict.fromkeys(names.EVENING, EVENING)}
LAST_MONTH = 12
COMMA, SEMICOLON = Token(",", ","), Token(";", ";")


def settled(found: list[Token]) -> list[Token]:
    """Return tokens whose meaning does not hang on their neighbours any more. Raises Unclear on half a period."""
    said = _named(found)
    for form, turned in REWRITTEN:
        for match in reversed(list(form.finditer(letters(said)))):
            said[match.start() : match.end()] = turned(said[match.start() : match.end()])
    return said


def _named(found: list[Token]) -> list[Token]:
    """Tell Tuesdays from Marches, from left to right; who writes "Mo" may mean the Thursday of South Tyrol by "Do"."""
    said = list(found)
    words = {one.text.lower() for one in found}
    for place, one in enumerate(said):
        if one.kind == "mar":
            march = _is_march(said, place)
            said[place] = replace(one, kind="month" if march else "day", value=3 if march else 1)
        elif one.text.lower() == "do" and "mo" in words:
            said[place] = replace(one, kind="foreign")
    return said


def _is_march(found: list[Token], place: int) -> bool:
    before, after = letters(found[:place]), letters(found[place + 1 :])
    days = EXACTLY.match(after)
    next_word = found[place + days.end()].text if days else ""
    exact = found[place].text == "Mar" and next_word in {*names.EXACT_DAYS, "PH", "unknown"}
    return bool(exact or MARCH_AFTER.search(before) or MARCH_BEFORE.match(after))


def _closed_half(found: list[Token]) -> list[Token]:
    half = next(one for one in found if one.kind == "half")
    span = HALVES.get(half.text.lower(), MORNING)
    times = Token("time", half.text, span.start), Token("-", ""), Token("time", "", span.end)
    days = [one for one in found if one.kind not in {"closed", "half"}]
    return [SEMICOLON, Token("closed", ""), *days, *times]


def _dates(found: list[Token]) -> list[Token]:
    if any(one.value > LAST_MONTH for one in found[3::4]):
        return found
    parts = [replace(one, kind="month") if n % 4 == 3 else one for n, one in enumerate(found)]  # noqa: PLR2004
    return [one for one in parts if one.kind != "/"]


def _half_period(found: list[Token]) -> list[Token]:
    if found[0].text.lower().strip() in names.WITHOUT_END:
        raise Unclear("half-period", " ".join(one.text.strip() for one in found))
    return found[1:]


def _separator(found: list[Token]) -> list[Token]:
    return [min(found, key=lambda one: ";,:".index(one.kind))]


def _by_itself(found: list[Token]) -> list[Token]:
    return [SEMICOLON] if found[0].value else found


TIME, A_DATE = "[number time]", "number month"
JOINS = "[day month number time year always ordinals]"  # what a dash may stand behind
NAMES = "[day month daily holidays feriali weekend workdays number year ordinals ordinal]"  # and a colon
REWRITTEN: tuple[tuple[re.Pattern[str], Callable[[list[Token]], list[Token]]], ...] = tuple(
    (pattern(form), turned)
    for form, turned in (
        # chiuso lunedì mattina, giovedì pomeriggio chiuso; pomeriggio su appuntamento
        (f"closed [day , -]* half (?! [,:]? {TIME}) | (?: day [,-]?)* half closed (?! day)", _closed_half),
        ("[,;:] half (?= comment)", lambda _: [SEMICOLON]),
        ("ordinal (?= month)", lambda found: [replace(found[0], kind="number")]),  # 1° settembre
        ("closed number / number (?: - number / number)?", _dates),  # chiuso 24/12-6/1
        (f"(?<= {TIME}) from (?= number? month year? -)", lambda _: [COMMA]),  # 9-12 da ottobre a maggio
        ("from (?= number? month year? -)", lambda _: []),
        ("from number? month", _half_period),
        (f"(?<= {TIME} [-/] {TIME}) - (?= {TIME} [-/] {TIME})", lambda _: [COMMA]),  # 9/13 - 15/19
        (f"(?<! {JOINS}) - {A_DATE}", _half_period),  # fino al 31 agosto
        # dashes, and words for them, that join nothing: lunedì - 9-12, chiuso a luglio
        (f"(?<! {JOINS}) -", lambda _: []),
        (f"(?<= [day ordinals]) - (?= {TIME}) (?! {A_DATE})", lambda _: []),
        (f"(?<= month) - (?= {TIME}) (?! {A_DATE} | number (?! -))", lambda _: []),
        ("half", lambda _: []),
        # one separator of several, none at the ends, a colon only after days; a note after "e" stands by itself
        ("[,;:] [,;:]+", _separator),
        (f"^ [,;:]+ | [,;:]+ $ | (?<! {NAMES}) :", lambda _: []),
        (", (?= comment)", _by_itself),
    )
)
