"""Who has the database alone finds nobody in it; and forgetting in the middle of a claim leaves nothing half done."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.assembly import House
from bot.catalogue.model import Offer
from bot.people import erasure, members
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.tables import metadata, person, pool_code, voucher
from bot.vouchers import claims, pools
from bot.vouchers.voucher import Voucher
from tests.cast import CorePhone

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
TELEGRAM_ID = 5_312_047_733
TRIED = 100_000  # a million takes ten times as long and tells the same


async def test_the_database_alone_gives_nobody_away(house: House, invite: Callable[[str], str]) -> None:
    anna = CorePhone(house, str(TELEGRAM_ID))
    await anna.start(invite("biomed-padana"))
    await anna.press("Va bene")
    await anna.say("pulsante salvavita per mio padre anziano che abita da solo")
    await anna.press("Il mio sconto")
    stolen, columns = dump(house), {word for row in dump(house) for word in row}
    assert not [row for row in stolen if any(str(TELEGRAM_ID) in word for word in row)]
    first = TELEGRAM_ID - TRIED // 2
    found = [user for user in range(first, first + TRIED) if columns & guesses(user)]
    assert found == []
    assert columns & {house.keys.person("biomed-padana", str(TELEGRAM_ID))}, "only the key, kept elsewhere, finds her"


def dump(house: House) -> list[list[str]]:
    """Return every cell of every table, as a thief of the database has them; the catalogue is public."""
    with house.store.read() as tx:
        return [
            [str(cell) for cell in row]
            for table in metadata.sorted_tables
            if table.name != "release"
            for row in tx.execute(select(table))
        ]


def guesses(user: int) -> set[str]:
    """Return what a Telegram id gives without the key: plain hashes, and the house's own marks under an empty key."""
    raw, name = str(user).encode(), str(user)
    return {
        name,
        sha256(raw).hexdigest(),
        sha256(b"biomed-padana\0" + raw).hexdigest(),
        NO_KEY.person("biomed-padana", name),
        NO_KEY.chat(name),
    }


NO_KEY = Keys(bytes(32))


def test_the_marks_of_one_person_have_nothing_in_common() -> None:
    keys = Keys(b"k" * 32)
    me = keys.person("biomed-padana", "1")
    marks = {me, keys.person("ceramiche-secchia", "1"), keys.chat("1"), keys.limit("a", me), keys.limit("b", me)}
    assert len({mark[:16] for mark in marks}) == 5


KEYS = Keys(b"k" * 32)
ROUNDS = 6


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


def offer(kind: str) -> Offer:
    return Offer.model_validate(
        {"id": "sconto", "value": {"percent": 10}, "valid": "2026-09-01/", "voucher": kind, "per_person": 1}
    )


@pytest.mark.parametrize("kind", ["pool", "generated"])
def test_forgetting_in_the_middle_of_claims_leaves_no_person_and_no_code_twice(store: Store, kind: str) -> None:
    with store.write() as tx:
        pools.add(tx, "sconto", [f"P-{number}" for number in range(30)], NOW, valid_from=date(2026, 9, 1))
    got: list[Any] = []
    for number in range(ROUNDS):
        user = f"person {number}"
        with store.write() as tx:
            me = members.join(tx, KEYS, "biomed-padana", user, language="it", now=NOW)
        at_once(
            *(lambda me=me: got.append(claim(store, kind, me)) for _ in range(3)),
            lambda user=user: forget(store, user),
        )
    given = {one.code for one in got if isinstance(one, Voucher)}
    with store.read() as tx:
        assert tx.execute(select(person.c.id)).all() == []
        assert set(tx.execute(select(voucher.c.person)).scalars()) <= {None}
        written = tx.execute(select(voucher.c.code)).scalars().all()
        bound = tx.execute(select(func.count()).where(pool_code.c.voucher.is_not(None))).scalar_one()
    assert len(got) == ROUNDS * 3
    assert set(written) == given, "what was handed out is what is written"
    assert len(written) == len(given) == bound, "no code twice, none lost"


def at_once(*works: Any) -> None:
    barrier = threading.Barrier(len(works))

    def run(work: Any) -> None:
        barrier.wait()
        work()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def claim(store: Store, kind: str, me: members.Person) -> object:
    with store.write() as tx:
        return claims.claim(tx, KEYS, offer(kind), "il-girasole", me, now=NOW, today=NOW.date())


def forget(store: Store, user: str) -> None:
    with store.write() as tx:
        erasure.forget(tx, Whose(KEYS, user, ("biomed-padana",)), NOW)
