"""A text that is written is not blank: nobody can press a button without a name.

Good, in the organization:
    name: Il Girasole
Bad, in the organization:
    name: "  "
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for source in knowledge.sources:
        for scalar in source.scalars():
            if not scalar.text.strip() and scalar.value is not None:
                yield Problem(scalar.position, "blank-text")
