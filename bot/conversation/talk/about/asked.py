"""A question about a card, with all that an answer may look at."""

from dataclasses import dataclass

from markupsafe import Markup

from bot.catalogue.catalogue import Entry
from bot.catalogue.model import Offer
from bot.catalogue.ranking import coming_offers, finished_offers, open_offers
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.understanding.cues.facts import Facts


@dataclass(frozen=True)
class Asked:
    """`facts` are those of the question alone; what was said before is in the state."""

    entry: Entry
    facts: Facts
    state: State
    world: World

    def say(self, phrase: str, **values: str | int) -> Markup:
        return self.world.words.say(phrase, **values)

    @property
    def offer(self) -> Offer | None:
        """The offer that the person may take today."""
        return next(iter(open_offers(self.entry, self.world.asker(self.state))), None)

    @property
    def finished(self) -> Offer | None:
        """The offer that the person could take today if there were codes."""
        return next(iter(finished_offers(self.entry, self.world.asker(self.state))), None)

    @property
    def coming(self) -> Offer | None:
        return next(iter(coming_offers(self.entry, self.world.asker(self.state))), None)
