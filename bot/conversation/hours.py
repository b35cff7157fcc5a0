"""Opening hours in words: from OpenStreetMap's `opening_hours` syntax to how people write them."""

import re

from bot.catalogue.text import Language
from bot.conversation.phrasebook import phrases

DAYS: dict[Language, dict[str, str]] = {
    "it": {"Mo": "lun", "Tu": "mar", "We": "mer", "Th": "gio", "Fr": "ven", "Sa": "sab", "Su": "dom"},
    "en": {"Mo": "Mon", "Tu": "Tue", "We": "Wed", "Th": "Thu", "Fr": "Fri", "Sa": "Sat", "Su": "Sun"},
}
MONTHS: dict[Language, str] = {
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b(?: 0?(\d{1,2}))?")
NTH = re.compile(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)\[(\d)\]")
TIME = re.compile(r"\b0?(\d{1,2}):(\d{2})\b")
DAY = re.compile(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)\b")


def in_words(hours: str, language: Language) -> str:
    """Return `Mo-Fr 09:00-17:00; PH off` as `lun–ven 9–17`. What is not in the usual form is returned as it is."""
    words = phrases(language)
    if hours.strip() == "24/7":
        return words.label("hours-always")
    rules = [rule.strip() for rule in hours.split(";")]
    said = [_rule(rule, language) for rule in rules if rule and not rule.startswith("PH")]
    return "; ".join(said) or hours


def _rule(rule: str, language: Language) -> str:
    words = phrases(language)
    text = re.sub(r'"[^"]*"', words.label("hours-appointment"), rule)
    text = MONTH.sub(lambda found: _month(found[1], found[2], language), text)
    text = NTH.sub(r"\2° \1", text)
    text = DAY.sub(lambda found: DAYS[language][found[1]], text)
    text = re.sub(r"\bPH\b", words.label("hours-holidays"), text)
    text = re.sub(r"\boff\b", words.label("hours-off"), text)
    text = TIME.sub(lambda found: found[1] if found[2] == "00" else f"{found[1]}:{found[2]}", text)
    return re.sub(r"(?<=\S)-(?=\S)", "–", text).replace(",", ", ").replace(",  ", ", ")


def _month(name: str, number: str | None, language: Language) -> str:
    month = MONTHS[language].split()[MONTHS["en"].split().index(name)]
    return f"{number} {month}" if number else month
