"""A dump of the database without the key: whether any two columns tie what somebody asked or did to a pseudonym.

People come in, ask, take, put aside, report and want to be reminded, on days of their own, and organizations mark some
of the codes as used. Then every column of every table is set beside every column of every other: a value that only rows
of one person have on both sides ties them. Ties that the tables say on purpose (whose a voucher is) are no find. Nor
may the order of rows say whose code was used.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Table, select

from bot.assembly import House
from bot.conversation.messages import Began, Chose, Incoming
from bot.people import invites
from bot.people.kept import Whose
from bot.people.register import of_people
from bot.store.partners import redemption
from bot.store.tables import metadata
from tests.cast import NOON
from tests.soak.at_desks import Used, at_desks, in_step
from tests.soak.ledger import Ledger

# Where the database says itself that rows are one person's: their vouchers and what they put aside hang on `person`,
# and a chat that stopped the bot has the name of its conversation.
ON_PURPOSE = ({"person", "voucher", "saved"}, {"conversation", "blocked"})
FEW, IN_STEP = 10, 0.9  # so few may be in step by chance; ten do so once in a thousand times
PUBLIC = {"release", "current_release", "origin", "source_text", "release_source", "known_company", "publish_attempt"}

Owners = Mapping[tuple[str, tuple[Any, ...]], frozenset[str]]  # table and row -> whose it is


@dataclass
class Column:
    """A column of a dump: for every value the people whose rows have it."""

    table: str
    name: str
    people: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def live(house: House, people: int, dice: random.Random) -> tuple[str, ...]:
    """Let people use the bot over some weeks, and return who they are."""
    with house.store.write() as tx:
        catalogue = house.concierge.live.edition(tx).catalogue
        links = [invites.create(tx, company, NOON) for company in catalogue.companies]
    users = tuple(str(dice.randrange(10**9, 10**10)) for _ in range(people))
    begun = NOON - timedelta(days=20)
    days = {user: begun + timedelta(minutes=dice.randrange(28 * 24 * 60)) for user in users}
    for user in sorted(users, key=days.__getitem__):
        _one(house, user, dice.choice(links), days[user], dice)
    return users


def _one(house: House, user: str, link: str, moment: datetime, dice: random.Random) -> None:
    catalogue = house.concierge.live.edition
    with house.store.read() as tx:
        known = catalogue(tx).catalogue
    need, entry = dice.choice(list(known.needs)), dice.choice(list(known.entries.values()))
    offers = [offer.id for offer in entry.service.offers]
    town = dice.choice(list(known.towns))
    acts: list[Incoming] = [Began(link), Chose("consent:yes"), Chose(f"need:{need}"), Chose(f"town:{town}")]
    acts += [Chose(f"take:{offer}") for offer in offers]
    acts += [Chose(choice) for choice in (f"save:{entry.id}", f"ring:{entry.id}") if dice.random() < 0.5]
    acts += [Chose(f"w-{dice.choice(['phone', 'price', 'code'])}:{entry.id}")] if dice.random() < 0.4 else []
    acts += [Chose("none")] if dice.random() < 0.4 else []
    acts += [Chose(f"remind:{offer}") for offer in offers if dice.random() < 0.5]
    for act in acts:
        moment += timedelta(seconds=dice.randrange(3, 90))
        with house.store.write() as tx:
            house.concierge.handle(tx, user, act, moment)


def owners(tx: Connection, house: House, users: Iterable[str], used: Iterable[Used]) -> Owners:
    """Return whose every row is, as only the key can tell; also of codes that organizations have marked."""
    companies = tuple(house.concierge.live.edition(tx).companies)
    found: dict[tuple[str, tuple[Any, ...]], set[str]] = defaultdict(set)
    for user in users:
        whose = Whose(house.keys, user, companies)
        for kept in of_people():
            for row in tx.execute(select(kept.table).where(kept.of(tx, whose))):
                found[kept.table.name, tuple(map(str, row))].add(user)
    user_of = {one.mark: one.user for one in used}
    for row in tx.execute(select(redemption).where(redemption.c.mark.in_(user_of))):
        found[redemption.name, tuple(map(str, row))].add(user_of[row.mark])
    return {row: frozenset(who) for row, who in found.items()}


def columns(tx: Connection, whose: Owners) -> Iterator[Column]:
    """Return every column of the dump, with the people behind each value; a time also as its day."""
    for table in metadata.sorted_tables:
        if table.name not in PUBLIC:
            yield from _columns_of(tx, table, whose)


def _columns_of(tx: Connection, table: Table, whose: Owners) -> Iterator[Column]:
    rows = [tuple(row) for row in tx.execute(select(table))]
    for place, column in enumerate(table.columns):
        found = Column(table.name, f"{table.name}.{column.name}")
        for row in rows:
            for value in _values(row[place]):
                found.people[value] |= whose.get((table.name, tuple(map(str, row))), frozenset())
        yield found


def _values(value: Any) -> set[str]:
    if value is None:
        return set()
    return {str(value), f"{value:%Y-%m-%d}"} if hasattr(value, "year") else {str(value)}


def tied(found: list[Column]) -> dict[tuple[str, str], set[str]]:
    """Return who is read off by which two columns."""
    ties: dict[tuple[str, str], set[str]] = {}
    for one, other in combinations(found, 2):
        tables = {one.table, other.table}
        if len(tables) == 1 or any(tables <= group for group in ON_PURPOSE):
            continue
        who = set()
        for value in one.people.keys() & other.people.keys():
            here, there = one.people[value], other.people[value]
            who |= here if len(here) == 1 and here == there else set()
        if who:
            ties[one.name, other.name] = who
    return ties


def read_off(house: House, ledger: Ledger, *, people: int) -> None:
    """Let so many people use the bot, and try every pair of columns."""
    dice = random.Random(people)
    users = live(house, people, dice)
    used = at_desks(house, users, dice)
    with house.store.read() as tx:
        found, step = list(columns(tx, owners(tx, house, users, used))), in_step(tx, used)
    ties = tied(found)
    pairs = len(found) * (len(found) - 1) // 2
    said = "; ".join(f"{one} = {other}: {len(who)}" for (one, other), who in sorted(ties.items()))
    name = f"{house.store.engine.dialect.name}: {people} people read off a dump by any of {pairs} pairs of columns"
    ledger.note(name, said[:600] or "0", ok=not ties)
    name = f"{house.store.engine.dialect.name}: {len(used)} codes used in the order of vouchers, in a backup"
    ledger.note(name, f"correlation {step:.2f}", ok=len(used) < FEW or step < IN_STEP)
