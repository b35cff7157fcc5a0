"""A town that is named before or after a need is no need of its own, whatever the shape of the sentence."""

import re

from bot.cli.bench.understanding import corpus_of
from bot.config import SHIPPED_KNOWLEDGE
from bot.understanding.engine import Engine

SHAPES = {
    "it": (
        *("sono di {town} e {need}", "a {town} {need}", "abito a {town}, {need}", "vivo a {town}. {need}"),
        *("ciao, sono di {town} e {need}", "{town}, {need}", "{need} e abito a {town}"),
    ),
    "en": ("I live in {town} and {need}", "I'm from {town}, {need}", "in {town}: {need}", "{need}, we live in {town}"),
}
TOWNS = ("Carpi", "Soliera", "Campogalliano", "Novi", "Limidi", "Cibeno", "Rovereto sulla Secchia", "Santa Croce")
FLOOR = 0.98  # of the sentences whose first need is right without a town
SHORT = 5  # words: what is short says little beside the town


def needs() -> list[tuple[str, str, str]]:
    """Return for each need and language its shortest phrase that is a sentence, with the language and the need."""
    found: dict[tuple[str, str], str] = {}
    for said in corpus_of(SHIPPED_KNOWLEDGE).utterances:
        if said.need and len(said.text.split()) >= SHORT and re.match(r"[a-z]", said.text):
            found.setdefault((said.language, said.need), said.text)
    return [(language, need, text) for (language, need), text in found.items()]


def test_a_town_beside_a_need_leaves_it_the_first_one(shipped: Engine) -> None:
    right = total = 0
    for number, (language, need, text) in enumerate(needs()):
        if shipped.read(text).asked[:1] != (need,):
            continue
        for shape in SHAPES[language]:
            for town in (TOWNS[number % len(TOWNS)], TOWNS[(number + 3) % len(TOWNS)]):
                total += 1
                right += shipped.read(shape.format(town=town, need=text)).asked[:1] == (need,)
    assert total > 900
    assert right / total >= FLOOR
