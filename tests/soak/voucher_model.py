"""Vouchers step by step against a model: claims, releases, imports and their undoing, seasons, the passing of days."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from sqlalchemy import func, select

from bot.catalogue.model import Offer
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import code_import, metadata, pool_code, shared_use, voucher
from bot.vouchers import claims, imports, pools, returns, seasons
from bot.vouchers.shelves import Shelves
from bot.vouchers.voucher import LASTS, Another, Refusal, Voucher
from tests.bot.vouchers.conftest import FIRST, KEYS, NOW, employee
from tests.soak.ledger import Ledger
from tests.soak.machines import different

PEOPLE = ("anna", "bruno", "carla")
KINDS = ("pool", "shared", "generated", "none")
POOL, USES, LIMIT = 3, 2, 2


@dataclass
class Held:
    """A voucher as the model remembers it."""

    offer: str
    person: str
    code: str | None
    expires: date
    turn: int
    claimed: date


@dataclass(frozen=True)
class Code:
    """A code of the pool: the first day that it was imported for, and its import."""

    text: str
    first: date
    number: int


@dataclass
class Model:
    """What the vouchers should be, without a database. All offers have one season, from `first` to `last`."""

    first: date
    last: date
    codes: dict[str | None, Code] = field(default_factory=dict)  # all that ever came in
    free: set[str] = field(default_factory=set)
    undone: set[int] = field(default_factory=set)  # imports
    given: list[Held] = field(default_factory=list)
    made: set[str | None] = field(default_factory=set)  # every generated code ever, also those given back

    @property
    def imports(self) -> set[int]:
        return {code.number for code in self.codes.values()}

    def good(self, offer: str, person: str, today: date, since: date = date.min, until: date = date.max) -> Held | None:
        """Return the newest that is good: of the last day on which one was claimed that of the highest turn."""
        mine = (h for h in self.given if (h.offer, h.person) == (offer, person) and h.expires >= today)
        mine = (h for h in mine if since <= h.claimed < until)
        return max(mine, key=lambda held: (held.claimed, held.turn), default=None)

    def had(self, offer: str, *people: str) -> int:
        return sum(h.offer == offer and h.person in people and h.claimed >= self.first for h in self.given)

    def in_season(self) -> set[str]:
        return {code for code in self.free if self.first <= self.codes[code].first <= self.last}

    def refusal(self, offer: str, person: str, today: date) -> Refusal | None:
        if today > self.last:
            return Refusal.EXPIRED
        if self.had(offer, person) >= LIMIT:
            return Refusal.TAKEN
        used_up = offer == "pool" and not self.in_season()
        used_up |= offer == "shared" and self.had(offer, *PEOPLE) >= USES
        return Refusal.USED_UP if used_up else None

    def expected(self, offer: str, person: str, today: date, another: Another | None) -> Held | Refusal | None:
        """Return what a claim gives again, or why it gives nothing; None is a new voucher."""
        held = self.good(offer, person, today, since=self.first)
        if held and not (another and another.is_open(self.had(offer, person))):
            return held
        refusal = self.refusal(offer, person, today)
        older = None if another else self.good(offer, person, today, until=self.first)
        return older if refusal and older else refusal


def offer_of(kind: str, first: date, last: date) -> Offer:
    more: dict[str, Any] = {"code": "CARPI20", "max_uses": USES} if kind == "shared" else {}
    values = {"id": kind, "value": {"percent": 10}, "valid": f"{first}/{last}", "voucher": kind, "per_person": LIMIT}
    return Offer.model_validate(values | more)


class Desk(RuleBasedStateMachine):
    """The real vouchers beside the model."""

    store: Store

    @initialize()
    def open(self) -> None:
        with self.store.write() as tx:
            for table in reversed(metadata.sorted_tables):
                tx.execute(table.delete())
        self.people: dict[str, Person] = {name: employee(self.store, name) for name in PEOPLE}
        self.today, self.numbers = NOW.date(), count()
        self.model = Model(FIRST, self.today + timedelta(days=1))
        self.restock(POOL)

    def offer(self, kind: str) -> Offer:
        return offer_of(kind, self.model.first, self.model.last)

    @rule(amount=st.integers(1, 2))
    def restock(self, amount: int) -> None:
        fresh, first = [f"P-{next(self.numbers):03}" for _ in range(amount)], self.model.first
        known = [held.code for held in self.model.given if held.offer == "pool" and held.code]
        with self.store.write() as tx:  # a file that is imported again holds old codes too
            again = [*known, *self.model.in_season(), *fresh]
            assert pools.add(tx, "pool", again, NOW, valid_from=first) == amount
            number = tx.execute(select(func.max(code_import.c.number))).scalar_one()
        self.model.codes |= {code: Code(code, first, number) for code in fresh}
        self.model.free |= set(fresh)

    @precondition(lambda self: self.model.imports - self.model.undone)
    @rule(data=st.data())
    def undo_an_import(self, data: st.DataObject) -> None:
        """Its codes that nobody has go, the others are not given again when they come back."""
        number = data.draw(st.sampled_from(sorted(self.model.imports - self.model.undone)))
        with self.store.write() as tx:
            done = imports.undo(tx, number, NOW)
        mine = {code for code, one in self.model.codes.items() if one.number == number}
        given = {held.code for held in self.model.given}
        assert (done.codes, set(done.given)) == (len(mine - given), mine & given)
        self.model.undone.add(number)
        self.model.free -= mine

    @rule(days=st.integers(0, 4))
    def move_the_end(self, days: int) -> None:
        """Publish the offers with another end: vouchers of the season follow it, but never back."""
        self.model.last = max(self.today + timedelta(days=days), self.model.first)
        self.publish()

    @rule(days=st.integers(0, 2))
    def begin_anew(self, days: int) -> None:
        """Publish a new season from today on."""
        self.model.first, self.model.last = self.today, self.today + timedelta(days=days)
        self.publish()

    def publish(self) -> None:
        with self.store.write() as tx:
            seasons.prolong(tx, [self.offer(kind) for kind in KINDS])
        for held in self.model.given:
            if held.claimed >= self.model.first:
                held.expires = max(held.expires, self.model.last)

    @rule()
    def retire(self) -> None:
        over = {code for code in self.model.free if self.model.codes[code].first < self.model.first}
        with self.store.write() as tx:
            assert seasons.retire(tx, [self.offer("pool")], self.today) == len(over)
        self.model.free -= over

    @rule()
    def count_the_codes(self) -> None:
        """What is promised on cards and what is counted are the codes that a claim would find."""
        pool, left = self.offer("pool"), len(self.model.in_season())
        with self.store.read() as tx:
            (season,) = seasons.stock(tx, [pool])
            assert Shelves((pool,)).empty(tx) == (frozenset() if left else {"pool"})
        assert (season.free, season.free + season.past + season.coming) == (left, len(self.model.free))

    @rule(person=st.sampled_from(PEOPLE), kind=st.sampled_from(KINDS))
    def claim(self, person: str, kind: str) -> None:
        self.ask(person, kind, None)

    @rule(person=st.sampled_from(PEOPLE), kind=st.sampled_from(KINDS), stale=st.booleans())
    def claim_another(self, person: str, kind: str, *, stale: bool) -> None:
        """Wish for one more by a button; an old one, whose wish was fulfilled, gives what is held."""
        self.ask(person, kind, Another(LASTS[(self.model.had(kind, person) + (not stale)) % len(LASTS)]))

    def ask(self, person: str, kind: str, another: Another | None) -> None:
        with self.store.write() as tx:
            me, today = self.people[person], self.today
            got = claims.claim(tx, KEYS, self.offer(kind), "il-girasole", me, now=NOW, today=today, another=another)
        expected = self.model.expected(kind, person, self.today, another)
        if isinstance(expected, Refusal):
            assert got is expected
            return
        assert isinstance(got, Voucher)
        if expected:
            assert (got.code, got.expires) == (expected.code, expected.expires)
        else:
            self.keep(kind, person, got)

    def keep(self, kind: str, person: str, got: Voucher) -> None:
        assert got.expires
        if kind == "pool":
            assert got.code in self.model.in_season()
            self.model.free.remove(got.code)
        if kind == "generated":
            assert got.code not in self.model.made
            self.model.made.add(got.code)
        taken = {held.turn for held in self.model.given if (held.offer, held.person) == (kind, person)}
        turn = next(turn for turn in count(1) if turn not in taken)
        self.model.given.append(Held(kind, person, got.code, got.expires, turn, self.today))

    @rule(person=st.sampled_from(PEOPLE), kind=st.sampled_from(KINDS))
    def release(self, person: str, kind: str) -> None:
        with self.store.write() as tx:
            done = returns.release(tx, KEYS, self.people[person], kind, today=self.today)
        held = self.model.good(kind, person, self.today)
        assert done == (held is not None)
        if held:
            self.took_back(held)

    @precondition(lambda self: any(held.code for held in self.model.given))
    @rule(data=st.data())
    def release_a_code(self, data: st.DataObject) -> None:
        held = data.draw(st.sampled_from([held for held in self.model.given if held.code]))
        alone = sum(other.code == held.code for other in self.model.given) == 1
        if alone and held.expires >= self.today:
            assert self.by_hand(held.code) == held.offer
            self.took_back(held)
        else:
            with pytest.raises(returns.NotGivenBack):
                self.by_hand(held.code)

    def by_hand(self, code: str | None) -> str:
        with self.store.write() as tx:
            return returns.release_code(tx, KEYS, code or "", today=self.today)

    def took_back(self, held: Held) -> None:
        self.model.given.remove(held)
        if held.code and held.offer == "pool" and self.model.codes[held.code].number not in self.model.undone:
            self.model.free.add(held.code)

    @rule()
    def sleep(self) -> None:
        self.today += timedelta(days=1)

    @invariant()
    def the_tables_say_the_same(self) -> None:
        if not hasattr(self, "model"):
            return
        with self.store.read() as tx:
            made = set(tx.execute(select(pool_code.c.code).where(pool_code.c.generated)).scalars())
            free = set(tx.execute(select(pool_code.c.code).where(*seasons.FREE)).scalars())
            rows = tx.execute(select(voucher.c.offer, voucher.c.code, voucher.c.expires_on)).all()
            uses = tx.execute(select(shared_use.c.turn)).scalars().all()
        assert (free, made) == (self.model.free, self.model.made)
        expected = [(held.offer, held.code, held.expires) for held in self.model.given]
        assert sorted(map(str, map(tuple, rows))) == sorted(map(str, expected))
        assert len(uses) == sum(held.offer == "shared" for held in self.model.given)
        assert len(set(uses)) == len(uses)


def against_a_model(url: str, ledger: Ledger, *, examples: int = 150, steps: int = 50) -> None:
    """Take random steps on a database of its own, and compare after every one."""
    store = open_store(url)
    migrate(store)
    machine = type("DeskOnThis", (Desk,), {"store": store})
    found = different(machine, examples=examples, steps=steps)
    store.close()
    name = f"{store.engine.dialect.name}: vouchers against a model, {examples} runs of {steps} steps"
    ledger.note(name, found or "equal after every step", ok=not found)
