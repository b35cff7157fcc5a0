"""The whole bot on SQLite over real HTTP, killed thirty times, with a Telegram that fails: nothing is lost."""

import random
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from bot.store.tables import inbox, outbox
from tests.handlers.incoming_updates import message
from tests.handlers.incoming_updates import text as said
from tests.soak.bot_api import BotApi
from tests.soak.claims_under_load import prepare
from tests.soak.core import SECRET_WORD, soak_house
from tests.soak.ledger import Ledger
from tests.soak.many_workers import start

CHATS = 40
FAULTY = 0.15  # share of sendMessage calls that go wrong


def killed_again_and_again(
    folder: Path, ledger: Ledger, *, messages: int = 200, kills: int = 30, replays: int = 20
) -> None:
    url = f"sqlite:///{folder}/kmzero.db"
    prepare(url, 0, CHATS)
    soak_house(url).close()
    api, dice = BotApi(FAULTY), random.Random(7)
    updates = [said(n, f"{SECRET_WORD} {n}", user=1000 + n % CHATS) for n in range(1, messages + 1)]
    poison = message(messages + 1, 999, text=SECRET_WORD, entities=[{"type": "bold"}])
    each = messages // kills + 1
    for turn in range(kills):
        api.updates += updates[turn * each : (turn + 1) * each] + ([poison] if turn == kills // 2 else [])
        api.replayed += dice.sample(updates[: turn * each], min(turn * each, replays // kills + 1))
        bot = start("bot", url, api.base_url)
        time.sleep(dice.uniform(0.8, 2.5))
        bot.kill()
        bot.wait()
    bot = start("bot", url, api.base_url)
    _wait(url, messages, 120)
    bot.terminate()
    bot.wait(30)
    api.stop()
    _judge(folder, api, ledger, messages=messages, kills=kills)


def _wait(url: str, messages: int, seconds: float) -> None:
    house, end = soak_house(url), time.monotonic() + seconds
    waiting = select(outbox.c.id).where(outbox.c.sent_at.is_(None), outbox.c.failure.is_(None))
    while time.monotonic() < end:
        with house.store.read() as tx:
            done = tx.execute(text("SELECT count(*) FROM inbox WHERE done_at IS NOT NULL")).scalar_one()
            if done > messages and tx.execute(waiting).first() is None:
                break
        time.sleep(0.3)
    house.close()


def _judge(folder: Path, api: BotApi, ledger: Ledger, *, messages: int, kills: int) -> None:
    house = soak_house(f"sqlite:///{folder}/kmzero.db")
    with house.store.read() as tx:
        effects = list(tx.execute(text("SELECT number FROM effect")).scalars())
        dead = len(tx.execute(select(inbox).where(inbox.c.failure.is_not(None))).all())
    house.close()
    heard = {int(words.partition(" ")[0]) for _, words in api.said if words[0].isdigit()}
    codes: dict[int, set[str]] = defaultdict(set)
    for chat, words in api.said:
        if words[0].isdigit():
            codes[chat].add(words.partition(" ")[2])
    second = sum(len(held) > 1 for held in codes.values())
    kept = any(SECRET_WORD.encode() in file.read_bytes() for file in folder.glob("kmzero.db*"))
    lost = messages - len(heard)
    measured: dict[str, Any] = {"lost": lost, "effects": len(effects), "second codes": second, "dead letters": dead}
    measured |= {"words left": kept, "faults": sum(api.faults.values())}
    ok = (lost, sorted(effects), second, dead, kept) == (0, list(range(1, messages + 1)), 0, 1, False)
    ledger.note(f"bot, {messages} messages, {kills} kill -9", ", ".join(f"{k} {v}" for k, v in measured.items()), ok=ok)
