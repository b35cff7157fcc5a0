"""What is no fault in a release and hardly ever meant: whoever publishes it is asked once more."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.catalogue.demonstration import is_example
from bot.catalogue.model import Release
from bot.catalogue.text import Language
from bot.editorial.publishing.golden import Replay
from bot.editorial.wording import sentence
from bot.evaluation.programme import first_day

Allowed = Literal[
    "no-companies", "empty", "wrong-answers", "no-evaluation"
]  # as the options of `kmzero publish` say it
NAMED = 3  # wrong answers that are named
HALF = 2


@dataclass(frozen=True)
class Doubt:
    """`kind` is the variant of its phrase, `allowed` the option that says yes to it."""

    kind: str
    allowed: Allowed
    values: dict[str, str | int] = field(default_factory=dict)

    def line(self, language: Language) -> str:
        return sentence("doubt", language, self.values, self.kind)


def doubts(old: Release | None, new: Release, replayed: Replay | None, today: date) -> Iterator[Doubt]:
    """Yield what to ask about before `new` takes the place of `old`; `replayed` are the golden questions, if asked."""
    if not new.companies:
        yield Doubt("no-companies", "no-companies")
    elif old and (gone := _gone(_real_companies(old), _companies(new))):
        yield Doubt("few-companies", "no-companies", gone)
    if not _services(new):
        yield Doubt("empty", "empty")
    elif old and (gone := _gone(_real_services(old), _services(new))):
        yield Doubt("few-services", "empty", gone)
    if replayed and replayed.failing:
        said = ", ".join(f"«{answer.question.say}»" for answer in replayed.failing[:NAMED])
        yield Doubt("wrong-answers", "wrong-answers", {"n": len(replayed.failing), "said": said})
    begun = old.evaluation if old and old.evaluation and first_day(old.evaluation) <= today else None
    if begun and (new.evaluation is None or new.evaluation.id != begun.id):
        values: dict[str, str | int] = {"name": begun.name.it, "id": begun.id, "first": str(first_day(begun))}
        yield Doubt("no-evaluation", "no-evaluation", values)


def _gone(before: Collection[str], after: Collection[str]) -> dict[str, str | int] | None:
    """Return how many are gone, where it is more than half of them."""
    gone = len(set(before) - set(after))
    return {"gone": gone, "before": len(before)} if gone * HALF > len(before) else None


def _companies(release: Release) -> list[str]:
    return [company.id for company in release.companies]


def _services(release: Release) -> list[str]:
    return [service.id for one in release.organizations for service in one.services]


def _real_companies(release: Release) -> list[str]:
    """Return the companies whose going is a loss: an example's is none."""
    return [name for name in _companies(release) if not is_example(name)]


def _real_services(release: Release) -> list[str]:
    return [service.id for one in release.organizations if not is_example(one.id) for service in one.services]
