"""What is true of an invented programme, to hold an evaluation against. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from math import prod
from statistics import fmean
from typing import Any

from bot.catalogue.evaluation import Form
from bot.cli.bench.invented_outcomes import IN_VAIN, Asked, Outcomes, shares_of
from bot.cli.bench.reasons_simulated import SHARES


@dataclass(frozen=True)
class Shares:
    """Of people, in one area or in all: the share that answered, and what is true of these and of everybody asked.

    `contacted` is of those who answered, `helped` of those of them who got in touch; each is what was to be expected
    of these very people, so that what was counted differs from it by chance alone.
    """

    asked: int
    answered: float
    contacted: float
    helped: float
    contacted_of_all: float
    helped_of_all: float


def truth_of(invented: Outcomes) -> dict[str, Any]:
    """Return what is true, as JSON."""
    people = [known.asked for known in invented.people.values() if known.asked]
    areas = {area: within(people, area) for area in invented.catalogue.areas}
    forms = invented.evaluation.forms
    return {
        "evaluation": invented.evaluation.id,
        "everybody": asdict(shares(people)),
        "areas": {area: asdict(shares(some)) for area, some in areas.items() if some},
        "reasons": dict(IN_VAIN),
        "why": dict(SHARES),
        "forms": {kind: _answers(getattr(forms, kind)) for kind in type(forms).model_fields},
    }


def shares(people: Iterable[list[Asked]]) -> Shares:
    """Return the true shares of some people, each with what they were asked."""
    everybody = list(people)
    told = [some for asked in everybody if (some := [one for one in asked if one.answered])]
    return Shares(
        len(everybody),
        len(told) / len(everybody) if everybody else 0.0,
        *_chain(told),
        *_chain(everybody),
    )


def _chain(people: list[list[Asked]]) -> Iterator[float]:
    """Yield how many get in touch at all, and how many of these are helped at all."""
    in_touch = [some for asked in people if (some := [one for one in asked if one.contacted])]
    yield _mean(people, lambda one: one.chances[0])
    yield _mean(in_touch, lambda one: one.chances[1])


def _mean(people: list[list[Asked]], chance: Callable[[Asked], float]) -> float:
    return fmean(1 - prod(1 - chance(one) for one in asked) for asked in people) if people else 0.0


def within(people: list[list[Asked]], area: str) -> list[list[Asked]]:
    return [some for asked in people if (some := [one for one in asked if area in one.areas])]


def _answers(form: Form) -> Mapping[str, Mapping[str, float]]:
    return {question.id: shares_of(question) for question in form}
