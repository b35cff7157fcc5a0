"""A text about opening hours as tokens, each of one kind: a letter or a sign, so that patterns can be written of them.

D weekday · M month · m "mar", which is Tuesday or March · N number · T time · Y year · P public holidays · E every day
W Monday to Saturday · K Monday to Friday · S weekend · I ordinal before a day · J ordinals after it, in brackets
A day and night · O open · X closed · R except · U unknown · C comment · F otherwise · Q part of the day
Z what cannot be said · ? what is not known · - , / : ; + signs
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.catalogue.hours import names

PLAIN = str.maketrans({
    **dict.fromkeys("\u00a0\u202f\u2009\t\r", " "), **dict.fromkeys("–—−‑‐―~", "-"), **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("’‘`", "'"), "ì": "i", "Ì": "i", "í": "i", "º": "°",
})  # fmt: skip
BOOKING = r"(?:appuntamento|prenotazione|richiesta|appointments?|booking|reservation|request)"
HOW = r"(?:solo|only|esclusivamente|previ[oa]|su|per|con|by|on|senza|without|no)"
HOURS = r"(?:h(?:24)?|ore|hours)"
ALWAYS = r"\b(?:sempre|always)\b(?: apert[oaie]\b| open\b)?"
CLOCK = r"(?P<hour>\d{1,2})\s?(?:[:.h](?P<minute>\d{2})(?!\d)|,(?P<decimal>00|30|45)(?![\d:.]))(?:\s?h\b)?"
DAY, YEAR, YEAR_ALONE = r"(?P<dd>\d{1,2})/(?P<mm>\d{1,2})", r"(?:/(?P<y1>\d{4}))", r"/(?P<y2>\d{4})"
PATTERNS = (
    ("comment", r'"(?P<quoted>[^"]*)"|\((?P<bracketed>[^)]*)\)'),
    ("C", rf"(?:\b{HOW}\s+)+{BOOKING}(?:\s+only|\s+telefonic[oa]|\s+obbligatori[oa])?\b"),
    ("A", rf"24\s*/\s*7|h\s*24\b|24 ore su 24|(?<![-\d:.])24 ?{HOURS}\b|{ALWAYS}|giorno e notte|day and night"),
    ("U", r"\bunknown\b|\bda confermare\b|\bto be confirmed\b"),
    ("E", r"tutti i giorni|\bogni giorno\b|tutta la settimana|\bevery ?day\b|\bdaily\b|\b7 giorni su 7\b|\b7/7\b"),
    ("W", r"\b(?:giorni )?feriali\b"),
    ("S", r"\b(?:week-?ends?|fine ?settimana)\b"),
    ("K", r"\bweekdays\b|\bworking days\b|\bgiorni lavorativi\b"),
    ("P", r"\bph\b|\b(?:giorni )?festiv[oi]\b|\bfestività\b|\b(?:public |bank )?holidays?\b"),
    ("R", r"\b(?:tranne|eccetto|salvo|except(?: for)?|excluding)\b"),
    ("X", r"\boff\b|\bclosed\b|\bchius[oiae]\b|\bchiusura\b|\besclus[oiae]\b"),
    ("O", r"\bopen\b|\bapert[oaie]\b"),
    ("F", r"\|\||\baltrimenti\b|\botherwise\b"),
    ("J", r"\[\s*-?\d(?:\s*[,-]\s*-?\d)*\s*\]"),
    ("I", r"\b[1-5](?:°|st\b|nd\b|rd\b|th\b)"),
    ("date", rf"(?:\b(?P<until>dal|al|il|del)\s+)?(?<![\d/]){DAY}(?(until){YEAR}?|{YEAR_ALONE})(?![\d/])"),
    ("clock", r"(?<!\d)(?P<h12>\d{1,2})(?:[:.](?P<m12>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?"),
    ("noon", r"(?:(?<!\d)12\s)?(?:\bmezzogiorno\b|\bnoon\b)"),
    ("midnight", r"(?:(?<!\d)12\s)?(?:\bmezzanotte\b|\bmidnight\b)"),
    ("T", rf"(?<!\d)(?:{CLOCK}|(?P<hour4>0\d|1[0-8])(?P<minute4>[0-5]\d)(?!\d))"),
    ("Y", r"(?<!\d)(?:19|20)\d\d(?!\d)"),
    ("N", r"(?<!\d)(?P<number>\d{1,2})(?!\d)(?:\s?h\b)?"),
    (";", r"[;\n*•·|]"), (",", r"[,&]"), ("/", r"/"), (":", r":"), ("-", r"-"), ("+", r"\+"),
    ("word", r"[^\W\d_]+'?\.?"),
    ("?", r"\S"),
)  # fmt: skip
TOKEN = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(PATTERNS)), re.IGNORECASE)
KINDS = tuple(kind for kind, _ in PATTERNS)
HOUR, NOON = 60, 12
MONTHS = len(names.MONTHS)


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    value: Any = None


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text."""
    found: list[Token] = []
    plain = text.translate(PLAIN)
    for match in TOKEN.finditer(plain):
        found += _tokens(match, text[match.start() : match.end()])
    return found


def _tokens(match: re.Match[str], text: str) -> list[Token]:
    kind = KINDS[int(str(match.lastgroup)[1:])]  # of the group around the others
    if kind == "comment":
        return _comment(match)
    if kind == "word":
        return _word(match[0], text)
    if kind == "date":
        return _date(match, text)
    return [Token(*_valued(kind, match, text))]


def _comment(match: re.Match[str]) -> list[Token]:
    """Return a comment; what stands in brackets and is understood is no comment."""
    if match["quoted"] is not None:
        said = " ".join(match["quoted"].split())
        return [Token("C", said, said)] if said else []
    inside = tokens(match["bracketed"])
    if all(one.kind not in "?C" for one in inside) and any(one.kind in "PXRDMUT" for one in inside):
        return [Token(",", ","), *inside]
    said = " ".join(match["bracketed"].split())
    return [Token("C", said, said)] if said else []


def _valued(kind: str, match: re.Match[str], text: str) -> tuple[str, str, Any]:
    if kind in {"clock", "T", "noon", "midnight"}:
        return "T", text, _time(kind, match)
    if kind in {"N", "Y", "I"}:
        return kind, text, int(match["number"] if kind == "N" else text if kind == "Y" else text[0])
    if kind == "J":
        return kind, text, _ordinals(text)
    return kind, text, " ".join(text.split()) if kind == "C" else None


def _time(kind: str, match: re.Match[str]) -> int:
    """Return the minutes since midnight, -1 where a clock shows no such time."""
    if kind in {"noon", "midnight"}:
        return (NOON if kind == "noon" else 2 * NOON) * HOUR
    if kind == "clock":
        hour, minute = int(match["h12"]), int(match["m12"] or 0)
        hour = hour % NOON + (NOON if match["half"].lower() == "p" else 0) if hour <= NOON else -1
    else:
        hour = int(match["hour"] or match["hour4"])
        minute = int(match["minute"] or match["decimal"] or match["minute4"])
    return hour * HOUR + minute if hour >= 0 and minute < HOUR else -1


def _date(match: re.Match[str], text: str) -> list[Token]:
    """Return the day, the month and the year of `al 15/09`, `15/09/2027`; a bare `9/12` is times."""
    year = match["y1"] or match["y2"]
    until = [Token("-", text)] if match["until"] and match["until"].lower() == "al" else []
    if not 1 <= int(match["mm"]) <= MONTHS:
        return [Token("Z", text)]
    date = [Token("N", text, int(match["dd"])), Token("M", text, int(match["mm"]))]
    return [*until, *date, *([Token("Y", text, int(year))] if year else [])]


def _ordinals(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for first, last in re.findall(r"(-?\d)(?:\s*-\s*(\d))?", text):
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def _word(plain: str, text: str) -> list[Token]:
    word = plain.lower().rstrip(".")
    if word == "mar":
        return [Token("m", text)]
    for kind, known in (("D", names.DAY_OF), ("M", names.MONTH_OF), ("I", names.ORDINALS)):
        if word in known:
            return [Token(kind, text, known[word])]
    if word in names.SAYING_NOTHING:
        return []
    for kind, said in (
        (",", names.AND),
        ("-", names.UNTIL),
        ("Q", names.MORNING | names.LATER),
        ("Z", names.UNSAYABLE),
    ):
        if word in said:
            return [Token(kind, text, "and" if kind == "," else word)]
    return [Token("?", text)]
