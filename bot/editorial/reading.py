"""A knowledge folder, read: every file parsed and held against its model, every fault with its position."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from bot.catalogue.evaluation import Evaluation
from bot.catalogue.golden import Golden
from bot.catalogue.model import Area, Companies, Concepts, Network, Organization, Outside, Service
from bot.catalogue.situations import Situations
from bot.editorial.folder.copies import copies
from bot.editorial.folder.files import FOLDERS, SINGLE, Files, Kind, kind_of, place_said
from bot.editorial.folder.names import why_unread
from bot.editorial.overlay import Written, overlaid, shipped, shipped_areas, stands_on_library
from bot.editorial.problem import Position, Problem
from bot.editorial.schema import problems
from bot.editorial.source import Source, Step, walk
from bot.editorial.tree import Mapping, Node, Unreadable, parse
from bot.editorial.values import by_name

MODELS: dict[Kind, type[BaseModel]] = {
    "network": Network,
    "companies": Companies,
    "outside": Outside,
    "concepts": Concepts,
    "golden": Golden,
    "situations": Situations,
    "evaluation": Evaluation,
    "needs": Area,
    "organizations": Organization,
}
TAUGHT: set[Kind] = {"network", "needs", "outside", "concepts", "situations"}  # what an engine learns from
NEEDED: dict[Kind, str] = {"network": "network.yaml", "companies": "companies.yaml"}
M = TypeVar("M", bound=BaseModel)
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Knowledge:
    """What a folder says, over the library where it stands on it. A file with a fault is in `problems`, not a source.

    `lent` are the ids of the areas that the library has.
    `broken` are the kinds of which a file is missing or was left out: a rule that looks for a name there cannot know.
    """

    network: Source[Network] | None = None
    companies: Source[Companies] | None = None
    outside: Source[Outside] | None = None
    concepts: Source[Concepts] | None = None
    golden: Source[Golden] | None = None
    situations: Source[Situations] | None = None
    evaluation: Source[Evaluation] | None = None
    areas: tuple[Source[Area], ...] = ()
    organizations: tuple[Source[Organization], ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: frozenset[Kind] = field(default=frozenset())
    lent: frozenset[str] = frozenset()
    today: date = date.min  # for the rules

    def services(self) -> Iterator[tuple[Source[Organization], tuple[Step, ...], Service]]:
        """Yield every service with its file and its path there."""
        for source in self.organizations:
            for n, service in enumerate(source.model.services):
                yield source, ("services", n), service

    def each(self, *patterns: str) -> Iterator[tuple[Any, Position]]:
        """Yield what is at `network.desk.email`, `organizations.services.*.needs.*` …, with its place in its file."""
        for pattern in patterns:
            kind, *steps = pattern.split(".")
            found = getattr(self, kind)
            for source in found if isinstance(found, tuple) else (found,) if found else ():
                yield from ((value, source.position(*path)) for path, value in walk(source.model, steps))

    @cached_property
    def served(self) -> dict[str, str]:
        """Every need that a service answers, with such a service; one that is suspended answers none."""
        there = [service for _, _, service in self.services() if not service.suspended]
        return {need: service.id for service in there for need in service.needs}

    @property
    def sources(self) -> Iterable[Source[BaseModel]]:
        """Every file that was read."""
        own = (self.situations, self.evaluation)
        single = (self.network, self.companies, self.outside, self.concepts, self.golden, *own)
        every = [*(source for source in single if source), *self.areas, *self.organizations]
        return cast("list[Source[BaseModel]]", every)


def read(files: Files, progress: Progress | None = None, *, whole: bool = True) -> Knowledge:
    """Read the files of a folder; faults become problems. Where they are not the `whole` of it, no file is missed.

    A whole folder that stands on the library (`bot.editorial.overlay`) is read over it.
    `progress` is told after each file how many are read, and of how many.
    """
    reader = _Reader(files)
    reader.name_unread()
    for done, (name, content) in enumerate(files.yaml.items(), start=1):
        reader.add(name, content)
        if progress:
            progress(done, len(files.yaml))
    lent = reader.settle(whole=whole)
    if whole:
        reader.miss()
    network, companies = reader.one("network", Network), reader.one("companies", Companies)
    known = by_name.names(network.model if network else None, companies.model if companies else None)
    return Knowledge(
        network=network,
        companies=companies,
        outside=reader.one("outside", Outside),
        concepts=reader.one("concepts", Concepts),
        golden=reader.one("golden", Golden),
        situations=reader.one("situations", Situations),
        evaluation=reader.one("evaluation", Evaluation),
        areas=reader.many("needs", Area),
        organizations=reader.many("organizations", Organization),
        problems=tuple(by_name.mended(problem, known) for problem in reader.problems),
        broken=frozenset(reader.broken),
        lent=shipped_areas() if lent else frozenset(),
    )


class _Reader:
    """Gathers sources and problems, file after file."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self.written: list[Written] = []
        self.sources: dict[Kind, list[Source[BaseModel]]] = {kind: [] for kind in MODELS}
        self.problems: list[Problem] = []
        self.broken: set[Kind] = set()
        self.copies = _copies(files)

    def name_unread(self) -> None:
        """Say which files nobody reads; a kind of which one is left out is broken, so that nothing is missed there."""
        for name in self.files.unread:
            variant, level, values = why_unread(name, SINGLE, self.files.yaml)
            problem = Problem(Position(self.files.place(name)), "unknown-file", level, values, variant)
            self.problems.append(problem)
            if level == "error":
                self.broken.add(kind_of(str(values["wanted"])))

    def add(self, name: str, content: bytes | Problem) -> None:
        kind, place = kind_of(name), self.files.place(name)
        if isinstance(content, Problem):
            self._refuse(kind, [content])
        elif original := self.copies.get(name):
            variant = "same" if content == self.files.yaml[original] else ""
            values: dict[str, str | int] = {"original": original}
            self._refuse(kind, [Problem(Position(place), "copied-file", values=values, variant=variant)])
        else:
            self._parse(kind, name, content)

    def _parse(self, kind: Kind, name: str, content: bytes) -> None:
        place = self.files.place(name)
        try:
            tree = parse(content, place)
        except Unreadable as error:
            self._refuse(kind, [error.problem])
            return
        self.written.append(Written(kind, name, place, tree, tree))

    def settle(self, *, whole: bool) -> bool:
        """Hold every file against its model, over the library where the folder stands on it; tell whether it does."""
        lent = whole and stands_on_library(self.written)
        ready = _ready() if lent else {}
        for one in overlaid(self.written) if lent else self.written:
            if source := ready.get(one):
                self.sources[one.kind].append(source)
            else:
                self._hold(one)
        return lent

    def _hold(self, one: Written) -> None:
        model = MODELS[one.kind]
        try:
            self.sources[one.kind].append(Source(one.place, one.tree, model.model_validate(one.tree.value)))
        except ValidationError as error:
            wanted = _wanted(one.own, one.name)
            faults = [Problem(Position(one.place), "misplaced-file", values={"wanted": wanted})] if wanted else ()
            self._refuse(one.kind, faults or problems(error, one.tree, model))
            self.broken.update([kind_of(wanted)] if wanted else ())

    def _refuse(self, kind: Kind, faults: Iterable[Problem]) -> None:
        self.problems.extend(faults)
        self.broken.add(kind)

    def miss(self) -> None:
        """Say which files every network needs and this one does not have."""
        for kind, name in NEEDED.items():
            if not self.sources[kind] and kind not in self.broken:
                self._refuse(kind, [Problem(Position(self.files.place(name)), "missing-file", values={"name": name})])

    def one(self, kind: Kind, model: type[M]) -> Source[M] | None:
        return next(iter(self.many(kind, model)), None)

    def many(self, kind: Kind, _model: type[M]) -> tuple[Source[M], ...]:
        return cast("tuple[Source[M], ...]", tuple(self.sources[kind]))


@cache
def _ready() -> dict[Written, Source[BaseModel]]:
    """Return the files of the library with their models, made once."""
    return {one: Source(one.place, one.tree, MODELS[one.kind].model_validate(one.tree.value)) for one in shipped()}


def _wanted(tree: Node, name: str) -> str:
    """Return where a file belongs by what it says; nothing where it may be where it is."""
    here = name if name in SINGLE else name.partition("/")[0]
    said = place_said(tree.items, here) if isinstance(tree, Mapping) else ""
    return "" if said in {"", here} else said if said in SINGLE else f"{said}/{PurePosixPath(name).name}"


def _copies(files: Files) -> dict[str, str]:
    """Return the copies among the organizations, and among the areas, each with what it is a copy of."""
    found: dict[str, str] = {}
    for folder in FOLDERS:
        inside = ((name, data) for name, data in files.yaml.items() if name.startswith(f"{folder}/"))
        found |= copies({name: data for name, data in inside if isinstance(data, bytes)})
    return found
