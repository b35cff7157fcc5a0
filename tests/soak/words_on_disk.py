"""A bot that is killed at any moment while it answers: neither words nor ids are in any file of the database."""

import random
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from bot.store.engine import open_store
from tests.databases import Cluster
from tests.handlers.incoming_updates import text as said
from tests.soak.bot_api import BotApi
from tests.soak.claims_under_load import prepare
from tests.soak.core import SECRET_WORD, soak_house
from tests.soak.ledger import Ledger
from tests.soak.many_workers import start

FIRST_CHAT = 6_481_925_000  # long enough to be found nowhere by chance; no other test on the server has it
MARKERS = SECRET_WORD.encode(), b"6481925"
CHATS, EACH = 40, 30  # people, and their messages of one life of the bot


def words_on_disk(url: str, files: Callable[[], list[Path]], ledger: Ledger, *, kills: int = 200) -> None:
    """Feed a bot and kill it `kills` times; after each the files are searched, as a thief has them then.

    On SQLite another program holds an old state of the database all the time, so that its log of writes only grows.
    """
    prepare(url, 0, CHATS)
    soak_house(url).close()
    api, dice, found, number = BotApi(0.1), random.Random(7), 0, 0
    holder = open_store(url)
    with ExitStack() as held:
        if holder.sqlite:
            held.enter_context(holder.read()).exec_driver_sql("SELECT count(*) FROM inbox").scalar()
        for _ in range(kills):
            for _ in range(EACH):
                number += 1
                api.updates.append(said(number, f"{SECRET_WORD} {number}", user=FIRST_CHAT + number % CHATS))
            bot = start("quick", url, api.base_url)
            _until_some_are_said(api, dice.randrange(1, EACH))
            bot.kill()
            bot.wait()
            found += sum(_has_markers(file) for file in files())
    answered, kind = len(api.said), holder.engine.dialect.name
    holder.close()
    api.stop()
    measured = f"{found} files with words or ids, {answered} answers meanwhile"
    ok = not found and answered > kills
    ledger.note(f"{kind}: markers on disk after {kills} kill -9", measured, ok=ok)


def of_sqlite(folder: Path) -> Callable[[], list[Path]]:
    """Return what lists all files beside a database."""
    return lambda: [file for file in folder.iterdir() if file.is_file()]


def of_postgresql(cluster: Cluster) -> Callable[[], list[Path]]:
    """Return what lists the tables and the log of writes of a server, written out as far as it has come."""
    data = Path(cluster.server.pgdata)
    return lambda: [file for part in ("base", "pg_wal") for file in (data / part).rglob("*") if file.is_file()]


def _until_some_are_said(api: BotApi, more: int) -> None:
    end, before = time.monotonic() + 20, len(api.said)
    while len(api.said) < before + more and time.monotonic() < end:
        time.sleep(0.002)


def _has_markers(file: Path) -> bool:
    try:
        content = file.read_bytes()
    except FileNotFoundError:  # the server has just removed it
        return False
    return any(marker in content for marker in MARKERS)
