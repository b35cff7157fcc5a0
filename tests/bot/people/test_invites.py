"""The links of companies: kept as hashes, good for a place, an end and a maximum."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.people import invites
from bot.people.invites import Invite
from bot.people.tokens import Closed
from bot.store.engine import Store, empty_store, open_store
from bot.store.migrate import migrate
from bot.store.tables import invite

NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    yield store
    store.close()


def opened(store: Store, token: str, now: datetime = NOW) -> Invite | Closed:
    with store.read() as tx:
        return invites.look(tx, token, now, "terre-argine")


def test_a_token_has_128_bits_and_only_its_hash_is_kept(store: Store) -> None:
    with store.write() as tx:
        tokens = {invites.create(tx, "biomed-padana", NOW, network="terre-argine") for _ in range(50)}
        kept = str(tx.execute(select(invite)).all())
    assert len({token[:22] for token in tokens}) == 50  # 22 characters of base64 hold 128 bits
    assert not [token for token in tokens if token in kept or token[:22] in kept]
    assert all(len(token) <= 64 for token in tokens), "Telegram's limit for a start parameter"


def test_an_open_invite_knows_its_company_and_place(store: Store) -> None:
    with store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOW, place="canteen", network="terre-argine")
    found = opened(store, token)
    assert isinstance(found, Invite)
    assert (found.company, found.place, found.closed) == ("biomed-padana", "canteen", None)


@pytest.mark.parametrize(
    ("mangle", "why"),
    [
        (lambda token: token[:-1], Closed.CUT),
        (lambda token: token[:10], Closed.CUT),
        (lambda token: token + "x", Closed.CUT),
        (lambda _: "", Closed.CUT),
        (lambda _: "é" * 28, Closed.CUT),
        (lambda token: ("B" if token[0] == "A" else "A") + token[1:], Closed.UNKNOWN),
        (lambda token: token[::-1], Closed.UNKNOWN),
        (lambda _: "AbCdEfGhIjKlMnOpQrStUv", Closed.UNKNOWN),
    ],
)
def test_a_token_that_was_never_made_says_whether_it_was_cut(store: Store, mangle: object, why: Closed) -> None:
    assert callable(mangle)
    with store.write() as tx:
        token = invites.create(tx, "biomed-padana", NOW, network="terre-argine")
    assert opened(store, mangle(token)) is why


def test_a_token_of_another_network_is_told_apart(store: Store) -> None:
    other = empty_store()
    migrate(other)
    with other.write() as tx:
        token = invites.create(tx, "biomed-padana", NOW, network="valli-del-po")
    other.close()
    assert opened(store, token) is Closed.ELSEWHERE


def test_an_invite_ends_with_its_day_its_maximum_or_its_revocation(store: Store) -> None:
    with store.write() as tx:
        ended = invites.create(tx, "a", NOW, ends_at=LATER)
        full = invites.create(tx, "b", NOW, max_uses=2)
        revoked = invites.create(tx, "c", NOW, place="payslip")
        kept = invites.create(tx, "c", NOW, place="canteen")
        for token in (full, full):
            found = invites.look(tx, token, NOW)
            assert isinstance(found, Invite)
            assert invites.enter(tx, found.key, NOW) == "other"
        assert invites.revoke(tx, "c", NOW, place="payslip") == 1
    closed = [getattr(opened(store, token, LATER), "closed", "?") for token in (ended, full, revoked, kept)]
    assert closed == [Closed.ENDED, Closed.FULL, Closed.REVOKED, None]
    assert getattr(opened(store, ended, NOW), "closed", "?") is None


def test_nobody_comes_in_by_an_invite_that_closed_meanwhile(store: Store) -> None:
    with store.write() as tx:
        found = invites.look(tx, invites.create(tx, "a", NOW), NOW)
        assert isinstance(found, Invite)
        invites.revoke(tx, "a", NOW, key=found.key[:8])
        assert invites.enter(tx, found.key, NOW) is None


def test_a_maximum_is_never_passed_when_many_come_at_once(store: Store) -> None:
    with store.write() as tx:
        found = invites.look(tx, invites.create(tx, "a", NOW, max_uses=7, place="canteen"), NOW)
    assert isinstance(found, Invite)
    key = found.key

    def come(_number: int) -> str | None:
        with store.write() as tx:
            return invites.enter(tx, key, NOW)

    with ThreadPoolExecutor(8) as threads:
        places = list(threads.map(come, range(24)))
    assert (places.count("canteen"), places.count(None)) == (7, 17)


@pytest.mark.parametrize(("uses", "said"), [(0, "<5"), (1, "<5"), (4, "<5"), (5, "5"), (7, "5"), (8, "10"), (43, "45")])
def test_how_many_came_is_said_so_that_nobody_is_singled_out(uses: int, said: str) -> None:
    assert Invite("k", "a", "canteen", NOW, None, uses, None).roughly == said
