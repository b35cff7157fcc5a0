"""The conversation beside the pages: how much slower it is with pages that nobody opens, some open, a flood opens."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import httpx

from bot.assembly import now, prepared_store, privacy_keys
from bot.editorial.folder.files import load
from bot.editorial.publishing.publish import publish_first
from tests.handlers.ports import free_port
from tests.soak.feed import Load, Outcome, feeding
from tests.soak.held_up import Watched
from tests.soak.ledger import Ledger
from tests.soak.many_workers import ROOT, start
from tests.soak.shipped_bot import KNOWLEDGE, settings_of
from tests.soak.throughput import kind_of, resident, running

TURNS = 3  # without pages, with them, without, …: what else the machine does meets both
CHATS = 60
SLOWER = 0.05  # of the pace and of the slowest of a hundred, with pages: the target
BEARABLE = 6.0  # times that
CALM = 20.0  # requests for pages a second, by people
FLOOD = 2_000.0  # by somebody who means harm
HALF = 2.0  # times as slow as without the flood: the target
GROWTH = 0.05  # of the memory
FIRST_BYTE = 0.03  # seconds, 99 of 100 pages: the target


@dataclass(frozen=True)
class Place:
    """A database with the shipped network, and its key."""

    url: str
    key: str

    def begin(self, base: str, port: int | None) -> subprocess.Popen[bytes]:
        words = [self.url, base, self.key, *([str(port)] if port else [])]
        return start(*words, module="tests.soak.shipped_bot")


def pages_beside(
    url: str, ledger: Ledger, engine: bytes, *, messages: int = 1200, seconds: float = 10.0, turns: int = TURNS
) -> None:
    """Measure the shipped bot with and without pages in turns, then with people on them, then under a flood."""
    place = _place(url, engine)
    _in_turns(place, ledger, messages, turns)
    _opened(place, ledger, seconds)


def _place(url: str, engine: bytes) -> Place:
    place = Place(url, os.urandom(32).hex())
    settings = settings_of(place.url, "http://127.0.0.1:9/bot", place.key)
    store = prepared_store(settings)
    publish_first(store, load(KNOWLEDGE), now=now(), today=now().date(), train=lambda _release: engine)
    privacy_keys(settings, store)
    store.close()
    return place


def _in_turns(place: Place, ledger: Ledger, messages: int, turns: int) -> None:
    found: dict[bool, list[Outcome]] = {False: [], True: []}
    for with_pages in [False, True] * turns:
        with feeding(Load(messages, CHATS)) as (base, pipe), running(place.begin(base, _port(with_pages))):
            outcome: Outcome = pipe.recv()
        found[with_pages].append(outcome)
    without, beside = (statistics.median(one.a_second for one in found[which]) for which in (False, True))
    slower = without / beside - 1
    said = f"{slower:+.1%} ({without:.0f} -> {beside:.0f} messages a second)"
    name = f"{kind_of(place.url)}: pace with pages that nobody opens, within {SLOWER:.0%}"
    ledger.note_time(name, said, ok=slower <= SLOWER, bearable=slower <= SLOWER * BEARABLE)


def _port(with_pages: bool) -> int | None:  # noqa: FBT001 - one of two turns
    return free_port() if with_pages else None


def _opened(place: Place, ledger: Ledger, seconds: float) -> None:
    port, kind = free_port(), kind_of(place.url)
    with feeding(Load(10**9, CHATS, a_second=CALM), Watched) as (base, pipe), running(place.begin(base, port)) as bot:
        _wait(port)
        times = {"calm": _phase(seconds)}
        people, times["people"] = _flooding(port, "/", CALM, seconds)
        before = resident(bot.pid)
        flooded, times["flood"] = _flooding(port, "/", FLOOD, seconds)
        after = resident(bot.pid)
        pipe.send("stop")
        slow = _slowest(pipe, times)
    said = {name: f"{value * 1000:.1f} ms" for name, value in slow.items()}
    for name, most in (("people", 1 + SLOWER), ("flood", HALF)):
        ok, bearable = slow[name] <= slow["calm"] * most, slow[name] <= slow["calm"] * most * BEARABLE
        target = f"{kind}: p99 of a message at {CALM:.0f}/s beside {name} on the pages <= {most} x {said['calm']}"
        ledger.note_time(target, said[name], ok=ok, bearable=bearable)
    first = people["seconds"][int(len(people["seconds"]) * 0.99)] if people["seconds"] else float("inf")
    target = f"{kind}: p99 of a page's first byte at {CALM:.0f}/s <= {FIRST_BYTE * 1000:.0f} ms"
    ledger.note_time(target, f"{first * 1000:.1f} ms", ok=first <= FIRST_BYTE, bearable=first <= FIRST_BYTE * BEARABLE)
    growth = after / before - 1
    ledger.note(
        f"{kind}: memory over a flood < +{GROWTH:.0%}", f"{growth:+.1%} {flooded['statuses']}", ok=growth < GROWTH
    )


def _phase(seconds: float) -> tuple[float, float]:
    begun = time.monotonic()
    time.sleep(seconds)
    return begun, time.monotonic()


def _flooding(port: int, path: str, a_second: float, seconds: float) -> tuple[dict[str, Any], tuple[float, float]]:
    begun = time.monotonic()
    words = [sys.executable, "-m", "tests.soak.flood", str(port), path, str(a_second), str(seconds)]
    printed = subprocess.run(words, cwd=ROOT, capture_output=True, check=True, timeout=seconds * 6).stdout
    found: dict[str, Any] = json.loads(printed)
    return found, (begun, time.monotonic())


def _slowest(pipe: Connection, times: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """Return the slowest of a hundred messages that were answered in each time, in seconds."""
    heard: list[tuple[float, float]] = pipe.recv()
    found = {}
    for name, (begun, ended) in times.items():
        seconds = sorted(took for at, took in heard if begun <= at <= ended)
        found[name] = seconds[int(len(seconds) * 0.99)] if seconds else float("inf")
    return found


def _wait(port: int) -> None:
    with httpx.Client(transport=httpx.HTTPTransport(retries=12)) as web:
        web.get(f"http://127.0.0.1:{port}/static/icon.svg")
