"""The list of troubles: what is wrong is told with its cause, its cure and since when; what is not wrong is not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot.health import signs
from bot.health.finding import troubles
from bot.health.room import Room
from bot.health.signs import Signs
from bot.store import attempts, clock, observations
from bot.store.engine import Store, open_store
from bot.store.migrate import migrate
from bot.store.observations import Observed
from bot.store.tables import inbox, outbox

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GB = 1_000_000_000


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    made = open_store(database_url)
    migrate(made)
    yield made
    made.close()


def wrong(store: Store, began: datetime | None = None, room: Room | None = None) -> dict[str, str]:
    with store.read() as tx:
        found = troubles(signs.read(tx, NOW, began=began, room=room))
    assert all(one.cause and one.cure and one.since <= NOW for one in found)
    return {one.what: one.cause for one in found}


def wait(store: Store, *calls: tuple[str, float, float | None], sent: float | None = None) -> None:
    """Put calls into the outbox: chat, seconds since it was decided, seconds from now when it may go out."""
    rows = [
        {"chat": chat, "method": "m", "created_at": ago(old), "not_before": None if later is None else ago(-later)}
        for chat, old, later in calls
    ]
    with store.write() as tx:
        for row in rows:
            tx.execute(insert(outbox).values(row))
        if sent is not None:
            tx.execute(insert(outbox).values(chat="", method="m", created_at=ago(sent), sent_at=ago(sent)))


@pytest.mark.parametrize(
    ("calls", "sent", "unhealthy"),
    [
        ([("a", 59, None)], None, False),
        ([("a", 61, None)], None, True),  # nobody sends
        ([("a", 61, None)], 5, False),  # a long queue that goes out
        ([("a", 700, None)], 5, True),  # one that does not
        ([("a", 500, 300)], 5, False),  # Telegram said 'retry after' to one chat
        ([("a", 500, 300), ("a", 400, None)], None, False),  # what follows waits with it
        ([("a", 500, 300), ("b", 400, 200)], 5, False),
        ([("a", 500, 300), ("b", 400, 200)], 90, True),  # nothing goes out to anybody
        ([("a", 500, -30)], None, False),  # it may go out again since half a minute
    ],
)
def test_calls_that_wait(
    store: Store, calls: list[tuple[str, float, float | None]], sent: float | None, *, unhealthy: bool
) -> None:
    wait(store, *calls, sent=sent)
    assert ("outbox" in wrong(store)) == unhealthy


def test_while_the_token_is_refused_nobody_is_sent_to_the_process_that_sends(store: Store) -> None:
    wait(store, ("a", 61, None))
    with store.write() as tx:
        observations.keep(tx, "one", [Observed("token", "refused\ncure", ago(90), NOW)], NOW)
    with store.read() as tx:
        cures = {one.what: one.cure for one in troubles(signs.read(tx, NOW))}
    assert cures == {"token": "cure", "outbox": "nothing can go out before Telegram takes the token"}


@pytest.mark.parametrize(("age", "unhealthy"), [(59, False), (61, True)])
def test_a_message_that_nobody_answers(store: Store, age: float, *, unhealthy: bool) -> None:
    with store.write() as tx:
        tx.execute(insert(inbox).values(update_id=1, received_at=ago(age)))
        tx.execute(insert(inbox).values(update_id=2, received_at=ago(900), done_at=ago(899)))
    assert ("inbox" in wrong(store)) == unhealthy


@pytest.mark.parametrize(
    ("led", "began", "unhealthy"),
    [(None, None, False), (None, 30, False), (None, 61, True), (59, 900, False), (61, 900, True), (61, None, True)],
)
def test_nobody_leads(store: Store, led: float | None, began: float | None, *, unhealthy: bool) -> None:
    if led is not None:
        with store.write() as tx:
            observations.beat(tx, ago(led + 100))
            observations.beat(tx, ago(led))
    assert ("leader" in wrong(store, ago(began) if began else None)) == unhealthy


@pytest.mark.parametrize(
    ("free", "total", "unhealthy"),
    [(0.3, 1000, False), (0.19, 1000, True), (0.11, 1, False), (0.09, 1, True)],
)
def test_a_disk_that_is_nearly_full(free: float, total: float, *, unhealthy: bool) -> None:
    found = troubles(Signs(NOW, room=Room(Path("/srv"), int(free * GB), int(total * GB))))
    assert bool(found) == unhealthy


def test_a_publish_that_failed_and_a_clock_that_is_behind(store: Store) -> None:
    with store.write() as tx:
        attempts.note(tx, attempts.Attempt(ago(5), None, 2, "needs/salute.yaml:3:1"))
        clock.seen(tx, NOW + timedelta(hours=2))
    found = wrong(store)
    assert "needs/salute.yaml:3:1" in found["publish"]
    assert "behind the newest time" in found["clock"]


def test_what_processes_see_is_told_once_and_is_over_when_they_are(store: Store) -> None:
    def seen(what: str, cause: str, since: float) -> Observed:
        return Observed(what, f"{cause}\ncure", ago(since), NOW)

    with store.write() as tx:
        observations.keep(tx, "one", [seen("token", "first", 90), seen("webhook.poll", "w", 9)], NOW)
        observations.keep(tx, "two", [seen("token", "second", 30)], NOW)
        observations.keep(tx, "gone", [seen("disk.full", "d", 500)], ago(200))
        observations.keep(tx, "ahead", [seen("disk.full", "d", 500)], ago(-7200))  # killed, and its clock set right
    assert wrong(store) == {"token": "first", "webhook": "w"}
    with store.write() as tx:
        observations.keep(tx, "one", [], NOW)
    assert wrong(store) == {"token": "second"}
    later = NOW + timedelta(hours=1, seconds=1)
    with store.write() as tx:
        observations.beat(tx, later)  # a process that is well writes nothing else
        assert {one.who for one in observations.seen(tx, NOW, timedelta(days=1))} == {"ahead"}
