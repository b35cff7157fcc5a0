"""How old somebody is, in years, where a line says so; how long something lasts is no age."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.understanding.cues import school
from bot.understanding.text.line import ITALIAN, before

OLDEST = 120
MONTHS = 12
BABY_MONTHS = 48  # nobody counts more months than these


class Age(NamedTuple):
    """Years, the place in the line, and whether it is the age of who writes."""

    years: float
    at: int
    mine: bool


_N = r"(?<![\d.,:-])(?P<n>\d{1,3})(?P<half>[.,]5)?"
_YEARS = re.compile(
    rf"(?:{_N}|\b(?P<one>un|uno))(?: (?:,|e|o|and|or)?(?: ?\d{{1,2}}))?? "
    r"(?P<unit>anni|ani|anno|annetti|mesi|mese|years?|yrs?|yo|months?|y o)\b(?P<more> e mezzo| e mezza| e "
    r"(?P<months>\d{1,2}) mesi| and a half| and (?P<english>\d{1,2}) months)?(?P<after>(?: ,| \w+){0,3})"
)
_UNITS = ("ann", " ani", "mes", "year", "month", "yo", "yr")  # without one of these there is no need to look
_BARE_HALF = re.compile(r"(?<!un )(?<!uno )(?<!\d )\banno e mezzo\b")
_CHILD = (
    r"(?:figli\w*|bimb\w+|bambin\w+|neonat\w+|piccol\w+|nipotin\w+|nipote|gemell\w+|bebe|ragazz\w+|son|daughter|"
    r"child\w*|kids?|baby|babies|boy|girl|toddler|twins)"
)
# Before a number of years: then it is how long, since when, how often, or from or up to which age.
_LASTING = re.compile(
    r"\b(?:da|dai|per|fra|tra|in|entro|ogni|dopo|ultim[ie]|scors[ie]|prossim[ie]|prim[ie]|circa da|oltre da|mancano|"
    r"manca|sono gia|dura(?:no|ta)?|ci (?:vogliono|metto|mette)|aspett\w+|lavor\w+|sposat[ioae]|vissut[oaie]|vers\w+|"
    r"pagat[oaie]|pagh\w+|passat[ie]|faccio|fatt[oi]|altri|almeno da|sotto i|sotto gli|meno di|fino a|fino ai|ai|agli|"
    r"negli|gli|degli|for|in|every|last|past|next|within|after|since|another|over the|took|takes|under|below|up to|"
    r"until|from|about to|been|married|worked|here|there|qui|qua|casa|home|minimum|almeno)"
    r"(?: (?:i|gli|le|circa|quasi|piu di|oltre|solo|poco piu di|soli|about|almost|nearly|more than|the|now))* $"
)
_OF_A_THING = re.compile(
    r"\b(?:contratt[oi]|mutuo|prestito|corso|stage|tirocinio|garanzia|attesa|lista d attesa|anzianita|esperienza|"
    r"incinta|gravidanza|congedo|aspettativa|durata|affitto|caparra|abbonamento|percorso|periodo|arretrat\w+|vincolo|"
    r"progetto|malattia|ciclo|rate|lavoro|contract|loan|course|wait|pregnant|leave|lease|mortgage)(?: \w+)? (?:di|da|"
    r"a|of) $"
)
_BEGUN = re.compile(r"\b(?:iniziat|cominciat|smess)\w(?: \w+){0,4} a $")
_THEN = re.compile(
    r"^ (?:fa|prima|dopo|consecutiv\w+|di (?!eta\b)\w+|che |ago|of (?!age\b)|later|in a row|worth|earlier|experience|"
    r"da (?!quando)\w+|per |alla pensione|dalla|dal |nel|in |a (?:tempo|termine)|contract|mortgage|waiting)"
)
_MINE = re.compile(r"\b(?:(?<!ne )ho|abbiamo|io|(?:sono|da) un[ao]?(?: \w+){1,2} di|i am|i m|am) $")
_AGED = re.compile(
    r"\b(?:eta(?: di)?|aged?|(?<!gli )(?<!degli )(?<!negli )(?<!dagli )(?<!agli )anni|ne ha|turn(?:s|ing|ed)|compie|"
    r"compira) (\d{1,3})\b(?! (?:ore|euro|giorni|mesi|volte|anni|di(?! anni)|hours|months))"
)
_SHE_IS = re.compile(
    rf"\b(?:he|she|{_CHILD}|mum|mom|mother|dad|father|wife|husband|grandma|nan)(?: is| s) (\d{{1,3}})\b(?! "
    rf"(?!years?\b|and\b|yo\b)\w)"
)
_MONTHS_OLD = re.compile(
    rf"(?:\b(?:ha|hanno|compie|appena)(?: gia| quasi| solo| circa)? |\b{_CHILD}(?: \w+)?(?: ,)?(?: di| da| of| is|"
    rf" ha)? |^(?:ha |di |, )*)$"
)

_ENNE = re.compile(r"\b(?:(?P<n>\d{1,3}) |(?P<word>[a-z]{2,16}?))enn[ei]\b")


def _stems() -> Iterator[tuple[str, int]]:
    """Yield how numbers sound before "enne": "ottanta" is "ottant", "ventidue" is "ventidu"."""
    for word, number in ITALIAN.items():
        yield (word if word.endswith("sei") else word[:-1]), number


_STEMS = dict(_stems()) | {"dec": 10}


def age(text: str) -> Age | None:
    """Return the age that a line tells; of two the one that is not of who writes."""
    found = sorted((one for one in _ages(text) if 0 <= one.years <= OLDEST), key=lambda one: (one.mine, one.at))
    return found[0] if found else None


def _ages(text: str) -> Iterator[Age]:
    if any(beginning in text for beginning in _UNITS):
        yield from filter(None, (_measured(match, text) for match in _YEARS.finditer(text)))
        yield from (
            Age(1.5, m.start(), mine=False)
            for m in _BARE_HALF.finditer(text)
            if not _LASTING.search(before(text, m.start()))
        )
    yield from (Age(float(years), at, mine=False) for years, at in school.years(text))
    yield from _in_one_word(text)
    for pattern in (_AGED, _SHE_IS):
        for match in pattern.finditer(text):
            half = 0.5 if text.startswith(" and a half", match.end()) else 0.0
            yield Age(float(match[1]) + half, match.start(), mine=False)


def _measured(match: re.Match[str], text: str) -> Age | None:
    ahead, unit = before(text, match.start()), match["unit"]
    lasting = any(pattern.search(ahead) for pattern in (_LASTING, _OF_A_THING, _BEGUN))
    if lasting or _THEN.match(match["after"] or ""):
        return None
    months = unit[0] == "m"
    half = match["half"] or (match["more"] or "").endswith(("mezzo", "mezza", "half"))
    count = float(match["n"] or 1) + (0.5 if half else 0.0)
    if months:
        return _of_months(count, ahead, match)
    count += float(match["months"] or match["english"] or 0) / MONTHS
    return Age(round(count, 2), match.start(), mine=bool(_MINE.search(ahead)))


def _of_months(count: float, ahead: str, match: re.Match[str]) -> Age | None:
    """Return the age of a baby: months are as often how long something lasts."""
    old = (match["after"] or "").startswith((" old", " di eta", " of age"))
    if count > BABY_MONTHS or not (old or _MONTHS_OLD.search(ahead)):
        return None
    return Age(round(count / MONTHS, 2), match.start(), mine=False)


def _in_one_word(text: str) -> Iterator[Age]:
    for match in _ENNE.finditer(text):
        years = int(match["n"]) if match["n"] else _STEMS.get(match["word"])
        if years is not None:
            yield Age(float(years), match.start(), mine=False)
