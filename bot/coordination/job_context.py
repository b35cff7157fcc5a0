"""Where jobs are done: what they need, and how they end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.catalogue.model import Release
from bot.conversation import notices
from bot.conversation.messages import Message
from bot.coordination import drafts, on_page
from bot.coordination.drafts import Draft
from bot.people import roles
from bot.people.keys import Keys
from bot.people.roles import Coordinator
from bot.store.engine import Store
from bot.understanding.reading import Reader


@dataclass(frozen=True)
class Job:
    """A draft to be worked off, whose it is, and the release that was live when it was taken."""

    draft: Draft
    owner: Coordinator
    live: Catalogue
    now: datetime

    @property
    def today(self) -> date:
        return local_day(self.now, self.live.network.timezone)


@dataclass(frozen=True)
class JobContext:
    """`train` learns from a release, `load_reader` reads what was learned, `knowledge` is the folder on disk."""

    store: Store
    keys: Keys
    knowledge: Path
    train: Callable[[Release], bytes]
    load_reader: Callable[[bytes], Reader]
    username: str | None = None  # the bot's on Telegram, as the settings say it

    def job(self, draft: Draft, now: datetime) -> Job:
        """Return a draft with all that is known about it now."""
        with self.store.read() as tx:
            owner = roles.numbered(tx, draft.role)
            number = releases.current_number(tx)
            assert owner is not None  # a role's row is never deleted
            assert number is not None  # a draft is made in a conversation, and there is none before the first release
            return Job(draft, owner, releases.load(tx, number)[0], now)

    def tell(self, job: Job, message: Message) -> None:
        """End a job with a message to its coordinator."""
        with self.store.write() as tx:
            if drafts.drop(tx, job.draft.id):
                self.say(tx, job, message)

    def say(self, tx: Connection, job: Job, *messages: Message) -> None:
        """Say what came of a job where it was ordered: on its coordinator's page, or in their chat."""
        if job.draft.web:
            on_page.put(tx, self.keys, job.owner.number, messages, job.now, job.draft.id)
            return
        for message in messages if job.owner.chat else ():
            notices.tell(tx, self.keys, job.owner.chat or "", message, job.now)

    def close(self, draft: Draft) -> None:
        """End a job without a word: its coordinator is none any more."""
        with self.store.write() as tx:
            drafts.drop(tx, draft.id)
