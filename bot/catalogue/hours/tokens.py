"""A text about opening hours as tokens, each of one kind."""

import re
from typing import Any
from unicodedata import normalize

from bot.catalogue.hours import names
from bot.catalogue.hours.kinds import Token

PLAIN = str.maketrans({
    **dict.fromkeys("\u00a0\u202f\u2009\t\r", " "), **dict.fromkeys("–—−‑‐―~→⇒>", "-"), **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("’‘`´", "'"), "ì": "i", "Ì": "i", "í": "i", "º": "°", "：": ":",
})  # fmt: skip
BOOKING = r"(?:appuntamento|prenotazione|richiesta|appointments?|booking|reservation|request)"
HOW = r"(?:solo|only|esclusivamente|previ[oa]|su|per|con|by|on|senza|without|no)"
ALWAYS = r"\b(?:sempre|always)\b(?: apert[oaie]\b| open\b)?"
ALL_DAY = r"24\s*/\s*7|h\s*24\b|24 ?(?:ore|h) su 24|24 ?h ?/ ?24 ?h?|(?<![-\d:.])24 ?(?:h(?:24)?|ore|hours)\b"
FREE = (
    r"(?:chius[oiae]|chiusura)\b(?: estiv[oa]| invernale)?(?: per)?(?: le)?(?: ferie)?"
    r"|ferie|(?:giorno di )?riposo|pausa(?: pranzo)?"
)
REST = r"\b(?:(?:tutti )?(?:gli )?altri giorni|(?:il )?resto della settimana|other days|rest of the week)\b"
WEEK = r"tutti i giorni|\bogni giorno\b|tutta la settimana|\bevery ?day\b|\bdaily\b|\b7 (?:giorni )?su 7\b|\b7/7\b"
CLOCK = r"(?P<hour>\d{1,2})\s?(?:[:.h](?P<minute>\d{2})(?::00)?(?!\d)|,(?P<decimal>00|30|45)(?![\d:.]))(?:\s?h\b)?"
DAY, YEAR, YEAR_ALONE = r"(?P<dd>\d{1,2})/(?P<mm>\d{1,2})", r"(?:/(?P<y1>\d{4}|\d\d))", r"/(?P<y2>\d{4})"
FROM = rf"\b(?:dal?|from|since)\s+(?=(?:(?:1°|primo|\d{{1,2}})\s+)?(?:{'|'.join(names.MONTH_OF)})\b)"
PATTERNS = (
    ("note", r'"(?P<quoted>[^"]*)"|\((?P<bracketed>[^)]*)\)'),
    ("comment", rf"(?:\b{HOW}\s+)+{BOOKING}(?:\s+only|\s+telefonic[oa]|\s+obbligatori[oa])?\b|\bda concordare\b"),
    ("always", rf"{ALL_DAY}|{ALWAYS}|giorno e notte|day and night"),
    ("unknown", r"\bunknown\b|\bda confermare\b|\bto be confirmed\b"),
    ("night", r"\bdi notte\b|\bat night\b"),
    ("daily", rf"{WEEK}|\b7 days a week\b"),
    ("feriali", r"\b(?:giorni )?feriali\b"),
    ("weekend", r"\b(?:week-?ends?|fine ?settimana)\b"),
    ("workdays", r"\bweekdays?\b|\bworking days\b|\bgiorni lavorativi\b"),
    ("included", r"\b(?:anche|inclusi|compresi) (?:i |nei )?festivi\b|\bfestivi (?:inclusi|compresi)\b"),
    ("holidays", r"\bph\b|\b(?:giorni )?festiv[oi]\b|\bfestività\b|\b(?:public |bank )?holidays?\b"),
    ("except", r"\b(?:tranne|eccetto|salvo|except(?: for)?|excluding)\b"),
    ("closed", rf"\b(?:off|closed|esclus[oiae]|{FREE})\b"),
    ("open", r"\bopen\b|\bapert[oaie]\b"),
    ("others", rf"\|\||\baltrimenti\b|\botherwise\b|{REST}"),
    ("ordinals", r"\[\s*-?\d(?:\s*[,-]\s*-?\d)*\s*\]"),
    ("from", FROM),
    ("ordinal", r"\b[1-5](?:°|st\b|nd\b|rd\b|th\b)"),
    ("date", rf"(?:\b(?P<until>dal|al|il|del)\s+)?(?<![\d/]){DAY}(?(until){YEAR}?|{YEAR_ALONE})(?![\d/])"),
    ("clock", r"(?<!\d)(?P<h12>\d{1,2})(?:[:.](?P<m12>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?"),
    ("noon", r"(?:(?<!\d)12\s)?(?:\bmezzogiorno\b|\bnoon\b)"),
    ("midnight", r"(?:(?<!\d)12\s)?(?:\bmezzanotte\b|\bmidnight\b)"),
    ("time", rf"(?<!\d)(?:{CLOCK}|(?P<hour4>0\d|1[0-8])(?P<minute4>[0-5]\d)(?!\d))"),
    ("year", r"(?<!\d)(?:19|20)\d\d(?!\d)"),
    ("number", r"(?<!\d)(?P<number>\d{1,2})(?!\d)(?:\s?h\b)?"),
    (";", r"[!;\n*•·|]|\.(?!\d)"), (",", r"[,&]"), ("/", r"/"), (":", r":"), ("-", r"-"), ("+", r"\+"),
    ("word", r"[^\W\d_]+'?(?:(?<!\w{6})\.)?"),  # the dot of "lun." is no end of a sentence
    ("foreign", r"\S"),
)  # fmt: skip
TOKEN = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(PATTERNS)), re.IGNORECASE)
READ = {"holidays", "closed", "except", "day", "month", "mar", "unknown", "time", "half", "included"}
HOUR, NOON = 60, 12
MONTHS = len(names.MONTHS)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text."""
    said = normalize("NFC", text)
    matches = TOKEN.finditer(said.translate(PLAIN))
    return [token for match in matches for token in _tokens(match, said[match.start() : match.end()])]


def _tokens(match: re.Match[str], text: str) -> list[Token]:
    kind = PATTERNS[int(str(match.lastgroup)[1:])][0]  # of the group around the others
    if kind == "note":
        return _note(match)
    if kind == "word":
        return _word(match[0], text)
    if kind == "date":
        return _date(match, text)
    if kind in {"clock", "noon", "midnight", "time"}:
        return [Token("time", text, _minutes(kind, match))]
    return [Token(kind, text, _value(kind, match, text))]


def _note(match: re.Match[str]) -> list[Token]:
    """Return a note; what stands in brackets and is understood is none."""
    inside = tokens(match["bracketed"] or "")
    kinds = {one.kind for one in inside}
    if match["quoted"] is None and not kinds & {"foreign", "comment"} and (kinds & READ or not kinds):
        return [Token(",", ","), *inside]
    said = " ".join((match["quoted"] or match["bracketed"] or "").split())
    return [Token("comment", said, said)] if said else []


def _value(kind: str, match: re.Match[str], text: str) -> Any:
    if kind in {"number", "year", "ordinal"}:
        return int(match["number"] or re.sub(r"\D", "", text))
    if kind == "ordinals":
        return _ordinals(text)
    return " ".join(text.split()) if kind == "comment" else None


def _minutes(kind: str, match: re.Match[str]) -> int:
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
    before = {"al": [Token("-", "al")], "dal": [Token("from", "dal")]}.get((match["until"] or "").lower(), [])
    if not 1 <= int(match["mm"]) <= MONTHS:
        return [Token("unsayable", text)]
    date = [Token("number", text, int(match["dd"])), Token("month", text, int(match["mm"]))]
    return [*before, *date, *([Token("year", text, int(year) % 2000 + 2000)] if year else [])]


def _ordinals(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for first, last in re.findall(r"(-?\d)(?:\s*-\s*(\d))?", text):
        found += range(int(first), int(last or first) + 1)
    return tuple(found)


def _word(plain: str, text: str) -> list[Token]:
    word = plain.lower().rstrip(".'")
    if word in names.SAYING_NOTHING:
        return []
    for kind, known in (("day", names.DAY_OF), ("month", names.MONTH_OF), ("ordinal", names.ORDINALS)):
        if word in known:
            return [Token(kind, text, known[word])]
    for kind, said in names.WORDS.items():
        if word in said:
            return [Token(kind, text, word)]
    return [Token("foreign", text)]
