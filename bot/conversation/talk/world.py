"""All that the pure dialogue may look at besides its state and the message."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from bot.catalogue.catalogue import Catalogue, Entry
from bot.catalogue.fluent import Phrases
from bot.catalogue.local_time import local, local_day
from bot.catalogue.ranking import Asker, rank
from bot.catalogue.text import Language
from bot.conversation.phrasebook import phrases
from bot.conversation.talk.questions import prior
from bot.conversation.talk.state import Belief, State


@dataclass(frozen=True)
class World:
    """`company` is that of a member who said yes, else None. `now` is aware.

    `finished` are the offers of which no code is left, and the person holds none; `unconfirmed` the services whose
    organizations do not answer whether they are still valid, with the day on which each was last confirmed. `web_url`
    is where desks scan codes and badges, None where they do not.
    """

    catalogue: Catalogue
    language: Language
    company: str | None
    now: datetime
    need_counts: Mapping[str, int] = field(default_factory=dict)  # how often each need is asked in the network
    finished: frozenset[str] = frozenset()
    web_url: str | None = None
    unconfirmed: Mapping[str, date | None] = field(default_factory=dict)

    @cached_property
    def prior(self) -> Belief:
        """What is believed before the first word."""
        return prior(self.catalogue, self.need_counts)

    @cached_property
    def words(self) -> Phrases:
        return phrases(self.language)

    @cached_property
    def local(self) -> datetime:
        return local(self.now, self.catalogue.network.timezone)

    @property
    def today(self) -> date:
        return local_day(self.now, self.catalogue.network.timezone)

    @property
    def minute(self) -> datetime:
        """The local time to the minute, without a zone, as opening hours want it."""
        return self.local.replace(second=0, microsecond=0, tzinfo=None)

    def asker(self, state: State) -> Asker:
        return Asker(
            company=self.company,
            town=state.town,
            today=self.today,
            who=state.who,
            age=state.facts.age,
            when=state.when,
            minute=self.minute,
            how=state.how,
            free=state.price is not None,
            fits=state.fits,
            finished=self.finished,
        )

    def ranked(self, need: str, state: State) -> list[Entry]:
        """Return the services of a need, the best for this person first."""
        return rank(self.catalogue, need, self.asker(state))
