"""The real nginx with deploy/nginx.conf in front of the real listener: what Telegram and people reach, and nobody."""

import asyncio
import os
import shutil
import ssl
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.config import Web
from handlers import connections
from handlers.application import Face
from handlers.webhook import LARGEST, Webhook
from tests.handlers.echo_house import EchoHouse, echo_house, in_rows
from tests.handlers.incoming_updates import text
from tests.handlers.ports import free_port, listens

BLOCK = (Path(__file__).parents[2] / "deploy" / "nginx.conf").read_text("utf-8")
HOST = "bot.example.org"
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
HEADER, SECRET = "X-Telegram-Bot-Api-Secret-Token", "s3cret-s3cret"
WHOLE = """
pid {folder}/nginx.pid;
error_log {folder}/error.log;
daemon off;
master_process off;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {block}
}}
"""

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is missing: the block of deploy/nginx.conf was not tried")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[EchoHouse]:
    built = echo_house(tmp_path)
    yield replace(built, settings=built.settings.model_copy(update={"web": Web(url=f"https://{HOST}")}))
    built.store.close()


def certify(folder: Path) -> None:
    """Write a certificate of the host that it signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().issuer_name(name).subject_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "fullchain.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(pem))
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))


@pytest.fixture
async def outside(face: Face, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    """What Telegram has: https, by name, through nginx."""
    https, inside = free_port(), free_port()
    certify(tmp_path)
    block = BLOCK.replace(f"/etc/letsencrypt/live/{HOST}", str(tmp_path))
    block = block.replace("listen 443", f"listen 127.0.0.1:{https}").replace("127.0.0.1:8080", f"127.0.0.1:{inside}")
    block = block.replace("# server 127.0.0.1:8081;", f"server 127.0.0.1:{free_port()};")  # the second is away
    (tmp_path / "nginx.conf").write_text(WHOLE.format(folder=tmp_path, block=block), encoding="utf-8")
    hook = Webhook(f"https://{HOST}/telegram", SECRET, "127.0.0.1", inside)
    running = asyncio.create_task(hook.run(face))
    assert NGINX
    nginx = await asyncio.create_subprocess_exec(
        NGINX, "-p", tmp_path, "-e", tmp_path / "error.log", "-c", tmp_path / "nginx.conf"
    )
    try:
        await listens(https)
        yield _client(https, tmp_path / "fullchain.pem")
    finally:
        nginx.terminate()
        await nginx.wait()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def _client(port: int, trusted: Path) -> httpx.AsyncClient:
    trust = ssl.create_default_context(cafile=trusted)
    trust.verify_flags &= ~ssl.VERIFY_X509_STRICT  # it wants more of an authority than this one says of itself

    async def by_name(request: httpx.Request) -> None:
        request.extensions["sni_hostname"] = HOST

    base, hooks = f"https://127.0.0.1:{port}", {"request": [by_name]}
    return httpx.AsyncClient(base_url=base, headers={"Host": HOST}, verify=trust, event_hooks=hooks, timeout=5)


async def test_an_update_comes_through_and_nothing_else_does(outside: httpx.AsyncClient, house: EchoHouse) -> None:
    signed, large = {HEADER: SECRET}, b" " * (LARGEST * 2)
    async with outside as web:
        found = {
            "an update": (await web.post("/telegram", json=text(1, "ciao"), headers=signed)).status_code,
            "without the secret": (await web.post("/telegram", json=text(2, "ciao"))).status_code,
            "too large": (await web.post("/telegram", content=large, headers=signed)).status_code,
            "another path": (await web.post("/telegram/", json=text(3, "ciao"), headers=signed)).status_code,
        }
        twice = str(web.base_url).rstrip("/") + "//metrics"  # whole: of a part, httpx takes it for a host
        inside = [(await web.get(path)).status_code for path in ("/healthz", "/metrics", twice, "/%6detrics")]
    assert found == {"an update": 200, "without the secret": 401, "too large": 413, "another path": 404}
    assert inside == [404] * 4
    assert [row.update_id for row in in_rows(house)] == [1]


async def test_pages_come_through_and_may_be_sent_more_than_an_update(outside: httpx.AsyncClient) -> None:
    async with outside as web:
        sheet, nothing = await web.get("/static/style.css"), await web.get("/niente")
        form = {"content-type": "application/x-www-form-urlencoded"}
        sizes = {4_900_000: 413, 6_500_000: 413}  # the first is refused by the page, which takes less
        refused = [await web.post("/open/x", content=b"a" * size, headers=form) for size in sizes]
    assert (sheet.status_code, nothing.status_code) == (200, 404)
    assert nothing.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert [answer.status_code for answer in refused] == list(sizes.values())
    assert ["Content-Security-Policy" in answer.headers for answer in refused] == [True, False]


async def test_a_slow_line_may_take_longer_than_the_bot_waits(
    outside: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "SECONDS", 0.2)

    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(8):
            yield b"a" * 100_000
            await asyncio.sleep(0.1)

    async with outside as web:
        answer = await web.post("/open/x", content=slowly(), headers={"content-length": "800000"})
    assert answer.status_code == 413
    assert "Content-Security-Policy" in answer.headers


async def test_who_asks_too_often_is_sent_away_and_telegram_is_not(outside: httpx.AsyncClient) -> None:
    async with outside as web:
        pages = await asyncio.gather(*(web.get("/static/icon.svg") for _ in range(150)))
        update = await web.post("/telegram", json=text(1, "ciao"), headers={HEADER: SECRET})
    assert {answer.status_code for answer in pages} == {200, 503}
    assert update.status_code == 200


async def test_while_one_webhook_is_restarted_the_other_one_is_asked(
    outside: httpx.AsyncClient, house: EchoHouse
) -> None:
    async with outside as web:
        statuses = [
            (await web.post("/telegram", json=text(number, "ciao"), headers={HEADER: SECRET})).status_code
            for number in range(1, 7)
        ]
    assert statuses == [200] * 6
    assert len(in_rows(house)) == 6
