"""What a folder's files were when they were published, and reading again only those that changed since.

Errors alone decide whether a folder may be published, and an error in an organization depends on its own file, on
what the files that are not organizations say, and on the ids of the other organizations. So where only organizations
changed, they alone are read; the rest is taken from the live release. Whatever looks out of the ordinary is left to
the full check.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from bot import library
from bot.catalogue.golden import Golden
from bot.catalogue.model import Area, Companies, Concepts, Organization, Release
from bot.catalogue.text import Texts
from bot.editorial.check import Checked, as_published, judge
from bot.editorial.folder.files import Files
from bot.editorial.pools import read_pools
from bot.editorial.problem import Position, Problem
from bot.editorial.reading import Knowledge, read
from bot.editorial.source import Source
from bot.editorial.tree import Mapping

PROGRAM = ""  # the name under which the digest of the checking program itself is kept
ORGANIZATIONS = "organizations/"
NETWORK = "network.yaml"
PARTS = ("catalogue", "editorial", "understanding")  # whose code decides what is accepted, and what is learned
Manifest = dict[str, str]
SILENT = {"phrases": Texts(), "words": Texts()}
M = TypeVar("M", bound=BaseModel)


def manifest(files: Files) -> Manifest:
    """Return the digest of every file of a folder by its name in it."""
    return {PROGRAM: _program(), **{name: _digest(content) for name, content in files.yaml.items()}}


def _digest(content: bytes | Problem) -> str:
    return "unreadable" if isinstance(content, Problem) else sha256(content).hexdigest()[:32]


@cache
def _program() -> str:
    files = chain.from_iterable(sorted(Path(__file__).parents[2].glob(f"{part}/**/*.py")) for part in PARTS)
    code = b"".join(file.read_bytes() for file in files)
    return sha256(code + library.digest().encode()).hexdigest()[:32]


def recheck(files: Files, live: Release, before: Manifest, after: Manifest, today: date) -> Checked | None:
    """Check what changed since `live` was published from `before`; None where the whole folder must be checked.

    The problems are the warnings of the changed files, and of those that nobody reads.
    """
    old = [name for name in before if name.startswith(ORGANIZATIONS)]
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    if len(old) != len(live.organizations) or not all(name.startswith(ORGANIZATIONS) for name in changed):
        return None
    kept = {name: one for name, one in zip(old, live.organizations, strict=True) if name not in changed}
    wanted = changed | {NETWORK}  # the network as it is written: what is live has doors that were proposed
    fresh_files = replace(files, yaml={name: data for name, data in files.yaml.items() if name in wanted})
    checked = judge(_beside(found := read(fresh_files, whole=False), live), today)
    if checked.release is None or _clash(checked.release.organizations, kept.values()):
        return None
    fresh = iter(checked.release.organizations)
    names = [name for name in after if name.startswith(ORGANIZATIONS)]
    whole = tuple(kept[name] if name in kept else next(fresh) for name in names)
    network = found.network.model if found.network else live.network
    release = as_published(live.model_copy(update={"organizations": whole, "network": network}))
    if _needed(live) - {service.id for one in whole for service in one.services}:
        return None
    pools, faults = read_pools(files, release)
    read_now = {files.place(name) for name in (*changed, *files.unread)}
    warnings = tuple(problem for problem in checked.problems if problem.position.file in read_now)
    return None if faults else Checked(warnings, release, pools)


def _beside(fresh: Knowledge, live: Release) -> Knowledge:
    """Return what was read with the rest of the live release around it, as far as rules look there.

    The rest has no tree, so no places; nobody is told of one, since any error leads to the full check.
    """
    return replace(
        fresh,
        network=fresh.network or _known(live.network),
        companies=_known(Companies(companies=live.companies)),
        outside=_known(live.outside),
        concepts=_known(Concepts(concepts=live.concepts)),
        golden=_known(Golden(questions=live.golden)),
        areas=tuple(_known(_unspoken(area)) for area in live.areas),
        lent=frozenset(area.id for area in live.areas),  # which doors there are did not change
    )


def _unspoken(area: Area) -> Area:
    """Return an area without its phrases: they did not change, and comparing 20,000 takes its time."""
    return area.model_copy(update={"types": tuple(need.model_copy(update=SILENT) for need in area.types)})


def _known(model: M) -> Source[M]:
    return Source("", Mapping(Position(""), {}, {}), model)


def _needed(live: Release) -> set[str]:
    """Return the services to which a plan leads: without them a folder has errors outside of its organizations."""
    return {step.service for situation in live.situations for step in situation.steps if step.service}


def _clash(fresh: tuple[Organization, ...], kept: Iterable[Organization]) -> bool:
    """Tell whether an id of the one is taken by the other."""
    mine = set(chain.from_iterable(map(_ids, fresh)))
    return any(taken in mine for one in kept for taken in _ids(one))


def _ids(one: Organization) -> Iterator[tuple[str, str]]:
    yield "organization", one.id.lower()
    for service in one.services:
        yield "service", service.id.lower()
        yield from (("offer", offer.id.lower()) for offer in service.offers)
