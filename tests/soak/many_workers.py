"""Four real worker processes on PostgreSQL, killed again and again while updates come in."""

import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from bot.assembly import now
from bot.store.tables import outbox
from handlers import inbox
from tests.handlers.incoming_updates import text as said
from tests.soak.claims_under_load import prepare
from tests.soak.core import SECRET_WORD, soak_house
from tests.soak.ledger import Ledger

ROOT = Path(__file__).parents[2]


def start(*words: str, module: str = "tests.soak.process") -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", module, *words]
    as_units_do = os.environ | {"MALLOC_ARENA_MAX": "1"}
    return subprocess.Popen(command, cwd=ROOT, env=as_units_do, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def four_workers(
    url: str, ledger: Ledger, *, updates: int = 3000, chats: int = 60, twice: int = 500, kills: int = 40
) -> None:
    prepare(url, 0, chats)
    house, dice = soak_house(url), random.Random(7)
    workers = [start("worker", url) for _ in range(4)]
    share = updates // kills
    sent: list[dict[str, Any]] = []
    for turn in range(kills):
        batch = [_update(turn * share + number, chats) for number in range(1, share + 1)]
        again = dice.sample(sent, min(len(sent), twice // kills + 1))
        sent += batch
        _keep(house, [*batch, *again])
        time.sleep(dice.uniform(0.3, 1.2))
        victim = turn % len(workers)
        workers[victim].kill()
        workers[victim].wait()
        workers[victim] = start("worker", url)
    left = _wait(house, 120)
    for worker in workers:
        worker.kill()
        worker.wait()
    effects, disorder = _judge(house)
    measured = f"{effects} effects, {disorder} out of order, {left} left, {kills} kills"
    ledger.note(
        f"4 workers, {updates} updates of {chats} chats", measured, ok=(effects, disorder, left) == (updates, 0, 0)
    )
    house.close()


def _update(number: int, chats: int) -> dict[str, Any]:
    return said(number, f"{SECRET_WORD} {number}", user=1000 + number % chats)


def _keep(house: Any, updates: list[dict[str, Any]]) -> None:
    with house.store.write() as tx:
        inbox.keep(tx, house.keys, updates, now())


def _wait(house: Any, seconds: float) -> int:
    end = time.monotonic() + seconds
    while True:
        with house.store.read() as tx:
            left = inbox.depth(tx)
        if not left or time.monotonic() > end:
            return left
        time.sleep(0.2)


def _judge(house: Any) -> tuple[int, int]:
    order: dict[str, list[int]] = defaultdict(list)
    with house.store.read() as tx:
        effects = tx.execute(text("SELECT count(*) FROM effect")).scalar_one()
        for row in tx.execute(select(outbox).order_by(outbox.c.id)):
            _, body = json.loads(house.keys.unseal(row.body))
            order[row.chat].append(int(body["text"].partition(" ")[0]))
    return int(effects), sum(a > b for said_to in order.values() for a, b in pairwise(said_to))
