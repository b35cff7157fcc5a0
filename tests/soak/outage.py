"""PostgreSQL is stopped while updates come in by webhook and started again: nothing is lost, and it goes on at once."""

import http.client
import json
import socket
import threading
import time
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any

import psycopg
from sqlalchemy import text

from handlers.refusals import HEADER
from tests.databases import Cluster
from tests.handlers.incoming_updates import text as said
from tests.soak.bot_api import BotApi
from tests.soak.claims_under_load import prepare
from tests.soak.core import SECRET_WORD, soak_house
from tests.soak.ledger import Ledger
from tests.soak.many_workers import start

CHATS = 40
DOORS = 2  # processes, each with its own webhook
BACK = 2.0  # seconds until the first success after the database is back
AGAIN = 0.1  # seconds before Telegram brings again what was refused
HANDS = 8  # connections at once


@dataclass
class Telegram:
    """Brings each update to one of the doors again and again until it hears 200; `heard` is (moment, status)."""

    ports: list[int]
    heard: list[tuple[float, int]] = field(default_factory=list)
    waiting: SimpleQueue[dict[str, Any]] = field(default_factory=SimpleQueue)
    over: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        for hand in range(HANDS):
            threading.Thread(target=self._bring_all, args=(self.ports[hand % len(self.ports)],), daemon=True).start()

    def _bring_all(self, port: int) -> None:
        while not self.over.is_set():
            try:
                update = self.waiting.get(timeout=0.5)
            except Empty:
                continue
            while (status := _bring(port, update)) != 200 and not self.over.is_set():
                self.heard.append((time.monotonic(), status))
                time.sleep(AGAIN)
            self.heard.append((time.monotonic(), status))


def stopped_under_load(
    cluster: Cluster, ledger: Ledger, *, seconds: float = 10.0, a_second: int = 20, before: float = 3.0
) -> None:
    """Stop the server for so long in a stream of updates that begins `before` it and ends as long after it."""
    api, url, ports = BotApi(0.0), cluster.fresh(), [_free_port() for _ in range(DOORS)]
    prepare(url, 0, CHATS)
    soak_house(url).close()
    telegram = Telegram(ports)
    bots = [start("webhook", url, api.base_url, str(port)) for port in ports]
    try:
        for port in ports:
            _until_open(port)
        telegram.open()
        messages = round((before * 2 + seconds) * a_second)
        stream = threading.Thread(target=_stream, args=(telegram, messages, a_second))
        stream.start()
        time.sleep(before)
        down, back = _stop_and_start(cluster, seconds)
        stream.join()
        _wait(api, messages, 60.0)
        _judge(ledger, telegram, api, url, (down, back, seconds, messages))
    finally:
        telegram.over.set()
        for bot in bots:
            bot.kill()
            bot.wait()
        api.stop()


def _judge(
    ledger: Ledger, telegram: Telegram, api: BotApi, url: str, stop: tuple[tuple[float, float], float, float, int]
) -> None:
    (down, up), back, seconds, messages = stop
    answered = {int(words.partition(" ")[0]) for _, words in api.said if words[0].isdigit()}
    house = soak_house(url)
    with house.store.read() as tx:
        effects = sorted(tx.execute(text("SELECT number FROM effect")).scalars())
    house.close()
    lost = messages - len(answered)
    meanwhile = {status for moment, status in telegram.heard if down < moment < up}
    taken = min((moment for moment, status in telegram.heard if status == 200 and moment > up), default=float("inf"))
    spoken = min((moment for moment in api.moments if moment > up), default=float("inf"))
    ok = (lost, effects, meanwhile) == (0, list(range(1, messages + 1)), {503})
    heard = ", ".join(map(str, sorted(meanwhile)))
    ledger.note(f"PostgreSQL stopped for {seconds:.0f} s", f"{lost} lost of {messages}, meanwhile {heard}", ok=ok)
    first = max(taken, spoken) - back
    said_so = f"{max(taken - back, 0):.2f} s, first answer {max(spoken - back, 0):.2f} s"  # we notice it by asking, too
    ledger.note_time(
        f"first success after it is back < {BACK:.0f} s", said_so, ok=first < BACK, bearable=first < 3 * BACK
    )


def _stop_and_start(cluster: Cluster, seconds: float) -> tuple[tuple[float, float], float]:
    """Return when it was surely down (from, to), and when it answered again."""
    cluster.server.stop()
    down = time.monotonic() + AGAIN
    time.sleep(seconds)
    up = time.monotonic()
    starting = threading.Thread(target=cluster.server.ensure_postgres_running)
    starting.start()
    back = _answers(cluster)
    starting.join()
    return (down, up), back


def _answers(cluster: Cluster) -> float:
    while True:
        try:
            with psycopg.connect(cluster.server.get_uri(), connect_timeout=1) as connection:
                connection.execute("SELECT 1")
                return time.monotonic()
        except psycopg.Error:
            time.sleep(0.01)


def _stream(telegram: Telegram, messages: int, a_second: int) -> None:
    start_at = time.monotonic()
    for number in range(1, messages + 1):
        time.sleep(max(0.0, start_at + number / a_second - time.monotonic()))
        telegram.waiting.put(said(number, f"{SECRET_WORD} {number}", user=1000 + number % CHATS))


def _bring(port: int, update: dict[str, Any]) -> int:
    """Bring an update to a door and return the status, or 0 where nobody answers."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("POST", "/telegram", json.dumps(update), {HEADER: SECRET_WORD})
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def _until_open(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def _wait(api: BotApi, messages: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    while len({words for _, words in api.said}) < messages and time.monotonic() < end:
        time.sleep(0.1)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])
