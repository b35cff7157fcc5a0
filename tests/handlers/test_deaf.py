"""Each way to be deaf, made on purpose on a running bot: unhealthy with its cause named, nothing lost, well again."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, cast

import httpx
import pytest
from sqlalchemy import text as sql

from bot.assembly import House, now
from bot.errors import CannotRun
from bot.health import room, signs
from bot.health.room import Room
from bot.health.signs import Signs
from bot.people import links
from bot.store import observations
from handlers import failing_calls, serving, watching
from handlers.api import announcing, failures, polling
from handlers.application import Face
from handlers.refusals import HEADER
from handlers.roles import Role
from handlers.stopping import until
from handlers.webhook import Webhook, site
from tests.handlers.echo_house import EchoHouse, in_rows, new_face, out_rows
from tests.handlers.fake_telegram import FakeTelegram, Fault
from tests.handlers.incoming_updates import ANNA, text

HOOK = Webhook("https://bot.example.org/telegram", "s3cret-s3cret", "127.0.0.1", 0)
SIGNED = {HEADER: HOOK.secret}
OTHER = "https://else.example.org/hook"
REFUSED = 401, "Unauthorized"
BAD_PORT = 400, "Bad Request: bad webhook: webhook can be set up only on ports 80, 88, 443 or 8443"
SOON = 10.0  # seconds: a hundred times as long as it takes


@pytest.fixture
def database_url(tmp_path: Any) -> str:
    return f"sqlite:///{tmp_path / 'kmzero.db'}"


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let minutes be fractions of a second."""
    for module, name in [
        (watching, "BEAT"),
        (watching, "LOOK"),
        (announcing, "SLOWLY"),
        (failing_calls, "LONGEST_PAUSE"),
    ]:
        monkeypatch.setattr(module, name, 0.05)
    monkeypatch.setattr(polling, "FAILING", 0.1)
    for module in (failures, announcing, polling, serving):
        monkeypatch.setattr(module, "backoff", lambda _: 0.05)


Pages = Callable[[str], Any]


@asynccontextmanager
async def running(
    house: EchoHouse, telegram: FakeTelegram, hook: Webhook | None = HOOK, role: Role = Role.ALL, **more: Any
) -> AsyncIterator[tuple[Face, httpx.AsyncClient]]:
    """Run a process, with its pages in reach but not on a port."""
    face, stop = new_face(house, telegram), asyncio.Event()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(serving, "_listening", lambda *_: iter(()))
        working = asyncio.create_task(until(stop, serving.work(face, hook, role, **more)))
        transport = httpx.ASGITransport(site(face, hook or HOOK))
        try:
            async with httpx.AsyncClient(transport=transport, base_url="http://bot") as web:
                yield face, web
        finally:
            stop.set()
            await asyncio.gather(working, return_exceptions=True)
            await face.close()


async def says(web: httpx.AsyncClient, *words: str) -> str:
    """Wait until /healthz says all of this; without words, until it says ok."""
    said = ""
    async with asyncio.timeout(SOON):
        while True:
            answer = await web.get("/healthz")
            said = answer.text
            if answer.status_code == (503 if words else 200) and all(word in said for word in words or ("ok",)):
                return said
            await asyncio.sleep(0.02)


def _slowly(*_: object, **__: object) -> Signs:
    time.sleep(1)
    return Signs(now())


async def all_sent(house: EchoHouse) -> None:
    async with asyncio.timeout(SOON):
        while not all(row.sent_at for row in out_rows(house)):  # noqa: ASYNC110 - the database has no event
            await asyncio.sleep(0.02)


async def say(web: httpx.AsyncClient, number: int, said: str) -> None:
    assert (await web.post("/telegram", json=text(number, said), headers=SIGNED)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"url": OTHER}, ("webhook: ", OTHER, HOOK.url)),
        ({"last_error_date": 4_000_000_000, "last_error_message": "502 Bad Gateway"}, ("webhook: ", "502 Bad Gateway")),
        ({"pending_update_count": 500}, ("webhook: 500 updates wait",)),
    ],
)
async def test_the_webhook_is_not_ours_or_has_errors_or_a_pile(
    house: EchoHouse, telegram: FakeTelegram, changes: dict[str, Any], words: tuple[str, ...]
) -> None:
    async with running(house, telegram) as (_, web):
        await telegram.until(lambda: telegram.webhook["url"] == HOOK.url)
        await says(web)
        good = telegram.webhook
        telegram.webhook = good | changes
        await says(web, *words)
        telegram.webhook = good
        await says(web)


async def test_a_webhook_that_somebody_deleted_is_named_and_set_anew(house: EchoHouse, telegram: FakeTelegram) -> None:
    async with running(house, telegram) as (_, web):
        await telegram.until(lambda: telegram.webhook["url"] == HOOK.url)
        telegram.webhook = telegram.webhook | {"url": ""}
        await says(web, "webhook: Telegram has no webhook any more")
        await telegram.until(lambda: telegram.webhook["url"] == HOOK.url)
        await says(web)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ((HOOK, Fault("setWebhook", *BAD_PORT, times=8)), ("set_webhook: setWebhook", "ports 80, 88, 443 or 8443")),
        ((HOOK, Fault("setWebhook", 0, times=8)), ("set_webhook: setWebhook", "connection reset")),
        ((HOOK, Fault("setWebhook", *REFUSED, times=8)), ("token: ", "setWebhook: Unauthorized")),
        ((None, Fault("deleteWebhook", 500, "Internal Server Error", times=8)), ("set_webhook: deleteWebhook",)),
    ],
)
async def test_what_telegram_is_not_told_is_told_again_beside_all_else(
    house: EchoHouse,
    telegram: FakeTelegram,
    caplog: pytest.LogCaptureFixture,
    told: tuple[Webhook | None, Fault],
    words: tuple[str, ...],
) -> None:
    hook, fault = told
    telegram.faults.append(fault)
    with caplog.at_level(logging.WARNING):
        async with running(house, telegram, hook) as (face, web):
            await says(web, *words)
            await face.take_in([text(1, "ciao")])
            await telegram.until(
                lambda: telegram.texts(ANNA) == ["1001: ciao"] and len(telegram.of("setMyCommands")) == 2
            )
            await says(web)
    assert fault.times == 0
    assert "another program" not in caplog.text


async def test_what_could_not_be_set_was_deleted_by_nobody(house: EchoHouse, telegram: FakeTelegram) -> None:
    telegram.faults.append(Fault("setWebhook", *BAD_PORT, times=1_000_000))
    async with running(house, telegram) as (_, web):
        await says(web, "set_webhook: setWebhook")
        await telegram.until(lambda: len(telegram.of("setWebhook")) > 4)
        assert "deleted" not in (await web.get("/healthz")).text


@pytest.mark.parametrize("hook", [HOOK, None])
async def test_a_telegram_that_is_not_reached_at_the_start_is_named_in_every_process(
    house: EchoHouse, telegram: FakeTelegram, hook: Webhook | None
) -> None:
    telegram.faults.append(Fault("getMe", 0, times=1_000_000))
    async with running(house, telegram, hook) as (_, web):
        await says(web, "telegram: Telegram does not answer", "connection reset")
        async with asyncio.timeout(SOON):
            while not _noted(house):  # noqa: ASYNC110 - the database has no event
                await asyncio.sleep(0.02)
        telegram.faults.clear()
        await says(web)


@pytest.mark.parametrize("fault", [(0, ""), (502, "Bad Gateway")])
async def test_a_poll_that_fails_while_all_else_goes_through_is_named(
    house: EchoHouse, telegram: FakeTelegram, fault: tuple[int, str]
) -> None:
    async with running(house, telegram, None) as (_, web):
        await telegram.until(lambda: bool(telegram.of("getUpdates")))
        telegram.faults.append(Fault("getUpdates", *fault, times=1_000_000))
        telegram.updates.append(text(1, "ciao"))
        await says(web, "telegram: getUpdates fails")
        telegram.faults.clear()
        await telegram.until(lambda: telegram.texts(ANNA) == ["1001: ciao"])
        await says(web)


def _noted(house: EchoHouse) -> list[str]:
    with house.store.read() as tx:
        return [one.kind for one in observations.seen(tx, now(), signs.FRESH)]


@pytest.mark.parametrize("methods", [("sendMessage",), ("*",)])
@pytest.mark.parametrize("refusal", [REFUSED, (404, "Not Found")])
async def test_a_token_revoked_while_it_runs_keeps_every_answer(
    house: EchoHouse, telegram: FakeTelegram, methods: tuple[str, ...], refusal: tuple[int, str]
) -> None:
    async with running(house, telegram) as (_, web):
        await telegram.until(lambda: telegram.webhook["url"] == HOOK.url)
        await says(web)
        telegram.faults += [Fault(method, *refusal, times=1_000_000) for method in methods]
        for number in range(1, 6):
            await say(web, number, f"n{number}")
        await says(web, "token: Telegram refuses the token", refusal[1])
        await asyncio.sleep(0.3)
        assert [(row.attempts, row.failure, row.sent_at) for row in out_rows(house)] == [(0, None, None)] * 5
        assert all(row.done_at for row in in_rows(house))
        telegram.faults.clear()
        await all_sent(house)
        assert telegram.texts(ANNA)[-5:] == [f"1001: n{number}" for number in range(1, 6)]
        await says(web)


async def test_while_it_polls_a_revoked_token_and_a_strangers_webhook_stop_nothing(
    house: EchoHouse, telegram: FakeTelegram
) -> None:
    async with running(house, telegram, None) as (_, web):
        await telegram.until(lambda: bool(telegram.of("getUpdates")))
        await says(web)
        telegram.faults.append(Fault("getUpdates", *REFUSED, times=5))
        await says(web, "token: ", "getUpdates")
        conflict = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
        telegram.faults[:] = [Fault("getUpdates", 409, conflict, times=10)]
        telegram.webhook = telegram.webhook | {"url": OTHER}
        assert "another program" not in await says(web, "webhook: ", OTHER)
        telegram.webhook = telegram.webhook | {"url": ""}
        telegram.updates.append(text(1, "ciao"))
        await telegram.until(lambda: telegram.texts(ANNA) == ["1001: ciao"])


async def test_nobody_leads_answers_or_sends_and_every_process_says_so(
    house: EchoHouse, telegram: FakeTelegram
) -> None:
    telegram.webhook = telegram.webhook | {"url": HOOK.url}

    def hours_back(*columns: str) -> None:
        with house.store.write() as tx:
            for column in columns:
                table, name = column.split(".")
                tx.execute(sql(f"UPDATE {table} SET {name} = datetime('now', '-5 minutes')"))

    async with running(house, telegram, role=Role.WEBHOOK) as (_, web):
        await say(web, 1, "ciao")
        with house.store.write() as tx:
            observations.beat(tx, now())
        await says(web)
        hours_back("observation.seen_at", "inbox.received_at")
        await says(web, "leader: nobody leads since", "inbox: a message has waited for its answer since")
        async with running(house, telegram, role=Role.WORKER):
            async with asyncio.timeout(SOON):
                while not out_rows(house):  # noqa: ASYNC110 - the database has no event
                    await asyncio.sleep(0.02)
            hours_back("outbox.created_at")
            assert "inbox" not in await says(web, "leader: ", "outbox: an answer has waited to be sent since")
        async with running(house, telegram, role=Role.SENDER):
            await telegram.until(lambda: telegram.texts(ANNA) == ["1001: ciao"])
            await says(web)


async def test_what_one_process_sees_the_others_say(house: EchoHouse, telegram: FakeTelegram) -> None:
    telegram.webhook = telegram.webhook | {"url": HOOK.url}
    async with running(house, telegram, role=Role.WEBHOOK) as (_, web):
        async with running(house, telegram, role=Role.SENDER), running(house, telegram, role=Role.WORKER):
            await says(web)
            telegram.faults.append(Fault("sendMessage", *REFUSED, times=1_000_000))
            await say(web, 1, "ciao")
            await says(web, "token: ", "sendMessage")
        await says(web)  # who has stopped takes back what it saw


async def test_a_telegram_that_is_not_reached_a_full_disk_and_a_hanging_database(
    house: EchoHouse, telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing_calls, "LATE", timedelta())
    async with running(house, telegram) as (_, web):
        await telegram.until(lambda: telegram.webhook["url"] == HOOK.url)
        telegram.faults.append(Fault("*", 0, times=1_000_000))
        await say(web, 1, "ciao")
        await says(web, "telegram: Telegram does not answer", "outbox: Telegram has taken no answer since")
        telegram.faults.clear()
        with house.store.write() as tx:
            tx.execute(sql("UPDATE outbox SET not_before = NULL"))
        await all_sent(house)
        await says(web)
        with monkeypatch.context() as full:
            full.setattr(room, "scarcest", lambda files: Room(next(iter(files)).parent, 5_000_000, 10**9))
            await says(web, "disk: 5 MB of 1000 MB are free")
        monkeypatch.setattr(watching, "PATIENCE", 0.2)
        with monkeypatch.context() as hanging:
            hanging.setattr(signs, "read", _slowly)
            assert await says(web, "database: it does not answer") == "database: it does not answer\n"
            assert 'kmzero_trouble{what="database"} 1.0' in (await web.get("/metrics")).text
        await says(web)


@pytest.mark.parametrize("hook", [HOOK, None])
@pytest.mark.parametrize(
    ("theirs", "ours", "take_over", "starts"),
    [
        (OTHER, None, False, False),
        (OTHER, HOOK.url, False, False),
        (OTHER, OTHER, False, True),  # this network moved
        (OTHER, None, True, True),
        ("", OTHER, False, True),
    ],
)
async def test_a_stray_run_takes_no_webhook_away(
    house: EchoHouse,
    telegram: FakeTelegram,
    hook: Webhook | None,
    theirs: str,
    ours: str | None,
    *,
    take_over: bool,
    starts: bool,
) -> None:
    telegram.webhook = telegram.webhook | {"url": theirs}
    with house.store.write() as tx:
        observations.note_webhook(tx, ours)
    wanted = hook.url if hook else ""
    if starts:
        async with running(house, telegram, hook, take_over=take_over) as (_, web):
            await telegram.until(lambda: telegram.webhook["url"] == wanted)
            await says(web)
            await asyncio.sleep(0.1)  # until it is written down
    else:
        face = new_face(house, telegram)
        with pytest.raises(ExceptionGroup) as stopped:
            await serving.work(face, hook)
        await face.close()
        said = str(serving._first(stopped.value))
        assert OTHER in said
        assert "--take-over" in said
        assert telegram.webhook["url"] == theirs
        assert not [*telegram.of("getUpdates"), *telegram.of("setMyCommands")]
    with house.store.read() as tx:
        assert observations.webhook_url(tx) == ((hook.url if hook else None) if starts else ours)


@pytest.mark.parametrize(
    ("asked", "why", "cause"),
    [
        (("/hook/telegram", SIGNED, b"{}"), "path", "reached /hook/telegram but the webhook is /telegram: the path of"),
        (("/AAEhBP0av28FrLLsfZHrmpZ" * 2, {}, b"{}"), "path", "reached /…/… but the webhook"),
        (("/wp-login.php", {}, b"{}"), "path", "reached /wp-login.php but the webhook is /telegram: a stranger"),
        (("/telegram", {HEADER: "old"}, b"{}"), "secret", "says another secret"),
        (("/telegram", {}, b"{}"), "secret", "does not pass the header on"),
        (("/telegram", SIGNED, b"{}"), "body", "not an update"),
    ],
)
async def test_what_reaches_the_webhook_wrongly_is_counted_and_told_once_a_minute(
    face: Face,
    caplog: pytest.LogCaptureFixture,
    asked: tuple[str, dict[str, str], bytes],
    why: str,
    cause: str,
) -> None:
    path, headers, body = asked
    async with httpx.AsyncClient(transport=httpx.ASGITransport(site(face, HOOK)), base_url="http://bot") as web:
        with caplog.at_level(logging.WARNING):
            for _ in range(3):
                assert (await web.post(path, content=body, headers=headers)).status_code >= 400
        assert f'kmzero_webhook_refused_total{{why="{why}"}} 3.0' in (await web.get("/metrics")).text
        assert (await web.get("/healthz")).text == "ok"
    assert [cause in one.getMessage() for one in caplog.records] == [True]


@pytest.mark.parametrize(
    ("role", "answers", "webhook"),
    [(Role.ALL, True, True), (Role.WORKER, True, False), (Role.WEBHOOK, False, True), (Role.SENDER, False, False)],
)
async def test_no_page_shows_dead_zeros(
    house: EchoHouse, telegram: FakeTelegram, role: Role, *, answers: bool, webhook: bool
) -> None:
    telegram.webhook = telegram.webhook | {"url": HOOK.url}
    async with running(house, telegram, role=role) as (_, web):
        await telegram.until(lambda: bool(telegram.of("getWebhookInfo")))
        page = (await web.get("/metrics")).text
    assert ("kmzero_answer_seconds_count" in page, "kmzero_webhook_refused" in page) == (answers, webhook)
    assert "kmzero_healthy 1.0" in page
    assert "kmzero_inbox_waiting 0.0" in page


async def test_the_bots_name_is_learnt_kept_and_compared(house: EchoHouse, telegram: FakeTelegram) -> None:
    telegram_of = house.settings.telegram.model_copy(update={"username": "another_bot"})
    settings = house.settings.model_copy(update={"telegram": telegram_of})
    object.__setattr__(house, "settings", settings)
    with house.store.read() as tx, pytest.raises(CannotRun, match=r"start `kmzero run` once"):
        links.username(tx, None)
    async with running(house, telegram) as (_, web):
        await says(web, "username: ", "another_bot", "@kmzero_bot")
    with house.store.read() as tx:
        assert links.username(tx, "another_bot") == "kmzero_bot"
    assert cast("House", house).settings.telegram.username == "another_bot"


async def test_a_file_waits_while_the_token_is_refused(face: Face, telegram: FakeTelegram) -> None:
    telegram.faults += [Fault("getFile", *REFUSED)]
    told: list[object] = []
    face.background_jobs._jobs = cast("Any", type("Jobs", (), {"unfetched": lambda *_: told.append(1)})())
    await face.background_jobs._do(cast("Any", type("Draft", (), {"handle": "f"})()))
    assert told == []


async def test_who_no_longer_leads_takes_back_what_it_saw(
    house: EchoHouse, telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failing_calls, "LATE", timedelta())
    monkeypatch.setattr(polling, "BESIDE", 0.0)
    monkeypatch.setattr(serving, "LEAD_SECONDS", 0.05)
    rival = "Conflict: terminated by other getUpdates request"
    telegram.faults[:] = [Fault("getUpdates", 409, rival, times=10**6), Fault("sendMessage", 500, "x", times=10**6)]
    async with running(house, telegram, None) as (face, web):
        await face.take_in([text(1, "ciao")])
        await says(web, "webhook: another program polls", "outbox: Telegram has taken no answer since")
        monkeypatch.setattr(face.leader, "hold", lambda: False)  # another process leads, and Telegram takes its calls
        await says(web)
