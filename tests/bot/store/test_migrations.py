"""A database of the last release comes up under this program, with what was in it."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from cryptography.fernet import Fernet
from sqlalchemy import Connection, Table, insert, select, text

from bot.catalogue.evaluation import Evaluation
from bot.evaluation import form_links, outcomes
from bot.evaluation.outcomes import Outcome
from bot.insight import wrong
from bot.people.binding import WrongKey, bind
from bot.people.keys import Keys
from bot.people.members import Person
from bot.store import evaluation, observations
from bot.store.coordination import notice, role, wrong_entry
from bot.store.engine import Store, open_store
from bot.store.insight import counted, unmet
from bot.store.migrate import MIGRATIONS, migrate
from bot.store.reminders import reminder
from bot.store.tables import asked, conversation, inbox, installation, metadata, outbox, person, press, voucher

KEYS, OTHER = Keys(b"k" * 32), Keys(b"o" * 32)
WHEN = "2026-11-03 14:25:36.123456"
ANNA = "5312047733"
# What kmzero 0.2 wrote of one employee, who has a code and waits for an answer.
OFFERS = [{"id": "o", "valid": {"first": "2026-09-01"}}, {"id": "open", "valid": {}}]
LIVE = json.dumps({"organizations": [{"services": [{"offers": OFFERS}, {}]}, {}]})
ROWS: dict[str, list[dict[str, Any]]] = {
    "release": [{"number": 1, "published_at": WHEN, "digest": "d", "document": LIVE, "engine": b""}],
    "current_release": [{"id": 1, "number": 1}],
    "person": [{"id": "p", "company": "acme", "language": "it", "consent": "v", "joined_at": WHEN}],
    "voucher": [
        {"id": 7, "offer": "o", "person": "p", "mark": "m", "turn": 1, "code": "C-1", "claimed_at": WHEN},
        {"id": 8, "offer": "o", "person": None, "mark": "n", "turn": 1, "code": "C-2", "claimed_at": WHEN},
    ],
    "pool_code": [
        {"id": 3, "offer": "o", "code": "C-1", "voucher": 7, "imported_at": WHEN, "generated": False},
        {"id": 4, "offer": "open", "code": "C-3", "imported_at": WHEN, "generated": False},
        {"id": -5, "offer": "o", "code": "C-4", "imported_at": WHEN, "generated": True},
    ],
    "conversation": [{"chat": "c", "state": json.dumps({"town": "novi", "version": 1}), "updated_at": WHEN}],
    "saved": [{"person": "p", "service": "s", "saved_on": "2026-11-03"}],
    "asked": [
        {"day": "2026-10-05", "need": "nido", "shard": 3, "count": 2},
        {"day": "2026-11-20", "need": "nido", "shard": 5, "count": 4},
        {"day": "2026-08-01", "need": "nido", "shard": 5, "count": 1},
    ],
    "counted": [
        {"quarter": "2026Q4", "company": "acme", "kind": "need", "value": "casa", "mark": "1" * 32},
        {"quarter": "2026Q4", "company": "", "kind": "shown", "value": "s", "mark": "2" * 32},
    ],
    "unmet": [{"month": "2026-11-01", "need": "nido", "town": "novi", "week": "2026-11-02", "mark": "3" * 32}],
    "press": [{"mark": "x", "answered_at": WHEN}],
    "wrong_entry": [
        {"id": number, "service": "s", "kind": "code", "release": 1, "mark": str(number), "reported_at": WHEN}
        for number in range(3)
    ],
    "inbox": [{"update_id": 5, "chat": ANNA, "body": '{"update_id": 5}', "received_at": WHEN}],
    "outbox": [
        {
            "chat": ANNA,
            "method": "sendMessage",
            "body": '{"chat_id": 1, "text": "è"}',
            "created_at": WHEN,
            "attempts": 0,
        }
    ],
}


def sealed_before(keys: Keys, words: str) -> str:
    """Seal as kmzero 0.2 did."""
    return Fernet(urlsafe_b64encode(hmac.digest(keys.secret, b"seal", sha256))).encrypt(words.encode()).decode()


def sealed_rows(keys: Keys) -> dict[str, list[dict[str, Any]]]:
    chat = sealed_before(keys, ANNA)
    note: dict[str, Any] = {"text": "ecco", "choices": [], "file": None}
    return {
        "role": [{"number": 1, "mark": "r", "language": "it", "chat": chat, "since": WHEN}],
        "reminder": [
            {"mark": "c", "chat": chat, "offer": "o", "kind": "ends", "due_on": "2026-12-01", "asked_at": WHEN},
            {"mark": "c", "chat": chat, "offer": "u", "kind": "more", "due_on": "2026-12-01", "asked_at": WHEN},
        ],
        "notice": [{"mark": "c", "chat": chat, "message": json.dumps(note), "created_at": WHEN}],
    }


@pytest.fixture
def old(database_url: str) -> Iterator[Store]:
    """A database as kmzero 0.2 left it."""
    store = open_store(database_url)
    with store.write() as tx:
        metadata.drop_all(tx)
        tx.execute(text("DROP TABLE IF EXISTS alembic_version"))
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = tx
        command.upgrade(config, "0008")
        for name, rows in (ROWS | sealed_rows(KEYS)).items():
            for row in rows:
                _put(tx, name, row)
    yield store
    store.close()


def _put(tx: Connection, name: str, row: dict[str, Any]) -> None:
    columns = ", ".join(row)
    tx.execute(text(f"INSERT INTO {name} ({columns}) VALUES ({', '.join(f':{column}' for column in row)})"), row)


@pytest.fixture
def rows(old: Store) -> Callable[[Table], list[Any]]:
    """The rows of a table under this program, and with the key."""
    migrate(old)
    bind(old, KEYS)

    def all_of(table: Table) -> list[Any]:
        with old.read() as tx:
            return list(tx.execute(select(table)))

    return all_of


def test_members_keep_their_codes_and_moments_become_days(rows: Callable[[Table], list[Any]]) -> None:
    (anna,) = rows(person)
    assert anna.joined_at == datetime(2026, 11, 3, tzinfo=UTC)
    found = {(row.person, row.code, row.turn, row.claimed_at.hour): row.id for row in rows(voucher)}
    assert set(found) == {("p", "C-1", 1, 0), (None, "C-2", 1, 0)}
    assert min(found.values()) > 2**31, "ids of chance"
    mine = found["p", "C-1", 1, 0]
    given, *others = sorted(rows(metadata.tables["pool_code"]), key=lambda row: row.code)
    assert (given.voucher, given.set_aside_on, given.import_number) == (mine, None, None)
    assert [row.valid_from for row in (given, *others)] == [date(2026, 9, 1), None, None], "codes are for the live year"
    (aside,) = rows(metadata.tables["saved"])
    assert (aside.mark, KEYS.unpack(aside.service)) == (KEYS.saved("s", "p"), ["s"])
    assert len(rows(press)) == 1


def test_conversations_and_what_waits_are_sealed_and_can_be_read_with_the_key(
    rows: Callable[[Table], list[Any]],
) -> None:
    (talk,), (arrived,), (leaving,) = rows(conversation), rows(inbox), rows(outbox)
    at, state = KEYS.unpack(talk.state)
    assert (at, json.loads(state)["town"]) == ("2026-11-03T14:25:36.123456+00:00", "novi")
    assert (arrived.chat, KEYS.unseal(arrived.body)) == (KEYS.arriving(ANNA), '{"update_id": 5}')
    assert leaving.chat == KEYS.leaving(ANNA)
    assert json.loads(KEYS.unseal(leaving.body)) == [ANNA, {"chat_id": 1, "text": "è"}]


def test_reminders_notices_and_roles_are_sealed_anew_under_marks_of_their_own(
    rows: Callable[[Table], list[Any]],
) -> None:
    days = "2026-12-01", "", "2026-11-03"
    assert {(row.mark, *KEYS.unpack(row.content)) for row in rows(reminder)} == {
        (KEYS.reminder("ends", "o", ANNA), ANNA, "ends", "o", *days),
        (KEYS.reminder("more", "u", ANNA), ANNA, "more", "u", *days),
    }
    (told,), (keeper,) = rows(notice), rows(role)
    assert (told.mark, json.loads(KEYS.unseal(told.message))["text"]) == (KEYS.notice(ANNA), "ecco")
    assert KEYS.unseal(keeper.chat) == ANNA


def test_counts_lose_their_days_and_their_company(rows: Callable[[Table], list[Any]]) -> None:
    assert sorted((row.day, row.count) for row in rows(asked)) == [(date(2026, 7, 1), 1), (date(2026, 10, 1), 6)]
    assert {tuple(KEYS.unpack(row.content)) for row in rows(counted)} == {("acme", "need", "casa"), ("", "shown", "s")}
    (gap,) = rows(unmet)
    assert KEYS.unpack(gap.content) == ["nido", "novi", "2026-11-02", "3" * 32]


def test_reports_of_before_count_from_the_first_of_their_month_on(
    old: Store, rows: Callable[[Table], list[Any]]
) -> None:
    assert {row.content for row in rows(wrong_entry)} == {None}
    with old.write() as tx:
        wrong.note(tx, KEYS, "s", "mute", release=2, user=ANNA, now=datetime(2026, 11, 20, 9, tzinfo=UTC))
        (soon,) = wrong.open_reports(tx, KEYS, datetime(2026, 11, 25, tzinfo=UTC))
        (late,) = wrong.open_reports(tx, KEYS, datetime(2026, 12, 5, tzinfo=UTC))
    assert (soon.kinds, late.kinds) == ({"code": 3, "mute": 1}, {"mute": 1})
    assert {KEYS.unpack(row.content)[0] for row in rows(wrong_entry) if row.content} == {"2026-11-20"}


def test_an_evaluation_begins_with_nothing_and_is_kept_in_its_tables(
    old: Store, rows: Callable[[Table], list[Any]]
) -> None:
    """Nobody is counted for what they did before; a token stands nowhere, and answers are sealed."""
    tables = evaluation.evaluation, evaluation.outcome, evaluation.form_link, evaluation.evaluation_page
    assert [rows(table) for table in tables] == [[], [], [], []]
    now, me = datetime(2026, 11, 20, 9, tzinfo=UTC), Person(KEYS.person("acme", ANNA), "acme", "it")
    with old.write() as tx:
        tx.execute(insert(evaluation.evaluation).values(id="e", ends_on=date(2027, 1, 31), figures=[1]))
        page = {"evaluation": "e", "kind": "network", "owner": "network", "name": "e.csv", "content": b"1"}
        tx.execute(insert(evaluation.evaluation_page).values(page))
        alone: dict[str, Any] = {"id": "e"}
        running = Evaluation.model_construct(**alone)
        assert outcomes.note(tx, KEYS, running, me, [Outcome("reached"), Outcome("reached")]) == 1
        assert outcomes.counts(tx, KEYS, "e") == {("acme", "reached", ""): 1}
        token = form_links.create(tx, "e", "companies", "acme", now=now, network="net")
        link = form_links.find(tx, KEYS, token)
        assert link
        form_links.answer(tx, KEYS, link, {"easy": "quite"}, asked=["easy"], now=now)
        assert form_links.answers(tx, KEYS, "e", "companies") == [{"easy": "quite"}]
    kept = str([rows(table) for table in tables])
    assert sha256(token.encode()).hexdigest() in kept
    assert not [word for word in (token, token[:22], "quite", "reached", me.id) if word in kept]


def test_the_key_of_another_database_is_refused_and_nothing_is_touched(old: Store) -> None:
    migrate(old)
    with pytest.raises(WrongKey):
        bind(old, OTHER)
    bind(old, KEYS)
    with pytest.raises(WrongKey):
        bind(old, OTHER)


def test_nothing_that_was_open_lies_open_any_more(old: Store, rows: Callable[[Table], list[Any]]) -> None:
    every = [str(cell) for table in metadata.sorted_tables for row in rows(table) for cell in row]
    assert not [cell for cell in every if ANNA in cell or "novi" in cell or "acme" in cell.split()[1:]]


def test_nothing_is_known_yet_of_the_bot_and_its_webhook(old: Store, rows: Callable[[Table], list[Any]]) -> None:
    assert [(row.bot_username, row.webhook_url) for row in rows(installation)] == [(None, None)]
    with old.write() as tx:
        observations.learn_username(tx, "kmzero_bot")
        observations.beat(tx, datetime(2026, 11, 4, tzinfo=UTC))
    assert [(row.bot_username, row.key_fingerprint) for row in rows(installation)] == [("kmzero_bot", KEYS.fingerprint)]
    assert [row.what for row in rows(observations.observation)] == ["leader"]
