"""What a token means by what stands beside it: "mar" is Tuesday or March, a dash is a sign or nothing."""

import re
from dataclasses import replace

from bot.catalogue.hours.names import EXACT_DAYS
from bot.catalogue.hours.tokens import Token

MARCH, TUESDAY = 3, 1
# "mar" is March after a month ("gen, mar"), a year or days of a month, before a month ("mar-ott"), a year, days of a
# month that have hours or "off" after them ("Mar 15-17 09:00-12:00"), or a colon and a weekday. Else it is Tuesday.
MARCH_AFTER = re.compile(r"(?:M[NY]*[-,/]|Y|(?:^|[^-/NT])N|(?:^|[;X])N-N)$")
MARCH_BEFORE = re.compile(r"N?Y?-Y?N?[Mm]|(?:N(?:-N)?)?[,/]M|Y|N(?:-N)?(?:T|:|X(?![DMPE]))|:[DE]")
EXACTLY = re.compile(r"(?:N(?:-N)?(?=[DP,-]+[TUX]))?[DP]|N(?:-N)?U")  # OpenStreetMap's words right after it
ENDPOINTS = "DMNTYAJ"
NAMED = "DMEPWSKNYJI"


def settled(found: list[Token]) -> list[Token]:
    """Return tokens whose meaning does not hang on their neighbours any more."""
    return _separated(_dashed(_parted(_first_of_month(_named(found)))))


def _kinds(found: list[Token]) -> str:
    return "".join(one.kind for one in found)


def _named(found: list[Token]) -> list[Token]:
    """Tell Tuesdays from Marches, from left to right."""
    said = list(found)
    for place, one in enumerate(said):
        if one.kind == "m":
            march = _is_march(said, place)
            said[place] = replace(one, kind="M" if march else "D", value=MARCH if march else TUESDAY)
    return said


def _is_march(found: list[Token], place: int) -> bool:
    kinds = _kinds(found)
    before, after = kinds[:place], kinds[place + 1 :]
    days = EXACTLY.match(after)
    exact = found[place].text == "Mar" and days and found[place + days.end()].text in {*EXACT_DAYS, "PH", "unknown"}
    return bool(exact or MARCH_AFTER.search(before) or MARCH_BEFORE.match(after))


def _first_of_month(found: list[Token]) -> list[Token]:
    """Turn the ordinal of `1° settembre` into a number."""
    kinds = _kinds(found)
    return [
        replace(one, kind="N") if one.kind == "I" and kinds[place + 1 : place + 2] == "M" else one
        for place, one in enumerate(found)
    ]


def _parted(found: list[Token]) -> list[Token]:
    """Turn the dash of `9/13 - 15/19` into what it is: it parts two times."""
    middle = {match.start() + 3 for match in re.finditer(r"(?=[NT]/[NT]-[NT]/[NT])", _kinds(found))}
    return [replace(one, kind=",") if place in middle else one for place, one in enumerate(found)]


def _dashed(found: list[Token]) -> list[Token]:
    """Drop dashes, and words for them, that join nothing: `lunedì - 9-12`, `chiuso a luglio`."""
    said: list[Token] = []
    kinds = _kinds(found)
    for place, one in enumerate(found):
        before = said[-1].kind if said else ""
        if one.kind != "-" or not _is_loose(before, kinds[place + 1 :]):
            said.append(one)
    return said


def _is_loose(before: str, after: str) -> bool:
    date = after.startswith("NM") or (before == "M" and re.match(r"N(?!-)", after))
    return not before or before not in ENDPOINTS or (before in "DMJ" and after[:1] in {"N", "T"} and not date)


def _separated(found: list[Token]) -> list[Token]:
    """Keep one separator of several, and none at the ends; a comment after "e" stands by itself."""
    said: list[Token] = []
    for one, after in zip(found, [*_kinds(found)[1:], ""], strict=False):
        before = said[-1].kind if said else ""
        if one.kind not in ",;:":
            said.append(one)
        elif one.kind == ":":
            said += [one] if before and before in NAMED else []
        elif before and before not in ",;:":
            said.append(replace(one, kind=";") if one.value == "and" and after == "C" else one)
        elif one.kind == ";" and before == ",":
            said[-1] = one
    while said and said[-1].kind in ",;:":
        said.pop()
    return said
