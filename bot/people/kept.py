"""What a row of the register says of a table, and how the rows of a person are found in it: see bot.people.register."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, Table, select

from bot.people import wishes
from bot.people.keys import Keys
from bot.store import coordination, insight, tables
from bot.store.evaluation import outcome

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
FOR_GOOD = "as long as the network"
AT_ONCE = 10_000  # SQLite takes 32,766 values, PostgreSQL 65,535
GAP = "gap"  # the kind of the marks in `unmet`
EVALUATION = "evaluation"  # the period of the marks in `outcome`, before the evaluation's id
ONE_ANSWER = frozenset({"form", "why"})  # kinds in `outcome` whose value is `question:answer`: the first answer counts

# What becomes of a person's rows: they go; they lose the person; they go with the last voucher; they stay.
Fate = Literal["goes", "let go", "ends", "stays"]
Cause = Literal["forgotten", "withdrawn", "left"]


@dataclass(frozen=True)
class Whose:
    """A user, and all companies that there ever were: together they give every mark that a row can have."""

    keys: Keys
    user: str
    companies: tuple[str, ...]

    @cached_property
    def people(self) -> list[str]:
        """Who the user is, or would be, in each company."""
        return [self.keys.person(company, self.user) for company in self.companies]

    @cached_property
    def head(self) -> str:
        return self.keys.head(self.user)


Marks = Callable[[Connection, Whose], Iterable[Any]]


@dataclass(frozen=True)
class Kept:
    """One table. `column` holds `marks` in the rows of a person; no row of a table without them is anybody's.

    `lasts` are the periods after which rows go, by the name of the duty that ends them; `how_long` says it in words,
    with those names in braces. What is not `backed_up` is over sooner than a backup is restored.
    """

    table: Table
    what: str
    how_long: str
    column: Column[Any] | None = None
    marks: Marks | None = None
    forgotten: Fate = "goes"
    withdrawn: Fate = "goes"
    left: Fate = "stays"
    lasts: Mapping[str, timedelta] = field(default_factory=dict)
    backed_up: bool = True

    def of(self, tx: Connection, whose: Whose) -> ColumnElement[bool]:
        """Say which rows are of a person."""
        assert self.column is not None
        assert self.marks is not None
        marks = set(self.marks(tx, whose))
        if len(marks) > AT_ONCE:  # more than a statement takes
            marks &= set(tx.execute(select(self.column)).scalars())
        return self.column.in_(marks)

    def fate(self, cause: Cause) -> Fate:
        """Say what becomes of a person's rows."""
        fates: dict[Cause, Fate] = {"forgotten": self.forgotten, "withdrawn": self.withdrawn, "left": self.left}
        return fates[cause]

    @property
    def period(self) -> str:
        """How long, in words."""
        return self.how_long.format_map({name: _words(lasts) for name, lasts in self.lasts.items()})


def _words(lasts: timedelta) -> str:
    return f"{lasts.days} days" if lasts > 2 * DAY else f"{lasts // HOUR} hours"


def people(_: Connection, whose: Whose) -> list[str]:
    """Return the pseudonyms of a user."""
    return whose.people


def user(mark: Callable[[Keys, str], str]) -> Marks:
    """Return what gives the one mark of a user."""
    return lambda _, whose: [mark(whose.keys, whose.user)]


def limits(tx: Connection, whose: Whose) -> list[str]:
    """Return the marks of all that a user ever took; a kmzero before 0.3 made them for each company."""
    offers = tx.execute(select(tables.voucher.c.offer).distinct()).scalars()
    return [whose.keys.limit(offer, who) for offer in offers for who in (whose.head, *whose.people)]


def reports(tx: Connection, whose: Whose) -> list[str]:
    """Return the marks under which a user may have reported something."""
    services = tx.execute(select(coordination.wrong_entry.c.service).distinct()).scalars()
    return [whose.keys.reporter(service, whose.user) for service in services]


def wanted(tx: Connection, whose: Whose) -> list[int]:
    """Return the ids of the reminders that a user asked for: what is sealed says whose they are."""
    return [wish.id for wish in wishes.kept(tx, whose.keys) if wish.user == whose.user]


def counted(tx: Connection, whose: Whose) -> list[str]:
    """Return the marks under which a user may be counted in the quarters in course."""
    rows = tx.execute(select(insight.counted.c.quarter, insight.counted.c.content))
    cells = {(row.quarter, kind, value) for row in rows for _, kind, value in [whose.keys.unpack(row.content)]}
    return [whose.keys.event(*cell, person) for cell in cells for person in whose.people]


def outcomes(tx: Connection, whose: Whose) -> list[str]:
    """Return the marks under which a user may be counted in the evaluations in course."""
    rows = tx.execute(select(outcome.c.evaluation, outcome.c.content)).all()
    told = ((row.evaluation, *whose.keys.unpack(row.content)[1:]) for row in rows)
    cells = {(f"{EVALUATION} {name}", kind, marked(kind, value)) for name, kind, value in told}
    return [whose.keys.event(*cell, me) for cell in cells for me in whose.people]


def marked(kind: str, value: str) -> str:
    """Return so much of a value in `outcome` as its mark is made of: of an answer, the question."""
    return value.partition(":")[0] if kind in ONE_ANSWER else value


def unmet(tx: Connection, whose: Whose) -> list[str]:
    """Return the marks of the rows that say a user asked in vain."""
    mine = []
    for row in tx.execute(select(insight.unmet)):
        need, _, _, mark = whose.keys.unpack(row.content)
        if mark in {whose.keys.event(str(row.month), GAP, need, person) for person in whose.people}:
            mine.append(row.mark)
    return mine


def numbers(tx: Connection, whose: Whose) -> list[int]:
    """Return the numbers of a user among the coordinators."""
    mine = coordination.role.c.mark == whose.keys.coordinator(whose.user)
    return list(tx.execute(select(coordination.role.c.number).where(mine)).scalars())
