"""A slot stands in `say`, is one that can be filled, and its default fits whatever is put in its place.

Good, in the service:
    first_step:
      it: "Risponde Anna."
      en: "Anna answers."
      say:
        it: "Buongiorno, chiamo {who|per mio padre}, {age|80 anni}, di {town|Soliera}."
        en: "Hello, I am calling {who|for my father}, {age|80 years old}, from {town|Soliera}."
Bad, in the service:
    first_step:
      it: "Risponde Anna."
      en: "Anna answers."
      say:
        it: "Buongiorno, chiamo {chi|per mio padre}."
        en: "Hello, I am calling {who}."
"""

import re
from collections.abc import Iterator

from bot.catalogue.slots import NAMES, Slot, has_stray_brace, slots
from bot.catalogue.text import LANGUAGES, Language
from bot.editorial.problem import Level, Problem
from bot.editorial.reading import Knowledge

PREPOSITION: dict[Language, re.Pattern[str]] = {
    "it": re.compile(r"(?:per|di|del|della|dei|a|al|alla|ai|da|dal|dalla|dai|con) \S", re.IGNORECASE),
    "en": re.compile(r"(?:for|of|to|from|with|about) \S", re.IGNORECASE),
}
AGE: dict[Language, re.Pattern[str]] = {
    "it": re.compile(r"\b\d+ (?:anno|anni|mese|mesi)\b"),
    "en": re.compile(r"\b\d+ (?:years?|months?)\b"),
}
Fault = tuple[str, dict[str, str | int]]  # variant, values


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source in knowledge.organizations:
        for path, text in source.texts():
            for language in LANGUAGES:
                said = getattr(text, language) or ""
                faults = _said(said, language) if path[-1] == "say" else _elsewhere(said)
                for variant, values in faults:
                    level: Level = "warning" if variant == "bare" else "error"
                    yield Problem(source.position(*path, language), "bad-slot", level, values, variant)


def _elsewhere(text: str) -> Iterator[Fault]:
    if "{" in text or "}" in text:
        yield "elsewhere", {}


def _said(text: str, language: Language) -> Iterator[Fault]:
    if has_stray_brace(text):
        yield "broken", {}
    for slot in slots(text):
        yield from _slot(slot, language)


def _slot(slot: Slot, language: Language) -> Iterator[Fault]:
    values: dict[str, str | int] = {"name": slot.name, "default": slot.default}
    if slot.name not in NAMES:
        yield "", {**values, "known": ", ".join(NAMES)}
    elif not slot.default:
        yield "empty", values
    elif slot.name == "who" and not PREPOSITION[language].match(slot.default):
        yield "bare", values
    elif slot.name == "age" and not AGE[language].search(slot.default):
        yield "age", values
