"""The slowest answer of the shipped bot while something long goes on: a snapshot, a quarter, a kit, learning, codes."""

import asyncio
import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from bot.assembly import now, prepared_store, privacy_keys
from bot.catalogue import releases
from bot.coordination import drafts
from bot.editorial.folder.files import load
from bot.editorial.publishing.publish import publish_first
from bot.insight.quarters import Quarter
from bot.people import members, roles
from bot.people.keys import Keys
from bot.store.engine import Store
from bot.store.insight import publication
from bot.understanding.learning.once import train
from tests.handlers.incoming_updates import text as said
from tests.soak.feed import Feed, Load, feeding
from tests.soak.http import base_url, serve
from tests.soak.ledger import Ledger
from tests.soak.many_workers import start
from tests.soak.reports_timed import fill
from tests.soak.shipped_bot import KNOWLEDGE, settings_of
from tests.soak.throughput import kind_of, resident, running

SLOWEST = 0.5  # seconds that an answer takes at most: the target
BEARABLE = 4.0  # times that: what a slow hour does not reach
MEMORY = 160  # megabytes of the process that answers
LEARNING = 350  # megabytes of the one that learns
SNAPSHOT = 20  # seconds that another program holds one; five minutes are no different, but for the log of writes
A_SECOND = 20
CODES = 300_000  # a million are no different, but for the minutes that they take
ROWS = 100_000  # things counted in the quarter
LAST = 900.0  # seconds after which something long is taken to hang
COORDINATOR = "424242"
SENTENCES = ("cerco una badante per mia madre", "mio figlio fa fatica a leggere", "devo fare l'isee", "una palestra")


@dataclass
class Watched(Feed):
    """A feed without an end, that notes when each answer came, until it is told to stop."""

    heard_at: list[tuple[float, float]] = field(default_factory=list)

    async def run(self, pipe: Connection) -> None:
        server = await serve(self.answer)
        pipe.send(base_url(server))
        await asyncio.to_thread(pipe.poll, None)
        waiting = [(time.monotonic(), time.monotonic() - due) for dues in self.due.values() for due in dues]
        pipe.send(self.heard_at + waiting)
        server.close()

    def _update(self, number: int) -> dict[str, Any]:
        return said(number, SENTENCES[number % len(SENTENCES)], user=self.load.chat(number))

    def _note(self, chat: int) -> None:
        before = len(self.seconds)
        super()._note(chat)
        self.heard_at += [(self.heard, seconds) for seconds in self.seconds[before:]]


def held_up(
    url: str, ledger: Ledger, engine: bytes, *, codes: int = CODES, rows: int = ROWS, snapshot: float = SNAPSHOT
) -> None:
    """Have the shipped bot answer twenty messages a second, and do one long thing after the other meanwhile."""
    key = os.urandom(32).hex()
    settings = settings_of(url, "http://127.0.0.1:9/bot", key)
    store = prepared_store(settings)
    moment = now()
    publish_first(store, load(KNOWLEDGE), now=moment, today=moment.date(), train=lambda _release: engine)
    keys = privacy_keys(settings, store)
    role = _people(store, keys)
    long = _long_things(store, keys, role, codes, snapshot)
    quarter = _count(store, keys, rows)
    phases: dict[str, tuple[float, float]] = {}
    peak = 0
    with (
        feeding(Load(10**9, 60, a_second=A_SECOND), Watched) as (base, pipe),
        running(start(url, base, key, module="tests.soak.shipped_bot")) as bot,
    ):
        begun = time.monotonic()
        _until(lambda: _published(store, quarter), bot.pid)
        phases["a quarter is published"] = begun, time.monotonic()
        time.sleep(3)
        for name, thing in long.items():
            begun = time.monotonic()
            peak = max(peak, thing(bot.pid))
            phases[name] = begun, time.monotonic() + 0.5
            time.sleep(1)
        size = resident(bot.pid) / 2**20
        pipe.send("stop")
        heard: list[tuple[float, float]] = pipe.recv()
    store.close()
    kind = kind_of(url)
    for name, (begun, ended) in phases.items():
        slowest = max((seconds for at, seconds in heard if begun <= at <= ended + 1), default=float("inf"))
        target = f"{kind}: slowest answer while {name} ({ended - begun:.0f} s) <= {SLOWEST} s"
        ledger.note_time(
            target, f"{slowest * 1000:.0f} ms", ok=slowest <= SLOWEST, bearable=slowest <= SLOWEST * BEARABLE
        )
    target = f"{kind}: memory of the process that answers <= {MEMORY} MB"
    ledger.note_time(target, f"{size:.0f} MB", ok=size <= MEMORY, bearable=size <= 2 * MEMORY)
    ledger.note(f"{kind}: memory of the one that learns <= {LEARNING} MB", f"{peak} MB", ok=0 < peak <= LEARNING)


def _people(store: Store, keys: Keys) -> int:
    """Let the sixty be members, and one be a coordinator."""
    moment = now()
    with store.write() as tx:
        for number in range(60):
            members.join(tx, keys, "biomed-padana", str(1000 + number), language="it", now=moment)
        mine = roles.accept(tx, keys, roles.invite(tx, moment), COORDINATOR, language="it", now=moment)
        assert mine
        return mine.number


def _count(store: Store, keys: Keys, rows: int) -> Quarter:
    """Count things in a quarter that is overdue."""
    with store.read() as tx:
        catalogue, _ = releases.load(tx, 1)
    quarter = Quarter.of(now().date() - timedelta(days=400))
    fill(store, catalogue, rows, quarter, keys)
    return quarter


def _published(store: Store, quarter: Quarter) -> bool:
    with store.read() as tx:
        return tx.execute(select(publication.c.id).where(publication.c.quarter == str(quarter))).first() is not None


def _long_things(store: Store, keys: Keys, role: int, codes: int, seconds: float) -> dict[str, Callable[[int], int]]:
    """Return what takes long; each returns the most memory that a child of the bot's had."""

    def nothing(pid: int) -> int:
        time.sleep(5)
        return 0

    def snapshot(pid: int) -> int:
        with _held(store):
            time.sleep(seconds)
        return 0

    def kit(pid: int) -> int:
        with store.write() as tx:
            number = _order(tx, lambda: drafts.order_kit(tx, role, 1, "biomed-padana", now()))
        return _until(lambda: _gone(store, number), pid)

    def learning(pid: int) -> int:
        changed = b"phrases: {it: [una frase mai detta prima]}\n"
        with store.write() as tx:
            number = drafts.send(tx, role, 1, "outside.yaml", content=changed, handle="", now=now())
        return _until(lambda: _stage(store, number) in {"examined", None}, pid)

    def taken_in(pid: int) -> int:
        from base64 import b64encode  # noqa: PLC0415

        dice = random.Random(5)
        file = "codice\n" + "\n".join(f"KM-{one:08X}" for one in dice.sample(range(2**32), codes))
        with store.read() as tx:
            offer = next(iter(releases.load(tx, 1)[0].pools))
        sealed = keys.seal(b64encode(file.encode()).decode()).encode()
        with store.write() as tx:
            number = drafts.send_codes(tx, role, 1, "codici.csv", sealed, "", now())
            drafts.set_codes(tx, number, "codes", {"offer": offer, "column": ""})
        _until(lambda: _stage(store, number) != "codes", pid)
        with store.write() as tx:
            assert drafts.press_codes(tx, number, role)
        _until(lambda: _gone(store, number), pid)
        return 0

    return {
        "nothing goes on": nothing,
        "another program holds a snapshot": snapshot,
        "a kit is drawn": kit,
        "phrases are learnt": learning,
        f"{codes:,} codes come in": taken_in,
    }


def _order(tx: Any, order: Callable[[], int]) -> int:
    return order()


def _stage(store: Store, number: int) -> str | None:
    with store.read() as tx:
        found = drafts.find(tx, number)
    return found.stage if found else None


def _gone(store: Store, number: int) -> bool:
    return _stage(store, number) is None


def _until(done: Callable[[], bool], pid: int) -> int:
    """Wait, and return the most memory that a child of a process had meanwhile, in megabytes."""
    end, most = time.monotonic() + LAST, 0
    while not done():
        assert time.monotonic() < end, "it hangs"
        most = max([most, *map(_peak, _children(pid))])
        time.sleep(0.1)
    return most


def _children(pid: int | str) -> list[str]:
    """Return the processes that one has started, and those that these have."""
    try:
        tasks = [(task / "children").read_text("ascii") for task in Path(f"/proc/{pid}/task").iterdir()]
    except OSError:
        return []
    own = [child for task in tasks for child in task.split()]
    return [*own, *(one for child in own for one in _children(child))]


def _peak(child: str) -> int:
    try:
        lines = Path(f"/proc/{child}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


@contextmanager
def _held(store: Store) -> Iterator[None]:
    """Read the database as it is at one moment, as a backup does."""
    if store.file is None:
        with store.snapshot() as tx:
            tx.execute(text("SELECT count(*) FROM inbox")).scalar()
            yield
        return
    other = sqlite3.connect(store.file, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM inbox").fetchone()
    yield
    other.execute("ROLLBACK")
    other.close()


def learned() -> bytes:
    """Return what the shipped knowledge teaches."""
    from tests.soak.reports_timed import shipped  # noqa: PLC0415

    return train(shipped().release)
