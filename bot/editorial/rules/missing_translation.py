"""What people read is written in every language of the network.

Good, in the service:
    name: {it: Casa Sicura, en: Safe Home}
Bad, in the service:
    name: Casa Sicura
"""

from collections.abc import Iterator

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


def check(knowledge: Knowledge) -> Iterator[Problem]:
    languages = knowledge.network.model.languages if knowledge.network else ()
    for source in knowledge.sources:
        for path, text in source.texts():
            for language in text.missing:
                if language in languages:
                    values: dict[str, str | int] = {"field": str(path[-1]), "language": language}
                    yield Problem(source.position(*path), "missing-translation", "warning", values)
