"""The webhook over real sockets: who stands in the doorway is sent away, and an update is answered meanwhile."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from handlers import connections, logs
from handlers.application import Face
from handlers.webhook import Webhook
from tests.handlers.echo_house import EchoHouse, echo_house, in_rows
from tests.handlers.incoming_updates import text
from tests.open_files import Files

HEADER, SECRET = "X-Telegram-Bot-Api-Secret-Token", "s3cret-s3cret"
HEAD = f"POST /telegram HTTP/1.1\r\nHost: bot\r\n{HEADER}: {SECRET}\r\nContent-Length: 900\r\n"
STRANGERS = {
    "who says nothing": b"",
    "half a head": HEAD.encode(),
    "half a body": f"{HEAD}\r\n{{".encode(),
    "half a body of somebody without the secret": b"POST / HTTP/1.1\r\nHost: bot\r\nContent-Length: 9\r\n\r\n{",
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[EchoHouse]:
    built = echo_house(tmp_path)
    yield built
    built.store.close()


@dataclass(frozen=True)
class Open:
    """The webhook on a port of this machine."""

    port: int

    async def post(self, number: int) -> int:
        headers = {HEADER: SECRET, "content-type": "application/json"}
        async with httpx.AsyncClient(timeout=5) as client:
            url = f"http://127.0.0.1:{self.port}/telegram"
            return (await client.post(url, content=json.dumps(text(number, "ciao")), headers=headers)).status_code

    async def healthz(self) -> int:
        async with httpx.AsyncClient(timeout=5) as client:
            return (await client.get(f"http://127.0.0.1:{self.port}/healthz")).status_code

    async def connect(self, said: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(said)
        return reader, writer


@asynccontextmanager
async def opened(face: Face) -> AsyncIterator[Open]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    running = asyncio.create_task(Webhook("https://bot.example/telegram", SECRET, "127.0.0.1", port).run(face))
    await asyncio.sleep(0.1)
    try:
        yield Open(port)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


@pytest.fixture
async def web(face: Face) -> AsyncIterator[Open]:
    async with opened(face) as found:
        yield found


async def test_a_thousand_that_wait_hold_up_nobody_and_are_closed(
    web: Open, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "SECONDS", 1.0)
    files.room_for(2_000)
    strangers = [await web.connect(said) for said in STRANGERS.values() for _ in range(250)]
    assert [await web.post(1), await web.healthz()] == [200, 200]
    async with asyncio.timeout(10):
        await asyncio.gather(*(_until_closed(reader) for reader, _ in strangers))
    for _, writer in strangers:
        writer.close()


async def test_where_too_many_wait_the_oldest_goes(web: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "WAITING", 5)
    strangers = [await web.connect(STRANGERS["half a head"]) for _ in range(8)]
    closed = [asyncio.create_task(_until_closed(reader)) for reader, _ in strangers]
    await asyncio.wait(closed[:3], timeout=5)
    assert [one.done() for one in closed] == [True] * 3 + [False] * 5
    for one, (_, writer) in zip(closed, strangers, strict=True):
        one.cancel()
        writer.close()


async def _until_closed(reader: asyncio.StreamReader) -> None:
    try:
        while await reader.read(1_000):
            continue
    except ConnectionError:
        return


@pytest.mark.parametrize("said", [STRANGERS["half a head"], STRANGERS["half a body"]])
async def test_who_trickles_gains_no_time(web: Open, monkeypatch: pytest.MonkeyPatch, said: bytes) -> None:
    monkeypatch.setattr(connections, "SECONDS", 0.3)
    reader, writer = await web.connect(said)
    closed = asyncio.create_task(_until_closed(reader))
    async with asyncio.timeout(1):
        while not closed.done():
            writer.write(b"x")
            await asyncio.sleep(0.02)
    writer.close()


async def test_a_connection_that_is_used_again_lives_on(web: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "SECONDS", 0.3)
    request = b"GET /healthz HTTP/1.1\r\nHost: bot\r\n\r\n"
    reader, writer = await web.connect(request)
    for _ in range(5):
        assert b"200" in await reader.readuntil(b"\r\n\r\nok")
        await asyncio.sleep(0.15)
        writer.write(request)
    writer.close()


@dataclass(frozen=True)
class Gate:
    """Keeps updates waiting until it is opened, as a database that is busy; says when the first is there."""

    reached: asyncio.Event
    opened: asyncio.Event


@pytest.fixture
def gate(face: Face, monkeypatch: pytest.MonkeyPatch) -> Gate:
    keep, found = face.take_in, Gate(asyncio.Event(), asyncio.Event())

    async def at_the_gate(updates: list[dict[str, object]]) -> None:
        found.reached.set()
        await found.opened.wait()
        await keep(updates)

    monkeypatch.setattr(face, "take_in", at_the_gate)
    return found


async def test_an_answer_that_takes_long_is_waited_for(web: Open, gate: Gate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "SECONDS", 0.1)
    answering = asyncio.create_task(web.post(1))
    await gate.reached.wait()
    await asyncio.sleep(0.3)
    gate.opened.set()
    assert await answering == 200


async def test_who_comes_while_all_others_wait_for_their_answer_hears_503(
    face: Face, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "ALL", 2)
    async with opened(face) as web:
        answering = asyncio.create_task(web.post(1))
        await gate.reached.wait()
        assert await web.post(2) == 503
        gate.opened.set()
        assert [await answering, await web.post(2)] == [200, 200]


async def test_without_a_file_left_connections_wait_and_one_line_says_so(
    web: Open, house: EchoHouse, files: Files, caplog: pytest.LogCaptureFixture
) -> None:
    async with httpx.AsyncClient(timeout=5) as client:
        await client.get(f"http://127.0.0.1:{web.port}/healthz")  # it has its own files now
        waiting = [socket.socket() for _ in range(5)]
        with files.none_left():
            for one in waiting:
                one.connect(("127.0.0.1", web.port))
            await asyncio.sleep(0.3)
        for one in waiting:
            one.close()
    assert await web.post(1) == 200
    assert [row.update_id for row in in_rows(house)] == [1]
    (line,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert line.getMessage() == f"connections wait: {logs.NO_FILE_LEFT}"
    assert line.exc_info is None
