"""Where jobs are done: what they need, and how they end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.catalogue import Catalogue
from bot.catalogue.local_time import local_day
from bot.catalogue.model import Release
from bot.catalogue.text import FALLBACK, Language
from bot.conversation import notices
from bot.conversation.messages import Message
from bot.coordination import drafts, on_page
from bot.coordination.drafts import Draft
from bot.people import roles
from bot.people.keys import Keys
from bot.people.roles import Coordinator
from bot.store.engine import Store
from bot.understanding.reading import Reader

if TYPE_CHECKING:
    from bot.coordination.proposals import Proposal


@dataclass(frozen=True)
class Job:
    """A draft to be worked off, whose it is, and the release that was live when it was taken.

    A change that an organization makes by itself has no `owner`. What is done in the same release is `beside`.
    """

    draft: Draft
    owner: Coordinator | None
    live: Catalogue
    now: datetime
    beside: "tuple[Proposal, ...]" = ()

    @property
    def language(self) -> Language:
        return self.owner.language if self.owner else FALLBACK

    @property
    def chat(self) -> str | None:
        return self.owner.chat if self.owner else None

    @property
    def role(self) -> int | None:
        return self.owner.number if self.owner else None

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
    web: str | None = None  # the address of our pages, where there are any

    def job(self, draft: Draft, now: datetime) -> Job:
        """Return a draft with all that is known about it now."""
        with self.store.read() as tx:
            owner = None if draft.role is None else roles.numbered(tx, draft.role)
            number = releases.current_number(tx)
            assert number is not None  # a draft is made in a conversation, and there is none before the first release
            return Job(draft, owner, releases.load(tx, number)[0], now)

    def tell(self, job: Job, message: Message) -> None:
        """End a job with a message to its coordinator."""
        with self.store.write() as tx:
            if not drafts.drop(tx, job.draft.id):
                return
            self.say(tx, job, message)
            if job.owner is None and job.draft.proposal:
                from bot.coordination.organization_answers import tell_failed  # noqa: PLC0415 - it brings the checker

                tell_failed(tx, self.keys, job.draft.proposal, job.live, job.now)

    def say(self, tx: Connection, job: Job, *messages: Message) -> None:
        """Say what came of a job where it was ordered: on its coordinator's page, in their chat, to an organization."""
        if job.draft.web and job.owner:
            on_page.put(tx, self.keys, job.owner.number, messages, job.now, job.draft.id)
            return
        for message in messages if job.chat else ():
            notices.tell(tx, self.keys, job.chat or "", message, job.now)

    def close(self, draft: Draft) -> None:
        """End a job without a word: its coordinator is none any more."""
        with self.store.write() as tx:
            drafts.drop(tx, draft.id)
