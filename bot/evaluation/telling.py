"""What every chapter is told from: the findings, what was promised, the catalogue, and the language of the reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.evaluation import Evaluation
from bot.catalogue.text import Language
from bot.evaluation.document import Figure, of_share
from bot.evaluation.figures import network
from bot.evaluation.findings import Findings
from bot.evaluation.programme import History
from bot.evaluation.shares import Share, counted, sampled
from bot.evaluation.wording import say
from bot.insight.content import in_words
from bot.insight.tables import Cell


@dataclass(frozen=True)
class Telling:
    """`companies` has the names of all that ever were in the network."""

    findings: Findings
    history: History
    catalogue: Catalogue
    companies: Mapping[str, str]
    language: Language

    @property
    def plan(self) -> Evaluation:
        return self.history.frozen

    def say(self, phrase: str, **values: str | int) -> str:
        return say(phrase, self.language, **values)

    def day(self, day: date) -> str:
        return in_words(day, self.language)

    def people(self, name: str, cell: Cell) -> Figure:
        """Return how many people a cell has, where it is told."""
        return Figure(name, "people", self.findings.of(cell))

    def network(self, table: str, value: str = "") -> int | None:
        return self.findings.of(network(table, value))

    def part(self, name: str, part: int | None, whole: int | None, *, sample: bool = True) -> Figure:
        """Return a share of two figures that are both told; `sample` says whether only some answered."""
        found = None
        if part is not None and whole is not None:
            found = (sampled if sample else counted)(part, whole)
        return of_share(name, found, whole)

    def company(self, name: str) -> str:
        return self.companies.get(name, name)


def rate(part: int | None, whole: int | None) -> Share | None:
    """Return the share among those who answered, where both are told."""
    return None if part is None or whole is None else sampled(part, whole)
