"""How fresh every service is: when it was last confirmed, and what keeps people from it. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from bot.catalogue.by_name import plain
from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.text import Language
from bot.editorial.rules.unconfirmed import FRESH

State = Literal["suspended", "full", "silent"]
Order = Literal["age", "name", "organization"]
Which = Literal["all", "old", "suspended", "full", "silent"]
ORDERS: tuple[Order, ...] = get_args(Order)
ALL: tuple[Which, ...] = get_args(Which)


@dataclass(frozen=True)
class Freshness:
    """A service; `age` are the days since it was confirmed, None where it never was."""

    entry: Entry
    age: int | None
    states: tuple[State, ...]

    @property
    def old(self) -> bool:
        """Whether it is to be confirmed again."""
        return self.age is None or self.age > FRESH.days

    def of(self, which: Which) -> bool:
        """Tell whether it is one of those that a filter shows."""
        return which == "all" or (self.old if which == "old" else which in self.states)


def freshness(catalogue: Catalogue, today: date) -> list[Freshness]:
    """Return every service."""
    return [_of(entry, today) for entry in catalogue.entries.values()]


def ordered(rows: list[Freshness], order: Order, language: Language) -> list[Freshness]:
    """Sort services: the longest unconfirmed first, or by name, or by organization and name."""

    def key(row: Freshness) -> tuple[int, str, str]:
        name, organization = plain(row.entry.service.name.of(language)), plain(row.entry.organization.name)
        if order == "age":
            return (-(row.age + 1), name, row.entry.id) if row.age is not None else (-(10**6), name, row.entry.id)
        return (0, name, row.entry.id) if order == "name" else (0, organization, name)

    return sorted(rows, key=key)


def _of(entry: Entry, today: date) -> Freshness:
    service = entry.service
    found: dict[State, bool] = {
        "suspended": bool(service.suspended),
        "full": service.full(today),
        "silent": service.silent,
    }
    age = (today - service.checked_on).days if service.checked_on else None
    return Freshness(entry, age, tuple(state for state, is_so in found.items() if is_so))
