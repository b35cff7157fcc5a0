r"""A value has no sign that acts on a screen or hides in a text, and what is shown on one line has one line.

Good, in the organization:
    name: Il Girasole
Bad, in the organization:
    name: "Il \e[31mGirasole"
"""

import re
from collections.abc import Iterator

from bot.catalogue.hidden_signs import first_hidden, named
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge
from bot.editorial.tree import Scalar

BREAK = re.compile(r"[\n\t]")
VARIANTS = {"\n": "break", "\t": "tab"}
AROUND = 20  # signs that are shown before the one that is meant, and after it
# Texts of some length, and what the bot is taught: these may have lines. All the rest is shown on one.
LONG = frozenset(
    {
        *("about", "notice", "calling", "what", "going", "sentence", "text"),
        *("summary", "first_step", "say", "documents", "wait", "duration", "eligibility", "capacity", "payment"),
        *("note", "gift", "conditions", "suspended"),
        *("example", "phrases", "greetings", "thanks", "danger", "harmless"),
    }
)


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source in knowledge.sources:
        for scalar in source.scalars():
            if found := first_hidden(scalar.text):
                yield _problem(scalar, found)
        for scalar in source.scalars(without=LONG):
            if (found := BREAK.search(scalar.text)) and not first_hidden(scalar.text):
                yield _problem(scalar, found, VARIANTS[found[0]])


def _problem(scalar: Scalar, found: re.Match[str], variant: str = "") -> Problem:
    """Name the sign, and show the word that has it: the phrases put a sign that can be seen in its place."""
    before = scalar.text[: found.start()].rpartition(" ")[2][-AROUND:]
    after = scalar.text[found.end() :].partition(" ")[0][:AROUND]
    values: dict[str, str | int] = {"sign": named(found[0]), "near": before + found[0] + after}
    return Problem(scalar.position, "control-sign", values=values, variant=variant)
