"""The journal has what was committed, sealed, in its order, whoever writes beside."""

import threading
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import OperationalError

from bot.people.keys import Keys
from bot.store import journal
from bot.store.engine import Store, open_store
from bot.store.journal import Journal
from bot.store.migrate import migrate
from bot.store.tables import blocked

KEYS = Keys(b"k" * 32)
NOW = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
TODAY = NOW.date()


def made(folder: Path, day: date = TODAY) -> Journal:
    return Journal(folder / "kmzero.journal", KEYS.seal, KEYS.unseal, lambda: day)


@pytest.fixture
def store(database_url: str, tmp_path: Path) -> Store:
    store = open_store(database_url)
    migrate(store)
    store.journal = made(tmp_path)
    return store


def test_what_a_transaction_notes_is_written_once_it_is_committed(store: Store, tmp_path: Path) -> None:
    with store.write() as tx:
        journal.note(tx, {"forgotten": "anna"})
        assert made(tmp_path).read() == []
    with suppress(RuntimeError), store.write() as tx:
        journal.note(tx, {"forgotten": "bruno"})
        raise RuntimeError
    with store.write() as tx:
        tx.execute(insert(blocked).values(chat="a", since=NOW))
    assert [line.entry for line in made(tmp_path).read()] == [{"forgotten": "anna"}]
    store.close()


def test_without_the_key_it_says_how_many_lines_it_has_and_their_days(tmp_path: Path) -> None:
    made(tmp_path).append([{"forgotten": "5312047733"}, {"given": {"offer": "carnet", "on": NOW.date()}}])
    text = (tmp_path / "kmzero.journal").read_text("ascii")
    assert [line[:11] for line in text.splitlines()] == ["2026-11-24 "] * 2
    assert "5312047733" not in text
    assert "carnet" not in text
    other = Keys(b"o" * 32)
    with pytest.raises(ValueError, match="another key"):
        Journal(tmp_path / "kmzero.journal", other.seal, other.unseal, NOW.date).read()


def test_a_half_written_line_costs_that_line_alone(tmp_path: Path) -> None:
    file = tmp_path / "kmzero.journal"
    made(tmp_path).append([{"forgotten": "anna"}, {"forgotten": "bruno"}])
    file.write_bytes(file.read_bytes()[:-40])
    made(tmp_path).append([{"forgotten": "carla"}])
    with file.open("ab") as out:
        out.write(b"\0" * 30)
    made(tmp_path).append([{"forgotten": "dario"}])
    assert [line.entry["forgotten"] for line in made(tmp_path).read()] == ["anna", "carla", "dario"]


def test_who_is_forgotten_loses_their_name_in_older_lines(tmp_path: Path) -> None:
    given = {"offer": "carnet", "code": "C-1", "mark": "m", "turn": 1}
    made(tmp_path).append([{"given": given | {"person": "p"}}, {"given": given | {"person": "q"}}])
    made(tmp_path).append([{"forgotten": "anna", "people": ["p"]}])
    first, second, last = (line.entry for line in made(tmp_path).read())
    assert (first["given"]["person"], second["given"]["person"]) == (None, "q")
    assert last == {"forgotten": "anna"}


def test_what_a_savepoint_noted_goes_with_it(store: Store, tmp_path: Path) -> None:
    with store.write() as tx:
        with suppress(RuntimeError), journal.nested(tx):
            journal.note(tx, {"forgotten": "anna"})
            raise RuntimeError
        with journal.nested(tx):
            journal.note(tx, {"forgotten": "bruno"})
    assert [line.entry for line in made(tmp_path).read()] == [{"forgotten": "bruno"}]
    store.close()


def test_a_journal_that_cannot_be_written_is_a_database_that_refuses(store: Store, tmp_path: Path) -> None:
    store.journal = Journal(tmp_path / "nowhere" / "kmzero.journal", KEYS.seal, KEYS.unseal, lambda: TODAY)
    refused = False
    try:
        with store.write() as tx:
            tx.execute(insert(blocked).values(chat="a", since=NOW))
            journal.note(tx, {"forgotten": "anna"})
    except OperationalError:
        refused = True
    assert refused
    with store.read() as tx:
        assert tx.execute(select(blocked)).all() == [], "nothing was committed"
    store.close()


def test_old_lines_go_while_others_write(tmp_path: Path) -> None:
    old, new = made(tmp_path, date(2026, 8, 1)), made(tmp_path)
    old.append([{"forgotten": "old"}] * 3)

    def write(number: int) -> None:
        for turn in range(10):
            new.append([{"forgotten": f"{number} {turn}"}])

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    gone = sum(new.forget(date(2026, 8, 26)) for _ in range(20))
    for thread in threads:
        thread.join()
    kept = [line.entry["forgotten"] for line in new.read()]
    assert (gone, len(kept), len(set(kept))) == (3, 40, 40)


def test_a_journal_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert made(tmp_path).read() == []
    assert made(tmp_path).forget(NOW.date()) == 0
