"""The table of what is done by the clock: on both databases each thing stays for its time, and then goes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Table, delete, func, insert, select, update

from bot.catalogue.catalogue import Catalogue
from bot.conversation import notices
from bot.conversation.markup import plain
from bot.people import wishes
from bot.people.keys import Keys
from bot.people.wishes import Wish
from bot.store.columns import Moment
from bot.store.coordination import draft, notice, role, wrong_entry, wrong_told
from bot.store.engine import Store, open_store
from bot.store.insight import unmet
from bot.store.migrate import migrate
from bot.store.reminders import reminder
from bot.store.tables import alarm, blocked, conversation, inbox, outbox, pool_code, press, voucher
from bot.upkeep import DUTIES, Means, do

NOW = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)  # in Carpi it is the 28th already
DAY = timedelta(days=1)
A_LITTLE = timedelta(minutes=1)
KEYS = Keys(b"k" * 32)
NAMED = {duty.what: duty for duty in DUTIES}

Row = Callable[[datetime], dict[str, Any]]
LEFT: dict[str, tuple[Table, Row]] = {  # what somebody left behind at a moment
    "conversations": (conversation, lambda at: {"chat": "a", "state": KEYS.pack(at.isoformat(), "{}")}),
    "chats that stopped the bot": (blocked, lambda at: {"chat": "a", "since": at}),
    "notices that nobody took": (notice, lambda at: {"mark": "a", "chat": "s", "message": {}, "created_at": at}),
    "drafts": (draft, lambda at: {"role": 1, "base": 1, "stage": "kit", "name": "a", "files": {}, "made_at": at}),
    "reports of wrong entries": (wrong_entry, lambda at: _report() | {"reported_at": at}),
    "updates answered": (inbox, lambda at: {"update_id": 1, "received_at": at, "done_at": at}),
    "updates given up": (inbox, lambda at: {"update_id": 1, "received_at": at, "done_at": at, "failure": "E"}),
    "calls made": (outbox, lambda at: _call() | {"created_at": at, "sent_at": at}),
    "calls given up": (outbox, lambda at: _call() | {"created_at": at, "failure": "E"}),
    "presses": (press, lambda at: {"mark": "a", "answered_at": at}),
}


def _reminder(kind: str, *, due: datetime = NOW + DAY, asked: datetime = NOW) -> dict[str, Any]:
    return {"mark": "a", "content": KEYS.pack("anna", kind, "a", f"{due:%Y-%m-%d}", "", f"{asked:%Y-%m-%d}")}


def _report() -> dict[str, Any]:
    return {"service": "a", "kind": "phone", "release": 1, "mark": "a"}


def _call() -> dict[str, Any]:
    return {"chat": "", "method": "sendMessage"}


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    store = open_store(database_url)
    migrate(store)
    with store.write() as tx:
        tx.execute(insert(role).values(number=1, language="it", since=NOW))
    yield store
    store.close()


def rows(store: Store, table: Table) -> int:
    with store.read() as tx:
        return int(tx.execute(select(func.count()).select_from(table)).scalar_one())


def put(store: Store, table: Table, **values: Any) -> None:
    with store.write() as tx:
        tx.execute(insert(table).values(**values))


@pytest.mark.parametrize("what", LEFT)
def test_a_thing_stays_for_its_time_and_then_goes(store: Store, what: str) -> None:
    table, row = LEFT[what]
    kept = NAMED[what].kept
    assert kept
    left = row(NOW - kept)
    put(store, table, **left)
    unit = next((table.c[name].type for name, value in left.items() if value == NOW - kept), Moment())
    assert isinstance(unit, Moment)
    ends = unit.kept(NOW - kept) + kept  # days and hours begin with their first moment: nothing is kept longer
    assert ends <= NOW
    assert [do(NAMED[what], Means(store, KEYS), at) for at in (ends - A_LITTLE, ends + A_LITTLE)] == [0, 1]
    assert rows(store, table) == 0


@pytest.mark.parametrize("what", LEFT)
def test_what_has_just_been_left_stays_whatever_is_done(store: Store, what: str) -> None:
    table, row = LEFT[what]
    put(store, table, **row(NOW))
    for duty in DUTIES:
        assert do(duty, Means(store, KEYS), NOW) == 0
    assert rows(store, table) == 1


def test_what_waits_in_the_boxes_stays_however_old_it_is(store: Store) -> None:
    long_ago = NOW - 400 * DAY
    put(store, inbox, update_id=1, chat="1", body="{}", received_at=long_ago)
    put(store, outbox, chat="1", method="sendMessage", body="{}", created_at=long_ago)
    for duty in DUTIES:
        assert do(duty, Means(store, KEYS), NOW) == 0


@pytest.mark.parametrize(("days", "gone"), [(7, 0), (8, 1)])
def test_a_reminder_of_an_end_goes_when_the_discount_has_ended(store: Store, days: int, gone: int) -> None:
    put(store, reminder, **_reminder("ends", due=NOW + DAY - days * DAY))
    assert do(NAMED["reminders that came too late"], Means(store, KEYS), NOW) == gone


@pytest.mark.parametrize(("days", "gone"), [(89, 0), (90, 0), (91, 1)])
def test_a_wish_for_more_codes_goes_after_its_days(store: Store, days: int, gone: int) -> None:
    put(store, reminder, **_reminder("more", asked=NOW + DAY - days * DAY))  # in Carpi it is tomorrow
    assert do(NAMED["wishes for more codes"], Means(store, KEYS), NOW) == gone


@pytest.mark.parametrize("what", [duty.what for duty in DUTIES if duty.table == "reminder"])
def test_somebody_can_write_while_all_that_waits_is_unsealed(
    store: Store, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Ten thousand rows take half a second."""
    unsealed, asked = wishes.kept, list[str]()

    def kept(tx: Connection, keys: Keys) -> list[Wish]:
        with ThreadPoolExecutor(1) as another:
            another.submit(put, store, blocked, chat="another", since=NOW).result(timeout=5)
        asked.append(what)
        return unsealed(tx, keys)

    monkeypatch.setattr(wishes, "kept", kept)
    do(NAMED[what], Means(store, KEYS, lambda _: catalogue), NOW.replace(hour=12))
    assert asked == [what]


QUESTIONS = [
    ("heard", "questions that came too late", 31),
    ("why", "questions that came too late", 31),
    ("form", "questions that came too late", 31),
    ("asked", "marks of questions asked", 92),
    ("last", "marks of questions asked", 92),
]


@pytest.mark.parametrize(("kind", "what", "over"), QUESTIONS)
def test_a_question_and_that_it_was_asked_go_after_their_days(store: Store, kind: str, what: str, over: int) -> None:
    for days, gone in ((over - 1, 0), (over, 1)):
        at = NOW + DAY - days * DAY  # in Carpi it is tomorrow
        put(store, reminder, **_reminder(kind, due=at, asked=at) | {"mark": str(days)})
        assert do(NAMED[what], Means(store, KEYS), NOW) == gone
    with store.write() as tx:
        tx.execute(delete(reminder))
    put(store, reminder, **_reminder("never", due=NOW - 900 * DAY, asked=NOW - 900 * DAY))
    for duty in DUTIES:
        assert do(duty, Means(store, KEYS), NOW) == 0


def test_days_are_those_of_the_network(store: Store) -> None:
    """At half past eleven in Greenwich it is tomorrow in Carpi: there this month began one day longer ago."""
    put(store, unmet, month=(NOW - 400 * DAY).date(), mark="a", content="s2.")
    assert do(NAMED["counts of unmet needs"], Means(store, KEYS), NOW - timedelta(hours=1)) == 0
    assert do(NAMED["counts of unmet needs"], Means(store, KEYS), NOW) == 1


def test_when_its_reports_are_gone_a_service_can_be_told_again(store: Store) -> None:
    for service, at in (("old", NOW - 91 * DAY), ("new", NOW)):
        put(store, wrong_entry, **_report() | {"service": service, "reported_at": at})
        put(store, wrong_told, service=service, told_at=at)
    assert do(NAMED["reports of wrong entries"], Means(store, KEYS), NOW) == 1
    with store.read() as tx:
        assert list(tx.execute(select(wrong_told.c.service)).scalars()) == ["new"]


def test_an_empty_pool_is_said_once_and_to_the_coordinators(store: Store, catalogue: Catalogue) -> None:
    cinema = [one for one in catalogue.release.organizations if one.id == "sipario-di-nebbia"]
    alone = Catalogue(1, catalogue.release.model_copy(update={"organizations": cinema}))
    means, warn = Means(store, KEYS, lambda _: alone), NAMED["alarms about pools of codes"]
    put(store, pool_code, offer="dieci-film-carnet", code="A", imported_at=NOW, valid_from=date(2026, 10, 15))
    with store.write() as tx:
        tx.execute(update(role).values(chat=KEYS.seal("carla")))
    assert do(warn, means, NOW) == 0
    with store.write() as tx:
        tx.exec_driver_sql(
            "INSERT INTO voucher (id, offer, mark, turn, claimed_at) VALUES (1, 'a', 'a', 1, '2026-11-27 00:00:00')"
        )
        tx.exec_driver_sql("UPDATE pool_code SET voucher = 1")
    assert [do(warn, means, NOW) for _ in range(2)] == [4, 0]
    assert rows(store, alarm) == 4
    with store.read() as tx:
        (told,) = notices.waiting(tx, KEYS)
    assert told.user == "carla"
    assert "i codici sono finiti. ✉️ " in plain(told.message.text)
    assert "Ce ne mandate altri" in plain(told.message.text)


def test_a_voucher_that_was_given_while_its_offer_was_prolonged_follows(store: Store, catalogue: Catalogue) -> None:
    _, offer = catalogue.offers["dieci-film-carnet"]
    row = {"offer": offer.id, "mark": "a", "turn": 1, "claimed_at": NOW, "expires_on": date(2027, 3, 31)}
    put(store, voucher, **row)
    means, duty = Means(store, KEYS, lambda _: catalogue), NAMED["vouchers of offers that go on"]
    assert [do(duty, means, NOW) for _ in range(2)] == [1, 0]
    with store.read() as tx:
        assert tx.execute(select(voucher.c.expires_on)).scalar_one() == offer.valid.last
