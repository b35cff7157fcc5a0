"""The id of a town or a company that was written by its name."""

from collections.abc import Iterable
from dataclasses import replace

from rapidfuzz import fuzz, process

from bot.catalogue.by_name import plain
from bot.catalogue.model import Companies, Network
from bot.editorial.problem import Problem

CLOSE = 75  # how alike (0-100) a mistyped name must be
Names = dict[str, dict[str, str]]  # kind of thing -> plain name or id -> id


def names(network: Network | None, companies: Companies | None) -> Names:
    """Return the ids by the names that people use for them."""
    towns = network.municipalities if network else ()
    there = companies.companies if companies else ()
    return {"town": _by_name((t.id, t.name) for t in towns), "company": _by_name((c.id, c.name) for c in there)}


def _by_name(things: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {plain(said): name for name, full in things for said in (name, full)}


def nearest(said: str, known: dict[str, str]) -> str | None:
    """Return the id that a name means."""
    bare = plain(said.partition("(")[0])
    found = process.extractOne(bare, list(known), scorer=fuzz.ratio, score_cutoff=CLOSE)
    return known[found[0]] if found else None


def mended(problem: Problem, known: Names) -> Problem:
    """Put the id that a name means into the cure of what is no id."""
    target = str(problem.values.get("target", ""))
    if problem.rule != "bad-id" or not target:
        return problem
    meant = nearest(str(problem.values["given"]), known[target])
    return replace(problem, variant=target, values={**problem.values, "suggestion": meant}) if meant else problem
