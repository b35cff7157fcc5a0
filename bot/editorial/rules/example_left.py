"""An example of `kmzero new` stands alone: beside others it is not published any more, and only confuses.

Good, in companies.yaml:
    companies:
      - {id: acme, name: Acme, sector: {it: tessile, en: textiles}, town: carpi, employees: 30}
Bad, in companies.yaml:
    companies:
      - {id: acme, name: Acme, sector: {it: tessile, en: textiles}, town: carpi, employees: 30}
      - {id: esempio, name: Azienda di esempio, sector: {it: servizi, en: services}, town: carpi, employees: 30}
"""

from collections.abc import Iterator, Sequence

from bot.catalogue.demonstration import is_example
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge

PLACES = {"file": "organizations.id", "entry": "companies.companies.*.id"}  # what to take away


def check(knowledge: Knowledge) -> Iterator[Problem]:
    for variant, pattern in PLACES.items():
        yield from _beside_others(variant, list(knowledge.each(pattern)))


def _beside_others(variant: str, found: Sequence[tuple[str, Position]]) -> Iterator[Problem]:
    examples = [(name, position) for name, position in found if is_example(name)]
    if len(examples) < len(found):
        for name, position in examples:
            yield Problem(position, "example-left", "warning", {"id": name}, "" if variant == "file" else variant)
