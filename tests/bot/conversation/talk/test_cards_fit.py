"""A card fits a phone's screen: twelve lines of forty signs on average, fifteen at worst, in both languages."""

from html import unescape
from statistics import mean
from textwrap import wrap

import pytest

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.text import LANGUAGES, Language
from bot.conversation.talk.screens import results
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from tests.cast import NOON

WIDTH = 40  # signs of a line on a phone
MEAN, LONGEST = 12, 15


def lines_of(text: str) -> int:
    return sum(len(wrap(line, WIDTH)) or 1 for line in text.split("\n"))


def cards(catalogue: Catalogue, language: Language, company: str | None) -> dict[str, int]:
    """The lines of every service's card, as who asked for it sees it with its lead."""
    world = World(catalogue, language, company, NOON)
    found = {}
    for entry in catalogue.entries.values():
        state = State(source="text", concepts=tuple(concept.id for concept in catalogue.release.concepts))
        reply = results(state, entry.needs[:1], world, first=entry.id)[1]
        found[entry.id] = lines_of(_plain(str(reply.messages[0].text)))
    return found


def _plain(text: str) -> str:
    for tag in ("b", "i", "code"):
        text = text.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return unescape(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("company", ["biomed-padana", None])
def test_every_card_fits_a_phone(catalogue: Catalogue, language: Language, company: str | None) -> None:
    lines = cards(catalogue, language, company)
    assert mean(lines.values()) <= MEAN, sorted(lines.items(), key=lambda one: -one[1])[:8]
    assert max(lines.values()) <= LONGEST, sorted(lines.items(), key=lambda one: -one[1])[:8]
