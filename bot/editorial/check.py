"""Checking a knowledge folder: every problem in the order of the files, and the release that it would become."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bot.catalogue.collector import uncollected
from bot.catalogue.demonstration import without_examples
from bot.catalogue.model import Release
from bot.editorial import doors, slow_rules
from bot.editorial.folder.files import Files
from bot.editorial.overlay import is_shipped
from bot.editorial.pools import Pools, read_pools
from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge, Progress, read
from bot.editorial.rules import Rule, rules


@dataclass(frozen=True)
class Checked:
    """The problems of a folder, sorted by position, and its release: None where any problem is an error."""

    problems: tuple[Problem, ...]
    release: Release | None
    pools: Pools = field(default_factory=dict)  # the codes that the folder brings

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.level == "error")


def check(files: Files, today: date, progress: Progress | None = None, *, phrases: bool = False) -> Checked:
    """Hold a folder against every rule; with `phrases` against those too that compare each phrase with all others.

    `progress` is told how many files are read, and of how many.
    """
    with uncollected():
        checked = judge(read(files, progress), today, phrases=phrases)
    if checked.release is None:
        return checked
    pools, faults = read_pools(files, checked.release)
    return Checked(_sorted([*checked.problems, *faults]), None if _broken(faults) else checked.release, pools)


def judge(knowledge: Knowledge, today: date, *, phrases: bool = False) -> Checked:
    """Hold what was read against every rule; the codes of pools are not looked at."""
    held = {**rules(), **(slow_rules.rules() if phrases else {})}
    problems = [one for one in _all(replace(knowledge, today=today), held.values()) if _is_theirs(one)]
    return Checked(_sorted(problems), None if _broken(problems) else _release(knowledge))


def _is_theirs(problem: Problem) -> bool:
    """Tell whether a problem is for who keeps the folder: what could be better in the library is ours."""
    return problem.level == "error" or not is_shipped(problem.position)


def _sorted(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: (problem.position, problem.rule)))


def _broken(problems: list[Problem]) -> bool:
    return any(problem.level == "error" for problem in problems)


def _all(knowledge: Knowledge, held: Iterable[Rule]) -> Iterator[Problem]:
    yield from knowledge.problems
    for rule in held:
        yield from rule.check(knowledge)


def _release(knowledge: Knowledge) -> Release | None:
    if knowledge.network is None or knowledge.companies is None:
        return None
    optional = {
        "outside": knowledge.outside.model if knowledge.outside else None,
        "concepts": knowledge.concepts.model.concepts if knowledge.concepts else None,
        "golden": knowledge.golden.model.questions if knowledge.golden else None,
        "situations": knowledge.situations.model.situations if knowledge.situations else None,
        "places": knowledge.situations.model.places if knowledge.situations else None,
        "evaluation": knowledge.evaluation.model if knowledge.evaluation else None,
    }
    said = Release(
        network=knowledge.network.model,
        areas=tuple(area.model for area in knowledge.areas),
        organizations=tuple(organization.model for organization in knowledge.organizations),
        companies=knowledge.companies.model.companies,
        **{name: value for name, value in optional.items() if value is not None},
    )
    return as_published(said)


def as_published(said: Release) -> Release:
    """Return what becomes of what a folder says: without examples beside what is real, with doors."""
    return doors.with_doors(without_examples(said))
