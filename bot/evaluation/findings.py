"""What an evaluation found, as it is published once and for good: rounded figures, None where one is hidden.

All that the document says of what happened is made of this; it is what the table `evaluation` keeps, as JSON.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.evaluation.form_links import Answers, Kind
from bot.evaluation.outcomes import Counts
from bot.evaluation.randomized import QUESTION, REASONS
from bot.insight.ledger import Report
from bot.insight.tables import SENSITIVE, Cell, rounded

FEWEST_FORMS = 5  # answers of companies, or of organizations, from which they are told
FEWEST_DICE = 30  # answers to the question with dice


@dataclass(frozen=True)
class Form:
    """How many companies or organizations were asked and answered; `answers` of `question:answer`, or nothing."""

    sent: int
    answered: int
    answers: Mapping[str, int]

    def of(self, question: str) -> dict[str, int]:
        """Return the answers to a question; nothing of a few, nor where all said the same: so each did."""
        found = {key.partition(":")[2]: n for key, n in self.answers.items() if key.partition(":")[0] == question}
        whole = sum(found.values())
        return found if whole >= FEWEST_FORMS and max(found.values()) < whole else {}


@dataclass(frozen=True)
class Exposure:
    """The figures of a service in the reports of whole quarters, added up; None where no quarter told one."""

    organization: str
    shown: int | None
    claimed: int | None


@dataclass(frozen=True)
class Findings:
    """`small` companies are told together; `why` is what the dice brought back, rounded; `quarters` those of exposure.

    `published` is the day in the network's time zone.
    """

    told: Mapping[Cell, int | None]
    small: tuple[str, ...]
    staff: int | None
    why: Mapping[str, int]
    forms: Mapping[Kind, Form]
    exposure: Mapping[str, Exposure]
    quarters: tuple[str, ...]
    published: str

    def of(self, cell: Cell) -> int | None:
        return self.told.get(cell)

    def as_json(self) -> dict[str, Any]:
        """Return what is kept."""
        return {
            "told": [[*cell, people] for cell, people in sorted(self.told.items())],
            "small": list(self.small),
            "staff": self.staff,
            "why": dict(self.why),
            "forms": {kind: vars(form) | {"answers": dict(form.answers)} for kind, form in self.forms.items()},
            "exposure": {service: vars(one) for service, one in self.exposure.items()},
            "quarters": list(self.quarters),
            "published": self.published,
        }


def form(sent: int, answers: Sequence[Answers]) -> Form:
    """Return what was answered; of a few nothing but how many they are."""
    told = answers if len(answers) >= FEWEST_FORMS else []
    return Form(sent, len(answers), Counter(f"{q}:{a}" for given in told for q, a in sorted(given.items())))


def why(counts: Counts) -> dict[str, int]:
    """Return how often each answer to the question with dice came back, rounded; nothing of a few.

    Each is an answer of chance with a probability that everybody knows: it says of nobody what they think. Still one
    that came back rarely is not told, but as part of all.
    """
    found = {reason: counts.get(("", "why", f"{QUESTION}:{reason}"), 0) for reason in REASONS}
    if sum(found.values()) < FEWEST_DICE:
        return {}
    return {reason: rounded(people) if people >= SENSITIVE else 0 for reason, people in found.items()}


def exposure(reports: Iterable[Report]) -> dict[str, Exposure]:
    """Add up what the reports of organizations tell of each service."""
    found: dict[str, Exposure] = {}
    for report in reports:
        for service in report.tables.get("shown", {}):
            before = found.get(service, Exposure(report.id, None, None))
            shown, claimed = (report.tables.get(table, {}).get(service) for table in ("shown", "claimed"))
            found[service] = Exposure(report.id, _more(before.shown, shown), _more(before.claimed, claimed))
    return dict(sorted(found.items()))


def _more(before: int | None, figure: int | None) -> int | None:
    return before if figure is None else (before or 0) + figure
