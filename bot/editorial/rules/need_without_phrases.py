"""Every need type has phrases: without them it is known by its names alone, and hardly anybody is understood.

Good, in the need:
    phrases: {it: [cerco una badante], en: [I need a carer]}
Bad, in the need:
    phrases: {it: [], en: []}
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for area in knowledge.areas:
        for n, need in enumerate(area.model.types):
            if not need.phrases.all:
                yield Problem(area.position("types", n, "id"), "need-without-phrases", "warning", {"need": need.id})
