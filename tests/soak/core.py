"""A small core for the soak: counts its effects, takes one code for each person, keeps no word. And its house."""

from datetime import datetime
from pathlib import Path
from typing import cast

from markupsafe import Markup
from pydantic import SecretStr
from sqlalchemy import Connection, text

from bot.assembly import House
from bot.catalogue.text import Language
from bot.config import Database, Settings, Telegram, Webhook
from bot.conversation.concierge import Concierge
from bot.conversation.messages import Incoming, Message, Reply, Said
from bot.coordination.job_context import JobContext
from bot.coordination.jobs import Jobs
from bot.coordination.routing import Router
from bot.people import members
from bot.people.keys import Keys
from bot.store.engine import open_store
from bot.store.migrate import migrate
from bot.understanding.engine import load
from bot.vouchers import claims
from bot.vouchers.voucher import Voucher
from tests.soak.claims_under_load import COMPANY, KEYS, offer

TOKEN = "123456:AAE-abcdefghijklmnopqrstuvwxyz012345"
SECRET_WORD = "segretissimo"  # what people type, beside a number


class Core:
    """`segretissimo 17` has the effect 17 and the answer `17 CODE`."""

    def __init__(self, keys: Keys) -> None:
        self.keys, self.offer = keys, offer("pool", per_person=1)

    def handle(
        self, tx: Connection, user: str, message: Incoming, now: datetime, *, hint: Language | None = None
    ) -> Reply:
        number = int(message.text.rpartition(" ")[2]) if isinstance(message, Said) else 0
        effect = {"who": self.keys.chat(user), "number": number}
        tx.execute(text("INSERT INTO effect (who, number) VALUES (:who, :number)"), effect)
        me = members.join(tx, self.keys, COMPANY, user, language="it", now=now)
        got = claims.claim(tx, self.keys, self.offer, "il-girasole", me, now=now, today=now.date())
        return Reply((Message(Markup("{} {}").format(number, got.code if isinstance(got, Voucher) else got.value)),))


def soak_house(url: str, base_url: str = "http://127.0.0.1:9/bot", hook: Webhook | None = None) -> House:
    """Build the house on a database, with a Bot API of ours."""
    telegram = Telegram(token=SecretStr(TOKEN), base_url=base_url, webhook=hook or Webhook())
    store = open_store(url)
    migrate(store)
    with store.write() as tx:
        tx.execute(text("CREATE TABLE IF NOT EXISTS effect (who TEXT, number INTEGER)"))
    settings = Settings(database=Database(url=url), telegram=telegram)
    core = Core(KEYS)
    jobs = Jobs(JobContext(store, KEYS, Path(), train=lambda _: b"", load_reader=load))
    return House(settings, store, KEYS, cast("Concierge", core), cast("Router", core), jobs)
