"""The rules that a network must keep: one rule, one module. A new module in this package is a new rule.

A rule is a module whose docstring says it in a sentence and shows a good and a bad example in YAML, each with the place
where it stands in a network, and which has `check(knowledge) -> Iterator[Problem]`. Its name, with hyphens, is the
rule's id and the id of its phrase in `bot/editorial/phrases`.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from bot.editorial.problem import Problem
from bot.editorial.reading import Knowledge


class Rule(Protocol):
    """What every module of this package is."""

    __name__: str
    __doc__: str

    def check(self, knowledge: Knowledge) -> Iterator[Problem]: ...


def rules() -> dict[str, Rule]:
    """Return every rule by its id, in the order of their names."""
    return rules_of(__name__, __path__)


def rules_of(package: str, path: Iterable[str]) -> dict[str, Rule]:
    """Return every rule of a package by its id, in the order of their names."""
    names = sorted(module.name for module in iter_modules(path))
    return {name.replace("_", "-"): cast("Rule", import_module(f"{package}.{name}")) for name in names}
