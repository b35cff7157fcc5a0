"""A house with a core that echoes, for the tests of the face: real database, real keys."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from markupsafe import Markup
from pydantic import SecretStr
from sqlalchemy import Connection, select, text

from bot.assembly import House
from bot.catalogue.text import Language
from bot.config import Database, Settings, Telegram
from bot.conversation.messages import Choice, Chose, Incoming, Message, Reply, Said
from bot.coordination.job_context import JobContext
from bot.coordination.jobs import Jobs
from bot.people.keys import Keys
from bot.store.engine import open_store
from bot.store.migrate import migrate
from bot.store.tables import inbox, outbox
from bot.understanding.engine import load
from handlers.application import Face
from handlers.rate_limits import Rate, Rates
from tests.handlers.fake_telegram import FakeTelegram

TOKEN = "123456:AAE-abcdefghijklmnopqrstuvwxyz012345"
FAST = Rates(chat=Rate(10_000, 100), overall=Rate(10_000, 100))

Answer = Callable[[str, Incoming], Reply]


def echo(user: str, message: Incoming) -> Reply:
    """Say what came, with two buttons."""
    said = message.text if isinstance(message, Said) else message.choice if isinstance(message, Chose) else str(message)
    choices = (Choice("yes", "Sì"), Choice("no", "No"))
    return Reply((Message(Markup("{}: {}").format(user, said), choices=choices),))


class EchoConcierge:
    """Counts its effects in a table of its own, in the transaction that it is given."""

    def __init__(self, answer: Answer = echo) -> None:
        self.answer = answer

    def handle(
        self, tx: Connection, user: str, message: Incoming, now: datetime, *, hint: Language | None = None
    ) -> Reply:
        tx.execute(text("INSERT INTO effect VALUES (:who)"), {"who": user})
        return self.answer(user, message)


@dataclass(frozen=True)
class EchoHouse:
    """The fields of bot.assembly.House that the face uses."""

    settings: Settings
    store: Any
    keys: Keys
    concierge: EchoConcierge
    jobs: Jobs

    @property
    def router(self) -> EchoConcierge:
        return self.concierge


def echo_house(folder: Path, answer: Answer = echo, url: str | None = None) -> EchoHouse:
    """Build an echoing house on a SQLite file in a folder, or on another database."""
    url = url or f"sqlite:///{folder}/kmzero.db"
    settings = Settings(database=Database(url=url), telegram=Telegram(token=SecretStr(TOKEN)))
    store = open_store(url)
    migrate(store)
    with store.write() as tx:
        tx.execute(text("CREATE TABLE IF NOT EXISTS effect (who TEXT)"))
    keys = Keys(b"k" * 32)
    jobs = Jobs(JobContext(store, keys, folder, train=lambda _: b"", load_reader=load))
    return EchoHouse(settings, store, keys, EchoConcierge(answer), jobs)


def new_face(house: EchoHouse, telegram: FakeTelegram, rates: Rates = FAST) -> Face:
    return Face(cast("House", house), telegram, rates)


def effects(house: EchoHouse) -> int:
    with house.store.read() as tx:
        return int(tx.execute(text("SELECT count(*) FROM effect")).scalar_one())


def in_rows(house: EchoHouse) -> list[Any]:
    with house.store.read() as tx:
        return list(tx.execute(select(inbox).order_by(inbox.c.update_id)))


def out_rows(house: EchoHouse) -> list[Any]:
    with house.store.read() as tx:
        return list(tx.execute(select(outbox).order_by(outbox.c.id)))
