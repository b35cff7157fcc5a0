"""The kit that a company takes from its own page: one a day, however often it is asked for, with the same links.

Its tokens are made of the key, the company, the place and the day, so that they can be drawn again and no table has
them; as of every invite, only their hashes are kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from bot.catalogue.local_time import local_day
from bot.catalogue.model import Network
from bot.people import invites, tokens
from bot.people.keys import Keys
from bot.store.inserts import insert_missing
from bot.store.tables import invite

PLACES = tuple(place for place in invites.PLACES if place != invites.OTHER)


@dataclass(frozen=True)
class KitsOfDays:
    """All kits of one company, made or not."""

    keys: Keys
    network: Network
    company: str

    def tokens(self, day: date) -> Mapping[str, str]:
        """Return the token of each place in the kit of a day."""
        return {place: tokens.whole(self.keys.kit(self.company, place, day), self.network.id) for place in PLACES}

    def make(self, tx: Connection, day: date, now: datetime) -> bool:
        """Make the invites of a day; False where they were there already. Needs a writing transaction."""
        made = {"company": self.company, "created_at": now}
        rows = [{**made, "token_hash": tokens.key_of(one), "place": place} for place, one in self.tokens(day).items()]
        return insert_missing(tx, invite, rows) > 0

    def opens(self, tx: Connection, day: date, now: datetime) -> bool:
        """Tell whether the kit of a day was made, and all its links open."""
        found = [invites.find(tx, tokens.key_of(one), now) for one in self.tokens(day).values()]
        return all(one is not None and one.closed is None for one in found)

    def newest(self, tx: Connection, now: datetime) -> date | None:
        """Return the day of the last kit that opens; None where there is none."""
        good = [one for one in invites.listing(tx, self.company, now) if one.closed is None]
        days = {local_day(one.created_at, self.network.timezone) for one in good}
        return next((day for day in sorted(days, reverse=True) if self.opens(tx, day, now)), None)
