"""Sums and prices as people write them, in a file or in the chat: `1.200,50`, `12 €/h`, `da 8 a 12`, `secondo ISEE`."""

import re
import unicodedata
from decimal import Decimal
from typing import Any

GROUPS = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:[' ]\d{3})+(?:[.,]\d{1,2})?|\d{1,3}(?:,\d{3})+\.\d{1,2}"
MONEY = rf"({GROUPS}|\d{{0,6}}[.,]\d{{1,2}}|\d{{1,6}})"
FREE = re.compile(r"(?:è )?(?:gratis|gratuit[oaie]|free(?: of charge)?|nessun costo|senza costi|0+(?:[.,]0+)?)")
RANGE = re.compile(
    rf"(?:da|dai|from)?\s*{MONEY}\s*(?:a|ai|to|-|–)\s*{MONEY}|(?:tra|between)\s*{MONEY}\s*(?:e|and)\s*{MONEY}"
)
FROM = re.compile(rf"(?:a partire da|da|from|min\.?|minimo)\s*{MONEY}")
UP_TO = re.compile(rf"(?:fino a|al massimo|massimo|max\.?|up to)\s*{MONEY}")
ONE = re.compile(MONEY)
NOISE = re.compile(r"€|\beuros?\b|\beur\b|[,.][-–](?=\s|$)")
PER = re.compile(r"[\s,]*(?:\b(?:all[ao']?|al|a|per|an|the|ogni|each|every)\b\s*|\b(?:al)?l'\s*|/\s*|\s)([^\W\d]+)\.?$")
UNITS = {
    name: unit
    for unit, names in {
        "hour": "ora ore h hr oraria orario orari hour",
        "visit": "visita visit",
        "day": "giorno gg die giornaliero giornalieri day",
        "week": "settimana settimanali week",
        "month": "mese mensile mensili month",
        "year": "anno annuo annui annuale annuali year",
        "course": "corso course",
        "person": "persona testa person",
        "lesson": "lezione lesson",
        "piece": "pezzo cad cadauno piece each",
        "practice": "pratica practice case",
        "night": "notte night",
        "session": "incontro seduta session",
    }.items()
    for name in names.split()
}
Note = dict[str, str]  # a text in both languages
ISEE: Note = {"it": "secondo ISEE", "en": "depends on household income (ISEE)"}
QUOTE: Note = {"it": "su preventivo", "en": "on quotation"}
DONATION: Note = {"it": "offerta libera", "en": "you give what you like"}
AGREED: Note = {"it": "da concordare", "en": "to be agreed"}
REQUEST: Note = {"it": "su richiesta", "en": "on request"}
WORDS: dict[str, Note] = {  # what a price may be in words instead of a figure
    r"(?:(?:prezzo|costo|tariff[ae]|fasc(?:e|ia)) )?"
    r"(?:(?:varia |dipende )?(?:secondo|a seconda del|in base al|dal|con)(?: ?l')? ?)?(?:reddito )?isee": (ISEE),
    r"(?:depends|depending|based) on (?:household income \()?isee\)?|according to isee": ISEE,
    r"(?:su |a |con )?preventivo|(?:on|by) (?:quotation|quote)": QUOTE,
    r"(?:ad? )?(?:offerta|contributo|donazione) (?:liber|volontari)[ao]|donazione": DONATION,
    r"pay what you (?:can|like|want)|you give what you like|(?:by )?donation": DONATION,
    r"da (?:concordare|definire|stabilire)|to be agreed": AGREED,
    r"(?:su|a) richiesta|on request": REQUEST,
}


def plain(text: str) -> str:
    """Return a text in small letters, with ordinary spaces, digits and apostrophes."""
    said = unicodedata.normalize("NFKC", text).replace("’", "'").strip(' "“”«»').lower()
    return " ".join(said.split())


def amount(text: str) -> Decimal | None:
    """Return a sum in euro: `1.200` is one thousand two hundred. None for anything else."""
    said = NOISE.sub(" ", plain(text)).strip()
    return _money(said) if ONE.fullmatch(said) else None


def unit(text: str) -> str | None:
    """Return the unit that a word means: `ora`, `€/h`, `al mese`."""
    found = PER.search(" " + NOISE.sub("", plain(text)))
    return UNITS.get(found[1]) if found else None


def price(text: str) -> dict[str, Any] | None:
    """Return the fields of a price: `45`, `45,50 al mese`, `da 40 a 60`, `su preventivo`; None for the rest."""
    said = plain(text)
    for pattern, note in WORDS.items():
        if re.fullmatch(pattern, said):
            return {"note": note}
        found = re.fullmatch(rf"(.*\d.*?)[\s,(:]+(?:{pattern})\)?", said)
        if found and (figures := _figures(found[1])):
            return {**figures, "note": note}
    return _figures(said)


def _figures(text: str) -> dict[str, Any] | None:
    said = NOISE.sub(" ", text).strip()
    per = {}
    if (found := PER.search(said)) and found[1] in UNITS:
        per = {"per": UNITS[found[1]]}
        said = said[: found.start()].strip()
    if FREE.fullmatch(said):
        return {"free": True}
    if found := RANGE.fullmatch(re.sub(r"\s+", " ", said)):
        low, high = _money(found[1] or found[3]), _money(found[2] or found[4])
        return {"from": str(low), "to": str(high), **per} if low < high else None
    for form, names in ((FROM, "from"), (UP_TO, "to"), (ONE, "amount")):
        if found := form.fullmatch(said):
            return {names: str(_money(found[1])), **per}
    return None


def _money(text: str) -> Decimal:
    """Read `1.200,50`, `45,5`, `45.50`: a point before three digits parts the thousands, as a comma before a point."""
    whole, _, cents = text, "", ""
    if found := re.fullmatch(r"(.*?)(?:[.,](\d{1,2}))?", text):
        whole, cents = found[1], found[2] or ""
    return Decimal(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{cents or '0'}".removesuffix(".0"))
