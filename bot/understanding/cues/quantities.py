"""How much is wanted, and how much it may cost, where a line says so in figures."""

import re
from typing import Literal, NamedTuple

from bot.catalogue.model import Unit
from bot.understanding.cues.times import is_meant

Measure = Unit | Literal["time"]  # "due volte a settimana" counts times
Every = Literal["day", "week", "month"]


class Count(NamedTuple):
    """`number` of a `unit`, each `every` so long; `night` where those are hours of the night."""

    number: float
    unit: Measure
    every: Every | None
    night: bool


_UNITS: tuple[tuple[Measure, str], ...] = (
    ("hour", r"or[ae]|orette|hours?|hrs?"),
    ("lesson", r"lezion[ei]|lessons?|class(?:es)?"),
    ("session", r"sedut[ae]|sessions?|incontr[oi]"),
    ("visit", r"visit[ae]|visits?|appointments?"),
    ("night", r"nott[ei]|nights?"),
    ("time", r"volt[ae]|times?|twice|once"),
    ("day", r"giorn[oi]|giornat[ae]|days?"),
    ("week", r"settiman[ae]|weeks?"),
    ("month", r"mes[ei]|months?"),
    ("person", r"person[ae]|people|persons?|post[oi](?! letto)|biglietti|tickets?"),
    ("piece", r"capi|camicie|pezz[oi]|shirts?|pieces"),
    ("year", r"anni|anno|years?"),
)
_UNIT = {unit: re.compile(spoken) for unit, spoken in _UNITS}
_COUNT = re.compile(
    r"(?<![\d.,:-])(?:(?P<n>\d{1,4}(?:[.,]5)?)|\b(?P<one>una|un|a|an|one)|\b(?P<adverb>twice|once)) ?"
    r"(?:(?:o|a|e|or|to) (?:\d{1,2}) )?(?P<unit>(?<=twice )|(?<=once )|"
    + "|".join(spoken for _, spoken in _UNITS)
    + r")?(?P<half> e mezz[ao])?\b(?P<after>(?: \w+){0,4})"
)
_EVERY: tuple[tuple[Every, re.Pattern[str]], ...] = (
    ("day", re.compile(r"^(?: \w+){0,2}? (?:al|ogni|a|per|each|every) (?:giorno|day)\b")),
    ("week", re.compile(r"^(?: \w+){0,2}? (?:a|alla|per|ogni|la|a|each|every|per) (?:settimana|week)\b")),
    ("month", re.compile(r"^(?: \w+){0,2}? (?:al|ogni|a|per|each|every) (?:mese|month)\b")),
)
_NIGHT = re.compile(
    r"^ (?:di notte|la notte|per notte|a notte|notturn\w|at night|of night|overnight|a night|per night)"
)
_NOT_MUCH = re.compile(
    r"\b(?:da|tra|fra|ogni|ultim[ie]|scors[ie]|dopo|prima|alle|le|dalle|delle|for the last|since|every|last|past|after|ago|"
    r"turn[io] di|lavor\w+|c e|per|in)(?: (?:circa|quasi|almeno|gli|i|le|the))* $"
)
_NOT_THEN = re.compile(r"^ (?:fa|prima|ago|di vita|di eta|old|che |tutti|di lavoro|di ritardo)\b")
_ASKED_ALONE = {"hour", "lesson", "session", "visit", "night", "time", "person", "piece"}  # the rest only as how often
_AMOUNT = r"(?<![\d.,:-])(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[.,](\d{1,2}))?"
_LIMIT = (
    r"(?:massimo|al massimo|max|non piu di|piu di|meno di|fino a|sotto i|sotto|entro i|entro|budget(?: e)?(?: di)?|"
    r"(?:posso|possiamo|riesco a) (?:spendere|pagare|arrivare a)|spendere|arrivo a|up to|under|at most|no more than|"
    r"less than|more than|maximum|below|budget(?: is)?(?: of)?|(?:can )?(?:spend|afford|pay))"
)
_MONEY = re.compile(
    rf"\b{_LIMIT}(?: (?:i|di|circa|solo|al massimo|massimo|max|of|about|only|a))* (?:euro )?{_AMOUNT}(?P<after>(?: \w+){{0,2}}| ,)"
)
_MAXIMUM_LAST = re.compile(rf"{_AMOUNT} euro (?:(?:al|all|la) \w+ )?(?:al massimo|massimo|max|at most|maximum|tops)\b")
_EURO = re.compile(r"^ (?:euro|eur|euros)\b")
_PLAIN = re.compile(r"^(?: (?:al|all|a|la|l|per|an|of|e|ma|and|but)\b.*| ,)?$")
_SPENT = re.compile(r"\b(?:massimo|max|budget|spendere|pagare|spend|afford|pay)\b")


def count(text: str) -> Count | None:
    """Return the first quantity that is wanted."""
    return next(filter(None, (_counted(match, text) for match in _COUNT.finditer(text))), None)


def _counted(match: re.Match[str], text: str) -> Count | None:
    before, after = text[: match.start()], match["after"] or ""
    unit = _unit(match)
    if unit is None or _NOT_MUCH.search(before) or _NOT_THEN.match(after) or not is_meant(before):
        return None
    every = next((name for name, pattern in _EVERY if pattern.match(after)), None)
    if unit not in _ASKED_ALONE and not every:
        return None
    if match["one"] and not every:
        return None
    number = {"twice": 2.0, "once": 1.0}.get(match["adverb"] or "") or float((match["n"] or "1").replace(",", "."))
    number += 0.5 if match["half"] else 0.0
    return Count(number, unit, every, bool(_NIGHT.match(after)) or unit == "night")


def _unit(match: re.Match[str]) -> Measure | None:
    if match["adverb"]:
        return "time"
    return next((unit for unit, pattern in _UNIT.items() if pattern.fullmatch(match["unit"] or "")), None)


def money(text: str) -> float | None:
    """Return the most that a person wants to spend, in euro."""
    for match in _MONEY.finditer(text):
        after = match["after"] or ""
        if _EURO.match(after) or (_SPENT.search(match[0]) and _PLAIN.match(after)):
            return _euro(match[1], match[2])
    last = _MAXIMUM_LAST.search(text)
    return _euro(last[1], last[2]) if last else None


def _euro(whole: str, cents: str | None) -> float:
    return float(f"{whole.replace('.', '')}.{cents or 0}")
