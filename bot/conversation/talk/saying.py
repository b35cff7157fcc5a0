"""The sentence ready to say, with what is known of the person in its slots: whom it is for, the town, the age."""

import re
from collections.abc import Mapping

from bot.catalogue.catalogue import Entry
from bot.catalogue.slots import Slot, filled
from bot.catalogue.text import Language
from bot.conversation.talk.ages import in_words
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.cues.kin import Kin

# Where a kin says nothing of woman or man, neither do these words; `child` and `grandchild` have none in Italian.
KIN: dict[Language, dict[str, str]] = {
    "it": {
        "mother": "mia madre",
        "father": "mio padre",
        "son": "mio figlio",
        "daughter": "mia figlia",
        "child": "mio figlio",
        "wife": "mia moglie",
        "husband": "mio marito",
        "partner": "la persona con cui vivo",
        "mother-in-law": "mia suocera",
        "father-in-law": "mio suocero",
        "parents": "i miei genitori",
        "grandmother": "mia nonna",
        "grandfather": "mio nonno",
        "aunt": "mia zia",
        "uncle": "mio zio",
        "brother": "mio fratello",
        "sister": "mia sorella",
        "neighbour": "una persona che mi abita vicino",
        "colleague": "una persona che lavora con me",
        "friend": "una persona amica",
        "grandchild": "mio nipote",
        "me": "me",
    },
    "en": {
        "mother": "my mother",
        "father": "my father",
        "son": "my son",
        "daughter": "my daughter",
        "child": "my child",
        "wife": "my wife",
        "husband": "my husband",
        "partner": "my partner",
        "mother-in-law": "my mother-in-law",
        "father-in-law": "my father-in-law",
        "parents": "my parents",
        "grandmother": "my grandmother",
        "grandfather": "my grandfather",
        "aunt": "my aunt",
        "uncle": "my uncle",
        "brother": "my brother",
        "sister": "my sister",
        "neighbour": "a neighbour",
        "colleague": "a colleague",
        "friend": "a friend",
        "grandchild": "my grandchild",
        "me": "me",
    },
}
YOUNG = {"son", "daughter", "child", "grandchild", "brother", "sister"}
GROWN = 18  # years: a service that ends before is for children
PREPOSITIONS: dict[Language, str] = {"it": "per|di|a|da|con", "en": "for|of|to|from|with|about|in"}
_ARTICLES = "del=di il, della=di la, dei=di i, al=a il, alla=a la, ai=a i, dal=da il, dalla=da la, dai=da i"
JOINED = dict(one.split("=") for one in _ARTICLES.split(", "))  # a preposition and an article
NUMBER = re.compile(r"\d+ (?:anno|anni|mese|mesi|years?|months?)")


def say(
    entry: Entry, world: World, *, who: str | None = None, town: str | None = None, age: float | None = None
) -> str:
    """Return the sentence for a service: `who` is an id of KIN, `town` one of the catalogue, `age` in years.

    What is None, or not known here, is said as the file says it. Empty for a service without one.
    """
    step = entry.service.first_step
    if step is None or step.say is None:
        return ""
    language = world.language
    named = world.catalogue.towns.get(town or "")
    values = {"who": KIN[language].get(who or ""), "town": named.name if named else None}
    values["age"] = None if age is None else in_words(age, language)
    return filled(step.say.of(language), lambda slot: _filled(slot, values, language))


def said_by(entry: Entry, state: State, world: World) -> str:
    """Return the sentence for a service with what was said in a conversation."""
    kin = state.facts.kin
    return say(entry, world, who=kin if _may_be_served(kin, entry) else None, town=state.town, age=state.facts.age)


def _may_be_served(kin: Kin | None, entry: Entry) -> bool:
    """Tell whether a service for children can be for this relative: a nanny is not for the wife who was mentioned."""
    last = entry.service.ages.last_month if entry.service.ages else None
    return last is None or last >= GROWN * 12 or kin in YOUNG


def _filled(slot: Slot, values: Mapping[str, str | None], language: Language) -> str:
    value = values.get(slot.name)
    if value is None:
        return slot.default
    if slot.name == "age":
        return NUMBER.sub(value, slot.default)
    before = _preposition(slot.default, language)
    if slot.name == "who" and value == "me":
        return _me(before, slot.default, language)
    return _joined(before, value) if before else value


def _preposition(default: str, language: Language) -> str:
    """Return the preposition that a default begins with: `di` of `della mia amica`; empty where there is none."""
    first, _, rest = default.partition(" ")
    word = JOINED.get(first.lower(), first.lower()).partition(" ")[0]
    return word if rest and word in PREPOSITIONS[language].split("|") else ""


def _joined(before: str, value: str) -> str:
    """Return `della persona` for `di` and `la persona`."""
    article, _, rest = value.partition(" ")
    joined = next((word for word, parts in JOINED.items() if parts == f"{before} {article}"), None)
    return f"{joined} {rest}" if joined else f"{before} {value}"


def _me(before: str, default: str, language: Language) -> str:
    """Return how who asks for themselves says it; without a preposition the sentence might need `io`, so it stays."""
    if not before:
        return default
    return f"{before} myself" if language == "en" and before in ("for", "about") else f"{before} me"
