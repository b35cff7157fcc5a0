"""Where `kmzero run` and `kmzero web` serve the pages: on one listener, with a webhook or without; what is inside."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from bot.config import Health, Settings, Web, Webhook
from handlers import webhook
from handlers.application import Face
from handlers.page import pages_of
from handlers.roles import Role
from tests.conftest import settings_for
from tests.handlers.echo_house import EchoHouse, new_face
from tests.handlers.fake_telegram import FakeTelegram
from tests.handlers.ports import free_port, listens

ROOT = Path(__file__).parents[2]
URL = "https://welfare.example.org"
SECRET = "s3cret-s3cret"


def with_pages(house: EchoHouse, port: int, *, health: int | None = None, hook: bool = False) -> Settings:
    own = Webhook(port=port, url="https://bot.example.org/telegram" if hook else None, secret=SECRET if hook else None)
    telegram = house.settings.telegram.model_copy(update={"webhook": own})
    more = {"telegram": telegram, "web": Web(url=URL), "health": Health(port=health)}
    return house.settings.model_copy(update=more)


@asynccontextmanager
async def serving(face: Face, settings: Settings) -> AsyncIterator[None]:
    """Have all listeners of `--role all` open."""
    hook = webhook.webhook(settings.telegram.webhook)
    shown = [hook] if hook else pages_of(settings, None, Role.ALL)
    tasks = [asyncio.create_task(one.run(face)) for one in shown]
    try:
        await asyncio.gather(*(listens(one.port) for one in shown))
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.parametrize("hook", [False, True], ids=["polling", "webhook"])
async def test_pages_health_and_webhook_have_one_listener(
    house: EchoHouse, telegram: FakeTelegram, *, hook: bool
) -> None:
    port = free_port()
    settings = with_pages(house, port, hook=hook)
    face = new_face(EchoHouse(**{**vars(house), "settings": settings}), telegram)
    async with serving(face, settings), httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as web:
        found = [(await web.get(path)).status_code for path in ("/static/style.css", "/niente", "/metrics")]
        update = await web.post("/telegram", json={"update_id": 1}, headers={"x-telegram-bot-api-secret-token": SECRET})
    await face.close()
    assert found == [200, 404, 200]
    assert update.status_code == (200 if hook else 405)


async def test_health_with_a_port_of_its_own_is_beside_the_pages(house: EchoHouse, telegram: FakeTelegram) -> None:
    port, inside = free_port(), free_port()
    settings = with_pages(house, port, health=inside)
    face = new_face(EchoHouse(**{**vars(house), "settings": settings}), telegram)
    async with serving(face, settings), httpx.AsyncClient() as web:
        assert (await web.get(f"http://127.0.0.1:{inside}/metrics")).status_code == 200
        assert (await web.get(f"http://127.0.0.1:{port}/static/style.css")).status_code == 200
    await face.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "192.0.2.7"},
        {"Forwarded": "for=192.0.2.7"},
        {"X-Real-IP": "192.0.2.7"},
        {"X-Forwarded-Host": "welfare.example.org"},
        {"Host": "welfare.example.org"},
    ],
    ids=str,
)
async def test_who_comes_from_outside_finds_neither_health_nor_metrics(
    house: EchoHouse, telegram: FakeTelegram, headers: dict[str, str]
) -> None:
    settings = with_pages(house, free_port(), hook=True)
    face = new_face(EchoHouse(**{**vars(house), "settings": settings}), telegram)
    hook = webhook.webhook(settings.telegram.webhook)
    assert hook
    transport = httpx.ASGITransport(webhook.site(face, hook))
    async with httpx.AsyncClient(transport=transport, base_url="http://10.0.0.5:8080") as web:
        outside = [(await web.get(path, headers=headers)).status_code for path in ("/healthz", "/metrics")]
        assert outside == [404, 404]
        assert (await web.get("/metrics")).status_code == 200
    await face.close()


async def test_without_an_address_there_are_no_pages(face: Face) -> None:
    assert face.web_pages == []


def test_a_worker_and_a_sender_show_no_pages(house: EchoHouse) -> None:
    settings = with_pages(house, 8080, health=9090)
    for role in (Role.WORKER, Role.SENDER):
        assert [page.web for page in pages_of(settings, None, role)] == [False]


def test_the_pages_come_up_alone_and_end_when_told(database: Path) -> None:
    """`kmzero web`, as it is typed: it says where it is, and how to get links."""
    port, settings = free_port(), settings_for(database)
    environment = {**os.environ, "KMZERO_DATABASE__URL": settings.database.url, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "handlers", "--config", os.devnull, "web", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdout.readline() == f"http://127.0.0.1:{port}\n"
        assert f"KMZERO_WEB__URL=http://127.0.0.1:{port}" in running.stdout.readline()
        answer = httpx.HTTPTransport(retries=20)
        with httpx.Client(transport=answer, base_url=f"http://127.0.0.1:{port}") as web:
            assert web.get("/niente", headers={"Accept-Language": "it"}).status_code == 404
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 0


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://welfare.example.org", "https://welfare.example.org"),
        (" https://welfare.example.org/ ", "https://welfare.example.org"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("", None),
        (None, None),
    ],
)
def test_an_address_is_one_of_a_host(url: str | None, kept: str | None) -> None:
    assert Web(url=url).url == kept


@pytest.mark.parametrize(
    "url", ["welfare.example.org", "http://welfare.example.org", "https://a.example/x", "https://"]
)
def test_what_is_no_address_of_a_host_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        Web(url=url)
