"""How much is wanted, and how much it may cost, where a line says so in figures."""

import re
from typing import Literal, NamedTuple

from bot.catalogue.costs import Unit
from bot.understanding.cues.times import is_meant
from bot.understanding.text.line import before

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
    ("time", r"volt[ae]|times?"),
    ("day", r"giorn[oi]|giornat[ae]|days?"),
    ("week", r"settiman[ae]|weeks?"),
    ("month", r"mes[ei]|months?"),
    ("person", r"person[ae]|people|persons?|post[oi](?! letto)|biglietti|tickets?"),
    ("piece", r"capi|camicie|pezz[oi]|shirts?|pieces"),
    ("year", r"anni|anno|years?"),
)
_COUNT = re.compile(
    r"(?:(?<![\d.,:-])(?P<n>\d{1,4}(?:[.,]5)?)|\b(?P<one>una|un|a|an|one)) (?:(?:o|a|e|or|to) \d{1,2} )?"
    rf"(?:{'|'.join(f'(?P<{unit}>{spoken})' for unit, spoken in _UNITS)})(?P<half> e mezz[ao])?\b"
)
_AFTER = 40  # letters after a quantity in which it is said how often, or that it is over
_EVERY: tuple[tuple[Every, re.Pattern[str]], ...] = (
    ("day", re.compile(r"^(?: \w+){0,2}? (?:al|ogni|a|per|each|every) (?:giorno|day)\b")),
    ("week", re.compile(r"^(?: \w+){0,2}? (?:a|alla|per|ogni|la|each|every) (?:settimana|week)\b")),
    ("month", re.compile(r"^(?: \w+){0,2}? (?:al|ogni|a|per|each|every) (?:mese|month)\b")),
)
_NIGHT = re.compile(
    r"^ (?:di notte|la notte|per notte|a notte|notturn\w|at night|of night|overnight|a night|per night)\b"
)
_NOT_MUCH = re.compile(
    r"\b(?:da|tra|fra|ogni|ultim[ie]|scors[ie]|dopo|prima|alle|le|dalle|delle|for the last|since|every|last|past|after|"
    r"ago|turn[io] di|lavor\w+|c e)(?: (?:circa|quasi|almeno|gli|i|le|the))* $"
)
_NOT_THEN = re.compile(
    r"^ (?:fa|prima|ago|di vita|di eta|old|che |su \d+|tutti|di lavoro|di ritardo|di macchina|di strada)\b"
)
_ALONE = {"hour", "lesson", "session", "visit", "night", "time", "person", "piece"}  # the rest where a price is asked
_PRICED = re.compile(r"\b(?:cost\w+|vien[ei]|vengono|pag\w+|per|for)(?: (?:solo|circa|only))? $")

_AMOUNT = r"(?<![\d.,:-])(\d{1,3}(?:\.\d{3})+|\d{1,6})(?:[.,](\d{1,2}))?"
_LIMIT = (
    r"(?:massimo|al massimo|max|(?:non|mai)(?: \w+){0,3} piu di|meno di|fino a|sotto i|sotto|entro i|entro|"
    r"budget(?: e)?(?: di)?|(?:posso|possiamo|riesco a) (?:spendere|pagare|arrivare a)|spendere|arrivo a|"
    r"(?:tra|fra)(?: i)? \d+ e|between \d+ and|up to|under|at most|no more than|less than|not more than|maximum|below|"
    r"budget(?: is)?(?: of)?|(?:can )?(?:spend|afford|pay))"
)
_FILL = r"(?: (?:i|di|piu di|circa|solo|al massimo|massimo|max|of|about|only|a|more than))*"
_MONEY = re.compile(rf"\b{_LIMIT}{_FILL} (?:euro )?{_AMOUNT}(?P<after>(?: \w+){{0,2}}| ,)")
_MAXIMUM_LAST = re.compile(rf"{_AMOUNT} euro (?:(?:al|all|la) \w+ )?(?:al massimo|massimo|max|at most|maximum|tops)\b")
_EURO = re.compile(r"^ (?:euro|eur|euros)\b")
_PLAIN = re.compile(r"^(?: (?:al|all|a|la|l|per|an|of|e|ma|and|but)\b.*| ,)?$")
_SPENT = re.compile(r"\b(?:massimo|max|budget|spendere|pagare|spend|afford|pay)\b")


def count(text: str) -> Count | None:
    """Return the first quantity that is wanted."""
    line = text.replace("twice", "2 times").replace("once a", "1 times a")
    return next(filter(None, (_counted(match, line) for match in _COUNT.finditer(line))), None)


def _counted(match: re.Match[str], line: str) -> Count | None:
    ahead, after = before(line, match.start()), line[match.end() : match.end() + _AFTER]
    if _NOT_MUCH.search(ahead) or _NOT_THEN.match(after) or not is_meant(ahead):
        return None
    unit = next(unit for unit, _ in _UNITS if match[unit])
    every = next((name for name, pattern in _EVERY if pattern.match(after)), None)
    if not (every or _stands_alone(unit, match["one"] is not None, ahead)):
        return None
    number = float((match["n"] or "1").replace(",", ".")) + (0.5 if match["half"] else 0.0)
    return Count(number, unit, every, bool(_NIGHT.match(after)) or unit == "night")


def _stands_alone(unit: Measure, single: bool, ahead: str) -> bool:  # noqa: FBT001 - "un" or a figure
    """Tell whether a unit tells how much is wanted: "una visita" is only a visit, "3 giorni" may be anything."""
    if unit in {"day", "week", "month"}:
        return bool(_PRICED.search(ahead))
    return unit == "hour" or (unit in _ALONE and not single)


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
