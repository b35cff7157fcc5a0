"""A coordinator in the conversation: one message, with all that is known while it is answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from bot.catalogue.catalogue import Catalogue
from bot.catalogue.fluent import Phrases
from bot.catalogue.text import Language
from bot.conversation.talk.world import World
from bot.coordination.wording import Setting, words
from bot.people import roles
from bot.people.keys import Keys
from bot.people.roles import Coordinator

PATIENCE = timedelta(hours=1)  # for which a question waits for its answer


@dataclass(frozen=True)
class Request:
    """`tx` is a writing transaction; `catalogue` is what is live, `web_url` where its pages are, if there are any."""

    tx: Connection
    keys: Keys
    me: Coordinator
    catalogue: Catalogue
    now: datetime
    web: bool = False  # on their page, not in the chat
    web_url: str | None = None  # the address of the pages, where there are some

    @property
    def language(self) -> Language:
        return self.me.language

    @property
    def words(self) -> Phrases:
        return words(self.language)

    @property
    def setting(self) -> Setting:
        """Return what reading a typed value needs to know."""
        return Setting(self.language, self.catalogue, self.world().today)

    def world(self, company: str | None = None) -> World:
        """Return what an employee of a company would see now."""
        return World(self.catalogue, self.language, company, self.now)

    def ask(self, **question: Any) -> None:
        """Remember that a typed answer is awaited."""
        roles.ask(self.tx, self.me.number, question | {"until": (self.now + PATIENCE).isoformat()}, web=self.web)

    def done_asking(self) -> None:
        roles.ask(self.tx, self.me.number, {}, web=self.web)


def awaits(me: Coordinator, now: datetime) -> bool:
    """Tell whether a coordinator was asked something and may still answer."""
    return bool(me.asking) and now <= datetime.fromisoformat(me.asking["until"])
