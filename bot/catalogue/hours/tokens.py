"""A text about opening hours as tokens, each of one kind: a letter or a sign, so that patterns can be written of them.

D weekday · M month · m "mar", which is Tuesday or March · N number · T time · Y year · P public holidays · E every day ·
W working days · S weekend · I ordinal before a day · J ordinals after it, in brackets · A day and night · O open · X closed · R except ·
U unknown · C comment · F otherwise · Q part of the day · Z what cannot be said · ? what is not known · - , / : ; + signs
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
PATTERNS = (
    ("comment", r'"(?P<quoted>[^"]*)"|\((?P<bracketed>[^)]*)\)'),
    ("C", rf"(?:(?:solo|only|esclusivamente|previ[oa]|su|per|con|by|on|senza|without|no)\s+)+{BOOKING}(?:\s+only|\s+telefonic[oa]"
          r"|\s+obbligatori[oa])?\b"),
    ("A", r"24\s*/\s*7|h\s*24\b|24 ore su 24|(?<![-\d:.])24 ?(?:h(?:24)?|ore|hours)\b|\b(?:sempre|always)\b(?: apert[oaie]\b| open\b)?"
          r"|giorno e notte|day and night"),
    ("U", r"\bunknown\b|\bda confermare\b|\bto be confirmed\b"),
    ("E", r"tutti i (?:santi )?giorni|\bogni giorno\b|tutta la settimana|\bevery ?day\b|\bdaily\b|\b7 giorni su 7\b|\b7/7\b"),
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
    ("clock", r"(?<!\d)(?P<h12>\d{1,2})(?:[:.](?P<m12>\d{2}))?\s?(?P<half>[ap])\.?m\b\.?"),
    ("noon", r"(?:(?<!\d)12\s)?(?:\bmezzogiorno\b|\bnoon\b)"),
    ("midnight", r"(?:(?<!\d)12\s)?(?:\bmezzanotte\b|\bmidnight\b)"),
    ("T", r"(?<!\d)(?P<hour>\d{1,2})\s?(?:[:.h](?P<minute>\d{2})(?!\d)|,(?P<decimal>00|30|45)(?![\d:.]))(?:\s?h\b)?"
          r"|(?<!\d)(?P<hour4>0\d|1[0-8])(?P<minute4>[0-5]\d)(?!\d)"),
    ("Y", r"(?<!\d)(?:19|20)\d\d(?!\d)"),
    ("N", r"(?<!\d)(?P<number>\d{1,2})(?!\d)(?:\s?h\b)?"),
    (";", r"[;\n*•·|]"), (",", r"[,&]"), ("/", r"/"), (":", r":"), ("-", r"-"), ("+", r"\+"),
    ("word", r"[^\W\d_]+'?\.?"),
    ("?", r"\S"),
)  # fmt: skip
TOKEN = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(PATTERNS)), re.IGNORECASE)
KINDS = tuple(kind for kind, _ in PATTERNS)
HOUR = 60


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
    kind = next(kind for n, kind in enumerate(KINDS) if match[f"k{n}"] is not None)
    if kind == "comment":
        return _comment(match)
    if kind == "word":
        return _word(match[0], text)
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
    if kind == "clock":
        hour = int(match["h12"]) % 12 + (12 if match["half"].lower() == "p" else 0)
        bad = int(match["h12"]) > 12  # noqa: PLR2004 - of a clock
        return "T", text, -1 if bad else hour * HOUR + int(match["m12"] or 0)
    if kind == "T":
        hour, minute = match["hour"] or match["hour4"], match["minute"] or match["decimal"] or match["minute4"]
        return "T", text, int(hour) * HOUR + int(minute) if int(minute) < HOUR else -1
    if kind in {"noon", "midnight"}:
        return "T", text, (12 if kind == "noon" else 24) * HOUR
    if kind == "N":
        return "N", text, int(match["number"])
    if kind == "Y":
        return "Y", text, int(text)
    if kind == "I":
        return "I", text, int(text[0])
    if kind == "J":
        return "J", text, _ordinals(text)
    return kind, text, " ".join(text.split()) if kind == "C" else None


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
