"""All that the pure dialogue may look at besides its state and the message."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.ranking import Asker, rank
from bot.catalogue.text import Language
from bot.conversation.phrasebook import Phrases, phrases
from bot.conversation.state import State


@dataclass(frozen=True)
class World:
    """`company` is that of a member who said yes, else None. `now` is aware."""

    catalogue: Catalogue
    language: Language
    company: str | None
    now: datetime

    @cached_property
    def words(self) -> Phrases:
        return phrases(self.language)

    @cached_property
    def local(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.catalogue.network.timezone))

    @property
    def today(self) -> date:
        return self.local.date()

    def asker(self, state: State) -> Asker:
        return Asker(self.company, state.town, self.today)

    def ranked(self, need: str, state: State) -> list[Entry]:
        """Return the services of a need, the best for this person first."""
        return rank(self.catalogue, need, self.asker(state))
