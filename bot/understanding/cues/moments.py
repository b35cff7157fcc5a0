"""The day, the month and the hour that a line names, where it is when something is wanted."""

import re
from typing import Literal

from bot.catalogue.schedule import PartOfWeek
from bot.understanding.cues.times import is_meant, part_of_week
from bot.understanding.text.line import before

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun", "today", "tomorrow", "weekend"]
PartOfDay = PartOfWeek | Literal["night"]

_DAYS: tuple[tuple[Day, str], ...] = (
    ("weekend", r"weekends?|week end|fine settimana|sabato e (?:la )?domenica|saturdays? and sundays?"),
    ("mon", r"lunedi|mondays?"),
    ("tue", r"martedi|tuesdays?"),
    ("wed", r"mercoledi|wednesdays?"),
    ("thu", r"giovedi|thursdays?"),
    ("fri", r"venerdi|fridays?"),
    ("sat", r"sabat[oi]|saturdays?"),
    ("sun", r"domenic(?:a|he)|sundays?"),
    ("today", r"oggi|stamattina|stasera|stanotte|today|tonight|this (?:morning|afternoon|evening)"),
    ("tomorrow", r"domani|domattina|tomorrow"),
)
_DAY = re.compile(r"\b(?:" + "|".join(f"(?P<{day}>{spoken})" for day, spoken in _DAYS) + r")\b")
_MONTHS = (
    "gennaio|january",
    "febbraio|february",
    "marzo|(?<!to )march",
    "aprile|april",
    "maggio|(?:in|by|until|from|of|this|since) may",
    "giugno|june",
    "luglio|july",
    "agosto|august",
    "settembre|september",
    "ottobre|october",
    "novembre|november",
    "dicembre|december|natale|christmas",
)
_MONTH = re.compile(
    r"\b(?:" + "|".join(f"(?P<m{n}>{spoken})" for n, spoken in enumerate(_MONTHS, 1)) + r")\b(?! (?:scors|last))"
)
_PARTS: tuple[tuple[PartOfDay, str], ...] = (
    ("morning", r"mattina|mattino|mattinata|morning"),
    ("afternoon", r"pomeriggio|afternoon"),
    ("evening", r"sera|serata|evening"),
    ("night", r"notte|night"),
)
_OF_A_DAY = re.compile(
    r"\b(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|domani|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|"
    r"sunday|tomorrow) (?:di |in the |la )?(?:" + "|".join(f"(?P<{part}>{spoken})" for part, spoken in _PARTS) + r")\b"
)
_NIGHT = re.compile(
    r"\b(?:(?:di|la|per la|durante la|tutta la) notte|le notti|(?:ore|assistenza|servizio) notturn\w|at night|"
    r"overnight|all night|during the night)\b"
)
_THIS_MORNING = re.compile(r"\b(?:domattina|stamattina|this morning)\b")

_COUNTED = (
    r"(?:or[ae]|volt[ae]|lezion[ei]|sedut[ae]|settiman[ae]|mes[ei]|ann[oi]|person[ae]|figli\w*|bimb\w+|bambin\w+|"
    r"nipot\w+|sorell\w+|rat[ae]|ragazz\w+|signor\w+|euro|km|giorn[oi]|minut[oi]|notti|cam\w+|stanz\w+|years?|months?|"
    r"hours?|days?|weeks?|minutes?|kids?|children|euros|times|people|persons?|lessons|medie|elementari|superiori|st|"
    r"nd|rd|th)"
)
_HOUR = re.compile(
    r"\b(?P<how>dopo le|alle ore|alle|all|dalle|verso le|entro le|fino alle|per le|sulle|intorno alle|prima delle|"
    r"prima dell|ore|h|after|at|from|by|until|till|around|before|le) (?P<hour>[01]?\d|"
    r"2[0-4])(?:[.:,](?P<minutes>[0-5]\d)| e (?P<more>mezza|mezzo|un quarto|30|15))?"
    rf"(?! ?[\d.:%])(?! (?:(?:o|e|a|to|or) )?(?:\d+ )?{_COUNTED}\b)(?P<part> (?:di|del|della|stasera|"
    rf"in the) ?(?:matt?in[oa]|pomeriggio|sera|notte|"
    r"morning|afternoon|evening)?| a ?m\b| p ?m\b| am| pm)?"
)
_PLAIN_HOUR = re.compile(r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-3]):(?P<minutes>[0-5]\d)(?![\d:])(?! euro)")
_NAMED = (
    ("12:00", re.compile(r"\b(?:mezzogiorno|noon|midday)\b")),
    ("00:00", re.compile(r"\b(?:mezzanotte|midnight)\b")),
)
_SHIFT = re.compile(
    r"\b(?:attacc\w+|inizi\w+|cominci\w+|stacc\w+|starts?|finish\w*|ends?|apr\w+|opens?)(?: \w+){0,2} $"
)
_LATE = re.compile(r"\b(?:stasera|sera|tonight|evening)\b")
# The last hour that is one of the afternoon where nothing else is said: "dopo le sei" is 18:00, "prima delle 8" 08:00.
_AFTERNOON = {"prima delle": 5, "prima dell": 5, "before": 5, "dalle": 6, "from": 6}
_LAST_OF_AFTERNOON = 7
_MINUTES = {"mezza": 30, "mezzo": 30, "30": 30, "un quarto": 15, "15": 15}
NOON = 12
SHORTLY = 24  # letters before an hour: "domani sera alle 9"


def day(text: str) -> Day | None:
    """Return the first day that is named and not when somebody works, or when it does not suit."""
    found = next((match for match in _DAY.finditer(text) if is_meant(before(text, match.start()))), None)
    return next(day for day, _ in _DAYS if found[day]) if found else None


def month(text: str) -> int | None:
    """Return the first month that is named."""
    found = _MONTH.search(text)
    return next(n for n in range(1, len(_MONTHS) + 1) if found[f"m{n}"]) if found else None


def part(text: str) -> PartOfDay | None:
    """Return the part of the week or the day that is wanted; "sabato mattina" is a morning."""
    of_a_day = next((match for match in _OF_A_DAY.finditer(text) if is_meant(before(text, match.start()))), None)
    if of_a_day:
        return next(part for part, _ in _PARTS if of_a_day[part])
    if _THIS_MORNING.search(text):
        return "morning"
    if found := part_of_week(text.replace(" , ", " ").split()):
        return found
    night = _NIGHT.search(text)
    return "night" if night and is_meant(before(text, night.start())) else None


def time(text: str) -> str | None:
    """Return the hour that is named, as HH:MM: after it, before it or at it, as the line says."""
    for match in _HOUR.finditer(text):
        ahead = before(text, match.start())
        if is_meant(ahead) and not _SHIFT.search(ahead) and _is_hour(match):
            return _clock(match, text)
    if plain := _PLAIN_HOUR.search(text):
        return f"{int(plain['hour']):02d}:{plain['minutes']}"
    return next(
        (hour for hour, pattern in _NAMED if (m := pattern.search(text)) and is_meant(before(text, m.start()))), None
    )


def _is_hour(match: re.Match[str]) -> bool:
    """Tell whether "le 3" is an hour: alone it may be three of whatever was said before."""
    if match["how"] in {"le", "h"} and not (match["minutes"] or match["part"] or match.end() == len(match.string)):
        return match.string[match.end() :].startswith(" ,")
    return True


def _clock(match: re.Match[str], text: str) -> str:
    hour, said = int(match["hour"]), match["part"] or ""
    minutes = int(match["minutes"] or _MINUTES.get(match["more"] or "", 0))
    if hour <= NOON:
        hour = _of_the_day(hour, said, match["how"], text[max(0, match.start() - SHORTLY) : match.start()])
    return f"{hour % 24:02d}:{minutes:02d}"


def _of_the_day(hour: int, said: str, how: str, ahead: str) -> int:
    if "matin" in said.replace("tt", "t") or "morning" in said or said.replace(" ", "") == "am":
        return hour % NOON if said.replace(" ", "") == "am" else hour
    if "notte" in said:
        return hour + NOON if 8 < hour < NOON else hour % NOON  # noqa: PLR2004 - "le 11 di notte", "le 3 di notte"
    late = (
        "sera" in said
        or "pomeriggio" in said
        or said.replace(" ", "") == "pm"
        or "evening" in said
        or "afternoon" in said
    )
    if late or (_LATE.search(ahead) and hour > _LAST_OF_AFTERNOON):
        return hour if hour == NOON else hour + NOON
    return hour + NOON if 0 < hour <= _AFTERNOON.get(how, _LAST_OF_AFTERNOON) else hour
