"""A process that may open no further file: Telegram keeps what comes, the inbox what waits, and nothing is given up.

SQLite, whose every turn to write opens a file.
"""

import asyncio
import os
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import OperationalError

from bot.conversation.messages import Incoming, Reply, Said
from bot.store import journal
from bot.store.journal import Journal
from handlers import logs, rounds, sender, serving
from handlers.application import Face
from handlers.stopping import until
from handlers.webhook import Webhook
from tests.handlers.echo_house import EchoHouse, echo, echo_house, in_rows, new_face, out_rows
from tests.handlers.fake_telegram import Called, FakeTelegram
from tests.handlers.incoming_updates import text
from tests.open_files import Files


@pytest.fixture
def house(tmp_path: Path) -> Iterator[EchoHouse]:
    built = echo_house(tmp_path)
    yield built
    built.store.close()


@pytest.mark.parametrize("where", ["before the turn", "in the core", "in the core, beside one that fails"])
async def test_an_update_that_waits_is_answered_when_there_are_files_again(
    face: Face, house: EchoHouse, files: Files, telegram: FakeTelegram, where: str
) -> None:
    def loads_a_calendar(user: str, message: Incoming) -> Reply:
        if isinstance(message, Said) and message.text == "boom":
            raise ValueError
        with files.none_left():
            Path(os.devnull).read_bytes()
        return echo(user, message)

    if "beside" in where:
        await face.take_in([text(1, "boom", user=1002)])
    await face.take_in([text(2, "ciao")])
    house.concierge.answer = loads_a_calendar
    if where == "before the turn":
        files.run_out()
    await face.rounds.answer_waiting(lambda: None)
    files.back()
    assert {(row.done_at, row.failure) for row in in_rows(house)} == {(None, None)}
    house.concierge.answer = echo
    await face.rounds.answer_waiting(lambda: None)
    await face.sender.drain()
    assert "1001: ciao" in telegram.texts()
    assert [row.failure for row in in_rows(house)] == [None] * len(in_rows(house))


@pytest.mark.parametrize("what", ["read", "write", "journal"])
def test_the_database_is_what_is_away(house: EchoHouse, files: Files, tmp_path: Path, what: str) -> None:
    house.store.journal = Journal(tmp_path / "journal", str, str, lambda: date(2026, 11, 28))
    with pytest.raises(OperationalError):
        _run_out(house, files, what)


def _run_out(house: EchoHouse, files: Files, what: str) -> None:
    with house.store.read() if what == "read" else house.store.write() as tx:
        files.run_out()
        journal.note(tx, {"erased": "x"})
        if what != "journal":
            Path(os.devnull).read_bytes()


class LosesItsFiles(FakeTelegram):
    """Takes a message; from then on this process may open no file."""

    limits: Files

    async def _answer(self, called: Called) -> tuple[int, dict[str, Any]]:
        if called.method == "sendMessage":
            self.limits.run_out()
        return await super()._answer(called)


async def test_what_was_sent_is_not_sent_again_because_it_could_not_be_noted(
    house: EchoHouse, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "NAP", 0.02)
    telegram = LosesItsFiles()
    telegram.limits = files
    face = new_face(house, telegram)
    await face.take_in([text(1, "ciao")])
    await face.rounds.answer_waiting(lambda: None)
    sending = asyncio.create_task(face.sender.run())
    await telegram.until(lambda: bool(telegram.texts()))
    await asyncio.sleep(0.2)
    files.back()
    await asyncio.sleep(0.2)
    assert all(row.sent_at for row in out_rows(house))
    assert telegram.texts() == ["1001: ciao"]
    sending.cancel()
    await face.sender.stop()
    await face.close()


async def test_the_program_goes_on(
    house: EchoHouse, telegram: FakeTelegram, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "NAP", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    hook, face = Webhook("https://bot.example.org/telegram", "s3cret", "127.0.0.1", port), new_face(house, telegram)
    stop = asyncio.Event()
    running = asyncio.create_task(until(stop, serving.work(face, hook)))
    transport = httpx.AsyncHTTPTransport(retries=5)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", transport=transport) as web:
        await web.get("/healthz")  # this connection has its file; each request takes the same one
        files.run_out()
        statuses = [(await _brought(web, number)) for number in (1, 2)]
        await asyncio.sleep(0.3)
        files.back()
        statuses += [(await _brought(web, number)) for number in (1, 2)]
    assert statuses == [503, 503, 200, 200]
    await telegram.until(lambda: len(telegram.texts()) == 2)
    assert not running.done()
    assert [row.failure for row in in_rows(house)] == [None, None]
    stop.set()
    await running
    await face.close()


async def _brought(web: httpx.AsyncClient, number: int) -> int:
    return (
        await web.post("/telegram", json=text(number, "ciao"), headers={"X-Telegram-Bot-Api-Secret-Token": "s3cret"})
    ).status_code


async def test_the_log_says_so_once(
    face: Face, files: Files, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(rounds, "NAP", 0.01)
    await face.take_in([text(1, "ciao")])
    with files.none_left():
        answering = asyncio.create_task(face.rounds.run(lambda: None))
        await asyncio.sleep(0.2)
    answering.cancel()
    assert [record.getMessage() for record in caplog.records] == [f"the database refuses: {logs.NO_FILE_LEFT}"]
