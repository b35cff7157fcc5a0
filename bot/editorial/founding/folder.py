"""The files of a new network: templates that people go on writing in, filled with what the founder answered."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from bot.catalogue.model import EmergencyNumber
from bot.catalogue.text import Language, Text
from bot.editorial import jsonschema
from bot.editorial.founding.answers import Answers
from bot.editorial.schema import slug

TEMPLATES = Path(__file__).parent / "templates"
NOTES = 38  # the column in which notes begin
NOTE = re.compile(r"(?<=\S) {2,}(?=# )")
SLOT = re.compile(r"<<([a-z-]+)>>")
EXAMPLE = {"it": "esempio", "en": "example"}  # ids that `bot.catalogue.demonstration` knows
GUIDE = "knowledge/README.md"  # of the program: the coordinators' guide
TEXTS = {
    "desk-name": Text(it="Sportello della rete", en="Network desk"),
    "organization-about": Text(
        it="Un'organizzazione inventata: fa vedere come si scrive.",
        en="An invented organization: it shows how to write one.",
    ),
    "service-name": Text(it="Esempio: la spesa a casa", en="Example: shopping brought home"),
    "summary": Text(
        it="Ti portano a casa la spesa, una volta alla settimana.", en="Your shopping is brought home, once a week."
    ),
    "price-note": Text(it="a consegna", en="each delivery"),
    "step": Text(
        it="Risponde Anna. Chiede che cosa ti serve e dove abiti. Chiamare non impegna.",
        en="Anna answers. She asks what you need and where you live. Calling binds you to nothing.",
    ),
    "say": Text(
        it="Buongiorno, vorrei la spesa a casa {who|per mia madre}.",
        en="Hello, I would like the shopping brought home {who|for my mother}.",
    ),
    "conditions": Text(it="Dal lunedì al venerdì.", en="Monday to Friday."),
    "sector": Text(it="servizi", en="services"),
}


def files_for(answers: Answers, today: date) -> dict[str, str]:
    """Return every file of a new folder by its name there."""
    language = answers.languages[0]
    filled = {
        f"organizations/{EXAMPLE[language]}.yaml": ("organization.yaml", _of_example(answers, today)),
        "companies.yaml": ("companies.yaml", _of_example(answers, today)),
        "README.md": ("README.md", {"name": answers.name, "example": EXAMPLE[language], "guide": GUIDE}),
    }
    written = {name: _fill(f"{language}/{template}", slots) for name, (template, slots) in filled.items()}
    schemas = {f"{jsonschema.FOLDER}/{name}.json": jsonschema.text(name) for name in jsonschema.NAMES}
    ignored = (TEMPLATES / "gitignore").read_text("utf-8")
    return {"network.yaml": network_text(answers), **written, ".gitignore": ignored, **schemas}


def network_text(answers: Answers) -> str:
    """Return the text of network.yaml."""
    first, *_ = answers.towns
    slots = {
        "id": slug(answers.name),
        "name": _text(Text(it=answers.name, en=answers.name), answers),
        "languages": f"[{', '.join(answers.languages)}]",
        "timezone": answers.timezone,
        "country": answers.country,
        "towns": _lines(
            f"{{id: {town.id}, name: {_quoted(town.name)}, lat: {town.where[0]}, lon: {town.where[1]}}}"
            for town in answers.towns
        ),
        "controller": _quoted(answers.controller),
        "email": _quoted(answers.email),
        "desk-name": _text(TEXTS["desk-name"], answers),
        "phone": _quoted(answers.phone),
        "hours": _quoted(answers.hours),
        "address": f"address: {_quoted(answers.address)}" if answers.address else '# address: "…"',
        "town": first.id,
        "emergency": _lines(_emergency(number, answers) for number in answers.emergency),
    }
    return _fill(f"{answers.languages[0]}/network.yaml", slots)


def _emergency(number: EmergencyNumber, answers: Answers) -> str:
    calling = [f"    calling: {_text(number.calling, answers)}"] if number.calling else []
    return "\n".join([f"phone: {_quoted(number.phone)}", f"    what: {_text(number.what, answers)}", *calling])


def _of_example(answers: Answers, today: date) -> dict[str, str]:
    texts = {name: _text(text, answers) for name, text in TEXTS.items()}
    step = TEXTS["step"]
    return texts | {
        "step-lines": "\n      ".join(f"{language}: {_quoted(step.of(language))}" for language in answers.texts),
        "id": EXAMPLE[answers.languages[0]],
        "phone": _quoted(answers.phone),
        "email": _quoted(answers.email),
        "town": answers.towns[0].id,
        "today": today.isoformat(),
        "valid": f"{today.isoformat()}/{today.year + 1}-12-31",
    }


def _fill(template: str, slots: Mapping[str, str]) -> str:
    lines = (TEMPLATES / template).read_text("utf-8").splitlines()
    return "".join(f"{_filled(line, slots)}\n" for line in lines)


def _filled(line: str, slots: Mapping[str, str]) -> str:
    """Fill the slots of a line; the note at its end stays in the column of notes."""
    said, *notes = NOTE.split(line, 1)
    filled, *more = (SLOT.sub(lambda slot: slots[slot[1]], part) for part in (said, *notes))
    return f"{filled:{NOTES - 2}}  {more[0]}" if more else filled


def _lines(entries: Iterable[str]) -> str:
    return "\n".join(f"  - {entry}" for entry in entries)


def _text(text: Text, answers: Answers) -> str:
    """Return people's words in every language of the network, as YAML has them on one line."""
    if len(answers.texts) == 1:
        return _quoted(text.it)
    said: Mapping[Language, str] = {language: text.of(language) for language in answers.texts}
    return "{" + ", ".join(f"{language}: {_quoted(words)}" for language, words in said.items()) + "}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # what JSON quotes, YAML reads
