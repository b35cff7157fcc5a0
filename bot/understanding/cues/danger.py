"""Danger heard in a message: violence, abuse, thoughts of suicide, emergencies. Heard first, whatever else it says.

What it sounds like is a table, danger.yaml. A floor in code: it stands even where the knowledge names no danger.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from bot.catalogue import own_yaml

TABLE = Path(__file__).with_name("danger.yaml")
SAYING = "saying"  # what a way of speaking is about that only sounds like danger
_PLACE = re.compile(r"<(?:(?P<least>\d)-(?P<most>\d)|(?P<group>\w+))>")


@dataclass(frozen=True)
class Pattern:
    """What danger, or a saying, sounds like: `expression` meets the message `like`, and not `unlike`."""

    about: str
    name: str
    expression: str
    like: str
    unlike: str


@cache
def words() -> Mapping[str, str]:
    """Return the groups of words, each as one expression of a whole word."""
    return {group: "(?:" + "|".join(listed.split()) + r")\b" for group, listed in _table()["words"].items()}


@cache
def patterns() -> tuple[Pattern, ...]:
    """Return the whole table, the sayings first."""
    told = {SAYING: _table()["sayings"], **_table()["danger"]}
    return tuple(
        Pattern(about, row["name"], _written_out(row["met"]), row["like"], row["unlike"])
        for about, rows in told.items()
        for row in rows
    )


@lru_cache(maxsize=20_000)
def groups_of(word: str) -> tuple[str, ...]:
    """Return the groups that a word in its normal form is of."""
    return tuple(group for group, expression in _groups().items() if expression.fullmatch(word))


def is_danger(said: Sequence[str], spared: AbstractSet[int] = frozenset()) -> bool:
    """Tell whether words in their normal form, in their order, speak of danger to a person.

    `spared` are the places of words that the knowledge calls harmless: a pattern that only they meet is none.
    """
    text = " ".join(said)
    heard = _danger().finditer(_sayings().sub(lambda saying: "|" * len(saying[0]), text))
    return any(not set(_places(text, match)) <= spared for match in heard)


def is_saying(said: Sequence[str]) -> bool:
    """Tell whether words hold a way of speaking that only sounds like danger."""
    return bool(_sayings().search(" ".join(said)))


def compiled(expressions: Sequence[str]) -> re.Pattern[str]:
    """Return one expression that is met where any of these is, from the beginning of a word on."""
    return re.compile(r"\b(?:" + "|".join(expressions) + ")")


@cache
def _groups() -> Mapping[str, re.Pattern[str]]:
    return {group: re.compile(expression) for group, expression in words().items()}


@cache
def _sayings() -> re.Pattern[str]:
    return compiled([pattern.expression for pattern in patterns() if pattern.about == SAYING])


@cache
def _danger() -> re.Pattern[str]:
    return compiled([pattern.expression for pattern in patterns() if pattern.about != SAYING])


def _places(text: str, match: re.Match[str]) -> range:
    """Return the places of the words of a text in which an expression was met."""
    first = text.count(" ", 0, match.start())
    return range(first, first + text.count(" ", *match.span()) + 1)


def _written_out(expression: str) -> str:
    """Return an expression of the table as Python reads it."""
    return _PLACE.sub(lambda place: words()[place["group"]] if place["group"] else _between(place), expression)


def _between(place: re.Match[str]) -> str:
    return rf"(?: \w+){{{place['least']},{place['most']}}}"


@cache
def _table() -> Any:
    return own_yaml.read(TABLE)
