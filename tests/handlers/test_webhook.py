"""Updates that Telegram brings: only with the secret, safe before 200, kept by Telegram while the database is down."""

import asyncio
import json
import socket
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, insert
from sqlalchemy import text as sql

from bot import config
from bot.errors import CannotRun
from bot.store import attempts
from bot.store.tables import release
from handlers.application import Face
from handlers.refusals import HEADER
from handlers.webhook import LARGEST, Webhook, site, webhook
from tests.handlers.echo_house import EchoHouse, effects, in_rows
from tests.handlers.fake_telegram import FakeTelegram
from tests.handlers.incoming_updates import ANNA, text

HOOK = Webhook("https://bot.example.org/telegram", "s3cret-s3cret", "127.0.0.1", 8080)
SIGNED = {HEADER: HOOK.secret}


@pytest.fixture
async def web(face: Face) -> Any:
    transport = httpx.ASGITransport(site(face, HOOK))
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        yield client


async def test_an_update_is_in_the_inbox_before_telegram_hears_200(web: httpx.AsyncClient, house: EchoHouse) -> None:
    answer = await web.post("/telegram", json=text(1, "ciao"), headers=SIGNED)
    assert answer.status_code == 200
    assert [row.update_id for row in in_rows(house)] == [1]


async def test_an_update_brought_three_times_has_one_effect(
    web: httpx.AsyncClient, face: Face, house: EchoHouse, telegram: FakeTelegram
) -> None:
    for _ in range(3):
        await web.post("/telegram", json=text(1, "ciao"), headers=SIGNED)
    await face.process(text(2, "e poi"))
    assert effects(house) == 2
    assert telegram.texts(ANNA) == ["1001: ciao", "1001: e poi"]


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "s3cret"}, {HEADER: HOOK.secret + "x"}])
async def test_without_the_secret_nothing_comes_in(
    web: httpx.AsyncClient, house: EchoHouse, headers: dict[str, str]
) -> None:
    assert (await web.post("/telegram", json=text(1, "ciao"), headers=headers)).status_code == 401
    assert in_rows(house) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[]", 400),
        (b'{"update_id": "x"}', 400),
        (b'{"update_id": 9223372036854775808}', 400),
        (b"[" * 100_000, 400),
        (b"\xff\xfe", 400),
        (b" " * (LARGEST + 1), 413),
    ],
)
async def test_what_is_not_an_update_is_refused(
    web: httpx.AsyncClient, house: EchoHouse, body: bytes, status: int
) -> None:
    assert (await web.post("/telegram", content=body, headers=SIGNED)).status_code == status
    assert in_rows(house) == []


async def test_while_the_database_is_down_telegram_keeps_the_update(web: httpx.AsyncClient, house: EchoHouse) -> None:
    with house.store.write() as tx:
        tx.execute(sql("ALTER TABLE inbox RENAME TO inbox_away"))
    assert (await web.post("/telegram", json=text(1, "ciao"), headers=SIGNED)).status_code == 503
    with house.store.write() as tx:
        tx.execute(sql("ALTER TABLE inbox_away RENAME TO inbox"))
    assert (await web.post("/telegram", json=text(1, "ciao"), headers=SIGNED)).status_code == 200


async def test_health_and_figures(web: httpx.AsyncClient, face: Face) -> None:
    await face.process(text(1, "ciao"))
    assert (await web.get("/healthz")).text == "ok"
    page = (await web.get("/metrics")).text
    assert 'kmzero_updates_total{outcome="answered"} 1.0' in page
    assert "kmzero_outbox_waiting 0.0" in page
    assert "kmzero_answer_seconds_count 1.0" in page


async def test_a_publish_that_failed_is_a_figure_until_one_succeeds(web: httpx.AsyncClient, house: EchoHouse) -> None:
    noon = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
    with house.store.write() as tx:
        _publish(tx, 1, noon)
        attempts.note(tx, attempts.Attempt(noon + timedelta(hours=1), None, 2, "needs/salute.yaml:3:1"))
    page = (await web.get("/metrics")).text
    assert float(page.partition("\nkmzero_last_publish_timestamp ")[2].split()[0]) == noon.timestamp()
    assert "kmzero_publish_failed 1.0" in page
    with house.store.write() as tx:
        _publish(tx, 2, noon + timedelta(hours=2))
        attempts.note(tx, attempts.Attempt(noon + timedelta(hours=2), 2))
    assert "kmzero_publish_failed 0.0" in (await web.get("/metrics")).text


def _publish(tx: Connection, number: int, at: datetime) -> None:
    tx.execute(insert(release).values(number=number, published_at=at, digest="", document="", engine=b""))


@pytest.mark.parametrize("secret", [None, "", "with spaces", "x" * 257])
def test_it_refuses_to_start_without_a_good_secret(secret: str | None) -> None:
    chosen = config.Webhook(url=HOOK.url, secret=SecretStr(secret) if secret is not None else None)
    with pytest.raises(CannotRun, match=r"telegram\.webhook\.secret"):
        webhook(chosen)


def test_without_a_url_the_bot_polls() -> None:
    assert webhook(config.Webhook()) is None


async def test_over_a_real_socket_until_cancelled(face: Face, house: EchoHouse) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    hook = Webhook(HOOK.url, HOOK.secret, "127.0.0.1", port)
    running = asyncio.create_task(hook.run(face))
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{port}", transport=httpx.AsyncHTTPTransport(retries=5)
    ) as web:
        await asyncio.sleep(0.3)
        body = json.dumps(text(1, "ciao"))
        assert (await web.post("/telegram", content=body, headers=SIGNED)).status_code == 200
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert len(in_rows(house)) == 1


async def test_a_port_that_is_taken_is_named(face: Face) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotRun, match=str(port)):
            await Webhook(HOOK.url, HOOK.secret, "127.0.0.1", port).run(face)
