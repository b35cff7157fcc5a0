"""A cinema with offers of every kind beside a pool with codes of its own, and who has taken what."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.model import Offer
from bot.partners import desk as desks
from bot.partners.codes import Verdict
from bot.partners.desk import Desk, Seen, Wait
from bot.partners.memory import Marked
from bot.people import members
from bot.people.keys import Keys
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.vouchers import claims, pools
from bot.vouchers.voucher import Voucher

KEYS = Keys(b"k" * 32)
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
TODAY = NOW.date()
FIRST, VALID = date(2026, 9, 1), "2026-09-01/2027-12-31"


def offer(name: str, kind: str = "generated", valid: str = VALID, **more: Any) -> Offer:
    values = {"id": name, "value": {"percent": 10}, "valid": valid, "voucher": kind}
    return Offer.model_validate(values | more)


@dataclass
class Town:
    """A database, and the offers that are live in it. People take codes, and organizations look at them."""

    store: Store
    shipped: Catalogue
    offers: dict[str, tuple[Offer, ...]]
    suspended: str | None = None

    @property
    def catalogue(self) -> Catalogue:
        model = self.shipped.release.organizations[0]
        organizations = []
        for name, offers in self.offers.items():
            service = model.services[0].model_copy(
                update={"id": f"{name}-s", "offers": offers, "suspended": self.suspended}
            )
            organizations.append(model.model_copy(update={"id": name, "services": (service,)}))
        return Catalogue(1, self.shipped.release.model_copy(update={"organizations": tuple(organizations)}))

    def publish(self) -> None:
        with self.store.write() as tx:
            releases.add(tx, self.catalogue.release, b"", NOW)

    def fill(self, name: str, *codes: str) -> None:
        with self.store.write() as tx:
            pools.add(tx, name, codes, NOW, valid_from=FIRST)

    def take(self, name: str, user: str = "anna", today: date = TODAY) -> str:
        """Let somebody take a code, and return it."""
        entry, taken = self.catalogue.offers[name]
        with self.store.write() as tx:
            me = members.join(tx, KEYS, "biomed-padana", user, language="it", now=NOW)
            got = claims.claim(tx, KEYS, taken, entry.organization.id, me, now=NOW, today=today)
        assert isinstance(got, Voucher)
        assert got.code
        return got.code

    def desk(self, session: str = "mara", organization: str = "cinema", now: datetime = NOW) -> Desk:
        return Desk(KEYS, self.catalogue, organization, session, now.date(), now)

    def look(self, typed: str, **at: Any) -> Seen | Wait:
        with self.store.write() as tx:
            return desks.look(tx, self.desk(**at), typed)

    def seen(self, typed: str, **at: Any) -> Verdict:
        """Return the one verdict on a code."""
        found = self.look(typed, **at)
        assert not isinstance(found, Wait)
        (verdict,) = found.verdicts
        return verdict

    def mark(self, ticket: str, **at: Any) -> Verdict:
        with self.store.write() as tx:
            return desks.mark(tx, self.desk(**at), ticket)

    def use(self, typed: str, **at: Any) -> Verdict:
        """Look at a code and mark it as used."""
        return self.mark(desks.ticket(self.desk(**at), self.seen(typed, **at)), **at)

    def undo(self, mark: str, **at: Any) -> Seen | None:
        with self.store.write() as tx:
            return desks.undo(tx, self.desk(**at), mark)

    def again(self, number: int, **at: Any) -> Seen | None:
        with self.store.read() as tx:
            return desks.again(tx, self.desk(**at), number)

    def recent(self, **at: Any) -> tuple[Marked, ...]:
        with self.store.read() as tx:
            return self.desk(**at).seen(tx).marked


@pytest.fixture
def empty(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


@pytest.fixture
def town(empty: Store, catalogue: Catalogue) -> Town:
    cinema = (
        offer("biglietto"),
        offer("carnet", "pool"),
        offer("rassegna", "pool"),
        offer("bar", "shared", code="POPCORN-10"),
    )
    return Town(empty, catalogue, {"cinema": cinema, "piscina": (offer("vasca"), offer("corsia", "pool"))})
