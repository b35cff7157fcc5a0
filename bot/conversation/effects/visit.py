"""One message of one person, with all that is known while it is answered."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from bot.catalogue import releases
from bot.catalogue.bygone import bygone
from bot.catalogue.catalogue import Entry
from bot.catalogue.model import Offer
from bot.conversation.effects import consent
from bot.conversation.live import Edition
from bot.conversation.messages import Reply
from bot.conversation.talk.state import State
from bot.conversation.talk.world import World
from bot.people import members, wishes
from bot.people.kept import Whose
from bot.people.keys import Keys
from bot.people.members import Membership, Person
from bot.people.wishes import Kind, Wish
from bot.store import clock

Step = tuple[State, Reply]


@dataclass(frozen=True)
class Visit:
    """`me` is None for a guest; `tx` is a writing transaction, but for a `preview`, in which nothing is written."""

    tx: Connection
    keys: Keys
    user: str
    me: Person | None
    state: State
    edition: Edition
    world: World
    now: datetime
    preview: bool = False

    @property
    def consent(self) -> str:
        """The version of the text that asks for consent today."""
        return consent.version(self.world.catalogue.network.privacy.controller)

    @property
    def stale(self) -> bool:
        """Whether a member said yes to another text than today's."""
        return self.me is not None and self.me.consent != self.consent

    @property
    def whose(self) -> Whose:
        """What finds the rows of this person in every table."""
        return Whose(self.keys, self.user, tuple(self.edition.companies))

    @property
    def memberships(self) -> list[Membership]:
        """All that this person is or was, the newest first."""
        return members.memberships(self.tx, self.keys, self.edition.companies, self.user)

    def wished(self, *which: tuple[Kind, str]) -> list[Wish]:
        """Return those of some wishes of this person that are kept, by kind and what they are about."""
        return wishes.find(self.tx, self.keys, self.user, *which)

    def wish(self, kind: Kind, about: str, due: date, hour: int | None = None) -> None:
        """Keep a wish; who asks again is reminded once, as they asked last. `hour` is the first one of the day."""
        wishes.keep(self.tx, self.keys, Wish(self.user, kind, about, due, hour, self.world.today))

    def offer(self, name: str) -> tuple[Entry, Offer] | None:
        """Return an offer and its service, also one that is in the catalogue no more."""
        known = self.world.catalogue.offers.get(name)
        if known is None and name not in self.edition.bygone:
            self.edition.bygone[name] = bygone(self.tx, name)
        return known or self.edition.bygone[name]

    def takes_part(self, company: str) -> bool:
        """Tell whether a company is in the network today."""
        return self.world.catalogue.takes_part(company, self.world.today)

    def over(self, company: str) -> bool:
        """Whether a membership ends: the company has left for good, by a clock that can be right."""
        if self.takes_part(company) or not releases.has_left(self.tx, company, self.now):
            return False
        return clock.doubt(self.tx, self.now) is None

    def as_guest(self) -> "Visit":
        """Return the visit of the same person as a guest."""
        return replace(self, me=None, state=self.state.settled(), world=replace(self.world, company=None))
