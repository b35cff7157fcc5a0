"""Claims, releases and the passing of days, step by step against a model that fits on a page."""

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
from sqlalchemy import select

from bot.catalogue.model import Offer
from bot.people.members import Person
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import metadata, pool_code, shared_use, voucher
from bot.vouchers import claims, imports, pools, returns
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


@dataclass
class Model:
    """What the vouchers should be, without a database."""

    free: list[str] = field(default_factory=list)
    given: list[Held] = field(default_factory=list)
    made: set[str | None] = field(default_factory=set)  # every generated code ever, also those given back
    imports: list[set[str]] = field(default_factory=list)  # the codes of each, until it is undone
    undone: set[str | None] = field(default_factory=set)

    def good(self, offer: str, person: str, today: date) -> Held | None:
        """Return the newest of one day: that of the highest turn."""
        mine = (h for h in self.given if (h.offer, h.person) == (offer, person) and h.expires >= today)
        return max(mine, key=lambda held: held.turn, default=None)

    def refusal(self, offer: str, person: str) -> Refusal | None:
        if sum((h.offer, h.person) == (offer, person) for h in self.given) >= LIMIT:
            return Refusal.TAKEN
        used_up = offer == "pool" and not self.free
        used_up |= offer == "shared" and sum(h.offer == "shared" for h in self.given) >= USES
        return Refusal.USED_UP if used_up else None


def offer_of(kind: str, today: date) -> Offer:
    """An offer that is renewed each day and whose vouchers are good for two days."""
    more: dict[str, Any] = {"code": "CARPI20", "max_uses": USES} if kind == "shared" else {}
    last = today + timedelta(days=1)
    values = {"id": kind, "value": {"percent": 10}, "valid": f"2026-09-01/{last}", "voucher": kind, "per_person": LIMIT}
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
        self.model, self.today, self.numbers = Model(), NOW.date(), count()
        self.restock(POOL)

    @rule(amount=st.integers(1, 2))
    def restock(self, amount: int) -> None:
        fresh = [f"P-{next(self.numbers):03}" for _ in range(amount)]
        known = [held.code for held in self.model.given if held.offer == "pool" and held.code]
        with self.store.write() as tx:  # a file that is imported again holds old codes too
            assert pools.add(tx, "pool", [*known, *self.model.free, *fresh], NOW, valid_from=FIRST) == amount
        self.model.free += fresh
        self.model.imports.append(set(fresh))

    @precondition(lambda self: any(self.model.imports))
    @rule(data=st.data())
    def undo_an_import(self, data: st.DataObject) -> None:
        place = data.draw(st.sampled_from([place for place, codes in enumerate(self.model.imports) if codes]))
        codes = self.model.imports[place]
        with self.store.write() as tx:
            numbers = sorted(one.number for one in imports.listing(tx))
            done = imports.undo(tx, numbers[place], NOW)
        assert (done.codes, set(done.given)) == (
            len(codes & set(self.model.free)),
            codes - set(self.model.free) - self.model.undone,
        )
        self.model.free = [code for code in self.model.free if code not in codes]
        self.model.undone |= codes
        self.model.imports[place] = set()

    @rule(person=st.sampled_from(PEOPLE), kind=st.sampled_from(KINDS))
    def claim(self, person: str, kind: str) -> None:
        offer = offer_of(kind, self.today)
        with self.store.write() as tx:
            got = claims.claim(tx, KEYS, offer, "il-girasole", self.people[person], now=NOW, today=self.today)
        held = self.model.good(kind, person, self.today)
        expected = None if held else self.model.refusal(kind, person)
        if expected:
            assert got is expected
            return
        assert isinstance(got, Voucher)
        if held:
            assert (got.code, got.expires) == (held.code, held.expires)
        else:
            self.keep(kind, person, got)

    @rule(person=st.sampled_from(PEOPLE), kind=st.sampled_from(KINDS), stale=st.booleans())
    def claim_another(self, person: str, kind: str, *, stale: bool) -> None:
        """Wish for one more by a button; an old one, whose wish was fulfilled, gives what is held."""
        had = sum((held.offer, held.person) == (kind, person) for held in self.model.given)
        wish, offer = Another(LASTS[(had + (not stale)) % len(LASTS)]), offer_of(kind, self.today)
        with self.store.write() as tx:
            me, today = self.people[person], self.today
            got = claims.claim(tx, KEYS, offer, "il-girasole", me, now=NOW, today=today, another=wish)
        held = self.model.good(kind, person, self.today) if stale else None
        expected = None if held else self.model.refusal(kind, person)
        if expected:
            assert got is expected
            return
        assert isinstance(got, Voucher)
        if held:
            assert (got.code, got.expires) == (held.code, held.expires)
        else:
            self.keep(kind, person, got)

    def keep(self, kind: str, person: str, got: Voucher) -> None:
        assert got.expires
        if kind == "pool":
            assert got.code in self.model.free
            self.model.free.remove(got.code)
        if kind == "generated":
            assert got.code not in self.model.made
            self.model.made.add(got.code)
        taken = {held.turn for held in self.model.given if (held.offer, held.person) == (kind, person)}
        turn = next(turn for turn in count(1) if turn not in taken)
        self.model.given.append(Held(kind, person, got.code, got.expires, turn))

    @rule(person=st.sampled_from(PEOPLE), kind=st.sampled_from(KINDS))
    def release(self, person: str, kind: str) -> None:
        with self.store.write() as tx:
            done = returns.release(tx, self.people[person], kind, today=self.today)
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
            return returns.release_code(tx, code or "", today=self.today)

    def took_back(self, held: Held) -> None:
        self.model.given.remove(held)
        if held.code and held.offer == "pool" and held.code not in self.model.undone:
            self.model.free.append(held.code)

    @rule()
    def sleep(self) -> None:
        self.today += timedelta(days=1)

    @invariant()
    def the_tables_say_the_same(self) -> None:
        if not hasattr(self, "model"):
            return
        with self.store.read() as tx:
            made = set(tx.execute(select(pool_code.c.code).where(pool_code.c.generated)).scalars())
            free = set(
                tx.execute(
                    select(pool_code.c.code).where(pool_code.c.voucher.is_(None), ~pool_code.c.generated)
                ).scalars()
            )
            rows = tx.execute(select(voucher.c.offer, voucher.c.code, voucher.c.expires_on)).all()
            uses = tx.execute(select(shared_use.c.turn)).scalars().all()
        assert (free, made) == (set(self.model.free), self.model.made)
        expected = [(held.offer, held.code, held.expires) for held in self.model.given]
        assert sorted(map(str, map(tuple, rows))) == sorted(map(str, expected))
        assert len(uses) == sum(held.offer == "shared" for held in self.model.given)
        assert all(1 <= turn <= USES for turn in uses)


def against_a_model(url: str, ledger: Ledger, *, examples: int = 150, steps: int = 50) -> None:
    """Take random steps on a database of its own, and compare after every one."""
    store = open_store(url)
    migrate(store)
    machine = type("DeskOnThis", (Desk,), {"store": store})
    found = different(machine, examples=examples, steps=steps)
    store.close()
    name = f"{store.engine.dialect.name}: vouchers against a model, {examples} runs of {steps} steps"
    ledger.note(name, found or "equal after every step", ok=not found)
